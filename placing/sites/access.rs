//! Who may do what with a round's places: its administrators, and the portal at work for its institution.

use kit::actor::{Actor, Owner};
use kit::fault::NotFound;

use crate::rounds::{self, Round};

/// The proof for reading and changing the round's places.
/// # Errors
/// [`NotFound`] for everybody else.
pub fn may_administer(actor: &Actor, round: &Round) -> Result<Owner, NotFound> {
    rounds::access::may_administer(actor, round.owner())
}

/// The proof for showing the round's places to somebody who was given the round itself.
/// # Errors
/// [`NotFound`] outside the institution.
pub fn may_see(actor: &Actor, round: &Round) -> Result<Owner, NotFound> {
    Owner::proven(actor, round.owner()).ok_or_else(|| NotFound::of("round", round.id()))
}
