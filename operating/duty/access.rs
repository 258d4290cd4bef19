//! Who looks after the portal.

use kit::actor::Actor;
use kit::fault::Denied;

/// Operators alone. The routes say so too; actions ask again.
pub fn may_operate(actor: &Actor) -> Result<(), Denied> {
    if actor.operates() { Ok(()) } else { Err(Denied { act: "look after the portal" }) }
}
