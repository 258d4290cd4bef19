//! Lists as people want them: which columns, how dense, and views that are saved for oneself or for the organisation.
//!
//! Owns `list_looks` and `saved_views`. A room's list asks [`looks`], or [`looks_at`] where it is one organisation's,
//! and lets them [`Looks::dress`] its table.

pub mod access;
pub mod actions;
pub mod model;
pub mod pages;
pub mod queries;
pub mod tables;

use kit::web::{Need, Routes};

pub use actions::{looks, looks_at};
pub use model::Looks;
pub use pages::Dressed;
pub use queries::own_data;

/// The room's routes.
pub fn routes() -> Routes {
    Routes::new()
        .post("/views/looks", Need::SignedIn, pages::choose_looks)
        .post("/views", Need::SignedIn, pages::save_view)
        .post("/views/{view}/removal", Need::SignedIn, pages::remove_view)
}
