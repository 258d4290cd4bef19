//! A student's part in a round.

use base::{Moment, PersonId, RoundId};
use kit::fault::{Kind, Problem};
use people::persons::NewStudent;
use serde::{Deserialize, Serialize};

/// Longest subject, period or group, in characters.
pub const LINE_CHARS_MAX: usize = 200;
/// So many students are changed with one form at most.
pub const AT_ONCE_MAX: usize = 200;
/// Students of one narrowed list that are taken out by one act; more than [`AT_ONCE_MAX`] are left to a job.
pub const WHOLE_MAX: usize = 5_000;
/// No round has more students.
pub const STUDENTS_MAX: u64 = 400_000;

/// A student as a file or a form gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StudentRow {
    /// Student number and person
    pub student: NewStudent,
    /// What is studied: only offers of this subject count
    pub subject: String,
    /// When: only offers of this period count
    pub period: String,
    /// The file's lottery number, for rounds that draw from the file
    pub lottery: Option<i64>,
    /// Students with the same key belong together
    pub group_key: Option<String>,
}

/// What a row says about the part in the round, enough to undo an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "see StudentRow")]
pub struct Part {
    pub outside_key: String,
    pub subject: String,
    pub period: String,
    pub lottery: Option<i64>,
    pub group_key: Option<String>,
}

/// Whether a student still takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Takes part in the draw
    Active,
    /// Out of the draw, at the student's wish or the office's
    Withdrawn,
}

/// A student's part as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// The round
    pub round: RoundId,
    /// Who
    pub person: PersonId,
    /// What the row says
    pub part: Part,
    /// Whether the student still takes part
    pub state: State,
    /// Came after the wishes closed: draws after all who were in time
    pub late: bool,
    /// When the student was added
    pub added_at: Moment,
    /// When the student left
    pub withdrawn_at: Option<Moment>,
}

impl Participant {
    /// Whether the student still takes part.
    pub fn is_active(&self) -> bool {
        self.state == State::Active
    }
}

/// What became of a student's wishes so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sent {
    /// Version of the list that counts
    pub version: i32,
    /// Whether the student has confirmed it
    pub confirmed: bool,
    /// Whether the office entered it
    pub on_behalf: bool,
    /// Whether it came after the window
    pub late: bool,
}

/// How many take part in a round.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Taking part
    pub active: i64,
    /// Of those, added after the window
    pub late: i64,
    /// Left
    pub withdrawn: i64,
    /// Taking part, with a list that counts
    pub sent: i64,
    /// Of those, confirmed
    pub confirmed: i64,
}

impl Counts {
    /// Taking part, without wishes.
    pub fn unsent(&self) -> i64 {
        self.active - self.sent
    }
}

/// Why something could not be done with a student's part.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the text of each variant says what its fields are")]
pub enum ParticipantError {
    #[error("{field} is empty")]
    Empty { field: &'static str },
    #[error("{field} has {got} characters, at most {max} are allowed")]
    TooLong { field: &'static str, got: usize, max: usize },
    #[error("student {key:?} is given twice")]
    Repeated { key: String },
    #[error("student {key:?} takes part already")]
    Present { key: String },
    #[error("lottery {typed:?} is no whole number from 0")]
    NoLottery { typed: String },
    #[error("more than {STUDENTS_MAX} students")]
    TooMany,
    #[error("student {key:?} has wishes or a place and cannot be taken out")]
    InUse { key: String },
    #[error("the student has withdrawn already")]
    WithdrawnAlready,
    #[error("the student has not withdrawn")]
    TakesPart,
    #[error("the round is over and nobody can withdraw from it")]
    Over,
    #[error("from one to {AT_ONCE_MAX} students are changed at once")]
    NoneChosen,
    #[error("the list holds {got} students, at most {WHOLE_MAX} are changed by one act")]
    ManyChosen { got: usize },
    #[error("the list was changed since it was shown")]
    ListChanged,
}

impl Problem for ParticipantError {
    fn kind(&self) -> Kind {
        match self {
            Self::InUse { .. } | Self::WithdrawnAlready | Self::TakesPart | Self::Over | Self::ListChanged => {
                Kind::Conflict
            }
            _ => Kind::Invalid,
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Repeated { .. } => "student-repeated",
            Self::Present { .. } => "student-present",
            Self::InUse { .. } => "student-in-use",
            Self::WithdrawnAlready => "withdrawn-already",
            Self::TakesPart => "takes-part",
            Self::Over => "round-over",
            Self::NoneChosen => "none-chosen",
            Self::ManyChosen { .. } => "many-chosen",
            Self::ListChanged => "list-changed",
            _ => "student-unreadable",
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Empty { field } | Self::TooLong { field, .. } => Some(field),
            Self::Repeated { .. } | Self::Present { .. } => Some("outside_key"),
            Self::NoLottery { .. } => Some("lottery"),
            _ => None,
        }
    }

    fn tell(&self, lang: base::Lang) -> String {
        let words = crate::words(lang);
        match self {
            Self::Empty { .. } => words.participants_error_empty().to_string(),
            Self::TooLong { max, .. } => words.participants_error_too_long(*max).to_string(),
            Self::Repeated { key } => words.participants_error_repeated(key).to_string(),
            Self::Present { key } => words.participants_error_present(key).to_string(),
            Self::NoLottery { typed } => words.participants_error_lottery(typed).to_string(),
            Self::TooMany => words.participants_error_too_many(STUDENTS_MAX).to_string(),
            Self::InUse { key } => words.participants_error_in_use(key).to_string(),
            Self::WithdrawnAlready => words.participants_error_withdrawn().to_string(),
            Self::TakesPart => words.participants_error_takes_part().to_string(),
            Self::Over => words.participants_error_over().to_string(),
            Self::NoneChosen => words.participants_bulk_none(AT_ONCE_MAX),
            Self::ManyChosen { got } => words.participants_bulk_many(*got, WHOLE_MAX),
            Self::ListChanged => words.participants_bulk_changed(),
        }
    }
}

impl StudentRow {
    /// What the row says about the part in the round.
    pub fn part(&self) -> Part {
        Part {
            outside_key: self.student.outside_key.clone(),
            subject: self.subject.clone(),
            period: self.period.clone(),
            lottery: self.lottery,
            group_key: self.group_key.clone(),
        }
    }

    /// Whether its texts and numbers can be kept.
    /// # Errors
    /// The first that cannot.
    pub fn check(&self) -> Result<(), ParticipantError> {
        for (field, text) in
            [("outside_key", &self.student.outside_key), ("subject", &self.subject), ("period", &self.period)]
        {
            if text.trim().is_empty() {
                return Err(ParticipantError::Empty { field });
            }
        }
        for (field, text) in
            [("subject", Some(&self.subject)), ("period", Some(&self.period)), ("group_key", self.group_key.as_ref())]
        {
            let got = text.map_or(0, |text| text.chars().count());
            if got > LINE_CHARS_MAX {
                return Err(ParticipantError::TooLong { field, got, max: LINE_CHARS_MAX });
            }
        }
        match self.lottery {
            Some(number) if number < 0 => Err(ParticipantError::NoLottery { typed: number.to_string() }),
            _ => Ok(()),
        }
    }
}

impl State {
    /// The word in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Active, Self::Withdrawn].into_iter().find(|state| state.word() == word)
    }
}
