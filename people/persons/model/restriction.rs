//! Data that is kept and seen by nobody but administration.

use base::{Moment, PersonId, RestrictionId};
use serde::{Deserialize, Serialize};

use super::PersonError;

/// What is put away of a person, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PutAway {
    /// Given name
    pub given_name: String,
    /// Family name
    pub family_name: String,
    /// Address
    pub email: Option<String>,
    /// Telephone
    pub phone: Option<String>,
    /// Why it was put away
    pub reason: String,
}

impl PutAway {
    /// The whole name.
    pub fn name(&self) -> String {
        [self.given_name.as_str(), self.family_name.as_str()].join(" ").trim().to_owned()
    }
}

/// One restriction that lasts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restriction {
    /// Which
    pub id: RestrictionId,
    /// Whose data
    pub person: PersonId,
    /// Sealed
    pub sealed: String,
    /// Who put it away
    pub by: Option<PersonId>,
    /// When
    pub at: Moment,
}

/// No reason is longer, in characters.
pub const REASON_CHARS_MAX: usize = 1000;

/// Reads why data is put away.
/// # Errors
/// [`PersonError::NoReason`], [`PersonError::TooLong`].
pub fn reason_of(typed: &str) -> Result<String, PersonError> {
    let reason = typed.trim().replace("\r\n", "\n");
    let got = reason.chars().count();
    if reason.is_empty() {
        return Err(PersonError::NoReason);
    }
    if got > REASON_CHARS_MAX {
        return Err(PersonError::TooLong { field: "reason", got, max: REASON_CHARS_MAX });
    }
    Ok(reason)
}
