//! Who may read which mails.

use base::OrganisationId;
use kit::actor::{Actor, Oneself, Owner};
use kit::fault::Denied;

/// Everybody reads what was sent to themselves.
pub fn own(actor: &Actor) -> Result<Oneself, Denied> {
    Oneself::proven(actor).ok_or(Denied { act: "read mails as nobody" })
}

/// The demo's own reading of an organisation's mails; the route is closed elsewhere.
pub fn of_demo(actor: &Actor, organisation: OrganisationId) -> Option<Owner> {
    Owner::at_work(actor, organisation)
}
