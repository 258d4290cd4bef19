//! What keeps somebody from getting through, told by anybody to those who look after the portal. Owns no table: it is
//! told as a notice.

pub mod actions;
pub mod model;
pub mod pages;

use kit::web::{Need, Routes};

/// The room's routes, open to everybody: whoever cannot sign in has most to tell.
pub fn routes() -> Routes {
    Routes::new().get("/feedback", Need::Anyone, pages::ask).post("/feedback", Need::Anyone, pages::tell)
}
