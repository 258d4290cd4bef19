//! Mailboxes of roles.

use base::{MailboxId, UnitId};
use kit::actor::{Owner, Role};
use kit::db::Tx;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set};

use super::super::model::{Email, Mailbox};
use super::super::tables::mailbox;

/// An organisation has at most this many mailboxes.
pub const MAILBOXES_MAX: u64 = 500;

/// The organisation's mailboxes, those of the whole first.
pub async fn all(tx: &Tx, owner: Owner) -> Result<Vec<Mailbox>, DbErr> {
    let rows = mailbox::Entity::find()
        .filter(mailbox::COLUMN.owner_id.eq(owner.id()))
        .order_by_asc(mailbox::COLUMN.role)
        .order_by_asc(mailbox::COLUMN.id)
        .limit(MAILBOXES_MAX)
        .all(tx)
        .await?;
    let mut all: Vec<Mailbox> = rows.into_iter().filter_map(read).collect();
    all.sort_by_key(|mailbox| mailbox.unit.is_some());
    Ok(all)
}

/// Adds a mailbox.
pub async fn add(
    tx: &Tx,
    owner: Owner,
    (role, unit): (Role, Option<UnitId>),
    email: &Email,
) -> Result<MailboxId, DbErr> {
    let id = tx.new_id();
    let row = mailbox::ActiveModel {
        owner_id: Set(owner.id()),
        id: Set(id),
        role: Set(role.word().into()),
        unit_id: Set(unit),
        email: Set(email.as_str().into()),
    };
    mailbox::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(id)
}

/// Removes a mailbox.
pub async fn remove(tx: &Tx, owner: Owner, id: MailboxId) -> Result<(), DbErr> {
    mailbox::Entity::delete_by_id((owner.id(), id)).exec(tx).await.map(drop)
}

fn read(row: mailbox::Model) -> Option<Mailbox> {
    Some(Mailbox {
        id: row.id,
        role: Role::from_word(&row.role)?,
        unit: row.unit_id,
        email: Email::new(&row.email).ok()?,
    })
}
