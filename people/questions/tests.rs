//! What the room promises: looks are drawn by chance each week, and what surprises somebody is looked into.

use axum::http::StatusCode;
use base::{OrganisationId, PersonId};
use kit::actor::{Actor, Role};
use macros::both_databases;
use people::organisations::{self, NewUnit};
use people::persons::{self, NewRole, Span};
use people::questions;
use sea_orm::{ConnectionTrait, Statement};

use crate::testkit::Town;

/// An administrator opened a student's file last week, and that look was drawn.
struct Drawn {
    institution: OrganisationId,
    administrator: PersonId,
    student: PersonId,
}

async fn drawn(town: &Town) -> Drawn {
    town.now_is("2027-02-12 09:00");
    let institution = town.organisation("Mjøs høgskole").await;
    let administrator = town.holder(institution, "Mjøs", Role::Administrator).await;
    let at = Drawn { institution, administrator, student: town.enrolled(institution, "Vår").await };
    let office = town.sign_in(at.administrator).await;
    office.get(format!("/organisations/{}/people/{}", at.institution, at.student)).await.shown();
    town.now_is("2027-02-15 08:00");
    assert_eq!(every_week(town).await, (1, 0));
    at
}

async fn every_week(town: &Town) -> (u64, u64) {
    let done = questions::actions::every_week(town.db(), || "5e".into()).await.unwrap();
    town.run_jobs().await;
    done
}

/// Who was told that there is something to look into.
async fn told(town: &Town, organisation: OrganisationId) -> Vec<PersonId> {
    let look = async |tx: kit::db::Tx| {
        let sql = "SELECT person_id FROM notices WHERE kind = 'look-queried' ORDER BY person_id";
        let rows = tx.query_all_raw(Statement::from_string(tx.backend(), sql)).await?;
        Ok(rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<Vec<PersonId>, _>>()?)
    };
    town.db().read(&Actor::portal(organisation), look).await.unwrap()
}

/// Where the question is answered.
fn action_in(page: &str) -> String {
    let rest = page.split("action=\"/me/questions/").nth(1).expect("a question to answer");
    format!("/me/questions/{}", rest.split('"').next().unwrap())
}

#[both_databases]
async fn whoever_did_not_expect_a_look_has_it_looked_into_by_somebody_else(town: Town) {
    let at = drawn(&town).await;
    let second = town.holder(at.institution, "Berit", Role::Administrator).await;
    let new = NewUnit { name: "Barnehagen".into(), ..NewUnit::default() };
    let add = async |tx| organisations::add_unit(&tx, at.institution, &new).await;
    let unit = town.db().write(&Actor::portal(at.institution), add).await.unwrap();
    let local = town.person(at.institution, "Lokal").await;
    let new = NewRole { person: local, role: Role::Coordinator, unit: Some(unit), span: Span::ALWAYS };
    let give = async |tx| persons::give_role(&tx, at.institution, &new).await;
    town.db().write(&Actor::portal(at.institution), give).await.unwrap();
    assert_eq!(every_week(&town).await, (0, 0), "a week is drawn once");

    let student = town.sign_in(at.student).await;
    student.get("/?lang=en").await.shown().says("Did you expect that your file was opened?");
    let page = student.get("/me/questions?lang=en").await.shown();
    let page = page.says("Mjøs Nordmann of Mjøs høgskole, Friday 12 February 2027, 09:00. Opened: Your file");
    let action = action_in(&page.text);
    assert_eq!(student.post(&action, [("answer", "perhaps")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    town.sign_in(second).await.post(&action, [("answer", "expected")]).await.refused_with("not-found");
    student.post(&action, [("answer", "queried"), ("words", "Jeg kjenner ham privat.")]).await.done();
    let again = student.post(&action, [("answer", "expected")]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "one answer");

    // Nobody settles a question about their own look, nor reads what was said of it.
    let id = action.split('/').nth(3).unwrap();
    let settle = format!("/organisations/{}/questions/{id}", at.institution);
    let outcome = [("outcome", "not_entitled"), ("reason", "Han hadde ikke noe med saken å gjøre.")];
    let own = town.sign_in(at.administrator).await;
    own.get(&settle).await.refused_with("not-found");
    own.post(&settle, outcome).await.refused_with("not-found");
    let list = format!("/organisations/{}/questions?lang=en", at.institution);
    assert!(!own.get(&list).await.shown().text.contains("Vår Nordmann"));
    assert!(!own.get("/?lang=en").await.shown().text.contains("to look into"));
    assert_eq!(told(&town, at.institution).await, [second], "those in charge, but for whoever looked");
    let berit = town.sign_in(second).await;
    berit.get("/?lang=en").await.shown().says("One opening of a file to look into");
    let page = berit.get(format!("{settle}?lang=en")).await.shown();
    page.says("Mjøs Nordmann opened the file of Vår Nordmann").says("Jeg kjenner ham privat.");
    berit.post(&settle, [("outcome", "entitled"), ("reason", " ")]).await.refused_at("reason");
    berit.post(&settle, outcome).await.done();
    assert_eq!(berit.post(&settle, outcome).await.status, StatusCode::UNPROCESSABLE_ENTITY, "one outcome");
    let told = student.get("/me/questions?lang=en").await.shown();
    told.says("There was no cause to look: Han hadde ikke noe med saken å gjøre.");
}

#[both_databases]
async fn what_nobody_answers_for_two_weeks_comes_before_the_administrators(town: Town) {
    let at = drawn(&town).await;
    let second = town.holder(at.institution, "Berit", Role::Administrator).await;
    let list = format!("/organisations/{}/questions?lang=en", at.institution);
    let opened = "Mjøs Nordmann opened the file of";
    assert!(!town.sign_in(second).await.get(&list).await.shown().text.contains(opened));
    town.now_is("2027-02-28 08:00");
    assert_eq!(every_week(&town).await.1, 0);
    town.now_is("2027-03-01 08:05");
    assert_eq!(every_week(&town).await.1, 1);
    assert_eq!(every_week(&town).await.1, 0, "handed on once");
    town.sign_in(second).await.get(&list).await.shown().says(opened);
    town.sign_in(at.student).await.get(&list).await.refused_with("not-found");
    // The person may still say that all is well.
    let student = town.sign_in(at.student).await;
    let page = student.get("/me/questions").await.shown();
    student.post(action_in(&page.text), [("answer", "expected")]).await.done();
    assert!(!town.sign_in(second).await.get(&list).await.shown().text.contains(opened));
}
