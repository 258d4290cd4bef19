//! Organisations and their unit trees.
//!
//! Owns `organisations` (global: the parties themselves) and `units`. Other rooms ask for names, contact points and
//! time zones here, and for the units below a unit when they narrow a role.

pub mod access;
pub mod actions;
pub mod model;
pub mod queries;
pub mod tables;

pub use actions::{add_unit, register_organisation};
pub use model::{Contact, Kind, NewOrganisation, NewUnit, Organisation, OrganisationError, Unit};
pub use queries::{all, count, find, find_many, units, units_below};
