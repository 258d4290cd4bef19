//! What people do with pairs.

use std::collections::{BTreeSet, HashMap};

use base::{OfferId, PersonId};
use kit::actor::Owner;
use kit::db::Tx;
use kit::fault::Fault;
use kit::journal::{self, Event};
use serde_json::json;

use super::model::{NewPair, Pair};
use super::{access, queries};
use crate::rounds::Round;
use crate::seconds;

/// Every pair of the round, for those who were given the round's owner.
/// # Errors
/// What the database answers.
pub async fn of_round(tx: &Tx, owner: Owner, round: &Round) -> Result<HashMap<(PersonId, OfferId), Pair>, Fault> {
    Ok(queries::of_round(tx, owner, round.id()).await?)
}

/// Keeps what is known about these pairs; nothing known means that a pair is forgotten. The next run counts it. Where
/// the organisation wants a second pair of eyes, priority classes wait for it; `by` is whoever asks where a job does.
/// # Errors
/// [`kit::fault::NotFound`] for others than the office; [`crate::rounds::RoundError::Settled`] once publication has
/// been asked for.
pub async fn note(tx: &Tx, round: &Round, pairs: &[NewPair], by: Option<PersonId>) -> Result<(), Fault> {
    let owner = access::may_keep(tx.actor(), round)?;
    round.open_to_changes()?;
    let waits = seconds::is_wanted(tx, owner).await?;
    let pairs = if waits { &classes_asked(tx, owner, round, pairs, by).await? } else { pairs };
    queries::put(tx, owner, round.id(), pairs).await?;
    // Whose workplace or relative it is stands in the pair itself, and not in what everybody of the office reads.
    let facts = json!({ "rows": pairs.len() });
    Ok(journal::note(tx, owner.id(), Event::of("pairs-noted", "round", round.id()).with(facts)).await?)
}

/// Asks another of the office about the priority classes that change; until then the pairs keep those they have.
async fn classes_asked(
    tx: &Tx,
    owner: Owner,
    round: &Round,
    pairs: &[NewPair],
    by: Option<PersonId>,
) -> Result<Vec<NewPair>, Fault> {
    let persons: BTreeSet<PersonId> = pairs.iter().map(|new| new.person).collect();
    let before = queries::of_persons(tx, owner, round.id(), &persons.into_iter().collect::<Vec<_>>()).await?;
    let class = |new: &NewPair| before.get(&(new.person, new.offer)).and_then(|pair| pair.class);
    let changed: Vec<_> = pairs
        .iter()
        .filter(|new| class(new) != new.pair.class)
        .map(|new| (new.person, new.offer, new.pair.class))
        .collect();
    if !changed.is_empty() {
        seconds::ask_classes(tx, owner, round.id(), &changed, by).await?;
    }
    Ok(pairs.iter().map(|new| NewPair { pair: Pair { class: class(new), ..new.pair }, ..*new }).collect())
}

/// Sets priority classes that another of the office has confirmed; what else is known of the pairs stays.
/// # Errors
/// As [`note`].
pub async fn set_classes(tx: &Tx, round: &Round, classes: &[(PersonId, OfferId, Option<u16>)]) -> Result<(), Fault> {
    let owner = access::may_keep(tx.actor(), round)?;
    round.open_to_changes()?;
    let persons: BTreeSet<PersonId> = classes.iter().map(|(person, ..)| *person).collect();
    let before = queries::of_persons(tx, owner, round.id(), &persons.into_iter().collect::<Vec<_>>()).await?;
    let pair = |(person, offer, class): &(PersonId, OfferId, Option<u16>)| {
        let known = before.get(&(*person, *offer)).copied().unwrap_or_default();
        NewPair { person: *person, offer: *offer, pair: Pair { class: *class, ..known } }
    };
    let pairs: Vec<NewPair> = classes.iter().map(pair).collect();
    queries::put(tx, owner, round.id(), &pairs).await?;
    let facts = json!({ "rows": pairs.len() });
    Ok(journal::note(tx, owner.id(), Event::of("pairs-noted", "round", round.id()).with(facts)).await?)
}
