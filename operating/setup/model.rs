//! What is told when an organisation is taken in, and what a set-up link is.

use std::fmt;

use base::{Lang, Zone};
use chrono::TimeDelta;
use kit::fault::{Kind as FaultKind, Problem};
use kit::form::FormErrors;
use people::organisations::{Contact, Kind};
use people::persons::{Email, NewPerson, PersonName};
use serde::Deserialize;
use sha2::{Digest, Sha256};

/// A link works for so long.
pub const LINK_MAX: TimeDelta = TimeDelta::hours(24);
/// Where deadlines can be stated in the form; the first is offered.
pub const ZONES: [&str; 11] = [
    "Europe/Oslo",
    "Europe/Copenhagen",
    "Europe/Stockholm",
    "Europe/Helsinki",
    "Atlantic/Reykjavik",
    "Atlantic/Faroe",
    "America/Nuuk",
    "Arctic/Longyearbyen",
    "Europe/London",
    "Europe/Berlin",
    "UTC",
];

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
    pub zone: String,
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
    /// Full name
    pub name: String,
    /// The name in narrow places
    pub short_name: String,
    /// What it does
    pub kind: Kind,
    /// Number in the national register
    pub number: Option<String>,
    /// Language
    pub lang: Lang,
    /// Time zone
    pub zone: Zone,
    /// Whom to ask
    pub contact: Contact,
    /// The first administrator
    pub administrator: NewPerson,
}

impl Typed {
    /// What the form told, or what has to be put right in it.
    /// # Errors
    /// Every field that cannot be used.
    pub fn read(&self, reader: Lang) -> Result<Told, FormErrors> {
        let mut errors = FormErrors::none();
        let choice = |field| SetupError::NoChoice { field };
        let kind = errors.take(reader, "kind", Kind::from_word(&self.kind).ok_or(choice("kind")));
        let lang = errors.take(reader, "lang", Lang::from_tag(&self.lang).ok_or(choice("lang")));
        let listed = ZONES.contains(&self.zone.as_str());
        let zone = self.zone.parse().ok().filter(|_| listed).ok_or(choice("zone"));
        let zone = errors.take(reader, "zone", zone);
        let name = errors.take(reader, "given_name", PersonName::new(&self.given_name, &self.family_name));
        let email = errors.take(reader, "email", Email::new(&self.email));
        for (field, text) in [("name", &self.name), ("short_name", &self.short_name)] {
            if text.trim().is_empty() {
                errors.add(field, SetupError::Empty { field }.tell(reader));
            }
        }
        let (Some(kind), Some(lang), Some(zone), Some(name), Some(email)) = (kind, lang, zone, name, email) else {
            return Err(errors);
        };
        if !errors.is_empty() {
            return Err(errors);
        }
        let number = self.number.trim();
        Ok(Told {
            name: self.name.clone(),
            short_name: self.short_name.clone(),
            kind,
            number: (!number.is_empty()).then(|| number.to_owned()),
            lang,
            zone,
            contact: Contact {
                name: String::new(),
                email: self.contact_email.clone(),
                phone: self.contact_phone.clone(),
            },
            administrator: NewPerson { name, email: Some(email), phone: None, lang: Some(lang) },
        })
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
    /// A text that must be there
    #[error("{field} is empty")]
    Empty {
        /// Which field
        field: &'static str,
    },
}

impl Problem for SetupError {
    fn kind(&self) -> FaultKind {
        match self {
            Self::LinkSpent => FaultKind::Missing,
            Self::NoChoice { .. } | Self::Empty { .. } => FaultKind::Invalid,
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::LinkSpent => "setup-link-spent",
            Self::NoChoice { .. } => "setup-no-choice",
            Self::Empty { .. } => "setup-empty",
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::LinkSpent => None,
            Self::NoChoice { field } | Self::Empty { field } => Some(field),
        }
    }

    fn tell(&self, lang: Lang) -> String {
        let words = crate::words(lang);
        match self {
            Self::LinkSpent => words.setup_link_spent(),
            Self::NoChoice { .. } => words.setup_no_choice(),
            Self::Empty { .. } => words.setup_empty(),
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
        assert_eq!(fields, ["kind", "lang", "zone", "given_name", "email", "name", "short_name"]);
    }
}
