//! What is told in confidence when somebody is placed by hand: the ground where it says more than it may, and the reason
//! in words. It is sealed, stands in no list, file, mail, journal or answer of the API, and is opened by those alone whom
//! the organisation has named, who wrote it, or who have to confirm it. Each opening says what for, and the student sees
//! it.
//!
//! Owns `confidences`, `confidants` and `confidence_openings`.

pub mod access;
pub mod actions;
pub mod model;
pub mod pages;
pub mod queries;
pub mod tables;

use kit::actor::Role;
use kit::web::{Need, Routes};

pub use actions::{confidants, keep, name_confidants, seal_from_before};
pub use model::Told;
pub use queries::own_data;

/// The room's routes.
pub fn routes() -> Routes {
    let office = Need::Role(Role::Administrator);
    Routes::new()
        .get("/rounds/{round}/students/{person}/confidence", office, pages::ask)
        .noted()
        .post("/rounds/{round}/students/{person}/confidence", office, pages::open)
        .noted()
        .fresh()
}
