//! All database access of the room.

use std::collections::HashMap;

use base::{Date, Moment, OrganisationId, PersonId, SessionId, SupportId};
use kit::actor::{Oneself, Owner};
use kit::db::Tx;
use kit::local::LocalPath;
use kit::own_data::{Section, section};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, Set,
    Statement,
};

use super::model::{
    HALF_MAX, HalfSignedIn, IDLE_MAX, Key, LINK_MAX, Rule, SESSION_MAX, SLIP_MAX, SecondFactor, Session, Showing,
    SlipCode, Way,
};
use super::tables::{half, link, rule, session, slip};

/// The journal names so many sessions that were ended at once; of the others it is known when they would have ended.
const NAMED_MAX: u64 = 1_000;
/// A list of sessions is no longer.
const SESSIONS_SHOWN_MAX: u64 = 100;
/// Nobody belongs to more organisations.
const RULES_MAX: u64 = 100;

/// A session with the one it belongs to, as the frame of a page shows them.
#[derive(Debug, FromQueryResult)]
pub struct Found {
    /// Whose pages it shows
    pub person_id: PersonId,
    /// Who is signed in: somebody else while they help
    pub holder_id: PersonId,
    /// Until when it shows somebody else's pages
    pub shown_until: Option<Moment>,
    /// The record of help, when that is why
    pub support_id: Option<SupportId>,
    /// Whose copy to practise in the person's home is, when it is one
    pub practice_of_id: Option<OrganisationId>,
    /// The last day of that copy
    pub practice_until_on: Option<Date>,
    /// When it was thrown away
    pub practice_removed_at: Option<Moment>,
    /// The organisation that registered the person
    pub home_id: OrganisationId,
    /// Its time zone
    pub time_zone: String,
    /// How it was begun
    pub way: String,
    /// When its holder last proved who they are
    pub proven_at: Moment,
    /// When it was last noted
    pub seen_at: Moment,
    /// When it ends
    pub expires_at: Moment,
    /// Given name
    pub given_name: String,
    /// Family name
    pub family_name: String,
    /// The language that whoever is signed in chose
    pub lang: Option<String>,
    /// The look that they chose
    pub scheme: Option<String>,
    /// Whether a single key opens the search; empty: it does
    pub search_key: Option<bool>,
    /// The organisation whose rooms they opened last, or their home
    pub organisation: String,
    /// Whether they look after the whole portal
    pub operates: bool,
}

/// The session this key opens, with its holder and whose pages it shows: one statement, since every page asks.
pub async fn find_session(tx: &Tx, key: &Key) -> Result<Option<Found>, DbErr> {
    let sql = "SELECT p.id AS person_id, s.person_id AS holder_id, s.shown_until, s.support_id, p.home_id, \
               o.time_zone, s.way, s.proven_at, s.seen_at, s.expires_at, \
               coalesce(v.given_name, p.given_name) AS given_name, \
               coalesce(v.family_name, p.family_name) AS family_name, h.lang, h.scheme, h.search_key, \
               o.short_name AS organisation, o.practice_of_id, o.practice_until_on, o.practice_removed_at, \
               EXISTS (SELECT 1 FROM operators w WHERE w.id = s.person_id) AS operates \
               FROM sessions s JOIN persons h ON h.id = s.person_id \
               JOIN persons p ON p.id = CASE WHEN s.shown_until > $2 THEN s.shown_id ELSE s.person_id END \
               LEFT JOIN protections v ON v.person_id = p.id AND p.id = s.person_id \
               JOIN organisations o ON o.id = coalesce(p.chosen_id, p.home_id) WHERE s.id = $1";
    let statement = Statement::from_sql_and_values(tx.backend(), sql, [key.fingerprint().into(), tx.now().into()]);
    Found::find_by_statement(statement).one(tx).await
}

/// Whether the person looks after the portal.
pub async fn operates(tx: &Tx, person: PersonId) -> Result<bool, DbErr> {
    let sql = "SELECT id FROM operators WHERE id = $1";
    let statement = Statement::from_sql_and_values(tx.backend(), sql, [person.0.into()]);
    Ok(tx.query_one_raw(statement).await?.is_some())
}

/// Those of these people who look after the portal.
pub async fn operators_among(tx: &Tx, people: &[PersonId]) -> Result<Vec<PersonId>, DbErr> {
    let marks: Vec<String> = (1..=people.len()).map(|number| format!("${number}")).collect();
    let sql = format!("SELECT id FROM operators WHERE id IN ({})", marks.join(", "));
    let statement = Statement::from_sql_and_values(tx.backend(), sql, people.iter().map(|id| id.0.into()));
    tx.query_all_raw(statement).await?.iter().map(|row| row.try_get_by_index(0)).collect()
}

/// How many look after the portal.
pub async fn operators(tx: &Tx) -> Result<i64, DbErr> {
    let statement = Statement::from_string(tx.backend(), "SELECT count(*) FROM operators");
    let row = tx.query_one_raw(statement).await?;
    Ok(row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or_default())
}

/// What is told of a session that begins.
#[derive(Debug, Clone, Copy)]
pub struct NewSession<'a> {
    /// Whose
    pub person: PersonId,
    /// How it is begun
    pub way: Way,
    /// How many proofs of different kinds were shown
    pub factors: i32,
    /// Browser and system
    pub device: &'a str,
}

/// Begins a session; answers its handle.
pub async fn add_session(tx: &Tx, key: &Key, new: NewSession<'_>) -> Result<SessionId, DbErr> {
    let handle = tx.new_id();
    let row = session::ActiveModel {
        id: Set(key.fingerprint()),
        handle: Set(handle),
        person_id: Set(new.person),
        way: Set(new.way.word().into()),
        factors: Set(new.factors),
        device: Set(new.device.into()),
        created_at: Set(tx.now()),
        proven_at: Set(tx.now()),
        seen_at: Set(tx.now()),
        expires_at: Set(tx.now() + SESSION_MAX),
        support_id: Set(None),
        shown_id: Set(None),
        shown_until: Set(None),
    };
    session::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(handle)
}

/// Sessions that were ended at once: how many, and which, for the journal. Their rows are gone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ended {
    /// How many
    pub count: u64,
    /// Which
    pub sessions: Vec<SessionId>,
}

/// Gives a session a new value, and with `proven` a new proof; false when it has ended. The old value opens nothing.
pub async fn renew_session(tx: &Tx, before: &Key, key: &Key, proven: bool) -> Result<bool, DbErr> {
    let mut renewal = session::Entity::update_many()
        .col_expr(session::Column::Id, Expr::value(key.fingerprint()))
        .col_expr(session::Column::SeenAt, Expr::value(tx.now()));
    if proven {
        renewal = renewal.col_expr(session::Column::ProvenAt, Expr::value(tx.now()));
    }
    let renewed = renewal.filter(session::COLUMN.id.eq(before.fingerprint())).exec(tx).await?;
    Ok(renewed.rows_affected == 1)
}

/// Lets a session show another person's pages, or its holder's own again.
pub async fn show(tx: &Tx, key: &Key, showing: Option<Showing>) -> Result<(), DbErr> {
    session::Entity::update_many()
        .col_expr(
            session::Column::SupportId,
            Expr::value(showing.and_then(|showing| showing.support).map(|support| support.0)),
        )
        .col_expr(session::Column::ShownId, Expr::value(showing.map(|showing| showing.person.0)))
        .col_expr(session::Column::ShownUntil, Expr::value(showing.map(|showing| showing.until)))
        .filter(session::COLUMN.id.eq(key.fingerprint()))
        .exec(tx)
        .await
        .map(drop)
}

/// Whose pages a session shows beside its holder's, also when the while has run out.
pub async fn shown(tx: &Tx, key: &Key) -> Result<Option<Showing>, DbErr> {
    let Some(row) = session::Entity::find_by_id(key.fingerprint()).one(tx).await? else { return Ok(None) };
    let shown = row.shown_id.zip(row.shown_until);
    Ok(shown.map(|(person, until)| Showing { support: row.support_id, person, until }))
}

/// Ends a while in every session that shows it.
pub async fn end_showing(tx: &Tx, support: SupportId) -> Result<(), DbErr> {
    session::Entity::update_many()
        .col_expr(session::Column::ShownUntil, Expr::value(None::<Moment>))
        .filter(session::COLUMN.support_id.eq(support))
        .exec(tx)
        .await
        .map(drop)
}

/// The sessions of a person that still open something, the last used first.
pub async fn sessions_of(tx: &Tx, person: PersonId, mine: Option<&Key>) -> Result<Vec<Session>, DbErr> {
    let rows = session::Entity::find()
        .filter(session::COLUMN.person_id.eq(person))
        .filter(session::COLUMN.expires_at.gt(tx.now()))
        .filter(session::COLUMN.seen_at.gt(tx.now() - IDLE_MAX))
        .order_by_desc(session::COLUMN.seen_at)
        .order_by_asc(session::COLUMN.handle)
        .limit(SESSIONS_SHOWN_MAX)
        .all(tx)
        .await?;
    let mine = mine.map(Key::fingerprint);
    let read = |row: session::Model| Session {
        mine: mine.as_deref() == Some(row.id.as_str()),
        handle: row.handle,
        way: Way::from_word(&row.way).unwrap_or(Way::Mail),
        device: row.device,
        created_at: row.created_at,
        seen_at: row.seen_at,
    };
    Ok(rows.into_iter().map(read).collect())
}

/// Ends the session with this handle, if it is the person's; false when it is not there.
pub async fn end_one(tx: &Tx, person: PersonId, handle: SessionId) -> Result<bool, DbErr> {
    let ended = session::Entity::delete_many()
        .filter(session::COLUMN.person_id.eq(person))
        .filter(session::COLUMN.handle.eq(handle))
        .exec(tx)
        .await?;
    Ok(ended.rows_affected == 1)
}

/// Ends every session of a person but the one that is spared, and whatever sign-in is under way.
pub async fn end_all(tx: &Tx, person: PersonId, spared: Option<&Key>) -> Result<Ended, DbErr> {
    half::Entity::delete_many().filter(half::COLUMN.person_id.eq(person)).exec(tx).await?;
    let spared = spared.map(Key::fingerprint).unwrap_or_default();
    let ending = session::COLUMN.person_id.eq(person).and(session::COLUMN.id.ne(spared));
    let sessions = session::Entity::find()
        .select_only()
        .column(session::Column::Handle)
        .filter(ending.clone())
        .order_by_asc(session::COLUMN.handle)
        .limit(NAMED_MAX)
        .into_tuple()
        .all(tx)
        .await?;
    let count = session::Entity::delete_many().filter(ending).exec(tx).await?.rows_affected;
    Ok(Ended { count, sessions })
}

/// Ends every session of everybody in an organisation's register but one person's, and whatever sign-in is under way.
pub async fn end_everybody(tx: &Tx, owner: Owner, but: Oneself) -> Result<Ended, DbErr> {
    let theirs = "WHERE person_id <> $2 AND person_id IN (SELECT person_id FROM members WHERE owner_id = $1)";
    let statement =
        |sql: String| Statement::from_sql_and_values(tx.backend(), sql, [owner.id().0.into(), but.id().0.into()]);
    let named = statement(format!("SELECT handle FROM sessions {theirs} ORDER BY handle LIMIT {NAMED_MAX}"));
    let rows = tx.query_all_raw(named).await?;
    let sessions = rows.iter().map(|row| row.try_get("", "handle")).collect::<Result<Vec<SessionId>, DbErr>>()?;
    tx.execute_raw(statement(format!("DELETE FROM half_sign_ins {theirs}"))).await?;
    let count = tx.execute_raw(statement(format!("DELETE FROM sessions {theirs}"))).await?.rows_affected();
    Ok(Ended { count, sessions })
}

/// Makes links that were mailed to the person open nothing.
pub async fn spend_links(tx: &Tx, person: PersonId) -> Result<(), DbErr> {
    link::Entity::update_many()
        .col_expr(link::Column::UsedAt, Expr::value(tx.now()))
        .filter(link::COLUMN.person_id.eq(person))
        .filter(link::COLUMN.used_at.is_null())
        .exec(tx)
        .await
        .map(drop)
}

/// Keeps a sign-in that waits for its second step.
pub async fn add_half(tx: &Tx, key: &Key, half: &HalfSignedIn) -> Result<(), DbErr> {
    let row = half::ActiveModel {
        id: Set(key.fingerprint()),
        person_id: Set(half.person),
        way: Set(half.way.word().into()),
        next: Set(half.next.as_ref().map(|next| next.as_str().into())),
        created_at: Set(tx.now()),
        expires_at: Set(tx.now() + HALF_MAX),
    };
    half::Entity::insert(row).exec_without_returning(tx).await.map(drop)
}

/// The sign-in that waits under this key, while it lasts.
pub async fn find_half(tx: &Tx, key: &Key) -> Result<Option<HalfSignedIn>, DbErr> {
    let found = half::Entity::find_by_id(key.fingerprint()).filter(half::COLUMN.expires_at.gt(tx.now()));
    let Some(row) = found.one(tx).await? else { return Ok(None) };
    let Some(way) = Way::from_word(&row.way) else { return Ok(None) };
    Ok(Some(HalfSignedIn { person: row.person_id, way, next: row.next.as_deref().and_then(LocalPath::new) }))
}

/// Ends a sign-in under way; false when somebody was first.
pub async fn end_half(tx: &Tx, key: &Key) -> Result<bool, DbErr> {
    Ok(half::Entity::delete_by_id(key.fingerprint()).exec(tx).await?.rows_affected == 1)
}

/// The rules of these organisations, as far as they made some.
pub async fn rules(tx: &Tx, owners: &[Owner]) -> Result<HashMap<OrganisationId, Rule>, DbErr> {
    let rows = rule::Entity::find()
        .filter(rule::COLUMN.owner_id.is_in(owners.iter().map(|owner| owner.id())))
        .order_by_asc(rule::COLUMN.owner_id)
        .limit(RULES_MAX)
        .all(tx)
        .await?;
    let read = |row: &rule::Model| {
        let second_factor = SecondFactor::from_word(&row.second_factor)?;
        Some((row.owner_id, Rule { second_factor, fresh_minutes: row.fresh_minutes }))
    };
    Ok(rows.iter().filter_map(read).collect())
}

/// Keeps an organisation's rule.
pub async fn save_rule(tx: &Tx, owner: Owner, rule: Rule) -> Result<(), DbErr> {
    let row = rule::ActiveModel {
        owner_id: Set(owner.id()),
        second_factor: Set(rule.second_factor.word().into()),
        fresh_minutes: Set(rule.fresh_minutes),
        changed_at: Set(tx.now()),
    };
    let columns = [rule::Column::SecondFactor, rule::Column::FreshMinutes, rule::Column::ChangedAt];
    let on_repeat = OnConflict::column(rule::Column::OwnerId).update_columns(columns).to_owned();
    rule::Entity::insert(row).on_conflict(on_repeat).exec_without_returning(tx).await.map(drop)
}

/// Keeps a slip, by what was hashed of it; those from before open nothing.
pub async fn add_slip(tx: &Tx, owner: Owner, person: PersonId, code: &SlipCode, hash: &str) -> Result<(), DbErr> {
    slip::Entity::delete_many().filter(slip::COLUMN.person_id.eq(person)).exec(tx).await?;
    let row = slip::ActiveModel {
        id: Set(code.finding().into()),
        value: Set(hash.into()),
        person_id: Set(person),
        organisation_id: Set(owner.id()),
        by_id: Set(tx.actor().person_id()),
        created_at: Set(tx.now()),
        expires_at: Set(tx.now() + SLIP_MAX),
        used_at: Set(None),
    };
    slip::Entity::insert(row).exec_without_returning(tx).await.map(drop)
}

/// The slip that this code may belong to, unless it was used or has run out.
pub async fn find_slip(tx: &Tx, code: &SlipCode) -> Result<Option<slip::Model>, DbErr> {
    let found = slip::Entity::find_by_id(code.finding()).filter(slip::COLUMN.used_at.is_null());
    found.filter(slip::COLUMN.expires_at.gt(tx.now())).one(tx).await
}

/// Uses a slip; false when somebody was first.
pub async fn use_slip(tx: &Tx, code: &SlipCode) -> Result<bool, DbErr> {
    let used = slip::Entity::update_many()
        .col_expr(slip::Column::UsedAt, Expr::value(tx.now()))
        .filter(slip::COLUMN.id.eq(code.finding()))
        .filter(slip::COLUMN.used_at.is_null())
        .filter(slip::COLUMN.expires_at.gt(tx.now()))
        .exec(tx)
        .await?;
    Ok(used.rows_affected == 1)
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

/// Ends a session and tells which it was and how it was begun.
pub async fn end_session(tx: &Tx, key: &Key) -> Result<Option<(SessionId, Way)>, DbErr> {
    let Some(found) = session::Entity::find_by_id(key.fingerprint()).one(tx).await? else { return Ok(None) };
    session::Entity::delete_by_id(key.fingerprint()).exec(tx).await?;
    Ok(Some((found.handle, Way::from_word(&found.way).unwrap_or(Way::Mail))))
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

/// What the room keeps about whoever asks, told by [`kit::own_data`].
pub async fn own_data(tx: &Tx, oneself: Oneself) -> Result<Vec<Section>, DbErr> {
    Ok(vec![
        section::<session::Entity>(tx, oneself, session::Column::PersonId, &[session::Column::Id]).await?,
        section::<link::Entity>(tx, oneself, link::Column::PersonId, &[link::Column::Id]).await?,
        section::<half::Entity>(tx, oneself, half::Column::PersonId, &[half::Column::Id]).await?,
        section::<slip::Entity>(tx, oneself, slip::Column::PersonId, &[slip::Column::Value]).await?,
    ])
}
