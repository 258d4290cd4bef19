//! All database access of the room.

use base::{OpeningId, PersonId, RoundId};
use kit::actor::{Oneself, Owner};
use kit::db::Tx;
use kit::own_data::{Section, section};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};
use uuid::Uuid;

use super::model::Why;
use super::tables::{confidant, confidence, opening};

/// Reasons of one student in one round.
const KEPT_MAX: u64 = 100;
/// No organisation names more readers.
pub const CONFIDANTS_MAX: u64 = 200;

/// Keeps what was sealed.
pub async fn add(
    tx: &Tx,
    owner: Owner,
    (round, person): (RoundId, PersonId),
    id: Uuid,
    sealed: String,
    by: Option<PersonId>,
) -> Result<(), DbErr> {
    let row = confidence::ActiveModel {
        owner_id: Set(owner.id()),
        id: Set(id),
        round_id: Set(round),
        person_id: Set(person),
        sealed: Set(Some(sealed)),
        before: Set(None),
        by_id: Set(by),
        at: Set(tx.now()),
    };
    confidence::Entity::insert(row).exec_without_returning(tx).await.map(drop)
}

/// What is kept about a student in a round, the latest first.
pub async fn of_student(
    tx: &Tx,
    owner: Owner,
    round: RoundId,
    person: PersonId,
) -> Result<Vec<confidence::Model>, DbErr> {
    confidence::Entity::find()
        .filter(confidence::COLUMN.owner_id.eq(owner.id()))
        .filter(confidence::COLUMN.round_id.eq(round))
        .filter(confidence::COLUMN.person_id.eq(person))
        .order_by_desc(confidence::COLUMN.at)
        .order_by_desc(confidence::COLUMN.id)
        .limit(KEPT_MAX)
        .all(tx)
        .await
}

/// Some of those that stand as they did before there were seals.
pub async fn from_before(tx: &Tx, owner: Owner, limit: u64) -> Result<Vec<confidence::Model>, DbErr> {
    confidence::Entity::find()
        .filter(confidence::COLUMN.owner_id.eq(owner.id()))
        .filter(confidence::COLUMN.before.is_not_null())
        .order_by_asc(confidence::COLUMN.id)
        .limit(limit)
        .all(tx)
        .await
}

/// Puts the seal in the place of what stood there before.
pub async fn seal(tx: &Tx, owner: Owner, id: Uuid, sealed: String) -> Result<(), DbErr> {
    confidence::Entity::update_many()
        .col_expr(confidence::Column::Sealed, Expr::value(Some(sealed)))
        .col_expr(confidence::Column::Before, Expr::value(None::<String>))
        .filter(confidence::COLUMN.owner_id.eq(owner.id()))
        .filter(confidence::COLUMN.id.eq(id))
        .exec(tx)
        .await
        .map(drop)
}

/// Who reads what is told in confidence.
pub async fn confidants(tx: &Tx, owner: Owner) -> Result<Vec<PersonId>, DbErr> {
    confidant::Entity::find()
        .select_only()
        .column(confidant::Column::PersonId)
        .filter(confidant::COLUMN.owner_id.eq(owner.id()))
        .order_by_asc(confidant::COLUMN.person_id)
        .limit(CONFIDANTS_MAX)
        .into_tuple()
        .all(tx)
        .await
}

/// Names the readers anew.
pub async fn set_confidants(tx: &Tx, owner: Owner, readers: &[PersonId]) -> Result<(), DbErr> {
    confidant::Entity::delete_many().filter(confidant::COLUMN.owner_id.eq(owner.id())).exec(tx).await?;
    let row = |person: &PersonId| confidant::ActiveModel {
        owner_id: Set(owner.id()),
        person_id: Set(*person),
        by_id: Set(tx.actor().person_id()),
        at: Set(tx.now()),
    };
    if readers.is_empty() {
        return Ok(());
    }
    confidant::Entity::insert_many(readers.iter().map(row)).exec_without_returning(tx).await.map(drop)
}

/// Notes that somebody opened what is kept about a student.
pub async fn add_opening(
    tx: &Tx,
    owner: Owner,
    (round, person): (RoundId, PersonId),
    by: PersonId,
    why: Why,
) -> Result<(), DbErr> {
    let row = opening::ActiveModel {
        owner_id: Set(owner.id()),
        id: Set(tx.new_id::<OpeningId>()),
        round_id: Set(round),
        person_id: Set(person),
        by_id: Set(by),
        why: Set(why.word().into()),
        at: Set(tx.now()),
    };
    opening::Entity::insert(row).exec_without_returning(tx).await.map(drop)
}

/// What the room keeps about whoever asks, told by [`kit::own_data`].
pub async fn own_data(tx: &Tx, oneself: Oneself) -> Result<Vec<Section>, DbErr> {
    Ok(vec![
        section::<opening::Entity>(tx, oneself, opening::Column::PersonId, &[]).await?,
        section::<confidant::Entity>(tx, oneself, confidant::Column::PersonId, &[]).await?,
    ])
}
