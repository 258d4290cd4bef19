//! People and organisations: who takes part, who may do what, and how they sign in.

pub mod imports;
pub mod organisations;
pub mod persons;
pub mod signin;
pub mod work;

use base::Lang;
use kit::actor::Actor;
use kit::jobs::Handler;
use kit::page::NavItem;
use kit::web::Routes;

/// The words of this wing.
pub mod words {
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

pub use words::Words;

/// The words of this wing in one language.
pub fn words(lang: Lang) -> &'static Words {
    words::words_of(lang)
}

/// Every route of the wing: each room's, merged.
pub fn routes() -> Routes {
    Routes::new().merge(work::routes())
}

/// The handlers of the wing's jobs.
pub fn jobs() -> Vec<Handler> {
    vec![]
}

/// The wing's part of the main menu.
pub fn nav(_: &Actor, _: Lang) -> Vec<NavItem> {
    vec![]
}

/// The links at the foot of every page.
pub fn footer(_: Lang) -> Vec<NavItem> {
    vec![]
}
