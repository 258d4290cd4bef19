//! Rows of comma-separated text, as in RFC 4180: fields may be quoted, a quote in a quoted field is doubled.
//! Tolerated besides: a byte order mark, CR LF, empty lines, no line end after the last row.

use super::block::{self, Block, More};
use super::digits::number_before;
use std::io::Read;
use std::ops::Range;

/// The rows of one file, one after the other.
pub(crate) struct Rows<'a> {
    block: Block<'a>,
    /// Where the next row begins in the block, and its first mark.
    at: usize,
    mark: usize,
    line: u32,
    row: Row,
    /// A row with quotes, without them: its fields with a comma behind each, and the marks of these commas.
    bare: Vec<u8>,
    bare_marks: Vec<u32>,
    ended: bool,
}

const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

/// Where the fields of the row at hand stand.
enum Row {
    /// In the block, where nothing was quoted.
    Plain { start: usize, marks: Range<usize> },
    /// In `bare`.
    Bare,
}

/// What can be wrong with a row as a row; the field is counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowFault {
    /// A quote opens a field and none closes it before the file ends.
    Unclosed { field: usize },
    /// Something follows a closing quote, or a quote stands inside a field that does not begin with one.
    StrayQuote { field: usize },
    /// The row is longer than [`block::LINE_BYTES_MAX`]; nothing behind it is read.
    TooLong { field: usize },
}

/// The fields of one row.
#[derive(Clone, Copy)]
pub(crate) struct Fields<'r> {
    text: &'r [u8],
    start: usize,
    /// One at the end of each field.
    marks: &'r [u32],
}

impl<'r> Fields<'r> {
    pub(crate) fn len(&self) -> usize {
        self.marks.len()
    }

    #[inline(always)]
    pub(crate) fn bytes(&self, at: usize) -> &'r [u8] {
        &self.text[self.range(at)]
    }

    #[inline]
    pub(crate) fn text(&self, at: usize) -> &'r str {
        text(self.bytes(at))
    }

    /// A field as a whole number up to `max`.
    #[inline(always)]
    pub(crate) fn number(&self, at: usize, max: u64) -> Option<u64> {
        let range = self.range(at);
        number_before(&self.text[..range.end], range.len(), max)
    }

    #[inline(always)]
    fn range(&self, at: usize) -> Range<usize> {
        let start = if at == 0 { self.start } else { block::position(self.marks[at - 1]) + 1 };
        start..block::position(self.marks[at])
    }

    pub(crate) fn iter(self) -> impl Iterator<Item = &'r str> {
        (0..self.len()).map(move |at| self.text(at))
    }
}

/// A field as text. [`Block`] holds UTF-8 alone and fields end at commas, line ends and quotes, so this never fails.
fn text(field: &[u8]) -> &str {
    std::str::from_utf8(field).unwrap_or_default()
}

impl<'a> Rows<'a> {
    pub(crate) fn new(from: &'a mut dyn Read) -> Self {
        Self {
            block: Block::new(from),
            at: 0,
            mark: 0,
            line: 1,
            row: Row::Bare,
            bare: Vec::new(),
            bare_marks: Vec::new(),
            ended: false,
        }
    }

    /// Goes to the next row that is not empty and returns its line; a quoted field may hold line ends, so a row's
    /// line is the one it begins on. None at the end.
    pub(crate) fn step(&mut self) -> Option<(u32, Result<(), RowFault>)> {
        loop {
            if self.at == self.block.lines().len() {
                match self.more() {
                    More::Lines => {}
                    More::End => return None,
                    More::TooLong => return Some((self.line, Err(RowFault::TooLong { field: 0 }))),
                }
            }
            let line = self.line;
            let read = if self.block.quotes() {
                self.quoted()
            } else {
                let (start, marks) = self.plain(self.plain_fields());
                self.row = Row::Plain { start, marks };
                Ok(())
            };
            let fields = self.fields();
            if read.is_err() || fields.len() != 1 || !fields.bytes(0).is_empty() {
                return Some((line, read));
            }
        }
    }

    /// Whether the next row stands in a block without quotes and has just so many fields, two or more: nearly always.
    #[inline(always)]
    pub(crate) fn next_is_plain(&self, fields: usize) -> bool {
        let Some(marks) = self.block.marks().get(self.mark..self.mark + fields) else { return false };
        let [commas @ .., end] = marks else { return false };
        !self.block.quotes()
            && !commas.is_empty()
            && block::ends_line(*end)
            && !commas.iter().any(|mark| block::ends_line(*mark))
    }

    /// Goes to that row, and returns its line and fields.
    #[inline(always)]
    pub(crate) fn plain_row(&mut self, fields: usize) -> (u32, Fields<'_>) {
        let line = self.line;
        let (start, marks) = self.plain(fields);
        (line, Fields { text: self.block.lines(), start, marks: &self.block.marks()[marks] })
    }

    /// The fields of the row last stepped to, as far as it could be read.
    pub(crate) fn fields(&self) -> Fields<'_> {
        match &self.row {
            Row::Plain { start, marks } => {
                Fields { text: self.block.lines(), start: *start, marks: &self.block.marks()[marks.clone()] }
            }
            Row::Bare => Fields { text: &self.bare, start: 0, marks: &self.bare_marks },
        }
    }

    /// See [`Block::lossy`].
    pub(crate) fn lossy(&self) -> bool {
        self.block.lossy()
    }

    /// See [`Block::failed`].
    pub(crate) fn failed(&self) -> Option<&str> {
        self.block.failed()
    }

    /// The line after the last row read.
    pub(crate) fn line(&self) -> u32 {
        self.line
    }

    /// Reads more behind the row at hand. If there is no more, or too much, nothing follows that row.
    fn more(&mut self) -> More {
        let first = self.block.lines().is_empty();
        let more = if self.ended { More::End } else { self.block.more(self.at) };
        self.ended = more != More::Lines;
        self.at = match more {
            More::Lines if first && self.block.lines().starts_with(BYTE_ORDER_MARK) => BYTE_ORDER_MARK.len(),
            More::Lines => 0,
            More::End | More::TooLong => self.block.lines().len(),
        };
        self.mark = 0;
        more
    }

    /// A row of a block without any quote goes from mark to mark.
    #[inline(always)]
    fn plain(&mut self, fields: usize) -> (usize, Range<usize>) {
        let (start, marks) = (self.at, self.mark..self.mark + fields);
        let end = block::position(self.block.marks()[marks.end - 1]);
        if end > start && self.block.lines()[end - 1] == b'\r' {
            self.block.leave_out_byte_before(marks.end - 1);
        }
        self.at = end + 1;
        self.mark = marks.end;
        self.next_line();
        (start, marks)
    }

    /// How many fields the next row of such a block has.
    fn plain_fields(&self) -> usize {
        // A block ends with a line end, so there is one.
        self.block.marks()[self.mark..].iter().take_while(|mark| !block::ends_line(**mark)).count() + 1
    }

    /// A row of a block with quotes somewhere. Marks are of no use where commas may be quoted.
    fn quoted(&mut self) -> Result<(), RowFault> {
        self.row = Row::Bare;
        loop {
            self.bare.clear();
            self.bare_marks.clear();
            let line = self.line;
            match self.bare_row() {
                Err(RowFault::Unclosed { field }) => {
                    // The quote may be closed in the next block.
                    self.line = line;
                    match self.more() {
                        More::Lines => {}
                        More::End => return Err(RowFault::Unclosed { field }),
                        More::TooLong => return Err(RowFault::TooLong { field }),
                    }
                }
                read => return read,
            }
        }
    }

    /// Where a row is unclosed, `self.at` stays at its beginning.
    fn bare_row(&mut self) -> Result<(), RowFault> {
        let mut at = self.at;
        loop {
            let field = self.bare_marks.len();
            let lines = self.block.lines();
            let end = match lines[at] {
                b'"' => self.inside_quotes(at + 1, field)?,
                _ => at + lines[at..].iter().take_while(|byte| !matches!(byte, b',' | b'\n' | b'"')).count(),
            };
            let lines = self.block.lines();
            if lines[at] != b'"' {
                let cr = usize::from(lines[end] == b'\n' && end > at && lines[end - 1] == b'\r');
                self.bare.extend_from_slice(&lines[at..end - cr]);
            }
            if lines[end] == b'"' {
                return Err(self.stray_quote(end, field));
            }
            self.bare_marks.push(crate::ids::small(self.bare.len()) << 1);
            self.bare.push(b',');
            at = end + 1;
            if lines[end] == b'\n' {
                self.at = at;
                self.next_line();
                return Ok(());
            }
        }
    }

    /// Reads a field from behind its opening quote and returns where the comma or line end behind it stands.
    fn inside_quotes(&mut self, start: usize, field: usize) -> Result<usize, RowFault> {
        let lines = self.block.lines();
        let mut at = start;
        loop {
            let Some(len) = lines[at..].iter().position(|byte| *byte == b'"') else {
                return Err(RowFault::Unclosed { field });
            };
            let piece = &lines[at..at + len];
            let line_ends = piece.iter().filter(|byte| **byte == b'\n').count();
            self.line = self.line.saturating_add(crate::ids::small(line_ends));
            self.bare.extend_from_slice(piece);
            at += len + 1;
            if lines[at] != b'"' {
                break;
            }
            self.bare.push(b'"');
            at += 1;
        }
        let end = at + usize::from(lines[at..].starts_with(b"\r\n"));
        if matches!(lines[end], b',' | b'\n') { Ok(end) } else { Err(self.stray_quote(at, field)) }
    }

    /// Steps over the rest of the line.
    fn stray_quote(&mut self, at: usize, field: usize) -> RowFault {
        let rest = &self.block.lines()[at..];
        self.at = at + rest.iter().take_while(|byte| **byte != b'\n').count() + 1;
        self.next_line();
        RowFault::StrayQuote { field }
    }

    #[inline]
    fn next_line(&mut self) {
        self.line = self.line.saturating_add(1);
    }
}
