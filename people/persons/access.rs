//! Who may register people and give roles.

use base::{OrganisationId, PersonId, UnitId};
use kit::actor::{Actor, Oneself, Owner, Role};
use kit::fault::{Denied, Fault, NotFound};

use super::model::{PersonError, RoleHeld};

/// People are registered by those who administer the organisation, and by the portal at work for it.
pub fn may_register(actor: &Actor, organisation: OrganisationId) -> Result<Owner, Denied> {
    let keeps = Role::ALL.into_iter().any(|role| actor.has_at(role, organisation));
    Owner::proven(actor, organisation).filter(|_| keeps).ok_or(Denied { act: "register people at this organisation" })
}

/// Nobody gives or ends more than they hold: the role itself, on the whole organisation or on a subtree that holds the unit.
pub fn may_give(
    actor: &Actor,
    organisation: OrganisationId,
    role: Role,
    unit: Option<UnitId>,
) -> Result<Owner, Denied> {
    let covers = |held: &kit::actor::Held| {
        let within = match (&held.units, unit) {
            (None, _) => true,
            (Some(units), Some(unit)) => units.contains(&unit),
            (Some(_), None) => false,
        };
        held.role == role && held.organisation == organisation && within
    };
    let may = actor.is_portal_of(organisation) || actor.held().iter().any(covers);
    Owner::proven(actor, organisation).filter(|_| may).ok_or(Denied { act: "give this role here" })
}

/// A proof for the register, and the units it is narrowed to; `None` is the whole organisation.
#[derive(Debug, Clone)]
pub struct Seeing {
    /// The organisation
    pub owner: Owner,
    /// Whoever looks after some units sees the people of these units
    pub within: Option<Vec<UnitId>>,
}

/// The register is seen by everybody who holds a role, as far as the role reaches.
/// # Errors
/// [`NotFound`] for everybody else.
pub fn may_see_people(actor: &Actor, organisation: OrganisationId) -> Result<Seeing, NotFound> {
    let missing = || NotFound::of("organisation", organisation);
    let owner = Owner::proven(actor, organisation).ok_or_else(missing)?;
    if actor.is_portal_of(organisation) {
        return Ok(Seeing { owner, within: None });
    }
    let held: Vec<_> = actor.held().iter().filter(|held| held.organisation == organisation).collect();
    if held.is_empty() {
        return Err(missing());
    }
    if held.iter().any(|held| held.units.is_none()) {
        return Ok(Seeing { owner, within: None });
    }
    let within = held.iter().flat_map(|held| held.units.clone().unwrap_or_default()).collect();
    Ok(Seeing { owner, within: Some(within) })
}

/// What is known of somebody is changed, and what binds them ended, by those who could give every role they hold.
/// # Errors
/// [`PersonError::AboveActor`]
pub fn may_act_on(actor: &Actor, organisation: OrganisationId, lasting: &[RoleHeld]) -> Result<(), PersonError> {
    let could = |held: &RoleHeld| may_give(actor, organisation, held.role, held.unit).is_ok();
    if lasting.iter().all(could) { Ok(()) } else { Err(PersonError::AboveActor) }
}

/// People are bound to the whole organisation by those who look after all of it, and to a unit by those who look after it.
/// # Errors
/// [`PersonError::AboveOwn`]
pub fn may_bind(seeing: &Seeing, unit: Option<UnitId>) -> Result<(), PersonError> {
    match (&seeing.within, unit) {
        (None, _) => Ok(()),
        (Some(units), Some(unit)) if units.contains(&unit) => Ok(()),
        (Some(_), _) => Err(PersonError::AboveOwn),
    }
}

/// Data is put away, seen and brought back by those who administer the whole organisation.
/// # Errors
/// [`NotFound`] for everybody else.
pub fn may_restrict(actor: &Actor, organisation: OrganisationId) -> Result<Owner, NotFound> {
    let whole = |held: &kit::actor::Held| {
        held.organisation == organisation && held.role == Role::Administrator && held.units.is_none()
    };
    let owner = actor.held().iter().any(whole).then(|| Owner::proven(actor, organisation)).flatten();
    owner.ok_or_else(|| NotFound::of("organisation", organisation))
}

/// Trustees are named by those who look after the whole organisation in their own right.
/// # Errors
/// `NotFound` for strangers; `Denied` for everybody else.
pub fn may_name_trustees(actor: &Actor, organisation: OrganisationId) -> Result<Owner, Fault> {
    let seeing = may_see_people(actor, organisation)?;
    let whole = seeing.within.is_none() && actor.stands_for(organisation).is_none();
    Ok(whole.then_some(seeing.owner).ok_or(Denied { act: "name trustees at this organisation" })?)
}

/// The organisation that a job works for.
/// # Errors
/// [`NotFound`] for everybody else.
pub fn works_for(actor: &Actor, organisation: OrganisationId) -> Result<Owner, NotFound> {
    Owner::at_work(actor, organisation).ok_or_else(|| NotFound::of("organisation", organisation))
}

/// Everybody keeps their own profile.
pub fn may_choose_profile(actor: &Actor) -> Result<Oneself, Denied> {
    Oneself::proven(actor).ok_or(Denied { act: "change a profile without being signed in" })
}

/// Who looks with their own eyes: neither a token nor somebody who helps.
pub fn in_own_right(actor: &Actor) -> Option<Oneself> {
    Oneself::proven(actor).filter(|_| actor.helper().is_none())
}

/// Whether the actor is this person, before anything is read about them.
pub fn is_oneself(actor: &Actor, person: PersonId) -> Option<Oneself> {
    Oneself::proven(actor).filter(|oneself| oneself.id() == person)
}

/// The scope in which the actor's own subtrees are looked up.
pub fn own_scope(actor: &Actor, organisation: OrganisationId) -> Option<Owner> {
    Owner::proven(actor, organisation)
}

#[cfg(test)]
mod tests {
    use kit::actor::Held;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn nobody_gives_more_than_they_hold() {
        let at = OrganisationId(Uuid::from_u128(1));
        let (ward, other) = (UnitId(Uuid::from_u128(2)), UnitId(Uuid::from_u128(3)));
        let held = |role, units| Held { organisation: at, role, units };
        let actor = |held| Actor::person(PersonId(Uuid::from_u128(4))).with(vec![held], vec![], None);
        let may = |actor: &Actor, role, unit| may_give(actor, at, role, unit).is_ok();
        let ward_coordinator = actor(held(Role::Coordinator, Some(vec![ward])));
        assert!(may(&ward_coordinator, Role::Coordinator, Some(ward)));
        assert!(!may(&ward_coordinator, Role::Coordinator, Some(other)));
        assert!(!may(&ward_coordinator, Role::Coordinator, None));
        assert!(!may(&ward_coordinator, Role::Administrator, Some(ward)));
        let administrator = actor(held(Role::Administrator, None));
        assert!(may(&administrator, Role::Administrator, None));
        assert!(!may(&administrator, Role::Coordinator, Some(ward)));
        let elsewhere = OrganisationId(Uuid::from_u128(9));
        assert!(may_give(&administrator, elsewhere, Role::Administrator, None).is_err());
        assert!(may_give(&Actor::portal(at), at, Role::Coordinator, None).is_ok());
        assert!(may_give(&Actor::nobody(), at, Role::Coordinator, None).is_err());
    }
}
