//! Who invites. Whom they may invite is the register's to say: `persons` finds the person for those who may change
//! what binds them.

use base::OrganisationId;
use kit::actor::{Actor, Owner};
use kit::fault::NotFound;

use crate::persons;

/// The scope of an organisation's invitations: for whoever sees all of its people. Whoever looks after some units finds
/// theirs on each person's page.
/// # Errors
/// [`NotFound`] for everybody else.
pub fn may_see(actor: &Actor, organisation: OrganisationId) -> Result<Owner, NotFound> {
    let seeing = persons::access::may_see_people(actor, organisation)?;
    match seeing.within {
        None => Ok(seeing.owner),
        Some(_) => Err(NotFound::of("organisation", organisation)),
    }
}

/// The scope in which somebody of the register is invited.
/// # Errors
/// [`NotFound`] for everybody who holds no role there.
pub fn may_invite(actor: &Actor, organisation: OrganisationId) -> Result<Owner, NotFound> {
    Ok(persons::access::may_see_people(actor, organisation)?.owner)
}
