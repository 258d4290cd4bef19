//! Threads: what the parties of a matter write to each other, with files. A matter has one thread, and a part in it is
//! an office, not a person: whoever holds the role reads and answers.
//!
//! Owns `threads`, `thread_entries` and `thread_files` (only ever added to), `matters`, and `thread_readings`. What is
//! sent along stands in the blob store. The room that owns
//! a matter proves who takes part and declares the address where its thread begins by [`about`].

pub mod access;
pub mod actions;
mod api;
mod jobs;
pub mod model;
pub mod pages;
pub mod queries;
pub mod tables;

use axum::extract::{Request, State};
use base::Lang;
use kit::actor::Actor;
use kit::page::NavItem;
use kit::web::{App, Need, Path, Routes, Visit};
use uuid::Uuid;

pub use actions::{Line, list};
pub use api::about as operations_about;
pub use jobs::jobs;
pub use model::{Entry, Matter, NewEntry, NewFile, Side, Thread};
pub use pages::{Find, Links, with_files};
pub use queries::{Narrowing, own_data};

/// The room's routes.
pub fn routes() -> Routes {
    Routes::new()
        .merge(api::routes())
        .get("/messages", Need::SignedIn, pages::list::show_threads)
        .private()
        .get("/threads/{thread}", Need::SignedIn, pages::show_thread)
        .noted()
        .private()
        .upload("/threads/{thread}", Need::SignedIn, pages::write)
        .get("/threads/{thread}/files/{file}", Need::SignedIn, pages::show_file)
        .noted()
        .private()
}

/// Where the thread of a matter begins: `path` holds the matter's id and then the other party's.
pub fn about(path: &'static str, find: Find) -> Routes {
    let show = move |State(app): State<App>, visit: Visit, Path(ids): Path<(Uuid, Uuid)>| async move {
        pages::show_about(&app, &visit, ids, find).await
    };
    let write = move |State(app): State<App>, visit: Visit, Path(ids): Path<(Uuid, Uuid)>, request: Request| async move {
        pages::write_about(&app, &visit, ids, find, request).await
    };
    Routes::new().get(path, Need::SignedIn, show).private().upload(path, Need::SignedIn, write)
}

/// The room's part of the main menu.
pub fn nav(actor: &Actor, lang: Lang) -> Vec<NavItem> {
    let words = crate::words(lang);
    if actor.is_signed_in() { vec![NavItem::new("/messages", words.threads_nav())] } else { vec![] }
}
