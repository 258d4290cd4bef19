//! Who erases.

use base::OrganisationId;
use kit::actor::{Actor, Owner, Role};
use kit::fault::NotFound;

/// Those who administer the whole organisation; looking after some units is not enough.
/// # Errors
/// [`NotFound`] for everybody else.
pub fn may_erase(actor: &Actor, organisation: OrganisationId) -> Result<Owner, NotFound> {
    let whole = |held: &kit::actor::Held| {
        held.organisation == organisation && held.role == Role::Administrator && held.units.is_none()
    };
    let owner = actor.held().iter().any(whole).then(|| Owner::proven(actor, organisation)).flatten();
    owner.ok_or_else(|| NotFound::of("organisation", organisation))
}

/// Those who look after the whole register learn what keeps somebody in it.
/// # Errors
/// [`NotFound`] for everybody else.
pub fn may_ask_for_uses(actor: &Actor, organisation: OrganisationId) -> Result<Owner, NotFound> {
    let whole = |held: &kit::actor::Held| held.organisation == organisation && held.units.is_none();
    let may = actor.is_portal_of(organisation) || actor.held().iter().any(whole);
    let owner = may.then(|| Owner::proven(actor, organisation)).flatten();
    owner.ok_or_else(|| NotFound::of("organisation", organisation))
}

/// The portal at work for the organisation, which erases whoever left long ago.
/// # Errors
/// [`NotFound`] for everybody who has signed in, whatever they hold.
pub fn works_for(actor: &Actor, organisation: OrganisationId) -> Result<Owner, NotFound> {
    Owner::at_work(actor, organisation).ok_or_else(|| NotFound::of("organisation", organisation))
}
