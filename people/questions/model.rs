//! Which looks are drawn, and what is asked, answered and found about one.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use base::{Date, Id, Lang, LookId, Moment, OrganisationId, PersonId};
use chrono::{Datelike, Days, TimeDelta};
use kit::fault::{Kind, Problem};
use sha2::{Digest, Sha256};

/// Of so many looks one is drawn.
const ONE_OF: usize = 20;
/// An organisation's sample of one week is no larger.
pub const SAMPLE_MAX: usize = 50;
/// So many weeks that were missed are drawn later.
const WEEKS_MAX: u64 = 8;
/// The person has so long before the administrators are told.
pub const ANSWER_WITHIN: TimeDelta = TimeDelta::days(14);

/// A look that may be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// Which
    pub id: LookId,
    /// Whose file
    pub person: PersonId,
    /// Who looked
    pub by: PersonId,
    /// Which page, as the router names it
    pub what: String,
    /// When
    pub at: Moment,
}

/// A draw of looks that are given a part at a time, in any order: one of twenty, at least one, at most fifty, and one for
/// each person at most, so that nobody is asked twice a week.
#[derive(Debug)]
pub struct Draw {
    seed: String,
    /// Looks that were given
    pub all: usize,
    /// Of each person the look that the seed puts first, with where it puts it
    first: HashMap<PersonId, ([u8; 32], Look)>,
}

impl Draw {
    /// Nothing is given yet.
    pub fn new(seed: &str) -> Self {
        Self { seed: seed.to_owned(), all: 0, first: HashMap::new() }
    }

    /// Looks that may be drawn.
    pub fn give(&mut self, looks: Vec<Look>) {
        self.all += looks.len();
        for look in looks {
            let place = Sha256::new().chain_update(&self.seed).chain_update(look.id.uuid()).finalize().into();
            match self.first.entry(look.person) {
                Entry::Occupied(first) if first.get().0 <= place => {}
                Entry::Occupied(mut first) => drop(first.insert((place, look))),
                Entry::Vacant(none) => drop(none.insert((place, look))),
            }
        }
    }

    /// What the seed draws of them.
    pub fn drawn(self) -> Vec<Look> {
        let mut placed: Vec<_> = self.first.into_values().collect();
        placed.sort_by_key(|(place, _)| *place);
        let wanted = self.all.div_ceil(ONE_OF).min(SAMPLE_MAX);
        placed.into_iter().map(|(_, look)| look).take(wanted).collect()
    }
}

/// The Mondays of the weeks that are over and were not drawn, the first first; of those missed, so many at most.
pub fn weeks_to_draw(latest: Option<Date>, today: Date) -> Vec<Date> {
    let into = u64::from(today.weekday().num_days_from_monday());
    let back = (1..=WEEKS_MAX).rev().map(|weeks| today - Days::new(into + 7 * weeks));
    back.filter(|week| latest.map_or(*week + Days::new(14) > today, |latest| *week > latest)).collect()
}

/// What the person said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answered {
    /// The look was expected
    Expected,
    /// It was not
    Queried,
}

impl Answered {
    /// The word in the database and in forms.
    pub fn word(self) -> &'static str {
        match self {
            Self::Expected => "expected",
            Self::Queried => "queried",
        }
    }

    /// The answer of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Expected, Self::Queried].into_iter().find(|answer| answer.word() == word)
    }
}

/// What the organisation found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Whoever looked had cause to
    Entitled,
    /// They had none
    NotEntitled,
}

impl Outcome {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Entitled, Self::NotEntitled];

    /// The word in the database and in forms.
    pub fn word(self) -> &'static str {
        match self {
            Self::Entitled => "entitled",
            Self::NotEntitled => "not_entitled",
        }
    }

    /// The outcome of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.word() == word)
    }
}

/// One look that somebody is asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The organisation of whoever looked
    pub owner: OrganisationId,
    /// The look
    pub look: Look,
    /// When it was asked
    pub asked_at: Moment,
    /// What the person said
    pub answer: Option<Answered>,
    /// What the person wrote
    pub words: String,
    /// Whether it came to the administrators unanswered
    pub is_escalated: bool,
    /// What the organisation found
    pub outcome: Option<Outcome>,
    /// In its own words
    pub reason: String,
}

impl Question {
    /// The longest text, in characters.
    pub const CHARS_MAX: usize = 1_000;
    /// Whether the person may still answer.
    pub fn is_open(&self) -> bool {
        self.answer.is_none() && self.outcome.is_none()
    }
}

/// Why an answer or an outcome was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QuestionError {
    /// Neither yes nor no
    #[error("{field} is not one of the choices")]
    NoChoice {
        /// Which
        field: &'static str,
    },
    /// A text beyond its limit
    #[error("{field} has {got} characters, at most {max} allowed")]
    TooLong {
        /// Which
        field: &'static str,
        /// Characters given
        got: usize,
        /// Characters allowed
        max: usize,
    },
    /// An outcome without a reason
    #[error("the outcome has no reason")]
    Reasonless,
    /// Answered or settled already
    #[error("the question was answered before")]
    Answered,
}

impl QuestionError {
    /// The text, cleaned of space around it.
    /// # Errors
    /// [`QuestionError::TooLong`]
    pub fn text(field: &'static str, text: &str) -> Result<String, Self> {
        let (text, max) = (text.trim(), Question::CHARS_MAX);
        let got = text.chars().count();
        if got > max { Err(Self::TooLong { field, got, max }) } else { Ok(text.to_owned()) }
    }
}

impl Problem for QuestionError {
    fn kind(&self) -> Kind {
        match self {
            Self::Answered => Kind::Conflict,
            _ => Kind::Invalid,
        }
    }
    fn name(&self) -> &'static str {
        match self {
            Self::NoChoice { .. } => "question-no-choice",
            Self::TooLong { .. } => "question-too-long",
            Self::Reasonless => "question-reasonless",
            Self::Answered => "question-answered",
        }
    }
    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NoChoice { field } | Self::TooLong { field, .. } => Some(field),
            Self::Reasonless => Some("reason"),
            Self::Answered => None,
        }
    }
    fn tell(&self, lang: Lang) -> String {
        let words = crate::words(lang);
        match self {
            Self::NoChoice { .. } => words.questions_no_choice().to_string(),
            Self::TooLong { got, max, .. } => words.questions_too_long(*got, *max),
            Self::Reasonless => words.questions_reasonless().to_string(),
            Self::Answered => words.questions_answered().to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn looks(count: u128, people: u128) -> Vec<Look> {
        let look = |number: u128| Look {
            id: LookId(Uuid::from_u128(number)),
            person: PersonId(Uuid::from_u128(number % people)),
            by: PersonId(Uuid::from_u128(9_999)),
            what: "/people".into(),
            at: Moment::UNIX_EPOCH,
        };
        (0..count).map(look).collect()
    }

    fn drawn(seed: &str, looks: Vec<Look>, at_once: usize) -> Vec<Look> {
        let mut draw = Draw::new(seed);
        looks.chunks(at_once).for_each(|some| draw.give(some.to_vec()));
        draw.drawn()
    }

    #[test]
    fn a_seed_draws_the_same_looks_in_whatever_order_they_come() {
        let mut turned = looks(400, 200);
        turned.reverse();
        let ids = |seed, looks: Vec<Look>, at_once| {
            drawn(seed, looks, at_once).iter().map(|look| look.id).collect::<Vec<_>>()
        };
        let first = ids("5e", looks(400, 200), 400);
        assert_eq!((first.len(), &first), (20, &ids("5e", turned, 7)));
        assert_ne!(first, ids("5f", looks(400, 200), 400));
    }

    #[test]
    fn a_sample_is_small_and_asks_nobody_twice() {
        let drawn_of = |count, people| drawn("5e", looks(count, people), 1_000).len();
        assert_eq!([drawn_of(0, 1), drawn_of(1, 1), drawn_of(21, 21)], [0, 1, 2]);
        assert_eq!([drawn_of(5_000, 5_000), drawn_of(5_000, 3)], [SAMPLE_MAX, 3]);
    }

    #[test]
    fn a_week_is_drawn_when_it_is_over_and_later_when_it_was_missed() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let weeks = |latest: Option<&str>, today| {
            weeks_to_draw(latest.map(day), day(today)).iter().map(Date::to_string).collect::<Vec<_>>()
        };
        assert_eq!(weeks(None, "2027-02-15"), ["2027-02-08"]);
        assert_eq!(weeks(None, "2027-02-21"), ["2027-02-08"]);
        assert_eq!(weeks(Some("2027-02-08"), "2027-02-21"), [] as [String; 0]);
        assert_eq!(weeks(Some("2027-02-01"), "2027-02-22"), ["2027-02-08", "2027-02-15"]);
        assert_eq!(weeks(Some("2026-01-05"), "2027-02-22").len(), 8);
    }
}
