//! What `priority` promises, against deferred acceptance as a textbook writes it down.

use super::brute::hash;
use super::town::{Dice, Town, TownStudent};
use matching::explain::{CapOf, Cut, CutTemplate, Explanation, FullCap, RefusedWish, Told};
use matching::{Mechanism, Options, Problem, solve};

const CASES: u64 = 2_000;
const CASES_LONG: u64 = 10_000;
const SEED: u64 = 20_270_311;

/// The offer of each student of the town.
pub type Seats = Vec<Option<usize>>;

fn options() -> Options {
    Options { mechanism: Mechanism::Priority, ..Options::default() }
}

fn seats(town: &Town, problem: &Problem, outcome: &matching::Outcome) -> Seats {
    let mut seats = vec![None; town.students.len()];
    for student in problem.each_student() {
        let at = town.students.iter().position(|known| known.id == problem.student_id(student)).unwrap();
        let id = outcome.placed(student).map(|offer| problem.offer_id(offer));
        seats[at] = id.and_then(|id| town.offers.iter().position(|offer| offer.0 == id));
        assert_eq!(outcome.rank(student), rank_of(&town.students[at], seats[at]));
    }
    seats
}

pub fn solved(town: &Town, dice: &mut Dice) -> Seats {
    let problem = town.problem(dice);
    seats(town, &problem, &solve(&problem, &options()))
}

fn rank_of(student: &TownStudent, offer: Option<usize>) -> Option<u16> {
    let wish = student.wishes.iter().find(|(wished, _)| Some(*wished) == offer);
    wish.filter(|_| student.fixed.is_none()).map(|(_, rank)| *rank)
}

/// First the class at the offer, then the place in the draw.
fn standing(town: &Town, student: usize, offer: usize) -> (u16, usize) {
    let position = town.order().iter().position(|at| *at == student).unwrap() + 1;
    (town.students[student].prio[offer], position)
}

/// A cap: an offer's seats or a node's bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Slot {
    Offer(usize),
    Node(usize),
}

/// The caps above a seat, lowest first.
fn chain(town: &Town, offer: usize) -> Vec<Slot> {
    let nodes = town.above(offer).into_iter().filter(|node| town.nodes[*node].2.is_some()).map(Slot::Node);
    std::iter::once(Slot::Offer(offer)).chain(nodes).collect()
}

fn size(town: &Town, slot: Slot) -> usize {
    match slot {
        Slot::Offer(offer) => town.offers[offer].2 as usize,
        Slot::Node(node) => town.nodes[node].2.unwrap() as usize,
    }
}

/// Who sits below a cap.
fn below(town: &Town, seats: &Seats, slot: Slot) -> Vec<usize> {
    let sits = |at: &usize| seats[*at].is_some_and(|offer| chain(town, offer).contains(&slot));
    (0..seats.len()).filter(sits).collect()
}

/// Every student who is not held proposes to the next wish; of all proposals the caps keep the best, one after the
/// other in the order of standing as long as there is room; until nobody is let go any more.
fn textbook(town: &Town) -> Seats {
    let drawing = town.order();
    let mut lists: Vec<Vec<usize>> = town.students.iter().map(strict_list).collect();
    loop {
        let mut proposals: Vec<(usize, usize)> =
            drawing.iter().filter_map(|at| Some((*at, *lists[*at].first()?))).collect();
        proposals.sort_by_key(|(student, offer)| standing(town, *student, *offer));
        let mut seats: Seats = town.students.iter().map(|student| student.fixed).collect();
        let mut let_go = Vec::new();
        for (student, offer) in proposals {
            seats[student] = Some(offer);
            if !town.keeps_caps(&seats.iter().flatten().copied().collect::<Vec<_>>()) {
                seats[student] = None;
                let_go.push(student);
            }
        }
        if let_go.is_empty() {
            return seats;
        }
        for student in let_go {
            lists[student].remove(0);
        }
    }
}

fn strict_list(student: &TownStudent) -> Vec<usize> {
    let mut wishes = student.wishes.clone();
    // Offers are named p0, p1, … in the towns.
    wishes.sort_by_key(|(offer, rank)| (*rank, hash(student.lottery, &format!("p{offer}"))));
    wishes.into_iter().map(|(offer, _)| offer).collect()
}

/// The cap that refuses a student an offer: the lowest full one where everybody below goes first.
fn binding(town: &Town, seats: &Seats, student: usize, offer: usize) -> Option<Slot> {
    let own = standing(town, student, offer);
    chain(town, offer).into_iter().find(|slot| {
        let holders = below(town, seats, *slot);
        let first = |at: &usize| town.students[*at].fixed.is_some() || standing(town, *at, seats[*at].unwrap()) < own;
        holders.len() >= size(town, *slot) && holders.iter().all(first)
    })
}

fn envies_nobody(town: &Town, seats: &Seats) -> bool {
    town.order().into_iter().all(|student| {
        let who = &town.students[student];
        let got = rank_of(who, seats[student]).unwrap_or(u16::MAX);
        who.wishes.iter().filter(|wish| wish.1 < got).all(|wish| binding(town, seats, student, wish.0).is_some())
    })
}

fn equals_the_textbook(cases: u64) {
    println!("{cases} towns from seed {SEED}");
    let mut dice = Dice(SEED);
    let mut against_the_draw = 0;
    for case in 0..cases {
        let town = Town::random(&mut dice, 10);
        let got = solved(&town, &mut dice);
        assert_eq!(got, textbook(&town), "town {case}: {town:#?}");
        assert!(envies_nobody(&town, &got), "town {case}: {town:#?}");
        let mut plain = town.clone();
        plain.students.iter_mut().for_each(|student| student.prio.fill(0));
        against_the_draw += u32::from(solved(&plain, &mut dice) != got);
    }
    assert!(u64::from(against_the_draw) > cases / 10, "classes must matter in many towns");
}

#[test]
fn equals_the_textbook_on_small_towns() {
    equals_the_textbook(CASES);
}

#[test]
#[ignore = "the long form"]
fn equals_the_textbook_on_many_small_towns() {
    equals_the_textbook(CASES_LONG);
}

#[test]
fn nobody_in_a_larger_town_has_justified_envy() {
    println!("300 towns from seed {}", SEED + 1);
    let mut dice = Dice(SEED + 1);
    for case in 0..300 {
        let town = Town::random(&mut dice, 60);
        let got = solved(&town, &mut dice);
        assert!(town.keeps_caps(&got.iter().flatten().copied().collect::<Vec<_>>()), "town {case}");
        assert!(envies_nobody(&town, &got), "town {case}: {town:#?}");
        assert!(town.students.iter().zip(&got).all(|(who, seat)| who.fixed.is_none() || *seat == who.fixed));
    }
}

/// The town with every list made strict as the mechanism does it.
fn strict(town: &Town) -> Town {
    let mut strict = town.clone();
    for (made, student) in strict.students.iter_mut().zip(&town.students) {
        made.wishes = strict_list(student).into_iter().zip(1..).collect();
    }
    strict
}

/// Tries every allocation around those who sit by hand: the one at hand leaves nobody with justified envy, and among
/// all that do it is the best for every student.
pub fn is_the_best_without_envy(town: &Town, got: &Seats) -> bool {
    let town = strict(town);
    let rank = |seats: &Seats, at: usize| rank_of(&town.students[at], seats[at]).unwrap_or(u16::MAX);
    let mut best = envies_nobody(&town, got);
    let mut other: Seats = town.students.iter().map(|student| student.fixed).collect();
    all_without_envy(&town, &town.order(), &mut other, &mut |other| {
        best &= (0..got.len()).all(|at| rank(got, at) <= rank(other, at));
    });
    best
}

fn equals_brute_force(cases: u64, students_max: u64, seed: u64) {
    println!("{cases} towns from seed {seed}");
    let mut dice = Dice(seed);
    for case in 0..cases {
        let town = Town::random(&mut dice, students_max);
        let got = solved(&town, &mut dice);
        assert!(is_the_best_without_envy(&town, &got), "town {case}: {got:?} {town:#?}");
    }
}

#[test]
fn every_student_is_as_well_off_as_without_envy_possible() {
    equals_brute_force(CASES, 5, SEED + 2);
}

#[test]
#[ignore = "the long form"]
fn every_student_is_as_well_off_as_without_envy_possible_in_many_towns() {
    equals_brute_force(CASES_LONG, 7, SEED + 7);
}

fn all_without_envy(town: &Town, students: &[usize], seats: &mut Seats, found: &mut impl FnMut(&Seats)) {
    if !town.keeps_caps(&seats.iter().flatten().copied().collect::<Vec<_>>()) {
        return;
    }
    let Some((&student, rest)) = students.split_first() else {
        if envies_nobody(town, seats) {
            found(seats);
        }
        return;
    };
    let choices = town.students[student].wishes.iter().map(|wish| Some(wish.0)).chain([None]);
    for choice in choices.collect::<Vec<_>>() {
        seats[student] = choice;
        all_without_envy(town, rest, seats, found);
    }
    seats[student] = None;
}

#[test]
fn no_other_list_brings_a_student_more() {
    println!("150 towns from seed {}", SEED + 3);
    let mut dice = Dice(SEED + 3);
    let mut tried = 0;
    for case in 0..150 {
        let town = Town::random(&mut dice, 7);
        let Some(&liar) = town.order().first().or(town.order().last()) else { continue };
        let liar = town.order().get(dice.roll(town.order().len() as u64) as usize).copied().unwrap_or(liar);
        let truth = solved(&town, &mut dice)[liar];
        let honest = rank_of(&town.students[liar], truth).unwrap_or(u16::MAX);
        let mut lies = Vec::new();
        all_lists(town.offers.len(), &mut Vec::new(), &mut lies);
        for lie in lies {
            let mut other = town.clone();
            other.students[liar].wishes = (1..).zip(&lie).map(|(rank, offer)| (*offer, rank)).collect();
            let got = rank_of(&town.students[liar], solved(&other, &mut dice)[liar]).unwrap_or(u16::MAX);
            assert!(got >= honest, "town {case}, student {liar}, {lie:?}: {town:#?}");
            tried += 1;
        }
    }
    println!("{tried} other lists tried");
    assert!(tried > 1_000);
}

/// Every order of every choice of offers.
pub fn all_lists(offers: usize, list: &mut Vec<usize>, all: &mut Vec<Vec<usize>>) {
    all.push(list.clone());
    for offer in (0..offers).filter(|offer| !list.contains(offer)).collect::<Vec<_>>() {
        list.push(offer);
        all_lists(offers, list, all);
        list.pop();
    }
}

#[test]
fn order_of_rows_and_names_of_students_change_nothing() {
    println!("{CASES} towns from seed {}", SEED + 4);
    let mut dice = Dice(SEED + 4);
    for case in 0..CASES {
        let mut town = Town::random(&mut dice, 40);
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
fn without_classes_strict_lists_go_as_in_the_lottery() {
    println!("500 towns from seed {}", SEED + 5);
    let mut dice = Dice(SEED + 5);
    for case in 0..500 {
        let mut town = Town::random(&mut dice, 30);
        for student in &mut town.students {
            student.prio.fill(1);
            (1..).zip(&mut student.wishes).for_each(|(rank, wish)| wish.1 = rank);
        }
        let problem = town.problem(&mut dice);
        let lottery = seats(&town, &problem, &solve(&problem, &Options::default()));
        assert_eq!(solved(&town, &mut dice), lottery, "town {case}: {town:#?}");
    }
}

/// One cap as the records name it.
fn named(town: &Town, slot: Slot) -> CapOf {
    match slot {
        Slot::Offer(offer) => CapOf::Offer { place_id: town.offers[offer].0.clone() },
        Slot::Node(node) => CapOf::Node { host_id: town.nodes[node].0.clone(), level: "level".into() },
    }
}

/// What stands in the way at these caps, worked out from who sits where.
fn cut(town: &Town, seats: &Seats, mut slots: Vec<Slot>) -> Cut {
    slots.sort();
    slots.dedup();
    let mut inside: Vec<usize> = slots.iter().flat_map(|slot| below(town, seats, *slot)).collect();
    inside.sort_unstable();
    inside.dedup();
    let fixed = |at: &usize| town.students[*at].fixed.is_some();
    let last = inside.iter().filter(|at| !fixed(at)).map(|at| standing(town, *at, seats[*at].unwrap())).max();
    let helps = |slot: Slot| {
        town.order().into_iter().filter(|at| seats[*at].is_none()).any(|at| {
            let full = |slot: &Slot| below(town, seats, *slot).len() >= size(town, *slot);
            let full_above = |offer| chain(town, offer).into_iter().filter(full).collect::<Vec<_>>();
            town.students[at].wishes.iter().any(|wish| full_above(wish.0) == [slot])
        })
    };
    let mut caps: Vec<FullCap> = slots
        .iter()
        .map(|slot| FullCap { at: named(town, *slot), cap: size(town, *slot) as u32, one_more_helps: helps(*slot) })
        .collect();
    caps.sort_by(|a, b| a.at.cmp(&b.at));
    Cut {
        template: match &slots[..] {
            [Slot::Offer(_)] => CutTemplate::OfferFull,
            [Slot::Node(_)] => CutTemplate::NodeFull,
            _ => CutTemplate::EachFull,
        },
        caps,
        seats: inside.len() as u32,
        fixed: inside.iter().filter(|at| fixed(at)).count() as u32,
        last_class: last.map(|last| last.0),
        last_position: last.map(|last| last.1 as u32),
    }
}

fn explanation(town: &Town, seats: &Seats, student: usize) -> Explanation {
    let who = &town.students[student];
    let id = |offer: usize| town.offers[offer].0.clone();
    let order = town.order();
    let position = order.iter().position(|at| *at == student);
    let mut cuts: Vec<Cut> = Vec::new();
    let mut number = |cut: Cut| {
        cuts.iter().position(|known| *known == cut).unwrap_or_else(|| {
            cuts.push(cut);
            cuts.len() - 1
        })
    };
    let mut dearer = who.wishes.clone();
    let got = rank_of(who, seats[student]);
    dearer.retain(|wish| position.is_some() && got.is_none_or(|got| wish.1 < got));
    dearer.sort_by_key(|(offer, rank)| (*rank, id(*offer)));
    let mut refused = Vec::new();
    let mut slots = Vec::new();
    for (offer, rank) in dearer {
        let slot = binding(town, seats, student, offer).unwrap();
        slots.push(slot);
        let own = standing(town, student, offer);
        let wishes = |at: &&usize| town.students[**at].wishes.iter().any(|wish| wish.0 == offer);
        let before = |at: &&usize| standing(town, **at, offer) < own;
        refused.push(RefusedWish {
            place_id: id(offer),
            rank,
            class: Some(who.prio[offer]),
            wished: order.iter().filter(wishes).count() as u32,
            wished_before: order.iter().filter(wishes).filter(before).count() as u32,
            held_before: order.iter().filter(before).filter(|at| seats[**at] == Some(offer)).count() as u32,
            cut: number(cut(town, seats, vec![slot])),
            price: None,
        });
    }
    let result = match (seats[student], got) {
        (Some(offer), Some(rank)) => Told::Placed { place_id: id(offer), rank },
        (Some(offer), None) => Told::Fixed { place_id: id(offer) },
        (None, _) if slots.is_empty() => Told::NoWishes,
        (None, _) => Told::Unplaced { cut: number(cut(town, seats, slots)) },
    };
    Explanation {
        student_id: who.id.clone(),
        position: position.map(|at| at as u32 + 1),
        drawn: order.len() as u32,
        result,
        refused,
        cuts,
        not_considered: Vec::new(),
        added: None,
    }
}

#[test]
fn every_reason_can_be_worked_out_again() {
    println!("{CASES} towns from seed {}", SEED + 6);
    let mut dice = Dice(SEED + 6);
    let (mut told, mut sets) = (0, 0);
    for case in 0..CASES {
        let town = Town::random(&mut dice, 14);
        let problem = town.problem(&mut dice);
        let outcome = solve(&problem, &options());
        let seats = seats(&town, &problem, &outcome);
        for student in problem.each_student() {
            let got = outcome.explanation(&problem, student);
            let at = town.students.iter().position(|known| known.id == got.student_id).unwrap();
            assert_eq!(got, explanation(&town, &seats, at), "town {case}: {town:#?}");
            told += got.refused.len();
            sets += got.cuts.iter().filter(|cut| cut.template == CutTemplate::EachFull).count();
            let stored = serde_json::to_string(&got).unwrap();
            assert_eq!(serde_json::from_str::<Explanation>(&stored).unwrap(), got);
        }
    }
    println!("{told} refused wishes and {sets} sets of caps worked out again");
    assert!(told > 1_000 && sets > 100, "the towns must be tight enough to refuse somebody");
}

/// A student's own better class at another offer can be what refuses the dearer one: whoever stands between would
/// else be passed over.
#[test]
fn the_better_class_decides_below_a_common_cap() {
    let mut town = matching::Builder::new();
    town.node("hospital", None, "host", Some(1));
    town.offer("ward", "hospital", 1);
    town.offer("lab", "hospital", 1);
    let mila = town.student("mila", 0, 1);
    let omar = town.student("omar", 0, 2);
    town.rated_wish("mila", "ward", 1, 1, None);
    town.rated_wish("mila", "lab", 2, 0, None);
    town.rated_wish("omar", "ward", 1, 0, None);
    let problem = town.build().unwrap();
    let outcome = solve(&problem, &options());
    assert_eq!(outcome.rank(mila), Some(2));
    assert_eq!(outcome.placed(omar), None);
    let told = outcome.explanation(&problem, mila);
    assert_eq!(
        (told.refused[0].class, told.cuts[0].last_class, told.cuts[0].last_position),
        (Some(1), Some(0), Some(1))
    );
}
