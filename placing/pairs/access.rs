//! Who may read and keep what is known about students at places.

use kit::actor::{Actor, Owner};
use kit::fault::NotFound;

use crate::rounds::{self, Round};

/// The round's administrators, and the portal at work. A workplace or a relative is nobody else's business.
/// # Errors
/// [`NotFound`] for everybody else.
pub fn may_keep(actor: &Actor, round: &Round) -> Result<Owner, NotFound> {
    rounds::access::may_administer(actor, round.owner())
}
