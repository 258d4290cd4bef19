//! Who may see and change how others sign in.

use base::OrganisationId;
use kit::actor::{Actor, Oneself, Owner, Role};
use kit::fault::{Denied, NotFound};

use crate::persons::Person;

/// A person who cannot get in is helped by those who administer the whole of the organisation that registered them. For
/// everybody else there is no such person.
pub fn may_help(actor: &Actor, person: &Person) -> Result<Owner, NotFound> {
    may_rule(actor, person.home).map_err(|_| NotFound::of("person", person.id))
}

/// How strongly people prove who they are, is decided by those who administer the whole organisation.
pub fn may_rule(actor: &Actor, organisation: OrganisationId) -> Result<Owner, NotFound> {
    let whole = |held: &kit::actor::Held| {
        held.role == Role::Administrator && held.organisation == organisation && held.units.is_none()
    };
    let may = actor.held().iter().any(whole);
    Owner::proven(actor, organisation).filter(|_| may).ok_or_else(|| NotFound::of("organisation", organisation))
}

/// A copy of an organisation to practise in is entered by those who look after the whole of what it was copied from.
pub fn may_practise(actor: &Actor, of: OrganisationId) -> Result<Owner, NotFound> {
    let whole = |held: &kit::actor::Held| held.organisation == of && held.units.is_none();
    let may = actor.held().iter().any(whole);
    Owner::proven(actor, of).filter(|_| may).ok_or_else(|| NotFound::of("organisation", of))
}

/// Whether the person belongs to the organisation that registered them and to no other: then those who administer it may
/// see all that the person sees.
pub fn is_known_at_home_alone(person_as_actor: &Actor, person: &Person) -> bool {
    person_as_actor.organisations().iter().all(|organisation| *organisation == person.home)
}

/// The organisations whose rules somebody is under: wherever they hold a role or study.
pub fn under_rules_of(actor: &Actor) -> Vec<Owner> {
    actor.organisations().into_iter().filter_map(|organisation| Owner::proven(actor, organisation)).collect()
}

/// The portal at work for an organisation, before anybody is known.
pub fn portal_of(actor: &Actor, organisation: OrganisationId) -> Result<Owner, Denied> {
    Owner::at_work(actor, organisation).ok_or(Denied { act: "act as the portal" })
}

/// Everybody keeps their own sessions.
pub fn may_keep_own(actor: &Actor) -> Result<Oneself, Denied> {
    Oneself::proven(actor).ok_or(Denied { act: "keep sessions without being signed in" })
}
