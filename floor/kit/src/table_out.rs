//! A table on its way out, as CSV or as an Excel workbook. In both, text stays text: no spreadsheet program takes it for
//! a formula, and what came in with a leading zero goes out with it.

use axum::response::Response;
use rust_xlsxwriter::{Format as Look, Workbook, XlsxError};

use crate::csv_out::{self, Cell, CsvOut};
use crate::fault::Fault;
use crate::web::{Visit, download};

/// The media type of a workbook.
const XLSX_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// A sheet holds at most so many rows.
pub const ROWS_MAX: usize = 1_000_000;
/// A cell of a workbook holds at most so many characters; longer text is cut.
const CELL_CHARS_MAX: usize = 32_767;
/// The widest column, in characters.
const WIDTH_MAX: usize = 60;

/// In which form a table goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Text with semicolons
    Csv,
    /// A workbook
    Xlsx,
}

impl Format {
    /// The form that the address asks for by its ending.
    pub fn of(visit: &Visit) -> Self {
        if visit.route.ends_with(".xlsx") { Self::Xlsx } else { Self::Csv }
    }
}

/// A table under construction, row by row.
#[derive(Debug, Clone)]
pub struct TableOut {
    headings: Vec<String>,
    rows: Vec<Vec<Cell>>,
}

impl TableOut {
    /// A table with these headings.
    pub fn new<T: Into<String>>(headings: impl IntoIterator<Item = T>) -> Self {
        Self { headings: headings.into_iter().map(Into::into).collect(), rows: vec![] }
    }

    /// One more row.
    pub fn row<T: Into<Cell>>(&mut self, cells: impl IntoIterator<Item = T>) {
        self.rows.push(cells.into_iter().map(Into::into).collect());
    }

    /// The file to keep.
    /// # Errors
    /// When the workbook cannot be written, which is a fault of ours.
    pub fn answer(self, stem: &str, format: Format) -> Result<Response, Fault> {
        Ok(match format {
            Format::Csv => download(&csv_out::file_name(stem, "csv"), csv_out::CONTENT_TYPE, self.csv()),
            Format::Xlsx => download(&csv_out::file_name(stem, "xlsx"), XLSX_TYPE, self.xlsx().map_err(Fault::ours)?),
        })
    }

    /// The table as text.
    pub fn csv(self) -> Vec<u8> {
        let mut out = CsvOut::new(self.headings);
        for row in self.rows {
            out.row(row);
        }
        out.finish()
    }

    /// The table as a workbook of one sheet, its headings fixed and bold.
    /// # Errors
    /// What the writer of workbooks answers.
    pub fn xlsx(self) -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        // The prefix tells a spreadsheet program that what follows is text, also when somebody edits it.
        let (text, bold) = (Look::new().set_quote_prefix(), Look::new().set_bold());
        let mut widths: Vec<usize> = self.headings.iter().map(|heading| heading.chars().count()).collect();
        for (column, heading) in (0_u16..).zip(&self.headings) {
            sheet.write_string_with_format(0, column, heading, &bold)?;
        }
        for (number, row) in (1_u32..).zip(self.rows.iter().take(ROWS_MAX)) {
            for (column, cell) in (0_u16..).zip(row) {
                match cell {
                    Cell::Empty => {}
                    Cell::Number(value) => _ = sheet.write_number(number, column, precise(*value))?,
                    Cell::Text(value) => {
                        let cut: String = value.chars().take(CELL_CHARS_MAX).collect();
                        if let Some(width) = widths.get_mut(usize::from(column)) {
                            *width = (*width).max(cut.chars().count());
                        }
                        _ = sheet.write_string_with_format(number, column, &cut, &text)?;
                    }
                }
            }
        }
        for (column, width) in (0_u16..).zip(widths) {
            let width = u16::try_from(width.clamp(6, WIDTH_MAX) + 2).unwrap_or(u16::MAX);
            sheet.set_column_width(column, f64::from(width))?;
        }
        sheet.set_freeze_panes(1, 0)?;
        book.save_to_buffer()
    }
}

/// Workbooks hold numbers as floating point; ours are counts, far below where that would round.
fn precise(value: i64) -> f64 {
    value as f64
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader, Xlsx};
    use proptest::prelude::*;

    use super::*;

    fn read(bytes: Vec<u8>) -> (Vec<Vec<Data>>, usize) {
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let name = book.sheet_names()[0].clone();
        let formulas = book.worksheet_formula(&name).unwrap().used_cells().filter(|cell| !cell.2.is_empty()).count();
        let range = book.worksheet_range(&name).unwrap();
        (range.rows().map(<[Data]>::to_vec).collect(), formulas)
    }

    #[test]
    fn numbers_are_numbers_and_text_keeps_its_zeros() {
        let mut out = TableOut::new(["Nr.", "Navn"]);
        out.row([Cell::from("0042"), Cell::from("=1+2")]);
        out.row([Cell::Number(-5), Cell::Empty]);
        let (rows, formulas) = read(out.xlsx().unwrap());
        assert_eq!(rows[1], [Data::String("0042".into()), Data::String("=1+2".into())]);
        assert_eq!(rows[2][0], Data::Float(-5.0));
        assert_eq!(formulas, 0);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn no_cell_of_a_workbook_is_a_formula_and_every_value_comes_back(
            texts in prop::collection::vec("[=+\\-@';,\"a-zø0]{1,12}", 1..6),
        ) {
            let mut out = TableOut::new(texts.iter().map(|_| "h"));
            out.row(texts.iter().map(String::as_str));
            let (rows, formulas) = read(out.xlsx().unwrap());
            prop_assert_eq!(formulas, 0);
            let expected: Vec<Data> = texts.iter().map(|text| Data::String(text.clone())).collect();
            prop_assert_eq!(&rows[1], &expected);
        }
    }
}
