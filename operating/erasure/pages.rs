//! Asking before somebody is erased: what goes, what stays and why.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use base::{OrganisationId, PersonId};
use kit::fault::Fault;
use kit::page::Page;
use kit::web::{Answer, App, Form, NoFields, Path, Visit, see_other, show_with};

use super::actions;
use super::model::{Group, Plan};
use crate::Words;

#[derive(Template)]
#[template(path = "erasure/erasure.html")]
struct ErasurePage {
    page: Page,
    words: &'static Words,
    organisation: OrganisationId,
    person: PersonId,
    name: String,
    obstacles: Vec<String>,
    goes: Vec<(String, String)>,
    stays: Vec<(String, String)>,
}

/// GET /organisations/{organisation}/people/{person}/erasure
pub async fn ask(State(app): State<App>, visit: Visit, Path(at): Path<(OrganisationId, PersonId)>) -> Answer {
    shown(&app, &visit, at, StatusCode::OK).await
}

async fn shown(app: &App, visit: &Visit, at: (OrganisationId, PersonId), status: StatusCode) -> Answer {
    let plan = app.db().read(visit.actor(), async |tx| actions::plan(&tx, at.0, at.1).await).await?;
    show_with(status, &page_of(app, visit, at, &plan))
}

fn page_of(app: &App, visit: &Visit, (organisation, person): (OrganisationId, PersonId), plan: &Plan) -> ErasurePage {
    let words = crate::words(visit.lang());
    let line = |(group, rows): &(Group, u64)| {
        let rows = usize::try_from(*rows).unwrap_or(usize::MAX);
        (words.erasure_group(group.word()).to_string(), words.erasure_rows(rows).to_string())
    };
    let why = |(group, _): &(Group, u64)| {
        (words.erasure_group(group.word()).to_string(), words.erasure_why(group.word()).to_string())
    };
    ErasurePage {
        page: visit.page(app),
        words,
        organisation,
        person,
        name: plan.name.clone(),
        obstacles: plan.obstacles.iter().map(|one| words.erasure_obstacle(one.word()).to_string()).collect(),
        goes: plan.goes.iter().map(line).collect(),
        stays: plan.stays.iter().map(why).collect(),
    }
}

/// POST /organisations/{organisation}/people/{person}/erasure
pub async fn erase(
    State(app): State<App>,
    visit: Visit,
    Path(at): Path<(OrganisationId, PersonId)>,
    Form(NoFields {}): Form<NoFields>,
) -> Answer {
    let done: Result<(), Fault> = app.db().write(visit.actor(), async |tx| actions::erase(&tx, at.0, at.1).await).await;
    match done {
        Ok(()) => Ok(see_other(format!("/organisations/{}/people", at.0))),
        Err(fault) if fault.problem().map(kit::fault::Problem::name) == Some("erasure-obstacle") => {
            shown(&app, &visit, at, StatusCode::CONFLICT).await
        }
        Err(fault) => Err(fault),
    }
}
