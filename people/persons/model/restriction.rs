//! Data that is kept and seen by nobody but administration.

use base::{Moment, PersonId, RestrictionId};
use chrono::TimeDelta;
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
    /// The protection of name and address that stood until then; it stands again afterwards
    #[serde(default)]
    pub protection: Option<PutAwayProtection>,
}

/// A protection that was put away with what it protects.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PutAwayProtection {
    /// What everybody but trustees called the person
    pub working_name: String,
    /// Why it was protected
    pub reason: String,
}

impl PutAway {
    /// The whole name.
    pub fn name(&self) -> String {
        [self.given_name.as_str(), self.family_name.as_str()].join(" ").trim().to_owned()
    }

    /// What those see of it who are no trustees.
    pub fn veiled(self) -> Self {
        match &self.protection {
            Some(protection) => {
                let given_name = protection.working_name.clone();
                Self { given_name, family_name: String::new(), email: None, phone: None, ..self }
            }
            None => self,
        }
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
    /// When it ends, as the person was told; none: nothing is announced
    pub lifts_at: Option<Moment>,
}

/// So long before a restriction ends the person is told: the law wants it before, and there must be time to object.
pub const TOLD_BEFORE: TimeDelta = TimeDelta::hours(24);

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
