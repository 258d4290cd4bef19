//! Who may look with whose eyes.

use kit::actor::{Actor, Oneself, Owner};
use kit::fault::{Denied, NotFound};

use crate::persons::Person;
use crate::signin::access;

/// Those who may help a person to get in may also see what that person sees: whoever administers the whole of the
/// organisation that registered them.
pub fn may_look(actor: &Actor, person: &Person) -> Result<Owner, NotFound> {
    access::may_help(actor, person)
}

/// Everybody sees who looked with their eyes, and may end it.
pub fn may_see_own(actor: &Actor) -> Result<Oneself, Denied> {
    Oneself::proven(actor).ok_or(Denied { act: "see who helped without being signed in" })
}
