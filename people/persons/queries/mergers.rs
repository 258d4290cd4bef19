//! Two entries that were found to be one person, and taking that back.

use base::{AffiliationId, MergerId, PersonId, RoleId};
use kit::actor::Owner;
use kit::db::Tx;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};

use super::super::tables::{affiliation, merger, person, role};

/// No list of mergers of one person is longer.
const MERGERS_MAX: u64 = 50;

/// Puts bonds and roles under another person.
pub async fn hand_over(
    tx: &Tx,
    owner: Owner,
    (bonds, roles): (&[AffiliationId], &[RoleId]),
    to: PersonId,
) -> Result<(), DbErr> {
    affiliation::Entity::update_many()
        .col_expr(affiliation::Column::PersonId, Expr::value(to))
        .filter(affiliation::COLUMN.owner_id.eq(owner.id()))
        .filter(affiliation::COLUMN.id.is_in(bonds.iter().copied()))
        .exec(tx)
        .await?;
    role::Entity::update_many()
        .col_expr(role::Column::PersonId, Expr::value(to))
        .filter(role::COLUMN.owner_id.eq(owner.id()))
        .filter(role::COLUMN.id.is_in(roles.iter().copied()))
        .exec(tx)
        .await
        .map(drop)
}

/// Notes under which entry a person is kept; none when they are their own again.
pub async fn point(tx: &Tx, owner: Owner, gone: PersonId, kept: Option<PersonId>) -> Result<(), DbErr> {
    person::Entity::update_many()
        .col_expr(person::Column::MergedIntoId, Expr::value(kept))
        .filter(person::COLUMN.id.eq(gone))
        .filter(person::COLUMN.home_id.eq(owner.id()))
        .exec(tx)
        .await
        .map(drop)
}

/// Keeps the record of a merging.
pub async fn add(
    tx: &Tx,
    owner: Owner,
    (id, kept, gone): (MergerId, PersonId, PersonId),
    moved: serde_json::Value,
) -> Result<(), DbErr> {
    let row = merger::ActiveModel {
        owner_id: Set(owner.id()),
        id: Set(id),
        kept_id: Set(kept),
        gone_id: Set(gone),
        moved: Set(moved),
        by_id: Set(tx.actor().person_id()),
        at: Set(tx.now()),
        undone_at: Set(None),
    };
    merger::Entity::insert(row).exec_without_returning(tx).await.map(drop)
}

/// One record.
pub async fn find(tx: &Tx, owner: Owner, id: MergerId) -> Result<Option<merger::Model>, DbErr> {
    merger::Entity::find_by_id((owner.id(), id)).one(tx).await
}

/// The records of what was kept under a person, the latest first.
pub async fn of_kept(tx: &Tx, owner: Owner, kept: PersonId) -> Result<Vec<merger::Model>, DbErr> {
    let found = merger::Entity::find()
        .filter(merger::COLUMN.owner_id.eq(owner.id()))
        .filter(merger::COLUMN.kept_id.eq(kept))
        .order_by_desc(merger::COLUMN.id)
        .limit(MERGERS_MAX);
    found.all(tx).await
}

/// Notes that a merging was taken back; false when somebody was first.
pub async fn undo(tx: &Tx, owner: Owner, id: MergerId) -> Result<bool, DbErr> {
    let done = merger::Entity::update_many()
        .col_expr(merger::Column::UndoneAt, Expr::value(tx.now()))
        .filter(merger::COLUMN.owner_id.eq(owner.id()))
        .filter(merger::COLUMN.id.eq(id))
        .filter(merger::COLUMN.undone_at.is_null())
        .exec(tx)
        .await?;
    Ok(done.rows_affected == 1)
}
