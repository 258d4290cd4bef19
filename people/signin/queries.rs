//! All database access of the room.

use base::{Moment, PersonId};
use kit::db::Tx;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter, Set, Statement};

use super::model::{Key, LINK_MAX, LocalPath, SESSION_MAX, Way};
use super::tables::{link, session};

/// A session with the one it belongs to, as the frame of a page shows them.
#[derive(Debug, FromQueryResult)]
pub struct Found {
    /// Who
    pub person_id: PersonId,
    /// When it was last noted
    pub seen_at: Moment,
    /// When it ends
    pub expires_at: Moment,
    /// Given name
    pub given_name: String,
    /// Family name
    pub family_name: String,
    /// The language they chose
    pub lang: Option<String>,
    /// The look they chose
    pub scheme: Option<String>,
    /// Their home organisation
    pub organisation: String,
    /// Whether they look after the whole portal
    pub operates: bool,
}

/// The session this key opens, with its holder: one statement, since every page asks.
pub async fn find_session(tx: &Tx, key: &Key) -> Result<Option<Found>, DbErr> {
    let sql = "SELECT s.person_id, s.seen_at, s.expires_at, p.given_name, p.family_name, p.lang, p.scheme, \
               o.short_name AS organisation, \
               EXISTS (SELECT 1 FROM operators w WHERE w.id = p.id) AS operates FROM sessions s JOIN persons p ON p.id = s.person_id \
               JOIN organisations o ON o.id = p.home_id WHERE s.id = $1";
    let statement = Statement::from_sql_and_values(tx.backend(), sql, [key.fingerprint().into()]);
    Found::find_by_statement(statement).one(tx).await
}

/// Begins a session.
pub async fn add_session(tx: &Tx, key: &Key, person: PersonId, way: Way) -> Result<(), DbErr> {
    let row = session::ActiveModel {
        id: Set(key.fingerprint()),
        person_id: Set(person),
        way: Set(way.word().into()),
        created_at: Set(tx.now()),
        seen_at: Set(tx.now()),
        expires_at: Set(tx.now() + SESSION_MAX),
    };
    session::Entity::insert(row).exec_without_returning(tx).await.map(drop)
}

/// Notes that the session was used. The clock only goes forwards.
pub async fn note_seen(tx: &Tx, key: &Key) -> Result<(), DbErr> {
    session::Entity::update_many()
        .col_expr(session::Column::SeenAt, Expr::value(tx.now()))
        .filter(session::COLUMN.id.eq(key.fingerprint()))
        .filter(Expr::col(session::Column::SeenAt).lt(tx.now()))
        .exec(tx)
        .await
        .map(drop)
}

/// Ends a session and tells how it was begun and by whom.
pub async fn end_session(tx: &Tx, key: &Key) -> Result<Option<(PersonId, Way)>, DbErr> {
    let Some(found) = session::Entity::find_by_id(key.fingerprint()).one(tx).await? else { return Ok(None) };
    session::Entity::delete_by_id(key.fingerprint()).exec(tx).await?;
    Ok(Some((found.person_id, Way::from_word(&found.way).unwrap_or(Way::Mail))))
}

/// How the session of this key was begun, also when it has run out.
pub async fn way_of(tx: &Tx, key: &Key) -> Result<Option<Way>, DbErr> {
    let found = session::Entity::find_by_id(key.fingerprint()).one(tx).await?;
    Ok(found.and_then(|found| Way::from_word(&found.way)))
}

/// Adds a link.
pub async fn add_link(tx: &Tx, key: &Key, person: PersonId, next: Option<&LocalPath>) -> Result<(), DbErr> {
    let row = link::ActiveModel {
        id: Set(key.fingerprint()),
        person_id: Set(person),
        next: Set(next.map(|next| next.as_str().into())),
        created_at: Set(tx.now()),
        expires_at: Set(tx.now() + LINK_MAX),
        used_at: Set(None),
    };
    link::Entity::insert(row).exec_without_returning(tx).await.map(drop)
}

/// The link this key opens, unless it was used or has run out.
pub async fn find_link(tx: &Tx, key: &Key) -> Result<Option<link::Model>, DbErr> {
    let found = link::Entity::find_by_id(key.fingerprint()).filter(link::COLUMN.used_at.is_null());
    found.filter(link::COLUMN.expires_at.gt(tx.now())).one(tx).await
}

/// Uses a link; false when somebody was first.
pub async fn use_link(tx: &Tx, key: &Key) -> Result<bool, DbErr> {
    let used = link::Entity::update_many()
        .col_expr(link::Column::UsedAt, Expr::value(tx.now()))
        .filter(link::COLUMN.id.eq(key.fingerprint()))
        .filter(link::COLUMN.used_at.is_null())
        .filter(link::COLUMN.expires_at.gt(tx.now()))
        .exec(tx)
        .await?;
    Ok(used.rows_affected == 1)
}
