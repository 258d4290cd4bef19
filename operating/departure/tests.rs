//! What the room promises: everything of one organisation, nothing of another, nothing that opens something.

use std::collections::BTreeMap;
use std::io::Read;

use kit::actor::{Actor, Role};
use kit::blobs::{BlobId, Blobs};
use kit::db::Tx;
use macros::both_databases;
use operating::departure;
use people::persons::{self, NewRole, Span};
use sea_orm::{ConnectionTrait, Statement};

use crate::testkit::Town;

/// What is inside an export, by name.
pub fn read(path: &std::path::Path) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut files = BTreeMap::new();
    for at in 0..zip.len() {
        let mut inside = zip.by_index(at).unwrap();
        let name = inside.name().unwrap().to_string();
        let mut text = String::new();
        inside.read_to_string(&mut text).unwrap();
        files.insert(name, text);
    }
    files
}

#[both_databases]
async fn an_organisation_takes_everything_along_and_nothing_of_others(town: Town) {
    let mine = town.village("Kanarifugl").await;
    town.village("Annensteds").await;
    town.run_jobs().await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("export.zip");
    let written = departure::export(town.db(), town.app().part::<Blobs>(), mine.institution, &path).await.unwrap();
    let files = read(&path);
    for part in departure::model::parts() {
        let count = async |tx: Tx| {
            let sql = format!("SELECT count(*) FROM {} WHERE {}", part.table, part.mine);
            let id = base::Id::uuid(mine.institution);
            let row = tx.query_one_raw(Statement::from_sql_and_values(tx.backend(), sql, [id.into()])).await?;
            Ok(row.expect("a count is one row").try_get_by_index::<i64>(0)?)
        };
        let rows = town.db().read(&Actor::portal(mine.institution), count).await.unwrap();
        // The export itself is an entry of the journal, made after it was written.
        let rows = if part.table == "journal" { rows - 1 } else { rows };
        let lines: Vec<&str> = files[&format!("{}.jsonl", part.table)].lines().collect();
        assert_eq!(lines.len() as i64, rows, "{}", part.table);
        for line in lines {
            let row: serde_json::Value = serde_json::from_str(line).unwrap();
            let columns: Vec<&str> = row.as_object().unwrap().keys().map(String::as_str).collect();
            assert_eq!(columns.len(), part.columns.len(), "{}", part.table);
        }
    }
    let letters: Vec<_> = files.iter().filter(|(name, _)| name.starts_with("files/")).collect();
    let letter = "Kanarifugl: vedlegg".to_owned();
    assert_eq!(letters, [(&format!("files/{}", BlobId::of(letter.as_bytes())), &letter)]);
    let all: String = files.values().map(String::as_str).collect();
    assert!(all.contains("Kanarifugl") && all.contains(&mine.student.to_string()));
    assert!(!all.contains("Annensteds"), "another organisation's rows are inside");
    assert!(written.iter().any(|part| part.file == "decisions.jsonl" && part.rows > 0));
    let again = departure::export(town.db(), town.app().part::<Blobs>(), mine.institution, &path).await;
    assert!(matches!(again, Err(departure::DepartureError::File(_))), "an export was written over");
}

#[both_databases]
async fn what_is_protected_goes_along_with_the_home_alone(town: Town) {
    let village = town.village("Mjøs").await;
    let person = town.person_at(village.institution, "skjulesen@town.example").await;
    let new = NewRole { person, role: Role::Coordinator, unit: None, span: Span::ALWAYS };
    let host = village.host;
    town.db().write(&Actor::portal(host), async |tx| persons::give_role(&tx, host, &new).await).await.unwrap();
    town.send_mails(host, &[person]).await;
    town.run_jobs().await;
    let protect = async |tx: Tx| {
        let person = || [base::Id::uuid(person).into()];
        for sql in [
            "INSERT INTO protections (person_id, given_name, family_name, email, reason, set_at) \
             SELECT id, 'Vår', 'Skjulesen', email, 'Trusler', created_at FROM persons WHERE id = $1",
            "UPDATE persons SET given_name = 'Kari N.', family_name = '', email = NULL, is_protected = TRUE WHERE id = $1",
        ] {
            tx.execute_raw(Statement::from_sql_and_values(tx.backend(), sql, person())).await?;
        }
        Ok(())
    };
    town.db().write(&Actor::portal(village.institution), protect).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let exported = async |organisation, name: &str| {
        let path = folder.path().join(name);
        departure::export(town.db(), town.app().part::<Blobs>(), organisation, &path).await.unwrap();
        read(&path).into_values().collect::<String>().to_lowercase()
    };
    let (home, elsewhere) = (exported(village.institution, "home.zip").await, exported(host, "host.zip").await);
    assert!(home.contains("skjulesen@town.example") && home.contains("trusler"));
    assert!(elsewhere.contains("kari n.") && !elsewhere.contains("skjulesen"));
}

fn day(town: &Town, days: i64) -> base::Date {
    #[expect(clippy::disallowed_methods, reason = "the town's clock is counted from the machine's")]
    let now = chrono::Utc::now() + town.db().clock_shift();
    now.with_timezone(&chrono_tz::Europe::Oslo).date_naive() + chrono::TimeDelta::days(days)
}

async fn names(town: &Town, organisation: base::OrganisationId) -> Vec<String> {
    let names = async |tx: Tx| {
        let sql = "SELECT given_name || family_name || coalesce(email, '') || coalesce(phone, '') FROM persons \
                   WHERE home_id = $1 ORDER BY 1";
        let id = base::Id::uuid(organisation);
        let rows = tx.query_all_raw(Statement::from_sql_and_values(tx.backend(), sql, [id.into()])).await?;
        Ok(rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<Vec<String>, _>>()?)
    };
    town.db().read(&Actor::portal(organisation), names).await.unwrap()
}

async fn rows(town: &Town, organisation: base::OrganisationId) -> BTreeMap<&'static str, (u64, &'static str)> {
    let plan = departure::plan(town.db(), organisation).await.unwrap();
    plan.into_iter().map(|gone| (gone.table, (gone.rows, gone.fate))).collect()
}

#[both_databases]
async fn an_organisation_that_leaves_takes_its_rows_along_and_the_record_stays_without_names(town: Town) {
    let (mine, other) = (town.village("Kanarifugl").await, town.village("Annensteds").await);
    town.run_jobs().await;
    operating::seals::seal_all(town.db()).await.unwrap();
    let reader = town.sign_in(mine.administrator).await;
    reader.get("/rounds").await.shown();
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name);
    let (db, blobs, id) = (town.db(), town.app().part::<Blobs>(), mine.institution);
    assert!(matches!(departure::remove(db, blobs, id, &file("a")).await, Err(departure::DepartureError::NotAnnounced)));
    let early = departure::announce(db, blobs, id, day(&town, 29), &file("a")).await;
    assert!(matches!(early, Err(departure::DepartureError::TooSoon { earliest }) if earliest == day(&town, 30)));
    assert!(departure::announce(db, blobs, id, day(&town, 30), &file("a")).await.unwrap() > 20);
    assert!(matches!(
        departure::remove(db, blobs, id, &file("b")).await,
        Err(departure::DepartureError::NotYet { .. })
    ));
    departure::withdraw(db, id).await.unwrap();
    departure::announce(db, blobs, id, day(&town, 30), &file("b")).await.unwrap();
    let (before, others, their_names) =
        (rows(&town, id).await, rows(&town, other.institution).await, names(&town, other.institution).await);
    assert_eq!(rows(&town, id).await, before, "the dry run changes nothing");
    town.later(chrono::TimeDelta::days(30));
    departure::remove(db, blobs, id, &file("c")).await.unwrap();
    let after = rows(&town, id).await;
    for (table, (count, fate)) in &after {
        match *fate {
            "removed" => assert_eq!(*count, 0, "{table}"),
            _ => assert!(*count >= before[table].0, "{table}: {before:?}"),
        }
    }
    assert!(before["mails"].0 > 0 && before["affiliations"].0 > 0 && after["decisions"].0 > 0);
    let left = names(&town, id).await;
    assert!(!left.is_empty() && left.iter().all(|name| name == "–"), "{left:?}");
    assert_ne!(reader.get("/rounds").await.status, axum::http::StatusCode::OK, "the way in is closed");
    assert_eq!(rows(&town, other.institution).await, others, "another organisation keeps every row");
    assert_eq!(names(&town, other.institution).await, their_names);
    assert!(operating::seals::verify(db).await.unwrap().holds(), "the journal's seals hold");
    assert!(read(&file("c")).contains_key("decisions.jsonl"), "everything was written out before");
    assert!(matches!(departure::remove(db, blobs, id, &file("d")).await, Err(departure::DepartureError::Left { .. })));
    town.run_jobs().await; // a month has passed for the others
}
