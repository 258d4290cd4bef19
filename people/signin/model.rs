//! What opens a session, how long it lasts, and where somebody goes after signing in.

use std::fmt;

use base::{Lang, Moment, PersonId, SessionId, SupportId};
use chrono::TimeDelta;
use kit::fault::{Kind, Problem};
use kit::local::LocalPath;
use sha2::{Digest, Sha256};

use crate::credentials;

/// A session ends after this long without a request.
pub const IDLE_MAX: TimeDelta = TimeDelta::hours(2);
/// A session ends this long after signing in, whatever happens.
pub const SESSION_MAX: TimeDelta = TimeDelta::hours(12);
/// Requests are noted at most this often, so that reading a page seldom writes.
pub const SEEN_EVERY: TimeDelta = TimeDelta::minutes(5);
/// A link from a mail opens for this long, once.
pub const LINK_MAX: TimeDelta = TimeDelta::minutes(30);

/// A random value of 256 bits that opens something. It is shown to its holder once; only its fingerprint is stored, so a
/// copy of the database opens nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Key(String);

impl Key {
    /// Bytes of chance in a key.
    pub const BYTES: usize = 32;

    /// A key from hex, as a cookie or an address carries it.
    /// # Errors
    /// When it is not 64 digits of lower-case hex: nothing was ever given out that looks otherwise.
    pub fn new(hex: &str) -> Result<Self, SignInError> {
        let holds = hex.len() == 2 * Self::BYTES && hex.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if holds { Ok(Self(hex.to_owned())) } else { Err(SignInError::LinkSpent) }
    }

    /// What is stored of it.
    pub fn fingerprint(&self) -> String {
        hex::encode(Sha256::digest(self.0.as_bytes()))
    }

    /// The value, to hand to its holder.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

/// A way to sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// By a link in a mail
    Mail,
    /// As somebody of the demo's town
    Persona,
    /// By a name and a password
    Password,
    /// By a key that the device keeps
    Passkey,
    /// By an identity provider
    Provider,
    /// By a code from a slip, or a number and a PIN
    Code,
}

impl Way {
    /// Every way.
    pub const ALL: [Self; 6] = [Self::Mail, Self::Persona, Self::Password, Self::Passkey, Self::Provider, Self::Code];

    /// The word in the database and in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Persona => "persona",
            Self::Password => "password",
            Self::Passkey => "passkey",
            Self::Provider => "provider",
            Self::Code => "code",
        }
    }

    /// The way of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.word() == word)
    }
}

/// When a session was begun and last used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lifetime {
    /// When it was last noted
    pub seen_at: Moment,
    /// When it ends whatever happens
    pub expires_at: Moment,
}

impl Lifetime {
    /// Whether the session still opens anything.
    pub fn lasts_at(self, now: Moment) -> bool {
        now < self.expires_at && now - self.seen_at < IDLE_MAX
    }
    /// Whether this request should be noted.
    pub fn is_to_be_noted_at(self, now: Moment) -> bool {
        now - self.seen_at >= SEEN_EVERY
    }
}

/// Whom an organisation asks for a second factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecondFactor {
    /// Nobody; who has one is asked all the same
    Nobody,
    /// Everybody who holds a role
    Staff,
    /// Everybody
    Everybody,
}

impl SecondFactor {
    /// Every rule, in the order of the choice.
    pub const ALL: [Self; 3] = [Self::Staff, Self::Everybody, Self::Nobody];

    /// The word in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::Staff => "staff",
            Self::Everybody => "everybody",
        }
    }

    /// The rule of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.word() == word)
    }

    /// Whether it asks somebody who holds a role at the organisation, or none.
    pub fn asks(self, holds_a_role: bool) -> bool {
        match self {
            Self::Nobody => false,
            Self::Staff => holds_a_role,
            Self::Everybody => true,
        }
    }
}

/// How strongly an organisation's people prove who they are. Without a choice of its own the strong one holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Whom it asks for a second factor
    pub second_factor: SecondFactor,
    /// A proof older than this does not carry a decision, in minutes
    pub fresh_minutes: i32,
}

impl Rule {
    /// The shortest and the longest that a proof may carry, in minutes.
    pub const FRESH_MINUTES: std::ops::RangeInclusive<i32> = 5..=240;
}

impl Default for Rule {
    fn default() -> Self {
        Self { second_factor: SecondFactor::Staff, fresh_minutes: 30 }
    }
}

/// The second step of a sign-in holds open for this long.
pub const HALF_MAX: TimeDelta = TimeDelta::minutes(15);
/// A slip's code opens for this long, once.
pub const SLIP_MAX: TimeDelta = TimeDelta::days(14);

/// A code from a slip of paper: its first letters find the row, the others prove.
#[derive(Clone, PartialEq, Eq)]
pub struct SlipCode(String);

impl SlipCode {
    /// Letters in a code.
    pub const LETTERS: usize = 12;
    /// Those that find the row.
    const FINDING: usize = 5;

    /// A fresh code.
    pub fn fresh(chance: &[u8; Self::LETTERS]) -> Self {
        Self(credentials::letters(chance, Self::LETTERS))
    }

    /// What was typed, when it has the length of one.
    pub fn typed(text: &str) -> Option<Self> {
        let text = credentials::typed_letters(text);
        (text.len() == Self::LETTERS).then_some(Self(text))
    }

    /// What finds the row.
    pub fn finding(&self) -> &str {
        self.0.get(..Self::FINDING).unwrap_or_default()
    }
    /// What proves, to hash.
    pub fn proving(&self) -> &str {
        self.0.get(Self::FINDING..).unwrap_or_default()
    }
    /// As the slip says it.
    pub fn shown(&self) -> String {
        credentials::grouped(&self.0)
    }
}

impl fmt::Debug for SlipCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SlipCode(…)")
    }
}

/// A session, as its holder's own page lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Names it; opens nothing
    pub handle: SessionId,
    /// How it was begun
    pub way: Way,
    /// Browser and system
    pub device: String,
    /// When it was begun
    pub created_at: Moment,
    /// When it was last used, to within a few minutes
    pub seen_at: Moment,
    /// Whether it is the one that asks
    pub mine: bool,
}

/// Another person's pages in a session, for a while.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Showing {
    /// The record of it; none where somebody steps into a copy to practise in
    pub support: Option<SupportId>,
    /// Whose pages
    pub person: PersonId,
    /// Afterwards the holder's own again
    pub until: Moment,
}

/// Somebody who has shown one proof and owes another, or has opened a link and not yet pressed the button: half signed in. No page and no transaction takes it for
/// an actor.
///
/// ```compile_fail
/// async fn peek(db: &kit::db::Db, half: &people::signin::HalfSignedIn) {
///     let _ = db.read(half, async |_| Ok(())).await;
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HalfSignedIn {
    /// Whom the first proof belongs to
    pub person: PersonId,
    /// By which way it came
    pub way: Way,
    /// Where to go after
    pub next: Option<LocalPath>,
}

/// Somebody of the demo's town whom a visitor may try to be.
#[derive(Debug, Clone)]
pub struct Persona {
    /// What the form sends
    pub key: &'static str,
    /// The address the person was registered with
    pub email: &'static str,
    /// Who they are, in a line
    pub line: fn(Lang) -> String,
}

/// The personas of the demo; empty elsewhere.
#[derive(Debug, Clone, Default)]
pub struct Personas(pub Vec<Persona>);

/// Why somebody was not signed in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SignInError {
    /// Used, expired, or never given out: one answer for all three
    #[error("the sign-in link does not open anything")]
    LinkSpent,
    /// No such persona
    #[error("there is no such persona")]
    NoPersona,
    /// More tries than are let through
    #[error("too many tries to sign in")]
    TooOften,
    /// The name or the password: which, is not told
    #[error("the name or the password is wrong")]
    NameOrPassword,
    /// The number or the PIN: which, is not told
    #[error("the number or the PIN is wrong")]
    NumberOrPin,
    /// Mistyped, used, expired, or never given out: one answer for all
    #[error("the slip's code does not open anything")]
    SlipSpent,
    /// The first step is too long ago
    #[error("the sign-in was not finished in time")]
    HalfGone,
    /// The organisation that helps must say why
    #[error("no reason was given, or one that is too long")]
    NoReason,
    /// A person with a role does not sign in by a slip
    #[error("the person holds a role or has an address, and gets no slip")]
    NoSlip,
    /// Minutes beyond what is sensible
    #[error("fresh_minutes {got} is not within {min} and {max}")]
    Minutes {
        /// What was given
        got: String,
        /// Fewest
        min: i32,
        /// Most
        max: i32,
    },
    /// Not one of the rules
    #[error("the rule is not one of the choices")]
    NoRule,
}

impl Problem for SignInError {
    fn kind(&self) -> Kind {
        match self {
            Self::LinkSpent | Self::HalfGone => Kind::Missing,
            Self::TooOften => Kind::TooMany,
            Self::NoSlip => Kind::Conflict,
            _ => Kind::Invalid,
        }
    }
    fn name(&self) -> &'static str {
        match self {
            Self::LinkSpent => "sign-in-link-spent",
            Self::NoPersona => "sign-in-no-persona",
            Self::TooOften => "sign-in-too-often",
            Self::NameOrPassword => "sign-in-name-or-password",
            Self::NumberOrPin => "sign-in-number-or-pin",
            Self::SlipSpent => "sign-in-slip-spent",
            Self::HalfGone => "sign-in-half-gone",
            Self::NoReason => "sign-in-no-reason",
            Self::NoSlip => "sign-in-no-slip",
            Self::Minutes { .. } => "sign-in-minutes",
            Self::NoRule => "sign-in-no-rule",
        }
    }
    fn field(&self) -> Option<&'static str> {
        match self {
            Self::LinkSpent | Self::HalfGone | Self::NoSlip => None,
            Self::NoPersona => Some("persona"),
            Self::TooOften => Some("email"),
            Self::NameOrPassword => Some("name"),
            Self::NumberOrPin => Some("number"),
            Self::SlipSpent => Some("code"),
            Self::NoReason => Some("reason"),
            Self::Minutes { .. } => Some("fresh_minutes"),
            Self::NoRule => Some("second_factor"),
        }
    }
    fn tell(&self, lang: Lang) -> String {
        let words = crate::words(lang);
        match self {
            Self::LinkSpent => words.signin_link_spent().to_string(),
            Self::NoPersona => words.signin_no_persona().to_string(),
            Self::TooOften => words.signin_too_often().to_string(),
            Self::NameOrPassword => words.signin_name_or_password().to_string(),
            Self::NumberOrPin => words.signin_number_or_pin().to_string(),
            Self::SlipSpent => words.signin_slip_spent().to_string(),
            Self::HalfGone => words.signin_half_gone().to_string(),
            Self::NoReason => words.signin_no_reason().to_string(),
            Self::NoSlip => words.signin_no_slip().to_string(),
            Self::Minutes { got, min, max } => words.signin_minutes(got, *min, *max),
            Self::NoRule => words.signin_no_rule().to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_ends_by_idling_and_in_any_case() {
        let begun: Moment = "2027-03-01T08:00:00Z".parse().unwrap();
        let life = Lifetime { seen_at: begun, expires_at: begun + SESSION_MAX };
        assert!(life.lasts_at(begun + IDLE_MAX - TimeDelta::seconds(1)));
        assert!(!life.lasts_at(begun + IDLE_MAX));
        let busy = Lifetime { seen_at: begun + SESSION_MAX - TimeDelta::seconds(2), ..life };
        assert!(busy.lasts_at(begun + SESSION_MAX - TimeDelta::seconds(1)));
        assert!(!busy.lasts_at(begun + SESSION_MAX));
    }

    #[test]
    fn a_key_is_shown_to_its_holder_alone() {
        let key = Key::new(&"0f".repeat(32)).unwrap();
        assert_eq!(format!("{key:?}"), "Key(…)");
        assert_eq!(key.fingerprint().len(), 64);
        assert_ne!(key.fingerprint(), key.reveal());
        for wrong in ["", "0f", &"0F".repeat(32), &"zz".repeat(32), &"0f".repeat(33)] {
            assert!(Key::new(wrong).is_err(), "{wrong} was taken");
        }
    }
}
