//! What the room promises: what was promised to go is gone, and nothing else.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use kit::actor::Actor;
use kit::db::Tx;
use kit::journal::{self, Event};
use macros::both_databases;
use operating::retention;
use people::{persons, webhooks};
use sea_orm::{ConnectionTrait, Statement};

use crate::testkit::{Town, Village};

async fn rows(town: &Town, village: &Village) -> BTreeMap<&'static str, i64> {
    let mut counted = BTreeMap::new();
    for table in migrations::tables() {
        let count = async |tx: Tx| {
            let sql = format!("SELECT count(*) FROM {}", table.name());
            let row = tx.query_one_raw(Statement::from_string(tx.backend(), sql)).await?;
            Ok(row.expect("a count is one row").try_get_by_index::<i64>(0)?)
        };
        counted.insert(table.name(), town.db().read(&Actor::portal(village.institution), count).await.unwrap());
    }
    counted
}

/// Runs it dry and for real: both say the same. Answers the tables that lost rows.
async fn purge(town: &Town, village: &Village) -> Vec<(&'static str, i64)> {
    let before = rows(town, village).await;
    let told = retention::run(town.db(), true).await.unwrap();
    assert_eq!(rows(town, village).await, before, "a dry run removes nothing");
    let done = retention::run(town.db(), false).await.unwrap();
    let counts =
        |removed: &[retention::Removed]| removed.iter().map(|line| (line.table, line.rows)).collect::<Vec<_>>();
    assert_eq!(counts(&told), counts(&done));
    let after = rows(town, village).await;
    before
        .iter()
        .map(|(table, count)| (*table, count - after[table]))
        .filter(|(table, lost)| *lost > 0 && *table != "journal")
        .collect()
}

#[both_databases]
async fn rows_go_when_their_time_is_over_and_records_stay(town: Town) {
    let village = town.village("Mjøs").await;
    town.run_jobs().await;
    let before = rows(&town, &village).await;
    assert!(["answers", "mails", "imports", "jobs", "sessions", "decisions"].iter().all(|table| before[table] > 0));
    assert_eq!(purge(&town, &village).await, []);
    town.later(TimeDelta::days(366));
    let gone = purge(&town, &village).await;
    let tables: Vec<&str> = gone.iter().map(|(table, _)| *table).collect();
    assert_eq!(
        tables,
        ["answers", "drafts", "import_changes", "imports", "jobs", "sessions"],
        "after a year: {gone:?}"
    );
    town.later(TimeDelta::days(2 * 366));
    let tables: Vec<&str> = purge(&town, &village).await.into_iter().map(|(table, _)| table).collect();
    assert_eq!(
        tables,
        ["invitations", "look_questions", "look_samples", "looks", "mails", "notices"],
        "after three years"
    );
    town.later(TimeDelta::days(8 * 366));
    assert_eq!(purge(&town, &village).await, [("person_mergers", 1)], "after eleven years");
    assert_eq!(purge(&town, &village).await, [], "nothing that can be removed is left");
    let after = rows(&town, &village).await;
    for kept in ["decisions", "wish_lists", "wishes", "participants", "rounds", "run_inputs", "persons"] {
        assert_eq!(after[kept], before[kept], "{kept}");
    }
    let told = retention::run(town.db(), true).await.unwrap();
    let due = |table: &str| told.iter().find(|line| line.table == table).map(|line| (line.rows > 0, line.is_gone));
    assert_eq!(
        (due("decisions"), due("journal")),
        (Some((true, false)), Some((true, false))),
        "counted for the archive"
    );
    town.run_jobs().await; // notices wait to be bundled, and days pass for units
}

#[both_databases]
async fn the_journal_tells_what_was_removed(town: Town) {
    let village = town.village("Mjøs").await;
    town.run_jobs().await;
    town.later(TimeDelta::days(40));
    let before = town.journal_of(village.institution).await;
    retention::run(town.db(), false).await.unwrap();
    assert_eq!(town.journal_of(village.institution).await, before + 1);
    retention::run(town.db(), false).await.unwrap();
    assert_eq!(town.journal_of(village.institution).await, before + 1, "nothing was left to remove");
    town.run_jobs().await;
}

#[both_databases]
async fn what_was_told_goes_after_ninety_days_and_an_ended_webhook_after_a_year(town: Town) {
    let village = town.village("Mjøs").await;
    let webhook = village.ids["webhooks"].parse().unwrap();
    let round: base::RoundId = village.ids["rounds"].parse().unwrap();
    let happens = async |tx: Tx| {
        let event = Event::of("round-cancelled", "round", round);
        Ok(journal::note(&tx, village.institution, event).await?)
    };
    town.db().write(&Actor::portal(village.institution), happens).await.unwrap();
    let office = persons::actor_of(town.db(), village.administrator, None).await.unwrap();
    let end = async |tx: Tx| webhooks::actions::end(&tx, village.institution, webhook).await;
    town.db().write(&office, end).await.unwrap();
    town.run_jobs().await; // the webhook has ended: nothing leaves the house
    let lost = async |table: &str| purge(&town, &village).await.into_iter().find(|(name, _)| *name == table);
    town.later(TimeDelta::days(88));
    assert_eq!(lost("deliveries").await, None);
    town.later(TimeDelta::days(3));
    assert_eq!(lost("deliveries").await, Some(("deliveries", 1)));
    assert_eq!(lost("webhooks").await, None);
    town.later(TimeDelta::days(276));
    assert_eq!(lost("webhooks").await, Some(("webhooks", 1)));
    town.run_jobs().await;
}
