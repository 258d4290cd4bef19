//! Looking at what taking an import back would do, before it is done; and the list of what stays.

use askama::Template;
use axum::extract::State;
use base::{ImportId, Lang};
use kit::fault::Fault;
use kit::format::number;
use kit::list::{List, ListQuery};
use kit::page::Page;
use kit::parts::Empty;
use kit::table::{Cell, Column as Head, Row, Table};
use kit::web::{Answer, App, Path, Query, Visit, see_other, show};

use super::super::actions;
use super::super::model::{Import, State as Stage, Stays, Subject, Undoing};
use super::importer_of;
use crate::Words;

#[derive(Template)]
#[template(path = "imports/undo.html")]
struct UndoPage {
    page: Page,
    words: &'static Words,
    into: Subject,
    title: String,
    file: String,
    import_href: String,
    leads: Vec<String>,
    stays: Option<Table>,
    can_undo: bool,
}

/// GET /imports/{id}/undo
pub async fn ask_undo(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<ImportId>,
    Query(query): Query<ListQuery>,
) -> Answer {
    match page(&app, &visit, id, &query).await? {
        Some(page) => show(&page),
        // Not written, taken back already, or too late: the import's own page says which.
        None => Ok(see_other(format!("/imports/{id}"))),
    }
}

async fn page(app: &App, visit: &Visit, id: ImportId, query: &ListQuery) -> Result<Option<UndoPage>, Fault> {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let import = app.db().read(visit.actor(), async |tx| Ok(actions::find(&tx, id).await?.1)).await?;
    let importer = importer_of(app, &import.kind)?;
    let look = async |tx: kit::db::Tx| {
        let (_, import) = actions::find(&tx, id).await?;
        let into = importer.subject(&tx, import.subject).await?;
        if import.state != Stage::Done || !into.can_be_undone {
            return Ok(None);
        }
        Ok(Some((into, actions::undoing(&tx, importer, id, lang).await?)))
    };
    let Some((into, undoing)) = app.db().read(visit.actor(), look).await? else { return Ok(None) };
    let leads = match &undoing {
        None => vec![words.imports_undo_whole()],
        Some(Undoing { back, stays }) if stays.is_empty() => {
            vec![words.imports_undo_back(*back), words.imports_undo_everything()]
        }
        Some(Undoing { back, stays }) => vec![words.imports_undo_back(*back), words.imports_undo_stays(stays.len())],
    };
    Ok(Some(UndoPage {
        page: visit.page(app),
        words,
        title: importer.title(lang),
        file: import.file_name.clone(),
        import_href: format!("/imports/{id}"),
        leads,
        can_undo: undoing.as_ref().is_none_or(|undoing| undoing.back > 0),
        stays: undoing.filter(|undoing| !undoing.stays.is_empty()).map(|undoing| {
            let list = List::new(format!("/imports/{id}/undo"), query);
            stays_table(lang, &list, &undoing.stays)
        }),
        into,
    }))
}

/// What stayed of an import that is taken back; none when nothing did.
pub fn stayed_table(lang: Lang, import: &Import, query: &ListQuery, stays: &[Stays]) -> Option<Table> {
    let list = List::new(format!("/imports/{}", import.id), query);
    (!stays.is_empty()).then(|| stays_table(lang, &list, stays))
}

fn stays_table(lang: Lang, list: &List<'_>, stays: &[Stays]) -> Table {
    let words = crate::words(lang);
    let told = |count: usize| number(lang, count as i64);
    let range = |from: usize, to: usize, all: usize| words.imports_ready_count(told(from), told(to), told(all));
    let row = |one: &Stays| Row {
        cells: vec![
            Cell::Strong { text: one.name.clone(), href: Some(one.href.clone()), note: None },
            Cell::Text(one.why.clone()),
        ],
        selected: false,
    };
    Table {
        words: kit::words(lang),
        id: "stays".into(),
        caption: words.imports_stays(),
        count_text: told(stays.len()),
        columns: vec![
            Head { primary: true, ..list.plain(words.imports_stays_who()) },
            list.plain(words.imports_stays_why()),
        ],
        rows: stays.iter().skip(list.first()).take(List::ROWS).map(row).collect(),
        filters: vec![],
        search: None,
        kept: list.kept(),
        clear_href: None,
        pages: list.pages(stays.len(), range),
        workbook_href: None,
        export_href: None,
        form: None,
        empty: Empty::new(words.imports_stays_none(), words.imports_stays_none_text()),
    }
}
