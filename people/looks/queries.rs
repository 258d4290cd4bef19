//! All database access of the room.

use base::{LookId, PersonId, TokenId};
use kit::actor::{Oneself, Owner};
use kit::db::Tx;
use kit::own_data::{Section, section};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Set};

use super::model::Look;
use super::tables::look;

/// Notes a look.
pub async fn add(
    tx: &Tx,
    owner: Owner,
    person: PersonId,
    (by, token): (PersonId, Option<TokenId>),
    what: &str,
) -> Result<(), DbErr> {
    let row = look::ActiveModel {
        owner_id: Set(owner.id()),
        id: Set(tx.new_id::<LookId>()),
        person_id: Set(person),
        by_id: Set(by),
        what: Set(what.into()),
        at: Set(tx.now()),
        token_id: Set(token),
    };
    look::Entity::insert(row).exec_without_returning(tx).await.map(drop)
}

/// Who opened one's own file, the latest first: one page of the list, and how many there are.
pub async fn own(tx: &Tx, oneself: Oneself, skip: u64, limit: u64) -> Result<(Vec<Look>, u64), DbErr> {
    let mine = look::Entity::find().filter(look::COLUMN.person_id.eq(oneself.id()));
    let count = mine.clone().count(tx).await?;
    let rows =
        mine.order_by_desc(look::COLUMN.at).order_by_desc(look::COLUMN.id).offset(skip).limit(limit).all(tx).await?;
    let read = |row: look::Model| Look { organisation: row.owner_id, by: row.by_id, what: row.what, at: row.at };
    Ok((rows.into_iter().map(read).collect(), count))
}

/// What the room keeps about whoever asks, told by [`kit::own_data`].
pub async fn own_data(tx: &Tx, oneself: Oneself) -> Result<Vec<Section>, DbErr> {
    Ok(vec![section::<look::Entity>(tx, oneself, look::Column::PersonId, &[]).await?])
}
