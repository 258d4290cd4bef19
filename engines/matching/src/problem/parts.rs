//! A problem by number, and whether its parts fit together.

use super::extras::{Extras, soft_by_wish};
use super::faults::FAULTS_MAX;
use super::wishes::Wishes;
use super::{Kind, NONE, Problem, ProblemError, some};
use crate::ids::{Ids, small};

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
    pub(crate) group: Vec<u32>,
    pub(crate) group_ids: Ids,
    pub(crate) wishes: Wishes,
    /// By student; empty when nobody is protected.
    pub(crate) protected: Vec<bool>,
    pub(crate) extras: Extras,
}

/// What is wrong between parts, by number, so that a reader can point at the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PartFault {
    Cycle { node: u32 },
    TooDeep { node: u32 },
    WishRepeated { wish: usize, student: u32, offer: u32 },
    FixedOverOffer { student: u32, offer: u32, seats: u32, fixed: u32 },
    FixedOverNode { student: u32, node: u32, cap: u32, fixed: u32 },
}

impl PartFault {
    pub(super) fn named(self, id: impl Fn(Kind, u32) -> String) -> ProblemError {
        match self {
            Self::Cycle { node } => ProblemError::Cycle { node: id(Kind::Node, node) },
            Self::TooDeep { node } => ProblemError::TooDeep { node: id(Kind::Node, node) },
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

    /// Everything that is wrong between the parts, at most 100 faults. Without a sound forest nothing above an offer
    /// is counted.
    pub(crate) fn faults(&mut self) -> Vec<PartFault> {
        let mut faults = self.rings();
        if faults.is_empty() {
            faults = self.too_deep();
        }
        if faults.is_empty() {
            faults = self.overfull();
        }
        self.wishes.gather(self.student_ids.len());
        self.wishes.repeated(self.offer_seats.len(), &mut faults);
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

    /// The nodes at exactly the first depth that is too much; those below them say nothing new.
    fn too_deep(&self) -> Vec<PartFault> {
        let mut faults = Vec::new();
        for node in 0..small(self.node_up.len()) {
            let up = |at: &u32| some(self.node_up[*at as usize]);
            let above = std::iter::successors(up(&node), up).take(Problem::DEPTH_MAX + 1).count();
            if above == Problem::DEPTH_MAX {
                faults.push(PartFault::TooDeep { node });
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

    /// The problem; only for parts that were asked for their [`Parts::faults`] and have none.
    pub(crate) fn problem(mut self) -> Problem {
        let mut wishes = self.wishes;
        wishes.sort(&self.offer_ids);
        self.extras.soft.sort_unstable();
        if !self.protected.is_empty() {
            self.protected.resize(self.student_ids.len(), false);
        }
        Problem {
            wish_soft: soft_by_wish(&self.extras.soft, &wishes.start, &wishes.offer),
            protected: self.protected,
            extras: self.extras,
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
            group: self.group,
            group_ids: self.group_ids,
            wish_start: wishes.start,
            wish_offer: wishes.offer,
            wish_rank: wishes.rank,
            wish_prio: wishes.prio,
            wish_travel: wishes.travel,
        }
    }
}
