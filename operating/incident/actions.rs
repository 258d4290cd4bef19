//! Drawing a report, and writing what is told to those it names.

use std::collections::HashMap;

use base::{Lang, OrganisationId, PersonId};
use kit::actor::Actor;
use kit::db::{Db, Tx};
use kit::fault::{Fault, NotFound};
use kit::format;
use people::{looks, organisations, persons};
use uuid::Uuid;

use super::model::{Act, Asked, Leak, Report, Touch, ids_in};
use super::{access, queries};

/// Whom an incident touched, in every organisation. A session is told as its holder's account while the session could be
/// used: what stands in the journal names who acted, and not in which of their windows.
/// # Errors
/// `NotFound` for a session that is gone; what the database answers.
pub async fn report(db: &Db, asked: &Asked) -> Result<Report, Fault> {
    let asked = narrowed(db, asked).await?;
    let all = db.read(&Actor::nobody(), async |tx| organisations::all(&tx).await).await?;
    let mut report = Report::default();
    for organisation in all {
        let look = async |tx: Tx| of_organisation(&tx, organisation.id, &asked).await;
        let part = db.read(&Actor::portal(organisation.id), look).await?;
        report.touches.extend(part.touches);
        report.is_cut |= part.is_cut;
    }
    report.touches.sort();
    report.touches.dedup();
    Ok(report)
}

/// A session is somebody's, and was open for a while.
async fn narrowed(db: &Db, asked: &Asked) -> Result<Asked, Fault> {
    let Leak::Session(handle) = asked.leak else { return Ok(*asked) };
    let found = db.read(&Actor::nobody(), async |tx| Ok(queries::session(&tx, handle).await?)).await?;
    let found = found.ok_or_else(|| NotFound::of("session", handle))?;
    Ok(Asked {
        leak: Leak::Account(found.person_id),
        from: asked.from.max(found.created_at),
        until: asked.until.min(found.expires_at),
    })
}

async fn of_organisation(tx: &Tx, organisation: OrganisationId, asked: &Asked) -> Result<Report, Fault> {
    let owner = access::may_report(tx.actor(), organisation)?;
    let by = match asked.leak {
        Leak::Account(person) => Some(person),
        _ => None,
    };
    let mut report = Report::default();
    let looks = queries::looks(tx, owner, asked, by).await?;
    let entries = queries::entries(tx, owner, asked, by).await?;
    let most = usize::try_from(Report::LINES_MAX).unwrap_or(usize::MAX);
    report.is_cut = looks.len() > most || entries.len() > most;
    let touch = |person, at, act, what: &str, by| Touch { person, at, act, what: what.to_owned(), organisation, by };
    for look in looks.iter().take(most).filter(|look| is_of(asked.leak, look.token_id.map(base::Id::uuid))) {
        report.touches.push(touch(look.person_id, look.at, Act::Shown, &look.what, Some(look.by_id)));
    }
    let token = |entry: &queries::Entry| entry.facts.get("token").and_then(|id| id.as_str()?.parse().ok());
    let named: Vec<(&queries::Entry, Vec<Uuid>)> = entries
        .iter()
        .take(most)
        .filter(|entry| is_of(asked.leak, token(entry)))
        .map(|entry| (entry, ids_in(&entry.facts).into_iter().chain(entry.subject_id).collect()))
        .collect();
    let mut ids: Vec<Uuid> = named.iter().flat_map(|(_, ids)| ids.iter().copied()).collect();
    ids.sort();
    ids.dedup();
    let persons = queries::persons_of(tx, owner, &ids).await?;
    for (entry, ids) in &named {
        let mut about: Vec<PersonId> = ids.iter().map(|id| PersonId(*id)).collect();
        about.retain(|id| persons.binary_search(id).is_ok());
        let (act, what) = told(entry);
        report.touches.extend(about.into_iter().map(|id| touch(id, entry.at, act, what, entry.person_id)));
    }
    // Lists are read by tokens alone; an account's own pages are looks.
    if !matches!(asked.leak, Leak::Account(_) | Leak::Session(_)) {
        let readings = queries::readings(tx, owner, asked).await?;
        report.is_cut |= readings.len() > most;
        for reading in readings.iter().take(most).filter(|one| is_of(asked.leak, Some(one.token_id.0))) {
            for person in queries::members(tx, owner, (reading.first_id, reading.last_id)).await? {
                report.touches.push(touch(person, reading.hour, Act::Listed, &reading.path, None));
            }
        }
    }
    Ok(report)
}

/// What an entry of the journal tells about those whom it names: by which page they stood in a file, or what was done.
fn told(entry: &queries::Entry) -> (Act, &str) {
    match entry.kind.as_str() {
        looks::FILE_TAKEN => (Act::Taken, entry.facts["what"].as_str().unwrap_or_default()),
        kind => (Act::Changed, kind),
    }
}

/// Whether a line that names this token, or none, belongs to what is asked about.
fn is_of(leak: Leak, token: Option<Uuid>) -> bool {
    match leak {
        Leak::Token(asked) => token == Some(asked.0),
        _ => true,
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
