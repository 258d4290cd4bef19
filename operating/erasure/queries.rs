//! All database access of the room. The rules are ours; nothing of them comes from outside.

use base::{Date, Id, PersonId};
use chrono::TimeDelta;
use kit::actor::Owner;
use kit::db::Tx;
use sea_orm::{ConnectionTrait, DbErr, Statement, Value};

use super::model::{Act, LEFT_DAYS, Rule};

/// Ids in one statement: SQLite takes 32,766 values.
const IDS_AT_ONCE: usize = 10_000;

/// How many rows of a table name the person.
pub async fn count(tx: &Tx, owner: Owner, rule: &Rule, is_owned: bool, person: PersonId) -> Result<u64, DbErr> {
    let sql = format!("SELECT count(*) FROM {} WHERE {}", rule.table, whose(rule, is_owned));
    one(tx, sql, values(owner, is_owned, person)).await
}

/// Which of these people rows of a table name.
pub async fn named(
    tx: &Tx,
    owner: Owner,
    rule: &Rule,
    is_owned: bool,
    people: &[PersonId],
) -> Result<Vec<PersonId>, DbErr> {
    let mut found = vec![];
    for some in people.chunks(IDS_AT_ONCE) {
        let first = usize::from(is_owned) + 1;
        let marks: Vec<String> = (first..some.len() + first).map(|number| format!("${number}")).collect();
        let mine = if is_owned { "owner_id = $1 AND " } else { "" };
        let (table, column) = (rule.table, rule.column);
        let sql = format!("SELECT DISTINCT {column} FROM {table} WHERE {mine}{column} IN ({})", marks.join(", "));
        let owner = is_owned.then(|| owner.id().uuid().into());
        let values: Vec<Value> = owner.into_iter().chain(some.iter().map(|id| id.uuid().into())).collect();
        for row in tx.query_all_raw(Statement::from_sql_and_values(tx.backend(), sql, values)).await? {
            found.push(row.try_get_by_index(0)?);
        }
    }
    Ok(found)
}

/// Does what the rule says, and answers for how many rows.
pub async fn apply(tx: &Tx, owner: Owner, rule: &Rule, is_owned: bool, person: PersonId) -> Result<u64, DbErr> {
    let whose = whose(rule, is_owned);
    let sql = match rule.act {
        Act::Remove => format!("DELETE FROM {} WHERE {whose}", rule.table),
        Act::Blank(columns) => format!("UPDATE {} SET {columns} WHERE {whose}", rule.table),
        Act::Keep => return count(tx, owner, rule, is_owned, person).await,
    };
    let done = Statement::from_sql_and_values(tx.backend(), sql, values(owner, is_owned, person));
    Ok(tx.execute_raw(done).await?.rows_affected())
}

fn whose(rule: &Rule, is_owned: bool) -> String {
    let mine = if is_owned { " AND owner_id = $2" } else { "" };
    format!("{} = $1{mine}", rule.column)
}

fn values(owner: Owner, is_owned: bool, person: PersonId) -> Vec<Value> {
    let owner = is_owned.then(|| owner.id().uuid().into());
    std::iter::once(person.uuid().into()).chain(owner).collect()
}

async fn one(tx: &Tx, sql: String, values: Vec<Value>) -> Result<u64, DbErr> {
    let row = tx.query_one_raw(Statement::from_sql_and_values(tx.backend(), sql, values)).await?;
    let count: i64 = row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or_default();
    Ok(u64::try_from(count).unwrap_or_default())
}

/// Bonds and roles that last on this day or begin later.
pub async fn lasting(tx: &Tx, owner: Owner, person: PersonId, today: Date) -> Result<u64, DbErr> {
    let sql = "SELECT count(*) FROM (SELECT until_on FROM affiliations WHERE owner_id = $1 AND person_id = $2 \
               UNION ALL SELECT until_on FROM roles WHERE owner_id = $1 AND person_id = $2) b \
               WHERE b.until_on IS NULL OR b.until_on >= $3";
    one(tx, sql.into(), vec![owner.id().uuid().into(), person.uuid().into(), today.into()]).await
}

/// Rounds under way that the person takes part in.
pub async fn rounds_under_way(tx: &Tx, owner: Owner, person: PersonId) -> Result<u64, DbErr> {
    let sql = "SELECT count(*) FROM participants p JOIN rounds r ON r.owner_id = p.owner_id AND r.id = p.round_id \
               WHERE p.owner_id = $1 AND p.person_id = $2 AND p.state = 'active' \
               AND r.state NOT IN ('published', 'cancelled')";
    one(tx, sql.into(), vec![owner.id().uuid().into(), person.uuid().into()]).await
}

/// Decisions that can still be complained about on this day, or whose weeks are not over.
pub async fn open_decisions(tx: &Tx, owner: Owner, person: PersonId, today: Date) -> Result<u64, DbErr> {
    let sql = "SELECT count(*) FROM decisions d WHERE d.owner_id = $1 AND d.person_id = $2 \
               AND (d.complain_until_on >= $3 OR (d.kind = 'placed' AND d.until_on >= $3 AND d.version = \
                 (SELECT max(l.version) FROM decisions l WHERE l.owner_id = d.owner_id AND l.round_id = d.round_id \
                  AND l.person_id = d.person_id)))";
    one(tx, sql.into(), vec![owner.id().uuid().into(), person.uuid().into(), today.into()]).await
}

/// Whether the person looks after the portal.
pub async fn operates(tx: &Tx, person: PersonId) -> Result<bool, DbErr> {
    Ok(one(tx, "SELECT count(*) FROM operators WHERE id = $1".into(), vec![person.uuid().into()]).await? > 0)
}

/// Of the organisation's own people, those who are bound to nothing since longer than this, whom nothing names that is
/// younger, and who are not about to come in again. Whose data is put away asked that it be kept.
const LEFT: &str = "p.home_id = $1 AND p.created_at < $2 AND (p.elsewhere IS NULL OR p.elsewhere = FALSE) \
    AND NOT (p.given_name = '' AND p.family_name = '–') \
    AND NOT EXISTS (SELECT 1 FROM members m WHERE m.owner_id = $1 AND m.person_id = p.id \
      AND (m.is_open = TRUE OR m.until_on >= $3)) \
    AND NOT EXISTS (SELECT 1 FROM affiliations b WHERE b.owner_id = $1 AND b.person_id = p.id \
      AND (b.until_on IS NULL OR b.until_on >= $3)) \
    AND NOT EXISTS (SELECT 1 FROM roles h WHERE h.owner_id = $1 AND h.person_id = p.id \
      AND (h.until_on IS NULL OR h.until_on >= $3)) \
    AND NOT EXISTS (SELECT 1 FROM restrictions x WHERE x.owner_id = $1 AND x.person_id = p.id AND x.lifted_at IS NULL) \
    AND NOT EXISTS (SELECT 1 FROM person_mergers g WHERE g.owner_id = $1 AND (g.gone_id = p.id OR g.kept_id = p.id) \
      AND g.at >= $2) \
    AND NOT EXISTS (SELECT 1 FROM participants t JOIN rounds r ON r.owner_id = t.owner_id AND r.id = t.round_id \
      WHERE t.owner_id = $1 AND t.person_id = p.id AND r.until_on >= $3) \
    AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.owner_id = $1 AND d.person_id = p.id AND d.until_on >= $3) \
    AND NOT EXISTS (SELECT 1 FROM sessions s WHERE s.person_id = p.id AND s.expires_at > $4) \
    AND NOT EXISTS (SELECT 1 FROM invitations i WHERE i.person_id = p.id AND i.until > $4 AND i.accepted_at IS NULL \
      AND i.withdrawn_at IS NULL)";

fn left(tx: &Tx, owner: Owner, person: PersonId) -> Vec<Value> {
    let before = tx.now() - TimeDelta::days(LEFT_DAYS);
    vec![owner.id().uuid().into(), before.into(), before.date_naive().into(), tx.now().into(), person.uuid().into()]
}

/// Some of those who left long ago, after the one given, in the order of their ids.
pub async fn leavers(tx: &Tx, owner: Owner, after: PersonId, limit: u64) -> Result<Vec<PersonId>, DbErr> {
    let sql = format!("SELECT p.id FROM persons p WHERE {LEFT} AND p.id > $5 ORDER BY p.id LIMIT {limit}");
    let found = Statement::from_sql_and_values(tx.backend(), sql, left(tx, owner, after));
    tx.query_all_raw(found).await?.iter().map(|row| row.try_get_by_index(0)).collect()
}

/// Whether the person left long ago.
pub async fn is_leaver(tx: &Tx, owner: Owner, person: PersonId) -> Result<bool, DbErr> {
    let sql = format!("SELECT count(*) FROM persons p WHERE {LEFT} AND p.id = $5");
    Ok(one(tx, sql, left(tx, owner, person)).await? > 0)
}
