//! Signing in: by a link in a mail, or as somebody of the demo's town; sessions and their end.
//!
//! Owns `sessions` and `sign_in_links` (global: used before anybody is known); a join reads `persons` and `organisations`.

pub mod actions;
pub mod model;
pub mod queries;
pub mod tables;

use std::future::Future;
use std::pin::Pin;

use kit::db::Db;
use kit::fault::Fault;
use kit::web::Known;

pub use model::{HalfSignedIn, Key, LocalPath, Persona, Personas, SignInError, Way};

/// Finds out who a session belongs to, for the layer around every request.
pub fn identify<'a>(
    db: &'a Db,
    cookie: &'a str,
) -> Pin<Box<dyn Future<Output = Result<Option<Known>, Fault>> + Send + 'a>> {
    Box::pin(actions::identify(db, cookie))
}
