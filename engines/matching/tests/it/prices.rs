//! What the optimisers say about a refused wish: at least so much would be lost if it came true. Tried by making it
//! come true by hand and solving the rest again.

use super::town::{Dice, Town};
use matching::explain::{Price, Told};
use matching::{Mechanism, Options, solve};

const CASES: u64 = 2_000;
const SEED: u64 = 20_270_501;

/// Students without a place, and the sum of ranks of all others.
fn totals(town: &Town, dice: &mut Dice) -> [i64; 2] {
    let problem = town.problem(dice);
    let outcome = solve(&problem, &options());
    let unplaced = problem.students() - outcome.placed_count();
    let cost: u32 = outcome.histogram().iter().map(|(rank, students)| u32::from(*rank) * students).sum();
    [unplaced as i64, cost.into()]
}

fn options() -> Options {
    Options { mechanism: Mechanism::MinCost, ..Options::default() }
}

#[test]
fn no_refused_wish_would_have_cost_less_than_is_said() {
    println!("{CASES} towns from seed {SEED}");
    let mut dice = Dice(SEED);
    let mut tried = 0;
    for case in 0..CASES {
        let mut town = Town::random(&mut dice, 7);
        town.students.iter_mut().for_each(|student| student.protected = false);
        let best = totals(&town, &mut dice);
        let problem = town.problem(&mut dice);
        let outcome = solve(&problem, &options());
        for student in problem.each_student() {
            let at = town.students.iter().position(|other| other.id == problem.student_id(student)).unwrap();
            let told = outcome.explanation(&problem, student);
            assert_eq!(matches!(told.result, Told::Unplaced { .. }), town_lost(&town, at, &told.result));
            for refused in &told.refused {
                let offer = town.offers.iter().position(|offer| offer.0 == refused.place_id).unwrap();
                let mut forced = town.clone();
                forced.students[at].fixed = Some(offer);
                let seats: Vec<usize> = forced.students.iter().filter_map(|student| student.fixed).collect();
                if !forced.keeps_caps(&seats) {
                    continue; // cannot come true at all
                }
                let mut lost = totals(&forced, &mut dice);
                lost[1] += i64::from(refused.rank);
                lost.iter_mut().zip(best).for_each(|(lost, best)| *lost -= best);
                let enough = match refused.price.as_ref().unwrap() {
                    Price::Equal => lost >= [0, 0],
                    Price::Worse { objective, at_least } if objective == "placed" => lost[0] >= *at_least,
                    Price::Worse { objective, at_least } => {
                        assert_eq!(objective, "rank_cost");
                        lost >= [0, *at_least]
                    }
                };
                assert!(enough, "town {case}: {refused:?} of {} would cost {lost:?}: {town:#?}", told.student_id);
                tried += 1;
            }
        }
    }
    println!("{tried} refused wishes made come true");
    assert!(tried > CASES / 2, "too few refusals to say anything");
}

/// Whether a student with wishes ended without a place.
fn town_lost(town: &Town, student: usize, told: &Told) -> bool {
    !town.students[student].wishes.is_empty() && !matches!(told, Told::Placed { .. } | Told::Fixed { .. })
}
