//! What people do with tokens, and what a token does for a program.

use base::{OrganisationId, TokenId};
use kit::actor::Actor;
use kit::db::{Db, Tx};
use kit::fault::{Denied, Fault, NotFound, unless_lacking};
use kit::journal::{self, Event};
use kit::web::api::{self, KnownToken};
use serde_json::json;

use super::model::{NewToken, TOKENS_MAX, Token, TokenError, TokenKey};
use super::{access, queries};
use crate::persons;

/// A token that was just made, with the value that is shown once.
#[derive(Debug, Clone)]
pub struct Made {
    /// Which
    pub id: TokenId,
    /// Its value
    pub key: TokenKey,
}

/// What a token opens now: whoever made it, with what they hold today at its organisation. Nothing is remembered from
/// the last request, so that an ended role or token is ended at once.
/// # Errors
/// What the database answers.
pub async fn identify(db: &Db, token: &str, address: &str) -> Result<Option<KnownToken>, Fault> {
    let Some(key) = TokenKey::read(token) else { return Ok(None) };
    let portal = Actor::portal(key.organisation());
    let look = async |tx: Tx| {
        let Some(owner) = access::scope(tx.actor(), key.organisation()) else { return Ok((None, tx.now())) };
        Ok((queries::find(&tx, owner, &key).await?, tx.now()))
    };
    let (Some(found), now) = db.read(&portal, look).await? else { return Ok(None) };
    if !found.holds_at(now) {
        return Ok(None);
    }
    let actor = persons::actor_of(db, found.by, None).await?.through_token(key.organisation());
    if actor.held().is_empty() {
        return Ok(None);
    }
    if found.is_to_be_noted_at(now) {
        let note = async |tx: Tx| match access::scope(tx.actor(), key.organisation()) {
            Some(owner) => Ok(queries::note_use(&tx, owner, found.id, address).await?),
            None => Ok(()),
        };
        unless_lacking(db.write(&portal, note).await)?;
    }
    let token = api::Token { id: found.id, organisation: key.organisation(), scopes: found.scopes };
    Ok(Some(KnownToken { actor, token }))
}

/// Notes who stood in a part of a list that a token was given; the same people at the same address are noted once an hour.
/// # Errors
/// When the database cannot keep the note: nothing is shown then.
pub async fn note_list(db: &Db, token: &api::Token, path: &str, people: &api::People) -> Result<(), Fault> {
    let portal = Actor::portal(token.organisation);
    let known = async |tx: Tx| match access::scope(tx.actor(), token.organisation) {
        Some(owner) => Ok(queries::knows_list(&tx, owner, token.id, path, people).await?),
        None => Ok(true),
    };
    if db.read(&portal, known).await? {
        return Ok(());
    }
    db.write(&portal, async |tx| match access::scope(tx.actor(), token.organisation) {
        Some(owner) => Ok(queries::add_list(&tx, owner, token.id, path, people).await?),
        None => Ok(()),
    })
    .await
}

/// The organisation's tokens, the latest first.
/// # Errors
/// [`NotFound`] for those who do not keep them.
pub async fn all(tx: &Tx, organisation: OrganisationId) -> Result<Vec<Token>, Fault> {
    let owner = access::may_keep(tx.actor(), organisation)?;
    Ok(queries::all(tx, owner).await?)
}

/// Makes a token; `chance` comes from the operating system, in hex.
/// # Errors
/// [`TokenError::TooMany`]; [`NotFound`] for those who do not keep them.
pub async fn make(tx: &Tx, organisation: OrganisationId, new: &NewToken, chance: &str) -> Result<Made, Fault> {
    let owner = access::may_keep(tx.actor(), organisation)?;
    let by = tx.actor().person_id().ok_or(Denied { act: "make a token as nobody" })?;
    if queries::count_holding(tx, owner).await? >= TOKENS_MAX {
        return Err(TokenError::TooMany.into());
    }
    let key = TokenKey::new(organisation, chance.to_owned());
    let id = queries::add(tx, owner, by, new, &key).await?;
    let scopes: Vec<&str> = new.scopes().iter().map(|scope| scope.word()).collect();
    let facts = json!({ "name": new.name(), "scopes": scopes });
    journal::note(tx, organisation, Event::of("token-made", "token", id).with(facts)).await?;
    Ok(Made { id, key })
}

/// Ends a token: its next request is refused.
/// # Errors
/// [`NotFound`] when there is none, or for those who do not keep them.
pub async fn end(tx: &Tx, organisation: OrganisationId, id: TokenId) -> Result<(), Fault> {
    let owner = access::may_keep(tx.actor(), organisation)?;
    let by = tx.actor().person_id().ok_or(Denied { act: "end a token as nobody" })?;
    if !queries::end(tx, owner, id, by).await? {
        return Err(NotFound::of("token", id).into());
    }
    Ok(journal::note(tx, organisation, Event::of("token-ended", "token", id)).await?)
}
