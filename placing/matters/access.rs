//! In which part somebody meets a matter of placing's.

use base::{OrganisationId, PersonId};
use kit::actor::{Actor, Counterparty, Oneself, Role};

/// Whether the actor runs rounds somewhere.
pub fn is_office(actor: &Actor) -> bool {
    actor.has(Role::Administrator)
}

/// Whether the actor is this person.
pub fn is_oneself(actor: &Actor, person: PersonId) -> bool {
    Oneself::proven(actor).is_some_and(|oneself| oneself.id() == person)
}

/// The hosts for which the actor receives students.
pub fn receives(actor: &Actor) -> Vec<Counterparty> {
    Counterparty::proven(actor, Role::Coordinator)
}

/// Whether the actor's units at this host hold the one a student comes to.
pub fn covers(host: &Counterparty, at: (OrganisationId, Option<base::UnitId>)) -> bool {
    let within = match (host.units(), at.1) {
        (None, _) => true,
        (Some(units), Some(unit)) => units.contains(&unit),
        (Some(_), None) => false,
    };
    host.id() == at.0 && within
}
