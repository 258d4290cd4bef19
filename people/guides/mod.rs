//! Guides: what each role does with the portal, in a few steps, and what an organisation adds for its own people.
//!
//! Owns `guide_additions`.

pub mod access;
pub mod actions;
mod api;
pub mod model;
pub mod pages;
pub mod queries;
pub mod tables;

use kit::web::{Need, Routes};

/// The room's routes.
pub fn routes() -> Routes {
    Routes::new()
        .merge(api::routes())
        .get("/guide", Need::SignedIn, pages::show_guide)
        .get("/guide/addition", Need::SignedIn, pages::addition::show_addition)
        .post("/guide/addition", Need::SignedIn, pages::addition::save)
}
