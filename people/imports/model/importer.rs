use std::sync::Arc;

use base::{Lang, OrganisationId, PersonId};
use kit::db::Tx;
use kit::fault::Fault;
use kit::scope::Scope;
use serde_json::Value;
use uuid::Uuid;

use super::{Checked, Column, InputRow};

/// The kind of thing that files are brought to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Home {
    /// A round: kept by its office
    Round,
    /// An organisation's units, people and roles: kept by whoever looks after the whole of it
    Organisation,
}

impl Home {
    /// Where a kind of import is at home. Kinds of an organisation's own begin with "register-".
    pub fn of(kind: &str) -> Self {
        if kind.starts_with("register-") { Self::Organisation } else { Self::Round }
    }

    /// The address of the page where files of this kind are brought.
    pub fn new_href(self, subject: Uuid) -> String {
        format!("/{}/{subject}/imports/new", self.word())
    }

    /// The address that takes a file in.
    pub fn href(self, subject: Uuid) -> String {
        format!("/{}/{subject}/imports", self.word())
    }

    fn word(self) -> &'static str {
        match self {
            Self::Round => "rounds",
            Self::Organisation => "organisations",
        }
    }
}

/// What rows go into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Whose it is
    pub owner: OrganisationId,
    /// What it is called
    pub name: String,
    /// Its own page
    pub href: String,
    /// Where the rows are seen once they are written
    pub rows_href: String,
    /// Whether what is written now can still be taken back
    pub can_be_undone: bool,
}

/// Says what rows of one kind mean. Written by the room that owns the tables they go into.
#[async_trait::async_trait]
pub trait Importer: Send + Sync + 'static {
    /// Its name in addresses and in the database.
    fn kind(&self) -> &'static str;

    /// What a program needs to bring such a file, besides bringing files: the right to what the rows change.
    fn scope(&self) -> Scope;

    /// What is imported, for the reader: "Students".
    fn title(&self, lang: Lang) -> String;

    /// What the file should hold, in a sentence or two.
    fn help(&self, lang: Lang) -> String;

    /// The columns it understands, those of the whole first.
    fn columns(&self) -> Vec<Column>;

    /// What the rows would go into.
    /// # Errors
    /// When it is not there, or the actor may not import into it.
    async fn subject(&self, tx: &Tx, subject: Uuid) -> Result<Subject, Fault>;

    /// Says of each row what it would do. Writes nothing.
    /// # Errors
    /// When nothing can be imported at all now.
    async fn check(&self, tx: &Tx, subject: Uuid, rows: &[InputRow]) -> Result<Checked, Fault>;

    /// Writes the rows in the name of whoever confirmed them, in few statements, and notes the act in the journal. Answers what [`Importer::undo`] needs.
    /// # Errors
    /// When a row cannot be written; the whole import is then undone with the transaction.
    async fn apply(&self, tx: &Tx, subject: Uuid, by: PersonId, rows: &[InputRow]) -> Result<Vec<Value>, Fault>;

    /// What taking the import back will mean, told before anything is written. None: all of it is taken back or nothing.
    fn undo_help(&self, _: Lang) -> Option<String> {
        None
    }

    /// What taking these changes back would do now. Writes nothing. None: all of it is taken back or nothing, and which is
    /// told when it is tried.
    /// # Errors
    /// When the actor may not import there.
    async fn would_undo(&self, _: &Tx, _: Uuid, _: &[Value], _: Lang) -> Result<Option<Undoing>, Fault> {
        Ok(None)
    }

    /// Restores what was there before. Answers the changes that stay, as [`Importer::stayed`] reads them.
    /// # Errors
    /// When something depends on the rows by now, and they are not taken back one by one.
    async fn undo(&self, tx: &Tx, subject: Uuid, by: PersonId, changes: Vec<Value>) -> Result<Vec<Value>, Fault>;

    /// Tells by name what [`Importer::undo`] left.
    /// # Errors
    /// When the actor may not import there.
    async fn stayed(&self, _: &Tx, _: Uuid, _: &[Value], _: Lang) -> Result<Vec<Stays>, Fault> {
        Ok(vec![])
    }
}

/// What taking an import back does.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Undoing {
    /// How many rows are as they were before
    pub back: usize,
    /// What stays as it is
    pub stays: Vec<Stays>,
}

/// Something of an import that is not taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stays {
    /// What it is called
    pub name: String,
    /// Its own page
    pub href: String,
    /// Why it stays, for the reader
    pub why: String,
}

/// The importers of the portal.
#[derive(Clone, Default)]
pub struct Importers(Vec<Arc<dyn Importer>>);

impl Importers {
    /// No importers yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    #[must_use]
    pub fn with(mut self, importer: impl Importer) -> Self {
        self.0.push(Arc::new(importer));
        self
    }

    /// These and others.
    #[must_use]
    pub fn and(mut self, others: Self) -> Self {
        self.0.extend(others.0);
        self
    }

    /// The importer of a kind.
    pub fn of(&self, kind: &str) -> Option<&dyn Importer> {
        self.0.iter().find(|importer| importer.kind() == kind).map(AsRef::as_ref)
    }

    /// Every importer for such a thing, in the order in which files are usually brought.
    pub fn at(&self, home: Home) -> impl Iterator<Item = &dyn Importer> {
        self.0.iter().map(AsRef::as_ref).filter(move |importer| Home::of(importer.kind()) == home)
    }
}
