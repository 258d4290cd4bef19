//! Who keeps webhooks.

use base::OrganisationId;
use kit::actor::{Actor, Owner};
use kit::fault::NotFound;

/// Webhooks are kept by those who hold a role on the whole organisation, and by tokens of theirs that may.
/// # Errors
/// [`NotFound`] for everybody else.
pub fn may_keep(actor: &Actor, organisation: OrganisationId) -> Result<Owner, NotFound> {
    let may = actor.held().iter().any(|held| held.organisation == organisation && held.units.is_none());
    Owner::proven(actor, organisation).filter(|_| may).ok_or_else(|| NotFound::of("organisation", organisation))
}

/// The scope in which what happened is written down for those who want to be told, and in which it is sent.
pub fn scope(actor: &Actor, organisation: OrganisationId) -> Option<Owner> {
    Owner::proven(actor, organisation)
}
