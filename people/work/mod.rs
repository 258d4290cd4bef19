//! Work under way: how far a job has come, for whoever set it going and for administrators.
//!
//! Owns no tables; the floor keeps the jobs.

pub mod access;
pub mod pages;

use kit::web::{Need, Routes};

/// The room's routes.
pub fn routes() -> Routes {
    Routes::new().get("/jobs/{id}", Need::SignedIn, pages::show).get("/jobs/{id}/events", Need::SignedIn, pages::events)
}
