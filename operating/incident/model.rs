//! What was in wrong hands, and what a report tells.

use base::{Moment, OrganisationId, PersonId, SessionId, TokenId};
use kit::csv_out::CsvOut;
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

/// What got into wrong hands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leak {
    /// A token
    Token(TokenId),
    /// A session
    Session(SessionId),
    /// Everything that somebody signs in with
    Account(PersonId),
    /// The portal itself, or nobody knows yet
    Everything,
}

/// What is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// What got into wrong hands
    pub leak: Leak,
    /// Since when
    pub from: Moment,
    /// Until when
    pub until: Moment,
    /// An organisation's part holds at most so many lines of one kind
    pub lines_max: u64,
}

/// What happened to somebody's data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// Their file was opened
    Shown,
    /// They stood in a list that a token read in the hour named
    Listed,
    /// They stood in a file that somebody took along
    Taken,
    /// An act changed something of theirs, or was about them
    Changed,
}

impl Act {
    /// The word in the file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Shown => "shown",
            Self::Listed => "listed",
            Self::Taken => "taken",
            Self::Changed => "changed",
        }
    }
}

/// One thing that happened to one person's data.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Touch {
    /// Whose
    pub person: PersonId,
    /// When; of a list, the beginning of the hour
    pub at: Moment,
    /// What
    pub act: Act,
    /// By which page, list or entry of the journal
    pub what: String,
    /// In which organisation's rooms
    pub organisation: OrganisationId,
    /// Under whose name
    pub by: Option<PersonId>,
}

/// Whom the incident touched.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Report {
    /// What happened, by person and moment
    pub touches: Vec<Touch>,
    /// Whether there is more than a report holds: ask about a shorter span
    pub is_cut: bool,
    /// Parts of lists that tokens read, noted by an earlier release without those who stood in them
    pub unnamed: u64,
}

impl Report {
    /// An organisation's part holds so many lines of one kind, unless fewer or more are asked for.
    pub const LINES_MAX: u64 = 200_000;

    /// Everybody it touched, each once.
    pub fn persons(&self) -> Vec<PersonId> {
        let mut persons: Vec<PersonId> = self.touches.iter().map(|touch| touch.person).collect();
        persons.sort();
        persons.dedup();
        persons
    }
}

/// The report as a file: one line for each thing that happened.
pub fn csv(report: &Report, name_of: impl Fn(PersonId) -> String) -> Vec<u8> {
    let headings = ["person_id", "name", "at", "act", "what", "organisation_id", "by_id"].map(ToOwned::to_owned);
    let mut file = CsvOut::new(headings);
    for touch in &report.touches {
        file.row([
            touch.person.to_string(),
            name_of(touch.person),
            touch.at.to_rfc3339(),
            touch.act.word().to_owned(),
            touch.what.clone(),
            touch.organisation.to_string(),
            touch.by.map(|by| by.to_string()).unwrap_or_default(),
        ]);
    }
    file.finish()
}

/// Every id that a document of facts names, wherever it stands: who of them is a person, the database says.
pub fn ids_in(facts: &Value) -> Vec<Uuid> {
    match facts {
        Value::String(text) => text.parse().into_iter().collect(),
        Value::Array(parts) => parts.iter().flat_map(ids_in).collect(),
        Value::Object(fields) => {
            // For whom a deputy acts, who helps, and with what, says nothing about whose data it was.
            fields
                .iter()
                .filter(|(name, _)| !matches!(name.as_str(), "for" | "helper" | "token"))
                .flat_map(|(_, part)| ids_in(part))
                .collect()
        }
        _ => vec![],
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn ids_are_found_wherever_they_stand_in_the_facts() {
        let id = |number| Uuid::from_u128(number).to_string();
        let facts = json!({ "student": id(1), "rows": [{ "who": id(2) }, "x"], "for": id(3), "token": id(4), "n": 5 });
        let mut found = ids_in(&facts);
        found.sort();
        assert_eq!(found, [Uuid::from_u128(1), Uuid::from_u128(2)]);
    }
}
