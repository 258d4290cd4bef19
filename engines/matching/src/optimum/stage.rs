//! One objective, minimised: a primal-dual search on prices.
//!
//! Every slot has a *price*: what it costs the others to squeeze one more student in there. A student pays the price
//! of the seat and the cost of the wish; a wish is *tight* when no other costs the student less in all. Students who
//! could do better stand up and leave a *ghost* in their seat. From each of them grows a tree: along tight wishes to
//! seats, from full seats to those who sit there and their other tight wishes, up from slots with room, and down to
//! slots of the same price. Where a tree comes upon a ghost, everybody on the way moves one step, the ghost is gone,
//! and so is the tree: what stood in it is taken into other trees where they can reach it. When no tree grows any
//! more, everything in the trees becomes dearer by the least step that opens a new way.
//!
//! Nobody goes in or out between a slot and the one above unless they cost the same, so a slot that is dearer stays
//! full: prices and seating prove each other's optimality throughout.

mod nearest;

use super::Seats;
use super::face::{Entry, Face, Wishers};
use super::net::Net;
use crate::ids::small;
use crate::problem::NONE;
use nearest::Steps;

/// What a stage costs: by rank, with staying unplaced at 0.
pub(crate) type Table = [i64];

pub(crate) struct Stage<'a> {
    net: &'a mut Net,
    face: &'a Face,
    wishers: &'a Wishers,
    seats: &'a mut Seats,
    table: &'a Table,
    /// Of one more at the slot, those above included.
    price: Vec<i64>,
    ghosts_below: Vec<u32>,
    /// How often prices have been raised, from 1; and when a slot was last found to have no ghost within reach.
    raised: u32,
    barren: Vec<u32>,
    /// How much dearer the trees have become in all.
    level: i64,
    /// Before this level nobody who sits at a slot of a tree has another tight wish. [`UNSEEN`] until looked at.
    opens: Vec<i64>,
    roots: Vec<Root>,
    /// The root each student is, if any.
    root_of: Vec<u32>,
    standing: usize,
    forest: Forest,
    /// Whether trees alone would be slow.
    by_steps: bool,
    steps: Steps,
    /// Wishes and slots that the next step of prices makes tight.
    opening: Vec<Opening>,
}

/// A student who stood up.
#[derive(Clone, Copy)]
struct Root {
    student: u32,
    /// What the best wish costs in all.
    pays: i64,
    /// Before this level there is no other tight wish.
    opens: i64,
    seated: bool,
}

/// Nobody has looked since the slot came into its tree, or since somebody came to sit there.
const UNSEEN: i64 = i64::MIN;

/// How a tree came to a slot.
#[derive(Clone, Copy)]
enum Via {
    /// From the slot above or below.
    Slot(u32),
    /// With a student who would move here.
    Student(u32),
}

/// A ghost can be reached from `slot`, to which the tree came by `via`.
struct Way {
    slot: u32,
    via: Via,
    ghost: u32,
}

struct Opening {
    slot: u32,
    via: Via,
    root: u32,
}

/// The slots in trees.
struct Forest {
    root: Vec<u32>,
    via: Vec<Via>,
    /// In the order they were reached; those before `grown` have been asked for more.
    slots: Vec<u32>,
    grown: usize,
}

impl<'a> Stage<'a> {
    /// Moves students to an optimum of this table among the open wishes, and returns its prices, one for each slot.
    pub(crate) fn run(
        net: &'a mut Net,
        face: &'a Face,
        wishers: &'a Wishers,
        seats: &'a mut Seats,
        table: &'a Table,
    ) -> Vec<i64> {
        let slots = net.slots();
        let mut stage = Self {
            price: vec![0; slots],
            ghosts_below: vec![0; slots],
            raised: 1,
            barren: vec![0; slots],
            level: 0,
            opens: vec![UNSEEN; slots],
            roots: Vec::new(),
            root_of: vec![NONE; face.student.len()],
            standing: 0,
            forest: Forest { root: vec![NONE; slots], via: vec![Via::Slot(NONE); slots], slots: Vec::new(), grown: 0 },
            by_steps: two_costs(table),
            steps: Steps::new(slots),
            opening: Vec::new(),
            net,
            face,
            wishers,
            seats,
            table,
        };
        stage.stand_up();
        stage.ask_roots();
        loop {
            stage.grow();
            if stage.standing == 0 {
                break;
            }
            if !stage.prune() {
                stage.raise();
            }
        }
        let top = stage.price[stage.net.top as usize];
        stage.price.iter_mut().for_each(|price| *price -= top);
        stage.price
    }

    fn cost(&self, entry: Entry) -> i64 {
        self.table[usize::from(entry.class)]
    }

    fn pays(&self, entry: Entry) -> i64 {
        self.price[entry.seat as usize] + self.cost(entry)
    }

    /// Everybody who holds a dearer wish than another one.
    fn stand_up(&mut self) {
        for student in self.face.torn.iter().copied() {
            let held = self.seats.held[student as usize];
            let least = self.face.row(student).iter().map(|entry| self.cost(*entry)).min();
            if let Some(pays) = least.filter(|least| *least < self.cost(held)) {
                self.root_of[student as usize] = small(self.roots.len());
                self.roots.push(Root { student, pays, opens: UNSEEN, seated: false });
                self.seats.stand(student);
                let mut slot = held.seat;
                while slot != NONE {
                    self.ghosts_below[slot as usize] += 1;
                    slot = self.net.up[slot as usize];
                }
            }
        }
        self.standing = self.roots.len();
    }

    fn ask_roots(&mut self) {
        for root in 0..small(self.roots.len()) {
            let Root { student, pays, seated, .. } = self.roots[root as usize];
            if !seated {
                self.ask(student, pays, root);
            }
        }
    }

    /// Lets every tree grow until none can.
    fn grow(&mut self) {
        while let Some(slot) = self.forest.slots.get(self.forest.grown).copied() {
            self.forest.grown += 1;
            let root = self.forest.root[slot as usize];
            if !self.roots[root as usize].seated {
                self.spread(slot, root);
            }
        }
    }

    /// Follows the tight wishes of a student who pays so much. True when that found the root a seat.
    fn ask(&mut self, student: u32, pays: i64, root: u32) -> bool {
        let face = self.face;
        face.row(student)
            .iter()
            .any(|entry| self.pays(*entry) == pays && self.arrive(entry.seat, Via::Student(student), root))
    }

    /// Goes on from a slot: to those who sit there, or down to slots of the same price.
    fn spread(&mut self, slot: u32, root: u32) {
        if self.net.is_seat(slot) {
            for at in 0..self.seats.sitting.at(slot).len() {
                let student = self.seats.sitting.at(slot)[at];
                if self.ask(student, self.paid(student), root) {
                    return;
                }
            }
            return;
        }
        for at in 0..self.net.children(slot).len() {
            let child = self.net.children(slot)[at];
            if self.open(child) && self.arrive(child, Via::Slot(slot), root) {
                return;
            }
        }
    }

    fn paid(&self, student: u32) -> i64 {
        self.pays(self.seats.held[student as usize])
    }

    /// Whether students may come in from the slot above.
    fn open(&self, slot: u32) -> bool {
        !self.net.frozen[slot as usize] && self.price[slot as usize] == self.price[self.net.up[slot as usize] as usize]
    }

    /// Comes to a slot and climbs while there is room, past other trees too. True when the root got a seat.
    fn arrive(&mut self, slot: u32, via: Via, root: u32) -> bool {
        let (mut at, mut by, mut ours) = (slot, via, true);
        loop {
            if let Some(ghost) = self.ghost_below(at) {
                self.go(Way { slot, via, ghost }, root);
                return true;
            }
            // What hangs on another tree's slot is for that tree to take.
            if ours && self.forest.root[at as usize] == NONE {
                self.forest.add(at, by, root);
                self.opens[at as usize] = UNSEEN;
            }
            ours = ours && self.forest.root[at as usize] == root;
            if self.net.full(at) || at == self.net.top {
                return false;
            }
            by = Via::Slot(at);
            at = self.net.up[at as usize];
        }
    }

    /// A ghost at this slot, or below it where slots cost the same.
    fn ghost_below(&mut self, slot: u32) -> Option<u32> {
        if self.ghosts_below[slot as usize] == 0 || self.barren[slot as usize] == self.raised {
            return None;
        }
        if self.net.is_seat(slot) {
            return Some(slot);
        }
        // Nowhere is the last one under the top, and the seat most ghosts are in.
        for at in (0..self.net.children(slot).len()).rev() {
            let child = self.net.children(slot)[at];
            if self.ghosts_below[child as usize] > 0 && self.open(child) {
                let ghost = self.ghost_below(child);
                if ghost.is_some() {
                    return ghost;
                }
            }
        }
        // Ghosts only go, and what is open stays so until prices change.
        self.barren[slot as usize] = self.raised;
        None
    }

    /// Everybody on the way moves one step; the ghost at its end is gone.
    fn go(&mut self, way: Way, root: u32) {
        self.roots[root as usize].seated = true;
        self.root_of[self.roots[root as usize].student as usize] = NONE;
        self.standing -= 1;
        let mut slot = way.ghost;
        while slot != NONE {
            self.ghosts_below[slot as usize] -= 1;
            slot = self.net.up[slot as usize];
        }
        self.net.free(way.ghost);
        let (mut slot, mut via) = (way.slot, way.via);
        loop {
            match via {
                Via::Slot(before) => slot = before,
                Via::Student(student) => {
                    self.opens[slot as usize] = UNSEEN;
                    let Some(left) = self.seats.sit(self.net, self.face, student, slot) else { return };
                    slot = left;
                }
            }
            via = self.forest.via[slot as usize];
        }
    }

    /// Clears away the trees of those who got a seat, and lets others take what stood in them. False when there were
    /// none.
    fn prune(&mut self) -> bool {
        let roots = &self.roots;
        let forest = &mut self.forest;
        let mut left = Vec::new();
        forest.slots.retain(|slot| {
            let root = forest.root[*slot as usize];
            if roots[root as usize].seated {
                forest.root[*slot as usize] = NONE;
                left.push(*slot);
            }
            !roots[root as usize].seated
        });
        if left.len() * 4 > self.net.slots() {
            self.plant_anew();
            return true;
        }
        forest.grown = forest.slots.len();
        for slot in &left {
            if self.forest.root[*slot as usize] == NONE {
                self.regraft(*slot);
            }
        }
        !left.is_empty()
    }

    /// Starts a new forest from those who stand.
    fn plant_anew(&mut self) {
        for slot in self.forest.slots.drain(..) {
            self.forest.root[slot as usize] = NONE;
        }
        self.forest.grown = 0;
        for root in &mut self.roots {
            root.opens = UNSEEN;
        }
        if self.by_steps {
            self.seat_nearest();
        }
        self.ask_roots();
    }

    /// Takes a slot into a tree that can reach it.
    fn regraft(&mut self, slot: u32) {
        if slot != self.net.top && self.open(slot) {
            let up = self.net.up[slot as usize];
            if let Some(root) = self.forest.alive(up, &self.roots) {
                self.arrive(slot, Via::Slot(up), root);
                return;
            }
        }
        if self.net.is_seat(slot) {
            let wishers = self.wishers;
            for wisher in wishers.of(slot) {
                let student = wisher.student;
                let held = self.seats.held[student as usize];
                let (root, pays, opens) = match held.seat {
                    NONE => {
                        let root = self.root_of[student as usize];
                        let Root { pays, opens, .. } = &mut self.roots[root as usize];
                        (root, *pays, opens)
                    }
                    seat => {
                        let Some(root) = self.forest.alive(seat, &self.roots) else { continue };
                        (root, self.pays(held), &mut self.opens[seat as usize])
                    }
                };
                let slack = self.price[slot as usize] + self.table[usize::from(wisher.class)] - pays;
                if slack == 0 {
                    self.arrive(slot, Via::Student(student), root);
                    return;
                }
                *opens = (*opens).min(self.level + slack);
            }
        } else {
            for at in 0..self.net.children(slot).len() {
                let child = self.net.children(slot)[at];
                if !self.net.full(child)
                    && let Some(root) = self.forest.alive(child, &self.roots)
                {
                    self.arrive(slot, Via::Slot(child), root);
                    return;
                }
            }
        }
    }

    /// Everything in the trees becomes dearer by the least step that makes something new tight.
    fn raise(&mut self) {
        let least = loop {
            let limit = self.least_to_come();
            let least = self.look_out(limit);
            if least <= limit {
                break least;
            }
        };
        self.level += least;
        self.raised += 1;
        for slot in &self.forest.slots {
            self.price[*slot as usize] += least;
        }
        for root in &mut self.roots {
            root.pays += least;
        }
        for Opening { slot, via, root } in std::mem::take(&mut self.opening) {
            if !self.roots[root as usize].seated {
                self.arrive(slot, via, root);
            }
        }
    }

    /// No step that somebody has looked out for is smaller.
    fn least_to_come(&self) -> i64 {
        let roots = self.roots.iter().filter(|root| !root.seated).map(|root| root.opens);
        let slots = self.forest.slots.iter().map(|slot| self.opens[*slot as usize]);
        let least = roots.chain(slots).filter(|opens| *opens != UNSEEN).min();
        least.map_or(i64::MAX, |least| least - self.level)
    }

    /// The least step that opens something, among what opens within `limit` and what nobody has looked at, and what
    /// it opens.
    fn look_out(&mut self, limit: i64) -> i64 {
        let mut least = i64::MAX;
        let until = self.level.saturating_add(limit);
        self.opening.clear();
        for root in 0..small(self.roots.len()) {
            let Root { student, pays, opens, seated } = self.roots[root as usize];
            if !seated && opens <= until {
                self.roots[root as usize].opens = self.look_out_for(student, pays, root, &mut least);
            }
        }
        for at in 0..self.forest.slots.len() {
            let slot = self.forest.slots[at];
            let root = self.forest.root[slot as usize];
            if self.net.is_seat(slot) {
                if self.opens[slot as usize] <= until {
                    let mut opens = i64::MAX;
                    for at in 0..self.seats.sitting.at(slot).len() {
                        let student = self.seats.sitting.at(slot)[at];
                        opens = opens.min(self.look_out_for(student, self.paid(student), root, &mut least));
                    }
                    self.opens[slot as usize] = opens;
                }
                continue;
            }
            self.opens[slot as usize] = i64::MAX;
            for child in self.net.children(slot) {
                if self.forest.root[*child as usize] == NONE && !self.net.frozen[*child as usize] {
                    let slack = self.price[*child as usize] - self.price[slot as usize];
                    self.opening.offer(slack, &mut least, Opening { slot: *child, via: Via::Slot(slot), root });
                }
            }
        }
        least
    }

    /// The level at which the first other wish of a student becomes tight. What is nearest of all is noted.
    fn look_out_for(&mut self, student: u32, pays: i64, root: u32, least: &mut i64) -> i64 {
        let mut nearest = i64::MAX;
        for entry in self.face.row(student) {
            let slack = self.pays(*entry) - pays;
            if slack <= nearest.max(*least) && self.forest.root[entry.seat as usize] == NONE {
                nearest = nearest.min(slack);
                self.opening.offer(slack, least, Opening { slot: entry.seat, via: Via::Student(student), root });
            }
        }
        nearest.saturating_add(self.level)
    }
}

fn two_costs(table: &Table) -> bool {
    let (least, most) = (table.iter().min(), table.iter().max());
    table.iter().all(|cost| Some(cost) == least || Some(cost) == most)
}

trait Least {
    fn offer(&mut self, slack: i64, least: &mut i64, opening: Opening);
}

impl Least for Vec<Opening> {
    fn offer(&mut self, slack: i64, least: &mut i64, opening: Opening) {
        if slack < *least {
            *least = slack;
            self.clear();
        }
        if slack == *least {
            self.push(opening);
        }
    }
}

impl Forest {
    fn add(&mut self, slot: u32, via: Via, root: u32) {
        self.root[slot as usize] = root;
        self.via[slot as usize] = via;
        self.slots.push(slot);
    }

    /// The root of the tree a slot stands in, unless that root has a seat by now.
    fn alive(&self, slot: u32, roots: &[Root]) -> Option<u32> {
        let root = self.root[slot as usize];
        (root != NONE && !roots[root as usize].seated).then_some(root)
    }
}
