//! Leaving: announced, and after the notice carried out.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::Path;

use base::{Date, OrganisationId, PersonId};
use chrono::TimeDelta;
use kit::actor::Actor;
use kit::blobs::Blobs;
use kit::db::{Db, Tx};
use kit::fault::Fault;
use kit::journal::{self, Event};
use people::organisations;
use serde_json::json;
use sha2::{Digest, Sha256};

use super::export;
use crate::departure::model::{DepartureError, Fate, Gone, KNOWN, Leaving, NOTICE_DAYS, leaving, of_persons};
use crate::departure::{access, queries};

/// Persons whose rows go in one transaction.
const PERSONS_AT_ONCE: usize = 200;

/// Announces that an organisation leaves: its rows are written into a file first, and may be removed from that day on.
/// Announced again, the new day counts.
/// # Errors
/// [`DepartureError::TooSoon`], or when the file or the database says no.
pub async fn announce(
    db: &Db,
    blobs: &Blobs,
    organisation: OrganisationId,
    leaves_on: Date,
    file: &Path,
) -> Result<u64, DepartureError> {
    let actor = Actor::portal(organisation);
    if let Some(at) = stands(db, organisation).await?.and_then(|departure| departure.removed_at) {
        return Err(DepartureError::Left { at });
    }
    let earliest = today(db, organisation).await? + TimeDelta::days(NOTICE_DAYS);
    if leaves_on < earliest {
        return Err(DepartureError::TooSoon { earliest });
    }
    let rows = export(db, blobs, organisation, file).await?.iter().map(|part| part.rows).sum();
    let (name, sha256) = (file.display().to_string(), hash_of(file)?);
    let keep = async |tx: Tx| {
        let owner = access::may_export(tx.actor(), organisation)?;
        queries::announce(&tx, owner, leaves_on, (&name, &sha256)).await?;
        let event = Event::of("departure-announced", "organisation", organisation);
        Ok(journal::note(&tx, organisation, event.with(json!({ "leaves_on": leaves_on }))).await?)
    };
    db.write(&actor, keep).await?;
    Ok(rows)
}

/// Takes the announcement back: the organisation stays.
/// # Errors
/// [`DepartureError::NotAnnounced`].
pub async fn withdraw(db: &Db, organisation: OrganisationId) -> Result<(), DepartureError> {
    let withdraw = async |tx: Tx| {
        let is_done = queries::withdraw(&tx, access::may_export(tx.actor(), organisation)?).await?;
        if is_done {
            journal::note(&tx, organisation, Event::of("departure-withdrawn", "organisation", organisation)).await?;
        }
        Ok(is_done)
    };
    match db.write(&Actor::portal(organisation), withdraw).await? {
        true => Ok(()),
        false => Err(DepartureError::NotAnnounced),
    }
}

/// What a removal would do today, table by table; it changes nothing.
/// # Errors
/// What the database answers.
pub async fn plan(db: &Db, organisation: OrganisationId) -> Result<Vec<Gone>, DepartureError> {
    let mut plan = vec![];
    for of in leaving() {
        let count = async |tx: Tx| Ok(queries::count(&tx, access::may_export(tx.actor(), organisation)?, &of).await?);
        let rows = db.read(&Actor::portal(organisation), count).await?;
        plan.push(Gone { table: of.table, rows, fate: of.fate.word() });
    }
    Ok(plan)
}

/// Writes the organisation's rows into a file once more and removes what can be removed. Its people who belong nowhere
/// else lose their names, addresses and ways in; the others keep them. Broken off and begun anew it goes on where it was.
/// # Errors
/// Before the announced day, or without an announcement.
pub async fn remove(
    db: &Db,
    blobs: &Blobs,
    organisation: OrganisationId,
    file: &Path,
) -> Result<Vec<Gone>, DepartureError> {
    let departure = stands(db, organisation).await?.ok_or(DepartureError::NotAnnounced)?;
    if let Some(at) = departure.removed_at {
        return Err(DepartureError::Left { at });
    }
    if today(db, organisation).await? < departure.leaves_on {
        return Err(DepartureError::NotYet { leaves_on: departure.leaves_on });
    }
    export(db, blobs, organisation, file).await?;
    let (name, sha256) = (file.display().to_string(), hash_of(file)?);
    let done = plan(db, organisation).await?;
    clear(db, organisation).await?;
    let facts: BTreeMap<_, _> =
        done.iter().filter(|gone| gone.fate == Fate::Removed.word()).map(|gone| (gone.table, gone.rows)).collect();
    let close = async |tx: Tx| {
        let owner = access::may_export(tx.actor(), organisation)?;
        queries::blank_contact(&tx, owner).await?;
        queries::note_removed(&tx, owner, (&name, &sha256)).await?;
        let event = Event::of("organisation-left", "organisation", organisation).with(json!(facts));
        Ok(journal::note(&tx, organisation, event).await?)
    };
    db.write(&Actor::portal(organisation), close).await?;
    Ok(done)
}

/// Removes what can be removed of an organisation, for whoever has made sure that it may go: an announced departure, or a
/// copy to practise in.
/// # Errors
/// What the database answers.
pub async fn clear(db: &Db, organisation: OrganisationId) -> Result<(), Fault> {
    // People first, while it can be seen who they are: begun anew, those who are left are found again.
    part_with_people(db, organisation).await?;
    for of in leaving().iter().filter(|of| of.fate == Fate::Removed) {
        empty(db, organisation, of).await?;
    }
    Ok(())
}

async fn stands(
    db: &Db,
    organisation: OrganisationId,
) -> Result<Option<crate::departure::model::Departure>, DepartureError> {
    let find = async |tx: Tx| Ok(queries::departure(&tx, access::may_export(tx.actor(), organisation)?).await?);
    Ok(db.read(&Actor::portal(organisation), find).await?)
}

/// The day it is where the organisation is.
async fn today(db: &Db, organisation: OrganisationId) -> Result<Date, Fault> {
    let today = async |tx: Tx| {
        let zone = organisations::find(&tx, organisation).await?.zone;
        Ok(tx.now().with_timezone(&zone).date_naive())
    };
    db.read(&Actor::portal(organisation), today).await
}

async fn empty(db: &Db, organisation: OrganisationId, of: &Leaving) -> Result<(), Fault> {
    let some = async |tx: Tx| Ok(queries::remove(&tx, access::may_export(tx.actor(), organisation)?, of).await?);
    while db.write(&Actor::portal(organisation), some).await? > 0 {}
    Ok(())
}

/// Persons who are bound to another organisation have their home there from now on; the others are forgotten.
async fn part_with_people(db: &Db, organisation: OrganisationId) -> Result<(), Fault> {
    let actor = Actor::portal(organisation);
    let mine = db
        .read(&actor, async |tx| Ok(queries::known(&tx, access::may_export(tx.actor(), organisation)?, KNOWN).await?))
        .await?;
    let mine: BTreeSet<PersonId> = mine.into_iter().collect();
    let elsewhere = bound_elsewhere(db, organisation, &mine).await?;
    for some in mine.iter().copied().collect::<Vec<_>>().chunks(PERSONS_AT_ONCE) {
        let part = async |tx: Tx| {
            let owner = access::may_export(tx.actor(), organisation)?;
            for person in some {
                match elsewhere.get(person) {
                    Some(home) => queries::move_home(&tx, *person, owner, *home).await?,
                    None => {
                        for table in of_persons() {
                            queries::forget(&tx, table, *person).await?;
                        }
                        queries::blank(&tx, *person).await?;
                    }
                }
            }
            Ok(())
        };
        db.write(&actor, part).await?;
    }
    Ok(())
}

/// Those of the persons who are bound to other organisations, each with the first of them.
async fn bound_elsewhere(
    db: &Db,
    organisation: OrganisationId,
    persons: &BTreeSet<PersonId>,
) -> Result<BTreeMap<PersonId, OrganisationId>, Fault> {
    let all = db.read(&Actor::nobody(), async |tx| organisations::all(&tx).await).await?;
    let mut elsewhere = BTreeMap::new();
    for other in all.iter().filter(|other| other.id != organisation) {
        let bound = async |tx: Tx| Ok(queries::bound(&tx, access::may_export(tx.actor(), other.id)?).await?);
        for person in db.read(&Actor::portal(other.id), bound).await? {
            if persons.contains(&person) {
                elsewhere.entry(person).or_insert(other.id);
            }
        }
    }
    Ok(elsewhere)
}

fn hash_of(file: &Path) -> Result<String, std::io::Error> {
    let (mut hash, mut file) = (Sha256::new(), std::fs::File::open(file)?);
    let mut buffer = vec![0; 64 * 1024];
    loop {
        match file.read(&mut buffer)? {
            0 => return Ok(hex::encode(hash.finalize())),
            length => hash.update(&buffer[..length]),
        }
    }
}
