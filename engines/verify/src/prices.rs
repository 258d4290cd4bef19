//! The optimisers' objectives, proven by prices.
//!
//! An optimiser is a list of stages. In each stage every option of a student, "no place" among them, has a cost; the
//! stages' sums are to be as small as can be, the first stage before the second and so on: what is compared is
//! always the list of costs, one for each stage, as words are compared in a dictionary.
//!
//! The certificate gives each slot a price in each stage. An option's list is its costs plus the prices of all slots
//! it takes a seat of. Two conditions are checked:
//!
//! - *A*: every student got an option whose list is the least of all the student's options;
//! - *B*: no slot's list of prices is below zero, and a slot where it is not zero is full.
//!
//! Why this is enough: take any other allocation that keeps the capacities. Its costs are the lists of its options,
//! less the prices of the seats it takes. By A no option can have a lesser list than the one got. By B no allocation
//! can take more seats where they have a price. So no allocation has lesser costs. And one that has the *same* costs
//! gives everybody an option with the least list and fills every slot with a price: these are the [`Best`].

use crate::certificate::{Certificate, Mechanism};
use crate::input::{Student, Town, Wish};
use crate::seats::Seats;
use crate::{Refusal, claim};
use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};

/// All allocations that are as good: those that use these options, and leave priced slots as full as they are.
pub(crate) struct Best {
    /// For each student the options with the least list; `None` is "no place".
    pub(crate) options: Vec<Vec<Option<Wish>>>,
    /// Whether each slot has a price in any stage.
    pub(crate) priced: Vec<bool>,
}

/// What one stage counts.
#[derive(Clone, Copy)]
enum Goal {
    /// As many protected students as possible with a place.
    ProtectedPlaced,
    /// As many students as possible with a place.
    Placed,
    /// The least sum of what ranks cost.
    RankCost,
    /// As many students as possible with a wish of this rank or a dearer one.
    UpToRank(u16),
    /// As few students as possible with a wish of this rank or a less dear one, or without a place.
    FromRank(u16),
    /// The least sum of soft terms.
    Soft,
}

/// One stage: what it counts, and the sum of prices from each slot upwards.
struct Stage {
    goal: Goal,
    price: Vec<i64>,
    price_above: Vec<i128>,
}

pub(crate) fn check(town: &Town, seats: &Seats, says: &Certificate, proven: &mut Vec<String>) -> Result<Best, Refusal> {
    let stages = stages(town, says)?;
    let zero = vec![0; stages.len()];
    let mut priced = vec![false; town.slots.len()];
    for (at, slot) in town.slots.iter().enumerate() {
        let prices: Vec<i64> = stages.iter().map(|stage| stage.price[at]).collect();
        priced[at] = prices != zero;
        claim(prices >= zero, "prices", || format!("those of {} are below zero", slot.id))?;
        claim(!priced[at] || slot.cap == Some(seats.load[at]), "prices", || {
            format!("{} has a price and is not full: {} of {:?}", slot.id, seats.load[at], slot.cap)
        })?;
    }
    let mut options = Vec::with_capacity(town.students.len());
    for (student, got) in town.students.iter().zip(&seats.wish) {
        let compare = |a: Option<Wish>, b: Option<Wish>| {
            let mut stages = stages.iter().map(|stage| stage.of(student, a, says).cmp(&stage.of(student, b, says)));
            stages.find(|order| *order != Ordering::Equal).unwrap_or(Ordering::Equal)
        };
        let mut best = Vec::new();
        let all = student.wishes.iter().map(|wish| Some(*wish)).chain([None]);
        for option in all.filter(|_| student.draws()) {
            let order = compare(option, *got);
            claim(order != Ordering::Less, "objectives", || {
                let id = |option: Option<Wish>| option.map_or("no place", |wish| &town.slots[wish.place].id);
                format!("the prices do not show why {} got {} and not {}", student.id, id(*got), id(option))
            })?;
            if order == Ordering::Equal {
                best.push(option);
            }
        }
        options.push(best);
    }
    for (stage, at) in says.stages.iter().zip(1..) {
        proven.push(format!("objective {at}, {}: no allocation is better, by the prices", stage.name));
    }
    Ok(Best { options, priced })
}

/// The stages the mechanism must have, in their order, with the certificate's prices.
fn stages(town: &Town, says: &Certificate) -> Result<Vec<Stage>, Refusal> {
    let wishes = town.students.iter().flat_map(|student| &student.wishes);
    let ranks: BTreeSet<u16> = wishes.map(|wish| wish.rank).collect();
    let best_first = ranks.iter().map(|rank| Goal::UpToRank(*rank));
    let worst_first = ranks.iter().rev().map(|rank| Goal::FromRank(*rank));
    let mut goals: Vec<Goal> = match says.mechanism {
        Mechanism::Lottery | Mechanism::Priority => Vec::new(),
        Mechanism::MinCost => vec![Goal::Placed, Goal::RankCost],
        Mechanism::RankMax => best_first.collect(),
        Mechanism::GreedyMax => [Goal::Placed].into_iter().chain(best_first).collect(),
        Mechanism::Generous => [Goal::Placed].into_iter().chain(worst_first).collect(),
    };
    let optimises = !matches!(says.mechanism, Mechanism::Lottery | Mechanism::Priority);
    if optimises && town.students.iter().any(|student| student.protected) {
        goals.insert(0, Goal::ProtectedPlaced);
    }
    if optimises && !ranks.is_empty() && town.students.iter().any(|student| !student.soft.is_empty()) {
        goals.push(Goal::Soft);
    }
    let names: Vec<String> = goals.iter().map(|goal| goal.name()).collect();
    claim(names.iter().eq(says.stages.iter().map(|stage| &stage.name)), "objectives", || {
        format!("this mechanism has the stages {}", names.join(", "))
    })?;
    let (places, hosts) = town.slots.split_at(town.places);
    let place: HashMap<&str, usize> = places.iter().zip(0..).map(|(slot, at)| (slot.id.as_str(), at)).collect();
    let host: HashMap<&str, usize> = hosts.iter().zip(town.places..).map(|(slot, at)| (slot.id.as_str(), at)).collect();
    goals
        .into_iter()
        .zip(&says.stages)
        .map(|(goal, stage)| {
            let mut price = vec![0; town.slots.len()];
            for (ids, list) in [(&place, &stage.places), (&host, &stage.hosts)] {
                for (id, its) in list {
                    let slot = ids.get(id.as_str());
                    claim(slot.is_some(), "prices", || {
                        format!("stage {} has one for {id}, which is not there", stage.name)
                    })?;
                    slot.into_iter().for_each(|slot| price[*slot] = *its);
                }
            }
            let sum = |slot| town.above(slot).map(|at| i128::from(price[at])).sum();
            let price_above = (0..town.slots.len()).map(sum).collect();
            Ok(Stage { goal, price, price_above })
        })
        .collect()
}

impl Goal {
    fn name(self) -> String {
        match self {
            Self::ProtectedPlaced => "protected_placed".into(),
            Self::Placed => "placed".into(),
            Self::RankCost => "rank_cost".into(),
            Self::UpToRank(rank) => format!("up_to_rank_{rank}"),
            Self::FromRank(rank) => format!("from_rank_{rank}"),
            Self::Soft => "soft".into(),
        }
    }

    fn cost(self, student: &Student, option: Option<Wish>, says: &Certificate) -> i128 {
        let rank = option.map(|wish| wish.rank);
        match self {
            Self::ProtectedPlaced => i128::from(student.protected && rank.is_none()),
            Self::Placed => i128::from(rank.is_none()),
            Self::RankCost => rank.map_or(0, |rank| says.cost_of(rank)),
            Self::UpToRank(limit) => i128::from(rank.is_none_or(|rank| rank > limit)),
            Self::FromRank(limit) => i128::from(rank.is_none_or(|rank| rank >= limit)),
            Self::Soft => option.and_then(|wish| student.soft.get(&wish.place)).map_or(0, |steps| i128::from(*steps)),
        }
    }
}

impl Stage {
    /// Cost plus prices of an option.
    fn of(&self, student: &Student, option: Option<Wish>, says: &Certificate) -> i128 {
        self.goal.cost(student, option, says) + option.map_or(0, |wish| self.price_above[wish.place])
    }
}
