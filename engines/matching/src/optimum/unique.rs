//! Of all optima the one that is best for the draw order.
//!
//! Every optimum uses open wishes alone and keeps frozen slots full, and whatever does both is an optimum. So a
//! student can have another open seat exactly if a ring of moves leads from it back to the seat held. Students in
//! draw order each take the best rank such a ring leads to; then, in the same order, the seat of that rank with the
//! lowest tie hash.
//!
//! A ring never leaves a *knot*: a set of slots that can all be reached from each other. Knots are found once, and
//! torn apart where a search finds no way, so that most students are answered without a search.

use super::Seats;
use super::face::Face;
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
        if face.row(student).len() < 2 {
            continue;
        }
        rings.best_rank(student, net, face, seats);
        let held = seats.held[student as usize].class;
        face.keep(student, |entry| entry.class == held);
        if face.row(student).len() == 1 {
            seats.settle(student);
        }
    }
    let mut tied = Vec::new();
    for student in order {
        if face.row(student).len() < 2 {
            continue;
        }
        tied.clear();
        tied.extend(face.row(student).iter().map(|entry| entry.seat));
        ties.sort(problem, face.student[student as usize], &mut tied);
        for seat in &tied {
            if rings.take(student, *seat, net, face, seats) {
                break;
            }
        }
        let held = seats.held[student as usize].seat;
        face.keep(student, |entry| entry.seat == held);
        seats.settle(student);
    }
    let mut wish = vec![NONE; problem.students()];
    for ((here, student), held) in (0..).zip(&face.student).zip(&seats.held) {
        wish[*student as usize] = face.find(here, held.seat).map_or(NONE, |at| face.wish[at]);
    }
    wish
}

/// How a search came to a slot.
#[derive(Clone, Copy)]
enum Via {
    Slot(u32),
    Student(u32),
}

struct Rings {
    knot: Vec<u32>,
    knots: u32,
    round: u32,
    seen: Vec<u32>,
    via: Vec<Via>,
    queue: Vec<u32>,
}

impl Rings {
    fn new(net: &Net, face: &Face, seats: &Seats) -> Self {
        let (knot, knots) = Ways::new(net, face, seats).knots();
        let slots = net.slots();
        Self { knot, knots, round: 0, seen: vec![0; slots], via: vec![Via::Slot(NONE); slots], queue: Vec::new() }
    }

    /// Moves a student to a seat of the best rank there is a ring to.
    fn best_rank(&mut self, student: u32, net: &mut Net, face: &Face, seats: &mut Seats) {
        let held = seats.held[student as usize].class;
        let better = face.row(student).iter().take_while(|entry| entry.class != held);
        let _found = better.copied().any(|entry| self.take(student, entry.seat, net, face, seats));
    }

    /// Moves a student to a seat if there is a ring to it, and everybody on the ring with it.
    fn take(&mut self, student: u32, seat: u32, net: &mut Net, face: &Face, seats: &mut Seats) -> bool {
        let held = seats.held[student as usize].seat;
        if held == seat {
            return true;
        }
        if self.knot[seat as usize] != self.knot[held as usize] {
            return false;
        }
        if self.search(seat, held, net, face, seats) {
            self.turn(student, held, net, face, seats);
            return true;
        }
        for reached in &self.queue {
            self.knot[*reached as usize] = self.knots;
        }
        self.knots += 1;
        false
    }

    /// Whether somebody who comes to `start` can make others move until one takes the seat `goal`.
    fn search(&mut self, start: u32, goal: u32, net: &Net, face: &Face, seats: &Seats) -> bool {
        self.round += 1;
        self.queue.clear();
        let knot = self.knot[goal as usize];
        self.see(start, Via::Slot(NONE), knot);
        let mut at = 0;
        while let Some(slot) = self.queue.get(at).copied() {
            at += 1;
            if net.is_seat(slot) {
                for student in seats.sitting.at(slot) {
                    for entry in face.row(*student) {
                        self.see(entry.seat, Via::Student(*student), knot);
                    }
                }
            } else {
                for child in net.children(slot) {
                    if !net.frozen[*child as usize] && net.load[*child as usize] > 0 {
                        self.see(*child, Via::Slot(slot), knot);
                    }
                }
            }
            if !net.full(slot) && slot != net.top {
                self.see(net.up[slot as usize], Via::Slot(slot), knot);
            }
            if self.seen[goal as usize] == self.round {
                return true;
            }
        }
        false
    }

    fn see(&mut self, slot: u32, via: Via, knot: u32) {
        if self.seen[slot as usize] != self.round && self.knot[slot as usize] == knot {
            self.seen[slot as usize] = self.round;
            self.via[slot as usize] = via;
            self.queue.push(slot);
        }
    }

    /// The student stands up, everybody on the ring found moves one step, and the student takes the seat left.
    fn turn(&mut self, student: u32, goal: u32, net: &mut Net, face: &Face, seats: &mut Seats) {
        seats.stand(student);
        net.free(goal);
        let mut slot = goal;
        loop {
            match self.via[slot as usize] {
                Via::Slot(NONE) => break,
                Via::Slot(before) => slot = before,
                Via::Student(moved) => {
                    let left = seats.sit(net, face, moved, slot);
                    slot = left.unwrap_or(NONE);
                }
            }
        }
        seats.sit(net, face, student, slot);
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
                let open = |child: &&u32| !net.frozen[**child as usize] && net.load[**child as usize] > 0;
                ways.next.extend(net.children(slot).iter().filter(open));
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
