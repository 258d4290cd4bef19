//! What holds when many want the same at once, and when a transaction is broken off.

use std::sync::atomic::{AtomicU32, Ordering};

use base::PersonId;
use kit::actor::Actor;
use kit::db::Tx;
use kit::fault::Fault;
use kit::journal::{self, Event};
use macros::both_databases;
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use tokio::task::JoinSet;

use crate::testkit::Town;

async fn entries(tx: &Tx) -> Result<i64, Fault> {
    let sql = Statement::from_string(tx.backend(), "SELECT count(*) AS entries FROM journal");
    let row = tx.query_one_raw(sql).await?.expect("a count is one row");
    Ok(row.try_get("", "entries")?)
}

#[both_databases]
async fn a_rule_over_many_rows_holds_when_all_come_at_once(town: Town) {
    let owner = town.organisation("Østmarka").await;
    let before = town.journal_entries().await;
    let mut tasks = JoinSet::new();
    for _ in 0..32 {
        let db = town.db().clone();
        tasks.spawn(async move {
            // "At most ten": decided by reading other rows, which no key or counter guards.
            let ten = async |tx: Tx| {
                let room = entries(&tx).await? < before + 10;
                if room {
                    journal::note(&tx, owner, Event::of("tested", "organisation", owner)).await?;
                }
                Ok(room)
            };
            db.write(&Actor::portal(owner), ten).await
        });
    }
    let mut added = 0;
    while let Some(done) = tasks.join_next().await {
        added += i64::from(done.unwrap().expect("reruns are enough"));
    }
    assert_eq!((added, town.journal_entries().await), (10, before + 10));
}

#[both_databases]
async fn a_transaction_that_the_database_breaks_off_runs_again_as_a_whole(town: Town) {
    if town.db().backend() == DbBackend::Sqlite {
        return; // one writer at a time: there is nothing to break off
    }
    let owner = town.organisation("Østmarka").await;
    for code in ["40001", "40P01"] {
        let (tries, before) = (AtomicU32::new(0), town.journal_entries().await);
        let work = async |tx: Tx| {
            journal::note(&tx, owner, Event::of("tested", "organisation", owner)).await?;
            if tries.fetch_add(1, Ordering::SeqCst) < 3 {
                let raise = format!("DO $$ BEGIN RAISE EXCEPTION 'injected' USING ERRCODE = '{code}'; END $$");
                tx.execute_unprepared(&raise).await?;
            }
            Ok(())
        };
        town.db().write(&Actor::portal(owner), work).await.expect("the fourth try goes through");
        assert_eq!((tries.load(Ordering::SeqCst), town.journal_entries().await), (4, before + 1));
    }
    let tries = AtomicU32::new(0);
    let never = async |tx: Tx| -> Result<(), Fault> {
        tries.fetch_add(1, Ordering::SeqCst);
        tx.execute_unprepared("DO $$ BEGIN RAISE EXCEPTION 'injected' USING ERRCODE = '40001'; END $$").await?;
        Ok(())
    };
    assert!(town.db().write(&Actor::portal(owner), never).await.is_err());
    assert_eq!(tries.load(Ordering::SeqCst), kit::db::ATTEMPTS_MAX, "reruns have a cap");
}

#[both_databases]
async fn a_request_dropped_in_the_middle_leaves_nothing_and_holds_nobody_up(town: Town) {
    let owner = town.organisation("Østmarka").await;
    let before = town.journal_entries().await;
    for _ in 0..20 {
        let db = town.db().clone();
        let (reached, middle) = tokio::sync::oneshot::channel::<()>();
        let reached = std::sync::Mutex::new(Some(reached));
        let half = tokio::spawn(async move {
            let stuck = async |tx: Tx| -> Result<(), Fault> {
                journal::note(&tx, owner, Event::of("tested", "organisation", owner)).await?;
                if let Some(reached) = reached.lock().unwrap().take() {
                    let _gone = reached.send(());
                }
                std::future::pending().await
            };
            db.write(&Actor::portal(owner), stuck).await
        });
        middle.await.unwrap();
        half.abort();
        assert!(half.await.unwrap_err().is_cancelled());
        let whole = async |tx| Ok(journal::note(&tx, owner, Event::of("tested", "organisation", owner)).await?);
        town.db().write(&Actor::portal(owner), whole).await.unwrap();
    }
    assert_eq!(town.journal_entries().await, before + 20);
}

#[both_databases]
async fn what_a_failed_action_wrote_is_gone(town: Town) {
    let owner = town.organisation("Østmarka").await;
    let before = town.journal_entries().await;
    let fails = async |tx: Tx| -> Result<(), Fault> {
        journal::note(&tx, owner, Event::of("tested", "organisation", owner)).await?;
        Err(kit::fault::NotFound::of("round", "x").into())
    };
    let fault = town.db().write(&Actor::portal(owner), fails).await.unwrap_err();
    assert_eq!(fault.problem().map(|problem| problem.name()), Some("not-found"));
    assert_eq!(town.journal_entries().await, before);
}

#[both_databases]
async fn ids_grow_in_the_order_in_which_they_are_made(town: Town) {
    let make = async |tx: Tx| Ok((0..1000).map(|_| tx.new_id::<PersonId>()).collect::<Vec<_>>());
    let mut ids = town.db().read(&Actor::nobody(), make).await.unwrap();
    ids.extend(town.db().read(&Actor::nobody(), make).await.unwrap());
    assert!(ids.is_sorted(), "an id is smaller than the one before it");
}
