//! Persons' keys, wrapped.

use base::{OrganisationId, PersonId, PersonKeyId};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};

use crate::db::Tx;
use crate::tables::{person_key, setting};

fn of(person: PersonId, organisation: Option<OrganisationId>) -> sea_orm::Condition {
    let whose = match organisation {
        Some(organisation) => person_key::Column::OrganisationId.eq(organisation),
        None => person_key::Column::OrganisationId.is_null(),
    };
    sea_orm::Condition::all().add(person_key::Column::PersonId.eq(person)).add(whose)
}

pub(super) async fn find(
    tx: &Tx,
    person: PersonId,
    organisation: Option<OrganisationId>,
) -> Result<Option<person_key::Model>, DbErr> {
    person_key::Entity::find().filter(of(person, organisation)).order_by_asc(person_key::Column::Id).one(tx).await
}

pub(super) async fn add(
    tx: &Tx,
    person: PersonId,
    organisation: Option<OrganisationId>,
    value: String,
) -> Result<(), DbErr> {
    let row = person_key::ActiveModel {
        id: Set(tx.new_id::<PersonKeyId>()),
        person_id: Set(person),
        organisation_id: Set(organisation),
        value: Set(value),
        made_at: Set(tx.now()),
    };
    person_key::Entity::insert(row).exec_without_returning(tx).await.map(drop)
}

pub(super) async fn remove(tx: &Tx, person: PersonId, organisation: Option<OrganisationId>) -> Result<u64, DbErr> {
    Ok(person_key::Entity::delete_many().filter(of(person, organisation)).exec(tx).await?.rows_affected)
}

pub(super) async fn remove_all(tx: &Tx) -> Result<u64, DbErr> {
    Ok(person_key::Entity::delete_many().exec(tx).await?.rows_affected)
}

/// Keys that are wrapped by another than this one.
pub(super) async fn wrapped_otherwise(tx: &Tx, name: &str, limit: u64) -> Result<Vec<person_key::Model>, DbErr> {
    person_key::Entity::find()
        .filter(person_key::Column::Value.not_like(format!("{name}.%")))
        .order_by_asc(person_key::Column::Id)
        .limit(limit)
        .all(tx)
        .await
}

pub(super) async fn rewrap(tx: &Tx, id: PersonKeyId, value: String) -> Result<(), DbErr> {
    person_key::Entity::update_many()
        .col_expr(person_key::Column::Value, Expr::value(value))
        .filter(person_key::Column::Id.eq(id))
        .exec(tx)
        .await
        .map(drop)
}

pub(super) async fn own_key(tx: &Tx, name: &str) -> Result<Option<String>, DbErr> {
    Ok(setting::Entity::find_by_id(name).one(tx).await?.map(|row| row.value))
}

pub(super) async fn set_own_key(tx: &Tx, name: &str, value: &str) -> Result<(), DbErr> {
    let row = setting::ActiveModel { id: Set(name.into()), value: Set(value.into()) };
    let same = OnConflict::column(setting::Column::Id).update_column(setting::Column::Value).to_owned();
    setting::Entity::insert(row).on_conflict(same).exec_without_returning(tx).await.map(drop)
}
