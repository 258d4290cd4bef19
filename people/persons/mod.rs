//! Persons, their affiliations with organisations, and the roles they hold there.
//!
//! Owns `persons` (global: one person may belong to several organisations), `affiliations`, `roles`, `members` (the
//! register of each organisation), `role_mailboxes`, `person_mergers`, `protections` and `trustees`. Other rooms ask here for names and addresses in bulk, enrol
//! students from a file, and learn what somebody may do today. What else is kept of a person is told by the other wings:
//! the portal hands their [`TieSource`]s to the app as [`Ties`], and a [`UseSource`] to the import of people.

pub mod access;
pub mod actions;
mod api;
pub mod import;
mod jobs;
pub mod model;
pub mod pages;
pub mod queries;
pub mod tables;

use chrono::TimeDelta;
use kit::routines::Routine;
use kit::web::{Need, Routes};
use serde_json::json;

pub use actions::mailboxes::{of_owner as mailboxes, of_role as mailboxes_of};
pub use actions::many::{Chosen, chosen, confirmed};
pub use actions::protection::{find_seen, of_oneself as own_protection, sees_protected};
pub use actions::register::{Line, changeable_person as changeable, depute, file as seen, let_go, page, take_in};
pub use actions::restrictions::{is_put_away, restricted_name};
pub use jobs::jobs;
pub use model::{Kept, Mailbox, Narrowing, Standing, TieSource, Ties, UseSource, Uses};

pub use actions::{
    Enrolled, actor_of, affiliate, bound, choose_profile, end_affiliation, end_role, enrol_students, enrolled_before,
    give_role, limit_studies, numbered, register_person,
};
pub use model::{
    Affiliation, AffiliationKind, Bound, Email, NewPerson, NewRole, NewStudent, Person, PersonError, PersonName, Phone,
    Scheme, Span, invented,
};
pub use pages::roles::{HeldHere, gives_at, held_at};
pub use queries::units::{Bonds, count_at, count_by_unit, end_roles_on, follow_unit, holders_on, roots_of_others};
pub use queries::{
    affiliated, coordinators, find, find_many, find_oneself, holders, in_charge, names, of_email, of_key, own_data,
    students_by_key, students_of,
};

/// The room's work by the clock: whoever holds no role any more is trusted with nobody's protected name.
pub fn routine() -> Routine {
    Routine::new("idle-trust", TimeDelta::hours(24), |app| async move {
        let ended = actions::protection::end_idle_trust(app.db()).await.map_err(|fault| format!("{fault:?}"))?;
        Ok(json!({ "ended": ended }))
    })
}

/// The room's routes. Whoever holds a role at the organisation sees the people it reaches; what may be done is decided by
/// `access`.
pub fn routes() -> Routes {
    Routes::new()
        .merge(api::routes())
        .get("/organisations", Need::SignedIn, pages::choice::show_choice)
        .post("/organisations/{organisation}/choice", Need::SignedIn, pages::choice::choose)
        .get("/organisations/{organisation}/people", Need::SignedIn, pages::register::show_register)
        .get("/organisations/{organisation}/people.csv", Need::SignedIn, pages::register::register_file)
        .fresh()
        .get("/organisations/{organisation}/people.xlsx", Need::SignedIn, pages::register::register_file)
        .fresh()
        .get("/organisations/{organisation}/people/new", Need::SignedIn, pages::forms::ask_new)
        .post("/organisations/{organisation}/people/new", Need::SignedIn, pages::forms::take_in)
        .post("/organisations/{organisation}/people/departures/preview", Need::SignedIn, pages::many::preview)
        .post("/organisations/{organisation}/people/departures", Need::SignedIn, pages::many::let_go)
        .fresh()
        .get("/organisations/{organisation}/people/{person}", Need::SignedIn, pages::file::show_file)
        .noted()
        .get("/organisations/{organisation}/restrictions", Need::SignedIn, pages::restrictions::show_restrictions)
        .merge(person_routes())
        .merge(protection_routes())
        .merge(role_routes())
}

fn person_routes() -> Routes {
    Routes::new()
        .get("/organisations/{organisation}/people/{person}/correction", Need::SignedIn, pages::forms::ask_correction)
        .noted()
        .post("/organisations/{organisation}/people/{person}/correction", Need::SignedIn, pages::forms::correct)
        .fresh()
        .get("/organisations/{organisation}/people/{person}/affiliations", Need::SignedIn, pages::forms::ask_bond)
        .noted()
        .post("/organisations/{organisation}/people/{person}/affiliations", Need::SignedIn, pages::forms::bind)
        .post(
            "/organisations/{organisation}/people/{person}/affiliations/{affiliation}/closure",
            Need::SignedIn,
            pages::file::end_bond,
        )
        .get("/organisations/{organisation}/people/{person}/departure", Need::SignedIn, pages::file::ask_departure)
        .noted()
        .post("/organisations/{organisation}/people/{person}/departure", Need::SignedIn, pages::file::let_go)
        .fresh()
        .get("/organisations/{organisation}/people/{person}/restriction", Need::SignedIn, pages::restrictions::ask)
        .noted()
        .post(
            "/organisations/{organisation}/people/{person}/restriction",
            Need::SignedIn,
            pages::restrictions::restrict,
        )
        .fresh()
        .post(
            "/organisations/{organisation}/people/{person}/restriction/lifting",
            Need::SignedIn,
            pages::restrictions::lift,
        )
        .fresh()
        .post(
            "/organisations/{organisation}/people/{person}/restriction/lifting/withdrawal",
            Need::SignedIn,
            pages::restrictions::keep,
        )
        .fresh()
        .get("/organisations/{organisation}/people/{person}/merger", Need::SignedIn, pages::mergers::ask)
        .noted()
        .post("/organisations/{organisation}/people/{person}/merger", Need::SignedIn, pages::mergers::merge)
        .fresh()
        .post("/organisations/{organisation}/mergers/{merger}/undo", Need::SignedIn, pages::mergers::undo)
        .fresh()
}

fn protection_routes() -> Routes {
    Routes::new()
        .get("/organisations/{organisation}/people/{person}/protection", Need::SignedIn, pages::protection::ask)
        .noted()
        .post("/organisations/{organisation}/people/{person}/protection", Need::SignedIn, pages::protection::protect)
        .fresh()
        .post(
            "/organisations/{organisation}/people/{person}/protection/closure",
            Need::SignedIn,
            pages::protection::lift,
        )
        .fresh()
        .get("/organisations/{organisation}/trustees", Need::SignedIn, pages::protection::show_trustees)
        .post("/organisations/{organisation}/trustees", Need::SignedIn, pages::protection::trust)
        .fresh()
        .post("/organisations/{organisation}/trustees/{trustee}/closure", Need::SignedIn, pages::protection::distrust)
        .fresh()
}

fn role_routes() -> Routes {
    Routes::new()
        .get("/organisations/{organisation}/roles", Need::SignedIn, pages::roles::show_roles)
        .get("/organisations/{organisation}/roles.csv", Need::SignedIn, pages::roles::roles_file)
        .fresh()
        .get("/organisations/{organisation}/roles.xlsx", Need::SignedIn, pages::roles::roles_file)
        .fresh()
        .get("/organisations/{organisation}/roles/new", Need::SignedIn, pages::roles::ask_role)
        .post("/organisations/{organisation}/roles/new", Need::SignedIn, pages::roles::give)
        .fresh()
        .get("/organisations/{organisation}/mailboxes", Need::SignedIn, pages::mailboxes::show_mailboxes)
        .post("/organisations/{organisation}/mailboxes", Need::SignedIn, pages::mailboxes::add)
        .fresh()
        .post("/organisations/{organisation}/mailboxes/{mailbox}/closure", Need::SignedIn, pages::mailboxes::remove)
        .get("/organisations/{organisation}/roles/{role}", Need::SignedIn, pages::roles::show_role)
        .post("/organisations/{organisation}/roles/{role}/closure", Need::SignedIn, pages::roles::close)
        .fresh()
        .get("/organisations/{organisation}/roles/{role}/deputies", Need::SignedIn, pages::roles::ask_deputy)
        .post("/organisations/{organisation}/roles/{role}/deputies", Need::SignedIn, pages::roles::depute)
        .fresh()
}
