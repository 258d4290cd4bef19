//! A second pair of eyes: where the organisation asks for it, a placement by hand, its release, and priority classes wait
//! until another person of the office has confirmed them. Until then nothing of them counts.
//!
//! Owns `placing_rules`, `second_looks` and `second_look_classes`. Reads `rounds`, `offers` and `persons` in joins. What is
//! confirmed is carried out by the rooms that ask: `allocation`, `placements` and `pairs`.

pub mod access;
pub mod actions;
mod api;
pub mod model;
pub mod pages;
pub mod queries;
pub mod tables;

use kit::actor::Role;
use kit::web::{Need, Routes};

pub use actions::{
    ask_classes, ask_placement, ask_release, asker_of, confirm, is_wanted, refuse, set_rule, waiting_in,
};
pub use model::{Placing, SecondError};
pub use pages::tasks;
pub use queries::own_data;

/// The room's routes.
pub fn routes() -> Routes {
    let office = Need::Role(Role::Administrator);
    Routes::new()
        .merge(api::routes())
        .get("/organisations/{organisation}/second-looks", office, pages::show_waiting)
        .post("/organisations/{organisation}/second-looks/{look}/confirmation", office, pages::confirm)
        .fresh()
        .post("/organisations/{organisation}/second-looks/{look}/refusal", office, pages::refuse)
        .fresh()
        .post("/organisations/{organisation}/second-looks/{look}/withdrawal", office, pages::withdraw)
        .get("/organisations/{organisation}/placing-rules", office, pages::show_rules)
        .post("/organisations/{organisation}/placing-rules", office, pages::set_rules)
        .fresh()
}
