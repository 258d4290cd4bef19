//! What an import is: which column is which, what each row would do, and what is wrong with a cell.

mod cell;
mod columns;
mod importer;
mod review;

use base::{ImportId, JobId, Lang, Moment, OrganisationId, PersonId};
use bytes::Bytes;
use kit::fault::{Kind, Problem};
use uuid::Uuid;

pub use cell::{CellError, CellProblem, Nearest};
pub use columns::{Column, Mapping};
pub use importer::{Home, Importer, Importers, Stays, Subject, Undoing};
pub use review::{Checked, Corrections, Counts, Difference, InputRow, Review, ReviewRow, Verdict};

/// An import of more rows than this runs as a job, with its progress to be watched.
pub const ROWS_AT_ONCE_MAX: usize = 2_000;
/// A file's name is kept up to this many signs.
pub const FILE_NAME_CHARS_MAX: usize = 200;
/// What may be pasted, in bytes: a form is no larger.
pub const PASTED_BYTES_MAX: usize = 2 * 1024 * 1024;
/// So many bytes are still taken in and thrown away after a file was found too large, so that the answer can be read.
pub const DRAINED_BYTES_MAX: usize = 160 * 1024 * 1024;

/// How far an import has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nothing is written yet; somebody looks at the preview.
    Checking,
    /// A job is writing the rows.
    Running,
    /// Written; may be undone.
    Done,
    /// Taken back.
    Undone,
    /// Given up before anything was written.
    Dropped,
}

impl State {
    const ALL: [Self; 5] = [Self::Checking, Self::Running, Self::Done, Self::Undone, Self::Dropped];

    /// The word in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::Checking => "checking",
            Self::Running => "running",
            Self::Done => "done",
            Self::Undone => "undone",
            Self::Dropped => "dropped",
        }
    }

    /// The state of a word in the database.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

/// One import, without its file.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// Which
    pub id: ImportId,
    /// Whose
    pub owner: OrganisationId,
    /// What the rows are about, as its importer says
    pub kind: String,
    /// What the rows go into, such as a round
    pub subject: Uuid,
    /// How far it has come
    pub state: State,
    /// As it was called where it came from
    pub file_name: String,
    /// Which sheet, from 0
    pub sheet: usize,
    /// Which column is which
    pub mapping: Mapping,
    /// What was put right on the page
    pub corrections: Corrections,
    /// What was written
    pub counts: Counts,
    /// Who brought the file
    pub created_by: PersonId,
    /// When
    pub created_at: Moment,
    /// When it was written
    pub done_at: Option<Moment>,
    /// When it was taken back
    pub undone_at: Option<Moment>,
    /// Which job writes a large one
    pub job: Option<JobId>,
}

/// A file that has come in.
#[derive(Debug, Clone)]
pub struct NewFile {
    /// Its name, cut and freed of paths
    pub name: String,
    /// Its bytes
    pub bytes: Bytes,
}

impl NewFile {
    /// A file under the last part of the name it came with.
    pub fn new(name: &str, bytes: impl Into<Bytes>) -> Self {
        let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
        let name: String = name.chars().filter(|sign| !sign.is_control()).take(FILE_NAME_CHARS_MAX).collect();
        Self { name: if name.is_empty() { "file".to_string() } else { name }, bytes: bytes.into() }
    }
}

/// Why an import did not go on.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// Neither file nor text came
    #[error("no file was chosen and nothing was pasted")]
    NoFile,
    /// Columns that must be there are not
    #[error("the columns {missing:?} are not assigned")]
    ColumnsMissing {
        /// Their keys
        missing: Vec<&'static str>,
    },
    /// It is not at the step that was asked for
    #[error("the import is {state:?}")]
    WrongState {
        /// Where it is
        state: State,
    },
    /// Nothing would be written
    #[error("no row is ready")]
    NothingReady,
    /// Somebody has assigned columns or put cells right since the preview was made
    #[error("the import was changed meanwhile")]
    Changed,
    /// It cannot be taken back any more
    #[error("the time to undo has passed")]
    TooLateToUndo,
    /// More was put right on the page than it keeps
    #[error("more than {} cells were put right on the page", Corrections::CELLS_MAX)]
    TooManyCorrections,
}

impl Problem for ImportError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoFile | Self::ColumnsMissing { .. } | Self::TooManyCorrections => Kind::Invalid,
            _ => Kind::Conflict,
        }
    }
    fn name(&self) -> &'static str {
        match self {
            Self::NoFile => "import-no-file",
            Self::ColumnsMissing { .. } => "import-columns-missing",
            Self::WrongState { .. } => "import-wrong-state",
            Self::NothingReady => "import-nothing-ready",
            Self::Changed => "import-changed",
            Self::TooLateToUndo => "import-too-late-to-undo",
            Self::TooManyCorrections => "import-too-many-corrections",
        }
    }
    fn field(&self) -> Option<&'static str> {
        matches!(self, Self::NoFile).then_some("file")
    }
    fn tell(&self, lang: Lang) -> String {
        let words = crate::words(lang);
        match self {
            Self::NoFile => words.imports_no_file(),
            Self::ColumnsMissing { .. } => words.imports_columns_missing(),
            Self::WrongState { .. } => words.imports_wrong_state(),
            Self::NothingReady => words.imports_nothing_ready(),
            Self::Changed => words.imports_changed_meanwhile(),
            Self::TooLateToUndo => words.imports_too_late(),
            Self::TooManyCorrections => words.imports_too_many_corrections(Corrections::CELLS_MAX),
        }
    }
}
