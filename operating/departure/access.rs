//! Who takes an organisation's rows along, and lets it leave.

use base::OrganisationId;
use kit::actor::{Actor, Owner};
use kit::fault::Denied;

/// The portal at work for the organisation: whoever runs the command holds the machine.
pub fn may_export(actor: &Actor, organisation: OrganisationId) -> Result<Owner, Denied> {
    Owner::at_work(actor, organisation).ok_or(Denied { act: "export this organisation" })
}
