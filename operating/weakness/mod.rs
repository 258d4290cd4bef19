//! Where somebody who has found a weakness reports it: `/.well-known/security.txt` (RFC 9116). Owns no table.

pub mod pages;

use kit::web::{Need, Routes};

/// The room's route, open to everybody.
pub fn routes() -> Routes {
    Routes::new().get("/.well-known/security.txt", Need::Anyone, pages::security)
}
