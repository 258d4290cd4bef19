//! What the portal has sent: to oneself and, in the demo, to everybody, so that links can be tried. Owns no table; the
//! mails are kit's.

pub mod access;
pub mod pages;

use kit::web::{Need, Routes};

/// The room's routes.
pub fn routes() -> Routes {
    Routes::new().get("/inbox", Need::SignedIn, pages::inbox).private().get(
        "/demo/mails",
        Need::Demo,
        pages::demo_mails,
    )
}
