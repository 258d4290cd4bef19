//! What people do with persons, affiliations and roles.

pub mod mailboxes;
pub mod many;
pub mod mergers;
pub mod protection;
pub mod register;
pub mod restrictions;

use std::collections::{HashMap, HashSet};

use base::{Date, Lang, OrganisationId, PersonId, RoleId, UnitId, Zone};
use chrono::Days;
use kit::actor::{Actor, Held, Role};
use kit::db::{Db, Tx};
use kit::fault::{Fault, NotFound};
use kit::journal::{self, Event};
use serde_json::json;

use super::model::{Affiliation, AffiliationKind, Bound, NewPerson, NewRole, NewStudent, PersonError, Scheme, Span};
use super::{access, queries};
use crate::organisations;

/// Takes in a person who is new to the portal.
/// # Errors
/// When the actor registers nobody at this organisation.
pub async fn register_person(tx: &Tx, home: OrganisationId, new: &NewPerson) -> Result<PersonId, Fault> {
    let owner = access::may_register(tx.actor(), home)?;
    let id = tx.new_id();
    queries::add_persons(tx, owner, &[(id, new)]).await?;
    journal::note(tx, home, Event::of("person-registered", "person", id)).await?;
    Ok(id)
}

/// Binds a person to an organisation, as a student or as staff.
/// # Errors
/// [`PersonError::KeyTaken`], or when the actor registers nobody there.
pub async fn affiliate(tx: &Tx, organisation: OrganisationId, new: &Affiliation) -> Result<(), Fault> {
    let owner = access::may_register(tx.actor(), organisation)?;
    refuse_across_practice(tx, organisation, new.person).await?;
    if let Some(key) = &new.outside_key
        && queries::key_taken(tx, owner, new.kind, key).await?
    {
        return Err(PersonError::KeyTaken { key: key.clone() }.into());
    }
    queries::add_affiliations(tx, owner, std::slice::from_ref(new)).await?;
    queries::register::note_elsewhere(tx, owner, new.person).await?;
    let event = Event::of("person-affiliated", "person", new.person).with(json!({ "kind": new.kind.word() }));
    Ok(journal::note(tx, organisation, event).await?)
}

/// Nobody real is bound to a copy to practise in, and nobody invented to anything else.
async fn refuse_across_practice(tx: &Tx, organisation: OrganisationId, person: PersonId) -> Result<(), Fault> {
    let home = queries::find(tx, person).await?.home;
    if home == organisation {
        return Ok(());
    }
    let parties = organisations::find_many(tx, &[home, organisation]).await?;
    match parties.iter().any(|party| party.practice.is_some()) {
        true => Err(NotFound::of("person", person).into()),
        false => Ok(()),
    }
}

/// Ends a bond: what it opened is closed from the next request on.
/// # Errors
/// When there is no such bond, or it is not the actor's to end.
pub async fn end_affiliation(
    tx: &Tx,
    organisation: OrganisationId,
    person: PersonId,
    kind: AffiliationKind,
) -> Result<(), Fault> {
    let owner = access::may_register(tx.actor(), organisation)?;
    let yesterday = last_day_before_now(tx, organisation).await?;
    if !queries::end_affiliation(tx, owner, person, kind, yesterday).await? {
        return Err(NotFound::of("affiliation of person", person).into());
    }
    let event = Event::of("affiliation-ended", "person", person).with(json!({ "kind": kind.word() }));
    Ok(journal::note(tx, organisation, event).await?)
}

/// What [`enrol_students`] did with one student.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Enrolled {
    /// Who it is
    pub person: PersonId,
    /// Whether they were new to the organisation
    pub is_new: bool,
}

/// Finds the students of a list by their keys and takes in those who are new; answers in the order of the list.
/// What is stored about known students stays as it is: a file may be older than what they told us themselves.
/// Bounded statements for any number. The caller's own act is what the journal tells.
/// # Errors
/// A key that is missing or stands twice, or when the actor registers nobody there.
pub async fn enrol_students(
    tx: &Tx,
    organisation: OrganisationId,
    students: &[NewStudent],
) -> Result<Vec<Enrolled>, Fault> {
    let owner = access::may_register(tx.actor(), organisation)?;
    let mut seen = HashSet::with_capacity(students.len());
    for student in students {
        let key = student.outside_key.as_str();
        let got = key.chars().count();
        if key.trim().is_empty() {
            return Err(PersonError::Keyless.into());
        }
        if got > NewStudent::KEY_CHARS_MAX {
            return Err(PersonError::TooLong { field: "outside_key", got, max: NewStudent::KEY_CHARS_MAX }.into());
        }
        if !seen.insert(key) {
            return Err(PersonError::KeyTaken { key: key.to_owned() }.into());
        }
    }
    let keys: Vec<&str> = students.iter().map(|student| student.outside_key.as_str()).collect();
    let known = queries::students_by_key(tx, owner, &keys).await?;
    let enrolled: Vec<Enrolled> = students
        .iter()
        .map(|student| match known.get(&student.outside_key) {
            Some(person) => Enrolled { person: *person, is_new: false },
            None => Enrolled { person: tx.new_id(), is_new: true },
        })
        .collect();
    let new = || enrolled.iter().zip(students).filter(|(enrolled, _)| enrolled.is_new);
    let persons: Vec<_> = new().map(|(enrolled, student)| (enrolled.person, &student.person)).collect();
    queries::add_persons(tx, owner, &persons).await?;
    let affiliations: Vec<_> = new().map(|(enrolled, student)| studies(enrolled.person, student)).collect();
    queries::add_affiliations(tx, owner, &affiliations).await?;
    Ok(enrolled)
}

fn studies(person: PersonId, student: &NewStudent) -> Affiliation {
    Affiliation {
        person,
        kind: AffiliationKind::Student,
        outside_key: Some(student.outside_key.clone()),
        unit: None,
        span: Span::ALWAYS,
    }
}

/// Which of these keys belong to students of the organisation.
/// # Errors
/// When the actor registers nobody there.
pub async fn enrolled_before(tx: &Tx, organisation: OrganisationId, keys: &[&str]) -> Result<HashSet<String>, Fault> {
    let owner = access::may_register(tx.actor(), organisation)?;
    Ok(queries::students_by_key(tx, owner, keys).await?.into_keys().collect())
}

/// Whoever has one of these numbers at the organisation, as a student or as an employee: by their number.
/// # Errors
/// When the actor registers nobody there.
pub async fn numbered(
    tx: &Tx,
    organisation: OrganisationId,
    keys: &[&str],
) -> Result<HashMap<String, Vec<PersonId>>, Fault> {
    let owner = access::may_register(tx.actor(), organisation)?;
    let mut found: HashMap<String, Vec<PersonId>> = HashMap::new();
    for bond in queries::register::bonds_by_key(tx, owner, keys).await? {
        found.entry(bond.outside_key.unwrap_or_default()).or_default().push(bond.person);
    }
    Ok(found)
}

/// Says from when and until when students study here; a file tells it of those it brings.
/// One statement for each span, whatever the number of students.
/// # Errors
/// When the actor registers nobody there.
pub async fn limit_studies(tx: &Tx, organisation: OrganisationId, students: &[(&str, Span)]) -> Result<(), Fault> {
    let owner = access::may_register(tx.actor(), organisation)?;
    let mut alike: HashMap<Span, Vec<&str>> = HashMap::new();
    for (key, span) in students {
        alike.entry(*span).or_default().push(key);
    }
    for (span, keys) in alike {
        queries::limit_studies(tx, owner, &keys, span).await?;
    }
    Ok(())
}

/// Gives a role on the organisation or on a subtree of its units.
/// # Errors
/// When the actor does not hold as much there.
pub async fn give_role(tx: &Tx, organisation: OrganisationId, new: &NewRole) -> Result<RoleId, Fault> {
    let owner = access::may_give(tx.actor(), organisation, new.role, new.unit)?;
    register::refuse_beyond_own(tx, owner, new).await?;
    refuse_across_practice(tx, organisation, new.person).await?;
    protection::begin_anew(tx, owner, &[new.person]).await?;
    let id = queries::add_role(tx, owner, new).await?;
    queries::register::note_elsewhere(tx, owner, new.person).await?;
    let event =
        Event::of("role-given", "person", new.person).with(json!({ "role": new.role.word(), "unit": new.unit }));
    journal::note(tx, organisation, event).await?;
    Ok(id)
}

/// Ends a role: the next request of its holder is answered without it.
/// # Errors
/// When it is not there, or the actor does not hold as much there.
pub async fn end_role(tx: &Tx, id: RoleId) -> Result<(), Fault> {
    let found = queries::find_role(tx, &tx.actor().organisations(), id).await?;
    let missing = || NotFound::of("role", id);
    let found = found.ok_or_else(missing)?;
    let role = Role::from_word(&found.role).ok_or_else(missing)?;
    let owner = access::may_give(tx.actor(), found.owner_id, role, found.unit_id)?;
    register::refuse_of_deputy(tx, owner).await?;
    let yesterday = last_day_before_now(tx, found.owner_id).await?;
    queries::end_role(tx, owner, &found, yesterday).await?;
    let event = Event::of("role-ended", "person", found.person_id).with(json!({ "role": role.word() }));
    Ok(journal::note(tx, found.owner_id, event).await?)
}

/// Days count in the organisation's own zone.
async fn last_day_before_now(tx: &Tx, organisation: OrganisationId) -> Result<Date, Fault> {
    let zone = organisations::find(tx, organisation).await?.zone;
    Ok(tx.now().with_timezone(&zone).date_naive() - Days::new(1))
}

/// Saves one's own choice of language and look, and whether a single key opens the search, where that was chosen.
/// # Errors
/// When nobody is signed in.
pub async fn choose_profile(
    tx: &Tx,
    lang: Option<Lang>,
    scheme: Scheme,
    search_key: Option<bool>,
) -> Result<(), Fault> {
    let oneself = access::may_choose_profile(tx.actor())?;
    queries::save_profile(tx, oneself, (lang, scheme, search_key)).await?;
    // The journal is an organisation's: somebody who belongs to none any more leaves no entry.
    let home = queries::find(tx, oneself.id()).await?.home;
    let mine = tx.actor().organisations();
    match mine.iter().find(|organisation| **organisation == home).or(mine.first()) {
        Some(owner) => Ok(journal::note(tx, *owner, Event::of("profile-chosen", "person", oneself.id())).await?),
        None => Ok(()),
    }
}

/// How whoever asks is bound to organisations. A person's own rows are seen in all of them at once: the portal asks this as
/// that person, before it does something about somebody who has left.
/// # Errors
/// `NotFound` for everybody but the person.
pub async fn bound(tx: &Tx, person: PersonId) -> Result<Bound, Fault> {
    let oneself = access::is_oneself(tx.actor(), person).ok_or_else(|| NotFound::of("person", person))?;
    Ok(Bound::of(&queries::own_ends(tx, oneself).await?))
}

/// The person with every role held today, subtrees expanded. One statement for most people.
///
/// Reading goes in two steps, because on PostgreSQL a person's own rows open the organisations whose units come next.
/// # Errors
/// What the database answers.
pub async fn actor_of(db: &Db, person: PersonId, lang: Option<Lang>) -> Result<Actor, Fault> {
    let actor = db.read(&Actor::person(person), async |tx| held_today(&tx, lang).await).await?;
    if actor.held().iter().all(|held| held.units.is_none()) {
        return Ok(actor);
    }
    db.read(&actor, async |tx| expanded(&tx, lang).await).await
}

/// Roles and studies of the actor that hold today. A role on a subtree names its root alone.
async fn held_today(tx: &Tx, lang: Option<Lang>) -> Result<Actor, Fault> {
    let Some(oneself) = access::may_choose_profile(tx.actor()).ok() else { return Ok(Actor::nobody()) };
    let (mut held, mut studies_at, mut stands_for, mut chosen) = (vec![], vec![], vec![], None);
    for bond in queries::own_bonds(tx, oneself).await? {
        chosen = bond.chosen_id;
        let today = bond.time_zone.parse::<Zone>().ok().map(|zone| tx.now().with_timezone(&zone).date_naive());
        let span = Span::new(bond.from_on, bond.until_on).ok();
        if !span.zip(today).is_some_and(|(span, today)| span.holds_on(today)) {
            continue; // a zone or a span that cannot be read opens nothing
        }
        match bond.role.as_deref().map(Role::from_word) {
            Some(Some(role)) => {
                stands_for.push((bond.owner_id, bond.for_id));
                held.push(Held { organisation: bond.owner_id, role, units: bond.unit_id.map(|unit| vec![unit]) });
            }
            Some(None) => {}
            None => studies_at.push(bond.owner_id),
        }
    }
    Ok(Actor::person(oneself.id()).with(held, studies_at, lang).standing(chosen, deputising(&stands_for)))
}

/// Where nothing is held but as somebody's deputy, and whose.
fn deputising(roles: &[(OrganisationId, Option<PersonId>)]) -> Vec<(OrganisationId, PersonId)> {
    let own = |at: OrganisationId| roles.iter().any(|(organisation, whose)| *organisation == at && whose.is_none());
    roles.iter().filter(|(at, _)| !own(*at)).filter_map(|(at, whose)| Some((*at, (*whose)?))).collect()
}

/// The same actor, each subtree with all its units; one statement for each organisation with a subtree role.
async fn expanded(tx: &Tx, lang: Option<Lang>) -> Result<Actor, Fault> {
    let actor = tx.actor();
    let Some(person) = actor.person_id() else { return Ok(actor.clone()) };
    let mut roots: HashMap<OrganisationId, Vec<UnitId>> = HashMap::new();
    for held in actor.held() {
        roots.entry(held.organisation).or_default().extend(held.units.iter().flatten());
    }
    let mut below: HashMap<UnitId, Vec<UnitId>> = HashMap::new();
    for (organisation, roots) in roots {
        let Some(owner) = access::own_scope(actor, organisation) else { continue };
        for (root, unit) in organisations::units_below(tx, owner, &roots).await? {
            below.entry(root).or_default().push(unit);
        }
    }
    let grown = |held: &Held| {
        let units = held.units.as_ref().map(|roots| {
            roots.iter().flat_map(|root| below.get(root).cloned().unwrap_or_default()).collect::<Vec<_>>()
        });
        Held { units, ..held.clone() }
    };
    let held = actor.held().iter().map(grown).collect();
    let stands_for = actor.held().iter().map(|held| held.organisation);
    let stands_for = stands_for.filter_map(|at| Some((at, actor.stands_for(at)?))).collect();
    Ok(Actor::person(person).with(held, actor.studies_at().to_vec(), lang).standing(actor.here(), stands_for))
}
