//! Webhooks kept by a program itself.

use axum::extract::State;
use axum::http::Method;
use base::{DeliveryId, Id, WebhookId};
use chrono::{DateTime, Utc};
use kit::db::Tx;
use kit::outgoing::Outgoing;
use kit::scope::Scope;
use kit::web::api::{Asked, Operation, Sent, done, made, nobody, shown};
use kit::web::{Answer, App, NoFields, Path, Routes, Visit};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::actions;
use super::model::{NewWebhook, Webhook};

/// Where a system is told what happens.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct WebhookView {
    /// Which
    id: Uuid,
    /// Where it is told
    address: String,
    /// What is told
    events: Vec<String>,
    /// When it was made
    created_at: DateTime<Utc>,
    /// Since when it is off
    paused_at: Option<DateTime<Utc>>,
}

/// A webhook that is to be made.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct WebhookBody {
    /// Where to tell: an address that begins with https://
    #[schema(max_length = 500)]
    address: String,
    /// What to tell, such as "round-published"
    #[schema(min_items = 1, max_items = 16)]
    events: Vec<String>,
}

/// A webhook that was made.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct MadeWebhook {
    /// Which
    id: Uuid,
    /// What deliveries are signed with
    key: String,
}

/// One thing that was told.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct DeliveryView {
    /// Which; stands in the header webhook-id
    id: Uuid,
    /// What happened
    event: String,
    /// "waiting", "done" or "failed"
    state: String,
    /// How often it was tried
    attempts: i32,
    /// What was answered last: a status, or a word for why nothing was
    answer: Option<String>,
    /// When it happened
    created_at: DateTime<Utc>,
    /// When it was tried last
    tried_at: Option<DateTime<Utc>>,
}

/// The operations of this room.
pub fn routes() -> Routes {
    let keep = Scope::KeepWebhooks;
    Routes::new()
        .operation(
            Method::GET,
            "/api/v1/webhooks",
            keep,
            list,
            Operation::lists::<WebhookView>(|lang| crate::words(lang).webhooks_api_list().to_string()),
        )
        .operation(
            Method::POST,
            "/api/v1/webhooks",
            keep,
            make,
            Operation::makes::<MadeWebhook>(|lang| crate::words(lang).webhooks_api_make().to_string())
                .takes::<WebhookBody>(),
        )
        .operation(
            Method::GET,
            "/api/v1/webhooks/{webhook}",
            keep,
            show,
            Operation::shows::<WebhookView>(|lang| crate::words(lang).webhooks_api_show().to_string()),
        )
        .operation(
            Method::POST,
            "/api/v1/webhooks/{webhook}/resumption",
            keep,
            resume,
            Operation::does(|lang| crate::words(lang).webhooks_api_resume().to_string()).takes_nothing(),
        )
        .operation(
            Method::POST,
            "/api/v1/webhooks/{webhook}/end",
            keep,
            end,
            Operation::does(|lang| crate::words(lang).webhooks_api_end().to_string()).takes_nothing(),
        )
        .operation(
            Method::GET,
            "/api/v1/webhooks/{webhook}/deliveries",
            keep,
            deliveries,
            Operation::lists::<DeliveryView>(|lang| crate::words(lang).webhooks_api_deliveries().to_string()),
        )
        .operation(
            Method::POST,
            "/api/v1/webhooks/{webhook}/deliveries/{delivery}/repeat",
            keep,
            repeat,
            Operation::does(|lang| crate::words(lang).webhooks_api_repeat().to_string()).takes_nothing(),
        )
}

fn view(webhook: Webhook) -> WebhookView {
    WebhookView {
        id: webhook.id.uuid(),
        address: webhook.address,
        events: webhook.events.into_iter().map(str::to_owned).collect(),
        created_at: webhook.created_at,
        paused_at: webhook.paused_at,
    }
}

async fn list(State(app): State<App>, visit: Visit, asked: Asked) -> Answer {
    let paging = asked.paging(&[])?;
    let id = visit.organisation()?;
    let all = app.db().read(visit.actor(), async |tx| actions::all(&tx, id).await).await?;
    let part = paging.part(all, |webhook| webhook.id.uuid());
    paging.answer(part, |webhook| webhook.id.uuid(), nobody, view)
}

async fn make(State(app): State<App>, visit: Visit, sent: Sent<WebhookBody>) -> Answer {
    let id = visit.organisation()?;
    let new = NewWebhook::read(&sent.body.address, &sent.body.events)?;
    let outgoing = Outgoing::of(app.settings());
    let webhook = app
        .db()
        .write(visit.actor(), async |tx| {
            // The key is not kept with the answer for repeats: it is made anew from the portal's own secret.
            let webhook = sent.once(&tx, async || actions::make(&tx, id, &new, &outgoing).await).await?;
            let key = actions::key(&tx, id, webhook).await?;
            Ok(MadeWebhook { id: webhook.uuid(), key: key.reveal() })
        })
        .await?;
    made(&format!("/api/v1/webhooks/{}/deliveries", webhook.id), &webhook)
}

async fn end(State(app): State<App>, visit: Visit, Path(webhook): Path<WebhookId>, sent: Sent<NoFields>) -> Answer {
    let id = visit.organisation()?;
    app.db()
        .write(visit.actor(), async |tx| sent.once(&tx, async || actions::end(&tx, id, webhook).await).await)
        .await?;
    done()
}

async fn show(State(app): State<App>, visit: Visit, Path(webhook): Path<WebhookId>) -> Answer {
    let id = visit.organisation()?;
    shown(&view(app.db().read(visit.actor(), async |tx| actions::find(&tx, id, webhook).await).await?))
}

async fn resume(State(app): State<App>, visit: Visit, Path(webhook): Path<WebhookId>, sent: Sent<NoFields>) -> Answer {
    let id = visit.organisation()?;
    let resume = async |tx: Tx| sent.once(&tx, async || actions::resume(&tx, id, webhook).await).await;
    app.db().write(visit.actor(), resume).await?;
    done()
}

async fn deliveries(State(app): State<App>, visit: Visit, Path(webhook): Path<WebhookId>, asked: Asked) -> Answer {
    let (paging, id) = (asked.paging(&[])?, visit.organisation()?);
    let part = (paging.after().map(DeliveryId::from_uuid), paging.rows());
    let rows = app.db().read(visit.actor(), async |tx| actions::deliveries_part(&tx, id, webhook, part).await).await?;
    let view = |delivery: super::Delivery| DeliveryView {
        id: delivery.id.uuid(),
        event: delivery.event,
        state: delivery.state.word().into(),
        attempts: delivery.attempts,
        answer: delivery.answer,
        created_at: delivery.created_at,
        tried_at: delivery.tried_at,
    };
    paging.answer(rows, |delivery| delivery.id.uuid(), nobody, view)
}

async fn repeat(
    State(app): State<App>,
    visit: Visit,
    Path((webhook, delivery)): Path<(WebhookId, DeliveryId)>,
    sent: Sent<NoFields>,
) -> Answer {
    let id = visit.organisation()?;
    let repeat = async |tx: Tx| sent.once(&tx, async || actions::repeat(&tx, id, webhook, delivery).await).await;
    app.db().write(visit.actor(), repeat).await?;
    done()
}
