//! What `mincost`, `rankmax`, `greedymax` and `generous` promise: one allocation, the one that every allocation there
//! is leaves over; and on larger towns the totals that linear programs find.

use super::brute::{self, Rule};
use super::lp;
use super::town::{Dice, Town};
use matching::files::CostTable;
use matching::{Mechanism, Options};

const CASES: u64 = 2_000;
const CASES_LONG: u64 = 10_000;
const CASES_LP: u64 = 300;
const CASES_MEDIUM: u64 = 200;
const SEED: u64 = 20_270_401;

/// The totals of an allocation.
fn totals(town: &Town, rule: &Rule, got: &[Option<usize>]) -> Vec<i64> {
    let worst = town.worst_rank();
    let mut totals: Vec<i64> = Vec::new();
    for (student, offer) in town.students.iter().zip(got) {
        let wish = student.wishes.iter().position(|wish| Some(wish.0) == *offer && student.fixed.is_none());
        let adds = rule.adds(student, wish, worst);
        totals.resize(adds.len(), 0);
        totals.iter_mut().zip(adds).for_each(|(total, adds)| *total += adds);
    }
    totals
}

/// `mincost` with one of the tables in use or with a random one, often with equal steps.
pub fn some_table(dice: &mut Dice) -> Rule {
    let table: &[u32] = match dice.roll(5) {
        0 => &[1, 2, 3],
        1 => &[1, 2, 4, 8],
        2 => &[1, 4, 9],
        3 => &[0, 0, 5, 5],
        _ => {
            let mut costs: Vec<u32> = (0..1 + dice.roll(4)).map(|_| dice.roll(6) as u32).collect();
            costs.sort_unstable();
            return Rule::MinCost(costs);
        }
    };
    Rule::MinCost(table.to_vec())
}

pub fn rules(dice: &mut Dice) -> [Rule; 4] {
    [some_table(dice), Rule::RankMax, Rule::GreedyMax, Rule::Generous]
}

pub fn options(rule: &Rule) -> Options {
    let (mechanism, table) = match rule {
        Rule::Lottery => (Mechanism::Lottery, None),
        Rule::MinCost(table) => (Mechanism::MinCost, Some(table)),
        Rule::RankMax => (Mechanism::RankMax, None),
        Rule::GreedyMax => (Mechanism::GreedyMax, None),
        Rule::Generous => (Mechanism::Generous, None),
    };
    let text = table.map(|table| table.iter().map(u32::to_string).collect::<Vec<_>>().join(","));
    let cost = text.map_or_else(CostTable::default, |text| CostTable::parse(&text).unwrap());
    Options { mechanism, cost, ..Options::default() }
}

fn equals_brute_force(cases: u64, seed: u64, mut rule: impl FnMut(&mut Dice) -> Rule) {
    println!("{cases} towns from seed {seed}");
    let mut dice = Dice(seed);
    for case in 0..cases {
        let mut town = Town::random(&mut dice, 7);
        town.add_soft_terms(&mut dice);
        let rule = rule(&mut dice);
        let expected = town.ranked(&brute::best(&town, &rule));
        assert_eq!(town.solved(&mut dice, &options(&rule)), expected, "{rule:?}, town {case}: {town:#?}");
    }
}

#[test]
fn mincost_equals_brute_force() {
    equals_brute_force(CASES, SEED + 1, some_table);
}

#[test]
#[ignore = "the long form"]
fn mincost_equals_brute_force_on_many_towns() {
    equals_brute_force(CASES_LONG, SEED + 1, some_table);
}

#[test]
fn rankmax_equals_brute_force() {
    equals_brute_force(CASES, SEED + 2, |_| Rule::RankMax);
}

#[test]
#[ignore = "the long form"]
fn rankmax_equals_brute_force_on_many_towns() {
    equals_brute_force(CASES_LONG, SEED + 2, |_| Rule::RankMax);
}

#[test]
fn greedymax_equals_brute_force() {
    equals_brute_force(CASES, SEED + 3, |_| Rule::GreedyMax);
}

#[test]
#[ignore = "the long form"]
fn greedymax_equals_brute_force_on_many_towns() {
    equals_brute_force(CASES_LONG, SEED + 3, |_| Rule::GreedyMax);
}

#[test]
fn generous_equals_brute_force() {
    equals_brute_force(CASES, SEED + 4, |_| Rule::Generous);
}

#[test]
#[ignore = "the long form"]
fn generous_equals_brute_force_on_many_towns() {
    equals_brute_force(CASES_LONG, SEED + 4, |_| Rule::Generous);
}

/// The two oracles know nothing of each other but what a wish adds to a total.
#[test]
fn brute_force_and_linear_programs_agree() {
    println!("{CASES_LP} towns from seed {SEED}");
    let mut dice = Dice(SEED);
    for case in 0..CASES_LP {
        let mut town = Town::random(&mut dice, 7);
        town.add_soft_terms(&mut dice);
        for rule in rules(&mut dice) {
            let got = brute::best(&town, &rule);
            assert_eq!(totals(&town, &rule, &got), lp::totals(&town, &rule), "{rule:?}, town {case}: {town:#?}");
        }
    }
}

/// Placed and cost; every step of the profile from the top for `rankmax` and `greedymax`, so that no allocation has
/// a better one, and from the bottom for `generous`, so that the worst off are best off.
#[test]
fn totals_on_larger_towns_are_those_of_linear_programs() {
    println!("{CASES_MEDIUM} towns from seed {}", SEED + 5);
    let mut dice = Dice(SEED + 5);
    for case in 0..CASES_MEDIUM {
        let mut town = Town::medium(&mut dice);
        town.add_soft_terms(&mut dice);
        for rule in rules(&mut dice) {
            let got: Vec<_> = town.solved(&mut dice, &options(&rule)).into_iter().map(|(offer, _)| offer).collect();
            let seats: Vec<usize> = got.iter().flatten().copied().collect();
            assert!(town.keeps_caps(&seats), "{rule:?}, town {case}");
            assert_eq!(totals(&town, &rule, &got), lp::totals(&town, &rule), "{rule:?}, town {case}: {town:#?}");
        }
    }
}
