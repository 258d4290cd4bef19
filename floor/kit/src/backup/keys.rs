//! Persons' keys are copied apart from archives, into one file that each copy writes anew. So there is one newest file and
//! no old ones: a key that was destroyed is gone with the next copy, and with it what every archive holds sealed by it.
//! The keys are wrapped; without the installation's key the file opens nothing either.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use base::{Moment, OrganisationId, PersonId, PersonKeyId};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbErr, EntityTrait, QueryOrder, QueryResult, Set,
    Statement,
};
use serde::{Deserialize, Serialize};

use super::manifest::Manifest;
use super::{BackupError, Key, Rows};
use crate::chance;
use crate::db::Place;
use crate::tables::person_key;

/// What the file is called, beside the archives.
pub const KEYS: &str = "fotfeste.keys";
/// Tables whose rows no archive holds.
pub(super) const APART: [&str; 1] = ["person_keys"];
/// Rows in one insert: five columns each.
const ROWS_AT_ONCE: usize = 500;

#[derive(Serialize, Deserialize)]
struct Line {
    id: PersonKeyId,
    person: PersonId,
    organisation: Option<OrganisationId>,
    value: String,
    made_at: Moment,
}

/// Writes the file anew, all or nothing, and answers where.
pub(super) async fn copy(rows: &Rows, key: &Key, folder: &Path) -> Result<PathBuf, BackupError> {
    let database = open(rows, true).await?;
    let found = person_key::Entity::find().order_by_asc(person_key::Column::Id).all(&database).await?;
    database.close().await?;
    let line = |row: person_key::Model| Line {
        id: row.id,
        person: row.person_id,
        organisation: row.organisation_id,
        value: row.value,
        made_at: row.made_at,
    };
    let lines: Vec<Line> = found.into_iter().map(line).collect();
    let text = serde_json::to_string(&lines).map_err(|error| DbErr::Custom(format!("unwritable keys: {error}")))?;
    let (path, beside) = (folder.join(KEYS), folder.join(format!(".keys-{}", chance::secret_hex(8))));
    let written = format!("{}\n{text}\n", key.sign(text.as_bytes()));
    write_private(&beside, &written)?;
    std::fs::rename(&beside, &path).map_err(BackupError::file(&path))?;
    super::archive::flush_folder(folder)?;
    Ok(path)
}

fn write_private(path: &Path, text: &str) -> Result<(), BackupError> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let made = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    let mut file = made.map_err(BackupError::file(path))?;
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(BackupError::file(path))
}

/// Puts the keys of this file into a database that was restored a moment ago, those of persons who are there. Answers how
/// many. A database from before there were keys gets none.
/// # Errors
/// When the file was changed, or made under another key.
pub async fn restore_keys(path: &Path, key: &Key, rows: &Rows, manifest: &Manifest) -> Result<u64, BackupError> {
    let text = std::fs::read_to_string(path).map_err(BackupError::file(path))?;
    let (signature, lines) = text.split_once('\n').unwrap_or_default();
    let lines = lines.trim_end();
    if !key.signed(lines.as_bytes(), signature) {
        return Err(BackupError::Foreign { path: path.into() });
    }
    let broken = |error: serde_json::Error| BackupError::Broken { path: path.into(), what: error.to_string() };
    let lines: Vec<Line> = serde_json::from_str(lines).map_err(broken)?;
    if !manifest.tables.iter().any(|table| APART.contains(&table.name.as_str())) {
        return Ok(0);
    }
    let database = open(rows, false).await?;
    let persons: HashSet<PersonId> = ids(&database, "persons", PersonId).await?;
    let organisations: HashSet<OrganisationId> = ids(&database, "organisations", OrganisationId).await?;
    let known =
        |line: &Line| persons.contains(&line.person) && line.organisation.is_none_or(|id| organisations.contains(&id));
    let lines: Vec<Line> = lines.into_iter().filter(known).collect();
    for some in lines.chunks(ROWS_AT_ONCE) {
        let row = |line: &Line| person_key::ActiveModel {
            id: Set(line.id),
            person_id: Set(line.person),
            organisation_id: Set(line.organisation),
            value: Set(line.value.clone()),
            made_at: Set(line.made_at),
        };
        person_key::Entity::insert_many(some.iter().map(row)).exec_without_returning(&database).await?;
    }
    database.close().await?;
    Ok(lines.len() as u64)
}

async fn ids<T: std::hash::Hash + Eq>(
    database: &DatabaseConnection,
    table: &str,
    id: impl Fn(uuid::Uuid) -> T,
) -> Result<HashSet<T>, DbErr> {
    let sql = format!("SELECT id FROM {table}");
    let rows = database.query_all_raw(Statement::from_string(database.get_database_backend(), sql)).await?;
    let read = |row: &QueryResult| row.try_get_by_index::<uuid::Uuid>(0).map(&id);
    rows.iter().map(read).collect()
}

async fn open(rows: &Rows, read_only: bool) -> Result<DatabaseConnection, BackupError> {
    let url = match &rows.place {
        Place::Sqlite(file) => format!("sqlite://{}?mode={}", file.display(), if read_only { "ro" } else { "rw" }),
        Place::Postgres { .. } => rows.owner()?.to_owned(),
    };
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    Ok(Database::connect(options).await?)
}
