//! The demo's town: built once, through the actions, and found again at the next start.

use std::path::Path;
use std::process::{Command, Stdio};

use kit::actor::Actor;
use kit::db::{Place, Tx};
use kit::jobs::State;
use macros::both_databases;
use people::persons::{self, Email};
use sea_orm::{ConnectionTrait, Database, Statement};

use crate::testkit::{Town, command_on};

async fn personas_of(town: &Town) -> Vec<(&'static str, &'static str)> {
    let personas = demo::build(town.app(), &portal::house::handlers()).await.unwrap();
    personas.0.iter().map(|persona| (persona.key, persona.email)).collect()
}

async fn laid_aside(town: &Town) -> Vec<(State, i64)> {
    let counts = async |tx: Tx| Ok(kit::jobs::counts(&tx).await?);
    let counts = town.db().read(&Actor::nobody(), counts).await.unwrap();
    counts.into_iter().filter(|(state, _)| *state == State::Dead).collect()
}

/// Counts rows of every organisation: on PostgreSQL as the owner, whom no policy stops.
async fn count(town: &Town, sql: &str) -> i64 {
    let url = match town.place() {
        Place::Sqlite(file) => format!("sqlite://{}?mode=ro", file.display()),
        Place::Postgres { .. } => town.owner_url().unwrap(),
    };
    let database = Database::connect(url).await.unwrap();
    let row = database.query_one_raw(Statement::from_string(database.get_database_backend(), sql)).await.unwrap();
    database.close().await.unwrap();
    row.unwrap().try_get_by_index(0).unwrap()
}

#[both_databases]
async fn the_demo_town_stands_and_is_found_again(town: Town) {
    let personas = personas_of(&town).await;
    assert_eq!(personas.len(), 11);
    let (students, staff) = (
        "SELECT count(DISTINCT person_id) FROM affiliations WHERE kind = 'student'",
        "SELECT count(DISTINCT person_id) FROM affiliations WHERE kind = 'staff'",
    );
    assert_eq!((count(&town, students).await, count(&town, staff).await), (300, 600));
    assert_eq!(count(&town, "SELECT count(DISTINCT owner_id) FROM journal").await, 5, "five organisations are at work");
    assert_eq!(
        count(&town, "SELECT count(DISTINCT round_id) FROM decisions").await,
        4,
        "two rounds of last year, two of this"
    );
    let two_roles = "SELECT count(*) FROM (SELECT person_id FROM roles GROUP BY person_id HAVING count(*) > 1) AS many";
    assert!(count(&town, two_roles).await >= 2);
    for (key, email) in &personas {
        let email = Email::new(email).unwrap();
        let found = async |tx| Ok(persons::of_email(&tx, &email).await?);
        assert_eq!(town.db().read(&Actor::nobody(), found).await.unwrap().len(), 1, "{key}");
    }
    assert_eq!(laid_aside(&town).await, []);
    for (key, email) in &personas {
        let email = Email::new(email).unwrap();
        let found = async |tx| Ok(persons::of_email(&tx, &email).await?);
        let person = town.db().read(&Actor::nobody(), found).await.unwrap()[0].id;
        let page = town.sign_in(person).await.get("/?lang=nb").await.shown();
        assert!(!page.seen().contains("Ingenting venter på deg"), "something waits for {key}");
    }
    assert_eq!(town.db().clock_shift(), chrono::TimeDelta::zero(), "the town lives today");
    let before = town.journal_entries().await;
    assert_eq!(personas_of(&town).await, personas);
    assert_eq!(town.journal_entries().await, before, "the second start changes nothing");
}

/// Runs `fotfeste demo` in a folder, where it cannot listen: it ends once the town stands. Answers what it said.
fn demo_in(folder: &Path, mut command: Command, more: &[&str]) -> String {
    let nowhere = "203.0.113.1:1"; // an address of documentation, which no machine has
    command.arg("--data").arg(folder).args(["--listen", nowhere]).args(more);
    let told = command.stdout(Stdio::piped()).stderr(Stdio::piped()).output().expect("the command runs");
    assert!(!told.status.success(), "it cannot listen there");
    [told.stdout, told.stderr].map(|text| String::from_utf8(text).expect("text")).concat()
}

#[both_databases]
async fn a_reset_throws_away_a_town_in_a_folder_and_nothing_else(town: Town) {
    let organisation = town.organisation("Mjøs høgskole").await;
    let folder = tempfile::tempdir().unwrap();
    let told = demo_in(folder.path(), command_on(&town.place(), folder.path(), "demo"), &["--reset"]);
    let refused = match town.place() {
        Place::Sqlite(_) => "holds no demo town; nothing was removed",
        Place::Postgres { .. } => "empty the PostgreSQL database yourself",
    };
    assert!(told.contains(refused), "{told}");
    assert_eq!(town.journal_of(organisation).await, 1, "what is no town stays");
    if matches!(town.place(), Place::Postgres { .. }) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("fotfeste.db");
    let demo = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fotfeste"));
        command.arg("demo");
        command
    };
    let told = demo_in(folder.path(), demo(), &[]);
    assert!(told.contains("The demo town is open"), "{told}");
    std::fs::write(folder.path().join("mine.txt"), "mine").unwrap();
    let database = Database::connect(format!("sqlite://{}", file.display())).await.unwrap();
    database.execute_unprepared("UPDATE organisations SET name = 'Changed by a visitor'").await.unwrap();
    database.close().await.unwrap();
    let told = demo_in(folder.path(), demo(), &["--reset"]);
    assert!(told.contains("The town that stood here is gone") && told.contains("The demo town is open"), "{told}");
    let database = Database::connect(format!("sqlite://{}", file.display())).await.unwrap();
    let names = "SELECT count(*), count(CASE WHEN name = 'Changed by a visitor' THEN 1 END) FROM organisations";
    let row = database.query_one_raw(Statement::from_string(database.get_database_backend(), names)).await.unwrap();
    database.close().await.unwrap();
    let row = row.unwrap();
    let counts = [0, 1].map(|at| row.try_get_by_index::<i64>(at).unwrap());
    assert!(counts[0] >= 5 && counts[1] == 0, "{counts:?}");
    assert_eq!(
        std::fs::read_to_string(folder.path().join("mine.txt")).unwrap(),
        "mine",
        "whatever else stands there stays"
    );
}
