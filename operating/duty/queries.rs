//! All database access of the room.

use base::{Moment, OrganisationId, PersonId};
use kit::db::Tx;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ConnectionTrait, DbErr, EntityTrait, FromQueryResult, PaginatorTrait, QueryOrder, QuerySelect, Set, Statement,
};

use super::tables::operator;

/// A portal has no more people who look after it that are shown.
const OPERATORS_MAX: u64 = 200;

/// Appoints somebody; doing so twice is no fault.
pub async fn add(tx: &Tx, person: PersonId) -> Result<(), DbErr> {
    let row = operator::ActiveModel { id: Set(person), since: Set(tx.now()) };
    let nothing = OnConflict::column(operator::Column::Id).do_nothing().to_owned();
    operator::Entity::insert(row).on_conflict(nothing).exec_without_returning(tx).await.map(drop)
}

/// Ends somebody's task; false when they had none.
pub async fn remove(tx: &Tx, person: PersonId) -> Result<bool, DbErr> {
    Ok(operator::Entity::delete_by_id(person).exec(tx).await?.rows_affected == 1)
}

/// How many look after the portal.
pub async fn operators(tx: &Tx) -> Result<u64, DbErr> {
    operator::Entity::find().count(tx).await
}

/// Those who look after the portal, each with since when, the first first.
pub async fn all(tx: &Tx) -> Result<Vec<(PersonId, Moment)>, DbErr> {
    let rows = operator::Entity::find()
        .order_by_asc(operator::COLUMN.since)
        .order_by_asc(operator::COLUMN.id)
        .limit(OPERATORS_MAX)
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.since)).collect())
}

/// Where somebody belongs who looks after the portal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromQueryResult)]
pub struct Belongs {
    /// The organisation that keeps them
    pub home_id: OrganisationId,
    /// Whether another has bound them, too
    pub elsewhere: Option<bool>,
}

/// Where this person belongs, when they look after the portal.
pub async fn belongs(tx: &Tx, person: PersonId) -> Result<Option<Belongs>, DbErr> {
    let sql = "SELECT p.home_id, p.elsewhere FROM operators w JOIN persons p ON p.id = w.id WHERE w.id = $1";
    Belongs::find_by_statement(Statement::from_sql_and_values(tx.backend(), sql, [person.0.into()])).one(tx).await
}

/// The migrations that the database has been through.
pub async fn schema(tx: &Tx) -> Result<Vec<String>, DbErr> {
    let sql = "SELECT version FROM seaql_migrations ORDER BY version";
    let rows = tx.query_all_raw(Statement::from_string(tx.backend(), sql)).await?;
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}
