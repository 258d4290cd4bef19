//! Who may look at what the demo has done.

use base::OrganisationId;
use kit::actor::{Actor, Owner};
use kit::fault::Denied;

/// Whoever is at work for the organisation: the portal, while the town is made.
/// # Errors
/// [`Denied`] for everybody else.
pub fn may_read_journal(actor: &Actor, organisation: OrganisationId) -> Result<Owner, Denied> {
    Owner::proven(actor, organisation).ok_or(Denied { act: "read the journal of the demo town" })
}
