//! All database access of the room.

use base::{DeliveryId, Moment, PersonId, WebhookId};
use kit::actor::Owner;
use kit::db::Tx;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::model::{Delivery, DeliveryState, EVENTS, NewWebhook, WEBHOOKS_MAX, Webhook};
use super::tables::{delivery, webhook};

/// The organisation's webhooks that were not ended, the latest first.
pub async fn all(tx: &Tx, owner: Owner) -> Result<Vec<Webhook>, DbErr> {
    let rows = webhook::Entity::find()
        .filter(webhook::COLUMN.owner_id.eq(owner.id()))
        .filter(webhook::COLUMN.ended_at.is_null())
        .order_by_desc(webhook::COLUMN.id)
        .limit(WEBHOOKS_MAX)
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(read).collect())
}

/// One webhook that was not ended.
pub async fn find(tx: &Tx, owner: Owner, id: WebhookId) -> Result<Option<Webhook>, DbErr> {
    let found = webhook::Entity::find_by_id((owner.id(), id)).filter(webhook::COLUMN.ended_at.is_null());
    Ok(found.one(tx).await?.map(read))
}

/// How many webhooks the organisation has.
pub async fn count(tx: &Tx, owner: Owner) -> Result<u64, DbErr> {
    webhook::Entity::find()
        .filter(webhook::COLUMN.owner_id.eq(owner.id()))
        .filter(webhook::COLUMN.ended_at.is_null())
        .count(tx)
        .await
}

/// Adds a webhook.
pub async fn add(tx: &Tx, owner: Owner, by: PersonId, new: &NewWebhook) -> Result<WebhookId, DbErr> {
    let id = tx.new_id();
    let row = webhook::ActiveModel {
        owner_id: Set(owner.id()),
        id: Set(id),
        address: Set(new.address().into()),
        events: Set(new.events().join(" ")),
        by_id: Set(by),
        created_at: Set(tx.now()),
        paused_at: Set(None),
        ended_at: Set(None),
        failures: Set(0),
    };
    webhook::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(id)
}

/// Ends a webhook; false when there is none.
pub async fn end(tx: &Tx, owner: Owner, id: WebhookId) -> Result<bool, DbErr> {
    let ended = webhook::Entity::update_many()
        .col_expr(webhook::Column::EndedAt, Expr::value(Some(tx.now())))
        .filter(webhook::COLUMN.owner_id.eq(owner.id()))
        .filter(webhook::COLUMN.id.eq(id))
        .filter(webhook::COLUMN.ended_at.is_null())
        .exec(tx)
        .await?;
    Ok(ended.rows_affected == 1)
}

/// Counts a delivery that nobody took; answers how many there were in a row.
pub async fn count_failure(tx: &Tx, owner: Owner, webhook: &Webhook) -> Result<i32, DbErr> {
    webhook::Entity::update_many()
        .col_expr(webhook::Column::Failures, Expr::col(webhook::Column::Failures).add(1))
        .filter(webhook::COLUMN.owner_id.eq(owner.id()))
        .filter(webhook::COLUMN.id.eq(webhook.id))
        .exec(tx)
        .await?;
    Ok(webhook.failures + 1)
}

/// Switches a webhook off, or on again with nothing counted against it.
pub async fn switch(tx: &Tx, owner: Owner, id: WebhookId, paused_at: Option<Moment>) -> Result<(), DbErr> {
    let mut switched = webhook::Entity::update_many().col_expr(webhook::Column::PausedAt, Expr::value(paused_at));
    if paused_at.is_none() {
        switched = switched.col_expr(webhook::Column::Failures, Expr::value(0));
    }
    let filtered = switched.filter(webhook::COLUMN.owner_id.eq(owner.id())).filter(webhook::COLUMN.id.eq(id));
    filtered.exec(tx).await.map(drop)
}

/// Writes down what is to be told.
pub async fn add_delivery(
    tx: &Tx,
    owner: Owner,
    id: DeliveryId,
    webhook: WebhookId,
    (event, body): (&str, &str),
) -> Result<(), DbErr> {
    let row = delivery::ActiveModel {
        owner_id: Set(owner.id()),
        id: Set(id),
        webhook_id: Set(webhook),
        event: Set(event.into()),
        body: Set(body.into()),
        state: Set(DeliveryState::Waiting.word().into()),
        attempts: Set(0),
        answer: Set(None),
        created_at: Set(tx.now()),
        tried_at: Set(None),
    };
    delivery::Entity::insert(row).exec_without_returning(tx).await.map(drop)
}

/// One delivery.
pub async fn delivery(tx: &Tx, owner: Owner, id: DeliveryId) -> Result<Option<Delivery>, DbErr> {
    delivery::Entity::find_by_id((owner.id(), id)).one(tx).await?.map(read_delivery).transpose()
}

/// The deliveries of a webhook before the one given, the latest first.
pub async fn deliveries(
    tx: &Tx,
    owner: Owner,
    webhook: WebhookId,
    before: Option<DeliveryId>,
    limit: u64,
) -> Result<Vec<Delivery>, DbErr> {
    let mut found = delivery::Entity::find()
        .filter(delivery::COLUMN.owner_id.eq(owner.id()))
        .filter(delivery::COLUMN.webhook_id.eq(webhook));
    if let Some(before) = before {
        found = found.filter(delivery::COLUMN.id.lt(before));
    }
    let rows = found.order_by_desc(delivery::COLUMN.id).limit(limit).all(tx).await?;
    rows.into_iter().map(read_delivery).collect()
}

/// The deliveries of a webhook in the order of their ids, after the one given.
pub async fn deliveries_after(
    tx: &Tx,
    owner: Owner,
    webhook: WebhookId,
    (after, limit): (Option<DeliveryId>, u64),
) -> Result<Vec<Delivery>, DbErr> {
    let mut found = delivery::Entity::find()
        .filter(delivery::COLUMN.owner_id.eq(owner.id()))
        .filter(delivery::COLUMN.webhook_id.eq(webhook));
    if let Some(after) = after {
        found = found.filter(delivery::COLUMN.id.gt(after));
    }
    found.order_by_asc(delivery::COLUMN.id).limit(limit).all(tx).await?.into_iter().map(read_delivery).collect()
}

/// Notes how a try went.
pub async fn note_try(
    tx: &Tx,
    owner: Owner,
    id: DeliveryId,
    (state, attempts, answer): (DeliveryState, i32, &str),
) -> Result<(), DbErr> {
    delivery::Entity::update_many()
        .col_expr(delivery::Column::State, Expr::value(state.word()))
        .col_expr(delivery::Column::Attempts, Expr::value(attempts))
        .col_expr(delivery::Column::Answer, Expr::value(Some(answer)))
        .col_expr(delivery::Column::TriedAt, Expr::value(Some(tx.now())))
        .filter(delivery::COLUMN.owner_id.eq(owner.id()))
        .filter(delivery::COLUMN.id.eq(id))
        .exec(tx)
        .await
        .map(drop)
}

/// Makes a delivery wait again, with all its tries before it.
pub async fn wait_again(tx: &Tx, owner: Owner, id: DeliveryId) -> Result<(), DbErr> {
    delivery::Entity::update_many()
        .col_expr(delivery::Column::State, Expr::value(DeliveryState::Waiting.word()))
        .col_expr(delivery::Column::Attempts, Expr::value(0))
        .filter(delivery::COLUMN.owner_id.eq(owner.id()))
        .filter(delivery::COLUMN.id.eq(id))
        .exec(tx)
        .await
        .map(drop)
}

fn read(row: webhook::Model) -> Webhook {
    Webhook {
        id: row.id,
        address: row.address,
        events: EVENTS.into_iter().filter(|event| row.events.split(' ').any(|word| word == *event)).collect(),
        by: row.by_id,
        created_at: row.created_at,
        paused_at: row.paused_at,
        failures: row.failures,
    }
}

fn read_delivery(row: delivery::Model) -> Result<Delivery, DbErr> {
    let state = DeliveryState::from_word(&row.state);
    Ok(Delivery {
        state: state.ok_or_else(|| DbErr::Type(format!("delivery {} has an unreadable state", row.id)))?,
        id: row.id,
        webhook: row.webhook_id,
        event: row.event,
        body: row.body,
        attempts: row.attempts,
        answer: row.answer,
        created_at: row.created_at,
        tried_at: row.tried_at,
    })
}
