//! Of all allocations there are in a town, the checker accepts the one that the rule names, and no other.

use super::prices::{OPTIMISERS, Stages};
use super::town::{Dice, Seats, Town, certificate, checked, root};

const TOWNS: usize = 50;
const TOWNS_LONG: usize = 2_000;
const SEED: u64 = 20_261_122;

/// What the rule compares: objectives, then ranks in draw order, then tie hashes in draw order.
fn key(town: &Town, stages: &Stages, seats: &Seats) -> (Vec<i64>, Vec<u16>, Vec<[u8; 32]>) {
    let order = town.order();
    let ranks = order.iter().map(|at| town.rank(*at, seats[*at]).unwrap_or(u16::MAX)).collect();
    let hashes = order.iter().map(|at| seats[*at].map_or([0; 32], |place| town.hash(*at, place))).collect();
    (stages.total(town, seats), ranks, hashes)
}

fn accepts_one(mechanism: &str, towns: usize) {
    println!("{mechanism}: {towns} towns from seed {SEED}");
    let mut dice = Dice(SEED);
    for number in 0..towns {
        let town = Town::random(&mut dice, 4);
        let (input, stages) = (town.input(), Stages::of(mechanism, &town));
        let root = root(&input);
        let all = town.all();
        let best = all.iter().min_by_key(|seats| key(&town, &stages, seats)).unwrap();
        let json = stages.json(&town, &stages.prices(&town, best));
        for seats in &all {
            let allocation = town.allocation(seats);
            let answer = checked(&input, &allocation, &certificate(mechanism, &root, &allocation, &json));
            assert_eq!(
                answer.is_ok(),
                seats == best,
                "town {number}: {town:#?}\n{seats:?}, {best:?}\n{json}\n{answer:?}"
            );
        }
    }
}

#[test]
fn lottery_is_one_allocation() {
    accepts_one("lottery", TOWNS);
}

#[test]
fn each_optimiser_is_one_allocation() {
    OPTIMISERS.into_iter().for_each(|mechanism| accepts_one(mechanism, TOWNS));
}

#[test]
#[ignore = "the long form"]
fn each_mechanism_is_one_allocation_in_many_towns() {
    OPTIMISERS.into_iter().chain(["lottery"]).for_each(|mechanism| accepts_one(mechanism, TOWNS_LONG));
    accepts_one_by_priority(TOWNS_LONG);
}

#[test]
fn priority_is_one_allocation() {
    accepts_one_by_priority(TOWNS);
}

/// The best for every student among all that pass nobody over, looked for among all allocations.
fn accepts_one_by_priority(towns: usize) {
    println!("priority: {towns} towns from seed {SEED}");
    let mut dice = Dice(SEED);
    for number in 0..towns {
        let town = Town::random(&mut dice, 4);
        let (input, all) = (town.input(), town.all());
        let root = root(&input);
        let preference = |student: usize, seat: Option<usize>| {
            seat.map_or((u16::MAX, [0; 32]), |place| (town.rank(student, seat).unwrap(), town.hash(student, place)))
        };
        let stable: Vec<&Seats> = all.iter().filter(|seats| passes_nobody_over(&town, seats)).collect();
        let best = stable.iter().find(|seats| {
            let as_good = |other: &&Seats| {
                town.order().iter().all(|at| preference(*at, seats[*at]) <= preference(*at, other[*at]))
            };
            stable.iter().all(as_good)
        });
        let best = best.unwrap_or_else(|| panic!("town {number} has no best one: {town:#?}"));
        for seats in &all {
            let allocation = town.allocation(seats);
            let answer = checked(&input, &allocation, &certificate("priority", &root, &allocation, "[]"));
            assert_eq!(answer.is_ok(), seats == *best, "town {number}: {town:#?}\n{seats:?}, {best:?}\n{answer:?}");
        }
    }
}

/// Nobody is let in anywhere when all who are seated, and one student once more by a dearer wish, are taken in the
/// order of standing as long as there is room.
fn passes_nobody_over(town: &Town, seats: &Seats) -> bool {
    let order = town.order();
    let number = |student: usize| order.iter().position(|at| *at == student);
    let class = |student: usize, place: usize| {
        town.students[student].wishes.iter().find(|wish| wish.0 == place).map(|wish| wish.2)
    };
    let prefers = |student: usize, place: usize| {
        let key = |place| (town.rank(student, Some(place)).unwrap(), town.hash(student, place));
        seats[student].is_none_or(|got| key(place) < key(got))
    };
    order.iter().all(|student| {
        town.students[*student].wishes.iter().filter(|wish| prefers(*student, wish.0)).all(|wish| {
            let mut line: Vec<(u16, usize, usize)> = Vec::new();
            for other in &order {
                line.extend(seats[*other].map(|place| (class(*other, place).unwrap(), number(*other).unwrap(), place)));
            }
            line.push((wish.2, number(*student).unwrap(), wish.0));
            line.sort_unstable();
            let mut taken: Seats = town.students.iter().map(|student| student.fixed).collect();
            let mut let_in = false;
            for (class, at, place) in line {
                taken.push(Some(place));
                if !town.keeps_caps(&taken) {
                    taken.pop();
                } else if (class, order[at], place) == (wish.2, *student, wish.0) {
                    let_in = true;
                }
            }
            !let_in
        })
    })
}
