//! Help and rights: whom to ask, the accessibility statement, what is kept about people. Owns no table.

pub mod pages;

use base::Lang;
use kit::page::NavItem;
use kit::web::{Need, Routes};

/// The room's routes, open to everybody.
pub fn routes() -> Routes {
    Routes::new().get("/help", Need::Anyone, pages::help).get("/was", Need::Anyone, pages::accessibility).get(
        "/privacy",
        Need::Anyone,
        pages::privacy,
    )
}

/// The links at the foot of every page.
pub fn footer(lang: Lang) -> Vec<NavItem> {
    let words = crate::words(lang);
    vec![
        NavItem::new("/was", words.help_was_title()),
        NavItem::new("/privacy", words.help_privacy_title()),
        NavItem::new("/help", words.help_title()),
    ]
}
