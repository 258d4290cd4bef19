//! What is wrong with the input files, said so that it can be mended: file, line, column, value, what is allowed.

use std::fmt;

/// One thing that is wrong in one file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct InputError {
    /// Which file.
    pub file: File,
    /// The line, the header being 1.
    pub line: u32,
    /// The column by its name in the header.
    pub column: String,
    /// The value found there, shortened when long.
    pub value: String,
    /// What would have been right.
    pub allowed: String,
}

impl fmt::Display for InputError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, column, value, allowed } = self;
        // A header may hold anything: escaped, it stays on one line.
        write!(out, "{file}, line {line}, column {}: {value:?} is refused; allowed: {allowed}", column.escape_debug())
    }
}

/// The four input files, and those that may be asked for besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum File {
    /// The forest of capacities.
    Hosts,
    /// The offers.
    Places,
    /// The students.
    Students,
    /// The wishes.
    Wishes,
    /// Pairs that must not come about.
    Bans,
    /// Soft terms.
    Soft,
    /// Students whose placing counts first.
    Protect,
    /// Students who draw after others.
    Turns,
}

impl File {
    /// The four that are always there, in the order they are read.
    pub const ALL: [Self; 4] = [Self::Hosts, Self::Places, Self::Students, Self::Wishes];

    /// The file's name, or the option that names it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Hosts => "hosts.csv",
            Self::Places => "places.csv",
            Self::Students => "students.csv",
            Self::Wishes => "wishes.csv",
            Self::Bans => "--ban",
            Self::Soft => "--soft",
            Self::Protect => "--protect",
            Self::Turns => "--turns",
        }
    }
}

impl fmt::Display for File {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}

/// Everything wrong with the input, by file and line; the first hundred are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InputErrors {
    list: Vec<InputError>,
    more: usize,
    /// Whether a file as a whole cannot be used. What its rows or those that refer to them seem to lack would only
    /// mislead then.
    form: bool,
}

impl InputErrors {
    /// At most so many errors are named at once.
    pub const LISTED_MAX: usize = 100;
    const VALUE_CHARS_MAX: usize = 80;

    /// The errors, by file and line.
    pub fn list(&self) -> &[InputError] {
        &self.list
    }

    /// How many more there are that are not listed.
    pub fn more(&self) -> usize {
        self.more
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Something is wrong with a row. `value` is cut to a length that fits a line.
    pub(crate) fn add(&mut self, file: File, line: u32, column: &str, value: &str, allowed: impl Into<String>) {
        if !self.form {
            self.push(file, line, column, value, allowed);
        }
    }

    /// Something is wrong with a file as a whole: its header, or bytes that are no text. Nothing else is listed then.
    pub(crate) fn add_form(&mut self, file: File, line: u32, column: &str, value: &str, allowed: impl Into<String>) {
        if !self.form {
            *self = Self { form: true, ..Self::default() };
        }
        self.push(file, line, column, value, allowed);
    }

    fn push(&mut self, file: File, line: u32, column: &str, value: &str, allowed: impl Into<String>) {
        if self.list.len() == Self::LISTED_MAX {
            self.more += 1;
            return;
        }
        let short = |text: &str| match text.char_indices().nth(Self::VALUE_CHARS_MAX) {
            Some((end, _)) => format!("{}…", &text[..end]),
            None => text.to_owned(),
        };
        let (column, value, allowed) = (short(column), short(value), allowed.into());
        self.list.push(InputError { file, line, column, value, allowed });
    }

    pub(crate) fn sorted(mut self) -> Self {
        self.list.sort();
        self
    }
}

impl fmt::Display for InputErrors {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for error in &self.list {
            writeln!(out, "{error}")?;
        }
        if self.more > 0 {
            writeln!(out, "{} more errors are not listed", self.more)?;
        }
        Ok(())
    }
}

impl std::error::Error for InputErrors {}
