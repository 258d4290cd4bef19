//! Files in the blob store that no row names: what a process left that stored a file and died before its row was written,
//! or whose rows are gone.

use std::collections::HashSet;

use base::Moment;
use kit::actor::Actor;
use kit::blobs::{BlobError, BlobId, Blobs, Lying};
use kit::db::{Db, Tx};
use kit::fault::Fault;
use people::organisations;

use super::super::model::{SAFE_AGE, Strays};
use super::super::queries;

/// Removes every file that has lain in the store for a day and that no row names, and tells how many and how large. Dry:
/// tells alone. Broken off and begun anew it goes on where it was.
///
/// A file is stored before the row that names it, and storing it once more makes it young again: one that somebody is
/// about to name is no day old, unless the same bytes lay there before. Then whoever names it and this sweep may meet.
/// The sweep looks at the rows again after it has removed a file, and gives it back; whoever names one looks at the store
/// again after its row is written. One of the two comes last, and sees what the other did.
/// # Errors
/// What the store or the database answers.
pub async fn sweep(db: &Db, blobs: &Blobs, dry: bool) -> Result<Strays, Fault> {
    let before = db.read(&Actor::nobody(), async |tx| Ok(tx.now())).await? - SAFE_AGE;
    let old = blobs.written_before(before).await?;
    let named = named(db, &old.iter().map(|one| one.id).collect::<Vec<_>>()).await?;
    let mut strays = Strays { is_gone: !dry, ..Strays::default() };
    for one in old.iter().filter(|one| !named.contains(&one.id)) {
        if dry || take_away(db, blobs, one, before).await? {
            strays.files += 1;
            strays.bytes += one.bytes;
        }
    }
    Ok(strays)
}

/// Removes one file, unless it has been stored or named since it was looked for. Answers whether it is gone.
/// # Errors
/// What the store or the database answers.
pub async fn take_away(db: &Db, blobs: &Blobs, one: &Lying, before: Moment) -> Result<bool, Fault> {
    let is_old = blobs.written_at(one.id).await?.is_some_and(|at| at < before);
    if !is_old {
        return Ok(false);
    }
    let bytes = match blobs.get(one.id).await {
        Ok(bytes) => Some(bytes.to_vec()),
        Err(BlobError::Missing { .. }) => return Ok(false),
        // What the store has damaged is nobody's file any more, and nothing to give back.
        Err(BlobError::Damaged { .. }) => None,
        Err(error) => return Err(error.into()),
    };
    if !named(db, &[one.id]).await?.is_empty() {
        return Ok(false);
    }
    blobs.remove(one.id).await?;
    match bytes {
        Some(bytes) => Ok(!give_back(db, blobs, one.id, bytes).await?),
        None => Ok(true),
    }
}

/// Stores a file once more that was removed, when a row has come to name it meanwhile. Answers whether one has.
/// # Errors
/// What the store or the database answers.
pub async fn give_back(db: &Db, blobs: &Blobs, id: BlobId, bytes: Vec<u8>) -> Result<bool, Fault> {
    if named(db, &[id]).await?.is_empty() {
        return Ok(false);
    }
    blobs.put(bytes).await?;
    Ok(true)
}

/// Those of these files that a row of any organisation names.
async fn named(db: &Db, ids: &[BlobId]) -> Result<HashSet<BlobId>, Fault> {
    let mut found = HashSet::new();
    if ids.is_empty() {
        return Ok(found);
    }
    for organisation in db.read(&Actor::nobody(), async |tx| Ok(organisations::every_id(&tx).await?)).await? {
        let look = async |tx: Tx| Ok(queries::files_named(&tx, organisation, ids).await?);
        found.extend(db.read(&Actor::portal(organisation), look).await?);
    }
    Ok(found)
}
