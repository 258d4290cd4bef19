//! All database access of the room. It reads what other rooms noted, and writes nothing.

use base::{Id, Moment, PersonId, SessionId, TokenId};
use kit::actor::Owner;
use kit::db::Tx;
use sea_orm::{DbErr, FromQueryResult, Statement, Value};
use serde_json::Value as Json;
use uuid::Uuid;

use super::model::{Asked, Report};

/// Ids in one statement: SQLite takes 32,766 values.
const IDS_AT_ONCE: usize = 10_000;

/// One line about a look.
#[derive(Debug, Clone, FromQueryResult)]
#[expect(missing_docs, reason = "the columns of `looks`")]
pub struct Look {
    pub person_id: PersonId,
    pub by_id: PersonId,
    pub token_id: Option<TokenId>,
    pub what: String,
    pub at: Moment,
}

/// Looks of the span, of one person's account when it is given.
pub async fn looks(tx: &Tx, owner: Owner, asked: &Asked, by: Option<PersonId>) -> Result<Vec<Look>, DbErr> {
    let columns = "person_id, by_id, token_id, what, at";
    let sql = lines("looks", columns, "by_id", "at", by.is_some());
    Look::find_by_statement(Statement::from_sql_and_values(tx.backend(), sql, values(owner, asked, by))).all(tx).await
}

/// One entry of the journal.
#[derive(Debug, Clone, FromQueryResult)]
#[expect(missing_docs, reason = "the columns of `journal`")]
pub struct Entry {
    pub person_id: Option<PersonId>,
    pub at: Moment,
    pub kind: String,
    pub subject_id: Option<Uuid>,
    pub facts: Json,
}

/// Entries of the span, of one person's account when it is given.
pub async fn entries(tx: &Tx, owner: Owner, asked: &Asked, by: Option<PersonId>) -> Result<Vec<Entry>, DbErr> {
    let sql = lines("journal", "person_id, at, kind, subject_id, facts", "person_id", "at", by.is_some());
    Entry::find_by_statement(Statement::from_sql_and_values(tx.backend(), sql, values(owner, asked, by))).all(tx).await
}

/// One part of a list that was read.
#[derive(Debug, Clone, FromQueryResult)]
#[expect(missing_docs, reason = "the columns of `token_readings`")]
pub struct Reading {
    pub token_id: TokenId,
    pub hour: Moment,
    pub path: String,
    pub first_id: Uuid,
    pub last_id: Uuid,
}

/// Parts of lists that tokens read in the hours of the span.
pub async fn readings(tx: &Tx, owner: Owner, asked: &Asked) -> Result<Vec<Reading>, DbErr> {
    let sql = lines("token_readings", "token_id, hour, path, first_id, last_id", "token_id", "hour", false);
    let from = Asked { from: asked.from - chrono::TimeDelta::hours(1), ..*asked };
    Reading::find_by_statement(Statement::from_sql_and_values(tx.backend(), sql, values(owner, &from, None)))
        .all(tx)
        .await
}

fn lines(table: &str, columns: &str, by: &str, at: &str, is_one: bool) -> String {
    let one = if is_one { format!(" AND {by} = $4") } else { String::new() };
    let limit = Report::LINES_MAX + 1;
    format!(
        "SELECT {columns} FROM {table} WHERE owner_id = $1 AND {at} >= $2 AND {at} <= $3{one} ORDER BY {at} LIMIT {limit}"
    )
}

fn values(owner: Owner, asked: &Asked, by: Option<PersonId>) -> Vec<Value> {
    let all: [Value; 3] = [owner.id().uuid().into(), asked.from.into(), asked.until.into()];
    all.into_iter().chain(by.map(|by| by.uuid().into())).collect()
}

#[derive(FromQueryResult)]
struct Found {
    id: PersonId,
}

/// Those of these ids that are persons.
pub async fn persons_of(tx: &Tx, _: Owner, ids: &[Uuid]) -> Result<Vec<PersonId>, DbErr> {
    let mut found = vec![];
    for some in ids.chunks(IDS_AT_ONCE) {
        let marks: Vec<String> = (1..=some.len()).map(|number| format!("${number}")).collect();
        let sql = format!("SELECT id FROM persons WHERE id IN ({}) ORDER BY id", marks.join(", "));
        let values = some.iter().map(|id| Value::from(*id));
        let rows = Found::find_by_statement(Statement::from_sql_and_values(tx.backend(), sql, values)).all(tx).await?;
        found.extend(rows.into_iter().map(|row| row.id));
    }
    Ok(found)
}

/// Everybody of the organisation's register from one id to another.
pub async fn members(tx: &Tx, owner: Owner, (first, last): (Uuid, Uuid)) -> Result<Vec<PersonId>, DbErr> {
    let limit = Report::LINES_MAX;
    let sql = format!(
        "SELECT person_id AS id FROM members WHERE owner_id = $1 AND person_id >= $2 AND person_id <= $3 \
         ORDER BY person_id LIMIT {limit}"
    );
    let values: [Value; 3] = [owner.id().uuid().into(), first.into(), last.into()];
    let rows = Found::find_by_statement(Statement::from_sql_and_values(tx.backend(), sql, values)).all(tx).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Whose a session is, and from when until when it could be used; none once it is removed.
#[derive(Debug, Clone, FromQueryResult)]
#[expect(missing_docs, reason = "the columns of `sessions`")]
pub struct Session {
    pub person_id: PersonId,
    pub created_at: Moment,
    pub expires_at: Moment,
}

/// The session that its owner's list shows under this handle.
pub async fn session(tx: &Tx, handle: SessionId) -> Result<Option<Session>, DbErr> {
    let sql = "SELECT person_id, created_at, expires_at FROM sessions WHERE handle = $1";
    Session::find_by_statement(Statement::from_sql_and_values(tx.backend(), sql, [handle.uuid().into()])).one(tx).await
}
