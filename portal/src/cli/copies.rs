//! The commands for copies to fall back on.

use std::path::{Path, PathBuf};

use chrono::TimeDelta;
use kit::actor::Actor;
use kit::backup::{self, Key, Manifest, Rows};
use kit::blobs::Blobs;
use kit::db::{Db, Place};
use kit::settings::Settings;

use super::running::{Done, block_on};
use super::{err, out};
use crate::house;

/// Copies, or verifies a copy.
#[derive(clap::Args)]
pub struct Backup {
    /// Settings in TOML; FOTFESTE_… in the environment comes after
    #[arg(long, env = "FOTFESTE_CONFIG")]
    config: Option<PathBuf>,
    /// The data folder, instead of the one in the settings
    #[arg(long)]
    data: Option<PathBuf>,
    /// The file of the key, instead of the one in the settings
    #[arg(long)]
    key: Option<PathBuf>,
    /// Verify this archive instead of making one
    #[arg(long, value_name = "ARCHIVE", conflicts_with = "folder")]
    verify: Option<PathBuf>,
    /// Where the archive goes, instead of the folder in the settings
    folder: Option<PathBuf>,
}

/// Fills an empty place.
#[derive(clap::Args)]
pub struct Restore {
    /// Settings in TOML; FOTFESTE_… in the environment comes after
    #[arg(long, env = "FOTFESTE_CONFIG")]
    config: Option<PathBuf>,
    /// The data folder, instead of the one in the settings
    #[arg(long)]
    data: Option<PathBuf>,
    /// The file of the key that the archive was made with, instead of the one in the settings
    #[arg(long)]
    key: Option<PathBuf>,
    /// The newest file of persons' keys, instead of `fotfeste.keys` beside the archive; without it nothing sealed opens
    #[arg(long)]
    keys: Option<PathBuf>,
    /// The archive
    archive: PathBuf,
}

/// `fotfeste backup`
pub fn backup(asked: &Backup) -> Done {
    let settings = settings(asked.config.as_deref(), asked.data.as_deref(), asked.key.as_deref())?;
    block_on(async {
        if let Some(archive) = &asked.verify {
            let manifest = backup::check(archive, &Key::load(&settings.backup_key_file())?).await?;
            tell(archive, &manifest);
            out("every hash holds, and the database in it is whole");
            return Ok(());
        }
        if asked.folder.is_none() && is_restored(&settings).await? {
            return Err(
                "this was restored and has not taken over: the folder of the settings may be that of the real \
                        portal, whose keys would be written over; name another folder, or run `fotfeste take-over`"
                    .into(),
            );
        }
        let folder = asked.folder.clone().unwrap_or_else(|| settings.backup_folder());
        let (key, is_new) = Key::load_or_make(&settings.backup_key_file())?;
        if is_new {
            let path = settings.backup_key_file();
            out(format_args!("a key was made: {}; keep a copy elsewhere, no archive opens without it", path.display()));
        }
        let made = house::back_up(&settings, &key, &folder).await?;
        note(&settings, &made).await;
        tell(&made.path, &made.manifest);
        out(format_args!("{} bytes, read back and verified", made.bytes));
        Ok(())
    })
}

/// Lets the operator's page know; the copy is good also when it cannot.
async fn note(settings: &Settings, made: &backup::Made) {
    let every = TimeDelta::hours(i64::from(settings.backup.every_hours.max(1)));
    let told = async {
        let db = Db::open(&settings.place()).await?;
        let outcome = || house::outcome(made, 0);
        let note = async |tx| Ok(kit::routines::note_done(&tx, operating::duty::COPIES, every, outcome()).await?);
        db.write(&Actor::nobody(), note).await
    };
    if let Err(fault) = told.await {
        err(format_args!("the copy could not be noted in the database: {fault:?}"));
    }
}

/// `fotfeste restore`
pub fn restore(asked: &Restore) -> Done {
    let settings = settings(asked.config.as_deref(), asked.data.as_deref(), asked.key.as_deref())?;
    block_on(async {
        let key = Key::load(&settings.backup_key_file())?;
        let blobs = Blobs::open(&settings)?;
        let rows = Rows::of(&settings);
        let beside = || asked.archive.with_file_name(backup::KEYS);
        let keys = asked.keys.clone().or_else(|| Some(beside()).filter(|path| path.exists()));
        let manifest = backup::restore(&asked.archive, &key, &rows, &blobs, &settings.data).await?;
        tell(&asked.archive, &manifest);
        match keys {
            Some(path) => {
                let count = backup::restore_keys(&path, &key, &rows, &manifest).await?;
                out(format_args!("{}: the keys of what was told in confidence about {count} persons", path.display()));
            }
            None => out("without a file of persons' keys: what was told in confidence does not open"),
        }
        out("restored, every row counted; `fotfeste serve` brings the schema up to date");
        out("it sends, copies and removes nothing until `fotfeste take-over` says that it is the portal now");
        Ok(())
    })
}

/// `fotfeste take-over`
pub fn take_over(settings: Settings) -> Done {
    block_on(async {
        let db = Db::open(&settings.place()).await?;
        let was_held = operating::duty::take_over(&db).await.map_err(|fault| format!("{fault:?}"))?;
        out(match was_held {
            true => "this is the portal now: mails, webhooks, copies and removals go on",
            false => "nothing was held back: this was not restored, or has taken over before",
        });
        Ok(())
    })
}

async fn is_restored(settings: &Settings) -> Result<bool, Box<dyn std::error::Error>> {
    if matches!(settings.place(), Place::Sqlite(file) if !file.exists()) {
        return Ok(false); // the copy says so; to look would make an empty database
    }
    let db = Db::open(&settings.place()).await?;
    let since = db.read(&Actor::nobody(), async |tx| Ok(kit::restored::since(&tx).await?)).await;
    Ok(since.map_err(|fault| format!("{fault:?}"))?.is_some())
}

fn settings(
    config: Option<&Path>,
    data: Option<&Path>,
    key: Option<&Path>,
) -> Result<Settings, Box<dyn std::error::Error>> {
    let mut settings = Settings::load(config)?;
    if let Some(data) = data {
        settings.data = data.to_path_buf();
    }
    if let Some(key) = key {
        settings.backup.key_file = Some(key.to_path_buf());
    }
    Ok(settings.checked()?)
}

fn tell(archive: &Path, manifest: &Manifest) {
    out(format_args!(
        "{}: {} of {}, made {} by {}, {} rows in {} tables, {} blobs",
        archive.display(),
        manifest.engine,
        manifest.schema.last().map_or("no schema", String::as_str),
        manifest.made_at.format("%Y-%m-%d %H:%M:%S UTC"),
        manifest.program,
        manifest.rows(),
        manifest.tables.len(),
        manifest.blobs()
    ));
}
