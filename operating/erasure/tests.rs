//! What the room and the restriction of the register promise: kept and unseen is one thing, erased another, and what the
//! archive duty holds stays.

use axum::http::StatusCode;
use base::PersonId;
use kit::actor::Actor;
use kit::db::Tx;
use macros::both_databases;
use operating::seals;
use people::signin::Way;
use sea_orm::{ConnectionTrait, Statement};

use crate::testkit::{Reader, Town, Village};

async fn count(town: &Town, village: &Village, sql: &str, person: PersonId) -> i64 {
    let ask = async |tx: Tx| {
        let statement = Statement::from_sql_and_values(tx.backend(), sql, [person.0.into()]);
        let row = tx.query_one_raw(statement).await?.expect("a count is one row");
        Ok(row.try_get_by_index::<i64>(0)?)
    };
    town.db().read(&Actor::portal(village.institution), ask).await.unwrap()
}

fn at(village: &Village, person: PersonId, what: &str) -> String {
    let file = format!("/organisations/{}/people/{person}", village.institution);
    if what.is_empty() { file } else { format!("{file}/{what}") }
}

/// Where the student's name stood before.
async fn seen_by(town: &Town, village: &Village, office: &Reader) -> Vec<(String, String)> {
    let (organisation, round) = (village.institution, &village.ids["rounds"]);
    let host = town.sign_in(village.coordinator).await;
    let mut seen = vec![];
    for path in [
        format!("/organisations/{organisation}/people"),
        format!("/organisations/{organisation}/people.csv"),
        String::from("/search?q=Mj%C3%B8s%201"),
        format!("/rounds/{round}/students"),
        format!("/rounds/{round}/students.csv"),
        format!("/rounds/{round}/allocation"),
        format!("/rounds/{round}/allocation/students.csv"),
    ] {
        let text = office.get(&path).await.shown().text;
        seen.push((path, text.replace("value=\"Mjøs 1\"", "")));
    }
    for path in ["/host/students", "/host/students.csv"] {
        seen.push((path.into(), host.get(path).await.shown().text));
    }
    let token = town.token(village.administrator, organisation, &[kit::scope::Scope::SeePeople]).await;
    let request = axum::http::Request::builder()
        .uri("/api/v1/people")
        .header("authorization", format!("Bearer {token}"))
        .body(axum::body::Body::empty())
        .unwrap();
    seen.push(("api".into(), town.nobody().send(request).await.shown().text));
    seen
}

/// The student's family name and address, which stand nowhere else in the village.
async fn marks(town: &Town, village: &Village) -> Vec<String> {
    let look = async |tx| people::persons::find(&tx, village.student).await;
    let person = town.db().read(&Actor::portal(village.institution), look).await.unwrap();
    vec![person.name.to_string(), person.email.expect("an address").as_str().to_owned()]
}

#[both_databases]
async fn restricted_data_is_kept_and_seen_by_administration_alone_until_it_is_lifted(town: Town) {
    let village = town.village("Mjøs").await;
    let office = town.sign_in(village.administrator).await;
    let marks = marks(&town, &village).await;
    let before = seen_by(&town, &village, &office).await;
    let names = |seen: &[(String, String)]| {
        seen.iter().filter(|(_, text)| marks.iter().any(|mark| text.contains(mark))).count()
    };
    assert!(names(&before) >= 7, "the name stood in {} of {} places", names(&before), before.len());
    let restriction = at(&village, village.student, "restriction");
    let empty = office.post(&restriction, [("reason", " ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    office.post(&restriction, [("reason", "Bestrider karakteren")]).await.done();
    for (path, text) in seen_by(&town, &village, &office).await {
        assert!(marks.iter().all(|mark| !text.contains(mark)), "{path} shows restricted data");
    }
    let twice = office.post(&restriction, [("reason", "en gang til")]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    let own = town.sign_in(village.student).await.get("/me/data.json").await.shown().text;
    let own: serde_json::Value = serde_json::from_str(&own).unwrap();
    assert_eq!(own["tables"]["restrictions"]["rows"].as_array().map(Vec::len), Some(1), "one's own file says it");
    office.get(&restriction).await.shown().says(&marks[0]).says(&marks[1]).says("Bestrider karakteren");
    let list = office.get(format!("/organisations/{}/restrictions", village.institution)).await.shown();
    assert!(!list.text.contains(&marks[0]), "a list shows the name");
    let coordinator = town.holder(village.institution, "Kari", kit::actor::Role::Coordinator).await;
    let coordinator = town.sign_in(coordinator).await;
    assert_eq!(coordinator.get(&restriction).await.status, StatusCode::NOT_FOUND);
    assert_eq!(coordinator.get(at(&village, village.student, "")).await.status, StatusCode::NOT_FOUND);
    office.press(format!("{restriction}/lifting")).await.done();
    for (path, text) in seen_by(&town, &village, &office).await {
        assert!(marks.iter().all(|mark| !text.contains(mark)), "{path} shows restricted data before it ends");
    }
    town.later(chrono::TimeDelta::hours(25));
    town.run_jobs().await;
    let office = town.sign_in(village.administrator).await;
    assert_eq!(seen_by(&town, &village, &office).await.len(), before.len());
    assert_eq!(names(&seen_by(&town, &village, &office).await), names(&before), "not everything is back");
    town.run_jobs().await;
}

/// Kind, language, address and subject of every mail to the person about a restriction, the oldest first.
async fn told(town: &Town, village: &Village) -> Vec<(String, Option<base::Lang>, String, String)> {
    let actor = Actor::portal(village.institution);
    let owner = kit::actor::Owner::proven(&actor, village.institution).unwrap();
    let all = town.db().read(&actor, async |tx| Ok(kit::mail::of_owner(&tx, owner).await?)).await.unwrap();
    let about = |kind: &str| ["data-restricted", "restriction-ends", "restriction-lasts"].contains(&kind);
    let mails = all.into_iter().rev().filter(|mail| mail.person == Some(village.student) && about(&mail.kind));
    mails.map(|mail| (mail.kind, mail.lang, mail.to_address, format!("{}\n{}", mail.subject, mail.body))).collect()
}

#[both_databases]
async fn whoevers_data_is_restricted_is_told_and_told_again_before_it_ends(town: Town) {
    let village = town.village("Mjøs").await;
    let office = town.sign_in(village.administrator).await;
    let address = marks(&town, &village).await.remove(1);
    let restriction = at(&village, village.student, "restriction");
    let texts = [
        (base::Lang::En, ["is restricted", "is about to end", "stays restricted"]),
        (base::Lang::Nb, ["er sperret", "slutter snart", "er fortsatt sperret"]),
        (base::Lang::Nn, ["er sperra", "sluttar snart", "er framleis sperra"]),
        (base::Lang::Da, ["er spærret", "slutter snart", "er fortsat spærret"]),
    ];
    let oneself = people::persons::actor_of(town.db(), village.student, None).await.unwrap();
    for (round, (lang, subjects)) in texts.into_iter().enumerate() {
        let choose =
            async |tx: Tx| people::persons::choose_profile(&tx, Some(lang), Default::default(), Some(false)).await;
        town.db().write(&oneself, choose).await.unwrap();
        let office = town.sign_in(village.administrator).await;
        office.post(&restriction, [("reason", "Bestrider karakteren")]).await.done();
        office.press(format!("{restriction}/lifting")).await.done();
        office.press(format!("{restriction}/lifting")).await.done(); // said again, nothing changes
        office.press(format!("{restriction}/lifting/withdrawal")).await.done();
        office.press(format!("{restriction}/lifting/withdrawal")).await.done();
        let mails = told(&town, &village).await;
        let new = &mails[round * 4..];
        let kinds: Vec<&str> = new.iter().map(|mail| mail.0.as_str()).collect();
        assert_eq!(kinds, ["data-restricted", "restriction-ends", "restriction-lasts"]);
        for ((_, in_lang, to, text), subject) in new.iter().zip(subjects) {
            assert_eq!((*in_lang, to), (Some(lang), &address));
            assert!(text.contains(subject), "{subject}: {text}");
            assert!(!text.contains("Bestrider"), "the reason stays sealed: {text}");
        }
        // What was let last outlives the moment that was announced.
        town.later(chrono::TimeDelta::hours(25));
        town.run_jobs().await;
        let office = town.sign_in(village.administrator).await;
        office.get(format!("{restriction}?lang=nb")).await.shown().says("Avslutt sperringen");
        office.press(format!("{restriction}/lifting")).await.done();
        office.get(format!("{restriction}?lang=nb")).await.shown().says("Behold sperringen");
        town.later(chrono::TimeDelta::hours(25));
        town.run_jobs().await;
        let office = town.sign_in(village.administrator).await;
        office.get(format!("{restriction}?lang=nb")).await.shown().says("Begrunnelse").says("Sperr opplysningene");
    }
    assert_eq!(told(&town, &village).await.len(), 16);
    let notices = town.sign_in(village.student).await.get("/notices?lang=da").await.shown();
    notices.says("er fortsat spærret");
    drop(office);
}

#[both_databases]
async fn an_erasure_says_what_stands_against_it_what_goes_and_what_stays(town: Town) {
    let village = town.village("Mjøs").await;
    let (office, person) = (town.sign_in(village.administrator).await, village.student);
    let page = at(&village, person, "erasure");
    office.get(&page).await.shown().says("La personen slutte først").says("Et vedtak kan fremdeles påklages");
    assert_eq!(office.press(&page).await.status, StatusCode::CONFLICT);
    let marks = marks(&town, &village).await;
    let student =
        town.nobody().with_session(&people::signin::begin_session(town.db(), person, Way::Mail).await.unwrap());
    student.get("/").await.shown();
    town.run_jobs().await;
    town.now_is("2028-02-11 09:00");
    town.run_jobs().await;
    let office = town.sign_in(village.administrator).await;
    office.press(at(&village, person, "departure")).await.done();
    let seal = async |tx: Tx| {
        let organisation = Some(village.institution);
        let spot = kit::sealed::Spot { table: "t", column: "c", row: person.0, person, organisation };
        kit::sealed::seal(&tx, &spot, "helse").await
    };
    town.db().write(&Actor::portal(village.institution), seal).await.unwrap();
    let decisions = count(&town, &village, "SELECT count(*) FROM decisions WHERE person_id = $1", person).await;
    let shown = office.get(&page).await.shown();
    shown.says("Arkivplikten: et vedtak bevares i 10 år").says("Dette kan ikke angres");
    office.press(&page).await.done();
    for table in ["person_keys", "mails", "notices", "sessions", "members", "answers", "confidences"] {
        let rows = count(&town, &village, &format!("SELECT count(*) FROM {table} WHERE person_id = $1"), person).await;
        assert_eq!(rows, 0, "{table}");
    }
    let kept = count(&town, &village, "SELECT count(*) FROM decisions WHERE person_id = $1", person).await;
    assert!(kept == decisions && kept > 0, "the archive duty wins");
    assert!(student.get("/").await.location().starts_with("/login"), "a session outlived its person");
    assert_eq!(office.get(at(&village, person, "")).await.status, StatusCode::NOT_FOUND);
    for (path, text) in seen_by(&town, &village, &office).await {
        assert!(marks.iter().all(|mark| !text.contains(mark)), "{path} names somebody who was erased");
    }
    seals::seal_all(town.db()).await.unwrap();
    assert!(seals::verify(town.db()).await.unwrap().holds(), "the journal keeps its seals");
    town.run_jobs().await;
}

#[both_databases]
async fn what_was_put_away_and_opens_no_more_says_so_and_can_still_be_erased(town: Town) {
    let village = town.village("Mjøs").await;
    let (person, school) = (village.student, village.institution);
    town.run_jobs().await;
    town.now_is("2028-02-11 09:00");
    town.run_jobs().await;
    let office = town.sign_in(village.administrator).await;
    let restriction = at(&village, person, "restriction");
    office.press(at(&village, person, "departure")).await.done();
    office.post(&restriction, [("reason", "Bestrider karakteren")]).await.done();
    let destroy = async |tx: Tx| kit::sealed::destroy(&tx, person, Some(school)).await;
    assert!(town.db().write(&Actor::portal(school), destroy).await.unwrap());

    let shown = office.get(&restriction).await.shown().says("Nøkkelen er borte").says("slett opplysningene");
    assert!(!shown.text.contains("Opphev sperringen") && !shown.text.contains("Bestrider karakteren"));
    for press in ["lifting", "lifting/withdrawal"] {
        office.press(format!("{restriction}/{press}")).await.refused_with("restriction-key-gone");
    }
    office.get(at(&village, person, "erasure")).await.shown().says("Dette kan ikke angres");
    office.press(at(&village, person, "erasure")).await.done();
    assert_eq!(office.get(&restriction).await.status, StatusCode::NOT_FOUND);
    assert_eq!(count(&town, &village, "SELECT count(*) FROM restrictions WHERE person_id = $1", person).await, 0);
    town.run_jobs().await;
}
