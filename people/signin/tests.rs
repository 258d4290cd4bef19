//! What signing in promises.

use axum::http::StatusCode;
use base::{OrganisationId, PersonId};
use chrono::TimeDelta;
use kit::actor::{Actor, Owner, Role};
use kit::mail;
use macros::both_databases;
use people::persons::{self, Email, NewPerson, NewRole, PersonName, Span};
use people::signin::{self, Key, actions, queries};

use crate::testkit::{Reader, Town};

fn later(town: &Town, minutes: i64) {
    town.db().shift_clock(town.db().clock_shift() + TimeDelta::minutes(minutes));
}

async fn with_email(town: &Town, organisation: OrganisationId, name: &str, email: &str) -> PersonId {
    let new = NewPerson {
        name: PersonName::new(name, "Nordmann").unwrap(),
        email: Some(Email::new(email).unwrap()),
        phone: None,
        lang: None,
    };
    let register = async |tx| persons::register_person(&tx, organisation, &new).await;
    town.db().write(&Actor::portal(organisation), register).await.unwrap()
}

/// Whom mails went to and which link each holds, the latest first. Links are emptied once the mail is sent.
async fn links(town: &Town, organisation: OrganisationId) -> Vec<(Option<PersonId>, String)> {
    let actor = Actor::portal(organisation);
    let owner = Owner::proven(&actor, organisation).unwrap();
    let sent = town.db().read(&actor, async |tx| Ok(mail::of_owner(&tx, owner).await?)).await.unwrap();
    sent.into_iter().filter_map(|sent| Some((sent.person, sent.link?.1))).collect()
}

async fn ask(reader: &Reader, email: &str) -> String {
    reader.post("/login", [("email", email)]).await.done()
}

#[both_databases]
async fn a_link_signs_in_once_and_looking_at_it_changes_nothing(town: Town) {
    let school = town.organisation("Skole").await;
    let mila = with_email(&town, school, "Mila", "mila@town.example").await;
    let reader = town.nobody();
    assert_eq!(ask(&reader, " MILA@town.example ").await, "/login/sent");
    let sent = links(&town, school).await;
    let [(person, link)] = sent.as_slice() else { panic!("one link, not {}", sent.len()) };
    assert_eq!(*person, Some(mila));
    for _ in 0..2 {
        reader.get(link).await.shown().says("Mila Nordmann");
        assert_eq!(reader.session(), None);
    }
    assert_eq!(reader.press(link).await.done(), "/");
    reader.get("/").await.shown().says("Mila");
    let again = town.nobody();
    assert_eq!(again.press(link).await.status, StatusCode::NOT_FOUND);
    assert_eq!(again.get(link).await.status, StatusCode::NOT_FOUND);
    assert_eq!(again.session(), None);
    town.run_jobs().await;
    assert_eq!(links(&town, school).await, [], "a sent mail keeps no link in the database");
}

#[both_databases]
async fn a_link_opens_for_thirty_minutes(town: Town) {
    let school = town.organisation("Skole").await;
    with_email(&town, school, "Mila", "mila@town.example").await;
    let reader = town.nobody();
    ask(&reader, "mila@town.example").await;
    let link = links(&town, school).await.remove(0).1;
    later(&town, 29);
    reader.get(&link).await.shown();
    later(&town, 2);
    assert_eq!(reader.press(&link).await.status, StatusCode::NOT_FOUND);
    assert_eq!(reader.session(), None);
    town.run_jobs().await;
}

#[both_databases]
async fn a_shared_mailbox_gets_a_link_for_each_person(town: Town) {
    let school = town.organisation("Skole").await;
    let one = with_email(&town, school, "Anne", "avdeling@town.example").await;
    let other = with_email(&town, school, "Kari", "avdeling@town.example").await;
    ask(&town.nobody(), "avdeling@town.example").await;
    let sent = links(&town, school).await;
    let mut people: Vec<_> = sent.iter().filter_map(|sent| sent.0).collect();
    people.sort();
    assert_eq!(people, [one, other]);
    for (person, link) in sent {
        let name = if person == Some(one) { "Anne" } else { "Kari" };
        let reader = town.nobody();
        reader.press(&link).await.done();
        reader.get("/me").await.shown().says(name);
    }
    town.run_jobs().await;
}

#[both_databases]
async fn an_unknown_address_gets_the_same_answer(town: Town) {
    let school = town.organisation("Skole").await;
    with_email(&town, school, "Mila", "mila@town.example").await;
    let mut answers = vec![];
    for email in ["mila@town.example", "nobody@town.example"] {
        let mut answer = town.nobody().post("/login", [("email", email)]).await;
        answer.headers.remove("x-request-id");
        answers.push((answer.status, format!("{:?}", answer.headers), answer.text));
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(links(&town, school).await.len(), 1);
    town.run_jobs().await;
}

#[both_databases]
async fn a_session_is_renewed_at_sign_in_and_ended_at_sign_out(town: Town) {
    let school = town.organisation("Skole").await;
    with_email(&town, school, "Mila", "mila@town.example").await;
    let reader = town.nobody();
    let mut values = vec![];
    for _ in 0..2 {
        ask(&reader, "mila@town.example").await;
        let link = links(&town, school).await.remove(0).1;
        reader.press(&link).await.done();
        values.push(reader.session().unwrap());
    }
    assert_ne!(values[0], values[1]);
    let old = town.nobody().with_session(&values[0]);
    assert!(old.get("/").await.location().starts_with("/login"), "the session from before still opens");
    let page = reader.get("/").await.shown();
    assert_eq!(page.header("cache-control"), "no-store");
    let left = reader.press("/logout").await;
    assert_eq!(left.header("clear-site-data"), "\"cache\", \"cookies\", \"storage\"");
    assert_eq!(left.done(), "/login?way=mail");
    assert_eq!(reader.session(), None);
    let copied = town.nobody().with_session(&values[1]);
    assert!(copied.get("/").await.location().starts_with("/login"), "a copied cookie still opens");
    town.run_jobs().await;
}

#[both_databases]
async fn what_the_database_holds_opens_nothing(town: Town) {
    let school = town.organisation("Skole").await;
    let mila = town.person(school, "Mila").await;
    let value = signin::begin_session(town.db(), mila, signin::Way::Mail).await.unwrap();
    let stored = Key::new(&value).unwrap().fingerprint();
    assert!(town.nobody().with_session(&stored).get("/").await.location().starts_with("/login"));
    town.nobody().with_session(&value).get("/").await.shown();
    let found = async |tx| Ok(queries::find_session(&tx, &Key::new(&value).unwrap()).await?.is_some());
    assert!(town.db().read(&Actor::nobody(), found).await.unwrap());
}

#[both_databases]
async fn a_session_ends_by_idling_and_after_twelve_hours(town: Town) {
    let school = town.organisation("Skole").await;
    let mila = town.person(school, "Mila").await;
    let idle = town.nobody().with_session(&signin::begin_session(town.db(), mila, signin::Way::Mail).await.unwrap());
    let busy = town.nobody().with_session(&signin::begin_session(town.db(), mila, signin::Way::Mail).await.unwrap());
    for _ in 0..7 {
        later(&town, 100);
        busy.get("/").await.shown();
    }
    assert!(idle.get("/").await.location().starts_with("/login"), "two idle hours have passed");
    later(&town, 21);
    assert!(busy.get("/").await.location().starts_with("/login"), "twelve hours have passed");
}

#[both_databases]
async fn an_ended_role_is_ended_at_the_next_request(town: Town) {
    let school = town.organisation("Skole").await;
    let person = town.person(school, "Jonas").await;
    let reader =
        town.nobody().with_session(&signin::begin_session(town.db(), person, signin::Way::Mail).await.unwrap());
    assert_eq!(reader.get("/rounds").await.status, StatusCode::FORBIDDEN);
    let new = NewRole { person, role: Role::Administrator, unit: None, span: Span::ALWAYS };
    let give = async |tx| persons::give_role(&tx, school, &new).await;
    let role = town.db().write(&Actor::portal(school), give).await.unwrap();
    reader.get("/rounds").await.shown();
    town.db().write(&Actor::portal(school), async |tx| persons::end_role(&tx, role).await).await.unwrap();
    assert_eq!(reader.get("/rounds").await.status, StatusCode::FORBIDDEN);
}

#[both_databases]
async fn after_signing_in_nobody_is_led_to_another_site(town: Town) {
    let school = town.organisation("Skole").await;
    let forms = [
        ("//evil.example", "/"),
        ("https://evil.example", "/"),
        ("/\\evil.example", "/"),
        ("/me?lang=nn", "/me?lang=nn"),
    ];
    for (number, (next, led)) in forms.into_iter().enumerate() {
        let email = format!("p{number}@town.example");
        with_email(&town, school, "Mila", &email).await;
        let reader = town.nobody();
        let page = reader.get(format!("/login?next={}", next.replace('?', "%3F"))).await.shown();
        assert_eq!(page.text.contains("name=\"next\""), led == next, "{next}");
        reader.post("/login", [("email", email.as_str()), ("next", next)]).await.done();
        let link = links(&town, school).await.remove(0).1;
        assert_eq!(reader.press(&link).await.done(), led);
    }
    town.run_jobs().await;
}

#[both_databases]
async fn a_campus_gets_in_one_guesser_does_not_and_the_victim_is_not_locked_out(town: Town) {
    let campus = "192.0.2.7";
    let school = town.organisation("Skole").await;
    with_email(&town, school, "Mila", "mila@town.example").await;
    let victim = town.nobody();
    ask(&victim, "mila@town.example").await;
    let link = links(&town, school).await.remove(0).1;
    let email = Email::new("mila@town.example").unwrap();
    let mut refused = 0;
    for _ in 0..50 {
        refused += u32::from(actions::count_try(town.db(), campus, Some(&email)).await.is_err());
    }
    assert_eq!(refused, 43, "eight tries in a quarter of an hour, the victim's own among them");
    for number in 0..5_000 {
        let email = Email::new(&format!("student{number}@town.example")).unwrap();
        actions::count_try(town.db(), campus, Some(&email)).await.expect("everybody of the campus gets in");
    }
    assert_eq!(victim.post("/login", [("email", "mila@town.example")]).await.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(victim.press(&link).await.done(), "/");
    later(&town, 16);
    ask(&town.nobody(), "mila@town.example").await;
    town.run_jobs().await;
}

#[both_databases]
async fn what_is_no_address_and_no_field_is_refused_with_a_reason(town: Town) {
    let reader = town.nobody();
    let answer = reader.post("/login?lang=nb", [("email", "mila")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    answer.says("«mila» er ikke en e-postadresse");
    assert_eq!(reader.post("/login", [("owner_id", "x")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(reader.post("/login", [("persona", "ida")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(reader.get("/demo/mails").await.status, StatusCode::NOT_FOUND);
    assert_eq!(reader.get(format!("/login/{}", "0".repeat(64))).await.status, StatusCode::NOT_FOUND);
    assert_eq!(reader.session(), None);
}

#[both_databases]
async fn half_signed_in_is_not_signed_in(town: Town) {
    let school = town.organisation("Skole").await;
    with_email(&town, school, "Mila", "mila@town.example").await;
    let reader = town.nobody();
    ask(&reader, "mila@town.example").await;
    let link = links(&town, school).await.remove(0).1;
    reader.get(&link).await.shown();
    for route in town.routes() {
        if route.need == kit::web::Need::Anyone || route.method != "GET" || route.path.contains('{') {
            continue;
        }
        let answer = reader.get(route.path).await;
        let refused = answer.location().starts_with("/login")
            || matches!(answer.status, StatusCode::NOT_FOUND | StatusCode::UNAUTHORIZED);
        assert!(refused, "{} answered {}", route.path, answer.status);
    }
    town.run_jobs().await;
}
