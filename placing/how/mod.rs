//! How places are allocated, told to everybody: each rule in words, what an honest list means under it, and a small town
//! that the engine shares out before the reader's eyes.
//!
//! Owns no tables. Reads rounds at their door.

pub mod model;
pub mod pages;

use kit::web::{Need, Routes};

pub use model::{Honesty, Rule};
pub use pages::honest::{HonestView, sentence as honest_sentence};
pub use pages::said::about;

/// The room's routes.
pub fn routes() -> Routes {
    Routes::new()
        .get("/how", Need::Anyone, pages::show_how)
        .get("/how/{mechanism}", Need::Anyone, pages::rule::show_rule)
        .get("/rounds/{round}/how", Need::SignedIn, pages::rule::show_rule_of_round)
}
