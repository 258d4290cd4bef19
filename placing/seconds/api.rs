//! What waits for a second look, for programs. A token acts for whoever made it: it confirms nothing that its maker asked.

use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use base::{Id, OrganisationId, SecondLookId};
use chrono::{DateTime, Utc};
use kit::db::Tx;
use kit::scope::Scope;
use kit::web::api::{Asked as Question, Operation, Sent};
use kit::web::{Answer, App, NoFields, Path, Routes, Visit};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::actions;
use super::model::Waiting;

/// So many are looked at; there are never as many.
const WAITING_MAX: u64 = 2_000;

/// Something that waits until another of the office confirms it. Its reason is read in the portal alone.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct SecondLookView {
    /// Which
    id: Uuid,
    /// "placement", "release", "classes" or "rule"
    kind: String,
    /// In which round; none: about the rule itself
    round: Option<Uuid>,
    /// About whom
    student: Option<Uuid>,
    /// Where to
    offer: Option<Uuid>,
    /// How many priority classes
    count: usize,
    /// Who asked
    asked_by: Uuid,
    /// When
    asked_at: DateTime<Utc>,
}

/// Why something is turned down.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct RefusalBody {
    /// The reason in words, for whoever asked
    #[schema(min_length = 1, max_length = 1000)]
    note: String,
}

/// The operations of this room.
pub fn routes() -> Routes {
    let allocate = Scope::Allocate;
    Routes::new()
        .operation(
            Method::GET,
            "/api/v1/organisations/{organisation}/second-looks",
            allocate,
            list,
            Operation::lists::<SecondLookView>(|lang| crate::words(lang).seconds_api_list().to_string()),
        )
        .operation(
            Method::POST,
            "/api/v1/organisations/{organisation}/second-looks/{look}/confirmation",
            allocate,
            confirm,
            Operation::does(|lang| crate::words(lang).seconds_api_confirm().to_string()).takes_nothing(),
        )
        .operation(
            Method::POST,
            "/api/v1/organisations/{organisation}/second-looks/{look}/refusal",
            allocate,
            refuse,
            Operation::does(|lang| crate::words(lang).seconds_api_refuse().to_string()).takes::<RefusalBody>(),
        )
}

fn view(one: Waiting) -> SecondLookView {
    SecondLookView {
        id: one.asked.id.uuid(),
        kind: one.asked.kind.word().into(),
        round: one.asked.round.map(Id::uuid),
        student: one.asked.person.map(Id::uuid),
        offer: one.asked.offer.map(Id::uuid),
        count: one.asked.count,
        asked_by: one.asked.by.uuid(),
        asked_at: one.at,
    }
}

async fn list(
    State(app): State<App>,
    visit: Visit,
    Path(organisation): Path<OrganisationId>,
    asked: Question,
) -> Answer {
    let paging = asked.paging(&[])?;
    let read = async |tx: Tx| Ok(actions::waiting(&tx, organisation, (0, WAITING_MAX)).await?.0);
    let waiting = app.db().read(visit.actor(), read).await?;
    let waiting = paging.part(waiting, |one| one.asked.id.uuid());
    paging.answer(waiting, |one| one.asked.id.uuid(), |one| one.asked.person.into_iter().chain([one.asked.by]), view)
}

async fn confirm(
    State(app): State<App>,
    visit: Visit,
    Path((organisation, look)): Path<(OrganisationId, SecondLookId)>,
    sent: Sent<NoFields>,
) -> Answer {
    let confirm = async |tx: Tx| {
        let confirm = async || actions::confirm(&tx, organisation, look).await;
        sent.once(&tx, confirm).await
    };
    app.db().write(visit.actor(), confirm).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn refuse(
    State(app): State<App>,
    visit: Visit,
    Path((organisation, look)): Path<(OrganisationId, SecondLookId)>,
    sent: Sent<RefusalBody>,
) -> Answer {
    let refuse = async |tx: Tx| {
        let refuse = async || actions::refuse(&tx, organisation, look, &sent.body.note).await;
        sent.once(&tx, refuse).await
    };
    app.db().write(visit.actor(), refuse).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
