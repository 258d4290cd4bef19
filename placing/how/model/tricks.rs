//! Lists that are not the true ones: where one would gain, and what becomes of it when somebody else does the same.

use matching::Mechanism;

use super::town::{Town, ranked};

/// A list that gains in the example town if all others are honest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trick {
    /// Who plays it
    pub student: usize,
    /// The list handed in, as indexes into the town's places
    pub list: &'static [usize],
    /// Who plays another trick at the same time
    pub other: usize,
    /// The other's list
    pub others_list: &'static [usize],
}

/// What comes of a trick.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// The place got by the true list
    pub honest: Option<usize>,
    /// The place got by the trick
    pub tricked: Option<usize>,
    /// The place got by the trick when the other one plays too
    pub both: Option<usize>,
    /// The place got by the true list when the other one plays
    pub honest_beside: Option<usize>,
    /// The place got by the trick in a round that completes short lists
    pub completed: Option<usize>,
    /// The place got by the true list in such a round
    pub honest_completed: Option<usize>,
}

impl Trick {
    /// A round that completes short lists asks for so many wishes in the example: as many as most of its lists have.
    pub const COMPLETE_BELOW: u16 = 3;

    /// The trick that gains under a mechanism; none where no list gains.
    pub fn under(mechanism: Mechanism) -> Option<Self> {
        let played = |list, others_list| Some(Self { student: 5, list, other: 0, others_list });
        match mechanism {
            Mechanism::Lottery | Mechanism::Priority => None,
            Mechanism::RankMax => played(&[0, 2, 1], &[0, 2, 1]),
            Mechanism::MinCost | Mechanism::GreedyMax | Mechanism::Generous => played(&[2], &[2]),
        }
    }

    /// Plays it.
    pub fn play(&self, mechanism: Mechanism) -> Outcome {
        let honest = Town::default();
        let got = |town: &Town| town.share_out(mechanism).fates[self.student].got;
        let tricked = honest.clone().with_list(self.student, ranked(self.list));
        let beside = |town: &Town| town.clone().with_list(self.other, ranked(self.others_list));
        let completed = |town: &Town| town.clone().completed(Self::COMPLETE_BELOW);
        Outcome {
            honest: got(&honest),
            tricked: got(&tricked),
            both: got(&beside(&tricked)),
            honest_beside: got(&beside(&honest)),
            completed: got(&completed(&tricked)),
            honest_completed: got(&completed(&honest)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::how::model::town::{PLACES, STUDENTS};
    use Mechanism::{Generous, GreedyMax, Lottery, MinCost, Priority, RankMax};

    /// A rank to compare: no place is worse than any.
    fn rank(student: usize, got: Option<usize>) -> u16 {
        got.and_then(|place| Town::true_rank(student, place)).unwrap_or(u16::MAX)
    }

    /// Every list there is: every choice of places in every order, with every grouping into equal ranks.
    fn every_list() -> Vec<Vec<(usize, u16)>> {
        let mut all = vec![vec![]];
        let mut longest: Vec<Vec<(usize, u16)>> = vec![vec![]];
        for _ in PLACES {
            let longer = |list: &Vec<(usize, u16)>| {
                let last = list.last().map_or(0, |(_, rank)| *rank);
                let places = (0..PLACES.len()).filter(|place| list.iter().all(|(listed, _)| listed != place));
                let more = places.flat_map(|place| [(place, last), (place, last + 1)]).filter(|(_, rank)| *rank > 0);
                more.map(|wish| [list.as_slice(), &[wish]].concat()).collect::<Vec<_>>()
            };
            longest = longest.iter().flat_map(longer).collect();
            all.extend(longest.clone());
        }
        all
    }

    #[test]
    fn no_list_but_the_true_one_brings_anybody_more_by_lottery_or_priority() {
        let lists = every_list();
        for mechanism in [Lottery, Priority] {
            let honest = Town::default().share_out(mechanism);
            for (student, name) in STUDENTS.iter().enumerate() {
                for list in &lists {
                    let other = Town::default().with_list(student, list.clone()).share_out(mechanism);
                    let (tried, true_list) = (other.fates[student].got, honest.fates[student].got);
                    assert!(
                        rank(student, tried) >= rank(student, true_list),
                        "{mechanism:?}: {name} gains by {list:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn the_list_that_is_told_gains_under_every_optimiser_and_loses_when_another_does_the_same() {
        for mechanism in [MinCost, RankMax, GreedyMax, Generous] {
            let trick = Trick::under(mechanism).unwrap();
            let played = trick.play(mechanism);
            let rank = |got| rank(trick.student, got);
            assert!(rank(played.tricked) < rank(played.honest), "{mechanism:?} gains: {played:?}");
            assert!(rank(played.both) > rank(played.honest_beside), "{mechanism:?} loses: {played:?}");
        }
    }

    #[test]
    fn completing_short_lists_takes_the_gain_away() {
        for mechanism in [MinCost, GreedyMax, Generous] {
            let trick = Trick::under(mechanism).unwrap();
            let played = trick.play(mechanism);
            assert!(
                rank(trick.student, played.completed) >= rank(trick.student, played.honest_completed),
                "{mechanism:?}: {played:?}"
            );
            assert!(played.completed.is_some(), "{mechanism:?} is told with the place got");
        }
    }

    #[test]
    fn where_no_list_gains_none_is_told() {
        assert_eq!([Lottery, Priority].map(Trick::under), [None, None]);
    }
}
