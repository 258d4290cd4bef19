//! Taking in an organisation with its first administrator, and what is left to do before people come.
//!
//! Owns `setup_links` (global: a link is used before there is anybody). A link is printed by `fotfeste setup` and works
//! once; there is no account that everybody knows the password of.

pub mod actions;
pub mod model;
pub mod pages;
pub mod queries;
mod tables;

use kit::web::{Need, Routes};

pub use actions::make_link;
pub use model::{LINK_MAX, SetupError, Token};

/// The room's routes.
pub fn routes() -> Routes {
    Routes::new()
        .get("/setup/{token}", Need::Anyone, pages::begin)
        .post("/setup/{token}", Need::Anyone, pages::settle)
        .get("/ops/setup", Need::Operator, pages::list)
}
