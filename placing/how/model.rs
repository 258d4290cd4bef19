//! The rules a round can go by, what an honest list means under each, and a small town that shows them.

use matching::Mechanism;

use crate::rounds::{Plan, Terms, is_honest_safe};

pub mod reasons;
pub mod town;
pub mod tricks;

/// The rule by which places are given out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// The office gives out every place itself.
    ByHand,
    /// A mechanism of the engine.
    Drawn(Mechanism),
}

/// What a student may count on who lists places in the true order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Honesty {
    /// No other list brings more.
    Safe,
    /// Whoever knew all other lists could sometimes gain by another one.
    NotAlwaysBest,
    /// People decide, so nothing can be promised.
    Weighed,
}

impl Rule {
    /// Every rule, the simplest first.
    pub const ALL: [Self; 7] = [
        Self::Drawn(Mechanism::Lottery),
        Self::Drawn(Mechanism::Priority),
        Self::Drawn(Mechanism::MinCost),
        Self::Drawn(Mechanism::RankMax),
        Self::Drawn(Mechanism::GreedyMax),
        Self::Drawn(Mechanism::Generous),
        Self::ByHand,
    ];

    /// The name in addresses, the engine's own for its mechanisms.
    pub fn name(self) -> &'static str {
        self.mechanism().map_or(Terms::MANUAL, Mechanism::name)
    }

    /// The rule of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.name() == name)
    }

    /// The rule of a round.
    pub fn of(plan: &Plan) -> Self {
        plan.mechanism().map_or(Self::ByHand, Self::Drawn)
    }

    /// The mechanism; none where people decide.
    pub fn mechanism(self) -> Option<Mechanism> {
        match self {
            Self::ByHand => None,
            Self::Drawn(mechanism) => Some(mechanism),
        }
    }

    /// What an honest list means under this rule.
    pub fn honesty(self) -> Honesty {
        match self.mechanism() {
            None => Honesty::Weighed,
            Some(mechanism) if is_honest_safe(mechanism) => Honesty::Safe,
            Some(_) => Honesty::NotAlwaysBest,
        }
    }
}
