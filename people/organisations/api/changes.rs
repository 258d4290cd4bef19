//! What was and will be done to units, for programs, and taking a plan back.

use axum::extract::State;
use axum::http::Method;
use base::{Id, UnitChangeId, UnitId};
use chrono::{DateTime, NaiveDate, Utc};
use kit::db::Tx;
use kit::scope::Scope;
use kit::web::api::{Asked, Operation, Parameter, Sent, done};
use kit::web::{Answer, App, NoFields, Path, Routes, Visit};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::super::actions::units;
use super::super::model::{Shape, UnitChange};

/// A change of a unit.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = UnitChange)]
pub(crate) struct ChangeView {
    /// Which
    id: Uuid,
    /// Of which unit
    unit: Uuid,
    /// What is done: "added", "named", "moved", "closed" or "merged"
    act: String,
    /// The first day on which it holds
    from_on: NaiveDate,
    /// "planned", "done", "withdrawn" or "failed"
    state: String,
    /// As it was
    before: ShapeView,
    /// As it is from then on
    after: ShapeView,
    /// Why
    note: String,
    /// Who wanted it; none: the portal
    by: Option<Uuid>,
    /// When it was entered
    at: DateTime<Utc>,
    /// What stood in the way
    problem: Option<String>,
}

/// What may change of a unit.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = UnitShape)]
pub(crate) struct ShapeView {
    /// The unit it lies in
    parent: Option<Uuid>,
    /// What it is called
    name: String,
    /// Its key in other systems
    outside_key: Option<String>,
    /// Where it is
    address: Option<String>,
    /// Its last day
    until_on: Option<NaiveDate>,
    /// The unit it became part of
    merged_into: Option<Uuid>,
}

/// The operations of changes.
pub fn routes() -> Routes {
    Routes::new()
        .operation(
            Method::GET,
            "/api/v1/unit-changes",
            Scope::SeeUnits,
            list,
            Operation::lists::<ChangeView>(|lang| crate::words(lang).organisations_api_changes().to_string())
                .asks(Parameter::Id("unit")),
        )
        .operation(
            Method::POST,
            "/api/v1/unit-changes/{change}/withdrawal",
            Scope::KeepUnits,
            withdraw,
            Operation::does(|lang| crate::words(lang).organisations_api_withdraw().to_string()).takes_nothing(),
        )
}

fn shape_view(shape: Shape) -> ShapeView {
    ShapeView {
        parent: shape.parent.map(Id::uuid),
        name: shape.name,
        outside_key: shape.outside_key,
        address: shape.address,
        until_on: shape.until_on,
        merged_into: shape.merged_into.map(Id::uuid),
    }
}

fn view(change: UnitChange) -> ChangeView {
    ChangeView {
        id: change.id.uuid(),
        unit: change.unit.uuid(),
        act: change.act.word().into(),
        from_on: change.from_on,
        state: change.state.word().into(),
        before: shape_view(change.before),
        after: shape_view(change.after.shape),
        note: change.note,
        by: change.by.map(Id::uuid),
        at: change.at,
        problem: change.problem,
    }
}

async fn list(State(app): State<App>, visit: Visit, asked: Asked) -> Answer {
    let (paging, id) = (asked.paging(&["unit"])?, visit.organisation()?);
    let unit = asked.id("unit")?.map(UnitId::from_uuid);
    let part = (paging.after().map(UnitChangeId::from_uuid), paging.rows());
    let rows = app.db().read(visit.actor(), async |tx| units::changes_part(&tx, id, unit, part).await).await?;
    paging.answer(rows, |change| change.id.uuid(), |change| change.by, view)
}

async fn withdraw(
    State(app): State<App>,
    visit: Visit,
    Path(change): Path<UnitChangeId>,
    sent: Sent<NoFields>,
) -> Answer {
    let id = visit.organisation()?;
    let withdraw = async |tx: Tx| sent.once(&tx, async || units::withdraw(&tx, id, change).await.map(drop)).await;
    app.db().write(visit.actor(), withdraw).await?;
    done()
}
