//! Making a copy, stepping into it and out again, and throwing it away.

use std::collections::{HashMap, HashSet};

use base::{JobId, OrganisationId, PersonId, UnitId};
use chrono::TimeDelta;
use kit::actor::{Actor, Role};
use kit::db::{Db, Tx};
use kit::fault::{Fault, NotFound};
use kit::jobs::{self, Job, NewJob};
use kit::journal::{self, Event};
use kit::mail::{self, Sent};
use kit::web::App;
use people::organisations::{
    self, Contact, Kind, NewOrganisation, Organisation, Practice, PracticeSources, Practising,
};
use people::persons::{self, Affiliation, AffiliationKind, Line, Narrowing, NewRole, Span, invented};
use people::signin::{self, Key, Showing};
use serde_json::json;

use super::access;
use super::model::{DAYS, Order, PEOPLE_SHOWN, PracticeError};
use crate::departure;

/// The kind of job that makes a copy.
pub const MAKE: &str = "practice-copy";
/// The kind of job that throws one away.
pub const REMOVE: &str = "practice-removal";
/// Steps of making one: the organisation with its units and people, and a round each.
const STEPS: i32 = 7;
/// The number of the invented administrator among the invented people.
const ADMINISTRATOR: usize = 0;
/// Somebody who stepped in is at home again after this time.
const INSIDE_MAX: TimeDelta = TimeDelta::hours(12);

/// What there is to see before and while somebody practises.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// What is copied
    pub organisation: Organisation,
    /// The copy, when there is one
    pub copy: Option<Organisation>,
    /// The work under way
    pub job: Option<JobId>,
}

/// Whether there is a copy, and what is being done with it.
/// # Errors
/// [`NotFound`] for everybody who does not look after the whole organisation.
pub async fn standing(tx: &Tx, organisation: OrganisationId) -> Result<Standing, Fault> {
    let owner = access::may_practise(tx.actor(), organisation)?;
    let found = organisations::find(tx, organisation).await?;
    if found.practice.is_some() {
        return Err(NotFound::of("organisation", organisation).into()); // nobody practises practising
    }
    let copy = organisations::practices(tx, Some(organisation)).await?.pop();
    let job = jobs::under_way(tx, owner.id(), &key_of(organisation)).await?;
    Ok(Standing { organisation: found, copy, job })
}

fn key_of(organisation: OrganisationId) -> String {
    format!("practice:{organisation}")
}

/// Orders a copy.
/// # Errors
/// [`PracticeError::There`]; [`NotFound`] for everybody who does not look after the whole organisation.
pub async fn order(tx: &Tx, organisation: OrganisationId) -> Result<JobId, Fault> {
    let standing = standing(tx, organisation).await?;
    if standing.copy.is_some() || standing.job.is_some() {
        return Err(PracticeError::There.into());
    }
    let copy: OrganisationId = tx.new_id();
    journal::note(tx, organisation, Event::of("practice-ordered", "organisation", copy)).await?;
    enqueue(tx, organisation, MAKE, copy, STEPS).await
}

/// Orders that the copy is thrown away.
/// # Errors
/// [`NotFound`] when there is none, and for everybody who does not look after the whole organisation.
pub async fn order_removal(tx: &Tx, organisation: OrganisationId) -> Result<JobId, Fault> {
    let standing = standing(tx, organisation).await?;
    let copy = standing.copy.ok_or_else(|| NotFound::of("copy of organisation", organisation))?;
    if standing.job.is_some() {
        return Err(PracticeError::There.into());
    }
    enqueue(tx, organisation, REMOVE, copy.id, 1).await
}

async fn enqueue(
    tx: &Tx,
    organisation: OrganisationId,
    kind: &'static str,
    copy: OrganisationId,
    steps: i32,
) -> Result<JobId, Fault> {
    let payload = serde_json::to_value(Order { copy }).map_err(Fault::ours)?;
    let new = NewJob {
        steps,
        unique_key: Some(key_of(organisation)),
        href: Some(format!("/organisations/{organisation}/practice")),
        ..NewJob::of(organisation, kind, payload)
    };
    Ok(jobs::enqueue(tx, new).await?)
}

/// Makes the copy that a job was ordered to make. Begun anew it goes on where it was.
/// # Errors
/// What the database answers; when the lease of the job was lost.
pub async fn fill(app: &App, job: &Job, copy: OrganisationId) -> Result<(), Fault> {
    let (db, from) = (app.db(), job.organisation);
    let original = db.read(&job.actor(), async |tx| read(&tx, from).await).await?;
    let write = async |tx: Tx| {
        jobs::hold(&tx, job).await?;
        found(&tx, &original, copy).await
    };
    let (units, administrator) = db.write(&Actor::portal(copy), write).await?;
    jobs::progress(db, job, 1).await?;
    let practising = Practising { from, to: copy, units, administrator, job: job.clone() };
    for bring in &app.part::<PracticeSources>().0 {
        bring(db, &practising).await?;
    }
    db.write(&job.actor(), async |tx| jobs::finish(&tx, job).await).await
}

/// What is read of the organisation itself.
struct Original {
    organisation: Organisation,
    units: Vec<organisations::Unit>,
}

async fn read(tx: &Tx, from: OrganisationId) -> Result<Original, Fault> {
    let owner = access::portal_of(tx.actor(), from)?;
    let organisation = organisations::find(tx, from).await?;
    let today = organisations::today(tx, from).await?;
    let units = organisations::units(tx, owner).await?;
    let there: HashSet<_> = units.iter().filter(|unit| unit.is_there_on(today)).map(|unit| unit.id).collect();
    let stands = |unit: &organisations::Unit| {
        there.contains(&unit.id) && unit.parent.is_none_or(|parent| there.contains(&parent))
    };
    Ok(Original { organisation, units: units.into_iter().filter(stands).collect() })
}

type Units = HashMap<UnitId, UnitId>;

/// The copy with its units and the invented person who administers it; what is there already is found again.
async fn found(tx: &Tx, original: &Original, copy: OrganisationId) -> Result<(Units, PersonId), Fault> {
    let from = &original.organisation;
    let units = organisations::unit_copies(copy, &original.units);
    if organisations::find_many(tx, &[copy]).await?.is_empty() {
        let until_on = organisations::today(tx, from.id).await? + TimeDelta::days(DAYS);
        let practice = Practice { of: from.id, until_on, removed_at: None };
        organisations::register_practice(tx, copy_of(from, copy), practice).await?;
        organisations::copy_units(tx, copy, &original.units).await?;
        return Ok((units, settle(tx, copy, from).await?));
    }
    let owner = access::portal_of(tx.actor(), copy)?;
    let today = organisations::today(tx, copy).await?;
    let administrators = persons::holders(tx, owner, Role::Administrator, today).await?;
    let administrator = administrators.first().map(|(person, _)| *person);
    Ok((units, administrator.ok_or_else(|| Fault::ours("a copy without its administrator"))?))
}

fn copy_of(from: &Organisation, copy: OrganisationId) -> NewOrganisation {
    let words = crate::words(from.lang);
    let shortened: String = from.name.chars().take(Organisation::NAME_CHARS_MAX / 2).collect();
    let short: String = from.short_name.chars().take(Organisation::NAME_CHARS_MAX / 2).collect();
    NewOrganisation {
        id: copy,
        name: words.practice_name(shortened.as_str()).to_string(),
        short_name: words.practice_name(short.as_str()).to_string(),
        kind: Kind::Both, // its hosts are units of its own
        number: None,
        lang: from.lang,
        zone: from.zone,
        contact: Contact::default(),
    }
}

async fn settle(tx: &Tx, copy: OrganisationId, from: &Organisation) -> Result<PersonId, Fault> {
    let person = persons::register_person(tx, copy, &invented(copy, ADMINISTRATOR, from.lang)?).await?;
    let bond = Affiliation { person, kind: AffiliationKind::Staff, outside_key: None, unit: None, span: Span::ALWAYS };
    persons::affiliate(tx, copy, &bond).await?;
    for role in Role::ALL {
        persons::give_role(tx, copy, &NewRole { person, role, unit: None, span: Span::ALWAYS }).await?;
    }
    Ok(person)
}

/// The invented people one can be: those who work there first, then some students.
/// # Errors
/// What the database answers.
pub async fn people(db: &Db, copy: OrganisationId) -> Result<Vec<Line>, Fault> {
    let look = async |tx: Tx| {
        let mut people = vec![];
        for kind in [AffiliationKind::Staff, AffiliationKind::Student] {
            let narrowing = Narrowing { kind: Some(kind), ..Narrowing::default() };
            people.extend(persons::page(&tx, copy, &narrowing, (0, PEOPLE_SHOWN)).await?.0);
        }
        // The one who administers comes first: without them nobody can begin.
        people.sort_by_key(|line| !line.roles.iter().any(|held| held.role == Role::Administrator));
        Ok(people)
    };
    db.read(&Actor::portal(copy), look).await
}

/// What would have been sent from the copy, the latest first.
/// # Errors
/// What the database answers.
pub async fn mails(db: &Db, copy: OrganisationId) -> Result<Vec<Sent>, Fault> {
    let look = async |tx: Tx| {
        let owner = access::portal_of(tx.actor(), copy)?;
        Ok(mail::of_owner(&tx, owner).await?)
    };
    db.read(&Actor::portal(copy), look).await
}

/// Lets a session act as somebody invented, under a new value; both journals tell who. Answers the value.
/// # Errors
/// [`NotFound`] for whoever is not of the copy, and for those who do not look after the whole organisation.
pub async fn enter(
    db: &Db,
    actor: &Actor,
    session: &Key,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<Key, Fault> {
    let missing = || NotFound::of("person", person);
    let copy = db.read(actor, async |tx| standing(&tx, organisation).await).await?.copy.ok_or_else(missing)?;
    let invented =
        db.read(&Actor::nobody(), async |tx| persons::find_many(&tx, &[person]).await.map_err(Fault::from)).await?;
    if invented.get(&person).is_none_or(|person| person.home != copy.id) {
        return Err(missing().into());
    }
    let key = signin::fresh_key()?;
    let by = actor.person_id();
    let note = async |tx: Tx| {
        access::may_practise(tx.actor(), organisation)?;
        let event = Event::of("practice-entered", "organisation", copy.id).with(json!({ "as": person }));
        Ok(journal::note(&tx, organisation, event).await?)
    };
    db.write(actor, note).await?;
    let begin = async |tx: Tx| {
        let showing = Showing { support: None, person, until: tx.now() + INSIDE_MAX };
        signin::show_in_session(&tx, session, &key, showing).await?;
        let event = Event::of("practice-entered", "person", person).with(json!({ "by": by }));
        Ok(journal::note(&tx, copy.id, event).await?)
    };
    db.write(&Actor::portal(copy.id), begin).await?;
    Ok(key)
}

/// Gives a session its holder's own pages back. `None`: it shows them already.
/// # Errors
/// What the database answers.
pub async fn step_out(db: &Db, session: &Key) -> Result<Option<(Key, OrganisationId)>, Fault> {
    let shown = db.read(&Actor::nobody(), async |tx| signin::shown_in_session(&tx, session).await).await?;
    let Some(shown) = shown.filter(|shown| shown.support.is_none()) else { return Ok(None) };
    let look = async |tx: Tx| {
        let home = persons::find(&tx, shown.person).await?.home;
        organisations::find(&tx, home).await
    };
    let copy = db.read(&Actor::nobody(), look).await?;
    let Some(practice) = copy.practice else { return Ok(None) };
    let key = signin::fresh_key()?;
    let end = async |tx: Tx| {
        signin::show_own_in_session(&tx, session, &key).await?;
        Ok(journal::note(&tx, copy.id, Event::of("practice-left", "person", shown.person)).await?)
    };
    db.write(&Actor::portal(copy.id), end).await?;
    Ok(Some((key, practice.of)))
}

/// Throws a copy away: everything that can be removed goes, and what can only be added to stays without a way in.
/// # Errors
/// What the database answers; an organisation that is no copy is never touched.
pub async fn remove(db: &Db, copy: OrganisationId) -> Result<(), Fault> {
    let found = db.read(&Actor::nobody(), async |tx| organisations::find(&tx, copy).await).await?;
    let practice = found.practice.ok_or_else(|| Fault::ours("not a copy to practise in"))?;
    departure::clear(db, copy).await?;
    let close = async |tx: Tx| {
        organisations::close_practice(&tx, copy).await?;
        Ok(journal::note(&tx, copy, Event::of("practice-removed", "organisation", copy)).await?)
    };
    db.write(&Actor::portal(copy), close).await?;
    let note = async |tx: Tx| {
        let event = Event::of("practice-removed", "organisation", copy);
        Ok(journal::note(&tx, practice.of, event).await?)
    };
    db.write(&Actor::portal(practice.of), note).await
}

/// Throws away every copy whose last day is over; tells how many.
/// # Errors
/// What the database answers.
pub async fn remove_old(db: &Db) -> Result<u64, Fault> {
    let look = async |tx: Tx| {
        let over = |copy: &Organisation| {
            let today = tx.now().with_timezone(&copy.zone).date_naive();
            copy.practice.is_some_and(|practice| practice.until_on < today)
        };
        Ok(organisations::practices(&tx, None)
            .await?
            .iter()
            .filter(|copy| over(copy))
            .map(|copy| copy.id)
            .collect::<Vec<_>>())
    };
    let mut removed = 0;
    for copy in db.read(&Actor::nobody(), look).await? {
        remove(db, copy).await?;
        removed += 1;
    }
    Ok(removed)
}
