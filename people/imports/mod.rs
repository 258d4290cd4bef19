//! Imports from files: what a file is about, which column is which, what each row would do, and what it did.
//!
//! Owns `imports` and `import_changes`. What rows mean is said by an [`Importer`] of the room that owns the tables they
//! go into; nothing reaches those tables before somebody has seen the preview and confirmed it.

pub mod access;
pub mod actions;
pub mod model;
pub mod queries;
pub mod tables;

pub use model::{
    CellError, CellProblem, Checked, Column, Difference, Import, ImportError, Importer, Importers, InputRow, Mapping,
    Nearest, Review, State, Subject, Verdict,
};
