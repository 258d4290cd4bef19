//! One file as a table: its header is matched to the columns it must have, then rows come as fields in that order.

use super::errors::{File, InputErrors};
use super::rows::{RowFault, Rows};
use std::borrow::Cow;

/// A file whose header is understood.
pub(crate) struct Table<'a, const COLUMNS: usize> {
    file: File,
    rows: Rows<'a>,
    header: Vec<String>,
    /// Where each wanted column stands in a row.
    place: [usize; COLUMNS],
    fields: Vec<Cow<'a, str>>,
}

/// No header has more columns.
const COLUMNS_MAX: usize = 200;

impl<'a, const COLUMNS: usize> Table<'a, COLUMNS> {
    /// Reads the header. Columns nobody asked for are noted; missing or repeated ones end the reading of this file.
    pub(crate) fn open(
        file: File,
        text: &'a str,
        wanted: [&str; COLUMNS],
        errors: &mut InputErrors,
        notices: &mut Vec<String>,
    ) -> Option<Self> {
        let mut rows = Rows::new(text);
        let mut fields = Vec::new();
        let all = || format!("a header line with the columns {}", wanted.join(","));
        let Some((line, read)) = rows.next(&mut fields) else {
            errors.add(file, 1, wanted[0], "", format!("{}; the file is empty", all()));
            return None;
        };
        if read.is_err() || fields.len() > COLUMNS_MAX {
            let first = fields.first().map(AsRef::as_ref).unwrap_or_default();
            errors.add(file, line, wanted[0], first, all());
            return None;
        }
        let header: Vec<String> = fields.iter().map(|field| field.to_string()).collect();
        let before = errors.count();
        let place = wanted.map(|name| match header.iter().position(|column| column == name) {
            Some(at) => at,
            None => {
                errors.add(file, line, name, &header.join(","), format!("{}; {name} is missing", all()));
                0
            }
        });
        for (at, column) in header.iter().enumerate() {
            if header[..at].contains(column) {
                errors.add(file, line, column, column, "each column once");
            } else if !wanted.contains(&column.as_str()) {
                notices.push(format!("{file}, line {line}, column {column:?}: unknown, not read"));
            }
        }
        (errors.count() == before).then_some(Self { file, rows, header, place, fields })
    }

    /// The next row's line and its fields in the order wanted; broken rows are reported and stepped over.
    pub(crate) fn next(&mut self, errors: &mut InputErrors) -> Option<(u32, [&str; COLUMNS])> {
        loop {
            let (line, read) = self.rows.next(&mut self.fields)?;
            match read {
                Ok(()) if self.fields.len() == self.header.len() => {
                    let fields = &self.fields;
                    return Some((line, self.place.map(|at| fields[at].as_ref())));
                }
                Ok(()) => self.uneven(line, errors),
                Err(fault) => self.broken(line, fault, errors),
            }
        }
    }

    fn uneven(&self, line: u32, errors: &mut InputErrors) {
        let (got, wanted) = (self.fields.len(), self.header.len());
        let column = match self.header.get(got) {
            Some(name) => name.clone(),
            None => (wanted + 1).to_string(),
        };
        let value = self.fields.get(wanted).map(AsRef::as_ref).unwrap_or_default();
        errors.add(self.file, line, &column, value, format!("{wanted} fields as in the header; this row has {got}"));
    }

    fn broken(&self, line: u32, fault: RowFault, errors: &mut InputErrors) {
        let (field, allowed) = match fault {
            RowFault::Unclosed { field } => (field, "a quoted field that ends with a quote before the file ends"),
            RowFault::StrayQuote { field } => {
                (field, "quotes around the whole field only, and each quote inside it doubled")
            }
        };
        let column = self.header.get(field).cloned().unwrap_or_else(|| (field + 1).to_string());
        errors.add(self.file, line, &column, "\"", allowed);
    }
}

/// The file's text; every field that is not UTF-8 is reported.
pub(crate) fn text<'a>(file: File, bytes: &'a [u8], errors: &mut InputErrors) -> Option<&'a str> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(text);
    }
    let lossy = String::from_utf8_lossy(bytes);
    let mut rows = Rows::new(&lossy);
    let mut fields = Vec::new();
    let mut header: Vec<String> = Vec::new();
    while let Some((line, _)) = rows.next(&mut fields) {
        for (at, field) in fields.iter().enumerate().filter(|(_, field)| field.contains('\u{FFFD}')) {
            let column = header.get(at).cloned().unwrap_or_else(|| (at + 1).to_string());
            errors.add(file, line, &column, field, "text in UTF-8; save the file as CSV UTF-8");
        }
        if header.is_empty() {
            header = fields.iter().map(|field| field.to_string()).collect();
        }
    }
    if errors.of(file) == 0 {
        errors.add(file, 1, "1", "", "text in UTF-8; save the file as CSV UTF-8"); // the bytes stood in a broken row
    }
    None
}
