//! What the portal keeps about one person, table by table, for that person alone. Each room tells of its own tables.

use std::future::Future;
use std::pin::Pin;

use sea_orm::{
    ColumnTrait, DbErr, EntityTrait, IdenStatic, Iterable, ModelTrait, PrimaryKeyToColumn, QueryFilter, QueryOrder,
    QuerySelect, Value,
};
use serde_json::Map;

use crate::actor::Oneself;
use crate::db::Tx;
use crate::fault::Fault;
use crate::tables::{draft, job, mail};

/// So many rows of one table are told; who has more is told that there are.
pub const ROWS_MAX: u64 = 10_000;

/// What one table keeps about a person.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// The table
    pub table: String,
    /// The columns that are told
    pub columns: Vec<String>,
    /// One document for each row
    pub rows: Vec<serde_json::Value>,
    /// Whether there are more rows than are told
    pub cut: bool,
}

/// What a wing keeps about whoever asks.
pub type OwnDataOf =
    for<'a> fn(&'a Tx, Oneself) -> Pin<Box<dyn Future<Output = Result<Vec<Section>, Fault>> + Send + 'a>>;

/// Every wing's part, in the order of the document.
pub struct OwnData(pub Vec<OwnDataOf>);

/// The rows of a table whose `column` names the person, without the columns that open something.
/// # Errors
/// What the database answers.
pub async fn section<E>(tx: &Tx, oneself: Oneself, column: E::Column, opening: &[E::Column]) -> Result<Section, DbErr>
where
    E: EntityTrait,
    E::Model: ModelTrait<Entity = E> + Send + Sync,
    E::Column: PartialEqColumn,
{
    let told: Vec<E::Column> =
        E::Column::iter().filter(|column| !opening.iter().any(|secret| secret.as_str() == column.as_str())).collect();
    let mut find = E::find().filter(column.eq(oneself.id()));
    for key in E::PrimaryKey::iter() {
        find = find.order_by_asc(key.into_column());
    }
    let mut rows = find.limit(ROWS_MAX + 1).all(tx).await?;
    let cut = u64::try_from(rows.len()).is_ok_and(|count| count > ROWS_MAX);
    rows.truncate(usize::try_from(ROWS_MAX).unwrap_or(usize::MAX));
    let document = |row: &E::Model| {
        let value = |column: &E::Column| (column.as_str().to_owned(), plain(&row.get(*column)));
        serde_json::Value::Object(told.iter().map(value).collect::<Map<_, _>>())
    };
    Ok(Section {
        table: E::default().table_name().to_owned(),
        columns: told.iter().map(|column| column.as_str().to_owned()).collect(),
        rows: rows.iter().map(document).collect(),
        cut,
    })
}

/// Columns that can be told apart and copied, as the ORM makes them.
pub trait PartialEqColumn: ColumnTrait + IdenStatic + Iterable + Copy {}

impl<C: ColumnTrait + IdenStatic + Iterable + Copy> PartialEqColumn for C {}

fn plain(value: &Value) -> serde_json::Value {
    sea_orm::sea_query::value::sea_value_to_json_value(value)
}

/// What the floor keeps: mails, the jobs that somebody set going, and forms that are filled in half.
/// # Errors
/// What the database answers.
pub async fn floor(tx: &Tx, oneself: Oneself) -> Result<Vec<Section>, DbErr> {
    Ok(vec![
        section::<mail::Entity>(tx, oneself, mail::Column::PersonId, &[mail::Column::LinkPath]).await?,
        section::<job::Entity>(tx, oneself, job::Column::StartedBy, &[job::Column::Payload]).await?,
        section::<draft::Entity>(tx, oneself, draft::Column::PersonId, &[]).await?,
    ])
}
