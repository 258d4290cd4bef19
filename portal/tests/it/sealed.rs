//! What is told in confidence lies sealed: it opens where it stands and nowhere else, and in no plain copy.

use std::io::Read;
use std::path::Path;
use std::process::Command;

use base::{Moment, PersonId};
use kit::actor::Actor;
use kit::backup::{self, Made, Rows, Tools};
use kit::db::{Db, Place, Tx};
use kit::sealed::{self, Ring, SealError, Sealer, Spot};
use macros::both_databases;
use people::credentials::{self, App};
use sea_orm::{ConnectionTrait, Statement, Value};
use tempfile::TempDir;

use crate::backups::Shelf;
use crate::testkit::{TestDatabase, Town};

async fn now(town: &Town) -> Moment {
    town.db().read(&Actor::nobody(), async |tx| Ok(tx.now())).await.unwrap()
}

async fn values(db: &Db, sql: &str) -> Vec<String> {
    let ask = async |tx: Tx| {
        let rows = tx.query_all_raw(Statement::from_string(tx.backend(), sql)).await?;
        Ok(rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<Vec<String>, _>>()?)
    };
    db.read(&Actor::nobody(), ask).await.unwrap()
}

async fn run(db: &Db, sql: &str, values: Vec<Value>) {
    let change = async |tx: Tx| {
        tx.execute_raw(Statement::from_sql_and_values(tx.backend(), sql, values.clone())).await?;
        Ok(())
    };
    db.write(&Actor::nobody(), change).await.unwrap();
}

/// Gives the person an app that is in use.
async fn with_app(town: &Town, person: PersonId) -> App {
    let app = App::fresh(kit::chance::secret_bytes());
    let at = now(town).await;
    let set_up = async |tx: Tx| {
        credentials::offer_app(&tx, person, &app).await?;
        credentials::confirm_app(&tx, person, &app.code_at(at - chrono::TimeDelta::seconds(30))).await
    };
    town.db().write(&Actor::nobody(), set_up).await.unwrap();
    app
}

async fn opens(db: &Db, person: PersonId, app: &App, at: Moment) -> bool {
    let check = async |tx: Tx| credentials::check_app(&tx, person, &app.code_at(at)).await;
    db.write(&Actor::nobody(), check).await.is_ok_and(|held| held)
}

const VALUES: &str = "SELECT value FROM credentials WHERE kind = 'totp' ORDER BY id";

#[both_databases]
async fn the_key_of_an_app_lies_sealed_and_belongs_to_its_row(town: Town) {
    let school = town.organisation("Skole").await;
    let (mila, omar) = (town.person(school, "Mila").await, town.person(school, "Omar").await);
    let (one, two) = (with_app(&town, mila).await, with_app(&town, omar).await);
    let stored = values(town.db(), VALUES).await;
    assert_eq!(stored.len(), 2);
    for (value, app) in stored.iter().zip([&one, &two]) {
        assert!(sealed::is_sealed(value) && !value.contains(app.key()), "{value}");
    }
    let at = now(&town).await;
    assert!(opens(town.db(), mila, &one, at).await && opens(town.db(), omar, &two, at).await);
    // What stands in Mila's row is put into Omar's: it opens nothing there, neither hers nor his.
    let swap = "UPDATE credentials SET value = $1 WHERE person_id = $2 AND kind = 'totp'";
    run(town.db(), swap, vec![stored[0].clone().into(), omar.0.into()]).await;
    let later = at + chrono::TimeDelta::seconds(30);
    assert!(!opens(town.db(), omar, &one, later).await && !opens(town.db(), omar, &two, later).await);
    assert!(opens(town.db(), mila, &one, later).await);
    // Without her key nothing of hers opens any more, and nothing fails over it.
    let destroy = async |tx: Tx| sealed::destroy(&tx, mila, None).await;
    assert!(town.db().write(&Actor::nobody(), destroy).await.unwrap());
    assert!(!opens(town.db(), mila, &one, later + chrono::TimeDelta::seconds(30)).await);
}

#[both_databases]
async fn keys_of_apps_from_before_there_were_seals_are_sealed_at_the_start(town: Town) {
    let school = town.organisation("Skole").await;
    let mila = town.person(school, "Mila").await;
    let app = with_app(&town, mila).await;
    run(town.db(), "UPDATE credentials SET value = $1", vec![app.key().into()]).await;
    run(town.db(), "DELETE FROM person_keys", vec![]).await;
    assert!(opens(town.db(), mila, &app, now(&town).await).await, "an app from before");
    assert_eq!(portal::house::seal_from_before(town.db()).await.unwrap(), 1);
    assert_eq!(portal::house::seal_from_before(town.db()).await.unwrap(), 0);
    let stored = values(town.db(), VALUES).await;
    assert!(stored.iter().all(|value| sealed::is_sealed(value)), "{stored:?}");
    assert!(opens(town.db(), mila, &app, now(&town).await + chrono::TimeDelta::seconds(30)).await);
}

/// Everything that a plain archive holds of the database, as bytes that can be searched.
pub fn content(made: &Made, place: &Place) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(&made.path).unwrap()).unwrap();
    let name = if matches!(place, Place::Sqlite(_)) { "database.sqlite" } else { "database.dump" };
    let mut bytes = vec![];
    archive.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
    if name == "database.sqlite" {
        return bytes;
    }
    let folder = tempfile::tempdir().unwrap();
    let dump = folder.path().join(name);
    std::fs::write(&dump, &bytes).unwrap();
    let told = Command::new("pg_restore").arg("--file=-").arg(&dump).output().unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    told.stdout
}

pub fn holds(bytes: &[u8], mark: &str) -> bool {
    bytes.windows(mark.len()).any(|some| some == mark.as_bytes())
}

async fn restored(shelf: &Shelf, town: &Town, made: &Made, keys: Option<&Path>) -> (Db, TestDatabase, TempDir) {
    let (database, data) = shelf.restore(&made.path, &town.place()).await.unwrap();
    if let Some(keys) = keys {
        let rows = Rows { place: database.place(), owner_url: database.owner_url(), tools: Tools::default() };
        backup::restore_keys(keys, shelf.key(), &rows, &made.manifest).await.unwrap();
    }
    let db = Db::open(&database.place()).await.unwrap();
    (db, database, data)
}

#[both_databases]
async fn a_plain_copy_opens_nothing_and_a_destroyed_key_opens_nothing_in_any_copy(town: Town) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sealing.key");
    Ring::fresh().write_new(&path).unwrap();
    let sealer = || Sealer::of_file(&path).unwrap();
    let filled = Db::open(&town.place()).await.unwrap();
    filled.seal_with(sealer());
    let school = town.organisation("Skole").await;
    let (mila, omar) = (town.person(school, "Mila").await, town.person(school, "Omar").await);
    let spot = |person: PersonId| Spot { table: "t", column: "c", row: person.0, person, organisation: Some(school) };
    let mut told = vec![];
    for person in [mila, omar] {
        let seal = async |tx: Tx| sealed::seal(&tx, &spot(person), "merke-5f2a").await;
        told.push(filled.write(&Actor::portal(school), seal).await.unwrap());
    }
    let shelf = Shelf::new();
    let first = shelf.copy(&town).await;
    let keys = first.path.with_file_name(backup::KEYS);
    let bytes = content(&first, &town.place());
    for row in values(town.db(), "SELECT value FROM person_keys").await {
        assert!(!holds(&bytes, &row), "a person's key lies in a plain copy");
    }
    let open = async |db: &Db, person: PersonId, value: &str| {
        let look = async |tx: Tx| sealed::open(&tx, &spot(person), value).await;
        db.read(&Actor::portal(school), look).await.unwrap()
    };
    let (plain, _one, _data) = restored(&shelf, &town, &first, None).await;
    plain.seal_with(sealer());
    assert_eq!(open(&plain, mila, &told[0]).await, None, "a plain copy opened with the installation's key");
    let (whole, _two, _data) = restored(&shelf, &town, &first, Some(&keys)).await;
    whole.seal_with(sealer());
    assert_eq!(open(&whole, mila, &told[0]).await.as_deref(), Some("merke-5f2a"));
    let destroy = async |tx: Tx| sealed::destroy(&tx, mila, Some(school)).await;
    assert!(filled.write(&Actor::portal(school), destroy).await.unwrap());
    shelf.copy(&town).await;
    // The old archive with what is there of keys now: hers is gone, his is not.
    let (old, _three, _data) = restored(&shelf, &town, &first, Some(&keys)).await;
    old.seal_with(sealer());
    assert_eq!(open(&old, mila, &told[0]).await, None, "an old copy opened after the key was destroyed");
    assert_eq!(open(&old, omar, &told[1]).await.as_deref(), Some("merke-5f2a"));
    let changed = std::fs::read_to_string(&keys).unwrap().replacen("\"value\":\"", "\"value\":\"0", 1);
    std::fs::write(&keys, changed).unwrap();
    let rows = Rows { place: town.place(), owner_url: town.owner_url(), tools: Tools::default() };
    let refused = backup::restore_keys(&keys, shelf.key(), &rows, &first.manifest).await;
    assert!(matches!(refused, Err(backup::BackupError::Foreign { .. })), "{refused:?}");
}

#[both_databases]
async fn the_installations_key_is_made_once_changed_while_all_opens_and_never_mistaken(town: Town) {
    let folder = tempfile::tempdir().unwrap();
    let (path, other) = (folder.path().join("sealing.key"), folder.path().join("other.key"));
    let db = Db::open(&town.place()).await.unwrap();
    assert!(sealed::begin(&db, &path).await.unwrap(), "the first start makes it");
    assert!(!sealed::begin(&db, &path).await.unwrap(), "the second finds it");
    Ring::fresh().write_new(&other).unwrap();
    for wrong in [&other, &folder.path().join("missing.key")] {
        let second = Db::open(&town.place()).await.unwrap();
        let refused = sealed::begin(&second, wrong).await.unwrap_err();
        let expected = matches!(refused, SealError::Foreign { .. } | SealError::File { .. });
        assert!(expected && !folder.path().join("missing.key").exists(), "{refused}");
        assert!(sealed::examine(&second, wrong).await.is_err());
    }
    let school = town.organisation("Skole").await;
    let mila = town.person(school, "Mila").await;
    let spot = Spot { table: "t", column: "c", row: mila.0, person: mila, organisation: None };
    let seal = async |tx: Tx| sealed::seal(&tx, &spot, "merke-77").await;
    let told = db.write(&Actor::nobody(), seal).await.unwrap();
    let open = async |db: &Db| {
        let look = async |tx: Tx| sealed::open(&tx, &spot, &told).await;
        db.read(&Actor::nobody(), look).await.unwrap()
    };
    let before = Ring::load(&path).unwrap().newest().to_owned();
    assert_eq!(sealed::rotate(&db, &path).await.unwrap(), 1);
    assert_eq!(Ring::load(&path).unwrap().names().count(), 2, "the old key stays until it is put away");
    assert_ne!(sealed::examine(&db, &path).await.unwrap(), before);
    assert_eq!(open(&db).await.as_deref(), Some("merke-77"), "the process that was running");
    assert_eq!(sealed::put_away(&db, &path).await.unwrap(), 0);
    assert_eq!(Ring::load(&path).unwrap().names().count(), 1);
    let fresh = Db::open(&town.place()).await.unwrap();
    sealed::begin(&fresh, &path).await.unwrap();
    assert_eq!(open(&fresh).await.as_deref(), Some("merke-77"), "a process that starts afterwards");
    std::fs::remove_file(&path).unwrap();
    assert_eq!(sealed::begin_anew(&db, &path).await.unwrap(), 1);
    let anew = Db::open(&town.place()).await.unwrap();
    assert!(!sealed::begin(&anew, &path).await.unwrap());
    assert_eq!(open(&anew).await, None, "what was given up opened");
}

#[both_databases]
async fn a_change_of_keys_that_breaks_off_goes_on_and_no_key_that_is_needed_is_dropped(town: Town) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sealing.key");
    let db = Db::open(&town.place()).await.unwrap();
    sealed::begin(&db, &path).await.unwrap();
    let school = town.organisation("Skole").await;
    let mila = town.person(school, "Mila").await;
    let spot = Spot { table: "t", column: "c", row: mila.0, person: mila, organisation: None };
    let told = db.write(&Actor::nobody(), async |tx| sealed::seal(&tx, &spot, "merke-78").await).await.unwrap();
    let opens = async || {
        let fresh = Db::open(&town.place()).await.unwrap();
        sealed::begin(&fresh, &path).await.unwrap();
        let look = async |tx: Tx| sealed::open(&tx, &spot, &told).await;
        assert_eq!(fresh.read(&Actor::nobody(), look).await.unwrap().as_deref(), Some("merke-78"));
    };
    // Broken off: the fresh key stands in the file, and nothing is wrapped by it yet.
    let begun = Ring::load(&path).unwrap().with_fresh().unwrap();
    begun.replace(&path).unwrap();
    assert_eq!(sealed::rotate(&db, &path).await.unwrap(), 1);
    let ring = Ring::load(&path).unwrap();
    assert_eq!((ring.names().count(), ring.newest()), (2, begun.newest()), "it went on with the key it had begun with");
    opens().await;
    while Ring::load(&path).unwrap().names().count() < 8 {
        assert_eq!(sealed::rotate(&db, &path).await.unwrap(), 1);
        opens().await;
    }
    let full = std::fs::read_to_string(&path).unwrap();
    let refused = sealed::rotate(&db, &path).await.unwrap_err();
    assert!(matches!(refused, SealError::ManyKeys { max: 8, .. }), "{refused}");
    assert!(refused.to_string().contains("fotfeste sealing put-away"), "{refused}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), full, "nothing was dropped");
    opens().await;
    // Broken off at its very end, before the database had noted it: putting away notes it.
    assert_eq!(sealed::put_away(&db, &path).await.unwrap(), 0);
    let begun = Ring::load(&path).unwrap().with_fresh().unwrap();
    begun.replace(&path).unwrap();
    assert_eq!(sealed::put_away(&db, &path).await.unwrap(), 1, "a person's key still needs the old one");
    run(&db, "DELETE FROM person_keys", vec![]).await;
    assert_eq!(sealed::put_away(&db, &path).await.unwrap(), 0);
    sealed::begin(&Db::open(&town.place()).await.unwrap(), &path).await.unwrap();
    std::fs::write(&path, format!("{full}{full}")).unwrap();
    assert!(Ring::load(&path).unwrap_err().to_string().contains("16 keys"), "none is left out in silence");
}

#[both_databases]
async fn reasons_leave_the_open_table_at_the_upgrade_and_its_guard_stands(town: Town) {
    let database = TestDatabase::empty_like(&town.place()).await;
    let url = match database.place() {
        Place::Sqlite(file) => format!("sqlite://{}?mode=rwc", file.display()),
        Place::Postgres { .. } => database.owner_url().unwrap(),
    };
    let at = migrations::names().iter().position(|name| name == "m20261122_1000_confidences").unwrap();
    migrations::up_some_at(&url, u32::try_from(at).unwrap()).await.unwrap();
    let uuid = |number: u128| -> Value { uuid::Uuid::from_u128(number).into() };
    #[expect(clippy::disallowed_methods, reason = "the rows are of the time when the test runs")]
    let moment: Value = chrono::Utc::now().into();
    let rows: [(&str, Vec<Value>); 3] = [
        (
            "INSERT INTO organisations (id, name, short_name, kind, lang, time_zone, contact_name, contact_email, contact_phone, created_at) \
             VALUES ($1, 'Mjøs', 'Mjøs', 'both', 'nb', 'Europe/Oslo', '', '', '', $2)",
            vec![uuid(1), moment.clone()],
        ),
        (
            "INSERT INTO persons (id, home_id, given_name, family_name, created_at) VALUES ($1, $2, 'Anna', 'Berg', $3)",
            vec![uuid(2), uuid(1), moment.clone()],
        ),
        (
            "INSERT INTO hand_placements (owner_id, round_id, id, person_id, ground, reason, at) \
             VALUES ($1, $2, $3, $4, 'considerations', 'Dialyse: tre dager', $5)",
            vec![uuid(1), uuid(3), uuid(4), uuid(2), moment],
        ),
    ];
    let old = sea_orm::Database::connect(&url).await.unwrap();
    for (sql, values) in rows {
        old.execute_raw(Statement::from_sql_and_values(old.get_database_backend(), sql, values)).await.unwrap();
    }
    old.close().await.unwrap();
    migrations::up_at(&url).await.unwrap();
    let upgraded = Town::on(database).await;
    let actor = Actor::portal(base::OrganisationId(uuid::Uuid::from_u128(1)));
    let one = async |sql: &'static str| {
        let ask = async |tx: Tx| {
            let row = tx.query_one_raw(Statement::from_string(tx.backend(), sql)).await?.expect("one row");
            Ok(row.try_get_by_index::<String>(0)?)
        };
        upgraded.db().read(&actor, ask).await.unwrap()
    };
    assert_eq!(one("SELECT ground FROM hand_placements").await, "other");
    assert_eq!(one("SELECT before FROM confidences").await, "considerations:Dialyse: tre dager");
    let change = async |tx: Tx| {
        tx.execute_unprepared("UPDATE hand_placements SET ground = 'agreed'").await?;
        Ok(())
    };
    assert!(upgraded.db().write(&actor, change).await.is_err(), "the guard did not come back");
    assert_eq!(portal::house::seal_from_before(upgraded.db()).await.unwrap(), 1);
    let sealed = one("SELECT coalesce(before, '') || sealed FROM confidences").await;
    assert!(sealed::is_sealed(&sealed) && !sealed.contains("Dialyse"), "{sealed}");
}
