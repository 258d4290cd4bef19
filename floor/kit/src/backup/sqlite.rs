//! Copying and checking an SQLite file.

use std::collections::HashSet;
use std::path::Path;
use std::time::Duration;

use base::Moment;
use sea_orm::sqlx::sqlite::SqliteConnectOptions;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, DbErr, Statement};

use super::keys::APART;
use super::manifest::{Manifest, TableRows};
use super::{BackupError, Copied};
use crate::blobs::BlobId;
use crate::journal::seal;
use crate::restored;

/// How long the copy waits for a checkpoint that has the file to itself.
const BUSY: Duration = Duration::from_secs(30);

/// A whole copy as of one moment, while others write.
pub(super) async fn copy(file: &Path, workshop: &Path, tables: &[&str]) -> Result<Copied, BackupError> {
    let copy = workshop.join("database.sqlite");
    let live = open(file, false).await?;
    let made_at = now(&live).await?;
    let into = copy.display().to_string().replace('\'', "''");
    live.execute_unprepared(&format!("VACUUM INTO '{into}'")).await?;
    live.close().await?;
    let pruned = open(&copy, false).await?;
    pruned.execute_unprepared("PRAGMA secure_delete = ON").await?;
    for table in APART.iter().filter(|table| tables.contains(table)) {
        pruned.execute_unprepared(&format!("DELETE FROM {table}")).await?;
    }
    pruned.close().await?;
    let copied = open(&copy, true).await?;
    let (schema, tables) = (schema(&copied).await?, count(&copied, tables).await?);
    let named = named(&copied).await?;
    copied.close().await?;
    Ok(Copied { file: copy, made_at, schema, tables, named })
}

/// The file is whole, its keys hold, and it has the rows that the manifest says.
pub(super) async fn verify(file: &Path, manifest: &Manifest) -> Result<(), BackupError> {
    let broken = |what: String| BackupError::Broken { path: file.into(), what };
    let database = open(file, true).await?;
    let told: Vec<String> = texts(&database, "PRAGMA integrity_check").await?;
    if told != ["ok"] {
        return Err(broken(format!("the database says: {}", told.join("; "))));
    }
    let dangling = texts(&database, "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1").await?;
    if let Some(table) = dangling.first() {
        return Err(broken(format!("a row of {table} points at nothing")));
    }
    // Archives of the time before there were seals have none.
    if manifest.tables.iter().any(|table| table.name == "journal_seals") {
        for owner in seal::owners(&database).await? {
            if let Some(found) = seal::look_at_all(&database, owner).await?.first() {
                return Err(broken(format!("the journal was changed: {found}")));
            }
        }
    }
    let names: Vec<&str> = manifest.tables.iter().map(|table| table.name.as_str()).collect();
    for (wanted, got) in manifest.tables.iter().zip(count(&database, &names).await?) {
        if wanted.rows != got.rows {
            return Err(BackupError::OtherRows { table: got.name.clone(), wanted: wanted.told(), got: got.told() });
        }
    }
    Ok(database.close().await?)
}

/// Marks what was restored, see [`crate::restored`].
pub(super) async fn mark(file: &Path, manifest: &Manifest) -> Result<(), DbErr> {
    let database = open(file, false).await?;
    restored::mark(&database, manifest.made_at).await?;
    database.close().await
}

/// What is there is never written over, its log included.
pub(super) fn refuse_existing(file: &Path) -> Result<(), BackupError> {
    for ending in ["", "-wal", "-shm", "-journal"] {
        let path = format!("{}{ending}", file.display());
        if Path::new(&path).exists() {
            return Err(BackupError::NotEmpty { place: path });
        }
    }
    Ok(())
}

async fn open(file: &Path, read_only: bool) -> Result<DatabaseConnection, DbErr> {
    // Never `rwc`: a file that is not there is an error, not an empty portal.
    let mode = if read_only { "ro" } else { "rw" };
    let mut options = ConnectOptions::new(format!("sqlite://{}?mode={mode}", file.display()));
    options.max_connections(1).sqlx_logging(false);
    options.map_sqlx_sqlite_opts(|sqlite: SqliteConnectOptions| sqlite.busy_timeout(BUSY));
    Database::connect(options).await
}

async fn texts(database: &DatabaseConnection, sql: &str) -> Result<Vec<String>, DbErr> {
    let rows = database.query_all_raw(Statement::from_string(DbBackend::Sqlite, sql)).await?;
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}

async fn now(database: &DatabaseConnection) -> Result<Moment, DbErr> {
    let told = texts(database, "SELECT strftime('%Y-%m-%dT%H:%M:%fZ', 'now')").await?;
    let told = told.into_iter().next().unwrap_or_default();
    let parsed = chrono::DateTime::parse_from_rfc3339(&told).map(|at| at.to_utc());
    parsed.map_err(|error| DbErr::Custom(format!("the database told the time as {told:?}: {error}")))
}

async fn schema(database: &DatabaseConnection) -> Result<Vec<String>, DbErr> {
    texts(database, "SELECT version FROM seaql_migrations ORDER BY version").await
}

/// The files that rows name: a column for them is called `blob`.
async fn named(database: &DatabaseConnection) -> Result<HashSet<BlobId>, DbErr> {
    let with_files = "SELECT t.name FROM sqlite_schema t, pragma_table_info(t.name) c \
                      WHERE t.type = 'table' AND c.name = 'blob' ORDER BY t.name";
    let mut found = HashSet::new();
    for table in texts(database, with_files).await? {
        let sql = format!("SELECT DISTINCT blob FROM \"{table}\" WHERE blob IS NOT NULL");
        found.extend(texts(database, &sql).await?.iter().filter_map(|name| BlobId::of_hex(name)));
    }
    Ok(found)
}

async fn count(database: &DatabaseConnection, tables: &[&str]) -> Result<Vec<TableRows>, DbErr> {
    let mut counted = vec![];
    for name in tables {
        let sql = format!("SELECT count(*) FROM \"{name}\"");
        let row = database.query_one_raw(Statement::from_string(DbBackend::Sqlite, sql)).await?;
        let rows = row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or_default();
        counted.push(TableRows { name: (*name).to_owned(), rows, digest: None });
    }
    Ok(counted)
}
