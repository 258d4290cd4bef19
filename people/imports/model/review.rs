use std::collections::{BTreeMap, BTreeSet};

use kit::sheet::{Cell, Row, Sheet};
use serde::{Deserialize, Serialize};

use super::{CellError, CellProblem, Column, Mapping};

/// A row of the file as an importer sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputRow {
    /// As a spreadsheet program counts
    pub number: u32,
    /// Whether the row has an error already: it only counts as one that stands in the file
    pub is_broken: bool,
    values: Vec<(&'static str, String)>,
}

impl InputRow {
    /// The value of a column; empty when there is none.
    pub fn text(&self, key: &str) -> &str {
        self.values.iter().find(|value| value.0 == key).map_or("", |value| value.1.as_str())
    }

    /// The value of a column, unless it is empty.
    pub fn some(&self, key: &str) -> Option<&str> {
        Some(self.text(key)).filter(|text| !text.is_empty())
    }

    /// Whether the file has the column at all.
    pub fn has(&self, key: &str) -> bool {
        self.values.iter().any(|value| value.0 == key)
    }

    /// A whole number within bounds, if there is a value.
    /// # Errors
    /// The error of the cell.
    pub fn number<T: TryFrom<i64>>(&self, key: &'static str, min: i64, max: i64) -> Result<Option<T>, CellError> {
        let Some(text) = self.some(key) else { return Ok(None) };
        let number = kit::sheet::integer_of(text).filter(|number| (min..=max).contains(number));
        let number = number.and_then(|number| T::try_from(number).ok());
        number.map(Some).ok_or_else(|| CellError::new(key, CellProblem::Number { min, max }))
    }

    /// A day, if there is a value.
    /// # Errors
    /// The error of the cell.
    pub fn date(&self, key: &'static str) -> Result<Option<base::Date>, CellError> {
        let Some(text) = self.some(key) else { return Ok(None) };
        kit::sheet::date_of(text).map(Some).map_err(|flaw| {
            let problem = match flaw {
                kit::sheet::DateFlaw::NoSuchDay => CellProblem::NoSuchDay,
                kit::sheet::DateFlaw::NotADate => CellProblem::NotADate,
            };
            CellError::new(key, problem)
        })
    }
}

/// What a row would do.
#[derive(Debug, Clone)]
pub enum Verdict {
    /// Something new
    New,
    /// Changes what is there
    Changed(Vec<Difference>),
    /// Leaves everything as it is
    Same,
    /// Cannot be written before these cells are put right
    Wrong(Vec<CellError>),
    /// Belongs together with another row that has an error
    Waits {
        /// Which
        for_row: u32,
    },
}

/// One value that would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The key of its column
    pub column: &'static str,
    /// As it is
    pub old: String,
    /// As it would be
    pub new: String,
}

impl Difference {
    /// Notes the difference, when there is one.
    pub fn note(into: &mut Vec<Self>, column: &'static str, old: impl ToString, new: impl ToString) {
        let (old, new) = (old.to_string(), new.to_string());
        if old != new {
            into.push(Self { column, old, new });
        }
    }

    /// The verdict of a row that is known already.
    pub fn verdict(differences: Vec<Self>) -> Verdict {
        if differences.is_empty() { Verdict::Same } else { Verdict::Changed(differences) }
    }
}

/// What an importer says: a verdict for each row, in the order of the rows.
#[derive(Debug, Clone, Default)]
pub struct Checked {
    /// One for each row
    pub verdicts: Vec<Verdict>,
    /// How many things are there and not in the file; they stay
    pub gone: usize,
}

/// What was put right on the page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corrections {
    /// By row and column key: what stands there instead
    #[serde(default)]
    cells: BTreeMap<u32, BTreeMap<String, String>>,
    /// Rows that wait: they are not imported
    #[serde(default)]
    left_out: BTreeSet<u32>,
}

impl Corrections {
    /// So many rows can be put right on the page; more are put right in the file.
    pub const CELLS_MAX: usize = 2_000;

    /// Puts a value in place of the cell's.
    pub fn correct(&mut self, row: u32, column: &Column, value: &str) {
        let value: String = value.chars().take(kit::sheet::CELL_CHARS_MAX).collect();
        self.cells.entry(row).or_default().insert(column.key.to_string(), value);
    }

    /// Lets a row wait.
    pub fn leave_out(&mut self, row: u32) {
        self.left_out.insert(row);
    }

    /// Takes a waiting row in again.
    pub fn take_in(&mut self, row: u32) {
        self.left_out.remove(&row);
    }

    /// Whether they can be kept.
    pub fn fit(&self) -> bool {
        self.cells.len() <= Self::CELLS_MAX && self.left_out.len() <= kit::sheet::ROWS_MAX
    }

    /// Rows that wait.
    pub fn left_out(&self) -> &BTreeSet<u32> {
        &self.left_out
    }

    fn of(&self, row: u32, key: &str) -> Option<&str> {
        self.cells.get(&row)?.get(key).map(String::as_str)
    }
}

/// How many rows do what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Counts {
    /// Add something
    pub new: usize,
    /// Change something
    pub changed: usize,
    /// Change nothing
    pub same: usize,
    /// Have an error, or wait for a row that has one
    pub wrong: usize,
    /// Were left out
    pub left_out: usize,
    /// Are there and not in the file
    pub gone: usize,
}

impl Counts {
    /// Rows that would write something.
    pub fn ready(&self) -> usize {
        self.new + self.changed
    }
}

/// A row with its verdict.
#[derive(Debug, Clone)]
pub struct ReviewRow {
    /// The row
    pub row: InputRow,
    /// What it would do
    pub verdict: Verdict,
}

/// Every row of the file and what it would do.
#[derive(Debug, Clone, Default)]
pub struct Review {
    /// In the order of the file
    pub rows: Vec<ReviewRow>,
    left_out: usize,
    gone: usize,
}

impl Review {
    /// The rows of a sheet under a mapping, put right, without those that wait, and the errors found before anybody
    /// knows what the rows mean.
    pub fn prepare(
        sheet: &Sheet,
        columns: &[Column],
        mapping: &Mapping,
        corrections: &Corrections,
    ) -> (Vec<InputRow>, Vec<Vec<CellError>>) {
        let rows = sheet.rows.iter().skip(1).filter(|row| !corrections.left_out.contains(&row.number));
        rows.map(|row| read(row, columns, mapping, corrections)).unzip()
    }

    /// Puts both kinds of findings together.
    pub fn new(rows: Vec<InputRow>, errors: Vec<Vec<CellError>>, checked: Checked, corrections: &Corrections) -> Self {
        assert!(rows.len() == checked.verdicts.len(), "an importer answers for every row");
        let both = rows.into_iter().zip(errors).zip(checked.verdicts);
        let rows = both.map(|((row, mut errors), verdict)| {
            let verdict = match verdict {
                _ if errors.is_empty() => verdict,
                Verdict::Wrong(more) => {
                    let is_told =
                        |error: &CellError, told: &[CellError]| told.iter().any(|old| old.column == error.column);
                    let more: Vec<_> = more.into_iter().filter(|error| !is_told(error, &errors)).collect();
                    errors.extend(more);
                    Verdict::Wrong(errors)
                }
                _ => Verdict::Wrong(errors),
            };
            ReviewRow { row, verdict }
        });
        Self { rows: rows.collect(), left_out: corrections.left_out.len(), gone: checked.gone }
    }

    /// How many rows do what.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts { left_out: self.left_out, gone: self.gone, ..Counts::default() };
        for row in &self.rows {
            match row.verdict {
                Verdict::New => counts.new += 1,
                Verdict::Changed(_) => counts.changed += 1,
                Verdict::Same => counts.same += 1,
                Verdict::Wrong(_) | Verdict::Waits { .. } => counts.wrong += 1,
            }
        }
        counts
    }

    /// Rows with an error, or waiting for one.
    pub fn wrong(&self) -> impl Iterator<Item = &ReviewRow> {
        self.rows.iter().filter(|row| matches!(row.verdict, Verdict::Wrong(_) | Verdict::Waits { .. }))
    }

    /// Rows that would write something.
    pub fn ready(&self) -> impl Iterator<Item = &ReviewRow> {
        self.rows.iter().filter(|row| matches!(row.verdict, Verdict::New | Verdict::Changed(_)))
    }

    /// What goes to the importer: every row without an error, also those that change nothing, since rows may belong
    /// together.
    pub fn to_apply(&self) -> Vec<InputRow> {
        let good = self.rows.iter().filter(|row| !matches!(row.verdict, Verdict::Wrong(_) | Verdict::Waits { .. }));
        good.map(|row| row.row.clone()).collect()
    }
}

fn read(row: &Row, columns: &[Column], mapping: &Mapping, corrections: &Corrections) -> (InputRow, Vec<CellError>) {
    let (mut values, mut errors) = (Vec::with_capacity(columns.len()), Vec::new());
    for column in columns {
        let typed = corrections.of(row.number, column.key).map(Cell::typed);
        let in_file = mapping.place(column.key).map(|place| row.cell(place));
        let Some(cell) = typed.as_ref().or(in_file) else { continue };
        match cell {
            Cell::Text(text) => {
                if column.required && text.is_empty() {
                    errors.push(CellError::new(column.key, CellProblem::Missing));
                }
                values.push((column.key, text.clone()));
            }
            Cell::Flawed(flaw) => {
                errors.push(CellError::new(column.key, CellProblem::Flawed(flaw.clone())));
                values.push((column.key, cell.shown().to_string()));
            }
        }
    }
    (InputRow { number: row.number, is_broken: !errors.is_empty(), values }, errors)
}
