//! What `lottery` promises.

use super::brute::{self, Rule};
use super::priority::all_lists;
use super::town::{Answer, Dice, Town};
use matching::Options;

const CASES: u64 = 2_000;
const CASES_LONG: u64 = 10_000;
const SEED: u64 = 20_270_301;

fn solved(town: &Town, dice: &mut Dice) -> Vec<Answer> {
    town.solved(dice, &Options::default())
}

fn equals_brute_force(cases: u64) {
    println!("{cases} towns from seed {SEED}");
    let mut dice = Dice(SEED);
    for case in 0..cases {
        let town = Town::random(&mut dice, 8);
        let expected = town.ranked(&brute::best(&town, &Rule::Lottery));
        assert_eq!(solved(&town, &mut dice), expected, "town {case}: {town:#?}");
    }
}

#[test]
fn equals_brute_force_on_small_towns() {
    equals_brute_force(CASES);
}

#[test]
#[ignore = "the long form"]
fn equals_brute_force_on_many_small_towns() {
    equals_brute_force(CASES_LONG);
}

/// Whatever else a student says, the rank of what is got is no better by the student's own list.
#[test]
fn no_other_list_gets_a_student_more() {
    println!("{CASES} towns from seed {}", SEED + 1);
    let mut dice = Dice(SEED + 1);
    for case in 0..CASES {
        let town = Town::random(&mut dice, 6);
        let honest = solved(&town, &mut dice);
        for student in town.order() {
            for _ in 0..6 {
                let mut other = town.clone();
                other.students[student].wishes = some_list(&town, &mut dice);
                let got = solved(&other, &mut dice)[student].0.and_then(|offer| town.rank(student, offer));
                let (got, honest) = (got.unwrap_or(u16::MAX), honest[student].1.unwrap_or(u16::MAX));
                let said = &other.students[student].wishes;
                assert!(got >= honest, "town {case}, student {student} gains by {said:?}: {town:#?}");
            }
        }
    }
}

/// In small towns every strict list there is, instead of some.
#[test]
fn none_of_all_strict_lists_gets_a_student_more() {
    println!("200 towns from seed {}", SEED + 3);
    let mut dice = Dice(SEED + 3);
    let mut tried = 0;
    for case in 0..200 {
        let town = Town::random(&mut dice, 5);
        let honest = solved(&town, &mut dice);
        let mut lists = Vec::new();
        all_lists(town.offers.len(), &mut Vec::new(), &mut lists);
        let Some(&liar) = town.order().get(dice.roll(6) as usize) else { continue };
        for list in lists {
            let mut other = town.clone();
            other.students[liar].wishes = list.iter().copied().zip(1..).collect();
            let got = solved(&other, &mut dice)[liar].0.and_then(|offer| town.rank(liar, offer)).unwrap_or(u16::MAX);
            assert!(got >= honest[liar].1.unwrap_or(u16::MAX), "town {case}, {liar} gains by {list:?}: {town:#?}");
            tried += 1;
        }
    }
    println!("{tried} lists tried");
    assert!(tried > 1_000);
}

/// Some offers in some order, some of them tied.
fn some_list(town: &Town, dice: &mut Dice) -> Vec<(usize, u16)> {
    let mut offers: Vec<usize> = (0..town.offers.len()).collect();
    dice.shuffle(&mut offers);
    offers.truncate(dice.roll(town.offers.len() as u64 + 1) as usize);
    let mut rank = 1;
    let ranked = |offer| {
        rank += u16::from(dice.one_in(2));
        (offer, rank)
    };
    offers.into_iter().map(ranked).collect()
}

#[test]
fn strict_lists_equal_one_pass() {
    println!("{CASES} towns from seed {}", SEED + 2);
    let mut dice = Dice(SEED + 2);
    for case in 0..CASES {
        let mut town = Town::random(&mut dice, 60);
        for student in &mut town.students {
            for (rank, wish) in (1..).zip(&mut student.wishes) {
                wish.1 = rank;
            }
        }
        let mut seats: Vec<usize> = town.students.iter().filter_map(|student| student.fixed).collect();
        let mut expected: Vec<Option<usize>> = town.students.iter().map(|student| student.fixed).collect();
        for student in town.order() {
            for (offer, _) in &town.students[student].wishes {
                seats.push(*offer);
                if town.keeps_caps(&seats) {
                    expected[student] = Some(*offer);
                    break;
                }
                seats.pop();
            }
        }
        let got: Vec<_> = solved(&town, &mut dice).into_iter().map(|(offer, _)| offer).collect();
        assert_eq!(got, expected, "town {case}: {town:#?}");
    }
}
