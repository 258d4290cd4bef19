//! Which rows are kept how long.

use chrono::TimeDelta;
use serde::Serialize;
use serde_json::{Value, json};

/// Whose rows a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The whole portal's
    Portal,
    /// Each organisation's own
    Owner,
}

/// What happens to rows whose time is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// They are removed
    Remove,
    /// They can only be added to, so they are counted for whoever decides about the archive
    Count,
}

/// One rule: rows of this table whose clock is older than this.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Table
    pub table: &'static str,
    /// Its primary key, comma between
    pub key: &'static str,
    /// When the time begins; SQL over the table's own columns
    pub from: &'static str,
    /// Days it lasts
    pub days: i64,
    /// Whose rows
    pub whose: Whose,
    /// What happens then
    pub act: Act,
}

const fn of(table: &'static str, key: &'static str, from: &'static str, days: i64, whose: Whose) -> Rule {
    Rule { table, key, from, days, whose, act: Act::Remove }
}

/// Years, in days, leap days included.
const YEAR: i64 = 366;

/// Every rule; rows that others point at come after those.
pub const RULES: &[Rule] = &[
    of("sessions", "id", "expires_at", 30, Whose::Portal),
    of("half_sign_ins", "id", "expires_at", 1, Whose::Portal),
    of("provider_visits", "id", "expires_at", 1, Whose::Portal),
    of("passkey_challenges", "id, cause", "expires_at", 1, Whose::Portal),
    of("sign_in_links", "id", "expires_at", 30, Whose::Portal),
    of("slips", "id", "expires_at", 30, Whose::Portal),
    of("setup_links", "id", "expires_at", 30, Whose::Portal),
    of("invitations", "id", "until", YEAR, Whose::Portal),
    of("throttles", "id", "window_started_at", 1, Whose::Portal),
    of("jobs", "id", "finished_at", 90, Whose::Portal),
    of("answers", "owner_id, person_id, act, request_key", "at", 30, Whose::Owner),
    of("mails", "owner_id, id", "created_at", 2 * YEAR, Whose::Owner),
    of("notices", "owner_id, id", "created_at", 2 * YEAR, Whose::Owner),
    of("box_notices", "owner_id, id", "mailed_at", 90, Whose::Owner),
    of("looks", "owner_id, id", "at", 2 * YEAR, Whose::Owner),
    of("token_readings", "owner_id, token_id, hour, path, first_id, last_id", "hour", YEAR, Whose::Owner),
    of("token_lists", "owner_id, token_id, hour, path, print", "hour", YEAR, Whose::Owner),
    of("token_list_people", "owner_id, print", "hour", YEAR, Whose::Owner),
    of(
        "import_changes",
        "owner_id, import_id, number",
        "(SELECT i.created_at FROM imports i WHERE i.owner_id = import_changes.owner_id AND i.id = import_changes.import_id)",
        YEAR,
        Whose::Owner,
    ),
    of("imports", "owner_id, id", "created_at", YEAR, Whose::Owner),
    of("drafts", "owner_id, id", "changed_at", 90, Whose::Owner),
    // Nobody tries for longer than three days; what is older is read by people alone, who look for what went wrong.
    of("deliveries", "owner_id, id", "coalesce(tried_at, created_at)", 90, Whose::Owner),
    of("webhooks", "owner_id, id", "ended_at", YEAR, Whose::Owner),
    of("roles", "owner_id, id", "until_on", 10 * YEAR, Whose::Owner),
    of("affiliations", "owner_id, id", "until_on", 10 * YEAR, Whose::Owner),
    of("members", "owner_id, person_id", "CASE WHEN is_open THEN NULL ELSE until_on END", 10 * YEAR, Whose::Owner),
    of("unit_changes", "owner_id, id", "done_at", 10 * YEAR, Whose::Owner),
    of("look_questions", "owner_id, id", "asked_at", 2 * YEAR, Whose::Owner),
    of("look_samples", "owner_id, week_on", "drawn_at", 2 * YEAR, Whose::Owner),
    of("support_accesses", "owner_id, id", "until", 10 * YEAR, Whose::Owner),
    of("confidence_openings", "owner_id, id", "at", 10 * YEAR, Whose::Owner),
    of("person_mergers", "owner_id, id", "at", 10 * YEAR, Whose::Owner),
    Rule { table: "journal", key: "owner_id, id", from: "at", days: 10 * YEAR, whose: Whose::Owner, act: Act::Count },
    Rule {
        table: "decisions",
        key: "owner_id, round_id, person_id, version",
        from: "at",
        days: 10 * YEAR,
        whose: Whose::Owner,
        act: Act::Count,
    },
    Rule {
        table: "thread_entries",
        key: "owner_id, id",
        from: "at",
        days: 10 * YEAR,
        whose: Whose::Owner,
        act: Act::Count,
    },
];

/// Whoever left signs in with nothing of their own any more, and has no calendar here, when the last bond ended so many days ago; a link by mail still
/// opens what is about them.
pub const SIGN_IN_DAYS: i64 = 90;

/// What people sign in with, and what opens their dates to a program.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Means {
    /// Passwords, apps, recovery codes, passkeys, PINs
    pub credentials: u64,
    /// Names to sign in by, and accounts elsewhere
    pub identities: u64,
    /// Addresses by which calendar programs read
    pub calendar_feeds: u64,
}

impl Means {
    /// All together.
    pub fn add(&mut self, more: Self) {
        self.credentials += more.credentials;
        self.identities += more.identities;
        self.calendar_feeds += more.calendar_feeds;
    }
}

/// Of the round: what was wished, given and told is the decision's ground, and goes into the archive with it.
const WITH_THE_DECISION: &str = "stays with the decision it is the ground of, which can only be added to";
/// Of the person.
const WITH_THE_PERSON: &str = "goes when its person removes or replaces it";

/// Of the person, and not for ever.
const UNTIL_LEFT: &str = "goes when its person removes or replaces it, and 90 days after the last bond of whoever left";

/// Tables with something personal in them that no rule of age removes, each with the reason.
pub const REASONS: &[(&str, &str)] = &[
    (
        "persons",
        "decisions point at the person they are about; whoever left ten years ago is erased, and blanked by departure",
    ),
    ("protections", "goes when the protection ends, or with the person's name"),
    ("trustees", "goes when the trust is taken back; removed by departure"),
    ("operators", "as long as the task is held; ends with the last bond of whoever is let go"),
    ("api_tokens", "named by the journal; an ended token opens nothing, and is removed by departure"),
    ("credentials", UNTIL_LEFT),
    ("restrictions", "as long as the person is kept; removed when the person is erased"),
    ("person_keys", "destroyed when the person is erased or the organisation leaves"),
    ("identities", UNTIL_LEFT),
    ("calendar_feeds", UNTIL_LEFT),
    ("notice_choices", WITH_THE_PERSON),
    ("list_looks", WITH_THE_PERSON),
    ("saved_views", WITH_THE_PERSON),
    ("bounces", "goes when mail arrives at the address again"),
    ("role_mailboxes", "goes when the office removes it"),
    ("guide_additions", "as long as the organisation takes part; removed by departure"),
    ("threads", "as long as what was written in it, which can only be added to"),
    ("thread_files", "as long as what it was sent along with, which can only be added to"),
    ("thread_readings", "as long as the thread"),
    ("matters", "as long as the thread"),
    ("seats", WITH_THE_DECISION),
    ("participants", WITH_THE_DECISION),
    ("wish_lists", WITH_THE_DECISION),
    ("wishes", WITH_THE_DECISION),
    ("hand_placements", WITH_THE_DECISION),
    ("pairs", WITH_THE_DECISION),
    ("confidences", "stays with the decision until its person is erased; then nobody can open it"),
    ("confidants", "as long as the organisation wants it so"),
    ("second_looks", WITH_THE_DECISION),
    ("second_look_classes", WITH_THE_DECISION),
    ("runs", WITH_THE_DECISION),
    ("run_inputs", WITH_THE_DECISION),
    ("proposals", WITH_THE_DECISION),
    ("readings", WITH_THE_DECISION),
];

impl Rule {
    /// How long rows are kept.
    pub fn length(&self) -> TimeDelta {
        TimeDelta::days(self.days)
    }
}

/// Whether rows of this table can only be added to.
pub fn is_for_the_record(table: &str) -> bool {
    RULES.iter().any(|rule| rule.table == table && rule.act == Act::Count)
}

/// What a rule found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Removed {
    /// Table
    pub table: &'static str,
    /// Days its rows are kept
    pub days: i64,
    /// Rows whose time is over
    pub rows: u64,
    /// Whether they were removed
    pub is_gone: bool,
}

/// A file that no row names is left alone for so long: whoever stored it may still be about to write its row.
pub const SAFE_AGE: TimeDelta = TimeDelta::days(1);

/// Files that no row names.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Strays {
    /// How many
    pub files: u64,
    /// How large they are together
    pub bytes: u64,
    /// Whether they were removed
    pub is_gone: bool,
    /// Why the others that may be there were left alone
    pub left_alone: Option<LeftAlone>,
}

/// Why files are left alone that no row names, as far as this program sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LeftAlone {
    /// A restored portal that has not taken over: the real one may have the same store
    Restored,
    /// A later release has been here: its rows may name files where this one does not look
    LaterRelease,
}

/// What became of a run. The rows are gone also when the files could not be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleared {
    /// Rows, by rule
    pub rows: Vec<Removed>,
    /// Files, or why they could not be looked at
    pub files: Result<Strays, String>,
}

impl Cleared {
    /// Rows that were removed.
    pub fn gone(&self) -> u64 {
        self.rows.iter().filter(|removed| removed.is_gone).map(|removed| removed.rows).sum()
    }

    /// What is worth showing of it.
    pub fn outcome(&self) -> Value {
        let files = match &self.files {
            Ok(strays) => json!(strays),
            Err(error) => json!({ "error": error }),
        };
        json!({ "rows": self.gone(), "tables": self.rows, "files": files })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_names_a_table_and_columns_of_the_schema() {
        let tables = migrations::tables();
        for rule in RULES {
            let table = tables.iter().find(|table| table.name() == rule.table).unwrap();
            let columns: Vec<_> = table.data_map().iter().map(|line| line.column).collect();
            assert!(rule.key.split(", ").all(|column| columns.contains(&column)), "{rule:?}");
            assert_eq!(table.global_because().is_some(), rule.whose == Whose::Portal, "{rule:?}");
            assert_eq!(table.is_append_only(), rule.act == Act::Count, "{rule:?}");
        }
    }

    #[test]
    fn every_table_with_something_personal_has_a_rule_or_a_reason() {
        let is_personal = |table: &migrations::schema::TableOf| {
            table.data_map().iter().any(|line| line.class == migrations::schema::Class::Personal)
        };
        let ruled = |name: &str| RULES.iter().any(|rule| rule.table == name);
        let reasoned = |name: &str| REASONS.iter().any(|(table, _)| *table == name);
        let tables = migrations::tables();
        let personal: Vec<_> = tables.iter().filter(|table| is_personal(table)).map(|table| table.name()).collect();
        let without: Vec<_> = personal.iter().filter(|name| !ruled(name) && !reasoned(name)).collect();
        assert!(without.is_empty(), "say how long these are kept, or why they stay: {without:?}");
        let idle: Vec<_> = REASONS.iter().filter(|(name, _)| ruled(name) || !personal.contains(name)).collect();
        assert!(idle.is_empty(), "reasons for tables that need none: {idle:?}");
    }
}
