//! How long a copy is there, and why something cannot be done with one.

use base::{Lang, OrganisationId};
use kit::fault::{Kind, Problem};
use serde::{Deserialize, Serialize};

/// A copy is thrown away by itself after so many days.
pub const DAYS: i64 = 30;
/// Mails of a copy that its page shows.
pub const MAILS_SHOWN: usize = 60;
/// Invented people of each kind that one can choose from.
pub const PEOPLE_SHOWN: u64 = 8;

/// What the jobs are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// The copy
    pub copy: OrganisationId,
}

/// Why something was not done with a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PracticeError {
    /// There is one already, or it is being made or thrown away
    #[error("there is a copy already, or one is being made or thrown away")]
    There,
}

impl Problem for PracticeError {
    fn kind(&self) -> Kind {
        Kind::Conflict
    }
    fn name(&self) -> &'static str {
        "practice-there"
    }
    fn tell(&self, lang: Lang) -> String {
        crate::words(lang).practice_there().to_string()
    }
}
