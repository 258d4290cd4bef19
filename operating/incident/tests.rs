//! What the room promises: a report names exactly those whose data was shown or changed, and by what.

use std::collections::{BTreeMap, BTreeSet};

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use base::{Id, Lang, Moment, OrganisationId, PersonId, SessionId, TokenId};
use chrono::TimeDelta;
use kit::actor::{Actor, Role};
use kit::db::Tx;
use kit::scope::Scope;
use macros::both_databases;
use operating::incident::{self, Act, Asked, Leak, Report};
use operating::retention;
use people::persons::{self, NewRole, Span};
use people::signin::{self, Key, Way};
use people::tokens;
use sea_orm::{ConnectionTrait, Statement};
use serde_json::Value;

use crate::strangers::fill;
use crate::testkit::{Reader, Reply, Town, Village, command_on};

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
    told_in_lines(town, leak, Report::LINES_MAX).await
}

async fn told_in_lines(town: &Town, leak: Leak, lines_max: u64) -> Report {
    let until = now(town).await;
    let asked = Asked { leak, from: until - TimeDelta::hours(3), until, lines_max };
    incident::report(town.db(), &asked).await.unwrap()
}

async fn now(town: &Town) -> Moment {
    town.db().read(&Actor::nobody(), async |tx| Ok(tx.now())).await.unwrap()
}

/// Who stood in a file that was taken along: at which organisation, and in whose name.
fn taken(report: &Report) -> Vec<(&str, OrganisationId, Option<PersonId>, PersonId)> {
    let taken = report.touches.iter().filter(|one| one.act == Act::Taken);
    taken.map(|one| (one.what.as_str(), one.organisation, one.by, one.person)).collect()
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
    // Before the portal kept who stood in a list it noted where a part began and ended: that names nobody.
    assert_eq!(report.unnamed, 0);
    let values: [sea_orm::Value; 4] =
        [round.institution.uuid().into(), token.uuid().into(), now(&town).await.into(), students[0].uuid().into()];
    let earlier = "INSERT INTO token_readings (owner_id, token_id, hour, path, first_id, last_id, count) VALUES ($1, $2, $3, '/people', $4, $4, 1)";
    let note = async |tx: Tx| {
        Ok(tx.execute_raw(Statement::from_sql_and_values(tx.backend(), earlier, values.clone())).await?)
    };
    town.db().write(&Actor::portal(round.institution), note).await.unwrap();
    let report = told(&town, Leak::Token(token)).await;
    assert_eq!((report.unnamed, lines(&report)), (1, expected));
}

#[both_databases]
async fn who_stood_in_a_list_is_kept_once_however_often_and_a_year_after_the_last_time(town: Town) {
    let round = town.open_round(2, 4).await;
    let value = town.token(round.administrator, round.institution, &[Scope::SeeRounds]).await;
    let thief = Thief(town.nobody(), value);
    let list = format!("/api/v1/rounds/{}/students?limit=2", round.round);
    let kept = async || {
        let count = async |tx: Tx| {
            let sql = "SELECT (SELECT count(*) FROM token_lists), (SELECT count(*) FROM token_list_people)";
            let row = tx.query_one_raw(Statement::from_string(tx.backend(), sql)).await?.unwrap();
            Ok((row.try_get_by_index::<i64>(0)?, row.try_get_by_index::<i64>(1)?))
        };
        town.db().read(&Actor::portal(round.institution), count).await.unwrap()
    };
    thief.ask(Method::GET, &list).await.shown();
    town.later(TimeDelta::days(20));
    thief.ask(Method::GET, &list).await.shown();
    assert_eq!(kept().await, (2, 1));
    town.later(TimeDelta::days(350));
    retention::run(town.db(), false).await.unwrap();
    assert_eq!(kept().await, (1, 1), "the second hour is not a year ago");
    town.later(TimeDelta::days(20));
    retention::run(town.db(), false).await.unwrap();
    assert_eq!(kept().await, (0, 0));
    town.run_jobs().await;
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
    let office = persons::actor_of(town.db(), round.administrator, None).await.unwrap();
    let all = async |tx: Tx| tokens::actions::all(&tx, round.institution).await;
    let all = town.db().read(&office, all).await.unwrap();
    let words = |token: &tokens::Token| token.scopes.iter().map(|scope| scope.word()).collect::<Vec<_>>().join(" ");
    all.iter().find(|token| words(token) == scopes).unwrap().id
}

/// Lists in which persons stand.
const NAMING: &[&str] = &[
    "/api/v1/coming-students",
    "/api/v1/imports/{import}/rows",
    "/api/v1/invitations",
    "/api/v1/organisation/imports",
    "/api/v1/organisations/{organisation}/second-looks",
    "/api/v1/people",
    "/api/v1/people/{person}/invitations",
    "/api/v1/people/{person}/mergers",
    "/api/v1/roles",
    "/api/v1/rounds/{round}/allocation",
    "/api/v1/rounds/{round}/changes",
    "/api/v1/rounds/{round}/decisions",
    "/api/v1/rounds/{round}/imports",
    "/api/v1/rounds/{round}/runs/{run}/proposals",
    "/api/v1/rounds/{round}/students",
    "/api/v1/rounds/{round}/wishes",
    "/api/v1/threads",
    "/api/v1/threads/{thread}/entries",
    "/api/v1/unit-changes",
];

/// Lists of things, and lists in which nobody stands in a village.
const OF_NOBODY: &[&str] = &[
    "/api/v1/bounces",
    "/api/v1/imports/{import}/undo",
    "/api/v1/mailboxes",
    "/api/v1/organisations",
    "/api/v1/rounds",
    "/api/v1/rounds/{round}/comparison/{mechanism}",
    "/api/v1/rounds/{round}/nodes",
    "/api/v1/rounds/{round}/offers",
    "/api/v1/rounds/{round}/pairs",
    "/api/v1/rounds/{round}/runs",
    "/api/v1/rounds/{round}/students/{person}/pairs",
    "/api/v1/units",
    "/api/v1/webhooks",
    "/api/v1/webhooks/{webhook}/deliveries",
];

/// Whoever the words of an answer name: by their id, wherever it stands, or by the number that the organisation knows them by.
fn named_in(value: &Value, known: &BTreeMap<String, PersonId>) -> BTreeSet<PersonId> {
    match value {
        Value::String(text) => text.split('/').filter_map(|part| known.get(part)).copied().collect(),
        Value::Array(parts) => parts.iter().flat_map(|part| named_in(part, known)).collect(),
        Value::Object(fields) => fields.values().flat_map(|part| named_in(part, known)).collect(),
        _ => BTreeSet::new(),
    }
}

/// Every person by their id and by their numbers at this organisation.
async fn everybody(town: &Town, at: OrganisationId) -> BTreeMap<String, PersonId> {
    let look = async |tx: Tx| {
        let mut known = BTreeMap::new();
        for row in tx.query_all_raw(Statement::from_string(tx.backend(), "SELECT id FROM persons")).await? {
            let id = PersonId(row.try_get("", "id")?);
            known.insert(id.to_string(), id);
        }
        let numbers = "SELECT outside_key, person_id FROM affiliations WHERE outside_key IS NOT NULL";
        for row in tx.query_all_raw(Statement::from_string(tx.backend(), numbers)).await? {
            known.insert(row.try_get("", "outside_key")?, PersonId(row.try_get("", "person_id")?));
        }
        Ok(known)
    };
    town.db().read(&Actor::portal(at), look).await.unwrap()
}

/// Where a route is asked: with what stands there in the village, for each of its people and each of its imports.
fn addresses(
    path: &'static str,
    village: &Village,
    (import, known): (&str, &BTreeMap<String, PersonId>),
) -> BTreeSet<String> {
    let mut ids = village.ids.clone();
    let mut all = BTreeSet::from([fill(path, &ids, true)]);
    for person in known.values() {
        ids.insert("people", person.to_string());
        all.insert(fill(path, &ids, true));
    }
    ids.insert("imports", import.to_owned());
    all.insert(fill(path, &ids, true));
    all
}

async fn only_token(town: &Town, holder: PersonId, organisation: OrganisationId) -> TokenId {
    let actor = persons::actor_of(town.db(), holder, None).await.unwrap();
    let all = town.db().read(&actor, async |tx| tokens::actions::all(&tx, organisation).await).await.unwrap();
    assert_eq!(all.len(), 1);
    all[0].id
}

#[both_databases]
async fn every_list_of_the_api_notes_exactly_those_who_stand_in_it(town: Town) {
    let village = town.village("Mjøs").await;
    let office = town.sign_in(village.administrator).await;
    // A file that is being checked, of people whom the register knows.
    let file = "number,given_name,family_name,kind\nMjøs-00001,Mila,Berg,student\nny-1,Ola,Vik,student\n";
    let (path, kind) = (format!("/organisations/{}/imports", village.institution), [("kind", "register-people")]);
    let import = office.upload(path, &kind, "people.csv", file.as_bytes()).await.done();
    let import = import.rsplit('/').next().unwrap().split('?').next().unwrap().to_owned();
    let known = everybody(&town, village.institution).await;

    let (mut lists, mut naming) = (BTreeSet::new(), BTreeSet::new());
    for (holder, organisation) in [(village.administrator, village.institution), (village.coordinator, village.host)] {
        let thief = Thief(town.nobody(), town.token(holder, organisation, &Scope::ALL).await);
        let mut stood: BTreeMap<String, BTreeSet<PersonId>> = BTreeMap::new();
        for route in town.routes() {
            if route.method != Method::GET || !route.path.starts_with("/api/v1/") {
                continue;
            }
            for path in addresses(route.path, &village, (&import, &known)) {
                let reply = thief.ask(Method::GET, &path).await;
                let told: Value = serde_json::from_str(&reply.text).unwrap_or_default();
                if reply.status != StatusCode::OK || told.get("items").is_none() || told.get("next").is_none() {
                    continue;
                }
                lists.insert(route.path);
                let named = named_in(&told["items"], &known);
                if !named.is_empty() {
                    naming.insert(route.path);
                    stood.entry(path).or_default().extend(named);
                }
            }
        }
        let report = told(&town, Leak::Token(only_token(&town, holder, organisation).await)).await;
        let mut noted: BTreeMap<String, BTreeSet<PersonId>> = BTreeMap::new();
        for touch in report.touches.iter().filter(|touch| touch.act == Act::Listed) {
            assert_eq!((touch.organisation, touch.by), (organisation, Some(holder)));
            noted.entry(touch.what.clone()).or_default().insert(touch.person);
        }
        assert_eq!(noted, stood);
    }
    // A new list belongs to one of the two.
    assert_eq!(naming.iter().copied().collect::<Vec<_>>(), NAMING);
    let of_nobody: Vec<&str> = lists.difference(&naming).copied().collect();
    assert_eq!(of_nobody, OF_NOBODY);
    town.run_jobs().await;
}

#[both_databases]
async fn everything_of_an_account_holds_what_its_tokens_listed(town: Town) {
    let round = town.open_round(2, 3).await;
    let thief = Thief(town.nobody(), town.token(round.administrator, round.institution, &[Scope::SeeRounds]).await);
    let list = format!("/api/v1/rounds/{}/students", round.round);
    thief.ask(Method::GET, &list).await.shown();
    let mut students: Vec<_> = round.students.iter().map(|person| (*person, Act::Listed, list.as_str())).collect();
    students.sort();
    let report = told(&town, Leak::Account(round.administrator)).await;
    let listed: Vec<_> = lines(&report).into_iter().filter(|(_, act, _)| *act == Act::Listed).collect();
    assert_eq!(listed, students);
    // Nobody else's account did it.
    let report = told(&town, Leak::Account(round.students[0])).await;
    assert!(report.touches.iter().all(|one| one.act != Act::Listed));
}

/// How a session ends.
#[derive(Debug, Clone, Copy)]
enum End {
    Left,
    OneByItsHolder,
    AllButOneByItsHolder,
    AllByTheOffice,
    EverybodysByTheOffice,
    BySigningInAnew,
}

/// A session that was begun at the door, what it opens, and its handle.
async fn begun(town: &Town, person: PersonId) -> (Reader, SessionId, Key) {
    let value = signin::begin_session(town.db(), person, Way::Mail).await.unwrap();
    let key = Key::new(&value).unwrap();
    let actor = persons::actor_of(town.db(), person, None).await.unwrap();
    let own = async |tx: Tx| signin::own_sessions(&tx, Some(&key)).await;
    let mine = town.db().read(&actor, own).await.unwrap().into_iter().find(|session| session.mine).unwrap();
    (town.nobody().with_session(&value), mine.handle, key)
}

#[both_databases]
async fn a_session_is_told_while_it_was_open_also_after_it_was_ended(town: Town) {
    let round = town.open_round(2, 2).await;
    let at = round.institution;
    let file = |person: PersonId| format!("/organisations/{at}/people/{person}");
    let colleague = town.holder(at, "Per", Role::Administrator).await;
    let ends = [
        End::Left,
        End::OneByItsHolder,
        End::AllButOneByItsHolder,
        End::AllByTheOffice,
        End::EverybodysByTheOffice,
        End::BySigningInAnew,
    ];
    for end in ends {
        let (before, during, after) = (round.students[0], round.students[1], round.students[0]);
        town.sign_in(round.administrator).await.get(file(before)).await.shown();
        town.later(TimeDelta::minutes(1));
        let (thief, handle, key) = begun(&town, round.administrator).await;
        thief.get(file(during)).await.shown();
        let open = told(&town, Leak::Session(handle)).await;
        let shown = |report: &Report| -> Vec<PersonId> {
            report.touches.iter().filter(|one| one.act == Act::Shown).map(|one| one.person).collect()
        };
        assert_eq!(shown(&open), [during], "{end:?}");
        town.later(TimeDelta::minutes(1));
        let (own, office) = (town.sign_in(round.administrator).await, town.sign_in(colleague).await);
        match end {
            End::Left => thief.press("/logout").await.done(),
            End::OneByItsHolder => own.press(format!("/me/sign-in/sessions/{handle}/end")).await.done(),
            End::AllButOneByItsHolder => own.press("/me/sign-in/sessions/end").await.done(),
            End::AllByTheOffice => {
                office.press(format!("/people/{}/sign-in/sessions", round.administrator)).await.done()
            }
            End::EverybodysByTheOffice => office.press(format!("/organisations/{at}/sessions/end")).await.done(),
            End::BySigningInAnew => {
                let half = signin::HalfSignedIn { person: round.administrator, way: Way::Mail, next: None };
                let arrival = signin::Arrival { before: Some(&key), device: "" };
                signin::enter(town.db(), &half, 2, arrival).await.unwrap();
                String::new()
            }
        };
        assert!(thief.get(file(during)).await.status.is_redirection(), "{end:?}: the session is over");
        town.later(TimeDelta::minutes(1));
        town.sign_in(round.administrator).await.get(file(after)).await.shown();
        let over = told(&town, Leak::Session(handle)).await;
        assert_eq!(shown(&over), [during], "{end:?}");
        town.later(TimeDelta::hours(3));
    }
    let asked = Asked {
        leak: Leak::Session(SessionId(uuid::Uuid::now_v7())),
        from: now(&town).await,
        until: now(&town).await,
        lines_max: 1,
    };
    assert!(incident::report(town.db(), &asked).await.is_err(), "nothing knows of it");
    town.run_jobs().await;
}

#[both_databases]
async fn a_file_that_somebody_took_along_with_anothers_eyes_is_told_under_the_helpers_name(town: Town) {
    let village = town.village("Mjøs").await;
    let colleague = town.holder(village.institution, "Kollega", Role::Administrator).await;
    let helper = village.administrator;
    let helps = town.sign_in(helper).await;
    let grounds = [("reason", "Fant ikke filen"), ("minutes", "30")];
    helps.post(format!("/people/{colleague}/support"), grounds).await.done();
    helps.get(format!("/rounds/{}/input/students.csv", village.ids["rounds"])).await.shown();
    let report = told(&town, Leak::Account(helper)).await;
    let file = ("/rounds/{round}/input/{file}", village.institution, Some(helper), village.student);
    assert!(taken(&report).contains(&file), "{:?}", taken(&report));
    let seen = told(&town, Leak::Account(colleague)).await;
    assert_eq!(taken(&seen), []);
    town.run_jobs().await;
}

#[both_databases]
async fn the_frozen_files_name_the_students_who_stand_in_them(town: Town) {
    let village = town.village("Mjøs").await;
    let office = town.sign_in(village.administrator).await;
    let files = ["hosts.csv", "places.csv", "students.csv", "wishes.csv"];
    for file in files {
        office.get(format!("/rounds/{}/input/{file}", village.ids["rounds"])).await.shown();
    }
    let file = ("/rounds/{round}/input/{file}", village.institution, Some(village.administrator));
    let report = told(&town, Leak::Account(village.administrator)).await;
    let of_office: Vec<_> =
        taken(&report).into_iter().filter(|one| one.0 == file.0 && one.3 == village.student).collect();
    assert_eq!(of_office, [(file.0, file.1, file.2, village.student); 2], "students and wishes");

    let value = town.token(village.administrator, village.institution, &[Scope::SeeRounds]).await;
    let thief = Thief(town.nobody(), value);
    for file in files {
        thief.ask(Method::GET, &format!("/api/v1/rounds/{}/proof/{file}", village.ids["rounds"])).await.shown();
    }
    let token = only_token(&town, village.administrator, village.institution).await;
    let report = told(&town, Leak::Token(token)).await;
    let of_student: Vec<_> = taken(&report).into_iter().filter(|one| one.3 == village.student).collect();
    let file = "/api/v1/rounds/{round}/proof/{file}";
    assert_eq!(of_student, [(file, village.institution, Some(village.administrator), village.student); 2]);
    town.run_jobs().await;
}

#[both_databases]
async fn a_file_with_students_of_two_hosts_is_told_at_each_with_its_own(town: Town) {
    let (mine, other) = (town.village("Mjøs").await, town.village("Vidda").await);
    // A role somewhere else, where nobody comes.
    let third = town.organisation("Aker kommune").await;
    for at in [other.host, third] {
        let role = NewRole { person: mine.coordinator, role: Role::Coordinator, unit: None, span: Span::ALWAYS };
        town.db().write(&Actor::portal(at), async |tx| persons::give_role(&tx, at, &role).await).await.unwrap();
    }
    town.sign_in(mine.coordinator).await.get("/host/students.csv").await.shown();
    let by = Some(mine.coordinator);
    let mut expected =
        [("/host/students.csv", mine.host, by, mine.student), ("/host/students.csv", other.host, by, other.student)];
    expected.sort_by_key(|one| one.3);
    let report = told(&town, Leak::Account(mine.coordinator)).await;
    let mut found = taken(&report);
    found.sort_by_key(|one| one.3);
    assert_eq!(found, expected);
    town.run_jobs().await;
}

#[both_databases]
async fn a_report_is_cut_by_what_was_asked_about_alone_and_says_so(town: Town) {
    let round = town.open_round(2, 4).await;
    let at = round.institution;
    let student = |person: PersonId| format!("/api/v1/rounds/{}/students/{person}", round.round);
    let office = town.sign_in(round.administrator).await;
    for person in &round.students {
        office.get(format!("/organisations/{at}/people/{person}")).await.shown();
    }
    let thief = Thief(town.nobody(), town.token(round.administrator, at, &[Scope::SeeRounds]).await);
    thief.ask(Method::GET, &student(round.students[3])).await.shown();
    let token = only_token(&town, round.administrator, at).await;
    // What others did before fills no room of the token's.
    let report = told_in_lines(&town, Leak::Token(token), 1).await;
    assert_eq!((report.touches.len(), report.is_cut), (1, false));
    for _ in 0..2 {
        town.later(TimeDelta::hours(1));
        thief.ask(Method::GET, &format!("/api/v1/rounds/{}/students", round.round)).await.shown();
    }
    let report = told_in_lines(&town, Leak::Token(token), 1).await;
    assert_eq!((report.touches.len(), report.is_cut), (1 + 4, true));
    town.run_jobs().await;
}

#[both_databases]
async fn the_command_writes_a_file_of_its_owner_over_nothing_and_ends_otherwise_when_it_is_cut(town: Town) {
    use std::os::unix::fs::PermissionsExt;
    let round = town.open_round(2, 2).await;
    let office = town.sign_in(round.administrator).await;
    for person in &round.students {
        office.get(format!("/organisations/{}/people/{person}", round.institution)).await.shown();
    }
    town.run_jobs().await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("touched.csv");
    let run = |more: &[&str]| {
        let mut command = command_on(&town.place(), folder.path(), "incident");
        command.args(["--from", "2020-01-01T00:00:00Z", "--until", "2030-01-01T00:00:00Z", "--csv"]).arg(&file);
        command.args(more).stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).output().unwrap()
    };
    let cut = run(&["--lines", "1"]);
    let told = String::from_utf8_lossy(&cut.stderr).into_owned();
    assert_eq!((cut.status.code(), told.contains("is cut")), (Some(2), true), "{told}");
    let written = std::fs::read_to_string(&file).unwrap();
    assert!(written.lines().count() >= 2, "what there is stands in the file: {written}");
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    let over = run(&[]);
    assert!(!over.status.success() && String::from_utf8_lossy(&over.stderr).contains("touched.csv"), "{over:?}");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), written);
    std::fs::remove_file(&file).unwrap();
    let whole = run(&[]);
    assert!(whole.status.success(), "{}", String::from_utf8_lossy(&whole.stderr));
    assert!(std::fs::read_to_string(&file).unwrap().lines().count() > 2);
}
