//! The allocation as it stands: the latest run, overlaid with what was done by hand and who has left since.

use std::collections::HashMap;

use base::{NodeId, OfferId, PersonId};

use super::{AllocationError, Ground};
use crate::sites::{Forest, Offer};

/// How a student came to a place, or why there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// A wish came true in the draw
    Draw,
    /// Sent no wishes and was given a free place last
    Last,
    /// Placed by hand
    ByHand(Ground),
    /// Took part in the draw, every wish was full
    Unplaced,
    /// Sent no wishes; the office finds a place
    NoWishes,
    /// Was not there when the run was made, or was taken out by hand since
    Waiting,
    /// Has left the round
    Withdrawn,
}

impl How {
    /// The word in addresses and files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Draw => "draw",
            Self::Last => "last",
            Self::ByHand(_) => "by_hand",
            Self::Unplaced => "unplaced",
            Self::NoWishes => "no_wishes",
            Self::Waiting => "waiting",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Whether the student has a place.
    pub fn is_placed(self) -> bool {
        matches!(self, Self::Draw | Self::Last | Self::ByHand(_))
    }

    /// Whether somebody should find a place for the student.
    pub fn lacks_place(self) -> bool {
        matches!(self, Self::Unplaced | Self::NoWishes | Self::Waiting)
    }
}

/// One student's line of the allocation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Who
    pub person: PersonId,
    /// Outside key
    pub key: String,
    /// Given name
    pub given_name: String,
    /// Family name
    pub family_name: String,
    /// Subject
    pub subject: String,
    /// Period
    pub period: String,
    /// Place in the draw order, from 1
    pub position: Option<u32>,
    /// Where
    pub offer: Option<OfferId>,
    /// Rank of the wish that came true
    pub rank: Option<u16>,
    /// How it came
    pub how: How,
}

impl Line {
    /// "Solbakken, Ida", or the outside key of a student without a name.
    pub fn name(&self) -> String {
        match (self.given_name.is_empty(), self.family_name.is_empty()) {
            (false, false) => format!("{}, {}", self.family_name, self.given_name),
            (true, true) => self.key.clone(),
            _ => format!("{}{}", self.family_name, self.given_name),
        }
    }
}

/// The allocation as it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// By outside key
    pub lines: Vec<Line>,
}

/// Students of each offer and below each node.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Occupied {
    offers: HashMap<OfferId, u32>,
    nodes: HashMap<NodeId, u32>,
}

impl Occupied {
    /// At this offer.
    pub fn at(&self, offer: OfferId) -> u32 {
        self.offers.get(&offer).copied().unwrap_or(0)
    }
    /// Below this node.
    pub fn below(&self, node: NodeId) -> u32 {
        self.nodes.get(&node).copied().unwrap_or(0)
    }
}

impl Draft {
    /// Those with a place.
    pub fn placed(&self) -> usize {
        self.lines.iter().filter(|line| line.how.is_placed()).count()
    }
    /// Those who should have one.
    pub fn lacking(&self) -> usize {
        self.lines.iter().filter(|line| line.how.lacks_place()).count()
    }
    /// Those placed by hand.
    pub fn by_hand(&self) -> usize {
        self.lines.iter().filter(|line| matches!(line.how, How::ByHand(_))).count()
    }
    /// One student.
    pub fn of(&self, person: PersonId) -> Option<&Line> {
        self.lines.iter().find(|line| line.person == person)
    }

    /// How many got a wish of each rank, from 1; those placed by hand are not in it.
    pub fn histogram(&self) -> Vec<(u16, u32)> {
        let mut counts: std::collections::BTreeMap<u16, u32> = std::collections::BTreeMap::new();
        for rank in self.lines.iter().filter(|line| line.how == How::Draw).filter_map(|line| line.rank) {
            *counts.entry(rank).or_default() += 1;
        }
        let last = counts.keys().next_back().copied().unwrap_or(0);
        (1..=last).map(|rank| (rank, counts.get(&rank).copied().unwrap_or(0))).collect()
    }

    /// Seats in use, one student left out: whoever is moved does not stand in the own way.
    pub fn occupied(&self, forest: &Forest, but: Option<PersonId>) -> Occupied {
        let mut occupied = Occupied::default();
        for line in self.lines.iter().filter(|line| Some(line.person) != but) {
            let Some(offer) = line.offer.and_then(|offer| forest.offer(offer)) else { continue };
            *occupied.offers.entry(offer.id).or_default() += 1;
            for node in forest.upwards(offer.node) {
                *occupied.nodes.entry(node.id).or_default() += 1;
            }
        }
        occupied
    }
}

/// Whether the offer is for students of this subject and period; what is left empty fits everybody.
pub fn fits(offer: &Offer, subject: &str, period: &str) -> bool {
    let same = |asked: &str, own: &str| asked.is_empty() || own.is_empty() || asked == own;
    same(&offer.subject, subject) && same(&offer.period, period)
}

/// Whether one more student fits into the offer and below everything above it.
/// # Errors
/// [`AllocationError::Full`] naming what is full.
pub fn room_for_one(forest: &Forest, occupied: &Occupied, offer: &Offer) -> Result<(), AllocationError> {
    let count = |number: i32| u32::try_from(number).unwrap_or(0);
    let full = |place: &str, taken: u32, seats: i32| match taken >= count(seats) {
        true => Err(AllocationError::Full { place: place.into(), taken, seats: count(seats) }),
        false => Ok(()),
    };
    full(offer.shown_name(), occupied.at(offer.id), offer.seats_max)?;
    for node in forest.upwards(offer.node) {
        if let Some(cap) = node.seats_max {
            full(node.shown_name(), occupied.below(node.id), cap)?;
        }
    }
    Ok(())
}
