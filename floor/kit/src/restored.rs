//! A portal that was restored from an archive, and that nobody has said is the portal now. Perhaps it is tried out beside
//! the one it was copied from, with the same bucket and the same folder for copies: then it must neither remove files that
//! only the other one knows, nor make or remove copies, nor send once more what the other one sends.
//!
//! The mark is a row among the work by the clock: every schema has that table, so every archive can be marked, and
//! whatever program runs on the database finds it.

use base::Moment;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter};
use serde_json::json;

use crate::db::Tx;
use crate::tables::routine;

/// The row that is the mark, until its work is done: to take over.
pub(crate) const MARK: &str = "take-over";

/// Marks a database that was filled a moment ago with what stood elsewhere at `as_of`.
pub(crate) async fn mark(database: &impl ConnectionTrait, as_of: Moment) -> Result<(), DbErr> {
    let row = routine::ActiveModel {
        id: Set(MARK.into()),
        next_at: Set(as_of),
        lease_until: Set(None),
        attempts: Set(0),
        failures: Set(0),
        begun_at: Set(Some(as_of)),
        done_at: Set(None),
        outcome: Set(json!({})),
        error: Set(None),
    };
    // What was copied may have been restored itself, and taken over.
    let anew = [routine::Column::NextAt, routine::Column::BegunAt, routine::Column::DoneAt];
    let anew = OnConflict::column(routine::Column::Id).update_columns(anew).to_owned();
    routine::Entity::insert(row).on_conflict(anew).exec_without_returning(database).await.map(drop)
}

/// Whether this is a restored portal that has not taken over, and as of when.
/// # Errors
/// What the database answers.
pub async fn since(tx: &Tx) -> Result<Option<Moment>, DbErr> {
    let row = routine::Entity::find_by_id(MARK).filter(routine::Column::DoneAt.is_null()).one(tx).await?;
    Ok(row.map(|row| row.begun_at.unwrap_or(row.next_at)))
}

/// From now on this is the portal: the file sweep, copies, mails and webhooks go on. False when it was so already.
/// # Errors
/// What the database answers.
pub async fn take_over(tx: &Tx) -> Result<bool, DbErr> {
    let done = routine::Entity::update_many()
        .col_expr(routine::Column::DoneAt, Expr::value(tx.now()))
        .filter(routine::Column::Id.eq(MARK))
        .filter(routine::Column::DoneAt.is_null())
        .exec(tx)
        .await?;
    Ok(done.rows_affected == 1)
}
