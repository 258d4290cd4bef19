//! Roles and deputies, for programs: nobody gives more than whoever made the token holds.

use axum::extract::State;
use axum::http::Method;
use base::{Id, PersonId, RoleId};
use chrono::NaiveDate;
use kit::actor::Role;
use kit::db::Tx;
use kit::scope::Scope;
use kit::web::api::{Asked, Operation, Sent, Unfit, done, made, shown};
use kit::web::{Answer, App, NoFields, Path, Routes, Visit};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::super::actions::{self, register};
use super::super::model::{NewRole, Span};
use super::{RoleView, role_view, unit_of};

/// A role that is to be given.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewRole)]
pub(crate) struct RoleBody {
    /// Whose
    person: Uuid,
    /// "administrator" or "coordinator"
    role: String,
    /// The unit it is on; none: the whole organisation
    #[serde(default)]
    unit: Option<Uuid>,
    /// First day; none: from now on
    #[serde(default)]
    from_on: Option<NaiveDate>,
    /// Last day; none: without an end
    #[serde(default)]
    until_on: Option<NaiveDate>,
}

/// Somebody who is to stand in for the holder of a role.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DeputyBody {
    /// Who
    deputy: Uuid,
    /// First day; none: from now on
    #[serde(default)]
    from_on: Option<NaiveDate>,
    /// Last day
    until_on: NaiveDate,
}

/// The operations of roles.
pub fn routes() -> Routes {
    let (see, keep) = (Scope::SeePeople, Scope::KeepRoles);
    Routes::new()
        .operation(
            Method::GET,
            "/api/v1/roles",
            see,
            list,
            Operation::lists::<RoleView>(|lang| crate::words(lang).persons_api_roles().to_string()),
        )
        .operation(
            Method::POST,
            "/api/v1/roles",
            keep,
            give,
            Operation::makes::<RoleView>(|lang| crate::words(lang).persons_api_give().to_string()).takes::<RoleBody>(),
        )
        .operation(
            Method::GET,
            "/api/v1/roles/{role}",
            see,
            show,
            Operation::shows::<RoleView>(|lang| crate::words(lang).persons_api_role().to_string()),
        )
        .operation(
            Method::POST,
            "/api/v1/roles/{role}/closure",
            keep,
            close,
            Operation::does(|lang| crate::words(lang).persons_api_close_role().to_string()).takes_nothing(),
        )
        .operation(
            Method::POST,
            "/api/v1/roles/{role}/deputies",
            keep,
            depute,
            Operation::makes::<RoleView>(|lang| crate::words(lang).persons_api_depute().to_string())
                .takes::<DeputyBody>(),
        )
}

async fn list(State(app): State<App>, visit: Visit, asked: Asked) -> Answer {
    let (paging, id) = (asked.paging(&[])?, visit.organisation()?);
    let after = paging.after().map(RoleId::from_uuid);
    let rows =
        app.db().read(visit.actor(), async |tx| register::roles_part(&tx, id, after, paging.rows()).await).await?;
    paging.answer(rows, |held| held.id.uuid(), super::named_by, |held| role_view(&held))
}

async fn show(State(app): State<App>, visit: Visit, Path(role): Path<RoleId>) -> Answer {
    let id = visit.organisation()?;
    let held = app.db().read(visit.actor(), async |tx| register::role(&tx, id, role).await).await?;
    shown(&role_view(&held))
}

async fn give(State(app): State<App>, visit: Visit, sent: Sent<RoleBody>) -> Answer {
    let (id, body) = (visit.organisation()?, &sent.body);
    let give = async |tx: Tx| {
        let give = async || {
            let person = PersonId::from_uuid(body.person);
            let role = Role::from_word(&body.role).ok_or_else(|| Unfit::value("role", body.role.clone()))?;
            let unit = unit_of(&tx, id, body.unit).await?;
            register::file(&tx, id, person).await?;
            let new = NewRole { person, role, unit, span: Span::new(body.from_on, body.until_on)? };
            let given = actions::give_role(&tx, id, &new).await?;
            Ok(role_view(&register::role(&tx, id, given).await?))
        };
        sent.once(&tx, give).await
    };
    let given = app.db().write(visit.actor(), give).await?;
    made(&format!("/api/v1/roles/{}", given.id), &given)
}

async fn close(State(app): State<App>, visit: Visit, Path(role): Path<RoleId>, sent: Sent<NoFields>) -> Answer {
    let id = visit.organisation()?;
    let close = async |tx: Tx| sent.once(&tx, async || register::close_role(&tx, id, role).await).await;
    app.db().write(visit.actor(), close).await?;
    done()
}

async fn depute(State(app): State<App>, visit: Visit, Path(role): Path<RoleId>, sent: Sent<DeputyBody>) -> Answer {
    let (id, body) = (visit.organisation()?, &sent.body);
    let depute = async |tx: Tx| {
        let depute = async || {
            register::role(&tx, id, role).await?;
            let span = Span::new(body.from_on, Some(body.until_on))?;
            let named = register::depute(&tx, id, role, PersonId::from_uuid(body.deputy), span).await?;
            Ok(role_view(&register::role(&tx, id, named).await?))
        };
        sent.once(&tx, depute).await
    };
    let named = app.db().write(visit.actor(), depute).await?;
    made(&format!("/api/v1/roles/{}", named.id), &named)
}
