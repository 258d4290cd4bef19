//! What the room promises: operators see how it stands, and work by the clock is done once.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use axum::http::StatusCode;
use base::{OrganisationId, PersonId};
use chrono::TimeDelta;
use kit::actor::{Actor, Role};
use kit::jobs::{self, Handler, NewJob};
use kit::routines::{self, Routine};
use macros::both_databases;
use people::persons::{NewRole, Span};
use serde_json::json;

use crate::testkit::Town;

#[both_databases]
async fn a_job_that_was_laid_aside_is_shown_and_tried_again(town: Town) {
    let organisation = town.organisation("Mjøs høgskole").await;
    let home = town.organisation("Solbæk").await;
    let operator = town.sign_in(town.operator(home, "Oda").await).await;
    let fails =
        Handler::new("import", |_, _| async { Err(kit::fault::Fault::ours("the file is gone")) }).attempts_max(1);
    let enqueue = async |tx| Ok(jobs::enqueue(&tx, NewJob::of(organisation, "import", json!({}))).await?);
    let id = town.db().write(&Actor::portal(organisation), enqueue).await.unwrap();
    jobs::run_due(town.app(), &[fails]).await.unwrap();
    let page = operator.get("/ops?lang=nb").await.shown();
    let page = page.says("Innlesing av en fil").says("the file is gone");
    assert!(!page.seen().contains("Mjøs"), "an operator meets no organisation's rows");
    let revival = format!("/ops/jobs/{id}/revival");
    let to = operator.press(&revival).await.done();
    operator.get(format!("{to}&lang=nb")).await.shown().says("Jobben prøves på nytt.");
    assert_eq!(operator.press(&revival).await.status, StatusCode::NOT_FOUND, "nothing is laid aside any more");
    assert_eq!(jobs::due(town.db()).await.unwrap(), ["import"]);
    let done = Handler::new("import", |_, _| async { Ok(()) });
    jobs::run_due(town.app(), &[done]).await.unwrap();
    assert!(town.troubled_jobs().await.is_empty());
}

#[both_databases]
async fn who_stops_looking_after_the_portal_sees_nothing_from_the_next_page_on(town: Town) {
    let organisation = town.organisation("Mjøs høgskole").await;
    let oda = town.operator(organisation, "Oda").await;
    let reader = town.sign_in(oda).await;
    let seen = reader.get("/ops").await.shown().seen().replace('\u{a0}', " ");
    for limit in [
        "Forespørsler i sekundet fra én som er logget inn 10 000",
        "Forespørsler i sekundet fra én adresse 1 000 000",
        "Største fil som kan importeres 20 MB",
        "Største fil i en melding 10 MB",
    ] {
        assert!(seen.contains(limit), "{limit}: {seen}");
    }
    let dismiss = async |tx: kit::db::Tx| operating::duty::dismiss_by_command(&tx, oda).await;
    assert_eq!(town.db().write(&Actor::portal(organisation), dismiss).await.unwrap(), 0, "the last one's, too");
    assert_eq!(reader.get("/ops").await.status, StatusCode::FORBIDDEN);
    let administrator = town.sign_in(town.holder(organisation, "Anna", Role::Administrator).await).await;
    assert_eq!(administrator.get("/ops").await.status, StatusCode::FORBIDDEN);
    town.run_jobs().await; // whoever stopped is told
}

/// Everybody whom a mail of this kind went to.
async fn told(town: &Town, organisation: OrganisationId, kind: &str) -> Vec<Option<PersonId>> {
    let actor = Actor::portal(organisation);
    let owner = kit::actor::Owner::proven(&actor, organisation).unwrap();
    let all = town.db().read(&actor, async |tx| Ok(kit::mail::of_owner(&tx, owner).await?)).await.unwrap();
    all.into_iter().filter(|mail| mail.kind == kind).map(|mail| mail.person).collect()
}

#[both_databases]
async fn who_looks_after_the_portal_ends_anothers_task_and_the_last_one_goes_on(town: Town) {
    let home = town.organisation("Mjøs høgskole").await;
    let (oda, per) = (town.operator(home, "Oda").await, town.operator(home, "Per").await);
    let (reader, other) = (town.sign_in(oda).await, town.sign_in(per).await);
    let page = reader.get("/ops?lang=nb").await.shown();
    page.says("Oda Nordmann").says("Per Nordmann").says("Mjøs høgskole · siden");
    let closure = |person: PersonId| format!("/ops/operators/{person}/closure");
    let before = town.journal_of(home).await;
    let to = reader.press(closure(per)).await.done();
    reader
        .get(format!("{to}&lang=nb"))
        .await
        .shown()
        .says("Oppgaven er avsluttet")
        .says("Ingen andre tar seg av portalen");
    assert_eq!(town.journal_of(home).await, before + 1);
    assert_eq!(told(&town, home, "operator-ended").await, [Some(per)]);
    assert_eq!(other.get("/ops").await.status, StatusCode::FORBIDDEN);
    assert_eq!(other.press(closure(oda)).await.status, StatusCode::NOT_FOUND, "not for who has stopped");
    assert_eq!(reader.press(closure(per)).await.status, StatusCode::NOT_FOUND, "there is no task any more");
    let last = reader.press(closure(oda)).await;
    assert_eq!(last.status, StatusCode::CONFLICT);
    last.refused_with("last-operator");
    reader.get("/ops").await.shown();
    assert_eq!(told(&town, home, "operator-ended").await, [Some(per)], "nobody else was told anything");
    town.run_jobs().await;
}

#[both_databases]
async fn whoever_is_let_go_looks_after_the_portal_no_more_and_the_doctor_says_when_nobody_does(town: Town) {
    let home = town.organisation("Mjøs høgskole").await;
    let (anna, oda) =
        (town.holder(home, "Anna", Role::Administrator).await, town.holder(home, "Oda", Role::Administrator).await);
    town.appoint(home, oda).await;
    let attended = async || {
        let (found, _) = operating::duty::examine(town.db(), town.app().settings(), false).await;
        let of = found.into_iter().find(|finding| finding.check == operating::duty::Check::Operators).unwrap();
        (of.state, of.fact)
    };
    assert_eq!(attended().await, (operating::duty::State::Good, "1".into()));
    let office = town.sign_in(anna).await;
    let file = format!("/organisations/{home}/people/{oda}");
    office.get(format!("{file}/erasure?lang=nb")).await.shown().says("fotfeste operator --end");
    let departure = format!("{file}/departure");
    office.get(format!("{departure}?lang=nb")).await.shown().says("alene om å ta seg av hele portalen");
    let to = office.press(&departure).await.done();
    office.get(format!("{to}&lang=nb")).await.shown().says("Nå er det ingen som tar seg av portalen");
    let again = town.sign_in(oda).await; // by a link that is mailed later
    assert_eq!(again.get("/ops").await.status, StatusCode::FORBIDDEN);
    assert_eq!(attended().await, (operating::duty::State::Watch, "0".into()));
    town.appoint(home, anna).await;
    assert_eq!(attended().await, (operating::duty::State::Good, "1".into()));
}

#[both_databases]
async fn whoever_is_let_go_and_has_a_role_elsewhere_looks_after_the_portal_until_that_ends_too(town: Town) {
    let (home, other) = (town.organisation("Mjøs høgskole").await, town.organisation("Solbæk").await);
    let oda = town.holder(home, "Oda", Role::Administrator).await;
    let new = NewRole { person: oda, role: Role::Administrator, unit: None, span: Span::ALWAYS };
    let give = async |tx| people::persons::give_role(&tx, other, &new).await;
    town.db().write(&Actor::portal(other), give).await.unwrap();
    town.appoint(home, oda).await;
    let let_go = async |from: OrganisationId| {
        let office = town.sign_in(town.holder(from, "Anna", Role::Administrator).await).await;
        office.press(format!("/organisations/{from}/people/{oda}/departure")).await.done();
        town.run_jobs().await;
        town.sign_in(oda).await.get("/ops").await.status
    };
    assert_eq!(let_go(home).await, StatusCode::OK);
    assert_eq!(let_go(other).await, StatusCode::FORBIDDEN);
}

#[both_databases]
async fn a_trial_mail_leaves_the_house_and_the_conversation_is_shown(town: Town) {
    let organisation = town.organisation("Mjøs høgskole").await;
    let operator = town.sign_in(town.operator(organisation, "Oda").await).await;
    operator.get("/ops/mail?lang=nb").await.shown().says("Prøv utgående e-post");
    let wrong = operator.post("/ops/mail", [("email", "nobody")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains("value=\"nobody\""), "typed text is kept");
    let before = town.journal_of(organisation).await;
    operator.post("/ops/mail?lang=nb", [("email", "oda@mjos.example")]).await.shown().says("E-posten ble tatt imot");
    assert_eq!(town.journal_of(organisation).await, before + 1);
    let written = std::fs::read_dir(town.app().settings().mail_folder()).unwrap().flatten();
    assert_eq!(written.filter(|file| file.file_name().to_string_lossy().starts_with("rehearsal-")).count(), 1);
}

#[both_databases]
async fn work_by_the_clock_is_done_once_by_all_processes_and_again_when_it_is_due(town: Town) {
    let done = Arc::new(AtomicU32::new(0));
    let counted = done.clone();
    let routine = || {
        let counted = counted.clone();
        Routine::new("tested", TimeDelta::hours(24), move |_| {
            let counted = counted.clone();
            async move {
                // The first fails.
                match counted.fetch_add(1, Ordering::SeqCst) {
                    0 => Err("no room".to_owned()),
                    number => Ok(json!({ "number": number })),
                }
            }
        })
    };
    let run = async || {
        let (mine, other) = (vec![routine()], vec![routine()]);
        let (one, two) = tokio::join!(routines::run_due(town.app(), &mine), routines::run_due(town.app(), &other));
        one.unwrap().len() + two.unwrap().len()
    };
    let standing = async || {
        let look = async |tx| Ok(routines::standings(&tx).await?);
        town.db().read(&Actor::nobody(), look).await.unwrap().remove(0)
    };
    assert_eq!(run().await, 1);
    let failed = standing().await;
    assert_eq!((failed.failures, failed.error.as_deref(), failed.done_at), (1, Some("no room"), None));
    assert_eq!(run().await, 0, "a failure is not tried again at once");
    town.later(TimeDelta::minutes(6));
    assert_eq!(run().await, 1);
    let good = standing().await;
    assert_eq!((good.failures, good.error, good.outcome), (0, None, json!({ "number": 1 })));
    town.later(TimeDelta::hours(23));
    assert_eq!(run().await, 0);
    town.later(TimeDelta::hours(1));
    assert_eq!(run().await, 1);
    let hasten = async |tx| Ok(routines::hasten(&tx, "tested").await?);
    town.db().write(&Actor::nobody(), hasten).await.unwrap();
    assert_eq!(run().await, 1);
    assert_eq!(done.load(Ordering::SeqCst), 4);
}

#[both_databases]
async fn a_process_that_is_stopped_finishes_what_is_under_way_and_begins_nothing_more(town: Town) {
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let (stop, begun) = (Arc::new(stop), Arc::new(AtomicU32::new(0)));
    let (ends, counted) = (stop.clone(), begun.clone());
    let first = Routine::new("first", TimeDelta::hours(24), move |_| {
        let (ends, counted) = (ends.clone(), counted.clone());
        async move {
            ends.send_replace(true);
            counted.fetch_add(1, Ordering::SeqCst);
            Ok(json!({}))
        }
    });
    let counted = begun.clone();
    let second = Routine::new("second", TimeDelta::hours(24), move |_| {
        counted.fetch_add(1, Ordering::SeqCst);
        async { Ok(json!({})) }
    });
    routines::run(town.app().clone(), vec![first, second], stopped, routines::STOP_WITHIN).await;
    assert_eq!(begun.load(Ordering::SeqCst), 1);
    let standings = town.db().read(&Actor::nobody(), async |tx| Ok(routines::standings(&tx).await?)).await.unwrap();
    let done: Vec<_> = standings.iter().map(|one| (one.id.as_str(), one.done_at.is_some())).collect();
    assert_eq!(done, [("first", true)], "the second waits for whoever serves next");
}

#[both_databases]
async fn what_takes_its_time_is_broken_off_when_the_process_stops_and_begun_anew_by_another(town: Town) {
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let stop = Arc::new(stop);
    let endless = Routine::new("endless", TimeDelta::hours(24), move |_| {
        let stop = stop.clone();
        async move {
            stop.send_replace(true);
            std::future::pending().await
        }
    });
    routines::run(town.app().clone(), vec![endless], stopped, Duration::from_millis(20)).await;
    let standings = async || {
        town.db().read(&Actor::nobody(), async |tx| Ok(routines::standings(&tx).await?)).await.unwrap().remove(0)
    };
    let standing = standings().await;
    assert_eq!((standing.is_running, standing.failures, standing.done_at), (false, 0, None), "{standing:?}");
    let next = Routine::new("endless", TimeDelta::hours(24), |_| async { Ok(json!({})) });
    assert_eq!(routines::run_due(town.app(), &[next]).await.unwrap(), ["endless"], "at once, not after the lease");
    assert!(standings().await.done_at.is_some());
}

#[both_databases]
async fn what_is_wrong_is_found(town: Town) {
    let settings = town.app().settings();
    let state = |findings: &[operating::duty::Finding], check| {
        findings.iter().find(|finding| finding.check == check).map(|finding| finding.state)
    };
    use operating::duty::{Check, State};
    let (found, _) = operating::duty::examine(town.db(), settings, true).await;
    for check in [Check::Database, Check::Schema, Check::Clock, Check::Address, Check::Jobs, Check::Blobs] {
        assert_eq!(state(&found, check), Some(State::Good), "{check:?}");
    }
    assert_eq!(state(&found, Check::Copies), Some(State::Watch), "none was ever made");
    assert_eq!(state(&found, Check::Restored), None, "it was not restored");
    town.organisation("Mjøs høgskole").await; // with a journal
    town.rename_table("journal_seals", "other").await;
    let (found, _) = operating::duty::examine(town.db(), settings, true).await;
    assert_eq!(state(&found, Check::Journal), Some(State::Broken), "what cannot be looked at does not hold");
    town.rename_table("other", "journal_seals").await;
    town.rename_table("seaql_migrations", "other").await;
    let (found, standings) = operating::duty::examine(town.db(), settings, false).await;
    assert_eq!((state(&found, Check::Database), standings.is_none()), (Some(State::Broken), true));
    town.rename_table("other", "seaql_migrations").await;
}

#[both_databases]
async fn what_is_slow_to_look_at_is_told_as_it_was_found_last(town: Town) {
    use operating::duty::{self, Check, State};
    town.organisation("Mjøs høgskole").await; // with a journal
    let told = async || {
        let (found, _) = duty::examine(town.db(), town.app().settings(), false).await;
        let slow = found.into_iter().filter(|finding| matches!(finding.check, Check::Blobs | Check::Journal));
        slow.map(|finding| (finding.check, finding.state)).collect::<Vec<_>>()
    };
    let look = async || routines::run_due(town.app(), &[duty::routine()]).await.unwrap();
    assert_eq!(told().await, [], "nobody has looked");
    assert_eq!(look().await, [duty::INSPECTION]);
    assert_eq!(told().await, [(Check::Blobs, State::Good), (Check::Journal, State::Good)]);

    town.rename_table("journal_seals", "other").await;
    town.later(TimeDelta::hours(25));
    assert_eq!(look().await, [duty::INSPECTION]);
    town.rename_table("other", "journal_seals").await;
    assert_eq!(told().await, [(Check::Blobs, State::Good), (Check::Journal, State::Broken)]);
    town.later(TimeDelta::hours(72));
    assert_eq!(told().await, [(Check::Blobs, State::Watch), (Check::Journal, State::Broken)], "nobody looks any more");
    look().await;
    assert_eq!(told().await, [(Check::Blobs, State::Good), (Check::Journal, State::Good)]);
}
