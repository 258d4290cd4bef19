//! Reading the tables people bring: CSV and XLSX into rows of text, within limits that are told before they are met.
//!
//! What a file is, its content says; its name says nothing. Nothing in it is run, followed or evaluated: an archive is
//! measured before a parser sees it, markup with declarations of its own is refused, and a cell with a formula is an
//! error of that cell.

mod archive;
mod cells;
mod problem;
mod text;
mod workbook;

#[cfg(test)]
mod tests;

pub use cells::{DateFlaw, date_of, integer_of};
pub use problem::{FileProblem, Finding, Program};

/// A larger file is refused before it is read.
pub const FILE_BYTES_MAX: usize = 20 * 1024 * 1024;
/// An XLSX file that unpacks to more is refused.
pub const UNPACKED_BYTES_MAX: u64 = 64 * 1024 * 1024;
/// Rows with something in them, the headings among them.
pub const ROWS_MAX: usize = 200_000;
/// Columns, empty ones between others among them.
pub const COLUMNS_MAX: usize = 200;
/// Cells with something in them.
pub const CELLS_MAX: usize = 2_000_000;
/// Signs in one cell.
pub const CELL_CHARS_MAX: usize = 4_000;
/// Sheets of one file.
pub const SHEETS_MAX: usize = 100;

/// One sheet of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// What the file turned out to be.
    pub format: Format,
    /// Names of all sheets of the file; a CSV file has none.
    pub names: Vec<String>,
    /// Which of them was read, from 0.
    pub index: usize,
    /// Rows with something in them, the headings first.
    pub rows: Vec<Row>,
}

/// What a file turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Text in UTF-8 or UTF-16
    Csv,
    /// Text that is no UTF-8, read as Windows-1252
    Csv1252,
    /// A workbook
    Xlsx,
}

/// One row with something in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// As a spreadsheet program counts: the first line of the file is 1.
    pub number: u32,
    /// From the left; what is missing at the end is empty.
    pub cells: Vec<Cell>,
}

/// What stands in one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Text without blanks around it; empty when there is nothing. Dates of a workbook are written as 2026-10-12.
    Text(String),
    /// Something that is not taken as a value.
    Flawed(Flaw),
}

/// Why a cell is not taken as a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// A formula. It is never worked out; holds its text.
    Formula(String),
    /// An error a spreadsheet program left there, such as #N/A.
    Error(String),
    /// A number with more digits than a spreadsheet program keeps; holds what is left of it.
    Digits(String),
    /// More than [`CELL_CHARS_MAX`] signs; holds how many.
    Long(usize),
}

impl Row {
    /// The cell in a column, from 0; beyond the end it is empty.
    pub fn cell(&self, column: usize) -> &Cell {
        static EMPTY: Cell = Cell::Text(String::new());
        self.cells.get(column).unwrap_or(&EMPTY)
    }
}

impl Cell {
    /// Whether nothing stands here.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Text(text) if text.is_empty())
    }

    /// What was written, for showing it again.
    pub fn shown(&self) -> &str {
        match self {
            Self::Text(text) | Self::Flawed(Flaw::Formula(text) | Flaw::Error(text) | Flaw::Digits(text)) => text,
            Self::Flawed(Flaw::Long(_)) => "…",
        }
    }

    /// Text as somebody typed it into a field of a page.
    pub fn typed(text: &str) -> Self {
        cells::of_text(text)
    }
}

/// Reads one sheet of a file; `sheet` counts from 0 and matters to workbooks only.
/// # Errors
/// [`FileProblem`] names the limit that was passed, or what was found, and what to do.
pub fn read(file: &[u8], sheet: usize) -> Result<Sheet, FileProblem> {
    if file.len() > FILE_BYTES_MAX {
        return Err(FileProblem::Large { bytes: file.len() });
    }
    if file.iter().all(u8::is_ascii_whitespace) || text::is_only_a_mark(file) {
        return Err(FileProblem::Empty);
    }
    if file.starts_with(b"PK") {
        archive::measure(file)?;
        return workbook::read(file, sheet);
    }
    text::refuse_known_formats(file)?;
    text::read(file)
}

/// Counts what is taken in and stops at the limits.
#[derive(Default)]
struct Counted {
    rows: usize,
    cells: usize,
}

impl Counted {
    fn row(&mut self) -> Result<(), FileProblem> {
        self.rows += 1;
        if self.rows > ROWS_MAX { Err(FileProblem::Rows) } else { Ok(()) }
    }
    fn cell(&mut self, column: usize) -> Result<(), FileProblem> {
        self.cells += 1;
        match () {
            () if column >= COLUMNS_MAX => Err(FileProblem::Columns),
            () if self.cells > CELLS_MAX => Err(FileProblem::Cells),
            () => Ok(()),
        }
    }
}
