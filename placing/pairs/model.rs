//! One student at one place offer.

use base::{Lang, OfferId, PersonId};
use kit::fault::{Kind, Problem};
use matching::BanReason;
use serde::{Deserialize, Serialize};

/// What is known about a pair. Everything may be missing; a pair of which nothing is known is not kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// The host's priority class for the student there; 0 goes first
    pub class: Option<u16>,
    /// Minutes of travel
    pub travel_minutes: Option<u16>,
    /// Why the pair must not come about
    pub ban: Option<BanReason>,
}

impl Pair {
    /// No class is larger.
    pub const CLASS_MAX: u16 = 999;
    /// No travel is longer, in minutes: a day.
    pub const TRAVEL_MAX: u16 = 1440;
    /// No round keeps more pairs.
    pub const PAIRS_MAX: u64 = 4_000_000;

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The ban of a word in files and forms.
pub fn ban_from_word(word: &str) -> Option<BanReason> {
    BanReason::NAMES.iter().find(|(name, _)| *name == word).map(|(_, reason)| *reason)
}

/// What a ban says, for the office.
pub fn ban_in_words(lang: Lang, ban: BanReason) -> String {
    let words = crate::words(lang);
    match ban {
        BanReason::OwnWorkplace => words.pairs_ban_own_workplace(),
        BanReason::Relative => words.pairs_ban_relative(),
        BanReason::Other => words.pairs_ban_other(),
    }
    .to_string()
}

/// A pair that is to be kept from now on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewPair {
    /// The student
    pub person: PersonId,
    /// The place offer
    pub offer: OfferId,
    /// What is known; nothing: the pair is forgotten
    pub pair: Pair,
}

/// Why a pair was not noted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PairError {
    /// Nobody in the round has this number.
    #[error("no student of the round has the number {typed:?}")]
    NoStudent {
        /// As it was typed
        typed: String,
    },
    /// No place offer of the round has this code.
    #[error("no place offer of the round has the code {typed:?}")]
    NoPlace {
        /// As it was typed
        typed: String,
    },
    /// Not a whole number within its bounds.
    #[error("{field}: {typed:?} is no number from 0 to {max}")]
    NoNumber {
        /// Which field
        field: &'static str,
        /// As it was typed
        typed: String,
        /// The most
        max: u16,
    },
    /// A ban is none of the three words.
    #[error("{typed:?} is no ground for a ban")]
    NoBan {
        /// As it was typed
        typed: String,
    },
}

impl Problem for PairError {
    fn kind(&self) -> Kind {
        Kind::Invalid
    }

    fn name(&self) -> &'static str {
        match self {
            Self::NoStudent { .. } => "pair-student",
            Self::NoPlace { .. } => "pair-place",
            Self::NoNumber { .. } => "pair-number",
            Self::NoBan { .. } => "pair-ban",
        }
    }

    fn field(&self) -> Option<&'static str> {
        Some(match self {
            Self::NoStudent { .. } => "student_id",
            Self::NoPlace { .. } => "place_id",
            Self::NoNumber { field, .. } => field,
            Self::NoBan { .. } => "ban",
        })
    }

    fn tell(&self, lang: Lang) -> String {
        let words = crate::words(lang);
        match self {
            Self::NoStudent { typed } => words.pairs_error_student(typed).to_string(),
            Self::NoPlace { typed } => words.pairs_error_place(typed).to_string(),
            Self::NoNumber { typed, max, .. } => words.pairs_error_number(typed, *max).to_string(),
            Self::NoBan { typed } => words.pairs_error_ban(typed).to_string(),
        }
    }
}

/// Reads a number that may be missing.
/// # Errors
/// [`PairError::NoNumber`]
pub fn number(field: &'static str, typed: &str, max: u16) -> Result<Option<u16>, PairError> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let read = typed.parse().ok().filter(|number| *number <= max);
    read.map(Some).ok_or_else(|| PairError::NoNumber { field, typed: typed.into(), max })
}

/// Reads a ban that may be missing.
/// # Errors
/// [`PairError::NoBan`]
pub fn ban(typed: &str) -> Result<Option<BanReason>, PairError> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    ban_from_word(typed).map(Some).ok_or_else(|| PairError::NoBan { typed: typed.into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_empty_a_value_within_bounds_or_an_error_that_names_it() {
        assert_eq!(number("prio", " ", 9), Ok(None));
        assert_eq!(number("prio", "9", 9), Ok(Some(9)));
        for typed in ["10", "-1", "x", "1.5"] {
            let wrong = PairError::NoNumber { field: "prio", typed: typed.into(), max: 9 };
            assert_eq!(number("prio", typed, 9), Err(wrong));
        }
        assert_eq!(ban("relative"), Ok(Some(BanReason::Relative)));
        assert_eq!(ban(""), Ok(None));
        assert_eq!(ban("love"), Err(PairError::NoBan { typed: "love".into() }));
    }
}
