//! What opens a session, how long it lasts, and where somebody goes after signing in.

use std::fmt;

use base::{Lang, Moment, PersonId};
use chrono::TimeDelta;
use kit::fault::{Kind, Problem};
use sha2::{Digest, Sha256};

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
}

impl Way {
    /// The word in the database and in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Persona => "persona",
        }
    }

    /// The way of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Mail, Self::Persona].into_iter().find(|way| way.word() == word)
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

/// Somebody who has opened a link and not yet pressed the button: half signed in. No page and no transaction takes it for
/// an actor.
///
/// ```compile_fail
/// async fn peek(db: &kit::db::Db, half: &people::signin::HalfSignedIn) {
///     let _ = db.read(half, async |_| Ok(())).await;
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HalfSignedIn {
    /// Whom the link belongs to
    pub person: PersonId,
    /// Where to go after
    pub next: Option<LocalPath>,
}

/// A path of our own, safe to redirect to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalPath(String);

impl LocalPath {
    /// The longest path, in bytes.
    pub const BYTES_MAX: usize = 1_000;

    /// The path, when every browser will read it as one of ours: it begins with a single slash, and holds nothing that a
    /// browser drops, decodes or takes for a slash.
    pub fn new(text: &str) -> Option<Self> {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.~?=&%+,:@!$'()*;".contains(&byte);
        let holds = text.starts_with('/')
            && text.len() <= Self::BYTES_MAX
            && text.bytes().all(plain)
            && !text.starts_with("//")
            && !text
                .split(['?'])
                .next()
                .unwrap_or_default()
                .split('/')
                .any(|part| part == "." || part == ".." || part.contains('%'));
        holds.then(|| Self(text.to_owned()))
    }

    /// The path.
    pub fn as_str(&self) -> &str {
        &self.0
    }
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
}

impl Problem for SignInError {
    fn kind(&self) -> Kind {
        match self {
            Self::LinkSpent => Kind::Missing,
            Self::NoPersona => Kind::Invalid,
            Self::TooOften => Kind::TooMany,
        }
    }
    fn name(&self) -> &'static str {
        match self {
            Self::LinkSpent => "sign-in-link-spent",
            Self::NoPersona => "sign-in-no-persona",
            Self::TooOften => "sign-in-too-often",
        }
    }
    fn field(&self) -> Option<&'static str> {
        match self {
            Self::LinkSpent => None,
            Self::NoPersona => Some("persona"),
            Self::TooOften => Some("email"),
        }
    }
    fn tell(&self, lang: Lang) -> String {
        let words = crate::words(lang);
        match self {
            Self::LinkSpent => words.signin_link_spent().to_string(),
            Self::NoPersona => words.signin_no_persona().to_string(),
            Self::TooOften => words.signin_too_often().to_string(),
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

    #[test]
    fn paths_of_our_own_are_kept_as_they_are() {
        for path in ["/", "/my/rounds/0190", "/rounds?sort=name&page=2", "/rounds?q=b%C3%B8", "/my/placement?lang=nn"] {
            assert_eq!(LocalPath::new(path).as_ref().map(LocalPath::as_str), Some(path));
        }
    }

    /// Each stem in many dresses; how a browser reads an address is written down in the URL standard (WHATWG).
    #[test]
    fn two_hundred_forms_of_an_address_elsewhere_are_refused() {
        let stems = [
            "evil.example",
            "evil.example/x",
            "user@evil.example",
            "evil.example:8443",
            "[::1]",
            "0x7f000001",
            "ⅇvil.example",
            "evil。example",
        ];
        let dresses = [
            "{}",
            "//{}",
            "///{}",
            "/\\{}",
            "\\\\{}",
            "\\/{}",
            "http://{}",
            "HTTPS://{}",
            "http:/{}",
            "http:{}",
            "/\t/{}",
            "/\n/{}",
            "\t//{}",
            " //{}",
            "/ /{}",
            "//%09/{}",
            "/%2f{}",
            "/%5c{}",
            "/.//{}",
            "/..//{}",
            "/x/..//..//{}",
            "ftp://{}",
            "javascript://{}",
            "data:text/html,{}",
            "//\\{}",
            "/\u{0}/{}",
            "/\u{a0}/{}",
            "\u{feff}//{}",
            "?//{}",
            "#//{}",
            "/x#//{}",
            "/\r\nlocation: //{}",
            "/\u{2028}/{}",
        ];
        let mut tried = 0;
        for stem in stems {
            for dress in dresses {
                let form = dress.replace("{}", stem);
                assert_eq!(LocalPath::new(&form), None, "{form:?} would have been followed");
                tried += 1;
            }
        }
        assert!(tried >= 200, "{tried}");
    }
}
