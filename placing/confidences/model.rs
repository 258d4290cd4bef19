//! What is kept in confidence, and what somebody opens it for.

use base::{Lang, Moment, PersonId};
use kit::fault::{Kind, Problem};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::allocation::Ground;

/// The word of a refusal, where a ground stands otherwise.
const REFUSED: &str = "refused";

/// A ground and a reason, as they are sealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The ground's word
    pub ground: String,
    /// The reason in words
    pub reason: String,
}

impl Told {
    /// What is told of a placement by hand.
    pub fn new(ground: Ground, reason: &str) -> Self {
        Self { ground: ground.word().into(), reason: reason.into() }
    }

    /// Why another of the office turned a placement down: for whoever asked.
    pub fn refused(reason: &str) -> Self {
        Self { ground: REFUSED.into(), reason: reason.into() }
    }

    /// Whether it is a refusal.
    pub fn is_refusal(&self) -> bool {
        self.ground == REFUSED
    }

    /// As it stood in one text before there were seals.
    pub fn from_before(text: &str) -> Self {
        let (ground, reason) = text.split_once(':').unwrap_or(("other", text));
        Self { ground: ground.into(), reason: reason.into() }
    }
}

/// What somebody opens it for. A list and no text: words about a reason would tell the reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// To decide about the student's place
    Deciding,
    /// To answer a complaint
    Complaint,
    /// Because the student asked
    Asked,
    /// To check how the office decides
    Checking,
}

impl Why {
    /// In the order of the form.
    pub const ALL: [Self; 4] = [Self::Deciding, Self::Complaint, Self::Asked, Self::Checking];

    /// The word in the database and in forms.
    pub fn word(self) -> &'static str {
        match self {
            Self::Deciding => "deciding",
            Self::Complaint => "complaint",
            Self::Asked => "asked",
            Self::Checking => "checking",
        }
    }

    /// What a word means.
    /// # Errors
    /// [`ConfidenceError::NoWhy`]
    pub fn from_word(word: &str) -> Result<Self, ConfidenceError> {
        Self::ALL.into_iter().find(|why| why.word() == word).ok_or(ConfidenceError::NoWhy)
    }

    /// What the reader sees.
    pub fn tell(self, lang: Lang) -> String {
        let words = crate::words(lang);
        match self {
            Self::Deciding => words.confidences_why_deciding(),
            Self::Complaint => words.confidences_why_complaint(),
            Self::Asked => words.confidences_why_asked(),
            Self::Checking => words.confidences_why_checking(),
        }
        .to_string()
    }
}

/// Something that is kept, before it is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// Which
    pub id: Uuid,
    /// Who wrote it
    pub by: Option<PersonId>,
    /// When
    pub at: Moment,
}

/// The same, opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// What it is
    pub kept: Kept,
    /// What was told; none: its key was destroyed
    pub told: Option<Told>,
}

/// What binds the actor to what was told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    /// The organisation has named the actor
    pub is_named: bool,
    /// The actor wrote it
    pub wrote: bool,
    /// The actor is asked to confirm it
    pub is_asked: bool,
}

/// Why something was not opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConfidenceError {
    /// Nobody said what for
    #[error("what it is opened for was not said")]
    NoWhy,
    /// For others than the actor
    #[error("the actor is not among those who read what is told in confidence")]
    NotNamed,
    /// Somebody was named who does not administer the organisation
    #[error("somebody was named who does not administer the organisation")]
    NotOffice,
}

impl Problem for ConfidenceError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoWhy | Self::NotOffice => Kind::Invalid,
            Self::NotNamed => Kind::Forbidden,
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::NoWhy => "confidence-why",
            Self::NotNamed => "confidence-not-named",
            Self::NotOffice => "confidence-not-office",
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NoWhy => Some("why"),
            Self::NotNamed => None,
            Self::NotOffice => Some("reader"),
        }
    }

    fn tell(&self, lang: Lang) -> String {
        let words = crate::words(lang);
        match self {
            Self::NoWhy => words.confidences_error_why(),
            Self::NotNamed => words.confidences_error_not_named(),
            Self::NotOffice => words.confidences_error_not_office(),
        }
        .to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stood_there_before_keeps_its_ground_and_every_colon_of_its_reason() {
        let told = Told::from_before("considerations:Dialyse: tre dager i uka");
        assert_eq!(told, Told::new(Ground::Considerations, "Dialyse: tre dager i uka"));
    }
}
