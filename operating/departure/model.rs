//! What an export holds.

use std::collections::BTreeSet;

use base::{Date, Moment};
use kit::blobs::BlobError;
use kit::fault::Fault;
use migrations::schema::{Class, TableOf};
use serde::Serialize;

/// A table as the export shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its name, and the file's
    pub table: &'static str,
    /// Its columns, less those that open something
    pub columns: Vec<&'static str>,
    /// Which rows are the organisation's; `$1` is its id
    pub mine: &'static str,
}

/// Persons belong to no single organisation: those it registered, and those who study, work or hold a role there.
pub(super) const KNOWN: &str = "home_id = $1 OR id IN (SELECT person_id FROM affiliations WHERE owner_id = $1) \
                     OR id IN (SELECT person_id FROM roles WHERE owner_id = $1)";

/// What is protected of the persons it registered; of others it knows the working name alone.
const PROTECTED: &str = "person_id IN (SELECT id FROM persons WHERE home_id = $1)";
/// Its mails, less those that name somebody whom another organisation protects.
const MAILS: &str = "owner_id = $1 AND (person_id IS NULL OR person_id NOT IN (SELECT r.person_id FROM protections r \
                     JOIN persons p ON p.id = r.person_id WHERE p.home_id <> $1))";
/// Worked out from other columns, and from what is protected too.
const WORKED_OUT: [(&str, &str); 2] = [("members", "sort_key"), ("members", "search_key")];

/// What an organisation takes along: every table it owns rows in, itself, and the persons it knows.
pub fn parts() -> Vec<Part> {
    let part = |table: &TableOf| {
        let mine = match (table.global_because(), table.name()) {
            (None, "mails") => MAILS,
            (None, _) => "owner_id = $1",
            (Some(_), "organisations") => "id = $1",
            (Some(_), "persons") => KNOWN,
            (Some(_), "protections") => PROTECTED,
            (Some(_), "jobs") => "organisation_id = $1",
            _ => return None,
        };
        let shown = table.data_map().into_iter().filter(|line| line.class != Class::Secret);
        let shown = shown.filter(|line| !WORKED_OUT.contains(&(line.table, line.column)));
        Some(Part { table: table.name(), columns: shown.map(|line| line.column).collect(), mine })
    };
    migrations::tables().iter().filter_map(part).collect()
}

/// Tables whose rows name files: those with a column `blob`, which holds the name of one in the blob store.
pub fn with_files() -> Vec<&'static str> {
    let named = parts().into_iter().filter(|part| part.columns.contains(&"blob"));
    named.map(|part| part.table).collect()
}

/// What becomes of a table's rows when the organisation leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// They are removed
    Removed,
    /// They can only be added to
    Record,
    /// Something that stays points at them
    Ground,
}

impl Fate {
    /// As the command tells it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Removed => "removed",
            Self::Record => "stays: a record that can only be added to, without names",
            Self::Ground => "stays: the record points at it",
        }
    }
}

/// A table that holds rows of an organisation, and what becomes of them when it leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaving {
    /// Its name
    pub table: &'static str,
    /// The column that names the organisation
    pub owner: &'static str,
    /// Its primary key, comma between
    pub key: String,
    /// What becomes of the rows
    pub fate: Fate,
}

/// Says it when the departure itself is kept.
const OWN: &str = "departures";

/// Every table with rows of an organisation, those that point at others before those: the order in which rows can go.
pub fn leaving() -> Vec<Leaving> {
    let tables = migrations::tables();
    let owner_of = |table: &TableOf| match table.global_because() {
        None => Some("owner_id"),
        Some(_) => table.data_map().iter().any(|line| line.column == "organisation_id").then_some("organisation_id"),
    };
    let mut left: Vec<&TableOf> = tables.iter().filter(|table| owner_of(table).is_some()).collect();
    let stays = staying(&tables);
    let mut ordered = vec![];
    while let Some(place) = left.iter().position(|table| !is_pointed_at(table.name(), &left)) {
        let table = left.remove(place);
        let fate = match stays.contains(table.name()) || table.name() == OWN {
            false => Fate::Removed,
            true if table.is_append_only() => Fate::Record,
            true => Fate::Ground,
        };
        ordered.extend(owner_of(table).map(|owner| Leaving {
            table: table.name(),
            owner,
            key: table.key().join(", "),
            fate,
        }));
    }
    assert!(left.is_empty(), "tables that point at each other in a ring: name an order for them");
    ordered
}

fn is_pointed_at(name: &str, by: &[&TableOf]) -> bool {
    by.iter().any(|other| other.name() != name && other.points_at().contains(&name))
}

/// Records, and whatever they point at, and what that points at.
fn staying(tables: &[TableOf]) -> BTreeSet<&'static str> {
    let mut stays: BTreeSet<_> = tables.iter().filter(|table| table.is_append_only()).map(TableOf::name).collect();
    loop {
        let more: BTreeSet<_> = tables
            .iter()
            .filter(|table| stays.contains(table.name()))
            .flat_map(TableOf::points_at)
            .filter(|target| !stays.contains(target))
            .collect();
        if more.is_empty() {
            return stays;
        }
        stays.extend(more);
    }
}

/// Tables of the whole portal that hold something of single persons, and the column that names the person: what a person
/// who belongs nowhere any more leaves behind there goes.
pub fn of_persons() -> Vec<(&'static str, &'static str)> {
    let column = |table: &TableOf| match table.name() {
        "operators" => Some("id"),
        _ => table.data_map().iter().any(|line| line.column == "person_id").then_some("person_id"),
    };
    let global = migrations::tables().into_iter().filter(|table| table.global_because().is_some());
    global.filter_map(|table| column(&table).map(|column| (table.name(), column))).collect()
}

/// How long an organisation has between saying that it leaves and the removal, at least.
pub const NOTICE_DAYS: i64 = 30;

/// An organisation that leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Departure {
    /// The first day on which its rows may be removed
    pub leaves_on: Date,
    /// When they were, once they were
    pub removed_at: Option<Moment>,
}

/// What a removal does, or would do, with one table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gone {
    /// Which
    pub table: &'static str,
    /// How many rows of the organisation it holds
    pub rows: u64,
    /// What becomes of them
    pub fate: &'static str,
}

/// One file of an export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Exported {
    /// Its name
    pub file: String,
    /// Lines in it, one for each row; none in what a row names
    pub rows: u64,
    /// SHA-256, hex
    pub sha256: String,
}

/// Why nothing was exported.
#[derive(Debug, thiserror::Error)]
pub enum DepartureError {
    /// No organisation, or several
    #[error("{found} organisations are called \"{name}\"; give the whole name, or the id")]
    NotOne {
        /// What was looked for
        name: String,
        /// How many there are
        found: usize,
    },
    /// Too soon
    #[error(
        "the organisation may leave on {earliest} at the soonest: {NOTICE_DAYS} days after it is announced; give that day or a later one"
    )]
    TooSoon {
        /// The first day that can be given
        earliest: Date,
    },
    /// Nothing was announced
    #[error("no departure is announced; announce it first with fotfeste departure announce")]
    NotAnnounced,
    /// The notice is not over
    #[error("the organisation leaves on {leaves_on}; remove its rows then, or announce another day")]
    NotYet {
        /// When
        leaves_on: Date,
    },
    /// It was done before
    #[error("the organisation's rows were removed at {at}")]
    Left {
        /// When
        at: Moment,
    },
    /// The database
    #[error("the database: {0:?}")]
    Fault(Fault),
    /// A row names a file by something that is no name of one
    #[error("a row names a file {named:?}, which is no name of one; run fotfeste doctor")]
    NoFile {
        /// What stands there
        named: String,
    },
    /// A file that a row names
    #[error("{0}")]
    Blob(#[from] BlobError),
    /// The file
    #[error("{0}")]
    File(#[from] std::io::Error),
}

impl From<Fault> for DepartureError {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// Says in four languages what the files are.
pub const ABOUT: &str = "\
Hver fil er en tabell, hver linje en rad i JSON. columns.json sier hva hver kolonne er, hvorfor den oppbevares og hvor lenge. files/ er filene som rader nevner i kolonnen blob.
Kvar fil er ein tabell, kvar linje ei rad i JSON. columns.json seier kva kvar kolonne er, kvifor han blir teken vare på og kor lenge. files/ er filene som rader nemner i kolonnen blob.
Hver fil er en tabel, hver linje en række i JSON. columns.json siger, hvad hver kolonne er, hvorfor den gemmes, og hvor længe. files/ er filerne, som rækker nævner i kolonnen blob.
Each file is a table, each line a row in JSON. columns.json says what each column is, why it is kept and how long. files/ are the files that rows name in the column blob.
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_goes_before_what_it_points_at_and_a_record_keeps_its_ground() {
        let tables = migrations::tables();
        let order = leaving();
        let place = |name: &str| order.iter().position(|leaving| leaving.table == name);
        let fate = |name: &str| order.iter().find(|leaving| leaving.table == name).map(|leaving| leaving.fate);
        for table in &tables {
            for target in table.points_at().into_iter().filter(|target| *target != table.name()) {
                let Some((own, other)) = place(table.name()).zip(place(target)) else { continue };
                assert!(own < other, "{} points at {target}", table.name());
                let stays = |name| fate(name) != Some(Fate::Removed);
                assert!(
                    !stays(table.name()) || table.name() == OWN || stays(target),
                    "{} needs {target}",
                    table.name()
                );
            }
        }
        assert_eq!(
            ["journal", "decisions", "rounds", "mails", "affiliations", "looks", "jobs"].map(fate),
            [
                Some(Fate::Record),
                Some(Fate::Record),
                Some(Fate::Ground),
                Some(Fate::Removed),
                Some(Fate::Removed),
                Some(Fate::Removed),
                Some(Fate::Removed)
            ]
        );
        assert!(of_persons().contains(&("credentials", "person_id")));
    }

    #[test]
    fn what_opens_something_is_in_no_file() {
        let parts = parts();
        let secret = migrations::tables().into_iter().flat_map(|table| table.data_map());
        for line in secret.filter(|line| line.class == Class::Secret) {
            let part = parts.iter().find(|part| part.table == line.table);
            assert!(part.is_none_or(|part| !part.columns.contains(&line.column)), "{}.{}", line.table, line.column);
        }
        assert!(parts.iter().all(|part| !["sessions", "sign_in_links", "settings", "operators"].contains(&part.table)));
    }
}
