//! Looking at everything, and the few acts of those who look after the portal.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use base::{Id, JobId, Moment, OrganisationId, PersonId};
use chrono::TimeDelta;
use kit::actor::Actor;
use kit::blobs::Blobs;
use kit::db::{Db, Heard, Tx};
use kit::fault::{Fault, NotFound};
use kit::jobs::{self, Job, JobView, NewJob};
use kit::journal::{self, Event};
use kit::mail::{Mail, Rehearsal};
use kit::restored;
use kit::routines::{self, Standing};
use kit::settings::{Settings, Transport};
use people::persons::{self, Bound, Person};
use people::{notices, organisations};
use serde_json::json;

use super::model::{self, Check, DutyError, Finding, Leaver, Operator, State};
use super::{COPIES, INSPECTION, INSPECTION_HOURS, REHEARSAL, access, queries};
use crate::seals;

/// So many jobs in trouble are shown.
const TROUBLED_MAX: u64 = 50;
/// Hours between two looks at what is kept too long.
const RETENTION_HOURS: i64 = 24;

/// A rehearsal never comes back by itself.
const NEVER_AGAIN: TimeDelta = TimeDelta::days(36_500);

/// How everything stands, in one transaction.
#[derive(Debug, Clone)]
pub struct Standings {
    /// By the database's clock
    pub now: Moment,
    /// Jobs by state
    pub counts: Vec<(jobs::State, i64)>,
    /// Jobs that were laid aside or are tried again
    pub troubled: Vec<JobView>,
    /// Since when the job waits that has been due longest
    pub waits_since: Option<Moment>,
    /// Work by the clock
    pub routines: Vec<Standing>,
    /// As of when it was restored, when it has not taken over
    pub restored: Option<Moment>,
    /// Migrations
    pub schema: Vec<String>,
    /// How many look after the portal
    pub operators: u64,
    /// How many organisations take part
    pub organisations: u64,
}

impl Standings {
    /// How this routine stands, once it has been due.
    pub fn routine(&self, id: &str) -> Option<&Standing> {
        self.routines.iter().find(|standing| standing.id == id)
    }

    /// Jobs in this state.
    pub fn count(&self, state: jobs::State) -> i64 {
        self.counts.iter().find(|(of, _)| *of == state).map_or(0, |(_, count)| *count)
    }
}

/// Looks at what the database knows.
/// # Errors
/// What the database answers.
pub async fn standing(tx: &Tx) -> Result<Standings, Fault> {
    Ok(Standings {
        now: tx.now(),
        counts: jobs::counts(tx).await?,
        troubled: jobs::troubled(tx, TROUBLED_MAX).await?,
        waits_since: jobs::waits_since(tx).await?,
        routines: routines::standings(tx).await?,
        restored: restored::since(tx).await?,
        schema: queries::schema(tx).await?,
        operators: queries::operators(tx).await?,
        organisations: organisations::count(tx).await?,
    })
}

/// Looks at everything. Thoroughly: what [`inspect`] looks at is looked at now; otherwise it is told as it was found last,
/// and not at all before there was a first time.
pub async fn examine(db: &Db, settings: &Settings, thorough: bool) -> (Vec<Finding>, Option<Standings>) {
    let read = db.read(&Actor::nobody(), async |tx| standing(&tx).await).await;
    let mut found = vec![];
    let standings = match read {
        Ok(standings) => {
            found.push(Finding::of(Check::Database, State::Good, format!("{:?}", db.backend())));
            found.extend(of_database(db, settings, &standings));
            if !thorough {
                found.extend(inspected(&standings));
            }
            Some(standings)
        }
        Err(fault) => {
            tracing::error!(?fault, "the database does not answer");
            found.push(Finding::of(Check::Database, State::Broken, ""));
            None
        }
    };
    found.extend(of_machine(settings));
    found.push(sealing(db, settings).await);
    if thorough {
        found.extend(inspect(db, settings).await);
    }
    (found, standings)
}

/// Tries the blob store, which writes to it, and holds every entry of the journal against its seal, which takes a second
/// for some hundred thousand.
pub async fn inspect(db: &Db, settings: &Settings) -> [Finding; 2] {
    [blobs(settings).await, journal(db).await]
}

/// What the last inspection found; one that is late is to be looked at whatever it found.
fn inspected(standings: &Standings) -> Vec<Finding> {
    let Some(last) = standings.routine(INSPECTION).filter(|standing| standing.done_at.is_some()) else { return vec![] };
    let (late, _) = routine_state(standings, INSPECTION, TimeDelta::hours(INSPECTION_HOURS));
    let found = [Check::Blobs, Check::Journal].into_iter().filter_map(|check| Finding::of_kept(check, &last.outcome));
    found.map(|found| Finding { state: found.state.max(late), ..found }).collect()
}

fn of_database(db: &Db, settings: &Settings, standings: &Standings) -> Vec<Finding> {
    let known = migrations::names();
    let last = standings.schema.last().cloned().unwrap_or_default();
    let schema = match known.iter().all(|step| standings.schema.contains(step)) {
        true if standings.schema.len() == known.len() => State::Good,
        true => State::Watch, // a later release has taken it further, and this one goes on working
        false => State::Broken,
    };
    #[expect(clippy::disallowed_methods, reason = "the machine's own clock is what is looked at")]
    let off = (chrono::Utc::now() + db.clock_shift() - standings.now).abs();
    let clock = if off <= model::CLOCK_OFF_MAX { State::Good } else { State::Broken };
    let every = TimeDelta::hours(i64::from(settings.backup.every_hours));
    let copies = if every.is_zero() { TimeDelta::hours(RETENTION_HOURS) } else { every };
    let restored = standings.restored.map(|at| at.format("%Y-%m-%d %H:%M:%S UTC").to_string());
    let mut found: Vec<Finding> =
        restored.into_iter().map(|at| Finding::of(Check::Restored, State::Watch, at)).collect();
    found.extend([
        Finding::of(Check::Schema, schema, last),
        Finding::of(Check::Clock, clock, format!("{} ms", off.num_milliseconds())),
        mail(settings, standings),
        work(standings),
        routine(Check::Copies, standings, COPIES, copies),
        routine(Check::Retention, standings, crate::retention::ROUTINE, TimeDelta::hours(RETENTION_HOURS)),
        operators(standings),
    ]);
    found
}

fn mail(settings: &Settings, standings: &Standings) -> Finding {
    let failing = standings.troubled.iter().filter(|job| job.kind == kit::mail::KIND).count();
    let into_folder = settings.mail.transport == Transport::Folder && !settings.demo;
    let state = if failing > 0 || into_folder { State::Watch } else { State::Good };
    let way = match settings.mail.transport {
        Transport::Folder => settings.mail_folder().display().to_string(),
        Transport::Smtp => format!("{}:{}", settings.mail.smtp_host, settings.mail.smtp_port),
    };
    Finding::of(Check::Mail, state, way)
}

fn work(standings: &Standings) -> Finding {
    let dead = standings.count(jobs::State::Dead);
    let late = standings.waits_since.is_some_and(|since| standings.now - since > model::WAIT_MAX);
    let state = match (late, dead) {
        (true, _) if standings.restored.is_some() => State::Watch, // what goes out of the house is held back
        (true, _) => State::Broken,
        (false, 0) => State::Good,
        _ => State::Watch,
    };
    Finding::of(Check::Jobs, state, format!("{} / {}", standings.count(jobs::State::Waiting), dead))
}

/// Before the first organisation there is nothing to look after.
fn operators(standings: &Standings) -> Finding {
    let state = match (standings.operators, standings.organisations) {
        (0, 1..) => State::Watch,
        _ => State::Good,
    };
    Finding::of(Check::Operators, state, standings.operators.to_string())
}

fn routine(check: Check, standings: &Standings, id: &str, every: TimeDelta) -> Finding {
    let (state, age) = routine_state(standings, id, every);
    Finding::of(check, state, age.map_or(String::new(), |age| format!("{} h", age.num_hours())))
}

/// How it is with a routine by the age of its last success.
fn routine_state(standings: &Standings, id: &str, every: TimeDelta) -> (State, Option<TimeDelta>) {
    let standing = standings.routine(id);
    let age = standing.and_then(|standing| standing.done_at).map(|at| standings.now - at);
    let failures = standing.map_or(0, |standing| standing.failures);
    let state = match model::age(age, every, failures) {
        State::Broken if standings.restored.is_some() => State::Watch, // held back, as it should be
        state => state,
    };
    (state, age)
}

fn of_machine(settings: &Settings) -> Vec<Finding> {
    vec![room(&settings.data), files(settings), address(settings), assets()]
}

fn room(folder: &Path) -> Finding {
    match rustix::fs::statvfs(folder) {
        Ok(told) => {
            let (free, all) = (told.f_bavail * told.f_frsize, told.f_blocks * told.f_frsize);
            let fact = format!("{} / {}", model::bytes(free), model::bytes(all));
            Finding::of(Check::Room, model::room(free, all), fact)
        }
        Err(error) => Finding::of(Check::Room, State::Broken, error.to_string()),
    }
}

/// Files that open something and the folder of rows are nobody else's to read.
fn files(settings: &Settings) -> Finding {
    let secrets = [
        settings.database.url_file.as_deref(),
        settings.database.owner_url_file.as_deref(),
        settings.mail.smtp_password_file.as_deref(),
        settings.blobs.s3_secret_key_file.as_deref(),
    ];
    let (data, key, sealing) = (settings.data.as_path(), settings.backup_key_file(), settings.sealing_key_file());
    let all = secrets.into_iter().flatten().chain([data, key.as_path(), sealing.as_path()]);
    let open = |path: &&Path| std::fs::metadata(path).is_ok_and(|meta| meta.permissions().mode() & 0o007 != 0);
    let open: Vec<String> = all.filter(open).map(|path| path.display().to_string()).collect();
    let state = if open.is_empty() || settings.demo { State::Good } else { State::Watch };
    Finding::of(Check::Files, state, if open.is_empty() { data.display().to_string() } else { open.join(", ") })
}

fn address(settings: &Settings) -> Finding {
    let state = match (settings.is_https(), settings.demo, settings.failpoints) {
        (_, true, _) | (true, false, false) => State::Good,
        (true, false, true) => State::Broken,
        (false, false, _) => State::Watch,
    };
    Finding::of(Check::Address, state, settings.base_url.clone())
}

fn assets() -> Finding {
    let state = if kit::assets::present() { State::Good } else { State::Broken };
    Finding::of(Check::Assets, state, "")
}

/// A key that others can read is found by [`files`]; here it is whether it is there, and the right one.
async fn sealing(db: &Db, settings: &Settings) -> Finding {
    match kit::sealed::examine(db, &settings.sealing_key_file()).await {
        Ok(name) => Finding::of(Check::Sealing, State::Good, name),
        Err(error) => Finding::of(Check::Sealing, State::Broken, error.to_string()),
    }
}

async fn blobs(settings: &Settings) -> Finding {
    let tried = match Blobs::open(settings) {
        Ok(blobs) => blobs.probe().await.map(|()| blobs.name().to_owned()),
        Err(error) => Err(error),
    };
    match tried {
        Ok(name) => Finding::of(Check::Blobs, State::Good, name),
        Err(error) => Finding::of(Check::Blobs, State::Broken, error.to_string()),
    }
}

/// A journal that cannot be looked at is no journal that holds.
async fn journal(db: &Db) -> Finding {
    let verdict = match seals::verify(db).await {
        Ok(verdict) => verdict,
        Err(fault) => return Finding::of(Check::Journal, State::Broken, format!("{fault:?}")),
    };
    match verdict.broken.first() {
        None => Finding::of(Check::Journal, State::Good, verdict.looked_at.to_string()),
        Some(first) => Finding::of(Check::Journal, State::Broken, format!("{first} ({})", verdict.broken.len())),
    }
}

/// This is the portal from now on: what a restored one holds back goes on. Answers whether it was held back.
/// # Errors
/// What the database answers.
pub async fn take_over(db: &Db) -> Result<bool, Fault> {
    db.write(&Actor::nobody(), async |tx| Ok(restored::take_over(&tx).await?)).await
}

/// Makes somebody one who looks after the portal. By the first set-up, the command line and the demo.
/// # Errors
/// When there is no such person.
pub async fn appoint(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    let person = persons::find(tx, person).await?;
    queries::add(tx, person.id).await?;
    Ok(journal::note(tx, person.home, Event::of("operator-appointed", "person", person.id)).await?)
}

/// Those who look after the portal, for a room that has something to tell them.
/// # Errors
/// What the database answers.
pub(crate) async fn keepers(tx: &Tx) -> Result<Vec<Person>, Fault> {
    let ids: Vec<PersonId> = queries::all(tx).await?.into_iter().map(|(id, _)| id).collect();
    Ok(persons::find_many(tx, &ids).await?.into_values().collect())
}

/// Those who look after the portal, the first first.
/// # Errors
/// For everybody but operators.
pub async fn operators_of(tx: &Tx) -> Result<Vec<Operator>, Fault> {
    access::may_operate(tx.actor())?;
    let all = queries::all(tx).await?;
    let ids: Vec<PersonId> = all.iter().map(|(id, _)| *id).collect();
    let people = persons::find_many(tx, &ids).await?;
    let homes: Vec<OrganisationId> = people.values().map(|person| person.home).collect();
    let homes = organisations::find_many(tx, &homes).await?;
    let home = |of: OrganisationId| homes.iter().find(|home| home.id == of).map(|home| home.name.clone());
    let read = |(id, since): &(PersonId, Moment)| {
        let person = people.get(id)?;
        Some(Operator {
            id: *id,
            name: person.name.to_string(),
            home: home(person.home).unwrap_or_default(),
            since: *since,
        })
    };
    Ok(all.iter().filter_map(read).collect())
}

/// Ends somebody's task of looking after the portal, from the next page on, and tells them. Whoever did it is in the
/// journal.
/// # Errors
/// [`DutyError::Last`]; [`NotFound`] for who has no such task; for everybody but operators.
pub async fn dismiss(db: &Db, actor: &Actor, id: PersonId) -> Result<(), Fault> {
    access::may_operate(actor)?;
    let (person, by) = (db.read(actor, async |tx| persons::find(&tx, id).await).await?, actor.person_id());
    db.write(&Actor::portal(person.home), async |tx| {
        // Also when all of them end each other's tasks at once.
        match end(&tx, &person, json!({ "by": by })).await? {
            0 => Err(DutyError::Last.into()),
            _ => Ok(()),
        }
    })
    .await
}

/// Ends somebody's task for whoever holds the machine, the last one's too. Answers how many are left.
/// # Errors
/// [`NotFound`] for who has no such task.
pub async fn dismiss_by_command(tx: &Tx, id: PersonId) -> Result<u64, Fault> {
    end(tx, &persons::find(tx, id).await?, json!({})).await
}

async fn end(tx: &Tx, person: &Person, facts: serde_json::Value) -> Result<u64, Fault> {
    if !queries::remove(tx, person.id).await? {
        return Err(NotFound::of("operator", person.id).into());
    }
    let home = organisations::find(tx, person.home).await?;
    let lang = person.lang.unwrap_or(home.lang);
    let words = crate::words(lang);
    let mail = Mail {
        owner: home.id,
        person: person.id,
        lang,
        kind: "operator-ended",
        unique_key: None,
        subject: words.duty_ended_subject().to_string(),
        body: words.duty_ended_body(person.name.given()).to_string(),
        link: None,
    };
    notices::tell_now(tx, vec![mail]).await?;
    let event = Event::of("operator-ended", "person", person.id).with(facts);
    journal::note(tx, home.id, event).await?;
    Ok(queries::operators(tx).await?)
}

/// The kind of job that looks whether somebody has left for good who other organisations may know, too.
pub const LEFT: &str = "operator-left";

/// Hears who is let go: whoever belongs nowhere else does not look after the portal any more, even if nobody else does.
/// What binds somebody to other organisations is not seen from here; where there may be something, a job looks.
pub fn heard<'a>(tx: &'a Tx, organisation: OrganisationId, event: &'a Event) -> Heard<'a> {
    Box::pin(async move {
        let ("person-left", Some(id)) = (event.kind, event.subject_id) else { return Ok(()) };
        let person = PersonId::from_uuid(id);
        let Some(belongs) = queries::belongs(tx, person).await? else { return Ok(()) };
        if belongs.home_id == organisation && belongs.elsewhere != Some(true) {
            if queries::remove(tx, person).await? {
                journal::note(tx, organisation, ended_with_departure(person, queries::operators(tx).await?)).await?;
            }
            return Ok(());
        }
        let job = NewJob {
            unique_key: Some(format!("{LEFT}:{person}")),
            ..NewJob::of(organisation, LEFT, json!(Leaver { person }))
        };
        jobs::enqueue(tx, job).await.map(drop)
    })
}

fn ended_with_departure(person: PersonId, others: u64) -> Event {
    Event::of("operator-ended", "person", person).with(json!({ "departure": true, "others": others }))
}

/// Ends the task of whoever was let go, unless something still binds them anywhere.
/// # Errors
/// [`jobs::LeaseLost`]; what the database answers.
pub async fn look_after_leaver(db: &Db, job: &Job) -> Result<(), Fault> {
    let Leaver { person } = job.payload()?;
    let bound = db.read(&Actor::person(person), async |tx| persons::bound(&tx, person).await).await?;
    db.write(&job.actor(), async |tx| {
        if bound != Bound::Lasts && queries::remove(&tx, person).await? {
            let event = ended_with_departure(person, queries::operators(&tx).await?);
            journal::note(&tx, job.organisation, event).await?;
        }
        jobs::finish(&tx, job).await
    })
    .await
}

/// Has everything copied as soon as a process looks.
/// # Errors
/// For everybody but operators.
pub async fn copy_now(db: &Db, actor: &Actor) -> Result<(), Fault> {
    in_own_name(db, actor, OwnAct::CopyAsked).await
}

/// Notes that the mail server took a mail.
/// # Errors
/// For everybody but operators.
pub async fn note_rehearsal(db: &Db, actor: &Actor, rehearsal: &Rehearsal) -> Result<(), Fault> {
    in_own_name(db, actor, OwnAct::MailRehearsed { was_taken: rehearsal.was_taken }).await
}

/// What an operator does that concerns no organisation's rows.
#[derive(Clone, Copy)]
enum OwnAct {
    CopyAsked,
    MailRehearsed { was_taken: bool },
}

/// The act with its journal entry, at the home of whoever acts.
async fn in_own_name(db: &Db, actor: &Actor, act: OwnAct) -> Result<(), Fault> {
    access::may_operate(actor)?;
    let Some(id) = actor.person_id() else { return Err(kit::fault::Denied { act: "look after the portal" }.into()) };
    let person = db.read(actor, async |tx| persons::find(&tx, id).await).await?;
    db.write(&Actor::portal(person.home), async |tx| {
        let kind = match act {
            OwnAct::CopyAsked => {
                routines::hasten(&tx, COPIES).await?;
                "copy-asked"
            }
            OwnAct::MailRehearsed { was_taken } => {
                if was_taken {
                    routines::note_done(&tx, REHEARSAL, NEVER_AGAIN, json!({})).await?;
                }
                "mail-rehearsed"
            }
        };
        Ok(journal::note(&tx, person.home, Event::of(kind, "person", id)).await?)
    })
    .await
}

/// Gives a job that was laid aside to the workers again.
/// # Errors
/// [`NotFound`] when there is no such dead job.
pub async fn revive(db: &Db, actor: &Actor, id: JobId) -> Result<(), Fault> {
    access::may_operate(actor)?;
    let all = db.read(actor, async |tx| Ok(jobs::troubled(&tx, TROUBLED_MAX).await?)).await?;
    let job = all.into_iter().find(|job| job.id == id).ok_or_else(|| NotFound::of("dead job", id))?;
    let by = actor.person_id();
    db.write(&Actor::portal(job.organisation), async |tx| {
        jobs::revive(&tx, job.organisation, id).await?;
        let event = Event::of("job-revived", "job", id).with(json!({ "by": by }));
        Ok(journal::note(&tx, job.organisation, event).await?)
    })
    .await
}
