//! Bringing a file: what it may hold and how large it may be is told first; the bytes are counted as they come.

use askama::Template;
use axum::extract::multipart::Multipart;
use axum::extract::{FromRequest, Request, State};
use kit::fault::Fault;
use kit::form::FormErrors;
use kit::format;
use kit::page::Page;
use kit::parts::{Empty, Tag};
use kit::sheet::{FILE_BYTES_MAX, FileProblem, ROWS_MAX};
use kit::table::{Action, Cell, Column as Head, Pages, Row, Table};
use kit::web::{Answer, App, Path, Query, Visit, piece_by_piece, refused_form, see_other, show, show_again};
use serde::Deserialize;
use uuid::Uuid;

use super::super::actions;
use super::super::model::{
    DRAINED_BYTES_MAX, Home, Import, ImportError, Importer, Importers, NewFile, PASTED_BYTES_MAX, State as Stage,
    Subject,
};
use super::{control, importer_of, parse, unknown_field};
use crate::Words;

/// What is imported.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Asked {
    /// The kind of import; empty asks for it
    #[serde(default)]
    kind: String,
}

#[derive(Template)]
#[template(path = "imports/upload.html")]
struct UploadPage {
    page: Page,
    words: &'static Words,
    into: Subject,
    kinds: Vec<(String, String, String)>,
    asked: Option<AskedFor>,
    errors: FormErrors,
    pasted: String,
    recent: Table,
}

/// The kind of import the page is about.
struct AskedFor {
    kind: &'static str,
    title: String,
    help: String,
    limits: String,
    action: String,
    columns: Vec<(String, bool, &'static str)>,
}

/// Asks for a file for a round.
pub async fn ask(
    State(app): State<App>,
    visit: Visit,
    Path(subject): Path<Uuid>,
    Query(asked): Query<Asked>,
) -> Answer {
    ask_at(&app, &visit, (Home::Round, subject), &asked).await
}

/// Asks for a file of an organisation's units, people or roles.
pub async fn ask_organisation(
    State(app): State<App>,
    visit: Visit,
    Path(subject): Path<Uuid>,
    Query(asked): Query<Asked>,
) -> Answer {
    ask_at(&app, &visit, (Home::Organisation, subject), &asked).await
}

async fn ask_at(app: &App, visit: &Visit, at: (Home, Uuid), asked: &Asked) -> Answer {
    let importer = if asked.kind.is_empty() { None } else { Some(importer_at(app, at.0, &asked.kind)?) };
    show(&page(app, visit, at, importer, FormErrors::none(), String::new()).await?)
}

/// A kind of import is known where it is at home, and nowhere else.
fn importer_at<'a>(app: &'a App, home: Home, kind: &str) -> Result<&'a dyn Importer, Fault> {
    let found = importer_of(app, kind)?;
    if Home::of(kind) == home { Ok(found) } else { Err(kit::fault::NotFound::of("kind of import", kind).into()) }
}

/// What the form brought.
#[derive(Default)]
struct Brought {
    kind: String,
    file: Option<NewFile>,
    pasted: String,
}

/// Takes a file for a round in, if it can be read.
pub async fn take_file(State(app): State<App>, visit: Visit, Path(subject): Path<Uuid>, request: Request) -> Answer {
    take_at(&app, &visit, (Home::Round, subject), request).await
}

/// Takes a file of an organisation's own in, if it can be read.
pub async fn take_organisation_file(
    State(app): State<App>,
    visit: Visit,
    Path(subject): Path<Uuid>,
    request: Request,
) -> Answer {
    take_at(&app, &visit, (Home::Organisation, subject), request).await
}

async fn take_at(app: &App, visit: &Visit, at: (Home, Uuid), request: Request) -> Answer {
    let mut brought = Brought::default();
    let form = Multipart::from_request(piece_by_piece(request), &()).await.map_err(refused_form)?;
    let received = receive(form, &mut brought).await?;
    let importer = importer_at(app, at.0, &brought.kind)?;
    let taken = match received {
        Ok(()) => bring(app, visit, at.1, importer, &brought).await,
        Err(problem) => Err(problem.into()),
    };
    match taken {
        Ok(id) => Ok(see_other(format!("/imports/{id}"))),
        Err(fault) => {
            let errors = FormErrors::from_fault(visit.lang(), fault)?;
            show_again(&page(app, visit, at, Some(importer), errors, brought.pasted).await?)
        }
    }
}

async fn bring(
    app: &App,
    visit: &Visit,
    subject: Uuid,
    importer: &dyn Importer,
    brought: &Brought,
) -> Result<base::ImportId, Fault> {
    let words = crate::words(visit.lang());
    let file = match (&brought.file, brought.pasted.trim().is_empty()) {
        (Some(file), _) => file.clone(),
        (None, false) => NewFile::new(&words.imports_pasted_name(), brought.pasted.clone().into_bytes()),
        (None, true) => return Err(ImportError::NoFile.into()),
    };
    let sheet = parse(file.bytes.clone(), 0).await?;
    let headings = control::headings(&sheet, visit.lang());
    app.db().write(visit.actor(), async |tx| actions::bring(&tx, importer, subject, &file, &headings).await).await
}

/// Reads the fields as they come and keeps no more than the limits. What comes after a file has passed its limit is
/// thrown away, so that whoever sends it can read the answer.
async fn receive(mut form: Multipart, brought: &mut Brought) -> Result<Result<(), FileProblem>, Fault> {
    let (mut seen, mut verdict) = (0_usize, Ok(()));
    while let Some(mut field) = form.next_field().await.map_err(refused_form)? {
        let name = field.name().unwrap_or_default().to_owned();
        let file_name = field.file_name().unwrap_or_default().to_owned();
        let limit = match name.as_str() {
            "file" => FILE_BYTES_MAX,
            "pasted" => PASTED_BYTES_MAX,
            "kind" => 100,
            other => return Err(unknown_field(other)),
        };
        let mut bytes = Vec::new();
        while let Some(chunk) = field.chunk().await.map_err(refused_form)? {
            seen += chunk.len();
            if seen > DRAINED_BYTES_MAX {
                return Ok(Err(FileProblem::Large { bytes: seen }));
            }
            if verdict.is_ok() && bytes.len() + chunk.len() > limit {
                verdict = Err(FileProblem::Large { bytes: seen });
                bytes = Vec::new();
            }
            if verdict.is_ok() {
                bytes.extend_from_slice(&chunk);
            }
        }
        match name.as_str() {
            "file" if file_name.is_empty() && bytes.is_empty() => {}
            "file" => brought.file = Some(NewFile::new(&file_name, bytes)),
            "pasted" => brought.pasted = String::from_utf8(bytes).map_err(refused_form)?,
            _ => brought.kind = String::from_utf8(bytes).map_err(refused_form)?,
        }
    }
    Ok(verdict)
}

async fn page(
    app: &App,
    visit: &Visit,
    (home, subject): (Home, Uuid),
    importer: Option<&dyn Importer>,
    errors: FormErrors,
    pasted: String,
) -> Result<UploadPage, Fault> {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let importers = app.part::<Importers>();
    // Every kind goes into the same thing; the first one knows it as well as another.
    let first = importer.or_else(|| importers.at(home).next()).ok_or_else(|| unknown_field("kind"))?;
    let look = async |tx: kit::db::Tx| {
        let into = first.subject(&tx, subject).await?;
        let recent = actions::recent(&tx, &into, home, subject).await?;
        let zone = crate::organisations::find(&tx, into.owner).await?.zone;
        Ok((into, recent, zone, tx.now()))
    };
    let (into, recent, zone, now) = app.db().read(visit.actor(), look).await?;
    let kinds = importers.at(home).map(|importer| {
        let href = format!("{}?kind={}", home.new_href(subject), importer.kind());
        (href, importer.title(lang), importer.help(lang))
    });
    let when = |import: &Import| format::moment_near(lang, zone, import.created_at, now);
    Ok(UploadPage {
        page: visit.page(app),
        words,
        kinds: kinds.collect(),
        asked: importer.map(|importer| asked_for(visit, subject, importer)),
        errors,
        pasted,
        recent: recent_table(visit, app, &recent, &into, when),
        into,
    })
}

fn asked_for(visit: &Visit, subject: Uuid, importer: &dyn Importer) -> AskedFor {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let megabytes = format::number(lang, (FILE_BYTES_MAX / (1024 * 1024)) as i64);
    let columns = importer.columns().into_iter();
    AskedFor {
        kind: importer.kind(),
        title: importer.title(lang),
        help: importer.help(lang),
        limits: words.imports_limits(megabytes, format::number(lang, ROWS_MAX as i64)),
        action: Home::of(importer.kind()).href(subject),
        columns: columns.map(|column| ((column.label)(lang), column.required, column.key)).collect(),
    }
}

fn recent_table(
    visit: &Visit,
    app: &App,
    recent: &[Import],
    into: &Subject,
    when: impl Fn(&Import) -> String,
) -> Table {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let head = |label: String| Head { label, ..Head::default() };
    let importers = app.part::<Importers>();
    let row = |import: &Import| {
        let title = importers.of(&import.kind).map_or_else(String::new, |importer| importer.title(lang));
        let strong = Cell::Strong {
            text: import.file_name.clone(),
            href: Some(format!("/imports/{}", import.id)),
            note: Some(title),
        };
        let undo = Action {
            label: words.imports_undo(),
            href: format!("/imports/{}/undo", import.id),
            post: false,
            hidden_context: import.file_name.clone(),
        };
        let can_undo = import.state == Stage::Done && into.can_be_undone;
        let cells = vec![
            strong,
            Cell::Text(when(import)),
            Cell::Number(match import.state {
                Stage::Done | Stage::Undone => format::number(lang, import.counts.ready() as i64),
                _ => "–".into(), // nothing is written yet
            }),
            Cell::Tag(tag_of(import.state, words)),
            Cell::Actions(if can_undo { vec![undo] } else { vec![] }),
        ];
        Row { cells, selected: false }
    };
    Table {
        words: kit::words(lang),
        id: "recent".into(),
        caption: words.imports_recent(),
        count_text: String::new(),
        columns: vec![
            Head { primary: true, ..head(words.imports_recent_what()) },
            head(words.imports_recent_when()),
            Head { numeric: true, ..head(words.imports_recent_rows()) },
            head(words.imports_recent_state()),
            head(String::new()),
        ],
        rows: recent.iter().map(row).collect(),
        filters: vec![],
        search: None,
        kept: vec![],
        clear_href: None,
        pages: Pages::default(),
        workbook_href: None,
        export_href: None,
        form: None,
        empty: Empty::new(words.imports_recent_none(), words.imports_recent_none_text()),
    }
}

fn tag_of(state: Stage, words: &Words) -> Tag {
    match state {
        Stage::Checking => Tag::warning(words.imports_state_checking()),
        Stage::Running => Tag::info(words.imports_state_running()),
        Stage::Done => Tag::success(words.imports_state_done()),
        Stage::Undone => Tag::neutral(words.imports_state_undone()),
        Stage::Dropped => Tag::neutral(words.imports_state_dropped()),
    }
}
