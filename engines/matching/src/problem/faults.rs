//! What can be wrong with a problem.

use super::Problem;
use thiserror::Error;

/// At most so many faults are named at once.
pub(super) const FAULTS_MAX: usize = 100;

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
    /// Too many nodes above each other.
    #[error("node {node} has {} nodes or more above it", Problem::DEPTH_MAX)]
    TooDeep {
        /// The highest node of its branch that is too deep.
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
    /// A soft term is further from 0 than [`Problem::SOFT_MAX`].
    #[error("the soft term of {student} for {offer} is further from 0 than {}", Problem::SOFT_MAX)]
    SoftTooLarge {
        /// The student.
        student: String,
        /// The offer.
        offer: String,
    },
    /// A pair has two soft terms.
    #[error("student {student} has two soft terms for {offer}; one is allowed")]
    SoftRepeated {
        /// The student.
        student: String,
        /// The offer.
        offer: String,
    },
    /// A pair is banned twice.
    #[error("student {student} is banned from {offer} twice; once is allowed")]
    BanRepeated {
        /// The student.
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
