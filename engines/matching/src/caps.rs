//! The capacities as slots: one for each offer, one for each node with a cap. A node without a cap binds nobody, so
//! it is left out and each slot hangs under the nearest one above that can be full.

use crate::ids::small;
use crate::problem::{NONE, Problem};

/// Slots 0..offers are the offers, those above are nodes.
pub(crate) struct Caps {
    pub(crate) offers: u32,
    /// The next slot above; [`NONE`] at the top.
    pub(crate) up: Vec<u32>,
    pub(crate) cap: Vec<u32>,
    pub(crate) load: Vec<u32>,
    node: Vec<u32>,
    child_start: Vec<u32>,
    child: Vec<u32>,
}

impl Caps {
    pub(crate) fn new(problem: &Problem) -> Self {
        let offers = small(problem.offers());
        let node: Vec<u32> =
            (0..small(problem.nodes())).filter(|node| problem.node_cap[*node as usize] != NONE).collect();
        let above = slots_above(problem, offers, &node);
        let mut up: Vec<u32> = problem.offer_node.iter().map(|node| above[*node as usize]).collect();
        up.extend(node.iter().map(|node| match problem.node_up[*node as usize] {
            NONE => NONE,
            parent => above[parent as usize],
        }));
        let mut cap = problem.offer_seats.clone();
        cap.extend(node.iter().map(|node| problem.node_cap[*node as usize]));
        let (child_start, child) = children(&up);
        Self { offers, load: vec![0; up.len()], up, cap, node, child_start, child }
    }

    pub(crate) fn len(&self) -> usize {
        self.up.len()
    }

    pub(crate) fn full(&self, slot: u32) -> bool {
        self.load[slot as usize] >= self.cap[slot as usize]
    }

    /// The node behind a slot, or none for an offer's own slot.
    pub(crate) fn node(&self, slot: u32) -> Option<u32> {
        slot.checked_sub(self.offers).map(|at| self.node[at as usize])
    }

    pub(crate) fn children(&self, slot: u32) -> std::ops::Range<usize> {
        self.child_start[slot as usize] as usize..self.child_start[slot as usize + 1] as usize
    }

    pub(crate) fn child(&self, at: usize) -> u32 {
        self.child[at]
    }

    /// The slot and all above it, lowest first.
    pub(crate) fn chain(&self, slot: u32) -> impl Iterator<Item = u32> + '_ {
        std::iter::successors(Some(slot), |at| match self.up[*at as usize] {
            NONE => None,
            up => Some(up),
        })
    }

    /// The lowest full slot from here upwards: what keeps the next student out as long as nobody moves.
    pub(crate) fn lowest_full(&self, slot: u32) -> Option<u32> {
        self.chain(slot).find(|at| self.full(*at))
    }

    pub(crate) fn take(&mut self, offer: u32) {
        let mut slot = offer;
        while slot != NONE {
            self.load[slot as usize] += 1;
            slot = self.up[slot as usize];
        }
    }

    pub(crate) fn free(&mut self, offer: u32) {
        let mut slot = offer;
        while slot != NONE {
            self.load[slot as usize] -= 1;
            slot = self.up[slot as usize];
        }
    }
}

/// For each node the slot of the nearest node at or above it that has a cap.
fn slots_above(problem: &Problem, offers: u32, capped: &[u32]) -> Vec<u32> {
    const UNKNOWN: u32 = u32::MAX - 1;
    let mut slot = vec![UNKNOWN; problem.nodes()];
    for (at, node) in capped.iter().enumerate() {
        slot[*node as usize] = offers + small(at);
    }
    let mut walk = Vec::new();
    for node in 0..small(problem.nodes()) {
        let mut at = node;
        while at != NONE && slot[at as usize] == UNKNOWN {
            walk.push(at);
            at = problem.node_up[at as usize];
        }
        let found = if at == NONE { NONE } else { slot[at as usize] };
        for passed in walk.drain(..) {
            slot[passed as usize] = found;
        }
    }
    slot
}

pub(crate) fn children(up: &[u32]) -> (Vec<u32>, Vec<u32>) {
    let mut start = vec![0u32; up.len() + 1];
    for parent in up.iter().filter(|parent| **parent != NONE) {
        start[*parent as usize + 1] += 1;
    }
    for at in 1..start.len() {
        start[at] += start[at - 1];
    }
    let mut next = start.clone();
    let mut child = vec![0u32; start[up.len()] as usize];
    for (slot, parent) in up.iter().enumerate().filter(|(_, parent)| **parent != NONE) {
        child[next[*parent as usize] as usize] = small(slot);
        next[*parent as usize] += 1;
    }
    (start, child)
}
