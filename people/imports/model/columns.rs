use std::collections::BTreeMap;

use base::Lang;
use serde::{Deserialize, Serialize};

/// A column that an importer understands.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its name in file formats and in the database
    pub key: &'static str,
    /// Whether each row must have a value
    pub required: bool,
    /// What readers call it
    pub label: fn(Lang) -> String,
    /// Other headings it is known by
    pub headings: &'static [&'static str],
}

/// Two columns are the same when they have the same name.
impl PartialEq for Column {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Column {
    fn is_headed(&self, heading: &str) -> bool {
        let heading = plain(heading);
        let labels = Lang::ALL.into_iter().map(|lang| plain(&(self.label)(lang)));
        !heading.is_empty()
            && (heading == plain(self.key)
                || labels.into_iter().any(|label| label == heading)
                || self.headings.iter().any(|other| plain(other) == heading))
    }
}

/// A heading without capitals, blanks and signs: "Student-nr." is "studentnr".
fn plain(heading: &str) -> String {
    heading.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Which column of the file holds what.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// By key: the column of the file, from 0
    columns: BTreeMap<String, usize>,
    /// By key: the heading it had, to find it again in the next file
    #[serde(default)]
    headings: BTreeMap<String, String>,
}

impl Mapping {
    /// Finds the columns by their headings: as the last import of the kind had them, or as we know them.
    pub fn recognise(columns: &[Column], headings: &[String], remembered: Option<&Self>) -> Self {
        let mut found = Self::default();
        for column in columns {
            let before = remembered.and_then(|before| before.headings.get(column.key));
            let place = |is: &dyn Fn(&str) -> bool| headings.iter().position(|heading| is(heading));
            let place = before
                .and_then(|before| place(&|heading| plain(heading) == plain(before)))
                .or_else(|| place(&|heading| column.is_headed(heading)));
            if let Some(place) = place.filter(|place| !found.columns.values().any(|taken| taken == place)) {
                found.set(column, Some(place), headings);
            }
        }
        found
    }

    /// Assigns a column of the file, or takes the assignment away.
    pub fn set(&mut self, column: &Column, place: Option<usize>, headings: &[String]) {
        self.columns.remove(column.key);
        self.headings.remove(column.key);
        if let Some(place) = place.filter(|place| *place < headings.len()) {
            self.columns.insert(column.key.to_string(), place);
            self.headings.insert(column.key.to_string(), headings[place].clone());
        }
    }

    /// The column of the file that holds it.
    pub fn place(&self, key: &str) -> Option<usize> {
        self.columns.get(key).copied()
    }

    /// Columns that must be there and are not.
    pub fn missing(&self, columns: &[Column]) -> Vec<Column> {
        columns.iter().filter(|column| column.required && self.place(column.key).is_none()).copied().collect()
    }

    /// Columns of the file that nothing is made of.
    pub fn unused(&self, headings: &[String]) -> Vec<String> {
        let is_used = |place: &usize| self.columns.values().any(|used| used == place);
        let unused = headings.iter().enumerate().filter(|(place, heading)| !is_used(place) && !heading.is_empty());
        unused.map(|(_, heading)| heading.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns() -> Vec<Column> {
        vec![
            Column { key: "student_id", required: true, label: |_| "Student number".into(), headings: &["Studentnr."] },
            Column { key: "name", required: false, label: |_| "Name".into(), headings: &["Navn"] },
        ]
    }

    fn headings(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| text.to_string()).collect()
    }

    #[test]
    fn columns_are_known_by_key_label_and_other_headings() {
        for head in ["student_id", "STUDENT ID", "Student number", "studentnr"] {
            let mapping = Mapping::recognise(&columns(), &headings(&["x", head]), None);
            assert_eq!(mapping.place("student_id"), Some(1), "{head}");
            assert_eq!(mapping.unused(&headings(&["x", head])), ["x"]);
        }
        let mapping = Mapping::recognise(&columns(), &headings(&["Navn", "Alder"]), None);
        assert_eq!(mapping.missing(&columns()), [columns()[0]]);
    }

    #[test]
    fn what_was_chosen_last_time_is_chosen_again() {
        let mut chosen = Mapping::default();
        chosen.set(&columns()[0], Some(1), &headings(&["Navn", "Kode"]));
        let mapping = Mapping::recognise(&columns(), &headings(&["kode", "Studentnr", "navn"]), Some(&chosen));
        assert_eq!((mapping.place("student_id"), mapping.place("name")), (Some(0), Some(2)));
    }
}
