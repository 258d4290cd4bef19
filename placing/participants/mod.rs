//! Students who take part in a round, from whichever door they come: file, form, late, and out again.
//!
//! Owns `participants`. Reads `wish_lists` in joins to say who has sent wishes, and asks `hand_placements` and `seats`
//! before a student is taken out again.

pub mod access;
pub mod actions;
pub mod import;
pub mod model;
pub mod queries;
pub mod tables;

pub use actions::{add, counts, find, myself, of_round, register, sent_by_myself, undo, withdraw};
pub use model::{Counts, Part, Participant, ParticipantError, Sent, State, StudentRow};
