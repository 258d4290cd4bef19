//! The exact price of a wish, against every allocation there is in which the wish comes true.

use super::brute::{Rule, cost};
use super::groups;
use super::optimum::{options, rules};
use super::town::{Dice, Town};
use matching::exact::{Change, ExactPrice, ExactPrices, NoPrice, PricedWish, price_of};
use matching::{Builder, Mechanism, Options, Problem, Student, solve};

const CASES: u64 = 1_000;
const CASES_LONG: u64 = 10_000;
const SEED: u64 = 20_270_801;

type Seats = Vec<Option<usize>>;

/// The names of a rule's objectives, as docs/allocation.md lists them.
fn objectives(town: &Town, rule: &Rule) -> Vec<String> {
    let mut ranks: Vec<u16> = town.students.iter().flat_map(|student| &student.wishes).map(|wish| wish.1).collect();
    ranks.sort_unstable();
    ranks.dedup();
    let up_to = |rank: &u16| format!("up_to_rank_{rank}");
    let from = |rank: &u16| format!("from_rank_{rank}");
    let placed = || "placed".to_owned();
    let of_rule: Vec<String> = match rule {
        Rule::Lottery => Vec::new(),
        Rule::MinCost(_) => vec![placed(), "rank_cost".into()],
        Rule::RankMax => ranks.iter().map(up_to).collect(),
        Rule::GreedyMax => std::iter::once(placed()).chain(ranks.iter().map(up_to)).collect(),
        Rule::Generous => std::iter::once(placed()).chain(ranks.iter().rev().map(from)).collect(),
    };
    let protected = std::iter::once("protected_placed".to_owned());
    protected.chain(of_rule).chain(std::iter::once("soft".to_owned())).collect()
}

/// What those who draw add to an objective together.
fn counted(town: &Town, rule: &Rule, drawing: &[usize], seats: &Seats, objective: &str) -> i64 {
    let limit = || objective.rsplit('_').next().unwrap().parse::<u16>().unwrap();
    let one = |student: &usize| {
        let (who, rank) = (&town.students[*student], seats[*student].and_then(|offer| town.rank(*student, offer)));
        match objective {
            "protected_placed" => i64::from(who.protected && rank.is_none()),
            "placed" => i64::from(rank.is_none()),
            "rank_cost" => match rule {
                Rule::MinCost(table) => rank.map_or(0, |rank| cost(table, rank)),
                _ => unreachable!("only mincost has costs"),
            },
            "soft" => seats[*student].map_or(0, |offer| i64::from(who.soft[offer])),
            up if up.starts_with("up_to") => i64::from(rank.is_none_or(|rank| rank > limit())),
            _ => i64::from(rank.is_none_or(|rank| rank >= limit())),
        }
    };
    drawing.iter().map(one).sum()
}

/// Every way to seat those who draw, around those who sit already.
fn all(town: &Town, drawing: &[usize], seats: &mut Seats, found: &mut Vec<Seats>) {
    if !town.keeps_caps(&seats.iter().flatten().copied().collect::<Vec<_>>()) {
        return;
    }
    let Some((&student, rest)) = drawing.split_first() else { return found.push(seats.clone()) };
    for offer in town.students[student].wishes.iter().map(|wish| Some(wish.0)).chain([None]) {
        seats[student] = offer;
        all(town, rest, seats, found);
    }
    seats[student] = None;
}

/// A town, and all that can be done in it.
struct Tried<'a> {
    town: &'a Town,
    names: Vec<String>,
    /// In draw order.
    drawing: Vec<usize>,
    /// Every allocation and what it counts in each objective.
    all: Vec<(Vec<i64>, Seats)>,
    got: Seats,
}

impl Tried<'_> {
    fn ranks(&self, seats: &Seats) -> Vec<u16> {
        let rank = |at: &usize| seats[*at].and_then(|offer| self.town.rank(*at, offer)).unwrap_or(u16::MAX);
        self.drawing.iter().map(rank).collect()
    }

    /// The price of a wish by trying everything.
    fn price(&self, student: usize, offer: usize) -> ExactPrice {
        if self.got[student] == Some(offer) {
            return ExactPrice::CameTrue;
        }
        let with = self.all.iter().filter(|(_, seats)| seats[student] == Some(offer));
        let Some(best) = with.clone().map(|(totals, _)| totals).min() else { return ExactPrice::NoSeat };
        let as_good: Vec<&Seats> = with.filter(|(totals, _)| totals == best).map(|(_, seats)| seats).collect();
        let others =
            |seats: &&Seats| (0..seats.len()).filter(|at| *at != student && seats[*at] != self.got[*at]).count();
        let moves = as_good.iter().map(others).min().unwrap() as u32;
        let now = &self.all.iter().find(|(_, seats)| *seats == self.got).unwrap().0;
        let changes: Vec<Change> = (self.names.iter().zip(best.iter().zip(now)))
            .filter(|(_, (then, now))| then != now)
            .map(|(name, (then, now))| Change { objective: name.clone(), more: then - now })
            .collect();
        if !changes.is_empty() {
            return ExactPrice::ExactlyWorse { changes, moves };
        }
        let (now, then) = (self.ranks(&self.got), as_good.iter().map(|seats| self.ranks(seats)).min().unwrap());
        match now.iter().zip(&then).position(|(now, then)| now != then) {
            None => ExactPrice::TieHashDecided { moves },
            Some(first) => {
                assert!(now[first] < then[first], "the answer is the best for the draw order");
                ExactPrice::DrawDecided { precedence: first as u32 + 1, moves }
            }
        }
    }
}

fn equals_brute_force(cases: u64, seed: u64, with_groups: bool) {
    println!("{cases} towns from seed {seed}");
    let mut dice = Dice(seed);
    let mut told = [0; 5];
    for case in 0..cases {
        let mut town = Town::random(&mut dice, 5);
        town.add_soft_terms(&mut dice);
        if with_groups {
            town.join_groups(&mut dice);
        }
        for rule in rules(&mut dice) {
            let (problem, options) = (town.problem(&mut dice), options(&rule));
            let outcome = solve(&problem, &options);
            let seated = groups::seats(&town);
            let drawing: Vec<usize> = town.order().into_iter().filter(|at| seated[*at].is_none()).collect();
            let (names, mut found) = (objectives(&town, &rule), Vec::new());
            all(&town, &drawing, &mut seated.clone(), &mut found);
            let totals =
                |seats: &Seats| names.iter().map(|name| counted(&town, &rule, &drawing, seats, name)).collect();
            let all = found.into_iter().map(|seats| (totals(&seats), seats)).collect();
            let place = |at: usize| {
                let placed = outcome.placed(student(&problem, &town, at)).map(|offer| problem.offer_id(offer));
                placed.map(|id| town.offers.iter().position(|offer| offer.0 == id).unwrap())
            };
            let got = (0..town.students.len()).map(place).collect();
            let tried = Tried { town: &town, names, drawing, all, got };
            let prices = ExactPrices::new(&problem, &options, &outcome).unwrap();
            for &at in &tried.drawing {
                for &(offer, rank) in &town.students[at].wishes {
                    let expected = tried.price(at, offer);
                    let wish = problem.each_offer().find(|other| problem.offer_id(*other) == town.offers[offer].0);
                    let record = prices.priced(student(&problem, &town, at), wish.unwrap()).unwrap();
                    let place_id = town.offers[offer].0.clone();
                    told[kind(&expected)] += 1;
                    let expected = PricedWish { place_id, rank, price: expected };
                    assert_eq!(record, expected, "{rule:?}, town {case}, student {at}: {town:#?}");
                    let stored = serde_json::to_string(&record).unwrap();
                    assert_eq!(serde_json::from_str::<PricedWish>(&stored).unwrap(), record);
                }
            }
        }
    }
    println!("worse, draw, tie hash, no seat, came true: {told:?}");
    assert!(told.iter().all(|told| *told > cases as usize / 20), "too few of a kind: {told:?}");
}

fn kind(price: &ExactPrice) -> usize {
    match price {
        ExactPrice::ExactlyWorse { .. } => 0,
        ExactPrice::DrawDecided { .. } => 1,
        ExactPrice::TieHashDecided { .. } => 2,
        ExactPrice::NoSeat => 3,
        ExactPrice::CameTrue => 4,
    }
}

fn student(problem: &Problem, town: &Town, at: usize) -> Student {
    problem.each_student().find(|student| problem.student_id(*student) == town.students[at].id).unwrap()
}

#[test]
fn the_exact_price_is_that_of_every_allocation_tried() {
    equals_brute_force(CASES, SEED, false);
}

#[test]
fn the_exact_price_around_groups_is_that_of_every_allocation_tried() {
    equals_brute_force(CASES / 5, SEED + 1, true);
}

#[test]
#[ignore = "the long form"]
fn the_exact_price_is_that_of_every_allocation_tried_in_many_towns() {
    equals_brute_force(CASES_LONG, SEED + 2, false);
    equals_brute_force(CASES_LONG / 5, SEED + 3, true);
}

#[test]
fn a_price_that_there_is_not_is_refused_by_name() {
    let mut town = Builder::new();
    town.node("hospital", None, "host", None);
    let ward = town.offer("ward", "hospital", 1);
    let lab = town.offer("lab", "hospital", 1);
    let mila = town.student("mila", 0, 1);
    let omar = town.student("omar", 0, 2);
    town.wish("mila", "ward", 1);
    town.fix("omar", "lab");
    let problem = town.build().unwrap();
    let of = |mechanism, student, offer| {
        let options = Options { mechanism, ..Options::default() };
        price_of(&problem, &options, &solve(&problem, &options), student, offer)
    };
    assert_eq!(of(Mechanism::MinCost, mila, ward), Ok(ExactPrice::CameTrue));
    assert_eq!(of(Mechanism::MinCost, mila, lab), Err(NoPrice::NoSuchWish));
    assert_eq!(of(Mechanism::MinCost, omar, lab), Err(NoPrice::PlacedBefore));
    for mechanism in [Mechanism::Lottery, Mechanism::Priority] {
        assert_eq!(of(mechanism, mila, ward), Err(NoPrice::NotAnOptimum(mechanism)));
    }
}

/// Three students, each with one wish that another one has too: whoever wishes for the first ward moves two others.
#[test]
fn a_chain_of_moves_is_counted() {
    let mut town = Builder::new();
    town.node("hospital", None, "host", None);
    for ward in ["a", "b", "c"] {
        town.offer(ward, "hospital", 1);
    }
    for (student, number, wishes) in [("s1", 1, ["a", "b"]), ("s2", 2, ["b", "c"]), ("s3", 3, ["a", "c"])] {
        town.student(student, 0, number);
        (1..).zip(wishes).for_each(|(rank, ward)| town.wish(student, ward, rank));
    }
    let problem = town.build().unwrap();
    let options = Options { mechanism: Mechanism::MinCost, ..Options::default() };
    let outcome = solve(&problem, &options);
    let s3 = problem.each_student().last().unwrap();
    let told = ExactPrices::new(&problem, &options, &outcome).unwrap().of_refused(s3).unwrap();
    let changes = vec![Change { objective: "rank_cost".into(), more: 1 }];
    let price = ExactPrice::ExactlyWorse { changes, moves: 2 };
    assert_eq!(told, [PricedWish { place_id: "a".into(), rank: 1, price }]);
}
