//! Who may bind an account from outside.

use kit::actor::{Actor, Oneself};
use kit::fault::Denied;

/// Everybody binds their own.
pub fn may_connect(actor: &Actor) -> Result<Oneself, Denied> {
    Oneself::proven(actor).ok_or(Denied { act: "connect an account without being signed in" })
}
