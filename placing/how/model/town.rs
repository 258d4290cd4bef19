//! A town so small that everybody can follow it, shared out by the engine itself: what pages tell about it is worked out
//! when they are shown, so picture and words cannot say what the engine does not do.

use matching::explain::RefusedWish;
use matching::{Builder, Mechanism, Offer, Options, Problem, Student, solve};

use super::reasons::{Objective, Refusal, Why, why_taken};

/// Who wishes, in the order of their numbers.
pub const STUDENTS: [&str; 6] = ["Kaja", "Ali", "Mia", "Per", "Eva", "Jon"];

/// A place of the town.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TownPlace {
    /// As it is called
    pub name: &'static str,
    /// Its own seats
    pub seats: u32,
    /// Whether it belongs to [`LIMIT`]
    pub is_limited: bool,
}

/// The places, as they stand in the picture: those under the common limit side by side.
pub const PLACES: [TownPlace; 4] = [
    TownPlace { name: "Lund", seats: 2, is_limited: false },
    TownPlace { name: "Elva", seats: 2, is_limited: true },
    TownPlace { name: "Moen", seats: 1, is_limited: true },
    TownPlace { name: "Fjell", seats: 2, is_limited: false },
];

/// A limit above two of the places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TownLimit {
    /// Who sets it
    pub name: &'static str,
    /// How many students in all
    pub cap: u32,
}

/// The one limit above places.
pub const LIMIT: TownLimit = TownLimit { name: "Vik", cap: 2 };

/// The one who stands in the first class somewhere: place, and who.
pub const FIRST_CLASS: (usize, usize) = (2, 2);

/// What each student truly wants, dearest first, as indexes into [`PLACES`].
const WISHES: [&[usize]; STUDENTS.len()] = [&[2, 0, 1], &[0, 3, 1], &[2, 0, 3], &[2, 1, 3], &[0, 3], &[2, 0, 1]];

/// The town with the lists that were handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Town {
    /// Place and rank, by student, dearest first.
    lists: Vec<Vec<(usize, u16)>>,
    complete_below: Option<u16>,
    /// A student whose one wish is made to come true: student, place, and rank.
    granted: Option<(usize, usize, u16)>,
}

impl Default for Town {
    /// Everybody lists what they truly want.
    fn default() -> Self {
        let lists = WISHES.iter().map(|wishes| ranked(wishes)).collect();
        Self { lists, complete_below: None, granted: None }
    }
}

/// Places with ranks from 1.
pub fn ranked(places: &[usize]) -> Vec<(usize, u16)> {
    places.iter().copied().zip(1..).collect()
}

impl Town {
    /// The same town, but one student hands in another list.
    #[must_use]
    pub fn with_list(mut self, student: usize, list: Vec<(usize, u16)>) -> Self {
        self.lists[student] = list;
        self
    }

    /// The same town in a round that completes lists with fewer than so many wishes.
    #[must_use]
    pub fn completed(mut self, below: u16) -> Self {
        self.complete_below = Some(below);
        self
    }

    /// What a student truly thinks of a place, whatever was handed in.
    pub fn true_rank(student: usize, place: usize) -> Option<u16> {
        (1..).zip(WISHES[student]).find(|(_, wished)| **wished == place).map(|(rank, _)| rank)
    }

    /// Shares the places out as a round of this mechanism would.
    pub fn share_out(&self, mechanism: Mechanism) -> Shared {
        let Built { problem, students, offers } = self.built();
        let outcome = solve(&problem, &Options { mechanism, ..Options::default() });
        let at = |offer| offers.iter().position(|one| *one == offer);
        let mut fates: Vec<Fate> = (0..STUDENTS.len())
            .map(|student| Fate {
                wishes: self.lists[student].iter().map(|(place, _)| *place).collect(),
                got: outcome.placed(students[student]).and_then(at),
                rank: outcome.rank(students[student]).or_else(|| self.rank_granted(student)),
                refused: vec![],
            })
            .collect();
        let ranks: Vec<Option<u16>> = fates.iter().map(|fate| fate.rank).collect();
        for (student, fate) in fates.iter_mut().enumerate().filter(|(student, _)| self.rank_granted(*student).is_none())
        {
            let told = outcome.explanation(&problem, students[student]);
            let refusal = |wish: &RefusedWish| {
                let place = place_named(&wish.place_id);
                let why = match Objective::of(mechanism) {
                    [] => why_taken(wish, &told.cuts[wish.cut]),
                    objectives => self.why_dear(mechanism, objectives, &ranks, (student, place, wish.rank)),
                };
                Refusal { place, why }
            };
            // Whoever was granted a wish is asked for ranks alone; asking again for reasons would never end.
            if self.granted.is_none() {
                fate.refused = told.refused.iter().map(refusal).collect();
            }
        }
        Shared { fates }
    }

    fn rank_granted(&self, student: usize) -> Option<u16> {
        self.granted.filter(|(who, ..)| *who == student).map(|(_, _, rank)| rank)
    }

    /// What a wish that did not come true would cost the optimum: the places are shared out once more with the wish
    /// granted, and the first objective that comes out worse is told.
    fn why_dear(
        &self,
        mechanism: Mechanism,
        objectives: &[Objective],
        best: &[Option<u16>],
        wish: (usize, usize, u16),
    ) -> Why {
        let granted = Self { granted: Some(wish), ..self.clone() }.share_out(mechanism);
        let other: Vec<Option<u16>> = granted.fates.iter().map(|fate| fate.rank).collect();
        let lost = |objective: &Objective| (*objective, objective.distance(&other) - objective.distance(best));
        let first = objectives.iter().map(lost).find(|(_, lost)| *lost != 0);
        first.map_or(Why::Equal, |(objective, lost)| Why::Worse(objective, lost))
    }

    fn built(&self) -> Built {
        let mut builder = Builder::new();
        builder.node(LIMIT.name, None, "host", Some(LIMIT.cap));
        builder.node("town", None, "host", None);
        let host = |place: &TownPlace| if place.is_limited { LIMIT.name } else { "town" };
        let offers = PLACES.iter().map(|place| builder.offer(place.name, host(place), place.seats)).collect();
        let students = (1..).zip(STUDENTS).map(|(number, name)| builder.student(name, 0, number)).collect();
        for (student, list) in self.lists.iter().enumerate() {
            for (place, rank) in list {
                builder.rated_wish(STUDENTS[student], PLACES[*place].name, *rank, class_at(student, *place), None);
            }
        }
        if let Some((student, place, _)) = self.granted {
            builder.fix(STUDENTS[student], PLACES[place].name);
        }
        let mut problem = match builder.build() {
            Ok(problem) => problem,
            Err(faults) => unreachable!("the example town is sound: {faults:?}"),
        };
        if let Some(Err(fault)) = self.complete_below.map(|below| problem.complete_lists(below)) {
            unreachable!("the example town is small: {fault:?}");
        }
        Built { problem, students, offers }
    }
}

struct Built {
    problem: Problem,
    students: Vec<Student>,
    offers: Vec<Offer>,
}

/// The class a student stands in at a place: 1 goes first.
pub fn class_at(student: usize, place: usize) -> u16 {
    if (place, student) == FIRST_CLASS { 1 } else { 2 }
}

/// How the places were shared out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// One for each student
    pub fates: Vec<Fate>,
}

/// What became of one student.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fate {
    /// The list handed in, dearest first
    pub wishes: Vec<usize>,
    /// Index into [`PLACES`]
    pub got: Option<usize>,
    /// Which wish it was
    pub rank: Option<u16>,
    /// The wishes dearer than the one that came true, or all
    pub refused: Vec<Refusal>,
}

impl Shared {
    /// How many have a place.
    pub fn placed(&self) -> usize {
        self.fates.iter().filter(|fate| fate.got.is_some()).count()
    }

    /// How many got the wish of this rank.
    pub fn with_rank(&self, rank: u16) -> usize {
        self.fates.iter().filter(|fate| fate.rank == Some(rank)).count()
    }

    /// The worst wish that came true for anybody.
    pub fn worst(&self) -> u16 {
        self.fates.iter().filter_map(|fate| fate.rank).max().unwrap_or_default()
    }

    /// The numbers of all wishes that came true, added up.
    pub fn sum(&self) -> u32 {
        self.fates.iter().filter_map(|fate| fate.rank).map(u32::from).sum()
    }

    /// Who has no place.
    pub fn without(&self) -> Vec<usize> {
        (0..self.fates.len()).filter(|student| self.fates[*student].got.is_none()).collect()
    }

    /// Who sits at a place, in the order of numbers.
    pub fn at(&self, place: usize) -> Vec<usize> {
        (0..self.fates.len()).filter(|student| self.fates[*student].got == Some(place)).collect()
    }
}

fn place_named(name: &str) -> usize {
    match PLACES.iter().position(|place| place.name == name) {
        Some(place) => place,
        None => unreachable!("the engine names places of the town, and {name} is none"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Mechanism::{Generous, GreedyMax, Lottery, MinCost, Priority, RankMax};

    const ALL: [Mechanism; 6] = [Lottery, Priority, MinCost, RankMax, GreedyMax, Generous];

    fn ranks(mechanism: Mechanism) -> Vec<u16> {
        Town::default().share_out(mechanism).fates.iter().map(|fate| fate.rank.unwrap_or_default()).collect()
    }

    /// Every way to share the places out, as the rank each student gets, 0 for none. Knows nothing of the engine.
    fn every_allocation() -> Vec<Vec<u16>> {
        let mut all: Vec<Vec<Option<usize>>> = vec![vec![]];
        for wishes in WISHES {
            let options = || wishes.iter().map(|place| Some(*place)).chain([None]);
            all = all.iter().flat_map(|seats| options().map(move |one| [seats.as_slice(), &[one]].concat())).collect();
        }
        let taken = |seats: &[Option<usize>], place| seats.iter().filter(|seat| **seat == Some(place)).count();
        let fits = |seats: &Vec<Option<usize>>| {
            let limited = (0..PLACES.len()).filter(|place| PLACES[*place].is_limited);
            (0..PLACES.len()).all(|place| taken(seats, place) <= PLACES[place].seats as usize)
                && limited.map(|place| taken(seats, place)).sum::<usize>() <= LIMIT.cap as usize
        };
        let rank = |(student, seat): (usize, &Option<usize>)| {
            seat.and_then(|place| Town::true_rank(student, place)).unwrap_or_default()
        };
        all.into_iter().filter(fits).map(|seats| seats.iter().enumerate().map(rank).collect()).collect()
    }

    fn with(ranks: &[u16], rank: u16) -> usize {
        ranks.iter().filter(|own| **own == rank).count()
    }

    fn placed(ranks: &[u16]) -> usize {
        ranks.len() - with(ranks, 0)
    }

    fn fullest() -> Vec<Vec<u16>> {
        let all = every_allocation();
        let most = all.iter().map(|ranks| placed(ranks)).max().unwrap();
        all.into_iter().filter(|ranks| placed(ranks) == most).collect()
    }

    #[test]
    fn the_town_comes_to_this_under_each_mechanism() {
        assert_eq!(ranks(Lottery), [1, 1, 2, 2, 2, 0]);
        assert_eq!(ranks(Priority), [2, 1, 1, 2, 2, 0]);
        assert_eq!(ranks(MinCost), [1, 1, 3, 2, 2, 2]);
        assert_eq!(ranks(RankMax), [1, 1, 3, 2, 1, 0]);
        assert_eq!(ranks(GreedyMax), [1, 1, 3, 3, 1, 3]);
        assert_eq!(ranks(Generous), [1, 2, 2, 2, 2, 2]);
    }

    #[test]
    fn no_two_mechanisms_give_the_same() {
        let mut results = ALL.map(ranks).to_vec();
        results.sort();
        results.dedup();
        assert_eq!(results.len(), ALL.len());
    }

    #[test]
    fn what_the_words_promise_of_each_optimiser_is_true_of_all_allocations_there_are() {
        let firsts = every_allocation().iter().map(|ranks| with(ranks, 1)).max().unwrap();
        assert_eq!(with(&ranks(RankMax), 1), firsts);
        assert!(placed(&ranks(RankMax)) < placed(&fullest()[0]), "somebody is left who could have a place");
        for mechanism in [MinCost, GreedyMax, Generous] {
            assert_eq!(placed(&ranks(mechanism)), placed(&fullest()[0]), "{mechanism:?}");
        }
        let least = fullest().iter().map(|ranks| ranks.iter().sum::<u16>()).min().unwrap();
        assert_eq!(ranks(MinCost).iter().sum::<u16>(), least);
        let most = fullest().iter().map(|ranks| with(ranks, 1)).max().unwrap();
        assert_eq!(with(&ranks(GreedyMax), 1), most);
        let worst = *ranks(Generous).iter().max().unwrap();
        let mildest = fullest().iter().map(|ranks| *ranks.iter().max().unwrap()).min().unwrap();
        assert_eq!(worst, mildest);
        let fewest = fullest().into_iter().filter(|ranks| ranks.iter().all(|rank| *rank <= worst));
        assert_eq!(Some(with(&ranks(Generous), worst)), fewest.map(|ranks| with(&ranks, worst)).min());
    }

    #[test]
    fn each_mechanism_shows_what_is_its_own() {
        assert!(with(&ranks(RankMax), 1) > with(&ranks(Lottery), 1), "more first wishes than by lot");
        assert!(placed(&ranks(MinCost)) > placed(&ranks(Lottery)), "more places than by lot");
        assert!(ranks(Generous).iter().max() < ranks(MinCost).iter().max(), "nobody as far down");
        assert!(ranks(GreedyMax).iter().sum::<u16>() > ranks(MinCost).iter().sum(), "first wishes have their price");
    }

    #[test]
    fn a_place_is_closed_by_the_limit_above_it_although_it_has_a_free_seat() {
        let shared = Town::default().share_out(Lottery);
        let refused = |place, why| Refusal { place, why };
        assert_eq!(
            shared.fates[5].refused,
            [refused(2, Why::PlaceFull(1)), refused(0, Why::PlaceFull(3)), refused(1, Why::LimitFull(4))]
        );
        assert!(shared.at(1).len() < PLACES[1].seats as usize);
    }

    #[test]
    fn a_class_lets_a_later_number_pass() {
        let shared = Town::default().share_out(Priority);
        let why = Why::ClassFirst { class: 1, own: 2, number: 3 };
        assert_eq!(shared.fates[0].refused, [Refusal { place: 2, why }]);
    }

    #[test]
    fn what_a_refused_wish_would_cost_is_what_every_allocation_there_is_says() {
        let all = every_allocation();
        let distance = |mechanism, ranks: &[u16]| {
            let ranks: Vec<Option<u16>> = ranks.iter().map(|rank| Some(*rank).filter(|rank| *rank > 0)).collect();
            Objective::of(mechanism).iter().map(|objective| objective.distance(&ranks)).collect::<Vec<_>>()
        };
        for mechanism in [MinCost, RankMax, GreedyMax, Generous] {
            let best = distance(mechanism, &ranks(mechanism));
            for (student, fate) in Town::default().share_out(mechanism).fates.iter().enumerate() {
                for refusal in &fate.refused {
                    let rank = Town::true_rank(student, refusal.place).unwrap();
                    let granted = all.iter().filter(|ranks| ranks[student] == rank);
                    let other = granted.map(|ranks| distance(mechanism, ranks)).min().unwrap();
                    let lost = best.iter().zip(&other).map(|(best, other)| other - best).find(|lost| *lost != 0);
                    let told = match refusal.why {
                        Why::Worse(_, lost) => Some(lost),
                        _ => None,
                    };
                    assert_eq!(told, lost, "{mechanism:?}: {} at {}", STUDENTS[student], PLACES[refusal.place].name);
                }
            }
        }
    }

    #[test]
    fn what_a_refused_wish_would_cost_is_told_in_the_mechanisms_own_terms() {
        let why = |mechanism, student: usize| {
            let shared = Town::default().share_out(mechanism);
            shared.fates[student].refused.iter().map(|refusal| refusal.why).collect::<Vec<_>>()
        };
        let fewer_up_to = |rank| Why::Worse(Objective::UpTo(rank), 1);
        assert_eq!(why(MinCost, 3), [Why::Worse(Objective::Sum, 1)]);
        assert_eq!(why(RankMax, 5), [Why::Equal, fewer_up_to(1), fewer_up_to(2)]);
        assert_eq!(why(GreedyMax, 5), [Why::Equal, fewer_up_to(1)]);
        assert_eq!(why(Generous, 3), [Why::Worse(Objective::From(3), 1)]);
    }
}
