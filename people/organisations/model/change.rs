//! Changes of a unit, each from a day on: what it is like before and after, and why one is refused.

use std::future::Future;
use std::pin::Pin;

use base::{Date, Lang, Moment, OrganisationId, PersonId, UnitChangeId, UnitId};
use kit::actor::Role;
use kit::fault::Fault;
use serde::{Deserialize, Serialize};

use super::Unit;

/// What is done to a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// It is new.
    Added,
    /// It gets another name, key or address.
    Named,
    /// It comes to lie somewhere else.
    Moved,
    /// It ends.
    Closed,
    /// It becomes part of another unit.
    Merged,
}

impl Act {
    /// Every act.
    pub const ALL: [Self; 5] = [Self::Added, Self::Named, Self::Moved, Self::Closed, Self::Merged];

    /// The word in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Named => "named",
            Self::Moved => "moved",
            Self::Closed => "closed",
            Self::Merged => "merged",
        }
    }

    /// The act of a word in the database.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.word() == word)
    }
}

/// How far a change has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeState {
    /// Its day has not come.
    Planned,
    /// It holds.
    Done,
    /// It was taken back before its day.
    Withdrawn,
    /// Its day came, and something stood in the way.
    Failed,
}

impl ChangeState {
    const ALL: [Self; 4] = [Self::Planned, Self::Done, Self::Withdrawn, Self::Failed];

    /// The word in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Done => "done",
            Self::Withdrawn => "withdrawn",
            Self::Failed => "failed",
        }
    }

    /// The state of a word in the database.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

/// What may change of a unit.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Shape {
    /// The unit it lies in; `None` is directly below the organisation
    pub parent: Option<UnitId>,
    /// Name
    pub name: String,
    /// What other systems call it
    pub outside_key: Option<String>,
    /// Where it is
    pub address: Option<String>,
    /// Its last day
    pub until_on: Option<Date>,
    /// The unit it became part of
    pub merged_into: Option<UnitId>,
}

impl Shape {
    /// What this unit is like.
    pub fn of(unit: &Unit) -> Self {
        Self {
            parent: unit.parent,
            name: unit.name.clone(),
            outside_key: unit.outside_key.clone(),
            address: unit.address.clone(),
            until_on: unit.until_on,
            merged_into: unit.merged_into,
        }
    }

    /// What is done on the way from this shape to another.
    pub fn acts_towards(&self, after: &Self) -> Vec<Act> {
        let named = |shape: &Self| (shape.name.clone(), shape.outside_key.clone(), shape.address.clone());
        let acts = [
            (Act::Named, named(self) != named(after)),
            (Act::Moved, self.parent != after.parent),
            (Act::Closed, self.until_on != after.until_on),
        ];
        acts.into_iter().filter(|(_, is_done)| *is_done).map(|(act, _)| act).collect()
    }

    /// This shape with what `act` changes taken from `other`. Other acts may have changed the rest meanwhile, and stay.
    pub fn with(&self, act: Act, other: &Self) -> Self {
        let mut shape = self.clone();
        match act {
            Act::Added => {}
            Act::Named => {
                shape.name.clone_from(&other.name);
                shape.outside_key.clone_from(&other.outside_key);
                shape.address.clone_from(&other.address);
            }
            Act::Moved => shape.parent = other.parent,
            Act::Closed => shape.until_on = other.until_on,
            Act::Merged => {
                (shape.parent, shape.until_on, shape.merged_into) = (other.parent, other.until_on, other.merged_into);
            }
        }
        shape
    }
}

/// One change of one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitChange {
    /// Which
    pub id: UnitChangeId,
    /// Of which unit
    pub unit: UnitId,
    /// What is done
    pub act: Act,
    /// The first day on which it holds
    pub from_on: Date,
    /// How far it has come
    pub state: ChangeState,
    /// As it was
    pub before: Shape,
    /// As it is from then on
    pub after: After,
    /// Why
    pub note: String,
    /// Who wanted it; none for the portal
    pub by: Option<PersonId>,
    /// When it was entered
    pub at: Moment,
    /// What stood in the way
    pub problem: Option<String>,
}

impl UnitChange {
    /// The longest reason, in characters.
    pub const NOTE_CHARS_MAX: usize = 500;
    /// An organisation plans at most this many changes at a time.
    pub const PLANNED_MAX: u64 = 2_000;
}

/// The unit from then on, and what whoever asked for it might do at that time.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct After {
    /// The unit
    pub shape: Shape,
    /// Roles that whoever asked held on the whole organisation: the change widens no other
    pub whole: Vec<String>,
}

impl After {
    /// Whether whoever asked held the role on the whole organisation.
    pub fn held(&self, role: Role) -> bool {
        self.whole.iter().any(|word| word == role.word())
    }
}

/// What somebody wants done to a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// Another name, key or address.
    Name {
        /// Name
        name: String,
        /// What other systems call it
        outside_key: Option<String>,
        /// Where it is
        address: Option<String>,
    },
    /// To lie in another unit; `None` is directly below the organisation.
    Move(Option<UnitId>),
    /// To end.
    Close,
    /// To become part of another unit.
    Merge(UnitId),
}

impl Wanted {
    /// What is done.
    pub fn act(&self) -> Act {
        match self {
            Self::Name { .. } => Act::Named,
            Self::Move(_) => Act::Moved,
            Self::Close => Act::Closed,
            Self::Merge(_) => Act::Merged,
        }
    }

    /// The unit it comes to lie in, when it comes to lie somewhere else.
    pub fn target(&self) -> Option<Option<UnitId>> {
        match self {
            Self::Move(to) => Some(*to),
            Self::Merge(into) => Some(Some(*into)),
            _ => None,
        }
    }

    /// The unit as it is from that day on.
    pub fn shape(&self, unit: &Unit, from_on: Date) -> Shape {
        let mut shape = Shape::of(unit);
        match self {
            Self::Name { name, outside_key, address } => {
                (shape.name, shape.outside_key, shape.address) = (name.clone(), outside_key.clone(), address.clone());
            }
            Self::Move(to) => shape.parent = *to,
            Self::Close => shape.until_on = from_on.pred_opt(),
            Self::Merge(into) => {
                (shape.parent, shape.until_on, shape.merged_into) = (Some(*into), from_on.pred_opt(), Some(*into));
            }
        }
        shape
    }
}

/// Tells what else stands at some units of an organisation: what is counted, in the reader's language, and how many.
pub type TouchSource = for<'a> fn(
    &'a kit::db::Tx,
    OrganisationId,
    &'a [UnitId],
    Lang,
) -> Pin<Box<dyn Future<Output = Result<Vec<(String, u64)>, Fault>> + Send + 'a>>;

/// Every wing's source of what stands at units.
pub struct Touches(pub Vec<TouchSource>);
