//! Finding people and units of one's own organisations from anywhere: `/search`, and the key `/`. Owns no table.

pub mod pages;

use kit::web::{Need, Routes};

/// The room's routes.
pub fn routes() -> Routes {
    Routes::new().get("/search", Need::SignedIn, pages::search)
}
