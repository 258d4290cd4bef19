//! What placing's threads are about, and who takes part in them: a student and the office about a round, a host and the
//! office about a round, and all three about a placement. Owns no table; the threads are people's.

pub mod access;
pub mod actions;
mod api;

use base::Lang;
use kit::web::Routes;
use people::threads::{self, Side, Thread};

/// A thread about a round.
const ROUND: &str = "round";
/// A thread about one student's placement.
const PLACEMENT: &str = "placement";

/// Where each thread begins. Each address is for everybody who takes part; the matter decides who that is.
pub fn routes() -> Routes {
    Routes::new()
        .merge(api::routes())
        .merge(threads::about("/rounds/{round}/students/{student}/thread", |tx, round, person| {
            Box::pin(actions::with_student(tx, round, person))
        }))
        .merge(threads::about("/rounds/{round}/hosts/{host}/thread", |tx, round, host| {
            Box::pin(actions::with_host(tx, round, host))
        }))
        .merge(threads::about("/rounds/{round}/placements/{student}/thread", |tx, round, person| {
            Box::pin(actions::on_placement(tx, round, person))
        }))
}

/// Where the matter of a thread stands for one of its sides.
pub fn link(lang: Lang, thread: &Thread, side: Side) -> Option<(String, String)> {
    let (words, round) = (crate::words(lang), thread.subject);
    match (thread.kind.as_str(), side) {
        (ROUND, Side::Student) => Some((words.matters_to_round(), format!("/my/rounds/{round}"))),
        (ROUND, Side::Office) => Some((words.matters_to_round(), format!("/rounds/{round}"))),
        (PLACEMENT, Side::Student) => Some((words.matters_to_placement(), format!("/my/rounds/{round}/result"))),
        (PLACEMENT, Side::Office) => {
            let person = thread.person?;
            Some((words.matters_to_placement(), format!("/rounds/{round}/students/{person}/placement")))
        }
        (PLACEMENT, Side::Host) => Some((words.matters_to_students(), "/host/students".into())),
        _ => None,
    }
}
