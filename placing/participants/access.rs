//! Who may do what with a student's part in a round.

use base::{OrganisationId, PersonId};
use kit::actor::{Actor, Oneself, Owner};
use kit::fault::NotFound;

use crate::rounds::{self, Round};

/// The proof for reading and changing who takes part: the round's administrators, and the portal at work.
/// # Errors
/// [`NotFound`] for everybody else.
pub fn may_administer(actor: &Actor, round: &Round) -> Result<Owner, NotFound> {
    rounds::access::may_administer(actor, round.owner())
}

/// The proof for a student's own part in a round that they were given.
/// # Errors
/// [`NotFound`] outside the institution and for those who have not signed in.
pub fn may_take_part(actor: &Actor, round: &Round) -> Result<(Owner, Oneself), NotFound> {
    let proven = Owner::proven(actor, round.owner()).zip(Oneself::proven(actor));
    proven.ok_or_else(|| NotFound::of("round", round.id()))
}

/// Who may take this person out of the round: the person, and the round's administrators.
/// # Errors
/// [`NotFound`] for everybody else.
pub fn may_withdraw(actor: &Actor, round: &Round, person: PersonId) -> Result<Owner, NotFound> {
    match may_take_part(actor, round) {
        Ok((owner, oneself)) if oneself.id() == person => Ok(owner),
        _ => may_administer(actor, round),
    }
}

/// The scope in which somebody of the organisation's own people is looked up.
/// # Errors
/// [`NotFound`] outside the organisation.
pub fn within(actor: &Actor, organisation: OrganisationId) -> Result<Owner, NotFound> {
    Owner::proven(actor, organisation).ok_or_else(|| NotFound::of("organisation", organisation))
}
