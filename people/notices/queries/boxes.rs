//! What the mailboxes of roles are told, until it is mailed.

use std::collections::HashMap;

use base::{Lang, MailboxId, Moment, NoticeId};
use kit::actor::Owner;
use kit::db::Tx;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::super::model::{Due, Line, Notice};
use super::super::tables::box_notice;
use super::ROWS_AT_ONCE;

/// Adds what mailboxes are told, each with the moment when it goes out. One whose key is known is not added.
pub async fn add(tx: &Tx, owner: Owner, notices: Vec<(Notice<MailboxId>, Moment)>) -> Result<(), DbErr> {
    let mut rows = notices.into_iter().map(|(new, due_at)| row_of(tx, owner, new, due_at)).peekable();
    while rows.peek().is_some() {
        let some: Vec<_> = rows.by_ref().take(ROWS_AT_ONCE).collect();
        let mut known = OnConflict::columns([box_notice::Column::OwnerId, box_notice::Column::UniqueKey]);
        let known = known.do_nothing().to_owned();
        box_notice::Entity::insert_many(some).on_conflict(known).exec_without_returning(tx).await?;
    }
    Ok(())
}

fn row_of(tx: &Tx, owner: Owner, new: Notice<MailboxId>, due_at: Moment) -> box_notice::ActiveModel {
    box_notice::ActiveModel {
        owner_id: Set(owner.id()),
        id: Set(tx.new_id()),
        mailbox_id: Set(new.to),
        lang: Set(new.lang.tag().into()),
        kind: Set(new.kind.into()),
        subject: Set(new.subject),
        body: Set(new.body),
        link_label: Set(new.link.as_ref().map(|link| link.label().to_owned())),
        link_path: Set(new.link.as_ref().map(|link| link.path().to_owned())),
        unique_key: Set(new.unique_key),
        created_at: Set(tx.now()),
        due_at: Set(due_at),
        mailed_at: Set(None),
    }
}

/// When the next mail to each mailbox of the organisation goes out, where one waits.
pub async fn waiting(tx: &Tx, owner: Owner) -> Result<HashMap<MailboxId, Moment>, DbErr> {
    let rows: Vec<(MailboxId, Moment)> = box_notice::Entity::find()
        .select_only()
        .column(box_notice::Column::MailboxId)
        .column_as(box_notice::Column::DueAt.min(), "due_at")
        .filter(box_notice::COLUMN.owner_id.eq(owner.id()))
        .filter(box_notice::Column::MailedAt.is_null())
        .filter(box_notice::COLUMN.due_at.gt(tx.now()))
        .group_by(box_notice::Column::MailboxId)
        .order_by_asc(box_notice::Column::MailboxId)
        .into_tuple()
        .all(tx)
        .await?;
    Ok(rows.into_iter().collect())
}

/// What is due and has not gone out, mailbox by mailbox, the oldest first; at most `limit`.
pub async fn due(tx: &Tx, owner: Owner, limit: u64) -> Result<Vec<Due>, DbErr> {
    let rows = box_notice::Entity::find()
        .filter(box_notice::COLUMN.owner_id.eq(owner.id()))
        .filter(box_notice::Column::MailedAt.is_null())
        .filter(box_notice::COLUMN.due_at.lte(tx.now()))
        .order_by_asc(box_notice::COLUMN.mailbox_id)
        .order_by_asc(box_notice::COLUMN.id)
        .limit(limit)
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(read).collect())
}

fn read(row: box_notice::Model) -> Due {
    Due {
        id: row.id,
        mailbox: row.mailbox_id,
        lang: Lang::from_tag(&row.lang).unwrap_or_default(),
        line: Line { subject: row.subject, body: row.body, link: row.link_label.zip(row.link_path) },
    }
}

/// Notes that these have gone out.
pub async fn note_mailed(tx: &Tx, owner: Owner, ids: &[NoticeId]) -> Result<(), DbErr> {
    for some in ids.chunks(ROWS_AT_ONCE) {
        box_notice::Entity::update_many()
            .col_expr(box_notice::Column::MailedAt, Expr::value(tx.now()))
            .filter(box_notice::COLUMN.owner_id.eq(owner.id()))
            .filter(box_notice::COLUMN.id.is_in(some.iter().copied()))
            .exec(tx)
            .await?;
    }
    Ok(())
}
