//! Names and addresses that are protected, and who may see them.

use std::collections::HashMap;

use base::{Moment, PersonId};
use kit::actor::Owner;
use kit::db::Tx;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};

use super::super::model::{Email, NewPerson, Person, PersonName, Phone, Protection, Trustee};
use super::super::tables::{person, protection, trustee};
use super::{IDS_AT_ONCE, read as read_person, read_name};

/// An organisation has at most this many trustees.
pub const TRUSTEES_MAX: u64 = 50;

/// One person is found in so many other entries at most.
const MERGED_MAX: usize = 1_000;

/// What is protected of a person.
pub async fn find(tx: &Tx, id: PersonId) -> Result<Option<Protection>, DbErr> {
    Ok(protection::Entity::find_by_id(id).one(tx).await?.map(read))
}

/// The same of many.
pub async fn find_many(tx: &Tx, ids: &[PersonId]) -> Result<HashMap<PersonId, Protection>, DbErr> {
    let mut all = HashMap::new();
    for some in ids.chunks(IDS_AT_ONCE) {
        let rows = protection::Entity::find().filter(protection::COLUMN.person_id.is_in(some.iter().copied()));
        all.extend(rows.all(tx).await?.into_iter().map(read).map(|found| (found.person, found)));
    }
    Ok(all)
}

/// Puts name and address in place of what everybody else sees. The caller has found out that the actor may see them, or
/// shows them to nobody.
pub async fn unveil<'a>(tx: &Tx, people: impl Iterator<Item = &'a mut Person>) -> Result<(), DbErr> {
    let veiled: Vec<&mut Person> = people.filter(|person| person.is_protected).collect();
    let ids: Vec<PersonId> = veiled.iter().map(|person| person.id).collect();
    let mut found = find_many(tx, &ids).await?;
    for person in veiled {
        if let Some(is) = found.remove(&person.id) {
            (person.name, person.email, person.phone) = (is.name, is.email, is.phone);
        }
    }
    Ok(())
}

/// Moves name and address out of everybody's sight; the working name stands in their place.
pub async fn protect(tx: &Tx, owner: Owner, whose: &Person, working: &PersonName, reason: &str) -> Result<(), DbErr> {
    let text = |text: Option<&str>| text.map(ToOwned::to_owned);
    let row = protection::ActiveModel {
        person_id: Set(whose.id),
        given_name: Set(whose.name.given_part().into()),
        family_name: Set(whose.name.family_part().into()),
        email: Set(text(whose.email.as_ref().map(Email::as_str))),
        phone: Set(text(whose.phone.as_ref().map(Phone::as_str))),
        reason: Set(reason.into()),
        set_by_id: Set(tx.actor().person_id()),
        set_at: Set(tx.now()),
    };
    protection::Entity::insert(row).exec_without_returning(tx).await?;
    write(tx, owner, whose.id, (working, None, None), true).await
}

/// Gives the person another working name.
pub async fn call(tx: &Tx, owner: Owner, id: PersonId, working: &PersonName) -> Result<(), DbErr> {
    write(tx, owner, id, (working, None, None), true).await
}

/// Writes name and address of somebody whose name is protected.
pub async fn correct(tx: &Tx, _: Owner, id: PersonId, new: &NewPerson) -> Result<(), DbErr> {
    let text = |text: Option<&str>| text.map(ToOwned::to_owned);
    protection::Entity::update_many()
        .col_expr(protection::Column::GivenName, Expr::value(new.name.given_part()))
        .col_expr(protection::Column::FamilyName, Expr::value(new.name.family_part()))
        .col_expr(protection::Column::Email, Expr::value(text(new.email.as_ref().map(Email::as_str))))
        .col_expr(protection::Column::Phone, Expr::value(text(new.phone.as_ref().map(Phone::as_str))))
        .filter(protection::COLUMN.person_id.eq(id))
        .exec(tx)
        .await
        .map(drop)
}

/// Puts name and address back where everybody sees them who sees the person.
pub async fn lift(tx: &Tx, owner: Owner, was: &Protection) -> Result<(), DbErr> {
    let (email, phone) = (was.email.as_ref().map(Email::as_str), was.phone.as_ref().map(Phone::as_str));
    write(tx, owner, was.person, (&was.name, email, phone), false).await?;
    protection::Entity::delete_by_id(was.person).exec(tx).await.map(drop)
}

/// Removes what is protected of people who were brought in by mistake.
pub async fn forget(tx: &Tx, _: Owner, people: &[PersonId]) -> Result<(), DbErr> {
    for some in people.chunks(IDS_AT_ONCE) {
        let gone = protection::Entity::delete_many().filter(protection::COLUMN.person_id.is_in(some.iter().copied()));
        gone.exec(tx).await?;
    }
    Ok(())
}

/// The caller has met the person in the owner's register; the person's home may be another organisation.
async fn write(
    tx: &Tx,
    _: Owner,
    id: PersonId,
    (name, email, phone): (&PersonName, Option<&str>, Option<&str>),
    is_protected: bool,
) -> Result<(), DbErr> {
    let text = |text: Option<&str>| text.map(ToOwned::to_owned);
    person::Entity::update_many()
        .col_expr(person::Column::GivenName, Expr::value(name.given_part()))
        .col_expr(person::Column::FamilyName, Expr::value(name.family_part()))
        .col_expr(person::Column::Email, Expr::value(text(email)))
        .col_expr(person::Column::Phone, Expr::value(text(phone)))
        .col_expr(person::Column::IsProtected, Expr::value(is_protected))
        .filter(person::COLUMN.id.eq(id))
        .exec(tx)
        .await
        .map(drop)
}

/// Whether somebody is trusted at the organisation to see them.
pub async fn is_trustee(tx: &Tx, owner: Owner, id: PersonId) -> Result<bool, DbErr> {
    Ok(trustee::Entity::find_by_id((owner.id(), id)).one(tx).await?.is_some())
}

/// Who is trusted at these organisations, by organisation and then the first named first.
pub async fn trustees(tx: &Tx, owners: &[Owner]) -> Result<Vec<Trustee>, DbErr> {
    let rows = trustee::Entity::find()
        .filter(trustee::COLUMN.owner_id.is_in(owners.iter().map(|owner| owner.id())))
        .order_by_asc(trustee::COLUMN.owner_id)
        .order_by_asc(trustee::COLUMN.given_at)
        .order_by_asc(trustee::COLUMN.person_id)
        .limit(TRUSTEES_MAX * owners.len() as u64)
        .all(tx)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| Trustee { organisation: row.owner_id, person: row.person_id, given_by: row.given_by_id })
        .collect())
}

/// Trusts one more.
pub async fn trust(tx: &Tx, owner: Owner, id: PersonId) -> Result<(), DbErr> {
    let at: Moment = tx.now();
    let row = trustee::ActiveModel {
        owner_id: Set(owner.id()),
        person_id: Set(id),
        given_by_id: Set(tx.actor().person_id()),
        given_at: Set(at),
    };
    trustee::Entity::insert(row).exec_without_returning(tx).await.map(drop)
}

/// The entries that were found to be this person, and those that were found to be one of these.
pub async fn merged_into(tx: &Tx, id: PersonId) -> Result<Vec<Person>, DbErr> {
    let (mut all, mut of): (Vec<Person>, Vec<PersonId>) = (vec![], vec![id]);
    while !of.is_empty() && all.len() < MERGED_MAX {
        let rows =
            person::Entity::find().filter(person::COLUMN.merged_into_id.is_in(of)).order_by_asc(person::COLUMN.id);
        let found: Vec<Person> = rows.all(tx).await?.into_iter().map(read_person).collect();
        of = found.iter().map(|person| person.id).collect();
        all.extend(found);
    }
    Ok(all)
}

/// Trusts somebody no longer.
pub async fn distrust(tx: &Tx, owner: Owner, id: PersonId) -> Result<bool, DbErr> {
    Ok(trustee::Entity::delete_by_id((owner.id(), id)).exec(tx).await?.rows_affected == 1)
}

fn read(row: protection::Model) -> Protection {
    Protection {
        person: row.person_id,
        name: read_name(&row.given_name, &row.family_name),
        email: row.email.and_then(|email| Email::new(&email).ok()),
        phone: row.phone.and_then(|phone| Phone::new(&phone).ok()),
        reason: row.reason,
        set_at: row.set_at,
    }
}
