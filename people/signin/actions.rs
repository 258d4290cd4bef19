//! What happens when people come and go.

use base::Lang;
use kit::actor::Actor;
use kit::db::Db;
use kit::fault::Fault;
use kit::page::Me;
use kit::web::{Known, scheme_of};

use super::model::{Key, Lifetime};
use super::queries;
use crate::persons;

/// The person behind a session cookie, with what they hold now: nothing is remembered from the last request, so that an
/// ended role is ended at once. Two statements for most people.
/// # Errors
/// What the database answers.
pub async fn identify(db: &Db, cookie: &str) -> Result<Option<Known>, Fault> {
    let Ok(key) = Key::new(cookie) else { return Ok(None) };
    let look = async |tx: kit::db::Tx| Ok((queries::find_session(&tx, &key).await?, tx.now()));
    let (Some(found), now) = db.read(&Actor::nobody(), look).await? else { return Ok(None) };
    let life = Lifetime { seen_at: found.seen_at, expires_at: found.expires_at };
    if !life.lasts_at(now) {
        return Ok(None);
    }
    if life.is_to_be_noted_at(now) {
        db.write(&Actor::nobody(), async |tx| Ok(queries::note_seen(&tx, &key).await?)).await?;
    }
    let actor = persons::actor_of(db, found.person_id, found.lang.as_deref().and_then(Lang::from_tag)).await?;
    let scheme = found.scheme.as_deref().and_then(scheme_of).unwrap_or("auto");
    Ok(Some(Known { actor, me: Me::new(&found.given_name, &found.family_name, &found.organisation), scheme }))
}
