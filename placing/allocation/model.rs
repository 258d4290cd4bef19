//! Placing by hand, running the draw, and what can go wrong with either.

pub mod compare;
pub mod draft;
pub mod explain;
pub mod frozen;

use base::{Lang, Moment, OfferId, RoundId, RunId};
use kit::fault::{Kind, Problem};

/// The job that runs the engine.
pub const ALLOCATE: &str = "allocate";
/// The job that works out what every mechanism would have made of a run's input.
pub const COMPARE: &str = "compare";

/// Why a student is placed by hand. Kept for the case team; never shown to the host or to other students.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// A decision on special considerations
    Considerations,
    /// Sent no wishes, placed by the office
    NoWishes,
    /// Was left without a place by the draw
    Unplaced,
    /// Agreed with student and place
    Agreed,
    /// A mistake is put right
    Correction,
    /// The student file said so
    File,
    /// Something else; the reason says what
    Other,
}

impl Ground {
    /// Those a person may choose from, in the order of the form.
    pub const CHOICES: [Self; 6] =
        [Self::Considerations, Self::NoWishes, Self::Unplaced, Self::Agreed, Self::Correction, Self::Other];

    /// The word in the database and in forms.
    pub fn word(self) -> &'static str {
        match self {
            Self::Considerations => "considerations",
            Self::NoWishes => "no_wishes",
            Self::Unplaced => "unplaced",
            Self::Agreed => "agreed",
            Self::Correction => "correction",
            Self::File => "file",
            Self::Other => "other",
        }
    }

    /// The ground of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::CHOICES.into_iter().chain([Self::File]).find(|ground| ground.word() == word)
    }

    /// The ground as it stands in lists, files and the journal. That there was a decision on special considerations tells
    /// enough of somebody: it is one of the others there.
    pub fn told(self) -> Self {
        match self {
            Self::Considerations => Self::Other,
            other => other,
        }
    }

    /// What the reader sees.
    pub fn tell(self, lang: Lang) -> String {
        let words = crate::words(lang);
        match self {
            Self::Considerations => words.allocation_ground_considerations(),
            Self::NoWishes => words.allocation_ground_no_wishes(),
            Self::Unplaced => words.allocation_ground_unplaced(),
            Self::Agreed => words.allocation_ground_agreed(),
            Self::Correction => words.allocation_ground_correction(),
            Self::File => words.allocation_ground_file(),
            Self::Other => words.allocation_ground_other(),
        }
        .to_string()
    }
}

/// A placement by hand: where, on which ground, and the reason in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ByHand {
    offer: OfferId,
    ground: Ground,
    reason: String,
}

impl ByHand {
    /// No reason is longer, in characters.
    pub const REASON_CHARS_MAX: usize = 1000;

    /// A placement by hand has a reason.
    /// # Errors
    /// [`AllocationError`] when the reason is missing, too long or holds control characters.
    pub fn new(offer: OfferId, ground: Ground, reason: &str) -> Result<Self, AllocationError> {
        Ok(Self { offer, ground, reason: reason_of(reason)? })
    }

    /// Where.
    pub fn offer(&self) -> OfferId {
        self.offer
    }
    /// On which ground.
    pub fn ground(&self) -> Ground {
        self.ground
    }
    /// Why, for the case team.
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

/// Reads a reason.
/// # Errors
/// [`AllocationError`] when it is missing, too long or holds control characters.
pub fn reason_of(reason: &str) -> Result<String, AllocationError> {
    let reason = reason.trim().replace("\r\n", "\n");
    let got = reason.chars().count();
    if reason.is_empty() {
        return Err(AllocationError::NoReason);
    }
    if got > ByHand::REASON_CHARS_MAX {
        return Err(AllocationError::LongReason { got });
    }
    if reason.chars().any(|letter| letter.is_control() && letter != '\n') {
        return Err(AllocationError::OddReason);
    }
    Ok(reason)
}

/// How far a run has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunState {
    /// Waits for the worker, or is with it
    Waiting,
    /// Its proposals are saved
    Done,
    /// The input could not be used
    Failed,
}

impl RunState {
    /// The word in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Done => "done",
            Self::Failed => "failed",
        }
    }

    /// The state of a word in the database.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Waiting, Self::Done, Self::Failed].into_iter().find(|state| state.word() == word)
    }
}

/// Why something could not be done with an allocation.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum AllocationError {
    /// A placement by hand says why.
    #[error("no reason was given")]
    NoReason,
    /// The reason is too long.
    #[error("the reason has {got} characters, at most {} are allowed", ByHand::REASON_CHARS_MAX)]
    LongReason {
        /// Characters given
        got: usize,
    },
    /// The reason holds control characters.
    #[error("the reason holds a control character")]
    OddReason,
    /// No ground was chosen from the list.
    #[error("no ground was chosen")]
    NoGround,
    /// No place was chosen from the list.
    #[error("no place was chosen")]
    NoOffer,
    /// The student's subject or period is another than the offer's.
    #[error("the place is for {offer}, the student takes {student}")]
    OtherSubject {
        /// Subject of the offer
        offer: String,
        /// Subject of the student
        student: String,
    },
    /// Together with the draft the place, or a limit above it, has no seat left.
    #[error("{place} is full: {taken} of {seats}")]
    Full {
        /// What is full
        place: String,
        /// How many are there
        taken: u32,
        /// How many it takes
        seats: u32,
    },
    /// The student has left the round.
    #[error("the student has withdrawn from round {round}")]
    Withdrawn {
        /// Which round
        round: RoundId,
    },
    /// Nobody placed the student by hand.
    #[error("the student is not placed by hand in round {round}")]
    NotByHand {
        /// Which round
        round: RoundId,
    },
    /// The draw waits for the window to close.
    #[error("round {round} takes wishes until {closes_at}")]
    WindowOpen {
        /// Which round
        round: RoundId,
        /// When the window closes
        closes_at: Moment,
    },
    /// Only an announced round that is neither published nor cancelled can be allocated.
    #[error("round {round} is {state} and cannot be allocated")]
    NotNow {
        /// Which round
        round: RoundId,
        /// Its state
        state: &'static str,
    },
    /// A run is under way already.
    #[error("run {run} of round {round} is still under way")]
    UnderWay {
        /// Which round
        round: RoundId,
        /// Which run
        run: RunId,
    },
    /// The round has no mechanism: everybody is placed by hand.
    #[error("round {round} has no mechanism: everybody is placed by hand")]
    ByHandOnly {
        /// Which round
        round: RoundId,
    },
    /// No run is finished yet.
    #[error("round {round} has no finished run")]
    NoRun {
        /// Which round
        round: RoundId,
    },
    /// The run has been compared, or is being compared.
    #[error("run {run} is compared already")]
    Compared {
        /// Which run
        run: RunId,
    },
    /// The engine refused the input.
    #[error("the engine refused the input of round {round}: {first}")]
    Unsolvable {
        /// Which round
        round: RoundId,
        /// The first thing that is wrong
        first: String,
    },
}

impl Problem for AllocationError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoReason | Self::LongReason { .. } | Self::OddReason | Self::NoGround | Self::NoOffer => {
                Kind::Invalid
            }
            Self::OtherSubject { .. } => Kind::Invalid,
            _ => Kind::Conflict,
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::NoReason | Self::LongReason { .. } | Self::OddReason => "allocation-reason",
            Self::NoGround => "allocation-ground",
            Self::NoOffer => "allocation-place",
            Self::OtherSubject { .. } => "allocation-subject",
            Self::Full { .. } => "allocation-full",
            Self::Withdrawn { .. } => "allocation-withdrawn",
            Self::NotByHand { .. } => "allocation-not-by-hand",
            Self::WindowOpen { .. } => "allocation-window-open",
            Self::NotNow { .. } => "allocation-not-now",
            Self::UnderWay { .. } => "allocation-under-way",
            Self::ByHandOnly { .. } => "allocation-by-hand-only",
            Self::NoRun { .. } => "allocation-no-run",
            Self::Compared { .. } => "allocation-compared",
            Self::Unsolvable { .. } => "allocation-unsolvable",
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NoReason | Self::LongReason { .. } | Self::OddReason => Some("reason"),
            Self::NoGround => Some("ground"),
            Self::NoOffer | Self::OtherSubject { .. } | Self::Full { .. } => Some("offer"),
            _ => None,
        }
    }

    fn tell(&self, lang: Lang) -> String {
        let words = crate::words(lang);
        match self {
            Self::NoReason => words.allocation_error_no_reason().to_string(),
            Self::LongReason { got } => words.allocation_error_long_reason(*got, ByHand::REASON_CHARS_MAX).to_string(),
            Self::OddReason => words.allocation_error_odd_reason().to_string(),
            Self::NoGround => words.allocation_error_no_ground().to_string(),
            Self::NoOffer => words.allocation_error_no_offer().to_string(),
            Self::OtherSubject { offer, student } => words.allocation_error_subject(offer, student).to_string(),
            Self::Full { place, taken, seats } => words.allocation_error_full(place, *taken, *seats).to_string(),
            Self::Withdrawn { .. } => words.allocation_error_withdrawn().to_string(),
            Self::NotByHand { .. } => words.allocation_error_not_by_hand().to_string(),
            Self::WindowOpen { .. } => words.allocation_error_window_open().to_string(),
            Self::NotNow { .. } => words.allocation_error_not_now().to_string(),
            Self::NoRun { .. } => words.allocation_error_no_run().to_string(),
            Self::Compared { .. } => words.allocation_error_compared().to_string(),
            Self::ByHandOnly { .. } => words.allocation_error_by_hand_only().to_string(),
            Self::UnderWay { .. } => words.allocation_error_under_way().to_string(),
            Self::Unsolvable { first, .. } => words.allocation_error_unsolvable(first).to_string(),
        }
    }
}
