//! Who asks.

use base::OrganisationId;
use kit::actor::{Actor, Owner};
use kit::fault::Denied;

/// The portal at work for the organisation: the command, by whoever holds the machine.
pub fn may_report(actor: &Actor, organisation: OrganisationId) -> Result<Owner, Denied> {
    Owner::at_work(actor, organisation).ok_or(Denied { act: "tell whom an incident touched" })
}
