//! What the room promises: what was told in confidence is read by those alone whom it is for, and each reading is seen.

use std::collections::BTreeMap;

use axum::http::{Method, StatusCode};
use base::PersonId;
use kit::actor::{Actor, Role};
use kit::db::Tx;
use kit::web::{Need, Route};
use macros::both_databases;
use placing::confidences;
use sea_orm::{ConnectionTrait, Statement};
use tracing::instrument::WithSubscriber;

use crate::allocation::{Rules, STUDENTS, Small};
use crate::backups::Shelf;
use crate::sealed::{content, holds};
use crate::strangers::fill;
use crate::testkit::{Program, Reader, Reply, Town, Village};
use crate::webhooks::Receiver;

/// Stands in the reason and nowhere else.
const MARK: &str = "Dialyse-kanari-7f";

/// s6 is placed on special considerations, for a reason that tells much.
async fn confided(town: &Town) -> (Small, PersonId) {
    let small = Small::closed(town, Rules::default(), &STUDENTS).await;
    let (person, offer) = (small.person("s6").await, small.offer("B").await);
    let fields =
        [("offer", offer.to_string()), ("ground", "considerations".into()), ("reason", format!("{MARK} tre dager"))];
    small.office().await.post(small.at(&format!("students/{person}/placement")), fields).await.done();
    (small, person)
}

fn confidence(small: &Small, person: PersonId) -> String {
    small.at(&format!("students/{person}/confidence"))
}

async fn open(reader: &Reader, small: &Small, person: PersonId) -> Reply {
    reader.post(confidence(small, person), [("why", "complaint")]).await
}

#[both_databases]
async fn what_was_told_in_confidence_stands_nowhere_but_where_it_is_opened(town: Town) {
    let town = town.allowing("127.0.0.0/8").await;
    let (small, person) = confided(&town).await;
    small.draw().await;
    let office = small.office().await;
    let receiver = hears_everything(&town, &small).await;
    let mut pages = vec![];
    for page in ["allocation", "changes", "pairs", "students", "publication"] {
        pages.push((page.to_owned(), office.get(small.at(page)).await.shown().text));
    }
    for file in ["allocation.csv", "allocation/students.csv", "students.csv"] {
        pages.push((file.to_owned(), office.get(small.at(file)).await.shown().text));
    }
    pages.push(("placement".into(), office.get(small.at(&format!("students/{person}/placement"))).await.shown().text));
    pages.push(("search".into(), office.get(format!("/search?q={MARK}")).await.shown().text.replace(MARK, "typed")));
    pages.push(("confidence".into(), office.get(confidence(&small, person)).await.shown().text));
    let long = format!("{MARK}{}", "x".repeat(1000));
    let wrong = [("offer", small.offer("C").await.to_string()), ("ground", "considerations".into()), ("reason", long)];
    let again = office.post(small.at(&format!("students/{person}/placement")), wrong).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "what is typed comes back to whoever typed it");
    office.press(small.at("publication")).await.done();
    town.now_is("2027-02-11 09:11");
    town.run_jobs().await;
    let student = town.sign_in(person).await;
    for page in ["/my/placement", "/me/data.json", "/inbox"] {
        pages.push((page.into(), student.get(page).await.shown().text));
    }
    for (page, text) in &pages {
        assert!(!text.contains(MARK), "{page} tells what was told in confidence");
    }
    let ground = "Særlige hensyn";
    for (page, text) in pages.iter().filter(|(page, _)| page != "placement") {
        assert!(!text.contains(ground), "{page} tells the ground");
    }
    let sent = receiver.got();
    assert!(!sent.is_empty(), "no system was told anything");
    for (headers, body) in &sent {
        assert!(!body.contains(MARK) && !format!("{headers:?}").contains(MARK), "a delivery tells it: {body}");
    }
    let kept = rows_without_mark(&town).await;
    for table in ["confidences", "mails", "notices", "journal", "deliveries"] {
        assert!(kept[table] > 0, "{table} has no row that could have told it");
    }
    assert!(exported(&town, small.institution).await.contains(&person.to_string()), "nothing was exported");
    let shelf = Shelf::new();
    let made = shelf.copy(&town).await;
    assert!(!holds(&content(&made, &town.place()), MARK), "a plain copy holds it");
    open(&office, &small, person).await.shown().says(MARK).says("hensyn");
}

/// A system of the organisation that is told of every event there is.
async fn hears_everything(town: &Town, small: &Small) -> Receiver {
    let receiver = Receiver::start().await;
    let actor = people::persons::actor_of(town.db(), small.administrator, None).await.unwrap();
    let events: Vec<String> = people::webhooks::model::EVENTS.iter().map(|event| event.to_string()).collect();
    let new = people::webhooks::NewWebhook::read(receiver.address(), &events).unwrap();
    let outgoing = kit::outgoing::Outgoing::of(town.app().settings());
    let make = async |tx| people::webhooks::actions::make(&tx, small.institution, &new, &outgoing).await;
    town.db().write(&actor, make).await.unwrap();
    receiver
}

/// How many rows each table has, of every organisation; none of them holds the mark in clear.
async fn rows_without_mark(town: &Town) -> BTreeMap<&'static str, usize> {
    let all = async |tx: Tx| people::organisations::all(&tx).await;
    let owners = town.db().read(&Actor::nobody(), all).await.unwrap();
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    let mut is_sealed = false;
    for table in migrations::tables() {
        let sql = match town.owner_url() {
            Some(_) => format!("SELECT t::text FROM {} t", table.name()),
            None => format!("SELECT quote({}) FROM {}", columns(&table).join(") || quote("), table.name()),
        };
        for owner in &owners {
            let look = async |tx: Tx| {
                let rows = tx.query_all_raw(Statement::from_string(tx.backend(), sql.clone())).await?;
                Ok(rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<Vec<String>, _>>()?)
            };
            for row in town.db().read(&Actor::portal(owner.id), look).await.unwrap() {
                let is_told = row.contains(MARK) || row.to_lowercase().contains(&hex::encode(MARK));
                assert!(!is_told, "{} holds it", table.name());
                is_sealed |= row.contains("sealed1.");
                *counts.entry(table.name()).or_default() += 1;
            }
        }
    }
    assert!(is_sealed, "nothing was kept at all");
    counts
}

/// Everything an organisation takes along, as text; the mark is not in it.
async fn exported(town: &Town, organisation: base::OrganisationId) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("export.zip");
    let blobs = town.app().part::<kit::blobs::Blobs>();
    operating::departure::export(town.db(), blobs, organisation, &path).await.unwrap();
    let all: String = crate::departure::read(&path).into_values().collect();
    assert!(!all.contains(MARK) && !all.to_lowercase().contains(&hex::encode(MARK)), "the export holds it");
    all
}

/// How many requests change something; the rest open everything there is.
const CHANGES: usize = 300;

#[both_databases]
async fn no_page_operation_mail_or_log_line_tells_the_mark_but_whoever_opens_it_sees_it(town: Town) {
    let village = town.village("Mjøs").await;
    town.run_jobs().await;
    let round: base::RoundId = village.ids["rounds"].parse().unwrap();
    let administrator = people::persons::actor_of(town.db(), village.administrator, None).await.unwrap();
    let keep = async |tx: Tx| {
        let owner = kit::actor::Owner::proven(tx.actor(), village.institution).expect("their own");
        let (about, told) = ((round, village.student), confidences::Told::refused(&format!("{MARK} tre dager")));
        confidences::keep(&tx, owner, about, tx.new_id::<base::RestrictionId>().0, &told, tx.actor().person_id()).await
    };
    town.db().write(&administrator, keep).await.unwrap();
    let log = crate::server::Kept::default();
    let subscriber =
        tracing_subscriber::fmt().json().with_max_level(tracing::Level::DEBUG).with_writer(log.clone()).finish();
    everything_asked(&town, &village).with_subscriber(subscriber).await;
    assert!(log.text().lines().count() > CHANGES && !log.text().contains(MARK), "the log tells it");
    rows_without_mark(&town).await;
    exported(&town, village.institution).await;
}

/// Opens every page and every operation, and sends what can be sent, as everybody it might be for.
async fn everything_asked(town: &Town, village: &Village) {
    let page = format!("/rounds/{}/students/{}/confidence", village.ids["rounds"], village.student);
    let office = town.sign_in(village.administrator).await;
    office.get(&page).await.shown();
    office.post(&page, [("why", "complaint")]).await.shown().says(MARK);
    let stranger = town.organisation("Annensteds").await;
    let readers = [
        office,
        town.sign_in(town.holder(village.institution, "Berit", Role::Administrator).await).await,
        town.sign_in(village.student).await,
        town.sign_in(village.coordinator).await,
        town.sign_in(village.operator).await,
        town.sign_in(town.holder(stranger, "Carl", Role::Administrator).await).await,
    ];
    let program = Program::of(town, village.administrator, village.institution, &kit::scope::Scope::ALL).await;
    let ends = ["/events", "/logout", "/sessions", "/sessions/end", "/release", "/departure", "/merger", "/erasure"];
    let all: Vec<Route> = town.routes().into_iter().filter(|route| !route.path.starts_with("/login")).collect();
    let asked: Vec<Route> = all.into_iter().filter(|route| !ends.iter().any(|end| route.path.ends_with(end))).collect();
    let is_told = |reply: &Reply| {
        let in_header = |value: &axum::http::HeaderValue| value.to_str().is_ok_and(|text| text.contains(MARK));
        reply.text.contains(MARK) || reply.headers.values().any(in_header)
    };
    for route in asked.iter().filter(|route| route.method == Method::GET) {
        let path = fill(route.path, &village.ids, true);
        if matches!(route.need, Need::Token(_)) {
            assert!(!is_told(&program.get(&path).await), "the operation {path} tells it");
            continue;
        }
        for reader in &readers {
            assert!(!is_told(&reader.get(format!("{path}?q=Dialyse")).await), "{path} tells it");
        }
    }
    // A cancelled round is told to a system that is not there.
    let is_sent = |route: &&Route| route.method == Method::POST && !route.path.contains("cancel");
    let sent: Vec<&Route> = asked.iter().filter(is_sent).collect();
    let mut chance = fastrand::Rng::with_seed(2027);
    for _ in 0..CHANGES {
        let route = sent[chance.usize(..sent.len())];
        let path = fill(route.path, &village.ids, true);
        let fields = [("q", "x"), ("page", "1")].into_iter().take(chance.usize(..2));
        let reply = match route.need {
            Need::Token(_) => program.send(&Method::POST, &path, &[], None).await,
            _ => readers[chance.usize(..readers.len())].post(&path, fields).await,
        };
        assert!(!is_told(&reply), "{path} tells it");
    }
    town.run_jobs().await;
}

fn columns(table: &migrations::schema::TableOf) -> Vec<&'static str> {
    table.data_map().iter().map(|line| line.column).collect()
}

#[both_databases]
async fn who_wrote_it_or_is_named_opens_it_and_the_student_sees_who_and_what_for(town: Town) {
    let (small, person) = confided(&town).await;
    let berit = town.holder(small.institution, "Berit", Role::Administrator).await;
    let other = town.sign_in(berit).await;
    other.get(confidence(&small, person)).await.shown().says("Du er ikke blant dem som leser");
    let refused = open(&other, &small, person).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(!refused.text.contains(MARK));
    let office = small.office().await;
    let why_less = office.post(confidence(&small, person), [("why", "curious")]).await;
    assert_eq!(why_less.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!why_less.text.contains(MARK));
    open(&office, &small, person).await.shown().says(MARK);
    let rules = format!("/organisations/{}/placing-rules", small.institution);
    let stranger = town.person(small.institution, "Siri").await;
    let named = async |who: PersonId| {
        office.post(&rules, [("second_pair", "no".to_owned()), ("reader", who.to_string())]).await.status
    };
    assert_eq!(named(stranger).await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(named(berit).await, StatusCode::SEE_OTHER);
    open(&other, &small, person).await.shown().says(MARK);
    assert_eq!(named(small.administrator).await, StatusCode::SEE_OTHER);
    assert_eq!(open(&other, &small, person).await.status, StatusCode::FORBIDDEN, "who is named no longer reads on");
    let student = town.sign_in(person).await;
    let page = student.get("/me/looks?lang=en").await.shown();
    assert!(page.seen().contains("What is kept in confidence about you"), "{}", page.seen());
    let file: serde_json::Value = serde_json::from_str(&student.get("/me/data.json").await.shown().text).unwrap();
    let rows = file["tables"]["confidence_openings"]["rows"].as_array().unwrap();
    let by: Vec<_> = rows.iter().map(|row| (row["by_id"].as_str().unwrap(), row["why"].as_str().unwrap())).collect();
    let (first, second) = (small.administrator.to_string(), berit.to_string());
    assert_eq!(by, [(first.as_str(), "complaint"), (second.as_str(), "complaint")]);
    town.run_jobs().await;
}

#[both_databases]
async fn reasons_from_before_there_were_seals_are_sealed_at_the_start(town: Town) {
    let (small, person) = confided(&town).await;
    let before = async |tx: Tx| {
        let sql = "UPDATE confidences SET sealed = NULL, before = $1";
        let told = format!("considerations:{MARK}: fra før");
        tx.execute_raw(Statement::from_sql_and_values(tx.backend(), sql, [told.into()])).await?;
        Ok(())
    };
    small.write(before).await;
    assert_eq!(confidences::seal_from_before(town.db()).await.unwrap(), 1);
    assert_eq!(confidences::seal_from_before(town.db()).await.unwrap(), 0);
    let rows = async |tx: Tx| {
        let sql = "SELECT coalesce(before, '') || sealed FROM confidences";
        let rows = tx.query_all_raw(Statement::from_string(tx.backend(), sql)).await?;
        Ok(rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<Vec<String>, _>>()?)
    };
    let kept = small.read(rows).await;
    assert!(kept.iter().all(|row| row.starts_with("sealed1.")), "{kept:?}");
    open(&small.office().await, &small, person).await.shown().says(&format!("{MARK}: fra før"));
    let destroy = async |tx: Tx| kit::sealed::destroy(&tx, person, Some(small.institution)).await;
    assert!(town.db().write(&Actor::portal(small.institution), destroy).await.unwrap());
    let gone = open(&small.office().await, &small, person).await.shown().says("Slettet: kan ikke åpnes lenger");
    assert!(!gone.text.contains(MARK));
    town.run_jobs().await;
}
