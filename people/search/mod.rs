//! Finding people, units, rounds and pages from anywhere: `/search`, and the key `/`. Owns no table.
//!
//! What other wings know of is contributed by them: the portal hands their [`Finder`]s to the app as [`Finders`].

pub mod pages;

use std::pin::Pin;

use base::Lang;
use kit::db::Tx;
use kit::fault::Fault;
use kit::parts::Icon;
use kit::web::{Need, Routes};

/// Something found, and the way to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it is called
    pub name: String,
    /// What tells it from others of the same name; may be empty
    pub note: String,
    /// Where it is
    pub href: String,
}

/// What a wing found of one kind.
pub struct Kind {
    /// "Rounds"
    pub heading: String,
    /// The picture beside each
    pub icon: Icon,
    /// At most as many as fit on a page together with those of others
    pub found: Vec<Found>,
}

/// Looks for what the actor of the transaction may see. The text is folded; at most a handful of statements.
pub type Finder =
    for<'a> fn(&'a Tx, Lang, &'a str) -> Pin<Box<dyn Future<Output = Result<Vec<Kind>, Fault>> + Send + 'a>>;

/// Every wing's finder.
pub struct Finders(pub Vec<Finder>);

/// Found things shown of each kind and organisation.
pub const SHOWN: usize = 8;

/// The room's routes.
pub fn routes() -> Routes {
    Routes::new().get("/search", Need::SignedIn, pages::search)
}
