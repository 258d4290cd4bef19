//! How the other wings bring what they keep into a copy to practise in.

use std::collections::HashMap;
use std::pin::Pin;

use base::{OrganisationId, PersonId, UnitId};
use kit::db::Db;
use kit::fault::Fault;
use kit::jobs::Job;

/// A copy that is being made. What another wing brings is written as the portal at work for `to`, and the job is held in
/// each of its transactions; what is there already is left as it is, so that the work can be begun anew.
#[derive(Debug, Clone)]
pub struct Practising {
    /// What is copied
    pub from: OrganisationId,
    /// The copy
    pub to: OrganisationId,
    /// Units of the copy, by those they were made from
    pub units: HashMap<UnitId, UnitId>,
    /// The invented person who administers the copy
    pub administrator: PersonId,
    /// The work under way
    pub job: Job,
}

/// Brings what a wing keeps into a copy.
pub type PracticeSource =
    for<'a> fn(&'a Db, &'a Practising) -> Pin<Box<dyn Future<Output = Result<(), Fault>> + Send + 'a>>;

/// Every wing's source of what belongs in a copy.
pub struct PracticeSources(pub Vec<PracticeSource>);
