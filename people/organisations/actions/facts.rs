//! What everybody reads about an organisation, put right by those who administer it.

use base::OrganisationId;
use kit::db::Tx;
use kit::fault::Fault;
use kit::journal::{self, Entry, Event};
use serde_json::{Map, Value, json};

use crate::organisations::model::{Facts, Organisation, OrganisationError};
use crate::organisations::{access, queries};

/// Somebody changed the facts.
pub const CHANGED: &str = "organisation-changed";
/// Somebody read the facts through and saved them as they were.
pub const CONFIRMED: &str = "organisation-confirmed";
/// The page tells of so many changes.
const HISTORY_MAX: u64 = 20;
/// Fields that may name a person. The journal stays when the person goes, so it says that they were changed and not what
/// stood there.
const UNSAID: [&str; 3] = ["contact_name", "contact_email", "contact_phone"];

/// The organisation, for those who may change its facts.
/// # Errors
/// [`kit::fault::NotFound`] for everybody else.
pub async fn facts_of(tx: &Tx, organisation: OrganisationId) -> Result<Organisation, Fault> {
    access::may_keep_facts(tx.actor(), organisation)?;
    queries::find(tx, organisation).await
}

/// What was done to the facts, newest first.
/// # Errors
/// As [`facts_of`].
pub async fn facts_history(tx: &Tx, organisation: OrganisationId) -> Result<Vec<Entry>, Fault> {
    let owner = access::may_keep_facts(tx.actor(), organisation)?;
    Ok(journal::of_kinds(tx, owner, organisation, &[CHANGED, CONFIRMED], HISTORY_MAX).await?)
}

/// The real organisations whose facts the actor keeps, by name.
/// # Errors
/// What the database answers.
pub async fn kept(tx: &Tx) -> Result<Vec<Organisation>, Fault> {
    let mut kept = queries::find_many(tx, &access::keeps(tx.actor())).await?;
    kept.retain(|organisation| organisation.practice.is_none());
    Ok(kept)
}

/// Saves the facts, made from this edition of them. Deadlines are moments: another zone moves none of them.
/// # Errors
/// [`OrganisationError::FactsChanged`] when somebody else has saved since, [`OrganisationError::NumberTaken`];
/// [`kit::fault::Denied`] for a number that is not the actor's to change; as [`facts_of`].
pub async fn save_facts(tx: &Tx, organisation: OrganisationId, facts: &Facts, edition: i32) -> Result<(), Fault> {
    let owner = access::may_keep_facts(tx.actor(), organisation)?;
    let before = queries::find(tx, organisation).await?;
    let after = facts.of(&before);
    if after.number != before.number {
        access::may_renumber(tx.actor(), &before)?;
        if let Some(number) = &after.number
            && queries::number_taken(tx, number).await?
        {
            return Err(OrganisationError::NumberTaken { number: number.clone() }.into());
        }
    }
    if !queries::save_facts(tx, owner, &Organisation { edition, ..after.clone() }).await? {
        return Err(OrganisationError::FactsChanged { edition }.into());
    }
    Ok(journal::note(tx, organisation, event(&before, &after)).await?)
}

fn event(before: &Organisation, after: &Organisation) -> Event {
    let changes = before.changed_to(after);
    if changes.is_empty() {
        return Event::of(CONFIRMED, "organisation", before.id);
    }
    let (mut was, mut is) = (Map::new(), Map::new());
    for (field, before, after) in changes {
        let said = |value: String| if UNSAID.contains(&field) { Value::Null } else { json!(value) };
        was.insert(field.into(), said(before));
        is.insert(field.into(), said(after));
    }
    Event::of(CHANGED, "organisation", before.id).with(json!({ "before": was, "after": is }))
}
