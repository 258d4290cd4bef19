//! What every page carries besides its own content: language, navigation, who is signed in, addresses of assets.

use base::Lang;

use crate::assets;
use crate::words::Words;

/// An entry of a menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NavItem {
    /// Where it leads
    pub href: String,
    /// What it is called
    pub label: String,
    /// Whether the reader is there
    pub current: bool,
}

impl NavItem {
    /// An entry; the page marks it when the reader is there.
    pub fn new(href: impl Into<String>, label: impl Into<String>) -> Self {
        Self { href: href.into(), label: label.into(), current: false }
    }
}

/// The person signed in, as the frame of the page shows them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Me {
    /// Full name
    pub name: String,
    /// At most two letters
    pub initials: String,
    /// The organisation the person belongs to
    pub organisation: String,
}

impl Me {
    /// The frame's view of a person.
    pub fn new(given_name: &str, family_name: &str, organisation: &str) -> Self {
        let first =
            |text: &str| text.chars().next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
        Self {
            name: format!("{given_name} {family_name}").trim().to_string(),
            initials: first(given_name) + &first(family_name),
            organisation: organisation.to_string(),
        }
    }
}

/// A choice of language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LanguageLink {
    /// Tag of the language
    pub lang: &'static str,
    /// What its speakers call it
    pub name: &'static str,
    /// This page in that language
    pub href: String,
    /// Whether the page is in it
    pub current: bool,
}

/// What every page says in a copy to practise in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PracticeLine {
    /// The copy's last day, in words
    pub until: String,
    /// Whether the reader can step out again
    pub stepped_in: bool,
}

/// What every page's template gets as `page`.
#[derive(Clone)]
pub struct Page {
    /// The layout's words
    pub words: &'static Words,
    /// Shown beside the name of the portal; may be empty
    pub tenant: String,
    /// The main menu
    pub nav: Vec<NavItem>,
    /// The links at the foot
    pub footer: Vec<NavItem>,
    /// Who is signed in
    pub me: Option<Me>,
    /// Whether the reader has roles, and so something to search
    pub can_search: bool,
    /// Whether the reader has roles, and so organisations to choose from
    pub can_choose: bool,
    /// Until when somebody else looks with this person's eyes, as a time of day
    pub support_until: Option<String>,
    /// Set in a copy to practise in
    pub practice: Option<PracticeLine>,
    /// Whether this is the demo
    pub demo: bool,
    /// "auto", "light" or "dark"
    pub scheme: &'static str,
    /// Whether a single key opens the search
    pub search_key: bool,
    /// The address of the page without its query
    pub path: String,
    /// The query of the page without the choice of language
    pub query: String,
    pub(crate) lang: Lang,
}

impl Page {
    /// The page's language as a tag.
    pub fn lang(&self) -> &'static str {
        self.lang.tag()
    }

    /// The page's language.
    pub fn language(&self) -> Lang {
        self.lang
    }

    /// The address of an asset, with its fingerprint.
    pub fn asset(&self, name: &str) -> String {
        assets::href(name)
    }

    /// This page in every language.
    pub fn languages(&self) -> Vec<LanguageLink> {
        let rest = if self.query.is_empty() { String::new() } else { format!("&{}", self.query) };
        let link = |lang: Lang| LanguageLink {
            lang: lang.tag(),
            name: lang.own_name(),
            href: format!("{}?lang={}{rest}", self.path, lang.tag()),
            current: lang == self.lang,
        };
        Lang::ALL.into_iter().map(link).collect()
    }

    /// Marks the menu entry under which the reader is: the longest that begins the address.
    pub fn mark_current(&mut self) {
        let path = self.path.clone();
        let inside = |item: &NavItem| {
            path == item.href
                || (item.href != "/" && path.starts_with(&item.href) && path[item.href.len()..].starts_with('/'))
        };
        let longest = self.nav.iter().filter(|item| inside(item)).map(|item| item.href.len()).max();
        for item in &mut self.nav {
            item.current = inside(item) && Some(item.href.len()) == longest;
        }
    }
}
