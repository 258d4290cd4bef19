//! The reader of files against its plain twin, on files made by dice: sound ones in every dress, and broken ones.
//!
//! `FUZZ_CASES=1000000 FUZZ_SEED=7 cargo test --release -p matching --test it fuzz` looks for longer, elsewhere.

use crate::plain::{self, Said, Told};
use crate::town::Dice;
use matching::files::{Bytes, InputErrors, Streams, read, read_streams};
use matching::{Numbers, Problem};
use std::io::{ErrorKind, Read};
use std::path::Path;

/// Between the four files of one text for [`fuzz_files`].
const BETWEEN: &[u8] = b"\n====\n";

fn from_environment(name: &str, usual: u64) -> u64 {
    std::env::var(name).map_or(usual, |value| value.parse().unwrap())
}

fn files(data: &[u8]) -> [&[u8]; 4] {
    let mut rest = data;
    std::array::from_fn(|_| {
        let at = rest.windows(BETWEEN.len()).position(|window| window == BETWEEN).unwrap_or(rest.len());
        let (file, behind) = rest.split_at(at);
        rest = behind.strip_prefix(BETWEEN).unwrap_or_default();
        file
    })
}

/// Whatever the bytes: the reader does not panic, says what its plain twin says, and the same when the bytes come in
/// pieces.
pub fn fuzz_files(data: &[u8]) {
    let [hosts, places, students, wishes] = files(data);
    let whole = outcome(read(Bytes { hosts, places, students, wishes }, Numbers::Given));
    match (&whole, plain::read([hosts, places, students, wishes])) {
        (Ok(said), Ok(plain)) => assert_eq!(*said, plain),
        (Err((told, more)), Err(plain)) if *more == 0 => assert_eq!(*told, plain),
        (Err((told, more)), Err(plain)) => assert_eq!(told.len() + more, plain.len()),
        (got, plain) => panic!("the reader says {got:?}, its plain twin {plain:?}"),
    }
    let dice = Dice(data.len() as u64);
    let mut pieces = [hosts, places, students, wishes].map(|bytes| Pieces { bytes, dice: Dice(dice.0) });
    let [hosts, places, students, wishes] = &mut pieces;
    let in_pieces = outcome(read_streams(Streams { hosts, places, students, wishes }, Numbers::Given));
    assert_eq!(whole, in_pieces);
}

/// Gives bytes as a pipe may: few at a time, with interruptions.
struct Pieces<'a> {
    bytes: &'a [u8],
    dice: Dice,
}
impl Read for Pieces<'_> {
    fn read(&mut self, to: &mut [u8]) -> std::io::Result<usize> {
        if self.dice.one_in(10) {
            return Err(ErrorKind::Interrupted.into());
        }
        let len = to.len().min(1 + self.dice.roll(9_000) as usize);
        self.bytes.read(&mut to[..len])
    }
}

type Outcome = Result<Said, (Vec<Told>, usize)>;

fn outcome(read: Result<(Problem, Vec<String>), InputErrors>) -> Outcome {
    match read {
        Ok((problem, _)) => Ok(said(&problem)),
        Err(errors) => {
            assert!(!errors.list().is_empty() && errors.list().len() <= InputErrors::LISTED_MAX);
            let told = errors.list().iter();
            let mut told: Vec<Told> =
                told.map(|error| (error.file.name(), error.line, error.column.clone(), error.value.clone())).collect();
            told.sort_by_key(|told| (FILES.iter().position(|name| *name == told.0), told.1, told.clone()));
            Err((told, errors.more()))
        }
    }
}

const FILES: [&str; 4] = ["hosts.csv", "places.csv", "students.csv", "wishes.csv"];

fn said(problem: &Problem) -> Said {
    let mut said = Said::default();
    for offer in problem.each_offer() {
        let host = problem.node_id(problem.node_of(offer)).to_owned();
        said.places.insert(problem.offer_id(offer).into(), (host, problem.seats(offer)));
    }
    for node in problem.each_node() {
        let parent = problem.parent(node).map(|up| problem.node_id(up).to_owned());
        let of = (parent, problem.level(node).to_owned(), problem.cap(node));
        said.hosts.insert(problem.node_id(node).into(), of);
    }
    for student in problem.each_student() {
        let wishes = problem.wishes_of(student);
        let wishes =
            wishes.map(|wish| (wish.rank, problem.offer_id(wish.offer).to_owned(), wish.travel_min, wish.prio));
        let fixed = problem.fixed(student).map(|offer| problem.offer_id(offer).to_owned());
        let group = problem.group(student).map(str::to_owned);
        let of = (problem.lottery(student), group, fixed, wishes.collect());
        said.students.insert(problem.student_id(student).into(), of);
    }
    said
}

/// Files by rows and fields, headers first.
type Sheets = [Vec<Vec<String>>; 4];

fn sheets(dice: &mut Dice) -> Sheets {
    let header = |columns: &str| vec![columns.split(',').map(str::to_owned).collect::<Vec<String>>()];
    let mut sheets = [
        header("host_id,parent_id,level,cap"),
        header("place_id,host_id,subject,period,capacity"),
        header("student_id,subject,period,lottery,group_id,fixed_place"),
        header("student_id,rank,place_id,travel_min,prio"),
    ];
    let long = if dice.one_in(3) { "-an-id-longer-than-eight-bytes" } else { "" };
    let [hosts, places, students] = [1 + dice.roll(6), 1 + dice.roll(9), dice.roll(14)];
    let row = |fields: &[&dyn std::fmt::Display]| fields.iter().map(ToString::to_string).collect::<Vec<String>>();
    for at in 0..hosts {
        let parent = if at > 0 && dice.one_in(2) { format!("h{}{long}", dice.roll(at)) } else { String::new() };
        let cap = if dice.one_in(2) { dice.roll(30).to_string() } else { String::new() };
        sheets[0].push(row(&[&format!("h{at}{long}"), &parent, &"level", &cap]));
    }
    for at in 0..places {
        let (host, seats) = (dice.roll(hosts), dice.roll(5));
        sheets[1].push(row(&[&format!("p{at}{long}"), &format!("h{host}{long}"), &"nursing", &"H27", &seats]));
    }
    for at in 0..students {
        let group = if dice.one_in(5) { "g1" } else { "" };
        let fixed = if dice.one_in(12) { format!("p{}{long}", dice.roll(places)) } else { String::new() };
        let lottery = dice.roll(u64::MAX) >> dice.roll(64);
        sheets[2].push(row(&[&format!("s{at}{long}"), &"nursing", &"H27", &lottery, &group, &fixed]));
        let mut list: Vec<u64> = (0..places).collect();
        dice.shuffle(&mut list);
        list.truncate(dice.roll(places + 1) as usize);
        let mut rank = 1;
        for place in list {
            let (travel, prio) = (dice.roll(2_000), dice.roll(3));
            let travel = if dice.one_in(4) { String::new() } else { travel.to_string() };
            sheets[3].push(row(&[&format!("s{at}{long}"), &rank, &format!("p{place}{long}"), &travel, &prio]));
            rank += dice.roll(3);
        }
    }
    sheets
}

const ODD: [&str; 26] = [
    "",
    "0",
    "-1",
    "1e3",
    "p1",
    "h1",
    "h0",
    "s1",
    "zzz",
    "65535",
    "65536",
    "4294967294",
    "4294967295",
    " 1",
    "1 ",
    "007",
    "18446744073709551615",
    "18446744073709551616",
    "00000000000000000000000000001",
    "a,b",
    "q\"q",
    "x\ny",
    "år",
    "teaching",
    "p1\0",
    "\u{FFFD}",
];

/// Puts something odd into a field or does something odd to a row.
fn disturb(sheet: &mut Vec<Vec<String>>, dice: &mut Dice) {
    let row = dice.roll(sheet.len() as u64) as usize;
    let field = dice.roll(sheet[row].len().max(1) as u64) as usize;
    match dice.roll(8) {
        0 => {
            let again = sheet[row].clone();
            sheet.push(again);
        }
        1 => drop(sheet[row].pop()),
        2 => sheet[row].push("7".into()),
        3 => sheet[row] = vec!["long".repeat(60); sheet[row].len()],
        _ if !sheet[row].is_empty() => sheet[row][field] = ODD[dice.roll(ODD.len() as u64) as usize].into(),
        _ => {}
    }
}

/// The sheet as text, dressed by the dice.
fn dress(sheet: &[Vec<String>], dice: &mut Dice) -> Vec<u8> {
    let mut order: Vec<usize> = (0..sheet[0].len()).collect();
    let (remark, wide) = (dice.one_in(4), dice.one_in(40));
    if dice.one_in(3) {
        dice.shuffle(&mut order);
    }
    let line_end = if dice.one_in(4) { "\r\n" } else { "\n" };
    let quotes = [0, 0, 2, 20][dice.roll(4) as usize];
    let mut text = String::from(if dice.one_in(6) { "\u{FEFF}" } else { "" });
    for (at, row) in sheet.iter().enumerate() {
        let whole = row.len() == order.len();
        let mut fields: Vec<String> =
            if whole { order.iter().map(|at| row[*at].clone()).collect() } else { row.clone() };
        if remark && whole {
            let filler = if wide { "lång, \"merknad\"\n".repeat(dice.roll(200) as usize) } else { "ok".into() };
            fields.insert(0, if at == 0 { "remark".into() } else { filler });
        }
        let fields: Vec<String> = fields.iter().map(|field| quoted(field, quotes, dice)).collect();
        text.push_str(&fields.join(","));
        text.push_str(line_end);
        if dice.one_in(30) {
            text.push_str(line_end);
        }
    }
    if dice.one_in(4) {
        text.truncate(text.trim_end().len());
    }
    text.into_bytes()
}

fn quoted(field: &str, quotes: u64, dice: &mut Dice) -> String {
    let must = field.contains([',', '"', '\n', '\r']);
    if must || quotes > 0 && dice.one_in(quotes) { format!("\"{}\"", field.replace('"', "\"\"")) } else { field.into() }
}

const BYTES: &[u8] = b",\"\n\r\x00\xFF\xC3\xA50 7ps";

fn break_bytes(bytes: &mut Vec<u8>, dice: &mut Dice) {
    for _ in 0..=dice.roll(3) {
        let at = dice.roll(bytes.len() as u64 + 1) as usize;
        let byte = BYTES[dice.roll(BYTES.len() as u64) as usize];
        match dice.roll(4) {
            0 if at < bytes.len() => drop(bytes.remove(at)),
            1 if at < bytes.len() => bytes[at] = byte,
            2 => bytes.truncate(at.max(bytes.len() / 2)),
            _ => bytes.insert(at, byte),
        }
    }
}

fn case(seed: u64) -> Vec<u8> {
    let mut dice = Dice(seed);
    let mut sheets = sheets(&mut dice);
    if dice.one_in(3) {
        for sheet in &mut sheets {
            dice.shuffle(&mut sheet[1..]);
        }
    }
    let (odd, broken) = (dice.one_in(2), dice.one_in(4));
    for _ in 0..if odd { 1 + dice.roll(6) } else { 0 } {
        disturb(&mut sheets[dice.roll(4) as usize], &mut dice);
    }
    let mut files = sheets.map(|sheet| dress(&sheet, &mut dice));
    if broken {
        break_bytes(&mut files[dice.roll(4) as usize], &mut dice);
    }
    files.join(BETWEEN)
}

#[test]
fn the_reader_says_what_its_plain_twin_says() {
    let (first, cases) = (from_environment("FUZZ_SEED", 1), from_environment("FUZZ_CASES", 6_000));
    println!("seeds {first} to {}", first + cases - 1);
    let mut sound = 0;
    for seed in first..first + cases {
        let data = case(seed);
        let [hosts, places, students, wishes] = files(&data);
        sound += u64::from(read(Bytes { hosts, places, students, wishes }, Numbers::Given).is_ok());
        let checked = std::panic::catch_unwind(|| fuzz_files(&data));
        assert!(checked.is_ok(), "seed {seed}:\n{}", String::from_utf8_lossy(&data));
    }
    println!("{sound} of {cases} are sound");
    assert!(sound > cases / 4 && sound < cases * 3 / 4);
}

#[test]
fn the_corpus_and_what_grows_from_it_is_read_alike() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut dice = Dice(from_environment("FUZZ_SEED", 1));
    for entry in std::fs::read_dir(&corpus).unwrap() {
        let folder = entry.unwrap().path();
        let file = |name: &&str| {
            std::fs::read(folder.join(name)).or_else(|_| std::fs::read(corpus.join("good").join(name))).unwrap()
        };
        // Too deep a forest is the one rule that the plain twin does not know.
        if folder.ends_with("deep_forest") {
            continue;
        }
        let data = FILES.iter().map(file).collect::<Vec<_>>().join(BETWEEN);
        fuzz_files(&data);
        for _ in 0..from_environment("FUZZ_CASES", 6_000) / 100 {
            let mut grown = data.clone();
            break_bytes(&mut grown, &mut dice);
            fuzz_files(&grown);
        }
    }
}

#[test]
fn rows_on_both_sides_of_a_block_are_whole() {
    for extra in 0..130 {
        let mut students = "student_id,subject,period,lottery,group_id,fixed_place\n".to_owned();
        students.push_str(&format!("{}s0,nursing,H27,1,,\n", "0".repeat(extra)));
        for at in 1..5_000 {
            let quote = if at % 1_000 == 999 { "\"" } else { "" };
            students.push_str(&format!("s{at},{quote}nursing{quote},H27,{at},,\n"));
        }
        let good = "host_id,parent_id,level,cap\nh,,host,\n\n====\nplace_id,host_id,subject,period,capacity\n\n====\n";
        fuzz_files(
            &[good.as_bytes(), students.as_bytes(), BETWEEN, b"student_id,rank,place_id,travel_min,prio\n"].concat(),
        );
    }
}

/// A stream that breaks off after some bytes.
struct Breaks<'a>(&'a [u8]);
impl Read for Breaks<'_> {
    fn read(&mut self, to: &mut [u8]) -> std::io::Result<usize> {
        match self.0.read(to)? {
            0 => Err(std::io::Error::other("the disk is gone")),
            read => Ok(read),
        }
    }
}

#[test]
fn a_file_that_cannot_be_read_to_its_end_is_told_alone() {
    let mut hosts = Breaks(b"host_id,parent_id,level,cap\nh1,,host,x\n");
    let (mut places, mut students, mut wishes): (&[u8], &[u8], &[u8]) = (
        b"place_id,host_id,subject,period,capacity\np1,h2,nursing,H27,1\n",
        b"student_id,subject,period,lottery,group_id,fixed_place\n",
        b"student_id,rank,place_id,travel_min,prio\n",
    );
    let streams = Streams { hosts: &mut hosts, places: &mut places, students: &mut students, wishes: &mut wishes };
    let told = read_streams(streams, Numbers::Given).unwrap_err().to_string();
    assert_eq!(
        told,
        "hosts.csv, line 3, column host_id: \"\" is refused; allowed: a file that can be read to its end; this one \
         cannot: the disk is gone\n"
    );
}

#[test]
fn a_quote_left_open_does_not_hold_a_large_file_in_memory() {
    let mut students = b"student_id,subject,period,lottery,group_id,fixed_place\ns1,\"nursing,H27,1,,\n".to_vec();
    for at in 2..300_000 {
        students.extend_from_slice(format!("s{at},nursing,H27,{at},,\n").as_bytes());
    }
    let input = Bytes {
        hosts: b"host_id,parent_id,level,cap\n",
        places: b"place_id,host_id,subject,period,capacity\n",
        students: &students,
        wishes: b"student_id,rank,place_id,travel_min,prio\ns1,1,p1,,0\n",
    };
    let told = read(input, Numbers::Given).unwrap_err();
    let first = &told.list()[0];
    assert_eq!((first.file.name(), first.line, first.column.as_str()), ("students.csv", 2, "subject"));
    assert!(first.allowed.starts_with("rows of at most a million bytes"), "{first}");
}
