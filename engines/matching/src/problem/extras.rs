//! What a plain round does without: kinds, bans, a travel limit, soft terms. Everything here is empty unless it is
//! asked for, so that a plain problem stays as it is.

use super::consider::LeftOut;
use super::{BanReason, NONE, Parts, Problem};
use std::collections::HashMap;

/// A soft term for a pair, wished for or not: whole rank steps, fewer are better.
pub(crate) type SoftTerm = (u32, u32, i32);

/// A pair that must not come about: student, offer, why.
pub(crate) type Ban = (u32, u32, BanReason);

/// What was asked for besides lists and capacities.
#[derive(Clone, Debug, Default)]
pub(crate) struct Extras {
    /// By student, then offer; one for a pair.
    pub(crate) soft: Vec<SoftTerm>,
    /// By student, then offer; one for a pair.
    pub(crate) bans: Vec<Ban>,
    /// No wish with more minutes than this is considered.
    pub(crate) travel_limit: Option<u16>,
    pub(crate) kinds: Kinds,
    /// Wishes that were not considered, by student, then as in the list.
    pub(crate) left_out: Vec<LeftOut>,
    /// Lists with fewer wishes than this were completed.
    pub(crate) complete_below: Option<u16>,
    /// The first wish of each student that was added by rule; empty when no list was completed.
    pub(crate) added_from: Vec<u32>,
}

impl Extras {
    pub(crate) fn ban(&self, student: u32, offer: u32) -> Option<BanReason> {
        let at = self.bans.binary_search_by_key(&(student, offer), |ban| (ban.0, ban.1)).ok()?;
        Some(self.bans[at].2)
    }
}

/// Subject and period of students and offers, both by number. Either may be unknown, which fits everything.
#[derive(Clone, Debug, Default)]
pub(crate) struct Kinds {
    /// By student; empty or short when the rest is unknown.
    pub(crate) students: Vec<Kind>,
    /// By offer; empty or short when the rest is unknown.
    pub(crate) offers: Vec<Kind>,
}

/// The number of a subject and of a period.
pub(crate) type Kind = [u32; 2];

/// Fits everything.
pub(crate) const ANY: Kind = [NONE, NONE];

impl Kinds {
    pub(crate) fn of_student(&self, student: u32) -> Kind {
        self.students.get(student as usize).copied().unwrap_or(ANY)
    }

    pub(crate) fn of_offer(&self, offer: u32) -> Kind {
        self.offers.get(offer as usize).copied().unwrap_or(ANY)
    }
}

/// Kinds numbered from 1, by the first offer of each in the order of ids: the same whatever the order of rows.
pub(crate) struct KindNumbers<'a> {
    kinds: &'a Kinds,
    number: HashMap<Kind, u64>,
}

impl<'a> KindNumbers<'a> {
    pub(crate) fn new(problem: &'a Problem) -> Self {
        let kinds = &problem.extras.kinds;
        let mut number = HashMap::new();
        for offer in problem.offer_ids.sorted() {
            let next = number.len() as u64 + 1;
            number.entry(kinds.of_offer(offer)).or_insert(next);
        }
        Self { kinds, number }
    }

    /// None for what fits every student.
    pub(crate) fn of_offer(&self, offer: u32) -> Option<u64> {
        self.of(self.kinds.of_offer(offer))
    }

    /// None for who fits every offer; 0 for who fits none but those.
    pub(crate) fn of_student(&self, student: u32) -> Option<u64> {
        self.of(self.kinds.of_student(student))
    }

    fn of(&self, kind: Kind) -> Option<u64> {
        (kind != ANY).then(|| self.number.get(&kind).copied().unwrap_or(0))
    }
}

pub(crate) fn fits(one: Kind, other: Kind) -> bool {
    one == other || one == ANY || other == ANY
}

/// The soft term of every wish, in the order of the wishes; empty when there are none.
pub(crate) fn soft_by_wish(terms: &[SoftTerm], start: &[u32], offers: &[u32]) -> Vec<i32> {
    if terms.is_empty() {
        return Vec::new();
    }
    let mut soft = vec![0; offers.len()];
    for of_one in terms.chunk_by(|a, b| a.0 == b.0) {
        let student = of_one[0].0 as usize;
        for wish in start[student] as usize..start[student + 1] as usize {
            if let Ok(at) = of_one.binary_search_by_key(&offers[wish], |term| term.1) {
                soft[wish] = of_one[at].2;
            }
        }
    }
    soft
}

impl Parts {
    /// Marks a student whose placing counts first.
    pub(crate) fn protect(&mut self, student: u32) {
        self.protected.resize(self.student_ids.len(), false);
        self.protected[student as usize] = true;
    }
}
