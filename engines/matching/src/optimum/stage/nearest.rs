//! Many seats at one price, by the shortest ways.
//!
//! A tree serves one student. Where costs are 0 or 1, prices hardly tell one way from another: a few trees come to
//! hold nearly all slots, and each that finds a ghost falls as a whole. There it is cheaper to know of every slot how
//! many *steps* it is away from a ghost, at least. Students walk from step to step; a slot from where no way leads
//! one step nearer is further away than was thought, and the walk goes back by one. Distances only grow, so that all
//! walks together look at each way a few times (Ahuja, Orlin, *Naval Research Logistics* 1991).

use super::{Entry, NONE, Root, Stage, Via, Way, small};

/// Further away than any slot can be: no ghost can be reached.
const NEVER: u32 = u32::MAX;

/// How far each slot is from a ghost, at least.
pub(super) struct Steps {
    away: Vec<u32>,
    /// How many slots are so far away.
    count: Vec<u32>,
    /// Where the last walk left off at each slot: 0 for the slot above, then those who sit here or the slots below.
    next: Vec<u32>,
    /// No slot is just so far away; from those beyond, no way leads to a ghost.
    gap: u32,
    /// How often a slot was found to be further away since all were measured.
    moved: usize,
    path: Vec<u32>,
}

impl Steps {
    pub(super) fn new(slots: usize) -> Self {
        Self {
            away: vec![NEVER; slots],
            count: Vec::new(),
            next: vec![0; slots],
            gap: NEVER,
            moved: 0,
            path: Vec::new(),
        }
    }

    fn of(&self, slot: u32) -> u32 {
        self.away[slot as usize]
    }

    fn meet(&mut self, slot: u32, away: u32) {
        if self.of(slot) == NEVER {
            self.away[slot as usize] = away;
            self.path.push(slot);
        }
    }
}

impl Stage<'_> {
    /// Seats everybody who can be seated at these prices, except for a few whom trees will find.
    pub(super) fn seat_nearest(&mut self) {
        self.measure();
        for root in 0..small(self.roots.len()) {
            if !self.roots[root as usize].seated {
                self.walk(root);
            }
        }
    }

    /// Finds the distance of every slot, from the ghosts backwards.
    fn measure(&mut self) {
        let steps = &mut self.steps;
        steps.away.fill(NEVER);
        steps.next.fill(0);
        steps.count.clear();
        steps.count.resize(self.net.slots() + 1, 0);
        (steps.gap, steps.moved) = (NEVER, 0);
        steps.path.clear();
        for seat in (0..self.net.offers).chain([self.net.nowhere]) {
            if self.ghosts_below[seat as usize] > 0 {
                steps.meet(seat, 0);
            }
        }
        let mut at = 0;
        while let Some(slot) = self.steps.path.get(at).copied() {
            at += 1;
            let away = self.steps.of(slot);
            self.steps.count[away as usize] += 1;
            self.meet_before(slot, away + 1);
        }
    }

    /// Meets the slots from where a way leads to this one.
    fn meet_before(&mut self, slot: u32, away: u32) {
        if slot != self.net.top && self.open(slot) {
            self.steps.meet(self.net.up[slot as usize], away);
        }
        for child in self.net.children(slot) {
            if !self.net.full(*child) {
                self.steps.meet(*child, away);
            }
        }
        let wishers = self.wishers;
        for wisher in wishers.of(slot) {
            let held = self.seats.held[wisher.student as usize];
            let tight = || self.pays(Entry { seat: slot, class: wisher.class }) == self.pays(held);
            if held.seat != NONE && self.steps.of(held.seat) == NEVER && tight() {
                self.steps.meet(held.seat, away);
            }
        }
    }

    /// Walks from the nearest of a student's tight wishes until there is a ghost or no way left.
    fn walk(&mut self, root: u32) {
        let Root { student, pays, .. } = self.roots[root as usize];
        let face = self.face;
        loop {
            if self.steps.moved * 2 > self.net.slots() {
                self.measure();
            }
            let tight = face.row(student).iter().filter(|entry| self.pays(**entry) == pays);
            let nearest = tight.map(|entry| entry.seat).min_by_key(|seat| self.steps.of(*seat));
            let Some(seat) = nearest.filter(|seat| self.steps.of(*seat) < self.steps.gap) else { return };
            self.forest.via[seat as usize] = Via::Student(student);
            if self.walk_from(seat, root) {
                return;
            }
        }
    }

    /// True when the walk came to a ghost, and everybody on it moved.
    fn walk_from(&mut self, seat: u32, root: u32) -> bool {
        self.steps.path.clear();
        self.steps.path.push(seat);
        while let Some(slot) = self.steps.path.last().copied() {
            let away = self.steps.of(slot);
            if away == 0 && self.ghosts_below[slot as usize] > 0 {
                let via = self.forest.via[slot as usize];
                self.go(Way { slot, via, ghost: slot }, root);
                return true;
            }
            match away.checked_sub(1).and_then(|nearer| self.step(slot, nearer)) {
                Some((next, via)) => {
                    self.forest.via[next as usize] = via;
                    self.steps.path.push(next);
                }
                None => {
                    self.move_away(slot);
                    self.steps.path.pop();
                }
            }
        }
        false
    }

    /// A way on to a slot that is so far away. Those passed by before lead to none as long as this slot is as far.
    fn step(&mut self, slot: u32, away: u32) -> Option<(u32, Via)> {
        let mut next = self.steps.next[slot as usize];
        let mut found = None;
        if next == 0 {
            let up = self.net.up[slot as usize];
            if slot != self.net.top && !self.net.full(slot) && self.steps.of(up) == away {
                return Some((up, Via::Slot(slot)));
            }
            next = 1;
        }
        if self.net.is_seat(slot) {
            let sitting = &self.seats.sitting.at(slot)[next as usize - 1..];
            for student in sitting.iter().copied() {
                let pays = self.paid(student);
                let mut tight = self.face.row(student).iter().filter(|entry| self.pays(**entry) == pays);
                if let Some(entry) = tight.find(|entry| self.steps.of(entry.seat) == away) {
                    found = Some((entry.seat, Via::Student(student)));
                    break;
                }
                next += 1;
            }
        } else {
            let below = &self.net.children(slot)[next as usize - 1..];
            let ahead = below.iter().position(|child| self.steps.of(*child) == away && self.open(*child));
            next += small(ahead.unwrap_or(below.len()));
            found = ahead.map(|at| (below[at], Via::Slot(slot)));
        }
        self.steps.next[slot as usize] = next;
        found
    }

    /// No way leads nearer from here, so this slot is one step further away than the nearest one next to it.
    fn move_away(&mut self, slot: u32) {
        let mut nearest = NEVER;
        if slot != self.net.top && !self.net.full(slot) {
            nearest = self.steps.of(self.net.up[slot as usize]);
        }
        if self.net.is_seat(slot) {
            for student in self.seats.sitting.at(slot) {
                let pays = self.paid(*student);
                let tight = self.face.row(*student).iter().filter(|entry| self.pays(**entry) == pays);
                let others = tight.filter(|entry| entry.seat != slot).map(|entry| self.steps.of(entry.seat));
                nearest = others.fold(nearest, u32::min);
            }
        } else {
            let open = self.net.children(slot).iter().filter(|child| self.open(**child));
            nearest = open.map(|child| self.steps.of(*child)).fold(nearest, u32::min);
        }
        let steps = &mut self.steps;
        let old = steps.of(slot);
        steps.count[old as usize] -= 1;
        if steps.count[old as usize] == 0 {
            steps.gap = steps.gap.min(old);
        }
        let new = if nearest < steps.gap { nearest + 1 } else { NEVER };
        if let Some(count) = steps.count.get_mut(new as usize) {
            *count += 1;
        }
        steps.away[slot as usize] = new;
        steps.next[slot as usize] = 0;
        steps.moved += 1;
    }
}
