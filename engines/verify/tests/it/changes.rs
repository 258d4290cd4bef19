//! Every change of a sound certificate, allocation or input is refused, and of prices those that prove less.

use super::prices::{OPTIMISERS, Stages};
use super::town::{Dice, Seats, Town, certificate, checked, root, sealed};
use matching::files::Input;
use verify::Refusal;

const TOWNS: usize = 12;
const SEED: u64 = 7;

/// A town with the one allocation of a mechanism, and all that proves it.
struct Sound {
    town: Town,
    input: Input,
    stages: Stages,
    seats: Seats,
    prices: Vec<Vec<i64>>,
    mechanism: &'static str,
}

impl Sound {
    fn each(mechanisms: &[&'static str], then: impl Fn(&Self)) {
        println!("{TOWNS} towns from seed {SEED}");
        let mut dice = Dice(SEED);
        for at in 0..TOWNS {
            let town = Town::random(&mut dice, 4);
            let mechanism = mechanisms[at % mechanisms.len()];
            let (input, stages) = (town.input(), Stages::of(mechanism, &town));
            let all = town.all();
            // The prices of any optimum serve all of them, so the checker may say which one it is.
            let optimum = all.iter().min_by_key(|seats| stages.total(&town, seats)).unwrap();
            let prices = stages.prices(&town, optimum);
            let mut sound = Self { input, stages, seats: optimum.clone(), prices, mechanism, town };
            let one = all.into_iter().find(|seats| {
                sound.seats.clone_from(seats);
                sound.verdict().is_ok()
            });
            assert!(one.is_some());
            then(&sound);
        }
    }

    fn allocation(&self) -> String {
        self.town.allocation(&self.seats)
    }

    fn certificate_of(&self, allocation: &str) -> String {
        let json = self.stages.json(&self.town, &self.prices);
        certificate(self.mechanism, &root(&self.input), allocation, &json)
    }

    fn verdict(&self) -> Result<Vec<String>, Refusal> {
        checked(&self.input, &self.allocation(), &self.certificate_of(&self.allocation()))
    }
}

const ALL: [&str; 6] = ["mincost", "lottery", "rankmax", "priority", "greedymax", "generous"];

#[test]
fn no_byte_of_a_certificate_can_be_changed() {
    Sound::each(&ALL, |sound| {
        let (allocation, certificate) = (sound.allocation(), sound.certificate_of(&sound.allocation()));
        for at in 0..certificate.len() {
            let mut bytes = certificate.clone().into_bytes();
            bytes[at] ^= 1;
            let changed = String::from_utf8(bytes).unwrap();
            assert!(checked(&sound.input, &allocation, &changed).is_err(), "byte {at} of {certificate}");
            let shorter = [&certificate[..at], &certificate[at + 1..]].concat();
            assert!(checked(&sound.input, &allocation, &shorter).is_err(), "without byte {at} of {certificate}");
            let longer = [&certificate[..at], " ", &certificate[at..]].concat();
            assert!(checked(&sound.input, &allocation, &longer).is_err(), "a space at {at} of {certificate}");
        }
    });
}

#[test]
fn no_row_of_an_allocation_can_be_changed() {
    Sound::each(&ALL, |sound| {
        let allocation = sound.allocation();
        let lines: Vec<&str> = allocation.lines().collect();
        let old = sound.certificate_of(&allocation);
        let try_with = |row: usize, line: Option<&str>| {
            let mut lines = lines.clone();
            match line {
                Some(line) => lines[row] = line,
                None => drop(lines.remove(row)),
            }
            let changed = lines.join("\n") + "\n";
            if changed != allocation {
                assert!(checked(&sound.input, &changed, &old).is_err(), "{changed}");
                let new = sound.certificate_of(&changed);
                assert!(checked(&sound.input, &changed, &new).is_err(), "instead of {allocation}: {changed}");
            }
        };
        for (row, line) in lines.iter().enumerate().skip(1) {
            let (id, _) = line.split_once(',').unwrap();
            for rank in ["", "0", "1", "2", "3", "4", "x"] {
                try_with(row, Some(&format!("{id},,{rank}")));
                for place in 0..=sound.town.places.len() {
                    try_with(row, Some(&format!("{id},p{place},{rank}")));
                }
            }
            try_with(row, Some(&format!("nobody{}", &line[id.len()..])));
            try_with(row, Some(&format!("{line}\n{line}")));
            try_with(row, None);
        }
    });
}

#[test]
fn no_number_of_the_input_can_be_changed() {
    Sound::each(&ALL, |sound| {
        let (allocation, certificate) = (sound.allocation(), sound.certificate_of(&sound.allocation()));
        for file in 0..4 {
            let input = &sound.input;
            let bytes = [&input.hosts, &input.places, &input.students, &input.wishes][file];
            let text = String::from_utf8(bytes.clone()).unwrap();
            let header = text.find('\n').unwrap();
            for at in (header..text.len()).filter(|at| bytes[*at].is_ascii_digit()) {
                if text[..at].ends_with('H') || text[..at].ends_with("H2") {
                    continue; // the period, which decides who may list what, and nothing after that
                }
                let mut changed = input.clone();
                let files = [&mut changed.hosts, &mut changed.places, &mut changed.students, &mut changed.wishes];
                files.into_iter().nth(file).unwrap()[at] ^= 1;
                assert!(checked(&changed, &allocation, &certificate).is_err(), "byte {at} of {text}");
            }
        }
    });
}

/// Conditions A and B in the plainest form.
fn proves(sound: &Sound, prices: &[Vec<i64>]) -> bool {
    let town = &sound.town;
    let zero = vec![0; sound.stages.names.len()];
    let (loads, caps) = (town.loads(&sound.seats), town.caps());
    let pays = |student: usize, place: Option<usize>| {
        let mut list = sound.stages.costs(town.rank(student, place));
        for slot in place.map(|place| town.above(place)).unwrap_or_default() {
            list.iter_mut().zip(&prices[slot]).for_each(|(list, price)| *list += price);
        }
        list
    };
    let b = (0..loads.len()).all(|slot| prices[slot] == zero || prices[slot] > zero && caps[slot] == Some(loads[slot]));
    b && town.order().iter().all(|student| {
        let got = pays(*student, sound.seats[*student]);
        let wishes = town.students[*student].wishes.iter().map(|wish| Some(wish.0)).chain([None]);
        wishes.into_iter().all(|option| got <= pays(*student, option))
    })
}

#[test]
fn prices_that_prove_less_are_refused_and_others_are_not() {
    let (kept, refused) = (std::cell::Cell::new(0), std::cell::Cell::new(0));
    Sound::each(&OPTIMISERS, |sound| {
        let allocation = sound.allocation();
        for slot in 0..sound.prices.len() {
            for stage in 0..sound.stages.names.len() {
                for by in [-2, -1, 1, 2, 1_000] {
                    let mut prices = sound.prices.clone();
                    prices[slot][stage] += by;
                    let json = sound.stages.json(&sound.town, &prices);
                    let certificate = certificate(sound.mechanism, &root(&sound.input), &allocation, &json);
                    let answer = checked(&sound.input, &allocation, &certificate);
                    let proves = proves(sound, &prices);
                    assert_eq!(answer.is_ok(), proves, "{answer:?}");
                    let count = if proves { &kept } else { &refused };
                    count.set(count.get() + 1);
                }
            }
        }
    });
    println!("{} changed prices prove as much, {} do not", kept.get(), refused.get());
    assert!(kept.get() > 0 && refused.get() > 0);
}

#[test]
fn stages_are_those_of_the_mechanism() {
    Sound::each(&["mincost"], |sound| {
        let allocation = sound.allocation();
        let certificate = sound.certificate_of(&allocation);
        let body = certificate.split_once(",\n  \"fingerprint\"").unwrap().0;
        for (old, new) in [
            ("\"rank_cost\"", "\"soft\""),
            ("\"mincost\"", "\"lottery\""),
            ("\"mincost\"", "\"generous\""),
            ("\"places\": {", "\"places\": {\"p99\": 1, "),
            ("\"hosts\": {", "\"hosts\": {\"p0\": 1, "),
            ("\"seed\": null", "\"seed\": \"c0ffee\""),
        ] {
            let changed = sealed(&body.replacen(old, new, 1).replace(", }", "}"));
            let answer = checked(&sound.input, &allocation, &changed);
            assert!(matches!(answer, Err(Refusal::Broken { .. })), "{new}: {answer:?}");
        }
    });
}

#[test]
fn what_is_no_certificate_or_no_table_is_unreadable() {
    Sound::each(&["lottery"], |sound| {
        let allocation = sound.allocation();
        let certificate = sound.certificate_of(&allocation);
        let unreadable = |input: &Input, allocation: &str, certificate: &str| {
            let answer = checked(input, allocation, certificate);
            assert!(matches!(answer, Err(Refusal::Unreadable(_))), "{answer:?}");
        };
        for other in ["", "{}", "[]", &certificate.replace("certificate-1", "certificate-2")] {
            unreadable(&sound.input, &allocation, other);
        }
        unreadable(&sound.input, &allocation, &certificate.replace("\"seed\"", "\"sown\": 1, \"seed\""));
        unreadable(&sound.input, "student_id\ns0\n", &certificate);
        let mut input = sound.input.clone();
        input.hosts = b"host_id,parent_id,level,cap\nh0,h0,host,1\n".to_vec();
        unreadable(&input, &allocation, &certificate);
        let mut input = sound.input.clone();
        input.wishes.extend(b"nobody,1,p0,,0\n");
        unreadable(&input, &allocation, &certificate);
        input.wishes = b"student_id,rank\ns0,1\n".to_vec();
        unreadable(&input, &allocation, &certificate);
    });
}
