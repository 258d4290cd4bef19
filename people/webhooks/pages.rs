//! The organisation's webhooks: a list, a form, and the key that is shown when one is made.

pub mod log;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use base::{OrganisationId, WebhookId};
use kit::fault::Fault;
use kit::fields::Field;
use kit::form::FormErrors;
use kit::outgoing::{ADDRESS_CHARS_MAX, Outgoing};
use kit::page::Page;
use kit::parts::{Empty, Tag};
use kit::web::{Answer, App, Form, Path, Visit, show, show_with};
use serde::Deserialize;

use super::model::{EVENTS, NewWebhook, Webhook};
use super::{access, actions};
use crate::{Words, organisations};

#[derive(Template)]
#[template(path = "webhooks/list.html")]
struct ListPage {
    page: Page,
    words: &'static Words,
    organisation: OrganisationId,
    name: String,
    webhooks: Vec<Row>,
}

impl ListPage {
    fn empty(&self) -> Empty {
        Empty::new(self.words.webhooks_none(), self.words.webhooks_none_text())
    }
}

/// One webhook in the list.
struct Row {
    id: WebhookId,
    address: String,
    state: Tag,
    events: Vec<String>,
}

#[derive(Template)]
#[template(path = "webhooks/new.html")]
struct NewPage {
    page: Page,
    words: &'static Words,
    organisation: OrganisationId,
    errors: FormErrors,
    form: WebhookForm,
}

impl NewPage {
    fn href(&self) -> String {
        format!("/organisations/{}/webhooks", self.organisation)
    }
    fn address_field(&self) -> Field {
        kit::fields::text("address", self.words.webhooks_address())
            .value(&self.form.address)
            .help(self.words.webhooks_address_help())
            .error(self.errors.get("address"))
            .length_max(ADDRESS_CHARS_MAX)
            .required()
    }
    /// Each event: its word, what people call it, and whether it is ticked.
    fn events(&self) -> Vec<(&'static str, String, bool)> {
        let ticked = |event: &str| self.form.events.iter().any(|word| word == event);
        EVENTS.into_iter().map(|event| (event, self.words.webhooks_event(event), ticked(event))).collect()
    }
}

#[derive(Template)]
#[template(path = "webhooks/made.html")]
struct MadePage {
    page: Page,
    words: &'static Words,
    href: String,
    key: String,
}

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WebhookForm {
    address: String,
    events: Vec<String>,
}

/// Whether it is on.
pub(super) fn state(words: &Words, webhook: &Webhook) -> Tag {
    match webhook.paused_at {
        Some(_) => Tag::warning(words.webhooks_off()),
        None => Tag::success(words.webhooks_on()),
    }
}

/// `GET /organisations/{organisation}/webhooks`
pub async fn list(State(app): State<App>, visit: Visit, Path(id): Path<OrganisationId>) -> Answer {
    let (all, name) = app
        .db()
        .read(visit.actor(), async |tx| Ok((actions::all(&tx, id).await?, organisations::find(&tx, id).await?.name)))
        .await?;
    let words = crate::words(visit.lang());
    let row = |webhook: Webhook| Row {
        id: webhook.id,
        state: state(words, &webhook),
        events: webhook.events.iter().map(|event| words.webhooks_event(*event)).collect(),
        address: webhook.address,
    };
    let webhooks = all.into_iter().map(row).collect();
    show(&ListPage { page: visit.page(&app), words, organisation: id, name, webhooks })
}

/// `GET /organisations/{organisation}/webhooks/new`
pub async fn new(State(app): State<App>, visit: Visit, Path(id): Path<OrganisationId>) -> Answer {
    may_keep(&app, &visit, id).await?;
    show(&form_page(&app, &visit, id, FormErrors::none(), WebhookForm::default()))
}

async fn may_keep(app: &App, visit: &Visit, id: OrganisationId) -> Result<(), Fault> {
    app.db().read(visit.actor(), async |tx| Ok(access::may_keep(tx.actor(), id).map(drop)?)).await
}

fn form_page(app: &App, visit: &Visit, id: OrganisationId, errors: FormErrors, form: WebhookForm) -> NewPage {
    NewPage { page: visit.page(app), words: crate::words(visit.lang()), organisation: id, errors, form }
}

/// `POST /organisations/{organisation}/webhooks/new`
pub async fn make(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<OrganisationId>,
    Form(form): Form<WebhookForm>,
) -> Answer {
    may_keep(&app, &visit, id).await?;
    let outgoing = Outgoing::of(app.settings());
    let made = match NewWebhook::read(&form.address, &form.events) {
        Ok(new) => {
            app.db()
                .write(visit.actor(), async |tx| {
                    let webhook = actions::make(&tx, id, &new, &outgoing).await?;
                    Ok((webhook, actions::key(&tx, id, webhook).await?))
                })
                .await
        }
        Err(problem) => Err(problem.into()),
    };
    match made {
        Ok((webhook, key)) => show(&MadePage {
            page: visit.page(&app),
            words: crate::words(visit.lang()),
            href: format!("/organisations/{id}/webhooks/{webhook}"),
            key: key.reveal(),
        }),
        Err(fault) => {
            let errors = FormErrors::from_fault(visit.lang(), fault)?;
            show_with(StatusCode::UNPROCESSABLE_ENTITY, &form_page(&app, &visit, id, errors, form))
        }
    }
}
