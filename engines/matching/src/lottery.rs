//! The mechanism `lottery`: serial dictatorship over nested capacities, ties kept open.
//!
//! 1. Those placed by hand are seated.
//! 2. Students in draw order are each promised the best rank that leaves every earlier promise possible. Nobody is
//!    bound to one offer among equal ranks yet, so an earlier student's tie can make room for a later one.
//! 3. Seats are fixed: students in draw order each take, among the offers of the promised rank that leave all other
//!    promises possible, the one whose HMAC-SHA-256(key, lottery number, offer id) is lowest.
//!
//! Both steps ask only what is possible, never which way the search went: the answer is one, whatever the order of
//! the rows. It is Pareto-optimal: who could be better off would have been promised more in step 2.

use crate::draw::TieKey;
use crate::problem::{Class, Problem};
use crate::seating::Seating;

/// Step 1 and 2: the promised class of every student is in the seating returned, empty when nothing was left.
pub(crate) fn promise<'a>(problem: &'a Problem, order: &[u32]) -> Seating<'a> {
    let mut seating = Seating::new(problem);
    seating.seat_fixed();
    for student in order {
        for class in problem.classes(*student) {
            if seating.promise(*student, class) {
                break;
            }
        }
    }
    seating
}

/// Step 3.
pub(crate) fn settle(seating: &mut Seating<'_>, order: &[u32], key: &TieKey) {
    let mut offers = Vec::new();
    for student in order {
        let class = seating.class[*student as usize];
        if class.len() > 1 {
            by_tie_rule(seating.problem, key, *student, class, &mut offers);
            let settled = offers.iter().any(|offer| seating.settle(*student, *offer));
            assert!(settled, "the offer a student holds is always possible");
        }
    }
}

/// The offers of a class, lowest hash first.
fn by_tie_rule(problem: &Problem, key: &TieKey, student: u32, class: Class, offers: &mut Vec<u32>) {
    let lottery = problem.lottery[student as usize];
    let mut hashed: Vec<_> = problem.wish_offer[class.range()]
        .iter()
        .map(|offer| {
            let id = problem.offer_ids.get(*offer as usize);
            (key.hash(lottery, id), id, *offer)
        })
        .collect();
    hashed.sort_unstable();
    offers.clear();
    offers.extend(hashed.into_iter().map(|(_, _, offer)| offer));
}
