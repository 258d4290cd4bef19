//! List completion: where an objective counts the placed first, a list with one popular offer would have to be given
//! that offer, or the count drops. So that short lists bring nothing, the round may complete them by rule.

use super::extras::{ANY, fits, soft_by_wish};
use super::{Kind, NO_TRAVEL, NONE, Problem, ProblemError};
use crate::ids::small;

impl Problem {
    /// A list is completed with at most so many offers.
    pub const ADDED_MAX: usize = 200;

    /// Adds to every list with fewer than `below` considered wishes all other eligible offers, as one tied last rank:
    /// one below the last wish, and 2 when there is none, so that nobody gets a first choice that was never made.
    ///
    /// Eligible are offers of the student's subject and period that are not banned and were not left out of this very
    /// list. Travel is known for listed pairs alone, so an unlisted offer counts as near enough. Where more than
    /// [`Problem::ADDED_MAX`] offers have the kind, that many are looked at, spread evenly over all of them in the
    /// order of ids, from a start that the lottery number sets; so numbers must be drawn before.
    ///
    /// What was added before is taken back first. An added offer has the last priority class anybody has, no known travel, and the soft term of its pair. Those
    /// placed by hand get nothing added. A list that uses the rank [`Problem::RANK_MAX`] has none below it and stays.
    ///
    /// # Errors
    /// When there would be more than [`Problem::ROWS_MAX`] wishes; then nothing is added.
    pub fn complete_lists(&mut self, below: u16) -> Result<(), ProblemError> {
        let last_class = self.wish_prio.iter().copied().max().unwrap_or(0);
        let pools = Pools::new(self);
        let mut lists = Lists::with_room(self, below);
        let mut added_from = Vec::with_capacity(self.students());
        let mut seen = vec![NONE; self.offers()];
        for student in 0..small(self.students()) {
            let range = self.own_wishes(student);
            lists.copy(self, range.clone());
            added_from.push(small(lists.offer.len()));
            let short = range.len() < usize::from(below) && self.fixed[student as usize] == NONE;
            let last = self.wish_rank[range.clone()].last().copied().unwrap_or(1);
            let (true, Some(rank)) = (short, last.checked_add(1)) else { continue };
            let not_again = self.left_out(student).iter().map(|out| out.offer);
            for offer in self.wish_offer[range].iter().copied().chain(not_again) {
                seen[offer as usize] = student;
            }
            for offer in pools.of(self, student) {
                if seen[offer as usize] != student && self.extras.ban(student, offer).is_none() {
                    lists.add(offer, rank, last_class);
                }
            }
            if lists.offer.len() > Self::ROWS_MAX {
                return Err(ProblemError::TooMany { kind: Kind::Wish });
            }
        }
        lists.start.push(small(lists.offer.len()));
        self.wish_soft = soft_by_wish(&self.extras.soft, &lists.start, &lists.offer);
        (self.wish_start, self.wish_offer, self.wish_rank) = (lists.start, lists.offer, lists.rank);
        (self.wish_prio, self.wish_travel) = (lists.prio, lists.travel);
        (self.extras.added_from, self.extras.complete_below) = (added_from, Some(below));
        Ok(())
    }

    /// The wishes the student made and that are considered, without those added by rule.
    pub(crate) fn own_wishes(&self, student: u32) -> std::ops::Range<usize> {
        let range = self.wish_range(student);
        match self.extras.added_from.get(student as usize) {
            Some(added) => range.start..*added as usize,
            None => range,
        }
    }

    /// How many offers were added to a list by rule, and their rank.
    pub(crate) fn added(&self, student: u32) -> Option<(u32, u16)> {
        let added = self.own_wishes(student).end..self.wish_range(student).end;
        let rank = self.wish_rank[added.clone()].first()?;
        Some((small(added.len()), *rank))
    }
}

/// The new lists, one after the other.
#[derive(Default)]
struct Lists {
    start: Vec<u32>,
    offer: Vec<u32>,
    rank: Vec<u16>,
    prio: Vec<u16>,
    travel: Vec<u16>,
}

impl Lists {
    /// Room for the longest lists there can be, so that nothing is copied while they grow.
    fn with_room(problem: &Problem, below: u16) -> Self {
        let length = |student| problem.own_wishes(student).len();
        let longest = |own| if own < usize::from(below) { own + Problem::ADDED_MAX.min(problem.offers()) } else { own };
        let wishes: usize = (0..small(problem.students())).map(|student| longest(length(student))).sum();
        let room = wishes.min(Problem::ROWS_MAX + problem.offers());
        Self {
            start: Vec::with_capacity(problem.students() + 1),
            offer: Vec::with_capacity(room),
            rank: Vec::with_capacity(room),
            prio: Vec::with_capacity(room),
            travel: Vec::with_capacity(room),
        }
    }

    fn copy(&mut self, problem: &Problem, range: std::ops::Range<usize>) {
        self.start.push(small(self.offer.len()));
        self.offer.extend_from_slice(&problem.wish_offer[range.clone()]);
        self.rank.extend_from_slice(&problem.wish_rank[range.clone()]);
        self.prio.extend_from_slice(&problem.wish_prio[range.clone()]);
        self.travel.extend_from_slice(&problem.wish_travel[range]);
    }

    fn add(&mut self, offer: u32, rank: u16, prio: u16) {
        self.offer.push(offer);
        self.rank.push(rank);
        self.prio.push(prio);
        self.travel.push(NO_TRAVEL);
    }
}

/// The offers by kind, each pool in the order of ids.
struct Pools {
    /// Kind and pool, by kind.
    pools: Vec<([u32; 2], Vec<u32>)>,
    all: Vec<u32>,
}

impl Pools {
    fn new(problem: &Problem) -> Self {
        let all = problem.offer_ids.sorted();
        let kinds = &problem.extras.kinds;
        let mut known: Vec<[u32; 2]> = kinds.students.iter().copied().filter(|kind| *kind != ANY).collect();
        known.sort_unstable();
        known.dedup();
        let pool = |kind| all.iter().copied().filter(|offer| fits(kind, kinds.of_offer(*offer))).collect();
        Self { pools: known.into_iter().map(|kind| (kind, pool(kind))).collect(), all }
    }

    /// At most [`Problem::ADDED_MAX`] offers that fit a student, in the order of ids.
    fn of(&self, problem: &Problem, student: u32) -> impl Iterator<Item = u32> + '_ {
        let kind = problem.extras.kinds.of_student(student);
        let pool = match self.pools.binary_search_by_key(&kind, |pool| pool.0) {
            Ok(at) => &self.pools[at].1,
            Err(_) => &self.all,
        };
        let (size, taken) = (pool.len(), pool.len().min(Problem::ADDED_MAX));
        let first = (problem.lottery[student as usize] % size.max(1) as u64) as usize;
        let mut places: Vec<usize> = (0..taken).map(|at| (first + at * size / taken) % size).collect();
        places.sort_unstable();
        places.into_iter().map(|at| pool[at])
    }
}
