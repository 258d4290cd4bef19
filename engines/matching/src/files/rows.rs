//! Rows of comma-separated text, as in RFC 4180: fields may be quoted, a quote in a quoted field is doubled.
//! Tolerated besides: a byte order mark, CR LF, empty lines, no line end after the last row.

use std::borrow::Cow;

/// The rows of one file, one after the other.
pub(crate) struct Rows<'a> {
    text: &'a str,
    at: usize,
    line: u32,
    quotes: bool,
}

/// What can be wrong with a row as a row; the field is counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowFault {
    /// A quote opens a field and none closes it before the file ends.
    Unclosed { field: usize },
    /// Something follows a closing quote, or a quote stands inside a field that does not begin with one.
    StrayQuote { field: usize },
}

impl<'a> Rows<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        Self { text, at: 0, line: 1, quotes: text.contains('"') }
    }

    /// Reads the next row that is not empty into `fields` and returns its line; a quoted field may hold line ends, so
    /// a row's line is the one it begins on. None at the end.
    pub(crate) fn next(&mut self, fields: &mut Vec<Cow<'a, str>>) -> Option<(u32, Result<(), RowFault>)> {
        loop {
            if self.at >= self.text.len() {
                return None;
            }
            fields.clear();
            let line = self.line;
            let read = if self.quotes { self.quoted(fields) } else { self.plain(fields) };
            if read.is_err() || !matches!(&fields[..], [only] if only.is_empty()) {
                return Some((line, read));
            }
        }
    }

    /// A row of a file without any quote.
    fn plain(&mut self, fields: &mut Vec<Cow<'a, str>>) -> Result<(), RowFault> {
        let bytes = self.text.as_bytes();
        let mut start = self.at;
        let mut at = self.at;
        while at < bytes.len() {
            match bytes[at] {
                b',' => {
                    fields.push(Cow::Borrowed(&self.text[start..at]));
                    start = at + 1;
                }
                b'\n' => break,
                _ => {}
            }
            at += 1;
        }
        fields.push(Cow::Borrowed(without_cr(&self.text[start..at])));
        self.at = at + 1;
        self.line += 1;
        Ok(())
    }

    /// A row of a file with quotes somewhere.
    fn quoted(&mut self, fields: &mut Vec<Cow<'a, str>>) -> Result<(), RowFault> {
        loop {
            let field = fields.len();
            let inside = self.text[self.at..].starts_with('"');
            let (text, end) = if inside { self.inside_quotes(field)? } else { self.until_comma() };
            if !inside && text.contains('"') {
                if end == End::Comma {
                    self.skip_line(self.at);
                }
                return Err(RowFault::StrayQuote { field });
            }
            fields.push(text);
            if end == End::Row {
                return Ok(());
            }
        }
    }

    /// A field that does not begin with a quote.
    fn until_comma(&mut self) -> (Cow<'a, str>, End) {
        let rest = &self.text[self.at..];
        let len = rest.find([',', '\n']).unwrap_or(rest.len());
        let end = self.step_over(self.at + len);
        let field = &rest[..len];
        (Cow::Borrowed(if end == End::Row { without_cr(field) } else { field }), end)
    }

    fn inside_quotes(&mut self, field: usize) -> Result<(Cow<'a, str>, End), RowFault> {
        let mut text = String::new();
        let mut at = self.at + 1;
        loop {
            let Some(len) = self.text[at..].find('"') else {
                self.at = self.text.len();
                return Err(RowFault::Unclosed { field });
            };
            let piece = &self.text[at..at + len];
            self.line += crate::ids::small(piece.bytes().filter(|byte| *byte == b'\n').count());
            text.push_str(piece);
            at += len + 1;
            if !self.text[at..].starts_with('"') {
                break;
            }
            text.push('"');
            at += 1;
        }
        let rest = &self.text[at..];
        let cr = usize::from(rest.starts_with("\r\n") || rest == "\r");
        if !matches!(rest.as_bytes().get(cr), None | Some(b',' | b'\n')) {
            self.skip_line(at);
            return Err(RowFault::StrayQuote { field });
        }
        let end = self.step_over(at + cr);
        Ok((Cow::Owned(text), end))
    }

    fn step_over(&mut self, at: usize) -> End {
        self.at = at + 1;
        if self.text.as_bytes().get(at) == Some(&b',') {
            End::Comma
        } else {
            self.line += 1;
            End::Row
        }
    }

    fn skip_line(&mut self, at: usize) {
        let rest = &self.text[at..];
        self.at = at + rest.find('\n').map_or(rest.len(), |len| len + 1);
        self.line += 1;
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Comma,
    Row,
}

fn without_cr(field: &str) -> &str {
    field.strip_suffix('\r').unwrap_or(field)
}
