//! Guessing is slowed: tries are counted in the database, so that every process counts the same.

use base::Moment;
use chrono::TimeDelta;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait};
use sha2::{Digest, Sha256};

use crate::db::Tx;
use crate::tables::throttle;

/// How often something may be tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// What is counted; two limits with one name share their counts
    pub name: &'static str,
    /// Tries in one window
    pub at_most: i32,
    /// Length of the window, in minutes
    pub window_minutes: i64,
}

/// Tries for one account. Its owner is not locked out: links that were sent before still open.
pub const ACCOUNT: Limit = Limit { name: "account", at_most: 8, window_minutes: 15 };
/// Tries from one session or, without one, from one guesser's address and account together.
pub const SESSION: Limit = Limit { name: "session", at_most: 20, window_minutes: 15 };
/// Tries from one address: far above a campus of 20,000 behind one address at the start of term.
pub const ADDRESS: Limit = Limit { name: "address", at_most: 50_000, window_minutes: 15 };

/// Counts one try of `value` (an account, a session, an address) and tells whether it is still within the limit.
/// Call it in a transaction of its own: a try that fails must stay counted.
/// # Errors
/// What the database answers.
pub async fn admit(tx: &Tx, limit: Limit, value: &str) -> Result<bool, DbErr> {
    let window_ended = Expr::col((throttle::Entity, throttle::Column::WindowStartedAt)).lte(window_start(tx, limit));
    let counted = Expr::col((throttle::Entity, throttle::Column::Count));
    let started = Expr::col((throttle::Entity, throttle::Column::WindowStartedAt));
    // The count stops one above the limit, so that no number of tries overflows it.
    let next = Expr::case(counted.clone().lte(limit.at_most), counted.clone().add(1)).finally(counted);
    let on_repeat = OnConflict::column(throttle::Column::Id)
        .value(throttle::Column::Count, Expr::case(window_ended.clone(), Expr::value(1)).finally(next))
        .value(throttle::Column::WindowStartedAt, Expr::case(window_ended, Expr::value(tx.now())).finally(started))
        .to_owned();
    let count = Query::insert()
        .into_table(throttle::Entity)
        .columns([throttle::Column::Id, throttle::Column::Count, throttle::Column::WindowStartedAt])
        .values_panic([key(limit, value).into(), 1.into(), tx.now().into()])
        .on_conflict(on_repeat)
        .returning_col(throttle::Column::Count)
        .to_owned();
    let row = tx.query_one(&count).await?;
    let count: i32 = row.map(|row| row.try_get("", "count")).transpose()?.unwrap_or(1);
    Ok(count <= limit.at_most)
}

/// Whether one more try would be within the limit, without counting it.
/// # Errors
/// What the database answers.
pub async fn would_admit(tx: &Tx, limit: Limit, value: &str) -> Result<bool, DbErr> {
    let row = throttle::Entity::find_by_id(key(limit, value)).one(tx).await?;
    Ok(row.is_none_or(|row| row.window_started_at <= window_start(tx, limit) || row.count < limit.at_most))
}

/// Forgets the tries of `value`: it has proven itself.
/// # Errors
/// What the database answers.
pub async fn forget(tx: &Tx, limit: Limit, value: &str) -> Result<(), DbErr> {
    throttle::Entity::delete_by_id(key(limit, value)).exec(tx).await?;
    Ok(())
}

fn window_start(tx: &Tx, limit: Limit) -> Moment {
    tx.now() - TimeDelta::minutes(limit.window_minutes)
}

/// Accounts and addresses are kept as fingerprints only.
fn key(limit: Limit, value: &str) -> String {
    hex::encode(Sha256::digest(format!("{}\n{value}", limit.name)))
}
