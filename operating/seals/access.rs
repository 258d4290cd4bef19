//! Who seals and looks.

use base::OrganisationId;
use kit::actor::{Actor, Owner};
use kit::fault::Denied;

/// The portal at work for the organisation.
pub fn may_seal(actor: &Actor, organisation: OrganisationId) -> Result<Owner, Denied> {
    Owner::at_work(actor, organisation).ok_or(Denied { act: "seal this organisation's journal" })
}
