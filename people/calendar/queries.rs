//! All database access of the room.

use base::PersonId;
use kit::actor::Oneself;
use kit::db::Tx;
use kit::own_data::{Section, section};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{DbErr, EntityTrait, QueryFilter, Set};

use super::model::Feed;
use super::tables::feed;
use crate::signin::Key;

fn read(row: feed::Model) -> Feed {
    Feed { person: row.person_id, made_at: row.made_at, read_at: row.read_at }
}

/// The feed that this key opens. Looked up before anybody is known.
pub async fn find(tx: &Tx, key: &Key) -> Result<Option<Feed>, DbErr> {
    let found = feed::Entity::find().filter(feed::COLUMN.digest.eq(key.fingerprint())).one(tx).await?;
    Ok(found.map(read))
}

/// One's own feed.
pub async fn own(tx: &Tx, oneself: Oneself) -> Result<Option<Feed>, DbErr> {
    Ok(feed::Entity::find_by_id(oneself.id()).one(tx).await?.map(read))
}

/// Lets this key open one's own feed; the one from before opens nothing.
pub async fn keep(tx: &Tx, oneself: Oneself, key: &Key) -> Result<(), DbErr> {
    let row = feed::ActiveModel {
        person_id: Set(oneself.id()),
        digest: Set(key.fingerprint()),
        made_at: Set(tx.now()),
        read_at: Set(None),
    };
    let columns = [feed::Column::Digest, feed::Column::MadeAt, feed::Column::ReadAt];
    let anew = OnConflict::column(feed::Column::PersonId).update_columns(columns).to_owned();
    feed::Entity::insert(row).on_conflict(anew).exec_without_returning(tx).await.map(drop)
}

/// Ends a person's feed; false when there was none.
pub async fn remove(tx: &Tx, person: PersonId) -> Result<bool, DbErr> {
    Ok(feed::Entity::delete_by_id(person).exec(tx).await?.rows_affected == 1)
}

/// Notes that a program read the feed by this key, unless it has another one by now.
pub async fn note_read(tx: &Tx, key: &Key) -> Result<(), DbErr> {
    feed::Entity::update_many()
        .col_expr(feed::Column::ReadAt, Expr::value(tx.now()))
        .filter(feed::COLUMN.digest.eq(key.fingerprint()))
        .exec(tx)
        .await
        .map(drop)
}

/// What the room keeps about whoever asks, told by [`kit::own_data`]: that there is a feed, and nothing that opens it.
pub async fn own_data(tx: &Tx, oneself: Oneself) -> Result<Vec<Section>, DbErr> {
    Ok(vec![section::<feed::Entity>(tx, oneself, feed::Column::PersonId, &[feed::Column::Digest]).await?])
}
