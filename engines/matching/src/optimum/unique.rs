//! Of all optima the one that is best for the draw order.
//!
//! Every optimum uses open wishes alone and keeps frozen slots full, and whatever does both is an optimum. So a
//! student can have another open seat exactly if a ring of moves leads from it back to the seat held. Students in
//! draw order each take the best rank such a ring leads to; then, in the same order, the seat of that rank with the
//! lowest tie hash.
//!
//! A ring never leaves a *knot*: a set of slots that can all be reached from each other. Knots are found once, and
//! torn apart where a search finds no way, so that most students are answered without a search. A search goes from
//! both ends at once, so that one that fails costs no more than the smaller part it tears off.

use super::Seats;
use super::face::{Face, Wishers};
use super::net::Net;
use crate::draw::TieKey;
use crate::ids::small;
use crate::problem::{NONE, Problem};

/// Gives everybody the one answer and returns the wish each student of the problem got.
pub(crate) fn settle(
    problem: &Problem,
    net: &mut Net,
    face: &mut Face,
    seats: &mut Seats,
    order: &[u32],
    ties: &TieKey,
) -> Vec<u32> {
    let mut here = vec![NONE; problem.students()];
    for (at, student) in (0..).zip(&face.student) {
        here[*student as usize] = at;
    }
    let order: Vec<u32> = order.iter().map(|student| here[*student as usize]).collect();
    let mut rings = Rings::new(net, face, seats);
    for student in order.iter().copied() {
        if rings.chooses(student) {
            rings.best_rank(student);
        }
    }
    let mut tied = Vec::new();
    for student in order {
        if rings.chooses(student) {
            tied.clear();
            tied.extend(rings.face.row(student).iter().map(|entry| entry.seat));
            ties.sort(problem, rings.face.student[student as usize], &mut tied);
            rings.first_of(student, &tied);
        }
    }
    let mut wish = vec![NONE; problem.students()];
    for ((here, student), held) in (0..).zip(&face.student).zip(&seats.held) {
        wish[*student as usize] = face.find(here, held.seat).map_or(NONE, |at| face.wish[at]);
    }
    wish
}

struct Rings<'a> {
    net: &'a mut Net,
    face: &'a mut Face,
    seats: &'a mut Seats,
    /// Of wishes that were open in the beginning.
    wishers: Wishers,
    knot: Vec<u32>,
    knots: u32,
    round: u32,
    onward: Half,
    backward: Half,
}

/// One half of a search, from the seat wanted onward or from the seat held backward. Both look at equally many ways,
/// so that a ring is found where they meet, and no ring once the smaller half is at its end.
struct Half {
    /// The round in which each slot was last come to, and how.
    seen: Vec<u32>,
    way: Vec<Way>,
    queue: Vec<u32>,
    asked: usize,
    looked: usize,
}

/// How a half came to a slot.
#[derive(Clone, Copy)]
struct Way {
    from: u32,
    /// The student who moves between the two; [`NONE`] from a slot to the one above or below.
    by: u32,
}

const BEGINNING: Way = Way { from: NONE, by: NONE };

impl Half {
    fn new(slots: usize) -> Self {
        Self { seen: vec![0; slots], way: vec![BEGINNING; slots], queue: Vec::new(), asked: 0, looked: 0 }
    }

    fn begin(&mut self, slot: u32, round: u32) {
        self.queue.clear();
        (self.asked, self.looked) = (0, 0);
        self.see(slot, BEGINNING, round);
    }

    fn see(&mut self, slot: u32, way: Way, round: u32) {
        if self.seen[slot as usize] != round {
            self.seen[slot as usize] = round;
            self.way[slot as usize] = way;
            self.queue.push(slot);
        }
    }
}

impl<'a> Rings<'a> {
    fn new(net: &'a mut Net, face: &'a mut Face, seats: &'a mut Seats) -> Self {
        let (knot, knots) = Ways::new(net, face, seats).knots();
        let (wishers, slots) = (Wishers::new(face, net), net.slots());
        let (onward, backward) = (Half::new(slots), Half::new(slots));
        Self { net, face, seats, wishers, knot, knots, round: 0, onward, backward }
    }

    fn chooses(&self, student: u32) -> bool {
        self.face.row(student).len() > 1
    }

    /// Moves a student to a seat of the best rank there is a ring to, and closes all other ranks.
    fn best_rank(&mut self, student: u32) {
        let held = self.seats.held[student as usize].class;
        let better = self.face.row(student).iter().take_while(|entry| entry.class != held).count();
        let _found = (0..better).any(|at| self.take(student, self.face.row(student)[at].seat));
        let held = self.seats.held[student as usize].class;
        self.face.keep(student, |entry| entry.class == held);
        if !self.chooses(student) {
            self.seats.settle(student);
        }
    }

    /// Moves a student to the first of these seats there is a ring to, and closes all others.
    fn first_of(&mut self, student: u32, seats: &[u32]) {
        let _found = seats.iter().any(|seat| self.take(student, *seat));
        let held = self.seats.held[student as usize].seat;
        self.face.keep(student, |entry| entry.seat == held);
        self.seats.settle(student);
    }

    /// Moves a student to a seat if there is a ring to it, and everybody on the ring with it.
    fn take(&mut self, student: u32, seat: u32) -> bool {
        let held = self.seats.held[student as usize].seat;
        if held == seat {
            return true;
        }
        let knot = self.knot[seat as usize];
        if knot != self.knot[held as usize] {
            return false;
        }
        self.round += 1;
        self.onward.begin(seat, self.round);
        self.backward.begin(held, self.round);
        loop {
            let onward = self.onward.looked <= self.backward.looked;
            let half = if onward { &mut self.onward } else { &mut self.backward };
            let Some(slot) = half.queue.get(half.asked).copied() else {
                self.tear(onward);
                return false;
            };
            half.asked += 1;
            let met = if onward { self.look_onward(slot, knot) } else { self.look_backward(slot, knot) };
            if let Some(met) = met {
                self.turn(student, held, met);
                return true;
            }
        }
    }

    /// What one half came to is a knot of its own: no ring leads in or out.
    fn tear(&mut self, onward: bool) {
        let half = if onward { &self.onward } else { &self.backward };
        for slot in &half.queue {
            self.knot[*slot as usize] = self.knots;
        }
        self.knots += 1;
    }

    /// Comes to the slots where somebody who comes to this one can make others go. Some if the other half was there.
    fn look_onward(&mut self, slot: u32, knot: u32) -> Option<u32> {
        let Self { net, face, seats, knot: of, onward, backward, round, .. } = self;
        let mut met = None;
        let mut see = |next: u32, by: u32| {
            onward.looked += 1;
            if of[next as usize] == knot {
                onward.see(next, Way { from: slot, by }, *round);
                met = met.or((backward.seen[next as usize] == *round).then_some(next));
            }
        };
        if net.is_seat(slot) {
            for student in seats.sitting.at(slot) {
                face.row(*student).iter().for_each(|entry| see(entry.seat, *student));
            }
        } else {
            net.children(slot).iter().filter(|child| net.gives(**child)).for_each(|child| see(*child, NONE));
        }
        if slot != net.top && !net.full(slot) {
            see(net.up[slot as usize], NONE);
        }
        met
    }

    /// Comes to the slots from where somebody can be made to go to this one. Some if the other half was there.
    fn look_backward(&mut self, slot: u32, knot: u32) -> Option<u32> {
        let Self { net, face, seats, wishers, knot: of, onward, backward, round, .. } = self;
        let mut met = None;
        let mut see = |before: u32, by: u32| {
            backward.looked += 1;
            let open = || by == NONE || face.find(by, slot).is_some();
            if of[before as usize] == knot && backward.seen[before as usize] != *round && open() {
                backward.see(before, Way { from: slot, by }, *round);
                met = met.or((onward.seen[before as usize] == *round).then_some(before));
            }
        };
        for wisher in wishers.of(slot) {
            see(seats.held[wisher.student as usize].seat, wisher.student);
        }
        net.children(slot).iter().filter(|child| !net.full(**child)).for_each(|child| see(*child, NONE));
        if slot != net.top && net.gives(slot) {
            see(net.up[slot as usize], NONE);
        }
        met
    }

    /// The student stands up, everybody on the ring found moves one step, and the student takes the seat left.
    fn turn(&mut self, student: u32, held: u32, met: u32) {
        // The second half of the ring, as if the first had come there.
        let mut slot = met;
        while slot != held {
            let Way { from: next, by } = self.backward.way[slot as usize];
            self.onward.way[next as usize] = Way { from: slot, by };
            slot = next;
        }
        self.seats.stand(student);
        self.net.free(held);
        while let Way { from, by } = self.onward.way[slot as usize]
            && from != NONE
        {
            if by != NONE {
                self.seats.sit(self.net, self.face, by, slot);
            }
            slot = from;
        }
        self.seats.sit(self.net, self.face, student, slot);
    }
}

/// Where somebody who comes to a slot can make others go: slots next to each slot, one list after the other.
struct Ways {
    start: Vec<u32>,
    next: Vec<u32>,
}

impl Ways {
    fn new(net: &Net, face: &Face, seats: &Seats) -> Self {
        let mut ways = Self { start: vec![0], next: Vec::new() };
        for slot in 0..small(net.slots()) {
            if net.is_seat(slot) {
                for student in seats.sitting.at(slot) {
                    ways.next.extend(face.row(*student).iter().map(|entry| entry.seat));
                }
            } else {
                ways.next.extend(net.children(slot).iter().filter(|child| net.gives(**child)));
            }
            if slot != net.top && !net.full(slot) {
                ways.next.push(net.up[slot as usize]);
            }
            ways.start.push(small(ways.next.len()));
        }
        ways
    }

    /// The knot of each slot, and how many there are: strongly connected components, by Tarjan's one pass.
    fn knots(&self) -> (Vec<u32>, u32) {
        let slots = self.start.len() - 1;
        let mut cursor = self.start.clone();
        let (mut knot, mut knots) = (vec![NONE; slots], 0);
        // When each slot was met, and the earliest slot on the stack that it can go back to.
        let (mut met, mut back) = (vec![NONE; slots], vec![NONE; slots]);
        let (mut path, mut stack, mut time) = (Vec::new(), Vec::new(), 0);
        for first in 0..small(slots) {
            if met[first as usize] != NONE {
                continue;
            }
            path.push(first);
            while let Some(&slot) = path.last() {
                let at = slot as usize;
                if met[at] == NONE {
                    (met[at], back[at]) = (time, time);
                    time += 1;
                    stack.push(slot);
                }
                if cursor[at] < self.start[at + 1] {
                    let next = self.next[cursor[at] as usize] as usize;
                    cursor[at] += 1;
                    if met[next] == NONE {
                        path.push(small(next));
                    } else if knot[next] == NONE {
                        back[at] = back[at].min(met[next]);
                    }
                    continue;
                }
                path.pop();
                if let Some(before) = path.last() {
                    back[*before as usize] = back[*before as usize].min(back[at]);
                }
                if back[at] == met[at] {
                    while let Some(member) = stack.pop() {
                        knot[member as usize] = knots;
                        if member == slot {
                            break;
                        }
                    }
                    knots += 1;
                }
            }
        }
        (knot, knots)
    }
}
