//! Allocation rounds: course, weeks, dates, rules, and how far each has come.
//!
//! Owns `rounds`. Reads `participants` in a join to find a student's rounds.

pub mod access;
pub mod actions;
mod api;
pub mod jobs;
pub mod model;
pub mod pages;
pub mod queries;
pub mod tables;

use base::Lang;
use kit::actor::{Actor, Role};
use kit::db::Tx;
use kit::fault::Fault;
use kit::format;
use kit::page::NavItem;
use kit::parts::Icon;
use kit::web::{Need, Routes};
use people::search::{Found, Kind, SHOWN};

pub use actions::{
    announce, begin_publishing, cancel, change_round, find, lacks, make_round, mark_published, of_actor, of_student,
    of_students, stop_publishing, zone_of,
};
pub use jobs::jobs;
pub use matching::Mechanism;
pub use model::{
    Contact, Dates, Draw, Lack, NoWishes, Phase, Plan, Round, RoundError, ShortLists, State, Step, Terms, Typed,
    TypedTerms, is_honest_safe, mechanism_name, mechanism_note, rewards_short_lists,
};
pub use pages::rules::chosen;
pub use pages::wizard::begin_draft;

const OFFICE: Need = Need::Role(Role::Administrator);

/// The room's routes.
pub fn routes() -> Routes {
    Routes::new()
        .merge(api::routes())
        .get("/rounds", OFFICE, pages::list)
        .get("/rounds/new", OFFICE, pages::setup::new)
        .post("/rounds/new", OFFICE, pages::setup::make)
        .post("/rounds/drafts", OFFICE, pages::wizard::begin)
        .get("/rounds/drafts/{draft}/steps/{step}", OFFICE, pages::wizard::show_step)
        .post("/rounds/drafts/{draft}/steps/{step}", OFFICE, pages::wizard::keep_step)
        .post("/rounds/drafts/{draft}/removal", OFFICE, pages::wizard::give_up)
        .get("/rounds/{round}", OFFICE, pages::overview::show_round)
        .get("/rounds/{round}/setup", OFFICE, pages::setup::edit)
        .post("/rounds/{round}/setup", OFFICE, pages::setup::save)
        .get("/rounds/{round}/announcement", OFFICE, pages::acts::show_announcement)
        .post("/rounds/{round}/announcement", OFFICE, pages::acts::announce)
        .get("/rounds/{round}/cancellation", OFFICE, pages::acts::show_cancellation)
        .post("/rounds/{round}/cancellation", OFFICE, pages::acts::cancel)
        .fresh()
        .post("/rounds/{round}/practice-clock", OFFICE, pages::acts::turn_clock)
        .get("/rounds/{round}/changes", OFFICE, pages::changes::show_changes)
        .get("/rounds/{round}/rules", OFFICE, pages::rules::show_rules)
        .get("/my/rounds", Need::Student, pages::mine::list_mine)
        .get("/my/rounds/{round}", Need::Student, pages::mine::show_mine)
}

/// The rounds that are called so, and the pages of the room that no menu holds.
/// # Errors
/// What the database answers.
pub async fn found(tx: &Tx, lang: Lang, folded: &str) -> Result<Vec<Kind>, Fault> {
    let words = crate::words(lang);
    let mut found = vec![];
    for (rounds, base) in [(of_actor(tx).await?, "/rounds"), (of_students(tx).await?, "/my/rounds")] {
        let called = rounds.iter().filter(|round| {
            let plan = round.plan();
            format::folded(&format!("{} {} {}", plan.name(), plan.course_code(), plan.course_name())).contains(folded)
        });
        found.extend(called.take(SHOWN).map(|round| Found {
            name: round.plan().name().to_owned(),
            note: format!("{} · {}", round.plan().course_name(), format::weeks(lang, round.dates().weeks())),
            href: format!("{base}/{}", round.id()),
        }));
    }
    let mut pages = vec![(words.how_heading().to_string(), "/how")];
    if tx.actor().has(Role::Administrator) {
        pages.push((words.rounds_new().to_string(), "/rounds/new"));
    }
    pages.retain(|(name, _)| format::folded(name).contains(folded));
    let page = |(name, href): (String, &str)| Found { name, note: String::new(), href: href.into() };
    found.extend(pages.into_iter().map(page));
    Ok(vec![Kind { heading: words.rounds_heading().to_string(), icon: Icon::Calendar, found }])
}

/// The room's entries of the main menu.
pub fn nav(actor: &Actor, lang: Lang) -> Vec<NavItem> {
    let words = crate::words(lang);
    let mut nav = vec![];
    if actor.has(Role::Administrator) {
        nav.push(NavItem::new("/rounds", words.rounds_nav()));
    }
    if !actor.studies_at().is_empty() {
        nav.push(NavItem::new("/my/rounds", words.rounds_nav_mine()));
    }
    nav
}
