//! Who makes, enters and throws away copies to practise in.

use base::OrganisationId;
use kit::actor::{Actor, Owner};
use kit::fault::{Denied, NotFound};
use people::signin;

/// Those who look after the whole organisation. For everybody else there is no such page.
/// # Errors
/// [`NotFound`]
pub fn may_practise(actor: &Actor, organisation: OrganisationId) -> Result<Owner, NotFound> {
    signin::access::may_practise(actor, organisation)
}

/// The portal at work for an organisation, the copy or what it is made from.
/// # Errors
/// [`Denied`] for everybody else.
pub fn portal_of(actor: &Actor, organisation: OrganisationId) -> Result<Owner, Denied> {
    signin::access::portal_of(actor, organisation)
}
