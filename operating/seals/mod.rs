//! The journal's seals: a routine seals what has been written, and anybody who holds the machine can look whether an
//! entry was changed, dropped or swapped afterwards.
//!
//! Owns no tables: the floor keeps the journal and its seals.

pub mod access;
pub mod actions;
pub mod model;

use chrono::TimeDelta;
use kit::routines::Routine;
use serde_json::json;

pub use actions::{compare, heads, seal_all, verify};
pub use model::Verdict;

/// The routine's name.
pub const ROUTINE: &str = "journal-seals";
/// An entry has its seal within so many minutes.
const EVERY_MINUTES: i64 = 10;

/// The room's work by the clock.
pub fn routine() -> Routine {
    Routine::new(ROUTINE, TimeDelta::minutes(EVERY_MINUTES), |app| async move {
        let sealed = seal_all(app.db()).await.map_err(|fault| format!("{fault:?}"))?;
        Ok(json!({ "sealed": sealed }))
    })
}
