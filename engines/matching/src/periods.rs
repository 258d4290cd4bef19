//! Several periods, one after the other in the published order: what a student has borne in earlier ones becomes soft
//! terms in the next.
//!
//! Each period is a [`Problem`] of its own, with its own seats; a student takes part in as many as name the same
//! student id. All periods at once would be a flow of several goods, which has no fast exact method, so each is
//! solved exactly with what is known by then. Soft terms decide among allocations that are otherwise equally good,
//! so an earlier burden never leaves somebody without a place or raises the cost of ranks. They count where the
//! mechanism looks for an optimum; `lottery` and `priority` do not read them.

use crate::problem::{Problem, Student, Wish};
use crate::{Options, Outcome, solve};
use std::collections::HashMap;

/// What counts as a burden, in rank steps. To be published before the first period is solved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BurdenTable {
    /// For each rank below the first that was got.
    pub rank_steps: u16,
    /// A band of travel, in minutes; whole bands count. 0: travel is no burden.
    pub band_minutes: u16,
    /// For each whole band of travel.
    pub band_steps: u16,
    /// For wishing and staying without a place.
    pub unplaced_steps: u16,
    /// Whether who wished and stayed without a place is protected in the next period.
    pub protect_unplaced: bool,
}

impl Default for BurdenTable {
    /// One step a rank, one for each half hour, ten for no place, and protection after that.
    fn default() -> Self {
        Self { rank_steps: 1, band_minutes: 30, band_steps: 1, unplaced_steps: 10, protect_unplaced: true }
    }
}

/// What a student brings into a period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Burden {
    /// Rank steps from all earlier periods together.
    pub steps: u32,
    /// Whether the student wished in the last period taken part in, and stayed without a place.
    pub unplaced: bool,
}

impl Burden {
    /// Adds what one period brought: the wish that came true, or none for a student who wished and got nothing.
    /// Placements by hand and empty lists are no burden.
    fn bear(&mut self, table: &BurdenTable, got: Option<Wish>) {
        self.unplaced = got.is_none();
        let steps = match got {
            Some(wish) => u32::from(table.rank_steps) * u32::from(wish.rank - 1) + table.travel(&wish),
            None => table.unplaced_steps.into(),
        };
        self.steps = self.steps.saturating_add(steps);
    }
}

impl BurdenTable {
    fn travel(&self, wish: &Wish) -> u32 {
        let bands = wish.travel_min.unwrap_or(0).checked_div(self.band_minutes).unwrap_or(0);
        u32::from(self.band_steps) * u32::from(bands)
    }

    /// The soft term of a wish for a student who brings so many steps: the more was borne, the dearer is what this
    /// wish would add.
    fn soft(&self, burden: Burden, wish: &Wish) -> i32 {
        let adds = u64::from(self.rank_steps) * u64::from(wish.rank - 1) + u64::from(self.travel(wish));
        let steps = u64::from(burden.steps).saturating_mul(adds);
        i32::try_from(steps).unwrap_or(i32::MAX).min(Problem::SOFT_MAX)
    }
}

/// One period, solved.
#[derive(Clone, Debug)]
pub struct Period {
    /// The problem with what was carried into it; reasons and files are made from this one.
    pub problem: Problem,
    /// Who got what.
    pub outcome: Outcome,
    /// What each student brought, by [`Student::index`].
    pub burdens: Vec<Burden>,
}

/// Solves periods in the order given. Draw and complete lists before; the terms carried over come on top of soft
/// terms that are there.
pub fn solve_periods(periods: Vec<Problem>, options: &Options, table: &BurdenTable) -> Vec<Period> {
    let mut borne: HashMap<String, Burden> = HashMap::new();
    let mut solved = Vec::with_capacity(periods.len());
    for mut problem in periods {
        let brought = |student| borne.get(problem.student_id(student)).copied().unwrap_or_default();
        let burdens: Vec<Burden> = problem.each_student().map(brought).collect();
        carry(&mut problem, &burdens, table);
        let outcome = solve(&problem, options);
        for student in problem.each_student().filter(|student| draws(&problem, *student)) {
            let got = problem.wishes_of(student).find(|wish| Some(wish.offer) == outcome.placed(student));
            borne.entry(problem.student_id(student).to_owned()).or_default().bear(table, got);
        }
        solved.push(Period { problem, outcome, burdens });
    }
    solved
}

/// Whether a student takes part with wishes of the own.
fn draws(problem: &Problem, student: Student) -> bool {
    problem.fixed(student).is_none() && !problem.own_wishes(student.0).is_empty()
}

fn carry(problem: &mut Problem, burdens: &[Burden], table: &BurdenTable) {
    if burdens.iter().any(|burden| burden.steps > 0) {
        problem.wish_soft.resize(problem.wishes(), 0);
        for student in problem.each_student() {
            let burden = burdens[student.index()];
            let carried: Vec<i32> = problem.wishes_of(student).map(|wish| table.soft(burden, &wish)).collect();
            let range = problem.wish_range(student.0);
            for (soft, carried) in problem.wish_soft[range].iter_mut().zip(carried) {
                *soft = (*soft + carried).clamp(-Problem::SOFT_MAX, Problem::SOFT_MAX);
            }
        }
    }
    if table.protect_unplaced && burdens.iter().any(|burden| burden.unplaced) {
        problem.protected.resize(problem.students(), false);
        for (protected, burden) in problem.protected.iter_mut().zip(burdens) {
            *protected |= burden.unplaced;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Builder, Mechanism};

    /// Mila draws before Omar, Omar before Ida; each takes a seat of their own if there is one.
    fn period(seats: &[(&str, u32)], wishes: &[(&str, &str, u16, u16)]) -> Problem {
        let mut town = Builder::new();
        town.node("north", None, "region", None);
        for (offer, seats) in seats {
            town.offer(offer, "north", *seats);
        }
        for (lottery, student) in (0..).zip(["mila", "omar", "ida"]) {
            town.student(student, 0, lottery);
        }
        for (student, offer, rank, minutes) in wishes {
            town.rated_wish(student, offer, *rank, 0, Some(*minutes));
        }
        town.build().unwrap()
    }

    fn solved(periods: Vec<Problem>, mechanism: Mechanism) -> Vec<Period> {
        let options = Options { mechanism, ..Options::default() };
        solve_periods(periods, &options, &BurdenTable::default())
    }

    #[test]
    fn what_was_borne_is_counted_by_the_table_and_carried_as_soft_terms() {
        let first = period(&[("a", 1), ("b", 1)], &[("mila", "a", 1, 29), ("omar", "a", 1, 0), ("omar", "b", 3, 95)]);
        let wishes = [("mila", "a", 1, 60), ("omar", "a", 1, 60), ("omar", "b", 2, 10)];
        let both = solved(vec![first, period(&[("a", 1), ("b", 1)], &wishes)], Mechanism::Lottery);
        let free = Burden::default();
        assert_eq!(both[0].burdens, [free; 3]);
        assert!(both[0].problem.wish_soft.is_empty());
        // Two ranks below the first and three whole half hours.
        assert_eq!(both[1].burdens, [free, Burden { steps: 5, unplaced: false }, free]);
        assert_eq!(both[1].problem.wish_soft, [0, 5 * 2, 5]);
        assert!(both[1].problem.protected.is_empty());
    }

    #[test]
    fn who_wished_and_got_nothing_is_protected_next_and_empty_lists_are_no_burden() {
        let wishes = [("mila", "a", 1, 0), ("omar", "a", 1, 0)];
        let periods = vec![period(&[("a", 1)], &wishes), period(&[("a", 1)], &wishes), period(&[("a", 2)], &wishes)];
        let all = solved(periods, Mechanism::Lottery);
        let (free, without) = (Burden::default(), Burden { steps: 10, unplaced: true });
        assert_eq!(all[1].burdens, [free, without, free]);
        assert_eq!(all[1].problem.protected, [false, true, false]);
        assert_eq!(all[2].burdens, [free, Burden { steps: 20, unplaced: true }, free]);
        let mut table = BurdenTable { protect_unplaced: false, ..BurdenTable::default() };
        table.unplaced_steps = 0;
        let none = solve_periods(vec![all[0].problem.clone(), all[1].problem.clone()], &Options::default(), &table);
        assert_eq!(none[1].burdens[1], Burden { steps: 0, unplaced: true });
    }

    #[test]
    fn terms_stay_within_their_bound() {
        let burden = Burden { steps: u32::MAX, unplaced: false };
        let town = period(&[("a", 1)], &[("mila", "a", u16::MAX, 0)]);
        let wish = town.wishes_of(Student(0)).next().unwrap();
        assert_eq!(BurdenTable::default().soft(burden, &wish), Problem::SOFT_MAX);
        let still = BurdenTable { band_minutes: 0, ..BurdenTable::default() };
        assert_eq!(still.travel(&wish), 0);
    }

    /// In the second period one of two must take the second wish; the first number would go to Mila.
    #[test]
    fn among_equal_optima_who_has_borne_more_goes_first() {
        let first = period(&[("a", 1), ("b", 1)], &[("mila", "a", 1, 0), ("omar", "a", 1, 0), ("omar", "b", 2, 0)]);
        let wishes = [("mila", "a", 1, 0), ("mila", "b", 2, 0), ("omar", "a", 1, 0), ("omar", "b", 2, 0)];
        let second = || period(&[("a", 1), ("b", 1)], &wishes);
        let alone = solved(vec![second()], Mechanism::MinCost);
        assert_eq!([0, 1].map(|at| alone[0].outcome.rank(Student(at))), [Some(1), Some(2)]);
        let both = solved(vec![first, second()], Mechanism::MinCost);
        assert_eq!([0, 1].map(|at| both[1].outcome.rank(Student(at))), [Some(2), Some(1)]);
    }
}
