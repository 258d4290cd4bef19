//! Writing everything an organisation has into one file.

pub mod leave;

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use base::OrganisationId;
use kit::actor::Actor;
use kit::db::Db;
use kit::fault::Fault;
use kit::journal::{self, Event};
use people::organisations;
use serde_json::json;
use sha2::{Digest, Sha256};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::model::{ABOUT, DepartureError, Exported, Part, parts};
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

/// Writes the organisation's rows into a new file that nobody else reads, table by table, and notes it in its journal.
/// # Errors
/// [`DepartureError`]; a file that is there already is never written over.
pub async fn export(db: &Db, organisation: OrganisationId, path: &Path) -> Result<Vec<Exported>, DepartureError> {
    let actor = Actor::portal(organisation);
    let file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    let mut zip = ZipWriter::new(file);
    let options = SimpleFileOptions::default().large_file(true).unix_permissions(0o600);
    let mut written = vec![];
    for part in parts() {
        let name = format!("{}.jsonl", part.table);
        zip.start_file(&name, options).map_err(std::io::Error::from)?;
        let (rows, sha256) = write_rows(db, &actor, organisation, &part, &mut zip).await?;
        written.push(Exported { file: name, rows, sha256 });
    }
    write_about(&mut zip, options, &written)?;
    zip.finish().map_err(std::io::Error::from)?.sync_all()?;
    let rows: u64 = written.iter().map(|part| part.rows).sum();
    let event = || Event::of("organisation-exported", "organisation", organisation).with(json!({ "rows": rows }));
    db.write(&actor, async |tx| Ok(journal::note(&tx, organisation, event()).await?)).await?;
    Ok(written)
}

async fn write_rows(
    db: &Db,
    actor: &Actor,
    organisation: OrganisationId,
    part: &Part,
    to: &mut ZipWriter<File>,
) -> Result<(u64, String), DepartureError> {
    let (mut rows, mut hash) = (0_u64, Sha256::new());
    loop {
        let fetch = async |tx: kit::db::Tx| {
            let owner = access::may_export(tx.actor(), organisation)?;
            Ok(queries::lines(&tx, owner, part, rows).await?)
        };
        let lines: Vec<String> = db.read(actor, fetch).await.map_err(|fault: Fault| DepartureError::from(fault))?;
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
