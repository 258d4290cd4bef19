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
    of("sign_in_links", "id", "expires_at", 30, Whose::Portal),
    of("setup_links", "id", "expires_at", 30, Whose::Portal),
    of("throttles", "id", "window_started_at", 1, Whose::Portal),
    of("jobs", "id", "finished_at", 90, Whose::Portal),
    of("answers", "owner_id, person_id, act, request_key", "at", 30, Whose::Owner),
    of("mails", "owner_id, id", "created_at", 2 * YEAR, Whose::Owner),
    of(
        "import_changes",
        "owner_id, import_id, number",
        "(SELECT i.created_at FROM imports i WHERE i.owner_id = import_changes.owner_id AND i.id = import_changes.import_id)",
        YEAR,
        Whose::Owner,
    ),
    of("imports", "owner_id, id", "created_at", YEAR, Whose::Owner),
    of("drafts", "owner_id, id", "changed_at", 90, Whose::Owner),
    of("invitations", "id", "until", YEAR, Whose::Portal),
    Rule { table: "journal", key: "owner_id, id", from: "at", days: 10 * YEAR, whose: Whose::Owner, act: Act::Count },
    Rule {
        table: "decisions",
        key: "owner_id, round_id, person_id, version",
        from: "at",
        days: 10 * YEAR,
        whose: Whose::Owner,
        act: Act::Count,
    },
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

/// What is worth showing of a run.
pub fn outcome(removed: &[Removed]) -> Value {
    let rows: u64 = removed.iter().filter(|removed| removed.is_gone).map(|removed| removed.rows).sum();
    json!({ "rows": rows, "tables": removed })
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
}
