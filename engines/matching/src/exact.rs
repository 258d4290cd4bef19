//! What it would cost the optimum if one wish came true: exactly, by one search for a cheapest way.
//!
//! Say a student gets a wish for *p* and leaves *q*. Somebody may have to leave *p* for that, takes another seat, and
//! so on, until somebody takes *q* or a seat there is room for: a ring of moves. An optimum leaves no ring that makes
//! anything better, so the best allocation in which the wish comes true is the one at hand after one ring through the
//! wish, the cheapest. Costs are lists, one number for each objective, compared as words in a dictionary.
//!
//! The prices of the certificate make the search short: with them no step of a ring costs less than nothing, so the
//! cheapest way is found by always going on from the cheapest slot reached (Dijkstra). The number of students who move
//! is one more number at the end of the list. Where the whole list is zero, an allocation with the wish is as good,
//! and the draw decided: of all such rings the search takes the one on which the first student in the draw order whose
//! rank changes comes latest. That student has precedence.

use crate::caps::Caps;
use crate::ids::small;
use crate::problem::{NONE, Offer, Problem, Student};
use crate::proof::Objective;
use crate::{Mechanism, Options, Outcome};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use thiserror::Error;

/// What would be otherwise if a wish came true, all else as good as can be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "template", rename_all = "snake_case")]
pub enum ExactPrice {
    /// The objectives would be worse.
    ExactlyWorse {
        /// The objectives that would change, most important first: the first of them is worse.
        changes: Vec<Change>,
        /// How many other students would have another place, or one where they have none, or none; at least.
        moves: u32,
    },
    /// Every objective could be as good, so the draw decided.
    DrawDecided {
        /// The place in the draw of the first student who would be worse off; perhaps the student asked about.
        precedence: u32,
        /// As above.
        moves: u32,
    },
    /// Every objective could be as good and everybody's rank the same: the tie hash decided.
    TieHashDecided {
        /// As above.
        moves: u32,
    },
    /// It cannot come true: those placed by hand or as a group leave no seat there, or there is none.
    NoSeat,
    /// It came true.
    CameTrue,
}

/// How much an objective would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Its name in the certificate, for instance `placed` or `rank_cost`.
    pub objective: String,
    /// In its own unit, students or rank steps; more is worse.
    pub more: i64,
}

/// A wish and its exact price.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PricedWish {
    /// The offer.
    pub place_id: String,
    /// The rank the student gave it.
    pub rank: u16,
    /// What it would have cost.
    #[serde(flatten)]
    pub price: ExactPrice,
}

/// Why there is no such price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum NoPrice {
    /// The mechanism looks for no optimum.
    #[error("{} looks for no optimum that a wish could cost anything; its reasons are whole without", .0.name())]
    NotAnOptimum(Mechanism),
    /// The student does not draw.
    #[error("the student was placed by hand or with a group, before the mechanism")]
    PlacedBefore,
    /// The student has no such wish.
    #[error("the student has no wish for this place that was considered")]
    NoSuchWish,
}

/// What `student` getting `offer` would cost, see [`ExactPrices`].
///
/// # Errors
/// [`NoPrice`]
pub fn price_of(
    problem: &Problem,
    options: &Options,
    outcome: &Outcome,
    student: Student,
    offer: Offer,
) -> Result<ExactPrice, NoPrice> {
    ExactPrices::new(problem, options, outcome)?.of(student, offer)
}

/// The prices of any number of wishes in one finished allocation. Problem and options are those it was solved with.
pub struct ExactPrices<'a> {
    problem: &'a Problem,
    options: &'a Options,
    outcome: &'a Outcome,
    objectives: Vec<Objective>,
    /// Seats that are neither placed by hand nor given to groups, and how many of them are taken.
    room: Vec<u32>,
    load: Vec<u32>,
    caps: Caps,
    /// For each slot the price in each objective, those of the slots above included; one list after the other.
    price: Vec<i128>,
    /// Who sits at each offer, and behind them who has no place. Only those who draw.
    at: Vec<Vec<u32>>,
    roots: Vec<u32>,
}

/// A list of costs, one for each objective, and at the end how many students move.
type Costs = Vec<i128>;

impl<'a> ExactPrices<'a> {
    /// Gets ready for any number of wishes.
    ///
    /// # Errors
    /// [`NoPrice::NotAnOptimum`], where the mechanism looks for none.
    pub fn new(problem: &'a Problem, options: &'a Options, outcome: &'a Outcome) -> Result<Self, NoPrice> {
        if matches!(options.mechanism, Mechanism::Lottery | Mechanism::Priority) {
            return Err(NoPrice::NotAnOptimum(options.mechanism));
        }
        let mut caps = Caps::new(problem);
        let placed = |student: &Student| outcome.placed(*student).map(|offer| offer.0);
        let draws = |student: &Student| outcome.position(*student).is_some();
        problem.each_student().filter(|student| !draws(student)).filter_map(|at| placed(&at)).for_each(|at| {
            caps.take(at);
        });
        let room = caps.cap.iter().zip(&caps.load).map(|(cap, load)| cap - load).collect();
        caps.load.fill(0);
        let mut at = vec![Vec::new(); problem.offers() + 1];
        for student in problem.each_student().filter(draws) {
            let seat = placed(&student);
            seat.into_iter().for_each(|seat| caps.take(seat));
            at[seat.map_or(problem.offers(), |seat| seat as usize)].push(student.0);
        }
        let mut prices = Self {
            problem,
            options,
            outcome,
            objectives: outcome.proof.iter().map(|proven| proven.objective).collect(),
            room,
            load: caps.load.clone(),
            price: Vec::new(),
            at,
            roots: (0..small(caps.len())).filter(|slot| caps.up[*slot as usize] == NONE).collect(),
            caps,
        };
        prices.price = prices.sums();
        Ok(prices)
    }

    /// What the rest would lose exactly if this student got this wish.
    ///
    /// # Errors
    /// [`NoPrice`]
    pub fn of(&self, student: Student, offer: Offer) -> Result<ExactPrice, NoPrice> {
        let Some(position) = self.outcome.position(student) else { return Err(NoPrice::PlacedBefore) };
        let wish = self.wish(student.0, offer.0).ok_or(NoPrice::NoSuchWish)?;
        let left = self.seat(student.0);
        if left == offer.0 {
            return Ok(ExactPrice::CameTrue);
        }
        let got = self.wish(student.0, left);
        let Some(way) = self.cheapest(student.0, offer.0, left) else { return Ok(ExactPrice::NoSeat) };
        let (before, after) = (self.pays(student.0, got), self.pays(student.0, Some(wish)));
        let ring = |at: usize| after[at] - before[at] + way[at];
        let changes: Vec<Change> = (0..self.objectives.len())
            .filter(|at| ring(*at) != 0)
            .map(|at| Change { objective: self.objectives[at].name(), more: saturated(ring(at)) })
            .collect();
        let moves = u32::try_from(way[self.objectives.len()]).unwrap_or(u32::MAX);
        if !changes.is_empty() {
            return Ok(ExactPrice::ExactlyWorse { changes, moves });
        }
        let own = if self.rank(got) == self.rank(Some(wish)) { ANYBODY } else { position };
        Ok(match self.latest(student.0, offer.0, left, own) {
            ANYBODY => ExactPrice::TieHashDecided { moves },
            precedence => ExactPrice::DrawDecided { precedence, moves },
        })
    }

    /// The prices of a student's wishes that did not come true although they were dearer, dearest first. Offers that
    /// a rule added are nobody's wishes.
    ///
    /// # Errors
    /// [`NoPrice::PlacedBefore`]
    pub fn of_refused(&self, student: Student) -> Result<Vec<PricedWish>, NoPrice> {
        let got = self.outcome.rank(student).unwrap_or(u16::MAX);
        let own = self.problem.own_wishes(student.0);
        let unplaced = self.outcome.placed(student).is_none();
        let refused = own.filter(|wish| unplaced || self.problem.wish_rank[*wish] < got);
        refused.map(|wish| self.priced(student, Offer(self.problem.wish_offer[wish]))).collect()
    }

    /// The price of one wish as a record.
    ///
    /// # Errors
    /// [`NoPrice`]
    pub fn priced(&self, student: Student, offer: Offer) -> Result<PricedWish, NoPrice> {
        let price = self.of(student, offer)?;
        let rank = self.wish(student.0, offer.0).and_then(|wish| self.rank(Some(wish))).ok_or(NoPrice::NoSuchWish)?;
        Ok(PricedWish { place_id: self.problem.offer_id(offer).into(), rank, price })
    }

    /// The number that stands for having no place, and the one for what hangs above all capacities.
    fn nowhere(&self) -> u32 {
        small(self.caps.len())
    }

    fn top(&self) -> u32 {
        self.nowhere() + 1
    }

    fn seat(&self, student: u32) -> u32 {
        self.outcome.placed(Student(student)).map_or(self.nowhere(), |offer| offer.0)
    }

    /// A student's wish for an offer.
    fn wish(&self, student: u32, offer: u32) -> Option<usize> {
        self.problem.wish_range(student).find(|wish| self.problem.wish_offer[*wish] == offer)
    }

    fn rank(&self, wish: Option<usize>) -> Option<u16> {
        wish.map(|wish| self.problem.wish_rank[wish])
    }

    /// The sums of prices from each slot upwards.
    fn sums(&self) -> Vec<i128> {
        let stages = self.objectives.len();
        let mut own = vec![0; stages * self.caps.len()];
        for (stage, proven) in self.outcome.proof.iter().enumerate() {
            for (slot, price) in &proven.prices {
                own[*slot as usize * stages + stage] = i128::from(*price);
            }
        }
        let sum = |slot: u32, stage| self.caps.chain(slot).map(|at| own[at as usize * stages + stage]).sum();
        let mut sums: Vec<i128> =
            (0..small(self.caps.len())).flat_map(|slot| (0..stages).map(move |stage| sum(slot, stage))).collect();
        sums.resize(stages * (self.caps.len() + 2), 0); // being nowhere and the top cost nothing
        sums
    }

    fn price(&self, slot: u32) -> &[i128] {
        let stages = self.objectives.len();
        &self.price[slot as usize * stages..][..stages]
    }

    /// What a wish costs, with the price of its seat; none for having no place.
    fn pays(&self, student: u32, wish: Option<usize>) -> Costs {
        let seat = wish.map_or(self.nowhere(), |wish| self.problem.wish_offer[wish]);
        let cost = |objective: &Objective| match objective {
            Objective::ProtectedUnplaced => i128::from(wish.is_none() && self.problem.protected(Student(student))),
            Objective::RankCost => self.rank(wish).map_or(0, |rank| i128::from(self.options.cost.of(rank))),
            Objective::Soft => wish.map_or(0, |wish| i128::from(self.problem.wish_soft[wish])),
            counted => i128::from(counted.counts(self.rank(wish).unwrap_or(0))),
        };
        self.objectives.iter().zip(self.price(seat)).map(|(objective, price)| cost(objective) + price).collect()
    }

    /// The least that all others lose when somebody who left `to` comes to `from`, measured with prices.
    fn cheapest(&self, student: u32, from: u32, to: u32) -> Option<Costs> {
        let stages = self.objectives.len();
        let mut known: Vec<Option<Costs>> = vec![None; self.top() as usize + 1];
        let mut done = vec![false; known.len()];
        let mut next = BinaryHeap::from([Reverse((vec![0; stages + 1], from))]);
        while let Some(Reverse((costs, slot))) = next.pop() {
            if slot == to {
                return Some(costs);
            }
            if std::mem::replace(&mut done[slot as usize], true) {
                continue;
            }
            self.ways(student, slot, |step| {
                let mut more = costs.clone();
                more.iter_mut().zip(&step.costs).for_each(|(more, step)| *more += step);
                more[stages] += i128::from(step.mover != NONE);
                let best = &mut known[step.to as usize];
                if !done[step.to as usize] && best.as_ref().is_none_or(|best| more < *best) {
                    *best = Some(more.clone());
                    next.push(Reverse((more, step.to)));
                }
            });
        }
        None
    }

    /// Of all ways that cost nothing, the place in the draw of the first on it whose rank changes, as late as can be;
    /// `own` counts as well.
    fn latest(&self, student: u32, from: u32, to: u32, own: u32) -> u32 {
        let mut done = vec![false; self.top() as usize + 1];
        let mut next = BinaryHeap::from([(own, from)]);
        while let Some((first, slot)) = next.pop() {
            if slot == to {
                return first;
            }
            if std::mem::replace(&mut done[slot as usize], true) {
                continue;
            }
            self.ways(student, slot, |step| {
                if !done[step.to as usize] && step.costs.iter().all(|cost| *cost == 0) {
                    next.push((first.min(step.position), step.to));
                }
            });
        }
        own
    }

    /// Every step from a slot that somebody comes to. Nobody is asked to move who is the student at hand.
    fn ways(&self, student: u32, slot: u32, mut each: impl FnMut(Step)) {
        let free = |to: u32| Step { to, costs: self.between(slot, to), mover: NONE, position: ANYBODY };
        if slot == self.top() {
            let taken = |slot: &&u32| self.load[**slot as usize] > 0;
            self.roots.iter().filter(taken).for_each(|root| each(free(*root)));
            if !self.at[self.problem.offers()].is_empty() {
                each(free(self.nowhere()));
            }
            return;
        }
        if slot == self.nowhere() {
            each(free(self.top()));
        } else if self.load[slot as usize] < self.room[slot as usize] {
            let up = self.caps.up[slot as usize];
            each(free(if up == NONE { self.top() } else { up }));
        }
        match self.sitting(slot) {
            Some(sitting) => {
                for mover in sitting.iter().filter(|mover| **mover != student) {
                    self.moves(*mover, slot, &mut each);
                }
            }
            None => {
                let children = self.caps.children(slot).map(|at| self.caps.child(at));
                children.filter(|child| self.load[*child as usize] > 0).for_each(|child| each(free(child)));
            }
        }
    }

    /// Those who sit at a slot that is a seat.
    fn sitting(&self, slot: u32) -> Option<&[u32]> {
        let nowhere = (slot == self.nowhere()).then_some(self.problem.offers());
        let offer = (slot < self.caps.offers).then_some(slot as usize);
        nowhere.or(offer).map(|at| &self.at[at][..])
    }

    /// Every other seat a student could take.
    fn moves(&self, mover: u32, slot: u32, each: &mut impl FnMut(Step)) {
        let got = self.wish(mover, slot);
        let before = self.pays(mover, got);
        let position = self.outcome.position(Student(mover)).unwrap_or(ANYBODY);
        for wish in self.problem.wish_range(mover).map(Some).chain([None]).filter(|wish| *wish != got) {
            let mut costs = self.pays(mover, wish);
            costs.iter_mut().zip(&before).for_each(|(after, before)| *after -= before);
            each(Step {
                to: wish.map_or(self.nowhere(), |wish| self.problem.wish_offer[wish]),
                costs,
                mover,
                position: if self.rank(wish) == self.rank(got) { ANYBODY } else { position },
            });
        }
    }

    fn between(&self, from: u32, to: u32) -> Costs {
        self.price(to).iter().zip(self.price(from)).map(|(to, from)| to - from).collect()
    }
}

/// Later than everybody in the draw.
const ANYBODY: u32 = u32::MAX;

/// One step of a way.
struct Step {
    to: u32,
    /// What it costs in each objective, measured with prices: never less than nothing, as lists go.
    costs: Costs,
    /// Who moves; none where somebody takes a seat that there is room for, or room that somebody leaves.
    mover: u32,
    /// The mover's place in the draw, if the rank changes.
    position: u32,
}

fn saturated(number: i128) -> i64 {
    i64::try_from(number).unwrap_or(if number < 0 { i64::MIN } else { i64::MAX })
}
