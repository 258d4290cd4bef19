//! Looking with another person's eyes, to help: for a while, with a reason, without changing anything, and never unseen.
//!
//! Owns `support_accesses`. Which pages a session shows is kept by `signin`.

pub mod access;
pub mod actions;
pub mod model;
pub mod pages;
pub mod queries;
pub mod tables;

use kit::actor::Role;
use kit::web::{Need, Routes};

pub use actions::over_oneself;
pub use model::{Support, SupportError};
pub use queries::own_data;

/// The room's routes.
pub fn routes() -> Routes {
    let office = Need::Role(Role::Administrator);
    Routes::new()
        .get("/people/{person}/support", office, pages::ask)
        .noted()
        .post("/people/{person}/support", office, pages::begin)
        .fresh()
        .post("/support/end", Need::SignedIn, pages::end)
        .helping()
        .post("/me/looks/{support}/end", Need::SignedIn, pages::end_own)
}
