//! The preview: which column is which, what must be put right, what each row would do. Nothing is written here.

use askama::Template;
use base::Lang;
use kit::fault::Fault;
use kit::form::FormErrors;
use kit::format::number;
use kit::list::{List, ListQuery};
use kit::page::Page;
use kit::parts::{Alert, Empty, Figures, Icon, Reached, Step, Steps, Tag, Tone};
use kit::sheet::{Format, Sheet};
use kit::table::{Cell, Filter, FilterOption, Row, Table};
use kit::web::{App, Visit};

use super::super::actions;
use super::super::model::{
    CellError, Column, Corrections, Counts, Home, Import, Importer, Mapping, Review, ReviewRow, Subject, Verdict,
};
use super::{Opened, unknown_field};
use crate::Words;

/// So many rows with errors are shown at once; the next come when these are put right.
const ERRORS_SHOWN_MAX: usize = 50;
/// So many values of a row are shown beside what happens to it.
const VALUES_SHOWN_MAX: usize = 6;

#[derive(Template)]
#[template(path = "imports/control.html")]
pub struct ControlPage {
    page: Page,
    words: &'static Words,
    into: Subject,
    title: String,
    heading: String,
    lead: String,
    import_href: String,
    again_href: String,
    refused: Option<Alert>,
    code_page: Option<Alert>,
    steps: Steps,
    mapping: MappingForm,
    review: Option<Previewed>,
    undo_help: Option<String>,
}

/// The form that says which column is which.
struct MappingForm {
    is_open: bool,
    errors: FormErrors,
    sheets: Vec<kit::fields::Choice>,
    sheet: usize,
    columns: Vec<(Column, String, String, Option<String>)>,
    choices: Vec<kit::fields::Choice>,
    unused: Option<String>,
}

/// What the rows would do.
struct Previewed {
    figures: Figures,
    counts: Counts,
    headings: Vec<String>,
    wrong: Vec<WrongRow>,
    fix_caption: String,
    ready: Table,
    import_label: String,
}

/// A row that has to be put right.
struct WrongRow {
    number: u32,
    context: String,
    cells: Vec<WrongCell>,
    waits: Option<String>,
}

/// A cell of such a row: a field where something is wrong.
struct WrongCell {
    label: String,
    value: String,
    /// Name of the field, where the cell is, and what is wrong
    error: Option<(String, String, String)>,
}

/// The headings of the file; a column without one is called by its number.
pub fn headings(sheet: &Sheet, lang: Lang) -> Vec<String> {
    let width = sheet.rows.iter().take(1).map(|row| row.cells.len()).max().unwrap_or_default();
    let head = sheet.rows.first();
    let heading = |place: usize| head.map(|head| head.cell(place).shown().to_string()).unwrap_or_default();
    let named = (0..width).map(|place| match heading(place) {
        empty if empty.is_empty() => crate::words(lang).imports_unnamed_column((place + 1).to_string()),
        heading => heading,
    });
    named.collect()
}

/// What was chosen in the form.
pub struct Chosen {
    pub sheet: usize,
    pub mapping: Mapping,
}

/// Reads the form of [`MappingForm`].
pub fn chosen(opened: &Opened<'_>, fields: &[(String, String)]) -> Result<Chosen, Fault> {
    let headings = headings(&opened.sheet, Lang::En);
    let columns = opened.importer.columns();
    let mut chosen = Chosen { sheet: opened.import.sheet, mapping: opened.import.mapping.clone() };
    for (name, value) in fields {
        match name.split_once('.') {
            None if name == "sheet" => {
                let sheet = value.parse().ok().filter(|sheet| *sheet < opened.sheet.names.len().max(1));
                chosen.sheet = sheet.ok_or_else(|| unknown_field(name))?;
            }
            Some(("column", key)) => {
                let column = columns.iter().find(|column| column.key == key).ok_or_else(|| unknown_field(name))?;
                let place: Option<usize> = if value.is_empty() { None } else { value.parse().ok() };
                if !value.is_empty() && place.is_none_or(|place| place >= headings.len()) {
                    return Err(unknown_field(name));
                }
                chosen.mapping.set(column, place, &headings);
            }
            _ => return Err(unknown_field(name)),
        }
    }
    Ok(chosen)
}

/// Reads the form of [`WrongRow`]s.
pub async fn corrected(
    app: &App,
    visit: &Visit,
    opened: &Opened<'_>,
    fields: &[(String, String)],
) -> Result<Corrections, Fault> {
    let columns = opened.importer.columns();
    let mut corrections = opened.import.corrections.clone();
    let row_of = |text: &str| {
        let number: u32 = text.parse().ok()?;
        opened.sheet.rows.iter().skip(1).any(|row| row.number == number).then_some(number)
    };
    for (name, value) in fields {
        let parts: Vec<&str> = name.splitn(3, '.').collect();
        match parts[..] {
            ["cell", row, key] => {
                let column = columns.iter().find(|column| column.key == key).ok_or_else(|| unknown_field(name))?;
                corrections.correct(row_of(row).ok_or_else(|| unknown_field(name))?, column, value);
            }
            ["leave_out"] => corrections.leave_out(row_of(value).ok_or_else(|| unknown_field(name))?),
            ["leave_out_all"] => {
                let import = Import { corrections: corrections.clone(), ..opened.import.clone() };
                let look = async |tx: kit::db::Tx| actions::review(&tx, opened.importer, &import, &opened.sheet).await;
                let review = app.db().read(visit.actor(), look).await?;
                review.wrong().for_each(|row| corrections.leave_out(row.row.number));
            }
            ["take_in_all"] => {
                let waiting: Vec<u32> = corrections.left_out().iter().copied().collect();
                waiting.into_iter().for_each(|row| corrections.take_in(row));
            }
            _ => return Err(unknown_field(name)),
        }
    }
    Ok(corrections)
}

/// The preview of an import.
pub async fn page(
    app: &App,
    visit: &Visit,
    opened: &Opened<'_>,
    query: &ListQuery,
    refused: Option<String>,
) -> Result<ControlPage, Fault> {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let Opened { import, importer, sheet } = opened;
    let columns = importer.columns();
    let is_mapped = import.mapping.missing(&columns).is_empty();
    let look = async |tx: kit::db::Tx| {
        let into = importer.subject(&tx, import.subject).await?;
        let review = if is_mapped { Some(actions::review(&tx, *importer, import, sheet).await?) } else { None };
        Ok((into, review))
    };
    let (into, review) = app.db().read(visit.actor(), look).await?;
    let counts = review.as_ref().map(Review::counts);
    let heading = match counts {
        None => words.imports_heading_columns(),
        Some(counts) if counts.wrong > 0 => words.imports_heading_both(counts.ready(), counts.wrong),
        Some(counts) => words.imports_heading_ready(counts.ready()),
    };
    let lead = match sheet.names.get(sheet.index) {
        Some(name) => words.imports_nothing_saved_sheet(&import.file_name, name),
        None => words.imports_nothing_saved(&import.file_name),
    };
    let code_page = sheet.format == Format::Csv1252;
    Ok(ControlPage {
        page: visit.page(app),
        words,
        title: importer.title(lang),
        heading,
        lead,
        import_href: format!("/imports/{}", import.id),
        again_href: format!("{}?kind={}", Home::of(&import.kind).new_href(import.subject), import.kind),
        refused: refused.map(|told| Alert::new(Tone::Danger, "", told)),
        code_page: code_page.then(|| Alert::new(Tone::Info, "", words.imports_code_page())),
        steps: steps(words, opened, &columns, counts),
        mapping: mapping_form(words, lang, opened, &columns),
        undo_help: importer.undo_help(lang).filter(|_| is_mapped),
        review: review.map(|review| previewed(lang, opened, &columns, &review, query)),
        into,
    })
}

fn steps(words: &Words, opened: &Opened<'_>, columns: &[Column], counts: Option<Counts>) -> Steps {
    let Opened { import, sheet, .. } = opened;
    let found = columns.iter().filter(|column| import.mapping.place(column.key).is_some()).count();
    let (mapping, check) = match counts {
        None => (Reached::Now, Reached::Later),
        Some(_) => (Reached::Done, Reached::Now),
    };
    let rows = sheet.rows.len().saturating_sub(1);
    let to_fix = counts.map(|counts| words.imports_to_fix(counts.wrong)).unwrap_or_default();
    Steps {
        label: words.imports_stair(),
        steps: vec![
            Step::new(words.imports_step_file(), words.imports_rows_read(rows), Reached::Done),
            Step::new(words.imports_step_columns(), words.imports_columns_found(found, columns.len()), mapping),
            Step::new(words.imports_step_check(), to_fix, check),
            Step::new(words.imports_step_receipt(), words.imports_can_be_undone(), Reached::Later),
        ],
    }
}

fn mapping_form(words: &'static Words, lang: Lang, opened: &Opened<'_>, columns: &[Column]) -> MappingForm {
    let Opened { import, sheet, .. } = opened;
    let headings = headings(sheet, lang);
    let missing = import.mapping.missing(columns);
    let found = headings.join(", ");
    let mut errors = FormErrors::none();
    let field = |column: &Column| {
        let label = (column.label)(lang);
        let error = missing.contains(column).then(|| words.imports_mapping_missing(&label, &found));
        let place = import.mapping.place(column.key).map(|place| place.to_string()).unwrap_or_default();
        (*column, label, place, error)
    };
    let fields: Vec<_> = columns.iter().map(field).collect();
    for (column, .., error) in &fields {
        if let Some(error) = error {
            errors.add(field_name(column), error.clone());
        }
    }
    let none = kit::fields::Choice::new("", words.imports_mapping_none());
    let places = headings.iter().enumerate().map(|(place, heading)| kit::fields::Choice::new(place, heading.clone()));
    let unused = import.mapping.unused(&headings);
    MappingForm {
        is_open: !missing.is_empty(),
        errors,
        sheets: sheet.names.iter().enumerate().map(|(at, name)| kit::fields::Choice::new(at, name.clone())).collect(),
        sheet: import.sheet,
        columns: fields,
        choices: std::iter::once(none).chain(places).collect(),
        unused: (!unused.is_empty()).then(|| words.imports_mapping_unused(unused.join(", "))),
    }
}

/// The summary links to the field of a column by this name.
fn field_name(column: &Column) -> &'static str {
    column.key
}

fn previewed(lang: Lang, opened: &Opened<'_>, columns: &[Column], review: &Review, query: &ListQuery) -> Previewed {
    let words = crate::words(lang);
    let counts = review.counts();
    let wrong: Vec<&ReviewRow> = review.wrong().take(ERRORS_SHOWN_MAX).collect();
    let has_error =
        |column: &&Column| wrong.iter().any(|row| errors_of(row).iter().any(|error| error.column == column.key));
    let is_there = |column: &&Column| opened.import.mapping.place(column.key).is_some() || has_error(column);
    let shown: Vec<Column> = columns.iter().filter(is_there).copied().collect();
    Previewed {
        figures: figures(words, lang, counts),
        counts,
        headings: shown.iter().map(|column| (column.label)(lang)).collect(),
        wrong: wrong.iter().map(|row| wrong_row(lang, opened, &shown, row)).collect(),
        fix_caption: words.imports_fix_caption(wrong.len(), counts.wrong),
        ready: ready_table(lang, opened, &shown, review, query),
        import_label: words.imports_import_rows(counts.ready()),
    }
}

fn figures(words: &Words, lang: Lang, counts: Counts) -> Figures {
    let told = |count: usize| number(lang, count as i64);
    let mut figures = Figures::default().with(words.imports_new(), told(counts.new), "").with(
        words.imports_changed(),
        told(counts.changed),
        "",
    );
    if counts.same > 0 {
        figures = figures.with(words.imports_same(), told(counts.same), "");
    }
    figures = figures.with_worry(words.imports_wrong(), counts.wrong, "");
    let note = if counts.gone > 0 { words.imports_gone_note() } else { String::new() };
    figures.with(words.imports_gone(), told(counts.gone), note)
}

fn errors_of(row: &ReviewRow) -> &[CellError] {
    match &row.verdict {
        Verdict::Wrong(errors) => errors,
        _ => &[],
    }
}

fn wrong_row(lang: Lang, opened: &Opened<'_>, shown: &[Column], row: &ReviewRow) -> WrongRow {
    let words = crate::words(lang);
    let sheet = opened.sheet.names.get(opened.sheet.index).map(String::as_str);
    let number = row.row.number;
    let cell = |column: &Column| {
        let value = row.row.text(column.key).to_string();
        let error = errors_of(row).iter().find(|error| error.column == column.key).map(|error| {
            let place = CellError::place(lang, sheet, number, column);
            (format!("cell.{number}.{}", column.key), place, error.tell(lang, &value))
        });
        WrongCell { label: (column.label)(lang), value, error }
    };
    let waits = match row.verdict {
        Verdict::Waits { for_row } => Some(words.imports_waits_for(for_row.to_string())),
        _ => None,
    };
    WrongRow {
        number,
        context: words.imports_row_context(number.to_string()),
        cells: shown.iter().map(cell).collect(),
        waits,
    }
}

fn ready_table(lang: Lang, opened: &Opened<'_>, shown: &[Column], review: &Review, query: &ListQuery) -> Table {
    let words = crate::words(lang);
    let counts = review.counts();
    let wanted = query.filter("show");
    let is_wanted = |row: &&ReviewRow| match wanted {
        "new" => matches!(row.verdict, Verdict::New),
        "changed" => matches!(row.verdict, Verdict::Changed(_)),
        _ => true,
    };
    let rows: Vec<&ReviewRow> = review.ready().filter(is_wanted).collect();
    let list = List::new(format!("/imports/{}", opened.import.id), query);
    let told = |count: usize| number(lang, count as i64);
    let range = |from: usize, to: usize, all: usize| words.imports_ready_count(told(from), told(to), told(all));
    let shown = &shown[..shown.len().min(VALUES_SHOWN_MAX)];
    let mut heads = vec![kit::table::Column { numeric: true, primary: true, ..list.plain(words.imports_row()) }];
    heads.extend(shown.iter().map(|column| list.plain((column.label)(lang))));
    heads.push(list.plain(words.imports_what_happens()));
    heads.push(list.plain(words.imports_changed()));
    let option = |value: &str, label: String, count: usize| FilterOption {
        value: value.to_string(),
        label: format!("{label} ({})", told(count)),
        selected: wanted == value,
    };
    let options = vec![
        option("", words.imports_all(), counts.ready()),
        option("new", words.imports_new(), counts.new),
        option("changed", words.imports_changed(), counts.changed),
    ];
    let pages = list.pages(rows.len(), range);
    let here = rows.iter().skip(list.first()).take(List::ROWS);
    Table {
        words: kit::words(lang),
        id: "ready".into(),
        caption: words.imports_ready(),
        count_text: told(rows.len()),
        columns: heads,
        rows: here.map(|row| ready_row(lang, opened.importer, shown, row)).collect(),
        filters: vec![Filter { name: "show".into(), label: words.imports_what_happens(), options }],
        search: None,
        kept: list.kept(),
        clear_href: list.clear_href(),
        pages,
        workbook_href: None,
        export_href: None,
        form: None,
        empty: Empty::new(words.imports_ready_none(), words.imports_ready_none_text()),
    }
}

fn ready_row(lang: Lang, importer: &dyn Importer, shown: &[Column], row: &ReviewRow) -> Row {
    let words = crate::words(lang);
    let columns = importer.columns();
    let label = |key: &str| columns.iter().find(|column| column.key == key).map(|column| (column.label)(lang));
    let or_nothing = |text: &str| if text.is_empty() { words.imports_nothing() } else { text.to_string() };
    let (tag, changes) = match &row.verdict {
        Verdict::Changed(differences) => {
            let told = differences.iter().map(|difference| {
                let column = label(difference.column).unwrap_or_default();
                words.imports_difference(column, or_nothing(&difference.old), or_nothing(&difference.new))
            });
            let told: Vec<String> = told.collect();
            (Tag::info(words.imports_is_changed()).icon(Icon::Undo), told.join("; "))
        }
        _ => (Tag::success(words.imports_is_new()).icon(Icon::Plus), String::new()),
    };
    let mut cells = vec![Cell::Text(row.row.number.to_string())];
    cells.extend(shown.iter().map(|column| Cell::Text(row.row.text(column.key).to_string())));
    cells.extend([Cell::Tag(tag), Cell::Text(changes)]);
    Row { cells, selected: false }
}
