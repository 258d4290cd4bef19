//! One file as a table: its header is matched to the columns it must have, then rows come as fields in that order.

use super::errors::{File, InputErrors};
use super::rows::{Fields, RowFault, Rows};
use std::io::Read;

/// A file whose header is understood.
pub(crate) struct Table<'a, const COLUMNS: usize> {
    file: File,
    rows: Rows<'a>,
    header: Vec<String>,
    /// Where each wanted column stands in a row.
    place: [usize; COLUMNS],
}

/// A row of a table; its fields go by the order of the columns wanted.
pub(crate) struct Row<'r, const COLUMNS: usize> {
    /// The line it begins on, the header being 1.
    pub(crate) line: u32,
    fields: Fields<'r>,
    place: &'r [usize; COLUMNS],
}

impl<'r, const COLUMNS: usize> Row<'r, COLUMNS> {
    #[inline]
    pub(crate) fn bytes(&self, column: usize) -> &'r [u8] {
        self.fields.bytes(self.place[column])
    }

    #[inline]
    pub(crate) fn text(&self, column: usize) -> &'r str {
        self.fields.text(self.place[column])
    }

    /// A field as a whole number up to `max`.
    #[inline]
    pub(crate) fn number(&self, column: usize, max: u64) -> Option<u64> {
        self.fields.number(self.place[column], max)
    }

    /// All fields as texts.
    pub(crate) fn texts(&self) -> [&'r str; COLUMNS] {
        self.place.map(|at| self.fields.text(at))
    }
}

/// No header has more columns.
const COLUMNS_MAX: usize = 200;
const UTF8: &str = "text in UTF-8; save the file as CSV UTF-8";

impl<'a, const COLUMNS: usize> Table<'a, COLUMNS> {
    /// Reads the header. Columns nobody asked for are noted; missing or repeated ones end the reading of this file.
    pub(crate) fn open(
        file: File,
        from: &'a mut dyn Read,
        wanted: [&str; COLUMNS],
        errors: &mut InputErrors,
        notices: &mut Vec<String>,
    ) -> Option<Self> {
        let mut table = Self { file, rows: Rows::new(from), header: Vec::new(), place: [0; COLUMNS] };
        if table.read_header(wanted, errors, notices).is_some() {
            return Some(table);
        }
        table.finish(errors);
        None
    }

    fn read_header(
        &mut self,
        wanted: [&str; COLUMNS],
        errors: &mut InputErrors,
        notices: &mut Vec<String>,
    ) -> Option<()> {
        let file = self.file;
        let all = || format!("a header line with the columns {}", wanted.join(","));
        let Some((line, read)) = self.rows.step() else {
            if self.rows.failed().is_none() {
                errors.add_form(file, 1, wanted[0], "", format!("{}; the file is empty", all()));
            }
            return None;
        };
        if self.told_of_bytes(line, errors) {
            return None;
        }
        let fields = self.rows.fields();
        if read.is_err() || fields.len() > COLUMNS_MAX {
            errors.add_form(file, line, wanted[0], fields.iter().next().unwrap_or_default(), all());
            return None;
        }
        self.header = fields.iter().map(str::to_owned).collect();
        let header = &self.header;
        let mut sound = true;
        self.place = wanted.map(|name| match header.iter().position(|column| column == name) {
            Some(at) => at,
            None => {
                errors.add_form(file, line, name, &header.join(","), format!("{}; {name} is missing", all()));
                sound = false;
                0
            }
        });
        for (at, column) in header.iter().enumerate() {
            if header[..at].contains(column) {
                errors.add_form(file, line, column, column, "each column once");
                sound = false;
            } else if !wanted.contains(&column.as_str()) {
                notices.push(format!("{file}, line {line}, column {column:?}: unknown, not read"));
            }
        }
        sound.then_some(())
    }

    /// The next row; broken rows are reported and stepped over.
    #[inline(always)]
    pub(crate) fn next(&mut self, errors: &mut InputErrors) -> Option<Row<'_, COLUMNS>> {
        if self.rows.next_is_plain(self.header.len()) && !self.rows.lossy() {
            let (line, fields) = self.rows.plain_row(self.header.len());
            return Some(Row { line, fields, place: &self.place });
        }
        let line = self.step(errors)?;
        Some(Row { line, fields: self.rows.fields(), place: &self.place })
    }

    fn step(&mut self, errors: &mut InputErrors) -> Option<u32> {
        loop {
            let Some((line, read)) = self.rows.step() else {
                self.told_of_failure(errors);
                return None;
            };
            if self.rows.lossy() && self.told_of_bytes(line, errors) {
                continue;
            }
            match read {
                Ok(()) if self.rows.fields().len() == self.header.len() => return Some(line),
                Ok(()) => self.uneven(line, errors),
                Err(fault) => self.broken(line, fault, errors),
            }
        }
    }

    /// Reads on only to find what is no text.
    pub(crate) fn finish(mut self, errors: &mut InputErrors) {
        while let Some((line, _)) = self.rows.step() {
            self.told_of_bytes(line, errors);
        }
        self.told_of_failure(errors);
    }

    /// Reports every field of the row at hand that is not UTF-8, and says whether there was one.
    fn told_of_bytes(&self, line: u32, errors: &mut InputErrors) -> bool {
        let mut told = false;
        if self.rows.lossy() {
            for (at, field) in self.rows.fields().iter().enumerate().filter(|(_, field)| field.contains('\u{FFFD}')) {
                errors.add_form(self.file, line, &self.column(at), field, UTF8);
                told = true;
            }
        }
        told
    }

    fn told_of_failure(&self, errors: &mut InputErrors) {
        if let Some(why) = self.rows.failed() {
            let allowed = format!("a file that can be read to its end; this one cannot: {why}");
            errors.add_form(self.file, self.rows.line(), &self.column(0), "", allowed);
        }
    }

    fn uneven(&self, line: u32, errors: &mut InputErrors) {
        let (fields, wanted) = (self.rows.fields(), self.header.len());
        let value = if fields.len() > wanted { fields.text(wanted) } else { "" };
        let column = self.column(fields.len().min(wanted));
        let allowed = format!("{wanted} fields as in the header; this row has {}", fields.len());
        errors.add(self.file, line, &column, value, allowed);
    }

    fn broken(&self, line: u32, fault: RowFault, errors: &mut InputErrors) {
        let (field, allowed) = match fault {
            RowFault::Unclosed { field } => (field, "a quoted field that ends with a quote before the file ends"),
            RowFault::StrayQuote { field } => {
                (field, "quotes around the whole field only, and each quote inside it doubled")
            }
            RowFault::TooLong { field } => (field, "rows of at most a million bytes; is a quote left open here?"),
        };
        errors.add(self.file, line, &self.column(field), "\"", allowed);
    }

    /// A column's name, or its number from 1 where the header has none.
    fn column(&self, at: usize) -> String {
        self.header.get(at).cloned().unwrap_or_else(|| (at + 1).to_string())
    }
}
