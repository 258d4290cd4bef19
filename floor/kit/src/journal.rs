//! Who did what, when, where and for whom: one entry for each changing action, in the action's own transaction.

pub mod seal;

use base::{Id, JournalId, Moment, OrganisationId, PersonId, TokenId};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde_json::Value;
use uuid::Uuid;

use crate::actor::Owner;
use crate::db::Tx;
use crate::tables::journal;

/// No list of entries is longer.
pub const ENTRIES_MAX: u64 = 500;

tokio::task_local! {
    static REQUEST: String;
    static TOKEN: TokenId;
}

/// Runs `work` as part of the request or job with this id; entries made in it carry the id.
pub async fn in_request<T>(id: String, work: impl Future<Output = T>) -> T {
    REQUEST.scope(id, work).await
}

/// Runs `work` as asked for with this token; entries made in it name it beside the one who made the token.
pub async fn with_token<T>(token: TokenId, work: impl Future<Output = T>) -> T {
    TOKEN.scope(token, work).await
}

/// The id of the request or job that is being served, or nothing outside of both.
pub fn request_id() -> String {
    REQUEST.try_with(Clone::clone).unwrap_or_default()
}

/// What happened to which thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Such as "wishes-sent"
    pub kind: &'static str,
    /// Such as "round"
    pub subject_kind: &'static str,
    /// Which one; empty where the act has no single subject
    pub subject_id: Option<Uuid>,
    /// What else is worth knowing later; never a secret
    pub facts: Value,
}

impl Event {
    /// Something happened to this thing.
    pub fn of(kind: &'static str, subject_kind: &'static str, subject: impl Id) -> Self {
        Self { kind, subject_kind, subject_id: Some(subject.uuid()), facts: Value::Object(serde_json::Map::new()) }
    }

    /// With what else is worth knowing later.
    pub fn with(mut self, facts: Value) -> Self {
        self.facts = facts;
        self
    }
}

/// Writes the entry of an act. Every changing action calls this exactly once.
/// # Errors
/// What the database answers; the act is then undone with it.
pub async fn note(tx: &Tx, owner: OrganisationId, mut event: Event) -> Result<(), DbErr> {
    if let Some(listener) = tx.listener() {
        listener(tx, owner, &event).await?;
    }
    // What a deputy does is done for somebody, and the entry says for whom.
    if let (Some(person), Value::Object(facts)) = (tx.actor().stands_for(owner), &mut event.facts) {
        facts.insert("for".into(), Value::String(person.to_string()));
    }
    let entry = journal::ActiveModel {
        owner_id: Set(owner),
        id: Set(tx.new_id()),
        at: Set(tx.now()),
        person_id: Set(tx.actor().person_id()),
        kind: Set(event.kind.into()),
        subject_kind: Set(event.subject_kind.into()),
        subject_id: Set(event.subject_id),
        facts: Set(named(event.facts)),
        request_id: Set(request_id()),
    };
    journal::Entity::insert(entry).exec_without_returning(tx).await?;
    Ok(())
}

/// The facts, with the token that was used.
fn named(mut facts: Value) -> Value {
    if let (Ok(token), Some(facts)) = (TOKEN.try_with(TokenId::to_string), facts.as_object_mut()) {
        facts.insert("token".into(), token.into());
    }
    facts
}

/// One entry, to show.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Which
    pub id: JournalId,
    /// When
    pub at: Moment,
    /// Who; empty when the portal itself acted
    pub person: Option<PersonId>,
    /// What
    pub kind: String,
    /// To what kind of thing
    pub subject_kind: String,
    /// To which thing
    pub subject_id: Option<Uuid>,
    /// What else was worth knowing
    pub facts: Value,
    /// The request or job it happened in
    pub request_id: String,
}

impl From<journal::Model> for Entry {
    fn from(row: journal::Model) -> Self {
        let journal::Model { id, at, person_id, kind, subject_kind, subject_id, facts, request_id, .. } = row;
        Self { id, at, person: person_id, kind, subject_kind, subject_id, facts, request_id }
    }
}

/// The latest entries about one thing, newest first; at most [`ENTRIES_MAX`].
/// # Errors
/// What the database answers.
pub async fn of_subject(tx: &Tx, owner: Owner, subject: impl Id) -> Result<Vec<Entry>, DbErr> {
    let rows = journal::Entity::find()
        .filter(journal::COLUMN.owner_id.eq(owner.id()))
        .filter(journal::Column::SubjectId.eq(subject.uuid()))
        .order_by_desc(journal::Column::Id)
        .limit(ENTRIES_MAX)
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(Entry::from).collect())
}

/// The latest entries of these kinds about one thing, newest first; at most `limit` and [`ENTRIES_MAX`].
/// # Errors
/// What the database answers.
pub async fn of_kinds(
    tx: &Tx,
    owner: Owner,
    subject: impl Id,
    kinds: &[&str],
    limit: u64,
) -> Result<Vec<Entry>, DbErr> {
    let rows = journal::Entity::find()
        .filter(journal::COLUMN.owner_id.eq(owner.id()))
        .filter(journal::Column::SubjectId.eq(subject.uuid()))
        .filter(journal::Column::Kind.is_in(kinds.iter().copied()))
        .order_by_desc(journal::Column::Id)
        .limit(limit.min(ENTRIES_MAX))
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(Entry::from).collect())
}

/// The latest entries of an organisation, newest first; at most `limit` and [`ENTRIES_MAX`].
/// # Errors
/// What the database answers.
pub async fn latest(tx: &Tx, owner: Owner, limit: u64) -> Result<Vec<Entry>, DbErr> {
    let rows = journal::Entity::find()
        .filter(journal::COLUMN.owner_id.eq(owner.id()))
        .order_by_desc(journal::Column::Id)
        .limit(limit.min(ENTRIES_MAX))
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(Entry::from).collect())
}

/// How many entries an organisation's journal has.
/// # Errors
/// What the database answers.
pub async fn count(tx: &Tx, organisation: OrganisationId) -> Result<u64, DbErr> {
    journal::Entity::find().filter(journal::COLUMN.owner_id.eq(organisation)).count(tx).await
}
