//! What `lottery` promises.

use super::brute::{self, Rule};
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

#[test]
fn order_of_rows_and_names_of_students_change_nothing() {
    println!("{CASES} towns from seed {}", SEED + 1);
    let mut dice = Dice(SEED + 1);
    for case in 0..CASES {
        let mut town = Town::random(&mut dice, 40);
        // Equal numbers go by id: only then do names matter.
        for (at, student) in town.students.iter_mut().enumerate() {
            student.lottery = student.lottery * 1_000 + at as u64;
        }
        let first = solved(&town, &mut dice);
        assert_eq!(solved(&town, &mut dice), first, "town {case} with shuffled rows");
        let mut names: Vec<usize> = (0..town.students.len()).collect();
        dice.shuffle(&mut names);
        for (student, name) in town.students.iter_mut().zip(names) {
            student.id = format!("renamed-{name}");
        }
        assert_eq!(solved(&town, &mut dice), first, "town {case} with renamed students");
    }
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

/// Nobody can be better off without somebody worse off: tried by moving every student on a ring or a free seat.
#[test]
fn nobody_gains_without_a_loss() {
    println!("{CASES} towns from seed {}", SEED + 3);
    let mut dice = Dice(SEED + 3);
    for case in 0..CASES {
        let town = Town::random(&mut dice, 5);
        let got: Vec<u16> = solved(&town, &mut dice).into_iter().map(|(_, rank)| rank.unwrap_or(u16::MAX)).collect();
        let mut seats: Vec<usize> = town.students.iter().filter_map(|student| student.fixed).collect();
        let order = town.order();
        assert!(!better_exists(&town, &order, &got, &mut seats, false), "town {case}: {town:#?}");
    }
}

fn better_exists(town: &Town, students: &[usize], got: &[u16], seats: &mut Vec<usize>, better: bool) -> bool {
    if !town.keeps_caps(seats) {
        return false;
    }
    let Some((&student, rest)) = students.split_first() else { return better };
    let seated = town.students[student].wishes.iter().filter(|(_, rank)| *rank <= got[student]).any(|(offer, rank)| {
        seats.push(*offer);
        let found = better_exists(town, rest, got, seats, better || *rank < got[student]);
        seats.pop();
        found
    });
    seated || (got[student] == u16::MAX && better_exists(town, rest, got, seats, better))
}
