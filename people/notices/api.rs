//! Addresses that take no mail, for programs. What somebody is told is their own, and no program's business.

use axum::extract::State;
use axum::http::Method;
use base::{Id, PersonId};
use chrono::{DateTime, Utc};
use kit::db::Tx;
use kit::scope::Scope;
use kit::web::api::{Asked, Operation, Sent, done};
use kit::web::{Answer, App, NoFields, Path, Routes, Visit};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::actions;
use super::queries::Bounced;

/// An address that takes no mail.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct BounceView {
    /// Whose
    person: Uuid,
    /// The address
    email: String,
    /// What its mail server said
    reason: String,
    /// Since when
    at: DateTime<Utc>,
}

/// The operations of this room.
pub fn routes() -> Routes {
    Routes::new()
        .operation(
            Method::GET,
            "/api/v1/bounces",
            Scope::SeePeople,
            list,
            Operation::lists::<BounceView>(|lang| crate::words(lang).notices_api_bounces().to_string()),
        )
        .operation(
            Method::POST,
            "/api/v1/bounces/{person}/retry",
            Scope::KeepPeople,
            retry,
            Operation::does(|lang| crate::words(lang).notices_api_retry().to_string()).takes_nothing(),
        )
}

async fn list(State(app): State<App>, visit: Visit, asked: Asked) -> Answer {
    let paging = asked.paging(&[])?;
    let all = app.db().read(visit.actor(), async |tx| actions::bounced(&tx).await).await?;
    let rows = paging.part(all, |bounced| bounced.person_id.uuid());
    let view = |bounced: Bounced| BounceView {
        person: bounced.person_id.uuid(),
        email: bounced.email,
        reason: bounced.reason,
        at: bounced.at,
    };
    paging.answer(rows, |bounced| bounced.person_id.uuid(), |bounced| Some(bounced.person_id), view)
}

async fn retry(State(app): State<App>, visit: Visit, Path(person): Path<PersonId>, sent: Sent<NoFields>) -> Answer {
    let retry = async |tx: Tx| sent.once(&tx, async || actions::retry(&tx, person).await).await;
    app.db().write(visit.actor(), retry).await?;
    done()
}
