//! Which cap refused a wish, and who got in there last.
//!
//! Under `priority` a refused proposal is bound by the lowest slot above its offer that is full and where everybody
//! who holds a seat goes before it. Such a slot exists for every wish dearer than the one that came true; it may be
//! one below which the student sits too, by a wish of a better class. Under the optimisers it is the lowest full slot;
//! there may be none where soft terms, or ranks that cost the same, made another wish the better one.

use crate::caps::Caps;
use crate::explain::{CapOf, Cut, CutTemplate, FullCap, Price, Reasons, Refused};
use crate::ids::small;
use crate::priority::{Standing, class, position, standing};
use crate::problem::{NONE, Problem};
use std::collections::HashMap;

/// What a refused wish, by student and wish, would have cost the optimum at least.
pub(crate) type PriceOf<'a> = &'a dyn Fn(u32, usize) -> Price;

/// The reasons for a finished allocation. `held` names the wish of each student. With prices the mechanism is one of
/// the optimisers and classes do not count; without, it is `priority`.
pub(crate) fn reasons(
    problem: &Problem,
    caps: &Caps,
    order: &[u32],
    held: &[u32],
    price_of: Option<PriceOf<'_>>,
) -> Reasons {
    let classes = price_of.is_none();
    let stands = |wish: usize, place: u32| standing(if classes { problem.wish_prio[wish] } else { 0 }, place);
    let mut cutter = Cutter::new(problem, caps, order, held, classes);
    let mut start = Vec::with_capacity(problem.students() + 1);
    let (mut refused, mut prices) = (Vec::new(), Vec::new());
    let mut blocked = vec![NONE; problem.students()];
    let mut places = vec![0; problem.students()];
    for (place, student) in (1..).zip(order) {
        places[*student as usize] = place;
    }
    for (student, place) in (0..small(problem.students())).zip(places) {
        start.push(small(refused.len()));
        if place == 0 {
            continue;
        }
        let mut bounds = Vec::new();
        let own = problem.own_wishes(student);
        for wish in dearer(problem, student, held[student as usize]) {
            let slot = cutter.bound(problem.wish_offer[wish], stands(wish, place));
            bounds.extend(slot);
            if own.contains(&wish) {
                refused.push(Refused {
                    wish: small(wish),
                    cut: cutter.each(slot.into_iter().collect()),
                    ..Refused::default()
                });
                prices.extend(price_of.map(|price_of| price_of(student, wish)));
            }
        }
        if held[student as usize] == NONE && !bounds.is_empty() {
            blocked[student as usize] = cutter.each(bounds);
        }
    }
    start.push(small(refused.len()));
    let queue = Queue { order, held, start: &start, stands: &stands };
    let wished = queue.count(problem, &mut refused);
    Reasons { cuts: cutter.cuts, start, refused, prices, blocked, wished, classes }
}

/// The wishes of a smaller rank than the one held, or the whole list.
fn dearer(problem: &Problem, student: u32, held: u32) -> std::ops::Range<usize> {
    let range = problem.wish_range(student);
    if held == NONE {
        return range;
    }
    let rank = problem.wish_rank[held as usize];
    let dearer = problem.wish_rank[range.clone()].partition_point(|other| *other < rank);
    range.start..range.start + dearer
}

/// Who stands where before each offer.
struct Queue<'a> {
    order: &'a [u32],
    held: &'a [u32],
    start: &'a [u32],
    stands: &'a dyn Fn(usize, u32) -> Standing,
}

impl Queue<'_> {
    /// How many wished for each offer. Tells each refused wish how many go before it there, and how many of these got
    /// it. Offers that were added by rule are nobody's wishes.
    fn count(&self, problem: &Problem, refused: &mut [Refused]) -> Vec<u32> {
        let Self { order, held, start, stands } = *self;
        let mut wished = vec![0u32; problem.offers()];
        for student in order {
            for offer in &problem.wish_offer[problem.own_wishes(*student)] {
                wished[*offer as usize] += 1;
            }
        }
        let mut ends: Vec<usize> = Vec::with_capacity(wished.len());
        for count in &wished {
            ends.push(ends.last().copied().unwrap_or(0) + *count as usize);
        }
        let mut row: Vec<(Standing, u32)> = vec![(0, 0); ends.last().copied().unwrap_or(0)];
        let mut next: Vec<usize> = ends.iter().zip(&wished).map(|(end, count)| end - *count as usize).collect();
        for (place, student) in (1..).zip(order) {
            for wish in problem.own_wishes(*student) {
                let to = &mut next[problem.wish_offer[wish] as usize];
                row[*to] = (stands(wish, place), small(wish));
                *to += 1;
            }
        }
        for (end, count) in ends.into_iter().zip(&wished) {
            let row = &mut row[end - *count as usize..end];
            row.sort_unstable();
            let mut seated = 0;
            for (before, (own, wish)) in (0..).zip(row) {
                let student = order[position(*own) as usize - 1] as usize;
                let nth = (*wish - problem.wish_start[student]) as usize;
                if let Some(refused) = refused[start[student] as usize..start[student + 1] as usize].get_mut(nth) {
                    (refused.wished_before, refused.held_before) = (before, seated);
                }
                seated += u32::from(held[student] == *wish);
            }
        }
        wished
    }
}

/// Finds the binding slots and makes each set of them a cut once.
struct Cutter<'a> {
    problem: &'a Problem,
    caps: &'a Caps,
    /// Below each slot: seats taken by hand, and the last who drew one; 0 when nobody did.
    fixed: Vec<u32>,
    last: Vec<Standing>,
    /// Where one more seat is all that keeps a student without a place from one.
    helps: Vec<bool>,
    cuts: Vec<Cut>,
    of_slot: Vec<u32>,
    of_slots: HashMap<Vec<u32>, u32>,
    classes: bool,
}

impl<'a> Cutter<'a> {
    fn new(problem: &'a Problem, caps: &'a Caps, order: &[u32], held: &[u32], classes: bool) -> Self {
        let slots = caps.len();
        let (mut fixed, mut last, mut helps) = (vec![0u32; slots], vec![0; slots], vec![false; slots]);
        for offer in problem.fixed.iter().filter(|offer| **offer != NONE) {
            for slot in caps.chain(*offer) {
                fixed[slot as usize] += 1;
            }
        }
        for (place, student) in (1..).zip(order) {
            let wish = held[*student as usize];
            if wish == NONE {
                for offer in &problem.wish_offer[problem.wish_range(*student)] {
                    let mut full = caps.chain(*offer).filter(|slot| caps.full(*slot));
                    if let (Some(only), None) = (full.next(), full.next()) {
                        helps[only as usize] = true;
                    }
                }
            } else {
                let own = standing(if classes { problem.wish_prio[wish as usize] } else { 0 }, place);
                for slot in caps.chain(problem.wish_offer[wish as usize]) {
                    last[slot as usize] = own.max(last[slot as usize]);
                }
            }
        }
        Self {
            problem,
            caps,
            fixed,
            last,
            helps,
            cuts: Vec::new(),
            of_slot: vec![NONE; slots],
            of_slots: HashMap::new(),
            classes,
        }
    }

    /// The slot that refuses a wish.
    fn bound(&self, offer: u32, own: Standing) -> Option<u32> {
        let goes_first = |slot: u32| !self.classes || self.last[slot as usize] < own;
        self.caps.chain(offer).find(|slot| self.caps.full(*slot) && goes_first(*slot))
    }

    fn single(&mut self, slot: u32) -> u32 {
        if self.of_slot[slot as usize] == NONE {
            self.of_slot[slot as usize] = small(self.cuts.len());
            let cut = self.cut(&[slot]);
            self.cuts.push(cut);
        }
        self.of_slot[slot as usize]
    }

    fn each(&mut self, mut slots: Vec<u32>) -> u32 {
        slots.sort_unstable();
        slots.dedup();
        if let [only] = slots[..] {
            return self.single(only);
        }
        if let Some(known) = self.of_slots.get(&slots) {
            return *known;
        }
        let number = small(self.cuts.len());
        let cut = self.cut(&slots);
        self.cuts.push(cut);
        self.of_slots.insert(slots, number);
        number
    }

    fn cut(&self, slots: &[u32]) -> Cut {
        let template = match *slots {
            [only] if self.caps.node(only).is_none() => CutTemplate::OfferFull,
            [_] => CutTemplate::NodeFull,
            [] => CutTemplate::NoneFull,
            _ => CutTemplate::EachFull,
        };
        // A seat below two of the caps is one seat.
        let top = |slot: &&u32| !self.caps.chain(**slot).skip(1).any(|above| slots.contains(&above));
        let last = slots.iter().map(|slot| self.last[*slot as usize]).max().unwrap_or(0);
        let mut caps: Vec<FullCap> = slots.iter().map(|slot| self.full_cap(*slot)).collect();
        caps.sort_unstable_by(|a, b| a.at.cmp(&b.at));
        Cut {
            template,
            caps,
            seats: slots.iter().filter(top).map(|slot| self.caps.load[*slot as usize]).sum(),
            fixed: slots.iter().filter(top).map(|slot| self.fixed[*slot as usize]).sum(),
            last_class: (self.classes && last > 0).then(|| class(last)),
            last_position: (last > 0).then_some(position(last)),
        }
    }

    fn full_cap(&self, slot: u32) -> FullCap {
        FullCap {
            at: CapOf::slot(self.problem, self.caps, slot),
            cap: self.caps.cap[slot as usize],
            one_more_helps: self.helps[slot as usize],
        }
    }
}
