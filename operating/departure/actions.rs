//! Writing everything an organisation has into one file.

pub mod leave;

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use base::OrganisationId;
use kit::actor::{Actor, Owner};
use kit::blobs::{BlobId, Blobs};
use kit::db::{Db, Tx};
use kit::fault::Fault;
use kit::journal::{self, Event};
use people::organisations;
use serde_json::json;
use sha2::{Digest, Sha256};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::model::{ABOUT, DepartureError, Exported, Part, parts, with_files};
use super::{access, queries};

/// The organisation of this name or id.
/// # Errors
/// [`DepartureError::NotOne`].
pub async fn find(db: &Db, wanted: &str) -> Result<OrganisationId, DepartureError> {
    let all = db.read(&Actor::nobody(), async |tx| organisations::all(&tx).await).await?;
    let found: Vec<_> = all.iter().filter(|one| one.name == wanted || one.id.to_string() == wanted).collect();
    match found.as_slice() {
        [one] => Ok(one.id),
        many => Err(DepartureError::NotOne { name: wanted.to_owned(), found: many.len() }),
    }
}

/// Writes the organisation's rows into a new file that nobody else reads, table by table, with the files that its rows
/// name, and notes it in its journal.
/// # Errors
/// [`DepartureError`]; a file that is there already is never written over.
pub async fn export(
    db: &Db,
    blobs: &Blobs,
    organisation: OrganisationId,
    path: &Path,
) -> Result<Vec<Exported>, DepartureError> {
    let actor = Actor::portal(organisation);
    // One snapshot for all: rows of one table name rows of another.
    let write = async |tx: Tx| Ok(write_all(&tx, blobs, organisation, path).await);
    let written = db.read(&actor, write).await??;
    let rows: u64 = written.iter().map(|part| part.rows).sum();
    let event = || Event::of("organisation-exported", "organisation", organisation).with(json!({ "rows": rows }));
    db.write(&actor, async |tx| Ok(journal::note(&tx, organisation, event()).await?)).await?;
    Ok(written)
}

async fn write_all(
    tx: &Tx,
    blobs: &Blobs,
    organisation: OrganisationId,
    path: &Path,
) -> Result<Vec<Exported>, DepartureError> {
    let owner = access::may_export(tx.actor(), organisation).map_err(Fault::from)?;
    let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    let mut zip = ZipWriter::new(file);
    let options = SimpleFileOptions::default().large_file(true).unix_permissions(0o600);
    let mut written = vec![];
    for part in parts() {
        let name = format!("{}.jsonl", part.table);
        zip.start_file(&name, options).map_err(std::io::Error::from)?;
        let (rows, sha256) = write_rows(tx, owner, &part, &mut zip).await?;
        written.push(Exported { file: name, rows, sha256 });
    }
    for table in with_files() {
        for named in queries::files_of(tx, owner, table).await.map_err(Fault::from)? {
            let id = BlobId::of_hex(&named).ok_or(DepartureError::NoFile { named })?;
            zip.start_file(format!("files/{id}"), options).map_err(std::io::Error::from)?;
            zip.write_all(&blobs.get(id).await?)?;
            written.push(Exported { file: format!("files/{id}"), rows: 0, sha256: id.to_string() });
        }
    }
    write_about(&mut zip, options, &written)?;
    zip.finish().map_err(std::io::Error::from)?.sync_all()?;
    Ok(written)
}

async fn write_rows(
    tx: &Tx,
    owner: Owner,
    part: &Part,
    to: &mut ZipWriter<File>,
) -> Result<(u64, String), DepartureError> {
    let (mut rows, mut hash) = (0_u64, Sha256::new());
    loop {
        let lines = queries::lines(tx, owner, part, rows).await.map_err(Fault::from)?;
        if lines.is_empty() {
            return Ok((rows, hex::encode(hash.finalize())));
        }
        rows += lines.len() as u64;
        for line in lines {
            hash.update(line.as_bytes());
            hash.update(b"\n");
            writeln!(to, "{line}")?;
        }
    }
}

fn write_about(
    zip: &mut ZipWriter<File>,
    options: SimpleFileOptions,
    written: &[Exported],
) -> Result<(), DepartureError> {
    let shown = parts();
    let is_shown =
        |table: &str, column: &str| shown.iter().any(|part| part.table == table && part.columns.contains(&column));
    let columns: Vec<_> = migrations::tables()
        .into_iter()
        .flat_map(|table| table.data_map())
        .filter(|line| is_shown(line.table, line.column))
        .map(|line| json!({ "table": line.table, "column": line.column, "purpose": line.purpose, "kept": line.retention, "ground": line.ground }))
        .collect();
    let documents = [
        ("columns.json", format!("{:#}", json!(columns))),
        ("manifest.json", format!("{:#}", json!(written))),
        ("README.txt", ABOUT.to_owned()),
    ];
    for (name, text) in documents {
        zip.start_file(name, options).map_err(std::io::Error::from)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(())
}
