//! Why a wish did not come true in the example, as far as the small town needs it.

use matching::Mechanism;
use matching::explain::{CapOf, Cut, RefusedWish};

/// Why one wish did not come true.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Index into the town's places
    pub place: usize,
    /// Why
    pub why: Why,
}

/// The engine's reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The place's own seats were taken; the last went to this number
    PlaceFull(u32),
    /// The limit above the place was reached; the last seat went to this number
    LimitFull(u32),
    /// The seat went to an earlier class than the own one
    ClassFirst {
        /// The class of the last one in
        class: u16,
        /// The own class
        own: u16,
        /// Whose seat it is
        number: u32,
    },
    /// This objective would come out worse, by so much
    Worse(Objective, i64),
    /// Nothing would be worse: the draw decided
    Equal,
}

/// Why a wish was refused where students come one after the other.
pub fn why_taken(wish: &RefusedWish, cut: &Cut) -> Why {
    let number = cut.last_position.unwrap_or_default();
    let is_limit = cut.caps.iter().any(|cap| matches!(cap.at, CapOf::Node { .. }));
    match (wish.class, cut.last_class) {
        (Some(own), Some(class)) if class < own => Why::ClassFirst { class, own, number },
        _ if is_limit => Why::LimitFull(number),
        _ => Why::PlaceFull(number),
    }
}

/// What an optimiser looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Objective {
    /// How many have no place
    Unplaced,
    /// The numbers of all wishes that came true, added up
    Sum,
    /// How many have neither the wish of this number nor a better one
    UpTo(u16),
    /// How many have the wish of this number or a worse one
    From(u16),
}

impl Objective {
    /// The objectives of a mechanism in their order, as far as lists of three wishes need them; none where students
    /// come one after the other.
    pub fn of(mechanism: Mechanism) -> &'static [Self] {
        match mechanism {
            Mechanism::Lottery | Mechanism::Priority => &[],
            Mechanism::MinCost => &[Self::Unplaced, Self::Sum],
            Mechanism::RankMax => &[Self::UpTo(1), Self::UpTo(2), Self::UpTo(3)],
            Mechanism::GreedyMax => &[Self::Unplaced, Self::UpTo(1), Self::UpTo(2), Self::UpTo(3)],
            Mechanism::Generous => &[Self::Unplaced, Self::From(3), Self::From(2)],
        }
    }

    /// How far an allocation is from the best there could be; less is better.
    pub fn distance(self, ranks: &[Option<u16>]) -> i64 {
        let each = |rank: &Option<u16>| match self {
            Self::Unplaced => i64::from(rank.is_none()),
            Self::Sum => i64::from(rank.unwrap_or_default()),
            Self::UpTo(limit) => i64::from(rank.is_none_or(|rank| rank > limit)),
            Self::From(limit) => i64::from(rank.is_some_and(|rank| rank >= limit)),
        };
        ranks.iter().map(each).sum()
    }
}
