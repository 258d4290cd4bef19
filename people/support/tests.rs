//! What looking with another person's eyes promises.

use std::collections::BTreeMap;

use axum::http::{Method, StatusCode};
use chrono::TimeDelta;
use kit::actor::{Actor, Owner, Role};
use kit::mail;
use kit::web::Need;
use macros::both_databases;
use people::persons::{self, NewRole, Span};

use crate::testkit::{Reader, Town};

fn later(town: &Town, minutes: i64) {
    town.db().shift_clock(town.db().clock_shift() + TimeDelta::minutes(minutes));
}

/// The address with what stands there in this village; what a parameter means is told by the word before it.
fn fill(path: &str, ids: &BTreeMap<&'static str, String>) -> String {
    let mut word = "";
    let mut parts = vec![];
    for part in path.split('/') {
        if part.starts_with('{') {
            parts.push(ids[word].clone());
        } else {
            word = part;
            parts.push(part.to_owned());
        }
    }
    parts.join("/")
}

const GROUNDS: [(&str, &str); 2] = [("reason", "Mila ringte om ønskene"), ("minutes", "30")];

#[both_databases]
async fn whoever_helps_sees_the_same_pages_for_a_while_and_the_person_sees_that(town: Town) {
    let village = town.village("Mjøs").await;
    let office = town.sign_in(village.administrator).await;
    let path = format!("/people/{}/support", village.student);
    office.get(format!("{path}?lang=en")).await.shown().says("See what");
    let before = town.journal_of(village.institution).await;
    assert_eq!(office.post(&path, GROUNDS).await.done(), "/");
    let page = office.get("/?lang=en").await.shown().says("You see what Mjøs 1");
    assert!(page.text.contains("action=\"/support/end\""), "{}", page.text);
    office.get("/me?lang=en").await.shown();
    assert_eq!(town.journal_of(village.institution).await, before + 1);
    // The person is told by mail, and sees the reason, every page, and a way to end it.
    let own = town.sign_in(village.student).await;
    let looks = own.get("/me/looks?lang=en").await.shown().says("Mila ringte om ønskene").says("End it now");
    assert!(looks.text.matches("Mjøs Nordmann").count() >= 3, "{}", looks.text);
    let actor = Actor::portal(village.institution);
    let owner = Owner::proven(&actor, village.institution).unwrap();
    let mails = async |tx| Ok(mail::of_owner(&tx, owner).await?);
    let mails = town.db().read(&actor, mails).await.unwrap();
    let told = mails.iter().find(|mail| mail.person == Some(village.student) && mail.body.contains(GROUNDS[0].1));
    assert!(told.is_some_and(|mail| mail.body.contains("Mjøs Nordmann")), "the person was not told");
    town.run_jobs().await;
    // Back to one's own pages, and the while is over.
    assert_eq!(office.press("/support/end").await.done(), format!("/people/{}/sign-in", village.student));
    let page = office.get("/?lang=en").await.shown();
    assert!(!page.text.contains("/support/end"), "{}", page.text);
    assert_eq!(town.journal_of(village.institution).await, before + 2);
    let looks = own.get("/me/looks?lang=en").await.shown();
    assert!(!looks.text.contains("End it now"), "{}", looks.text);
}

#[both_databases]
async fn whoever_helps_changes_nothing_and_reads_nothing_private(town: Town) {
    let village = town.village("Mjøs").await;
    let office = town.sign_in(village.administrator).await;
    office.post(format!("/people/{}/support", village.student), GROUNDS).await.done();
    let entries = town.journal_entries().await;
    let mut held_back = 0;
    for route in town.routes() {
        let path = fill(route.path, &village.ids);
        let shows = route.method == Method::GET && !route.private && !route.fresh;
        if shows || route.helping || route.need == Need::Demo {
            continue;
        }
        let answer = office.ask(&route.method, &path).await;
        assert!(answer.status.is_client_error(), "{} {path}: {}", route.method, answer.status);
        held_back += 1;
    }
    assert!(held_back > 60, "{held_back}");
    for private in ["/me/sign-in", "/me/calendar", "/me/data.json", "/inbox", "/messages", "/notices", "/confirm"] {
        office.get(private).await.refused_with("support-only-looks");
    }
    office.post("/me", [("lang", "da"), ("scheme", "dark")]).await.refused_with("support-only-looks");
    assert_eq!(town.journal_entries().await, entries);
    // Nor can any room that forgets the gate: the database refuses the actor.
    let actor = Actor::person(village.student).seen_by(village.administrator);
    let wrote = town.db().write(&actor, async |_| Ok(())).await;
    assert!(wrote.is_err(), "somebody who helps wrote");
    town.run_jobs().await;
}

/// Whether Mila's pages are shown.
async fn sees(reader: &Reader) -> bool {
    reader.get("/me?lang=en").await.shown().text.contains("Mila Nordmann</dd>")
}

#[both_databases]
async fn a_while_ends_by_time_by_the_person_and_with_the_right(town: Town) {
    let school = town.organisation("Skole").await;
    let eva = town.holder(school, "Eva", Role::Administrator).await;
    let mila = town.person(school, "Mila").await;
    let office = town.sign_in(eva).await;
    let path = format!("/people/{mila}/support");
    office.post(&path, GROUNDS).await.done();
    assert!(sees(&office).await);
    later(&town, 31);
    assert!(!sees(&office).await, "it outlived its time");
    let office = town.sign_in(eva).await;
    office.post(&path, GROUNDS).await.done();
    assert!(sees(&office).await);
    let own = town.sign_in(mila).await;
    let looks = own.get("/me/looks").await.shown();
    let action = looks.text.split("action=\"/me/looks/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let stranger = town.sign_in(town.person(school, "Omar").await).await;
    assert_eq!(stranger.press(format!("/me/looks/{action}")).await.status, StatusCode::NOT_FOUND);
    assert!(sees(&office).await);
    assert_eq!(own.press(format!("/me/looks/{action}")).await.done(), "/me/looks");
    assert!(!sees(&office).await, "the person could not end it");
    assert_eq!(own.press(format!("/me/looks/{action}")).await.status, StatusCode::NOT_FOUND);
    town.run_jobs().await;
}

#[both_databases]
async fn nobody_helps_without_a_reason_a_right_or_where_it_would_show_others_matters(town: Town) {
    let school = town.organisation("Skole").await;
    let elsewhere = town.organisation("Annensteds").await;
    let eva = town.holder(school, "Eva", Role::Administrator).await;
    let mila = town.person(school, "Mila").await;
    let office = town.sign_in(eva).await;
    let path = format!("/people/{mila}/support");
    for wrong in [[("reason", " "), ("minutes", "30")], [("reason", "Ringte"), ("minutes", "600")]] {
        let answer = office.post(&path, wrong).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.seen());
    }
    let typed = office.post(&path, [("reason", "Ringte om ønsker"), ("minutes", "")]).await;
    assert!(typed.text.contains("Ringte om ønsker"), "{}", typed.text);
    assert_eq!(office.post(format!("/people/{eva}/support"), GROUNDS).await.status, StatusCode::CONFLICT);
    let other = town.sign_in(town.holder(elsewhere, "Ada", Role::Administrator).await).await;
    assert_eq!(other.get(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(other.post(&path, GROUNDS).await.status, StatusCode::NOT_FOUND);
    assert!(town.sign_in(mila).await.post(&path, GROUNDS).await.status.is_client_error());
    // Somebody who also works elsewhere sees what is not the office's to see.
    let jonas = town.holder(school, "Jonas", Role::Coordinator).await;
    let role = NewRole { person: jonas, role: Role::Coordinator, unit: None, span: Span::ALWAYS };
    let give = async |tx| persons::give_role(&tx, elsewhere, &role).await;
    town.db().write(&Actor::portal(elsewhere), give).await.unwrap();
    let both = office.post(format!("/people/{jonas}/support"), GROUNDS).await;
    assert_eq!(both.status, StatusCode::CONFLICT, "{}", both.seen());
    assert!(office.get("/me?lang=en").await.shown().text.contains("Eva"));
}
