//! Tokens, by which an organisation's own programs sign in, and what the API tells about itself.
//!
//! Owns `api_tokens`, `token_lists` and `token_list_people`. A token acts as whoever made it, at one organisation and for
//! what its scopes name; when that person's role ends, the token opens nothing from the next request on.
//! `token_readings` is what these lists were before: its rows named a list's first and last row, which tells of no person,
//! so nothing writes them any more, and a report after an incident says only how many there are.

pub mod access;
pub mod actions;
pub mod model;
pub mod pages;
pub mod queries;
pub mod tables;

use std::pin::Pin;

use kit::db::Db;
use kit::fault::Fault;
use kit::web::api::{KnownToken, People};
use kit::web::{App, Need, Promise, Routes, Visit};

pub use actions::{Made, make};
pub use model::{NewToken, Token, TokenError, TokenKey};

/// Finds out what a token opens, for the layer around every request.
pub fn identify<'a>(
    db: &'a Db,
    token: &'a str,
    address: &'a str,
) -> Pin<Box<dyn Future<Output = Result<Option<KnownToken>, Fault>> + Send + 'a>> {
    Box::pin(actions::identify(db, token, address))
}

/// Notes who stood in a part of a list that a token was given.
pub fn listed<'a>(app: &'a App, visit: &'a Visit, path: String, people: People) -> Promise<'a, ()> {
    Box::pin(async move {
        match visit.token() {
            Some(token) => actions::note_list(app.db(), token, &path, &people).await,
            None => Ok(()),
        }
    })
}

/// The room's routes. Who makes and ends tokens is decided by `access`; what the API reads and answers is no secret.
pub fn routes() -> Routes {
    Routes::new()
        .get("/organisations/{organisation}/tokens", Need::SignedIn, pages::list)
        .get("/organisations/{organisation}/tokens/new", Need::SignedIn, pages::new)
        .post("/organisations/{organisation}/tokens/new", Need::SignedIn, pages::make)
        .fresh()
        .post("/organisations/{organisation}/tokens/{token}/end", Need::SignedIn, pages::end)
        .get("/api", Need::Anyone, pages::told::show)
        .get("/api/openapi.json", Need::Anyone, pages::told::document)
}
