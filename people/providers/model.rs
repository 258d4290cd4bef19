//! What a visit at a provider is, and why somebody who comes back is not let in.

use base::{Lang, PersonId};
use chrono::TimeDelta;
use kit::fault::{Kind, Problem};
use kit::local::LocalPath;

use crate::signin::Key;

/// Whoever is away longer begins again.
pub const VISIT_MAX: TimeDelta = TimeDelta::minutes(15);
/// A provider's clock may be this far from ours.
pub const SKEW_MAX: TimeDelta = TimeDelta::seconds(60);
/// A token is taken for this long after it was made.
pub const TOKEN_AGE_MAX: TimeDelta = TimeDelta::minutes(10);
/// The longest name a provider may have for a person (OpenID Connect Core, section 2).
pub const SUBJECT_BYTES_MAX: usize = 255;

/// A provider, as the sign-in page offers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// Its key in the settings and in addresses
    pub key: String,
    /// What people call it
    pub name: String,
}

/// A visit that begins.
#[derive(Debug)]
pub struct NewVisit {
    /// Comes back with the answer
    pub state: Key,
    /// The cookie that must come back with it
    pub browser: Key,
    /// Where the visit leads
    pub provider: String,
    /// Must stand in the token
    pub nonce: String,
    /// Of PKCE: proves to the provider that we began the visit
    pub verifier: String,
    /// Who connects an account; none: somebody signs in
    pub person: Option<PersonId>,
    /// Where to go after
    pub next: Option<LocalPath>,
}

/// Why somebody who comes back from a provider is not let in. What exactly was wrong with the answer stands in the log.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProviderError {
    /// No such provider in the settings
    #[error("there is no provider {key}")]
    Unknown {
        /// What was asked for
        key: String,
    },
    /// Not the visit that this browser began, or begun too long ago, or ended before
    #[error("the answer belongs to no visit of this browser")]
    NoVisit,
    /// The provider says no
    #[error("the provider answered with an error: {what}")]
    Refused {
        /// Its word for it
        what: String,
    },
    /// Something in the answer does not hold
    #[error("the answer of the provider does not hold: {what}")]
    Untrue {
        /// What
        what: String,
    },
    /// Signed in there, but not strongly enough
    #[error("the provider vouches for level {got:?}, {needed:?} is needed")]
    Level {
        /// What it vouches for
        got: String,
        /// What the organisation asks for
        needed: String,
    },
    /// The provider does not answer
    #[error("the provider cannot be reached: {what}")]
    Silent {
        /// What happened
        what: String,
    },
    /// True, but nobody here has connected this account
    #[error("nobody has connected this account")]
    Stranger,
}

impl Problem for ProviderError {
    fn kind(&self) -> Kind {
        match self {
            Self::Unknown { .. } => Kind::Missing,
            _ => Kind::Invalid,
        }
    }
    fn name(&self) -> &'static str {
        match self {
            Self::Unknown { .. } => "provider-unknown",
            Self::NoVisit => "provider-no-visit",
            Self::Refused { .. } => "provider-refused",
            Self::Untrue { .. } => "provider-untrue",
            Self::Level { .. } => "provider-level",
            Self::Silent { .. } => "provider-silent",
            Self::Stranger => "provider-stranger",
        }
    }
    fn tell(&self, lang: Lang) -> String {
        let words = crate::words(lang);
        match self {
            Self::Unknown { .. } | Self::NoVisit => words.providers_no_visit(),
            Self::Refused { .. } => words.providers_refused(),
            Self::Untrue { .. } => words.providers_untrue(),
            Self::Level { .. } => words.providers_level(),
            Self::Silent { .. } => words.providers_silent(),
            Self::Stranger => words.providers_stranger(),
        }
        .to_string()
    }
}
