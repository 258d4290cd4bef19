//! How the portal is set up: a TOML file, then environment variables `FOTFESTE_…` over it.
//!
//! A part of a section is written with two underlines: `FOTFESTE_MAIL__SMTP_HOST` is `smtp_host` in `[mail]`. Whatever
//! opens something can be given as the name of a file that holds it, in a key that ends in `_file`.

pub mod reference;

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use config::{Config, Environment, File, FileFormat};
use serde::Deserialize;

use crate::db::Place;
use crate::failpoint;
use crate::web::Proxies;

/// Environment variables of the portal begin with this and an underline.
pub const PREFIX: &str = "FOTFESTE";

/// Every setting, with strong defaults: whatever weakens the portal has to be written down.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Folder of everything the portal writes; made when it is missing
    pub data: PathBuf,
    /// Address and port of the web pages
    pub listen: SocketAddr,
    /// How readers reach the portal, without a slash at the end; `https` unless on the same machine
    pub base_url: String,
    /// Proxies whose word is believed on where a request comes from: addresses and networks, such as
    /// `127.0.0.1, 10.0.0.0/8`
    pub proxies: String,
    /// Private networks that addresses typed by people may lead into, such as `10.20.0.0/16`; none unless it is set
    pub outgoing: String,
    /// Where weaknesses are reported: `mailto:…` or `https://…`; it stands in `/.well-known/security.txt`
    pub security_contact: String,
    /// Address and port of metrics; none are served unless it is set
    pub metrics_listen: Option<SocketAddr>,
    /// Where the rows live
    pub database: DatabaseSettings,
    /// How mail leaves the house
    pub mail: MailSettings,
    /// Work outside requests
    pub jobs: JobSettings,
    /// Copies to fall back on
    pub backup: BackupSettings,
    /// What is told in confidence
    pub sealing: SealingSettings,
    /// Where files lie that are too large for a row
    pub blobs: BlobSettings,
    /// How much the portal takes
    pub limits: Limits,
    /// Identity providers, each by a short key of small letters that stands in addresses
    pub providers: BTreeMap<String, ProviderSettings>,
    /// Lets `FOTFESTE_FAILPOINT` end the process; for tests
    pub failpoints: bool,
    /// An invented town with a sign-in page of personas; never on a real portal
    pub demo: bool,
}

/// Where the rows live.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DatabaseSettings {
    /// `postgres://…` as the runtime role; without it a SQLite file in the data folder
    pub url: Option<Secret>,
    /// A file that holds the url
    pub url_file: Option<PathBuf>,
    /// `postgres://…` as the owner role, for migrations alone
    pub owner_url: Option<Secret>,
    /// A file that holds the owner's url
    pub owner_url_file: Option<PathBuf>,
    /// Connections to PostgreSQL at most, 2 to 200
    pub connections: u32,
}

/// How mail leaves the house.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MailSettings {
    /// `folder` or `smtp`
    pub transport: Transport,
    /// Folder of `.eml` files; `mail` in the data folder unless set
    pub folder: Option<PathBuf>,
    /// Who mails come from: `Name <name@example.org>`
    pub from: String,
    /// Mail server
    pub smtp_host: String,
    /// Its port
    pub smtp_port: u16,
    /// `starttls`, `implicit` or, on the same machine alone, `none`
    pub smtp_tls: SmtpTls,
    /// Who signs in to the mail server
    pub smtp_user: Option<String>,
    /// With which password
    pub smtp_password: Option<Secret>,
    /// A file that holds the password
    pub smtp_password_file: Option<PathBuf>,
}

/// By which way mail leaves the house.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum Transport {
    /// Written to a folder
    Folder,
    /// Given to a mail server
    Smtp,
}

impl TryFrom<String> for Transport {
    type Error = String;

    fn try_from(word: String) -> Result<Self, String> {
        match word.as_str() {
            "folder" => Ok(Self::Folder),
            "smtp" => Ok(Self::Smtp),
            _ => Err(format!("\"{word}\": allowed are folder, smtp")),
        }
    }
}

/// How the way to the mail server is kept private.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum SmtpTls {
    /// Begins in the open and must change over before anything is said
    Starttls,
    /// Encrypted from the first byte
    Implicit,
    /// Not at all
    None,
}

impl TryFrom<String> for SmtpTls {
    type Error = String;

    fn try_from(word: String) -> Result<Self, String> {
        match word.as_str() {
            "starttls" => Ok(Self::Starttls),
            "implicit" => Ok(Self::Implicit),
            "none" => Ok(Self::None),
            _ => Err(format!("\"{word}\": allowed are starttls, implicit, none")),
        }
    }
}

/// Work outside requests.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct JobSettings {
    /// Jobs side by side in one process, 1 to 32
    pub tasks: u32,
    /// How long a worker that has died keeps others from its job, 1 to 3600
    pub lease_seconds: u32,
}

/// How much the portal takes.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Requests a second let through from one address, which may be a whole campus; a session gets a hundredth of it.
    /// Five times as many pass for a moment. 100 to 1,000,000
    pub requests_per_second: u32,
    /// Requests worked on at once, 4 to 10,000. Handing in, signing in and files each have a quarter as many beside
    /// these, signing out a sixteenth; one organisation takes three of four at most
    pub at_once: u32,
    /// Requests that may wait for a place in each line, 0 to 100,000; further ones are told at once when to come again
    pub waiting: u32,
    /// How long one waits, in seconds, 1 to 60
    pub wait_seconds: u32,
    /// Memory for files that come in at the same time, in mebibytes, 64 to 65,536. What is made of them while they are
    /// looked through takes up to as much again
    pub files_mebibytes: u32,
}

/// Copies to fall back on.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct BackupSettings {
    /// Folder of the archives; `backups` in the data folder unless set. Best on another disk
    pub folder: Option<PathBuf>,
    /// File of the key that archives are made with; `backup.key` in the data folder unless set, made when it is missing
    pub key_file: Option<PathBuf>,
    /// Hours between two copies, 1 to 720; 0 makes none by itself
    pub every_hours: u32,
    /// Archives kept in the folder, 1 to 1000; older ones are removed
    pub keep: u32,
    /// PostgreSQL's program that copies, of the server's version or newer
    pub pg_dump: String,
    /// PostgreSQL's program that restores
    pub pg_restore: String,
}

/// What is told in confidence.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SealingSettings {
    /// File of the key that it is sealed with; `sealing.key` in the data folder unless set, made at the first start
    pub key_file: Option<PathBuf>,
}

/// Where files lie that are too large for a row.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct BlobSettings {
    /// `folder` or `s3`
    pub store: BlobStore,
    /// Folder of the files; the data folder unless set
    pub folder: Option<PathBuf>,
    /// Address of a server that speaks S3; `https` unless on the same machine
    pub s3_endpoint: String,
    /// Its bucket
    pub s3_bucket: String,
    /// Its region; many servers take any word
    pub s3_region: String,
    /// Who signs in to it
    pub s3_access_key: Option<String>,
    /// With which secret
    pub s3_secret_key: Option<Secret>,
    /// A file that holds the secret
    pub s3_secret_key_file: Option<PathBuf>,
}

/// Which kind of store holds the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum BlobStore {
    /// A folder
    Folder,
    /// A server that speaks S3
    S3,
}

impl TryFrom<String> for BlobStore {
    type Error = String;

    fn try_from(word: String) -> Result<Self, String> {
        match word.as_str() {
            "folder" => Ok(Self::Folder),
            "s3" => Ok(Self::S3),
            _ => Err(format!("\"{word}\": allowed are folder, s3")),
        }
    }
}

/// An identity provider that speaks OpenID Connect.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ProviderSettings {
    /// The number, in the national register, of the organisation whose people come from it
    pub organisation: String,
    /// What people call it
    pub name: String,
    /// Its address, as it stands in its tokens; `https`
    pub issuer: String,
    /// What it calls the portal
    pub client_id: String,
    /// The secret between the two; none for a public client
    pub client_secret: Option<Secret>,
    /// A file that holds the secret
    pub client_secret_file: Option<PathBuf>,
    /// Scopes besides `openid`
    pub scopes: Vec<String>,
    /// The level (`acr`) that is asked for and must come back; empty: none is asked for
    pub level: String,
    /// Levels that are as good or better
    pub higher_levels: Vec<String>,
    /// Whether that level is as much as two factors, so that no second step is asked for; needs a level
    pub counts_as_two: bool,
    /// How long ago somebody may have signed in there, in minutes, 0 to 1440; 0: any time
    pub max_age_minutes: u32,
}

/// Something that opens something. Never shown.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// The value, for the one place that needs it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(hidden)")
    }
}

impl From<String> for Secret {
    fn from(value: String) -> Self {
        Self(value)
    }
}

impl Default for Settings {
    fn default() -> Self {
        let listen = SocketAddr::from(([127, 0, 0, 1], 8420));
        Self {
            data: PathBuf::from("data"),
            listen,
            base_url: String::new(), // becomes http://LISTEN
            proxies: String::new(),
            outgoing: String::new(),
            security_contact: String::new(),
            metrics_listen: None,
            database: DatabaseSettings::default(),
            mail: MailSettings::default(),
            jobs: JobSettings::default(),
            backup: BackupSettings::default(),
            sealing: SealingSettings::default(),
            blobs: BlobSettings::default(),
            limits: Limits::default(),
            providers: BTreeMap::new(),
            failpoints: false,
            demo: false,
        }
    }
}

impl Default for DatabaseSettings {
    fn default() -> Self {
        Self { url: None, url_file: None, owner_url: None, owner_url_file: None, connections: 16 }
    }
}

impl Default for MailSettings {
    fn default() -> Self {
        Self {
            transport: Transport::Folder,
            folder: None,
            from: "Fotfeste <no-reply@localhost>".into(),
            smtp_host: String::new(),
            smtp_port: 587,
            smtp_tls: SmtpTls::Starttls,
            smtp_user: None,
            smtp_password: None,
            smtp_password_file: None,
        }
    }
}

impl Default for JobSettings {
    fn default() -> Self {
        Self { tasks: 2, lease_seconds: 30 }
    }
}

impl Default for BackupSettings {
    fn default() -> Self {
        Self {
            folder: None,
            key_file: None,
            every_hours: 24,
            keep: 14,
            pg_dump: "pg_dump".into(),
            pg_restore: "pg_restore".into(),
        }
    }
}

impl Default for BlobSettings {
    fn default() -> Self {
        Self {
            store: BlobStore::Folder,
            folder: None,
            s3_endpoint: String::new(),
            s3_bucket: String::new(),
            s3_region: "us-east-1".into(),
            s3_access_key: None,
            s3_secret_key: None,
            s3_secret_key_file: None,
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self { requests_per_second: 3_000, at_once: 64, waiting: 512, wait_seconds: 5, files_mebibytes: 128 }
    }
}

/// A setting that cannot be used: which, what it says, and what is allowed.
#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    /// A file, a key or a type
    #[error("{0}")]
    Unreadable(#[from] config::ConfigError),
    /// A value out of its bounds
    #[error("setting {key} = {value:?}: {allowed}")]
    NotAllowed {
        /// Which
        key: &'static str,
        /// What it says
        value: String,
        /// What it may say
        allowed: String,
    },
}

fn not_allowed(key: &'static str, value: impl fmt::Display, allowed: impl Into<String>) -> SettingsError {
    SettingsError::NotAllowed { key, value: value.to_string(), allowed: allowed.into() }
}

impl Settings {
    /// The settings of this process: the file, when one is named, then its environment.
    /// # Errors
    /// [`SettingsError`]
    pub fn load(file: Option<&Path>) -> Result<Self, SettingsError> {
        Self::from(file, std::env::vars().collect())
    }

    /// The same from an environment of one's own.
    /// # Errors
    /// [`SettingsError`]
    pub fn from(file: Option<&Path>, mut environment: HashMap<String, String>) -> Result<Self, SettingsError> {
        environment.remove(failpoint::VARIABLE); // not a setting
        environment.remove("FOTFESTE_CONFIG"); // names the file
        let mut all = Config::builder();
        if let Some(file) = file {
            all = all.add_source(File::new(&file.display().to_string(), FileFormat::Toml));
        }
        let variables =
            Environment::with_prefix(PREFIX).prefix_separator("_").separator("__").source(Some(environment));
        let settings: Self = all.add_source(variables).build()?.try_deserialize()?;
        settings.checked()
    }

    /// Reads the files that hold secrets, fills in what follows from other settings and checks every bound. Call it
    /// again after changing a setting.
    /// # Errors
    /// [`SettingsError::NotAllowed`]
    pub fn checked(mut self) -> Result<Self, SettingsError> {
        self.database.url = from_file("database.url_file", self.database.url, self.database.url_file.as_deref())?;
        self.database.owner_url =
            from_file("database.owner_url_file", self.database.owner_url, self.database.owner_url_file.as_deref())?;
        let mail = &mut self.mail;
        mail.smtp_password =
            from_file("mail.smtp_password_file", mail.smtp_password.take(), mail.smtp_password_file.as_deref())?;
        let blobs = &mut self.blobs;
        blobs.s3_secret_key =
            from_file("blobs.s3_secret_key_file", blobs.s3_secret_key.take(), blobs.s3_secret_key_file.as_deref())?;
        for provider in self.providers.values_mut() {
            let (given, file) = (provider.client_secret.take(), provider.client_secret_file.as_deref());
            provider.client_secret = from_file("providers.client_secret_file", given, file)?;
        }
        if self.base_url.is_empty() {
            self.base_url = format!("http://{}", self.listen);
        }
        self.base_url = self.base_url.trim_end_matches('/').to_string();
        self.check_address()?;
        self.proxies
            .parse::<Proxies>()
            .map_err(|what| not_allowed("proxies", &self.proxies, format!("{what}; give addresses, comma between")))?;
        self.outgoing
            .parse::<Proxies>()
            .map_err(|what| not_allowed("outgoing", &self.outgoing, format!("{what}; give networks, comma between")))?;
        self.check_contact()?;
        self.check_database()?;
        self.check_mail()?;
        self.check_blobs()?;
        self.check_bounds()?;
        self.check_providers()?;
        Ok(self)
    }

    /// Which database is meant.
    pub fn place(&self) -> Place {
        match &self.database.url {
            Some(url) => Place::Postgres { url: url.reveal().into(), connections: self.database.connections },
            None => Place::Sqlite(self.data.join("fotfeste.db")),
        }
    }

    /// Folder of `.eml` files.
    pub fn mail_folder(&self) -> PathBuf {
        self.mail.folder.clone().unwrap_or_else(|| self.data.join("mail"))
    }

    /// The proxies that are believed. Checked when the settings were read: what cannot be read names none.
    pub fn proxies(&self) -> Proxies {
        self.proxies.parse().unwrap_or_default()
    }

    /// The private networks that may be called. Checked when the settings were read.
    pub fn outgoing(&self) -> Proxies {
        self.outgoing.parse().unwrap_or_default()
    }

    /// Folder of archives to fall back on.
    pub fn backup_folder(&self) -> PathBuf {
        self.backup.folder.clone().unwrap_or_else(|| self.data.join("backups"))
    }

    /// File of the key that archives are made with.
    pub fn backup_key_file(&self) -> PathBuf {
        self.backup.key_file.clone().unwrap_or_else(|| self.data.join("backup.key"))
    }

    /// File of the key that seals what is told in confidence.
    pub fn sealing_key_file(&self) -> PathBuf {
        self.sealing.key_file.clone().unwrap_or_else(|| self.data.join("sealing.key"))
    }

    /// Folder that blobs lie in, unless a bucket holds them.
    pub fn blob_folder(&self) -> PathBuf {
        self.blobs.folder.clone().unwrap_or_else(|| self.data.clone())
    }

    /// Whether the way to the bucket is in the open, which is only allowed on the same machine.
    pub fn blobs_unencrypted(&self) -> bool {
        self.blobs.s3_endpoint.starts_with("http://")
    }

    /// The host in `base_url`, without the port.
    pub fn base_host(&self) -> String {
        let rest = self.base_url.split_once("://").map_or("", |parts| parts.1);
        let end = if rest.starts_with('[') { rest.find(']').map(|at| at + 1) } else { rest.find(':') };
        rest[..end.unwrap_or(rest.len())].to_string()
    }

    /// Whether readers come by an encrypted way: cookies are then for that way alone.
    pub fn is_https(&self) -> bool {
        self.base_url.starts_with("https://")
    }

    fn check_address(&self) -> Result<(), SettingsError> {
        let wrong = |allowed: &str| Err(not_allowed("base_url", &self.base_url, allowed));
        let Some((scheme, rest)) = self.base_url.split_once("://") else {
            return wrong("begin it with https://");
        };
        if rest.is_empty() || rest.contains(['/', '?', '#', '@']) || rest.contains(char::is_whitespace) {
            return wrong("give scheme and host, with a port where it needs one, and no path");
        }
        match scheme {
            "https" => Ok(()),
            "http" if self.demo || is_same_machine(&self.base_host()) => Ok(()),
            _ => wrong("https is needed, unless the portal is reached on the same machine alone"),
        }
    }

    fn check_contact(&self) -> Result<(), SettingsError> {
        let contact = &self.security_contact;
        let mail = contact.strip_prefix("mailto:").is_some_and(|address| address.contains('@'));
        let page = contact.strip_prefix("https://").is_some_and(|host| !host.is_empty());
        if contact.is_empty() || ((mail || page) && !contact.contains(|letter: char| !letter.is_ascii_graphic())) {
            return Ok(());
        }
        Err(not_allowed(
            "security_contact",
            contact,
            "begin it with mailto: and give an address, or with https:// and give a page",
        ))
    }

    fn check_database(&self) -> Result<(), SettingsError> {
        for (key, url) in [("database.url", &self.database.url), ("database.owner_url", &self.database.owner_url)] {
            let url = url.as_ref().map_or("postgres://", Secret::reveal);
            if !url.starts_with("postgres://") && !url.starts_with("postgresql://") {
                // The value may hold a password.
                return Err(not_allowed(key, "(hidden)", "begin it with postgres://, or leave it out for SQLite"));
            }
        }
        within("database.connections", self.database.connections, 2, 200)
    }

    fn check_mail(&self) -> Result<(), SettingsError> {
        let mail = &self.mail;
        if mail.transport == Transport::Folder {
            return Ok(());
        }
        if mail.smtp_host.is_empty() {
            return Err(not_allowed("mail.smtp_host", "", "name the mail server, or set mail.transport to folder"));
        }
        if mail.smtp_tls == SmtpTls::None && !is_same_machine(&mail.smtp_host) {
            return Err(not_allowed(
                "mail.smtp_tls",
                "none",
                "only for a mail server on the same machine; use starttls or implicit",
            ));
        }
        if mail.smtp_user.is_some() != mail.smtp_password.is_some() {
            let user = mail.smtp_user.as_deref().unwrap_or("");
            return Err(not_allowed("mail.smtp_user", user, "give both smtp_user and smtp_password, or neither"));
        }
        Ok(())
    }

    fn check_blobs(&self) -> Result<(), SettingsError> {
        let blobs = &self.blobs;
        if blobs.store == BlobStore::Folder {
            return Ok(());
        }
        let endpoint = &blobs.s3_endpoint;
        let host = endpoint.strip_prefix("http://").map(|rest| rest.split([':', '/']).next().unwrap_or_default());
        if !endpoint.starts_with("https://") && !host.is_some_and(is_same_machine) {
            return Err(not_allowed(
                "blobs.s3_endpoint",
                endpoint,
                "begin it with https://; http:// is for a server on the same machine alone",
            ));
        }
        if blobs.s3_bucket.is_empty() {
            return Err(not_allowed("blobs.s3_bucket", "", "name the bucket, or set blobs.store to folder"));
        }
        if blobs.s3_access_key.is_some() != blobs.s3_secret_key.is_some() {
            let key = blobs.s3_access_key.as_deref().unwrap_or("");
            return Err(not_allowed(
                "blobs.s3_access_key",
                key,
                "give both s3_access_key and s3_secret_key, or neither",
            ));
        }
        Ok(())
    }

    fn check_providers(&self) -> Result<(), SettingsError> {
        for (key, provider) in &self.providers {
            let plain = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
            if key.is_empty() || !key.chars().all(plain) {
                return Err(not_allowed("providers", key, "use small letters, figures and dashes in its key"));
            }
            if !provider.issuer.starts_with("https://") {
                return Err(not_allowed("providers.issuer", &provider.issuer, "begin it with https://"));
            }
            let needed = [
                ("providers.organisation", &provider.organisation),
                ("providers.name", &provider.name),
                ("providers.client_id", &provider.client_id),
            ];
            for (setting, value) in needed {
                if value.is_empty() {
                    return Err(not_allowed(setting, value, format!("fill it in for the provider {key}")));
                }
            }
            if provider.counts_as_two && provider.level.is_empty() {
                return Err(not_allowed("providers.level", "", "name the level that counts as two factors"));
            }
            within("providers.max_age_minutes", provider.max_age_minutes, 0, 1_440)?;
        }
        Ok(())
    }

    fn check_bounds(&self) -> Result<(), SettingsError> {
        within("jobs.tasks", self.jobs.tasks, 1, 32)?;
        within("jobs.lease_seconds", self.jobs.lease_seconds, 1, 3600)?;
        within("backup.every_hours", self.backup.every_hours, 0, 720)?;
        within("backup.keep", self.backup.keep, 1, 1000)?;
        within("limits.requests_per_second", self.limits.requests_per_second, 100, 1_000_000)?;
        within("limits.at_once", self.limits.at_once, 4, 10_000)?;
        within("limits.waiting", self.limits.waiting, 0, 100_000)?;
        within("limits.wait_seconds", self.limits.wait_seconds, 1, 60)?;
        within("limits.files_mebibytes", self.limits.files_mebibytes, 64, 65_536)
    }
}

fn within<N: PartialOrd + fmt::Display>(key: &'static str, value: N, least: N, most: N) -> Result<(), SettingsError> {
    if value < least || value > most {
        return Err(not_allowed(key, value, format!("allowed are {least} to {most}")));
    }
    Ok(())
}

fn is_same_machine(host: &str) -> bool {
    host == "localhost" || host.trim_matches(['[', ']']).parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

fn from_file(key: &'static str, given: Option<Secret>, file: Option<&Path>) -> Result<Option<Secret>, SettingsError> {
    let Some(file) = file else { return Ok(given) };
    let text = std::fs::read_to_string(file)
        .map_err(|error| not_allowed(key, file.display(), format!("name a file that can be read: {error}")))?;
    let text = text.trim();
    if text.is_empty() {
        return Err(not_allowed(key, file.display(), "the file is empty"));
    }
    Ok(Some(Secret(text.into())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(variables: &[(&str, &str)]) -> Result<Settings, String> {
        let variables = variables.iter().map(|(key, value)| (format!("FOTFESTE_{key}"), value.to_string())).collect();
        Settings::from(None, variables).map_err(|error| error.to_string())
    }

    #[test]
    fn the_defaults_are_strong() {
        let settings = with(&[]).unwrap();
        assert_eq!(settings.base_url, "http://127.0.0.1:8420");
        assert_eq!(settings.place(), Place::Sqlite("data/fotfeste.db".into()));
        assert!(!settings.failpoints && !settings.demo && settings.metrics_listen.is_none());
    }

    #[test]
    fn the_environment_stands_over_the_file() {
        let folder = std::env::temp_dir().join(format!("fotfeste-settings-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let (file, password) = (folder.join("a.toml"), folder.join("password"));
        std::fs::write(&password, "0042\n").unwrap();
        let text = format!(
            "listen = '0.0.0.0:80'\nbase_url = 'https://praksis.example.org/'\n[mail]\ntransport = 'smtp'\nsmtp_host = 'a'\n\
             smtp_user = 'u'\nsmtp_password_file = '{}'\n[jobs]\ntasks = 3\n",
            password.display()
        );
        std::fs::write(&file, text).unwrap();
        let variables = HashMap::from([
            ("FOTFESTE_MAIL__SMTP_HOST".into(), "mail.example.org".into()),
            ("FOTFESTE_JOBS__TASKS".into(), "5".into()),
            ("FOTFESTE_FAILPOINT".into(), "allocate:saved".into()),
        ]);
        let settings = Settings::from(Some(&file), variables).unwrap();
        assert_eq!(settings.base_url, "https://praksis.example.org");
        assert_eq!(settings.base_host(), "praksis.example.org");
        assert_eq!((settings.mail.smtp_host.as_str(), settings.jobs.tasks), ("mail.example.org", 5));
        assert_eq!(settings.mail.smtp_password.as_ref().unwrap().reveal(), "0042");
        assert!(!format!("{settings:?}").contains("0042"));
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_provider_is_whole_or_refused() {
        let whole = [
            ("PROVIDERS__FEIDE__ISSUER", "https://auth.dataporten.no"),
            ("PROVIDERS__FEIDE__NAME", "Feide"),
            ("PROVIDERS__FEIDE__CLIENT_ID", "fotfeste"),
            ("PROVIDERS__FEIDE__ORGANISATION", "974767880"),
        ];
        assert_eq!(with(&whole).unwrap().providers["feide"].name, "Feide");
        assert!(with(&whole[..3]).unwrap_err().contains("providers.organisation"));
        let plain = [whole.as_slice(), &[("PROVIDERS__FEIDE__ISSUER", "http://auth.dataporten.no")]].concat();
        assert!(with(&plain).unwrap_err().contains("begin it with https://"));
        let two = [whole.as_slice(), &[("PROVIDERS__FEIDE__COUNTS_AS_TWO", "true")]].concat();
        assert!(with(&two).unwrap_err().contains("providers.level"));
    }

    #[test]
    fn an_error_names_the_key_the_value_and_what_is_allowed() {
        let told = |variables| with(variables).unwrap_err();
        assert_eq!(told(&[("JOBS__TASKS", "99")]), "setting jobs.tasks = \"99\": allowed are 1 to 32");
        let listen = told(&[("LISTEN", "somewhere")]);
        assert!(listen.contains("listen") && listen.contains("socket address"), "{listen}");
        let transport = told(&[("MAIL__TRANSPORT", "pigeon")]);
        assert!(
            ["mail.transport", "pigeon", "folder", "smtp"].iter().all(|word| transport.contains(word)),
            "{transport}"
        );
        let unknown = told(&[("LISTENN", "x")]);
        assert!(unknown.contains("listenn") && unknown.contains("metrics_listen"), "{unknown}");
        let url = told(&[("DATABASE__URL", "mysql://u:p4ss@h/d")]);
        assert!(url.contains("database.url") && !url.contains("p4ss"), "{url}");
        assert!(told(&[("BASE_URL", "http://praksis.example.org")]).contains("https is needed"));
        assert!(told(&[("MAIL__TRANSPORT", "smtp")]).contains("mail.smtp_host"));
    }
}
