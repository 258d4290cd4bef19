//! What is told of one look.

use base::{Moment, OrganisationId, PersonId};

/// Somebody opened one's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// For which organisation
    pub organisation: OrganisationId,
    /// Who
    pub by: PersonId,
    /// Which page, as the router names it
    pub what: String,
    /// When
    pub at: Moment,
}

/// Pages that show a file, by the end of their route; others are told as "the file".
pub fn page_of(what: &str) -> &'static str {
    if what.starts_with("/threads/") {
        return "thread";
    }
    match what.rsplit('/').next().unwrap_or_default() {
        "wishes" => "wishes",
        "placement" => "placement",
        "withdrawal" => "withdrawal",
        "sign-in" => "sign-in",
        "confidence" => "confidence",
        _ => "file",
    }
}
