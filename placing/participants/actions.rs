//! What people do with who takes part in a round.

use std::collections::{HashMap, HashSet};

use base::{JobId, Lang, OrganisationId, PersonId, RoundId};
use kit::actor::Owner;
use kit::db::Tx;
use kit::fault::{Fault, NotFound};
use kit::jobs::{self, NewJob};
use kit::journal::{self, Event};
use kit::mail::{Link, Mail};
use people::persons::{self, NewStudent};
use people::{notices, organisations};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::access;
use super::model::{Counts, Part, Participant, ParticipantError, STUDENTS_MAX, Sent, StudentRow};
use super::queries;
use crate::placements;
use crate::rounds::{self, Phase, Round};
use crate::sites::{self, Change};

/// The kind of job that takes many students out.
pub const OUT: &str = "withdrawals";
/// Students taken out in one transaction of it.
pub const OUT_AT_ONCE: usize = 100;

/// Adds the students who are new to the round and changes those whose number is there already. Who comes after the
/// window is late. Answers what was done, to undo it.
/// # Errors
/// The first [`ParticipantError`].
pub async fn register(tx: &Tx, round: &Round, rows: &[StudentRow]) -> Result<Vec<Change<Part>>, Fault> {
    let owner = access::may_administer(tx.actor(), round)?;
    round.open_to_changes()?;
    let changes = put(tx, owner, round, rows).await?;
    note(tx, round, "students-imported", json!({ "rows": changes.len() })).await?;
    Ok(changes)
}

/// Adds one student by hand.
/// # Errors
/// [`ParticipantError::Present`] when the number takes part already.
pub async fn add(tx: &Tx, round: &Round, row: &StudentRow) -> Result<PersonId, Fault> {
    let owner = access::may_administer(tx.actor(), round)?;
    round.open_to_changes()?;
    let key = row.student.outside_key.clone();
    let known = persons::students_by_key(tx, owner, &[key.as_str()]).await?;
    if let Some(person) = known.get(&key)
        && queries::find(tx, owner, round.id(), *person).await?.is_some()
    {
        return Err(ParticipantError::Present { key }.into());
    }
    put(tx, owner, round, std::slice::from_ref(row)).await?;
    let known = persons::students_by_key(tx, owner, &[key.as_str()]).await?;
    let person = *known.get(&key).ok_or_else(|| NotFound::of("student", &key))?;
    note(tx, round, "student-added", json!({ "person": person, "late": round.is_late(tx.now()) })).await?;
    Ok(person)
}

async fn put(tx: &Tx, owner: Owner, round: &Round, rows: &[StudentRow]) -> Result<Vec<Change<Part>>, Fault> {
    let mut seen = HashSet::with_capacity(rows.len());
    for row in rows {
        row.check()?;
        if !seen.insert(row.student.outside_key.as_str()) {
            return Err(ParticipantError::Repeated { key: row.student.outside_key.clone() }.into());
        }
    }
    let students: Vec<NewStudent> = rows.iter().map(|row| row.student.clone()).collect();
    let enrolled = persons::enrol_students(tx, round.owner(), &students).await?;
    let there: HashMap<PersonId, Participant> =
        queries::of_round(tx, owner, round.id()).await?.into_iter().map(|student| (student.person, student)).collect();
    let (mut new, mut changes) = (vec![], vec![]);
    for (row, enrolled) in rows.iter().zip(enrolled) {
        let (after, before) = (row.part(), there.get(&enrolled.person).map(|student| student.part.clone()));
        match &before {
            None => new.push((enrolled.person, after.clone())),
            Some(same) if *same == after => continue,
            Some(_) => queries::change(tx, owner, round.id(), enrolled.person, &after).await?,
        }
        changes.push(Change { before, after });
    }
    if (there.len() + new.len()) as u64 > STUDENTS_MAX {
        return Err(ParticipantError::TooMany.into());
    }
    queries::add(tx, owner, round.id(), &new, round.is_late(tx.now())).await?;
    Ok(changes)
}

/// Takes an import of students back: new ones leave the round, changed ones are as they were. The persons stay.
/// # Errors
/// [`ParticipantError::InUse`] when a new student has wishes or a place, or somebody has changed a row since.
pub async fn undo(tx: &Tx, round: &Round, changes: &[Change<Part>]) -> Result<(), Fault> {
    let owner = access::may_administer(tx.actor(), round)?;
    round.open_to_changes()?;
    let there: HashMap<String, Participant> = queries::of_round(tx, owner, round.id())
        .await?
        .into_iter()
        .map(|student| (student.part.outside_key.clone(), student))
        .collect();
    let in_use = |key: &str| ParticipantError::InUse { key: key.into() };
    let (mut gone, mut restored) = (vec![], vec![]);
    for change in changes {
        let key = &change.after.outside_key;
        let student = there.get(key).filter(|student| student.part == change.after).ok_or_else(|| in_use(key))?;
        match &change.before {
            None => gone.push(student.person),
            Some(before) => restored.push((student.person, before)),
        }
    }
    if let Some(used) = queries::first_in_use(tx, owner, round.id(), &gone).await? {
        let key =
            there.values().find(|student| student.person == used).map(|student| student.part.outside_key.as_str());
        return Err(in_use(key.unwrap_or_default()).into());
    }
    for (person, part) in restored {
        queries::change(tx, owner, round.id(), person, part).await?;
    }
    queries::remove(tx, owner, round.id(), &gone).await?;
    note(tx, round, "students-import-undone", json!({ "rows": changes.len() })).await
}

/// Takes a student out of the draw, by the student or by the office. A seat that is held becomes free; nobody else
/// moves.
/// # Errors
/// [`ParticipantError`] when the student has left already or the round is over.
pub async fn withdraw(tx: &Tx, round: &Round, person: PersonId) -> Result<(), Fault> {
    let owner = access::may_withdraw(tx.actor(), round, person)?;
    queries::find(tx, owner, round.id(), person).await?.ok_or_else(|| NotFound::of("student", person))?;
    let institution = organisations::find(tx, round.owner()).await?;
    if matches!(round.phase(tx.now(), institution.zone), Phase::Over | Phase::Cancelled) {
        return Err(ParticipantError::Over.into());
    }
    if !queries::withdraw(tx, owner, round.id(), person).await? {
        return Err(ParticipantError::WithdrawnAlready.into());
    }
    let freed = match sites::seat_of(tx, owner, round, person).await? {
        Some(_) => Some(sites::release(tx, owner, round, person).await?),
        None => None,
    };
    placements::note_withdrawal(tx, round, person).await?;
    let by_self = tx.actor().person_id() == Some(person);
    if !by_self && round.announced_at().is_some() {
        tell_withdrawn(tx, round, person, institution.lang).await?;
    }
    note(tx, round, "student-withdrawn", json!({ "person": person, "by_self": by_self, "freed": freed })).await
}

/// Takes several students out of the round. Who has left already stays out; all others leave, or nobody does.
/// # Errors
/// What [`withdraw`] answers for the first who cannot leave.
pub async fn withdraw_many(tx: &Tx, round: &Round, persons: &[PersonId]) -> Result<(), Fault> {
    for student in find_many(tx, round, persons).await?.into_iter().filter(Participant::is_active) {
        withdraw(tx, round, student.person).await?;
    }
    Ok(())
}

/// What the job that takes many students out is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutOrder {
    /// From which round
    pub round: RoundId,
    /// Who
    pub persons: Vec<PersonId>,
}

/// Takes many students out of the round by a job, so many at a time.
/// # Errors
/// What the database answers; [`NotFound`] for everybody but the office.
pub async fn withdraw_by_job(tx: &Tx, round: &Round, persons: &[PersonId]) -> Result<JobId, Fault> {
    access::may_administer(tx.actor(), round)?;
    let order = OutOrder { round: round.id(), persons: persons.to_vec() };
    let payload = serde_json::to_value(order).map_err(Fault::ours)?;
    let new = NewJob {
        started_by: tx.actor().person_id(),
        steps: i32::try_from(persons.len().div_ceil(OUT_AT_ONCE)).unwrap_or(i32::MAX),
        href: Some(format!("/rounds/{}/changes", round.id())),
        unique_key: Some(format!("{OUT}:{}", round.id())),
        ..NewJob::of(round.owner(), OUT, payload)
    };
    let job = jobs::enqueue(tx, new).await?;
    note(tx, round, "students-withdrawal-ordered", json!({ "count": persons.len(), "job": job })).await?;
    Ok(job)
}

/// The parts of these persons in the round, by student number, for the office; who takes no part is left out.
/// # Errors
/// [`NotFound`] for everybody else.
pub async fn find_many(tx: &Tx, round: &Round, persons: &[PersonId]) -> Result<Vec<Participant>, Fault> {
    let owner = access::may_administer(tx.actor(), round)?;
    let found = queries::of_persons(tx, owner, round.id(), persons).await?;
    let mut found: Vec<Participant> = found.into_values().collect();
    found.sort_by(|one, other| one.part.outside_key.cmp(&other.part.outside_key));
    Ok(found)
}

/// Takes a student who left back into the round, by the office, while places and students may change. After the window
/// they are late; a seat they had is not given back.
/// # Errors
/// [`ParticipantError::TakesPart`] when the student has not left, or [`crate::rounds::RoundError`] once the round is
/// settled.
pub async fn readmit(tx: &Tx, round: &Round, person: PersonId) -> Result<(), Fault> {
    let owner = access::may_administer(tx.actor(), round)?;
    round.open_to_changes()?;
    queries::find(tx, owner, round.id(), person).await?.ok_or_else(|| NotFound::of("student", person))?;
    let late = round.is_late(tx.now());
    if !queries::readmit(tx, owner, round.id(), person, late).await? {
        return Err(ParticipantError::TakesPart.into());
    }
    if round.announced_at().is_some() {
        let institution = organisations::find(tx, round.owner()).await?;
        tell_readmitted(tx, round, person, institution.lang).await?;
    }
    note(tx, round, "student-readmitted", json!({ "person": person, "late": late })).await
}

/// Whoever is taken back in is told.
async fn tell_readmitted(tx: &Tx, round: &Round, person: PersonId, lang: Lang) -> Result<(), Fault> {
    let (plan, contact) = (round.plan(), round.plan().contact());
    let lang = persons::find(tx, person).await?.lang.unwrap_or(lang);
    let words = crate::words(lang);
    let mail = Mail {
        owner: round.owner(),
        person,
        lang,
        kind: "student-readmitted",
        unique_key: None,
        subject: words.participants_mail_in_subject(plan.name()).to_string(),
        body: words.participants_mail_in_text(plan.name(), &contact.name, &contact.email).to_string(),
        link: Some(Link::to(words.rounds_mail_round_link(), format!("/my/rounds/{}", round.id()))),
    };
    notices::tell_now(tx, vec![mail]).await
}

/// The actor's own part in a round that they were given.
/// # Errors
/// [`NotFound`] when they take no part in it.
pub async fn myself(tx: &Tx, round: &Round) -> Result<Participant, Fault> {
    let (owner, oneself) = access::may_take_part(tx.actor(), round)?;
    let found = queries::find(tx, owner, round.id(), oneself.id()).await?;
    Ok(found.ok_or_else(|| NotFound::of("round", round.id()))?)
}

/// The rounds in which the actor takes part and has not left, at all the institutions where they study. One statement.
/// # Errors
/// What the database answers.
pub async fn taking_part(tx: &Tx) -> Result<HashSet<RoundId>, Fault> {
    match rounds::access::studies(tx.actor()) {
        Some((owners, oneself)) => Ok(queries::taking_part(tx, &owners, oneself).await?),
        None => Ok(HashSet::new()),
    }
}

/// Whoever is taken out by the office is told, and whom to write to if it is wrong.
async fn tell_withdrawn(tx: &Tx, round: &Round, person: PersonId, lang: Lang) -> Result<(), Fault> {
    let (plan, contact, lang) =
        (round.plan(), round.plan().contact(), persons::find(tx, person).await?.lang.unwrap_or(lang));
    let words = crate::words(lang);
    let text = words.participants_mail_out_text(plan.name(), &contact.name, &contact.email).to_string();
    let mail = Mail {
        owner: round.owner(),
        person,
        lang,
        kind: "student-withdrawn",
        unique_key: None,
        subject: words.participants_mail_out_subject(plan.name()).to_string(),
        body: text,
        link: Some(Link::to(words.rounds_mail_round_link(), format!("/my/rounds/{}", round.id()))),
    };
    notices::tell_now(tx, vec![mail]).await
}

/// What became of the actor's own wishes in a round that they were given; none: nothing was sent.
/// # Errors
/// [`NotFound`] outside the institution.
pub async fn sent_by_myself(tx: &Tx, round: &Round) -> Result<Option<Sent>, Fault> {
    let (owner, oneself) = access::may_take_part(tx.actor(), round)?;
    let sent = queries::sent(tx, owner, round.id(), &[oneself.id()]).await?;
    Ok(sent.get(&oneself.id()).copied())
}

/// One student's part, for the office.
/// # Errors
/// [`NotFound`] when there is no such student in the round.
pub async fn find(tx: &Tx, round: &Round, person: PersonId) -> Result<Participant, Fault> {
    let owner = access::may_administer(tx.actor(), round)?;
    let found = queries::find(tx, owner, round.id(), person).await?;
    Ok(found.ok_or_else(|| NotFound::of("student", person))?)
}

/// Everybody who takes or took part, by student number, for the office.
/// # Errors
/// [`NotFound`] for everybody else.
pub async fn of_round(tx: &Tx, round: &Round) -> Result<Vec<Participant>, Fault> {
    let owner = access::may_administer(tx.actor(), round)?;
    Ok(queries::of_round(tx, owner, round.id()).await?)
}

/// How many take part, and how many have sent wishes.
/// # Errors
/// [`NotFound`] for others than the office.
pub async fn counts(tx: &Tx, round: &Round) -> Result<Counts, Fault> {
    let owner = access::may_administer(tx.actor(), round)?;
    let counts = queries::counts(tx, &[owner], Some(round.id())).await?;
    Ok(counts.get(&round.id()).copied().unwrap_or_default())
}

async fn note(tx: &Tx, round: &Round, kind: &'static str, facts: serde_json::Value) -> Result<(), Fault> {
    Ok(journal::note(tx, round.owner(), Event::of(kind, "round", round.id()).with(facts)).await?)
}

/// How many parts these people have or had in rounds of an organisation.
/// # Errors
/// [`NotFound`] outside the organisation.
pub async fn parts_of(tx: &Tx, organisation: OrganisationId, people: &[PersonId]) -> Result<u64, Fault> {
    let owner = access::within(tx.actor(), organisation)?;
    Ok(queries::parts_of(tx, owner, people).await?)
}
