//! What proves an optimum: for each objective a price on every capacity, so that somebody who shares no code with
//! this library can check it in one pass. docs/allocation.md says how and why.
//!
//! The price of a slot is what one more seat there alone would be worth. Of all slots together, from a seat up to
//! the top, it is what one more student in that seat costs the others.

/// What an optimiser makes as small as can be, one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Objective {
    /// Protected students without a place.
    ProtectedUnplaced,
    /// Students without a place.
    Unplaced,
    /// The sum of what ranks cost.
    RankCost,
    /// Students without a wish of this rank or a dearer one.
    BelowRank(u16),
    /// Students with a wish of this rank or a less dear one, or without a place.
    FromRank(u16),
    /// The sum of soft terms.
    Soft,
}

impl Objective {
    /// Whether a student with a wish of this rank is counted; 0 is staying unplaced. For objectives that count.
    pub(crate) fn counts(self, rank: u16) -> bool {
        match self {
            Self::ProtectedUnplaced | Self::Unplaced => rank == 0,
            Self::BelowRank(limit) => rank == 0 || rank > limit,
            Self::FromRank(limit) => rank == 0 || rank >= limit,
            Self::RankCost | Self::Soft => false,
        }
    }

    /// The name that stands in the certificate.
    pub fn name(self) -> String {
        match self {
            Self::ProtectedUnplaced => "protected_placed".into(),
            Self::Unplaced => "placed".into(),
            Self::RankCost => "rank_cost".into(),
            Self::BelowRank(rank) => format!("up_to_rank_{rank}"),
            Self::FromRank(rank) => format!("from_rank_{rank}"),
            Self::Soft => "soft".into(),
        }
    }
}

/// An objective and the prices that prove it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proven {
    pub(crate) objective: Objective,
    /// Slot and price, without those that are zero, by slot.
    pub(crate) prices: Vec<(u32, i64)>,
}

impl Proven {
    /// `own` is the price of each slot alone.
    pub(crate) fn new(objective: Objective, own: &[i64]) -> Self {
        let prices = (0..).zip(own.iter().copied());
        Self { objective, prices: prices.filter(|(_, price)| *price != 0).collect() }
    }

    /// The proofs of two objectives that were minimised in one, as `first` times `unit` plus `second`: a unit is more
    /// than twice what the second could ever outweigh.
    pub(crate) fn two(first: Objective, second: Objective, unit: i64, both: &Self) -> [Self; 2] {
        let split = |objective, part: &dyn Fn(i64) -> i64| Self {
            objective,
            prices: both
                .prices
                .iter()
                .map(|(slot, price)| (*slot, part(*price)))
                .filter(|(_, part)| *part != 0)
                .collect(),
        };
        let units = |price: i64| (price + unit / 2).div_euclid(unit);
        [split(first, &units), split(second, &|price| price - units(price) * unit)]
    }

    /// What was proven.
    pub fn objective(&self) -> Objective {
        self.objective
    }
}
