//! What the office knows about one student at one place offer: the host's priority class, minutes of travel, and
//! whether the pair must not come about.
//!
//! Owns `pairs`. Reads `participants`, `persons` and `offers` in joins, to list pairs by name.

pub mod access;
pub mod actions;
mod api;
pub mod import;
pub mod model;
pub mod pages;
pub mod queries;
pub mod tables;

use kit::actor::Role;
use kit::web::{Need, Routes};

pub use actions::{note, of_round, set_classes};
pub use matching::BanReason;
pub use model::{NewPair, Pair, PairError};

/// The room's routes.
pub fn routes() -> Routes {
    let office = Need::Role(Role::Administrator);
    Routes::new().merge(api::routes()).get("/rounds/{round}/pairs", office, pages::show_pairs).post(
        "/rounds/{round}/pairs",
        office,
        pages::note_pair,
    )
}
