//! What the room promises: what was told in confidence is read by those alone whom it is for, and each reading is seen.

use axum::http::StatusCode;
use base::PersonId;
use kit::actor::{Actor, Role};
use kit::db::Tx;
use macros::both_databases;
use placing::confidences;
use sea_orm::{ConnectionTrait, Statement};

use crate::allocation::{Rules, STUDENTS, Small};
use crate::backups::Shelf;
use crate::sealed::{content, holds};
use crate::testkit::{Reader, Town};

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

async fn open(reader: &Reader, small: &Small, person: PersonId) -> crate::testkit::Reply {
    reader.post(confidence(small, person), [("why", "complaint")]).await
}

#[both_databases]
async fn what_was_told_in_confidence_stands_nowhere_but_where_it_is_opened(town: Town) {
    let (small, person) = confided(&town).await;
    small.draw().await;
    let office = small.office().await;
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
    let mut kept = vec![];
    for table in migrations::tables() {
        let sql = match town.owner_url() {
            Some(_) => format!("SELECT t::text FROM {} t", table.name()),
            None => format!("SELECT quote({}) FROM {}", columns(&table).join(") || quote("), table.name()),
        };
        let look = async |tx: Tx| {
            let rows = tx.query_all_raw(Statement::from_string(tx.backend(), sql.clone())).await?;
            Ok(rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<Vec<String>, _>>()?)
        };
        for row in small.read(look).await {
            assert!(
                !row.contains(MARK) && !row.to_lowercase().contains(&hex::encode(MARK)),
                "{} holds it",
                table.name()
            );
            kept.push(row);
        }
    }
    assert!(kept.iter().any(|row| row.contains("sealed1.")), "nothing was kept at all");
    let shelf = Shelf::new();
    let made = shelf.copy(&town).await;
    assert!(!holds(&content(&made, &town.place()), MARK), "a plain copy holds it");
    open(&office, &small, person).await.shown().says(MARK).says("hensyn");
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
