//! The mechanism `priority`: students propose, every capped slot keeps the best.
//!
//! 1. Those placed by hand are seated and are never let go.
//! 2. A student proposes to the offers of the list, dearest first; equal ranks go by the keyed tie hash.
//! 3. A proposal stands in every slot above its offer: the offer's own seats and each node with a cap. All slots use
//!    one order: first the host's class for this student at the offer proposed to, then the place in the draw. Where
//!    a slot has one too many, the last in that order below it is let go and proposes further down the own list.
//!
//! Keeping the best below nested caps is a greedy choice from a laminar matroid. Who was let go there would never be
//! taken back, so the order of proposals does not matter, the answer is the best for every student among all that
//! leave no justified envy, and nobody gains by a list that is not the true one (Hatfield, Milgrom 2005; Kamada,
//! Kojima 2018).

use crate::caps::Caps;
use crate::draw::TieKey;
use crate::ids::small;
use crate::problem::{NONE, Problem};
use crate::{Meter, Outcome, Spent, refusals};
use std::collections::{BinaryHeap, HashMap};

pub(crate) fn run(problem: &Problem, order: &[u32], ties: &TieKey, meter: &mut dyn Meter) -> (Outcome, Spent) {
    let begun = meter.cpu_seconds();
    let mut market = Market::new(problem, order, ties);
    for student in order {
        market.seat(*student);
    }
    let solved = meter.cpu_seconds();
    let Market { caps, held, .. } = market;
    let reasons = refusals::reasons(problem, &caps, order, &held, None);
    let outcome = Outcome::new(problem, order, &held, reasons);
    // Ties were settled while proposing, so nothing is left to make unique.
    (outcome, Spent { solve_s: solved - begun, unique_s: 0.0, reasons_s: meter.cpu_seconds() - solved })
}

/// Where a proposal stands in the order of every slot, first the lowest: the class, then the place in the draw from 1.
pub(crate) type Standing = u64;

pub(crate) fn standing(class: u16, position: u32) -> Standing {
    u64::from(class) << 32 | u64::from(position)
}

pub(crate) fn class(standing: Standing) -> u16 {
    (standing >> 32) as u16
}

pub(crate) fn position(standing: Standing) -> u32 {
    standing as u32
}

struct Market<'a> {
    problem: &'a Problem,
    ties: &'a TieKey,
    order: &'a [u32],
    /// Place in the draw from 1, by student.
    position: Vec<u32>,
    caps: Caps,
    /// The wish each student holds a seat by.
    held: Vec<u32>,
    /// The wish each student comes to next.
    next: Vec<u32>,
    /// What is left of runs of equal rank that a student has come to, the next one last.
    tied: HashMap<u32, Vec<u32>>,
    below: Vec<Below>,
}

/// The proposals taken in below a slot. Some have left since, which shows when they are looked at; one may stand
/// there twice, which does no harm.
enum Below {
    /// Nobody has asked yet who is last.
    Unsorted(Vec<Standing>),
    /// The last is on top.
    Sorted(BinaryHeap<Standing>),
}

impl<'a> Market<'a> {
    fn new(problem: &'a Problem, order: &'a [u32], ties: &'a TieKey) -> Self {
        let mut caps = Caps::new(problem);
        for offer in problem.fixed.iter().filter(|offer| **offer != NONE) {
            caps.take(*offer);
        }
        let mut position = vec![0; problem.students()];
        for (at, student) in (1..).zip(order) {
            position[*student as usize] = at;
        }
        Self {
            problem,
            ties,
            order,
            position,
            held: vec![NONE; problem.students()],
            next: problem.wish_start[..problem.students()].to_vec(),
            tied: HashMap::new(),
            below: (0..caps.len()).map(|_| Below::Unsorted(Vec::new())).collect(),
            caps,
        }
    }

    /// Seats a student, then whoever is let go for that, until somebody finds room or has no wish left.
    fn seat(&mut self, student: u32) {
        let mut standing_up = Some(student);
        while let Some(student) = standing_up {
            let Some(wish) = self.next_wish(student) else { return };
            standing_up = self.propose(student, wish);
        }
    }

    fn next_wish(&mut self, student: u32) -> Option<u32> {
        if !self.tied.is_empty()
            && let Some(wish) = self.tied.get_mut(&student).and_then(Vec::pop)
        {
            return Some(wish);
        }
        let (at, end) = (self.next[student as usize], self.problem.wish_range(student).end);
        let (rank, after) = self.problem.wish_rank[at as usize..end].split_first()?;
        let tied = after.iter().take_while(|other| *other == rank).count();
        self.next[student as usize] += 1 + small(tied);
        if tied == 0 {
            return Some(at);
        }
        let mut run = self.in_order_of_hashes(student, at..at + 1 + small(tied));
        let first = run.pop();
        self.tied.insert(student, run);
        first
    }

    /// Wishes of equal rank, the lowest hash last.
    fn in_order_of_hashes(&self, student: u32, run: std::ops::Range<u32>) -> Vec<u32> {
        let problem = self.problem;
        let lottery = problem.lottery[student as usize];
        let mut run: Vec<u32> = run.collect();
        run.sort_by_cached_key(|wish| {
            let id = problem.offer_ids.get(problem.wish_offer[*wish as usize] as usize);
            std::cmp::Reverse((self.ties.hash(lottery, id), id))
        });
        run
    }

    /// Proposes; whoever is without a seat afterwards comes back.
    fn propose(&mut self, student: u32, wish: u32) -> Option<u32> {
        let offer = self.problem.wish_offer[wish as usize];
        let own = self.standing(student, wish);
        let mut let_go = None;
        // Only the lowest full slot matters: whoever leaves it makes room in all full ones above as well.
        if let Some(slot) = self.caps.lowest_full(offer) {
            match self.last_below(slot) {
                Some(last) if last > own => let_go = Some(self.release(last)),
                _ => return Some(student),
            }
        }
        self.held[student as usize] = wish;
        self.caps.take(offer);
        for slot in self.caps.chain(offer) {
            self.below[slot as usize].push(own);
        }
        let_go
    }

    fn standing(&self, student: u32, wish: u32) -> Standing {
        standing(self.problem.wish_prio[wish as usize], self.position[student as usize])
    }

    fn student(&self, standing: Standing) -> u32 {
        self.order[position(standing) as usize - 1]
    }

    /// The last in the order who holds a seat below a slot; none if all of them are placed by hand.
    fn last_below(&mut self, slot: u32) -> Option<Standing> {
        loop {
            let last = *self.below[slot as usize].sorted().peek()?;
            if self.holds_below(slot, last) {
                return Some(last);
            }
            self.below[slot as usize].sorted().pop();
        }
    }

    fn holds_below(&self, slot: u32, proposal: Standing) -> bool {
        let student = self.student(proposal);
        let wish = self.held[student as usize];
        wish != NONE
            && self.standing(student, wish) == proposal
            && self.caps.chain(self.problem.wish_offer[wish as usize]).any(|at| at == slot)
    }

    fn release(&mut self, proposal: Standing) -> u32 {
        let student = self.student(proposal);
        let wish = std::mem::replace(&mut self.held[student as usize], NONE);
        self.caps.free(self.problem.wish_offer[wish as usize]);
        student
    }
}

impl Below {
    fn push(&mut self, proposal: Standing) {
        match self {
            Self::Unsorted(list) => list.push(proposal),
            Self::Sorted(heap) => heap.push(proposal),
        }
    }

    fn sorted(&mut self) -> &mut BinaryHeap<Standing> {
        if let Self::Unsorted(list) = self {
            *self = Self::Sorted(std::mem::take(list).into());
        }
        match self {
            Self::Sorted(heap) => heap,
            Self::Unsorted(_) => unreachable!("it was sorted just now"),
        }
    }
}
