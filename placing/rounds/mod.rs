//! Allocation rounds: course, weeks, dates, rules, and how far each has come.
//!
//! Owns `rounds`. Reads `participants` in a join to find a student's rounds.

pub mod access;
pub mod actions;
pub mod jobs;
pub mod model;
pub mod queries;
pub mod tables;

pub use actions::{
    announce, begin_publishing, cancel, change_round, copy_round, find, lacks, make_round, mark_published, of_actor,
    of_student, of_students, stop_publishing, zone_of,
};
pub use jobs::jobs;
pub use model::{Contact, Dates, Draw, Lack, NoWishes, Phase, Plan, Round, RoundError, State, Step, Typed};
