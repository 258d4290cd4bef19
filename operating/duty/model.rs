//! What is looked at, and what is said about it.

use base::{Lang, Moment, PersonId};
use chrono::TimeDelta;
use kit::fault::{Kind, Problem};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// A machine whose clock is further off than this makes links and windows wrong.
pub const CLOCK_OFF_MAX: TimeDelta = TimeDelta::seconds(5);
/// Below this share of the disk, in hundredths, there is too little room.
pub const ROOM_MIN_PERCENT: u64 = 10;
/// Below this much room writing may fail at any moment, in bytes.
pub const ROOM_MIN_BYTES: u64 = 1 << 30;
/// A job that has been due for so long is taken up by nobody.
pub const WAIT_MAX: TimeDelta = TimeDelta::minutes(10);

/// What is looked at, in the order it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Check {
    /// The database answers
    Database,
    /// Its schema is this program's
    Schema,
    /// This machine's clock and the database's agree
    Clock,
    /// There is room on the disk
    Room,
    /// Nobody else reads the portal's files
    Files,
    /// The address is one for real readers
    Address,
    /// Styles and scripts are inside
    Assets,
    /// Mail leaves the house
    Mail,
    /// Work is done
    Jobs,
    /// There is a copy to fall back on
    Copies,
    /// Rows are kept no longer than promised
    Retention,
    /// Files can be stored and read
    Blobs,
    /// Nobody changed the journal afterwards
    Journal,
    /// The key of what is told in confidence is there
    Sealing,
    /// Somebody looks after the portal
    Operators,
    /// It was restored and has not taken over; looked at where it is so
    Restored,
}

impl Check {
    /// Its name in the texts and in reports for machines.
    pub fn word(self) -> &'static str {
        match self {
            Self::Database => "database",
            Self::Schema => "schema",
            Self::Clock => "clock",
            Self::Room => "room",
            Self::Files => "files",
            Self::Address => "address",
            Self::Assets => "assets",
            Self::Mail => "mail",
            Self::Jobs => "jobs",
            Self::Copies => "copies",
            Self::Retention => "retention",
            Self::Blobs => "blobs",
            Self::Journal => "journal",
            Self::Sealing => "sealing",
            Self::Operators => "operators",
            Self::Restored => "restored",
        }
    }
}

/// How it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// As it should be
    Good,
    /// Should be looked at
    Watch,
    /// Does not work
    Broken,
}

impl State {
    /// All, the best first.
    const ALL: [Self; 3] = [Self::Good, Self::Watch, Self::Broken];

    /// Its name in the texts and in reports for machines.
    pub fn word(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Watch => "watch",
            Self::Broken => "broken",
        }
    }
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What was looked at
    pub check: Check,
    /// How it is
    pub state: State,
    /// A figure or a name that needs no language; may be empty
    pub fact: String,
}

impl Finding {
    /// What was found.
    pub fn of(check: Check, state: State, fact: impl Into<String>) -> Self {
        Self { check, state, fact: fact.into() }
    }

    /// As it is kept until the next look: name, state and fact.
    pub fn kept(&self) -> Value {
        json!([self.check.word(), self.state.word(), self.fact])
    }

    /// What was found when this was looked at last, among what was kept.
    pub fn of_kept(check: Check, kept: &Value) -> Option<Self> {
        let found = kept.as_array()?.iter().find(|found| found[0] == check.word())?;
        let state = State::ALL.into_iter().find(|state| found[1] == state.word())?;
        Some(Self::of(check, state, found[2].as_str()?))
    }
}

/// Somebody who looks after the portal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operator {
    /// Who
    pub id: PersonId,
    /// Their name; a working name where it is protected
    pub name: String,
    /// The organisation that keeps them
    pub home: String,
    /// Since when
    pub since: Moment,
}

/// What the job is given that looks whether somebody has left for good.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Leaver {
    /// Who
    pub person: PersonId,
}

/// Why somebody's task was not ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DutyError {
    /// Nobody would look after the portal
    #[error("the last who looks after the portal goes on until another does")]
    Last,
}

impl Problem for DutyError {
    fn kind(&self) -> Kind {
        Kind::Conflict
    }
    fn name(&self) -> &'static str {
        "last-operator"
    }
    fn tell(&self, lang: Lang) -> String {
        crate::words(lang).duty_operator_last().to_string()
    }
}

/// How much room there is.
pub fn room(free: u64, all: u64) -> State {
    let percent = (free * 100).checked_div(all).unwrap_or(0);
    match (free, percent) {
        (free, _) if free < ROOM_MIN_BYTES => State::Broken,
        (_, percent) if percent < ROOM_MIN_PERCENT => State::Watch,
        _ => State::Good,
    }
}

/// How old the last success of a routine may be: late by a turn is worth a look, late by three is broken.
pub fn age(age: Option<TimeDelta>, every: TimeDelta, failures: i32) -> State {
    match age {
        None if failures == 0 => State::Watch,
        Some(age) if age <= every * 2 && failures == 0 => State::Good,
        Some(age) if age <= every * 4 => State::Watch,
        _ => State::Broken,
    }
}

/// Bytes as an operator reads them.
pub fn bytes(count: u64) -> String {
    const UNITS: [&str; 5] = ["B", "kB", "MB", "GB", "TB"];
    let (mut value, mut unit) = (count, 0);
    while value >= 10_000 && unit + 1 < UNITS.len() {
        value /= 1000;
        unit += 1;
    }
    format!("{value} {}", UNITS[unit])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_seen_before_it_is_full() {
        let gib = 1 << 30;
        assert_eq!(
            [room(50 * gib, 100 * gib), room(9 * gib, 100 * gib), room(gib - 1, 10 * gib)],
            [State::Good, State::Watch, State::Broken]
        );
    }

    #[test]
    fn a_copy_that_is_late_is_seen() {
        let (day, old) = (TimeDelta::hours(24), |hours| Some(TimeDelta::hours(hours)));
        let states = [
            age(old(30), day, 0),
            age(old(30), day, 1),
            age(old(60), day, 0),
            age(old(100), day, 0),
            age(None, day, 0),
            age(None, day, 1),
        ];
        let expected = [State::Good, State::Watch, State::Watch, State::Broken, State::Watch, State::Broken];
        assert_eq!(states, expected);
    }

    #[test]
    fn bytes_are_short() {
        assert_eq!([bytes(0), bytes(9_999), bytes(71_400_000_000)], ["0 B", "9999 B", "71 GB"]);
    }
}
