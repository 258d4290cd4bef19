//! Imports from files: what a file is about, which column is which, what each row would do, and what it did.
//!
//! Owns `imports` and `import_changes`. What rows mean is said by an [`Importer`] of the room that owns the tables they
//! go into; nothing reaches those tables before somebody has seen the preview and confirmed it.

pub mod access;
pub mod actions;
mod api;
mod jobs;
pub mod model;
pub mod pages;
pub mod queries;
pub mod tables;

use kit::actor::Role;
use kit::web::{Need, Routes};

pub use actions::standing;
pub use jobs::jobs;
pub use queries::{kept, restored};

pub use model::{
    CellError, CellProblem, Checked, Column, Difference, Home, Import, ImportError, Importer, Importers, InputRow,
    Mapping, Nearest, Review, State, Stays, Subject, Undoing, Verdict,
};

/// The room's pages. Whose import it is is decided by `access`, by what it goes into.
pub fn routes() -> Routes {
    let office = Need::Role(Role::Administrator);
    Routes::new()
        .merge(api::routes())
        .get("/rounds/{id}/imports/new", office, pages::ask)
        .upload("/rounds/{id}/imports", office, pages::take_file)
        .get("/organisations/{organisation}/imports/new", Need::SignedIn, pages::ask_organisation)
        .upload("/organisations/{organisation}/imports", Need::SignedIn, pages::take_organisation_file)
        .get("/imports/{id}", Need::SignedIn, pages::show_import)
        .post("/imports/{id}/mapping", Need::SignedIn, pages::assign)
        .post("/imports/{id}/corrections", Need::SignedIn, pages::correct)
        // A file may give roles or end a protection, as pages do that ask for a proof.
        .post("/imports/{id}/import", Need::SignedIn, pages::confirm)
        .fresh()
        .get("/imports/{id}/undo", Need::SignedIn, pages::ask_undo)
        .post("/imports/{id}/undo", Need::SignedIn, pages::undo)
        .fresh()
        .post("/imports/{id}/drop", Need::SignedIn, pages::drop_import)
}
