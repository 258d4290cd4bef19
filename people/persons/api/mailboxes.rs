//! The mailboxes of roles, for programs.

use axum::extract::State;
use axum::http::Method;
use base::{Id, MailboxId};
use kit::actor::Role;
use kit::db::Tx;
use kit::scope::Scope;
use kit::web::api::{Asked, Operation, Sent, Unfit, done, made, nobody};
use kit::web::{Answer, App, NoFields, Path, Routes, Visit};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::super::actions::mailboxes;
use super::super::model::{Email, Mailbox};
use super::unit_of;

/// Where mail to everybody in a role goes too.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct MailboxView {
    /// Which
    id: Uuid,
    /// "administrator" or "coordinator"
    role: String,
    /// The unit; none: the whole organisation
    unit: Option<Uuid>,
    /// The address
    email: String,
}

/// A mailbox that is to be added.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MailboxBody {
    /// "administrator" or "coordinator"
    role: String,
    /// The unit; none: the whole organisation
    #[serde(default)]
    unit: Option<Uuid>,
    /// The address
    email: String,
}

/// The operations of mailboxes.
pub fn routes() -> Routes {
    Routes::new()
        .operation(
            Method::GET,
            "/api/v1/mailboxes",
            Scope::SeePeople,
            list,
            Operation::lists::<MailboxView>(|lang| crate::words(lang).persons_api_mailboxes().to_string()),
        )
        .operation(
            Method::POST,
            "/api/v1/mailboxes",
            Scope::KeepRoles,
            add,
            Operation::makes::<MailboxView>(|lang| crate::words(lang).persons_api_add_mailbox().to_string())
                .takes::<MailboxBody>(),
        )
        .operation(
            Method::POST,
            "/api/v1/mailboxes/{mailbox}/closure",
            Scope::KeepRoles,
            remove,
            Operation::does(|lang| crate::words(lang).persons_api_remove_mailbox().to_string()).takes_nothing(),
        )
}

fn view(mailbox: Mailbox) -> MailboxView {
    MailboxView {
        id: mailbox.id.uuid(),
        role: mailbox.role.word().into(),
        unit: mailbox.unit.map(Id::uuid),
        email: mailbox.email.as_str().to_owned(),
    }
}

async fn list(State(app): State<App>, visit: Visit, asked: Asked) -> Answer {
    let (paging, id) = (asked.paging(&[])?, visit.organisation()?);
    let all = app.db().read(visit.actor(), async |tx| mailboxes::list(&tx, id).await).await?;
    let part = paging.part(all, |mailbox| mailbox.id.uuid());
    paging.answer(part, |mailbox| mailbox.id.uuid(), nobody, view)
}

async fn add(State(app): State<App>, visit: Visit, sent: Sent<MailboxBody>) -> Answer {
    let (id, body) = (visit.organisation()?, &sent.body);
    let add = async |tx: Tx| {
        let add = async || {
            let role = Role::from_word(&body.role).ok_or_else(|| Unfit::value("role", body.role.clone()))?;
            let (unit, email) = (unit_of(&tx, id, body.unit).await?, Email::new(&body.email)?);
            let added = mailboxes::add(&tx, id, (role, unit), &email).await?;
            Ok(view(Mailbox { id: added, role, unit, email }))
        };
        sent.once(&tx, add).await
    };
    let added = app.db().write(visit.actor(), add).await?;
    made("/api/v1/mailboxes", &added)
}

async fn remove(State(app): State<App>, visit: Visit, Path(mailbox): Path<MailboxId>, sent: Sent<NoFields>) -> Answer {
    let id = visit.organisation()?;
    let remove = async |tx: Tx| sent.once(&tx, async || mailboxes::remove(&tx, id, mailbox).await).await;
    app.db().write(visit.actor(), remove).await?;
    done()
}
