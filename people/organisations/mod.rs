//! Organisations, what everybody reads about them, and their unit trees, from a day on.
//!
//! Owns `organisations` (global: the parties themselves), `units` and `unit_changes`. Other rooms ask for names, contact
//! points and time zones here, and for the units below a unit when they narrow a role. What else stands at a unit is told
//! by the other wings: the portal hands their [`TouchSource`]s to the app as [`Touches`].

pub mod access;
pub mod actions;
mod api;
pub mod import;
mod jobs;
pub mod model;
pub mod pages;
pub mod queries;
pub mod tables;

use kit::web::{Need, Routes};

pub use actions::facts::kept;
pub use actions::units::{copy_units, found_unit, today, tree, unit_copies};
pub use actions::{add_unit, close_practice, register_organisation, register_practice};
pub use jobs::jobs;
pub use model::{
    Contact, Facts, Kind, NewOrganisation, NewUnit, Organisation, OrganisationError, Practice, PracticeSource,
    PracticeSources, Practising, TouchSource, Touches, Tree, TypedFacts, Unit, Wanted, ZONES,
};
pub use pages::about::about_href;
pub use pages::{day_of, part_of, target_of};
pub use queries::{
    all, count, every_id, find, find_many, of_number, partners, practices, unit_names, units, units_below,
};

/// The room's routes. Whoever holds a role at the organisation sees its units; who keeps them is decided by `access`.
pub fn routes() -> Routes {
    Routes::new()
        .merge(api::routes())
        .get("/organisations/{organisation}/about", Need::SignedIn, pages::about::show_facts)
        .post("/organisations/{organisation}/about", Need::SignedIn, pages::about::save)
        .fresh()
        .get("/organisations/{organisation}/units", Need::SignedIn, pages::tree::show_tree)
        .get("/organisations/{organisation}/history", Need::SignedIn, pages::history::show_history)
        .post("/organisations/{organisation}/plans/{plan}/withdrawal", Need::SignedIn, pages::history::withdraw)
        .get("/organisations/{organisation}/units/new", Need::SignedIn, pages::founding::ask)
        .post("/organisations/{organisation}/units/new", Need::SignedIn, pages::founding::found)
        .get("/organisations/{organisation}/units/{unit}", Need::SignedIn, pages::unit::show_unit)
        .get("/organisations/{organisation}/units/{unit}/changes/{change}", Need::SignedIn, pages::change::ask)
        .post("/organisations/{organisation}/units/{unit}/changes/{change}", Need::SignedIn, pages::change::make)
}
