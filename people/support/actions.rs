//! Beginning to look with another person's eyes, and ending it.

use base::{OrganisationId, PersonId, SupportId};
use kit::actor::{Actor, Owner};
use kit::db::{Db, Tx};
use kit::fault::{Denied, Fault, NotFound};
use kit::format;
use kit::journal::{self, Event};
use serde_json::json;

use super::access;
use super::model::{Grounds, Support, SupportError};
use super::queries;
use crate::organisations;
use crate::persons::{self, Person};
use crate::signin::{self, Key, Showing, Told};

/// Whom the actor may help so.
/// # Errors
/// When there is no such person for the actor.
pub async fn look(tx: &Tx, id: PersonId) -> Result<Person, Fault> {
    let person = persons::find_seen(tx, id).await?;
    access::may_look(tx.actor(), &person)?;
    Ok(person)
}

/// Begins a while: it is written down, the person is told at once, and the session gets a new value. Answers it.
/// # Errors
/// [`SupportError::Oneself`], or when there is no such person for the actor.
pub async fn begin(db: &Db, actor: &Actor, session: &Key, id: PersonId, grounds: &Grounds) -> Result<Key, Fault> {
    let by = actor.person_id().ok_or(Denied { act: "help as nobody" })?;
    let key = signin::fresh_key()?;
    let shown = persons::actor_of(db, id, None).await?;
    db.write(actor, async |tx| {
        let person = look(&tx, id).await?;
        let owner = access::may_look(tx.actor(), &person)?;
        if by == id {
            return Err(SupportError::Oneself.into());
        }
        if !signin::access::is_known_at_home_alone(&shown, &person) {
            return Err(SupportError::Elsewhere.into());
        }
        let support: SupportId = tx.new_id();
        queries::add(&tx, owner, support, (by, id), grounds).await?;
        let showing = Showing { support: Some(support), person: id, until: tx.now() + grounds.length };
        signin::show_in_session(&tx, session, &key, showing).await?;
        let facts = json!({ "reason": grounds.reason, "minutes": grounds.length.num_minutes() });
        journal::note(&tx, owner.id(), Event::of("support-begun", "person", id).with(facts)).await?;
        tell(&tx, &person, by, grounds).await
    })
    .await?;
    Ok(key)
}

async fn tell(tx: &Tx, person: &Person, by: PersonId, grounds: &Grounds) -> Result<(), Fault> {
    let home = organisations::find(tx, person.home).await?;
    let helper = persons::find(tx, by).await?.name.to_string();
    let lang = person.lang.unwrap_or(home.lang);
    let until = format::clock(lang, home.zone, tx.now() + grounds.length);
    signin::tell(tx, person, Told::Support { helper, reason: grounds.reason.clone(), until }).await
}

/// Ends what this session shows of somebody else; answers whom, when it showed anybody.
/// # Errors
/// What the database answers.
pub async fn end(db: &Db, session: &Key) -> Result<Option<(Key, PersonId)>, Fault> {
    let shown = db.read(&Actor::nobody(), async |tx| signin::shown_in_session(&tx, session).await).await?;
    let Some((shown, support)) = shown.and_then(|shown| Some((shown, shown.support?))) else { return Ok(None) };
    let key = signin::fresh_key()?;
    let home = db.read(&Actor::nobody(), async |tx| persons::find(&tx, shown.person).await).await?.home;
    db.write(&Actor::portal(home), async |tx| {
        signin::show_own_in_session(&tx, session, &key).await?;
        close(&tx, home, support, shown.person).await.map(drop)
    })
    .await?;
    Ok(Some((key, shown.person)))
}

/// Ends a while in which somebody looks with one's own eyes, wherever they are.
/// # Errors
/// When there is none that lasts.
pub async fn end_own(db: &Db, actor: &Actor, support: SupportId) -> Result<(), Fault> {
    let oneself = access::may_see_own(actor)?.id();
    let home = db.read(actor, async |tx| persons::find(&tx, oneself).await).await?.home;
    db.write(&Actor::portal(home), async |tx| {
        let owner = portal_of(&tx, home)?;
        if !queries::over(&tx, owner, oneself).await?.iter().any(|over| over.id == support) {
            return Err(NotFound::of("support", support).into());
        }
        signin::end_showing(&tx, support).await?;
        if close(&tx, home, support, oneself).await? { Ok(()) } else { Err(NotFound::of("support", support).into()) }
    })
    .await
}

async fn close(tx: &Tx, home: OrganisationId, support: SupportId, person: PersonId) -> Result<bool, Fault> {
    let ended = queries::end(tx, portal_of(tx, home)?, support).await?;
    if ended {
        journal::note(tx, home, Event::of("support-ended", "person", person)).await?;
    }
    Ok(ended)
}

/// Who looked with one's own eyes, the latest first.
/// # Errors
/// When nobody is signed in.
pub async fn over_oneself(db: &Db, actor: &Actor) -> Result<Vec<Support>, Fault> {
    let oneself = access::may_see_own(actor)?.id();
    let home = db.read(actor, async |tx| persons::find(&tx, oneself).await).await?.home;
    db.read(&Actor::portal(home), async |tx| {
        let owner = portal_of(&tx, home)?;
        Ok(queries::over(&tx, owner, oneself).await?)
    })
    .await
}

fn portal_of(tx: &Tx, home: OrganisationId) -> Result<Owner, Denied> {
    signin::access::portal_of(tx.actor(), home)
}
