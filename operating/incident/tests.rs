//! What the room promises: a report names exactly those whose data was shown or changed, and by what.

use axum::body::Body;
use axum::http::{Method, Request, header};
use base::{Lang, PersonId, TokenId};
use chrono::TimeDelta;
use kit::actor::Actor;
use kit::scope::Scope;
use macros::both_databases;
use operating::incident::{self, Act, Asked, Leak, Report};
use people::tokens;

use crate::testkit::{Reader, Reply, Town};

/// Somebody with a token that is not theirs.
struct Thief(Reader, String);

impl Thief {
    async fn ask(&self, method: Method, path: &str) -> Reply {
        let request = Request::builder().method(method).uri(path);
        self.0
            .send(request.header(header::AUTHORIZATION, format!("Bearer {}", self.1)).body(Body::empty()).unwrap())
            .await
    }
}

async fn told(town: &Town, leak: Leak) -> Report {
    let now = town.db().read(&Actor::nobody(), async |tx| Ok(tx.now())).await.unwrap();
    let asked = Asked { leak, from: now - TimeDelta::hours(3), until: now };
    incident::report(town.db(), &asked).await.unwrap()
}

/// Who was touched, how and by what.
fn lines(report: &Report) -> Vec<(PersonId, Act, &str)> {
    let mut lines: Vec<_> = report.touches.iter().map(|one| (one.person, one.act, one.what.as_str())).collect();
    lines.sort();
    lines.dedup();
    lines
}

#[both_databases]
async fn a_leaked_token_read_two_students_and_changed_one_and_the_report_names_exactly_them(town: Town) {
    let round = town.open_round(2, 4).await;
    let (shown, changed) = (round.students[1], round.students[2]);
    let made = town.token(round.administrator, round.institution, &[Scope::SeeRounds, Scope::PlanRounds]).await;
    let other = town.token(round.administrator, round.institution, &[Scope::SeeRounds]).await;
    let (thief, other) = (Thief(town.nobody(), made), Thief(town.nobody(), other));
    let student = |person: PersonId| format!("/api/v1/rounds/{}/students/{person}", round.round);
    thief.ask(Method::GET, &student(shown)).await.shown();
    thief.ask(Method::GET, &student(changed)).await.shown();
    thief.ask(Method::POST, &format!("{}/withdrawal", student(changed))).await;
    // What others did meanwhile is not the token's.
    other.ask(Method::GET, &student(round.students[0])).await.shown();
    let office = town.sign_in(round.administrator).await;
    office.get(format!("/organisations/{}/people/{}", round.institution, round.students[3])).await.shown();

    let token = of_value(&town, &round, "see-rounds plan-rounds").await;
    let report = told(&town, Leak::Token(token)).await;
    let read = "/api/v1/rounds/{round}/students/{person}";
    let mut expected =
        vec![(shown, Act::Shown, read), (changed, Act::Shown, read), (changed, Act::Changed, "student-withdrawn")];
    expected.sort();
    assert_eq!(lines(&report), expected);
    assert!(!report.is_cut && report.touches.iter().all(|one| one.organisation == round.institution));

    // The file and the notices tell of these two alone.
    let csv = String::from_utf8(incident::csv(&report, |_| "Vår".into())).unwrap();
    assert_eq!(csv.lines().count(), 4, "{csv}");
    let notices = incident::notices(town.db(), &report, Lang::En).await.unwrap();
    let told_to: Vec<PersonId> = notices.iter().map(|(person, _)| *person).collect();
    assert_eq!(told_to, report.persons());
    let text = &notices.iter().find(|(person, _)| *person == changed).unwrap().1;
    assert!(text.contains("Your file") && text.contains("Something was done that concerns you"), "{text}");

    // Everything of the account in the span holds what its windows did, too.
    let account = lines(&told(&town, Leak::Account(round.administrator)).await).len();
    assert!(account > expected.len() + 1, "{account}");
    town.run_jobs().await;
}

#[both_databases]
async fn a_list_that_a_leaked_token_read_names_those_who_stood_in_that_part(town: Town) {
    let round = town.open_round(2, 4).await;
    let value = town.token(round.administrator, round.institution, &[Scope::SeeRounds]).await;
    let thief = Thief(town.nobody(), value);
    let mut students = round.students.clone();
    students.sort();
    let list = format!("/api/v1/rounds/{}/students", round.round);
    for _ in 0..3 {
        thief.ask(Method::GET, &format!("{list}?limit=2")).await.shown();
    }
    let token = of_value(&town, &round, "see-rounds").await;
    let report = told(&town, Leak::Token(token)).await;
    let expected: Vec<_> = students[..2].iter().map(|person| (*person, Act::Listed, list.as_str())).collect();
    assert_eq!(lines(&report), expected);
    assert_eq!(report.touches.len(), 2, "read three times within an hour is told once");
}

#[both_databases]
async fn a_list_that_an_account_took_along_names_those_who_stood_in_the_file(town: Town) {
    let round = town.open_round(2, 4).await;
    let office = town.sign_in(round.administrator).await;
    let file = office.get(format!("/rounds/{}/students.csv?q=Mj%C3%B8s-00002", round.round)).await.shown();
    assert_eq!(file.text.lines().count(), 2, "{}", file.text);
    office.get(format!("/rounds/{}/students", round.round)).await.shown();
    let report = told(&town, Leak::Account(round.administrator)).await;
    let taken: Vec<_> = lines(&report).into_iter().filter(|(_, act, _)| *act == Act::Taken).collect();
    assert_eq!(taken, [(round.students[1], Act::Taken, "/rounds/{round}/students.csv")]);
    assert!(report.touches.iter().all(|one| one.act != Act::Listed));
    let notices = incident::notices(town.db(), &report, Lang::En).await.unwrap();
    let text = &notices.iter().find(|(person, _)| *person == round.students[1]).unwrap().1;
    assert!(text.contains("a list that somebody took along as a file"), "{text}");
}

/// The token with these scopes.
async fn of_value(town: &Town, round: &crate::testkit::OpenRound, scopes: &str) -> TokenId {
    let office = people::persons::actor_of(town.db(), round.administrator, None).await.unwrap();
    let all = async |tx: kit::db::Tx| tokens::actions::all(&tx, round.institution).await;
    let all = town.db().read(&office, all).await.unwrap();
    let words = |token: &tokens::Token| token.scopes.iter().map(|scope| scope.word()).collect::<Vec<_>>().join(" ");
    all.iter().find(|token| words(token) == scopes).unwrap().id
}
