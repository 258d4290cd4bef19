//! All database access of the room. The rules are ours; nothing of them comes from outside.

use base::{Date, Id, Moment, OrganisationId, PersonId};
use kit::blobs::BlobId;
use kit::db::Tx;
use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, Statement, Value};

use super::model::{Means, Rule, Whose};
use crate::departure;

/// Rows removed with one statement.
const ROWS_AT_ONCE: u64 = 5_000;
/// People looked for with one statement.
const LEAVERS_AT_ONCE: u64 = 500;
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

/// Somebody whom nothing binds to an organisation any more.
#[derive(Debug, Clone, Copy, FromQueryResult)]
pub struct Leaver {
    /// Who
    pub person_id: PersonId,
    /// The organisation that keeps them
    pub home_id: OrganisationId,
    /// Whether others have bound them, too
    pub elsewhere: Option<bool>,
}

/// Some of those who left the organisation before this day and can still sign in with something of their own, or have a
/// calendar here, after the one given, in the order of their ids.
pub async fn leavers(
    tx: &Tx,
    organisation: OrganisationId,
    before: Date,
    after: PersonId,
) -> Result<Vec<Leaver>, DbErr> {
    let sql = format!(
        "SELECT m.person_id, p.home_id, p.elsewhere FROM members m JOIN persons p ON p.id = m.person_id \
         WHERE m.owner_id = $1 AND m.is_open = FALSE AND m.until_on < $2 AND m.person_id > $3 \
         AND (EXISTS (SELECT 1 FROM credentials c WHERE c.person_id = m.person_id) \
           OR EXISTS (SELECT 1 FROM identities i WHERE i.person_id = m.person_id) \
           OR EXISTS (SELECT 1 FROM calendar_feeds f WHERE f.person_id = m.person_id)) \
         ORDER BY m.person_id LIMIT {LEAVERS_AT_ONCE}"
    );
    let values = [organisation.uuid().into(), before.into(), after.uuid().into()];
    Leaver::find_by_statement(Statement::from_sql_and_values(tx.backend(), sql, values)).all(tx).await
}

/// Whether the portal needs or awaits the person: they look after it, or an invitation or a slip lets them in just now.
pub async fn is_awaited(tx: &Tx, person: PersonId) -> Result<bool, DbErr> {
    let sql = "SELECT count(*) FROM (SELECT id FROM operators WHERE id = $1 \
               UNION ALL SELECT person_id AS id FROM invitations WHERE person_id = $1 AND until > $2 \
                 AND accepted_at IS NULL AND withdrawn_at IS NULL \
               UNION ALL SELECT person_id AS id FROM slips WHERE person_id = $1 AND expires_at > $2 \
                 AND used_at IS NULL) a";
    let values = [person.uuid().into(), tx.now().into()];
    let row = tx.query_one_raw(Statement::from_sql_and_values(tx.backend(), sql, values)).await?;
    Ok(row.map(|row| row.try_get_by_index::<i64>(0)).transpose()?.unwrap_or_default() > 0)
}

/// How much of its own a person signs in with.
pub async fn means(tx: &Tx, person: PersonId) -> Result<Means, DbErr> {
    let sql = "SELECT (SELECT count(*) FROM credentials WHERE person_id = $1) AS credentials, \
               (SELECT count(*) FROM identities WHERE person_id = $1) AS identities, \
               (SELECT count(*) FROM calendar_feeds WHERE person_id = $1) AS calendar_feeds";
    let row = tx.query_one_raw(Statement::from_sql_and_values(tx.backend(), sql, [person.uuid().into()])).await?;
    let Some(row) = row else { return Ok(Means::default()) };
    let count = |column: &str| Ok::<_, DbErr>(u64::try_from(row.try_get::<i64>("", column)?).unwrap_or_default());
    Ok(Means {
        credentials: count("credentials")?,
        identities: count("identities")?,
        calendar_feeds: count("calendar_feeds")?,
    })
}

/// Removes all of it.
pub async fn remove_means(tx: &Tx, person: PersonId) -> Result<(), DbErr> {
    for table in ["credentials", "identities", "calendar_feeds"] {
        let sql = format!("DELETE FROM {table} WHERE person_id = $1");
        tx.execute_raw(Statement::from_sql_and_values(tx.backend(), sql, [person.uuid().into()])).await?;
    }
    Ok(())
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
