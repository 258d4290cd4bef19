//! Notices: what each person is told, in the portal and by mail. Mail comes bundled, not at night, and as each chooses.
//!
//! Owns `notices`, `box_notices` (what waits for the mailbox of a role) and `notice_choices`; addresses that take no mail are kit's. Other rooms call [`tell`].

pub mod access;
pub mod actions;
mod api;
mod jobs;
pub mod model;
pub mod pages;
pub mod queries;
pub mod tables;

use kit::actor::Role;
use kit::web::{Need, Routes};

pub use actions::{tell, tell_boxes, tell_now};
pub use jobs::jobs;
pub use model::{Notice, Weight};
pub use queries::own_data;

/// The room's routes.
pub fn routes() -> Routes {
    let office = Need::Role(Role::Administrator);
    Routes::new()
        .merge(api::routes())
        .get("/notices", Need::SignedIn, pages::show_notices)
        .private()
        .post("/notices/reading", Need::SignedIn, pages::read_all)
        .get("/notices/choices", Need::SignedIn, pages::choices::show_choices)
        .private()
        .post("/notices/choices", Need::SignedIn, pages::choices::choose)
        .post("/notices/address", Need::SignedIn, pages::choices::retry_own)
        .get("/bounces", office, pages::bounces::show_bounces)
        .post("/bounces/{person}", office, pages::bounces::retry)
}
