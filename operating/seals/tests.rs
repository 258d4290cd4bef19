//! What the room promises: an entry that was changed, dropped or swapped is named, and nothing else is.

use base::OrganisationId;
use kit::actor::Actor;
use kit::db::{Place, Tx};
use kit::journal::seal::How;
use kit::journal::{self, Event};
use macros::both_databases;
use operating::seals;
use sea_orm::{ConnectionTrait, Database};
use serde_json::json;

use crate::testkit::Town;

/// Writes a few entries and seals them.
async fn sealed(town: &Town, name: &str) -> OrganisationId {
    let organisation = town.organisation(name).await;
    for number in 0..5 {
        let event = || Event::of("tested", "organisation", organisation).with(json!({ "number": number, "a": [1.5] }));
        let note = async |tx: Tx| Ok(journal::note(&tx, organisation, event()).await?);
        town.db().write(&Actor::portal(organisation), note).await.unwrap();
    }
    seals::seal_all(town.db()).await.unwrap();
    organisation
}

/// Changes rows as nobody but the machine's own administrator can.
async fn meddle(town: &Town, sql: &str) {
    let url = match town.place() {
        Place::Sqlite(file) => format!("sqlite://{}?mode=rw", file.display()),
        Place::Postgres { .. } => town.owner_url().unwrap(),
    };
    let database = Database::connect(url).await.unwrap();
    for guard in ["no_update", "no_delete"] {
        for table in ["journal", "journal_seals"] {
            if matches!(town.place(), Place::Sqlite(_)) {
                database.execute_unprepared(&format!("DROP TRIGGER IF EXISTS {table}_{guard}")).await.unwrap();
            }
        }
    }
    assert_eq!(database.execute_unprepared(sql).await.unwrap().rows_affected(), 1, "{sql}");
    database.close().await.unwrap();
}

async fn numbers(town: &Town) -> Vec<(i64, How)> {
    let verdict = seals::verify(town.db()).await.unwrap();
    verdict.broken.iter().map(|broken| (broken.number, broken.how)).collect()
}

/// The organisation in whose journal somebody meddles, as both databases read it in a statement.
const MINE: &str = "(SELECT id FROM organisations WHERE name = 'Mjøs')";

/// The entry that the seal with this number is about.
fn entry(number: i64) -> String {
    format!("(SELECT entry_id FROM journal_seals WHERE number = {number} AND owner_id = {MINE})")
}

#[both_databases]
async fn whatever_was_changed_in_the_journal_is_named_and_nothing_else(town: Town) {
    sealed(&town, "Mjøs").await;
    sealed(&town, "Solbæk").await;
    let whole = seals::verify(town.db()).await.unwrap();
    assert!(whole.holds() && whole.looked_at >= 10, "{whole:?}");
    assert_eq!(seals::seal_all(town.db()).await.unwrap(), 0, "each entry is sealed once");
    meddle(&town, &format!("UPDATE journal SET kind = 'forged' WHERE id = {}", entry(2))).await;
    assert_eq!(numbers(&town).await, [(2, How::Changed)]);
    meddle(&town, &format!("DELETE FROM journal WHERE id = {}", entry(4))).await;
    assert_eq!(numbers(&town).await, [(2, How::Changed), (4, How::Missing)]);
    meddle(&town, &format!("DELETE FROM journal_seals WHERE number = 3 AND owner_id = {}", MINE)).await;
    let found = numbers(&town).await;
    assert!(found.contains(&(3, How::Unsealed)) && found.contains(&(4, How::Missing)), "{found:?}");
}

#[both_databases]
async fn whoever_seals_everything_anew_is_found_by_a_head_that_was_written_down(town: Town) {
    let mine = sealed(&town, "Mjøs").await;
    let noted = seals::heads(town.db()).await.unwrap();
    assert_eq!(seals::compare(town.db(), &noted).await.unwrap(), []);
    let last = noted.iter().find(|head| head.owner == mine).unwrap().clone();
    meddle(&town, &format!("UPDATE journal SET kind = 'forged' WHERE id = {}", entry(last.number))).await;
    meddle(&town, &format!("DELETE FROM journal_seals WHERE number = {} AND owner_id = {}", last.number, MINE)).await;
    seals::seal_all(town.db()).await.unwrap();
    assert_eq!(seals::verify(town.db()).await.unwrap().broken, [], "by itself the chain holds again");
    assert_eq!(seals::compare(town.db(), &noted).await.unwrap(), [last], "what was written down says otherwise");
}

#[both_databases]
async fn a_changed_entry_is_told_by_the_doctor_and_refused_in_a_copy(town: Town) {
    sealed(&town, "Mjøs").await;
    let state = async || {
        let (found, _) = operating::duty::examine(town.db(), town.app().settings(), true).await;
        found.iter().find(|found| found.check == operating::duty::Check::Journal).map(|found| found.state)
    };
    assert_eq!(state().await, Some(operating::duty::State::Good));
    meddle(&town, &format!("UPDATE journal SET request_id = 'forged' WHERE id = {}", entry(1))).await;
    assert_eq!(state().await, Some(operating::duty::State::Broken));
    if let Place::Sqlite(_) = town.place() {
        let folder = tempfile::tempdir().unwrap();
        let (key, _) = kit::backup::Key::load_or_make(&folder.path().join("key")).unwrap();
        let settings = kit::settings::Settings { data: folder.path().into(), ..town.app().settings().clone() };
        let rows = kit::backup::Rows { place: town.place(), owner_url: None, tools: kit::backup::Tools::default() };
        let blobs = kit::blobs::Blobs::open(&settings).unwrap();
        let tables: Vec<&str> = migrations::tables().iter().map(migrations::schema::TableOf::name).collect();
        let made = kit::backup::make(&rows, &blobs, &tables, &key, folder.path(), "test").await;
        let told = made.unwrap_err().to_string();
        assert!(told.contains("the journal was changed") && told.contains("seal 1"), "{told}");
    }
}
