//! The commands for the key that seals what is told in confidence.

use clap::Subcommand;
use kit::db::Db;
use kit::sealed;
use kit::settings::Settings;

use super::running::{Done, block_on};
use super::{Configured, out};

/// What is asked about the key
#[derive(Subcommand)]
pub enum Sealing {
    /// Seal with a fresh key from now on; the old one stays in the file, and opens, until it is put away
    Rotate(Configured),
    /// Remove the old keys from the file, once nothing needs them
    PutAway(Configured),
    /// When the file and every copy of it are lost: give up what was sealed, and begin with a fresh key
    BeginAnew(Configured),
}

/// `fotfeste sealing`
pub fn sealing(asked: &Sealing) -> Done {
    let (Sealing::Rotate(at) | Sealing::PutAway(at) | Sealing::BeginAnew(at)) = asked;
    let settings = Settings::load(at.config.as_deref())?;
    let path = settings.sealing_key_file();
    block_on(async {
        let db = Db::open(&settings.place()).await?;
        match asked {
            Sealing::Rotate(_) => {
                let wrapped = sealed::rotate(&db, &path).await?;
                out(format_args!(
                    "{}: a fresh key seals from now on; {wrapped} persons' keys are under it",
                    path.display()
                ));
                out(
                    "keep a copy of the file elsewhere, give it to every machine that serves this database, then run `fotfeste sealing put-away`",
                );
            }
            Sealing::PutAway(_) => match sealed::put_away(&db, &path).await? {
                0 => out(format_args!("{}: the newest key alone is in it", path.display())),
                left => {
                    return Err(format!(
                        "{left} persons' keys or more need an old key; run `fotfeste sealing rotate` again"
                    )
                    .into());
                }
            },
            Sealing::BeginAnew(_) => {
                let gone = sealed::begin_anew(&db, &path).await?;
                out(format_args!("{}: a fresh key; what was sealed for {gone} persons is given up", path.display()));
                out(
                    "authenticator apps open nothing any more: people use a recovery code, or their office lets them in again",
                );
            }
        }
        Ok(())
    })
}
