//! The calendar feed: deadlines and placements of one person, in that person's own calendar program.
//!
//! Owns `calendar_feeds` (global: read before anybody is known). A calendar program cannot sign in, so its address is a
//! secret that its owner is told once. What a feed holds is contributed by the other wings: the portal hands their
//! [`Source`]s to the app as [`Sources`]. No name of anybody stands in it.

pub mod access;
pub mod actions;
pub mod model;
pub mod pages;
pub mod queries;
pub mod tables;

use kit::web::{Need, Routes};

pub use actions::end;
pub use model::{Asked, Happening, Source, Sources, When, Window};
pub use queries::own_data;

/// The room's routes. A calendar program comes without a session: what opens a feed is its address.
pub fn routes() -> Routes {
    Routes::new()
        .get("/calendar/{file}", Need::Anyone, pages::feed::read)
        .get("/me/calendar", Need::SignedIn, pages::show)
        .private()
        .post("/me/calendar", Need::SignedIn, pages::make)
        .fresh()
        .post("/me/calendar/removal", Need::SignedIn, pages::stop)
}
