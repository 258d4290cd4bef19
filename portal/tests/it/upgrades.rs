//! A newer program finds an older database: step by step or at once, the schema is the same, and what stood there stays.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use axum::http::StatusCode;
use kit::actor::{Actor, Role};
use kit::db::{Place, Tx};
use macros::both_databases;
use migrations::schema::{id, owned, text};
use people::organisations;
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, DbBackend, DbErr, Statement};
use sea_orm_migration::{MigrationName, MigrationTrait, MigratorTrait, SchemaManager, async_trait};
use tokio::task::JoinHandle;
use tokio::time::sleep;

use crate::testkit::{OpenRound, Reader, TestDatabase, Town};

fn url_of(database: &TestDatabase) -> String {
    match database.place() {
        Place::Sqlite(file) => format!("sqlite://{}?mode=rwc", file.display()),
        Place::Postgres { .. } => database.owner_url().unwrap(),
    }
}

/// The schema as the catalogue tells it, a line for each column, key, index, guard and policy.
async fn schema(url: &str) -> Vec<String> {
    let database = Database::connect(url).await.unwrap();
    let queries: &[&str] = match database.get_database_backend() {
        DbBackend::Postgres => &[
            "SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default) FROM information_schema.columns \
             WHERE table_schema = 'public' ORDER BY 1",
            "SELECT concat_ws(' ', conrelid::regclass::text, conname, pg_get_constraintdef(oid)) FROM pg_constraint \
             WHERE connamespace = 'public'::regnamespace ORDER BY 1",
            "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1",
            "SELECT concat_ws(' ', tablename, policyname, roles::text, cmd, qual, with_check) FROM pg_policies ORDER BY 1",
            "SELECT concat_ws(' ', relname, relrowsecurity, relforcerowsecurity, relacl::text) FROM pg_class \
             WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1",
        ],
        _ => &["SELECT coalesce(sql, name) FROM sqlite_master ORDER BY type, name"],
    };
    let mut lines = vec![];
    for sql in queries {
        let rows = database.query_all_raw(Statement::from_string(database.get_database_backend(), *sql)).await.unwrap();
        lines.extend(rows.iter().map(|row| row.try_get_by_index::<String>(0).unwrap()));
    }
    database.close().await.unwrap();
    lines
}

#[both_databases]
async fn from_nothing_to_now_is_the_same_at_once_and_step_by_step(town: Town) {
    let (whole, stepped) =
        (TestDatabase::empty_like(&town.place()).await, TestDatabase::empty_like(&town.place()).await);
    migrations::up_at(&url_of(&whole)).await.unwrap();
    for _ in migrations::names() {
        migrations::up_some_at(&url_of(&stepped), 1).await.unwrap();
    }
    let (one, other) = (schema(&url_of(&whole)).await, schema(&url_of(&stepped)).await);
    assert!(one.len() > 30, "{one:?}");
    assert_eq!(one, other);
    // A second run finds nothing to do.
    migrations::up_at(&url_of(&whole)).await.unwrap();
    assert_eq!(schema(&url_of(&whole)).await, one);
}

/// Somebody who administers an organisation, as the first schema kept them.
async fn first_rows(database: &DatabaseConnection) {
    let uuid = |number: u128| uuid::Uuid::from_u128(number);
    #[expect(clippy::disallowed_methods, reason = "the rows are of the time when the test runs")]
    let now = chrono::Utc::now();
    let rows: Vec<(&str, Vec<sea_orm::Value>)> = vec![
        (
            "INSERT INTO organisations (id, name, short_name, kind, lang, time_zone, contact_name, contact_email, contact_phone, created_at) \
             VALUES ($1, 'Mjøs høgskole', 'Mjøs', 'both', 'nb', 'Europe/Oslo', '', '', '', $2)",
            vec![uuid(1).into(), now.into()],
        ),
        (
            "INSERT INTO persons (id, home_id, given_name, family_name, email, created_at) VALUES ($1, $2, 'Anna', 'Berg', 'a@b.example', $3)",
            vec![uuid(2).into(), uuid(1).into(), now.into()],
        ),
        (
            "INSERT INTO roles (owner_id, id, person_id, role) VALUES ($1, $2, $3, 'administrator')",
            vec![uuid(1).into(), uuid(3).into(), uuid(2).into()],
        ),
        (
            "INSERT INTO journal (owner_id, id, at, kind, subject_kind, facts, request_id) VALUES ($1, $2, $3, 'tested', 'round', $4, '')",
            vec![uuid(1).into(), uuid(4).into(), now.into(), serde_json::json!({}).into()],
        ),
    ];
    for (sql, values) in rows {
        let statement = Statement::from_sql_and_values(database.get_database_backend(), sql, values);
        database.execute_raw(statement).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
    }
}

#[both_databases]
async fn what_stood_in_the_first_schema_stands_in_the_newest(town: Town) {
    let database = TestDatabase::empty_like(&town.place()).await;
    let url = url_of(&database);
    migrations::up_some_at(&url, 1).await.unwrap();
    let old = Database::connect(&url).await.unwrap();
    first_rows(&old).await;
    old.close().await.unwrap();
    migrations::up_at(&url).await.unwrap();
    let upgraded = Town::on(database).await;
    let reader = upgraded.sign_in(base::PersonId(uuid::Uuid::from_u128(2))).await;
    reader.get("/").await.shown().says("Anna");
    reader.get("/rounds").await.shown();
    let count = async |tx| organisations::count(&tx).await;
    assert_eq!(upgraded.db().read(&Actor::nobody(), count).await.unwrap(), 1);
    let organisation = base::OrganisationId(uuid::Uuid::from_u128(1));
    assert_eq!(upgraded.journal_of(organisation).await, 1);
    upgraded.holder(organisation, "Per", Role::Administrator).await;
}

/// The last migration before the rule below was made; what came before it never ran beside an older program.
const BEFORE_THE_RULE: &str = "m20261122_0910_passkeys";

/// Each column with what it holds, and whether a program that does not know it can add rows: it is empty or has a default.
async fn columns(url: &str) -> BTreeMap<String, (String, bool)> {
    let database = Database::connect(url).await.unwrap();
    let sql = match database.get_database_backend() {
        DbBackend::Postgres => {
            "SELECT table_name || '.' || column_name, data_type::text, is_nullable = 'YES' OR column_default IS NOT NULL \
             FROM information_schema.columns WHERE table_schema = 'public'"
        }
        _ => {
            "SELECT t.name || '.' || c.name, c.type, c.\"notnull\" = 0 OR c.dflt_value IS NOT NULL \
             FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'"
        }
    };
    let rows = database.query_all_raw(Statement::from_string(database.get_database_backend(), sql)).await.unwrap();
    let read = |row: &sea_orm::QueryResult| {
        let open = row.try_get_by_index::<bool>(2).unwrap();
        (row.try_get_by_index(0).unwrap(), (row.try_get_by_index(1).unwrap(), open))
    };
    let columns = rows.iter().map(read).collect();
    database.close().await.unwrap();
    columns
}

#[both_databases]
async fn an_older_program_goes_on_working_while_the_schema_grows_under_it(town: Town) {
    let database = TestDatabase::empty_like(&town.place()).await;
    let url = url_of(&database);
    let names = migrations::names();
    let old = names.iter().position(|name| name == BEFORE_THE_RULE).unwrap() + 1;
    migrations::up_some_at(&url, u32::try_from(old).unwrap()).await.unwrap();
    let mut before = columns(&url).await;
    assert!(before.len() > 100 && names.len() > old);
    for name in &names[old..] {
        migrations::up_some_at(&url, 1).await.unwrap();
        let after = columns(&url).await;
        for (column, kept) in &before {
            assert_eq!(after.get(column), Some(kept), "{name} takes {column} away or makes it another");
        }
        let table = |column: &str| column.split('.').next().unwrap_or_default().to_owned();
        let tables: Vec<String> = before.keys().map(|column| table(column)).collect();
        for (column, (_, open)) in after.iter().filter(|(column, _)| !before.contains_key(*column)) {
            let is_new = !tables.contains(&table(column));
            assert!(is_new || *open, "{name}: an older program adds rows without {column}");
        }
        before = after;
    }
}

#[both_databases]
async fn an_upgrade_does_not_queue_behind_those_who_work(town: Town) {
    let database = TestDatabase::empty_like(&town.place()).await;
    let url = url_of(&database);
    let Some(owner_url) = database.owner_url() else { return }; // SQLite has one writer and no such queue
    migrations::up_some_at(&url, 1).await.unwrap();
    let worker = Database::connect(owner_url).await.unwrap();
    #[expect(clippy::disallowed_methods, reason = "PostgreSQL alone comes here, and the portal is not yet started")]
    let held = sea_orm::TransactionTrait::begin(&worker).await.unwrap();
    held.execute_unprepared("SELECT 1 FROM organisations, rounds, persons LIMIT 1").await.unwrap();
    let refused = migrations::up_at(&url).await.unwrap_err().to_string();
    assert!(refused.contains("lock timeout"), "{refused}");
    held.rollback().await.unwrap();
    migrations::up_at(&url).await.unwrap();
}

/// A release that does not exist yet: it makes a table that points at busy ones, and gives busy ones a column and an index.
struct NextRelease;

struct NextStep;

#[async_trait::async_trait]
impl MigratorTrait for NextRelease {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        let mut all = migrations::Migrator::migrations();
        all.push(Box::new(NextStep));
        all
    }
}

impl MigrationName for NextStep {
    fn name(&self) -> &str {
        "m99991231_2359_next"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for NextStep {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        let next = owned("nexts").kept("to be tried", "a minute", "a test");
        let next = next.col(id("id")).col(id("round_id")).col(text("note").business());
        let next = next.primary_key(["owner_id", "id"]).index(["owner_id", "round_id"]);
        next.references("rounds", ["owner_id", "round_id"]).create(schema).await?;
        for table in ["sessions", "rounds", "wish_lists", "wishes"] {
            text("next_note").null().add_to(schema, table, "NULL").await?;
            let index = format!("CREATE INDEX {table}_next ON {table} (next_note)");
            schema.get_connection().execute_unprepared(&index).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// What each of those at work has done.
type Done = Arc<AtomicUsize>;

/// Adds a place and takes it out again; every answer is the right one.
async fn writes(reader: Reader, open: Arc<OpenRound>, stop: Arc<AtomicBool>, done: Done) {
    let page = format!("/my/rounds/{}/wishes", open.round);
    while !stop.load(Ordering::SeqCst) {
        let number = done.load(Ordering::SeqCst);
        let act = format!("{}:{}", ["add", "remove"][number % 2], open.offers[0]);
        reader.post(&page, [("request_key", format!("while-it-grows-{number}")), ("act", act)]).await.done();
        done.fetch_add(1, Ordering::SeqCst);
    }
}

async fn reads(reader: Reader, path: String, stop: Arc<AtomicBool>, done: Done) {
    while !stop.load(Ordering::SeqCst) {
        let reply = reader.get(&path).await;
        assert_eq!(reply.status, StatusCode::OK, "{path}: {}", reply.text);
        done.fetch_add(1, Ordering::SeqCst);
    }
}

/// Until everybody has done so many more.
async fn everybody_goes_on(done: &[Done], work: &[JoinHandle<()>], more: usize) {
    let before: Vec<usize> = done.iter().map(|done| done.load(Ordering::SeqCst)).collect();
    while done.iter().zip(&before).any(|(done, before)| done.load(Ordering::SeqCst) < before + more) {
        assert!(work.iter().all(|work| !work.is_finished()), "somebody was answered wrongly");
        sleep(Duration::from_millis(10)).await;
    }
}

#[both_databases]
async fn a_later_releases_schema_comes_while_everybody_works_and_no_request_fails(town: Town) {
    let Some(owner_url) = town.owner_url() else { return }; // an SQLite file belongs to one process: it stops first
    let open = Arc::new(town.open_round(2, 3).await);
    let stop = Arc::new(AtomicBool::new(false));
    let (mut done, mut work) = (vec![], vec![]);
    for student in &open.students {
        let (reader, count) = (town.sign_in(*student).await, Done::default());
        work.push(tokio::spawn(writes(reader, open.clone(), stop.clone(), count.clone())));
        done.push(count);
    }
    let student = format!("/my/rounds/{}/wishes", open.round);
    for (person, path) in [(open.students[0], student), (open.administrator, format!("/rounds/{}", open.round))] {
        let (reader, count) = (town.sign_in(person).await, Done::default());
        work.push(tokio::spawn(reads(reader, path, stop.clone(), count.clone())));
        done.push(count);
    }
    everybody_goes_on(&done, &work, 5).await;
    let mut tries = 0;
    while let Err(error) = migrations::up_at_by::<NextRelease>(&owner_url).await {
        tries += 1;
        let told = error.to_string();
        assert!(told.contains("lock timeout") || told.contains("deadlock"), "{told}");
        assert!(tries < 20, "the upgrade never gets its turn");
    }
    assert!(columns(&owner_url).await.contains_key("wishes.next_note"));
    everybody_goes_on(&done, &work, 5).await;
    stop.store(true, Ordering::SeqCst);
    for work in work {
        work.await.unwrap();
    }
    let acknowledged: usize = done.iter().take(open.students.len()).map(|done| done.load(Ordering::SeqCst)).sum();
    let count = async |tx: Tx| {
        let row = tx.query_one_raw(Statement::from_string(tx.backend(), "SELECT count(*) FROM wish_lists")).await?;
        Ok(row.unwrap().try_get_by_index::<i64>(0)?)
    };
    let kept = town.db().read(&Actor::portal(open.institution), count).await.unwrap();
    assert_eq!(kept, acknowledged as i64, "each acknowledged request is one version");
    // Taken back, the earlier release starts on what the later one has left.
    migrations::up_at(&owner_url).await.unwrap();
    town.run_jobs().await;
}

#[both_databases]
async fn a_database_of_no_release_is_left_alone(town: Town) {
    let database = TestDatabase::empty_like(&town.place()).await;
    let url = url_of(&database);
    migrations::up_some_at(&url, u32::try_from(migrations::names().len() - 1).unwrap()).await.unwrap();
    let strange = Database::connect(&url).await.unwrap();
    strange
        .execute_unprepared("INSERT INTO seaql_migrations (version, applied_at) VALUES ('m99990101', 0)")
        .await
        .unwrap();
    strange.close().await.unwrap();
    let refused = migrations::up_at(&url).await.unwrap_err().to_string();
    let last = migrations::names().pop().unwrap();
    assert!(refused.contains(&last) && refused.contains("neither of this release nor of a later one"), "{refused}");
}
