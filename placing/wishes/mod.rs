//! Students' wishes: ranked offers of one round, every version of them, and the pages where they are ranked.
//!
//! Owns `wish_lists` and `wishes`. `participants` and `allocation` read them in joins.

pub mod access;
pub mod actions;
mod api;
pub mod import;
pub mod model;
pub mod pages;
pub mod queries;
pub mod tables;

use std::pin::Pin;

use base::Lang;
use kit::actor::Role;
use kit::db::Tx;
use kit::fault::Fault;
use kit::web::{Lane, Need, Routes};
use people::overview::Task;

pub use actions::{change, confirm, enter_many, mine, of_student, receipt, submit, submit_on_behalf};
pub use model::{Change, Receipt, Source, Version, Wish, WishError, WishList};
pub use queries::{Counted, last_versions, of_round, own_data};

const OFFICE: Need = Need::Role(Role::Administrator);

/// The room's routes.
pub fn routes() -> Routes {
    Routes::new()
        .merge(api::routes())
        .get("/my/rounds/{round}/wishes", Need::Student, pages::rank)
        .post("/my/rounds/{round}/wishes", Need::Student, pages::change)
        .lane(Lane::Handing)
        .post("/my/rounds/{round}/wishes/confirmation", Need::Student, pages::confirm)
        .lane(Lane::Handing)
        .get("/my/rounds/{round}/wishes/receipts/{version}", Need::Student, pages::receipt)
        .lane(Lane::Handing)
        .get("/my/rounds/{round}/places", Need::Student, pages::places::list)
        .get("/my/rounds/{round}/places/{offer}", Need::Student, pages::places::place)
        .get("/rounds/{round}/students/{person}/wishes", OFFICE, pages::behalf::form)
        .noted()
        .post("/rounds/{round}/students/{person}/wishes", OFFICE, pages::behalf::save)
        .lane(Lane::Handing)
}

/// What a student has to do about wishes, for the overview.
pub fn tasks<'a>(tx: &'a Tx, lang: Lang) -> Pin<Box<dyn Future<Output = Result<Vec<Task>, Fault>> + Send + 'a>> {
    Box::pin(pages::tasks(tx, lang))
}
