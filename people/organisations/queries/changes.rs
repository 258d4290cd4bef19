//! Units as they change: plans, history, and the unit itself.

use base::{Date, Moment, UnitChangeId, UnitId};
use kit::actor::Owner;
use kit::db::Tx;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Set};

use super::super::model::{Act, ChangeState, Shape, UnitChange};
use super::super::tables::{change, unit};

/// No history of one unit is longer.
const HISTORY_MAX: u64 = 200;

/// Rows in one insert: thirteen columns each.
const ROWS_AT_ONCE: usize = 1_000;

/// Notes a change.
pub async fn add(tx: &Tx, owner: Owner, new: &UnitChange) -> Result<(), DbErr> {
    add_many(tx, owner, std::slice::from_ref(new)).await
}

/// Notes changes, in few statements.
pub async fn add_many(tx: &Tx, owner: Owner, new: &[UnitChange]) -> Result<(), DbErr> {
    for some in new.chunks(ROWS_AT_ONCE) {
        let rows: Vec<_> = some.iter().map(|new| row_of(owner, new)).collect::<Result<_, _>>()?;
        change::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

fn row_of(owner: Owner, new: &UnitChange) -> Result<change::ActiveModel, DbErr> {
    Ok(change::ActiveModel {
        owner_id: Set(owner.id()),
        id: Set(new.id),
        unit_id: Set(new.unit),
        kind: Set(new.act.word().into()),
        from_on: Set(new.from_on),
        state: Set(new.state.word().into()),
        before: Set(json(&new.before)?),
        after: Set(json(&new.after)?),
        note: Set(new.note.clone()),
        by_id: Set(new.by),
        at: Set(new.at),
        done_at: Set((new.state == ChangeState::Done).then_some(new.at)),
        problem: Set(new.problem.clone()),
    })
}

fn json<T: serde::Serialize>(value: &T) -> Result<serde_json::Value, DbErr> {
    serde_json::to_value(value).map_err(|error| DbErr::Json(error.to_string()))
}

/// Every change that is planned, in the order of its days.
pub async fn planned(tx: &Tx, owner: Owner) -> Result<Vec<UnitChange>, DbErr> {
    let rows = change::Entity::find()
        .filter(change::COLUMN.owner_id.eq(owner.id()))
        .filter(change::COLUMN.state.eq(ChangeState::Planned.word()))
        .order_by_asc(change::COLUMN.from_on)
        .order_by_asc(change::COLUMN.id)
        .limit(UnitChange::PLANNED_MAX)
        .all(tx)
        .await?;
    rows.into_iter().map(read).collect()
}

/// How many changes are planned.
pub async fn count_planned(tx: &Tx, owner: Owner) -> Result<u64, DbErr> {
    let planned = change::Entity::find()
        .filter(change::COLUMN.owner_id.eq(owner.id()))
        .filter(change::COLUMN.state.eq(ChangeState::Planned.word()));
    planned.count(tx).await
}

/// What was done since a day, in the order of its days.
pub async fn done_after(tx: &Tx, owner: Owner, day: Date) -> Result<Vec<UnitChange>, DbErr> {
    let rows = change::Entity::find()
        .filter(change::COLUMN.owner_id.eq(owner.id()))
        .filter(change::COLUMN.state.eq(ChangeState::Done.word()))
        .filter(Expr::col(change::Column::FromOn).gt(day))
        .order_by_asc(change::COLUMN.from_on)
        .order_by_asc(change::COLUMN.id)
        .limit(10 * UnitChange::PLANNED_MAX)
        .all(tx)
        .await?;
    rows.into_iter().map(read).collect()
}

/// What was and will be done to one unit, the latest first.
pub async fn of_unit(tx: &Tx, owner: Owner, id: UnitId) -> Result<Vec<UnitChange>, DbErr> {
    let rows = change::Entity::find()
        .filter(change::COLUMN.owner_id.eq(owner.id()))
        .filter(change::COLUMN.unit_id.eq(id))
        .order_by_desc(change::COLUMN.from_on)
        .order_by_desc(change::COLUMN.id)
        .limit(HISTORY_MAX)
        .all(tx)
        .await?;
    rows.into_iter().map(read).collect()
}

/// What was and will be done in the whole organisation, the latest first: one page, and how many there are.
pub async fn page(tx: &Tx, owner: Owner, first: u64, rows: u64) -> Result<(Vec<UnitChange>, u64), DbErr> {
    let all = || change::Entity::find().filter(change::COLUMN.owner_id.eq(owner.id()));
    let found = all()
        .order_by_desc(change::COLUMN.from_on)
        .order_by_desc(change::COLUMN.id)
        .offset(first)
        .limit(rows)
        .all(tx)
        .await?;
    Ok((found.into_iter().map(read).collect::<Result<_, _>>()?, all().count(tx).await?))
}

/// Changes of the whole organisation, or of one unit, in the order of their ids after the one given.
pub async fn after(
    tx: &Tx,
    owner: Owner,
    unit: Option<UnitId>,
    (after, limit): (Option<UnitChangeId>, u64),
) -> Result<Vec<UnitChange>, DbErr> {
    let mut all = change::Entity::find().filter(change::COLUMN.owner_id.eq(owner.id()));
    if let Some(unit) = unit {
        all = all.filter(change::COLUMN.unit_id.eq(unit));
    }
    if let Some(after) = after {
        all = all.filter(change::COLUMN.id.gt(after));
    }
    all.order_by_asc(change::COLUMN.id).limit(limit).all(tx).await?.into_iter().map(read).collect()
}

/// One change.
pub async fn find(tx: &Tx, owner: Owner, id: UnitChangeId) -> Result<Option<UnitChange>, DbErr> {
    change::Entity::find_by_id((owner.id(), id)).one(tx).await?.map(read).transpose()
}

/// Moves a plan on; false when somebody was first.
pub async fn step(
    tx: &Tx,
    owner: Owner,
    id: UnitChangeId,
    to: ChangeState,
    problem: Option<&str>,
) -> Result<bool, DbErr> {
    let done_at: Option<Moment> = (to == ChangeState::Done).then(|| tx.now());
    let moved = change::Entity::update_many()
        .col_expr(change::Column::State, Expr::value(to.word()))
        .col_expr(change::Column::DoneAt, Expr::value(done_at))
        .col_expr(change::Column::Problem, Expr::value(problem.map(ToOwned::to_owned)))
        .filter(change::COLUMN.owner_id.eq(owner.id()))
        .filter(change::COLUMN.id.eq(id))
        .filter(change::COLUMN.state.eq(ChangeState::Planned.word()))
        .exec(tx)
        .await?;
    Ok(moved.rows_affected == 1)
}

/// Notes what a unit was like when the change came to hold.
pub async fn keep_before(tx: &Tx, owner: Owner, id: UnitChangeId, before: &Shape) -> Result<(), DbErr> {
    change::Entity::update_many()
        .col_expr(change::Column::Before, Expr::value(json(before)?))
        .filter(change::COLUMN.owner_id.eq(owner.id()))
        .filter(change::COLUMN.id.eq(id))
        .exec(tx)
        .await
        .map(drop)
}

/// Makes a unit what the shape says.
pub async fn reshape(tx: &Tx, owner: Owner, id: UnitId, shape: &Shape) -> Result<(), DbErr> {
    unit::Entity::update_many()
        .col_expr(unit::Column::ParentId, Expr::value(shape.parent))
        .col_expr(unit::Column::Name, Expr::value(shape.name.as_str()))
        .col_expr(unit::Column::OutsideKey, Expr::value(shape.outside_key.clone()))
        .col_expr(unit::Column::Address, Expr::value(shape.address.clone()))
        .col_expr(unit::Column::UntilOn, Expr::value(shape.until_on))
        .col_expr(unit::Column::MergedIntoId, Expr::value(shape.merged_into))
        .filter(unit::COLUMN.owner_id.eq(owner.id()))
        .filter(unit::COLUMN.id.eq(id))
        .exec(tx)
        .await
        .map(drop)
}

fn read(row: change::Model) -> Result<UnitChange, DbErr> {
    let broken = |column: &str| DbErr::Custom(format!("unit change {} has an unreadable {column}", row.id));
    Ok(UnitChange {
        act: Act::from_word(&row.kind).ok_or_else(|| broken("kind"))?,
        state: ChangeState::from_word(&row.state).ok_or_else(|| broken("state"))?,
        before: serde_json::from_value(row.before.clone()).map_err(|_| broken("before"))?,
        after: serde_json::from_value(row.after.clone()).map_err(|_| broken("after"))?,
        id: row.id,
        unit: row.unit_id,
        from_on: row.from_on,
        note: row.note,
        by: row.by_id,
        at: row.at,
        problem: row.problem,
    })
}
