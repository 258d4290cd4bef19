//! Who sits where, and who could sit elsewhere without losing what was promised.
//!
//! One student is one unit of flow: into an offer of the promised class, up through the caps, out at the top. A unit
//! that arrives at a slot goes on up while the slot has room; it may also push a student below that slot to another
//! offer of the same promised class, and travel on with that student. If a search gets out at the top, everybody on
//! its way moves one step and one more student has a seat. If it does not, what it reached is closed for good: no
//! later search leaves it either, because nothing inside can change without a way out.

use crate::caps::Caps;
use crate::ids::small;
use crate::problem::{Class, NONE, Problem};

pub(crate) struct Seating<'a> {
    pub(crate) problem: &'a Problem,
    pub(crate) caps: Caps,
    /// The offer each student sits at.
    pub(crate) seat: Vec<u32>,
    /// The wishes each student is promised one of: a run of equal ranks.
    pub(crate) class: Vec<Class>,
    /// Students below each slot who have another offer in their class.
    movers_below: Vec<u32>,
    first_mover: Vec<u32>,
    next_mover: Vec<u32>,
    last_mover: Vec<u32>,
    closed: Vec<bool>,
    search: Search,
}

/// Marks of the search at hand.
struct Search {
    /// Closed slots are walls while students only come; they are looked into when someone inside moves.
    walls: bool,
    round: u32,
    seen: Vec<u32>,
    from: Vec<u32>,
    by: Vec<u32>,
    queue: Vec<u32>,
}

/// Whether a search that finds no way out closes what it reached for all later searches.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Failure {
    /// True while students only come and nobody leaves.
    Closes,
    /// The student at hand was taken out first and comes back, so nothing is known for the next one.
    SaysNothing,
}

impl<'a> Seating<'a> {
    pub(crate) fn new(problem: &'a Problem) -> Self {
        let caps = Caps::new(problem);
        let (slots, students) = (caps.len(), problem.students());
        let search = Search {
            walls: true,
            round: 0,
            seen: vec![0; slots],
            from: vec![NONE; slots],
            by: vec![NONE; slots],
            queue: Vec::new(),
        };
        Self {
            problem,
            seat: vec![NONE; students],
            class: vec![Class::default(); students],
            movers_below: vec![0; slots],
            first_mover: vec![NONE; problem.offers()],
            next_mover: vec![NONE; students],
            last_mover: vec![NONE; students],
            closed: vec![false; slots],
            caps,
            search,
        }
    }

    /// Seats those placed by hand; nobody moves them.
    pub(crate) fn seat_fixed(&mut self) {
        for (student, &offer) in self.problem.fixed.iter().enumerate().filter(|(_, offer)| **offer != NONE) {
            self.seat[student] = offer;
            self.caps.take(offer);
        }
    }

    /// Promises the student one of a class of equal ranks if that leaves every earlier promise possible.
    pub(crate) fn promise(&mut self, student: u32, class: Class) -> bool {
        let problem = self.problem;
        let offers = &problem.wish_offer[class.range()];
        self.class[student as usize] = class;
        let roomy = offers
            .iter()
            .copied()
            .find(|offer| !self.closed[*offer as usize] && self.caps.lowest_full(*offer).is_none());
        let seat = roomy.or_else(|| self.push_way(offers, Failure::Closes));
        match seat {
            Some(offer) => self.sit(student, offer),
            None => self.class[student as usize] = Class::default(),
        }
        seat.is_some()
    }

    /// Gives the student this offer of the promised class if all other promises stay possible.
    pub(crate) fn settle(&mut self, student: u32, offer: u32) -> bool {
        let held = self.seat[student as usize];
        if held == offer {
            self.hold_still(student);
            return true;
        }
        self.stand(student);
        let room = self.caps.lowest_full(offer).is_none();
        let seat = if room { Some(offer) } else { self.push_way(&[offer], Failure::SaysNothing) };
        self.sit(student, seat.unwrap_or(held));
        if seat.is_some() {
            self.hold_still(student);
        }
        seat.is_some()
    }

    /// Makes every student movable within the promised class again, as at the end of the promises.
    pub(crate) fn reopen(&mut self) {
        for student in 0..self.seat.len() {
            if self.class[student].len() > 1 {
                self.be_mover(small(student), self.seat[student]);
            }
        }
    }

    /// Whether one more student arriving at this slot could be seated.
    pub(crate) fn gets_out(&mut self, slot: u32) -> bool {
        !self.closed[slot as usize] && self.find_way(&[slot], Failure::Closes).is_some()
    }

    /// All slots that a student arriving at these could push at. Only for slots with no way out.
    pub(crate) fn reach(&mut self, starts: &[u32]) -> &[u32] {
        self.search.begin(false);
        for start in starts {
            let out = self.arrive(*start, NONE, NONE);
            assert!(!out, "a refused offer has no way out");
        }
        let mut at = 0;
        while at < self.search.queue.len() {
            let out = self.spread(self.search.queue[at]);
            assert!(!out, "a refused offer has no way out");
            at += 1;
        }
        &self.search.queue
    }

    /// Whether the last [`Seating::reach`] came to a slot above this one.
    pub(crate) fn reached_above(&self, slot: u32) -> bool {
        self.caps.chain(slot).skip(1).any(|above| self.search.saw(above))
    }

    /// Finds a way out from one of the offers, moves everybody on it, and says at which offer room was made.
    fn push_way(&mut self, offers: &[u32], failure: Failure) -> Option<u32> {
        let mut at = self.find_way(offers, failure)?;
        // Backwards from the way out: each student on it takes the offer the search came to with them.
        loop {
            let (from, by) = (self.search.from[at as usize], self.search.by[at as usize]);
            if by != NONE {
                self.stand(by);
                self.sit(by, at);
            }
            if from == NONE {
                return Some(at);
            }
            at = from;
        }
    }

    /// The slot at which a search gets out at the top.
    fn find_way(&mut self, starts: &[u32], failure: Failure) -> Option<u32> {
        self.search.begin(failure == Failure::Closes);
        for start in starts {
            if self.arrive(*start, NONE, NONE) {
                return self.search.queue.last().copied();
            }
        }
        let mut at = 0;
        while at < self.search.queue.len() {
            if self.spread(self.search.queue[at]) {
                return self.search.queue.last().copied();
            }
            at += 1;
        }
        if failure == Failure::Closes {
            for slot in &self.search.queue {
                self.closed[*slot as usize] = true;
            }
        }
        None
    }

    /// Comes to a slot and climbs while there is room. True at the top.
    fn arrive(&mut self, slot: u32, from: u32, by: u32) -> bool {
        if self.walled(slot) || !self.search.see(slot, from, by) {
            return false;
        }
        let mut at = slot;
        while !self.caps.full(at) {
            let up = self.caps.up[at as usize];
            if up == NONE {
                return true;
            }
            if self.walled(up) || !self.search.see(up, at, NONE) {
                return false;
            }
            at = up;
        }
        false
    }

    fn walled(&self, slot: u32) -> bool {
        self.search.walls && self.closed[slot as usize]
    }

    /// Pushes at everyone below a slot who could sit elsewhere. True when that gets out at the top.
    fn spread(&mut self, slot: u32) -> bool {
        if slot >= self.caps.offers {
            return self.caps.children(slot).any(|at| {
                let child = self.caps.child(at);
                self.movers_below[child as usize] > 0 && self.arrive(child, slot, NONE)
            });
        }
        let problem = self.problem;
        let mut mover = self.first_mover[slot as usize];
        while mover != NONE {
            for offer in &problem.wish_offer[self.class[mover as usize].range()] {
                if self.arrive(*offer, slot, mover) {
                    return true;
                }
            }
            mover = self.next_mover[mover as usize];
        }
        false
    }

    fn sit(&mut self, student: u32, offer: u32) {
        self.seat[student as usize] = offer;
        self.caps.take(offer);
        if self.class[student as usize].len() > 1 {
            self.be_mover(student, offer);
        }
    }

    fn stand(&mut self, student: u32) {
        self.caps.free(self.seat[student as usize]);
        if self.class[student as usize].len() > 1 {
            self.hold_still(student);
        }
    }

    fn be_mover(&mut self, student: u32, offer: u32) {
        let next = std::mem::replace(&mut self.first_mover[offer as usize], student);
        self.next_mover[student as usize] = next;
        self.last_mover[student as usize] = NONE;
        if next != NONE {
            self.last_mover[next as usize] = student;
        }
        let mut slot = offer;
        while slot != NONE {
            self.movers_below[slot as usize] += 1;
            slot = self.caps.up[slot as usize];
        }
    }

    /// Takes the student out of the movers of the offer they sit at.
    fn hold_still(&mut self, student: u32) {
        let offer = self.seat[student as usize];
        let (last, next) = (self.last_mover[student as usize], self.next_mover[student as usize]);
        match last {
            NONE => self.first_mover[offer as usize] = next,
            last => self.next_mover[last as usize] = next,
        }
        if next != NONE {
            self.last_mover[next as usize] = last;
        }
        let mut slot = offer;
        while slot != NONE {
            self.movers_below[slot as usize] -= 1;
            slot = self.caps.up[slot as usize];
        }
    }
}

impl Search {
    fn begin(&mut self, walls: bool) {
        self.walls = walls;
        self.queue.clear();
        self.round = self.round.wrapping_add(1);
        if self.round == 0 {
            self.seen.fill(0);
            self.round = 1;
        }
    }

    fn see(&mut self, slot: u32, from: u32, by: u32) -> bool {
        if self.saw(slot) {
            return false;
        }
        self.seen[slot as usize] = self.round;
        self.from[slot as usize] = from;
        self.by[slot as usize] = by;
        self.queue.push(slot);
        true
    }

    fn saw(&self, slot: u32) -> bool {
        self.seen[slot as usize] == self.round
    }
}
