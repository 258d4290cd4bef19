//! Among all allocations that are as good, the draw decides: number 1 gets the best rank any of them gives, then
//! number 2, and so on to the last; then, in the same order, everybody the lowest tie hash among equal ranks. These
//! are two times as many decisions as students, in a fixed order, and they leave one allocation.
//!
//! Why the check below is enough: compare the allocation with another one that is as good. The students who sit
//! elsewhere form rings: one moves where the next one leaves, or through a slot that has room to one below it. A ring
//! can be made alone; the others need not move. Let `d` be the first decision that differs, and say the other
//! allocation is better there. Then the ring of the student who decides `d` improves `d` and touches no decision
//! before it. So the allocation is the best one exactly when there is no such ring.
//!
//! All possible single moves are arrows between slots. An arrow is given the decision it touches first. Arrows are
//! let in from the last decision to the first. A ring that improves `d` is there exactly when, at the moment the
//! arrows of `d` come in, an arrow that improves `d` has both its ends in one knot (a set of slots each of which can
//! be reached from each other one). Finding knots anew for every decision would be slow, so [`Knots::enter`] halves
//! the decisions again and again: arrows already knotted half-way concern the first half, all others the second.

use crate::draw::TieKey;
use crate::input::{Town, Wish};
use crate::prices::Best;
use crate::seats::Seats;
use crate::{Refusal, claim};

/// One student could move along it, or a free seat stands for a student.
#[derive(Clone, Copy)]
struct Arrow {
    from: usize,
    to: usize,
    /// When it is let in: 0 for free seats, 1 for the last decision.
    time: usize,
    /// Whether it improves the decision of its time.
    better: bool,
}

const NONE: usize = usize::MAX;

/// Slots in the same knot.
struct Knots {
    /// A slot of the same knot, or itself: following it leads to the one that stands for the knot.
    same: Vec<usize>,
    /// Numbers of the slots at hand, counted from 0.
    short: Vec<usize>,
    /// Times at which an arrow that improves closes a ring.
    broken: Vec<usize>,
}

pub(crate) fn check(
    town: &Town,
    seats: &Seats,
    best: &Best,
    ties: &TieKey,
    proven: &mut Vec<String>,
) -> Result<(), Refusal> {
    let order = town.draw_order();
    let outside = town.slots.len(); // where those without a place sit, above all slots
    let mut arrows = free_seats(town, seats, best, outside);
    for (number, &student) in order.iter().enumerate() {
        let got = seats.wish[student];
        let hash = |wish: Wish| ties.hash(town.students[student].lottery, &town.slots[wish.place].id);
        let at = |option: Option<Wish>| option.map_or(outside, |wish| wish.place);
        for &option in best.options[student].iter().filter(|option| at(**option) != at(got)) {
            let (decision, better) = match (got, option) {
                (Some(got), Some(other)) if got.rank == other.rank => (order.len() + number, hash(other) < hash(got)),
                (Some(got), Some(other)) => (number, other.rank < got.rank),
                (got, _) => (number, got.is_none()),
            };
            arrows.push(Arrow { from: at(got), to: at(option), time: 2 * order.len() - decision, better });
        }
    }
    let mut knots = Knots { same: (0..=outside).collect(), broken: Vec::new(), short: vec![NONE; outside + 1] };
    knots.enter(0, 2 * order.len() + 1, arrows); // at the time after the last, what was never knotted is left over
    if let Some(decision) = knots.broken.iter().map(|time| 2 * order.len() - time).min() {
        let what = if decision < order.len() { "a better rank" } else { "a lower tie hash" };
        let student = &town.students[order[decision % order.len()]];
        claim(false, "draw order", || format!("{} could have {what} without touching anybody earlier", student.id))?;
    }
    proven.push(format!("draw order: the best ranks for number 1, then number 2, to number {}", order.len()));
    proven.push("draw order: among equal ranks the lowest tie hash, in the same order".into());
    Ok(())
}

/// Arrows that move nobody: up through a slot with room, and down from a host into a slot that may become emptier.
/// One with a price must stay full, so nothing passes it.
fn free_seats(town: &Town, seats: &Seats, best: &Best, outside: usize) -> Vec<Arrow> {
    let mut arrows = Vec::new();
    for (at, slot) in town.slots.iter().enumerate() {
        let up = slot.up.unwrap_or(outside);
        if slot.cap.is_none_or(|cap| seats.load[at] < cap) {
            arrows.push(Arrow { from: at, to: up, time: 0, better: false });
        }
        if !best.priced[at] {
            arrows.push(Arrow { from: up, to: at, time: 0, better: false });
        }
    }
    arrows
}

impl Knots {
    /// Lets in the arrows that are knotted from time `first` to time `last`: both ends in one knot, and itself in.
    fn enter(&mut self, first: usize, last: usize, arrows: Vec<Arrow>) {
        if arrows.is_empty() {
            return;
        }
        if first == last {
            for arrow in arrows {
                if arrow.better && arrow.time == first {
                    self.broken.push(first);
                }
                let (from, to) = (self.knot(arrow.from), self.knot(arrow.to));
                self.same[from] = to;
            }
            return;
        }
        let half = usize::midpoint(first, last);
        let (early, late) = self.knotted_by(half, arrows);
        self.enter(first, half, early);
        self.enter(half + 1, last, late);
    }

    /// The arrows that are knotted at a time, and all others.
    fn knotted_by(&mut self, time: usize, arrows: Vec<Arrow>) -> (Vec<Arrow>, Vec<Arrow>) {
        let mut slots = Vec::new();
        let mut ends = Vec::new();
        for arrow in arrows.iter().filter(|arrow| arrow.time <= time) {
            ends.push([arrow.from, arrow.to].map(|slot| {
                let slot = self.knot(slot);
                if self.short[slot] == NONE {
                    self.short[slot] = slots.len();
                    slots.push(slot);
                }
                self.short[slot]
            }));
        }
        let knot = knots(slots.len(), &ends);
        for slot in slots {
            self.short[slot] = NONE;
        }
        let mut ends = ends.into_iter();
        let mut is_knotted =
            |arrow: &Arrow| arrow.time <= time && ends.next().is_some_and(|[from, to]| knot[from] == knot[to]);
        arrows.into_iter().partition(|arrow| is_knotted(arrow))
    }

    /// The slot that stands for the knot of this one.
    fn knot(&mut self, slot: usize) -> usize {
        let mut at = slot;
        while self.same[at] != at {
            self.same[at] = self.same[self.same[at]]; // half the way for whoever comes next
            at = self.same[at];
        }
        at
    }
}

/// For each of `slots` numbers one that stands for its knot (Tarjan's algorithm for strongly connected components,
/// with the path kept in a list, since it can be as long as there are slots).
fn knots(slots: usize, arrows: &[[usize; 2]]) -> Vec<usize> {
    let mut start = vec![0; slots + 1];
    arrows.iter().for_each(|[from, _]| start[from + 1] += 1);
    (0..slots).for_each(|at| start[at + 1] += start[at]);
    let mut next = start.clone();
    let mut target = vec![0; arrows.len()];
    for [from, to] in arrows {
        target[next[*from]] = *to;
        next[*from] += 1;
    }
    next.clone_from(&start);
    let (mut number, mut low, mut knot) = (vec![NONE; slots], vec![NONE; slots], vec![NONE; slots]);
    let (mut count, mut path, mut open) = (0, Vec::new(), Vec::new());
    for first in 0..slots {
        if number[first] == NONE {
            path.push(first);
        }
        while let Some(&at) = path.last() {
            if number[at] == NONE {
                (number[at], low[at]) = (count, count);
                count += 1;
                open.push(at);
            }
            if next[at] < start[at + 1] {
                let to = target[next[at]];
                next[at] += 1;
                if number[to] == NONE {
                    path.push(to);
                } else if knot[to] == NONE {
                    low[at] = low[at].min(number[to]);
                }
                continue;
            }
            path.pop();
            if let Some(&before) = path.last() {
                low[before] = low[before].min(low[at]);
            }
            if low[at] == number[at] {
                let from = open.iter().rposition(|slot| *slot == at).unwrap_or(0);
                open.drain(from..).for_each(|slot| knot[slot] = at);
            }
        }
    }
    knot
}
