//! All database access of the room.

use base::{OrganisationId, SavedViewId};
use kit::actor::{Oneself, Owner};
use kit::db::Tx;
use kit::own_data::{Section, section};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde_json::Value;

use super::model::{NewView, VIEWS_MAX, View};
use super::tables::{look, view};

/// Columns and density that the person chose for a list, if they did.
pub async fn look(tx: &Tx, oneself: Oneself, list: &str) -> Result<Option<(Vec<String>, bool)>, DbErr> {
    let found = look::Entity::find_by_id((oneself.id(), list.to_owned())).one(tx).await?;
    Ok(found.map(|row| (names(&row.columns), row.dense)))
}

/// Keeps columns and density of a list.
pub async fn keep_look(tx: &Tx, oneself: Oneself, list: &str, columns: &[String], dense: bool) -> Result<(), DbErr> {
    let row = look::ActiveModel {
        person_id: Set(oneself.id()),
        list: Set(list.into()),
        columns: Set(Value::from(columns)),
        dense: Set(dense),
    };
    let again = OnConflict::columns([look::Column::PersonId, look::Column::List])
        .update_columns([look::Column::Columns, look::Column::Dense])
        .to_owned();
    look::Entity::insert(row).on_conflict(again).exec_without_returning(tx).await?;
    Ok(())
}

/// Views of a list, or of one organisation's: one's own, and those shared in one's organisations, by name.
pub async fn views(
    tx: &Tx,
    oneself: Oneself,
    works_at: &[Owner],
    (list, at): (&str, Option<OrganisationId>),
) -> Result<Vec<View>, DbErr> {
    let shared = Condition::all()
        .add(view::COLUMN.owner_id.is_in(works_at.iter().map(|owner| owner.id())))
        .add(view::COLUMN.shared.eq(true));
    let of_one = at.map(|at| view::COLUMN.owner_id.eq(at));
    let rows = view::Entity::find()
        .filter(view::COLUMN.list.eq(list))
        .filter(Condition::all().add_option(of_one))
        .filter(Condition::any().add(view::COLUMN.person_id.eq(oneself.id())).add(shared))
        .order_by_asc(view::COLUMN.name)
        .order_by_asc(view::COLUMN.id)
        .limit(2 * VIEWS_MAX)
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(|row| read(row, oneself)).collect())
}

/// One of one's own views.
pub async fn own(tx: &Tx, oneself: Oneself, id: SavedViewId) -> Result<Option<View>, DbErr> {
    let found = view::Entity::find()
        .filter(view::COLUMN.id.eq(id))
        .filter(view::COLUMN.person_id.eq(oneself.id()))
        .one(tx)
        .await?;
    Ok(found.map(|row| read(row, oneself)))
}

/// How many views of a list the organisation keeps.
pub async fn count(tx: &Tx, owner: Owner, list: &str) -> Result<u64, DbErr> {
    let all = view::Entity::find().filter(view::COLUMN.owner_id.eq(owner.id())).filter(view::COLUMN.list.eq(list));
    all.count(tx).await
}

/// Adds a view.
pub async fn add(
    tx: &Tx,
    owner: Owner,
    oneself: Oneself,
    id: SavedViewId,
    new: &NewView,
    columns: &[String],
) -> Result<(), DbErr> {
    let row = view::ActiveModel {
        owner_id: Set(owner.id()),
        id: Set(id),
        person_id: Set(oneself.id()),
        list: Set(new.list.clone()),
        name: Set(new.name.clone()),
        query: Set(new.query.clone()),
        columns: Set(Value::from(columns)),
        shared: Set(new.shared),
        created_at: Set(tx.now()),
    };
    view::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Removes a view of one's own.
pub async fn remove(tx: &Tx, oneself: Oneself, view: &View) -> Result<(), DbErr> {
    view::Entity::delete_many()
        .filter(view::COLUMN.owner_id.eq(view.owner))
        .filter(view::COLUMN.id.eq(view.id))
        .filter(view::COLUMN.person_id.eq(oneself.id()))
        .exec(tx)
        .await?;
    Ok(())
}

fn names(value: &Value) -> Vec<String> {
    let all = value.as_array().map(Vec::as_slice).unwrap_or_default();
    all.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect()
}

fn read(row: view::Model, oneself: Oneself) -> View {
    View {
        id: row.id,
        owner: row.owner_id,
        mine: row.person_id == oneself.id(),
        person: row.person_id,
        name: row.name,
        query: row.query,
        columns: names(&row.columns),
        shared: row.shared,
    }
}

/// What the room keeps about whoever asks, told by [`kit::own_data`].
pub async fn own_data(tx: &Tx, oneself: Oneself) -> Result<Vec<Section>, DbErr> {
    Ok(vec![
        section::<look::Entity>(tx, oneself, look::Column::PersonId, &[]).await?,
        section::<view::Entity>(tx, oneself, view::Column::PersonId, &[]).await?,
    ])
}
