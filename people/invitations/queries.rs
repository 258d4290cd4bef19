//! All database access of the room.

use base::{InvitationId, Moment, PersonId};
use kit::actor::Owner;
use kit::db::Tx;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select, Set,
};

use super::model::{Invitation, NewInvitation, State};
use super::tables::invitation;
use crate::signin::Key;

/// So many invitations of one person are shown.
const OF_PERSON_MAX: u64 = 20;

/// Adds an invitation, as good as sent.
pub async fn add(
    tx: &Tx,
    owner: Owner,
    key: &Key,
    person: PersonId,
    (new, until): (&NewInvitation, Moment),
) -> Result<InvitationId, DbErr> {
    let id = tx.new_id();
    let row = invitation::ActiveModel {
        id: Set(id),
        token: Set(key.fingerprint()),
        organisation_id: Set(owner.id()),
        person_id: Set(person),
        about: Set(new.about().into()),
        until: Set(until),
        by_id: Set(tx.actor().person_id()),
        created_at: Set(tx.now()),
        sent_at: Set(tx.now()),
        sent: Set(1),
        accepted_at: Set(None),
        withdrawn_at: Set(None),
    };
    invitation::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(id)
}

/// One invitation of the organisation.
pub async fn find(tx: &Tx, owner: Owner, id: InvitationId) -> Result<Option<Invitation>, DbErr> {
    let found = of_owner(owner).filter(invitation::COLUMN.id.eq(id)).one(tx).await?;
    Ok(found.map(read))
}

/// The invitation that this key opens, while it is open.
pub async fn opened(tx: &Tx, key: &Key) -> Result<Option<Invitation>, DbErr> {
    let found = invitation::Entity::find().filter(invitation::COLUMN.token.eq(key.fingerprint()));
    Ok(found.filter(in_state(State::Open, tx.now())).one(tx).await?.map(read))
}

/// The invitations of one person, the latest first.
pub async fn of_person(tx: &Tx, owner: Owner, person: PersonId) -> Result<Vec<Invitation>, DbErr> {
    let found = of_owner(owner).filter(invitation::COLUMN.person_id.eq(person));
    let rows = found.order_by_desc(invitation::COLUMN.id).limit(OF_PERSON_MAX).all(tx).await?;
    Ok(rows.into_iter().map(read).collect())
}

/// One page of the organisation's invitations, the latest first, and how many there are.
pub async fn page(
    tx: &Tx,
    owner: Owner,
    state: State,
    (first, rows): (u64, u64),
) -> Result<(Vec<Invitation>, u64), DbErr> {
    let find = || of_owner(owner).filter(in_state(state, tx.now()));
    let found = find().order_by_desc(invitation::COLUMN.id).offset(first).limit(rows).all(tx).await?;
    Ok((found.into_iter().map(read).collect(), find().count(tx).await?))
}

/// The organisation's invitations in the order of their ids, after the one given.
pub async fn after(tx: &Tx, owner: Owner, after: Option<InvitationId>, limit: u64) -> Result<Vec<Invitation>, DbErr> {
    let mut found = of_owner(owner);
    if let Some(after) = after {
        found = found.filter(invitation::COLUMN.id.gt(after));
    }
    let rows = found.order_by_asc(invitation::COLUMN.id).limit(limit).all(tx).await?;
    Ok(rows.into_iter().map(read).collect())
}

/// Notes that an open invitation is mailed once more under another key; the key before opens nothing. False when it is
/// not open.
pub async fn renew(tx: &Tx, owner: Owner, id: InvitationId, key: &Key) -> Result<bool, DbErr> {
    let renewed = invitation::Entity::update_many()
        .col_expr(invitation::Column::Token, Expr::value(key.fingerprint()))
        .col_expr(invitation::Column::SentAt, Expr::value(tx.now()))
        .col_expr(invitation::Column::Sent, Expr::cust("sent + 1"))
        .filter(invitation::COLUMN.organisation_id.eq(owner.id()))
        .filter(invitation::COLUMN.id.eq(id))
        .filter(in_state(State::Open, tx.now()))
        .exec(tx)
        .await?;
    Ok(renewed.rows_affected == 1)
}

/// Takes an open invitation back; false when it is not open.
pub async fn withdraw(tx: &Tx, owner: Owner, id: InvitationId) -> Result<bool, DbErr> {
    let withdrawn = invitation::Entity::update_many()
        .col_expr(invitation::Column::WithdrawnAt, Expr::value(tx.now()))
        .filter(invitation::COLUMN.organisation_id.eq(owner.id()))
        .filter(invitation::COLUMN.id.eq(id))
        .filter(in_state(State::Open, tx.now()))
        .exec(tx)
        .await?;
    Ok(withdrawn.rows_affected == 1)
}

/// Takes every open invitation of a person back.
pub async fn withdraw_all(tx: &Tx, person: PersonId) -> Result<(), DbErr> {
    invitation::Entity::update_many()
        .col_expr(invitation::Column::WithdrawnAt, Expr::value(tx.now()))
        .filter(invitation::COLUMN.person_id.eq(person))
        .filter(in_state(State::Open, tx.now()))
        .exec(tx)
        .await
        .map(drop)
}

/// Notes that the invited came in; false when somebody was first with the same key.
pub async fn accept(tx: &Tx, key: &Key) -> Result<bool, DbErr> {
    let accepted = invitation::Entity::update_many()
        .col_expr(invitation::Column::AcceptedAt, Expr::value(tx.now()))
        .filter(invitation::COLUMN.token.eq(key.fingerprint()))
        .filter(in_state(State::Open, tx.now()))
        .exec(tx)
        .await?;
    Ok(accepted.rows_affected == 1)
}

fn of_owner(owner: Owner) -> Select<invitation::Entity> {
    invitation::Entity::find().filter(invitation::COLUMN.organisation_id.eq(owner.id()))
}

fn in_state(state: State, now: Moment) -> Condition {
    let all = Condition::all();
    let waits = || Condition::all().add(invitation::Column::AcceptedAt.is_null());
    match state {
        State::Accepted => all.add(invitation::Column::AcceptedAt.is_not_null()),
        State::Withdrawn => waits().add(invitation::Column::WithdrawnAt.is_not_null()),
        State::Open => waits().add(invitation::Column::WithdrawnAt.is_null()).add(invitation::Column::Until.gt(now)),
        State::Over => waits().add(invitation::Column::WithdrawnAt.is_null()).add(invitation::Column::Until.lte(now)),
    }
}

fn read(row: invitation::Model) -> Invitation {
    Invitation {
        id: row.id,
        organisation: row.organisation_id,
        person: row.person_id,
        about: row.about,
        until: row.until,
        by: row.by_id,
        sent_at: row.sent_at,
        sent: row.sent,
        accepted_at: row.accepted_at,
        withdrawn_at: row.withdrawn_at,
    }
}
