//! What an archive says about itself.

use std::fmt;

use base::Moment;
use serde::{Deserialize, Serialize};

/// Archives of another number are not read.
pub(super) const FORMAT: u32 = 1;

/// Which database an archive was made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Engine {
    /// An SQLite file
    Sqlite,
    /// A dump of PostgreSQL
    Postgres,
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sqlite => "SQLite",
            Self::Postgres => "PostgreSQL",
        })
    }
}

/// How many rows a table holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableRows {
    /// Which
    pub name: String,
    /// How many
    pub rows: i64,
    /// On PostgreSQL a sum over the rows' contents in any order; an SQLite file has its hash
    pub digest: Option<String>,
}

impl TableRows {
    pub(super) fn told(&self) -> String {
        match &self.digest {
            Some(digest) => format!("{} rows of sum {digest}", self.rows),
            None => format!("{} rows", self.rows),
        }
    }
}

/// A file of the archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its name in the archive
    pub name: String,
    /// Its length
    pub bytes: u64,
    /// SHA-256, hex
    pub sha256: String,
}

/// What an archive says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Version of this layout
    pub format: u32,
    /// The portal's version that made it
    pub program: String,
    /// When, by the database's clock: what was acknowledged before is inside
    pub made_at: Moment,
    /// Of which database
    pub engine: Engine,
    /// Migrations the schema has been through
    pub schema: Vec<String>,
    /// Rows by table
    pub tables: Vec<TableRows>,
    /// Everything inside but the manifest itself
    pub files: Vec<Entry>,
}

impl Manifest {
    /// Rows of all tables together.
    pub fn rows(&self) -> i64 {
        self.tables.iter().map(|table| table.rows).sum()
    }

    /// Blobs inside.
    pub fn blobs(&self) -> usize {
        self.files.iter().filter(|file| file.name.starts_with(super::archive::BLOBS)).count()
    }
}
