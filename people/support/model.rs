//! One while of looking with another person's eyes.

use base::{Lang, Moment, OrganisationId, PersonId, SupportId};
use chrono::TimeDelta;
use kit::fault::{Kind, Problem};

/// A while, as the person it is about sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Support {
    /// Which
    pub id: SupportId,
    /// For which organisation
    pub owner: OrganisationId,
    /// Who looked
    pub by: PersonId,
    /// Why
    pub reason: String,
    /// From when
    pub at: Moment,
    /// Until when at the latest
    pub until: Moment,
    /// When it was ended before that
    pub ended_at: Option<Moment>,
}

impl Support {
    /// The longest reason, in characters.
    pub const REASON_CHARS_MAX: usize = 500;
    /// How long it may last, in minutes.
    pub const MINUTES: [i64; 3] = [15, 30, 60];

    /// Whether it still opens anything.
    pub fn lasts_at(&self, now: Moment) -> bool {
        self.ended_at.is_none() && now < self.until
    }

    /// When it was over, or will be.
    pub fn over_at(&self) -> Moment {
        self.ended_at.unwrap_or(self.until)
    }
}

/// What was typed, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grounds {
    /// Why
    pub reason: String,
    /// How long
    pub length: TimeDelta,
}

impl Grounds {
    /// A reason that the person will read.
    /// # Errors
    /// [`SupportError::NoReason`].
    pub fn reason(typed: &str) -> Result<String, SupportError> {
        let (reason, max) = (typed.trim(), Support::REASON_CHARS_MAX);
        let got = reason.chars().count();
        if (1..=max).contains(&got) { Ok(reason.to_owned()) } else { Err(SupportError::NoReason { got, max }) }
    }

    /// One of the lengths.
    /// # Errors
    /// [`SupportError::NoLength`].
    pub fn length(typed: &str) -> Result<TimeDelta, SupportError> {
        let minutes = typed.parse().ok().filter(|minutes| Support::MINUTES.contains(minutes));
        minutes.map(TimeDelta::minutes).ok_or(SupportError::NoLength)
    }
}

/// Why nobody was let in to help.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SupportError {
    /// No reason, or a long one
    #[error("the reason has {got} characters, 1 to {max} allowed")]
    NoReason {
        /// Characters given
        got: usize,
        /// Most
        max: usize,
    },
    /// Not one of the lengths
    #[error("the length is not one of the choices")]
    NoLength,
    /// The person's pages show what belongs to another organisation too
    #[error("the person belongs to another organisation as well")]
    Elsewhere,
    /// One's own pages need no help to be seen
    #[error("nobody helps themselves this way")]
    Oneself,
}

impl Problem for SupportError {
    fn kind(&self) -> Kind {
        match self {
            Self::Oneself | Self::Elsewhere => Kind::Conflict,
            _ => Kind::Invalid,
        }
    }
    fn name(&self) -> &'static str {
        match self {
            Self::NoReason { .. } => "support-no-reason",
            Self::NoLength => "support-no-length",
            Self::Elsewhere => "support-elsewhere",
            Self::Oneself => "support-oneself",
        }
    }
    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NoReason { .. } => Some("reason"),
            Self::NoLength => Some("minutes"),
            Self::Oneself | Self::Elsewhere => None,
        }
    }
    fn tell(&self, lang: Lang) -> String {
        let words = crate::words(lang);
        match self {
            Self::NoReason { max, .. } => words.support_no_reason(*max),
            Self::NoLength => words.support_no_length().to_string(),
            Self::Elsewhere => words.support_elsewhere().to_string(),
            Self::Oneself => words.support_oneself().to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_looks_without_a_reason_or_for_longer_than_an_hour() {
        assert_eq!(Grounds::reason("  Mila ringte "), Ok("Mila ringte".into()));
        assert_eq!(Grounds::reason(" "), Err(SupportError::NoReason { got: 0, max: 500 }));
        assert_eq!(Grounds::reason(&"æ".repeat(501)), Err(SupportError::NoReason { got: 501, max: 500 }));
        assert_eq!(Grounds::length("60"), Ok(TimeDelta::minutes(60)));
        for bad in ["", "0", "-15", "61", "1440", "15.0"] {
            assert_eq!(Grounds::length(bad), Err(SupportError::NoLength), "{bad}");
        }
    }
}
