//! One webhook: what it was told, and what came back.

use askama::Template;
use axum::extract::State;
use base::{DeliveryId, OrganisationId, WebhookId, Zone};
use kit::format;
use kit::page::Page;
use kit::parts::{Empty, Tag};
use kit::web::{Answer, App, Form, NoFields, Path, Query, Visit, see_other};
use serde::Deserialize;

use super::super::actions;
use super::super::model::{Delivery, DeliveryState, Webhook};
use crate::{Words, organisations};

/// Deliveries on one page.
const SHOWN: u64 = 50;

/// Which part of the log is asked for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct LogQuery {
    before: Option<DeliveryId>,
}

#[derive(Template)]
#[template(path = "webhooks/log.html")]
struct LogPage {
    page: Page,
    words: &'static Words,
    href: String,
    webhook: Webhook,
    state: Tag,
    is_off: bool,
    deliveries: Vec<Row>,
    older: Option<String>,
    all: String,
}

impl LogPage {
    fn empty(&self) -> Empty {
        Empty::new(self.words.webhooks_log_none(), self.words.webhooks_log_none_text())
    }
}

/// One delivery in the log.
struct Row {
    id: DeliveryId,
    event: String,
    state: Tag,
    line: String,
    body: String,
    is_over: bool,
}

/// `GET /organisations/{organisation}/webhooks/{webhook}`
pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Path((organisation, id)): Path<(OrganisationId, WebhookId)>,
    Query(asked): Query<LogQuery>,
) -> Answer {
    let (webhook, mut found, zone) = app
        .db()
        .read(visit.actor(), async |tx| {
            let webhook = actions::find(&tx, organisation, id).await?;
            let found = actions::deliveries(&tx, organisation, id, asked.before, SHOWN + 1).await?;
            Ok((webhook, found, organisations::find(&tx, organisation).await?.zone))
        })
        .await?;
    let words = crate::words(visit.lang());
    let shown = usize::try_from(SHOWN).unwrap_or(usize::MAX);
    let more = found.len() > shown;
    found.truncate(shown);
    let href = format!("/organisations/{organisation}/webhooks/{id}");
    let older = found.last().filter(|_| more).map(|last| format!("{href}?before={}", last.id));
    let page = LogPage {
        page: visit.page(&app),
        words,
        state: super::state(words, &webhook),
        is_off: webhook.paused_at.is_some(),
        deliveries: found.into_iter().map(|delivery| row(&visit, zone, delivery)).collect(),
        older,
        all: format!("/organisations/{organisation}/webhooks"),
        href,
        webhook,
    };
    kit::web::show(&page)
}

fn row(visit: &Visit, zone: Zone, delivery: Delivery) -> Row {
    let words = crate::words(visit.lang());
    let state = match delivery.state {
        DeliveryState::Waiting => Tag::info(words.webhooks_waiting()),
        DeliveryState::Done => Tag::success(words.webhooks_done()),
        DeliveryState::Failed => Tag::danger(words.webhooks_failed()),
    };
    let at = format::moment_with_year(visit.lang(), zone, delivery.tried_at.unwrap_or(delivery.created_at));
    let line = match &delivery.answer {
        Some(answer) => words.webhooks_tried(delivery.attempts, at, words.webhooks_answer(answer.as_str())),
        None => words.webhooks_not_tried(at),
    };
    Row {
        id: delivery.id,
        event: words.webhooks_event(delivery.event.as_str()),
        state,
        line,
        body: delivery.body,
        is_over: delivery.state != DeliveryState::Waiting,
    }
}

/// `POST /organisations/{organisation}/webhooks/{webhook}/end`
pub async fn end(
    State(app): State<App>,
    visit: Visit,
    Path((organisation, id)): Path<(OrganisationId, WebhookId)>,
    Form(_): Form<NoFields>,
) -> Answer {
    app.db().write(visit.actor(), async |tx| actions::end(&tx, organisation, id).await).await?;
    Ok(see_other(format!("/organisations/{organisation}/webhooks")))
}

/// `POST /organisations/{organisation}/webhooks/{webhook}/resumption`
pub async fn resume(
    State(app): State<App>,
    visit: Visit,
    Path((organisation, id)): Path<(OrganisationId, WebhookId)>,
    Form(_): Form<NoFields>,
) -> Answer {
    app.db().write(visit.actor(), async |tx| actions::resume(&tx, organisation, id).await).await?;
    Ok(see_other(format!("/organisations/{organisation}/webhooks/{id}")))
}

/// `POST /organisations/{organisation}/webhooks/{webhook}/deliveries/{delivery}/repeat`
pub async fn repeat(
    State(app): State<App>,
    visit: Visit,
    Path((organisation, id, delivery)): Path<(OrganisationId, WebhookId, DeliveryId)>,
    Form(_): Form<NoFields>,
) -> Answer {
    app.db().write(visit.actor(), async |tx| actions::repeat(&tx, organisation, id, delivery).await).await?;
    Ok(see_other(format!("/organisations/{organisation}/webhooks/{id}")))
}
