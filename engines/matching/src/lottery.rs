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
use crate::problem::{Class, NONE, Problem};
use crate::seating::Seating;
use crate::{Meter, Outcome, Spent, explain};

pub(crate) fn run(problem: &Problem, order: &[u32], ties: &TieKey, meter: &mut dyn Meter) -> (Outcome, Spent) {
    let begun = meter.cpu_seconds();
    let mut seating = promise(problem, order);
    let solved = meter.cpu_seconds();
    settle(&mut seating, order, ties);
    let settled = meter.cpu_seconds();
    let reasons = explain::reasons(&mut seating, order);
    let got: Vec<u32> =
        seating.class.iter().zip(&seating.seat).map(|(class, seat)| wish(problem, *class, *seat)).collect();
    let outcome = Outcome::new(problem, order, &got, reasons);
    let spent = Spent { solve_s: solved - begun, unique_s: settled - solved, reasons_s: meter.cpu_seconds() - settled };
    (outcome, spent)
}

/// The wish of a promised class that is for the offer held.
fn wish(problem: &Problem, class: Class, seat: u32) -> u32 {
    (class.start..class.end).find(|wish| problem.wish_offer[*wish as usize] == seat).unwrap_or(NONE)
}

/// Step 1 and 2: the promised class of every student is in the seating returned, empty when nothing was left.
fn promise<'a>(problem: &'a Problem, order: &[u32]) -> Seating<'a> {
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
fn settle(seating: &mut Seating<'_>, order: &[u32], key: &TieKey) {
    let mut offers: Vec<u32> = Vec::new();
    for student in order {
        let class = seating.class[*student as usize];
        if class.len() > 1 {
            offers.clear();
            offers.extend_from_slice(&seating.problem.wish_offer[class.range()]);
            key.sort(seating.problem, *student, &mut offers);
            let settled = offers.iter().any(|offer| seating.settle(*student, *offer));
            assert!(settled, "the offer a student holds is always possible");
        }
    }
}
