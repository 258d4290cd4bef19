//! The allocation of a round: placing by hand, running the draw, and what stands in the way of those without a place.
//!
//! Owns `hand_placements`, `runs`, `run_inputs` and `proposals`. Reads `participants`, `persons`, `wish_lists` and
//! `wishes` in joins. What a run proposes is a draft that the case team alone sees; `placements` makes decisions of it.

pub mod access;
pub mod actions;
mod api;
pub mod jobs;
pub mod model;
pub mod pages;
pub mod queries;
pub mod tables;

use base::Lang;
use kit::actor::Role;
use kit::web::{Need, Routes};

pub use actions::{
    carry_out, confided, draft, freeze, grounds, is_running, latest_run, line_to_place, note_by_hand, order_comparison,
    order_run, place_by_hand, place_from_file, placed_by_hand, release, round_of, run_by_hand,
};
pub use model::draft::{Draft, How, Line};
pub use model::explain::{Added, Blocked, Classes, Grounds, Group, LeftOut, Limit, Loss, Queue, Turn, Why, WishGround};
pub use model::{AllocationError, ByHand, Ground};

/// The room's routes.
pub fn routes() -> Routes {
    let office = Need::Role(Role::Administrator);
    Routes::new()
        .merge(api::routes())
        .get("/rounds/{round}/allocation", office, pages::show_allocation)
        .get("/rounds/{round}/allocation.csv", office, pages::result_file)
        .fresh()
        .get("/rounds/{round}/allocation/students.csv", office, pages::students_file)
        .fresh()
        .post("/rounds/{round}/runs", office, pages::order_run)
        .get("/rounds/{round}/input/{file}", office, pages::input_file)
        .get("/rounds/{round}/comparison", office, pages::compare::show_comparison)
        .post("/rounds/{round}/comparison", office, pages::compare::order_comparison)
        .get("/rounds/{round}/students/{person}/placement", office, pages::placement::show_placement)
        .noted()
        .post("/rounds/{round}/students/{person}/placement", office, pages::placement::place)
        .fresh()
        .post("/rounds/{round}/students/{person}/release", office, pages::placement::release)
        .fresh()
        .get("/rounds/{round}/proof", Need::SignedIn, pages::proof::show_proof)
}

/// Names in a row, as a sentence lists them: "X", "X or Y", "X, Y or Z".
pub fn either(lang: Lang, names: &[String]) -> String {
    list(names, |first, last| crate::words(lang).allocation_or(first, last).to_string())
}

/// Names in a row: "X", "X and Y", "X, Y and Z".
pub fn all_of(lang: Lang, names: &[String]) -> String {
    list(names, |first, last| crate::words(lang).allocation_and(first, last).to_string())
}

fn list(names: &[String], joined: impl Fn(&str, &str) -> String) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => joined(&first.join(", "), last),
    }
}
