//! The capacities as one tree of slots, and who sits where.
//!
//! Above all capped slots stands the *top*, which is never full. The seat *nowhere* hangs under it and takes
//! everybody, so that every student always sits somewhere and staying unplaced is one more wish. Placements by hand
//! are taken off the capacities and are not seen again.

use super::face::Face;
use crate::caps::{Caps, children};
use crate::ids::small;
use crate::problem::{NONE, Problem};

pub(crate) struct Net {
    /// Offers are slots 0..offers, then come the capped nodes, then `nowhere`, then `top`.
    pub(crate) offers: u32,
    pub(crate) nowhere: u32,
    pub(crate) top: u32,
    pub(crate) up: Vec<u32>,
    pub(crate) cap: Vec<u32>,
    pub(crate) load: Vec<u32>,
    /// The optimum needs this slot full: nothing goes out to the slot above and nothing comes in from there.
    pub(crate) frozen: Vec<bool>,
    child_start: Vec<u32>,
    child: Vec<u32>,
}

impl Net {
    pub(crate) fn new(problem: &Problem) -> Self {
        let mut caps = Caps::new(problem);
        for offer in problem.fixed.iter().filter(|offer| **offer != NONE) {
            caps.take(*offer);
        }
        let nowhere = small(caps.len());
        let top = nowhere + 1;
        let mut cap: Vec<u32> = caps.cap.iter().zip(&caps.load).map(|(cap, fixed)| cap - fixed).collect();
        cap.extend([u32::MAX; 2]);
        let mut up: Vec<u32> = caps.up.iter().map(|up| if *up == NONE { top } else { *up }).collect();
        up.extend([top, NONE]);
        let (child_start, child) = children(&up);
        let slots = up.len();
        Self {
            offers: caps.offers,
            nowhere,
            top,
            up,
            cap,
            load: vec![0; slots],
            frozen: vec![false; slots],
            child_start,
            child,
        }
    }

    pub(crate) fn slots(&self) -> usize {
        self.up.len()
    }

    /// Whether students sit at this slot itself.
    pub(crate) fn is_seat(&self, slot: u32) -> bool {
        slot < self.offers || slot == self.nowhere
    }

    pub(crate) fn full(&self, slot: u32) -> bool {
        self.load[slot as usize] >= self.cap[slot as usize]
    }

    /// Whether a student who sits below may go elsewhere below the slot above.
    pub(crate) fn gives(&self, slot: u32) -> bool {
        !self.frozen[slot as usize] && self.load[slot as usize] > 0
    }

    pub(crate) fn children(&self, slot: u32) -> &[u32] {
        &self.child[self.child_start[slot as usize] as usize..self.child_start[slot as usize + 1] as usize]
    }

    pub(crate) fn take(&mut self, seat: u32) {
        let mut slot = seat;
        while slot != NONE {
            self.load[slot as usize] += 1;
            slot = self.up[slot as usize];
        }
    }

    pub(crate) fn free(&mut self, seat: u32) {
        let mut slot = seat;
        while slot != NONE {
            self.load[slot as usize] -= 1;
            slot = self.up[slot as usize];
        }
    }
}

/// The students at each seat, side by side.
pub(crate) struct Sitting {
    start: Vec<u32>,
    len: Vec<u32>,
    list: Vec<u32>,
    place: Vec<u32>,
}

impl Sitting {
    pub(crate) fn new(net: &Net, face: &Face) -> Self {
        let mut most = vec![0u32; net.slots()];
        for entry in &face.entry {
            let seat = entry.seat as usize;
            most[seat] = most[seat].saturating_add(1).min(net.cap[seat]);
        }
        let mut start = Vec::with_capacity(most.len());
        let mut total = 0;
        for most in &most {
            start.push(total);
            total += most;
        }
        let (len, list) = (vec![0; most.len()], vec![NONE; total as usize]);
        Self { start, len, list, place: vec![NONE; face.student.len()] }
    }

    pub(crate) fn at(&self, seat: u32) -> &[u32] {
        let start = self.start[seat as usize] as usize;
        &self.list[start..start + self.len[seat as usize] as usize]
    }

    pub(crate) fn add(&mut self, seat: u32, student: u32) {
        let place = self.start[seat as usize] + self.len[seat as usize];
        self.len[seat as usize] += 1;
        self.list[place as usize] = student;
        self.place[student as usize] = place;
    }

    pub(crate) fn remove(&mut self, seat: u32, student: u32) {
        self.len[seat as usize] -= 1;
        let (gap, last) = (self.place[student as usize], self.start[seat as usize] + self.len[seat as usize]);
        let moved = self.list[last as usize];
        self.list[gap as usize] = moved;
        self.place[moved as usize] = gap;
    }
}
