//! Drawing a report, and writing what is told to those it names.

use std::collections::{HashMap, HashSet};

use base::{Lang, OrganisationId, PersonId, SessionId};
use kit::actor::{Actor, Owner};
use kit::db::{Db, Tx};
use kit::fault::{Fault, NotFound};
use kit::format;
use people::{looks, organisations, persons, signin};
use serde_json::Value;
use uuid::Uuid;

use super::model::{Act, Asked, Leak, Report, Touch, ids_in};
use super::{access, queries};

/// Whom an incident touched, in every organisation. A session is told as its holder's account while the session could be
/// used: what stands in the journal names who acted, and not in which of their windows.
/// # Errors
/// `NotFound` for a session that nothing knows; what the database answers.
pub async fn report(db: &Db, asked: &Asked) -> Result<Report, Fault> {
    let all = db.read(&Actor::nobody(), async |tx| organisations::all(&tx).await).await?;
    let all: Vec<OrganisationId> = all.into_iter().map(|organisation| organisation.id).collect();
    let asked = narrowed(db, &all, asked).await?;
    let mut report = Report::default();
    for organisation in all {
        let look = async |tx: Tx| of_organisation(&tx, organisation, &asked).await;
        let part = db.read(&Actor::portal(organisation), look).await?;
        report.touches.extend(part.touches);
        report.is_cut |= part.is_cut;
        report.unnamed += part.unnamed;
    }
    report.touches.sort();
    report.touches.dedup();
    Ok(report)
}

/// A session is somebody's, and was open for a while.
async fn narrowed(db: &Db, all: &[OrganisationId], asked: &Asked) -> Result<Asked, Fault> {
    let Leak::Session(handle) = asked.leak else { return Ok(*asked) };
    let there = db.read(&Actor::nobody(), async |tx| Ok(queries::session(&tx, handle).await?)).await?;
    let found = match there {
        Some(found) => Some(found),
        None => ended(db, all, handle).await?,
    };
    let found = found.ok_or_else(|| NotFound::of("session", handle))?;
    Ok(Asked {
        leak: Leak::Account(found.person_id),
        from: asked.from.max(found.created_at),
        until: asked.until.min(found.expires_at),
        ..*asked
    })
}

/// A session whose row is gone, since it was ended: the journals know when it began and when it ended.
async fn ended(db: &Db, all: &[OrganisationId], handle: SessionId) -> Result<Option<queries::Session>, Fault> {
    let mut naming = vec![];
    for organisation in all {
        let look = async |tx: Tx| {
            let owner = access::may_report(tx.actor(), *organisation)?;
            Ok(queries::naming(&tx, owner, handle).await?)
        };
        naming.extend(db.read(&Actor::portal(*organisation), look).await?);
    }
    let handle = Value::from(handle.to_string());
    let begun = naming.iter().find(|entry| entry.facts["session"] == handle);
    let begun = begun.and_then(|entry| Some((PersonId(entry.subject_id?), entry.at)));
    let is_over = |entry: &&queries::Entry| entry.facts["sessions"].as_array().is_some_and(|all| all.contains(&handle));
    let over_at = naming.iter().filter(is_over).map(|entry| entry.at).min();
    // Where no entry names its end it is taken to have lasted as long as any: rather told of too much than of too little.
    Ok(begun.map(|(person_id, created_at)| queries::Session {
        person_id,
        created_at,
        expires_at: over_at.unwrap_or(created_at + signin::SESSION_MAX),
    }))
}

async fn of_organisation(tx: &Tx, organisation: OrganisationId, asked: &Asked) -> Result<Report, Fault> {
    let owner = access::may_report(tx.actor(), organisation)?;
    let mut report = Report::default();
    let touch = |person, at, act, what: &str, by| Touch { person, at, act, what: what.to_owned(), organisation, by };
    for look in kept(queries::looks(tx, owner, asked).await?, asked, &mut report) {
        report.touches.push(touch(look.person_id, look.at, Act::Shown, &look.what, Some(look.by_id)));
    }
    let entries = kept(queries::entries(tx, owner, asked).await?, asked, &mut report);
    let named =
        |entry: &queries::Entry| -> Vec<Uuid> { ids_in(&entry.facts).into_iter().chain(entry.subject_id).collect() };
    let persons = persons_of(tx, owner, entries.iter().flat_map(named)).await?;
    for entry in &entries {
        let (act, what) = told(entry);
        let about = named(entry).into_iter().map(PersonId).filter(|id| persons.contains(id));
        report.touches.extend(about.map(|id| touch(id, entry.at, act, what, by(entry))));
    }
    let lists = kept(queries::lists(tx, owner, asked).await?, asked, &mut report);
    let persons = persons_of(tx, owner, lists.iter().flat_map(|list| ids_in(&list.people))).await?;
    for list in &lists {
        let stood = ids_in(&list.people).into_iter().map(PersonId).filter(|id| persons.contains(id));
        report.touches.extend(stood.map(|id| touch(id, list.hour, Act::Listed, &list.path, list.by_id)));
    }
    report.unnamed = queries::count_unnamed(tx, owner, asked).await?;
    Ok(report)
}

/// As many lines as were asked for; the report knows when there are more.
fn kept<L>(mut lines: Vec<L>, asked: &Asked, report: &mut Report) -> Vec<L> {
    let most = usize::try_from(asked.lines_max).unwrap_or(usize::MAX);
    report.is_cut |= lines.len() > most;
    lines.truncate(most);
    lines
}

/// Those of these ids that are persons.
async fn persons_of(tx: &Tx, owner: Owner, ids: impl Iterator<Item = Uuid>) -> Result<HashSet<PersonId>, Fault> {
    let mut ids: Vec<Uuid> = ids.collect();
    ids.sort();
    ids.dedup();
    Ok(queries::persons_of(tx, owner, &ids).await?.into_iter().collect())
}

/// Who acted. What somebody takes along while they look with another person's eyes is written by the portal, and names them.
fn by(entry: &queries::Entry) -> Option<PersonId> {
    let helper = || entry.facts.get("helper")?.as_str()?.parse().ok();
    entry.person_id.or_else(helper)
}

/// What an entry of the journal tells about those whom it names: by which page they stood in a file, or what was done.
fn told(entry: &queries::Entry) -> (Act, &str) {
    match entry.kind.as_str() {
        looks::FILE_TAKEN => (Act::Taken, entry.facts["what"].as_str().unwrap_or_default()),
        kind => (Act::Changed, kind),
    }
}

/// What is told to each person: facts, in one language.
/// # Errors
/// What the database answers.
pub async fn notices(db: &Db, report: &Report, lang: Lang) -> Result<Vec<(PersonId, String)>, Fault> {
    let all = db.read(&Actor::nobody(), async |tx| organisations::all(&tx).await).await?;
    let places: HashMap<_, _> = all.into_iter().map(|one| (one.id, (one.name, one.zone))).collect();
    let names = db.read(&Actor::nobody(), async |tx| Ok(persons::names(&tx, &report.persons()).await?)).await?;
    let words = crate::words(lang);
    let line = |touch: &Touch| {
        let (place, zone) = places.get(&touch.organisation).cloned().unwrap_or((String::new(), chrono_tz::UTC));
        let at = format::moment_with_year(lang, zone, touch.at);
        let what = match touch.act {
            Act::Shown => people::words(lang).looks_what(looks::model::page_of(&touch.what)).to_string(),
            Act::Listed => words.incident_listed().to_string(),
            Act::Taken => words.incident_taken().to_string(),
            Act::Changed => words.incident_changed().to_string(),
        };
        words.incident_line(at, place, what)
    };
    let of_one = |touches: &[Touch]| {
        let person = touches[0].person;
        let name = names.get(&person).map(ToString::to_string).unwrap_or_default();
        let mut lines: Vec<String> = touches.iter().map(line).collect();
        lines.dedup();
        (person, format!("{}\n\n{}\n\n{}", words.incident_notice(name), lines.join("\n"), words.incident_ask()))
    };
    Ok(report.touches.chunk_by(|one, next| one.person == next.person).map(of_one).collect())
}
