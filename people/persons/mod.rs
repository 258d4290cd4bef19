//! Persons, their affiliations with organisations, and the roles they hold there.
//!
//! Owns `persons` (global: one person may belong to several organisations), `affiliations` and `roles`. Other rooms ask
//! here for names and addresses in bulk, enrol students from a file, and learn what somebody may do today.

pub mod access;
pub mod actions;
pub mod model;
pub mod queries;
pub mod tables;

pub use actions::{
    Enrolled, actor_of, affiliate, choose_profile, end_affiliation, end_role, enrol_students, enrolled_before,
    give_role, limit_studies, register_person,
};
pub use model::{
    Affiliation, AffiliationKind, Email, NewPerson, NewRole, NewStudent, Person, PersonError, PersonName, Phone,
    Scheme, Span,
};
pub use queries::units::{Bonds, count_at, count_by_unit, end_roles_on, follow_unit, holders_on};
pub use queries::{
    affiliated, coordinators, find, find_many, holders, names, of_email, of_key, students_by_key, students_of,
};
