//! How the portal stands, for those who look after it: what works, what waits, what was laid aside.
//!
//! Owns `operators` (global). The floor keeps jobs and routines. An operator meets no organisation's rows: what is shown
//! are counts, kinds and clocks.

pub mod access;
pub mod actions;
pub mod model;
pub mod pages;
pub mod queries;
mod tables;

use kit::web::{Need, Routes};

pub use actions::{appoint, examine, standing, take_over};
pub use model::{Check, Finding, State};
pub use queries::operators;

/// The routine that copies everything.
pub const COPIES: &str = "backup";
/// Not a routine: the row says when the mail server was last tried with success.
pub const REHEARSAL: &str = "mail-rehearsal";

/// The room's routes.
pub fn routes() -> Routes {
    Routes::new()
        .get("/ops", Need::Operator, pages::duty)
        .post("/ops/copies", Need::Operator, pages::copy_now)
        .post("/ops/jobs/{id}/revival", Need::Operator, pages::revive)
        .get("/ops/mail", Need::Operator, pages::mail)
        .post("/ops/mail", Need::Operator, pages::rehearse)
}
