//! Chance that comes out the same in every demo: the town is invented once.

/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
pub struct Chance(u64);

impl Chance {
    /// The same seed tells the same story.
    pub fn of(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from nought up to, not including, `end`. The bias is far below what anybody could see.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    /// True this often in a hundred.
    pub fn percent(&mut self, often: usize) -> bool {
        self.below(100) < often
    }

    /// `count` different places in `weights`, the heavier ones sooner.
    pub fn draw(&mut self, weights: &[usize], count: usize) -> Vec<usize> {
        let mut left: Vec<(usize, usize)> = weights.iter().copied().enumerate().collect();
        let mut drawn = vec![];
        while drawn.len() < count && !left.is_empty() {
            let all: usize = left.iter().map(|(_, weight)| weight).sum();
            let mut at = self.below(all);
            let chosen = left.iter().position(|(_, weight)| match at.checked_sub(*weight) {
                Some(rest) => {
                    at = rest;
                    false
                }
                None => true,
            });
            drawn.push(left.remove(chosen.unwrap_or(0)).0);
        }
        drawn
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_are_different_places_and_the_heavier_come_sooner() {
        let mut chance = Chance::of(1);
        let mut firsts = [0; 3];
        for _ in 0..300 {
            let drawn = chance.draw(&[1, 1, 8], 3);
            let mut sorted = drawn.clone();
            sorted.sort();
            assert_eq!(sorted, [0, 1, 2]);
            firsts[drawn[0]] += 1;
        }
        assert!(firsts[2] > 200, "{firsts:?}");
    }
}
