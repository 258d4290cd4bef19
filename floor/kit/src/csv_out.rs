//! The one writer of tables that leave the portal: UTF-8 with a mark, semicolons, CRLF, and nothing a spreadsheet
//! program takes for a formula.

use std::fmt::Write as _;

/// The media type of what is written.
pub const CONTENT_TYPE: &str = "text/csv; charset=utf-8";
/// A file name is cut after this many signs.
const NAME_CHARS_MAX: usize = 80;
const MARK: &str = "\u{feff}";
const SEPARATOR: char = ';';

/// What stands in one cell. Numbers are ours and stay numbers; text is anybody's and is made harmless.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing
    Empty,
    /// Words, and figures that are no amounts: leading zeros are kept.
    Text(String),
    /// An amount
    Number(i64),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_string())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Cell {
    fn from(value: i64) -> Self {
        Self::Number(value)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// A table on its way out, row by row.
#[derive(Debug)]
pub struct CsvOut {
    text: String,
}

impl CsvOut {
    /// A table with these headings.
    pub fn new<T: Into<Cell>>(headings: impl IntoIterator<Item = T>) -> Self {
        let mut out = Self { text: MARK.to_string() };
        out.row(headings);
        out
    }

    /// One more row.
    pub fn row<T: Into<Cell>>(&mut self, cells: impl IntoIterator<Item = T>) {
        for (index, cell) in cells.into_iter().enumerate() {
            if index > 0 {
                self.text.push(SEPARATOR);
            }
            match cell.into() {
                Cell::Empty => {}
                Cell::Number(value) => _ = write!(self.text, "{value}"), // writing to memory does not fail
                Cell::Text(text) => push_quoted(&mut self.text, &harmless(&text)),
            }
        }
        self.text.push_str("\r\n");
    }

    /// The whole file.
    pub fn finish(self) -> Vec<u8> {
        self.text.into_bytes()
    }
}

/// A name for a download that is safe on every system: plain letters, digits and hyphens, and the ending.
pub fn file_name(stem: &str, ending: &str) -> String {
    let mut name = String::new();
    for sign in stem.chars().flat_map(char::to_lowercase) {
        match sign {
            'a'..='z' | '0'..='9' => name.push(sign),
            'æ' | 'ä' => name.push_str("ae"),
            'ø' | 'ö' => name.push('o'),
            'å' | 'á' | 'à' => name.push('a'),
            'é' | 'è' => name.push('e'),
            _ if !name.is_empty() && !name.ends_with('-') => name.push('-'),
            _ => {}
        }
        if name.len() >= NAME_CHARS_MAX {
            break;
        }
    }
    let name = name.trim_end_matches('-');
    // Windows keeps a few names for devices, whatever their ending.
    let device = ["con", "prn", "aux", "nul"].contains(&name)
        || (name.len() == 4 && (name.starts_with("com") || name.starts_with("lpt")));
    match name {
        "" => format!("fotfeste.{ending}"),
        name if device => format!("fotfeste-{name}.{ending}"),
        name => format!("{name}.{ending}"),
    }
}

/// Text that a spreadsheet program shows as it is. [`bare`] takes the sign in front away again.
fn harmless(text: &str) -> String {
    if is_formula_like(text) { format!("'{text}") } else { text.to_string() }
}

/// What was meant by a cell that this writer, or a careful person, has made harmless.
pub(crate) fn bare(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if is_formula_like(rest) => rest,
        _ => text,
    }
}

/// Whether a program could take it for a formula, now or after the sign in front has been taken away.
fn is_formula_like(text: &str) -> bool {
    let signs = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    text.trim_start_matches('\'').starts_with(signs)
}

fn push_quoted(out: &mut String, text: &str) {
    let needs_quotes = text.contains([SEPARATOR, ',', '"', '\r', '\n', '\t']) || text.trim() != text;
    if !needs_quotes {
        return out.push_str(text);
    }
    out.push('"');
    for sign in text.chars() {
        if sign == '"' {
            out.push('"');
        }
        out.push(sign);
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written(rows: &[Vec<Cell>]) -> Vec<Vec<String>> {
        let mut out = CsvOut::new(["heading"]);
        for row in rows {
            out.row(row.clone());
        }
        let bytes = out.finish();
        assert!(bytes.starts_with(&[0xef, 0xbb, 0xbf]));
        let mut reader =
            csv::ReaderBuilder::new().delimiter(b';').has_headers(false).flexible(true).from_reader(&bytes[3..]);
        let read = reader.records().map(|record| record.unwrap().iter().map(str::to_string).collect());
        read.skip(1).collect()
    }

    #[test]
    fn formulas_go_out_as_text_and_our_numbers_as_numbers() {
        let mut out = CsvOut::new(["Navn", "Nr."]);
        out.row([Cell::from("=1+2"), Cell::Number(-5)]);
        out.row([Cell::from("Aas; \"Ingrid\""), Cell::from("0042")]);
        out.row([Cell::from("+47 12 34 56 78"), Cell::Empty]);
        let text = String::from_utf8(out.finish()).unwrap();
        assert_eq!(text, "\u{feff}Navn;Nr.\r\n'=1+2;-5\r\n\"Aas; \"\"Ingrid\"\"\";0042\r\n'+47 12 34 56 78;\r\n");
    }

    #[test]
    fn a_download_has_a_safe_name() {
        assert_eq!(file_name("Høst 2026: «GLU 5–10»", "csv"), "host-2026-glu-5-10.csv");
        assert_eq!(file_name("../../etc/passwd", "csv"), "etc-passwd.csv");
        assert_eq!(file_name("CON", "csv"), "fotfeste-con.csv");
        assert_eq!(file_name("…", "csv"), "fotfeste.csv");
        assert!(file_name(&"å".repeat(500), "csv").len() <= NAME_CHARS_MAX + 4);
    }

    proptest! {
        #[test]
        fn no_cell_is_a_formula_and_every_value_comes_back(
            rows in prop::collection::vec(prop::collection::vec("[=+\\-@\t\r\n';,\"a-zø0 ]{0,12}", 1..5), 1..8),
        ) {
            let cells: Vec<Vec<Cell>> = rows.iter().map(|row| row.iter().map(|text| text.as_str().into()).collect()).collect();
            let read = written(&cells);
            // A row of one empty cell is an empty line, which no reader gives back.
            let expected: Vec<_> = rows.iter().filter(|row| row.len() > 1 || !row[0].is_empty()).collect();
            prop_assert_eq!(read.len(), expected.len());
            for (row, meant) in read.iter().zip(expected) {
                prop_assert_eq!(row.len(), meant.len());
                for (cell, meant) in row.iter().zip(meant) {
                    prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']));
                    prop_assert_eq!(bare(cell), meant);
                }
            }
        }
    }
}
