//! People and organisations: who takes part, who may do what, and how they sign in.

use base::Lang;
use kit::actor::Actor;
use kit::jobs::Handler;
use kit::page::NavItem;
use kit::web::Routes;

pub mod credentials;
pub mod help;
pub mod imports;
pub mod inbox;
pub mod looks;
pub mod me;
pub mod organisations;
pub mod overview;
pub mod persons;
pub mod signin;
pub mod work;

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
        .merge(signin::routes())
        .merge(overview::routes())
        .merge(me::routes())
        .merge(looks::routes())
        .merge(inbox::routes())
        .merge(help::routes())
        .merge(work::routes())
        .merge(organisations::routes())
        .merge(imports::routes())
}

/// The wing's part of the main menu.
pub fn nav(actor: &Actor, lang: Lang) -> Vec<NavItem> {
    if !actor.is_signed_in() {
        return vec![];
    }
    let mut items = vec![NavItem::new("/", words(lang).overview_nav())];
    if let Some(held) = actor.held().first() {
        let href = format!("/organisations/{}/units", held.organisation);
        items.push(NavItem::new(href, words(lang).organisations_nav()));
    }
    items
}

/// The links at the foot of every page.
pub fn footer(lang: Lang) -> Vec<NavItem> {
    help::footer(lang)
}

/// The handlers of the wing's jobs.
pub fn jobs() -> Vec<Handler> {
    [imports::jobs(), organisations::jobs()].concat()
}
