//! What each mechanism makes as small as can be, most important first.

use crate::explain::Price;
use crate::problem::{NONE, Problem};
use crate::proof::{Objective, Proven};
use crate::{Mechanism, Options};

/// One objective as costs, by the class of an entry; class 0 is staying unplaced.
pub(crate) struct Goal {
    pub(crate) table: Vec<i64>,
    what: What,
}

enum What {
    One(Objective),
    /// Students placed and what ranks cost, in one: a student unplaced costs so much more than any sum of ranks.
    PlacedAndCost(i64),
}

pub(crate) fn goals(problem: &Problem, options: &Options) -> Vec<Goal> {
    let mut ranks = problem.wish_rank.clone();
    ranks.sort_unstable();
    ranks.dedup();
    let by_rank = ByRank { last: ranks.last().copied().unwrap_or(0) };
    let up_to = |rank: &u16| by_rank.goal(Objective::BelowRank(*rank));
    let from = |rank: &u16| by_rank.goal(Objective::FromRank(*rank));
    let placed = || by_rank.goal(Objective::Unplaced);
    let mut goals = Vec::new();
    if problem.protected.contains(&true) {
        goals.push(Goal { table: vec![0, 1, 0], what: What::One(Objective::ProtectedUnplaced) });
    }
    match options.mechanism {
        Mechanism::RankMax => goals.extend(ranks.iter().map(up_to)),
        Mechanism::GreedyMax => goals.extend(std::iter::once(placed()).chain(ranks.iter().map(up_to))),
        Mechanism::Generous => goals.extend(std::iter::once(placed()).chain(ranks.iter().rev().map(from))),
        Mechanism::MinCost | Mechanism::Lottery | Mechanism::Priority => {
            goals.extend(by_rank.placed_and_cost(problem, options));
        }
    }
    if !problem.wish_soft.is_empty() {
        goals.push(Goal { table: soft_steps(problem), what: What::One(Objective::Soft) });
    }
    goals
}

struct ByRank {
    last: u16,
}

impl ByRank {
    /// One for every student in a class that counts.
    fn goal(&self, objective: Objective) -> Goal {
        Goal {
            table: (0..=self.last).map(|class| objective.counts(class).into()).collect(),
            what: What::One(objective),
        }
    }

    /// Both at once is one search instead of two; only a table of enormous costs needs two.
    fn placed_and_cost(&self, problem: &Problem, options: &Options) -> Vec<Goal> {
        let cost = |rank: u16| i64::try_from(options.cost.of(rank)).unwrap_or(i64::MAX);
        // No chain of moves visits an offer twice, so none outweighs this; twice, so that prices can be told apart.
        let unit = (i128::from(cost(self.last)) + 1) * (problem.offers() as i128 + 2) * 2;
        let table = |unplaced: i64| -> Vec<i64> {
            (0..=self.last).map(|class| if class == 0 { unplaced } else { cost(class) }).collect()
        };
        match i64::try_from(unit) {
            Ok(unit) if unit < i64::MAX / 4 => {
                vec![Goal { table: table(unit), what: What::PlacedAndCost(unit) }]
            }
            _ => vec![self.goal(Objective::Unplaced), Goal { table: table(0), what: What::One(Objective::RankCost) }],
        }
    }
}

/// The different soft terms, with staying unplaced, which has none, in front.
fn soft_steps(problem: &Problem) -> Vec<i64> {
    let mut steps: Vec<i64> = problem.wish_soft.iter().map(|steps| i64::from(*steps)).collect();
    steps.sort_unstable();
    steps.dedup();
    steps.insert(0, 0);
    steps
}

impl Goal {
    /// The class of an entry of a student, by which the table is read: the rank, unless ranks do not matter here.
    pub(crate) fn class(&self, problem: &Problem, student: u32, wish: u32) -> u16 {
        match (&self.what, wish) {
            (What::One(Objective::ProtectedUnplaced), NONE) => problem.protected[student as usize].into(),
            (What::One(Objective::ProtectedUnplaced), _) => 2,
            (_, NONE) => 0,
            (What::One(Objective::Soft), wish) => {
                let steps = i64::from(problem.wish_soft[wish as usize]);
                // No more soft terms differ than there are numbers up to twice the largest.
                1 + self.table[1..].partition_point(|other| *other < steps) as u16
            }
            (_, wish) => problem.wish_rank[wish as usize],
        }
    }

    /// What a wish costs more than the one a student got, if this goal tells them apart.
    pub(crate) fn more(&self, problem: &Problem, price: &[i64], student: u32, wish: u32, got: u32) -> Option<Price> {
        let pays = |wish: u32| {
            let seat = problem.wish_offer.get(wish as usize).map_or(0, |offer| price[*offer as usize]); // 0: nowhere
            self.table[usize::from(self.class(problem, student, wish))] + seat
        };
        let more = pays(wish) - pays(got);
        if more == 0 {
            return None;
        }
        let (objective, at_least) = match self.what {
            What::One(objective) => (objective, more),
            What::PlacedAndCost(unit) if more * 2 < unit => (Objective::RankCost, more),
            What::PlacedAndCost(unit) => (Objective::Unplaced, (more + unit / 2) / unit),
        };
        Some(Price::Worse { objective: objective.name(), at_least })
    }

    /// What proves this goal. `own` is the price of each slot alone.
    pub(crate) fn proven(&self, own: &[i64]) -> Vec<Proven> {
        match self.what {
            What::One(objective) => vec![Proven::new(objective, own)],
            What::PlacedAndCost(unit) => {
                let both = Proven::new(Objective::Unplaced, own);
                Proven::two(Objective::Unplaced, Objective::RankCost, unit, &both).into()
            }
        }
    }
}
