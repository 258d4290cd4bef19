//! Students who take part in a round, from whichever door they come: file, form, late, and out again.
//!
//! Owns `participants`. Reads `wish_lists` and `wishes` in joins to say who has sent wishes, and asks `hand_placements` and `seats`
//! before a student is taken out again.

pub mod access;
pub mod actions;
mod api;
pub mod import;
pub mod jobs;
pub mod model;
pub mod pages;
pub mod queries;
pub mod tables;

use kit::actor::Role;
use kit::web::{Need, Routes};

pub use actions::{
    add, counts, find, find_many, myself, of_round, readmit, register, sent_by_myself, taking_part, undo, withdraw,
};
pub use model::{Counts, Part, Participant, ParticipantError, Sent, State, StudentRow};
pub use queries::own_data;

/// The room's routes.
pub fn routes() -> Routes {
    let office = Need::Role(Role::Administrator);
    Routes::new()
        .merge(api::routes())
        .get("/rounds/{round}/students", office, pages::show_students)
        .get("/rounds/{round}/students.csv", office, pages::students_file)
        .fresh()
        .get("/rounds/{round}/students.xlsx", office, pages::students_file)
        .fresh()
        .get("/rounds/{round}/students/new", office, pages::new_student)
        .post("/rounds/{round}/students/new", office, pages::add_student)
        .get("/rounds/{round}/students/{person}/withdrawal", office, pages::out::show_out)
        .noted()
        .post("/rounds/{round}/students/{person}/withdrawal", office, pages::out::take_out)
        .post("/rounds/{round}/students/{person}/readmission", office, pages::out::take_back_in)
        .post("/rounds/{round}/withdrawals/preview", office, pages::bulk::preview)
        .post("/rounds/{round}/withdrawals", office, pages::bulk::take_out)
        .get("/my/rounds/{round}/withdrawal", Need::Student, pages::out::show_my_out)
        .post("/my/rounds/{round}/withdrawal", Need::Student, pages::out::go_out)
}
