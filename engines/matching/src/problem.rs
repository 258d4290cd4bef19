//! What is to be solved: students, their wishes, offers with seats, a forest of capacities above them, and those
//! who are placed already. A [`Problem`] that exists is sound, so that no mechanism has to look twice.

use crate::ids::{Ids, Index, small};
use serde::Serialize;
use thiserror::Error;

/// Stands for "none" where a number is kept small.
pub(crate) const NONE: u32 = u32::MAX;

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
    pub(crate) wish_start: Vec<u32>,
    pub(crate) wish_offer: Vec<u32>,
    pub(crate) wish_rank: Vec<u16>,
}

impl Problem {
    /// No capacity is larger: the number above it stands for "no bound".
    pub const CAPACITY_MAX: u32 = u32::MAX - 1;
    /// No rank is larger.
    pub const RANK_MAX: u16 = u16::MAX;
    /// No outside id or level name is longer.
    pub const ID_BYTES_MAX: usize = 200;
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
    /// A student's wishes, dearest first, equal ranks by offer id.
    pub fn wishes_of(&self, student: Student) -> impl ExactSizeIterator<Item = Wish> + '_ {
        self.wish_range(student.0).map(|at| Wish { offer: Offer(self.wish_offer[at]), rank: self.wish_rank[at] })
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

/// What can be wrong with a problem, by outside id.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ProblemError {
    /// An id is empty.
    #[error("a {kind} has an empty id; every {kind} needs one")]
    EmptyId {
        /// What the id is of.
        kind: Kind,
    },
    /// An id is too long.
    #[error("the id of {kind} {id} has more than {} bytes", Problem::ID_BYTES_MAX)]
    LongId {
        /// What the id is of.
        kind: Kind,
        /// The id.
        id: String,
    },
    /// Two things of one kind share an id.
    #[error("{kind} {id} is given twice; every {kind} may be given once")]
    Repeated {
        /// What the id is of.
        kind: Kind,
        /// The id given again.
        id: String,
    },
    /// More rows than the engine takes.
    #[error("more than {} of the kind {kind} are given", Problem::ROWS_MAX)]
    TooMany {
        /// What there is too much of.
        kind: Kind,
    },
    /// A node hangs under a node that is not given.
    #[error("node {node} hangs under {parent}, which is not among the nodes")]
    UnknownParent {
        /// The lower node.
        node: String,
        /// The missing node.
        parent: String,
    },
    /// Nodes hang under each other in a ring, so that the capacities are no forest.
    #[error("node {node} hangs below itself; the nodes must form a forest")]
    Cycle {
        /// A node of the ring.
        node: String,
    },
    /// A capacity is above [`Problem::CAPACITY_MAX`].
    #[error("{kind} {id} has a capacity above {}", Problem::CAPACITY_MAX)]
    CapacityTooLarge {
        /// Offer or node.
        kind: Kind,
        /// Its id.
        id: String,
    },
    /// An offer hangs under a node that is not given.
    #[error("offer {offer} hangs under {node}, which is not among the nodes")]
    UnknownNode {
        /// The offer.
        offer: String,
        /// The missing node.
        node: String,
    },
    /// A wish or a fixed placement names a student that is not given.
    #[error("student {student} is not among the students")]
    UnknownStudent {
        /// The missing student.
        student: String,
    },
    /// A wish or a fixed placement names an offer that is not given.
    #[error("student {student} names {offer}, which is not among the offers")]
    UnknownOffer {
        /// Who names it.
        student: String,
        /// The missing offer.
        offer: String,
    },
    /// Ranks count from 1.
    #[error("student {student} gives {offer} the rank 0; ranks count from 1")]
    RankZero {
        /// Who wishes.
        student: String,
        /// The offer.
        offer: String,
    },
    /// A list names an offer twice.
    #[error("student {student} wishes for {offer} twice; a list may name an offer once")]
    WishRepeated {
        /// Who wishes.
        student: String,
        /// The offer named again.
        offer: String,
    },
    /// A student is placed by hand twice.
    #[error("student {student} is placed by hand twice; once is allowed")]
    FixedTwice {
        /// The student.
        student: String,
    },
    /// Placements by hand alone overfill an offer.
    #[error("offer {offer} has {seats} seats; placing {student} there by hand makes {fixed}")]
    FixedOverOffer {
        /// The first student too many, in the order given.
        student: String,
        /// The offer.
        offer: String,
        /// Its seats.
        seats: u32,
        /// Placed there by hand, this student included.
        fixed: u32,
    },
    /// Placements by hand alone overfill a node.
    #[error("node {node} takes {cap}; placing {student} below it by hand makes {fixed}")]
    FixedOverNode {
        /// The first student too many, in the order given.
        student: String,
        /// The node.
        node: String,
        /// Its cap.
        cap: u32,
        /// Placed below it by hand, this student included.
        fixed: u32,
    },
}

/// The kinds of things a problem is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A node of the forest of capacities.
    Node,
    /// An offer.
    Offer,
    /// A student.
    Student,
    /// A wish.
    Wish,
}
impl std::fmt::Display for Kind {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(match self {
            Self::Node => "node",
            Self::Offer => "offer",
            Self::Student => "student",
            Self::Wish => "wish",
        })
    }
}

/// Collects the parts of a [`Problem`] by outside id, in this order: nodes (parents may follow their children),
/// offers, students, then placements by hand and wishes. Nothing fails until [`Builder::build`], which names
/// everything that is wrong.
///
/// ```
/// use matching::{Builder, Options, solve};
/// let mut town = Builder::new();
/// town.node("north", None, "region", Some(3));
/// town.node("hospital", Some("north"), "host", None);
/// let ward = town.offer("ward-3", "hospital", 1);
/// let mila = town.student("mila", 0, 17);
/// let omar = town.student("omar", 0, 4);
/// town.wish("mila", "ward-3", 1);
/// town.wish("omar", "ward-3", 1);
/// let outcome = solve(&town.build().unwrap(), &Options::default());
/// assert_eq!(outcome.placed(omar), Some(ward));
/// assert_eq!(outcome.placed(mila), None);
/// ```
pub struct Builder {
    parts: Parts,
    nodes: Index,
    offers: Index,
    students: Index,
    parents: Vec<(u32, String)>,
    faults: Vec<ProblemError>,
}

/// At most so many faults are named at once.
const FAULTS_MAX: usize = 100;

impl Default for Builder {
    fn default() -> Self {
        Self::new()
    }
}

impl Builder {
    /// An empty problem: nobody wishes for nothing.
    pub fn new() -> Self {
        Self {
            parts: Parts::default(),
            nodes: Index::new(),
            offers: Index::new(),
            students: Index::new(),
            parents: Vec::new(),
            faults: Vec::new(),
        }
    }

    /// Adds a node. `cap` bounds all students placed anywhere below it; none means no bound of its own.
    pub fn node(&mut self, id: &str, parent: Option<&str>, level: &str, cap: Option<u32>) -> Node {
        let (at, new) = self.named(Kind::Node, id);
        if new {
            if cap == Some(NONE) {
                self.fault(ProblemError::CapacityTooLarge { kind: Kind::Node, id: id.into() });
            }
            self.parts.node(cap, level);
            if let Some(parent) = parent {
                self.parents.push((at, parent.into()));
            }
        }
        Node(at)
    }

    /// Adds an offer with its seats under a node that was added before.
    pub fn offer(&mut self, id: &str, node: &str, seats: u32) -> Offer {
        let (at, new) = self.named(Kind::Offer, id);
        if new {
            if seats == NONE {
                self.fault(ProblemError::CapacityTooLarge { kind: Kind::Offer, id: id.into() });
            }
            let under = self.nodes.find(&self.parts.node_ids, node);
            if under.is_none() {
                self.fault(ProblemError::UnknownNode { offer: id.into(), node: node.into() });
            }
            self.parts.offer_node.push(under.unwrap_or(0));
            self.parts.offer_seats.push(seats);
        }
        Offer(at)
    }

    /// Adds a student. `turn` (lower first) comes before `lottery` (lower first) in the draw order; equal lottery
    /// numbers go by id, bytewise.
    pub fn student(&mut self, id: &str, turn: u8, lottery: u64) -> Student {
        let (at, new) = self.named(Kind::Student, id);
        if new {
            self.parts.turn.push(turn);
            self.parts.lottery.push(lottery);
            self.parts.fixed.push(NONE);
        }
        Student(at)
    }

    /// Places a student by hand. The seat counts before anyone draws, and the student's wishes no longer matter.
    pub fn fix(&mut self, student: &str, offer: &str) {
        let Some((who, what)) = self.pair(student, offer) else { return };
        if self.parts.fixed[who as usize] == NONE {
            self.parts.fixed[who as usize] = what;
        } else {
            self.fault(ProblemError::FixedTwice { student: student.into() });
        }
    }

    /// Adds a wish; rank 1 is the dearest, equal ranks are a tie, gaps do no harm.
    pub fn wish(&mut self, student: &str, offer: &str, rank: u16) {
        let Some((who, what)) = self.pair(student, offer) else { return };
        if rank == 0 {
            self.fault(ProblemError::RankZero { student: student.into(), offer: offer.into() });
        } else if self.parts.wishes.len() < Problem::ROWS_MAX {
            self.parts.wishes.push(RawWish { student: who, offer: what, rank });
        } else {
            self.fault(ProblemError::TooMany { kind: Kind::Wish });
        }
    }

    /// The problem, or everything that is wrong with it (at most 100 faults).
    ///
    /// # Errors
    /// Every [`ProblemError`] found, in the order found.
    pub fn build(mut self) -> Result<Problem, Vec<ProblemError>> {
        for (node, parent) in std::mem::take(&mut self.parents) {
            match self.nodes.find(&self.parts.node_ids, &parent) {
                Some(up) => self.parts.node_up[node as usize] = up,
                None => {
                    let node = self.parts.node_ids.get(node as usize).into();
                    self.fault(ProblemError::UnknownParent { node, parent });
                }
            }
        }
        if !self.faults.is_empty() {
            return Err(self.faults);
        }
        let ids = |kind, at| self.parts.id(kind, at);
        match self.parts.faults() {
            faults if faults.is_empty() => Ok(self.parts.problem()),
            faults => Err(faults.into_iter().map(|fault| fault.named(ids)).collect()),
        }
    }

    fn pair(&mut self, student: &str, offer: &str) -> Option<(u32, u32)> {
        let who = self.students.find(&self.parts.student_ids, student);
        let what = self.offers.find(&self.parts.offer_ids, offer);
        if who.is_none() {
            self.fault(ProblemError::UnknownStudent { student: student.into() });
        }
        if what.is_none() {
            self.fault(ProblemError::UnknownOffer { student: student.into(), offer: offer.into() });
        }
        Some((who?, what?))
    }

    /// The number of an id, and whether it is new.
    fn named(&mut self, kind: Kind, id: &str) -> (u32, bool) {
        if id.is_empty() {
            self.fault(ProblemError::EmptyId { kind });
        }
        if id.len() > Problem::ID_BYTES_MAX {
            self.fault(ProblemError::LongId { kind, id: id.chars().take(40).collect() });
        }
        let (index, ids) = match kind {
            Kind::Node => (&mut self.nodes, &mut self.parts.node_ids),
            Kind::Offer => (&mut self.offers, &mut self.parts.offer_ids),
            Kind::Student | Kind::Wish => (&mut self.students, &mut self.parts.student_ids),
        };
        if ids.len() >= Problem::ROWS_MAX {
            self.fault(ProblemError::TooMany { kind });
            return (0, false);
        }
        match index.add(ids, id) {
            Ok(at) => (at, true),
            Err(at) => {
                self.fault(ProblemError::Repeated { kind, id: id.into() });
                (at, false)
            }
        }
    }

    fn fault(&mut self, fault: ProblemError) {
        if self.faults.len() < FAULTS_MAX {
            self.faults.push(fault);
        }
    }
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

/// A wish before it is sorted into its student's list.
#[derive(Clone, Copy)]
pub(crate) struct RawWish {
    pub(crate) student: u32,
    pub(crate) offer: u32,
    pub(crate) rank: u16,
}

/// A problem by number, not yet known to be sound. Numbers are in range: builder and reader resolve ids first.
#[derive(Default)]
pub(crate) struct Parts {
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
    pub(crate) wishes: Vec<RawWish>,
}

/// What is wrong between parts, by number, so that a reader can point at the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PartFault {
    Cycle { node: u32 },
    WishRepeated { wish: usize, student: u32, offer: u32 },
    FixedOverOffer { student: u32, offer: u32, seats: u32, fixed: u32 },
    FixedOverNode { student: u32, node: u32, cap: u32, fixed: u32 },
}

impl PartFault {
    fn named(self, id: impl Fn(Kind, u32) -> String) -> ProblemError {
        match self {
            Self::Cycle { node } => ProblemError::Cycle { node: id(Kind::Node, node) },
            Self::WishRepeated { student, offer, .. } => {
                ProblemError::WishRepeated { student: id(Kind::Student, student), offer: id(Kind::Offer, offer) }
            }
            Self::FixedOverOffer { student, offer, seats, fixed } => ProblemError::FixedOverOffer {
                student: id(Kind::Student, student),
                offer: id(Kind::Offer, offer),
                seats,
                fixed,
            },
            Self::FixedOverNode { student, node, cap, fixed } => ProblemError::FixedOverNode {
                student: id(Kind::Student, student),
                node: id(Kind::Node, node),
                cap,
                fixed,
            },
        }
    }
}

impl Parts {
    /// Adds a node's cap and level; its id and parent are the caller's.
    pub(crate) fn node(&mut self, cap: Option<u32>, level: &str) {
        let level = match self.levels.iter().position(|known| known == level) {
            Some(at) => at,
            None if self.levels.len() < usize::from(u16::MAX) => {
                self.levels.push(level.into());
                self.levels.len() - 1
            }
            None => 0,
        };
        self.node_up.push(NONE);
        self.node_cap.push(cap.unwrap_or(NONE));
        self.node_level.push(u16::try_from(level).unwrap_or(0));
    }

    pub(crate) fn id(&self, kind: Kind, at: u32) -> String {
        let ids = match kind {
            Kind::Node => &self.node_ids,
            Kind::Offer => &self.offer_ids,
            Kind::Student | Kind::Wish => &self.student_ids,
        };
        ids.get(at as usize).to_owned()
    }

    /// Everything that is wrong between the parts, at most 100 faults. A ring ends the search: nothing above an
    /// offer can be counted then.
    pub(crate) fn faults(&self) -> Vec<PartFault> {
        let mut faults = self.rings();
        if faults.is_empty() {
            faults = self.overfull();
        }
        self.repeated_wishes(&mut faults);
        faults.truncate(FAULTS_MAX);
        faults
    }

    /// One node of every ring: walking up from each node, a node met twice on one walk is on a ring.
    fn rings(&self) -> Vec<PartFault> {
        let mut walk_of = vec![NONE; self.node_up.len()];
        let mut faults = Vec::new();
        for start in 0..small(self.node_up.len()) {
            let mut at = start;
            while at != NONE && walk_of[at as usize] == NONE {
                walk_of[at as usize] = start;
                at = self.node_up[at as usize];
            }
            if at != NONE && walk_of[at as usize] == start {
                faults.push(PartFault::Cycle { node: at });
            }
        }
        faults
    }

    /// Placements by hand that do not fit, each offer and node named once.
    fn overfull(&self) -> Vec<PartFault> {
        let mut at_offer = vec![0u32; self.offer_seats.len()];
        let mut below = vec![0u32; self.node_cap.len()];
        let mut faults = Vec::new();
        for (student, &offer) in self.fixed.iter().enumerate().filter(|(_, offer)| **offer != NONE) {
            let student = small(student);
            let (fixed, seats) = (&mut at_offer[offer as usize], self.offer_seats[offer as usize]);
            *fixed += 1;
            if *fixed == seats.saturating_add(1) {
                faults.push(PartFault::FixedOverOffer { student, offer, seats, fixed: *fixed });
            }
            let mut node = self.offer_node[offer as usize];
            while node != NONE {
                let (fixed, cap) = (&mut below[node as usize], self.node_cap[node as usize]);
                *fixed += 1;
                if cap != NONE && *fixed == cap + 1 {
                    faults.push(PartFault::FixedOverNode { student, node, cap, fixed: *fixed });
                }
                node = self.node_up[node as usize];
            }
        }
        faults
    }

    fn repeated_wishes(&self, faults: &mut Vec<PartFault>) {
        // Rows of one student mostly stand together: then the last student seen at an offer tells it all.
        let grouped = self.wishes.is_sorted_by_key(|wish| wish.student);
        let mut order: Vec<u32> = (0..small(self.wishes.len())).collect();
        if !grouped {
            order.sort_by_key(|at| self.wishes[*at as usize].student);
        }
        let mut last = vec![NONE; self.offer_seats.len()];
        for at in order {
            let RawWish { student, offer, .. } = self.wishes[at as usize];
            if last[offer as usize] == student && faults.len() < FAULTS_MAX {
                faults.push(PartFault::WishRepeated { wish: at as usize, student, offer });
            }
            last[offer as usize] = student;
        }
    }

    /// The problem; only for parts without [`Parts::faults`].
    pub(crate) fn problem(self) -> Problem {
        let (wish_start, wish_offer, wish_rank) = lists(&self);
        Problem {
            node_ids: self.node_ids,
            node_up: self.node_up,
            node_cap: self.node_cap,
            node_level: self.node_level,
            levels: self.levels,
            offer_ids: self.offer_ids,
            offer_node: self.offer_node,
            offer_seats: self.offer_seats,
            student_ids: self.student_ids,
            turn: self.turn,
            lottery: self.lottery,
            fixed: self.fixed,
            wish_start,
            wish_offer,
            wish_rank,
        }
    }
}

/// The wishes as one list after the other, each dearest first and equal ranks by offer id.
fn lists(parts: &Parts) -> (Vec<u32>, Vec<u32>, Vec<u16>) {
    let mut start = vec![0u32; parts.student_ids.len() + 1];
    for wish in &parts.wishes {
        start[wish.student as usize + 1] += 1;
    }
    for at in 1..start.len() {
        start[at] += start[at - 1];
    }
    let mut next = start.clone();
    let mut offer = vec![0u32; parts.wishes.len()];
    let mut rank = vec![0u16; parts.wishes.len()];
    for wish in &parts.wishes {
        let at = next[wish.student as usize] as usize;
        next[wish.student as usize] += 1;
        offer[at] = wish.offer;
        rank[at] = wish.rank;
    }
    let mut list: Vec<(u16, u32)> = Vec::new();
    for ends in start.windows(2) {
        let range = ends[0] as usize..ends[1] as usize;
        if rank[range.clone()].is_sorted_by(|a, b| a < b) {
            continue;
        }
        list.clear();
        list.extend(range.clone().map(|at| (rank[at], offer[at])));
        list.sort_unstable_by(|a, b| {
            a.0.cmp(&b.0).then_with(|| parts.offer_ids.get(a.1 as usize).cmp(parts.offer_ids.get(b.1 as usize)))
        });
        for (at, (its_rank, its_offer)) in range.zip(list.drain(..)) {
            rank[at] = its_rank;
            offer[at] = its_offer;
        }
    }
    (start, offer, rank)
}
