//! Each week some of the looks into people's files are drawn by chance, and those whose files they are are asked whether
//! they expected it. What surprises them, or what nobody answers, comes before the organisation's administrators.
//!
//! Owns `look_samples` and `look_questions`; reads `looks`.

pub mod access;
pub mod actions;
pub mod model;
pub mod pages;
pub mod queries;
pub mod tables;

use chrono::TimeDelta;
use kit::chance;
use kit::routines::Routine;
use kit::web::{Need, Routes};
use serde_json::json;

pub use actions::{draw, escalate};
pub use pages::tasks;
pub use queries::own_data;

/// Bytes of chance in a seed.
const SEED_BYTES: usize = 16;

/// The room's work by the clock: last week's looks drawn, once for each organisation, and what nobody answered handed on.
/// Begun anew it draws nothing twice.
pub fn routine() -> Routine {
    Routine::new("look-samples", TimeDelta::hours(24), |app| async move {
        let seed = || chance::secret_hex(SEED_BYTES);
        let (drawn, escalated) = actions::every_week(app.db(), seed).await.map_err(|fault| format!("{fault:?}"))?;
        Ok(json!({ "drawn": drawn, "escalated": escalated }))
    })
}

/// The room's routes.
pub fn routes() -> Routes {
    Routes::new()
        .get("/me/questions", Need::SignedIn, pages::own)
        .private()
        .post("/me/questions/{question}/answer", Need::SignedIn, pages::answer)
        .get("/organisations/{organisation}/questions", Need::SignedIn, pages::office::list)
        .private()
        .get("/organisations/{organisation}/questions/{question}", Need::SignedIn, pages::office::ask)
        .private()
        .post("/organisations/{organisation}/questions/{question}", Need::SignedIn, pages::office::settle)
}
