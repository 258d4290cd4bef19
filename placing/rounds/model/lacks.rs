//! What a round still needs, and why something could not be done with it.

use base::Date;
use kit::fault::{Kind, Problem};

use super::YEARS;

/// What a round still needs before it can be announced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// No offer has a seat.
    Places,
    /// Nobody takes part.
    Students,
    /// Numbers are to come from the student file, and these many students have none.
    Lottery {
        /// Students without a number
        missing: u64,
    },
    /// Two students of the file share a number.
    LotteryRepeated {
        /// One of the numbers
        number: i64,
    },
    /// These many students study a subject that no place is for.
    Subjects {
        /// Students without any place of their subject
        students: u64,
    },
}

impl Lack {
    /// Whether the announcement has to wait for it.
    pub fn must_wait(self) -> bool {
        !matches!(self, Self::Subjects { .. })
    }
}

/// Why something could not be done with a round.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the text of each variant says what its fields are")]
pub enum RoundError {
    #[error("{field} is empty")]
    Empty { field: &'static str },
    #[error("{field} has {got} characters, at most {max} are allowed")]
    TooLong { field: &'static str, got: usize, max: usize },
    #[error("{field} holds a control character")]
    Unprintable { field: &'static str },
    #[error("{field} is none of the choices")]
    NotChosen { field: &'static str },
    #[error("{field}: {typed:?} is no date")]
    NoDate { field: &'static str, typed: String },
    #[error("{field}: {typed:?} is no time of day")]
    NoHour { field: &'static str, typed: String },
    #[error("{field}: the clocks go forward over {typed} that night")]
    HourLeftOut { field: &'static str, typed: String },
    #[error("weeks {typed:?} of {year} are not in the calendar")]
    WeeksUnreadable { typed: String, year: i32 },
    #[error("year {typed:?} is not from {} to {}", YEARS.0, YEARS.1)]
    NoYear { typed: String },
    #[error("{field}: {typed:?} is no number from {min} to {max}")]
    NoNumber { field: &'static str, typed: String, min: u16, max: u16 },
    #[error("{field}: {typed:?} is no e-mail address")]
    NoEmail { field: &'static str, typed: String },
    #[error("at least {min} wishes are asked for, and fewer allowed")]
    WishesReversed { min: u16 },
    #[error("the mechanism rewards short lists, so they cannot count as they are")]
    ShortListsPay,
    #[error("short lists are to be completed or refused, and no length is asked for")]
    ShortOfNothing,
    #[error("{typed:?} is no cost table")]
    NoCostTable { typed: String },
    #[error("wishes close less than an hour after they open")]
    ClosesTooEarly,
    #[error("publication is not after the wishes close")]
    PublishesTooEarly,
    #[error("publication is after the first day {from_on}")]
    PublishesTooLate { from_on: Date },
    #[error("the wishes open before the announcement")]
    OpensInThePast,
    #[error("another round of the course has the name {name:?}")]
    NameTaken { name: String },
    #[error("the round cannot be announced yet: {0:?}")]
    NotReady(Vec<Lack>),
    #[error("rules and dates are frozen since the announcement")]
    Frozen,
    #[error("the round is {state} and takes no more changes")]
    Settled { state: &'static str },
    #[error("a round that is {state} cannot {step}")]
    WrongStep { state: &'static str, step: &'static str },
    #[error("somebody else has changed the round: edition {now}, not {seen}")]
    Edited { seen: i32, now: i32 },
}

impl Problem for RoundError {
    fn kind(&self) -> Kind {
        match self {
            Self::Frozen | Self::Settled { .. } | Self::WrongStep { .. } | Self::Edited { .. } => Kind::Conflict,
            _ => Kind::Invalid,
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::NotReady(_) => "round-not-ready",
            Self::Frozen => "round-frozen",
            Self::Settled { .. } => "round-settled",
            Self::WrongStep { .. } => "round-wrong-step",
            Self::Edited { .. } => "round-edited",
            Self::NameTaken { .. } => "round-name-taken",
            _ => "round-unreadable",
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Empty { field }
            | Self::TooLong { field, .. }
            | Self::Unprintable { field }
            | Self::NotChosen { field }
            | Self::NoDate { field, .. }
            | Self::NoHour { field, .. }
            | Self::HourLeftOut { field, .. }
            | Self::NoNumber { field, .. }
            | Self::NoEmail { field, .. } => Some(field),
            Self::WeeksUnreadable { .. } => Some("weeks"),
            Self::NoYear { .. } => Some("year"),
            Self::WishesReversed { .. } => Some("wishes_max"),
            Self::ShortListsPay => Some("short_lists"),
            Self::ShortOfNothing => Some("wishes_min"),
            Self::NoCostTable { .. } => Some("cost"),
            Self::ClosesTooEarly => Some("close_on"),
            Self::PublishesTooEarly | Self::PublishesTooLate { .. } => Some("publish_on"),
            Self::OpensInThePast => Some("open_on"),
            Self::NameTaken { .. } => Some("name"),
            _ => None,
        }
    }

    fn tell(&self, lang: base::Lang) -> String {
        let words = crate::words(lang);
        let max_chars = |max: &usize| words.rounds_error_too_long(*max).to_string();
        match self {
            Self::Empty { .. } => words.rounds_error_empty().to_string(),
            Self::TooLong { max, .. } => max_chars(max),
            Self::Unprintable { .. } => words.rounds_error_unprintable().to_string(),
            Self::NotChosen { .. } => words.rounds_error_not_chosen().to_string(),
            Self::NoDate { typed, .. } => words.rounds_error_no_date(typed).to_string(),
            Self::NoHour { typed, .. } => words.rounds_error_no_hour(typed).to_string(),
            Self::HourLeftOut { typed, .. } => words.rounds_error_hour_left_out(typed).to_string(),
            Self::WeeksUnreadable { typed, year } => words.rounds_error_weeks(typed, year.to_string()).to_string(),
            Self::NoYear { typed } => {
                words.rounds_error_year(typed, YEARS.0.to_string(), YEARS.1.to_string()).to_string()
            }
            Self::NoNumber { min, max, .. } => words.rounds_error_number(*min, *max).to_string(),
            Self::NoEmail { typed, .. } => words.rounds_error_email(typed).to_string(),
            Self::WishesReversed { min } => words.rounds_error_wishes_reversed(*min).to_string(),
            Self::ShortListsPay => words.rounds_error_short_lists_pay().to_string(),
            Self::ShortOfNothing => words.rounds_error_short_of_nothing().to_string(),
            Self::NoCostTable { typed } => words.rounds_error_cost(typed).to_string(),
            Self::ClosesTooEarly => words.rounds_error_closes_early().to_string(),
            Self::PublishesTooEarly => words.rounds_error_publishes_early().to_string(),
            Self::PublishesTooLate { from_on } => {
                words.rounds_error_publishes_late(kit::format::day(lang, *from_on)).to_string()
            }
            Self::OpensInThePast => words.rounds_error_opens_past().to_string(),
            Self::NameTaken { name } => words.rounds_error_name_taken(name).to_string(),
            Self::NotReady(lacks) => lacks.iter().map(|lack| lack.tell(lang)).collect::<Vec<_>>().join(" "),
            Self::Frozen => words.rounds_error_frozen().to_string(),
            Self::Settled { .. } => words.rounds_error_settled().to_string(),
            Self::WrongStep { .. } => words.rounds_error_wrong_step().to_string(),
            Self::Edited { .. } => words.rounds_error_edited().to_string(),
        }
    }
}

impl Lack {
    /// What is missing and what to do, for the office.
    pub fn tell(self, lang: base::Lang) -> String {
        let words = crate::words(lang);
        match self {
            Self::Places => words.rounds_lack_places().to_string(),
            Self::Students => words.rounds_lack_students().to_string(),
            Self::Lottery { missing } => words.rounds_lack_lottery(missing).to_string(),
            Self::LotteryRepeated { number } => words.rounds_lack_lottery_repeated(number.to_string()).to_string(),
            Self::Subjects { students } => words.rounds_lack_subjects(students).to_string(),
        }
    }
}
