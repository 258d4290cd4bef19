//! Who may see and change an import: the office for what goes into a round, and whoever looks after the whole
//! organisation for its units, people and roles.

use base::{ImportId, OrganisationId};
use kit::actor::{Actor, Owner, Role};
use kit::fault::NotFound;

use super::model::Home;
use crate::organisations;

/// Where the actor may import anything: one proof for each organisation.
pub fn imports_at(actor: &Actor) -> Vec<Owner> {
    let may = |organisation: &OrganisationId| {
        [Home::Round, Home::Organisation].into_iter().any(|home| may_import(actor, *organisation, home).is_ok())
    };
    let mine = actor.organisations().into_iter().filter(may);
    mine.filter_map(|organisation| Owner::proven(actor, organisation)).collect()
}

/// The proof for an import into something of this organisation.
/// # Errors
/// [`NotFound`] for everybody else.
pub fn may_import(actor: &Actor, organisation: OrganisationId, home: Home) -> Result<Owner, NotFound> {
    let may = match home {
        Home::Round => actor.has_at(Role::Administrator, organisation),
        Home::Organisation => organisations::access::may_keep_units(actor, organisation).is_ok(),
    };
    Owner::proven(actor, organisation).filter(|_| may).ok_or_else(|| NotFound::of("organisation", organisation))
}

/// What to answer when there is no such import for the actor.
pub fn missing(id: ImportId) -> NotFound {
    NotFound::of("import", id)
}
