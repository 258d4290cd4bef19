//! The web as rooms see it: what a handler gets, what it answers, and which routes there are.

mod answer;
pub mod api;
mod choices;
mod extract;
mod guard;
mod kept;
mod layers;
mod proxies;
mod room;
mod routes;
mod turned_away;
mod upload;

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use base::{Date, Lang, Moment, OrganisationId, PersonId, Zone};

pub use answer::{Answer, Shown, download, refused_form, see_other, show, show_again, show_with};
pub use choices::scheme_of;
pub use extract::{Form, NoFields, Path, Query, Visit};
pub use guard::{Asked, Confirmed, Guards, Promise, Whose};
pub use layers::{COOKIE, SESSION_SHARE, dressed, dressed_within};
pub use proxies::Proxies;
pub use room::{Full, Guest, Lane, Place, Regular, Room};
pub use routes::{Need, Route, Routes};
pub use upload::piece_by_piece;

use self::api::KnownToken;
use crate::actor::Actor;
use crate::db::Db;
use crate::fault::Fault;
use crate::page::{Me, NavItem};
use crate::settings::Settings;

/// Who a session belongs to.
#[derive(Debug, Clone)]
pub struct Known {
    /// With what is held today
    pub actor: Actor,
    /// As the frame shows them
    pub me: Me,
    /// The look the person has chosen: "auto", "light" or "dark"
    pub scheme: &'static str,
    /// Whether a single key opens the search
    pub search_key: bool,
    /// When and how the session was last proven
    pub proof: Proof,
    /// Who looks with this person's eyes, if anybody
    pub support: Option<Support>,
    /// Set when the person belongs to a copy to practise in
    pub practice: Option<Practice>,
}

/// Somebody of a copy to practise in: every page says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Practice {
    /// The last day of the copy
    pub until_on: Date,
    /// Whether somebody real has stepped in and can step out again
    pub stepped_in: bool,
}

/// Somebody helps by looking with another person's eyes: for a while, with a reason, and without changing anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Support {
    /// Who looks
    pub by: PersonId,
    /// For which organisation
    pub owner: OrganisationId,
    /// Whose eyes
    pub person: PersonId,
    /// Until when, in the organisation's time
    pub until: Moment,
    /// The organisation's time zone
    pub zone: Zone,
}

/// When somebody last proved who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proof {
    /// The moment
    pub at: Moment,
    /// Whether it never grows old: somebody of the demo's town has nothing to prove it with
    pub stands: bool,
}

/// Finds out who a session belongs to; sign-in provides it.
pub type Identify =
    for<'a> fn(&'a Db, &'a str) -> Pin<Box<dyn Future<Output = Result<Option<Known>, Fault>> + Send + 'a>>;
/// Finds out what a token opens, used from this address; the room of tokens provides it.
pub type IdentifyToken = for<'a> fn(
    &'a Db,
    &'a str,
    &'a str,
) -> Pin<Box<dyn Future<Output = Result<Option<KnownToken>, Fault>> + Send + 'a>>;
/// A wing's part of the main menu.
pub type Nav = fn(&Actor, Lang) -> Vec<NavItem>;

/// Everything a handler may need. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    db: Db,
    room: Room,
    settings: Settings,
    identify: Identify,
    guards: Option<Guards>,
    tokens: Option<IdentifyToken>,
    nav: Vec<Nav>,
    footer: fn(Lang) -> Vec<NavItem>,
    parts: HashMap<TypeId, Box<dyn Any + Send + Sync>>,
}

/// An [`App`] under construction.
pub struct AppOf(Inner);

impl App {
    /// Begins with what every app has.
    pub fn of(db: Db, settings: Settings, identify: Identify) -> AppOf {
        let (parts, room) = (HashMap::new(), Room::of(&settings.limits));
        AppOf(Inner {
            db,
            room,
            settings,
            identify,
            guards: None,
            tokens: None,
            nav: vec![],
            footer: |_| vec![],
            parts,
        })
    }

    /// The database.
    pub fn db(&self) -> &Db {
        &self.0.db
    }

    /// The places of this process: how many requests are worked on at once.
    pub fn room(&self) -> &Room {
        &self.0.room
    }

    /// The settings.
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// A part that a wing brought along, such as its list of importers.
    /// # Panics
    /// When no part of this kind was brought: a broken promise of the program that built the app.
    pub fn part<T: Send + Sync + 'static>(&self) -> &T {
        let part = self.0.parts.get(&TypeId::of::<T>()).and_then(|part| part.downcast_ref());
        part.unwrap_or_else(|| panic!("the app was built without {}", std::any::type_name::<T>()))
    }

    pub(crate) fn identify(&self) -> Identify {
        self.0.identify
    }

    /// Who looks tokens up; without it no token holds.
    pub(crate) fn tokens(&self) -> Option<IdentifyToken> {
        self.0.tokens
    }

    /// What stands around routes that ask for more than a session.
    /// # Panics
    /// When a route asks for more and the app was built without: a broken promise of the program that built it.
    pub(crate) fn guards(&self) -> Guards {
        let Some(guards) = self.0.guards else { panic!("the app was built without guards") };
        guards
    }

    pub(crate) fn nav(&self, actor: &Actor, lang: Lang) -> Vec<NavItem> {
        self.0.nav.iter().flat_map(|nav| nav(actor, lang)).collect()
    }

    pub(crate) fn footer(&self, lang: Lang) -> Vec<NavItem> {
        (self.0.footer)(lang)
    }
}

impl AppOf {
    /// Sets what stands around routes that ask for more than a session.
    pub fn guards(mut self, guards: Guards) -> Self {
        self.0.guards = Some(guards);
        self
    }
    /// Sets who looks tokens up.
    pub fn tokens(mut self, tokens: IdentifyToken) -> Self {
        self.0.tokens = Some(tokens);
        self
    }
    /// Adds a wing's part of the main menu.
    pub fn nav(mut self, nav: Nav) -> Self {
        self.0.nav.push(nav);
        self
    }
    /// Sets the links at the foot of every page.
    pub fn footer(mut self, footer: fn(Lang) -> Vec<NavItem>) -> Self {
        self.0.footer = footer;
        self
    }
    /// Brings a part along, found by its type.
    pub fn with<T: Send + Sync + 'static>(mut self, part: T) -> Self {
        self.0.parts.insert(TypeId::of::<T>(), Box::new(part));
        self
    }
    /// The app.
    pub fn build(self) -> App {
        App(Arc::new(self.0))
    }
}
