//! Every setting in a list, for the documentation and for `fotfeste config`. A test holds it against what is read.

use std::fmt::Write as _;

/// One setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The section, empty for those outside any
    pub section: &'static str,
    /// The key in it
    pub key: &'static str,
    /// What it is when nobody sets it
    pub default: &'static str,
    /// What it may be
    pub allowed: &'static str,
    /// What it does
    pub about: &'static str,
}

const fn of(
    section: &'static str,
    key: &'static str,
    default: &'static str,
    allowed: &'static str,
    about: &'static str,
) -> Entry {
    Entry { section, key, default, allowed, about }
}

/// Every setting, section by section.
pub const ENTRIES: &[Entry] = &[
    of("", "data", "data", "a folder", "Everything the portal writes; made when it is missing"),
    of("", "listen", "127.0.0.1:8420", "address:port", "Where the pages are served"),
    of("", "base_url", "http://LISTEN", "https://host", "How readers reach the portal; http on the same machine alone"),
    of("", "proxies", "", "addresses and networks", "Proxies that are believed on where a request comes from"),
    of(
        "",
        "outgoing",
        "",
        "addresses and networks",
        "Private networks that webhooks and identity providers may lead into",
    ),
    of(
        "",
        "security_contact",
        "",
        "mailto:…, https://…",
        "Where weaknesses are reported; it stands in /.well-known/security.txt",
    ),
    of("", "metrics_listen", "", "address:port", "Metrics for a Prometheus scraper; none unless set"),
    of("", "failpoints", "false", "true, false", "Lets FOTFESTE_FAILPOINT end the process; for tests"),
    of("", "demo", "false", "true, false", "An invented town with personas to sign in as; never on a real portal"),
    of("database", "url", "", "postgres://…", "PostgreSQL as the runtime role; without it SQLite in the data folder"),
    of("database", "url_file", "", "a file", "Holds the url"),
    of("database", "owner_url", "", "postgres://…", "PostgreSQL as the owner role: migrations and copies"),
    of("database", "owner_url_file", "", "a file", "Holds the owner's url"),
    of("database", "connections", "16", "2 to 200", "Connections to PostgreSQL at most, of each process"),
    of("mail", "transport", "folder", "folder, smtp", "By which way mail leaves the house"),
    of("mail", "folder", "DATA/mail", "a folder", "Where .eml files are written"),
    of("mail", "from", "Fotfeste <no-reply@localhost>", "Name <address>", "Who mails come from"),
    of("mail", "smtp_host", "", "a host", "Mail server"),
    of("mail", "smtp_port", "587", "a port", "Its port"),
    of("mail", "smtp_tls", "starttls", "starttls, implicit, none", "none for a server on the same machine alone"),
    of("mail", "smtp_user", "", "a name", "Who signs in to the mail server"),
    of("mail", "smtp_password", "", "a password", "With which password"),
    of("mail", "smtp_password_file", "", "a file", "Holds the password"),
    of("jobs", "tasks", "2", "1 to 32", "Jobs side by side in one process"),
    of("jobs", "lease_seconds", "30", "1 to 3600", "How long a worker that has died keeps others from its job"),
    of("backup", "folder", "DATA/backups", "a folder", "Where archives go; best on another disk"),
    of("backup", "key_file", "DATA/backup.key", "a file", "The key archives are made with; made when it is missing"),
    of("backup", "every_hours", "24", "0 to 720", "Hours between two copies; 0 makes none by itself"),
    of("backup", "keep", "14", "1 to 1000", "Archives kept in the folder"),
    of("backup", "pg_dump", "pg_dump", "a program", "PostgreSQL's program that copies"),
    of("backup", "pg_restore", "pg_restore", "a program", "PostgreSQL's program that restores"),
    of(
        "sealing",
        "key_file",
        "DATA/sealing.key",
        "a file",
        "The key that seals what is told in confidence; made at the first start",
    ),
    of("blobs", "store", "folder", "folder, s3", "Where files lie that are too large for a row"),
    of("blobs", "folder", "DATA", "a folder", "They lie in its folder blobs"),
    of("blobs", "s3_endpoint", "", "https://host", "A server that speaks S3; http on the same machine alone"),
    of("blobs", "s3_bucket", "", "a name", "Its bucket"),
    of("blobs", "s3_region", "us-east-1", "a word", "Its region"),
    of("blobs", "s3_access_key", "", "a name", "Who signs in to it"),
    of("blobs", "s3_secret_key", "", "a secret", "With which secret"),
    of("blobs", "s3_secret_key_file", "", "a file", "Holds the secret"),
    of(
        "providers.KEY",
        "organisation",
        "",
        "a number",
        "Whose people come from it, by the number of the national register",
    ),
    of("providers.KEY", "name", "", "text", "What people call it"),
    of("providers.KEY", "issuer", "", "https://host", "Its address, as it stands in its tokens"),
    of("providers.KEY", "client_id", "", "text", "What it calls the portal"),
    of("providers.KEY", "client_secret", "", "a secret", "Between the two; none for a public client"),
    of("providers.KEY", "client_secret_file", "", "a file", "Holds the secret"),
    of("providers.KEY", "scopes", "", "words", "What is asked for besides openid"),
    of("providers.KEY", "level", "", "an acr", "Asked for, and must come back"),
    of("providers.KEY", "higher_levels", "", "acrs", "As good as the level or better"),
    of("providers.KEY", "counts_as_two", "false", "true, false", "Whether that level spares the second step"),
    of(
        "providers.KEY",
        "max_age_minutes",
        "0",
        "0 to 1440",
        "How long ago somebody may have signed in there; 0: any time",
    ),
    of("limits", "requests_per_second", "3000", "100 to 1000000", "From one address, which may be a whole campus"),
    of(
        "limits",
        "at_once",
        "64",
        "4 to 10000",
        "Requests worked on at once; handing in, signing in and out and files have places beside these",
    ),
    of(
        "limits",
        "waiting",
        "512",
        "0 to 100000",
        "Requests that may wait for a place; further ones are told when to come again",
    ),
    of("limits", "wait_seconds", "5", "1 to 60", "How long one waits for a place"),
    of(
        "limits",
        "files_mebibytes",
        "128",
        "64 to 65536",
        "Memory for files that come in at the same time; looking through them takes up to as much again",
    ),
];

/// The reference as a table of Markdown.
pub fn markdown() -> String {
    let mut text = String::from("| setting | unless set | allowed | what it does |\n|---|---|---|---|\n");
    for entry in ENTRIES {
        let dot = if entry.section.is_empty() { "" } else { "." };
        let default = if entry.default.is_empty() { "nothing".to_owned() } else { format!("`{}`", entry.default) };
        let (section, key) = (entry.section, entry.key);
        let _written = writeln!(text, "| `{section}{dot}{key}` | {default} | {} | {} |", entry.allowed, entry.about);
    }
    text
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeSet, HashMap};

    use super::*;
    use crate::settings::Settings;

    /// The keys that are read, as the refusal of an unknown one tells them.
    fn keys_read(section: &str) -> BTreeSet<String> {
        let variable = if section.is_empty() {
            "FOTFESTE_NO".into()
        } else {
            format!("FOTFESTE_{}__NO", section.replace('.', "__"))
        };
        let refused = Settings::from(None, HashMap::from([(variable.to_uppercase(), "x".into())])).unwrap_err();
        let told = refused.to_string();
        let listed = told.split("expected").nth(1).unwrap_or_else(|| panic!("no list of keys in {told}"));
        let listed = listed.split(" for key").next().unwrap_or(listed); // behind it stands the section's own name
        listed.split('`').skip(1).step_by(2).map(ToOwned::to_owned).collect()
    }

    #[test]
    fn every_setting_stands_in_the_reference_and_no_other() {
        let sections: BTreeSet<&str> = ENTRIES.iter().map(|entry| entry.section).collect();
        for section in &sections {
            let mut told: BTreeSet<String> =
                ENTRIES.iter().filter(|entry| entry.section == *section).map(|entry| entry.key.to_owned()).collect();
            if section.is_empty() {
                let named = sections.iter().filter(|section| !section.is_empty());
                told.extend(named.filter_map(|section| section.split('.').next()).map(ToOwned::to_owned));
            }
            assert_eq!(keys_read(section), told, "section [{section}]");
        }
    }

    #[test]
    fn the_operators_handbook_shows_the_reference() {
        let handbook = include_str!("../../../../docs/operating.md");
        assert!(handbook.contains(&markdown()), "put this into docs/operating.md:\n{}", markdown());
    }
}
