//! What the engine writes, the checker takes: every mechanism, with every rule a round may have.

use super::town::{Dice, Town};
use matching::draw::{Chance, RoundSalt};
use matching::files::{Input, More, RunOptions, run_files};
use matching::{Mechanism, NoMeter, Seed};
use verify::check;
use verify::input::Files;

const TOWNS: usize = 150;
const TOWNS_LONG: usize = 5_000;
const SEED: u64 = 3;
const SALT: [u8; 32] = [75; 32];

/// A town with travel, and with a second subject that has a place and a student without wishes.
fn input(town: &Town) -> Input {
    let mut input = town.input();
    let wishes = String::from_utf8(input.wishes).unwrap();
    let travelled = |(at, line): (usize, &str)| line.replace(",,", &format!(",{},", at * 17 % 50));
    input.wishes = wishes.lines().enumerate().map(travelled).collect::<Vec<_>>().join("\n").into_bytes();
    // Every other student who draws or sits by hand is in one of two groups.
    let students = String::from_utf8(input.students).unwrap();
    let grouped = |(at, line): (usize, &str)| match at % 2 {
        1 => line.replace(",,", &format!(",g{},", at % 4)),
        _ => line.to_owned(),
    };
    input.students = students.lines().enumerate().map(grouped).map(|line| line + "\n").collect::<String>().into_bytes();
    input.places.extend(b"a0,h0,teaching,H27,2\n");
    input.students.extend(b"t0,teaching,H27,3,,\n");
    input
}

fn options(dice: &mut Dice, town: &Town, mechanism: Mechanism) -> RunOptions {
    let pairs = |dice: &mut Dice, head: &str, last: &[&str]| {
        let mut out = head.to_owned();
        for student in 0..town.students.len() {
            let (place, last) = (dice.roll(town.places.len()), last[dice.roll(last.len())]);
            if dice.roll(3) == 0 {
                out += &format!("s{student},p{place},{last}\n");
            }
        }
        out.into_bytes()
    };
    let bans = pairs(dice, "student_id,place_id,reason\n", &["relative", "own_workplace", "other"]);
    let soft = pairs(dice, "student_id,place_id,steps\n", &["1", "-1", "2", "0"]);
    let turns = format!("student_id,turn\ns{},{}\n", dice.roll(town.students.len()), dice.roll(3)).into_bytes();
    let protect = format!("student_id\ns{}\n", dice.roll(town.students.len())).into_bytes();
    let more = More {
        bans: (dice.roll(3) == 0).then_some(bans),
        travel_limit: (dice.roll(3) == 0).then_some(35),
        complete_lists: (dice.roll(3) == 0).then(|| 1 + dice.roll(4) as u16),
        soft: (dice.roll(3) == 0).then_some(soft),
        protect: (dice.roll(3) == 0).then_some(protect),
        turns: (dice.roll(3) == 0).then_some(turns),
    };
    let seed = (dice.roll(2) == 0).then(|| Seed::new(&[1, dice.roll(200) as u8]).unwrap());
    RunOptions {
        mechanism,
        chance: seed.map(Chance::from),
        salt: (dice.roll(3) == 0).then(|| RoundSalt::new(SALT)),
        round_id: "spring".into(),
        more,
        certificate: true,
        ..RunOptions::default()
    }
}

fn accepts(towns: usize) {
    println!("{towns} towns from seed {SEED}");
    let mut dice = Dice(SEED);
    for number in 0..towns {
        let town = Town::random(&mut dice, 8);
        let input = input(&town);
        for (name, mechanism) in Mechanism::NAMES {
            let options = options(&mut dice, &town, *mechanism);
            let output = run_files(input.clone(), &options, &mut NoMeter).unwrap();
            let files = Files {
                hosts: &input.hosts,
                places: &input.places,
                students: &input.students,
                wishes: &input.wishes,
                ban: options.more.bans.as_deref(),
                soft: options.more.soft.as_deref(),
                protect: options.more.protect.as_deref(),
                salt: options.salt.as_ref().map(|_| SALT),
                turns: options.more.turns.as_deref(),
            };
            let certificate = output.certificate.unwrap();
            let answer = check(files, &output.allocation, &certificate, None);
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            assert!(
                answer.is_ok(),
                "town {number}, {name}: {answer:?}\n{town:#?}\n{:#?}\n{}{}",
                options.more,
                text(&output.allocation),
                text(&certificate)
            );
        }
    }
}

#[test]
fn what_the_engine_writes_is_true() {
    accepts(TOWNS);
}

#[test]
#[ignore = "the long form"]
fn what_the_engine_writes_is_true_in_many_towns() {
    accepts(TOWNS_LONG);
}
