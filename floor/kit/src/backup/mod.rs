//! Copies of the whole portal to fall back on: one archive that says what it holds, is keyed by the operator, and is
//! verified before anybody trusts it.
//!
//! A copy is taken while the portal works. SQLite is copied by `VACUUM INTO`, PostgreSQL by `pg_dump` in the same
//! snapshot in which the rows are counted. The archive is a ZIP file: the database, every blob, `manifest.json` with the
//! length and SHA-256 of each, and `manifest.mac`, the manifest's HMAC under the operator's key. The key is never inside.
//! Nor are the keys of what is told in confidence: they go into a file beside the archives, see [`restore_keys`].

mod archive;
mod key;
mod keys;
mod manifest;
mod postgres;
mod sqlite;

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use base::Moment;
use sea_orm::DbErr;

pub use key::Key;
pub use keys::{KEYS, restore_keys};
pub use manifest::{Engine, Manifest, TableRows};

use crate::blobs::{BlobError, BlobId, Blobs};
use crate::db::Place;

/// What archives are called: this, then the moment, then [`ENDING`].
pub const BEGINNING: &str = "fotfeste-";
/// How the names of archives end.
pub const ENDING: &str = ".backup";

/// Why a copy was not made, not trusted or not restored. Each says what to do.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// A file or folder
    #[error("{}: {error}", path.display())]
    File {
        /// Which
        path: PathBuf,
        /// What the operating system says
        error: io::Error,
    },
    /// The archive is not what its manifest says
    #[error("{}: {what}; do not use this archive, take an older one", path.display())]
    Broken {
        /// Which archive
        path: PathBuf,
        /// What is wrong with it
        what: String,
    },
    /// Made under another key, or changed afterwards
    #[error("{}: the archive was not made with this key, or was changed afterwards; name the key it was made with, or take another archive", path.display())]
    Foreign {
        /// Which archive
        path: PathBuf,
    },
    /// The key cannot be used
    #[error("{}: {what}", path.display())]
    Key {
        /// Which file
        path: PathBuf,
        /// What is wrong and what to do
        what: String,
    },
    /// Something is there already
    #[error("{place} is not empty; restore into an empty place, then point the portal at it")]
    NotEmpty {
        /// Where
        place: String,
    },
    /// Another engine than the archive's
    #[error("the archive holds {holds} and the settings name {named}; change [database] to restore it")]
    OtherEngine {
        /// What the archive holds
        holds: Engine,
        /// What the settings name
        named: Engine,
    },
    /// The restored rows are not those that were copied
    #[error("after restoring, table {table} holds {got} and should hold {wanted}; do not use what was restored")]
    OtherRows {
        /// Which table
        table: String,
        /// What the manifest says
        wanted: String,
        /// What is there
        got: String,
    },
    /// A program of the database
    #[error("{program}: {what}")]
    Program {
        /// Which
        program: String,
        /// What it said and what to do
        what: String,
    },
    /// The owner's address is needed
    #[error("the setting database.owner_url is needed: the runtime role sees no rows of its own accord")]
    NoOwner,
    /// The database
    #[error("database: {0}")]
    Database(#[from] DbErr),
    /// The blob store
    #[error(transparent)]
    Blob(#[from] BlobError),
}

impl BackupError {
    fn file(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_path_buf();
        move |error| Self::File { path, error }
    }
}

/// Where the rows are, or shall be, and what is needed to reach all of them.
#[derive(Debug, Clone)]
pub struct Rows {
    /// Where
    pub place: Place,
    /// On PostgreSQL, the address of the role that owns the tables
    pub owner_url: Option<String>,
    /// The names of `pg_dump` and `pg_restore`, where they are not on the path
    pub tools: Tools,
}

/// The database's own programs.
#[derive(Debug, Clone)]
pub struct Tools {
    /// Copies a PostgreSQL database
    pub pg_dump: String,
    /// Fills one
    pub pg_restore: String,
}

impl Default for Tools {
    fn default() -> Self {
        Self { pg_dump: "pg_dump".into(), pg_restore: "pg_restore".into() }
    }
}

impl Rows {
    /// Those of these settings.
    pub fn of(settings: &crate::settings::Settings) -> Self {
        Self {
            place: settings.place(),
            owner_url: settings.database.owner_url.as_ref().map(|url| url.reveal().to_owned()),
            tools: Tools { pg_dump: settings.backup.pg_dump.clone(), pg_restore: settings.backup.pg_restore.clone() },
        }
    }

    fn engine(&self) -> Engine {
        match self.place {
            Place::Sqlite(_) => Engine::Sqlite,
            Place::Postgres { .. } => Engine::Postgres,
        }
    }

    fn owner(&self) -> Result<&str, BackupError> {
        self.owner_url.as_deref().ok_or(BackupError::NoOwner)
    }
}

/// What was copied of the database before it goes into the archive.
struct Copied {
    /// The copy
    file: PathBuf,
    made_at: Moment,
    /// Names of the migrations the schema has been through
    schema: Vec<String>,
    tables: Vec<TableRows>,
    /// The files that its rows name
    named: HashSet<BlobId>,
}

/// A copy that was made and verified.
#[derive(Debug, Clone)]
pub struct Made {
    /// The archive
    pub path: PathBuf,
    /// Its size
    pub bytes: u64,
    /// What it holds
    pub manifest: Manifest,
}

/// Copies everything into a new archive in `folder`, reads it back and verifies it. `program` is the portal's version,
/// `tables` are those whose rows are counted.
/// # Errors
/// [`BackupError`]; nothing is left in the folder then.
pub async fn make(
    rows: &Rows,
    blobs: &Blobs,
    tables: &[&str],
    key: &Key,
    folder: &Path,
    program: &str,
) -> Result<Made, BackupError> {
    tokio::fs::create_dir_all(folder).await.map_err(BackupError::file(folder))?;
    sweep_out(folder)?;
    let workshop = Workshop::in_folder(folder)?;
    let copied = match &rows.place {
        Place::Sqlite(file) => sqlite::copy(file, workshop.path(), tables).await?,
        Place::Postgres { .. } => postgres::copy(rows.owner()?, &rows.tools, workshop.path(), tables).await?,
    };
    let name = format!("{BEGINNING}{}{ENDING}", copied.made_at.format("%Y%m%d-%H%M%S-%3f"));
    let written = archive::write(rows.engine(), copied, blobs, key, workshop.path(), program).await?;
    check_file(&written, key, workshop.path()).await?;
    let path = folder.join(name);
    tokio::fs::rename(&written, &path).await.map_err(BackupError::file(&path))?;
    archive::flush_folder(folder)?;
    keys::copy(rows, key, folder).await?;
    let bytes = tokio::fs::metadata(&path).await.map_err(BackupError::file(&path))?.len();
    let manifest = archive::manifest(&path, key).await?;
    Ok(Made { path, bytes, manifest })
}

/// Verifies an archive: its key, the hash of everything in it, and that the database in it can be opened.
/// # Errors
/// [`BackupError`] says what is wrong with it.
pub async fn check(path: &Path, key: &Key) -> Result<Manifest, BackupError> {
    let workshop = Workshop::in_folder(&std::env::temp_dir())?;
    check_file(path, key, workshop.path()).await
}

async fn check_file(path: &Path, key: &Key, workshop: &Path) -> Result<Manifest, BackupError> {
    let manifest = archive::manifest(path, key).await?;
    let database = archive::extract_database(path, &manifest, workshop).await?;
    match manifest.engine {
        Engine::Sqlite => sqlite::verify(&database, &manifest).await?,
        Engine::Postgres => postgres::look_into(&database).await?,
    }
    archive::verify_blobs(path, &manifest).await?;
    tokio::fs::remove_file(&database).await.map_err(BackupError::file(&database))?;
    Ok(manifest)
}

/// Fills an empty place from an archive and verifies every row of it. What stands there then is marked as restored: it
/// does nothing outside its own rows until somebody says that it is the portal now, see [`crate::restored`].
/// # Errors
/// [`BackupError`]; what was there before is never touched.
pub async fn restore(path: &Path, key: &Key, rows: &Rows, blobs: &Blobs, data: &Path) -> Result<Manifest, BackupError> {
    let manifest = archive::manifest(path, key).await?;
    if manifest.engine != rows.engine() {
        return Err(BackupError::OtherEngine { holds: manifest.engine, named: rows.engine() });
    }
    // Beside the file it becomes: a rename within one folder is all or nothing.
    let beside = match &rows.place {
        Place::Sqlite(file) => {
            sqlite::refuse_existing(file)?;
            file.parent().unwrap_or(data)
        }
        Place::Postgres { .. } => data,
    };
    tokio::fs::create_dir_all(beside).await.map_err(BackupError::file(beside))?;
    archive::verify_blobs(path, &manifest).await?;
    let workshop = Workshop::in_folder(beside)?;
    let database = archive::extract_database(path, &manifest, workshop.path()).await?;
    match &rows.place {
        Place::Sqlite(file) => {
            sqlite::verify(&database, &manifest).await?;
            sqlite::mark(&database, &manifest).await?; // before it has its name: nobody ever finds it without the mark
            tokio::fs::rename(&database, file).await.map_err(BackupError::file(file))?;
            archive::flush_folder(beside)?;
        }
        Place::Postgres { .. } => postgres::fill(rows.owner()?, &rows.tools, &database, &manifest).await?,
    }
    archive::put_blobs(path, &manifest, blobs).await?;
    Ok(manifest)
}

/// The archives in a folder, newest first.
/// # Errors
/// When the folder cannot be read; one that is not there holds none.
pub fn archives(folder: &Path) -> Result<Vec<PathBuf>, BackupError> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(vec![]),
        Err(error) => return Err(BackupError::file(folder)(error)),
    };
    let is_archive = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.starts_with(BEGINNING) && name.ends_with(ENDING)
    };
    let mut found: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(is_archive).collect();
    found.sort();
    found.reverse();
    Ok(found)
}

/// Removes the oldest archives of a folder beyond the newest `keep`, and answers which.
/// # Errors
/// When one cannot be removed.
pub fn prune(folder: &Path, keep: usize) -> Result<Vec<PathBuf>, BackupError> {
    let old: Vec<PathBuf> = archives(folder)?.into_iter().skip(keep.max(1)).collect();
    for path in &old {
        std::fs::remove_file(path).map_err(BackupError::file(path))?;
    }
    Ok(old)
}

/// Removes what a process left in the folder that was killed while it made a copy. Another process may be at work there.
fn sweep_out(folder: &Path) -> Result<(), BackupError> {
    for entry in std::fs::read_dir(folder).map_err(BackupError::file(folder))? {
        let path = entry.map_err(BackupError::file(folder))?.path();
        let is_ours = path.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with(MAKING));
        if is_ours && is_left(&path) {
            tracing::warn!(path = %path.display(), "a half-made copy was left here and is removed");
            // Whoever made it may be somebody else, and another process may be first: this copy is made all the same.
            if let Err(error) = std::fs::remove_dir_all(&path) {
                tracing::warn!(path = %path.display(), %error, "a half-made copy could not be removed");
            }
        }
    }
    Ok(())
}

/// Nothing in it was written for long. What cannot be looked at is left alone.
fn is_left(folder: &Path) -> bool {
    let is_old = |path: &Path| {
        let age = std::fs::symlink_metadata(path).and_then(|meta| meta.modified()).map(|at| at.elapsed());
        matches!(age, Ok(Ok(age)) if age > LEFT_AFTER)
    };
    let Ok(mut inside) = std::fs::read_dir(folder) else { return false };
    is_old(folder) && inside.all(|entry| entry.is_ok_and(|entry| is_old(&entry.path())))
}

/// How folders for half-made things are called.
const MAKING: &str = ".making-";
/// Whoever makes a copy writes into its folder again within this time.
const LEFT_AFTER: Duration = Duration::from_secs(6 * 60 * 60);

/// A folder for half-made things, readable by nobody else, gone when dropped.
struct Workshop(PathBuf);

impl Workshop {
    fn in_folder(folder: &Path) -> Result<Self, BackupError> {
        let path = folder.join(format!("{MAKING}{}", crate::chance::secret_hex(8)));
        let made = std::os::unix::fs::DirBuilderExt::mode(&mut std::fs::DirBuilder::new(), 0o700).create(&path);
        made.map_err(BackupError::file(&path))?;
        Ok(Self(path))
    }

    fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Workshop {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.0) {
            tracing::warn!(%error, "a folder of half-made copies could not be removed");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_killed_process_left_goes_and_what_another_one_makes_stays() {
        let folder = tempfile::tempdir().unwrap();
        let made = |name: &str, hours: u64, file_hours: u64| {
            let path = folder.path().join(name);
            std::fs::create_dir(&path).unwrap();
            std::fs::write(path.join("archive"), "half").unwrap();
            for (path, hours) in [(path.join("archive"), file_hours), (path, hours)] {
                let at = std::fs::File::open(path).unwrap();
                let now = at.metadata().unwrap().modified().unwrap();
                at.set_modified(now - Duration::from_secs(hours * 60 * 60)).unwrap();
            }
        };
        made(".making-left", 7, 7);
        made(".making-slowly", 7, 1);
        made(".making-now", 0, 0);
        made("old", 7, 7);
        sweep_out(folder.path()).unwrap();
        let mut names: Vec<_> = std::fs::read_dir(folder.path()).unwrap().map(|one| one.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, [".making-now", ".making-slowly", "old"]);
    }
}
