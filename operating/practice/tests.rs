//! What the room promises: a copy to practise in has nobody real in it, nothing leaves it, a whole round can be tried in
//! it, and it goes.

use axum::http::StatusCode;
use base::{Id, OrganisationId, PersonId};
use chrono::TimeDelta;
use kit::actor::{Actor, Role};
use kit::db::Tx;
use macros::both_databases;
use operating::practice;
use people::organisations::{self, NewUnit, Organisation};
use people::persons::{self, NewRole, Span};
use sea_orm::{ConnectionTrait, Statement};

use crate::testkit::{Reader, Town, Village};

const MARK: &str = "Kanarifugl";

/// Text of one column of the organisation's rows.
async fn texts(town: &Town, organisation: OrganisationId, sql: &str) -> Vec<String> {
    let look = async |tx: Tx| {
        let values = [organisation.uuid().into()];
        let rows = tx.query_all_raw(Statement::from_sql_and_values(tx.backend(), sql, values)).await?;
        Ok(rows.iter().map(|row| row.try_get_by_index::<String>(0)).collect::<Result<Vec<_>, _>>()?)
    };
    town.db().read(&Actor::portal(organisation), look).await.unwrap()
}

async fn copy_of(town: &Town, organisation: OrganisationId) -> Option<Organisation> {
    let look = async |tx: Tx| organisations::practices(&tx, Some(organisation)).await;
    town.db().read(&Actor::nobody(), look).await.unwrap().pop()
}

/// A copy of the village's institution, made from its page.
async fn practised(town: &Town, village: &Village) -> (Reader, Organisation) {
    let office = town.sign_in(village.administrator).await;
    let page = format!("/organisations/{}/practice", village.institution);
    office.get(format!("{page}?lang=nb")).await.shown().says("Lag øvingskopien");
    let job = office.press(&page).await.done();
    assert!(job.starts_with("/jobs/"), "{job}");
    town.run_jobs().await;
    let copy = copy_of(town, village.institution).await.expect("a copy");
    (office, copy)
}

/// The reader steps in as somebody of the copy; the session's value from before opens nothing.
async fn step_in(town: &Town, office: &Reader, of: OrganisationId, person: PersonId) {
    let before = office.session().expect("a session");
    assert_eq!(office.press(format!("/organisations/{of}/practice/people/{person}")).await.done(), "/");
    let old = town.nobody().with_session(&before);
    assert_ne!(old.get("/").await.status, StatusCode::OK);
}

async fn people_of(town: &Town, copy: OrganisationId, role: Option<Role>) -> Vec<PersonId> {
    let people = practice::actions::people(town.db(), copy).await.unwrap();
    let is = |line: &&persons::Line| match role {
        Some(role) => line.roles.iter().any(|held| held.role == role),
        None => line.roles.is_empty(),
    };
    people.iter().filter(is).map(|line| line.person.id).collect()
}

#[both_databases]
async fn a_copy_holds_units_places_and_rounds_and_nobody_real(town: Town) {
    let village = town.village(MARK).await;
    let unit = NewUnit { name: "Barnehagelærer".into(), ..NewUnit::default() };
    let add = async |tx: Tx| organisations::add_unit(&tx, village.institution, &unit).await;
    town.db().write(&Actor::portal(village.institution), add).await.unwrap();
    let (_, copy) = practised(&town, &village).await;
    let units = texts(&town, copy.id, "SELECT name FROM units WHERE owner_id = $1 ORDER BY name").await;
    assert_eq!(units, ["Barnehagelærer", "Kanarifugl kommune"], "those of today, and the host as a part of the copy");
    let names = "SELECT given_name || ' ' || family_name || ' ' || coalesce(email, '') || coalesce(phone, '') FROM persons WHERE home_id = $1";
    let invented = texts(&town, copy.id, names).await;
    assert!(invented.len() >= 3, "{invented:?}");
    for person in &invented {
        assert!(person.ends_with(".invalid") && !person.contains(MARK), "{person}");
    }
    let real = texts(&town, village.institution, "SELECT outside_key FROM participants WHERE owner_id = $1").await;
    let students = texts(&town, copy.id, "SELECT outside_key FROM participants WHERE owner_id = $1").await;
    assert_eq!(students.len(), real.len());
    assert!(students.iter().all(|key| !real.contains(key)), "{students:?}");
    for table in ["nodes", "offers"] {
        let sql = format!("SELECT name FROM {table} WHERE owner_id = $1 ORDER BY name");
        let (theirs, ours) = (texts(&town, copy.id, &sql).await, texts(&town, village.institution, &sql).await);
        assert!(ours.iter().all(|name| theirs.contains(name)), "{table}: {ours:?} {theirs:?}");
    }
    let contacts = "SELECT contact_name || contact_email || contact_phone FROM rounds WHERE owner_id = $1";
    assert!(texts(&town, copy.id, contacts).await.iter().all(|contact| contact.ends_with(".invalid")));
    let states = texts(&town, copy.id, "SELECT state FROM rounds WHERE owner_id = $1").await;
    assert_eq!(states, ["setup"]);
    let hosts = "SELECT 'elsewhere' FROM nodes WHERE owner_id = $1 AND host_id <> $1";
    assert_eq!(texts(&town, copy.id, hosts).await, [] as [String; 0], "a host of a copy is a part of it");
    let bound =
        "SELECT 'bound' FROM roles WHERE owner_id = $1 AND person_id IN (SELECT id FROM persons WHERE home_id <> $1)";
    assert_eq!(texts(&town, copy.id, bound).await, [] as [String; 0]);
}

#[both_databases]
async fn a_whole_round_is_tried_and_nobody_outside_hears_of_it(town: Town) {
    let village = town.village(MARK).await;
    let (office, copy) = practised(&town, &village).await;
    let host_before = town.journal_of(village.host).await;
    let administrator = people_of(&town, copy.id, Some(Role::Administrator)).await[0];
    step_in(&town, &office, village.institution, administrator).await;
    let inside = &office; // the same browser, now somebody else's pages
    let round = first_round(inside).await;
    let page = inside.get(format!("/rounds/{round}?lang=nb")).await.shown().says("Dette er en øvingskopi");
    assert!(page.text.contains("/practice/end"));
    inside.press(format!("/rounds/{round}/announcement")).await.done();
    town.run_jobs().await;
    for label in ["Øv: åpne for ønsker nå", "Øv: steng for ønsker nå"] {
        inside.get(format!("/rounds/{round}?lang=nb")).await.shown().says(label);
        inside.press(format!("/rounds/{round}/practice-clock")).await.done();
        town.later(TimeDelta::seconds(1));
    }
    let gone = inside.press(format!("/rounds/{round}/practice-clock")).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND, "there is nothing left to move");
    inside.press(format!("/rounds/{round}/runs")).await.done();
    town.run_jobs().await;
    inside.press(format!("/rounds/{round}/publication")).await.done();
    town.later(TimeDelta::minutes(11));
    town.run_jobs().await;
    assert_eq!(texts(&town, copy.id, "SELECT state FROM rounds WHERE owner_id = $1").await, ["published"]);
    assert_eq!(town.unsent_mails(copy.id).await, [] as [String; 0], "mails of a copy count as sent");
    let folder = town.app().settings().data.join("mail");
    let left = std::fs::read_dir(&folder).map(|files| {
        files
            .filter_map(Result::ok)
            .any(|file| std::fs::read_to_string(file.path()).is_ok_and(|text| text.contains(".invalid")))
    });
    assert!(!left.unwrap_or(false), "a mail of the copy left the house");
    assert_eq!(town.journal_of(village.host).await, host_before, "the real host hears nothing");
    let back = inside.press("/practice/end").await.done();
    assert_eq!(back, format!("/organisations/{}/practice", village.institution));
    let mails = office.get(format!("/organisations/{}/practice/mails?lang=nb", village.institution)).await.shown();
    assert!(mails.text.contains(".invalid"), "they are read here instead");
    assert!(!office.get("/").await.shown().text.contains("/practice/end"));
}

async fn first_round(inside: &Reader) -> String {
    let page = inside.get("/rounds?lang=nb").await.shown();
    let at = page.text.find("href=\"/rounds/0").expect("a round");
    page.text[at + 14..].split(['"', '?', '/']).next().unwrap_or_default().to_owned()
}

#[both_databases]
async fn a_copy_and_what_is_real_never_meet(town: Town) {
    let village = town.village(MARK).await;
    let (_, copy) = practised(&town, &village).await;
    let administrator = people_of(&town, copy.id, Some(Role::Administrator)).await[0];
    let cross = [(copy.id, village.student), (village.institution, administrator)];
    for (organisation, person) in cross {
        let role = NewRole { person, role: Role::Coordinator, unit: None, span: Span::ALWAYS };
        let give = async |tx: Tx| persons::give_role(&tx, organisation, &role).await;
        let given = town.db().write(&Actor::portal(organisation), give).await;
        assert!(given.is_err_and(|fault| fault.problem().is_some_and(|problem| problem.name() == "not-found")));
    }
    // Nor as a deputy, should a row of the register ever have crossed.
    let cross = async |tx: Tx| {
        let sql =
            "INSERT INTO members (owner_id, person_id, sort_key, search_key, is_open) VALUES ($1, $2, '', '', $3)";
        let values = [village.institution.0.into(), administrator.0.into(), true.into()];
        tx.execute_raw(Statement::from_sql_and_values(tx.backend(), sql, values)).await?;
        let sql = "SELECT id FROM roles WHERE owner_id = $1 AND person_id = $2 AND role = 'administrator'";
        let values = [village.institution.0.into(), village.administrator.0.into()];
        let row = tx.query_one_raw(Statement::from_sql_and_values(tx.backend(), sql, values)).await?;
        Ok(row.expect("a role").try_get_by_index::<base::RoleId>(0)?)
    };
    let role = town.db().write(&Actor::portal(village.institution), cross).await.unwrap();
    let days = Span::new(None, base::Date::from_ymd_opt(2027, 3, 9)).unwrap();
    let office = persons::actor_of(town.db(), village.administrator, None).await.unwrap();
    let depute = async |tx: Tx| persons::depute(&tx, village.institution, role, administrator, days).await;
    let deputed = town.db().write(&office, depute).await;
    assert!(deputed.is_err_and(|fault| fault.problem().is_some_and(|problem| problem.name() == "not-found")));
    let partners = async |of: OrganisationId| {
        let look = async |tx: Tx| organisations::partners(&tx, of).await;
        let found = town.db().read(&Actor::nobody(), look).await.unwrap();
        found.into_iter().map(|one| one.id).collect::<Vec<_>>()
    };
    assert_eq!(partners(copy.id).await, [copy.id]);
    assert!(!partners(village.host).await.contains(&copy.id));
    let count = async |tx: Tx| organisations::count(&tx).await;
    assert_eq!(town.db().read(&Actor::nobody(), count).await.unwrap(), 2, "a copy is not counted");
    let clock = town.sign_in(village.administrator).await;
    let real = format!("/rounds/{}/practice-clock", village.ids["rounds"]);
    assert_eq!(clock.press(real).await.status, StatusCode::NOT_FOUND, "no real clock is moved");
}

#[both_databases]
async fn only_those_who_look_after_the_whole_step_in_and_only_as_somebody_invented(town: Town) {
    let village = town.village(MARK).await;
    let other = town.village("Annensteds").await;
    let (office, copy) = practised(&town, &village).await;
    let page = format!("/organisations/{}/practice", village.institution);
    let invented = people_of(&town, copy.id, None).await[0];
    let stranger = town.sign_in(other.administrator).await;
    assert_eq!(stranger.press(format!("{page}/people/{invented}")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(stranger.press(format!("{page}/removal")).await.status, StatusCode::NOT_FOUND);
    for real in [village.student, other.student, village.coordinator] {
        assert_eq!(office.press(format!("{page}/people/{real}")).await.status, StatusCode::NOT_FOUND);
    }
    office.press(&page).await.refused_with("practice-there");
    step_in(&town, &office, village.institution, invented).await;
    office.get("/my/rounds").await.shown();
    assert_ne!(office.get("/rounds").await.status, StatusCode::OK, "a student runs no rounds");
    // The right to practise ends with the role.
    town.end_roles(village.institution, village.administrator).await;
    assert!(!office.get("/").await.text.contains("/practice/end"));
}

#[both_databases]
async fn a_copy_goes_by_one_act_or_by_itself_and_its_people_with_it(town: Town) {
    let village = town.village(MARK).await;
    let (office, copy) = practised(&town, &village).await;
    let page = format!("/organisations/{}/practice", village.institution);
    let student = people_of(&town, copy.id, None).await[0];
    office.press(format!("{page}/removal")).await.done();
    town.run_jobs().await;
    assert_eq!(copy_of(&town, village.institution).await, None);
    let names = "SELECT given_name || family_name || coalesce(email, '') || coalesce(phone, '') FROM persons WHERE home_id = $1";
    let left = texts(&town, copy.id, names).await;
    assert!(!left.is_empty() && left.iter().all(|name| name == "–"), "{left:?}");
    for table in ["mails", "roles", "affiliations", "members"] {
        let sql = format!("SELECT '{table}' FROM {table} WHERE owner_id = $1");
        assert_eq!(texts(&town, copy.id, &sql).await, [] as [String; 0]);
    }
    assert_eq!(office.press(format!("{page}/people/{student}")).await.status, StatusCode::NOT_FOUND);
    let names = texts(&town, village.institution, "SELECT given_name FROM persons WHERE home_id = $1").await;
    assert!(names.iter().any(|name| name == MARK), "the real ones keep their names");
    // Another one goes by itself, on the day after its last.
    office.press(&page).await.done();
    town.run_jobs().await;
    town.later(TimeDelta::days(practice::DAYS));
    assert_eq!(practice::actions::remove_old(town.db()).await.unwrap(), 0);
    town.later(TimeDelta::days(1));
    assert_eq!(practice::actions::remove_old(town.db()).await.unwrap(), 1);
    assert_eq!(copy_of(&town, village.institution).await, None);
    town.run_jobs().await;
}
