//! What a plain round does without: soft terms and protected students. Everything here is empty unless it is asked
//! for, so that a plain problem stays as it is.

use super::Parts;

/// A soft term for a pair, wished for or not: whole rank steps, fewer are better.
pub(crate) type SoftTerm = (u32, u32, i32);

/// What was asked for besides lists and capacities.
#[derive(Clone, Debug, Default)]
pub(crate) struct Extras {
    /// By student, then offer.
    pub(crate) soft: Vec<SoftTerm>,
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
