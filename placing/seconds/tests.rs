//! What the room promises: two people stand behind what is done by hand, and nobody stands behind it alone.

use axum::http::{Method, StatusCode};
use base::PersonId;
use kit::actor::Role;
use kit::journal;
use kit::scope::Scope;
use macros::both_databases;
use placing::allocation::model::draft::How;
use placing::pairs::{self, NewPair, Pair};
use placing::{rounds, seconds};

use crate::allocation::{RESULT, Rules, STUDENTS, Small};
use crate::testkit::{Reader, Town};

/// The round of the allocation's tests, another of the office, and the rule.
async fn with_rule(town: &Town) -> (Small, PersonId) {
    let small = Small::closed(town, Rules::default(), &STUDENTS).await;
    let berit = town.holder(small.institution, "Berit", Role::Administrator).await;
    let set = small.office().await.post(rules(&small), [("second_pair", "yes")]).await;
    assert_eq!(set.done(), rules(&small));
    (small, berit)
}

fn rules(small: &Small) -> String {
    format!("/organisations/{}/placing-rules", small.institution)
}

fn list(small: &Small) -> String {
    format!("/organisations/{}/second-looks", small.institution)
}

/// The ids of what waits, the oldest first.
async fn waiting(small: &Small) -> Vec<String> {
    let look = async |tx| Ok(seconds::actions::waiting(&tx, small.institution, (0, 50)).await?.0);
    small.read(look).await.into_iter().map(|one| one.asked.id.to_string()).collect()
}

async fn act(reader: &Reader, small: &Small, look: &str, act: &str) -> StatusCode {
    reader.press(format!("{}/{look}/{act}", list(small))).await.status
}

async fn is_by_hand(small: &Small, key: &str) -> bool {
    let person = small.person(key).await;
    small.draft().await.of(person).is_some_and(|line| matches!(line.how, How::ByHand(_)))
}

/// What the journal says about second looks: what, by whom, asked by whom.
async fn told(small: &Small) -> Vec<(String, Option<PersonId>, Option<PersonId>)> {
    let kinds = ["second-look-asked", "second-look-given", "second-look-refused", "second-look-withdrawn"];
    let entries = small
        .read(async |tx| {
            let owner = kit::actor::Owner::proven(tx.actor(), small.institution).expect("the portal's scope");
            Ok(journal::of_kinds(&tx, owner, small.round, &kinds, 50).await?)
        })
        .await;
    let asked = |facts: &serde_json::Value| serde_json::from_value(facts["asked_by"].clone()).ok();
    let mut told: Vec<_> = entries.into_iter().map(|entry| (entry.kind, entry.person, asked(&entry.facts))).collect();
    told.reverse();
    told
}

#[both_databases]
async fn what_one_asks_another_confirms_and_until_then_nothing_counts(town: Town) {
    let (small, berit) = with_rule(&town).await;
    let (anna, other) = (small.office().await, town.sign_in(berit).await);
    small.place("s6", "B").await.done();
    assert!(!is_by_hand(&small, "s6").await);
    let told_round = "1 sak i denne runden venter på en til. Trekningen og publiseringen teller den ikke.";
    anna.get(small.at("allocation")).await.shown().says(told_round);
    anna.get(small.at("publication")).await.shown().says("1 sak venter på en til og teller ikke.");
    let overview = anna.get("/").await.shown();
    assert!(!overview.seen().contains("venter på at du ser på"), "whoever asked is asked");
    other.get("/").await.shown().says("1 sak venter på at du ser på den");
    let [look] = waiting(&small).await.try_into().expect("one thing waits");
    let href = small.at(&format!("students/{}/placement", small.person("s6").await));
    anna.get(&href).await.shown().says("venter på en til og teller ikke ennå");
    assert_eq!(act(&anna, &small, &look, "confirmation").await, StatusCode::FORBIDDEN, "alone");
    assert!(!is_by_hand(&small, "s6").await);
    assert_eq!(small.place("s6", "A").await.status, StatusCode::UNPROCESSABLE_ENTITY, "it waits already");
    other.get(list(&small)).await.shown().says("Plassere s6 Nordmann ved Place B");
    assert_eq!(act(&other, &small, &look, "confirmation").await, StatusCode::SEE_OTHER);
    assert!(is_by_hand(&small, "s6").await);
    assert_eq!(act(&other, &small, &look, "confirmation").await, StatusCode::CONFLICT, "it waits no longer");
    small.draw().await;
    assert!(small.result().await.contains("s6,B,\n"));
    let asked = (String::from("second-look-asked"), Some(small.administrator), Some(small.administrator));
    let given = (String::from("second-look-given"), Some(berit), Some(small.administrator));
    assert_eq!(told(&small).await, [asked.clone(), given]);
    // A release waits as well, and whoever asked takes it back.
    let person = small.person("s6").await;
    anna.post(small.at(&format!("students/{person}/release")), [("reason", "A mistake")]).await.done();
    assert!(is_by_hand(&small, "s6").await);
    let [release] = waiting(&small).await.try_into().expect("one thing waits");
    assert_eq!(act(&other, &small, &release, "withdrawal").await, StatusCode::NOT_FOUND);
    assert_eq!(act(&anna, &small, &release, "withdrawal").await, StatusCode::SEE_OTHER);
    assert!(is_by_hand(&small, "s6").await && waiting(&small).await.is_empty());
    town.run_jobs().await;
}

#[both_databases]
async fn the_draw_leaves_out_what_waits_and_a_full_place_cannot_be_confirmed(town: Town) {
    let (small, berit) = with_rule(&town).await;
    small.place("s6", "B").await.done();
    small.draw().await;
    assert_eq!(small.result().await, RESULT, "the draw counted what nobody has confirmed");
    let [look] = waiting(&small).await.try_into().expect("one thing waits");
    let other = town.sign_in(berit).await;
    assert_eq!(act(&other, &small, &look, "confirmation").await, StatusCode::CONFLICT);
    assert_eq!(waiting(&small).await, [look], "it was decided although it could not be done");
    assert_eq!(small.result().await, RESULT);
    town.run_jobs().await;
}

#[both_databases]
async fn what_is_turned_down_never_counts_and_its_reason_is_for_whoever_asked(town: Town) {
    let (small, berit) = with_rule(&town).await;
    let (anna, other) = (small.office().await, town.sign_in(berit).await);
    small.place("s6", "B").await.done();
    let [look] = waiting(&small).await.try_into().expect("one thing waits");
    let refusal = format!("{}/{look}/refusal", list(&small));
    let again = other.post(&refusal, [("note", "  ")]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    again.says("Skriv hvorfor du avviser det");
    assert_eq!(anna.post(&refusal, [("note", "no")]).await.status, StatusCode::FORBIDDEN);
    other.post(&refusal, [("note", "Legen skriver noe annet")]).await.done();
    assert!(!is_by_hand(&small, "s6").await && waiting(&small).await.is_empty());
    let page = anna.get(list(&small)).await.shown().says("Avvist av Berit Nordmann");
    assert!(!page.text.contains("Legen"), "the reason stands in a list");
    let confidence = small.at(&format!("students/{}/confidence", small.person("s6").await));
    anna.post(&confidence, [("why", "deciding")]).await.shown().says("Legen skriver noe annet");
    town.run_jobs().await;
}

#[both_databases]
async fn priority_classes_wait_and_the_rest_of_a_pair_does_not(town: Town) {
    let (small, berit) = with_rule(&town).await;
    let (person, offer) = (small.person("s1").await, small.offer("A").await);
    let pair = Pair { class: Some(0), travel_minutes: Some(30), ban: None };
    let anna = people::persons::actor_of(town.db(), small.administrator, None).await.unwrap();
    let note = async |tx| {
        let round = rounds::find(&tx, small.round).await?;
        pairs::note(&tx, &round, &[NewPair { person, offer, pair }], None).await
    };
    town.db().write(&anna, note).await.unwrap();
    let kept = async || {
        let read = async |tx| {
            let round = rounds::find(&tx, small.round).await?;
            let owner = kit::actor::Owner::proven(tx.actor(), small.institution).expect("the portal's scope");
            Ok(pairs::of_round(&tx, owner, &round).await?.remove(&(person, offer)))
        };
        small.read(read).await
    };
    assert_eq!(kept().await, Some(Pair { class: None, ..pair }));
    let [look] = waiting(&small).await.try_into().expect("one thing waits");
    let other = town.sign_in(berit).await;
    other.get(list(&small)).await.shown().says("Sette 1 prioritetsgruppe");
    assert_eq!(act(&small.office().await, &small, &look, "confirmation").await, StatusCode::FORBIDDEN);
    assert_eq!(act(&other, &small, &look, "confirmation").await, StatusCode::SEE_OTHER);
    assert_eq!(kept().await, Some(pair));
    town.run_jobs().await;
}

#[both_databases]
async fn the_rule_needs_two_to_begin_and_two_to_end(town: Town) {
    let small = Small::closed(&town, Rules::default(), &STUDENTS).await;
    let anna = small.office().await;
    let alone = anna.post(rules(&small), [("second_pair", "yes")]).await;
    assert_eq!(alone.status, StatusCode::UNPROCESSABLE_ENTITY);
    alone.says("Du er den eneste administratoren");
    let berit = town.holder(small.institution, "Berit", Role::Administrator).await;
    anna.post(rules(&small), [("second_pair", "yes")]).await.done();
    anna.post(rules(&small), [("second_pair", "no")]).await.done();
    small.place("s6", "B").await.done();
    assert!(!is_by_hand(&small, "s6").await, "one person ended the rule");
    let first = waiting(&small).await.remove(0);
    assert_eq!(act(&anna, &small, &first, "confirmation").await, StatusCode::FORBIDDEN);
    assert_eq!(act(&town.sign_in(berit).await, &small, &first, "confirmation").await, StatusCode::SEE_OTHER);
    small.place("s5", "B").await.done();
    assert!(is_by_hand(&small, "s5").await);
    town.run_jobs().await;
}

#[both_databases]
async fn a_token_confirms_nothing_that_its_maker_asked(town: Town) {
    let (small, berit) = with_rule(&town).await;
    let (person, offer) = (small.person("s6").await, small.offer("B").await);
    let body = serde_json::json!({ "offer": offer, "ground": "considerations", "reason": "merke-e8" }).to_string();
    let send = async |value: String, path: String, body: String| {
        let request = axum::http::Request::builder()
            .method(Method::POST)
            .uri(path)
            .header("authorization", format!("Bearer {value}"))
            .header("content-type", "application/json")
            .header("idempotency-key", kit::chance::secret_hex(8))
            .body(axum::body::Body::from(body))
            .unwrap();
        town.nobody().send(request).await
    };
    let anna = town.token(small.administrator, small.institution, &[Scope::Allocate]).await;
    let other = town.token(berit, small.institution, &[Scope::Allocate]).await;
    let path = format!("/api/v1/rounds/{}/students/{person}/placement", small.round);
    assert_eq!(send(anna.clone(), path, body).await.status, StatusCode::NO_CONTENT);
    assert!(!is_by_hand(&small, "s6").await);
    let [look] = waiting(&small).await.try_into().expect("one thing waits");
    let confirm = format!("/api/v1/organisations/{}/second-looks/{look}/confirmation", small.institution);
    assert_eq!(send(anna, confirm.clone(), String::new()).await.status, StatusCode::FORBIDDEN);
    assert_eq!(send(other, confirm, String::new()).await.status, StatusCode::NO_CONTENT);
    assert!(is_by_hand(&small, "s6").await);
    town.run_jobs().await;
}
