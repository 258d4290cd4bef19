//! How the portal stands, for those who look after it: what works, what waits, what was laid aside.
//!
//! Owns `operators` (global); a join reads `persons`. The floor keeps jobs and routines. An operator meets no
//! organisation's rows: what is shown are counts, kinds and clocks, and who looks after the portal.

pub mod access;
pub mod actions;
mod jobs;
pub mod model;
pub mod pages;
pub mod queries;
mod tables;

use chrono::TimeDelta;
use kit::routines::Routine;
use kit::web::{Need, Routes};
use serde_json::Value;

pub(crate) use actions::keepers;
pub use actions::{appoint, dismiss_by_command, examine, heard, standing, take_over};
pub use jobs::jobs;
pub use model::{Check, Finding, State};
pub use queries::operators;

/// The routine that copies everything.
pub const COPIES: &str = "backup";
/// The routine that looks at what is too slow to look at with every page.
pub const INSPECTION: &str = "inspection";
/// Hours between two inspections.
const INSPECTION_HOURS: i64 = 24;
/// Not a routine: the row says when the mail server was last tried with success.
pub const REHEARSAL: &str = "mail-rehearsal";

/// The room's work by the clock.
pub fn routine() -> Routine {
    Routine::new(INSPECTION, TimeDelta::hours(INSPECTION_HOURS), |app| async move {
        Ok(actions::inspect(app.db(), app.settings()).await.iter().map(Finding::kept).collect::<Value>())
    })
}

/// The room's routes.
pub fn routes() -> Routes {
    Routes::new()
        .get("/ops", Need::Operator, pages::duty)
        .post("/ops/copies", Need::Operator, pages::copy_now)
        .post("/ops/jobs/{id}/revival", Need::Operator, pages::revive)
        .post("/ops/operators/{operator}/closure", Need::Operator, pages::dismiss)
        .fresh()
        .get("/ops/mail", Need::Operator, pages::mail)
        .post("/ops/mail", Need::Operator, pages::rehearse)
}
