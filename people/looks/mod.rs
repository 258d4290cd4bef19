//! Who opened whose file: noted by the layer around routes that show one, and shown to the person it is about.
//!
//! Owns `looks`.

pub mod access;
pub mod actions;
pub mod model;
pub mod pages;
pub mod queries;
pub mod tables;

pub use actions::{FILE_TAKEN, note_file};
pub use queries::own_data;

use kit::web::{App, Need, Promise, Routes, Visit};

/// Notes that the actor opened the file of the person with this id.
pub fn looked<'a>(app: &'a App, visit: &'a Visit, whose: String) -> Promise<'a, ()> {
    match visit.support() {
        Some(support) => Box::pin(actions::note_helping(app.db(), support, whose, visit.route())),
        None => {
            let by = (visit.actor(), visit.token().map(|token| token.id));
            Box::pin(actions::note(app.db(), by, whose, visit.route()))
        }
    }
}

/// The room's routes.
pub fn routes() -> Routes {
    Routes::new().get("/me/looks", Need::SignedIn, pages::looks)
}
