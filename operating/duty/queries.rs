//! All database access of the room.

use base::PersonId;
use kit::db::Tx;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, Set, Statement};

use super::tables::operator;

/// Appoints somebody; doing so twice is no fault.
pub async fn add(tx: &Tx, person: PersonId) -> Result<(), DbErr> {
    let row = operator::ActiveModel { id: Set(person), since: Set(tx.now()) };
    let nothing = OnConflict::column(operator::Column::Id).do_nothing().to_owned();
    operator::Entity::insert(row).on_conflict(nothing).exec_without_returning(tx).await.map(drop)
}

/// How many look after the portal.
pub async fn operators(tx: &Tx) -> Result<u64, DbErr> {
    operator::Entity::find().count(tx).await
}

/// The migrations that the database has been through.
pub async fn schema(tx: &Tx) -> Result<Vec<String>, DbErr> {
    let sql = "SELECT version FROM seaql_migrations ORDER BY version";
    let rows = tx.query_all_raw(Statement::from_string(tx.backend(), sql)).await?;
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}
