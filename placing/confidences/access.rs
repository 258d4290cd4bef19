//! Who reads what was told in confidence.

use base::OrganisationId;
use kit::actor::{Actor, Owner, Role};
use kit::fault::{Denied, Fault, NotFound};

use super::model::{ConfidenceError, Standing};
use crate::rounds::{self, Round};

/// The round's administrators see that there is something, and when it was written.
/// # Errors
/// [`NotFound`] for everybody else.
pub fn may_know(actor: &Actor, round: &Round) -> Result<Owner, NotFound> {
    rounds::access::may_administer(actor, round.owner())
}

/// Of these, whoever is named, wrote it, or has to confirm it reads it. Administering alone is not enough.
/// # Errors
/// [`NotFound`] for those who may not even know; [`ConfidenceError::NotNamed`] for other administrators.
pub fn may_open(actor: &Actor, round: &Round, standing: Standing) -> Result<Owner, Fault> {
    let owner = may_know(actor, round)?;
    let is_person = actor.person_id().is_some();
    let may = is_person && (standing.is_named || standing.wrote || standing.is_asked);
    if may { Ok(owner) } else { Err(ConfidenceError::NotNamed.into()) }
}

/// Those who administer an organisation say who reads; the portal seals what stood there before.
/// # Errors
/// [`Denied`] for everybody else.
pub fn may_name(actor: &Actor, organisation: OrganisationId) -> Result<Owner, Denied> {
    let may = actor.has_at(Role::Administrator, organisation);
    may.then(|| Owner::proven(actor, organisation)).flatten().ok_or(Denied { act: "name who reads in confidence" })
}

/// The portal at work for an organisation.
/// # Errors
/// [`Denied`] for everybody else.
pub fn works_for(actor: &Actor, organisation: OrganisationId) -> Result<Owner, Denied> {
    Owner::at_work(actor, organisation).ok_or(Denied { act: "seal what stood there before" })
}
