//! Who keeps and sees which views.

use base::OrganisationId;
use kit::actor::{Actor, Oneself, Owner};
use kit::fault::Denied;

/// Everybody chooses how lists look to them.
/// # Errors
/// [`Denied`] for nobody.
pub fn own(actor: &Actor) -> Result<Oneself, Denied> {
    Oneself::proven(actor).ok_or(Denied { act: "choose how a list looks as nobody" })
}

/// The organisations whose shared views the actor sees: those where a role is held.
pub fn works_at(actor: &Actor) -> Vec<Owner> {
    let mut all: Vec<_> = actor.held().iter().map(|held| held.organisation).collect();
    all.sort();
    all.dedup();
    all.into_iter().filter_map(|organisation| Owner::proven(actor, organisation)).collect()
}

/// Where a view of the actor's belongs.
/// # Errors
/// [`Denied`] for those who belong to no organisation.
pub fn home(actor: &Actor) -> Result<Owner, Denied> {
    let first = works_at(actor).into_iter().next();
    let studies = || actor.studies_at().first().and_then(|organisation| Owner::proven(actor, *organisation));
    first.or_else(studies).ok_or(Denied { act: "save a view outside every organisation" })
}

/// Where a view of one organisation's list belongs: there, for those who work there.
/// # Errors
/// [`Denied`] for everybody else.
pub fn place(actor: &Actor, at: OrganisationId) -> Result<Owner, Denied> {
    let there = works_at(actor).into_iter().find(|owner| owner.id() == at);
    there.ok_or(Denied { act: "save a view of a list elsewhere" })
}
