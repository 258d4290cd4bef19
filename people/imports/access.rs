//! Who may see and change an import: those who administer the organisation it belongs to.

use base::{ImportId, OrganisationId};
use kit::actor::{Actor, Owner, Role};
use kit::fault::NotFound;

/// Where the actor may import: one proof for each organisation.
pub fn administers(actor: &Actor) -> Vec<Owner> {
    let may = |organisation: &OrganisationId| actor.has_at(Role::Administrator, *organisation);
    actor
        .organisations()
        .into_iter()
        .filter(may)
        .filter_map(|organisation| Owner::proven(actor, organisation))
        .collect()
}

/// The proof for an import into something of this organisation.
/// # Errors
/// [`NotFound`] for everybody else.
pub fn may_import(actor: &Actor, organisation: OrganisationId) -> Result<Owner, NotFound> {
    let found = administers(actor).into_iter().find(|owner| owner.id() == organisation);
    found.ok_or_else(|| NotFound::of("organisation", organisation))
}

/// What to answer when there is no such import for the actor.
pub fn missing(id: ImportId) -> NotFound {
    NotFound::of("import", id)
}
