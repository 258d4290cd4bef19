use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, Xlsx, XlsxError};

use super::{Cell, Counted, FileProblem, Flaw, Format, Row, SHEETS_MAX, Sheet, cells};

/// Whole numbers up to here come back as they were typed.
const EXACT_MAX: f64 = 999_999_999_999_999.0;

/// Reads a sheet of a workbook that has been measured.
pub(super) fn read(file: &[u8], sheet: usize) -> Result<Sheet, FileProblem> {
    // The parser is not ours and the file is anybody's: a panic in it is an unreadable file, not the end of a request.
    let read = catch_unwind(AssertUnwindSafe(|| read_sheet(file, sheet)));
    read.unwrap_or_else(|_| Err(FileProblem::Unreadable("the parser gave up".to_string())))
}

fn read_sheet(file: &[u8], index: usize) -> Result<Sheet, FileProblem> {
    let mut book = Xlsx::new(Cursor::new(file)).map_err(unreadable)?;
    let names: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect();
    if names.len() > SHEETS_MAX {
        return Err(FileProblem::Sheets);
    }
    let name = names.get(index).ok_or(FileProblem::SheetMissing { index })?;
    let rows = rows_of(&mut book, name)?;
    if rows.is_empty() {
        return Err(FileProblem::SheetEmpty);
    }
    Ok(Sheet { format: Format::Xlsx, names, index, rows })
}

/// Cells come as they stand in the file, one at a time: the far corner of a sheet costs no more than the near one.
fn rows_of(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Vec<Row>, FileProblem> {
    let mut rows: BTreeMap<u32, Vec<Cell>> = BTreeMap::new();
    let mut counted = Counted::default();
    let mut reader = book.worksheet_cells_reader(name).map_err(unreadable)?;
    while let Some(record) = reader.next_cell_with_formula_metadata().map_err(unreadable)? {
        let cell = match record.formula {
            Some(_) => Cell::Flawed(Flaw::Formula(cells::shortened(&format!("={}", shown(&record.value))))),
            None => of_value(&record.value),
        };
        if cell.is_empty() {
            continue;
        }
        let (row, column) = (record.pos.0, record.pos.1 as usize);
        counted.cell(column)?;
        if !rows.contains_key(&row) {
            counted.row()?;
        }
        let row = rows.entry(row).or_default();
        if row.len() <= column {
            row.resize(column + 1, Cell::Text(String::new()));
        }
        row[column] = cell;
    }
    Ok(rows.into_iter().map(|(index, cells)| Row { number: index + 1, cells }).collect())
}

fn of_value(value: &DataRef<'_>) -> Cell {
    match value {
        DataRef::Empty => Cell::Text(String::new()),
        DataRef::String(text) => cells::of_text(text),
        DataRef::SharedString(text) => cells::of_text(text),
        DataRef::Int(number) => of_number(*number as f64),
        DataRef::Float(number) => of_number(*number),
        DataRef::DateTime(at) => of_date(at),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => cells::of_text(text),
        DataRef::Bool(yes) => Cell::Text(if *yes { "1" } else { "0" }.to_string()),
        DataRef::Error(error) => Cell::Flawed(Flaw::Error(error.to_string())),
    }
}

fn of_number(number: f64) -> Cell {
    if number.fract() == 0.0 && number.abs() > EXACT_MAX || !number.is_finite() {
        return Cell::Flawed(Flaw::Digits(cells::shortened(&number.to_string())));
    }
    Cell::Text(number.to_string())
}

/// A day as 2026-10-12; with an hour, 2026-10-12 15:00.
fn of_date(at: &ExcelDateTime) -> Cell {
    if !at.is_datetime() {
        return of_number(at.as_f64());
    }
    let (year, month, day, hour, minute, ..) = at.to_ymd_hms_milli();
    let day = format!("{year:04}-{month:02}-{day:02}");
    Cell::Text(if (hour, minute) == (0, 0) { day } else { format!("{day} {hour:02}:{minute:02}") })
}

fn shown(value: &DataRef<'_>) -> String {
    match of_value(value) {
        Cell::Text(text) => text,
        flawed @ Cell::Flawed(_) => flawed.shown().to_string(),
    }
}

fn unreadable(error: XlsxError) -> FileProblem {
    match error {
        XlsxError::Password => FileProblem::Password,
        other => FileProblem::Unreadable(other.to_string()),
    }
}
