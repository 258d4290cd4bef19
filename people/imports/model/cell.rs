use std::sync::Arc;

use base::Lang;
use kit::fault::Problem;
use kit::format;
use kit::sheet::{CELL_CHARS_MAX, Flaw};

use super::Column;

/// Something wrong with one cell.
#[derive(Debug, Clone)]
pub struct CellError {
    /// The key of its column
    pub column: &'static str,
    /// What is wrong
    pub problem: CellProblem,
}

/// What is wrong with a cell, and with that what to do.
#[derive(Debug, Clone)]
pub enum CellProblem {
    /// A value must be there
    Missing,
    /// Not taken as a value at all
    Flawed(Flaw),
    /// Not a whole number within these bounds
    Number {
        /// The least
        min: i64,
        /// The most
        max: i64,
    },
    /// Written as a date, and no day of the calendar
    NoSuchDay,
    /// Not written as a date
    NotADate,
    /// Names something that is not there
    Unknown {
        /// What was probably meant
        nearest: Option<String>,
    },
    /// Stands in an earlier row already
    Repeated {
        /// Which
        row: u32,
    },
    /// What the room that owns the rows says about the value
    Told(Arc<dyn Problem>),
}

impl CellError {
    /// An error of this column.
    pub fn new(column: &'static str, problem: CellProblem) -> Self {
        Self { column, problem }
    }

    /// What the room says about the value.
    pub fn told(column: &'static str, problem: impl Problem) -> Self {
        Self::new(column, CellProblem::Told(Arc::new(problem)))
    }

    /// What is wrong and what to do.
    pub fn tell(&self, lang: Lang, value: &str) -> String {
        let words = crate::words(lang);
        match &self.problem {
            CellProblem::Missing => words.imports_cell_missing(),
            CellProblem::Flawed(Flaw::Formula(_)) => words.imports_cell_formula(),
            CellProblem::Flawed(Flaw::Error(found)) => words.imports_cell_error(found),
            CellProblem::Flawed(Flaw::Digits(_)) => words.imports_cell_digits(),
            CellProblem::Flawed(Flaw::Long(_)) => words.imports_cell_long(format::number(lang, CELL_CHARS_MAX as i64)),
            CellProblem::Number { min, max } => {
                words.imports_cell_number(value, format::number(lang, *min), format::number(lang, *max))
            }
            CellProblem::NoSuchDay => words.imports_cell_no_such_day(value),
            CellProblem::NotADate => words.imports_cell_no_date(value),
            CellProblem::Unknown { nearest: Some(nearest) } => words.imports_cell_unknown_nearest(value, nearest),
            CellProblem::Unknown { nearest: None } => words.imports_cell_unknown(value),
            CellProblem::Repeated { row } => words.imports_cell_repeated(value, row.to_string()),
            CellProblem::Told(problem) => problem.tell(lang),
        }
    }

    /// Where the cell is: sheet, if the file has any, row and column.
    pub fn place(lang: Lang, sheet: Option<&str>, row: u32, column: &Column) -> String {
        let words = crate::words(lang);
        let (row, label) = (row.to_string(), (column.label)(lang));
        match sheet {
            Some(sheet) => words.imports_place_in_sheet(sheet, row, label),
            None => words.imports_place(row, label),
        }
    }
}

/// Finds what was probably meant among the names there are.
#[derive(Debug)]
pub struct Nearest<'a> {
    names: Vec<&'a str>,
}

impl<'a> Nearest<'a> {
    /// Among so many names something near is looked for; with more it would take too long for a file full of errors.
    const NAMES_MAX: usize = 5_000;

    /// Looks among these names.
    pub fn among(names: impl IntoIterator<Item = &'a str>) -> Self {
        Self { names: names.into_iter().take(Self::NAMES_MAX).collect() }
    }

    /// The problem of a cell that names none of them.
    pub fn unknown(&self, value: &str) -> CellProblem {
        CellProblem::Unknown { nearest: self.to(value).map(str::to_string) }
    }

    /// The nearest name, if it is near: one change in four signs.
    pub fn to(&self, value: &str) -> Option<&'a str> {
        let value: Vec<char> = value.to_lowercase().chars().take(60).collect();
        let far = (value.len() / 4).max(1);
        let near = self.names.iter().filter_map(|name| {
            let name_signs: Vec<char> = name.to_lowercase().chars().take(60).collect();
            (name_signs.len().abs_diff(value.len()) <= far).then(|| (distance(&value, &name_signs), *name))
        });
        near.filter(|(steps, _)| *steps <= far).min_by_key(|(steps, _)| *steps).map(|(_, name)| name)
    }
}

/// How many signs must be added, taken out or changed to make one of the other (Levenshtein, 1966).
fn distance(one: &[char], other: &[char]) -> usize {
    let mut before: Vec<usize> = (0..=other.len()).collect();
    for (row, sign) in one.iter().enumerate() {
        let mut now = vec![row + 1];
        for (column, against) in other.iter().enumerate() {
            let changed = before[column] + usize::from(sign != against);
            now.push(changed.min(before[column + 1] + 1).min(now[column] + 1));
        }
        before = now;
    }
    before[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_recognised_and_something_else_is_not() {
        let names = Nearest::among(["GLU 5–10", "GLU 1–7", "Sykepleie"]);
        assert_eq!(names.to("GLU 5-1O"), Some("GLU 5–10"));
        assert_eq!(names.to("sykepeie"), Some("Sykepleie"));
        assert_eq!(names.to("Medisin"), None);
        assert_eq!(Nearest::among(["h1"]).to("h2"), Some("h1"));
    }

    #[test]
    fn an_error_names_value_and_remedy_in_four_languages() {
        let tell = |lang| CellError::new("from_on", CellProblem::NoSuchDay).tell(lang, "31.02.2026");
        assert_eq!(tell(Lang::Nb), "«31.02.2026» finnes ikke. Skriv dag.måned.år.");
        assert_eq!(tell(Lang::Nn), "«31.02.2026» finst ikkje. Skriv dag.månad.år.");
        assert_eq!(tell(Lang::Da), "»31.02.2026« findes ikke. Skriv dag.måned.år.");
        assert_eq!(tell(Lang::En), "“31.02.2026” does not exist. Use day.month.year.");
        let column = Column { key: "from_on", required: false, label: |_| "Startdato".into(), headings: &[] };
        assert_eq!(CellError::place(Lang::Nb, None, 42, &column), "Rad 42, Startdato");
        assert_eq!(CellError::place(Lang::Nb, Some("Ark1"), 42, &column), "Ark «Ark1», rad 42, Startdato");
    }
}
