//! Who may publish, who may see which placement.

use base::OrganisationId;
use kit::actor::{Actor, Counterparty, Oneself, Owner, Role};
use kit::fault::{Denied, NotFound};

use crate::rounds::Round;

/// The round's owner, for its administrators and the portal at work.
/// # Errors
/// [`NotFound`] for everybody else.
pub fn may_publish(actor: &Actor, round: &Round) -> Result<Owner, NotFound> {
    crate::rounds::access::may_administer(actor, round.owner())
}

/// The student, for the own placements.
/// # Errors
/// [`Denied`] for nobody.
pub fn may_see_own(actor: &Actor) -> Result<Oneself, Denied> {
    Oneself::proven(actor).ok_or(Denied { act: "see placements" })
}

/// The scope of the institution for a student who changes the own row in it.
/// # Errors
/// [`NotFound`] outside the institution.
pub fn within(actor: &Actor, round: &Round) -> Result<Owner, NotFound> {
    Owner::proven(actor, round.owner()).ok_or_else(|| NotFound::of("round", round.id()))
}

/// The host, for a job that the portal does for it.
/// # Errors
/// [`NotFound`] for everybody else.
pub fn works_for(actor: &Actor, host: OrganisationId) -> Result<Owner, NotFound> {
    Owner::proven(actor, host).ok_or_else(|| NotFound::of("host", host))
}

/// The host organisations where the actor receives students, each with the units covered.
pub fn receives(actor: &Actor) -> Vec<Counterparty> {
    Counterparty::proven(actor, Role::Coordinator)
}
