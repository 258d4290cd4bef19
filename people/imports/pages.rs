//! The pages of an import: bring a file, look at what it would do, confirm, see the receipt.

mod control;
mod receipt;
mod undo;
mod upload;

use std::sync::LazyLock;

use axum::extract::State;
use base::ImportId;
use bytes::Bytes;
use kit::actor::Actor;
use kit::fault::{Fault, Kind, NotFound};
use kit::list::ListQuery;
use kit::sheet::{self, FileProblem, Sheet};
use kit::web::{Answer, App, Form, NoFields, Path, Query, Visit, refused_form, see_other, show};
use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::task::spawn_blocking;

pub(super) use control::headings;
pub use undo::ask_undo;
pub use upload::{ask, ask_organisation, take_file, take_organisation_file};

use super::actions::{self, Confirmed};
use super::model::{Import, Importer, Importers, State as Stage};

/// So many files are read at the same time: each may need some ten times its size in memory.
static READERS: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(2));

/// An import with what its file holds and who knows what the rows mean.
pub(super) struct Opened<'a> {
    pub import: Import,
    pub importer: &'a dyn Importer,
    pub sheet: Sheet,
}

/// What the import is about now: the preview, the progress or the receipt.
pub async fn show_import(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<ImportId>,
    Query(query): Query<ListQuery>,
) -> Answer {
    let import = app.db().read(visit.actor(), async |tx| Ok(actions::find(&tx, id).await?.1)).await?;
    match (import.state, import.job) {
        (Stage::Checking, _) => {
            let opened = open(&app, &visit, id).await?;
            show(&control::page(&app, &visit, &opened, &query, None).await?)
        }
        (Stage::Running, Some(job)) => Ok(see_other(format!("/jobs/{job}"))),
        _ => receipt::answer(&app, &visit, &import, &query).await,
    }
}

/// Says which sheet and which columns are meant.
pub async fn assign(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<ImportId>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answer {
    let opened = open(&app, &visit, id).await?;
    let chosen = control::chosen(&opened, &fields)?;
    let (index, mapping) = match chosen.sheet {
        same if same == opened.import.sheet => (same, chosen.mapping),
        other => {
            // Another sheet has other headings: what was chosen for this one says nothing about it.
            let headings = headings(&fetch(&app, visit.actor(), id, other).await?, visit.lang());
            (other, super::Mapping::recognise(&opened.importer.columns(), &headings, None))
        }
    };
    app.db().write(visit.actor(), async |tx| actions::assign(&tx, id, index, &mapping).await).await?;
    Ok(see_other(format!("/imports/{id}")))
}

/// Puts cells right, lets rows wait, or takes them in again.
pub async fn correct(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<ImportId>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Answer {
    let opened = open(&app, &visit, id).await?;
    let corrections = control::corrected(&app, &visit, &opened, &fields).await?;
    let kept = app.db().write(visit.actor(), async |tx| actions::correct(&tx, id, &corrections).await).await;
    match kept {
        Ok(()) => Ok(see_other(format!("/imports/{id}"))),
        Err(fault) => again(&app, &visit, &opened, fault).await,
    }
}

/// Writes the rows that are ready.
pub async fn confirm(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<ImportId>,
    Form(_): Form<NoFields>,
) -> Answer {
    let opened = match open(&app, &visit, id).await {
        Ok(opened) => opened,
        // The file is gone when the import was given up: the page says so.
        Err(fault) if fault.problem().is_some_and(|problem| problem.kind() == Kind::Invalid) => {
            return Ok(see_other(format!("/imports/{id}")));
        }
        Err(fault) => return Err(fault),
    };
    let confirmed = app
        .db()
        .write(visit.actor(), async |tx| actions::confirm(&tx, opened.importer, &opened.import, &opened.sheet).await)
        .await;
    match confirmed {
        Ok(Confirmed::Written(_)) => Ok(see_other(format!("/imports/{id}"))),
        Ok(Confirmed::Job(job)) => Ok(see_other(format!("/jobs/{job}"))),
        Err(fault) => again(&app, &visit, &opened, fault).await,
    }
}

/// Takes a written import back.
pub async fn undo(State(app): State<App>, visit: Visit, Path(id): Path<ImportId>, Form(_): Form<NoFields>) -> Answer {
    let import = app.db().read(visit.actor(), async |tx| Ok(actions::find(&tx, id).await?.1)).await?;
    let importer = importer_of(&app, &import.kind)?;
    let undone = app.db().write(visit.actor(), async |tx| actions::undo(&tx, importer, id).await).await;
    match undone {
        Ok(()) => Ok(see_other(format!("/imports/{id}"))),
        Err(fault) => receipt::refused(&app, &visit, &import, fault).await,
    }
}

/// Gives an import up.
pub async fn drop_import(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<ImportId>,
    Form(_): Form<NoFields>,
) -> Answer {
    app.db().write(visit.actor(), async |tx| actions::drop_import(&tx, id).await).await?;
    Ok(see_other(format!("/imports/{id}")))
}

/// The preview once more, with what stood in the way.
async fn again(app: &App, visit: &Visit, opened: &Opened<'_>, fault: Fault) -> Answer {
    let Some(problem) = fault.problem() else { return Err(fault) };
    if !matches!(problem.kind(), Kind::Invalid | Kind::Conflict) {
        return Err(fault);
    }
    let status = match problem.kind() {
        Kind::Conflict => axum::http::StatusCode::CONFLICT,
        _ => axum::http::StatusCode::UNPROCESSABLE_ENTITY,
    };
    let told = problem.tell(visit.lang());
    match control::page(app, visit, opened, &ListQuery::default(), Some(told)).await {
        Ok(page) => kit::web::show_with(status, &page),
        // What stood in the way of the act stands in the way of the preview too.
        Err(_) => Err(fault),
    }
}

/// Opens an import with its file.
pub(super) async fn open<'a>(app: &'a App, visit: &Visit, id: ImportId) -> Result<Opened<'a>, Fault> {
    let import = app.db().read(visit.actor(), async |tx| Ok(actions::find(&tx, id).await?.1)).await?;
    let importer = importer_of(app, &import.kind)?;
    let sheet = fetch(app, visit.actor(), id, import.sheet).await?;
    Ok(Opened { import, importer, sheet })
}

/// Reads a file that has just come.
pub(super) async fn parse(bytes: Bytes, sheet: usize) -> Result<Sheet, FileProblem> {
    let _turn = turn().await?;
    read_beside(bytes, sheet).await
}

/// Reads the file of an import. It is fetched when its turn has come: those that wait take no memory.
pub(super) async fn fetch(app: &App, actor: &Actor, id: ImportId, sheet: usize) -> Result<Sheet, Fault> {
    let _turn = turn().await?;
    let bytes = app.db().read(actor, async |tx| actions::file(&tx, id).await).await?;
    Ok(read_beside(bytes.into(), sheet).await?)
}

async fn turn() -> Result<SemaphorePermit<'static>, FileProblem> {
    READERS.acquire().await.map_err(|error| FileProblem::Unreadable(error.to_string()))
}

/// Beside the threads that answer requests.
async fn read_beside(bytes: Bytes, sheet: usize) -> Result<Sheet, FileProblem> {
    let read = spawn_blocking(move || sheet::read(&bytes, sheet)).await;
    read.map_err(|error| FileProblem::Unreadable(error.to_string()))?
}

pub(super) fn importer_of<'a>(app: &'a App, kind: &str) -> Result<&'a dyn Importer, Fault> {
    let found = app.part::<Importers>().of(kind);
    Ok(found.ok_or_else(|| NotFound::of("kind of import", kind))?)
}

/// A field that the page never offered.
fn unknown_field(name: &str) -> Fault {
    refused_form(format!("unknown field {name:?}"))
}
