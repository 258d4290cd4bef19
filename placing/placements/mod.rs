//! Placements: publication, what each student was told and why, and who comes to a host.
//!
//! Owns `decisions` and `readings`, both append-only: a change is a new version. Reads `persons` in a join for the
//! host's list. A host sees [`model::SeenByHost`] and nothing else.

pub mod access;
pub mod actions;
mod api;
pub mod jobs;
pub mod model;
pub mod pages;
pub mod queries;
pub mod tables;

use base::Lang;
use kit::actor::{Actor, Role};
use kit::page::NavItem;
use kit::web::{Need, Routes};

pub use actions::{
    ask_publication, carry_out, confirm_reading, decisions_of, note_withdrawal, own_decision, own_decisions,
    place_after, stop_publication,
};
pub use model::told::in_words;
pub use model::{Decision, Kind, PlacementError, SeenByHost};
pub use pages::why::WhyView;
pub use queries::own_data;

/// The room's routes.
pub fn routes() -> Routes {
    let (office, host) = (Need::Role(Role::Administrator), Need::Role(Role::Coordinator));
    Routes::new()
        .merge(api::routes())
        .get("/rounds/{round}/publication", office, pages::publication::show_publication)
        .post("/rounds/{round}/publication", office, pages::publication::ask)
        .fresh()
        .post("/rounds/{round}/publication/stop", office, pages::publication::stop)
        .get("/my/placement", Need::Student, pages::student::show_placement)
        .get("/my/rounds/{round}/result", Need::Student, pages::student::show_result)
        .post("/my/rounds/{round}/result/reading", Need::Student, pages::student::confirm)
        .get("/host/students", host, pages::host::show_students)
        .get("/host/students.csv", host, pages::host::students_file)
        .fresh()
        .get("/host/students.xlsx", host, pages::host::students_file)
        .fresh()
}

/// The room's part of the main menu.
pub fn nav(actor: &Actor, lang: Lang) -> Vec<NavItem> {
    let words = crate::words(lang);
    let mut items = vec![];
    if !actor.studies_at().is_empty() {
        items.push(NavItem::new("/my/placement", words.placements_nav_placement().to_string()));
    }
    if actor.has(Role::Coordinator) {
        items.push(NavItem::new("/host/students", words.placements_nav_students().to_string()));
    }
    items
}
