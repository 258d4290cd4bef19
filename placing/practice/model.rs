//! Wishes of people who do not exist.

use base::OfferId;

use crate::wishes::Wish;

/// Chance that comes out the same for the same copy (SplitMix64; Steele, Lea and Flood 2014): a copy that is begun anew
/// is the same copy.
pub struct Chance(u64);

impl Chance {
    /// Of this seed.
    pub fn of(seed: u64) -> Self {
        Self(seed)
    }

    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % end.max(1) as u64) as usize
    }

    /// What somebody invented wishes for: nothing one time in five, otherwise as many places as are asked for, those
    /// that come first in the list more often, so that some are sought after and the draw has something to decide.
    pub fn wishes(&mut self, offers: &[OfferId], wanted: u16) -> Vec<Wish> {
        if self.below(5) == 0 {
            return vec![];
        }
        let mut left = offers.to_vec();
        let mut wishes = vec![];
        while wishes.len() < usize::from(wanted) && !left.is_empty() {
            let place = self.below(left.len()).min(self.below(left.len()));
            let rank = u16::try_from(wishes.len() + 1).unwrap_or(u16::MAX);
            wishes.push(Wish { offer: left.remove(place), rank });
        }
        wishes
    }
}

/// A lottery number of a file, different for each of fewer than a hundred thousand students.
pub fn lottery_of(number: usize) -> i64 {
    // A prime modulus and a step below it: no two numbers meet.
    let number = (number as u64 % 100_003) * 7_919 % 100_003;
    i64::try_from(number).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn invented_wishes_name_each_place_once_and_are_the_same_for_the_same_copy() {
        let offers: Vec<OfferId> = (1..=6).map(|number| OfferId(uuid::Uuid::from_u128(number))).collect();
        let told = |seed| {
            let mut chance = Chance::of(seed);
            (0..200).map(|_| chance.wishes(&offers, 4)).collect::<Vec<_>>()
        };
        let lists = told(3);
        assert_eq!(lists, told(3));
        assert_ne!(lists, told(4));
        for list in lists.iter().filter(|list| !list.is_empty()) {
            let places: HashSet<_> = list.iter().map(|wish| wish.offer).collect();
            assert_eq!((list.len(), places.len()), (4, 4));
            assert_eq!(list.iter().map(|wish| wish.rank).collect::<Vec<_>>(), [1, 2, 3, 4]);
        }
        assert!(lists.iter().any(Vec::is_empty));
        assert_eq!((1..=5_000).map(lottery_of).collect::<HashSet<_>>().len(), 5_000);
    }
}
