//! All database access of the room.

use base::{PersonId, SupportId};
use kit::actor::{Oneself, Owner};
use kit::db::Tx;
use kit::own_data::{Section, section};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};

use super::model::{Grounds, Support};
use super::tables::support;

/// The page of who looked shows so many.
const SHOWN_MAX: u64 = 50;

/// Keeps a while that begins now.
pub async fn add(
    tx: &Tx,
    owner: Owner,
    id: SupportId,
    (by, person): (PersonId, PersonId),
    grounds: &Grounds,
) -> Result<(), DbErr> {
    let row = support::ActiveModel {
        owner_id: Set(owner.id()),
        id: Set(id),
        by_id: Set(by),
        person_id: Set(person),
        reason: Set(grounds.reason.clone()),
        at: Set(tx.now()),
        until: Set(tx.now() + grounds.length),
        ended_at: Set(None),
    };
    support::Entity::insert(row).exec_without_returning(tx).await.map(drop)
}

/// Ends a while before its time; false when it was over.
pub async fn end(tx: &Tx, owner: Owner, id: SupportId) -> Result<bool, DbErr> {
    let ended = support::Entity::update_many()
        .col_expr(support::Column::EndedAt, Expr::value(tx.now()))
        .filter(support::COLUMN.owner_id.eq(owner.id()))
        .filter(support::COLUMN.id.eq(id))
        .filter(support::COLUMN.ended_at.is_null())
        .filter(support::COLUMN.until.gt(tx.now()))
        .exec(tx)
        .await?;
    Ok(ended.rows_affected == 1)
}

/// The latest whiles in which somebody looked with this person's eyes, for the organisation that registered them.
pub async fn over(tx: &Tx, owner: Owner, person: PersonId) -> Result<Vec<Support>, DbErr> {
    let rows = support::Entity::find()
        .filter(support::COLUMN.owner_id.eq(owner.id()))
        .filter(support::COLUMN.person_id.eq(person))
        .order_by_desc(support::COLUMN.at)
        .order_by_desc(support::COLUMN.id)
        .limit(SHOWN_MAX)
        .all(tx)
        .await?;
    let read = |row: support::Model| Support {
        id: row.id,
        owner: row.owner_id,
        by: row.by_id,
        reason: row.reason,
        at: row.at,
        until: row.until,
        ended_at: row.ended_at,
    };
    Ok(rows.into_iter().map(read).collect())
}

/// What the room keeps about whoever asks, told by [`kit::own_data`]: when one has looked oneself. Who looked with one's
/// own eyes stands on the page of who looked.
pub async fn own_data(tx: &Tx, oneself: Oneself) -> Result<Vec<Section>, DbErr> {
    Ok(vec![section::<support::Entity>(tx, oneself, support::Column::ById, &[]).await?])
}
