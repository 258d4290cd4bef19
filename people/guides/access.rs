//! Who reads and who extends a guide.

use base::PersonId;
use kit::actor::{Actor, Owner};
use kit::fault::Denied;

/// Everybody reads what their own organisations have added.
pub fn own_organisations(actor: &Actor) -> Vec<Owner> {
    actor.organisations().into_iter().filter_map(|organisation| Owner::proven(actor, organisation)).collect()
}

/// A guide is extended by those who hold a role on the whole organisation.
/// # Errors
/// [`Denied`] for everybody else.
pub fn may_extend(actor: &Actor) -> Result<Owner, Denied> {
    let whole = actor.held().iter().find(|held| held.units.is_none());
    let owner = whole.and_then(|held| Owner::proven(actor, held.organisation));
    owner.ok_or(Denied { act: "extend a guide" })
}

/// Who writes an addition; of a program, whoever made its token.
/// # Errors
/// [`Denied`] for nobody.
pub fn author(actor: &Actor) -> Result<PersonId, Denied> {
    actor.person_id().ok_or(Denied { act: "extend a guide as nobody" })
}
