//! Imports for programs: bring a file, say which column is which, look at what each row would do, put cells right,
//! import, take back. Nothing is written before the program says so.

mod rows;

use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::Method;
use base::{Id, ImportId};
use chrono::{DateTime, Utc};
use kit::db::Tx;
use kit::fault::{Fault, NotFound};
use kit::scope::Scope;
use kit::sheet::FILE_BYTES_MAX;
use kit::web::api::{Asked, Operation, Parameter, Sent, SentFile, Unfit, accepted, done, made, shown};
use kit::web::{Answer, App, NoFields, Path, Routes, Visit};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::actions;
use super::model::{
    Corrections, Counts, Home, Import, Importer, Importers, Mapping, NewFile, Review, State as Stage, Stays,
};
use super::pages::{Opened, fetch, headings, importer_of, open, parse};

/// A kind of file that can be brought.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct KindView {
    /// Its name in addresses
    kind: String,
    /// "round" or "organisation": where such a file is brought
    home: String,
    /// What the token needs besides, for what the file changes
    scope: String,
    /// What is imported
    title: String,
    /// Columns that are understood
    columns: Vec<ColumnView>,
}

/// A column that is understood.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ColumnView {
    /// Its name
    key: String,
    /// What people call it
    label: String,
    /// Whether each row must have a value
    required: bool,
}

/// Every kind of file.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct KindsView {
    /// In the order in which files are usually brought
    kinds: Vec<KindView>,
}

/// An import, and how far it has come.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct ImportView {
    /// Which
    id: Uuid,
    /// What is imported
    kind: String,
    /// The round or organisation it goes into
    subject: Uuid,
    /// "checking" while nothing is written, "running", "done", "undone" or "dropped"
    state: String,
    /// What the file is called
    file_name: String,
    /// Who brought it
    by: Uuid,
    /// When
    created_at: DateTime<Utc>,
    /// When it was written
    done_at: Option<DateTime<Utc>>,
    /// When it was taken back
    undone_at: Option<DateTime<Utc>>,
    /// How many rows do what; none before every needed column is assigned
    counts: Option<CountsView>,
    /// What is known of the file while it is checked
    checking: Option<CheckingView>,
}

/// How many rows do what.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct CountsView {
    /// Add something
    new: usize,
    /// Change something
    changed: usize,
    /// Change nothing
    same: usize,
    /// Have an error, or wait for a row that has one
    wrong: usize,
    /// Were left out
    left_out: usize,
    /// Are there and not in the file; they stay
    gone: usize,
}

/// What is known of a file while it is checked.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct CheckingView {
    /// Names of the sheets
    sheets: Vec<String>,
    /// Which sheet is meant, from 0
    sheet: usize,
    /// What stands above the columns of the sheet, from 0
    headings: Vec<String>,
    /// By the name of a column: which column of the sheet holds it, from 0
    columns: BTreeMap<String, Option<usize>>,
    /// Columns that must be assigned and are not
    missing: Vec<String>,
    /// Rows that wait
    left_out: Vec<u32>,
}

/// Something of an import that is not taken back.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ImportStays)]
pub(crate) struct StaysView {
    /// What it is called
    name: String,
    /// Its page in the portal
    href: String,
    /// Why it stays
    why: String,
}

/// After these a page's address names a person.
const PEOPLE: [&str; 2] = ["people", "students"];

/// Which sheet and columns are meant.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MappingBody {
    /// Which sheet, from 0; none: as before. Another sheet's columns are recognised by their headings
    #[serde(default)]
    sheet: Option<usize>,
    /// By the name of a column: which column of the sheet holds it, from 0; null for none. Others stay as they were
    columns: BTreeMap<String, Option<usize>>,
}

/// What is put right.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CorrectionsBody {
    /// Values in place of what stands in the file
    #[serde(default)]
    #[schema(max_items = 2000)]
    cells: Vec<CellBody>,
    /// Rows that wait from now on
    #[serde(default)]
    leave_out: Vec<u32>,
    /// Rows that wait no longer
    #[serde(default)]
    take_in: Vec<u32>,
    /// Whether every row with an error waits
    #[serde(default)]
    leave_out_wrong: bool,
}

/// A value in place of what stands in the file.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct CellBody {
    /// The row, as a spreadsheet program counts
    row: u32,
    /// The name of the column
    column: String,
    /// What stands there from now on
    value: String,
}

/// The operations of this room.
pub fn routes() -> Routes {
    let import = Scope::ImportFiles;
    Routes::new()
        .operation(
            Method::GET,
            "/api/v1/import-kinds",
            import,
            kinds,
            Operation::shows::<KindsView>(|lang| crate::words(lang).imports_api_kinds().to_string()),
        )
        .operation(
            Method::GET,
            "/api/v1/rounds/{round}/imports",
            import,
            of_round,
            Operation::lists::<ImportView>(|lang| crate::words(lang).imports_api_of_round().to_string()),
        )
        .operation(
            Method::POST,
            "/api/v1/rounds/{round}/imports/{kind}",
            import,
            into_round,
            Operation::makes::<ImportView>(|lang| crate::words(lang).imports_api_into_round().to_string())
                .takes_file()
                .asks(Parameter::Text("name")),
        )
        .holding(FILE_BYTES_MAX)
        .operation(
            Method::GET,
            "/api/v1/organisation/imports",
            import,
            of_organisation,
            Operation::lists::<ImportView>(|lang| crate::words(lang).imports_api_of_organisation().to_string()),
        )
        .operation(
            Method::POST,
            "/api/v1/organisation/imports/{kind}",
            import,
            into_organisation,
            Operation::makes::<ImportView>(|lang| crate::words(lang).imports_api_into_organisation().to_string())
                .takes_file()
                .asks(Parameter::Text("name")),
        )
        .holding(FILE_BYTES_MAX)
        .merge(one_import())
        .merge(rows::routes())
}

fn one_import() -> Routes {
    let import = Scope::ImportFiles;
    Routes::new()
        .operation(
            Method::GET,
            "/api/v1/imports/{import}",
            import,
            show,
            Operation::shows::<ImportView>(|lang| crate::words(lang).imports_api_show().to_string()),
        )
        .operation(
            Method::PUT,
            "/api/v1/imports/{import}/mapping",
            import,
            assign,
            Operation::shows::<ImportView>(|lang| crate::words(lang).imports_api_assign().to_string())
                .takes::<MappingBody>()
                .edits(),
        )
        .operation(
            Method::PUT,
            "/api/v1/imports/{import}/corrections",
            import,
            correct,
            Operation::shows::<ImportView>(|lang| crate::words(lang).imports_api_correct().to_string())
                .takes::<CorrectionsBody>()
                .edits(),
        )
        .operation(
            Method::POST,
            "/api/v1/imports/{import}/import",
            import,
            confirm,
            Operation::begins::<ImportView>(|lang| crate::words(lang).imports_api_confirm().to_string())
                .takes_nothing(),
        )
        .operation(
            Method::GET,
            "/api/v1/imports/{import}/undo",
            import,
            undoing,
            Operation::lists::<StaysView>(|lang| crate::words(lang).imports_api_undoing().to_string()),
        )
        .operation(
            Method::POST,
            "/api/v1/imports/{import}/undo",
            import,
            undo,
            Operation::does(|lang| crate::words(lang).imports_api_undo().to_string()).takes_nothing(),
        )
        .operation(
            Method::POST,
            "/api/v1/imports/{import}/drop",
            import,
            drop_import,
            Operation::does(|lang| crate::words(lang).imports_api_drop().to_string()).takes_nothing(),
        )
}

async fn kinds(State(app): State<App>, visit: Visit) -> Answer {
    let lang = visit.lang();
    let kind = |importer: &dyn Importer, home: &str| KindView {
        kind: importer.kind().into(),
        home: home.into(),
        scope: importer.scope().word().into(),
        title: importer.title(lang),
        columns: importer
            .columns()
            .into_iter()
            .map(|column| ColumnView { key: column.key.into(), label: (column.label)(lang), required: column.required })
            .collect(),
    };
    let importers = app.part::<Importers>();
    let homes = [(Home::Organisation, "organisation"), (Home::Round, "round")];
    let kinds = homes.into_iter().flat_map(|(home, word)| importers.at(home).map(move |one| kind(one, word)));
    shown(&KindsView { kinds: kinds.collect() })
}

fn counts_view(counts: Counts) -> CountsView {
    let Counts { new, changed, same, wrong, left_out, gone } = counts;
    CountsView { new, changed, same, wrong, left_out, gone }
}

/// The import without what only its file tells.
fn head(import: &Import) -> ImportView {
    let written = matches!(import.state, Stage::Done | Stage::Undone);
    ImportView {
        id: import.id.uuid(),
        kind: import.kind.clone(),
        subject: import.subject,
        state: import.state.word().into(),
        file_name: import.file_name.clone(),
        by: import.created_by.uuid(),
        created_at: import.created_at,
        done_at: import.done_at,
        undone_at: import.undone_at,
        counts: written.then(|| counts_view(import.counts)),
        checking: None,
    }
}

/// The import with what its file tells, while it is checked.
async fn view(tx: &Tx, visit: &Visit, opened: &Opened<'_>) -> Result<ImportView, Fault> {
    let Opened { import, importer, sheet } = opened;
    let (columns, headings) = (importer.columns(), headings(sheet, visit.lang()));
    let missing = import.mapping.missing(&columns);
    let review: Option<Review> = match missing.is_empty() {
        true => Some(actions::review(tx, *importer, import, sheet).await?),
        false => None,
    };
    Ok(ImportView {
        counts: review.map(|review| counts_view(review.counts())),
        checking: Some(CheckingView {
            sheets: sheet.names.clone(),
            sheet: import.sheet,
            columns: columns.iter().map(|column| (column.key.into(), import.mapping.place(column.key))).collect(),
            missing: missing.iter().map(|column| column.key.into()).collect(),
            left_out: import.corrections.left_out().iter().copied().collect(),
            headings,
        }),
        ..head(import)
    })
}

/// An import whose kind the token may bring.
async fn found(app: &App, visit: &Visit, id: ImportId) -> Result<Import, Fault> {
    let import = app.db().read(visit.actor(), async |tx| Ok(actions::find(&tx, id).await?.1)).await?;
    visit.needs(importer_of(app, &import.kind)?.scope())?;
    Ok(import)
}

/// The same with its file, while it is checked.
async fn opened<'a>(app: &'a App, visit: &Visit, id: ImportId) -> Result<Opened<'a>, Fault> {
    found(app, visit, id).await?;
    open(app, visit, id).await
}

/// As it stands now, whatever its state.
async fn now(app: &App, visit: &Visit, id: ImportId) -> Result<ImportView, Fault> {
    let import = found(app, visit, id).await?;
    if import.state != Stage::Checking {
        return Ok(head(&import));
    }
    let opened = open(app, visit, id).await?;
    app.db().read(visit.actor(), async |tx| view(&tx, visit, &opened).await).await
}

async fn of_subject(app: &App, visit: &Visit, (home, subject): (Home, Uuid), asked: &Asked) -> Answer {
    let paging = asked.paging(&[])?;
    let importer = app.part::<Importers>().at(home).next().ok_or_else(|| NotFound::of("imports", subject))?;
    let look = async |tx: Tx| {
        let into = importer.subject(&tx, subject).await?;
        actions::recent(&tx, &into, home, subject).await
    };
    let rows = paging.part(app.db().read(visit.actor(), look).await?, |import| import.id.uuid());
    paging.answer(rows, |import| import.id.uuid(), |import| Some(import.created_by), |import| head(&import))
}

async fn of_round(State(app): State<App>, visit: Visit, Path(round): Path<Uuid>, asked: Asked) -> Answer {
    of_subject(&app, &visit, (Home::Round, round), &asked).await
}

async fn of_organisation(State(app): State<App>, visit: Visit, asked: Asked) -> Answer {
    let id = visit.organisation()?.uuid();
    of_subject(&app, &visit, (Home::Organisation, id), &asked).await
}

/// A file comes in when it can be read; what it says of columns is recognised as on the page.
async fn bring(
    app: &App,
    visit: &Visit,
    (home, subject, kind): (Home, Uuid, &str),
    asked: &Asked,
    sent: &SentFile,
) -> Answer {
    asked.only(&["name"])?;
    let importer = importer_of(app, kind)?;
    if Home::of(kind) != home {
        return Err(NotFound::of("kind of import", kind).into());
    }
    visit.needs(importer.scope())?;
    app.db().read(visit.actor(), async |tx| importer.subject(&tx, subject).await).await?;
    let file = NewFile::new(asked.text("name")?.unwrap_or_default(), sent.bytes.clone());
    let sheet = parse(file.bytes.clone(), 0).await?;
    let headings = headings(&sheet, visit.lang());
    let bring =
        async |tx: Tx| sent.once(&tx, async || actions::bring(&tx, importer, subject, &file, &headings).await).await;
    let id: ImportId = app.db().write(visit.actor(), bring).await?;
    made(&format!("/api/v1/imports/{id}"), &now(app, visit, id).await?)
}

async fn into_round(
    State(app): State<App>,
    visit: Visit,
    Path((round, kind)): Path<(Uuid, String)>,
    asked: Asked,
    sent: SentFile,
) -> Answer {
    bring(&app, &visit, (Home::Round, round, &kind), &asked, &sent).await
}

async fn into_organisation(
    State(app): State<App>,
    visit: Visit,
    Path(kind): Path<String>,
    asked: Asked,
    sent: SentFile,
) -> Answer {
    let id = visit.organisation()?.uuid();
    bring(&app, &visit, (Home::Organisation, id, &kind), &asked, &sent).await
}

async fn show(State(app): State<App>, visit: Visit, Path(id): Path<ImportId>) -> Answer {
    shown(&now(&app, &visit, id).await?)
}

impl MappingBody {
    fn read(&self, opened: &Opened<'_>, visit: &Visit) -> Result<Mapping, Fault> {
        let headings = headings(&opened.sheet, visit.lang());
        let columns = opened.importer.columns();
        let mut mapping = opened.import.mapping.clone();
        for (key, place) in &self.columns {
            let unfit = || Unfit::value(format!("columns.{key}"), place.map(|at| at.to_string()).unwrap_or_default());
            let column = columns.iter().find(|column| column.key == key).ok_or_else(unfit)?;
            if place.is_some_and(|place| place >= headings.len()) {
                return Err(unfit().into());
            }
            mapping.set(column, *place, &headings);
        }
        Ok(mapping)
    }
}

async fn assign(State(app): State<App>, visit: Visit, Path(id): Path<ImportId>, sent: Sent<MappingBody>) -> Answer {
    let opened = opened(&app, &visit, id).await?;
    let (sheet, mapping) = match sent.body.sheet {
        Some(other) if other != opened.import.sheet => {
            if other >= opened.sheet.names.len() {
                return Err(Unfit::value("sheet", other.to_string()).into());
            }
            let headings = headings(&fetch(&app, visit.actor(), id, other).await?, visit.lang());
            (other, Mapping::recognise(&opened.importer.columns(), &headings, None))
        }
        _ => (opened.import.sheet, sent.body.read(&opened, &visit)?),
    };
    app.db()
        .write(visit.actor(), async |tx| {
            sent.unchanged(&view(&tx, &visit, &opened).await?)?;
            actions::assign(&tx, id, sheet, &mapping).await
        })
        .await?;
    shown(&now(&app, &visit, id).await?)
}

impl CorrectionsBody {
    fn read(&self, opened: &Opened<'_>, wrong: &[u32]) -> Result<Corrections, Fault> {
        let columns = opened.importer.columns();
        let mut corrections = opened.import.corrections.clone();
        let known = |row: u32| opened.sheet.rows.iter().skip(1).any(|known| known.number == row);
        let row = |place: String, row: u32| match known(row) {
            true => Ok(row),
            false => Err(Unfit::value(place, row.to_string())),
        };
        for (number, cell) in self.cells.iter().enumerate() {
            let place = |field: &str| format!("cells[{number}].{field}");
            let column = columns.iter().find(|column| column.key == cell.column);
            let column = column.ok_or_else(|| Unfit::value(place("column"), cell.column.clone()))?;
            corrections.correct(row(place("row"), cell.row)?, column, &cell.value);
        }
        for (number, left) in self.leave_out.iter().enumerate() {
            corrections.leave_out(row(format!("leave_out[{number}]"), *left)?);
        }
        wrong.iter().for_each(|row| corrections.leave_out(*row));
        for (number, taken) in self.take_in.iter().enumerate() {
            corrections.take_in(row(format!("take_in[{number}]"), *taken)?);
        }
        Ok(corrections)
    }
}

async fn correct(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<ImportId>,
    sent: Sent<CorrectionsBody>,
) -> Answer {
    let opened = opened(&app, &visit, id).await?;
    app.db()
        .write(visit.actor(), async |tx| {
            sent.unchanged(&view(&tx, &visit, &opened).await?)?;
            let wrong: Vec<u32> = match sent.body.leave_out_wrong {
                true => {
                    let review = actions::review(&tx, opened.importer, &opened.import, &opened.sheet).await?;
                    review.wrong().map(|row| row.row.number).collect()
                }
                false => vec![],
            };
            actions::correct(&tx, id, &sent.body.read(&opened, &wrong)?).await
        })
        .await?;
    shown(&now(&app, &visit, id).await?)
}

async fn confirm(State(app): State<App>, visit: Visit, Path(id): Path<ImportId>, sent: Sent<NoFields>) -> Answer {
    if found(&app, &visit, id).await?.state == Stage::Checking {
        let opened = open(&app, &visit, id).await?;
        let confirm = async |tx: Tx| {
            let confirm = async || {
                actions::confirm(&tx, opened.importer, &opened.import, &opened.sheet).await?;
                Ok(())
            };
            sent.once(&tx, confirm).await
        };
        app.db().write(visit.actor(), confirm).await?;
    }
    // Confirmed again, it is not done again.
    accepted(&format!("/api/v1/imports/{id}"), &now(&app, &visit, id).await?)
}

/// What stays has no id of its own: the part of a list begins after a number written as one.
async fn undoing(State(app): State<App>, visit: Visit, Path(id): Path<ImportId>, asked: Asked) -> Answer {
    let paging = asked.paging(&[])?;
    let import = found(&app, &visit, id).await?;
    let (importer, lang) = (importer_of(&app, &import.kind)?, visit.lang());
    let look = async |tx: Tx| actions::undoing(&tx, importer, id, lang).await;
    let stays = app.db().read(visit.actor(), look).await?.unwrap_or_default().stays;
    let rows: Vec<(u128, Stays)> = (1..).zip(stays).collect();
    let place = |row: &(u128, Stays)| Uuid::from_u128(row.0);
    // Of a person who stays, the page is their own.
    let named =
        |row: &(u128, Stays)| row.1.href.split('/').skip_while(|part| !PEOPLE.contains(part)).nth(1)?.parse().ok();
    let view = |(_, stays): (u128, Stays)| StaysView { name: stays.name, href: stays.href, why: stays.why };
    paging.answer(paging.part(rows, place), place, named, view)
}

async fn undo(State(app): State<App>, visit: Visit, Path(id): Path<ImportId>, sent: Sent<NoFields>) -> Answer {
    let import = found(&app, &visit, id).await?;
    let importer = importer_of(&app, &import.kind)?;
    let undo = async |tx: Tx| sent.once(&tx, async || actions::undo(&tx, importer, id).await).await;
    app.db().write(visit.actor(), undo).await?;
    done()
}

async fn drop_import(State(app): State<App>, visit: Visit, Path(id): Path<ImportId>, sent: Sent<NoFields>) -> Answer {
    found(&app, &visit, id).await?;
    let give_up = async |tx: Tx| sent.once(&tx, async || actions::drop_import(&tx, id).await.map(drop)).await;
    app.db().write(visit.actor(), give_up).await?;
    done()
}
