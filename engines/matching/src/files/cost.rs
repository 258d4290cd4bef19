//! What a rank costs: a published table.

use thiserror::Error;

/// Cost of ranks 1, 2, 3, ...; beyond its end it goes on in the last step, so `1,2,3` and `1` both mean the rank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostTable(Vec<u32>);

/// Why a text is no cost table.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error(
    "a cost table is 1 to {} whole numbers from 0 to {}, none smaller than the one before, with commas between",
    CostTable::RANKS_MAX,
    CostTable::COST_MAX
)]
pub struct CostError;

impl Default for CostTable {
    fn default() -> Self {
        Self(vec![1])
    }
}

impl CostTable {
    /// No table is longer.
    pub const RANKS_MAX: usize = 1_000;
    /// No entry is larger.
    pub const COST_MAX: u32 = 1_000_000_000;

    /// Reads a table such as `1,2,4,8`.
    ///
    /// # Errors
    /// [`CostError`] for anything that is no such list.
    pub fn parse(text: &str) -> Result<Self, CostError> {
        let digits = |entry: &str| !entry.is_empty() && entry.bytes().all(|byte| byte.is_ascii_digit());
        let entry = |entry: &str| match entry.parse::<u32>() {
            Ok(cost) if digits(entry) && cost <= Self::COST_MAX => Ok(cost),
            _ => Err(CostError),
        };
        let table = text.split(',').map(|cost| entry(cost.trim())).collect::<Result<Vec<u32>, _>>()?;
        if table.len() > Self::RANKS_MAX || !table.is_sorted() {
            return Err(CostError);
        }
        Ok(Self(table))
    }

    /// The cost of one student at a rank, counted from 1.
    pub fn of(&self, rank: u16) -> u64 {
        let at = usize::from(rank.max(1)) - 1;
        if let Some(cost) = self.0.get(at) {
            return u64::from(*cost);
        }
        let (last, before) = match self.0[..] {
            [.., before, last] => (last, before),
            [last] => (last, 0),
            [] => (0, 0),
        };
        u64::from(last) + u64::from(last - before) * (at + 1 - self.0.len()) as u64
    }

    /// The entries as given.
    pub fn entries(&self) -> &[u32] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_goes_on_in_its_last_step() {
        let costs = |text: &str| -> Vec<u64> { (1..=6).map(|rank| CostTable::parse(text).unwrap().of(rank)).collect() };
        assert_eq!(costs("1,2,3"), [1, 2, 3, 4, 5, 6]);
        assert_eq!(costs("1"), [1, 2, 3, 4, 5, 6]);
        assert_eq!(costs("1,4,9"), [1, 4, 9, 14, 19, 24]);
        assert_eq!(costs("0,0,5,5"), [0, 0, 5, 5, 5, 5]);
        assert_eq!(CostTable::default().of(u16::MAX), u64::from(u16::MAX));
    }

    #[test]
    fn what_is_no_table_is_refused() {
        for text in ["", "1,,2", "3,2,1", "-1", "+1", "1;2", "1.5", "99999999999"] {
            assert_eq!(CostTable::parse(text), Err(CostError), "{text}");
        }
    }
}
