//! One's own profile: what the portal knows, in which language and look it speaks. Owns no table; `persons` keeps it.

pub mod pages;

use kit::web::{Need, Routes};

/// The room's routes.
pub fn routes() -> Routes {
    Routes::new().get("/me", Need::SignedIn, pages::profile).post("/me", Need::SignedIn, pages::save)
}
