//! Who may look at what the demo has done.

use base::OrganisationId;
use kit::actor::{Actor, Owner};
use kit::fault::Denied;

/// The portal itself, at work for the organisation.
/// # Errors
/// [`Denied`] for everybody else.
pub fn may_read_journal(actor: &Actor, organisation: OrganisationId) -> Result<Owner, Denied> {
    let owner = Owner::proven(actor, organisation).filter(|_| actor.is_portal_of(organisation));
    owner.ok_or(Denied { act: "read the journal of the demo town" })
}
