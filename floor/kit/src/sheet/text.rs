use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::problem::Program;
use super::{Cell, Counted, FileProblem, Format, Row, Sheet, cells};

const UTF_8_MARK: &[u8] = &[0xef, 0xbb, 0xbf];
const SEPARATORS: [u8; 3] = [b';', b',', b'\t'];
/// So many rows show which separator a file uses.
const ROWS_TRIED: usize = 20;

/// Files whose first bytes say that they are something else.
pub(super) fn refuse_known_formats(file: &[u8]) -> Result<(), FileProblem> {
    let start = file.trim_ascii_start();
    let start = start.strip_prefix(UTF_8_MARK).unwrap_or(start);
    let program = match start {
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Program::OldExcel,
        [b'%', b'P', b'D', b'F', ..] => Program::Pdf,
        [b'<', next, ..] if next.is_ascii_alphabetic() || matches!(next, b'!' | b'?') => Program::Markup,
        _ => return Ok(()),
    };
    Err(FileProblem::Other(program))
}

/// Whether there is a byte order mark and nothing else.
pub(super) fn is_only_a_mark(file: &[u8]) -> bool {
    matches!(file, [0xff, 0xfe] | [0xfe, 0xff] | [0xef, 0xbb, 0xbf])
}

pub(super) fn read(file: &[u8]) -> Result<Sheet, FileProblem> {
    let (text, format) = decoded(file)?;
    if text.chars().any(is_no_text) {
        return Err(FileProblem::Other(Program::Binary));
    }
    let (text, named, skipped) = without_separator_line(&text);
    let separator = named.unwrap_or_else(|| separator_of(text));
    let rows = rows_of(text, separator, skipped)?;
    if rows.is_empty() {
        return Err(FileProblem::Empty);
    }
    Ok(Sheet { format, names: Vec::new(), index: 0, rows })
}

/// UTF-8, UTF-16 with a mark, or else Windows-1252, which has a letter for nearly every byte.
fn decoded(file: &[u8]) -> Result<(String, Format), FileProblem> {
    if let Some((encoding, _)) = Encoding::for_bom(file)
        && (encoding == UTF_16LE || encoding == UTF_16BE)
    {
        let (text, _, broken) = encoding.decode(file);
        return if broken { Err(FileProblem::Other(Program::Binary)) } else { Ok((text.into_owned(), Format::Csv)) };
    }
    let unmarked = file.strip_prefix(UTF_8_MARK).unwrap_or(file);
    match std::str::from_utf8(unmarked) {
        Ok(text) => Ok((text.to_string(), Format::Csv)),
        Err(_) => Ok((WINDOWS_1252.decode_without_bom_handling(file).0.into_owned(), Format::Csv1252)),
    }
}

fn is_no_text(sign: char) -> bool {
    sign.is_control() && !matches!(sign, '\t' | '\r' | '\n')
}

/// Excel may say in a first line which separator follows: "sep=;".
fn without_separator_line(text: &str) -> (&str, Option<u8>, u32) {
    let Some(rest) = text.strip_prefix("sep=") else { return (text, None, 0) };
    match rest.as_bytes() {
        [separator, b'\r', b'\n', ..] => (&rest[3..], Some(*separator), 1),
        [separator, b'\n', ..] => (&rest[2..], Some(*separator), 1),
        _ => (text, None, 0),
    }
}

/// The separator that gives most columns in most of the first rows.
fn separator_of(text: &str) -> u8 {
    let score = |separator: u8| {
        let mut reader = reader(text, separator);
        let widths: Vec<usize> =
            reader.byte_records().take(ROWS_TRIED).filter_map(Result::ok).map(|record| record.len()).collect();
        let columns = widths.first().copied().unwrap_or(1);
        let alike = widths.iter().filter(|width| **width == columns).count();
        if columns < 2 { 0 } else { alike * 1000 / widths.len().max(1) + columns.min(999) }
    };
    SEPARATORS.into_iter().rev().max_by_key(|separator| score(*separator)).unwrap_or(b';')
}

fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes())
}

fn rows_of(text: &str, separator: u8, skipped: u32) -> Result<Vec<Row>, FileProblem> {
    let (mut rows, mut counted) = (Vec::new(), Counted::default());
    let mut reader = reader(text, separator);
    let mut record = csv::StringRecord::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => return Ok(rows),
            Err(error) => return Err(FileProblem::Unreadable(error.to_string())),
        }
        let number = record.position().map_or(0, csv::Position::line) as u32 + skipped;
        if let Some(row) = row_of(&record, number, &mut counted)? {
            rows.push(row);
        }
    }
}

fn row_of(record: &csv::StringRecord, number: u32, counted: &mut Counted) -> Result<Option<Row>, FileProblem> {
    let mut row: Vec<Cell> = Vec::new();
    let mut filled = 0;
    for (column, text) in record.iter().enumerate() {
        let cell = cells::of_text(text);
        if !cell.is_empty() {
            counted.cell(column)?;
            filled = column + 1;
        }
        // Empty columns at the end of a line are common and harmless; they are not kept.
        if column < super::COLUMNS_MAX {
            row.push(cell);
        }
    }
    row.truncate(filled);
    if row.is_empty() {
        return Ok(None);
    }
    counted.row()?;
    Ok(Some(Row { number, cells: row }))
}
