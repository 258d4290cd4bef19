//! What the floor promises about work outside requests: jobs, mail, repeats, throttles, the journal.

use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use base::{JobId, Lang, OrganisationId, PersonId};
use chrono::TimeDelta;
use kit::actor::{Actor, Held, Oneself, Owner, Role};
use kit::fault::{Denied, Fault};
use kit::jobs::{self, Handler, Job, NewJob, State, run_due};
use kit::journal::{self, Event};
use kit::mail::{self, Link, Mail};
use kit::web::App;
use kit::{chance, repeat, throttle};
use macros::both_databases;
use sea_orm::ConnectionTrait;
use serde_json::json;
use tokio::sync::Notify;

use crate::testkit::Town;

/// Notes one entry and finishes, in one transaction: its effects can be counted.
async fn note_once(app: App, job: Job) -> Result<(), Fault> {
    app.db()
        .write(&job.actor(), async |tx| {
            jobs::finish(&tx, &job).await?;
            Ok(journal::note(&tx, job.organisation, Event::of("noted", "job", job.id)).await?)
        })
        .await
}

async fn enqueue(town: &Town, organisation: OrganisationId, kind: &'static str) -> JobId {
    let add = async |tx| Ok(jobs::enqueue(&tx, NewJob::of(organisation, kind, json!({}))).await?);
    town.db().write(&Actor::portal(organisation), add).await.unwrap()
}

async fn state_of(town: &Town, organisation: OrganisationId, job: JobId) -> State {
    let find = async |tx| jobs::find(&tx, job).await;
    town.db().read(&Actor::portal(organisation), find).await.unwrap().state
}

async fn noted(town: &Town, organisation: OrganisationId) -> usize {
    let actor = Actor::portal(organisation);
    let owner = Owner::proven(&actor, organisation).unwrap();
    let latest = async |tx| Ok(journal::latest(&tx, owner, journal::ENTRIES_MAX).await?);
    let entries = town.db().read(&actor, latest).await.unwrap();
    entries.into_iter().filter(|entry| entry.kind == "noted").count()
}

fn later(town: &Town, seconds: i64) {
    town.db().shift_clock(town.db().clock_shift() + TimeDelta::seconds(seconds));
}

#[both_databases]
async fn a_job_of_an_act_that_failed_is_never_seen(town: Town) {
    let school = town.organisation("Skole").await;
    let fail = async |tx| {
        jobs::enqueue(&tx, NewJob::of(school, "note", json!({}))).await?;
        Err::<(), Fault>(Denied { act: "go on" }.into())
    };
    town.db().write(&Actor::portal(school), fail).await.unwrap_err();
    assert_eq!(run_due(town.app(), &[Handler::new("note", note_once)]).await.unwrap(), 0);
}

#[both_databases]
async fn workers_side_by_side_do_each_job_once(town: Town) {
    let school = town.organisation("Skole").await;
    for _ in 0..40 {
        enqueue(&town, school, "note").await;
    }
    let handlers = Arc::new(vec![Handler::new("note", note_once)]);
    let workers: Vec<_> = (0..6)
        .map(|_| {
            let (app, handlers) = (town.app().clone(), handlers.clone());
            tokio::spawn(async move { run_due(&app, &handlers).await.unwrap() })
        })
        .collect();
    let mut begun = 0;
    for worker in workers {
        begun += worker.await.unwrap();
    }
    assert_eq!((begun, noted(&town, school).await), (40, 40));
}

#[both_databases]
async fn a_worker_that_slept_past_its_lease_writes_nothing(town: Town) {
    let school = town.organisation("Skole").await;
    let job = enqueue(&town, school, "slow").await;
    let (begun, go_on) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let sleeper = {
        let (begun, go_on) = (begun.clone(), go_on.clone());
        Handler::new("slow", move |app, job| {
            let (begun, go_on) = (begun.clone(), go_on.clone());
            async move {
                begun.notify_one();
                go_on.notified().await;
                let written = note_once(app, job).await;
                assert_eq!(written.as_ref().unwrap_err().problem().unwrap().name(), "lease-lost");
                written
            }
        })
    };
    let app = town.app().clone();
    let stale = tokio::spawn(async move { run_due(&app, &[sleeper]).await.unwrap() });
    begun.notified().await;
    later(&town, 3600);
    assert_eq!(run_due(town.app(), &[Handler::new("slow", note_once)]).await.unwrap(), 1);
    go_on.notify_one();
    assert_eq!(stale.await.unwrap(), 1);
    assert_eq!((noted(&town, school).await, state_of(&town, school, job).await), (1, State::Done));
}

#[both_databases]
async fn a_worker_that_slept_writes_nothing_while_another_is_at_its_job(town: Town) {
    let school = town.organisation("Skole").await;
    enqueue(&town, school, "slow").await;
    let (begun, go_on, tried) = (Arc::new(Notify::new()), Arc::new(Notify::new()), Arc::new(Notify::new()));
    let (tell, mut told) = tokio::sync::mpsc::unbounded_channel();
    let sleeper = {
        let (begun, go_on, tried) = (begun.clone(), go_on.clone(), tried.clone());
        Handler::new("slow", move |app, job| {
            let (begun, go_on, tried, tell) = (begun.clone(), go_on.clone(), tried.clone(), tell.clone());
            async move {
                begun.notify_one();
                go_on.notified().await;
                let written = note_once(app, job).await;
                tell.send(written.as_ref().err().and_then(Fault::problem).map(|problem| problem.name())).unwrap();
                tried.notify_one();
                written
            }
        })
    };
    let second = Handler::new("slow", move |app, job| {
        let (go_on, tried) = (go_on.clone(), tried.clone());
        async move {
            go_on.notify_one();
            tried.notified().await;
            note_once(app, job).await
        }
    });
    let app = town.app().clone();
    let stale = tokio::spawn(async move { run_due(&app, &[sleeper]).await.unwrap() });
    begun.notified().await;
    later(&town, 3600);
    assert_eq!(run_due(town.app(), &[second]).await.unwrap(), 1);
    assert_eq!((stale.await.unwrap(), told.recv().await), (1, Some(Some("lease-lost"))));
    assert_eq!(noted(&town, school).await, 1);
}

#[both_databases]
async fn a_job_that_keeps_failing_waits_longer_and_is_laid_aside(town: Town) {
    let school = town.organisation("Skole").await;
    let job = enqueue(&town, school, "bad").await;
    let bad = || {
        let fail = |_, job: Job| async move {
            assert!(job.attempts != 2, "the second try breaks off");
            Err(Denied { act: "succeed" }.into())
        };
        [Handler::new("bad", fail).attempts_max(3)]
    };
    assert_eq!(run_due(town.app(), &bad()).await.unwrap(), 1);
    assert_eq!(state_of(&town, school, job).await, State::Waiting);
    assert_eq!(run_due(town.app(), &bad()).await.unwrap(), 0, "not at once");
    later(&town, 2);
    assert_eq!(run_due(town.app(), &bad()).await.unwrap(), 1);
    later(&town, 2);
    assert_eq!(run_due(town.app(), &bad()).await.unwrap(), 0, "the wait doubles");
    later(&town, 2);
    assert_eq!(run_due(town.app(), &bad()).await.unwrap(), 1);
    assert_eq!(state_of(&town, school, job).await, State::Dead);
    later(&town, 7200);
    assert_eq!(run_due(town.app(), &bad()).await.unwrap(), 0);
    let revive = async |tx| jobs::revive(&tx, school, job).await;
    town.db().write(&Actor::portal(school), revive).await.unwrap();
    assert_eq!(run_due(town.app(), &[Handler::new("bad", note_once)]).await.unwrap(), 1);
    assert_eq!(state_of(&town, school, job).await, State::Done);
}

#[both_databases]
async fn two_unfinished_jobs_never_share_a_key(town: Town) {
    let school = town.organisation("Skole").await;
    let actor = Actor::portal(school);
    let new = || NewJob { unique_key: Some("round 1".into()), ..NewJob::of(school, "note", json!({})) };
    let add = async |tx| Ok(jobs::enqueue(&tx, new()).await?);
    let first = town.db().write(&actor, add).await.unwrap();
    assert_eq!(town.db().write(&actor, add).await.unwrap(), first);
    let stop = async |tx| Ok(jobs::stop(&tx, school, "round 1").await?);
    assert!(town.db().write(&actor, stop).await.unwrap());
    assert!(!town.db().write(&actor, stop).await.unwrap(), "there is nothing to stop any more");
    let second = town.db().write(&actor, add).await.unwrap();
    assert_ne!(second, first);
    assert_eq!(run_due(town.app(), &[Handler::new("note", note_once)]).await.unwrap(), 1);
    assert_eq!(state_of(&town, school, first).await, State::Stopped);
    assert_eq!(state_of(&town, school, second).await, State::Done);
}

#[both_databases]
async fn progress_shows_at_once_and_only_at_home(town: Town) {
    let (school, other) = (town.organisation("Skole").await, town.organisation("Annensteds").await);
    let add = async |tx| Ok(jobs::enqueue(&tx, NewJob { steps: 5, ..NewJob::of(school, "steps", json!({})) }).await?);
    let id = town.db().write(&Actor::portal(school), add).await.unwrap();
    let steps = |app: App, job: Job| async move {
        jobs::progress(app.db(), &job, 3).await?;
        let seen = app.db().read(&job.actor(), async |tx| jobs::find(&tx, job.id).await).await?;
        assert_eq!((seen.step, seen.steps, seen.state), (3, 5, State::Running));
        Ok(()) // the worker finishes what has nothing to write
    };
    run_due(town.app(), &[Handler::new("steps", steps)]).await.unwrap();
    assert_eq!(state_of(&town, school, id).await, State::Done);
    let stranger = town.db().read(&Actor::portal(other), async |tx| jobs::find(&tx, id).await).await;
    assert_eq!(stranger.unwrap_err().problem().unwrap().name(), "not-found");
    let listed = async |tx| Ok(jobs::list(&tx, &["steps"]).await?.len());
    assert_eq!(town.db().read(&Actor::portal(school), listed).await.unwrap(), 1);
    assert_eq!(town.db().read(&Actor::portal(other), listed).await.unwrap(), 0);
}

#[both_databases]
async fn heavy_work_runs_one_at_a_time(_town: Town) {
    static INSIDE: AtomicU32 = AtomicU32::new(0);
    static MOST: AtomicU32 = AtomicU32::new(0);
    let works = (0..5).map(|number| {
        tokio::spawn(jobs::heavy(move || {
            MOST.fetch_max(INSIDE.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
            std::thread::sleep(Duration::from_millis(5));
            INSIDE.fetch_sub(1, Ordering::SeqCst);
            number
        }))
    });
    let mut sum = 0;
    for work in works.collect::<Vec<_>>() {
        sum += work.await.unwrap();
    }
    assert_eq!((sum, MOST.load(Ordering::SeqCst)), (10, 1));
}

fn mail_to(owner: OrganisationId, person: PersonId, key: Option<&str>) -> Mail {
    Mail {
        owner,
        person,
        lang: Lang::Nb,
        kind: "sign-in",
        unique_key: key.map(Into::into),
        subject: "Logg inn\r\nBcc: alle@example.org".into(),
        body: "Hei Åse!".into(),
        link: Some(Link::opening("Logg inn", "/login/link?key=hemmelig")),
    }
}

fn files_in(town: &Town) -> Vec<String> {
    let folder = town.app().settings().mail_folder();
    let files = fs::read_dir(folder).unwrap().map(|file| fs::read_to_string(file.unwrap().path()).unwrap());
    files.collect()
}

#[both_databases]
async fn a_mail_leaves_the_house_once_and_takes_its_secret_along(town: Town) {
    let school = town.organisation("Skole").await;
    let person = town.person(school, "Åse").await;
    let actor = Actor::portal(school);
    let send = async |tx| Ok(mail::send(&tx, mail_to(school, person, Some("cause 1"))).await?.is_some());
    assert!(town.db().write(&actor, send).await.unwrap());
    town.db().write(&actor, send).await.unwrap(); // the same cause again
    town.run_jobs().await;
    let files = files_in(&town);
    assert_eq!(files.len(), 1, "{files:?}");
    for line in ["Auto-Submitted: auto-generated", "Content-Language: nb", "Content-Type: text/plain; charset=utf-8"] {
        assert!(files[0].contains(line), "{line} is not in {}", files[0]);
    }
    assert!(!files[0].contains("\nBcc:"), "{}", files[0]);
    let owner = Owner::proven(&actor, school).unwrap();
    let mails = async |tx| Ok(mail::of_owner(&tx, owner).await?);
    let sent = town.db().read(&actor, mails).await.unwrap();
    assert_eq!(sent.len(), 1);
    assert!(sent[0].sent_at.is_some() && sent[0].link.is_none(), "{:?}", sent[0]);
    let me = Actor::person(person);
    let mine = Oneself::proven(&me).unwrap();
    let read = async |tx| Ok(mail::to_oneself(&tx, mine).await?);
    assert_eq!(town.db().read(&me, read).await.unwrap(), sent);
}

#[both_databases]
async fn many_mails_are_few_jobs_and_each_goes_out(town: Town) {
    let school = town.organisation("Skole").await;
    let mut people = vec![];
    for number in 0..7 {
        people.push(town.person(school, &format!("Elev{number}")).await);
    }
    let mails: Vec<_> = (0..120).map(|number| mail_to(school, people[number % 7], None)).collect();
    let send = async |tx| Ok(mail::send_many(&tx, mails.clone()).await?.len());
    assert_eq!(town.db().write(&Actor::portal(school), send).await.unwrap(), 120);
    assert_eq!(jobs::due(town.db()).await.unwrap(), ["mail", "mail", "mail"]);
    town.run_jobs().await;
    assert_eq!(files_in(&town).len(), 120);
}

async fn holder(town: &Town, school: OrganisationId, name: &str) -> Actor {
    let held = Held { organisation: school, role: Role::Administrator, units: None };
    Actor::person(town.person(school, name).await).with(vec![held], vec![], None)
}

#[both_databases]
async fn a_repeat_gets_the_first_answer_and_has_no_effect(town: Town) {
    let school = town.organisation("Skole").await;
    let (mine, other) = (holder(&town, school, "Mila").await, holder(&town, school, "Ola").await);
    let send = |actor: Actor, key: &'static str| {
        let db = town.db().clone();
        tokio::spawn(async move {
            db.write(&actor, async |tx| {
                let work = async || {
                    journal::note(&tx, school, Event::of("noted", "organisation", school)).await?;
                    Ok(chance::secret_hex(8))
                };
                repeat::once(&tx, school, "send", key, work).await
            })
            .await
        })
    };
    let mut answers = vec![];
    for sent in (0..8).map(|_| send(mine.clone(), "request-1")).collect::<Vec<_>>() {
        answers.push(sent.await.unwrap().unwrap());
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
    assert_eq!(noted(&town, school).await, 1);
    assert_ne!(send(mine.clone(), "request-2").await.unwrap().unwrap(), answers[0]);
    assert_ne!(send(other, "request-1").await.unwrap().unwrap(), answers[0]);
    assert_eq!(noted(&town, school).await, 3);
    for bad in ["", "short", "with space", "æøåæøåæøå"] {
        let refused = send(mine.clone(), bad).await.unwrap().unwrap_err();
        assert_eq!(refused.problem().unwrap().name(), "request-key", "{bad:?}");
    }
}

#[both_databases]
async fn guessing_is_slowed_and_others_are_not(town: Town) {
    let admit = async |limit: throttle::Limit, value: &'static str| {
        let count = async |tx| Ok(throttle::admit(&tx, limit, value).await?);
        town.db().write(&Actor::nobody(), count).await.unwrap()
    };
    let limit = throttle::Limit { name: "account", at_most: 3, window_minutes: 15 };
    let mut answers = vec![];
    for _ in 0..5 {
        answers.push(admit(limit, "mila").await);
    }
    assert_eq!(answers, [true, true, true, false, false]);
    assert!(admit(limit, "ola").await);
    assert!(admit(throttle::Limit { name: "session", ..limit }, "mila").await);
    later(&town, 16 * 60);
    assert!(admit(limit, "mila").await);
}

#[both_databases]
async fn tries_at_the_same_time_are_all_counted(town: Town) {
    let limit = throttle::Limit { name: "account", at_most: 10, window_minutes: 15 };
    let tries: Vec<_> = (0..30)
        .map(|_| {
            let db = town.db().clone();
            tokio::spawn(async move {
                db.write(&Actor::nobody(), async |tx| Ok(throttle::admit(&tx, limit, "mila").await?)).await.unwrap()
            })
        })
        .collect();
    let mut admitted = 0;
    for one in tries {
        admitted += u32::from(one.await.unwrap());
    }
    assert_eq!(admitted, 10);
}

#[both_databases]
async fn the_journal_goes_with_the_act_and_never_changes(town: Town) {
    let school = town.organisation("Skole").await;
    let actor = Actor::portal(school);
    let undone = async |tx| {
        journal::note(&tx, school, Event::of("noted", "organisation", school)).await?;
        Err::<(), Fault>(Denied { act: "go on" }.into())
    };
    town.db().write(&actor, undone).await.unwrap_err();
    assert_eq!(noted(&town, school).await, 0);
    let done = async |tx| Ok(journal::note(&tx, school, Event::of("noted", "organisation", school)).await?);
    journal::in_request("request-7".into(), town.db().write(&actor, done)).await.unwrap();
    let owner = Owner::proven(&actor, school).unwrap();
    let about = async |tx| Ok(journal::of_subject(&tx, owner, school).await?);
    let entries = town.db().read(&actor, about).await.unwrap();
    let last = &entries[0];
    assert_eq!((last.kind.as_str(), last.request_id.as_str(), last.person), ("noted", "request-7", None));
    for sql in ["UPDATE journal SET kind = 'other'", "DELETE FROM journal"] {
        let change = async |tx: kit::db::Tx| Ok(tx.execute_unprepared(sql).await?);
        town.db().write(&actor, change).await.unwrap_err();
    }
}

#[both_databases]
async fn the_portals_own_secret_is_made_once(town: Town) {
    let keep = async |fresh: &'static str| {
        let secret = async |tx| Ok(chance::kept_secret(&tx, "sessions", fresh).await?);
        town.db().write(&Actor::nobody(), secret).await.unwrap()
    };
    assert_eq!((keep("first").await, keep("second").await), ("first".into(), "first".into()));
}
