//! What a token is.

use std::fmt;

use base::{Id, Lang, Moment, OrganisationId, PersonId, TokenId};
use chrono::TimeDelta;
use kit::fault::{Kind, Problem};
use kit::scope::Scope;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// The longest name of a token, in characters.
pub const NAME_CHARS_MAX: usize = 100;
/// How long a token may hold, in days.
pub const DAYS: [i64; 4] = [30, 90, 365, 730];
/// An organisation has at most this many tokens that hold.
pub const TOKENS_MAX: u64 = 50;
/// Uses are noted at most this often, so that reading seldom writes.
pub const USED_EVERY: TimeDelta = TimeDelta::minutes(1);

/// The value of a token: the organisation, so that it is looked up under its guard, and 256 bits of chance. It is shown
/// once; only the fingerprint of the chance is stored.
#[derive(Clone, PartialEq, Eq)]
pub struct TokenKey {
    organisation: OrganisationId,
    chance: String,
}

impl TokenKey {
    /// Bytes of chance.
    pub const BYTES: usize = 32;
    const MARK: &'static str = "fotfeste";

    /// A new value; `chance` comes from the operating system, in hex.
    pub fn new(organisation: OrganisationId, chance: String) -> Self {
        Self { organisation, chance }
    }

    /// The value that a program sent; none when nothing like it was ever given out.
    pub fn read(text: &str) -> Option<Self> {
        let (mark, rest) = text.split_once('_')?;
        let (organisation, chance) = rest.split_once('_')?;
        let is_hex = |text: &str, length: usize| {
            text.len() == length && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        };
        let holds = mark == Self::MARK && is_hex(organisation, 32) && is_hex(chance, 2 * Self::BYTES);
        let organisation = OrganisationId::from_uuid(Uuid::parse_str(organisation).ok().filter(|_| holds)?);
        Some(Self { organisation, chance: chance.to_owned() })
    }

    /// Where it is looked up.
    pub fn organisation(&self) -> OrganisationId {
        self.organisation
    }

    /// What is stored of it.
    pub fn fingerprint(&self) -> String {
        hex::encode(Sha256::digest(self.chance.as_bytes()))
    }

    /// The value, to hand to whoever made it.
    pub fn reveal(&self) -> String {
        format!("{}_{}_{}", Self::MARK, self.organisation.uuid().simple(), self.chance)
    }
}

impl fmt::Debug for TokenKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenKey(…)")
    }
}

/// A token as its organisation sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Which
    pub id: TokenId,
    /// What it is for
    pub name: String,
    /// What it may be used for
    pub scopes: Vec<Scope>,
    /// Whose rights it has
    pub by: PersonId,
    /// When it was made
    pub created_at: Moment,
    /// Until when it holds
    pub expires_at: Moment,
    /// When somebody ended it
    pub ended_at: Option<Moment>,
    /// When it was last used
    pub used_at: Option<Moment>,
    /// From which network address
    pub used_from: Option<String>,
}

impl Token {
    /// Whether it opens anything now.
    pub fn holds_at(&self, now: Moment) -> bool {
        self.ended_at.is_none() && now < self.expires_at
    }

    /// Whether a use now is to be noted.
    pub fn is_to_be_noted_at(&self, now: Moment) -> bool {
        self.used_at.is_none_or(|used| now - used >= USED_EVERY)
    }
}

/// A token as somebody asked for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewToken {
    name: String,
    scopes: Vec<Scope>,
    days: i64,
}

impl NewToken {
    /// What was asked for.
    /// # Errors
    /// Everything that has to be put right.
    pub fn read(name: &str, scopes: &[String], days: &str) -> Result<Self, Vec<TokenError>> {
        let mut wrong = vec![];
        let name = name.trim().to_owned();
        let got = name.chars().count();
        if name.is_empty() {
            wrong.push(TokenError::Nameless);
        } else if got > NAME_CHARS_MAX {
            wrong.push(TokenError::TooLong { got });
        }
        let known: Vec<Scope> =
            Scope::ALL.into_iter().filter(|scope| scopes.iter().any(|word| word == scope.word())).collect();
        if known.is_empty() || known.len() != scopes.len() {
            wrong.push(TokenError::NoScope);
        }
        let days = days.parse().ok().filter(|days| DAYS.contains(days));
        match days {
            Some(days) if wrong.is_empty() => Ok(Self { name, scopes: known, days }),
            Some(_) => Err(wrong),
            None => {
                wrong.push(TokenError::NoDays);
                Err(wrong)
            }
        }
    }

    /// What it is for.
    pub fn name(&self) -> &str {
        &self.name
    }
    /// What it may be used for.
    pub fn scopes(&self) -> &[Scope] {
        &self.scopes
    }
    /// Until when it holds.
    pub fn expires_at(&self, now: Moment) -> Moment {
        now + TimeDelta::days(self.days)
    }
}

/// Why a token was not made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    /// Nobody would know what it is for
    #[error("the token has no name")]
    Nameless,
    /// A name beyond its limit
    #[error("name has {got} characters, at most {NAME_CHARS_MAX} allowed")]
    TooLong {
        /// Characters given
        got: usize,
    },
    /// It would open nothing, or something unknown
    #[error("the token has no scope, or one that is not known")]
    NoScope,
    /// Not one of the choices
    #[error("the token holds for none of the choices of days")]
    NoDays,
    /// More than are kept apart
    #[error("the organisation has {TOKENS_MAX} tokens that hold")]
    TooMany,
}

impl Problem for TokenError {
    fn kind(&self) -> Kind {
        match self {
            Self::TooMany => Kind::Conflict,
            _ => Kind::Invalid,
        }
    }
    fn name(&self) -> &'static str {
        match self {
            Self::Nameless => "token-nameless",
            Self::TooLong { .. } => "token-too-long",
            Self::NoScope => "token-no-scope",
            Self::NoDays => "token-no-days",
            Self::TooMany => "token-too-many",
        }
    }
    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Nameless | Self::TooLong { .. } => Some("name"),
            Self::NoScope => Some("scopes"),
            Self::NoDays => Some("days"),
            Self::TooMany => None,
        }
    }
    fn tell(&self, lang: Lang) -> String {
        let words = crate::words(lang);
        match self {
            Self::Nameless => words.tokens_nameless().to_string(),
            Self::TooLong { got } => words.tokens_too_long(*got, NAME_CHARS_MAX),
            Self::NoScope => words.tokens_no_scope().to_string(),
            Self::NoDays => words.tokens_no_days().to_string(),
            Self::TooMany => words.tokens_too_many(TOKENS_MAX),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_read_back_and_nothing_else_is() {
        let organisation = OrganisationId::from_uuid(Uuid::from_u128(7));
        let key = TokenKey::new(organisation, "ab".repeat(32));
        assert_eq!(TokenKey::read(&key.reveal()), Some(key.clone()));
        assert_eq!(format!("{key:?}"), "TokenKey(…)");
        let text = key.reveal();
        let wrong = [text.to_uppercase(), text.replace("fotfeste", "other"), text[1..].to_owned(), format!("{text}0")];
        for wrong in wrong.iter().map(String::as_str).chain(["", "_", "__", "fotfeste__"]) {
            assert_eq!(TokenKey::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_token_needs_a_name_a_scope_and_an_end() {
        let read = |name: &str, scopes: &[&str], days: &str| {
            NewToken::read(name, &scopes.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>(), days)
        };
        let good = read(" Studentsystemet ", &["see-rounds", "see-units"], "90").unwrap();
        assert_eq!((good.name(), good.scopes()), ("Studentsystemet", [Scope::SeeUnits, Scope::SeeRounds].as_slice()));
        assert_eq!(
            read(" ", &["everything"], "1"),
            Err(vec![TokenError::Nameless, TokenError::NoScope, TokenError::NoDays])
        );
        assert_eq!(read(&"å".repeat(101), &["allocate"], "30"), Err(vec![TokenError::TooLong { got: 101 }]));
        assert_eq!(read("x", &[], "30"), Err(vec![TokenError::NoScope]));
    }
}
