//! Work of the whole portal that comes back by the clock: copies, retention. Each is a row that processes lease by the
//! database's clock, so that any number of them do it once; a failure is tried again sooner than the next turn.

use std::collections::HashMap;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use base::Moment;
use chrono::TimeDelta;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};
use tokio::sync::watch;
use tokio::time::{sleep, timeout};

use crate::actor::Actor;
use crate::db::{Db, Tx};
use crate::fault::Fault;
use crate::restored;
use crate::tables::routine;
use crate::web::App;
use crate::worker::told_to;

/// How often a process looks whether a routine is due.
const LOOK_EVERY: Duration = Duration::from_secs(5);
/// A process that holds a routine says so again within this time, or another begins it anew.
const LEASE: TimeDelta = TimeDelta::minutes(2);
/// How often it says so.
const HOLD_EVERY: Duration = Duration::from_secs(30);
/// How long a job or what comes back by the clock may go on once a process is told to stop. It may be broken off at any moment; the system ends
/// a process that takes its time.
pub const STOP_WITHIN: Duration = Duration::from_secs(10);
/// The wait after the first failure; it doubles with each, up to the routine's own interval.
const RETRY: TimeDelta = TimeDelta::minutes(5);
/// Only so much of an error is kept, in bytes.
const ERROR_LENGTH_MAX: usize = 500;

type Running = Pin<Box<dyn Future<Output = Result<Value, String>> + Send>>;

/// Work that comes back by the clock. It may be broken off at any moment and begun anew.
#[derive(Clone)]
pub struct Routine {
    id: &'static str,
    every: TimeDelta,
    run: Arc<dyn Fn(App) -> Running + Send + Sync>,
}

impl Routine {
    /// Does `work` so often. It answers what is worth showing of it, or why it failed.
    pub fn new<W, F>(id: &'static str, every: TimeDelta, work: W) -> Self
    where
        W: Fn(App) -> F + Send + Sync + 'static,
        F: Future<Output = Result<Value, String>> + Send + 'static,
    {
        Self { id, every, run: Arc::new(move |app| Box::pin(work(app))) }
    }

    /// Which.
    pub fn id(&self) -> &'static str {
        self.id
    }
}

/// How a routine stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// Which
    pub id: String,
    /// When it is due
    pub next_at: Moment,
    /// Whether it is being done now
    pub is_running: bool,
    /// Failures since the last success
    pub failures: i32,
    /// The last success
    pub done_at: Option<Moment>,
    /// What came of it
    pub outcome: Value,
    /// Why the last try failed, when it did
    pub error: Option<String>,
}

/// How every routine stands that has ever been due, by name.
/// # Errors
/// What the database answers.
pub async fn standings(tx: &Tx) -> Result<Vec<Standing>, DbErr> {
    let others = routine::Entity::find().filter(routine::Column::Id.ne(restored::MARK));
    let rows = others.order_by_asc(routine::Column::Id).all(tx).await?;
    let standing = |row: routine::Model| Standing {
        is_running: row.lease_until.is_some_and(|until| until > tx.now()),
        id: row.id,
        next_at: row.next_at,
        failures: row.failures,
        done_at: row.done_at,
        outcome: row.outcome,
        error: row.error,
    };
    Ok(rows.into_iter().map(standing).collect())
}

/// Makes the routine due now.
/// # Errors
/// What the database answers.
pub async fn hasten(tx: &Tx, id: &str) -> Result<(), DbErr> {
    let row = routine::ActiveModel {
        id: Set(id.into()),
        next_at: Set(tx.now()),
        lease_until: Set(None),
        attempts: Set(0),
        failures: Set(0),
        begun_at: Set(None),
        done_at: Set(None),
        outcome: Set(json!({})),
        error: Set(None),
    };
    let sooner = OnConflict::column(routine::Column::Id).update_column(routine::Column::NextAt).to_owned();
    routine::Entity::insert(row).on_conflict(sooner).exec_without_returning(tx).await.map(drop)
}

/// Notes that the routine's work was done by other means, such as a command.
/// # Errors
/// What the database answers.
pub async fn note_done(tx: &Tx, id: &str, every: TimeDelta, outcome: Value) -> Result<(), DbErr> {
    let row = routine::ActiveModel {
        id: Set(id.into()),
        next_at: Set(tx.now() + every),
        lease_until: Set(None),
        attempts: Set(0),
        failures: Set(0),
        begun_at: Set(Some(tx.now())),
        done_at: Set(Some(tx.now())),
        outcome: Set(outcome),
        error: Set(None),
    };
    let done = OnConflict::column(routine::Column::Id)
        .update_columns([
            routine::Column::NextAt,
            routine::Column::Failures,
            routine::Column::DoneAt,
            routine::Column::Outcome,
            routine::Column::Error,
        ])
        .to_owned();
    routine::Entity::insert(row).on_conflict(done).exec_without_returning(tx).await.map(drop)
}

/// Does whatever is due, and nothing in a restored portal that has not taken over, until `stop` turns true.
/// Then no other is begun, and the one under way is broken off unless it ends `within` this time: it stays due, for
/// whichever process looks next.
pub async fn run(app: App, routines: Vec<Routine>, mut stop: watch::Receiver<bool>, within: Duration) {
    while !*stop.borrow() {
        if let Err(fault) = due(&app, &routines, &stop, within).await {
            tracing::error!(?fault, "routines could not be looked at");
        }
        tokio::select! {
            () = sleep(LOOK_EVERY) => {}
            changed = stop.changed() => if changed.is_err() { return },
        }
    }
}

/// Does every routine that is due now, one after the other, and tells which. In a restored portal that has not taken over
/// none is: each removes something, or writes where the real one writes.
/// # Errors
/// What the database answers; a routine's own failure is kept in its row.
pub async fn run_due(app: &App, routines: &[Routine]) -> Result<Vec<&'static str>, Fault> {
    let (_keep, stop) = watch::channel(false);
    due(app, routines, &stop, STOP_WITHIN).await
}

async fn due(
    app: &App,
    routines: &[Routine],
    stop: &watch::Receiver<bool>,
    within: Duration,
) -> Result<Vec<&'static str>, Fault> {
    let mut done = vec![];
    let known = app.db().read(&Actor::nobody(), async |tx| next_of(&tx).await).await?;
    let Some(known) = known else { return Ok(done) };
    for routine in routines {
        if *stop.borrow() {
            break;
        }
        let (now, rows) = &known;
        if rows.get(routine.id).is_some_and(|next| next > now) {
            continue;
        }
        if let Some(attempt) = lease(app.db(), routine).await? {
            begin(app, routine, attempt, stop.clone(), within).await?;
            done.push(routine.id);
        }
    }
    Ok(done)
}

async fn next_of(tx: &Tx) -> Result<Option<(Moment, HashMap<String, Moment>)>, Fault> {
    if restored::since(tx).await?.is_some() {
        return Ok(None);
    }
    let rows = routine::Entity::find().order_by_asc(routine::Column::Id).all(tx).await?;
    Ok(Some((tx.now(), rows.into_iter().map(|row| (row.id, row.next_at)).collect())))
}

/// Takes the routine, unless another process holds it or it is not due. Answers the fence.
async fn lease(db: &Db, routine: &Routine) -> Result<Option<i32>, Fault> {
    db.write(&Actor::nobody(), async |tx| {
        let first = routine::ActiveModel {
            id: Set(routine.id.into()),
            next_at: Set(tx.now()),
            lease_until: Set(None),
            attempts: Set(0),
            failures: Set(0),
            begun_at: Set(None),
            done_at: Set(None),
            outcome: Set(json!({})),
            error: Set(None),
        };
        let nothing = OnConflict::column(routine::Column::Id).do_nothing().to_owned();
        routine::Entity::insert(first).on_conflict(nothing).exec_without_returning(&tx).await?;
        let free =
            Condition::any().add(routine::Column::LeaseUntil.is_null()).add(routine::Column::LeaseUntil.lte(tx.now()));
        let taken = routine::Entity::update_many()
            .col_expr(routine::Column::LeaseUntil, Expr::value(tx.now() + LEASE))
            .col_expr(routine::Column::Attempts, Expr::col(routine::Column::Attempts).add(1))
            .col_expr(routine::Column::BegunAt, Expr::value(tx.now()))
            .filter(routine::Column::Id.eq(routine.id))
            .filter(routine::Column::NextAt.lte(tx.now()))
            .filter(free)
            .exec(&tx)
            .await?;
        if taken.rows_affected == 0 {
            return Ok(None);
        }
        let row = routine::Entity::find_by_id(routine.id).one(&tx).await?;
        Ok(row.map(|row| row.attempts))
    })
    .await
}

async fn begin(
    app: &App,
    routine: &Routine,
    attempt: i32,
    mut stop: watch::Receiver<bool>,
    within: Duration,
) -> Result<(), Fault> {
    let mut running = tokio::spawn((routine.run)(app.clone()));
    let ended = loop {
        tokio::select! {
            ended = &mut running => break ended,
            () = told_to(&mut stop) => match timeout(within, &mut running).await {
                Ok(ended) => break ended,
                Err(_) => {
                    running.abort();
                    tracing::warn!(routine = routine.id, attempt, "broken off, for the process stops");
                    return give_back(app.db(), routine, attempt).await;
                }
            },
            () = sleep(HOLD_EVERY) => {
                let held = hold(app.db(), routine, attempt).await;
                if matches!(held, Ok(false)) {
                    running.abort();
                    tracing::warn!(routine = routine.id, attempt, "lease lost");
                    return Ok(());
                }
            }
        }
    };
    let ended = ended.unwrap_or_else(|error| Err(format!("it broke off: {error}")));
    let outcome = if ended.is_ok() { "done" } else { "failed" };
    metrics::counter!("routines_total", "routine" => routine.id, "outcome" => outcome).increment(1);
    if let Err(error) = &ended {
        tracing::error!(routine = routine.id, error, "routine failed");
    }
    settle(app.db(), routine, attempt, ended).await
}

async fn hold(db: &Db, routine: &Routine, attempt: i32) -> Result<bool, Fault> {
    db.write(&Actor::nobody(), async |tx| {
        let held = mine(routine, attempt)
            .col_expr(routine::Column::LeaseUntil, Expr::value(tx.now() + LEASE))
            .exec(&tx)
            .await?;
        Ok(held.rows_affected == 1)
    })
    .await
}

/// Lets another process have it at once; it is due as it was.
async fn give_back(db: &Db, routine: &Routine, attempt: i32) -> Result<(), Fault> {
    db.write(&Actor::nobody(), async |tx| {
        let given = mine(routine, attempt).col_expr(routine::Column::LeaseUntil, Expr::value(None::<Moment>));
        given.exec(&tx).await?;
        Ok(())
    })
    .await
}

async fn settle(db: &Db, routine: &Routine, attempt: i32, ended: Result<Value, String>) -> Result<(), Fault> {
    db.write(&Actor::nobody(), async |tx| {
        let settled = mine(routine, attempt).col_expr(routine::Column::LeaseUntil, Expr::value(None::<Moment>));
        let settled = match &ended {
            Ok(outcome) => settled
                .col_expr(routine::Column::NextAt, Expr::value(tx.now() + routine.every))
                .col_expr(routine::Column::DoneAt, Expr::value(tx.now()))
                .col_expr(routine::Column::Failures, Expr::value(0))
                .col_expr(routine::Column::Outcome, Expr::value(outcome.clone()))
                .col_expr(routine::Column::Error, Expr::value(None::<String>)),
            Err(error) => {
                let failures = routine::Entity::find_by_id(routine.id).one(&tx).await?.map_or(0, |row| row.failures);
                settled
                    .col_expr(routine::Column::NextAt, Expr::value(tx.now() + wait_after(failures, routine.every)))
                    .col_expr(routine::Column::Failures, Expr::value(failures.saturating_add(1)))
                    .col_expr(
                        routine::Column::Error,
                        Expr::value(&error[..error.floor_char_boundary(ERROR_LENGTH_MAX)]),
                    )
            }
        };
        settled.exec(&tx).await?;
        Ok(())
    })
    .await
}

/// The row, while no other process has begun it anew.
fn mine(routine: &Routine, attempt: i32) -> sea_orm::UpdateMany<routine::Entity> {
    routine::Entity::update_many()
        .filter(routine::Column::Id.eq(routine.id))
        .filter(routine::Column::Attempts.eq(attempt))
}

fn wait_after(failures: i32, every: TimeDelta) -> TimeDelta {
    (RETRY * (1 << failures.clamp(0, 10))).min(every)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_is_tried_again_sooner_than_the_next_turn() {
        let minutes = [0, 1, 2, 20].map(|failures| wait_after(failures, TimeDelta::hours(24)).num_minutes());
        assert_eq!(minutes, [5, 10, 20, 24 * 60]);
    }
}
