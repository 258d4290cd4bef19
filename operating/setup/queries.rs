//! All database access of the room.

use kit::db::Tx;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, Set};

use super::model::{LINK_MAX, Token};
use super::tables::setup_link;

/// Keeps a link.
pub async fn add(tx: &Tx, token: &Token) -> Result<(), DbErr> {
    let row = setup_link::ActiveModel {
        id: Set(token.fingerprint()),
        created_at: Set(tx.now()),
        expires_at: Set(tx.now() + LINK_MAX),
        used_at: Set(None),
    };
    setup_link::Entity::insert(row).exec_without_returning(tx).await.map(drop)
}

/// Whether the link opens anything now.
pub async fn opens(tx: &Tx, token: &Token) -> Result<bool, DbErr> {
    let found = setup_link::Entity::find_by_id(token.fingerprint())
        .filter(setup_link::Column::UsedAt.is_null())
        .filter(setup_link::Column::ExpiresAt.gt(tx.now()))
        .count(tx)
        .await?;
    Ok(found == 1)
}

/// Uses the link up. False: somebody was first, or it has expired.
pub async fn spend(tx: &Tx, token: &Token) -> Result<bool, DbErr> {
    let spent = setup_link::Entity::update_many()
        .col_expr(setup_link::Column::UsedAt, Expr::value(tx.now()))
        .filter(setup_link::Column::Id.eq(token.fingerprint()))
        .filter(setup_link::Column::UsedAt.is_null())
        .filter(setup_link::Column::ExpiresAt.gt(tx.now()))
        .exec(tx)
        .await?;
    Ok(spent.rows_affected == 1)
}
