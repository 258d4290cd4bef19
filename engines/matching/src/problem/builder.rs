//! A problem built from plain values, by outside id.

use super::BanReason;
use super::extras::ANY;
use super::faults::FAULTS_MAX;
use super::{Kind, NO_TRAVEL, NONE, Node, Offer, Parts, Problem, ProblemError, RawWish, Student};
use crate::ids::{Ids, Index};

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
    groups: Index,
    parents: Vec<(u32, String)>,
    /// Subjects and periods.
    words: Ids,
    word_index: Index,
    faults: Vec<ProblemError>,
}

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
            groups: Index::new(),
            parents: Vec::new(),
            words: Ids::default(),
            word_index: Index::new(),
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
            self.parts.group.push(NONE);
        }
        Student(at)
    }

    /// Puts a student into a group that wants to share one site.
    pub fn group(&mut self, student: &str, group: &str) {
        match self.students.find(&self.parts.student_ids, student) {
            Some(who) => {
                let at = self.groups.add(&mut self.parts.group_ids, group).unwrap_or_else(|known| known);
                self.parts.group[who as usize] = at;
            }
            None => self.fault(ProblemError::UnknownStudent { student: student.into() }),
        }
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
        self.rated_wish(student, offer, rank, 0, None);
    }

    /// Adds a wish with the host's priority class (0 goes first) and minutes of travel.
    pub fn rated_wish(&mut self, student: &str, offer: &str, rank: u16, prio: u16, travel_min: Option<u16>) {
        let Some((who, what)) = self.pair(student, offer) else { return };
        if rank == 0 {
            self.fault(ProblemError::RankZero { student: student.into(), offer: offer.into() });
        } else if self.parts.wishes.len() < Problem::ROWS_MAX {
            let travel = travel_min.map_or(NO_TRAVEL, |minutes| minutes.min(Problem::TRAVEL_MAX));
            self.parts.wishes.push(RawWish { student: who, offer: what, rank, prio, travel });
        } else {
            self.fault(ProblemError::TooMany { kind: Kind::Wish });
        }
    }

    /// Says which subject and period a student is placed in. A wish for an offer of another kind is not considered;
    /// without a kind on either side every pair fits.
    pub fn student_kind(&mut self, student: &str, subject: &str, period: &str) {
        match self.students.find(&self.parts.student_ids, student) {
            Some(who) => {
                let kind = [self.word(subject), self.word(period)];
                let kinds = &mut self.parts.extras.kinds.students;
                kinds.resize(self.parts.student_ids.len(), ANY);
                kinds[who as usize] = kind;
            }
            None => self.fault(ProblemError::UnknownStudent { student: student.into() }),
        }
    }

    /// Says which subject and period an offer is for.
    pub fn offer_kind(&mut self, offer: Offer, subject: &str, period: &str) {
        let kind = [self.word(subject), self.word(period)];
        let kinds = &mut self.parts.extras.kinds.offers;
        kinds.resize(self.parts.offer_ids.len(), ANY);
        if let Some(at) = kinds.get_mut(offer.index()) {
            *at = kind;
        }
    }

    /// Bans a pair. A wish for it is not considered; a placement by hand is the office's own decision and stands.
    pub fn ban(&mut self, student: &str, offer: &str, reason: BanReason) {
        let Some((who, what)) = self.pair(student, offer) else { return };
        self.parts.extras.bans.push((who, what, reason));
    }

    /// Considers no wish with more minutes of travel than this. Travel that is not known is near enough.
    pub fn travel_limit(&mut self, minutes: u16) {
        self.parts.extras.travel_limit = Some(minutes);
    }

    /// Adds a soft term to a pair: whole rank steps, fewer are better. It counts when the pair is wished for.
    pub fn soft(&mut self, student: &str, offer: &str, steps: i32) {
        let Some((who, what)) = self.pair(student, offer) else { return };
        if steps.unsigned_abs() > Problem::SOFT_MAX.unsigned_abs() {
            self.fault(ProblemError::SoftTooLarge { student: student.into(), offer: offer.into() });
        } else {
            self.parts.extras.soft.push((who, what, steps));
        }
    }

    /// Makes a student's placing count before everybody else's, where the mechanism looks for an optimum.
    pub fn protect(&mut self, student: &str) {
        match self.students.find(&self.parts.student_ids, student) {
            Some(who) => self.parts.protect(who),
            None => self.fault(ProblemError::UnknownStudent { student: student.into() }),
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
        self.repeated_pairs();
        if !self.faults.is_empty() {
            return Err(self.faults);
        }
        let faults = self.parts.faults();
        let ids = |kind, at| self.parts.id(kind, at);
        match faults {
            faults if faults.is_empty() => {
                let mut problem = self.parts.problem();
                problem.consider();
                Ok(problem)
            }
            faults => Err(faults.into_iter().map(|fault| fault.named(ids)).collect()),
        }
    }

    fn repeated_pairs(&mut self) {
        let soft = repeated(self.parts.extras.soft.iter().map(|term| (term.0, term.1)).collect());
        let bans = repeated(self.parts.extras.bans.iter().map(|ban| (ban.0, ban.1)).collect());
        let named = |pair: &(u32, u32)| (self.parts.id(Kind::Student, pair.0), self.parts.id(Kind::Offer, pair.1));
        let soft = soft.iter().map(named).map(|(student, offer)| ProblemError::SoftRepeated { student, offer });
        let bans = bans.iter().map(named).map(|(student, offer)| ProblemError::BanRepeated { student, offer });
        let faults: Vec<ProblemError> = soft.chain(bans).collect();
        faults.into_iter().for_each(|fault| self.fault(fault));
    }

    fn word(&mut self, word: &str) -> u32 {
        self.word_index.add(&mut self.words, word).unwrap_or_else(|known| known)
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

/// The pairs that stand there more than once, each once less.
fn repeated(mut pairs: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    pairs.sort_unstable();
    pairs.windows(2).filter(|two| two[0] == two[1]).map(|two| two[0]).collect()
}
