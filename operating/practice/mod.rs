//! Copies of organisations to practise in: made by whoever administers the organisation, entered as somebody invented,
//! thrown away by one act or by themselves.
//!
//! Owns no tables: `organisations` keeps whose copy an organisation is, and the floor the work. What the other wings keep
//! is brought by their [`people::organisations::PracticeSources`]. A copy is an organisation of its own without anybody
//! real in it, so everything that keeps organisations apart keeps it apart too.

pub mod access;
pub mod actions;
mod jobs;
pub mod model;
pub mod pages;

use chrono::TimeDelta;
use kit::routines::Routine;
use kit::web::{Need, Routes};
use serde_json::json;

pub use jobs::jobs;
pub use model::DAYS;

/// The routine's name.
pub const ROUTINE: &str = "practice-copies";

/// The room's routes. Who may practise is decided by `access`.
pub fn routes() -> Routes {
    Routes::new()
        .get("/organisations/{organisation}/practice", Need::SignedIn, pages::show_practice)
        .post("/organisations/{organisation}/practice", Need::SignedIn, pages::make)
        .fresh()
        .get("/organisations/{organisation}/practice/mails", Need::SignedIn, pages::mails)
        .post("/organisations/{organisation}/practice/people/{person}", Need::SignedIn, pages::enter)
        .fresh()
        .post("/organisations/{organisation}/practice/removal", Need::SignedIn, pages::throw_away)
        .fresh()
        .post("/practice/end", Need::SignedIn, pages::step_out)
}

/// The room's work by the clock: copies whose last day is over go.
pub fn routine() -> Routine {
    Routine::new(ROUTINE, TimeDelta::hours(1), |app| async move {
        let removed = actions::remove_old(app.db()).await.map_err(|fault| format!("{fault:?}"))?;
        Ok(json!({ "removed": removed }))
    })
}
