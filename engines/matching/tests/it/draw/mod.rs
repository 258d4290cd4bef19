//! Lottery numbers, worked out again from the formulas in words, and known values that must never change.

mod beacon;
mod commit;
mod parties;
mod proof;

use super::town::{Dice, Town};
use hmac::{Hmac, KeyInit, Mac};
use matching::draw::{RoundSalt, frozen_root, header};
use matching::problem::BanReason;
use matching::{Builder, Numbers, Options, Problem, Seed, TieKey, input_sha256, solve};
use sha2::{Digest, Sha256};

fn hmac(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    parts.iter().for_each(|part| mac.update(part));
    mac.finalize().into_bytes().into()
}

#[test]
fn numbers_follow_the_formula() {
    let seed = Seed::from_hex("0123456789abcdefABCDEF").unwrap();
    assert_eq!(seed.to_hex(), "0123456789abcdefabcdef");
    let raw = hex::decode(seed.to_hex()).unwrap();
    let promise: [u8; 32] = Sha256::digest([b"fotfeste-promise-1".as_slice(), &raw].concat()).into();
    assert_eq!(seed.promise(), promise);
    let root = [7u8; 32];
    let key = Sha256::digest([b"fotfeste-draw-1".as_slice(), &root, &raw].concat());
    let hash = hmac(&key, &[&[0, 0, 0, 4], b"2027", &[0, 0, 0, 4], b"mila"]);
    let number = u64::from_be_bytes(hash[..8].try_into().unwrap());
    assert_eq!(seed.draw_key(&root).lottery_number("2027", "mila"), number);
    let tie = hmac(&key, &[&number.to_be_bytes(), b"ward-3"]);
    assert_eq!(seed.draw_key(&root).tie_key().hash(number, "ward-3"), tie);
    let given = hmac(b"fotfeste-ties-1", &[&4u64.to_be_bytes(), b"ward-3"]);
    assert_eq!(TieKey::default().hash(4, "ward-3"), given);
}

pub(super) fn hex32(digits: &str) -> [u8; 32] {
    hex::decode(digits).unwrap().try_into().unwrap()
}

/// Everything that can stand in a frozen input.
fn small(change: impl FnOnce(&mut Builder)) -> Problem {
    let mut town = Builder::new();
    town.node("vik", Some("north"), "host", None);
    town.node("north", None, "region", Some(3));
    town.offer("ward-3", "vik", 2);
    town.student("omar", 0, 4);
    town.student("mila", 1, 17);
    town.rated_wish("mila", "ward-3", 1, 2, Some(35));
    town.group("mila", "g1");
    town.fix("omar", "ward-3");
    change(&mut town);
    town.build().unwrap()
}

fn protected(town: &mut Builder) {
    town.protect("mila");
    town.soft("mila", "ward-3", -2);
}

#[test]
fn the_values_of_every_formula_are_known() {
    // Worked out with Python's hashlib and hmac; the texts are those the documentation shows.
    let seed = Seed::from_hex("0123456789abcdef").unwrap();
    assert_eq!(hex::encode(seed.promise()), "e8448f068fe4dff6d283e0b5e0378cb316a4c73c9d92abd615db2c6fc78db338");
    let key = seed.draw_key(&[7; 32]);
    assert_eq!(key.lottery_number("2027", "mila"), 2_672_597_597_400_163_003);
    let tie = hex::encode(key.tie_key().hash(2_672_597_597_400_163_003, "ward-3"));
    assert_eq!(tie, "ea7829b44c547db1710145fdc75ccbc63d187524c61ee83fe38fe934ac9b1f22");
    let given = hex::encode(TieKey::default().hash(4, "ward-3"));
    assert_eq!(given, "e39aaed92cc7bb79fd8a0366b77deda574f83c194813ee59404f8a7f272dad4d");
    let problem = small(protected);
    let text = "fotfeste-input-2\nnumbers\tgiven\nstudents\t2\nnode\tnorth\t\tregion\t3\nnode\tvik\tnorth\thost\t\n\
                offer\tward-3\tvik\t2\n";
    assert_eq!(String::from_utf8(header(&problem, Numbers::Given)).unwrap(), text);
    let root = input_sha256(&problem, Numbers::Given);
    assert_eq!(hex::encode(root), "90fc4ec46b7c1f9ff59d72ea3c3e0de38d51ac5406b5df4828c0dd62c13f69bc");
    let salt = RoundSalt::new([9; 32]);
    let salted = frozen_root(&problem, Numbers::Given, Some(&salt));
    assert_eq!(hex::encode(salted), "561654fc528b22a48de210e60bdba29bd2bbbeba7edba368bbd5ee3f00f1add3");
    assert_eq!(hex::encode(salt.of("mila")), "4c6926bfcce2c49b7d231969ce308bec95169e5c792d4be33577174b6941388d");
    assert!(!format!("{salt:?}").contains('9'));
}

type Change = fn(&mut Builder);

#[test]
fn everything_that_can_change_a_result_changes_the_root() {
    let base = small(|_| ());
    let roots = |problem: &Problem| [Numbers::Given, Numbers::Drawn].map(|numbers| input_sha256(problem, numbers));
    let mut seen = roots(&base).to_vec();
    let changes: [Change; 13] = [
        |town| town.travel_limit(90),
        |town| town.travel_limit(30),
        |town| town.ban("mila", "ward-3", BanReason::Relative),
        |town| town.ban("mila", "ward-3", BanReason::Other),
        |town| town.protect("mila"),
        |town| town.soft("mila", "ward-3", 1),
        |town| town.soft("mila", "ward-3", -1),
        |town| town.group("mila", "g2"),
        |town| town.group("omar", "g1"),
        |town| {
            town.student("nora", 0, 4);
        },
        |town| {
            town.offer("ward-4", "vik", 2);
        },
        |town| {
            town.node("south", None, "region", None);
        },
        |town| town.wish("omar", "ward-3", 1),
    ];
    for change in changes {
        seen.extend(roots(&small(change)));
    }
    let kinds: [[&str; 2]; 3] = [["", ""], ["nursing", "nursing"], ["nursing", "teaching"]];
    for (below, [hers, its]) in [(1, kinds[0]), (2, kinds[0]), (2, kinds[1]), (2, kinds[2])] {
        let mut completed = small(|town| {
            let ward = town.offer("ward-4", "vik", 2);
            if !hers.is_empty() {
                town.student_kind("mila", hers, "H27");
                town.offer_kind(ward, its, "H27");
            }
        });
        completed.complete_lists(below).unwrap();
        seen.extend(roots(&completed));
    }
    let wishes: [(u16, u16, Option<u16>); 5] =
        [(2, 2, Some(35)), (1, 3, Some(35)), (1, 2, Some(36)), (1, 2, None), (12, 2, Some(3))];
    for (rank, prio, travel) in wishes {
        let mut town = Builder::new();
        town.node("vik", None, "host", None);
        town.offer("ward-3", "vik", 2);
        town.student("mila", 0, 17);
        town.rated_wish("mila", "ward-3", rank, prio, travel);
        seen.extend(roots(&town.build().unwrap()));
    }
    let all = seen.len();
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), all, "no two of them share a root");
}

#[test]
fn no_id_can_look_like_two() {
    let town = |students: &[&str]| {
        let mut town = Builder::new();
        for id in students {
            town.student(id, 0, 0);
        }
        town.build().unwrap()
    };
    let root = |students: &[&str]| input_sha256(&town(students), Numbers::Drawn);
    assert_ne!(root(&["a\nturn\t1"]), root(&["a"]));
    assert_ne!(root(&["a\\0a"]), root(&["a\n"]));
    let mut odd = Builder::new();
    odd.node("a\tb\\c\u{7f}å", None, "x\n", None);
    let header = String::from_utf8(header(&odd.build().unwrap(), Numbers::Given)).unwrap();
    assert!(header.ends_with("node\ta\\09b\\5cc\\7få\t\tx\\0a\t\n"), "{header}");
}

#[test]
fn a_number_does_not_depend_on_the_order_of_rows() {
    let mut dice = Dice(3);
    let town = Town::random(&mut dice, 30);
    let seed = Seed::from_hex("77").unwrap();
    let mut numbers = Vec::new();
    for _ in 0..5 {
        let mut problem = town.problem(&mut dice);
        let key = seed.draw_key(&input_sha256(&problem, Numbers::Drawn));
        problem.draw(&key, "autumn");
        let mut drawn: Vec<(String, u64)> =
            problem.each_student().map(|at| (problem.student_id(at).to_owned(), problem.lottery(at))).collect();
        drawn.sort();
        numbers.push(drawn);
    }
    assert!(numbers.windows(2).all(|two| two[0] == two[1]));
}

#[test]
fn a_seed_is_hexadecimal_and_not_shown() {
    for bad in ["", "0", "xyz", "0g", " 00", &"00".repeat(65)] {
        assert!(Seed::from_hex(bad).is_err(), "{bad}");
    }
    assert!(!format!("{:?}", Seed::from_hex("c0ffee").unwrap()).contains("c0"));
}

#[test]
fn the_root_does_not_depend_on_the_order_of_rows_and_changes_with_everything_else() {
    let mut dice = Dice(1);
    for _ in 0..300 {
        let town = Town::random(&mut dice, 10);
        let root = |town: &Town, dice: &mut Dice, numbers| input_sha256(&town.problem(dice), numbers);
        let given = root(&town, &mut dice, Numbers::Given);
        let drawn = root(&town, &mut dice, Numbers::Drawn);
        assert_eq!(root(&town, &mut dice, Numbers::Given), given);
        assert_eq!(root(&town, &mut dice, Numbers::Drawn), drawn);
        assert_ne!(given, drawn);
        let mut other = town.clone();
        other.students[0].lottery += 1;
        assert_ne!(root(&other, &mut dice, Numbers::Given), given);
        assert_eq!(root(&other, &mut dice, Numbers::Drawn), drawn);
        other.students[0].turn += 1;
        assert_ne!(root(&other, &mut dice, Numbers::Drawn), drawn);
        let mut other = town.clone();
        other.offers[0].2 += 1;
        assert_ne!(root(&other, &mut dice, Numbers::Drawn), drawn);
        let mut other = town.clone();
        other.nodes[0].2 = Some(9);
        assert_ne!(root(&other, &mut dice, Numbers::Drawn), drawn);
        let mut other = town.clone();
        other.students[0].wishes = vec![(0, 77)];
        assert_ne!(root(&other, &mut dice, Numbers::Drawn), drawn);
    }
}

#[test]
fn a_draw_orders_students_by_their_numbers() {
    let mut dice = Dice(2);
    let mut problem = Town::random(&mut dice, 30).problem(&mut dice);
    let key = Seed::new(&[1; 32]).unwrap().draw_key(&input_sha256(&problem, Numbers::Drawn));
    problem.draw(&key, "spring");
    let outcome = solve(&problem, &Options { ties: key.tie_key(), ..Options::default() });
    let mut drawn: Vec<_> = problem.each_student().filter(|at| outcome.position(*at).is_some()).collect();
    drawn.sort_by_key(|at| outcome.position(*at));
    assert!(drawn.is_sorted_by_key(|at| (problem.turn(*at), problem.lottery(*at))));
    for student in problem.each_student() {
        assert_eq!(problem.lottery(student), key.lottery_number("spring", problem.student_id(student)));
    }
}
