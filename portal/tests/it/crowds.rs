//! What happens when more come than there are places.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{Method, Request, StatusCode, header};
use base::Lang;
use chrono::TimeDelta;
use futures_util::{StreamExt, poll, stream};
use kit::actor::{Actor, Role};
use kit::db::Tx;
use kit::scope::Scope;
use kit::web::{Lane, Place};
use macros::both_databases;
use people::persons::{self, Email, NewPerson, NewRole, PersonName, Span};
use sea_orm::{ConnectionTrait, Statement};
use tokio::task::JoinSet;
use tokio::time::timeout;
use tower::ServiceExt;

use crate::testkit::{Program, Reader, Reply, Town};

/// Places of the town in these tests.
const PLACES: u32 = 4;

/// The same town with few places, of which nobody goes away by waiting too long.
fn crowded(town: &Town, waiting: u32) -> Town {
    let mut settings = town.app().settings().clone();
    (settings.limits.at_once, settings.limits.waiting, settings.limits.wait_seconds) = (PLACES, waiting, 60);
    town.with_settings(settings.checked().unwrap())
}

/// Every usual place, taken.
async fn all_places(town: &Town) -> Vec<Place> {
    let room = town.app().room();
    let mut places = vec![];
    for _ in 0..PLACES {
        places.push(room.enter(Lane::Usual, &room.greet(None)).await.unwrap());
    }
    places
}

#[track_caller]
fn told_to_come_again(reply: &Reply) {
    assert_eq!(reply.status, StatusCode::SERVICE_UNAVAILABLE, "{}", reply.text);
    assert_eq!((reply.header("retry-after"), reply.header("x-problem")), ("5", "crowded"));
    assert_eq!(reply.header("cache-control"), "no-store");
}

#[both_databases]
async fn of_ten_times_too_many_each_is_answered_or_told_at_once_and_nothing_handed_in_is_lost(town: Town) {
    let open = town.open_round(3, 2).await;
    let town = crowded(&town, PLACES);
    let leaving = town.sign_in(open.administrator).await;
    let students = [town.sign_in(open.students[0]).await, town.sign_in(open.students[1]).await];
    let held = all_places(&town).await;
    let mut crowd = JoinSet::new();
    for _ in 0..10 * PLACES {
        let router = town.router();
        crowd.spawn(async move { Reader::new(router).get("/login").await });
    }
    for _ in 0..9 * PLACES {
        told_to_come_again(&crowd.join_next().await.unwrap().unwrap());
    }
    // The others still stand in line, and whoever hands in, leaves or watches over the portal does not stand behind them.
    let wishes = format!("/my/rounds/{}/wishes", open.round);
    for (number, student) in students.iter().enumerate() {
        told_to_come_again(&student.get(&wishes).await); // who only looks is one of the crowd
        let act = format!("add:{}", open.offers[number]);
        student.post(&wishes, [("request_key", format!("request-{number}")), ("act", act)]).await.done();
        let confirm = [("request_key", format!("confirm-{number}"))];
        let receipt = student.post(format!("{wishes}/confirmation"), confirm).await.done();
        student.get(receipt).await.shown();
    }
    leaving.press("/logout").await.done();
    assert_eq!(town.nobody().get("/health/live").await.status, StatusCode::OK);
    assert_eq!(town.nobody().get("/health/ready").await.status, StatusCode::OK);
    let mut leaves = vec![];
    for _ in 0..PLACES {
        let room = town.app().room();
        let Ok(place) = timeout(Duration::from_millis(20), room.enter(Lane::Leaving, &room.greet(None))).await else {
            break;
        };
        leaves.push(place.unwrap());
    }
    assert_eq!(leaves.len(), 1, "all places of those who leave are taken");
    let live = leaving.get("/health/live").await;
    assert_eq!(live.status, StatusCode::OK, "a process that is busy in every way lives");
    drop((held, leaves));
    while let Some(waited) = crowd.join_next().await {
        waited.unwrap().shown();
    }
    let count = async |tx: Tx| {
        let sql = "SELECT count(DISTINCT person_id) FROM wish_lists WHERE confirmed";
        let row = tx.query_one_raw(Statement::from_string(tx.backend(), sql)).await?;
        Ok(row.unwrap().try_get_by_index::<i64>(0)?)
    };
    assert_eq!(town.db().read(&Actor::portal(open.institution), count).await.unwrap(), 2);
    town.run_jobs().await;
}

#[both_databases]
async fn what_was_typed_is_kept_for_whoever_finds_no_place_and_no_secret_is(town: Town) {
    let open = town.open_round(1, 1).await;
    let town = crowded(&town, 0);
    let office = town.sign_in(open.administrator).await;
    let held = all_places(&town).await;
    let page = format!("/rounds/{}/cancellation?lang=nb", open.round);
    let typed = [("reason", "Vi \"må\" <flytte>\nfristen"), ("proof_answer", "123456")];
    let reply = office.post(&page, typed).await;
    told_to_come_again(&reply);
    let seen = reply.seen();
    assert!(seen.contains("Det er mange her akkurat nå") && seen.contains("ingenting er lagret ennå"), "{seen}");
    assert!(seen.contains("Send på nytt") && !seen.contains("Prøv igjen"), "{seen}");
    assert!(reply.text.contains(&format!("action=\"{page}\"")), "{}", reply.text);
    assert!(reply.text.contains("name=\"reason\"") && !reply.text.contains("<flytte>"), "{}", reply.text);
    assert!(!reply.text.contains("123456"), "a proof is given anew");
    // A file is not kept, and that is said.
    let beginning = format!("/rounds/{}/students/{}/thread?lang=nb", open.round, open.students[0]);
    let mut files = vec![];
    for _ in 0..PLACES {
        let room = town.app().room();
        let Ok(place) = room.enter(Lane::Bringing, &room.greet(None)).await else { break };
        files.push(place);
    }
    let reply = office.upload_as(&beginning, &[("body", "Hei der")], "files", "Brev.txt", b"Hei").await;
    told_to_come_again(&reply);
    assert!(reply.text.contains("value=\"Hei der\"") && reply.seen().contains("velg den på nytt"), "{}", reply.text);
    assert!(reply.text.contains("enctype=\"multipart/form-data\""), "{}", reply.text);
    // What comes from another site is not given back, and a secret never is.
    let foreign = Request::post(&page).header("sec-fetch-site", "cross-site");
    let foreign = foreign.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let reply = office.send(foreign.body(Body::from("reason=Kanarifugl")).unwrap()).await;
    told_to_come_again(&reply);
    assert!(!reply.text.contains("Kanarifugl"));
    let mut entering = vec![];
    let room = town.app().room();
    while let Ok(place) = room.enter(Lane::Entering, &room.greet(None)).await {
        entering.push(place);
    }
    for path in ["/login/password", "/login/second", "/confirm", "/me/sign-in/password"] {
        let secret = office.post(path, [("email", "a@b.example"), ("password", "Kanarifugl-1234")]).await;
        told_to_come_again(&secret);
        assert!(!secret.text.contains("Kanarifugl") && !secret.text.contains("a@b.example"), "{path}: {}", secret.text);
    }
    drop((held, files, entering));
    town.nobody().get("/login").await.shown();
}

#[both_databases]
async fn a_form_of_a_lane_with_few_places_is_short_and_holds_none_while_it_comes(town: Town) {
    let open = town.open_round(1, 1).await;
    let student = town.sign_in(open.students[0]).await;
    let cookie = format!("{}={}", kit::web::COOKIE, student.session().unwrap());
    let wishes = format!("/my/rounds/{}/wishes", open.round);
    for (path, lane) in
        [(wishes.as_str(), Lane::Handing), ("/login/password", Lane::Entering), ("/logout", Lane::Leaving)]
    {
        let begins = stream::once(async { Ok::<_, std::io::Error>(Bytes::from(vec![b'a'; 100 * 1024])) });
        let body = Body::from_stream(begins.chain(stream::pending()));
        let request = Request::post(path).header("sec-fetch-site", "same-origin").header(header::COOKIE, &cookie);
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let reply = student.send(request.body(body).unwrap()).await;
        assert_eq!(reply.status, StatusCode::PAYLOAD_TOO_LARGE, "{path}, {lane:?}: {}", reply.text);
        assert!(reply.seen().contains("større"), "{path}: {}", reply.seen());
    }
    student.get(&wishes).await.shown(); // still signed in
}

#[both_databases]
async fn who_sends_too_slowly_is_told_so_in_their_language_and_let_go(town: Town) {
    let soon = Duration::from_millis(20);
    let reader = Reader::new(kit::web::dressed_within(portal::house::routes(), town.app().clone(), soon));
    for (lang, told) in
        [("nb", "tok for lang tid"), ("nn", "tok for lang tid"), ("da", "tog for lang tid"), ("en", "took too long")]
    {
        let dribble = stream::unfold((), async |()| {
            tokio::task::yield_now().await;
            Some((Ok::<_, std::io::Error>(Bytes::new()), ()))
        });
        let request = Request::post(format!("/login?lang={lang}")).header("sec-fetch-site", "same-origin");
        let reply = reader.send(request.body(Body::from_stream(dribble)).unwrap()).await;
        assert_eq!(
            (reply.status, reply.header("connection")),
            (StatusCode::REQUEST_TIMEOUT, "close"),
            "{}",
            reply.text
        );
        assert!(reply.seen().contains(told) && !reply.text.contains("data-once"), "{lang}: {}", reply.seen());
    }
    let quick = Request::post("/login?lang=nb").header("sec-fetch-site", "same-origin");
    let quick = quick.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    reader.send(quick.body(Body::from("email=nobody%40town.example")).unwrap()).await.done();
    town.run_jobs().await;
}

#[both_databases]
async fn every_form_that_takes_a_secret_is_in_the_lane_that_keeps_nothing(town: Town) {
    // Nothing secret is typed into these: a button, or the answer of a key that is good once. What proves who somebody
    // is goes with any form, and is never kept.
    let bare = [
        "/me/sign-in/app/new",
        "/me/sign-in/app/removal",
        "/me/sign-in/passkeys/challenge",
        "/me/sign-in/passkeys",
        "/me/sign-in/passkeys/{passkey}/removal",
        "/me/sign-in/identities",
        "/me/sign-in/identities/{identity}/removal",
        "/me/sign-in/sessions/end",
        "/me/sign-in/sessions/{session}/end",
    ];
    let all: Vec<_> = town.routes().into_iter().map(|route| route.path).collect();
    assert!(bare.iter().all(|path| all.contains(path)), "an exception for a form that is not there");
    let begins = |path: &str| ["/login", "/confirm", "/me/sign-in/"].iter().any(|begin| path.starts_with(begin));
    let secret = |path: &str| begins(path) && !bare.contains(&path);
    for route in town.routes().into_iter().filter(|route| route.method == Method::POST && secret(route.path)) {
        assert_eq!(route.lane, Lane::Entering, "{}", route.path);
    }
}

#[both_databases]
async fn a_page_that_finds_no_place_says_so_in_the_readers_language_and_offers_itself_again(town: Town) {
    let open = town.open_round(1, 1).await;
    let town = crowded(&town, 0);
    let new = NewPerson {
        name: PersonName::new("Anne", "Nordmann").unwrap(),
        email: Some(Email::new("anne@town.example").unwrap()),
        phone: None,
        lang: Some(Lang::Nb),
    };
    let register = async |tx| persons::register_person(&tx, open.institution, &new).await;
    let anne = town.db().write(&Actor::portal(open.institution), register).await.unwrap();
    let role = NewRole { person: anne, role: Role::Administrator, unit: None, span: Span::ALWAYS };
    let give = async |tx| persons::give_role(&tx, open.institution, &role).await;
    town.db().write(&Actor::portal(open.institution), give).await.unwrap();
    let office = town.sign_in(anne).await;
    let english = async |reader: &Reader, path: &str| {
        let request = Request::get(path).header(header::ACCEPT_LANGUAGE, "en");
        reader.send(request.body(Body::empty()).unwrap()).await
    };
    assert!(english(&office, "/rounds").await.shown().text.contains("<html lang=\"nb\""), "their own language");
    let held = all_places(&town).await;
    let reply = english(&office, "/rounds?sort=name").await;
    told_to_come_again(&reply);
    assert!(
        reply.text.contains("<html lang=\"nb\""),
        "nobody is asked who it is, and the language is known: {}",
        reply.text
    );
    assert!(reply.seen().contains("beholder du plassen din") && !reply.seen().contains("lagret"), "{}", reply.seen());
    assert!(
        reply.text.contains("href=\"/rounds?lang=en&#38;sort=name\""),
        "what was asked for goes along: {}",
        reply.text
    );
    // Otherwise written once for all addresses: the links lead from where it is shown, to itself and to its languages.
    let plain = english(&office, "/rounds").await;
    for here in ["href=\"\"", "href=\"?lang=en\""] {
        assert!(plain.text.contains(here), "{}", plain.text);
    }
    assert_eq!(english(&office, "/").await.text, plain.text);
    for (lang, title) in [
        ("en", "Many people are here right now"),
        ("nb", "Det er mange her akkurat nå"),
        ("nn", "Det er mange her akkurat no"),
        ("da", "Der er mange her lige nu"),
    ] {
        let reply = english(&office, &format!("/rounds?lang={lang}")).await;
        assert!(reply.seen().contains(title), "{lang}: {}", reply.seen());
    }
    let elsewhere = english(&town.nobody(), "//evil.example/rounds").await;
    assert!(!elsewhere.text.contains("evil.example/rounds\""), "{}", elsewhere.text);
    drop(held);
    office.get("/rounds").await.shown();
}

#[both_databases]
async fn a_program_is_told_when_to_come_again(town: Town) {
    let open = town.open_round(1, 1).await;
    let town = crowded(&town, 0);
    let program = Program::of(&town, open.administrator, open.institution, &[Scope::SeeRounds]).await;
    let held = all_places(&town).await;
    let reply = program.get("/api/v1/rounds").await;
    told_to_come_again(&reply);
    assert_eq!(reply.header("content-type"), "application/problem+json");
    let document: serde_json::Value = serde_json::from_str(&reply.text).unwrap();
    assert_eq!((&document["name"], &document["status"]), (&"crowded".into(), &503.into()));
    assert_eq!(document["title"], "Many people are here right now");
    drop(held);
    program.get("/api/v1/rounds").await.shown();
}

#[both_databases]
async fn neither_streams_nor_slow_lines_nor_readers_who_have_gone_hold_a_place(town: Town) {
    let open = town.open_round(1, 1).await;
    town.later(TimeDelta::days(60));
    let office = persons::actor_of(town.db(), open.administrator, None).await.unwrap();
    let order = async |tx| placing::allocation::order_run(&tx, open.round).await;
    let (_, job) = town.db().write(&office, order).await.unwrap();
    let town = crowded(&town, 0);
    let office = town.sign_in(open.administrator).await;
    let cookie = format!("{}={}", kit::web::COOKIE, office.session().unwrap());
    let mut streams = vec![];
    for _ in 0..3 * PLACES {
        let request = Request::get(format!("/jobs/{job}/events")).header(header::COOKIE, &cookie);
        let answer = town.router().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(
            (answer.status(), &answer.headers()["content-type"]),
            (StatusCode::OK, &"text/event-stream".parse().unwrap())
        );
        streams.push(answer);
    }
    let mut slow = vec![];
    for _ in 0..3 * PLACES {
        let request = Request::post("/login").header("sec-fetch-site", "same-origin");
        let body = Body::from_stream(stream::pending::<Result<Bytes, std::io::Error>>());
        let mut answer = Box::pin(town.router().oneshot(request.body(body).unwrap()));
        assert!(poll!(&mut answer).is_pending());
        slow.push(answer);
    }
    for _ in 0..3 * PLACES {
        let mut gone = Box::pin(office.get("/rounds"));
        let _how_far = poll!(&mut gone); // as far as the database lets it come, which is seldom to the end
    }
    office.get("/rounds").await.shown();
    town.run_jobs().await;
}
