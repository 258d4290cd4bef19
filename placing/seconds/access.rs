//! Who asks for a second look, and who gives it.

use base::{OrganisationId, PersonId, SecondLookId};
use kit::actor::{Actor, Owner, Role};
use kit::fault::{Fault, NotFound};

use super::model::SecondError;

/// The organisation's administrators ask, and see what waits.
/// # Errors
/// [`NotFound`] for everybody else.
pub fn may_see(actor: &Actor, organisation: OrganisationId) -> Result<Owner, NotFound> {
    let may = actor.has_at(Role::Administrator, organisation);
    let owner = may.then(|| Owner::proven(actor, organisation)).flatten();
    owner.ok_or_else(|| NotFound::of("organisation", organisation))
}

/// Another of them confirms or turns down: never whoever asked, and never nobody.
/// # Errors
/// [`SecondError::Alone`]; [`NotFound`] for those who do not administer the organisation.
pub fn may_decide(
    actor: &Actor,
    organisation: OrganisationId,
    look: SecondLookId,
    asked_by: PersonId,
) -> Result<Owner, Fault> {
    let owner = may_see(actor, organisation)?;
    match actor.person_id() {
        Some(person) if person != asked_by => Ok(owner),
        _ => Err(SecondError::Alone { look }.into()),
    }
}

#[cfg(test)]
mod tests {
    use kit::actor::Held;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn another_of_the_office_decides_and_nobody_alone() {
        let at = OrganisationId(Uuid::from_u128(1));
        let (anna, berit) = (PersonId(Uuid::from_u128(2)), PersonId(Uuid::from_u128(3)));
        let look = SecondLookId(Uuid::from_u128(4));
        let held = |role| Held { organisation: at, role, units: None };
        let actor = |person, role| Actor::person(person).with(vec![held(role)], vec![], None);
        let may = |actor: &Actor| may_decide(actor, at, look, anna).is_ok();
        assert!(may(&actor(berit, Role::Administrator)));
        assert!(!may(&actor(anna, Role::Administrator)), "whoever asked");
        assert!(!may(&actor(berit, Role::Coordinator)));
        assert!(!may(&Actor::portal(at)) && !may(&Actor::nobody()));
    }
}
