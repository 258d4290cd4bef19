//! Who makes, sees and ends tokens.

use base::OrganisationId;
use kit::actor::{Actor, Owner};
use kit::fault::NotFound;

/// Tokens are kept by those who hold a role on the whole organisation, in person: no token makes another.
/// # Errors
/// [`NotFound`] for everybody else.
pub fn may_keep(actor: &Actor, organisation: OrganisationId) -> Result<Owner, NotFound> {
    let whole = |held: &kit::actor::Held| held.organisation == organisation && held.units.is_none();
    let may = actor.held().iter().any(whole) && kit::actor::Oneself::proven(actor).is_some();
    Owner::proven(actor, organisation).filter(|_| may).ok_or_else(|| NotFound::of("organisation", organisation))
}

/// The scope in which a token is looked up, before anybody is known.
pub fn scope(actor: &Actor, organisation: OrganisationId) -> Option<Owner> {
    Owner::at_work(actor, organisation)
}
