//! All database access of the room.

pub mod changes;

use std::collections::HashMap;

use base::{Date, Id, Lang, OrganisationId, UnitId};
use kit::actor::Owner;
use kit::db::Tx;
use kit::fault::{Fault, NotFound};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Set,
    Statement,
};

use super::model::{Contact, Kind, Organisation, Practice, Shape, Unit};
use super::tables::{organisation, unit};

/// No list of organisations is longer.
const ORGANISATIONS_MAX: u64 = 10_000;
/// Rows in one insert: nine columns each.
const ROWS_AT_ONCE: usize = 1_000;

/// One organisation. Organisations are no secret: students and hosts see each other's names.
pub async fn find(tx: &Tx, id: OrganisationId) -> Result<Organisation, Fault> {
    let found = organisation::Entity::find_by_id(id).one(tx).await?;
    Ok(read(found.ok_or_else(|| NotFound::of("organisation", id))?)?)
}

/// Those of `ids` that exist, by name.
pub async fn find_many(tx: &Tx, ids: &[OrganisationId]) -> Result<Vec<Organisation>, Fault> {
    if ids.is_empty() {
        return Ok(vec![]);
    }
    let found = organisation::Entity::find().filter(organisation::COLUMN.id.is_in(ids.iter().copied()));
    let rows = found.order_by_asc(organisation::COLUMN.name).limit(ORGANISATIONS_MAX).all(tx).await?;
    Ok(rows.into_iter().map(read).collect::<Result<_, _>>()?)
}

/// The organisation with this number of the national register.
pub async fn of_number(tx: &Tx, number: &str) -> Result<Option<OrganisationId>, DbErr> {
    let found = organisation::Entity::find().filter(organisation::COLUMN.number.eq(number)).one(tx).await?;
    Ok(found.map(|row| row.id))
}

/// Every organisation, by name.
pub async fn all(tx: &Tx) -> Result<Vec<Organisation>, Fault> {
    let found = organisation::Entity::find().order_by_asc(organisation::COLUMN.name).limit(ORGANISATIONS_MAX);
    Ok(found.all(tx).await?.into_iter().map(read).collect::<Result<_, _>>()?)
}

/// The id of every organisation there is, those that have left and copies to practise in too: for whoever must miss none.
pub async fn every_id(tx: &Tx) -> Result<Vec<OrganisationId>, DbErr> {
    let mut all: Vec<OrganisationId> = vec![];
    loop {
        let mut found = organisation::Entity::find().select_only().column(organisation::Column::Id);
        if let Some(last) = all.last() {
            found = found.filter(organisation::Column::Id.gt(*last));
        }
        let found = found.order_by_asc(organisation::Column::Id).limit(ORGANISATIONS_MAX);
        let some: Vec<OrganisationId> = found.into_tuple().all(tx).await?;
        if some.is_empty() {
            return Ok(all);
        }
        all.extend(some);
    }
}

/// Those that may have dealings with this organisation, by name: the real ones with the real ones, and a copy to practise
/// in with itself alone.
pub async fn partners(tx: &Tx, id: OrganisationId) -> Result<Vec<Organisation>, Fault> {
    let mine = find(tx, id).await?;
    if mine.practice.is_some() {
        return Ok(vec![mine]);
    }
    let found = organisation::Entity::find().filter(organisation::COLUMN.practice_of_id.is_null());
    let rows = found.order_by_asc(organisation::COLUMN.name).limit(ORGANISATIONS_MAX).all(tx).await?;
    Ok(rows.into_iter().map(read).collect::<Result<_, _>>()?)
}

/// How many organisations take part; copies to practise in do not count.
pub async fn count(tx: &Tx) -> Result<u64, Fault> {
    Ok(organisation::Entity::find().filter(organisation::COLUMN.practice_of_id.is_null()).count(tx).await?)
}

/// The copies to practise in that are there, those of one organisation or of all.
pub async fn practices(tx: &Tx, of: Option<OrganisationId>) -> Result<Vec<Organisation>, Fault> {
    let mut found = organisation::Entity::find()
        .filter(organisation::COLUMN.practice_of_id.is_not_null())
        .filter(organisation::COLUMN.practice_removed_at.is_null());
    if let Some(of) = of {
        found = found.filter(organisation::COLUMN.practice_of_id.eq(of));
    }
    let rows = found.order_by_asc(organisation::COLUMN.id).limit(ORGANISATIONS_MAX).all(tx).await?;
    Ok(rows.into_iter().map(read).collect::<Result<_, _>>()?)
}

/// Keeps that a copy was thrown away.
pub async fn close_practice(tx: &Tx, owner: Owner) -> Result<(), DbErr> {
    organisation::Entity::update_many()
        .col_expr(organisation::Column::PracticeRemovedAt, Expr::value(tx.now()))
        .filter(organisation::COLUMN.id.eq(owner.id()))
        .filter(organisation::COLUMN.practice_of_id.is_not_null())
        .exec(tx)
        .await
        .map(drop)
}

/// Whether another organisation has this number.
pub async fn number_taken(tx: &Tx, number: &str) -> Result<bool, DbErr> {
    Ok(organisation::Entity::find().filter(organisation::COLUMN.number.eq(number)).count(tx).await? > 0)
}

/// Adds an organisation.
pub async fn add(tx: &Tx, new: &Organisation) -> Result<(), DbErr> {
    let row = organisation::ActiveModel {
        id: Set(new.id),
        name: Set(new.name.clone()),
        short_name: Set(new.short_name.clone()),
        kind: Set(new.kind.word().into()),
        number: Set(new.number.clone()),
        lang: Set(new.lang.tag().into()),
        time_zone: Set(new.zone.name().into()),
        contact_name: Set(new.contact.name.clone()),
        contact_email: Set(new.contact.email.clone()),
        contact_phone: Set(new.contact.phone.clone()),
        created_at: Set(new.created_at),
        practice_of_id: Set(new.practice.map(|practice| practice.of)),
        practice_until_on: Set(new.practice.map(|practice| practice.until_on)),
        practice_removed_at: Set(None),
        edition: Set(new.edition),
    };
    organisation::Entity::insert(row).exec_without_returning(tx).await.map(drop)
}

/// Saves the facts of an organisation, made from the edition that it had. False: it has another by now.
pub async fn save_facts(tx: &Tx, owner: Owner, new: &Organisation) -> Result<bool, DbErr> {
    let saved = organisation::Entity::update_many()
        .col_expr(organisation::Column::Name, Expr::value(new.name.as_str()))
        .col_expr(organisation::Column::ShortName, Expr::value(new.short_name.as_str()))
        .col_expr(organisation::Column::Number, Expr::value(new.number.clone()))
        .col_expr(organisation::Column::Lang, Expr::value(new.lang.tag()))
        .col_expr(organisation::Column::TimeZone, Expr::value(new.zone.name()))
        .col_expr(organisation::Column::ContactName, Expr::value(new.contact.name.as_str()))
        .col_expr(organisation::Column::ContactEmail, Expr::value(new.contact.email.as_str()))
        .col_expr(organisation::Column::ContactPhone, Expr::value(new.contact.phone.as_str()))
        .col_expr(organisation::Column::Edition, Expr::value(new.edition + 1))
        .filter(organisation::COLUMN.id.eq(owner.id()))
        .filter(organisation::COLUMN.edition.eq(new.edition))
        .exec(tx)
        .await?;
    Ok(saved.rows_affected == 1)
}

/// The units of an organisation, parents and children in any order, by name.
pub async fn units(tx: &Tx, owner: Owner) -> Result<Vec<Unit>, DbErr> {
    let rows = unit::Entity::find()
        .filter(unit::COLUMN.owner_id.eq(owner.id()))
        .order_by_asc(unit::COLUMN.name)
        .order_by_asc(unit::COLUMN.id)
        .limit(Unit::UNITS_MAX)
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(read_unit).collect())
}

/// One unit.
pub async fn find_unit(tx: &Tx, owner: Owner, id: UnitId) -> Result<Option<Unit>, DbErr> {
    Ok(unit::Entity::find_by_id((owner.id(), id)).one(tx).await?.map(read_unit))
}

/// The names of those of `ids` that the organisation has.
pub async fn unit_names(tx: &Tx, owner: Owner, ids: &[UnitId]) -> Result<HashMap<UnitId, String>, DbErr> {
    let rows: Vec<(UnitId, String)> = unit::Entity::find()
        .filter(unit::COLUMN.owner_id.eq(owner.id()))
        .filter(unit::COLUMN.id.is_in(ids.iter().copied()))
        .select_only()
        .column(unit::Column::Id)
        .column(unit::Column::Name)
        .into_tuple()
        .all(tx)
        .await?;
    Ok(rows.into_iter().collect())
}

/// How many units the organisation has.
pub async fn count_units(tx: &Tx, owner: Owner) -> Result<u64, DbErr> {
    unit::Entity::find().filter(unit::COLUMN.owner_id.eq(owner.id())).count(tx).await
}

/// Whether a unit has this outside key.
pub async fn key_taken(tx: &Tx, owner: Owner, key: &str) -> Result<bool, DbErr> {
    let found = unit::Entity::find()
        .filter(unit::COLUMN.owner_id.eq(owner.id()))
        .filter(unit::COLUMN.outside_key.eq(key))
        .count(tx)
        .await?;
    Ok(found > 0)
}

/// Adds a unit.
pub async fn add_unit(tx: &Tx, owner: Owner, new: &Unit) -> Result<(), DbErr> {
    let row = unit::ActiveModel {
        owner_id: Set(owner.id()),
        id: Set(new.id),
        parent_id: Set(new.parent),
        name: Set(new.name.clone()),
        outside_key: Set(new.outside_key.clone()),
        address: Set(new.address.clone()),
        from_on: Set(new.from_on),
        until_on: Set(new.until_on),
        merged_into_id: Set(new.merged_into),
    };
    unit::Entity::insert(row).exec_without_returning(tx).await.map(drop)
}

/// Adds units that are there from a day on, in few statements; parents come first.
pub async fn add_units(tx: &Tx, owner: Owner, new: &[(UnitId, Shape)], from_on: Date) -> Result<(), DbErr> {
    for some in new.chunks(ROWS_AT_ONCE) {
        let rows = some.iter().map(|(id, shape)| unit::ActiveModel {
            owner_id: Set(owner.id()),
            id: Set(*id),
            parent_id: Set(shape.parent),
            name: Set(shape.name.clone()),
            outside_key: Set(shape.outside_key.clone()),
            address: Set(shape.address.clone()),
            from_on: Set(Some(from_on)),
            until_on: Set(shape.until_on),
            merged_into_id: Set(None),
        });
        unit::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// Every unit at or below `roots`, each with the root it was reached from; one query however deep the tree is.
pub async fn units_below(tx: &Tx, owner: Owner, roots: &[UnitId]) -> Result<Vec<(UnitId, UnitId)>, DbErr> {
    if roots.is_empty() {
        return Ok(vec![]);
    }
    let marks: Vec<String> = (2..roots.len() + 2).map(|number| format!("${number}")).collect();
    // UNION, not UNION ALL: a tree that was tied into a circle ends instead of going round.
    let sql = format!(
        "WITH RECURSIVE below(root_id, id) AS (\
           SELECT id, id FROM units WHERE owner_id = $1 AND id IN ({}) \
           UNION SELECT below.root_id, units.id FROM units JOIN below ON units.parent_id = below.id WHERE units.owner_id = $1) \
         SELECT root_id, id FROM below ORDER BY root_id, id",
        marks.join(", ")
    );
    let values = std::iter::once(owner.id().uuid().into()).chain(roots.iter().map(|root| root.uuid().into()));
    let rows = tx.query_all_raw(Statement::from_sql_and_values(tx.backend(), sql, values)).await?;
    rows.iter().map(|row| Ok((row.try_get("", "root_id")?, row.try_get("", "id")?))).collect()
}

fn read(row: organisation::Model) -> Result<Organisation, DbErr> {
    let broken = |column: &str| DbErr::Custom(format!("organisation {} has an unreadable {column}", row.id));
    Ok(Organisation {
        kind: Kind::from_word(&row.kind).ok_or_else(|| broken("kind"))?,
        lang: Lang::from_tag(&row.lang).ok_or_else(|| broken("lang"))?,
        zone: row.time_zone.parse().map_err(|_| broken("time_zone"))?,
        id: row.id,
        name: row.name,
        short_name: row.short_name,
        number: row.number,
        contact: Contact { name: row.contact_name, email: row.contact_email, phone: row.contact_phone },
        created_at: row.created_at,
        practice: row.practice_of_id.zip(row.practice_until_on).map(|(of, until_on)| Practice {
            of,
            until_on,
            removed_at: row.practice_removed_at,
        }),
        edition: row.edition,
    })
}

fn read_unit(row: unit::Model) -> Unit {
    Unit {
        id: row.id,
        parent: row.parent_id,
        name: row.name,
        outside_key: row.outside_key,
        address: row.address,
        from_on: row.from_on,
        until_on: row.until_on,
        merged_into: row.merged_into_id,
    }
}
