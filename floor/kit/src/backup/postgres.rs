//! Copying and filling a PostgreSQL database, by its own programs.

use std::collections::HashSet;
use std::path::Path;
use std::process::Stdio;

use base::Moment;
use percent_encoding::percent_decode_str;
use sea_orm::{
    AccessMode, ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr,
    IsolationLevel, Statement, TransactionOptions, TransactionTrait,
};
use tokio::io::AsyncReadExt;
use tokio::process::Command;
use url::Url;

use super::keys::APART;
use super::manifest::{Manifest, TableRows};
use super::{BackupError, Copied, Tools};
use crate::blobs::BlobId;
use crate::journal::seal;
use crate::restored;

/// A dump in its own format begins with this.
const MAGIC: &[u8] = b"PGDMP";
/// So much of what a program complains about is told on, in bytes.
const COMPLAINT_MAX: usize = 600;

/// Counts the rows and dumps them in one snapshot, while others write.
pub(super) async fn copy(url: &str, tools: &Tools, workshop: &Path, tables: &[&str]) -> Result<Copied, BackupError> {
    let file = workshop.join("database.dump");
    let database = connect(url).await?;
    let snapshot = database
        .begin_with_options(TransactionOptions {
            isolation_level: Some(IsolationLevel::RepeatableRead),
            access_mode: Some(AccessMode::ReadOnly),
            ..Default::default()
        })
        .await?;
    let name: String = one(&snapshot, "SELECT pg_export_snapshot()").await?;
    // Before anything is read: what was acknowledged earlier is in the snapshot.
    let made_at: Moment = one(&snapshot, "SELECT now()").await?;
    let mut dump = command(&tools.pg_dump, url)?;
    // The owner's own policy lets it see every row; without this pg_dump refuses tables with row level security.
    dump.args(["--format=custom", "--enable-row-security", "--no-password"]);
    dump.args(APART.map(|table| format!("--exclude-table-data={table}")));
    dump.arg(format!("--snapshot={name}")).arg("--file").arg(&file);
    let ((), (schema, mut tables, named)) = tokio::try_join!(run(dump, &tools.pg_dump), async {
        Ok((schema(&snapshot).await?, sum(&snapshot, tables).await?, named(&snapshot).await?))
    })?;
    for table in tables.iter_mut().filter(|table| APART.contains(&table.name.as_str())) {
        (table.rows, table.digest) = (0, Some("0".into()));
    }
    snapshot.rollback().await?;
    database.close().await?;
    Ok(Copied { file, made_at, schema, tables, named })
}

/// Whether the file is a dump at all; its hash says the rest.
pub(super) async fn look_into(file: &Path) -> Result<(), BackupError> {
    let mut begins = vec![];
    let opened = tokio::fs::File::open(file).await.map_err(BackupError::file(file))?;
    opened.take(MAGIC.len() as u64).read_to_end(&mut begins).await.map_err(BackupError::file(file))?;
    if begins == MAGIC {
        return Ok(());
    }
    Err(BackupError::Broken { path: file.into(), what: "the database in it is no dump of pg_dump".into() })
}

/// Fills an empty database in one transaction, then holds every table against the manifest.
pub(super) async fn fill(url: &str, tools: &Tools, file: &Path, manifest: &Manifest) -> Result<(), BackupError> {
    let database = connect(url).await?;
    let there: i64 = one(&database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").await?;
    if there > 0 {
        return Err(BackupError::NotEmpty { place: "the database of database.owner_url".into() });
    }
    let mut filling = command(&tools.pg_restore, url)?;
    filling.args(["--single-transaction", "--exit-on-error", "--no-password"]);
    filling.arg("--dbname").arg(name_of(&parsed(url)?)).arg(file);
    run(filling, &tools.pg_restore).await?;
    // What was filled is looked at as it was before the mark, which is set first: whoever breaks off the long look leaves
    // nothing that would begin to send.
    let snapshot = database
        .begin_with_options(TransactionOptions {
            isolation_level: Some(IsolationLevel::RepeatableRead),
            access_mode: Some(AccessMode::ReadOnly),
            ..Default::default()
        })
        .await?;
    let _: i32 = one(&snapshot, "SELECT 1").await?;
    let marking = connect(url).await?;
    restored::mark(&marking, manifest.made_at).await?;
    marking.execute_unprepared("ANALYZE").await?;
    marking.close().await?;
    hold_against(snapshot, file, manifest).await?;
    Ok(database.close().await?)
}

async fn hold_against(snapshot: DatabaseTransaction, file: &Path, manifest: &Manifest) -> Result<(), BackupError> {
    let names: Vec<&str> = manifest.tables.iter().map(|table| table.name.as_str()).collect();
    for (wanted, got) in manifest.tables.iter().zip(sum(&snapshot, &names).await?) {
        if *wanted != got {
            return Err(BackupError::OtherRows { table: got.name.clone(), wanted: wanted.told(), got: got.told() });
        }
    }
    if names.contains(&"journal_seals") {
        for owner in seal::owners(&snapshot).await? {
            if let Some(found) = seal::look_at_all(&snapshot, owner).await?.first() {
                let what = format!("the journal was changed before the copy was made: {found}");
                return Err(BackupError::Broken { path: file.into(), what });
            }
        }
    }
    Ok(snapshot.rollback().await?)
}

async fn connect(url: &str) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    Database::connect(options).await
}

async fn one<T: sea_orm::TryGetable>(database: &impl ConnectionTrait, sql: &str) -> Result<T, DbErr> {
    let row = database.query_one_raw(Statement::from_string(DbBackend::Postgres, sql)).await?;
    row.ok_or_else(|| DbErr::RecordNotFound(sql.into()))?.try_get_by_index(0)
}

async fn schema(database: &impl ConnectionTrait) -> Result<Vec<String>, DbErr> {
    texts(database, "SELECT version FROM seaql_migrations ORDER BY version").await
}

/// The files that rows name: a column for them is called `blob`.
async fn named(database: &impl ConnectionTrait) -> Result<HashSet<BlobId>, DbErr> {
    let with_files = "SELECT table_name::text FROM information_schema.columns \
                      WHERE table_schema = 'public' AND column_name = 'blob' ORDER BY 1";
    let mut found = HashSet::new();
    for table in texts(database, with_files).await? {
        let sql = format!("SELECT DISTINCT blob FROM \"{table}\" WHERE blob IS NOT NULL");
        found.extend(texts(database, &sql).await?.iter().filter_map(|name| BlobId::of_hex(name)));
    }
    Ok(found)
}

async fn texts(database: &impl ConnectionTrait, sql: &str) -> Result<Vec<String>, DbErr> {
    let rows = database.query_all_raw(Statement::from_string(DbBackend::Postgres, sql)).await?;
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}

/// Rows and a sum over their contents that does not depend on their order.
async fn sum(database: &impl ConnectionTrait, tables: &[&str]) -> Result<Vec<TableRows>, DbErr> {
    // What a value looks like as text hangs on these.
    for set in ["SET LOCAL timezone = 'UTC'", "SET LOCAL datestyle = 'ISO'", "SET LOCAL bytea_output = 'hex'"] {
        database.execute_unprepared(set).await?;
    }
    let mut counted = vec![];
    for name in tables {
        let sql = format!(
            "SELECT count(*), coalesce(sum(('x' || substr(md5(t::text), 1, 15))::bit(60)::bigint), 0)::text FROM \"{name}\" t"
        );
        let row = database.query_one_raw(Statement::from_string(DbBackend::Postgres, sql)).await?;
        let row = row.ok_or_else(|| DbErr::RecordNotFound(format!("the count of {name}")))?;
        let (rows, digest) = (row.try_get_by_index(0)?, Some(row.try_get_by_index(1)?));
        counted.push(TableRows { name: (*name).to_owned(), rows, digest });
    }
    Ok(counted)
}

fn parsed(url: &str) -> Result<Url, BackupError> {
    // The address may hold a password: it is never told.
    Url::parse(url).map_err(|error| DbErr::Custom(format!("database.owner_url cannot be read: {error}")).into())
}

fn name_of(url: &Url) -> String {
    percent_decode_str(url.path().trim_start_matches('/')).decode_utf8_lossy().into_owned()
}

/// A program of PostgreSQL that finds its database by its environment, where other users cannot read the password.
fn command(program: &str, url: &str) -> Result<Command, BackupError> {
    let url = parsed(url)?;
    let mut command = Command::new(program);
    let plain = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    command.env("PGDATABASE", name_of(&url)).env("PGUSER", plain(url.username()));
    if let Some(host) = url.host_str() {
        command.env("PGHOST", plain(host));
    }
    if let Some(port) = url.port() {
        command.env("PGPORT", port.to_string());
    }
    if let Some(password) = url.password() {
        command.env("PGPASSWORD", plain(password));
    }
    for (key, value) in url.query_pairs() {
        let variable = match key.as_ref() {
            "host" => "PGHOST",
            "port" => "PGPORT",
            "user" => "PGUSER",
            "password" => "PGPASSWORD",
            "dbname" => "PGDATABASE",
            "sslmode" | "ssl-mode" => "PGSSLMODE",
            "sslrootcert" | "ssl-root-cert" | "ssl-ca" => "PGSSLROOTCERT",
            "sslcert" | "ssl-cert" => "PGSSLCERT",
            "sslkey" | "ssl-key" => "PGSSLKEY",
            _ => continue,
        };
        command.env(variable, value.as_ref());
    }
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).kill_on_drop(true);
    Ok(command)
}

async fn run(mut command: Command, program: &str) -> Result<(), BackupError> {
    let failed = |what: String| BackupError::Program { program: program.into(), what };
    let ended = command.output().await.map_err(|error| {
        failed(format!(
            "{error}; install PostgreSQL's client of the server's version, or name the program by \
             backup.pg_dump and backup.pg_restore"
        ))
    })?;
    if ended.status.success() {
        return Ok(());
    }
    let complaint = String::from_utf8_lossy(&ended.stderr).trim().to_owned();
    Err(failed(complaint[..complaint.floor_char_boundary(COMPLAINT_MAX)].to_owned()))
}
