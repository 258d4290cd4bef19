//! All database access of the room. It reads what other rooms noted, and writes nothing.

use base::{Id, Moment, PersonId, SessionId};
use chrono::TimeDelta;
use kit::actor::Owner;
use kit::db::Tx;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, Statement, Value};
use serde_json::Value as Json;
use uuid::Uuid;

use super::model::{Asked, Leak};

/// Ids in one statement: SQLite takes 32,766 values.
const IDS_AT_ONCE: usize = 10_000;

/// One line about a look.
#[derive(Debug, Clone, FromQueryResult)]
#[expect(missing_docs, reason = "the columns of `looks`")]
pub struct Look {
    pub person_id: PersonId,
    pub by_id: PersonId,
    pub what: String,
    pub at: Moment,
}

/// Looks of the span, of what is asked about alone.
pub async fn looks(tx: &Tx, owner: Owner, asked: &Asked) -> Result<Vec<Look>, DbErr> {
    let (which, values) = match asked.leak {
        Leak::Token(token) => (" AND token_id = $4", vec![token.uuid().into()]),
        Leak::Account(person) => (" AND by_id = $4", vec![person.uuid().into()]),
        Leak::Session(_) | Leak::Everything => ("", vec![]),
    };
    let statement =
        lines(tx, ("looks", "person_id, by_id, what, at", "at"), which, (asked, span(owner, asked, values)));
    Look::find_by_statement(statement).all(tx).await
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

/// Entries of the span, of what is asked about alone. An account's are also those that the portal wrote while its holder
/// helped, looking with another person's eyes: the facts name who did.
pub async fn entries(tx: &Tx, owner: Owner, asked: &Asked) -> Result<Vec<Entry>, DbErr> {
    let (which, values) = match asked.leak {
        Leak::Token(token) => (" AND facts ->> 'token' = $4", vec![token.to_string().into()]),
        Leak::Account(person) => {
            (" AND (person_id = $4 OR facts ->> 'helper' = $5)", vec![person.uuid().into(), person.to_string().into()])
        }
        Leak::Session(_) | Leak::Everything => ("", vec![]),
    };
    let columns = "person_id, at, kind, subject_id, facts";
    let statement = lines(tx, ("journal", columns, "at"), which, (asked, span(owner, asked, values)));
    Entry::find_by_statement(statement).all(tx).await
}

/// Who stood in one part of a list that was read, and who made the token.
#[derive(Debug, Clone, FromQueryResult)]
#[expect(missing_docs, reason = "the columns of `token_lists` and `token_list_people`")]
pub struct List {
    pub hour: Moment,
    pub path: String,
    pub people: Json,
    pub by_id: Option<PersonId>,
}

/// Parts of lists that tokens read in the hours of the span. An account's are those of the tokens that its holder made.
pub async fn lists(tx: &Tx, owner: Owner, asked: &Asked) -> Result<Vec<List>, DbErr> {
    let (which, values) = by_tokens(asked);
    let from = Asked { from: asked.from - TimeDelta::hours(1), ..*asked };
    let maker = "(SELECT by_id FROM api_tokens t WHERE t.owner_id = token_lists.owner_id AND t.id = token_id) AS by_id";
    let same = "p.owner_id = token_lists.owner_id AND p.print = token_lists.print";
    let columns = format!("hour, path, (SELECT people FROM token_list_people p WHERE {same}) AS people, {maker}");
    let statement = lines(tx, ("token_lists", &columns, "hour"), which, (asked, span(owner, &from, values)));
    List::find_by_statement(statement).all(tx).await
}

/// Parts of lists of the span that an earlier release noted without those who stood in them.
pub async fn count_unnamed(tx: &Tx, owner: Owner, asked: &Asked) -> Result<u64, DbErr> {
    let (which, values) = by_tokens(asked);
    let from = Asked { from: asked.from - TimeDelta::hours(1), ..*asked };
    let sql = format!("SELECT count(*) FROM token_readings WHERE owner_id = $1 AND hour >= $2 AND hour <= $3{which}");
    let row = tx.query_one_raw(Statement::from_sql_and_values(tx.backend(), sql, span(owner, &from, values))).await?;
    let count: i64 = row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or_default();
    Ok(count.unsigned_abs())
}

/// What narrows lists to those that were read by what is asked about.
fn by_tokens(asked: &Asked) -> (&'static str, Vec<Value>) {
    match asked.leak {
        Leak::Token(token) => (" AND token_id = $4", vec![token.uuid().into()]),
        Leak::Account(person) => (
            " AND token_id IN (SELECT id FROM api_tokens WHERE owner_id = $1 AND by_id = $4)",
            vec![person.uuid().into()],
        ),
        Leak::Session(_) | Leak::Everything => ("", vec![]),
    }
}

/// Lines of a table, one more than a report holds, so that it is known when it is cut.
fn lines(
    tx: &Tx,
    (table, columns, at): (&str, &str, &str),
    which: &str,
    (asked, values): (&Asked, Vec<Value>),
) -> Statement {
    let limit = asked.lines_max.saturating_add(1).min(i64::MAX as u64);
    let sql = format!(
        "SELECT {columns} FROM {table} WHERE owner_id = $1 AND {at} >= $2 AND {at} <= $3{which} ORDER BY {at} LIMIT {limit}"
    );
    Statement::from_sql_and_values(tx.backend(), sql, values)
}

fn span(owner: Owner, asked: &Asked, more: Vec<Value>) -> Vec<Value> {
    let all: [Value; 3] = [owner.id().uuid().into(), asked.from.into(), asked.until.into()];
    all.into_iter().chain(more).collect()
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

/// Whose a session is, and from when until when it could be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromQueryResult)]
#[expect(missing_docs, reason = "the columns of `sessions`")]
pub struct Session {
    pub person_id: PersonId,
    pub created_at: Moment,
    pub expires_at: Moment,
}

/// The session that its owner's list shows under this handle; none once it has ended.
pub async fn session(tx: &Tx, handle: SessionId) -> Result<Option<Session>, DbErr> {
    let sql = "SELECT person_id, created_at, expires_at FROM sessions WHERE handle = $1";
    Session::find_by_statement(Statement::from_sql_and_values(tx.backend(), sql, [handle.uuid().into()])).one(tx).await
}

/// Entries that name a session: a sign-in by the one that began, and whatever ended some by those that ended. None is
/// named more often.
const NAMING_MAX: u64 = 100;

/// What the organisation's journal tells of a session, the oldest first.
pub async fn naming(tx: &Tx, owner: Owner, handle: SessionId) -> Result<Vec<Entry>, DbErr> {
    // An id stands in facts as a text of its own, on both databases.
    let sql = format!(
        "SELECT person_id, at, kind, subject_id, facts FROM journal WHERE owner_id = $1 AND CAST(facts AS text) LIKE $2 \
         ORDER BY at, id LIMIT {NAMING_MAX}"
    );
    let values: [Value; 2] = [owner.id().uuid().into(), format!("%\"{handle}\"%").into()];
    Entry::find_by_statement(Statement::from_sql_and_values(tx.backend(), sql, values)).all(tx).await
}
