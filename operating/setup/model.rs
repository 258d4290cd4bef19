//! What is told when an organisation is taken in, and what a set-up link is.

use std::fmt;

use base::Lang;
use chrono::TimeDelta;
use kit::fault::{Kind as FaultKind, Problem};
use kit::form::FormErrors;
use people::organisations::{Facts, Kind, TypedFacts};
use people::persons::{Email, NewPerson, PersonName};
use serde::Deserialize;
use sha2::{Digest, Sha256};

/// A link works for so long.
pub const LINK_MAX: TimeDelta = TimeDelta::hours(24);
/// What opens the set-up, 256 bits in hex.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// Bytes of chance in it.
    pub const BYTES: usize = 32;

    /// The token written so; nothing else is one.
    pub fn new(text: &str) -> Option<Self> {
        let is_hex = text.len() == Self::BYTES * 2 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_hex.then(|| Self(text.to_ascii_lowercase()))
    }

    /// What the database keeps of it.
    pub fn fingerprint(&self) -> String {
        hex::encode(Sha256::digest(self.0.as_bytes()))
    }

    /// For the one who is to use it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(hidden)")
    }
}

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Typed {
    /// Full name of the organisation
    pub name: String,
    /// Its name in narrow places
    pub short_name: String,
    /// institution, host or both
    pub kind: String,
    /// Number in the national register; may be empty
    pub number: String,
    /// Language of those who have not chosen one
    pub lang: String,
    /// Where its deadlines are stated
    pub time_zone: String,
    /// Whom people write to
    pub contact_email: String,
    /// Whom people call
    pub contact_phone: String,
    /// The first administrator
    pub given_name: String,
    /// The first administrator
    pub family_name: String,
    /// Where sign-in links go
    pub email: String,
}

/// What was told, in types that hold.
#[derive(Debug, Clone)]
pub struct Told {
    /// What everybody reads about it
    pub facts: Facts,
    /// What it does
    pub kind: Kind,
    /// The first administrator
    pub administrator: NewPerson,
}

impl Typed {
    /// What the form told, or what has to be put right in it.
    /// # Errors
    /// Every field that cannot be used.
    pub fn read(&self, reader: Lang) -> Result<Told, FormErrors> {
        let mut errors = FormErrors::none();
        let kind = Kind::from_word(&self.kind).ok_or(SetupError::NoChoice { field: "kind" });
        let kind = errors.take(reader, "kind", kind);
        let facts = self.facts().read(None).map_err(|wrong| {
            for problem in wrong {
                errors.add(problem.field().unwrap_or_default(), problem.tell(reader));
            }
        });
        let name = errors.take(reader, "given_name", PersonName::new(&self.given_name, &self.family_name));
        let email = errors.take(reader, "email", Email::new(&self.email));
        let (Some(kind), Ok(facts), Some(name), Some(email)) = (kind, facts, name, email) else {
            return Err(errors);
        };
        let administrator = NewPerson { name, email: Some(email), phone: None, lang: Some(facts.lang) };
        Ok(Told { facts, kind, administrator })
    }

    fn facts(&self) -> TypedFacts {
        TypedFacts {
            name: self.name.clone(),
            short_name: self.short_name.clone(),
            number: Some(self.number.clone()),
            lang: self.lang.clone(),
            time_zone: self.time_zone.clone(),
            contact_name: String::new(),
            contact_email: self.contact_email.clone(),
            contact_phone: self.contact_phone.clone(),
        }
    }
}

/// Why an organisation was not taken in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SetupError {
    /// Used, expired or never given out
    #[error("the set-up link is spent")]
    LinkSpent,
    /// None of the list was chosen
    #[error("{field}: none of the list was chosen")]
    NoChoice {
        /// Which field
        field: &'static str,
    },
}

impl Problem for SetupError {
    fn kind(&self) -> FaultKind {
        match self {
            Self::LinkSpent => FaultKind::Missing,
            Self::NoChoice { .. } => FaultKind::Invalid,
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::LinkSpent => "setup-link-spent",
            Self::NoChoice { .. } => "setup-no-choice",
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::LinkSpent => None,
            Self::NoChoice { field } => Some(field),
        }
    }

    fn tell(&self, lang: Lang) -> String {
        let words = crate::words(lang);
        match self {
            Self::LinkSpent => words.setup_link_spent(),
            Self::NoChoice { .. } => words.setup_no_choice(),
        }
        .to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_token_is_one() {
        let token = Token::new(&"Ab".repeat(32)).unwrap();
        assert_eq!(token.reveal(), "ab".repeat(32));
        assert_eq!(token.fingerprint().len(), 64);
        assert!(["", "ab", &"x".repeat(64), &"a".repeat(65)].iter().all(|text| Token::new(text).is_none()));
    }

    #[test]
    fn every_field_is_told_at_once() {
        let errors = Typed::default().read(Lang::En).unwrap_err();
        let fields: Vec<&str> = errors.all().iter().map(|(field, _)| *field).collect();
        assert_eq!(fields, ["kind", "name", "short_name", "lang", "time_zone", "given_name", "email"]);
    }
}
