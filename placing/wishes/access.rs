//! Who may wish, and for whom.

use kit::actor::{Actor, Oneself, Owner};
use kit::fault::NotFound;

use crate::participants;
use crate::rounds::Round;

/// The proof for a student's own wishes in a round that they were given.
/// # Errors
/// [`NotFound`] outside the institution and for those who have not signed in.
pub fn may_wish(actor: &Actor, round: &Round) -> Result<(Owner, Oneself), NotFound> {
    participants::access::may_take_part(actor, round)
}

/// The proof for entering and reading the wishes of others: the round's administrators, and the portal at work.
/// # Errors
/// [`NotFound`] for everybody else.
pub fn may_enter_for_others(actor: &Actor, round: &Round) -> Result<Owner, NotFound> {
    participants::access::may_administer(actor, round)
}
