//! The floor every room stands on: the one way to the database, jobs, mail, pages and their parts.

pub mod actor;
pub mod db;
pub mod fault;
