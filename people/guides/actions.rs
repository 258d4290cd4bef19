//! What people do with guides.

use kit::db::Tx;
use kit::fault::Fault;
use kit::journal::{self, Event};
use serde_json::json;

use super::model::{Addition, GuideError, NewAddition, Reader};
use super::{access, queries};

/// What the actor's organisations have added for these readers.
/// # Errors
/// What the database answers.
pub async fn additions(tx: &Tx, readers: &[Reader]) -> Result<Vec<Addition>, Fault> {
    let all = queries::additions(tx, &access::own_organisations(tx.actor())).await?;
    Ok(all.into_iter().filter(|addition| readers.contains(&addition.reader)).collect())
}

/// What the actor's organisation has added for these readers, for those who may change it.
/// # Errors
/// [`kit::fault::Denied`] for everybody else.
pub async fn addition(tx: &Tx, reader: Reader) -> Result<Option<Addition>, Fault> {
    let owner = access::may_extend(tx.actor())?;
    Ok(queries::addition(tx, owner, reader).await?)
}

/// Saves what the actor's organisation adds.
/// # Errors
/// [`GuideError::Edited`] when somebody else has saved since; [`kit::fault::Denied`] for those who may not.
pub async fn save(tx: &Tx, new: &NewAddition) -> Result<(), Fault> {
    let owner = access::may_extend(tx.actor())?;
    if !queries::save(tx, owner, access::author(tx.actor())?, new).await? {
        return Err(GuideError::Edited(new.edition).into());
    }
    let event = Event { subject_id: None, ..Event::of("guide-extended", "guide", owner.id()) };
    Ok(journal::note(tx, owner.id(), event.with(json!({ "reader": new.reader.word() }))).await?)
}
