//! What people do with a file: bring it, say which column is which, put cells right, confirm, take back.

use base::{ImportId, JobId, Lang, OrganisationId};
use kit::actor::Owner;
use kit::db::Tx;
use kit::fault::{Denied, Fault};
use kit::jobs::{self, NewJob};
use kit::journal::{self, Event};
use kit::sheet::Sheet;
use serde_json::json;
use uuid::Uuid;

use super::model::{
    Corrections, Counts, Home, Import, ImportError, Importer, Mapping, NewFile, ROWS_AT_ONCE_MAX, Review, State,
    Subject, Undoing,
};
use super::{access, queries};

/// The kind of job that writes a large import.
pub const JOB: &str = "import";

/// What became of a confirmed import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirmed {
    /// It is written.
    Written(Counts),
    /// A job writes it.
    Job(JobId),
}

/// Takes in a file that could be read. Nothing is written but the file itself.
/// # Errors
/// When the actor may not import there.
pub async fn bring(
    tx: &Tx,
    importer: &dyn Importer,
    subject: Uuid,
    file: &NewFile,
    headings: &[String],
) -> Result<ImportId, Fault> {
    let into = importer.subject(tx, subject).await?;
    let owner = access::may_import(tx.actor(), into.owner, Home::of(importer.kind()))?;
    let by = tx.actor().person_id().ok_or(Denied { act: "bring a file in nobody's name" })?;
    let remembered = queries::last_mapping(tx, owner, importer.kind()).await?;
    let mapping = Mapping::recognise(&importer.columns(), headings, remembered.as_ref());
    let id = queries::add(tx, owner, (importer.kind(), subject, by), file, &mapping).await?;
    let facts = json!({ "kind": importer.kind(), "subject": subject, "file": file.name, "bytes": file.bytes.len() });
    journal::note(tx, owner.id(), Event::of("file-brought", "import", id).with(facts)).await?;
    Ok(id)
}

/// One import of the actor's.
/// # Errors
/// `NotFound` for everybody else's.
pub async fn find(tx: &Tx, id: ImportId) -> Result<(Owner, Import), Fault> {
    let owners = access::imports_at(tx.actor());
    let import = queries::find(tx, &owners, id).await?.ok_or_else(|| access::missing(id))?;
    let home = Home::of(&import.kind);
    let owner = access::may_import(tx.actor(), import.owner, home).map_err(|_| access::missing(id))?;
    Ok((owner, import))
}

/// The file of an import.
/// # Errors
/// `NotFound` for everybody else's.
pub async fn file(tx: &Tx, id: ImportId) -> Result<Vec<u8>, Fault> {
    let (owner, _) = find(tx, id).await?;
    Ok(queries::file(tx, owner, id).await?.ok_or_else(|| access::missing(id))?)
}

/// What has been imported into something lately.
/// # Errors
/// When the actor may not import there.
pub async fn recent(tx: &Tx, into: &Subject, home: Home, subject: Uuid) -> Result<Vec<Import>, Fault> {
    let owner = access::may_import(tx.actor(), into.owner, home)?;
    Ok(queries::of_subject(tx, owner, subject).await?)
}

/// Imports into something that were written lately and not taken back since.
/// # Errors
/// When the actor may not import there.
pub async fn standing(tx: &Tx, at: OrganisationId, home: Home, subject: Uuid) -> Result<Vec<Import>, Fault> {
    let owner = access::may_import(tx.actor(), at, home)?;
    let mut all = queries::of_subject(tx, owner, subject).await?;
    all.retain(|import| import.state == State::Done);
    Ok(all)
}

/// Keeps which sheet and columns are meant.
/// # Errors
/// [`ImportError::WrongState`] once the import is written.
pub async fn assign(tx: &Tx, id: ImportId, sheet: usize, mapping: &Mapping) -> Result<(), Fault> {
    let (_, import) = find(tx, id).await?;
    // Corrections belong to cells of a sheet; another sheet has other cells.
    let corrections = if sheet == import.sheet { import.corrections.clone() } else { Corrections::default() };
    keep(tx, &import, sheet, mapping, &corrections, "columns-assigned").await
}

/// Keeps what was put right on the page, and which rows wait.
/// # Errors
/// [`ImportError::WrongState`] once the import is written.
pub async fn correct(tx: &Tx, id: ImportId, corrections: &Corrections) -> Result<(), Fault> {
    let (_, import) = find(tx, id).await?;
    if !corrections.fit() {
        return Err(ImportError::TooManyCorrections.into());
    }
    keep(tx, &import, import.sheet, &import.mapping, corrections, "cells-corrected").await
}

async fn keep(
    tx: &Tx,
    import: &Import,
    sheet: usize,
    mapping: &Mapping,
    corrections: &Corrections,
    event: &'static str,
) -> Result<(), Fault> {
    let owner = access::may_import(tx.actor(), import.owner, Home::of(&import.kind))?;
    if !queries::keep(tx, owner, import.id, sheet, mapping, corrections).await? {
        return Err(ImportError::WrongState { state: import.state }.into());
    }
    Ok(journal::note(tx, owner.id(), Event::of(event, "import", import.id)).await?)
}

/// Says of every row of the sheet what it would do.
/// # Errors
/// When columns are missing, or nothing can be imported at all now.
pub async fn review(tx: &Tx, importer: &dyn Importer, import: &Import, sheet: &Sheet) -> Result<Review, Fault> {
    let columns = importer.columns();
    let missing = import.mapping.missing(&columns);
    if !missing.is_empty() {
        return Err(ImportError::ColumnsMissing { missing: missing.iter().map(|column| column.key).collect() }.into());
    }
    let (rows, errors) = Review::prepare(sheet, &columns, &import.mapping, &import.corrections);
    let checked = importer.check(tx, import.subject, &rows).await?;
    Ok(Review::new(rows, errors, checked, &import.corrections))
}

/// Writes every row that is ready, all or none; many rows are left to a job. Confirming again does nothing more.
/// # Errors
/// [`ImportError`], or what the importer answers.
pub async fn confirm(tx: &Tx, importer: &dyn Importer, seen: &Import, sheet: &Sheet) -> Result<Confirmed, Fault> {
    let (owner, import) = find(tx, seen.id).await?;
    match (import.state, import.job) {
        (State::Done, _) => return Ok(Confirmed::Written(import.counts)),
        (State::Running, Some(job)) => return Ok(Confirmed::Job(job)),
        (State::Checking, _) => {}
        (state, _) => return Err(ImportError::WrongState { state }.into()),
    }
    if (import.sheet, &import.mapping, &import.corrections) != (seen.sheet, &seen.mapping, &seen.corrections) {
        return Err(ImportError::Changed.into());
    }
    if sheet.rows.len() <= ROWS_AT_ONCE_MAX {
        return Ok(Confirmed::Written(write(tx, importer, owner, &import, sheet, State::Checking).await?));
    }
    importer.subject(tx, import.subject).await?;
    if review(tx, importer, &import, sheet).await?.counts().ready() == 0 {
        return Err(ImportError::NothingReady.into());
    }
    let job = jobs::enqueue(tx, job_of(&import)).await?;
    moved(tx, owner, &import, State::Checking, State::Running).await?;
    queries::keep_job(tx, owner, import.id, job).await?;
    journal::note(tx, owner.id(), Event::of("import-confirmed", "import", import.id)).await?;
    Ok(Confirmed::Job(job))
}

fn job_of(import: &Import) -> NewJob {
    NewJob {
        unique_key: Some(format!("import:{}", import.id)),
        href: Some(format!("/imports/{}", import.id)),
        ..NewJob::of(import.owner, JOB, json!({ "import": import.id }))
    }
}

/// Writes the rows of a sheet and what undoing needs. The importer notes the act in the journal.
/// # Errors
/// [`ImportError`], or what the importer answers; nothing is kept then.
pub async fn write(
    tx: &Tx,
    importer: &dyn Importer,
    owner: Owner,
    import: &Import,
    sheet: &Sheet,
    from: State,
) -> Result<Counts, Fault> {
    moved(tx, owner, import, from, State::Done).await?;
    let review = review(tx, importer, import, sheet).await?;
    let counts = review.counts();
    if counts.ready() == 0 {
        return Err(ImportError::NothingReady.into());
    }
    let by = tx.actor().person_id().unwrap_or(import.created_by);
    let changes = importer.apply(tx, import.subject, by, &review.to_apply()).await?;
    queries::add_changes(tx, owner, import.id, changes).await?;
    queries::keep_counts(tx, owner, import.id, &counts).await?;
    Ok(counts)
}

/// Hands an import that a job could not write back to whoever looks after it.
/// # Errors
/// What the database answers.
pub async fn hand_back(tx: &Tx, id: ImportId) -> Result<(), Fault> {
    let (owner, import) = find(tx, id).await?;
    queries::step(tx, owner, id, State::Running, State::Checking).await?;
    journal::note(tx, owner.id(), Event::of("import-handed-back", "import", import.id)).await?;
    Ok(())
}

/// What taking a written import back would do now; of one that is taken back, what it did. None: all or nothing.
/// # Errors
/// `NotFound` for everybody else's.
pub async fn undoing(tx: &Tx, importer: &dyn Importer, id: ImportId, lang: Lang) -> Result<Option<Undoing>, Fault> {
    let (owner, import) = find(tx, id).await?;
    match import.state {
        State::Done => {
            let changes = queries::changes(tx, owner, id).await?;
            importer.would_undo(tx, import.subject, &changes, lang).await
        }
        State::Undone => {
            let changes = queries::changes(tx, owner, id).await?;
            let stays = importer.stayed(tx, import.subject, &changes, lang).await?;
            Ok(Some(Undoing { back: import.counts.ready().saturating_sub(stays.len()), stays }))
        }
        _ => Ok(None),
    }
}

/// Takes a written import back: everything is as it was before it, except what the importer leaves and tells of.
/// # Errors
/// [`ImportError::TooLateToUndo`], or what the importer answers when something depends on the rows by now.
pub async fn undo(tx: &Tx, importer: &dyn Importer, id: ImportId) -> Result<(), Fault> {
    let (owner, import) = find(tx, id).await?;
    if import.state == State::Undone {
        return Ok(());
    }
    if !importer.subject(tx, import.subject).await?.can_be_undone {
        return Err(ImportError::TooLateToUndo.into());
    }
    moved(tx, owner, &import, State::Done, State::Undone).await?;
    let changes = queries::changes(tx, owner, id).await?;
    let by = tx.actor().person_id().unwrap_or(import.created_by);
    let stays = importer.undo(tx, import.subject, by, changes).await?;
    queries::remove_changes(tx, owner, id).await?;
    Ok(queries::add_changes(tx, owner, id, stays).await?)
}

/// Gives an import up before anything is written; the file is thrown away.
/// # Errors
/// [`ImportError::WrongState`] once it is written.
pub async fn drop_import(tx: &Tx, id: ImportId) -> Result<Import, Fault> {
    let (owner, import) = find(tx, id).await?;
    if import.state != State::Dropped {
        moved(tx, owner, &import, State::Checking, State::Dropped).await?;
        journal::note(tx, owner.id(), Event::of("import-dropped", "import", id)).await?;
    }
    Ok(import)
}

async fn moved(tx: &Tx, owner: Owner, import: &Import, from: State, to: State) -> Result<(), Fault> {
    if queries::step(tx, owner, import.id, from, to).await? {
        return Ok(());
    }
    Err(ImportError::WrongState { state: import.state }.into())
}
