//! Sessions as their holder sees them: listed, ended one by one or all at once, given a new value.

use base::{PersonId, SessionId, SupportId};
use kit::actor::Actor;
use kit::db::{Db, Tx};
use kit::fault::{Fault, NotFound};
use kit::journal::{self, Event};
use serde_json::json;

use super::fresh_key;
use crate::signin::access;
use crate::signin::model::{Key, Session, Showing, SignInError};
use crate::signin::queries::{self, Ended};
use crate::{calendar, invitations, persons};

/// One's own sessions, the last used first; `mine` is the one that asks.
/// # Errors
/// When nobody is signed in.
pub async fn own_sessions(tx: &Tx, mine: Option<&Key>) -> Result<Vec<Session>, Fault> {
    let oneself = access::may_keep_own(tx.actor())?;
    Ok(queries::sessions_of(tx, oneself.id(), mine).await?)
}

/// Ends one of one's own sessions.
/// # Errors
/// When it is not there.
pub async fn end_own(db: &Db, actor: &Actor, handle: SessionId) -> Result<(), Fault> {
    let oneself = access::may_keep_own(actor)?.id();
    let home = db.read(actor, async |tx| persons::find(&tx, oneself).await).await?.home;
    db.write(&Actor::portal(home), async |tx| {
        if !queries::end_one(&tx, oneself, handle).await? {
            return Err(NotFound::of("session", handle).into());
        }
        let event = Event::of("session-ended", "person", oneself);
        Ok(journal::note(&tx, home, event.with(json!({ "by": oneself, "sessions": [handle] }))).await?)
    })
    .await
}

/// Ends one's own sessions but the one that asks.
/// # Errors
/// What the database answers.
pub async fn end_others(db: &Db, actor: &Actor, spared: Option<&Key>) -> Result<u64, Fault> {
    let oneself = access::may_keep_own(actor)?.id();
    let home = db.read(actor, async |tx| persons::find(&tx, oneself).await).await?.home;
    db.write(&Actor::portal(home), async |tx| {
        let ended = queries::end_all(&tx, oneself, spared).await?;
        let event = Event::of("sessions-ended", "person", oneself);
        let facts = json!({ "by": oneself, "count": ended.count, "sessions": ended.sessions });
        journal::note(&tx, home, event.with(facts)).await?;
        Ok(ended.count)
    })
    .await
}

/// Ends whatever lets a person in now: sessions, sign-ins under way, links on the way, invitations and the address of the
/// calendar. For whoever ends a person's
/// last bond; the caller has proven the right to.
/// # Errors
/// What the database answers.
pub async fn end_every(tx: &Tx, person: PersonId) -> Result<Ended, Fault> {
    queries::spend_links(tx, person).await?;
    invitations::end_every(tx, person).await?;
    calendar::end(tx, person).await?;
    Ok(queries::end_all(tx, person, None).await?)
}

/// Gives a session a new value, as at every change of what it may do; the old value opens nothing from now on.
/// # Errors
/// When the session has ended.
pub async fn renew(db: &Db, before: &Key) -> Result<Key, Fault> {
    renew_with(db, before, false).await
}

pub(super) async fn renew_with(db: &Db, before: &Key, proven: bool) -> Result<Key, Fault> {
    let key = fresh_key()?;
    let renew = async |tx| Ok(queries::renew_session(&tx, before, &key, proven).await?);
    if db.write(&Actor::nobody(), renew).await? { Ok(key) } else { Err(SignInError::HalfGone.into()) }
}

/// Lets a session show another person's pages for a while, under a new value. Whoever calls has proven the right to and
/// written it down.
/// # Errors
/// [`SignInError::HalfGone`] when the session has ended.
pub async fn show_in_session(tx: &Tx, session: &Key, key: &Key, showing: Showing) -> Result<(), Fault> {
    if !queries::renew_session(tx, session, key, false).await? {
        return Err(SignInError::HalfGone.into());
    }
    Ok(queries::show(tx, key, Some(showing)).await?)
}

/// Lets a session show its holder's own pages again, under a new value.
/// # Errors
/// [`SignInError::HalfGone`] when the session has ended.
pub async fn show_own_in_session(tx: &Tx, session: &Key, key: &Key) -> Result<(), Fault> {
    if !queries::renew_session(tx, session, key, false).await? {
        return Err(SignInError::HalfGone.into());
    }
    Ok(queries::show(tx, key, None).await?)
}

/// Whose pages a session shows beside its holder's, also when the while has run out.
/// # Errors
/// What the database answers.
pub async fn shown_in_session(tx: &Tx, session: &Key) -> Result<Option<Showing>, Fault> {
    Ok(queries::shown(tx, session).await?)
}

/// Ends a while in every session that shows it.
/// # Errors
/// What the database answers.
pub async fn end_showing(tx: &Tx, support: SupportId) -> Result<(), Fault> {
    Ok(queries::end_showing(tx, support).await?)
}
