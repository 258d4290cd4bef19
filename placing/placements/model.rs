//! Decisions, what each party sees of them, and what can go wrong with a publication.

pub mod told;

use base::{Date, Lang, Moment, OfferId, OrganisationId, PersonId, RoundId, RunId, UnitId, Zone};
use chrono::Days;
use kit::fault::{Kind as FaultKind, Problem};
use matching::Mechanism;

use crate::allocation::{Grounds, Turn};

/// The job that publishes a round.
pub const PUBLISH: &str = "publish";
/// The job that tells a host organisation that its students are known, or that something has changed.
pub const TELL_HOST: &str = "tell-host";

/// How a student's matter was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A place
    Placed,
    /// No place yet
    Unplaced,
    /// The student left; the seat is free
    Withdrawn,
}

impl Kind {
    /// The word in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::Placed => "placed",
            Self::Unplaced => "unplaced",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The kind of a word in the database.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Placed, Self::Unplaced, Self::Withdrawn].into_iter().find(|kind| kind.word() == word)
    }
}

/// One version of what a student was told. Never changed; a change is a new version.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// The round
    pub round: RoundId,
    /// The institution
    pub owner: OrganisationId,
    /// The student
    pub person: PersonId,
    /// Counts from 1; the highest counts
    pub version: i32,
    /// How it was decided
    pub kind: Kind,
    /// Where
    pub offer: Option<OfferId>,
    /// The host organisation, and its unit
    pub host: Option<(OrganisationId, Option<UnitId>)>,
    /// The rank of the wish that came true
    pub rank: Option<u16>,
    /// Place in the draw order
    pub position: Option<u32>,
    /// Why
    pub grounds: Grounds,
    /// Name of the round, as it was then
    pub round_name: String,
    /// Name of the course, as it was then
    pub course_name: String,
    /// Name of the place, as it was then
    pub place_name: String,
    /// The student's subject
    pub subject: String,
    /// First day
    pub from_on: Date,
    /// Last day
    pub until_on: Date,
    /// The run it came from
    pub run: Option<RunId>,
    /// Who decided, when it was a person
    pub by: Option<PersonId>,
    /// When
    pub at: Moment,
    /// The last day to complain, where there is a right to
    pub complain_until_on: Option<Date>,
}

/// A complaint may be sent for three weeks from the day of notice, that day not counted: the Public Administration Act
/// of Norway, sections 29 and 30.
pub const COMPLAINT_DAYS: u64 = 21;

/// The last day to complain about what was told at this moment.
pub fn complain_until(told_at: Moment, zone: Zone) -> Date {
    told_at.with_timezone(&zone).date_naive() + Days::new(COMPLAINT_DAYS)
}

/// Grounds of somebody the draw says nothing about: placed by hand, or taken out.
pub fn outside_the_draw(by_hand: bool) -> Grounds {
    Grounds {
        mechanism: Mechanism::default(),
        turn: Turn::InTime,
        by_hand,
        drawn: 0,
        wishes: vec![],
        blocked: None,
        left_out: vec![],
        added: None,
        group: None,
    }
}

/// A student as the host that receives them sees them. Nothing else of a decision reaches a host: no number, no
/// wishes, no grounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenByHost {
    /// Given name
    pub given_name: String,
    /// Family name
    pub family_name: String,
    /// Mail address
    pub email: String,
    /// Telephone
    pub phone: String,
    /// Subject
    pub subject: String,
    /// Name of the place
    pub place: String,
    /// Name of the course
    pub course: String,
    /// First day
    pub from_on: Date,
    /// Last day
    pub until_on: Date,
    /// The institution that sends the student
    pub institution: OrganisationId,
    /// The round, for the address of the thread
    pub round: RoundId,
    /// The student, for the address of the thread
    pub person: PersonId,
    /// The host that receives them
    pub host: OrganisationId,
    /// The host's unit that receives them
    pub unit: Option<UnitId>,
}

impl SeenByHost {
    /// "Solbakken, Ida"
    pub fn name(&self) -> String {
        match (self.given_name.is_empty(), self.family_name.is_empty()) {
            (false, false) => format!("{}, {}", self.family_name, self.given_name),
            _ => format!("{}{}", self.family_name, self.given_name),
        }
    }
}

/// How many students come to one place of a host at one time: a number, and nobody's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    /// The round
    pub round: RoundId,
    /// The place
    pub offer: Option<OfferId>,
    /// The host's unit that receives them
    pub unit: Option<UnitId>,
    /// Name of the place
    pub place: String,
    /// Name of the course
    pub course: String,
    /// First day
    pub from_on: Date,
    /// Last day
    pub until_on: Date,
    /// How many
    pub students: i64,
}

/// What stands against a publication, and what is good to know before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Check {
    /// No run has been made
    NoRun,
    /// A run is under way
    UnderWay,
    /// So many students take part who were not in the run
    NotInRun(usize),
    /// The draft puts more students somewhere than there is room for
    Overfull(String),
    /// So many students have no place
    Lacking(usize),
    /// So many places have no host organisation that could be told
    NoHost(usize),
    /// So many things wait for a second look and do not count
    SecondLooks(usize),
    /// Everything the rules ask for is there
    Good,
}

impl Check {
    /// Whether publication has to wait for it.
    pub fn must_wait(&self) -> bool {
        matches!(self, Self::NoRun | Self::UnderWay | Self::NotInRun(_) | Self::Overfull(_))
    }
}

/// Why something could not be done with a publication or a placement.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlacementError {
    /// Something stands against the publication.
    #[error("round {round} cannot be published: {first:?}")]
    NotReady {
        /// Which round
        round: RoundId,
        /// The first thing that stands against it
        first: Check,
    },
    /// Nothing is being published.
    #[error("nothing of round {round} is being published")]
    NothingToStop {
        /// Which round
        round: RoundId,
    },
    /// Only published placements can be changed here.
    #[error("round {round} is not published")]
    NotPublished {
        /// Which round
        round: RoundId,
    },
    /// The student is there already.
    #[error("the student already has this place in round {round}")]
    SamePlace {
        /// Which round
        round: RoundId,
    },
    /// There is nothing to confirm.
    #[error("the student was told nothing in round {round}")]
    NothingTold {
        /// Which round
        round: RoundId,
    },
}

impl Problem for PlacementError {
    fn kind(&self) -> FaultKind {
        match self {
            Self::NothingTold { .. } => FaultKind::Missing,
            _ => FaultKind::Conflict,
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::NotReady { .. } => "publication-not-ready",
            Self::NothingToStop { .. } => "publication-nothing-to-stop",
            Self::NotPublished { .. } => "placement-not-published",
            Self::SamePlace { .. } => "placement-same-place",
            Self::NothingTold { .. } => "placement-nothing-told",
        }
    }

    fn field(&self) -> Option<&'static str> {
        matches!(self, Self::SamePlace { .. }).then_some("offer")
    }

    fn tell(&self, lang: Lang) -> String {
        let words = crate::words(lang);
        match self {
            Self::NotReady { first, .. } => told::check(lang, first),
            Self::NothingToStop { .. } => words.placements_error_nothing_to_stop().to_string(),
            Self::NotPublished { .. } => words.placements_error_not_published().to_string(),
            Self::SamePlace { .. } => words.placements_error_same_place().to_string(),
            Self::NothingTold { .. } => kit::words(lang).pages_missing_text().to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_of_notice_is_not_counted_and_the_zone_decides_which_day_it_is() {
        let at = |text: &str| text.parse::<Moment>().unwrap();
        let oslo = chrono_tz::Europe::Oslo;
        assert_eq!(complain_until(at("2026-09-28T10:00:00Z"), oslo).to_string(), "2026-10-19");
        assert_eq!(complain_until(at("2026-09-28T22:30:00Z"), oslo).to_string(), "2026-10-20");
    }
}
