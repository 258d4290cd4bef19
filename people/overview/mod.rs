//! The first page after signing in: what needs me now, over all roles. Owns no table.
//!
//! What there is to do is contributed by the other wings: the portal hands their [`Source`]s to the app as [`Tasks`].

pub mod model;
pub mod pages;

use kit::web::{Need, Routes};

pub use model::{Source, Task, Tasks};

/// The room's routes.
pub fn routes() -> Routes {
    Routes::new().get("/", Need::SignedIn, pages::overview)
}
