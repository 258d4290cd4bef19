//! Looking after the portal: taking in the first people, seeing how it stands, copies, what is kept how long, seals over
//! the journal, organisations that leave, copies to practise in, where weaknesses are told, and what keeps somebody from getting through.

use std::pin::Pin;

use base::{Lang, OrganisationId, PersonId};
use kit::actor::Actor;
use kit::db::Tx;
use kit::fault::Fault;
use kit::jobs::Handler;
use kit::page::NavItem;
use kit::routines::Routine;
use kit::web::Routes;
use people::overview::Task;
use people::persons::Uses;

pub mod departure;
pub mod duty;
pub mod erasure;
pub mod feedback;
pub mod incident;
pub mod practice;
pub mod retention;
pub mod seals;
pub mod setup;
pub mod weakness;

/// The words of this wing.
pub mod words {
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

pub use words::Words;

/// The words of this wing in one language.
pub fn words(lang: Lang) -> &'static Words {
    words::words_of(lang)
}

/// The routes of this wing.
pub fn routes() -> Routes {
    Routes::new()
        .merge(duty::routes())
        .merge(setup::routes())
        .merge(practice::routes())
        .merge(weakness::routes())
        .merge(feedback::routes())
        .merge(erasure::routes())
}

/// The wing's part of the main menu.
pub fn nav(actor: &Actor, lang: Lang) -> Vec<NavItem> {
    if actor.operates() { vec![NavItem::new("/ops", words(lang).duty_nav())] } else { vec![] }
}

/// What the actor has to do in this wing, for the overview.
pub fn tasks<'a>(tx: &'a Tx, lang: Lang) -> Pin<Box<dyn Future<Output = Result<Vec<Task>, Fault>> + Send + 'a>> {
    Box::pin(setup::pages::tasks(tx, lang))
}

/// Which of these people any room keeps something of, and what.
pub fn uses<'a>(tx: &'a Tx, organisation: OrganisationId, people: &'a [PersonId]) -> Uses<'a> {
    Box::pin(erasure::uses(tx, organisation, people))
}

/// The handlers of the wing's jobs.
pub fn jobs() -> Vec<Handler> {
    duty::jobs().into_iter().chain(practice::jobs()).collect()
}

/// The wing's work by the clock.
pub fn routines() -> Vec<Routine> {
    vec![retention::routine(), seals::routine(), practice::routine(), duty::routine()]
}
