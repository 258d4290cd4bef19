//! For whom a guide is, and what an organisation adds to it.

use base::{Lang, Moment, OrganisationId, PersonId};
use kit::actor::{Actor, Role};
use kit::fault::{Kind, Problem};

/// The longest heading of an addition, in characters.
pub const TITLE_CHARS_MAX: usize = 100;
/// The longest addition, in characters.
pub const BODY_CHARS_MAX: usize = 5_000;

/// For whom a guide is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reader {
    /// Students
    Student,
    /// Who receives students at a host
    Coordinator,
    /// Who runs rounds
    Administrator,
}

impl Reader {
    /// Every reader.
    pub const ALL: [Self; 3] = [Self::Student, Self::Coordinator, Self::Administrator];

    /// The word in the database and in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Self::Student => "student",
            Self::Coordinator => "coordinator",
            Self::Administrator => "administrator",
        }
    }

    /// The reader of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reader| reader.word() == word)
    }

    /// Which guides are for this actor; all of them for somebody without a part.
    pub fn of(actor: &Actor) -> Vec<Self> {
        let is = |reader: &Self| match reader {
            Self::Student => !actor.studies_at().is_empty(),
            Self::Coordinator => actor.has(Role::Coordinator),
            Self::Administrator => actor.has(Role::Administrator),
        };
        let own: Vec<Self> = Self::ALL.into_iter().filter(is).collect();
        if own.is_empty() { Self::ALL.to_vec() } else { own }
    }
}

/// What an organisation adds to a guide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addition {
    /// Whose
    pub owner: OrganisationId,
    /// For whom
    pub reader: Reader,
    /// The language it is written in
    pub lang: Lang,
    /// Its heading
    pub title: String,
    /// Its text
    pub body: String,
    /// Counts changes; two who edit at once are told
    pub edition: i32,
    /// Who wrote it last
    pub by: PersonId,
    /// When
    pub at: Moment,
}

/// An addition as somebody typed it. Empty text takes it away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAddition {
    /// For whom
    pub reader: Reader,
    /// The language it is written in
    pub lang: Lang,
    /// Its heading
    pub title: String,
    /// Its text
    pub body: String,
    /// The edition it was made from; 0: there was none
    pub edition: i32,
}

impl NewAddition {
    /// The addition that was typed.
    /// # Errors
    /// [`GuideError`] when a text is too long, or a text has no heading.
    pub fn new(reader: Reader, lang: Lang, title: &str, body: &str, edition: i32) -> Result<Self, GuideError> {
        let (title, body) = (title.trim().to_owned(), body.replace("\r\n", "\n").trim().to_owned());
        for (field, text, max) in [("title", &title, TITLE_CHARS_MAX), ("body", &body, BODY_CHARS_MAX)] {
            let got = text.chars().count();
            if got > max {
                return Err(GuideError::TooLong { field, got, max });
            }
        }
        if title.is_empty() && !body.is_empty() {
            return Err(GuideError::Untitled);
        }
        Ok(Self { reader, lang, title, body, edition })
    }
}

/// Why an addition was not saved.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GuideError {
    /// A text beyond its limit
    #[error("{field} has {got} characters, at most {max} are allowed")]
    TooLong {
        /// Which field
        field: &'static str,
        /// Characters given
        got: usize,
        /// Characters allowed
        max: usize,
    },
    /// A text without a heading
    #[error("the addition has a text and no heading")]
    Untitled,
    /// Somebody else has saved in the meantime
    #[error("the addition was changed since edition {0}")]
    Edited(i32),
}

impl Problem for GuideError {
    fn kind(&self) -> Kind {
        match self {
            Self::Edited(_) => Kind::Conflict,
            _ => Kind::Invalid,
        }
    }
    fn name(&self) -> &'static str {
        match self {
            Self::TooLong { .. } => "guide-too-long",
            Self::Untitled => "guide-untitled",
            Self::Edited(_) => "guide-edited",
        }
    }
    fn field(&self) -> Option<&'static str> {
        match self {
            Self::TooLong { field, .. } => Some(field),
            Self::Untitled => Some("title"),
            Self::Edited(_) => None,
        }
    }
    fn tell(&self, lang: Lang) -> String {
        let words = crate::words(lang);
        match self {
            Self::TooLong { got, max, .. } => words.guides_too_long(*got, *max),
            Self::Untitled => words.guides_untitled(),
            Self::Edited(_) => words.guides_edited(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_addition_keeps_its_limits_and_may_be_empty() {
        let new = |title: &str, body: &str| NewAddition::new(Reader::Student, Lang::Nb, title, body, 0);
        assert_eq!(new("", "").unwrap().body, "");
        assert_eq!(new(" Hos oss ", "a\r\nb").unwrap().body, "a\nb");
        assert_eq!(new("", "Tekst"), Err(GuideError::Untitled));
        let long = "å".repeat(BODY_CHARS_MAX + 1);
        assert_eq!(new("Hos oss", &long), Err(GuideError::TooLong { field: "body", got: 5001, max: 5000 }));
    }
}
