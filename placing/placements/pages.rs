//! Placements as each party sees them.

pub mod calendar;
pub mod host;
pub mod publication;
pub mod student;
pub mod tasks;
pub mod why;
