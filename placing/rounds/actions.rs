//! What people do with a round.

use std::collections::BTreeMap;

use base::{Lang, Moment, PersonId, RoundId, RunId, Zone};
use chrono::TimeDelta;
use kit::actor::Owner;
use kit::db::Tx;
use kit::fault::{Fault, NotFound};
use kit::jobs::{self, NewJob};
use kit::journal::{self, Entry, Event};
use kit::mail::{Link, Mail};
use matching::draw::Seed;
use people::{notices, organisations, persons};
use serde_json::json;

use super::access;
use super::model::{BY_HAND, Draw, Lack, Phase, Plan, Round, RoundError, State, Step, TOLD, mechanism_name};
use super::queries::{self, Announcement};
use crate::{how, participants, sites};

/// A round the actor administers.
/// # Errors
/// [`NotFound`] for everybody else's rounds.
pub async fn find(tx: &Tx, id: RoundId) -> Result<Round, Fault> {
    let owners = access::administers(tx.actor());
    Ok(queries::find(tx, &owners, id).await?.ok_or_else(|| NotFound::of("round", id))?)
}

/// So far back the changes of a round are told.
const CHANGES_MAX: u64 = 500;

/// What was changed in a round, the latest first.
/// # Errors
/// [`NotFound`] for those who do not administer it.
pub async fn changes(tx: &Tx, round: &Round) -> Result<Vec<Entry>, Fault> {
    let owner = access::may_administer(tx.actor(), round.owner())?;
    let kinds: Vec<&str> = TOLD.into_iter().chain(BY_HAND).collect();
    Ok(journal::of_kinds(tx, owner, round.id(), &kinds, CHANGES_MAX).await?)
}

/// Every round the actor administers, the latest weeks first.
/// # Errors
/// What the database does.
pub async fn of_actor(tx: &Tx) -> Result<Vec<Round>, Fault> {
    Ok(queries::of_owners(tx, &access::administers(tx.actor())).await?)
}

/// An announced round the actor takes part in.
/// # Errors
/// [`NotFound`] for every other round.
pub async fn of_student(tx: &Tx, id: RoundId) -> Result<Round, Fault> {
    let missing = || NotFound::of("round", id);
    let (owners, oneself) = access::studies(tx.actor()).ok_or_else(missing)?;
    Ok(queries::find_of_participant(tx, &owners, oneself, id).await?.ok_or_else(missing)?)
}

/// Announced rounds the actor takes part in, the latest weeks first.
/// # Errors
/// What the database does.
pub async fn of_students(tx: &Tx) -> Result<Vec<Round>, Fault> {
    match access::studies(tx.actor()) {
        Some((owners, oneself)) => Ok(queries::of_participant(tx, &owners, oneself).await?),
        None => Ok(vec![]),
    }
}

/// The zone in which the round's deadlines are stated.
/// # Errors
/// When the institution is gone.
pub async fn zone_of(tx: &Tx, round: &Round) -> Result<Zone, Fault> {
    Ok(organisations::find(tx, round.owner()).await?.zone)
}

/// Makes a round of the actor's institution, in preparation.
/// # Errors
/// [`RoundError::NameTaken`], or [`kit::fault::Denied`] without the role.
pub async fn make_round(tx: &Tx, plan: &Plan) -> Result<RoundId, Fault> {
    let owner = access::may_make(tx.actor())?;
    refuse_taken_name(tx, owner, plan, None).await?;
    let id = tx.new_id();
    queries::add(tx, owner, id, plan).await?;
    let event = Event::of("round-made", "round", id).with(json!({ "name": plan.name() }));
    journal::note(tx, owner.id(), event).await?;
    Ok(id)
}

/// Writes the set-up form. `seen` is the edition that the form showed.
/// # Errors
/// [`RoundError::Edited`] when somebody else saved in between, [`RoundError::Frozen`] after the announcement.
pub async fn change_round(tx: &Tx, id: RoundId, seen: i32, plan: &Plan) -> Result<(), Fault> {
    let round = find(tx, id).await?;
    let owner = access::may_administer(tx.actor(), round.owner())?;
    round.open_to_planning()?;
    refuse_taken_name(tx, owner, plan, Some(id)).await?;
    let edited = RoundError::Edited { seen, now: round.edition() };
    if round.edition() != seen || !queries::replan(tx, owner, id, seen, plan).await? {
        return Err(edited.into());
    }
    Ok(journal::note(tx, owner.id(), Event::of("round-changed", "round", id)).await?)
}

async fn refuse_taken_name(tx: &Tx, owner: Owner, plan: &Plan, but: Option<RoundId>) -> Result<(), Fault> {
    if queries::has_name(tx, owner, plan, but).await? {
        return Err(RoundError::NameTaken { name: plan.name().into() }.into());
    }
    Ok(())
}

/// What the round still needs before it is announced; some of it can wait.
/// # Errors
/// [`NotFound`] for others than the office.
pub async fn lacks(tx: &Tx, round: &Round) -> Result<Vec<Lack>, Fault> {
    let owner = access::may_administer(tx.actor(), round.owner())?;
    let seats = sites::queries::supply(tx, owner, round.id()).await?.seats;
    let students = participants::queries::subjects(tx, owner, round.id()).await?;
    lacks_between(tx, owner, round, &seats, &students).await
}

/// The same for somebody who knows already what each subject is offered and who studies it.
/// # Errors
/// What the database answers.
pub async fn lacks_between(
    tx: &Tx,
    owner: Owner,
    round: &Round,
    seats: &BTreeMap<String, i64>,
    students: &BTreeMap<String, i64>,
) -> Result<Vec<Lack>, Fault> {
    let mut lacks = vec![];
    if seats.values().sum::<i64>() == 0 {
        lacks.push(Lack::Places);
    }
    if students.is_empty() {
        lacks.push(Lack::Students);
    }
    if round.plan().draw() == Draw::File && round.plan().mechanism().is_some() {
        let missing = participants::queries::without_lottery(tx, owner, round.id()).await?;
        if missing > 0 {
            lacks.push(Lack::Lottery { missing });
        }
        if let Some(number) = participants::queries::shared_lottery(tx, owner, round.id()).await? {
            lacks.push(Lack::LotteryRepeated { number });
        }
    }
    let placeless: i64 =
        students.iter().filter(|(subject, _)| !seats.contains_key(*subject)).map(|(_, count)| count).sum();
    if placeless > 0 && !lacks.contains(&Lack::Places) {
        lacks.push(Lack::Subjects { students: placeless.unsigned_abs() });
    }
    Ok(lacks)
}

/// Tells rules and dates to the students and freezes them. `secret` is chance in hexadecimal digits: the seed that the
/// promise binds us to.
/// # Errors
/// [`RoundError::NotReady`] with everything that is missing, or [`RoundError::OpensInThePast`].
pub async fn announce(tx: &Tx, id: RoundId, secret: &str) -> Result<(), Fault> {
    let round = find(tx, id).await?;
    let to = round.after(&Step::Announce, tx.now())?;
    let missing: Vec<Lack> = lacks(tx, &round).await?.into_iter().filter(|lack| lack.must_wait()).collect();
    if !missing.is_empty() {
        return Err(RoundError::NotReady(missing).into());
    }
    let seed = match round.plan().draw() {
        _ if round.plan().mechanism().is_none() => None,
        Draw::Seed => Some(Seed::from_hex(secret).map_err(|_| Fault::ours("the seed is no seed"))?),
        Draw::File => None,
    };
    let (seed, promise) = (seed.as_ref().map(Seed::to_hex), seed.as_ref().map(|seed| hex::encode(seed.promise())));
    let announcement = Announcement { seed: seed.as_deref(), promise: promise.as_deref() };
    let facts = json!({ "promise": promise, "mechanism": round.plan().terms().word() });
    moved(tx, &round, &to, Some(announcement), "round-announced", facts).await?;
    plan_mails(tx, &round).await
}

/// Calls the round off, for a reason that everybody is told. What was planned for it does not happen.
/// # Errors
/// [`RoundError`] without a reason, or once it is published.
pub async fn cancel(tx: &Tx, id: RoundId, reason: &str) -> Result<(), Fault> {
    let round = find(tx, id).await?;
    let to = round.after(&Step::Cancel { reason: reason.into() }, tx.now())?;
    moved(tx, &round, &to, None, "round-cancelled", json!({})).await?;
    call_off(tx, &round).await
}

/// Moves a round of a copy to practise in to its next moment at once: the window opens, or it closes.
/// # Errors
/// [`NotFound`] for every real round, and when the clock has nothing to move.
pub async fn turn_clock(tx: &Tx, id: RoundId) -> Result<(), Fault> {
    let round = find(tx, id).await?;
    let owner = access::may_administer(tx.actor(), round.owner())?;
    let organisation = organisations::find(tx, round.owner()).await?;
    let (open, close) = (round.dates().wishes_open_at(), round.dates().wishes_close_at());
    let turned = match round.phase(tx.now(), organisation.zone) {
        Phase::Waiting => Some((tx.now(), close)),
        Phase::Open => Some((open, tx.now())),
        _ => None,
    };
    let turned = turned.filter(|_| organisation.practice.is_some());
    let turned = turned.ok_or_else(|| NotFound::of("clock of round", id))?;
    if !queries::turn_clock(tx, owner, &round, turned).await? {
        return Err(RoundError::Edited { seen: round.edition(), now: round.edition() + 1 }.into());
    }
    Ok(journal::note(tx, owner.id(), Event::of("practice-clock-turned", "round", id)).await?)
}

/// Asks for publication of a run at a moment. The caller has checked the run.
/// # Errors
/// [`RoundError::WrongStep`] unless the window has closed and nothing is being published.
pub async fn begin_publishing(tx: &Tx, round: &Round, run: RunId, publish_at: Moment) -> Result<(), Fault> {
    let to = round.after(&Step::BeginPublishing { run, publish_at }, tx.now())?;
    moved(tx, round, &to, None, "publication-asked", json!({ "run": run, "at": publish_at })).await
}

/// Takes the request for publication back.
/// # Errors
/// [`RoundError::WrongStep`] when nothing is being published.
pub async fn stop_publishing(tx: &Tx, round: &Round) -> Result<(), Fault> {
    let to = round.after(&Step::StopPublishing, tx.now())?;
    moved(tx, round, &to, None, "publication-stopped", json!({})).await
}

/// The run is published; its seed may be seen from now on.
/// # Errors
/// [`RoundError::WrongStep`] before its moment, or when it was stopped.
pub async fn mark_published(tx: &Tx, round: &Round) -> Result<(), Fault> {
    let to = round.after(&Step::Publish, tx.now())?;
    moved(tx, round, &to, None, "round-published", json!({ "promise": round.promise(), "seed": round.seed() })).await
}

async fn moved(
    tx: &Tx,
    round: &Round,
    to: &State,
    announcement: Option<Announcement<'_>>,
    kind: &'static str,
    facts: serde_json::Value,
) -> Result<(), Fault> {
    let owner = access::may_administer(tx.actor(), round.owner())?;
    if !queries::move_to(tx, owner, round, to, announcement).await? {
        return Err(RoundError::Edited { seen: round.edition(), now: round.edition() + 1 }.into());
    }
    Ok(journal::note(tx, owner.id(), Event::of(kind, "round", round.id()).with(facts)).await?)
}

/// The kind of job that tells everybody the rules, when they are announced.
pub const ANNOUNCED: &str = "round-announced";
/// The kind of job that tells everybody that the window is open.
pub const OPENED: &str = "round-opened";
/// The kind of job that reminds those without a confirmed list.
pub const REMIND: &str = "wishes-reminder";
/// The kind of job that tells everybody that the round is called off.
pub const CANCELLED: &str = "round-cancelled";
/// Reminders go out so many hours before the wishes close.
pub const REMIND_HOURS: [i64; 2] = [48, 4];

/// What the jobs of a round need to know.
#[derive(Debug, Clone, Copy, serde::Serialize, serde::Deserialize)]
pub struct About {
    /// The round
    pub round: RoundId,
    /// Hours before the wishes close, for reminders
    #[serde(default)]
    pub hours: i64,
}

/// What will happen by itself after the announcement: the mail with the rules, the mail when the window opens, and the reminders.
async fn plan_mails(tx: &Tx, round: &Round) -> Result<(), Fault> {
    let (dates, about) = (round.dates(), About { round: round.id(), hours: 0 });
    plan_mail(tx, round, ANNOUNCED, about, tx.now()).await?;
    plan_mail(tx, round, OPENED, about, dates.wishes_open_at()).await?;
    for hours in REMIND_HOURS {
        let at = dates.wishes_close_at() - TimeDelta::hours(hours);
        // A short window needs no reminder before it has opened.
        if at > dates.wishes_open_at() {
            plan_mail(tx, round, REMIND, About { hours, ..about }, at).await?;
        }
    }
    Ok(())
}

async fn plan_mail(tx: &Tx, round: &Round, kind: &'static str, about: About, at: Moment) -> Result<(), Fault> {
    let payload = serde_json::to_value(about).map_err(Fault::ours)?;
    let job =
        NewJob { run_at: Some(at), unique_key: Some(key(kind, about)), ..NewJob::of(round.owner(), kind, payload) };
    jobs::enqueue(tx, job).await?;
    Ok(())
}

/// Planned mails of a round that is called off do not go out; those who know of the round are told.
async fn call_off(tx: &Tx, round: &Round) -> Result<(), Fault> {
    let about = About { round: round.id(), hours: 0 };
    jobs::stop(tx, round.owner(), &key(ANNOUNCED, about)).await?;
    jobs::stop(tx, round.owner(), &key(OPENED, about)).await?;
    for hours in REMIND_HOURS {
        jobs::stop(tx, round.owner(), &key(REMIND, About { hours, ..about })).await?;
    }
    match round.announced_at() {
        Some(_) => plan_mail(tx, round, CANCELLED, about, tx.now()).await,
        None => Ok(()),
    }
}

fn key(kind: &str, about: About) -> String {
    format!("{kind}:{}:{}", about.round, about.hours)
}

/// Writes the mails of one of the round's jobs to some of the students. A repeat writes none twice.
/// # Errors
/// What the database does.
pub async fn tell(tx: &Tx, kind: &'static str, about: About, students: &[PersonId]) -> Result<(), Fault> {
    let round = find(tx, about.round).await?;
    let institution = organisations::find(tx, round.owner()).await?;
    let persons = persons::find_many(tx, students).await?;
    let mails = students.iter().filter_map(|student| {
        let person = persons.get(student)?;
        let letter = Letter { round: &round, zone: institution.zone, lang: person.lang.unwrap_or(institution.lang) };
        let (subject, body, link) = letter.write(kind, person.name.given());
        let unique_key = Some(format!("{}:{student}", key(kind, about)));
        Some(Mail { owner: round.owner(), person: *student, lang: letter.lang, kind, unique_key, subject, body, link })
    });
    notices::tell_now(tx, mails.collect()).await
}

/// Whom one of the round's jobs is for; nobody once the round has moved on.
/// # Errors
/// What the database does.
pub async fn addressees(tx: &Tx, kind: &'static str, about: About) -> Result<Vec<PersonId>, Fault> {
    let round = find(tx, about.round).await?;
    let owner = access::may_administer(tx.actor(), round.owner())?;
    Ok(match (kind, round.state()) {
        (ANNOUNCED | OPENED, State::Announced) => participants::queries::active(tx, owner, round.id()).await?,
        (REMIND, State::Announced) => participants::queries::unconfirmed(tx, owner, round.id()).await?,
        (CANCELLED, State::Cancelled { .. }) => participants::queries::active(tx, owner, round.id()).await?,
        _ => vec![],
    })
}

/// One mail about a round, in the reader's language.
struct Letter<'a> {
    round: &'a Round,
    zone: Zone,
    lang: Lang,
}

impl Letter<'_> {
    fn write(&self, kind: &str, given_name: &str) -> (String, String, Option<Link>) {
        let words = crate::words(self.lang);
        let (id, plan, contact) = (self.round.id(), self.round.plan(), self.round.plan().contact());
        let deadline = kit::format::moment(self.lang, self.zone, plan.dates().wishes_close_at());
        let opens = kit::format::moment(self.lang, self.zone, plan.dates().wishes_open_at());
        let (subject, text, reason, link) = match (kind, self.round.state()) {
            (CANCELLED, State::Cancelled { reason, .. }) => (
                words.rounds_mail_cancelled_subject(plan.name()).to_string(),
                words.rounds_mail_cancelled_text(plan.name()).to_string(),
                Some(reason.clone()),
                Link::to(words.rounds_mail_round_link(), format!("/my/rounds/{id}")),
            ),
            (ANNOUNCED, _) => (
                words.rounds_mail_announced_subject(plan.name()).to_string(),
                words.rounds_mail_announced_text(plan.name(), opens).to_string(),
                None,
                Link::to(words.rounds_mail_round_link(), format!("/my/rounds/{id}")),
            ),
            (REMIND, _) => (
                words.rounds_mail_remind_subject(&deadline).to_string(),
                words.rounds_mail_remind_text(plan.name()).to_string(),
                None,
                Link::to(words.rounds_mail_wishes_link(), format!("/my/rounds/{id}/wishes")),
            ),
            _ => (
                words.rounds_mail_opened_subject(&deadline).to_string(),
                words.rounds_mail_opened_text(plan.name()).to_string(),
                None,
                Link::to(words.rounds_mail_wishes_link(), format!("/my/rounds/{id}/wishes")),
            ),
        };
        let mut parts = vec![words.rounds_mail_greeting(given_name).to_string(), text];
        let mut facts = vec![
            format!("- {}", words.rounds_mail_fact_course(plan.course_name())),
            format!("- {}", words.rounds_mail_fact_weeks(kit::format::weeks(self.lang, plan.dates().weeks()))),
        ];
        match reason {
            Some(reason) => parts.push(reason),
            None => {
                let (rule, name) = (how::Rule::of(plan), mechanism_name(self.lang, plan.mechanism()));
                facts.push(format!("- {}", words.rounds_mail_fact_deadline(&deadline)));
                facts.push(format!("- {}", words.rounds_mail_fact_mechanism(name, how::about(words, rule))));
                parts.push(how::honest_sentence(words, rule));
            }
        }
        parts.push(facts.join("\n"));
        parts.push(words.rounds_mail_contact(&contact.name, &contact.email).to_string());
        parts.push(words.rounds_mail_why().to_string());
        (subject, parts.join("\n\n"), Some(link))
    }
}
