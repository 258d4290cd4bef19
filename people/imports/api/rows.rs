//! What each row of a file would do, part by part.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::Method;
use base::{ImportId, Lang, PersonId};
use kit::scope::Scope;
use kit::web::api::{Asked, Operation, Parameter, Unfit, nobody};
use kit::web::{Answer, App, Path, Routes, Visit};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::super::actions;
use super::super::model::{Column, Difference, ReviewRow, State as Stage, Verdict};
use super::{found, open};
use crate::persons;

/// A row of a file that is checked.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ImportRow)]
pub(crate) struct RowView {
    /// As a spreadsheet program counts
    row: u32,
    /// What it would do: "new", "changed", "same", "wrong", or "waits" for another row
    what: String,
    /// The row it waits for
    waits_for: Option<u32>,
    /// What stands in it, by the name of the column
    values: BTreeMap<String, String>,
    /// What it would change
    changes: Vec<DifferenceView>,
    /// What is wrong with its cells
    errors: Vec<CellErrorView>,
}

/// One value that would change.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ImportDifference)]
pub(crate) struct DifferenceView {
    /// The name of the column
    column: String,
    /// As it is
    old: String,
    /// As it would be
    new: String,
}

/// What is wrong with one cell.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ImportCellError)]
pub(crate) struct CellErrorView {
    /// The name of the column
    column: String,
    /// What stands there
    value: String,
    /// What is wrong, and what to do about it
    detail: String,
}

/// What rows can be narrowed to.
const WHAT: [&str; 5] = ["new", "changed", "same", "wrong", "waits"];

/// The columns that hold a person's number.
const NUMBERS: [&str; 2] = ["number", "student_id"];

/// The operation.
pub fn routes() -> Routes {
    Routes::new().operation(
        Method::GET,
        "/api/v1/imports/{import}/rows",
        Scope::ImportFiles,
        list,
        Operation::lists::<RowView>(|lang| crate::words(lang).imports_api_rows().to_string())
            .asks(Parameter::Text("what")),
    )
}

fn what(row: &ReviewRow) -> &'static str {
    match row.verdict {
        Verdict::New => "new",
        Verdict::Changed(_) => "changed",
        Verdict::Same => "same",
        Verdict::Wrong(_) => "wrong",
        Verdict::Waits { .. } => "waits",
    }
}

fn view(lang: Lang, columns: &[Column], row: &ReviewRow) -> RowView {
    let difference = |difference: &Difference| DifferenceView {
        column: difference.column.into(),
        old: difference.old.clone(),
        new: difference.new.clone(),
    };
    let (mut changes, mut errors, mut waits_for) = (vec![], vec![], None);
    match &row.verdict {
        Verdict::Changed(differences) => changes = differences.iter().map(difference).collect(),
        Verdict::Waits { for_row } => waits_for = Some(*for_row),
        Verdict::Wrong(wrong) => {
            errors.extend(wrong.iter().map(|error| {
                let value = row.row.text(error.column);
                CellErrorView { column: error.column.into(), value: value.into(), detail: error.tell(lang, value) }
            }));
        }
        Verdict::New | Verdict::Same => {}
    }
    let there = columns.iter().filter(|column| row.row.has(column.key));
    let values = there.map(|column| (column.key.into(), row.row.text(column.key).into())).collect();
    RowView { row: row.row.number, what: what(row).into(), waits_for, values, changes, errors }
}

/// Rows have numbers and no ids: the part of a list begins after a number written as one.
fn place(row: &ReviewRow) -> Uuid {
    Uuid::from_u128(row.row.number.into())
}

/// The numbers of persons that a row brings, in whichever column its kind of file has them.
fn numbers(row: &ReviewRow) -> impl Iterator<Item = &str> {
    NUMBERS.into_iter().map(|column| row.row.text(column)).filter(|number| !number.is_empty())
}

/// Once an import is written its rows are what they went into; the list is empty.
async fn list(State(app): State<App>, visit: Visit, Path(id): Path<ImportId>, asked: Asked) -> Answer {
    let paging = asked.paging(&["what"])?;
    let wanted = match asked.text("what")? {
        Some(word) if !WHAT.contains(&word) => return Err(Unfit::value("what", word.to_owned()).into()),
        wanted => wanted,
    };
    if found(&app, &visit, id).await?.state != Stage::Checking {
        return paging.answer(vec![], place, nobody, |_: ReviewRow| ());
    }
    let opened = open(&app, &visit, id).await?;
    let review = async |tx| actions::review(&tx, opened.importer, &opened.import, &opened.sheet).await;
    let review = app.db().read(visit.actor(), review).await?;
    let rows = review.rows.into_iter().filter(|row| wanted.is_none_or(|wanted| wanted == what(row))).collect();
    let rows = paging.part(rows, place);
    let keys: Vec<&str> = rows.iter().flat_map(numbers).collect();
    let (organisation, look) = (visit.organisation()?, &keys);
    let known = app.db().read(visit.actor(), async |tx| persons::numbered(&tx, organisation, look).await).await?;
    // Who stands in a row is the one whose number it brings; whoever nobody knows yet has no data here to be shown.
    let people = |row: &ReviewRow| -> Vec<PersonId> {
        numbers(row).filter_map(|number| known.get(number)).flatten().copied().collect()
    };
    let columns = opened.importer.columns();
    paging.answer(rows, place, people, |row| view(visit.lang(), &columns, &row))
}
