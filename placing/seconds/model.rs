//! What waits for a second look, and why it is not given.

use base::{HandPlacementId, Lang, Moment, OfferId, PersonId, RoundId, SecondLookId};
use chrono::TimeDelta;
use kit::fault::{Kind as Answer, Problem};

use crate::allocation::Ground;

/// A placement by hand that is carried out now: its reason is kept in confidence under the same id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placing {
    /// Which
    pub id: HandPlacementId,
    /// Who
    pub person: PersonId,
    /// Where; none: taken out again
    pub offer: Option<OfferId>,
    /// The ground, as it may be told
    pub ground: Ground,
    /// Who of the office asked for it
    pub by: Option<PersonId>,
}

/// What kind of thing waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A student is placed by hand
    Placement,
    /// A student placed by hand is taken out again
    Release,
    /// Priority classes of students at places
    Classes,
    /// Second looks are wanted no longer
    Rule,
}

impl Kind {
    /// The word in the database and for programs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Placement => "placement",
            Self::Release => "release",
            Self::Classes => "classes",
            Self::Rule => "rule",
        }
    }

    /// The kind of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Placement, Self::Release, Self::Classes, Self::Rule].into_iter().find(|kind| kind.word() == word)
    }
}

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nobody has looked
    Waiting,
    /// Another has confirmed it, and it was carried out
    Confirmed,
    /// Another has turned it down
    Refused,
    /// Whoever asked has taken it back
    Withdrawn,
}

impl State {
    /// The word in the database and for programs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Confirmed => "confirmed",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Which
    pub id: SecondLookId,
    /// In which round; none: the rule itself
    pub round: Option<RoundId>,
    /// What
    pub kind: Kind,
    /// About whom
    pub person: Option<PersonId>,
    /// Where to
    pub offer: Option<OfferId>,
    /// The ground, as it may be told
    pub ground: Option<Ground>,
    /// How many classes
    pub count: usize,
    /// Who asks
    pub by: PersonId,
}

/// One line of what waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// What is asked for
    pub asked: Asked,
    /// When
    pub at: Moment,
    /// The round's name
    pub round_name: String,
    /// The place's name
    pub place: String,
    /// The student's name
    pub person_name: String,
    /// The name of whoever asks
    pub by_name: String,
}

/// Something that was turned down, for whoever asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// What it was
    pub what: Waiting,
    /// Who turned it down
    pub decided_by: String,
    /// Why, where it is about nobody in particular; else it stands in confidence
    pub note: String,
}

impl Refused {
    /// How long it is shown.
    pub const SHOWN: TimeDelta = TimeDelta::days(30);
}

/// No refusal is explained in more characters.
pub const NOTE_CHARS_MAX: usize = 1000;

/// Reads why something is turned down.
/// # Errors
/// [`SecondError`] when it is missing, too long or holds control characters.
pub fn note_of(typed: &str) -> Result<String, SecondError> {
    let note = typed.trim().replace("\r\n", "\n");
    let got = note.chars().count();
    if note.is_empty() {
        return Err(SecondError::NoNote);
    }
    if got > NOTE_CHARS_MAX {
        return Err(SecondError::LongNote { got });
    }
    if note.chars().any(|sign| sign.is_control() && sign != '\n') {
        return Err(SecondError::OddNote);
    }
    Ok(note)
}

/// Why there was no second look.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SecondError {
    /// One and the same person
    #[error("whoever asked for {look} cannot confirm it")]
    Alone {
        /// Which
        look: SecondLookId,
    },
    /// Somebody was first
    #[error("{look} waits no longer")]
    Decided {
        /// Which
        look: SecondLookId,
    },
    /// The student is asked about already
    #[error("something about this student waits for a second look already")]
    Waits,
    /// There is nobody else who could confirm
    #[error("one person administers the organisation: nobody else could confirm")]
    NobodyElse,
    /// No person asks
    #[error("a second look is asked for by a person")]
    Nobody,
    /// Turned down without a reason
    #[error("no reason was given")]
    NoNote,
    /// The reason is too long
    #[error("the reason has {got} characters, at most {NOTE_CHARS_MAX} are allowed")]
    LongNote {
        /// Characters given
        got: usize,
    },
    /// The reason holds control characters
    #[error("the reason holds a control character")]
    OddNote,
}

impl Problem for SecondError {
    fn kind(&self) -> Answer {
        match self {
            Self::Alone { .. } | Self::Nobody => Answer::Forbidden,
            Self::Decided { .. } | Self::Waits | Self::NobodyElse => Answer::Conflict,
            Self::NoNote | Self::LongNote { .. } | Self::OddNote => Answer::Invalid,
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Alone { .. } => "second-look-alone",
            Self::Decided { .. } => "second-look-decided",
            Self::Waits => "second-look-waits",
            Self::NobodyElse => "second-look-nobody-else",
            Self::Nobody => "second-look-nobody",
            Self::NoNote | Self::LongNote { .. } | Self::OddNote => "second-look-note",
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NoNote | Self::LongNote { .. } | Self::OddNote => Some("note"),
            Self::NobodyElse => Some("second_pair"),
            _ => None,
        }
    }

    fn tell(&self, lang: Lang) -> String {
        let words = crate::words(lang);
        match self {
            Self::Alone { .. } => words.seconds_error_alone().to_string(),
            Self::Decided { .. } => words.seconds_error_decided().to_string(),
            Self::Waits => words.seconds_error_waits().to_string(),
            Self::NobodyElse => words.seconds_error_nobody_else().to_string(),
            Self::Nobody => words.seconds_error_nobody().to_string(),
            Self::NoNote => words.seconds_error_no_note().to_string(),
            Self::LongNote { got } => words.seconds_error_long_note(*got, NOTE_CHARS_MAX).to_string(),
            Self::OddNote => words.seconds_error_odd_note().to_string(),
        }
    }
}
