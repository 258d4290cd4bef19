//! What is to be solved: students, their wishes, offers with seats, a forest of capacities above them, and those
//! who are placed already. A [`Problem`] that exists is sound, so that no mechanism has to look twice.

mod builder;
mod complete;
mod consider;
mod extras;
mod faults;
mod parts;
mod wishes;

pub use builder::Builder;
pub(crate) use consider::LeftOut;
pub use consider::{BanReason, Because};
pub(crate) use extras::Kinds;
pub use faults::{Kind, ProblemError};
pub(crate) use parts::{PartFault, Parts};
pub(crate) use wishes::RawWish;

use crate::ids::{Ids, small};
use extras::Extras;
pub(crate) use extras::KindNumbers;
use serde::Serialize;

/// Stands for "none" where a number is kept small.
pub(crate) const NONE: u32 = u32::MAX;

/// Stands for travel that is not known.
pub(crate) const NO_TRAVEL: u16 = u16::MAX;

/// A student by number, counted from 0 in the order of [`Builder::student`] or of the file's rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Student(pub(crate) u32);

/// An offer (`place_id` in files) by number, counted from 0 in the order of [`Builder::offer`] or of the file's rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Offer(pub(crate) u32);

/// A node of the forest of capacities (`host_id` in files) by number, counted from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Node(pub(crate) u32);

impl Student {
    /// The number as an index into the outcome's lists.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}
impl Offer {
    /// The number as an index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}
impl Node {
    /// The number as an index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// One wish of a student. Rank 1 is the dearest; equal ranks are a tie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    /// The offer wished for.
    pub offer: Offer,
    /// 1 is the dearest.
    pub rank: u16,
    /// The host's own class for this student at this offer; 0 goes first. Counts in `priority` alone.
    pub prio: u16,
    /// Minutes of travel, if known. Reported, and a limit may be set on it.
    pub travel_min: Option<u16>,
}

/// A sound problem. Make one with [`Builder`].
#[derive(Clone, Debug)]
pub struct Problem {
    pub(crate) node_ids: Ids,
    pub(crate) node_up: Vec<u32>,
    pub(crate) node_cap: Vec<u32>,
    pub(crate) node_level: Vec<u16>,
    pub(crate) levels: Vec<String>,
    pub(crate) offer_ids: Ids,
    pub(crate) offer_node: Vec<u32>,
    pub(crate) offer_seats: Vec<u32>,
    pub(crate) student_ids: Ids,
    pub(crate) turn: Vec<u8>,
    pub(crate) lottery: Vec<u64>,
    pub(crate) fixed: Vec<u32>,
    pub(crate) group: Vec<u32>,
    pub(crate) group_ids: Ids,
    pub(crate) wish_start: Vec<u32>,
    pub(crate) wish_offer: Vec<u32>,
    pub(crate) wish_rank: Vec<u16>,
    pub(crate) wish_prio: Vec<u16>,
    pub(crate) wish_travel: Vec<u16>,
    /// Whole rank steps for each wish, fewer are better; empty when there are no soft terms.
    pub(crate) wish_soft: Vec<i32>,
    /// Whose placing counts first; empty when nobody is protected.
    pub(crate) protected: Vec<bool>,
    pub(crate) extras: Extras,
}

impl Problem {
    /// No capacity is larger: the number above it stands for "no bound".
    pub const CAPACITY_MAX: u32 = u32::MAX - 1;
    /// No rank is larger.
    pub const RANK_MAX: u16 = u16::MAX;
    /// No travel is longer, in minutes.
    pub const TRAVEL_MAX: u16 = NO_TRAVEL - 1;
    /// No priority class is larger.
    pub const PRIO_MAX: u16 = u16::MAX;
    /// No soft term is further from 0, in rank steps.
    pub const SOFT_MAX: i32 = 10_000;
    /// No outside id or level name is longer.
    pub const ID_BYTES_MAX: usize = 200;
    /// No node has so many others above it: a seat is counted at each.
    pub const DEPTH_MAX: usize = 32;
    /// At most so many nodes, offers, students or wishes, each.
    pub const ROWS_MAX: usize = 20_000_000;

    /// Number of students.
    pub fn students(&self) -> usize {
        self.student_ids.len()
    }
    /// Number of offers.
    pub fn offers(&self) -> usize {
        self.offer_ids.len()
    }
    /// Number of nodes above the offers.
    pub fn nodes(&self) -> usize {
        self.node_ids.len()
    }
    /// Number of wishes of all students together.
    pub fn wishes(&self) -> usize {
        self.wish_offer.len()
    }
    /// The students in the order they were given.
    pub fn each_student(&self) -> impl Iterator<Item = Student> + use<> {
        (0..small(self.students())).map(Student)
    }
    /// The offers in the order they were given.
    pub fn each_offer(&self) -> impl Iterator<Item = Offer> + use<> {
        (0..small(self.offers())).map(Offer)
    }
    /// The nodes in the order they were given.
    pub fn each_node(&self) -> impl Iterator<Item = Node> + use<> {
        (0..small(self.nodes())).map(Node)
    }
    /// The outside id of a student.
    pub fn student_id(&self, student: Student) -> &str {
        self.student_ids.get(student.index())
    }
    /// The outside id of an offer.
    pub fn offer_id(&self, offer: Offer) -> &str {
        self.offer_ids.get(offer.index())
    }
    /// The outside id of a node.
    pub fn node_id(&self, node: Node) -> &str {
        self.node_ids.get(node.index())
    }
    /// The level a node stands at, for instance `site` or `region`.
    pub fn level(&self, node: Node) -> &str {
        &self.levels[usize::from(self.node_level[node.index()])]
    }
    /// The bound on all students below a node, if it has one of its own.
    pub fn cap(&self, node: Node) -> Option<u32> {
        let cap = self.node_cap[node.index()];
        (cap != NONE).then_some(cap)
    }
    /// The seats of an offer.
    pub fn seats(&self, offer: Offer) -> u32 {
        self.offer_seats[offer.index()]
    }
    /// The node an offer hangs under.
    pub fn node_of(&self, offer: Offer) -> Node {
        Node(self.offer_node[offer.index()])
    }
    /// The node above a node; none for a root.
    pub fn parent(&self, node: Node) -> Option<Node> {
        some(self.node_up[node.index()]).map(Node)
    }
    /// Where a student was placed by hand before the run.
    pub fn fixed(&self, student: Student) -> Option<Offer> {
        some(self.fixed[student.index()]).map(Offer)
    }
    /// The student's lottery number; lower goes first within a turn.
    pub fn lottery(&self, student: Student) -> u64 {
        self.lottery[student.index()]
    }
    /// The student's turn class; lower goes first. 0 unless the round has early choice numbers.
    pub fn turn(&self, student: Student) -> u8 {
        self.turn[student.index()]
    }
    /// The id of the group a student wants to share a site with, if any.
    pub fn group(&self, student: Student) -> Option<&str> {
        some(self.group[student.index()]).map(|group| self.group_ids.get(group as usize))
    }
    /// Whether the student's placing counts before everybody else's.
    pub fn protected(&self, student: Student) -> bool {
        self.protected.get(student.index()).copied().unwrap_or(false)
    }
    /// A student's wishes, dearest first, equal ranks by offer id.
    pub fn wishes_of(&self, student: Student) -> impl ExactSizeIterator<Item = Wish> + '_ {
        self.wish_range(student.0).map(|at| Wish {
            offer: Offer(self.wish_offer[at]),
            rank: self.wish_rank[at],
            prio: self.wish_prio[at],
            travel_min: (self.wish_travel[at] != NO_TRAVEL).then_some(self.wish_travel[at]),
        })
    }

    pub(crate) fn wish_range(&self, student: u32) -> std::ops::Range<usize> {
        self.wish_start[student as usize] as usize..self.wish_start[student as usize + 1] as usize
    }

    /// A student's wishes as runs of equal ranks, dearest first.
    pub(crate) fn classes(&self, student: u32) -> impl Iterator<Item = Class> + '_ {
        let range = self.wish_range(student);
        let (mut start, last) = (range.start, range.end);
        std::iter::from_fn(move || {
            let rank = *self.wish_rank[start..last].first()?;
            let run = self.wish_rank[start..last].iter().take_while(|other| **other == rank).count();
            let class = Class { start: small(start), end: small(start + run) };
            start += run;
            Some(class)
        })
    }

    /// The students who draw, in draw order: turn, lottery number, then id bytewise. Those placed by hand do not draw.
    pub(crate) fn draw_order(&self) -> Vec<u32> {
        let mut keyed: Vec<(u8, u64, u32)> = (0..small(self.students()))
            .filter(|student| self.fixed[*student as usize] == NONE)
            .map(|student| (self.turn[student as usize], self.lottery[student as usize], student))
            .collect();
        keyed.sort_unstable_by(|a, b| {
            (a.0, a.1)
                .cmp(&(b.0, b.1))
                .then_with(|| self.student_ids.get(a.2 as usize).cmp(self.student_ids.get(b.2 as usize)))
        });
        keyed.into_iter().map(|(_, _, student)| student).collect()
    }

    /// Gives every student a new lottery number; the draw uses it once the seed is known.
    pub(crate) fn set_lottery(&mut self, number: impl Fn(&str) -> u64) {
        for (at, lottery) in self.lottery.iter_mut().enumerate() {
            *lottery = number(self.student_ids.get(at));
        }
    }
}

pub(crate) fn some(number: u32) -> Option<u32> {
    (number != NONE).then_some(number)
}

/// A run of wishes of equal rank in one student's list; empty when nothing is promised.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Class {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl Class {
    pub(crate) fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    pub(crate) fn len(self) -> u32 {
        self.end - self.start
    }
}
