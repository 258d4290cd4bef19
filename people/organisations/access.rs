//! Who may change organisations and units.

use base::OrganisationId;
use kit::actor::{Actor, Owner, Role};
use kit::fault::{Denied, NotFound};

use super::model::Organisation;

/// An organisation is registered by the portal at work for it: by the first set-up, or by the demo.
pub fn may_register(actor: &Actor, organisation: OrganisationId) -> Result<(), Denied> {
    if actor.is_portal_of(organisation) { Ok(()) } else { Err(Denied { act: "register an organisation" }) }
}

/// Units are kept by those who administer the whole organisation, whether it sends students or receives them.
pub fn may_keep_units(actor: &Actor, organisation: OrganisationId) -> Result<Owner, Denied> {
    let whole = Role::ALL.into_iter().any(|role| holds_whole(actor, role, organisation));
    let owner = Owner::proven(actor, organisation).filter(|_| whole);
    owner.ok_or(Denied { act: "change the units of this organisation" })
}

/// What everybody reads about an organisation is kept by those who administer the whole of it.
/// # Errors
/// [`NotFound`] for everybody else.
pub fn may_keep_facts(actor: &Actor, organisation: OrganisationId) -> Result<Owner, NotFound> {
    may_keep_units(actor, organisation).map_err(|_| NotFound::of("organisation", organisation))
}

/// The settings of the portal name organisations by their number, to say who is signed in by which identity provider: only
/// somebody who looks after the portal as well gives one another. A copy to practise in has none.
/// # Errors
/// [`Denied`] for everybody else.
pub fn may_renumber(actor: &Actor, organisation: &Organisation) -> Result<(), Denied> {
    if actor.operates() && organisation.practice.is_none() {
        Ok(())
    } else {
        Err(Denied { act: "change the number of an organisation" })
    }
}

/// The organisations whose facts somebody keeps.
pub fn keeps(actor: &Actor) -> Vec<OrganisationId> {
    actor.organisations().into_iter().filter(|organisation| may_keep_facts(actor, *organisation).is_ok()).collect()
}

/// The tree is seen by everybody who holds a role at the organisation, on whatever part of it.
/// # Errors
/// [`NotFound`] for everybody else.
pub fn may_see_units(actor: &Actor, organisation: OrganisationId) -> Result<Owner, NotFound> {
    let holds = Role::ALL.into_iter().any(|role| actor.has_at(role, organisation));
    Owner::proven(actor, organisation).filter(|_| holds).ok_or_else(|| NotFound::of("organisation", organisation))
}

/// Whether the role is held on the whole organisation, not on a part of it.
pub fn holds_whole(actor: &Actor, role: Role, organisation: OrganisationId) -> bool {
    let whole =
        |held: &kit::actor::Held| held.role == role && held.organisation == organisation && held.units.is_none();
    actor.is_portal_of(organisation) || actor.held().iter().any(whole)
}

/// The scope in which an actor's own subtrees are looked up.
pub fn scope(actor: &Actor, organisation: OrganisationId) -> Option<Owner> {
    Owner::proven(actor, organisation)
}
