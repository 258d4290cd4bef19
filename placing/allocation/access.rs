//! Who may allocate: administrators of the institution that owns the round, and the portal at work for it.

use kit::actor::{Actor, Owner, Role};
use kit::fault::NotFound;

use crate::rounds::Round;

/// The round's owner, for its administrators. Whoever else asks is told that there is no such round: an allocation
/// that is not published is seen by the case team alone.
/// # Errors
/// [`NotFound`] for everybody else.
pub fn may_allocate(actor: &Actor, round: &Round) -> Result<Owner, NotFound> {
    let may = actor.has_at(Role::Administrator, round.owner());
    may.then(|| Owner::proven(actor, round.owner())).flatten().ok_or_else(|| NotFound::of("round", round.id()))
}

/// The proof of scope for showing a published draw to somebody who was given the round itself.
/// # Errors
/// [`NotFound`] outside the institution.
pub fn may_see_proof(actor: &Actor, round: &Round) -> Result<Owner, NotFound> {
    Owner::proven(actor, round.owner()).ok_or_else(|| NotFound::of("round", round.id()))
}
