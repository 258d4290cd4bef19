//! What people do with what was told in confidence, and how it is sealed.

use base::{OrganisationId, PersonId, RoundId};
use kit::actor::{Actor, Owner, Role};
use kit::db::{Db, Tx};
use kit::fault::Fault;
use kit::journal::{self, Event};
use kit::sealed::{self, Spot};
use people::{organisations, persons};
use serde_json::json;
use uuid::Uuid;

use super::model::{ConfidenceError, Kept, Opened, Standing, Told, Why};
use super::tables::confidence;
use super::{access, queries};
use crate::participants;
use crate::rounds::{self, Round};
use crate::seconds;

/// Rows sealed in one transaction at the upgrade.
const AT_ONCE: u64 = 200;

fn spot(owner: OrganisationId, person: PersonId, id: Uuid) -> Spot {
    Spot { table: "confidences", column: "sealed", row: id, person, organisation: Some(owner) }
}

async fn sealed_of(tx: &Tx, owner: Owner, person: PersonId, id: Uuid, told: &Told) -> Result<String, Fault> {
    let text = serde_json::to_string(told).map_err(Fault::ours)?;
    sealed::seal(tx, &spot(owner.id(), person, id), &text).await
}

/// Keeps a reason in confidence, under the id of what it is the reason of. Nothing is kept of an empty one.
/// # Errors
/// When it cannot be sealed; what the database answers.
pub async fn keep(
    tx: &Tx,
    owner: Owner,
    about: (RoundId, PersonId),
    id: Uuid,
    told: &Told,
    by: Option<PersonId>,
) -> Result<(), Fault> {
    if told.reason.is_empty() {
        return Ok(());
    }
    let sealed = sealed_of(tx, owner, about.1, id, told).await?;
    Ok(queries::add(tx, owner, about, id, sealed, by).await?)
}

/// What is kept about a student in a round, unopened, and whether the actor may open it.
/// # Errors
/// [`kit::fault::NotFound`] for everybody but the round's administrators.
pub async fn kept(tx: &Tx, round: RoundId, person: PersonId) -> Result<(Round, Vec<Kept>, bool), Fault> {
    let (round, owner) = taking_part(tx, round, person).await?;
    let rows = queries::of_student(tx, owner, round.id(), person).await?;
    let standing = standing(tx, owner, &round, person, &rows).await?;
    let may_open = access::may_open(tx.actor(), &round, standing).is_ok();
    Ok((round, rows.iter().map(unopened).collect(), may_open))
}

/// The round, for whoever may know, and only about somebody who takes part in it: others are not there.
async fn taking_part(tx: &Tx, round: RoundId, person: PersonId) -> Result<(Round, Owner), Fault> {
    let round = rounds::find(tx, round).await?;
    let owner = access::may_know(tx.actor(), &round)?;
    participants::find(tx, &round, person).await?;
    Ok((round, owner))
}

fn unopened(row: &confidence::Model) -> Kept {
    Kept { id: row.id, by: row.by_id, at: row.at }
}

async fn standing(
    tx: &Tx,
    owner: Owner,
    round: &Round,
    person: PersonId,
    rows: &[confidence::Model],
) -> Result<Standing, Fault> {
    let Some(reader) = tx.actor().person_id() else { return Ok(Standing::default()) };
    let asked = seconds::asker_of(tx, owner, round.id(), person).await?;
    Ok(Standing {
        is_named: queries::confidants(tx, owner).await?.contains(&reader),
        wrote: rows.iter().any(|row| row.by_id == Some(reader)),
        is_asked: asked.is_some_and(|by| by != reader),
    })
}

/// Opens what is kept about a student in a round. The opening is noted before anything is told.
/// # Errors
/// [`ConfidenceError::NotNamed`]; [`kit::fault::NotFound`] for everybody but the round's administrators.
pub async fn open(tx: &Tx, round: RoundId, person: PersonId, why: Why) -> Result<Vec<Opened>, Fault> {
    let (round, known) = taking_part(tx, round, person).await?;
    let rows = queries::of_student(tx, known, round.id(), person).await?;
    let standing = standing(tx, known, &round, person, &rows).await?;
    let owner = access::may_open(tx.actor(), &round, standing)?;
    let by = tx.actor().person_id().ok_or(ConfidenceError::NotNamed)?;
    queries::add_opening(tx, owner, (round.id(), person), by, why).await?;
    let event =
        Event::of("confidence-opened", "person", person).with(json!({ "round": round.id(), "why": why.word() }));
    journal::note(tx, owner.id(), event).await?;
    let key = sealed::key_of(tx, person, Some(owner.id())).await?;
    let mut opened = vec![];
    for row in rows {
        let text = match (&key, &row.sealed) {
            (Some(key), Some(sealed)) => Some(key.open(&spot(owner.id(), person, row.id), sealed)?),
            _ => None,
        };
        let sealed = text.map(|text| serde_json::from_str(&text)).transpose().map_err(Fault::ours)?;
        let told: Option<Told> = sealed.or_else(|| row.before.as_deref().map(Told::from_before));
        // Who only wrote reads what they wrote, and what was answered.
        let is_theirs = row.by_id == Some(by) || told.as_ref().is_some_and(Told::is_refusal);
        if !(standing.is_named || standing.is_asked || is_theirs) {
            continue;
        }
        opened.push(Opened { kept: unopened(&row), told });
    }
    Ok(opened)
}

/// Those who administer the organisation, and whether each of them reads what is told in confidence.
/// # Errors
/// For everybody but administrators.
pub async fn confidants(tx: &Tx, organisation: OrganisationId) -> Result<Vec<(PersonId, bool)>, Fault> {
    let owner = access::may_name(tx.actor(), organisation)?;
    let named = queries::confidants(tx, owner).await?;
    let today = organisations::today(tx, organisation).await?;
    let mut office: Vec<PersonId> =
        persons::holders(tx, owner, Role::Administrator, today).await?.into_iter().map(|(person, _)| person).collect();
    office.dedup();
    Ok(office.into_iter().map(|person| (person, named.contains(&person))).collect())
}

/// Names who reads what is told in confidence; those who were named before and are not now read it no longer.
/// # Errors
/// [`ConfidenceError::NotOffice`]; for everybody but administrators.
pub async fn name_confidants(tx: &Tx, organisation: OrganisationId, readers: &[PersonId]) -> Result<(), Fault> {
    let office = confidants(tx, organisation).await?;
    let owner = access::may_name(tx.actor(), organisation)?;
    if !readers.iter().all(|reader| office.iter().any(|(person, _)| person == reader)) {
        return Err(ConfidenceError::NotOffice.into());
    }
    queries::set_confidants(tx, owner, readers).await?;
    let event = Event::of("confidants-named", "organisation", organisation).with(json!({ "persons": readers }));
    Ok(journal::note(tx, organisation, event).await?)
}

/// Seals what was written before there were seals, organisation by organisation, and answers how many. Safe to run twice.
/// # Errors
/// What the database answers.
pub async fn seal_from_before(db: &Db) -> Result<u64, Fault> {
    let all = db.read(&Actor::nobody(), async |tx| organisations::all(&tx).await).await?;
    let mut done = 0;
    for organisation in all {
        loop {
            let some = async |tx: Tx| seal_some(&tx, organisation.id).await;
            let some = db.write(&Actor::portal(organisation.id), some).await?;
            done += some;
            if some < AT_ONCE {
                break;
            }
        }
    }
    Ok(done)
}

async fn seal_some(tx: &Tx, organisation: OrganisationId) -> Result<u64, Fault> {
    let owner = access::works_for(tx.actor(), organisation)?;
    let rows = queries::from_before(tx, owner, AT_ONCE).await?;
    for row in &rows {
        let told = Told::from_before(row.before.as_deref().unwrap_or_default());
        let sealed = sealed_of(tx, owner, row.person_id, row.id, &told).await?;
        queries::seal(tx, owner, row.id, sealed).await?;
    }
    Ok(rows.len() as u64)
}
