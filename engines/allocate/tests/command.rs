//! The command from outside: exit codes, what is said where, which files are there afterwards.

#![expect(clippy::unwrap_used, reason = "the helpers of a test program may fail as tests do")]

use clap::Parser;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

#[derive(Parser)]
struct Command {
    #[command(flatten)]
    allocate: allocate::Allocate,
}

struct Ran {
    code: u8,
    out: String,
    err: String,
}

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    let files = [
        ("hosts.csv", "host_id,parent_id,level,cap\nh1,,host,2\n"),
        ("places.csv", "place_id,host_id,subject,period,capacity\np1,h1,nursing,H27,1\np2,h1,nursing,H27,5\n"),
        (
            "students.csv",
            "student_id,subject,period,lottery,group_id,fixed_place\n\
             s1,nursing,H27,3,,\ns2,nursing,H27,1,,\ns3,nursing,H27,2,,\n",
        ),
        (
            "wishes.csv",
            "student_id,rank,place_id,travel_min,prio\ns1,1,p1,,0\ns1,2,p2,,0\ns2,1,p1,,0\ns3,1,p1,,0\ns3,4,p2,,0\n",
        ),
    ];
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn run(folder: &Path, more: &[&str]) -> Ran {
    let out = folder.join("allocation.csv");
    let words = ["allocate", folder.to_str().unwrap(), "--out", out.to_str().unwrap()];
    match Command::try_parse_from(words.iter().chain(more)) {
        Ok(command) => {
            let (mut out, mut err) = (Vec::new(), Vec::new());
            let code = allocate::run(&command.allocate, &mut out, &mut err);
            Ran { code, out: String::from_utf8(out).unwrap(), err: String::from_utf8(err).unwrap() }
        }
        Err(error) => {
            let code = u8::try_from(error.exit_code()).unwrap();
            Ran { code, out: String::new(), err: error.to_string() }
        }
    }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

const FOUR: [&str; 4] = ["hosts.csv", "places.csv", "students.csv", "wishes.csv"];

#[test]
fn a_sound_folder_gives_files_and_one_line() {
    let town = folder();
    let path = |name: &str| town.path().join(name).to_str().unwrap().to_owned();
    let (report, reasons) = (path("report.json"), path("reasons.jsonl"));
    let words =
        ["--mechanism", "lottery", "--report", &report, "--reasons", &reasons, "--threads", "2", "--cost", "1,4"];
    let ran = run(town.path(), &words);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(
        fs::read_to_string(path("allocation.csv")).unwrap(),
        "student_id,place_id,rank\ns1,,\ns2,p1,1\ns3,p2,4\n"
    );
    assert_eq!(ran.out.lines().count(), 1);
    let line: serde_json::Value = serde_json::from_str(ran.out.trim()).unwrap();
    assert_eq!(line["mechanism"], "lottery");
    assert_eq!(
        (line["students"].as_u64(), line["placed"].as_u64(), line["cost"].as_u64()),
        (Some(3), Some(2), Some(11))
    );
    assert!(line["total_s"].as_f64().unwrap() > 0.0 && line["peak_mb"].as_f64().unwrap() > 0.0);
    assert!(line["seed"].is_null());
    let written: serde_json::Value = serde_json::from_str(&fs::read_to_string(report).unwrap()).unwrap();
    assert_eq!(written["blocking"][0]["host_id"], "h1");
    assert_eq!(fs::read_to_string(reasons).unwrap().lines().count(), 3);
    assert_eq!(names(town.path()).len(), 7, "nothing but the four files and the three asked for");
}

#[test]
fn the_same_again_is_the_same_bytes_and_a_seed_shows_in_the_line() {
    let town = folder();
    let words = ["--mechanism", "lottery", "--seed", "C0FFEE"];
    let first = run(town.path(), &words);
    let bytes = fs::read(town.path().join("allocation.csv")).unwrap();
    let again = run(town.path(), &words);
    assert_eq!((first.code, again.code), (0, 0));
    assert_eq!(fs::read(town.path().join("allocation.csv")).unwrap(), bytes);
    let line: serde_json::Value = serde_json::from_str(first.out.trim()).unwrap();
    assert_eq!(line["seed"], "c0ffee");
}

#[test]
fn wrong_input_is_refused_with_a_line_each_and_leaves_no_file() {
    let town = folder();
    fs::write(town.path().join("hosts.csv"), "host_id,parent_id,level,cap\nh1,,host,two\nh2,h9,host,\n").unwrap();
    let ran = run(town.path(), &["--mechanism", "lottery"]);
    assert_eq!(ran.code, 2);
    assert_eq!(ran.out, "");
    assert_eq!(
        ran.err,
        "hosts.csv, line 2, column cap: \"two\" is refused; allowed: a whole number from 0 to 4294967294, or empty \
         for no bound\n\
         hosts.csv, line 3, column parent_id: \"h9\" is refused; allowed: a host_id of hosts.csv, or empty for a root\n"
    );
    assert_eq!(names(town.path()), FOUR);
}

#[test]
fn missing_files_are_each_named() {
    let town = folder();
    fs::remove_file(town.path().join("hosts.csv")).unwrap();
    fs::remove_file(town.path().join("wishes.csv")).unwrap();
    let ran = run(town.path(), &["--mechanism", "lottery"]);
    assert_eq!(ran.code, 2);
    let lines: Vec<&str> = ran.err.lines().collect();
    assert_eq!(lines.len(), 2, "{}", ran.err);
    assert!(lines[0].starts_with("hosts.csv: cannot be read") && lines[1].starts_with("wishes.csv: cannot be read"));
    assert_eq!(names(town.path()), ["places.csv", "students.csv"]);
}

#[test]
fn words_it_does_not_know_are_refused() {
    let town = folder();
    let cases: [(&[&str], &str); 11] = [
        (&["--mechanism", "dictator"], "this version knows lottery"),
        (&[], "--mechanism"),
        (&["--mechanism", "lottery", "--beacon", "nowhere.json"], "nowhere.json: cannot be read"),
        (&["--mechanism", "lottery", "--beacon", "x", "--seed", "00"], "cannot be used with"),
        (&["--mechanism", "lottery", "--chain", "quicknet"], "--beacon"),
        (&["--mechanism", "lottery", "--office-nonce", "00"], "64 hexadecimal digits"),
        (&["--mechanism", "lottery", "--seed", "abc"], "hexadecimal"),
        (&["--mechanism", "lottery", "--cost", "3,2"], "cost table"),
        (&["--mechanism", "lottery", "--threads", "0"], "--threads"),
        (&["--mechanism", "lottery", "--round", "r"], "--seed"),
        (&["--mechanism", "lottery", "--report", "/nowhere/report.json"], "/nowhere/report.json: cannot be written"),
    ];
    for (words, told) in cases {
        let ran = run(town.path(), words);
        assert_eq!(ran.code, 2, "{words:?}");
        assert!(ran.err.contains(told), "{words:?}: {}", ran.err);
        assert_eq!(names(town.path()), FOUR, "{words:?}");
    }
}

#[test]
fn outputs_that_cannot_stand_side_by_side_are_refused() {
    let town = folder();
    let out = town.path().join("allocation.csv").to_str().unwrap().to_owned();
    let ran = run(town.path(), &["--mechanism", "lottery", "--report", &out]);
    assert_eq!((ran.code, ran.err.contains("two outputs have this name")), (2, true));
    let ran = run(town.path(), &["--mechanism", "lottery", "--report", town.path().to_str().unwrap()]);
    assert_eq!((ran.code, ran.err.contains("it is a folder")), (2, true), "{}", ran.err);
    let wishes = town.path().join("wishes.csv").to_str().unwrap().to_owned();
    let ran = run(town.path(), &["--mechanism", "lottery", "--report", &wishes]);
    assert_eq!((ran.code, ran.err.contains("one of the input files")), (2, true), "{}", ran.err);
    assert_eq!(names(town.path()), FOUR);
}

#[test]
fn a_device_is_written_to_and_never_replaced() {
    let town = folder();
    let ran = run(town.path(), &["--mechanism", "lottery", "--report", "/dev/null", "--reasons", "/dev/null"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(!fs::metadata("/dev/null").unwrap().is_file());
}

#[test]
fn a_link_stays_and_its_file_is_replaced() {
    let town = folder();
    let (file, link) = (town.path().join("real.csv"), town.path().join("allocation.csv"));
    fs::write(&file, "old").unwrap();
    std::os::unix::fs::symlink(&file, &link).unwrap();
    assert_eq!(run(town.path(), &["--mechanism", "lottery"]).code, 0);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(fs::read_to_string(&file).unwrap().starts_with("student_id,place_id,rank\n"));
}

#[test]
fn what_is_asked_for_besides_is_read_and_changes_the_answer() {
    let town = folder();
    let path = |name: &str, text: &str| {
        let path = town.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let ban = path("ban.csv", "student_id,place_id,reason\ns2,p1,own_workplace\n");
    let soft = path("soft.csv", "student_id,place_id,steps\ns1,p1,-3\ns2,p2,4\n");
    let protect = path("protect.csv", "student_id\ns1\n");
    let out = town.path().join("allocation.csv");
    let words = ["--mechanism", "lottery", "--ban", &ban, "--soft", &soft, "--protect", &protect];
    let ran = run(town.path(), &words);
    assert_eq!(
        (ran.code, ran.err.as_str()),
        (
            0,
            "--soft: 1 pairs are no considered wishes; their steps change nothing\n--ban: 1 wishes are not considered\n"
        )
    );
    assert_eq!(fs::read_to_string(&out).unwrap(), "student_id,place_id,rank\ns1,p2,2\ns2,,\ns3,p1,1\n");
    let completed = run(town.path(), &["--mechanism", "lottery", "--complete-lists", "2"]);
    assert_eq!((completed.code, completed.err.as_str()), (0, ""));
    let refused = run(town.path(), &["--mechanism", "lottery", "--report", &soft, "--soft", &soft]);
    assert_eq!((refused.code, refused.err.contains("one of the input files")), (2, true), "{}", refused.err);
    let refused = run(town.path(), &["--mechanism", "lottery", "--ban", "/nowhere/ban.csv"]);
    assert_eq!((refused.code, refused.err.contains("--ban: /nowhere/ban.csv cannot be read")), (2, true));
    let ban = path("ban.csv", "student_id,place_id,reason\ns2,p1,love\ns9,p9,other\ns1,p1,other\ns1,p1,other\n");
    let soft = path("soft.csv", "student_id,place_id,steps\ns1,p1,+3\n");
    let protect = path("protect.csv", "student_id\ns1\ns1\n");
    let refused = run(town.path(), &["--mechanism", "lottery", "--ban", &ban, "--soft", &soft, "--protect", &protect]);
    assert_eq!(
        (refused.code, refused.err.as_str()),
        (
            2,
            "--ban, line 2, column reason: \"love\" is refused; allowed: own_workplace, relative or other\n\
             --ban, line 3, column place_id: \"p9\" is refused; allowed: a place_id of places.csv\n\
             --ban, line 3, column student_id: \"s9\" is refused; allowed: a student_id of students.csv\n\
             --ban, line 5, column place_id: \"p1\" is refused; allowed: each place once for s1\n\
             --soft, line 2, column steps: \"+3\" is refused; allowed: a whole number of rank steps from -10000 to \
             10000\n\
             --protect, line 3, column student_id: \"s1\" is refused; allowed: each student once; this one is given \
             before\n"
        )
    );
}

/// Runs `allocate verify` over a folder's own allocation and certificate.
fn verify(folder: &Path) -> Ran {
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (allocation, certificate) = (path("allocation.csv"), path("certificate.json"));
    let words =
        ["allocate", "verify", &path(""), "--allocation", &allocation, "--certificate", &certificate].map(String::from);
    let command = Command::try_parse_from(words).unwrap();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = allocate::run(&command.allocate, &mut out, &mut err);
    Ran { code, out: String::from_utf8(out).unwrap(), err: String::from_utf8(err).unwrap() }
}

#[test]
fn a_certificate_is_true_until_something_is_changed() {
    let town = folder();
    let certificate = town.path().join("certificate.json");
    for (mechanism, _) in matching::Mechanism::NAMES {
        let words = ["--mechanism", mechanism, "--seed", "c0ffee", "--certificate", certificate.to_str().unwrap()];
        let ran = run(town.path(), &words);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{mechanism}");
        let ran = verify(town.path());
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{mechanism}");
        assert_eq!(ran.out.lines().last(), Some("true"));
        let allocation = fs::read_to_string(town.path().join("allocation.csv")).unwrap();
        fs::write(town.path().join("allocation.csv"), allocation.replacen("p1", "p2", 1)).unwrap();
        let ran = verify(town.path());
        assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{mechanism}");
        assert!(ran.err.starts_with("refused: allocation: ") && ran.err.lines().count() == 1, "{}", ran.err);
        fs::write(town.path().join("allocation.csv"), allocation).unwrap();
        fs::write(&certificate, "{").unwrap();
        let ran = verify(town.path());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{mechanism}");
        assert!(ran.err.starts_with("unreadable: certificate: "), "{}", ran.err);
        fs::remove_file(&certificate).unwrap();
        assert_eq!(verify(town.path()).code, 2, "{mechanism}");
    }
}

#[test]
fn all_mechanisms_stand_side_by_side() {
    let town = folder();
    let report = town.path().join("compare.json").to_str().unwrap().to_owned();
    let words = ["allocate", town.path().to_str().unwrap(), "--compare", "--report", &report];
    let command = Command::try_parse_from(words).unwrap();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    assert_eq!(allocate::run(&command.allocate, &mut out, &mut err), 0);
    let out = String::from_utf8(out).unwrap();
    let names: Vec<&str> = matching::Mechanism::NAMES.iter().map(|(name, _)| *name).collect();
    for name in &names {
        assert!(out.lines().any(|line| line.starts_with(name)), "{out}");
    }
    let line: serde_json::Value = serde_json::from_str(out.lines().last().unwrap()).unwrap();
    assert_eq!(line["mechanisms"].as_array().unwrap().len(), names.len());
    let written: serde_json::Value = serde_json::from_str(&fs::read_to_string(&report).unwrap()).unwrap();
    assert_eq!(written["format"], "fotfeste-comparison-1");
    assert_eq!(written["pairs"].as_array().unwrap().len(), 15);
    let mincost = &written["mechanisms"][2];
    assert_eq!((mincost["mechanism"].as_str(), mincost["placed"].as_u64()), (Some("mincost"), Some(2)));
    // Two seats: s2 is first at p1; of s1 and s3, the wish of rank 2 costs less than the one of rank 4.
    assert_eq!((mincost["cost"].as_u64(), mincost["worst_rank"].as_u64()), (Some(3), Some(2)));
    let s3 = written["differ"].as_array().unwrap().iter().find(|who| who["student_id"] == "s3").unwrap();
    assert_eq!((s3["places"][0].as_str(), s3["places"][2].as_str()), (Some("p2"), None));
    for more in [&["--mechanism", "lottery"][..], &["--out", "x.csv"], &["--certificate", "x.json"]] {
        let words = ["allocate", town.path().to_str().unwrap(), "--compare"];
        assert!(Command::try_parse_from(words.iter().chain(more)).is_err(), "{more:?}");
    }
}

/// Runs a command line as it is; wrong options end as clap ends them.
fn exactly(words: &[&str]) -> Ran {
    match Command::try_parse_from(std::iter::once(&"allocate").chain(words)) {
        Ok(command) => {
            let (mut out, mut err) = (Vec::new(), Vec::new());
            let code = allocate::run(&command.allocate, &mut out, &mut err);
            Ran { code, out: String::from_utf8(out).unwrap(), err: String::from_utf8(err).unwrap() }
        }
        Err(why) => Ran { code: u8::try_from(why.exit_code()).unwrap(), out: String::new(), err: why.to_string() },
    }
}

#[test]
fn one_student_is_told_the_exact_price_of_each_refused_wish() {
    let town = folder();
    let dir = town.path().to_str().unwrap();
    let ran = run(town.path(), &["--mechanism", "mincost"]);
    let line: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let explain = |student: &str, more: &[&str]| {
        let ran = exactly(&[&["explain", dir, "--mechanism", "mincost", "--student", student], more].concat());
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        serde_json::from_str::<serde_json::Value>(&ran.out).unwrap()
    };
    // h1 takes two: s2 has p1, s1 has p2 at rank 2, and s3 has nothing. With p1 for s3, s2 would have nothing.
    let s3 = explain("s3", &[]);
    assert_eq!(s3["output_sha256"], line["output_sha256"]);
    assert_eq!(s3["explanation"]["result"]["template"], "unplaced");
    let draw = serde_json::json!({
        "place_id": "p1", "rank": 1, "template": "draw_decided", "precedence": 1, "moves": 1,
    });
    let cost = serde_json::json!({
        "place_id": "p2", "rank": 4, "template": "exactly_worse",
        "changes": [{"objective": "rank_cost", "more": 2}], "moves": 1,
    });
    assert_eq!(s3["exact"], serde_json::json!([draw, cost]));
    assert_eq!(explain("s3", &["--wish", "p2"])["exact"], serde_json::json!([cost]));
    let came_true = serde_json::json!({"place_id": "p1", "rank": 1, "template": "came_true"});
    assert_eq!(explain("s2", &["--wish", "p1"])["exact"], serde_json::json!([came_true]));
    let lottery = exactly(&["explain", dir, "--mechanism", "lottery", "--student", "s3", "--seed", "c0ffee"]);
    let lottery: serde_json::Value = serde_json::from_str(&lottery.out).unwrap();
    assert_eq!((&lottery["exact"], &lottery["seed"]), (&serde_json::json!([]), &serde_json::json!("c0ffee")));
    for (words, why) in [
        (["mincost", "s9", "p1"], "--student: \"s9\" is refused; allowed: a student_id of students.csv"),
        (["mincost", "s3", "p9"], "--wish: \"p9\" is refused: the student has no wish for this place"),
        (["mincost", "s2", "p2"], "--wish: \"p2\" is refused: the student has no wish for this place"),
        (["lottery", "s3", "p1"], "--wish: \"p1\" is refused: lottery looks for no optimum"),
    ] {
        let [mechanism, student, wish] = words;
        let ran = exactly(&["explain", dir, "--mechanism", mechanism, "--student", student, "--wish", wish]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        assert!(ran.err.contains(why), "{}", ran.err);
    }
}

/// A value that each option refuses, and what is said about it. Switches take none.
const WRONG: &[(&str, &str, &str)] = &[
    ("--ban", "nowhere.csv", "nowhere.csv cannot be read"),
    ("--beacon", "nowhere.json", "nowhere.json: cannot be read"),
    ("--beacon-round", "0", "0 is not in 1.."),
    ("--certificate", "", "a value is required"),
    ("--chain", "slownet", "known are quicknet and default"),
    ("--complete-lists", "0", "0 is not in 1.."),
    ("--cost", "3,2", "'3,2'"),
    ("--default-value", "05", "64 hexadecimal digits are needed"),
    ("--head", "1", "a number, a colon and 64 hexadecimal digits"),
    ("--lead-hours", "-1", "'-1'"),
    ("--log", "nowhere.log", "nowhere.log: cannot be"),
    ("--mechanism", "fairest", "this version knows lottery, priority, mincost"),
    ("--office-nonce", "zz", "64 hexadecimal digits are needed"),
    ("--office-promise", "zz", "64 hexadecimal digits are needed"),
    ("--out", "nowhere/out.csv", "cannot be written"),
    ("--allocation", "nowhere.csv", "nowhere.csv: cannot be read"),
    ("--protect", "nowhere.csv", "nowhere.csv cannot be read"),
    ("--reasons", "nowhere/reasons.jsonl", "cannot be written"),
    ("--report", "nowhere/report.json", "cannot be written"),
    ("--round", "", "a value is required"),
    ("--salt", "nowhere.salt", "nowhere.salt: cannot be read"),
    ("--seed", "abc", "an even number of hexadecimal digits"),
    ("--seed-promise", "abc", "64 hexadecimal digits are needed"),
    ("--soft", "nowhere.csv", "nowhere.csv cannot be read"),
    ("--student", "", "a value is required"),
    ("--threads", "0", "a whole number from 1 to 256 is needed"),
    ("--travel-limit", "far", "'far'"),
    ("--turns", "nowhere.csv", "nowhere.csv cannot be read"),
    ("--union-nonce", "zz", "64 hexadecimal digits are needed"),
    ("--union-promise", "zz", "64 hexadecimal digits are needed"),
    ("--wish", "", "a value is required"),
];

/// The line of each verb that is right, with the option at hand in it.
fn words(verb: &str, dir: &str, option: &str, value: &str) -> Vec<String> {
    let needs: &[(&str, &[&str])] = &[
        ("", &["--mechanism", "lottery", "--out", "OUT"]),
        ("commit", &["--mechanism", "lottery", "--round", "r", "--log", "LOG", "--chain", "quicknet"]),
        ("explain", &["--mechanism", "mincost", "--student", "s1"]),
        ("verify", &["--allocation", "ALLOCATION", "--certificate", "CERTIFICATE"]),
    ];
    let mut words = vec![dir.to_owned()];
    if !verb.is_empty() {
        words.insert(0, verb.to_owned());
    }
    let needed = needs.iter().find(|(name, _)| *name == verb).unwrap().1.chunks(2);
    let promises = ["--seed-promise", "--office-promise", "--union-promise", "--default-value"];
    for pair in needed.filter(|pair| pair[0] != option && !(pair[0] == "--chain" && promises.contains(&option))) {
        let file = |name: &str| format!("{dir}/{name}");
        let value = match pair[1] {
            "OUT" => file("out.csv"),
            "LOG" => file("log"),
            "ALLOCATION" => file("allocation.csv"),
            "CERTIFICATE" => file("certificate.json"),
            plain => plain.to_owned(),
        };
        words.extend([pair[0].to_owned(), value]);
    }
    // What an option needs beside it stands after it, so that it is not what is found wrong.
    words.push(option.to_owned());
    if !value.is_empty() {
        words.push(value.to_owned());
    }
    match (verb, option) {
        ("" | "explain", "--log") => words.extend(["--round", "r", "--seed", "c0ffee"].map(String::from)),
        ("verify", "--beacon") => words.extend(["--log".into(), format!("{dir}/hosts.csv")]),
        _ => {}
    }
    words
}

/// Every option of every verb: none is forgotten here, since the list is the command's own.
#[test]
fn every_option_refuses_a_wrong_value_and_says_why() {
    use clap::CommandFactory;
    let town = folder();
    let dir = town.path().to_str().unwrap();
    let certificate = town.path().join("certificate.json");
    let made = run(town.path(), &["--mechanism", "lottery", "--certificate", certificate.to_str().unwrap()]);
    assert_eq!(made.code, 0);
    let mut before = names(town.path());
    let mut command = Command::command();
    command.build();
    let verbs = command.get_subcommands().filter(|verb| verb.get_name() != "help");
    let mut tried = 0;
    for verb in std::iter::once(&command).chain(verbs) {
        let name = if verb.get_name() == command.get_name() { "" } else { verb.get_name() };
        for argument in verb.get_arguments().filter(|argument| argument.get_action().takes_values()) {
            let Some(option) = argument.get_long().map(|long| format!("--{long}")) else { continue };
            let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
            assert!(help.len() > 10, "{name} {option} needs a word of help");
            let known = WRONG.iter().find(|(known, ..)| *known == option);
            let (_, value, why) = known.unwrap_or_else(|| panic!("no wrong value for {name} {option}"));
            let (value, why) = match (name, option.as_str()) {
                ("commit", "--log") => ("nowhere/log", "nowhere/log: cannot be written"),
                ("verify", "--certificate") => ("nowhere.json", "nowhere.json: cannot be read"),
                ("verify", "--ban" | "--soft" | "--protect" | "--turns") => {
                    ("nowhere.csv", "nowhere.csv: cannot be read")
                }
                _ => (*value, *why),
            };
            let words = words(name, dir, &option, value);
            let ran = exactly(&words.iter().map(String::as_str).collect::<Vec<_>>());
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{words:?}: {}", ran.err);
            assert!(ran.err.contains(why), "{words:?} says {}", ran.err);
            before.retain(|file| file != "log"); // an empty log may be there after a refused commitment
            let after: Vec<String> = names(town.path()).into_iter().filter(|file| file != "log").collect();
            assert_eq!(after, before, "{words:?}");
            tried += 1;
        }
    }
    assert!(tried > WRONG.len(), "{tried} options tried");
}

#[test]
fn turns_go_before_numbers_and_wrong_ones_are_refused() {
    let town = folder();
    let path = |name: &str, text: &str| {
        let path = town.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let out = town.path().join("allocation.csv");
    let certificate = town.path().join("certificate.json");
    let sealed = certificate.to_str().unwrap();
    let plain = run(town.path(), &["--mechanism", "lottery", "--certificate", sealed]);
    assert_eq!(plain.code, 0);
    let before = fs::read_to_string(&out).unwrap();
    let (_, first) = before.split_once('\n').unwrap();
    let winner = first.lines().find(|row| row.ends_with(",p1,1")).unwrap().split(',').next().unwrap().to_owned();
    let turns = path("turns.csv", &format!("student_id,turn\n{winner},1\n"));
    let ran = run(town.path(), &["--mechanism", "lottery", "--turns", &turns, "--certificate", sealed]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let after = fs::read_to_string(&out).unwrap();
    assert!(!after.contains(&format!("{winner},p1,1\n")), "{winner} draws after the others: {after}");
    // The checker reads the turns too: without them the frozen input is another one.
    assert_eq!(verify(town.path()).code, 1);
    let wrong = path("turns.csv", "student_id,turn\ns9,1\ns1,256\ns2,1\ns2,0\n");
    let refused = run(town.path(), &["--mechanism", "lottery", "--turns", &wrong]);
    assert_eq!(
        (refused.code, refused.err.as_str()),
        (
            2,
            "--turns, line 2, column student_id: \"s9\" is refused; allowed: a student_id of students.csv\n\
             --turns, line 3, column turn: \"256\" is refused; allowed: a whole number from 0 to 255\n\
             --turns, line 5, column student_id: \"s2\" is refused; allowed: each student once; this one is given \
             before\n"
        )
    );
}
