//! Everything an organisation has in the portal, in a file of its own: to look at, to keep, to leave with; and leaving.
//!
//! Owns `departures`. It reads every row that the organisation owns, in the organisation's own scope, and the persons it
//! knows; what opens something is left out. `fotfeste export` writes it. An organisation leaves in two steps: it is
//! announced, and after the notice its rows are removed, once more written into a file before. What can only be added to
//! stays, without names, and what it points at.

pub mod access;
pub mod actions;
pub mod model;
pub mod queries;
mod tables;

pub use actions::leave::{announce, clear, plan, remove, withdraw};
pub use actions::{export, find};
pub use model::{DepartureError, Exported, Gone, NOTICE_DAYS, with_files};
