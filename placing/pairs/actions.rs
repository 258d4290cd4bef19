//! What people do with pairs.

use std::collections::HashMap;

use base::{OfferId, PersonId};
use kit::actor::Owner;
use kit::db::Tx;
use kit::fault::Fault;
use kit::journal::{self, Event};
use serde_json::json;

use super::model::{NewPair, Pair};
use super::{access, queries};
use crate::rounds::Round;

/// Every pair of the round, for those who were given the round's owner.
/// # Errors
/// What the database answers.
pub async fn of_round(tx: &Tx, owner: Owner, round: &Round) -> Result<HashMap<(PersonId, OfferId), Pair>, Fault> {
    Ok(queries::of_round(tx, owner, round.id()).await?)
}

/// Keeps what is known about these pairs; nothing known means that a pair is forgotten. The next run counts it.
/// # Errors
/// [`kit::fault::NotFound`] for others than the office; [`crate::rounds::RoundError::Settled`] once publication has
/// been asked for.
pub async fn note(tx: &Tx, round: &Round, pairs: &[NewPair]) -> Result<(), Fault> {
    let owner = access::may_keep(tx.actor(), round)?;
    round.open_to_changes()?;
    queries::put(tx, owner, round.id(), pairs).await?;
    // Whose workplace or relative it is stands in the pair itself, and not in what everybody of the office reads.
    let facts = json!({ "rows": pairs.len() });
    Ok(journal::note(tx, owner.id(), Event::of("pairs-noted", "round", round.id()).with(facts)).await?)
}
