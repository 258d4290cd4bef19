//! Signing in: by a link in a mail, or as somebody of the demo's town; sessions and their end.
//!
//! Owns `sessions` and `sign_in_links` (global: used before anybody is known); a join reads `persons`,
//! `organisations` and `operators`.

pub mod actions;
pub mod model;
pub mod pages;
pub mod queries;
pub mod tables;

use std::future::Future;
use std::pin::Pin;

use kit::db::Db;
use kit::fault::Fault;
use kit::web::{Known, Need, Routes};

pub use actions::begin_session;
pub use model::{HalfSignedIn, Key, LocalPath, Persona, Personas, SignInError, Way};
pub use pages::signed_in_at;

/// Finds out who a session belongs to, for the layer around every request.
pub fn identify<'a>(
    db: &'a Db,
    cookie: &'a str,
) -> Pin<Box<dyn Future<Output = Result<Option<Known>, Fault>> + Send + 'a>> {
    Box::pin(actions::identify(db, cookie))
}

/// The room's routes. Everybody may try to sign in, and ending a session that has run out is no fault.
pub fn routes() -> Routes {
    Routes::new()
        .get("/login", Need::Anyone, pages::login)
        .post("/login", Need::Anyone, pages::enter)
        .get("/login/sent", Need::Anyone, pages::sent)
        .get("/login/{token}", Need::Anyone, pages::link)
        .post("/login/{token}", Need::Anyone, pages::use_link)
        .post("/logout", Need::Anyone, pages::leave)
}
