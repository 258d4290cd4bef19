//! Files in the blob store that no row names: what a process left that stored a file and died before its row was written,
//! or whose rows are gone.

use std::collections::HashSet;

use base::Moment;
use kit::actor::Actor;
use kit::blobs::{BlobError, BlobId, Blobs, Lying};
use kit::db::{Db, Tx};
use kit::fault::Fault;
use kit::restored;
use people::organisations;

use super::super::model::{LeftAlone, SAFE_AGE, Strays};
use super::super::queries;

/// Files looked at together: each look goes through every organisation.
const FILES_AT_ONCE: usize = 500;
/// So much of them is held until nobody has come to name them, in bytes, unless a single one is larger.
const BYTES_AT_ONCE: u64 = 64 * 1024 * 1024;

/// Removes every file that has lain in the store for a day and that no row names, and tells how many and how large. Dry:
/// tells alone. Broken off and begun anew it goes on where it was.
///
/// A file is stored before the row that names it, and storing it once more makes it young again: one that somebody is
/// about to name is no day old, unless the same bytes lay there before. Then whoever names it and this sweep may meet.
/// The sweep looks at the rows again after it has removed files, and gives them back; whoever names one looks at the store
/// again after its row is written. One of the two comes last, and sees what the other did.
/// # Errors
/// What the store or the database answers.
pub async fn sweep(db: &Db, blobs: &Blobs, dry: bool) -> Result<Strays, Fault> {
    let mut strays = Strays { is_gone: !dry, ..Strays::default() };
    let before = db.read(&Actor::nobody(), async |tx| Ok(tx.now())).await? - SAFE_AGE;
    let old = blobs.written_before(before).await?;
    let named = named(db, &ids_of(&old)).await?;
    let old: Vec<Lying> = old.into_iter().filter(|one| !named.contains(&one.id)).collect();
    for some in at_once(&old) {
        // Asked again each time: a newer release may have come meanwhile.
        strays.left_alone = db.read(&Actor::nobody(), async |tx| left_alone(&tx).await).await?;
        if strays.left_alone.is_some() {
            break;
        }
        let gone = match dry {
            true => some.to_vec(),
            false => remove(db, blobs, doomed(db, blobs, some, before).await?).await?,
        };
        strays.files += gone.len() as u64;
        strays.bytes += gone.iter().map(|one| one.bytes).sum::<u64>();
    }
    Ok(strays)
}

/// Why files are not this program's to remove: rows that it does not see may name them.
async fn left_alone(tx: &Tx) -> Result<Option<LeftAlone>, Fault> {
    if restored::since(tx).await?.is_some() {
        return Ok(Some(LeftAlone::Restored));
    }
    let known = migrations::names();
    let is_later = queries::steps(tx).await?.iter().any(|step| !known.contains(step));
    Ok(is_later.then_some(LeftAlone::LaterRelease))
}

/// The files in parts that can be held at once.
fn at_once(files: &[Lying]) -> Vec<&[Lying]> {
    let (mut parts, mut from, mut bytes) = (vec![], 0, 0_u64);
    for (at, one) in files.iter().enumerate() {
        if at > from && (at - from == FILES_AT_ONCE || bytes.saturating_add(one.bytes) > BYTES_AT_ONCE) {
            parts.push(&files[from..at]);
            (from, bytes) = (at, 0);
        }
        bytes = bytes.saturating_add(one.bytes);
    }
    parts.extend(files.get(from..).filter(|rest| !rest.is_empty()));
    parts
}

/// A file that nobody names and that is about to go, with what is needed to give it back.
pub struct Doomed {
    file: Lying,
    /// What the store has damaged is nobody's file any more, and nothing to give back
    bytes: Option<Vec<u8>>,
}

/// Those of these files that have neither been stored nor named since they were looked for, as they are.
/// # Errors
/// What the store or the database answers.
pub async fn doomed(db: &Db, blobs: &Blobs, some: &[Lying], before: Moment) -> Result<Vec<Doomed>, Fault> {
    let mut found = vec![];
    for file in some {
        if blobs.written_at(file.id).await?.is_none_or(|at| at >= before) {
            continue;
        }
        let bytes = match blobs.get(file.id).await {
            Ok(bytes) => Some(bytes.to_vec()),
            Err(BlobError::Missing { .. }) => continue,
            Err(BlobError::Damaged { .. }) => None,
            Err(error) => return Err(error.into()),
        };
        found.push(Doomed { file: *file, bytes });
    }
    let named = named(db, &found.iter().map(|one| one.file.id).collect::<Vec<_>>()).await?;
    found.retain(|one| !named.contains(&one.file.id));
    Ok(found)
}

/// Removes these files, and gives those back that a row has come to name meanwhile. They stay away only when the rows
/// could be looked at afterwards: after any fault, all are given back. Answers which are gone.
/// # Errors
/// What the store or the database answers.
pub async fn remove(db: &Db, blobs: &Blobs, doomed: Vec<Doomed>) -> Result<Vec<Lying>, Fault> {
    let ids: Vec<BlobId> = doomed.iter().map(|one| one.file.id).collect();
    let removed = async {
        for id in &ids {
            blobs.remove(*id).await?;
        }
        named(db, &ids).await
    };
    let removed = removed.await;
    let (mut gone, mut fault) = (vec![], None);
    for Doomed { file, bytes } in doomed {
        match bytes.filter(|_| removed.as_ref().map_or(true, |named| named.contains(&file.id))) {
            Some(bytes) => {
                if let Err(error) = blobs.put(bytes).await {
                    tracing::error!(id = %file.id, %error, "a file was swept away and could not be given back");
                    fault = Some(error);
                }
            }
            None => gone.push(file),
        }
    }
    removed?;
    match fault {
        Some(error) => Err(error.into()),
        None => Ok(gone),
    }
}

fn ids_of(files: &[Lying]) -> Vec<BlobId> {
    files.iter().map(|one| one.id).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_part_holds_more_than_may_be_held_at_once() {
        let file = |bytes: u64| Lying { id: BlobId::of(b"x"), bytes };
        let lengths = |files: &[Lying]| at_once(files).iter().map(|part| part.len()).collect::<Vec<_>>();
        assert_eq!(lengths(&[]), [] as [usize; 0]);
        assert_eq!(lengths(&vec![file(1); 2 * FILES_AT_ONCE + 1]), [FILES_AT_ONCE, FILES_AT_ONCE, 1]);
        let (half, whole) = (BYTES_AT_ONCE / 2, BYTES_AT_ONCE);
        assert_eq!(lengths(&[file(half), file(half), file(1), file(whole + 1), file(1)]), [2, 1, 1, 1]);
    }
}
