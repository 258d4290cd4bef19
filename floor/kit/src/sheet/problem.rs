use base::Lang;

use super::{CELLS_MAX, COLUMNS_MAX, FILE_BYTES_MAX, ROWS_MAX, SHEETS_MAX, UNPACKED_BYTES_MAX};
use crate::fault::{Kind, Problem};
use crate::format::number;

const MEBIBYTE: usize = 1024 * 1024;

/// Why a whole file is not taken. Each text names the limit or the finding, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileProblem {
    /// Nothing in it
    #[error("the file is empty")]
    Empty,
    /// More bytes than a file may have
    #[error("the file has {bytes} bytes, at most {FILE_BYTES_MAX} are taken")]
    Large {
        /// How many came, as far as they were counted
        bytes: usize,
    },
    /// More rows
    #[error("more than {ROWS_MAX} rows")]
    Rows,
    /// More columns
    #[error("more than {COLUMNS_MAX} columns")]
    Columns,
    /// More cells
    #[error("more than {CELLS_MAX} cells")]
    Cells,
    /// More sheets
    #[error("more than {SHEETS_MAX} sheets")]
    Sheets,
    /// Unpacks to more than a workbook may
    #[error("unpacks to more than {UNPACKED_BYTES_MAX} bytes")]
    Unpacked,
    /// The sheet that was asked for is not there
    #[error("no sheet {index}")]
    SheetMissing {
        /// From 0
        index: usize,
    },
    /// A workbook with nothing on the sheet
    #[error("the sheet has no rows")]
    SheetEmpty,
    /// Something else than a table
    #[error("the content is {0:?}, not CSV or XLSX")]
    Other(Program),
    /// A workbook protected by a password
    #[error("the workbook is protected by a password")]
    Password,
    /// A workbook with macros
    #[error("the workbook has macros")]
    Macros,
    /// An archive that no spreadsheet program writes
    #[error("the archive is not taken: {0:?}")]
    Archive(Finding),
    /// Neither text nor a workbook, or a damaged one
    #[error("the file cannot be read: {0}")]
    Unreadable(String),
}

/// What a file is instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Program {
    /// Excel before 2007
    OldExcel,
    /// PDF
    Pdf,
    /// HTML or XML, often under the name of a spreadsheet
    Markup,
    /// An archive without a workbook
    Zip,
    /// Bytes that are no text
    Binary,
}

/// What is wrong with an archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finding {
    /// Too many parts
    Parts,
    /// Parts that share bytes, twice the same name, or bytes before, between or after them
    Layout,
    /// A part's name leads out of the archive
    Name,
    /// An archive inside the archive
    Nested,
    /// Packed far tighter than a table can be
    Ratio,
    /// Packed in a way spreadsheet programs do not use
    Method,
    /// Markup that declares entities of its own, or in an odd encoding
    Declarations,
    /// Sizes or checksums that are not true
    Untrue,
}

impl Problem for FileProblem {
    fn kind(&self) -> Kind {
        Kind::Invalid
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Empty => "file-empty",
            Self::Large { .. } => "file-large",
            Self::Rows => "file-rows",
            Self::Columns => "file-columns",
            Self::Cells => "file-cells",
            Self::Sheets => "file-sheets",
            Self::Unpacked => "file-unpacked",
            Self::SheetMissing { .. } => "file-sheet-missing",
            Self::SheetEmpty => "file-sheet-empty",
            Self::Other(_) => "file-other",
            Self::Password => "file-password",
            Self::Macros => "file-macros",
            Self::Archive(_) => "file-archive",
            Self::Unreadable(_) => "file-unreadable",
        }
    }

    fn field(&self) -> Option<&'static str> {
        Some("file")
    }

    fn tell(&self, lang: Lang) -> String {
        let words = crate::words(lang);
        let count = |value: usize| number(lang, value as i64);
        let mebibytes = |bytes: usize| count(bytes / MEBIBYTE);
        match self {
            Self::Empty => words.sheet_empty().to_string(),
            Self::Large { .. } => words.sheet_large(mebibytes(FILE_BYTES_MAX)),
            Self::Rows => words.sheet_rows(count(ROWS_MAX)),
            Self::Columns => words.sheet_columns(count(COLUMNS_MAX)),
            Self::Cells => words.sheet_cells(count(CELLS_MAX)),
            Self::Sheets => words.sheet_sheets(count(SHEETS_MAX)),
            Self::Unpacked => words.sheet_unpacked(mebibytes(UNPACKED_BYTES_MAX as usize)),
            Self::SheetMissing { .. } => words.sheet_sheet_missing().to_string(),
            Self::SheetEmpty => words.sheet_sheet_empty().to_string(),
            Self::Other(program) => words.sheet_other(tell_program(*program, lang)),
            Self::Password => words.sheet_password().to_string(),
            Self::Macros => words.sheet_macros().to_string(),
            Self::Archive(finding) => words.sheet_archive(tell_finding(*finding, lang)),
            Self::Unreadable(_) => words.sheet_unreadable().to_string(),
        }
    }
}

fn tell_program(program: Program, lang: Lang) -> String {
    let words = crate::words(lang);
    match program {
        Program::OldExcel => words.sheet_is_old_excel(),
        Program::Pdf => words.sheet_is_pdf(),
        Program::Markup => words.sheet_is_markup(),
        Program::Zip => words.sheet_is_zip(),
        Program::Binary => words.sheet_is_binary(),
    }
    .to_string()
}

fn tell_finding(finding: Finding, lang: Lang) -> String {
    let words = crate::words(lang);
    match finding {
        Finding::Parts => words.sheet_found_parts(),
        Finding::Layout => words.sheet_found_layout(),
        Finding::Name => words.sheet_found_name(),
        Finding::Nested => words.sheet_found_nested(),
        Finding::Ratio => words.sheet_found_ratio(),
        Finding::Method => words.sheet_found_method(),
        Finding::Declarations => words.sheet_found_declarations(),
        Finding::Untrue => words.sheet_found_untrue(),
    }
    .to_string()
}
