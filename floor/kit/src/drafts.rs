//! Forms over several pages. Each page is kept as it is left, right or wrong, so nothing that was typed is lost; what is
//! wrong is said on its own page, and everything must be right before the whole is sent.

use std::collections::BTreeMap;

use base::{DraftId, Moment};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};

use crate::actor::{Oneself, Owner};
use crate::db::Tx;
use crate::tables::draft;

/// One person keeps at most so many drafts of a kind; the one left longest ago gives way.
pub const DRAFTS_MAX: u64 = 10;
/// No value of a draft is longer, in characters; forms refuse far less.
const VALUE_CHARS_MAX: usize = 20_000;

/// What was typed, by name of the field.
pub type Fields = BTreeMap<String, String>;

/// A form as far as it is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Which
    pub id: DraftId,
    /// Where its holder left it
    pub step: String,
    /// What was typed
    pub fields: Fields,
    /// When it was changed last
    pub changed_at: Moment,
}

/// Begins a draft.
/// # Errors
/// What the database answers.
pub async fn begin(
    tx: &Tx,
    (owner, oneself): (Owner, Oneself),
    kind: &str,
    step: &str,
    fields: &Fields,
) -> Result<DraftId, DbErr> {
    let old: Vec<DraftId> = of_person(owner, oneself, kind)
        .select_only()
        .column(draft::Column::Id)
        .order_by_desc(draft::Column::ChangedAt)
        .order_by_desc(draft::Column::Id)
        .offset(DRAFTS_MAX - 1)
        .limit(DRAFTS_MAX)
        .into_tuple()
        .all(tx)
        .await?;
    for id in old {
        remove(tx, (owner, oneself), id).await?;
    }
    let id = tx.new_id();
    let row = draft::ActiveModel {
        owner_id: Set(owner.id()),
        id: Set(id),
        person_id: Set(oneself.id()),
        kind: Set(kind.into()),
        step: Set(step.into()),
        fields: Set(json(fields)?),
        created_at: Set(tx.now()),
        changed_at: Set(tx.now()),
    };
    draft::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(id)
}

/// One of the person's own drafts.
/// # Errors
/// What the database answers.
pub async fn find(
    tx: &Tx,
    (owner, oneself): (Owner, Oneself),
    kind: &str,
    id: DraftId,
) -> Result<Option<Draft>, DbErr> {
    let found = of_person(owner, oneself, kind).filter(draft::COLUMN.id.eq(id)).one(tx).await?;
    found.map(read).transpose()
}

/// The person's own drafts, the one changed last first.
/// # Errors
/// What the database answers.
pub async fn own(tx: &Tx, (owner, oneself): (Owner, Oneself), kind: &str) -> Result<Vec<Draft>, DbErr> {
    let found = of_person(owner, oneself, kind)
        .order_by_desc(draft::Column::ChangedAt)
        .order_by_desc(draft::Column::Id)
        .limit(DRAFTS_MAX);
    found.all(tx).await?.into_iter().map(read).collect()
}

/// Keeps what was typed on one page; the other pages stay as they are. False when there is no such draft.
/// # Errors
/// What the database answers.
pub async fn keep(
    tx: &Tx,
    (owner, oneself): (Owner, Oneself),
    draft: &Draft,
    step: &str,
    typed: Fields,
) -> Result<bool, DbErr> {
    let mut fields = draft.fields.clone();
    fields.extend(typed.into_iter().map(|(name, value)| (name, value.chars().take(VALUE_CHARS_MAX).collect())));
    let kept = draft::Entity::update_many()
        .col_expr(draft::Column::Fields, Expr::value(json(&fields)?))
        .col_expr(draft::Column::Step, Expr::value(step))
        .col_expr(draft::Column::ChangedAt, Expr::value(tx.now()))
        .filter(draft::COLUMN.owner_id.eq(owner.id()))
        .filter(draft::COLUMN.person_id.eq(oneself.id()))
        .filter(draft::COLUMN.id.eq(draft.id))
        .exec(tx)
        .await?;
    Ok(kept.rows_affected == 1)
}

/// Removes one of the person's own drafts: it was sent or given up.
/// # Errors
/// What the database answers.
pub async fn remove(tx: &Tx, (owner, oneself): (Owner, Oneself), id: DraftId) -> Result<bool, DbErr> {
    let removed = draft::Entity::delete_many()
        .filter(draft::COLUMN.owner_id.eq(owner.id()))
        .filter(draft::COLUMN.person_id.eq(oneself.id()))
        .filter(draft::COLUMN.id.eq(id))
        .exec(tx)
        .await?;
    Ok(removed.rows_affected == 1)
}

fn of_person(owner: Owner, oneself: Oneself, kind: &str) -> Select<draft::Entity> {
    draft::Entity::find()
        .filter(draft::COLUMN.owner_id.eq(owner.id()))
        .filter(draft::COLUMN.person_id.eq(oneself.id()))
        .filter(draft::COLUMN.kind.eq(kind))
}

fn json(fields: &Fields) -> Result<serde_json::Value, DbErr> {
    serde_json::to_value(fields).map_err(|error| DbErr::Json(error.to_string()))
}

fn read(row: draft::Model) -> Result<Draft, DbErr> {
    let fields = serde_json::from_value(row.fields).map_err(|error| DbErr::Json(error.to_string()))?;
    Ok(Draft { id: row.id, step: row.step, fields, changed_at: row.changed_at })
}
