//! Whose notes are whose.

use base::OrganisationId;
use kit::actor::{Actor, Oneself, Owner};
use kit::fault::Denied;

/// Everybody sees who opened their own file.
pub fn may_see_own(actor: &Actor) -> Result<Oneself, Denied> {
    Oneself::proven(actor).ok_or(Denied { act: "see who looked without being signed in" })
}

/// The organisations for which somebody may have looked.
pub fn looks_for(actor: &Actor) -> Vec<Owner> {
    let mut at: Vec<OrganisationId> = actor.held().iter().map(|held| held.organisation).collect();
    at.dedup();
    at.into_iter().filter_map(|organisation| Owner::proven(actor, organisation)).collect()
}

/// The portal notes what somebody sees who helps one of the organisation's people.
pub fn helping_for(actor: &Actor, organisation: OrganisationId) -> Result<Owner, Denied> {
    Owner::proven(actor, organisation).ok_or(Denied { act: "help for no organisation" })
}
