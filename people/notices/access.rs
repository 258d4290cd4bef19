//! Who tells whom, who reads what they were told, and who puts addresses right.

use base::OrganisationId;
use kit::actor::{Actor, Oneself, Owner, Role};
use kit::fault::{Denied, NotFound};

/// Everybody reads what they were told, and chooses how.
/// # Errors
/// [`Denied`] for nobody.
pub fn own(actor: &Actor) -> Result<Oneself, Denied> {
    Oneself::proven(actor).ok_or(Denied { act: "read notices as nobody" })
}

/// Whoever acts within an organisation tells somebody in its name.
/// # Errors
/// [`Denied`] outside of it.
pub fn may_tell(actor: &Actor, organisation: OrganisationId) -> Result<Owner, Denied> {
    Owner::proven(actor, organisation).ok_or(Denied { act: "tell somebody in this organisation's name" })
}

/// The organisation that a job works for.
/// # Errors
/// [`NotFound`] for everybody else.
pub fn works_for(actor: &Actor, organisation: OrganisationId) -> Result<Owner, NotFound> {
    Owner::at_work(actor, organisation).ok_or_else(|| NotFound::of("organisation", organisation))
}

/// Where the actor sees which addresses of the organisation's own people take no mail.
pub fn keeps_addresses(actor: &Actor) -> Vec<Owner> {
    let may = |organisation: &OrganisationId| actor.has_at(Role::Administrator, *organisation);
    let all = actor.organisations().into_iter().filter(may);
    all.filter_map(|organisation| Owner::proven(actor, organisation)).collect()
}
