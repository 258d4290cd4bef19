//! Data that is seen by nobody but administration.

use base::{Moment, PersonId, RestrictionId};
use kit::actor::{Oneself, Owner};
use kit::db::Tx;
use kit::own_data::{Section, section};
use sea_orm::sea_query::{Expr, SelectStatement};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Set};

use super::super::model::{PersonName, PutAway, Restriction};
use super::super::tables::{person, restriction};
use super::register;

/// An organisation puts the data of so many people away at most.
const LASTING_MAX: u64 = 10_000;

fn lasting(owner: Owner) -> sea_orm::Select<restriction::Entity> {
    restriction::Entity::find()
        .filter(restriction::COLUMN.owner_id.eq(owner.id()))
        .filter(restriction::COLUMN.lifted_at.is_null())
}

/// The people whose data is put away, to leave them out.
pub fn people(owner: Owner) -> SelectStatement {
    lasting(owner).select_only().column(restriction::Column::PersonId).into_query()
}

/// The restriction of a person that lasts.
pub async fn find(tx: &Tx, owner: Owner, id: PersonId) -> Result<Option<Restriction>, DbErr> {
    let row = lasting(owner).filter(restriction::COLUMN.person_id.eq(id)).order_by_desc(restriction::COLUMN.id);
    Ok(row.one(tx).await?.map(read))
}

/// Whether one's own data is put away at any organisation.
pub async fn is_own(tx: &Tx, oneself: Oneself) -> Result<bool, DbErr> {
    let lasting = restriction::Entity::find()
        .filter(restriction::COLUMN.person_id.eq(oneself.id()))
        .filter(restriction::COLUMN.lifted_at.is_null());
    Ok(lasting.count(tx).await? > 0)
}

fn read(row: restriction::Model) -> Restriction {
    Restriction {
        id: row.id,
        person: row.person_id,
        sealed: row.sealed,
        by: row.by_id,
        at: row.at,
        lifts_at: row.lifts_at,
    }
}

/// Those that last, the oldest first: one page, and how many there are.
pub async fn page(tx: &Tx, owner: Owner, (first, rows): (u64, u64)) -> Result<(Vec<Restriction>, u64), DbErr> {
    let found = lasting(owner).order_by_asc(restriction::COLUMN.id).offset(first).limit(rows).all(tx).await?;
    Ok((found.into_iter().map(read).collect(), lasting(owner).count(tx).await?))
}

/// All that last.
pub async fn all(tx: &Tx, owner: Owner) -> Result<Vec<Restriction>, DbErr> {
    Ok(lasting(owner)
        .order_by_asc(restriction::COLUMN.id)
        .limit(LASTING_MAX)
        .all(tx)
        .await?
        .into_iter()
        .map(read)
        .collect())
}

/// Puts a person's name and addresses away.
pub async fn add(
    tx: &Tx,
    owner: Owner,
    id: RestrictionId,
    whose: PersonId,
    sealed: String,
    hidden: &PersonName,
) -> Result<(), DbErr> {
    let row = restriction::ActiveModel {
        owner_id: Set(owner.id()),
        id: Set(id),
        person_id: Set(whose),
        sealed: Set(sealed),
        by_id: Set(tx.actor().person_id()),
        at: Set(tx.now()),
        lifted_by_id: Set(None),
        lifted_at: Set(None),
        lifts_at: Set(None),
    };
    restriction::Entity::insert(row).exec_without_returning(tx).await?;
    write(tx, owner, whose, hidden, (None, None)).await
}

async fn write(
    tx: &Tx,
    owner: Owner,
    id: PersonId,
    name: &PersonName,
    (email, phone): (Option<&str>, Option<&str>),
) -> Result<(), DbErr> {
    person::Entity::update_many()
        .col_expr(person::Column::GivenName, Expr::value(name.given_part()))
        .col_expr(person::Column::FamilyName, Expr::value(name.family_part()))
        .col_expr(person::Column::Email, Expr::value(email.map(ToOwned::to_owned)))
        .col_expr(person::Column::Phone, Expr::value(phone.map(ToOwned::to_owned)))
        .col_expr(person::Column::IsProtected, Expr::value(false)) // a protection lies with what is put away
        .filter(person::COLUMN.id.eq(id))
        .filter(person::COLUMN.home_id.eq(owner.id()))
        .exec(tx)
        .await?;
    register::rename(tx, owner, id, name, email.unwrap_or_default()).await
}

/// Notes when a restriction ends; none: it does not. False when it has ended, or says so already.
pub async fn announce(tx: &Tx, owner: Owner, id: RestrictionId, lifts_at: Option<Moment>) -> Result<bool, DbErr> {
    let said = match lifts_at {
        Some(_) => restriction::Column::LiftsAt.is_null(),
        None => restriction::Column::LiftsAt.is_not_null(),
    };
    let noted = restriction::Entity::update_many()
        .col_expr(restriction::Column::LiftsAt, Expr::value(lifts_at))
        .filter(restriction::COLUMN.owner_id.eq(owner.id()))
        .filter(restriction::COLUMN.id.eq(id))
        .filter(restriction::COLUMN.lifted_at.is_null())
        .filter(said)
        .exec(tx)
        .await?;
    Ok(noted.rows_affected == 1)
}

/// Brings a person's name and addresses back; false when somebody was first.
pub async fn lift(
    tx: &Tx,
    owner: Owner,
    restriction: &Restriction,
    name: &PersonName,
    away: &PutAway,
) -> Result<bool, DbErr> {
    let lifted = restriction::Entity::update_many()
        .col_expr(restriction::Column::LiftedById, Expr::value(tx.actor().person_id()))
        .col_expr(restriction::Column::LiftedAt, Expr::value(Some(tx.now())))
        .filter(restriction::COLUMN.owner_id.eq(owner.id()))
        .filter(restriction::COLUMN.id.eq(restriction.id))
        .filter(restriction::COLUMN.lifted_at.is_null())
        .exec(tx)
        .await?;
    if lifted.rows_affected == 0 {
        return Ok(false);
    }
    write(tx, owner, restriction.person, name, (away.email.as_deref(), away.phone.as_deref())).await?;
    Ok(true)
}

/// What the room keeps about whoever asks, told by [`kit::own_data`].
pub async fn own_data(tx: &Tx, oneself: Oneself) -> Result<Section, DbErr> {
    section::<restriction::Entity>(tx, oneself, restriction::Column::PersonId, &[restriction::Column::Sealed]).await
}
