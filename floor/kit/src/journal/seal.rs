//! The journal's seals: one for each entry, each made of the entry and of the seal before it, so that nobody changes,
//! drops or swaps an entry of the past unseen. Whoever could write every seal anew is found by a head that was written
//! down elsewhere: in the log at each sealing, in every copy's own check, by `fotfeste journal heads`.

use base::{Moment, OrganisationId, PersonId};
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, Statement};
use serde_json::Value;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::actor::Owner;
use crate::db::Tx;

/// Entries sealed, and looked at again, in one go.
const AT_ONCE: u64 = 2_000;
/// What the first seal of an organisation follows upon.
const NOTHING_BEFORE: &str = "";

/// The newest seal of an organisation's journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Whose
    pub owner: OrganisationId,
    /// Entries sealed so far
    pub number: i64,
    /// The seal, hex
    pub seal: String,
}

/// An entry that is not what was sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Whose journal
    pub owner: OrganisationId,
    /// Which seal
    pub number: i64,
    /// Of which entry; none where a seal itself is missing
    pub entry: Option<Uuid>,
    /// What is wrong
    pub how: How,
}

/// What can be wrong with a sealed entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// Something in it, or its place among the others, is not as it was
    Changed,
    /// It is not there any more
    Missing,
    /// Its seal is not there any more
    Unsealed,
}

impl How {
    /// As it stands in reports.
    pub fn word(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Missing => "missing",
            Self::Unsealed => "without its seal",
        }
    }
}

impl std::fmt::Display for Broken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { owner, number, how, .. } = self;
        match self.entry {
            Some(entry) => write!(f, "entry {entry} (seal {number}) of organisation {owner} is {}", how.word()),
            None => write!(f, "entry number {number} of organisation {owner} is {}", how.word()),
        }
    }
}

/// An entry as both databases tell it.
#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    at: Moment,
    person_id: Option<PersonId>,
    kind: String,
    subject_kind: String,
    subject_id: Option<Uuid>,
    facts: Value,
    request_id: String,
}

/// A seal with its entry, as far as that is there.
#[derive(FromQueryResult)]
struct Sealed {
    number: i64,
    entry_id: Uuid,
    seal: String,
    at: Option<Moment>,
    person_id: Option<PersonId>,
    kind: Option<String>,
    subject_kind: Option<String>,
    subject_id: Option<Uuid>,
    facts: Option<Value>,
    request_id: Option<String>,
}

impl Sealed {
    fn entry(self) -> Option<Row> {
        Some(Row {
            id: self.entry_id,
            at: self.at?,
            person_id: self.person_id,
            kind: self.kind?,
            subject_kind: self.subject_kind?,
            subject_id: self.subject_id,
            facts: self.facts?,
            request_id: self.request_id?,
        })
    }
}

/// Seals some of the organisation's entries that have no seal yet, oldest first, and tells how many there were.
/// # Errors
/// What the database answers.
pub async fn seal(tx: &Tx, owner: Owner) -> Result<u64, DbErr> {
    let id = owner.id();
    let head = head(tx, id).await?;
    let mut before = head.as_ref().map_or(NOTHING_BEFORE, |head| &head.seal).to_owned();
    let mut number = head.map_or(0, |head| head.number);
    let rows = unsealed(tx, id).await?;
    for row in &rows {
        number += 1;
        before = sealed(id, &before, row);
        let sql = "INSERT INTO journal_seals (owner_id, number, entry_id, seal) VALUES ($1, $2, $3, $4)";
        let values = [id.into(), number.into(), row.id.into(), before.clone().into()];
        tx.execute_raw(Statement::from_sql_and_values(tx.backend(), sql, values)).await?;
    }
    Ok(rows.len() as u64)
}

/// The newest seal, once there is one.
/// # Errors
/// What the database answers.
pub async fn head(database: &impl ConnectionTrait, owner: OrganisationId) -> Result<Option<Head>, DbErr> {
    let sql = "SELECT number, seal FROM journal_seals WHERE owner_id = $1 ORDER BY number DESC LIMIT 1";
    let row = database.query_one_raw(statement(database, sql, [owner.into()])).await?;
    let head = |row: sea_orm::QueryResult| {
        Ok(Head { owner, number: row.try_get_by_index(0)?, seal: row.try_get_by_index(1)? })
    };
    row.map(head).transpose()
}

/// The seal with this number, to hold against one that was written down elsewhere.
/// # Errors
/// What the database answers.
pub async fn seal_of(tx: &Tx, owner: Owner, number: i64) -> Result<Option<String>, DbErr> {
    let sql = "SELECT seal FROM journal_seals WHERE owner_id = $1 AND number = $2";
    let row = tx.query_one_raw(statement(tx, sql, [owner.id().into(), number.into()])).await?;
    row.map(|row| row.try_get_by_index(0)).transpose()
}

/// Some seals from a number on, each held against its entry and the seal before it.
pub struct Looked {
    /// What is wrong with them
    pub broken: Vec<Broken>,
    /// The last seal that was looked at; none when there was none
    pub last: Option<(i64, String)>,
}

/// Looks at the seals that follow `after`, the number and the value of the last one looked at. An entry that was changed
/// is named, and the seals after it are judged by the seal that stands there, so that it alone is named.
/// # Errors
/// What the database answers.
pub async fn look(
    database: &impl ConnectionTrait,
    owner: OrganisationId,
    after: Option<(i64, String)>,
) -> Result<Looked, DbErr> {
    let (mut number, mut before) = after.unwrap_or((0, NOTHING_BEFORE.to_owned()));
    let sql = format!(
        "SELECT s.number, s.entry_id, s.seal, j.at, j.person_id, j.kind, j.subject_kind, j.subject_id, j.facts, j.request_id \
         FROM journal_seals s LEFT JOIN journal j ON j.owner_id = s.owner_id AND j.id = s.entry_id \
         WHERE s.owner_id = $1 AND s.number > $2 ORDER BY s.number LIMIT {AT_ONCE}"
    );
    let rows =
        Sealed::find_by_statement(statement(database, &sql, [owner.into(), number.into()])).all(database).await?;
    let (mut broken, seen) = (vec![], !rows.is_empty());
    for row in rows {
        let (entry, stands) = (row.entry_id, row.seal.clone());
        broken.extend((number + 1..row.number).map(|number| Broken { owner, number, entry: None, how: How::Unsealed }));
        number = row.number;
        let how = match row.entry() {
            None => Some(How::Missing),
            Some(row) if sealed(owner, &before, &row) != stands => Some(How::Changed),
            Some(_) => None,
        };
        broken.extend(how.map(|how| Broken { owner, number, entry: Some(entry), how }));
        before = stands;
    }
    Ok(Looked { broken, last: seen.then_some((number, before)) })
}

/// Every seal of an organisation, over one connection: for copies, which nobody writes to.
/// # Errors
/// What the database answers.
pub async fn look_at_all(database: &impl ConnectionTrait, owner: OrganisationId) -> Result<Vec<Broken>, DbErr> {
    let (mut broken, mut after) = (vec![], None);
    loop {
        let looked = look(database, owner, after).await?;
        broken.extend(looked.broken);
        if looked.last.is_none() {
            return Ok(broken);
        }
        after = looked.last;
    }
}

/// Whose entries are sealed in this database; only where every row can be seen.
/// # Errors
/// What the database answers.
pub async fn owners(database: &impl ConnectionTrait) -> Result<Vec<OrganisationId>, DbErr> {
    let sql = "SELECT DISTINCT owner_id FROM journal_seals ORDER BY owner_id";
    let rows = database.query_all_raw(statement(database, sql, [])).await?;
    rows.iter().map(|row| row.try_get_by_index(0)).collect()
}

async fn unsealed(tx: &Tx, owner: OrganisationId) -> Result<Vec<Row>, DbErr> {
    let sql = format!(
        "SELECT id, at, person_id, kind, subject_kind, subject_id, facts, request_id FROM journal j WHERE owner_id = $1 \
         AND NOT EXISTS (SELECT 1 FROM journal_seals s WHERE s.owner_id = j.owner_id AND s.entry_id = j.id) \
         ORDER BY id LIMIT {AT_ONCE}"
    );
    Row::find_by_statement(statement(tx, &sql, [owner.into()])).all(tx).await
}

fn statement<const N: usize>(database: &impl ConnectionTrait, sql: &str, values: [sea_orm::Value; N]) -> Statement {
    Statement::from_sql_and_values(database.get_database_backend(), sql, values)
}

/// Each part goes in with its length, so that nothing can slide from one into the next.
fn sealed(owner: OrganisationId, before: &str, row: &Row) -> String {
    let mut hash = Sha256::new();
    let mut part = |text: &str| {
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text.as_bytes());
    };
    let or_nothing = |id: Option<String>| id.unwrap_or_default();
    part(before);
    part(&owner.to_string());
    part(&row.id.to_string());
    part(&row.at.timestamp_micros().to_string());
    part(&or_nothing(row.person_id.map(|id| id.to_string())));
    part(&row.kind);
    part(&row.subject_kind);
    part(&or_nothing(row.subject_id.map(|id| id.to_string())));
    part(&in_order(&row.facts).to_string());
    part(&row.request_id);
    hex::encode(hash.finalize())
}

/// The databases keep the names of an object in orders of their own.
fn in_order(value: &Value) -> Value {
    match value {
        Value::Object(pairs) => {
            let mut pairs: Vec<_> = pairs.iter().map(|(name, value)| (name.clone(), in_order(value))).collect();
            pairs.sort_by(|one, other| one.0.cmp(&other.0));
            Value::Object(pairs.into_iter().collect())
        }
        Value::Array(values) => Value::Array(values.iter().map(in_order).collect()),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use base::Id;
    use serde_json::json;

    use super::*;

    fn row(kind: &str, facts: Value) -> Row {
        Row {
            id: Uuid::from_u128(7),
            at: Moment::default(),
            person_id: None,
            kind: kind.into(),
            subject_kind: "round".into(),
            subject_id: None,
            facts,
            request_id: String::new(),
        }
    }

    #[test]
    fn a_seal_hangs_on_every_part_and_not_on_the_order_of_names() {
        let owner = OrganisationId::from_uuid(Uuid::from_u128(1));
        let of = |before: &str, row: &Row| sealed(owner, before, row);
        let first = of("", &row("sent", json!({ "a": 1, "b": { "c": 2, "d": 3 } })));
        assert_eq!(first, of("", &row("sent", json!({ "b": { "d": 3, "c": 2 }, "a": 1 }))));
        let others = [
            of("x", &row("sent", json!({ "a": 1, "b": { "c": 2, "d": 3 } }))),
            of("", &row("sen", json!({ "a": 1, "b": { "c": 2, "d": 3 } }))),
            of("", &row("sent", json!({ "a": 1, "b": { "c": 2, "d": 4 } }))),
            of("", &Row { subject_kind: "roun".into(), ..row("sentd", json!({})) }),
        ];
        assert!(others.iter().all(|other| *other != first), "{others:?}");
    }
}
