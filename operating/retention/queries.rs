//! All database access of the room. The rules are ours; nothing of them comes from outside.

use base::{Id, Moment, OrganisationId};
use kit::blobs::BlobId;
use kit::db::Tx;
use sea_orm::{ConnectionTrait, DbErr, Statement, Value};

use super::model::{Rule, Whose};
use crate::departure;

/// Rows removed with one statement.
const ROWS_AT_ONCE: u64 = 5_000;
/// Names of files in one statement: SQLite takes 32,766 values.
const NAMES_AT_ONCE: usize = 10_000;

/// How many rows of the actor's scope are older than this.
pub async fn count(tx: &Tx, rule: &Rule, before: Moment) -> Result<u64, DbErr> {
    let sql = format!("SELECT count(*) FROM {} WHERE {}", rule.table, over(tx, rule));
    let row = tx.query_one_raw(Statement::from_sql_and_values(tx.backend(), sql, values(tx, rule, before))).await?;
    let count: i64 = row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or_default();
    Ok(u64::try_from(count).unwrap_or_default())
}

/// Removes some of them, and tells how many; less than a full statement's worth means all are gone.
pub async fn remove(tx: &Tx, rule: &Rule, before: Moment) -> Result<(u64, bool), DbErr> {
    let (table, key, over) = (rule.table, rule.key, over(tx, rule));
    let sql =
        format!("DELETE FROM {table} WHERE ({key}) IN (SELECT {key} FROM {table} WHERE {over} LIMIT {ROWS_AT_ONCE})");
    let gone = tx.execute_raw(Statement::from_sql_and_values(tx.backend(), sql, values(tx, rule, before))).await?;
    Ok((gone.rows_affected(), gone.rows_affected() < ROWS_AT_ONCE))
}

/// The steps that the schema has been through.
pub async fn steps(tx: &Tx) -> Result<Vec<String>, DbErr> {
    let sql = "SELECT version FROM seaql_migrations ORDER BY version";
    let rows = tx.query_all_raw(Statement::from_string(tx.backend(), sql)).await?;
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}

/// Those of these files that rows of the organisation name.
pub async fn files_named(tx: &Tx, owner: OrganisationId, ids: &[BlobId]) -> Result<Vec<BlobId>, DbErr> {
    let mut found = vec![];
    for table in departure::with_files() {
        for some in ids.chunks(NAMES_AT_ONCE) {
            let marks: Vec<String> = (2..some.len() + 2).map(|number| format!("${number}")).collect();
            let sql =
                format!("SELECT DISTINCT blob FROM {table} WHERE owner_id = $1 AND blob IN ({})", marks.join(", "));
            let names = some.iter().map(|id| id.to_string().into());
            let values: Vec<Value> = std::iter::once(owner.uuid().into()).chain(names).collect();
            for row in tx.query_all_raw(Statement::from_sql_and_values(tx.backend(), sql, values)).await? {
                found.extend(BlobId::of_hex(&row.try_get_by_index::<String>(0)?));
            }
        }
    }
    Ok(found)
}

fn over(tx: &Tx, rule: &Rule) -> String {
    let mine = match rule.whose {
        Whose::Portal => String::new(),
        Whose::Owner => format!(" AND owner_id IN ({})", marks(tx)),
    };
    format!("{} < $1{mine}", rule.from)
}

fn marks(tx: &Tx) -> String {
    let marks: Vec<String> = (2..tx.actor().organisations().len() + 2).map(|number| format!("${number}")).collect();
    marks.join(", ")
}

fn values(tx: &Tx, rule: &Rule, before: Moment) -> Vec<Value> {
    let owners = tx.actor().organisations().into_iter().map(|owner| owner.uuid().into());
    let owners = owners.filter(|_| rule.whose == Whose::Owner);
    std::iter::once(before.into()).chain(owners).collect()
}
