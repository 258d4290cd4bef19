//! Looking after the portal: taking in the first people, seeing how it stands, copies, and what is kept how long.

use base::Lang;
use kit::actor::Actor;
use kit::page::NavItem;
use kit::routines::Routine;
use kit::web::Routes;

pub mod duty;
pub mod retention;
pub mod setup;

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
    Routes::new().merge(duty::routes()).merge(setup::routes())
}

/// The wing's part of the main menu.
pub fn nav(actor: &Actor, lang: Lang) -> Vec<NavItem> {
    if actor.operates() { vec![NavItem::new("/ops", words(lang).duty_nav())] } else { vec![] }
}

/// The wing's work by the clock.
pub fn routines() -> Vec<Routine> {
    vec![retention::routine()]
}
