//! Reasons beyond "it was full when your turn came": what an optimum would have lost, wishes that were not considered,
//! places that a rule added, groups. All are records of names and numbers; pages turn them into sentences.

use matching::explain::{Explanation, NotConsidered, Price, RefusedWish};
use matching::{BanReason, Because, GroupResult, Mechanism, Outcome, Problem, Student};
use serde::{Deserialize, Serialize};

use super::Names;

/// What the optimum would have lost at least if a refused wish had come true.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "loss", rename_all = "snake_case")]
pub enum Loss {
    /// So many more without a place.
    Unplaced {
        /// At least
        students: i64,
    },
    /// What all wishes that come true cost together would be higher, the student's own gain counted in.
    Cost {
        /// At least, in the unit of the cost table
        steps: i64,
    },
    /// So many fewer with a wish of this rank or a dearer one.
    UpToRank {
        /// The rank
        rank: u16,
        /// At least
        students: i64,
    },
    /// So many more with a wish of this rank or a worse one.
    FromRank {
        /// The rank
        rank: u16,
        /// At least
        students: i64,
    },
    /// Something else that the mechanism looks at would be worse.
    Other,
    /// As good, as far as the prices tell: the draw order decided.
    Equal,
}

impl Loss {
    pub(super) fn of(price: &Price) -> Self {
        let Price::Worse { objective, at_least } = price else { return Self::Equal };
        let (students, rank) = (*at_least, |text: &str| text.parse().unwrap_or(u16::MAX));
        match objective.as_str() {
            "placed" | "protected_placed" => Self::Unplaced { students },
            "rank_cost" => Self::Cost { steps: *at_least },
            name => match (name.strip_prefix("up_to_rank_"), name.strip_prefix("from_rank_")) {
                (Some(text), _) => Self::UpToRank { rank: rank(text), students },
                (_, Some(text)) => Self::FromRank { rank: rank(text), students },
                _ => Self::Other,
            },
        }
    }
}

/// How classes stood at one refused wish.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Classes {
    /// The student's own class there
    pub own: u16,
    /// The class of the last who got in; none when nobody drew a seat there
    pub last: Option<u16>,
}

impl Classes {
    pub(super) fn of(refused: &RefusedWish, told: &Explanation) -> Option<Self> {
        Some(Self { own: refused.class?, last: told.cuts[refused.cut].last_class })
    }
}

/// A wish that was not considered at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The rank the student gave it
    pub rank: u16,
    /// Name of the place
    pub place: String,
    /// Why
    #[serde(flatten)]
    pub why: Why,
}

/// Why a wish was not considered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Why {
    /// It is of another subject or period than the student's.
    Kind,
    /// The student works there.
    OwnWorkplace,
    /// Somebody close to the student is there.
    Relative,
    /// Another reason that the office keeps.
    OtherBan,
    /// It is too far.
    TooFar {
        /// Minutes of travel
        minutes: u16,
        /// The most that the round allows
        limit: u16,
    },
}

impl LeftOut {
    pub(super) fn of(told: &NotConsidered, names: &Names<'_>) -> Self {
        let why = match told.because {
            Because::Subject | Because::Period => Why::Kind,
            Because::Banned { reason: BanReason::OwnWorkplace } => Why::OwnWorkplace,
            Because::Banned { reason: BanReason::Relative } => Why::Relative,
            Because::Banned { reason: BanReason::Other } => Why::OtherBan,
            Because::TravelLimit { minutes, limit } => Why::TooFar { minutes, limit },
        };
        Self { rank: told.rank, place: names.offer(&told.place_id), why }
    }
}

/// Places that a rule added to a short list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Added {
    /// How many
    pub places: u32,
    /// Whether the student got one of them
    pub got: bool,
}

/// How it went with the student's group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "group", rename_all = "snake_case")]
pub enum Group {
    /// All members sit at one site.
    Seated {
        /// Its name
        site: String,
        /// How many they are
        members: u32,
    },
    /// No site is on the lists of all.
    NoCommonSite {
        /// How many they are
        members: u32,
    },
    /// At no common site could all be seated without costing somebody a place.
    NoRoom {
        /// How many they are
        members: u32,
    },
}

impl Group {
    pub(super) fn of(problem: &Problem, outcome: &Outcome, student: Student, names: &Names<'_>) -> Option<Self> {
        let own = problem.group(student)?;
        // Those placed by hand stay where they are, group or not.
        problem.fixed(student).is_none().then_some(())?;
        let told = outcome.groups().iter().find(|group| group.group_id == own)?;
        let members = told.members;
        Some(match &told.result {
            GroupResult::Seated { site_id } => Self::Seated { site: names.node(site_id), members },
            GroupResult::NoCommonSite => Self::NoCommonSite { members },
            GroupResult::NoRoom => Self::NoRoom { members },
        })
    }
}

/// A mechanism by its name in files, as records keep it.
pub(super) mod by_name {
    use super::Mechanism;
    use serde::{Deserialize, Deserializer, Serializer};

    pub(crate) fn serialize<S: Serializer>(mechanism: &Mechanism, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(mechanism.name())
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Mechanism, D::Error> {
        let name = String::deserialize(from)?;
        let known = Mechanism::NAMES.iter().find(|(known, _)| *known == name);
        known.map(|(_, mechanism)| *mechanism).ok_or_else(|| serde::de::Error::custom("an unknown mechanism"))
    }
}
