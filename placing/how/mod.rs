//! How places are allocated, told to everybody: each rule in words, what an honest list means under it, and a small town
//! that the engine shares out before the reader's eyes.
//!
//! Owns no tables.

pub mod model;
pub mod pages;

use kit::web::{Need, Routes};

pub use model::{Honesty, Rule};
pub use pages::honest::HonestView;

/// The room's routes.
pub fn routes() -> Routes {
    Routes::new()
        .get("/how", Need::Anyone, pages::show_how)
        .get("/how/{mechanism}", Need::Anyone, pages::rule::show_rule)
}
