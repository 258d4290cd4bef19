//! Erasing a person of the register whose matters allow it: what the duty to keep archives does not hold goes, the key of
//! what was told in confidence is destroyed, and what stays is named with its reason. Restricting keeps everything and is
//! another act, in `persons`; archiving is what `retention` counts. Whoever left ten years ago is erased by the clock, as
//! part of what `retention` does.
//!
//! Owns no tables: the rules name the tables of other rooms, as those of `retention` do.

pub mod access;
pub mod actions;
pub mod model;
pub mod pages;
pub mod queries;

use kit::actor::Role;
use kit::web::{Need, Routes};

pub use actions::{erase, erase_leavers, is_in_a_matter, plan, uses};
pub use model::{ErasureError, LEFT_DAYS, Obstacle, Plan, RULES};

/// The room's routes.
pub fn routes() -> Routes {
    let office = Need::Role(Role::Administrator);
    Routes::new()
        .get("/organisations/{organisation}/people/{person}/erasure", office, pages::ask)
        .noted()
        .post("/organisations/{organisation}/people/{person}/erasure", office, pages::erase)
        .fresh()
}
