//! Who is bound to which unit, for the room that keeps the units.

use std::collections::HashMap;

use base::{Date, PersonId, UnitId};
use kit::actor::{Owner, Role};
use kit::db::Tx;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::super::tables::{affiliation, role};

/// Holders looked at when units are moved.
const HOLDERS_MAX: u64 = 5_000;

/// How many are bound to some units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Bonds {
    /// People with an affiliation there
    pub people: u64,
    /// Roles held there
    pub roles: u64,
}

fn not_over(until_on: impl ColumnTrait, day: Date) -> Condition {
    Condition::any().add(until_on.is_null()).add(until_on.gte(day))
}

/// How many are bound to these units on this day or later.
pub async fn count_at(tx: &Tx, owner: Owner, units: &[UnitId], day: Date) -> Result<Bonds, DbErr> {
    let people: Option<i64> = affiliation::Entity::find()
        .select_only()
        .expr(Expr::col(affiliation::Column::PersonId).count_distinct())
        .filter(affiliation::COLUMN.owner_id.eq(owner.id()))
        .filter(affiliation::COLUMN.unit_id.is_in(units.iter().copied()))
        .filter(not_over(affiliation::Column::UntilOn, day))
        .into_tuple()
        .one(tx)
        .await?;
    let roles: Option<i64> = role::Entity::find()
        .select_only()
        .expr(Expr::col(role::Column::Id).count())
        .filter(role::COLUMN.owner_id.eq(owner.id()))
        .filter(role::COLUMN.unit_id.is_in(units.iter().copied()))
        .filter(not_over(role::Column::UntilOn, day))
        .into_tuple()
        .one(tx)
        .await?;
    let count = |found: Option<i64>| found.and_then(|found| u64::try_from(found).ok()).unwrap_or_default();
    Ok(Bonds { people: count(people), roles: count(roles) })
}

/// How many people are bound to each unit on this day.
pub async fn count_by_unit(tx: &Tx, owner: Owner, day: Date) -> Result<HashMap<UnitId, u64>, DbErr> {
    let begun = Condition::any().add(affiliation::Column::FromOn.is_null()).add(affiliation::Column::FromOn.lte(day));
    let rows: Vec<(Option<UnitId>, i64)> = affiliation::Entity::find()
        .select_only()
        .column(affiliation::Column::UnitId)
        .expr(Expr::col(affiliation::Column::PersonId).count_distinct())
        .filter(affiliation::COLUMN.owner_id.eq(owner.id()))
        .filter(affiliation::COLUMN.unit_id.is_not_null())
        .filter(not_over(affiliation::Column::UntilOn, day))
        .filter(begun)
        .group_by(affiliation::Column::UnitId)
        .into_tuple()
        .all(tx)
        .await?;
    Ok(rows.into_iter().filter_map(|(unit, people)| Some((unit?, u64::try_from(people).ok()?))).collect())
}

/// Who holds which role on exactly these units on this day or later.
pub async fn holders_on(tx: &Tx, owner: Owner, units: &[UnitId], day: Date) -> Result<Vec<(PersonId, Role)>, DbErr> {
    if units.is_empty() {
        return Ok(vec![]);
    }
    let rows: Vec<(PersonId, String)> = role::Entity::find()
        .select_only()
        .columns([role::Column::PersonId, role::Column::Role])
        .filter(role::COLUMN.owner_id.eq(owner.id()))
        .filter(role::COLUMN.unit_id.is_in(units.iter().copied()))
        .filter(not_over(role::Column::UntilOn, day))
        .order_by_asc(role::Column::Id)
        .limit(HOLDERS_MAX)
        .into_tuple()
        .all(tx)
        .await?;
    Ok(rows.into_iter().filter_map(|(person, word)| Some((person, Role::from_word(&word)?))).collect())
}

/// On which of these units a role other than `but` is held on this day or later.
pub async fn roots_of_others(
    tx: &Tx,
    owner: Owner,
    units: &[UnitId],
    but: &[Role],
    day: Date,
) -> Result<Vec<UnitId>, DbErr> {
    let rows: Vec<Option<UnitId>> = role::Entity::find()
        .select_only()
        .column(role::Column::UnitId)
        .distinct()
        .filter(role::COLUMN.owner_id.eq(owner.id()))
        .filter(role::COLUMN.unit_id.is_in(units.iter().copied()))
        .filter(role::Column::Role.is_not_in(but.iter().map(|role| role.word())))
        .filter(not_over(role::Column::UntilOn, day))
        .into_tuple()
        .all(tx)
        .await?;
    Ok(rows.into_iter().flatten().collect())
}

/// Whoever belongs to a unit that ends belongs to another from then on; none is the organisation itself.
pub async fn follow_unit(tx: &Tx, owner: Owner, from: UnitId, to: Option<UnitId>) -> Result<(), DbErr> {
    affiliation::Entity::update_many()
        .col_expr(affiliation::Column::UnitId, Expr::value(to))
        .filter(affiliation::COLUMN.owner_id.eq(owner.id()))
        .filter(affiliation::COLUMN.unit_id.eq(from))
        .exec(tx)
        .await
        .map(drop)
}

/// Every role on a unit ends with the unit.
pub async fn end_roles_on(tx: &Tx, owner: Owner, unit: UnitId, last_on: Date) -> Result<(), DbErr> {
    let later = Condition::any().add(role::Column::UntilOn.is_null()).add(role::Column::UntilOn.gt(last_on));
    role::Entity::update_many()
        .col_expr(role::Column::UntilOn, Expr::value(last_on))
        .filter(role::COLUMN.owner_id.eq(owner.id()))
        .filter(role::COLUMN.unit_id.eq(unit))
        .filter(later)
        .exec(tx)
        .await
        .map(drop)
}
