//! Parts of a problem that have nothing to do with each other, so that they can be solved one by one, or at once.
//!
//! A capacity can only bind where more students could come below it than it takes. Two students belong together if
//! both wish for something below the same such capacity, or if a chain of others ties them together. What is tied
//! together is an *island*: no student of one island can take a seat from a student of another. Subjects and periods
//! become islands by themselves where no cap above them binds.
//!
//! Objectives are sums over students, compared one after the other; the draw order compares student by student. A
//! best allocation of the whole is therefore made of a best one of each island, and the one answer of the one answers
//! (docs/allocation.md, "Islands"). So a problem is always taken apart, whatever the number of threads.

use crate::caps::Caps;
use crate::ids::{Ids, small};
use crate::problem::{NONE, Problem};
use std::borrow::Cow;

/// One part of a problem as a problem of its own.
pub(crate) struct Island<'a> {
    /// Those who draw here, what they wish for, and the capacities that can bind them, less the seats that are taken
    /// by hand.
    pub(crate) problem: Cow<'a, Problem>,
    /// Its students in draw order.
    pub(crate) order: Cow<'a, [u32]>,
    /// None for the only island there is: its numbers are those of the whole.
    outside: Option<Outside>,
}

/// The numbers that students, offers and nodes of an island have in the whole.
struct Outside {
    student: Vec<u32>,
    offer: Vec<u32>,
    node: Vec<u32>,
}

impl Island<'_> {
    /// The number of a student in the whole.
    pub(crate) fn student(&self, student: u32) -> u32 {
        self.outside.as_ref().map_or(student, |outside| outside.student[student as usize])
    }

    /// The number of a wish in the whole.
    pub(crate) fn wish(&self, whole: &Problem, student: u32, wish: u32) -> u32 {
        if wish == NONE || self.outside.is_none() {
            return wish;
        }
        let first = self.problem.wish_start[student as usize];
        whole.wish_start[self.student(student) as usize] + (wish - first)
    }

    /// The number in the whole of each slot that stands for an offer or a node with a cap, and the slot of the island
    /// above it. `whole` is the slot of each node of the whole.
    pub(crate) fn slots(&self, whole: &[u32]) -> (Vec<u32>, Vec<u32>) {
        let caps = Caps::new(&self.problem);
        let number = |slot: u32| match (&self.outside, caps.node(slot)) {
            (None, _) => slot,
            (Some(outside), None) => outside.offer[slot as usize],
            (Some(outside), Some(node)) => whole[outside.node[node as usize] as usize],
        };
        ((0..small(caps.len())).map(number).collect(), caps.up)
    }
}

/// The islands of those who draw, the largest first. `order` is the draw order.
pub(crate) fn islands<'a>(problem: &'a Problem, order: &'a [u32]) -> Vec<Island<'a>> {
    let mut sea = Sea::new(problem, order);
    sea.tie(order);
    if sea.sets.count < 2 {
        return vec![Island { problem: Cow::Borrowed(problem), order: Cow::Borrowed(order), outside: None }];
    }
    let mut students = sea.students(order);
    students.sort_by_key(|students| std::cmp::Reverse(students.len())); // equal ones stay in the draw order
    let mut cutter = Cutter::new(problem, &sea);
    students.iter().map(|students| cutter.cut(students)).collect()
}

/// The slot of each node, or none for those without a cap.
pub(crate) fn slots_of_nodes(problem: &Problem, caps: &Caps) -> Vec<u32> {
    let mut slots = vec![NONE; problem.nodes()];
    for slot in caps.offers..small(caps.len()) {
        if let Some(node) = caps.node(slot) {
            slots[node as usize] = slot;
        }
    }
    slots
}

/// Which slots are tied together.
struct Sea<'a> {
    problem: &'a Problem,
    caps: Caps,
    /// Where more students could come than there are seats left.
    binds: Vec<bool>,
    /// The lowest slot above each offer that binds.
    bound: Vec<u32>,
    sets: Sets,
}

impl<'a> Sea<'a> {
    fn new(problem: &'a Problem, order: &[u32]) -> Self {
        let mut caps = Caps::new(problem);
        for offer in problem.fixed.iter().filter(|offer| **offer != NONE) {
            caps.take(*offer);
        }
        let mut come = vec![0u32; caps.len()];
        for student in order {
            for offer in &problem.wish_offer[problem.wish_range(*student)] {
                come[*offer as usize] += 1;
            }
        }
        let mut binds = vec![false; caps.len()];
        for slot in bottom_up(&caps) {
            let (at, up) = (slot as usize, caps.up[slot as usize]);
            let room = caps.cap[at] - caps.load[at];
            binds[at] = come[at] > room;
            if up != NONE {
                come[up as usize] = come[up as usize].saturating_add(come[at].min(room));
            }
        }
        let binding = |slot: u32| caps.chain(slot).find(|slot| binds[*slot as usize]).unwrap_or(NONE);
        let bound = (0..caps.offers).map(binding).collect();
        let mut sets = Sets { up: (0..small(caps.len())).collect(), count: 0 };
        sets.count = binds.iter().filter(|binds| **binds).count();
        for slot in (0..small(caps.len())).filter(|slot| binds[*slot as usize]) {
            if let Some(above) = caps.chain(slot).skip(1).find(|slot| binds[*slot as usize]) {
                sets.tie(slot, above);
            }
        }
        Self { problem, caps, binds, bound, sets }
    }

    /// Ties together what a student wishes for, until all is one.
    fn tie(&mut self, order: &[u32]) {
        for student in order {
            let mut tied = NONE;
            for offer in &self.problem.wish_offer[self.problem.wish_range(*student)] {
                let bound = self.bound[*offer as usize];
                if tied != NONE && bound != NONE && tied != bound {
                    self.sets.tie(tied, bound);
                }
                tied = if bound == NONE { tied } else { bound };
            }
            if self.sets.count < 2 {
                return;
            }
        }
    }

    /// The students of each island in draw order. Those whom nothing binds are one more.
    fn students(&mut self, order: &[u32]) -> Vec<Vec<u32>> {
        let mut islands: Vec<Vec<u32>> = Vec::new();
        let mut of_set = vec![NONE; self.caps.len() + 1];
        for student in order {
            let wishes = &self.problem.wish_offer[self.problem.wish_range(*student)];
            let bound = wishes.iter().map(|offer| self.bound[*offer as usize]).find(|bound| *bound != NONE);
            let set = bound.map_or(self.caps.len(), |bound| self.sets.find(bound) as usize);
            if of_set[set] == NONE {
                of_set[set] = small(islands.len());
                islands.push(Vec::new());
            }
            islands[of_set[set] as usize].push(*student);
        }
        islands
    }
}

/// Every slot after all below it.
fn bottom_up(caps: &Caps) -> Vec<u32> {
    let mut waits: Vec<usize> = (0..small(caps.len())).map(|slot| caps.children(slot).len()).collect();
    let mut slots: Vec<u32> = (0..small(caps.len())).filter(|slot| waits[*slot as usize] == 0).collect();
    let mut at = 0;
    while let Some(slot) = slots.get(at).copied() {
        at += 1;
        let up = caps.up[slot as usize];
        if up != NONE {
            waits[up as usize] -= 1;
            if waits[up as usize] == 0 {
                slots.push(up);
            }
        }
    }
    slots
}

/// Sets of slots; following `up` leads to the one that stands for the set.
struct Sets {
    up: Vec<u32>,
    /// How many sets there are of the slots that bind.
    count: usize,
}

impl Sets {
    fn find(&mut self, slot: u32) -> u32 {
        let mut at = slot as usize;
        while self.up[at] as usize != at {
            self.up[at] = self.up[self.up[at] as usize]; // half the way for whoever comes next
            at = self.up[at] as usize;
        }
        small(at)
    }

    fn tie(&mut self, one: u32, other: u32) {
        let (one, other) = (self.find(one), self.find(other));
        if one != other {
            self.up[one.max(other) as usize] = one.min(other);
            self.count -= 1;
        }
    }
}

/// Makes problems of their own.
struct Cutter<'a> {
    sea: &'a Sea<'a>,
    slot_of_node: Vec<u32>,
    /// The numbers that offers and nodes have in the island at hand.
    offer: Vec<u32>,
    node: Vec<u32>,
}

impl<'a> Cutter<'a> {
    fn new(problem: &Problem, sea: &'a Sea<'a>) -> Self {
        let slot_of_node = slots_of_nodes(problem, &sea.caps);
        Self { sea, slot_of_node, offer: vec![NONE; problem.offers()], node: vec![NONE; problem.nodes()] }
    }

    fn cut(&mut self, students: &[u32]) -> Island<'static> {
        let mut outside = Outside { student: students.to_vec(), offer: Vec::new(), node: Vec::new() };
        let mut island = empty(self.sea.problem);
        for student in students {
            self.student(&mut island, &mut outside, *student);
        }
        for offer in &outside.offer {
            self.offer[*offer as usize] = NONE;
        }
        for node in &outside.node {
            self.node[*node as usize] = NONE;
        }
        Island { problem: Cow::Owned(island), order: (0..small(students.len())).collect(), outside: Some(outside) }
    }

    fn student(&mut self, island: &mut Problem, outside: &mut Outside, student: u32) {
        let (whole, at) = (self.sea.problem, student as usize);
        island.student_ids.push(whole.student_ids.get(at));
        island.turn.push(whole.turn[at]);
        island.lottery.push(whole.lottery[at]);
        island.fixed.push(NONE);
        island.group.push(NONE);
        island.protected.extend(whole.protected.get(at));
        for wish in whole.wish_range(student) {
            let offer = self.offer(island, outside, whole.wish_offer[wish]);
            island.wish_offer.push(offer);
            island.wish_rank.push(whole.wish_rank[wish]);
            island.wish_prio.push(whole.wish_prio[wish]);
            island.wish_travel.push(whole.wish_travel[wish]);
            island.wish_soft.extend(whole.wish_soft.get(wish));
        }
        island.wish_start.push(small(island.wish_offer.len()));
    }

    /// The island's number of an offer.
    fn offer(&mut self, island: &mut Problem, outside: &mut Outside, offer: u32) -> u32 {
        let at = offer as usize;
        if self.offer[at] == NONE {
            self.offer[at] = small(outside.offer.len());
            outside.offer.push(offer);
            let Sea { problem, caps, .. } = self.sea;
            let node = self.node(island, outside, problem.offer_node[at]);
            island.offer_ids.push(problem.offer_ids.get(at));
            island.offer_node.push(node);
            island.offer_seats.push(caps.cap[at] - caps.load[at]);
        }
        self.offer[at]
    }

    /// The island's number of a node; those above it are taken in with it.
    fn node(&mut self, island: &mut Problem, outside: &mut Outside, node: u32) -> u32 {
        let Sea { problem, caps, binds, .. } = self.sea;
        let (mut at, mut below) = (node, NONE);
        loop {
            let new = self.node[at as usize] == NONE;
            if new {
                self.node[at as usize] = small(outside.node.len());
                outside.node.push(at);
                island.node_ids.push(problem.node_ids.get(at as usize));
                island.node_up.push(NONE);
                island.node_level.push(problem.node_level[at as usize]);
                let slot = self.slot_of_node[at as usize];
                let binds = slot != NONE && binds[slot as usize];
                island.node_cap.push(if binds { caps.cap[slot as usize] - caps.load[slot as usize] } else { NONE });
            }
            if below != NONE {
                island.node_up[self.node[below as usize] as usize] = self.node[at as usize];
            }
            (below, at) = (at, problem.node_up[at as usize]);
            if !new || at == NONE {
                return self.node[node as usize];
            }
        }
    }
}

/// A problem with the whole's words and nobody in it.
fn empty(whole: &Problem) -> Problem {
    Problem {
        node_ids: Ids::default(),
        node_up: Vec::new(),
        node_cap: Vec::new(),
        node_level: Vec::new(),
        levels: whole.levels.clone(),
        offer_ids: Ids::default(),
        offer_node: Vec::new(),
        offer_seats: Vec::new(),
        student_ids: Ids::default(),
        turn: Vec::new(),
        lottery: Vec::new(),
        fixed: Vec::new(),
        group: Vec::new(),
        group_ids: Ids::default(),
        wish_start: vec![0],
        wish_offer: Vec::new(),
        wish_rank: Vec::new(),
        wish_prio: Vec::new(),
        wish_travel: Vec::new(),
        wish_soft: Vec::new(),
        protected: Vec::new(),
        extras: Default::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Builder;

    /// Two wards of one seat each with two students, and a third ward with room for everybody; the region above
    /// takes so many. How many students each island has, and the sum of the capacities in it.
    fn sizes(region: Option<u32>) -> Vec<(usize, u32)> {
        let mut town = Builder::new();
        town.node("region", None, "region", region);
        town.node("north", Some("region"), "host", Some(2));
        town.node("south", Some("region"), "host", None);
        for (offer, node, seats) in [("n1", "north", 2), ("s1", "south", 1), ("s2", "south", 9)] {
            town.offer(offer, node, seats);
        }
        let lists = [("a", &["n1"][..]), ("b", &["n1", "s2"]), ("c", &["n1"]), ("d", &["s1"]), ("e", &["s1"])];
        for (student, wishes) in lists {
            town.student(student, 0, 1);
            (1..).zip(wishes).for_each(|(rank, offer)| town.wish(student, offer, rank));
        }
        town.student("by hand", 0, 0);
        town.fix("by hand", "n1");
        town.student("f", 0, 0);
        town.wish("f", "s2", 1);
        let problem = town.build().unwrap();
        let order = problem.draw_order();
        let islands = islands(&problem, &order);
        let caps = |island: &Island<'_>| Caps::new(&island.problem).cap.iter().sum();
        islands.iter().map(|island| (island.order.len(), caps(island))).collect()
    }

    #[test]
    fn what_no_capacity_ties_together_is_taken_apart() {
        // a, b, c compete for the seat left at n1, so the cap of north never binds; d and e compete for s1; f is free.
        assert_eq!(sizes(None), [(3, 1 + 9), (2, 1), (1, 9)]);
        // One more at n1, one at s1, two at s2, and one by hand.
        assert_eq!(sizes(Some(5)), sizes(None), "a cap that cannot bind ties nothing together");
        assert_eq!(sizes(Some(4)), [(6, 2 + 1 + 9 + 4 + 2)], "one that can ties everything together");
    }
}
