//! Who answers, and who settles.

use base::OrganisationId;
use kit::actor::{Actor, Oneself, Owner};
use kit::fault::{Denied, NotFound};

/// Everybody answers for their own file.
/// # Errors
/// [`Denied`] for nobody.
pub fn own(actor: &Actor) -> Result<Oneself, Denied> {
    Oneself::proven(actor).ok_or(Denied { act: "answer a question as nobody" })
}

/// Those settle what was queried who look after the whole organisation, in their own right.
/// # Errors
/// [`NotFound`] for everybody else.
pub fn may_settle(actor: &Actor, organisation: OrganisationId) -> Result<Owner, NotFound> {
    let whole = |held: &kit::actor::Held| held.organisation == organisation && held.units.is_none();
    let may =
        actor.held().iter().any(whole) && actor.stands_for(organisation).is_none() && Oneself::proven(actor).is_some();
    Owner::proven(actor, organisation).filter(|_| may).ok_or_else(|| NotFound::of("organisation", organisation))
}

/// Where the actor settles.
pub fn settles_at(actor: &Actor) -> Vec<Owner> {
    actor.organisations().into_iter().filter_map(|at| may_settle(actor, at).ok()).collect()
}

/// The portal at work for the organisation: it draws, asks and hands on.
/// # Errors
/// [`Denied`] for everybody else.
pub fn works_for(actor: &Actor, organisation: OrganisationId) -> Result<Owner, Denied> {
    Owner::at_work(actor, organisation).ok_or(Denied { act: "draw looks for this organisation" })
}
