//! All database access of the room. Names of tables and columns are the schema's own.

use base::{Date, Id, OrganisationId, PersonId};
use kit::actor::Owner;
use kit::db::Tx;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, DbErr, EntityTrait, FromQueryResult, QueryFilter, Set, Statement, Value,
};

use super::model::{Departure, Leaving, Part};
use super::tables::departure;

/// Rows fetched with one statement.
const ROWS_AT_ONCE: u64 = 5_000;

/// Some rows of a table as lines of JSON, from the `from`th on; none are left when it is empty.
pub async fn lines(tx: &Tx, owner: Owner, part: &Part, from: u64) -> Result<Vec<String>, DbErr> {
    let columns: Vec<String> = part.columns.iter().map(|column| format!("\"{column}\"")).collect();
    let order = columns.join(", ");
    let (table, mine) = (part.table, part.mine);
    let line = match tx.backend() {
        DbBackend::Postgres => format!("row_to_json((SELECT r FROM (SELECT {order}) r))::text"),
        _ => format!("json_object({})", part.columns.iter().map(|name| pair(name)).collect::<Vec<_>>().join(", ")),
    };
    // By every column, in the order of the table: lines of two exports can be compared.
    let sql =
        format!("SELECT {line} FROM \"{table}\" WHERE {mine} ORDER BY {order} LIMIT {ROWS_AT_ONCE} OFFSET {from}");
    let rows = tx.query_all_raw(Statement::from_sql_and_values(tx.backend(), sql, [owner.id().uuid().into()])).await?;
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}

/// The names of the files that the organisation's rows of a table name.
pub async fn files_of(tx: &Tx, owner: Owner, table: &str) -> Result<Vec<String>, DbErr> {
    let sql = format!("SELECT DISTINCT blob FROM \"{table}\" WHERE owner_id = $1 AND blob IS NOT NULL ORDER BY blob");
    let rows = tx.query_all_raw(statement(tx, sql, vec![owner.id().into()])).await?;
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}

/// SQLite keeps ids as 16 bytes; a reader wants them as everybody writes them.
fn pair(name: &str) -> String {
    let part = |from: u8, length: u8| format!("substr(lower(hex(\"{name}\")), {from}, {length})");
    let id = [part(1, 8), part(9, 4), part(13, 4), part(17, 4), part(21, 12)].join(" || '-' || ");
    format!(
        "'{name}', CASE typeof(\"{name}\") WHEN 'blob' THEN \
         CASE length(\"{name}\") WHEN 16 THEN {id} ELSE lower(hex(\"{name}\")) END ELSE \"{name}\" END"
    )
}

/// How many rows of the organisation a table holds.
pub async fn count(tx: &Tx, owner: Owner, of: &Leaving) -> Result<u64, DbErr> {
    let sql = format!("SELECT count(*) FROM \"{}\" WHERE {} = $1", of.table, of.owner);
    let row = tx.query_one_raw(statement(tx, sql, vec![owner.id().into()])).await?;
    let count: i64 = row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or_default();
    Ok(u64::try_from(count).unwrap_or_default())
}

/// Removes some of the organisation's rows of a table and tells how many.
pub async fn remove(tx: &Tx, owner: Owner, of: &Leaving) -> Result<u64, DbErr> {
    let Leaving { table, owner: column, key, .. } = of;
    // Rows that point at rows of the same table go with them: both databases look when the statement is done.
    let sql = format!(
        "DELETE FROM \"{table}\" WHERE {column} = $1 AND ({key}) IN \
         (SELECT {key} FROM \"{table}\" WHERE {column} = $1 LIMIT {ROWS_AT_ONCE})"
    );
    Ok(tx.execute_raw(statement(tx, sql, vec![owner.id().into()])).await?.rows_affected())
}

#[derive(FromQueryResult)]
struct Known {
    id: PersonId,
}

/// The persons that the organisation registered or that study, work or hold a role there.
pub async fn known(tx: &Tx, owner: Owner, mine: &str) -> Result<Vec<PersonId>, DbErr> {
    let sql = format!("SELECT id FROM persons WHERE {mine} ORDER BY id");
    let found = Known::find_by_statement(statement(tx, sql, vec![owner.id().into()])).all(tx).await?;
    Ok(found.into_iter().map(|known| known.id).collect())
}

/// Everybody who is bound to the organisation, whatever the days.
pub async fn bound(tx: &Tx, owner: Owner) -> Result<Vec<PersonId>, DbErr> {
    let sql = "SELECT person_id AS id FROM affiliations WHERE owner_id = $1 UNION \
               SELECT person_id AS id FROM roles WHERE owner_id = $1 ORDER BY id";
    let found = Known::find_by_statement(statement(tx, sql.into(), vec![owner.id().into()])).all(tx).await?;
    Ok(found.into_iter().map(|known| known.id).collect())
}

/// Takes a person's name and addresses away: what names the person by the id alone stays true.
pub async fn blank(tx: &Tx, person: PersonId) -> Result<(), DbErr> {
    let sql = "UPDATE persons SET given_name = '', family_name = '–', email = NULL, phone = NULL, \
               is_protected = FALSE WHERE id = $1";
    tx.execute_raw(statement(tx, sql.into(), vec![person.into()])).await.map(drop)
}

/// Removes what a table of the whole portal holds of a person.
pub async fn forget(tx: &Tx, (table, column): (&str, &str), person: PersonId) -> Result<(), DbErr> {
    let sql = format!("DELETE FROM \"{table}\" WHERE {column} = $1");
    tx.execute_raw(statement(tx, sql, vec![person.into()])).await.map(drop)
}

/// Gives a person a new home.
pub async fn move_home(tx: &Tx, person: PersonId, from: Owner, to: OrganisationId) -> Result<(), DbErr> {
    let sql = "UPDATE persons SET home_id = $2 WHERE id = $1 AND home_id = $3";
    tx.execute_raw(statement(tx, sql.into(), vec![person.into(), to.into(), from.id().into()])).await.map(drop)
}

/// Takes away how the organisation's office is reached; its name stands where others dealt with it.
pub async fn blank_contact(tx: &Tx, owner: Owner) -> Result<(), DbErr> {
    let sql = "UPDATE organisations SET contact_name = '', contact_email = '', contact_phone = '' WHERE id = $1";
    tx.execute_raw(statement(tx, sql.into(), vec![owner.id().into()])).await.map(drop)
}

/// The departure, once it is announced.
pub async fn departure(tx: &Tx, owner: Owner) -> Result<Option<Departure>, DbErr> {
    let row = departure::Entity::find_by_id(owner.id()).one(tx).await?;
    Ok(row.map(|row| Departure { leaves_on: row.leaves_on, removed_at: row.removed_at }))
}

/// Keeps that the organisation leaves on a day, and where its rows were written.
pub async fn announce(tx: &Tx, owner: Owner, leaves_on: Date, (file, sha256): (&str, &str)) -> Result<(), DbErr> {
    let row = departure::ActiveModel {
        owner_id: Set(owner.id()),
        announced_at: Set(tx.now()),
        leaves_on: Set(leaves_on),
        export_file: Set(file.into()),
        export_sha256: Set(sha256.into()),
        exported_at: Set(tx.now()),
        removed_at: Set(None),
    };
    use departure::Column;
    let columns = [Column::AnnouncedAt, Column::LeavesOn, Column::ExportFile, Column::ExportSha256, Column::ExportedAt];
    let again = OnConflict::column(Column::OwnerId).update_columns(columns).to_owned();
    departure::Entity::insert(row).on_conflict(again).exec_without_returning(tx).await.map(drop)
}

/// Takes an announcement back.
pub async fn withdraw(tx: &Tx, owner: Owner) -> Result<bool, DbErr> {
    let gone = departure::Entity::delete_many()
        .filter(departure::Column::OwnerId.eq(owner.id()))
        .filter(departure::Column::RemovedAt.is_null())
        .exec(tx)
        .await?;
    Ok(gone.rows_affected == 1)
}

/// Keeps that the rows are removed.
pub async fn note_removed(tx: &Tx, owner: Owner, (file, sha256): (&str, &str)) -> Result<(), DbErr> {
    departure::Entity::update_many()
        .col_expr(departure::Column::RemovedAt, Expr::value(tx.now()))
        .col_expr(departure::Column::ExportedAt, Expr::value(tx.now()))
        .col_expr(departure::Column::ExportFile, Expr::value(file))
        .col_expr(departure::Column::ExportSha256, Expr::value(sha256))
        .filter(departure::Column::OwnerId.eq(owner.id()))
        .exec(tx)
        .await
        .map(drop)
}

fn statement(tx: &Tx, sql: String, values: Vec<Value>) -> Statement {
    Statement::from_sql_and_values(tx.backend(), sql, values)
}
