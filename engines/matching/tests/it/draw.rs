//! Lottery numbers, worked out again from the formulas in words.

use super::town::{Dice, Town};
use hmac::{Hmac, KeyInit, Mac};
use matching::{Numbers, Options, Seed, TieKey, input_sha256, solve};
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
