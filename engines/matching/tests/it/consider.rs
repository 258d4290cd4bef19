//! What is considered at all: filters, and lists completed by rule.

use super::town::{Dice, Town};
use matching::explain::{Added, NotConsidered, Told};
use matching::{BanReason, Because, Builder, Mechanism, Offer, Options, Problem, Student, solve};

const CASES: u64 = 1_000;
const SEED: u64 = 20_270_321;

/// One region; nursing in autumn at two wards, in spring at one, teaching in autumn at a school.
fn builder() -> Builder {
    let mut town = Builder::new();
    town.node("north", None, "region", None);
    for (id, subject, period) in
        [("w1", "nursing", "H27"), ("w2", "nursing", "H27"), ("w3", "nursing", "V28"), ("school", "teaching", "H27")]
    {
        let offer = town.offer(id, "north", 1);
        town.offer_kind(offer, subject, period);
    }
    for (lottery, id) in (0..).zip(["mila", "omar", "ida"]) {
        town.student(id, 0, lottery);
        town.student_kind(id, "nursing", "H27");
    }
    town
}

fn list(problem: &Problem, student: Student) -> Vec<(String, u16)> {
    problem.wishes_of(student).map(|wish| (problem.offer_id(wish.offer).to_owned(), wish.rank)).collect()
}

fn students(problem: &Problem) -> Vec<Student> {
    problem.each_student().collect()
}

fn told(problem: &Problem, student: Student) -> Vec<NotConsidered> {
    solve(problem, &Options::default()).explanation(problem, student).not_considered
}

fn out(place_id: &str, rank: u16, because: Because) -> NotConsidered {
    NotConsidered { place_id: place_id.into(), rank, because }
}

#[test]
fn what_no_filter_allows_is_not_considered_and_told() {
    let mut town = builder();
    town.ban("mila", "w1", BanReason::OwnWorkplace);
    town.ban("mila", "school", BanReason::Relative);
    town.travel_limit(60);
    for (rank, (offer, minutes)) in (1..).zip([("school", None), ("w3", Some(90)), ("w1", Some(90)), ("w2", Some(61))])
    {
        town.rated_wish("mila", offer, rank, 0, minutes);
    }
    town.rated_wish("omar", "w1", 1, 0, Some(60));
    town.rated_wish("omar", "w2", 2, 0, None);
    let problem = town.build().unwrap();
    let [mila, omar, _] = students(&problem)[..] else { panic!() };
    assert_eq!(
        told(&problem, mila),
        [
            out("school", 1, Because::Subject),
            out("w3", 2, Because::Period),
            out("w1", 3, Because::Banned { reason: BanReason::OwnWorkplace }),
            out("w2", 4, Because::TravelLimit { minutes: 61, limit: 60 }),
        ]
    );
    assert_eq!(list(&problem, mila), []);
    assert_eq!(solve(&problem, &Options::default()).explanation(&problem, mila).result, Told::NoWishes);
    assert_eq!(list(&problem, omar), [("w1".into(), 1), ("w2".into(), 2)]);
    let stored = serde_json::to_value(&told(&problem, mila)[2]).unwrap();
    let expected = serde_json::json!({"place_id": "w1", "rank": 3, "because": "banned", "reason": "own_workplace"});
    assert_eq!(stored, expected);
    assert_eq!(serde_json::from_value::<NotConsidered>(stored).unwrap(), told(&problem, mila)[2]);
}

#[test]
fn a_wish_left_out_is_as_if_it_had_never_been_made() {
    println!("{CASES} towns from seed {SEED}");
    let mut dice = Dice(SEED);
    let mut left_out = 0;
    for case in 0..CASES {
        let town = Town::random(&mut dice, 12);
        let limit = dice.roll(120) as u16;
        let mut banned = Vec::new();
        for student in 0..town.students.len() {
            banned.extend((0..town.offers.len()).filter(|_| dice.one_in(5)).map(|offer| (student, offer)));
        }
        let filtered = town.problem_with(&mut dice, |builder| {
            builder.travel_limit(limit);
            for (student, offer) in &banned {
                builder.ban(&town.students[*student].id, &town.offers[*offer].0, BanReason::Other);
            }
        });
        let mut plain = town.clone();
        for (at, student) in plain.students.iter_mut().enumerate() {
            let near = |offer: usize| student.travel[offer].is_none_or(|minutes| minutes <= limit);
            student.wishes.retain(|wish| near(wish.0) && !banned.contains(&(at, wish.0)));
        }
        let plain = plain.problem(&mut dice);
        left_out += town.students.iter().map(|student| student.wishes.len()).sum::<usize>() - plain.wishes();
        for mechanism in [Mechanism::Lottery, Mechanism::Priority] {
            let answer = |problem: &Problem| {
                let outcome = solve(problem, &Options { mechanism, ..Options::default() });
                matching::files::allocation_csv(problem, &outcome)
            };
            assert_eq!(answer(&filtered), answer(&plain), "town {case}: {town:#?}");
        }
    }
    assert!(left_out > 1_000);
}

#[test]
fn a_short_list_gets_every_other_eligible_offer_as_one_last_rank() {
    let mut town = builder();
    town.ban("omar", "w2", BanReason::Other);
    town.travel_limit(60);
    town.rated_wish("mila", "w2", 3, 4, Some(10));
    town.rated_wish("omar", "w1", 1, 0, Some(90));
    town.soft("ida", "w2", -7);
    let mut problem = town.build().unwrap();
    let [mila, omar, ida] = students(&problem)[..] else { panic!() };
    problem.complete_lists(2).unwrap();
    assert_eq!(list(&problem, mila), [("w2".into(), 3), ("w1".into(), 4)]);
    assert_eq!(list(&problem, omar), [], "too far and banned never come back");
    assert_eq!(list(&problem, ida), [("w1".into(), 2), ("w2".into(), 2)], "no first choice that was never made");
    let added = problem.wishes_of(mila).nth(1).unwrap();
    assert_eq!((added.prio, added.travel_min), (4, None));

    let outcome = solve(&problem, &Options::default());
    assert_eq!((outcome.rank(mila), outcome.rank(ida)), (Some(3), Some(2)));
    let told = outcome.explanation(&problem, ida);
    assert_eq!((told.added, told.refused), (Some(Added { places: 2, rank: 2 }), vec![]));
    assert_eq!(outcome.explanation(&problem, mila).added, Some(Added { places: 1, rank: 4 }));
}

#[test]
fn lists_of_the_length_asked_for_and_placements_by_hand_stay_as_they_are() {
    let mut town = builder();
    town.wish("mila", "w1", 1);
    town.wish("omar", "w1", 1);
    town.wish("omar", "w2", 1);
    town.fix("ida", "school");
    let mut problem = town.build().unwrap();
    let [mila, omar, ida] = students(&problem)[..] else { panic!() };
    problem.complete_lists(1).unwrap();
    assert_eq!([mila, omar, ida].map(|student| problem.wishes_of(student).len()), [1, 2, 0]);
    let mut once_more = problem.clone();
    once_more.complete_lists(2).unwrap();
    assert_eq!([mila, omar, ida].map(|student| once_more.wishes_of(student).len()), [2, 2, 0]);
}

#[test]
fn a_very_long_completion_is_spread_evenly_and_starts_where_the_lottery_says() {
    let build = |lottery: u64| {
        let mut town = Builder::new();
        town.node("north", None, "region", None);
        for at in 0..1_000 {
            town.offer(&format!("p{at:03}"), "north", 1);
        }
        town.student("mila", 0, lottery);
        let mut problem = town.build().unwrap();
        problem.complete_lists(1).unwrap();
        let offers: Vec<Offer> = problem.wishes_of(students(&problem)[0]).map(|wish| wish.offer).collect();
        offers.into_iter().map(Offer::index).collect::<Vec<usize>>()
    };
    let every_fifth = |first: usize| (0..Problem::ADDED_MAX).map(|at| first + 5 * at).collect::<Vec<_>>();
    assert_eq!(build(0), every_fifth(0));
    assert_eq!(build(1_002), every_fifth(2));
    assert_eq!(build(7), every_fifth(2), "over the end it goes on at the beginning");
}

#[test]
fn order_of_rows_and_names_of_students_do_not_change_what_is_added() {
    println!("{CASES} towns from seed {}", SEED + 1);
    let mut dice = Dice(SEED + 1);
    for case in 0..CASES {
        let mut town = Town::random(&mut dice, 12);
        for (at, student) in town.students.iter_mut().enumerate() {
            student.lottery = student.lottery * 1_000 + at as u64;
        }
        let lists = |town: &Town, dice: &mut Dice| {
            let mut problem = town.problem(dice);
            problem.complete_lists(3).unwrap();
            let mut lists: Vec<_> = students(&problem)
                .into_iter()
                .map(|student| (problem.lottery(student), list(&problem, student)))
                .collect();
            lists.sort();
            lists
        };
        let first = lists(&town, &mut dice);
        assert_eq!(lists(&town, &mut dice), first, "town {case} with shuffled rows");
        town.students.iter_mut().enumerate().for_each(|(at, student)| student.id = format!("renamed-{}", 99 - at));
        assert_eq!(lists(&town, &mut dice), first, "town {case} with renamed students");
    }
}
