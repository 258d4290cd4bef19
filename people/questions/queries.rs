//! All database access of the room. It reads `looks`, which the door names.

use base::{Date, LookId, Moment, PersonId};
use kit::actor::{Oneself, Owner};
use kit::db::Tx;
use kit::own_data::{Section, section};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Set};

use super::model::{ANSWER_WITHIN, Answered, Look, Outcome, Question};
use super::tables::{question, sample};
use crate::looks::tables::look;

/// A week's looks are read so many at a time.
const LOOKS_AT_ONCE: u64 = 10_000;
/// A page shows so many questions.
pub const SHOWN_MAX: u64 = 100;

/// Some looks of a week in the order of their ids, those after this one; none when there are no more.
pub async fn looks_of(
    tx: &Tx,
    owner: Owner,
    (from, until): (Moment, Moment),
    after: Option<LookId>,
) -> Result<Vec<Look>, DbErr> {
    let rows = look::Entity::find()
        .filter(look::COLUMN.owner_id.eq(owner.id()))
        .filter(look::COLUMN.at.gte(from))
        .filter(look::COLUMN.at.lt(until))
        .filter(Condition::all().add_option(after.map(|after| look::COLUMN.id.gt(after))))
        .order_by_asc(look::COLUMN.id)
        .limit(LOOKS_AT_ONCE)
        .all(tx)
        .await?;
    let read = |row: look::Model| Look { id: row.id, person: row.person_id, by: row.by_id, what: row.what, at: row.at };
    Ok(rows.into_iter().map(read).collect())
}

/// The Monday of the latest week that was drawn.
pub async fn latest(tx: &Tx, owner: Owner) -> Result<Option<Date>, DbErr> {
    let found = sample::Entity::find().filter(sample::COLUMN.owner_id.eq(owner.id()));
    Ok(found.order_by_desc(sample::COLUMN.week_on).one(tx).await?.map(|sample| sample.week_on))
}

/// Keeps what was drawn in a week, and asks about each.
pub async fn add(
    tx: &Tx,
    owner: Owner,
    (week_on, seed): (Date, &str),
    all: usize,
    drawn: &[Look],
) -> Result<(), DbErr> {
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let row = sample::ActiveModel {
        owner_id: Set(owner.id()),
        week_on: Set(week_on),
        seed: Set(seed.into()),
        looks: Set(count(all)),
        drawn: Set(count(drawn.len())),
        drawn_at: Set(tx.now()),
    };
    sample::Entity::insert(row).exec_without_returning(tx).await?;
    let rows: Vec<question::ActiveModel> = drawn.iter().map(|look| asked(tx, owner, look)).collect();
    if rows.is_empty() {
        return Ok(());
    }
    question::Entity::insert_many(rows).exec_without_returning(tx).await.map(drop)
}

fn asked(tx: &Tx, owner: Owner, look: &Look) -> question::ActiveModel {
    question::ActiveModel {
        owner_id: Set(owner.id()),
        id: Set(look.id),
        person_id: Set(look.person),
        by_id: Set(look.by),
        what: Set(look.what.clone()),
        looked_at: Set(look.at),
        asked_at: Set(tx.now()),
        answer: Set(None),
        words: Set(String::new()),
        answered_at: Set(None),
        escalated_at: Set(None),
        outcome: Set(None),
        reason: Set(String::new()),
        settled_by_id: Set(None),
        settled_at: Set(None),
    }
}

/// What one is and was asked, the latest first.
pub async fn own(tx: &Tx, oneself: Oneself) -> Result<Vec<Question>, DbErr> {
    let rows = question::Entity::find()
        .filter(question::COLUMN.person_id.eq(oneself.id()))
        .order_by_desc(question::COLUMN.asked_at)
        .order_by_asc(question::COLUMN.id)
        .limit(SHOWN_MAX)
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(read).collect())
}

/// How many one has not answered.
pub async fn count_own(tx: &Tx, oneself: Oneself) -> Result<u64, DbErr> {
    let mine = question::Entity::find().filter(question::COLUMN.person_id.eq(oneself.id()));
    mine.filter(question::COLUMN.answer.is_null()).filter(question::COLUMN.outcome.is_null()).count(tx).await
}

/// One's own question.
pub async fn find_own(tx: &Tx, oneself: Oneself, id: LookId) -> Result<Option<Question>, DbErr> {
    let found = question::Entity::find().filter(question::COLUMN.person_id.eq(oneself.id()));
    Ok(found.filter(question::COLUMN.id.eq(id)).one(tx).await?.map(read))
}

/// What this administrator has before them: queried, or not answered in time. Nobody looks into their own looks, nor reads
/// what was said of them.
fn before(owner: Owner, reader: Oneself) -> sea_orm::Select<question::Entity> {
    question::Entity::find()
        .filter(question::COLUMN.owner_id.eq(owner.id()))
        .filter(question::COLUMN.by_id.ne(reader.id()))
        .filter(queried_or_late())
}

fn queried_or_late() -> Condition {
    let late = Condition::all().add(question::COLUMN.answer.is_null()).add(question::COLUMN.escalated_at.is_not_null());
    Condition::any().add(question::COLUMN.answer.eq(Answered::Queried.word())).add(late)
}

/// One question that is before the administrators of the organisation.
pub async fn find(tx: &Tx, owner: Owner, reader: Oneself, id: LookId) -> Result<Option<Question>, DbErr> {
    Ok(before(owner, reader).filter(question::COLUMN.id.eq(id)).one(tx).await?.map(read))
}

/// What the administrators have before them, those not settled first, then the latest.
pub async fn of_office(tx: &Tx, owner: Owner, reader: Oneself) -> Result<Vec<Question>, DbErr> {
    let rows = before(owner, reader)
        .order_by_desc(question::COLUMN.outcome.is_null())
        .order_by_desc(question::COLUMN.asked_at)
        .order_by_asc(question::COLUMN.id)
        .limit(SHOWN_MAX)
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(read).collect())
}

/// How many of these are not settled.
pub async fn count_unsettled(tx: &Tx, owner: Owner, reader: Oneself) -> Result<u64, DbErr> {
    before(owner, reader).filter(question::COLUMN.outcome.is_null()).count(tx).await
}

/// Keeps an answer; false when there was one.
pub async fn answer(tx: &Tx, owner: Owner, id: LookId, answer: Answered, words: &str) -> Result<bool, DbErr> {
    let done = question::Entity::update_many()
        .col_expr(question::Column::Answer, Expr::value(answer.word()))
        .col_expr(question::Column::Words, Expr::value(words))
        .col_expr(question::Column::AnsweredAt, Expr::value(tx.now()))
        .filter(question::COLUMN.owner_id.eq(owner.id()))
        .filter(question::COLUMN.id.eq(id))
        .filter(question::COLUMN.answer.is_null())
        .filter(question::COLUMN.outcome.is_null())
        .exec(tx)
        .await?;
    Ok(done.rows_affected == 1)
}

/// Hands on what nobody answered in time, and tells how many.
pub async fn escalate(tx: &Tx, owner: Owner) -> Result<u64, DbErr> {
    let done = question::Entity::update_many()
        .col_expr(question::Column::EscalatedAt, Expr::value(tx.now()))
        .filter(question::COLUMN.owner_id.eq(owner.id()))
        .filter(question::COLUMN.answer.is_null())
        .filter(question::COLUMN.outcome.is_null())
        .filter(question::COLUMN.escalated_at.is_null())
        .filter(question::COLUMN.asked_at.lte(tx.now() - ANSWER_WITHIN))
        .exec(tx)
        .await?;
    Ok(done.rows_affected)
}

/// Keeps what the organisation found; false when it had found something before.
pub async fn settle(
    tx: &Tx,
    owner: Owner,
    id: LookId,
    (outcome, reason): (Outcome, &str),
    by: PersonId,
) -> Result<bool, DbErr> {
    let done = question::Entity::update_many()
        .col_expr(question::Column::Outcome, Expr::value(outcome.word()))
        .col_expr(question::Column::Reason, Expr::value(reason))
        .col_expr(question::Column::SettledById, Expr::value(by.0))
        .col_expr(question::Column::SettledAt, Expr::value(tx.now()))
        .filter(question::COLUMN.owner_id.eq(owner.id()))
        .filter(question::COLUMN.id.eq(id))
        .filter(question::COLUMN.by_id.ne(by))
        .filter(queried_or_late())
        .filter(question::COLUMN.outcome.is_null())
        .exec(tx)
        .await?;
    Ok(done.rows_affected == 1)
}

/// What the room keeps about whoever asks, told by [`kit::own_data`]: what one was asked, and what about one's own looks.
pub async fn own_data(tx: &Tx, oneself: Oneself) -> Result<Vec<Section>, DbErr> {
    Ok(vec![section::<question::Entity>(tx, oneself, question::Column::PersonId, &[]).await?])
}

fn read(row: question::Model) -> Question {
    Question {
        owner: row.owner_id,
        look: Look { id: row.id, person: row.person_id, by: row.by_id, what: row.what, at: row.looked_at },
        asked_at: row.asked_at,
        answer: row.answer.and_then(|word| Answered::from_word(&word)),
        words: row.words,
        is_escalated: row.escalated_at.is_some(),
        outcome: row.outcome.and_then(|word| Outcome::from_word(&word)),
        reason: row.reason,
    }
}
