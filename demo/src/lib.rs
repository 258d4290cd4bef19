//! An invented town that has been at work for more than a year: two universities, a municipality with schools and
//! nursing homes, a hospital trust, a municipality in Denmark, 300 students, 600 staff, last year's rounds with their
//! results, and rounds in every phase.
//!
//! Everything in it is done through the actions that people's clicks call, on a clock that is moved through that time,
//! so journal, mails and jobs are as they would be. Names of people, places and organisations are invented.

mod access;
mod chance;
mod parties;
mod places;
mod roster;
mod rounds;
mod staff;

use base::{Lang, Zone};
use kit::actor::Actor;
use kit::db::Db;
use kit::fault::{Fault, Kind, Problem};
use kit::jobs::Handler;
use kit::journal::{self, Event};
use kit::web::App;
use people::organisations::{self, Organisation};
use people::signin::{Persona, Personas};
use serde_json::json;

use chance::Chance;
use rounds::{Fates, Story};

/// The words of the personas.
pub mod words {
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

pub use words::Words;

/// Where the universities lie.
const ZONE: Zone = chrono_tz::Europe::Oslo;
/// What the journal says when the town stands.
const BUILT: &str = "demo-town-built";

/// The town could not be built.
#[derive(Debug, thiserror::Error)]
#[error("the demo town: {0}")]
pub struct Broken(&'static str);

impl Problem for Broken {
    fn kind(&self) -> Kind {
        Kind::Conflict
    }
    fn name(&self) -> &'static str {
        "demo-broken"
    }
    fn tell(&self, _: Lang) -> String {
        self.to_string()
    }
}

/// Builds the town in an empty database, or finds the one that stands there, and answers whom visitors may be.
/// # Errors
/// [`Broken`] when something else stands there, or a town that was never finished.
pub async fn build(app: &App, handlers: &[Handler]) -> Result<Personas, Fault> {
    let all = everybody(app.db()).await?;
    let fates = match fates_of(app.db(), &all).await? {
        Some(fates) => fates,
        None if all.is_empty() => found(app, handlers).await?,
        None if is_begun(&all) => {
            return Err(Broken("the town was never finished; empty the folder and start again").into());
        }
        None => return Err(Broken("the folder holds something else; choose an empty one").into()),
    };
    personas(&fates)
}

/// Whether nothing but the town stands here, whole or half built.
/// # Errors
/// What the database answers.
pub async fn is_town(db: &Db) -> Result<bool, Fault> {
    let all = everybody(db).await?;
    Ok(all.is_empty() || is_begun(&all) || fates_of(db, &all).await?.is_some())
}

async fn everybody(db: &Db) -> Result<Vec<Organisation>, Fault> {
    db.read(&Actor::nobody(), async |tx| organisations::all(&tx).await).await
}

/// The first party joins with the first step. Visitors may give it another name once the town stands.
fn is_begun(all: &[Organisation]) -> bool {
    all.iter().any(|organisation| organisation.name == parties::UNIVERSITY)
}

async fn found(app: &App, handlers: &[Handler]) -> Result<Fates, Fault> {
    let today = app.db().read(&Actor::nobody(), async |tx| Ok(tx.now())).await?;
    // The parties joined before their first round.
    app.db().shift_clock(chrono::TimeDelta::days(rounds::FIRST_DAY));
    let parties = parties::settle(app).await?;
    let office = parties.solvmark;
    let mut story = Story { app, handlers, parties: &parties, office, today, chance: Chance::of(7) };
    let fates = story.tell().await?;
    let facts = json!({ "placed": fates.placed, "unplaced": fates.unplaced });
    let event = || Event::of(BUILT, "organisation", office.id).with(facts.clone());
    let note = async |tx| Ok(journal::note(&tx, office.id, event()).await?);
    app.db().write(&Actor::portal(office.id), note).await?;
    Ok(fates)
}

/// Whom the finished town places and whom not, as the journal of one of its parties says; none: no town was finished here.
async fn fates_of(db: &Db, all: &[Organisation]) -> Result<Option<Fates>, Fault> {
    for party in all {
        let portal = Actor::portal(party.id);
        let owner = access::may_read_journal(&portal, party.id)?;
        let about = async |tx| Ok(journal::of_subject(&tx, owner, party.id).await?);
        let entries = db.read(&portal, about).await?;
        if let Some(built) = entries.into_iter().find(|entry| entry.kind == BUILT) {
            let fate = |name: &str| built.facts[name].as_str().unwrap_or_default().to_string();
            return Ok(Some(Fates { placed: fate("placed"), unplaced: fate("unplaced") }));
        }
    }
    Ok(None)
}

fn personas(fates: &Fates) -> Result<Personas, Fault> {
    let of =
        |key: &str| roster::students().iter().find(|student| student.key == key).map(|student| student.email.as_str());
    let open = roster::of(roster::Programme::Teaching).next().map(|student| student.email.as_str());
    let missing = || Broken("a student that the journal names is not in the town");
    let persona = |key, email, line| Persona { key, email, line };
    Ok(Personas(vec![
        persona("student-open", open.ok_or_else(missing)?, |lang| word(lang).personas_student_open().to_string()),
        persona("student-placed", of(&fates.placed).ok_or_else(missing)?, |lang| {
            word(lang).personas_student_placed().to_string()
        }),
        persona("student-unplaced", of(&fates.unplaced).ok_or_else(missing)?, |lang| {
            word(lang).personas_student_unplaced().to_string()
        }),
        persona("administrator", parties::ADMINISTRATOR.email, |lang| word(lang).personas_administrator().to_string()),
        persona("operator", parties::OPERATOR.email, |lang| word(lang).personas_operator().to_string()),
        persona("coordinator-municipality", parties::MUNICIPALITY_COORDINATOR.email, |lang| {
            word(lang).personas_coordinator_municipality().to_string()
        }),
        persona("coordinator-school", parties::SCHOOL_COORDINATOR.email, |lang| {
            word(lang).personas_coordinator_school().to_string()
        }),
        persona("coordinator-hospital", parties::HOSPITAL_COORDINATOR.email, |lang| {
            word(lang).personas_coordinator_hospital().to_string()
        }),
        persona("administrator-west", parties::WEST_ADMINISTRATOR.email, |lang| {
            word(lang).personas_administrator_west().to_string()
        }),
        persona("coordinator-denmark", parties::DANISH_COORDINATOR.email, |lang| {
            word(lang).personas_coordinator_denmark().to_string()
        }),
        persona("two-roles", parties::TWO_ROLES.email, |lang| word(lang).personas_two_roles().to_string()),
    ]))
}

fn word(lang: Lang) -> &'static Words {
    words::words_of(lang)
}
