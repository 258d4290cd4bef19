//! What is kept no longer than promised. A routine removes it once a day, and `fotfeste purge --dry-run` tells beforehand.
//!
//! Owns no tables: the rules name the tables of other rooms, as the data map does, and remove whole rows by their age.
//! What people signed in with who left goes after 90 days, and whoever left ten years ago is erased as `erasure` does it.
//! Files in the blob store that no row names go a day after they were written.
//! What is kept for the record (decisions, wish lists, the journal) can only be added to and is counted, not removed.

pub mod actions;
pub mod model;
pub mod queries;

use chrono::TimeDelta;
use kit::blobs::Blobs;
use kit::routines::Routine;

pub use actions::files::sweep;
pub use actions::{clear, files, run};
pub use model::{Cleared, LeftAlone, RULES, Removed, Rule, Strays, is_for_the_record};

/// The routine's name.
pub const ROUTINE: &str = "retention";

/// The room's work by the clock.
pub fn routine() -> Routine {
    Routine::new(ROUTINE, TimeDelta::hours(24), |app| async move {
        let cleared = clear(app.db(), app.part::<Blobs>(), false).await.map_err(|fault| format!("{fault:?}"))?;
        match &cleared.files {
            Ok(_) => Ok(cleared.outcome()),
            Err(error) => Err(format!("{} rows were removed; the files: {error}", cleared.gone())),
        }
    })
}
