//! Who takes part in a thread, what may be written in it, and which files may come along.

use base::{Lang, Moment, OrganisationId, PersonId, ThreadEntryId, ThreadFileId, ThreadId, UnitId};
use bytes::Bytes;
use kit::blobs::BlobId;
use kit::fault::{Kind, Problem};
use uuid::Uuid;

/// An entry is at most this long, in characters.
pub const TEXT_CHARS_MAX: usize = 5_000;
/// So many files may come with one entry.
pub const FILES_MAX: usize = 5;
/// One file is at most this large.
pub const FILE_BYTES_MAX: usize = 10 * 1024 * 1024;
/// The name of a file is cut at this length, in characters.
const FILE_NAME_CHARS_MAX: usize = 120;
/// A thread holds at most so many entries; a matter that needs more is two matters.
pub const ENTRIES_MAX: u64 = 2_000;
/// A list shows so much of what was written last, in characters.
const EXCERPT_CHARS: usize = 140;

/// What a thread is about and who takes part. Made by the room that owns the matter, once it has proven that the actor
/// has a part in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// The institution whose office takes part
    pub office: OrganisationId,
    /// What kind of matter: "round", "placement"
    pub kind: &'static str,
    /// Which one
    pub subject: Uuid,
    /// The student who takes part
    pub person: Option<PersonId>,
    /// The host that takes part, and the unit where there is one
    pub host: Option<(OrganisationId, Option<UnitId>)>,
    /// What it is called, for everybody who takes part
    pub about: String,
}

impl Matter {
    /// Kind, subject and parties in one word: a matter has one thread.
    pub fn word(&self) -> String {
        let person = self.person.map(|person| person.to_string()).unwrap_or_default();
        let host = self.host.map(|(host, _)| host.to_string()).unwrap_or_default();
        format!("{}:{}:{person}:{host}", self.kind, self.subject)
    }
}

/// A thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thread {
    /// Which
    pub id: ThreadId,
    /// The organisation that began it
    pub owner: OrganisationId,
    /// The institution whose office takes part
    pub office: OrganisationId,
    /// What kind of matter
    pub kind: String,
    /// Which matter
    pub subject: Uuid,
    /// The student who takes part
    pub person: Option<PersonId>,
    /// The host that takes part
    pub host: Option<(OrganisationId, Option<UnitId>)>,
    /// What the matter is called
    pub about: String,
}

/// In which part somebody reads and writes. A part is an office, not a person: whoever holds the role speaks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The institution's office
    Office,
    /// The host
    Host,
    /// The student
    Student,
}

impl Side {
    const ALL: [Self; 3] = [Self::Office, Self::Host, Self::Student];

    /// The word in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Host => "host",
            Self::Student => "student",
        }
    }

    /// The side of a word in the database.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|side| side.word() == word)
    }
}

impl Thread {
    /// The organisation in whose name a side writes: students write in the name of their institution.
    pub fn party_of(&self, side: Side) -> OrganisationId {
        match (side, self.host) {
            (Side::Host, Some((host, _))) => host,
            _ => self.office,
        }
    }

    /// The organisation on the other side, when there is one.
    pub fn other_of(&self, side: Side) -> Option<OrganisationId> {
        match side {
            Side::Host => Some(self.office),
            Side::Office | Side::Student => self.host.map(|(host, _)| host),
        }
    }
}

/// One thing written in a thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Which
    pub id: ThreadEntryId,
    /// In which thread
    pub thread: ThreadId,
    /// In which part it was written
    pub side: Side,
    /// Who wrote it
    pub author: PersonId,
    /// What
    pub body: String,
    /// When
    pub at: Moment,
}

impl Entry {
    /// The beginning of what was written, on one line.
    pub fn excerpt(&self) -> String {
        let line = self.body.split_whitespace().collect::<Vec<_>>().join(" ");
        match line.char_indices().nth(EXCERPT_CHARS) {
            Some((end, _)) => format!("{}…", line[..end].trim_end()),
            None => line,
        }
    }
}

/// A file of an entry, without its content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileLine {
    /// Which
    pub id: ThreadFileId,
    /// Of which entry
    pub entry: ThreadEntryId,
    /// What it is called
    pub name: String,
    /// How large it is
    pub size_bytes: i32,
}

/// What somebody wants to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEntry {
    body: String,
    files: Vec<NewFile>,
}

impl NewEntry {
    /// Words, files or both.
    /// # Errors
    /// [`ThreadError`] when there is neither, or more than there may be.
    pub fn new(body: &str, files: Vec<NewFile>) -> Result<Self, ThreadError> {
        let body = body.replace("\r\n", "\n").trim().to_owned();
        let got = body.chars().count();
        if got > TEXT_CHARS_MAX {
            return Err(ThreadError::TooLong { got });
        }
        if body.is_empty() && files.is_empty() {
            return Err(ThreadError::Empty);
        }
        if files.len() > FILES_MAX {
            return Err(ThreadError::TooManyFiles { got: files.len() });
        }
        Ok(Self { body, files })
    }

    /// The words.
    pub fn body(&self) -> &str {
        &self.body
    }

    /// The files.
    pub fn files(&self) -> &[NewFile] {
        &self.files
    }
}

/// A file that may be kept: its content is what its name says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    name: String,
    kind: FileKind,
    content: Bytes,
}

impl NewFile {
    /// The file with this name and content.
    /// # Errors
    /// [`ThreadError`] when it is empty or too large, of a kind that is not taken, or not what its name says.
    pub fn new(name: &str, content: impl Into<Bytes>) -> Result<Self, ThreadError> {
        let (name, content) = (file_name(name), content.into());
        if content.len() > FILE_BYTES_MAX {
            return Err(ThreadError::FileTooLarge { name });
        }
        if content.is_empty() {
            return Err(ThreadError::FileEmpty { name });
        }
        let Some(kind) = FileKind::from_name(&name) else { return Err(ThreadError::FileKind { name }) };
        if !kind.is_what(&content) {
            return Err(ThreadError::FileLies { name, kind });
        }
        Ok(Self { name, kind, content })
    }

    /// What it is called.
    pub fn name(&self) -> &str {
        &self.name
    }
    /// Its kind.
    pub fn kind(&self) -> FileKind {
        self.kind
    }
    /// Its content.
    pub fn content(&self) -> &Bytes {
        &self.content
    }
    /// The blob that holds its content.
    pub fn blob(&self) -> BlobId {
        BlobId::of(&self.content)
    }
}

/// Where a file's content is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// In the blob store
    Blob(BlobId),
    /// In its row: files that came before there was a store
    Row(Vec<u8>),
}

/// A file of an entry, to hand out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptFile {
    /// What it is called
    pub name: String,
    /// Its kind
    pub kind: FileKind,
    /// Where its content is
    pub content: Content,
}

/// The last part of a path, without signs that steer a terminal or a header.
fn file_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last.chars().filter(|sign| !sign.is_control() && *sign != '"').collect();
    let (stem, ending) = clean.rsplit_once('.').unwrap_or((clean.as_str(), ""));
    let stem: String = stem.trim().chars().take(FILE_NAME_CHARS_MAX).collect();
    let ending: String = ending.trim().chars().take(10).collect();
    if ending.is_empty() { stem } else { format!("{stem}.{ending}") }
}

/// Kinds of files that may come with an entry: what people show each other, and nothing that runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A document to read
    Pdf,
    /// A picture
    Png,
    /// A photograph
    Jpeg,
    /// A document of Word
    Docx,
    /// A workbook of Excel
    Xlsx,
    /// A document of LibreOffice
    Odt,
    /// Words alone
    Text,
}

impl FileKind {
    /// Every kind that is taken.
    pub const ALL: [Self; 7] = [Self::Pdf, Self::Png, Self::Jpeg, Self::Docx, Self::Xlsx, Self::Odt, Self::Text];

    /// The usual ending.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Jpeg => "jpg",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Odt => "odt",
            Self::Text => "txt",
        }
    }

    /// The media type it is handed out with.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Text => "text/plain; charset=utf-8",
        }
    }

    /// The kind with this ending.
    pub fn from_ending(ending: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.ending() == ending)
    }

    fn from_name(name: &str) -> Option<Self> {
        let ending = name.rsplit_once('.')?.1.to_ascii_lowercase();
        Self::from_ending(if ending == "jpeg" { "jpg" } else { &ending })
    }

    /// Whether this content is of the kind, as its first bytes and its inner names show.
    fn is_what(self, content: &[u8]) -> bool {
        match self {
            Self::Text => std::str::from_utf8(content).is_ok_and(|text| !text.contains('\0')),
            Self::Jpeg => infer::image::is_jpeg(content),
            Self::Png => infer::image::is_png(content),
            Self::Pdf => infer::archive::is_pdf(content),
            Self::Docx => infer::doc::is_docx(content) && !runs(content),
            Self::Xlsx => infer::doc::is_xlsx(content) && !runs(content),
            Self::Odt => infer::odf::is_odt(content),
        }
    }
}

/// Whether an office document carries a program: its part is called so in plain letters within the package.
fn runs(content: &[u8]) -> bool {
    let part = b"vbaProject.bin";
    content.windows(part.len()).any(|window| window.eq_ignore_ascii_case(part))
}

/// Every ending that may be chosen, as the browser's file field wants them.
pub fn endings() -> String {
    let all: Vec<String> = FileKind::ALL.iter().map(|kind| format!(".{}", kind.ending())).collect();
    all.join(",") + ",.jpeg"
}

/// Why nothing was sent.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ThreadError {
    /// Neither words nor files
    #[error("the entry holds neither words nor files")]
    Empty,
    /// Words beyond the limit
    #[error("the entry has {got} characters, at most {TEXT_CHARS_MAX} are allowed")]
    TooLong {
        /// Characters given
        got: usize,
    },
    /// More files than may come at once
    #[error("{got} files came with one entry, at most {FILES_MAX} are allowed")]
    TooManyFiles {
        /// Files given
        got: usize,
    },
    /// A file beyond the limit
    #[error("the file {name:?} is larger than {FILE_BYTES_MAX} bytes")]
    FileTooLarge {
        /// Its name
        name: String,
    },
    /// A file with nothing in it
    #[error("the file {name:?} is empty")]
    FileEmpty {
        /// Its name
        name: String,
    },
    /// A file of a kind that is not taken
    #[error("the file {name:?} is of no kind that is taken")]
    FileKind {
        /// Its name
        name: String,
    },
    /// A file whose content is not what its name says
    #[error("the file {name:?} does not hold a {}", kind.ending())]
    FileLies {
        /// Its name
        name: String,
        /// What its name says
        kind: FileKind,
    },
    /// The thread is full
    #[error("the thread holds {ENTRIES_MAX} entries and takes no more")]
    Full,
    /// The reader may see the thread but no longer writes in it
    #[error("the actor's part in the thread is over")]
    ReadOnly,
}

impl Problem for ThreadError {
    fn kind(&self) -> Kind {
        match self {
            Self::Full | Self::ReadOnly => Kind::Conflict,
            _ => Kind::Invalid,
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Empty => "thread-empty",
            Self::TooLong { .. } => "thread-too-long",
            Self::TooManyFiles { .. } => "thread-too-many-files",
            Self::FileTooLarge { .. } => "thread-file-too-large",
            Self::FileEmpty { .. } => "thread-file-empty",
            Self::FileKind { .. } => "thread-file-kind",
            Self::FileLies { .. } => "thread-file-lies",
            Self::Full => "thread-full",
            Self::ReadOnly => "thread-read-only",
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Empty | Self::TooLong { .. } => Some("body"),
            Self::Full | Self::ReadOnly => None,
            _ => Some("files"),
        }
    }

    fn tell(&self, lang: Lang) -> String {
        let words = crate::words(lang);
        match self {
            Self::Empty => words.threads_empty(),
            Self::TooLong { got } => words.threads_too_long(*got, TEXT_CHARS_MAX),
            Self::TooManyFiles { got } => words.threads_too_many_files(*got, FILES_MAX),
            Self::FileTooLarge { name } => words.threads_file_too_large(name, FILE_BYTES_MAX / (1024 * 1024)),
            Self::FileEmpty { name } => words.threads_file_empty(name),
            Self::FileKind { name } => words.threads_file_kind(name),
            Self::FileLies { name, kind } => words.threads_file_lies(name, kind.ending().to_uppercase()),
            Self::Full => words.threads_full(),
            Self::ReadOnly => words.threads_read_only(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_name_says_or_is_refused() {
        let png = b"\x89PNG\r\n\x1a\n-----".to_vec();
        assert_eq!(NewFile::new("C:\\bilder\\Kart.PNG", png.clone()).unwrap().name(), "Kart.PNG");
        assert_eq!(
            NewFile::new("kart.pdf", png.clone()),
            Err(ThreadError::FileLies { name: "kart.pdf".into(), kind: FileKind::Pdf })
        );
        for name in ["run.exe", "page.html", "drawing.svg", "macro.docm", "noending"] {
            assert_eq!(NewFile::new(name, png.clone()), Err(ThreadError::FileKind { name: name.into() }), "{name}");
        }
        assert_eq!(NewFile::new("a.txt", vec![]), Err(ThreadError::FileEmpty { name: "a.txt".into() }));
        let large = vec![b'a'; FILE_BYTES_MAX + 1];
        assert_eq!(NewFile::new("a.txt", large), Err(ThreadError::FileTooLarge { name: "a.txt".into() }));
        let binary = vec![b'a', 0, b'b'];
        let lies = ThreadError::FileLies { name: "a.txt".into(), kind: FileKind::Text };
        assert_eq!(NewFile::new("a.txt", binary), Err(lies));
        assert_eq!(NewFile::new("a\"\r\n.txt", b"hei".to_vec()).unwrap().name(), "a.txt");
    }

    #[test]
    fn an_entry_has_words_or_files_within_limits() {
        assert_eq!(NewEntry::new(" \r\n ", vec![]), Err(ThreadError::Empty));
        assert_eq!(NewEntry::new(" a\r\nb ", vec![]).unwrap().body(), "a\nb");
        let long = "å".repeat(TEXT_CHARS_MAX + 1);
        assert_eq!(NewEntry::new(&long, vec![]), Err(ThreadError::TooLong { got: TEXT_CHARS_MAX + 1 }));
        let file = NewFile::new("a.txt", b"hei".to_vec()).unwrap();
        assert_eq!(NewEntry::new("", vec![file.clone(); 6]), Err(ThreadError::TooManyFiles { got: 6 }));
        assert_eq!(NewEntry::new("", vec![file; 5]).unwrap().files().len(), 5);
    }
}
