//! Committing and drawing from outside: the log, the beacon's file, two parties' nonces.

#![expect(clippy::unwrap_used, reason = "the helpers of a test program may fail as tests do")]

use clap::Parser;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fs;
use tempfile::TempDir;

#[derive(Parser)]
struct Command {
    #[command(flatten)]
    allocate: allocate::Allocate,
}

/// A value from the tests of the crate `drand-verify`.
const BEACON: &str = r#"{"round": 123,
    "randomness": "fb8f7bc29bf24db51871ec8c79f3a1e4bd0557bc0dfcee9ed1d924e69d1c60dc",
    "signature": "b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92"}"#;

struct Town(TempDir);

impl Town {
    fn new() -> Self {
        let town = Self(TempDir::new().unwrap());
        town.write("hosts.csv", "host_id,parent_id,level,cap\nh1,,host,2\n");
        town.write("places.csv", "place_id,host_id,subject,period,capacity\np1,h1,nursing,H27,1\n");
        town.write(
            "students.csv",
            "student_id,subject,period,lottery,group_id,fixed_place\ns1,nursing,H27,,,\ns2,nursing,H27,,,\n",
        );
        town.write("wishes.csv", "student_id,rank,place_id,travel_min,prio\ns1,1,p1,,0\ns2,1,p1,,0\n");
        town.write("beacon.json", BEACON);
        town
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.0.path().join(name), text).unwrap();
    }

    fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_str().unwrap().to_owned()
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// The last line on standard output, or the exit code and what was said on standard error.
    fn run(&self, words: &[&str]) -> Result<Value, (u8, String)> {
        let parsed = Command::try_parse_from(std::iter::once("allocate").chain(words.iter().copied()));
        let command = parsed.map_err(|why| (u8::try_from(why.exit_code()).unwrap(), why.to_string()))?;
        let (mut out, mut err) = (Vec::new(), Vec::new());
        match allocate::run(&command.allocate, &mut out, &mut err) {
            0 => Ok(serde_json::from_slice(&out).unwrap()),
            code => Err((code, String::from_utf8(err).unwrap())),
        }
    }

    fn commit(&self, round: &str, words: &[&str]) -> Result<Value, (u8, String)> {
        let (dir, log) = (self.path(""), self.path("log"));
        self.run(&[&["commit", &dir, "--mechanism", "lottery", "--round", round, "--log", &log], words].concat())
    }

    fn draw(&self, words: &[&str]) -> Result<Value, (u8, String)> {
        let (dir, out) = (self.path(""), self.path("allocation.csv"));
        self.run(&[&[&dir, "--mechanism", "lottery", "--out", &out], words].concat())
    }

    /// Draws with the log; refused draws leave no file.
    fn committed(&self, round: &str, words: &[&str]) -> Result<Value, (u8, String)> {
        let log = self.path("log");
        let drawn = self.draw(&[&["--round", round, "--log", &log], words].concat());
        assert!(drawn.is_ok() || !fs::exists(self.path("allocation.csv")).unwrap());
        drawn
    }
}

fn refused(answer: Result<Value, (u8, String)>, why: &str) {
    let (code, told) = answer.unwrap_err();
    assert!(code == 2 && told.contains(why), "{code}: {told}");
}

fn sha256(parts: &[&[u8]]) -> String {
    hex::encode(Sha256::digest(parts.concat()))
}

#[test]
fn a_beacon_gives_the_seed_and_a_wrong_file_gives_nothing() {
    let town = Town::new();
    let beacon = town.path("beacon.json");
    let drawn = town.draw(&["--beacon", &beacon, "--chain", "quicknet", "--round", "spring"]).unwrap();
    let root = hex::decode(drawn["input_sha256"].as_str().unwrap()).unwrap();
    let value = hex::decode("fb8f7bc29bf24db51871ec8c79f3a1e4bd0557bc0dfcee9ed1d924e69d1c60dc").unwrap();
    assert_eq!(drawn["seed"], sha256(&[b"fotfeste-beacon-1", &root, &value]));
    fs::remove_file(town.path("allocation.csv")).unwrap();
    let wrong = |text: &str, why: &str| {
        town.write("wrong.json", text);
        refused(town.draw(&["--beacon", &town.path("wrong.json"), "--chain", "quicknet"]), why);
        assert!(!fs::exists(town.path("allocation.csv")).unwrap());
    };
    wrong(&BEACON.replace("123,", "124,"), "not the one of round 124");
    wrong(&BEACON.replace("b75c", "b75d"), "not the one of round 123");
    wrong(&BEACON.replace("fb8f", "fb80"), "not the SHA-256 of the signature");
    wrong(&BEACON[..BEACON.len() / 2], "no value of the beacon");
    refused(town.draw(&["--beacon", &beacon]), "does not say which chain");
    refused(town.draw(&["--beacon", &beacon, "--chain", "default"]), "previous_signature");
}

#[test]
fn a_round_is_committed_to_once_and_drawn_as_committed() {
    let town = Town::new();
    let promise = sha256(&[b"fotfeste-promise-1", &[0xc0, 0xff, 0xee]]);
    let said = town.commit("spring", &["--seed-promise", &promise]).unwrap();
    let log = town.read("log");
    assert_eq!(said["entry"], 1);
    assert_eq!(said["entry_sha256"], sha256(&[log.as_bytes()]));
    assert_eq!(said["chance"], format!("seed {promise}"));
    refused(town.commit("spring", &["--seed-promise", &promise]), "committed to in entry 1 already");
    assert_eq!(town.read("log"), log, "a refused commitment leaves the log as it was");

    refused(town.committed("spring", &["--seed", "c0ffef"]), "the commitment of this round says chance from");
    refused(town.committed("spring", &["--seed", "c0ffee", "--cost", "1,4"]), "says cost 1,2,3, the draw has 1,4");
    refused(town.committed("autumn", &["--seed", "c0ffee"]), "has no commitment");
    refused(town.committed("spring", &[]), "--log needs what the commitment names");
    refused(town.committed("spring", &["--seed", "c0ffee", "--travel-limit", "9"]), "says root");
    let (wishes, changed) = (town.read("wishes.csv"), "student_id,rank,place_id,travel_min,prio\ns1,1,p1,,0\n");
    town.write("wishes.csv", changed);
    refused(town.committed("spring", &["--seed", "c0ffee"]), "says root");
    town.write("wishes.csv", &wishes);
    let head = format!("1:{}", said["entry_sha256"].as_str().unwrap());
    let drawn = town.committed("spring", &["--seed", "c0ffee", "--head", &head]).unwrap();
    assert_eq!((&drawn["input_sha256"], &drawn["seed"]), (&said["input_sha256"], &"c0ffee".into()));
}

#[test]
fn a_changed_log_is_refused_and_the_entry_named() {
    let town = Town::new();
    let promise = "11".repeat(32);
    town.commit("one", &["--seed-promise", &promise]).unwrap();
    let two = town.commit("two", &["--seed-promise", &promise]).unwrap();
    let log = town.read("log");
    town.write("log", &log.replacen("one", "0ne", 1));
    refused(town.commit("three", &["--seed-promise", &promise]), "entry 1 was changed");
    let (first, second) = log.split_at(log.find('\n').unwrap() + 1);
    town.write("log", second);
    refused(town.committed("two", &["--seed", "00"]), "entry 1 of the log does not follow");
    town.write("log", first);
    let head = format!("2:{}", two["entry_sha256"].as_str().unwrap());
    refused(town.commit("three", &["--seed-promise", &promise, "--head", &head]), "entry 2 of the log is not the one");
}

#[test]
fn a_beacon_must_lie_ahead_and_is_the_one_named() {
    let town = Town::new();
    let past = ["--chain", "quicknet", "--beacon-round", "123"];
    refused(town.commit("spring", &past), "quicknet 123 of the beacon is known at 1692803733");
    assert_eq!(town.read("log"), "");
    let said = town.commit("spring", &["--chain", "quicknet", "--lead-hours", "30"]).unwrap();
    let ahead = said["beacon_known_at"].as_u64().unwrap() - said["committed_at"].as_u64().unwrap();
    assert!((30 * 3_600..30 * 3_600 + 3).contains(&ahead), "{ahead}");
    let beacon = town.path("beacon.json");
    refused(
        town.committed("spring", &["--beacon", &beacon, "--chain", "quicknet"]),
        "the draw has beacon quicknet 123",
    );
    refused(town.commit("autumn", &[]), "--chain");
}

#[test]
fn two_parties_draw_and_who_is_silent_loses_its_turn() {
    let town = Town::new();
    let promises = [sha256(&[b"fotfeste-nonce-1office", &[1; 32]]), sha256(&[b"fotfeste-nonce-1union", &[2; 32]])];
    let default = "05".repeat(32);
    let words = ["--office-promise", &promises[0], "--union-promise", &promises[1], "--default-value", &default];
    town.commit("spring", &words).unwrap();
    let (office, union) = ("01".repeat(32), "02".repeat(32));
    let both = town.committed("spring", &["--office-nonce", &office, "--union-nonce", &union]).unwrap();
    let root = hex::decode(both["input_sha256"].as_str().unwrap()).unwrap();
    assert_eq!(both["seed"], sha256(&[b"fotfeste-parties-1", &root, &[3; 32]]));
    let alone = town.committed("spring", &["--office-nonce", &office]).unwrap();
    assert_ne!(alone["seed"], both["seed"]);
    fs::remove_file(town.path("allocation.csv")).unwrap();
    let swapped = ["--office-nonce", union.as_str(), "--union-nonce", &office];
    refused(town.committed("spring", &swapped), "the nonce of the office is not the one it promised");
    refused(town.committed("spring", &["--seed", "00"]), "the draw has seed");
    let ahead = ["--office-promise", &promises[0], "--union-promise", &promises[1], "--chain", "default"];
    town.commit("autumn", &ahead).unwrap();
    refused(town.committed("autumn", &["--union-nonce", &union]), "the office revealed nothing");
    town.committed("autumn", &["--office-nonce", &office, "--union-nonce", &union]).unwrap();
    refused(town.commit("winter", &words[..4]), "--chain");
}

#[test]
fn a_salt_changes_the_root_and_is_read_from_its_file() {
    let town = Town::new();
    town.write("salt", &"4b".repeat(32));
    let (plain, salt) = (town.draw(&["--seed", "00"]).unwrap(), town.path("salt"));
    let salted = town.draw(&["--seed", "00", "--salt", &salt]).unwrap();
    assert_ne!(plain["input_sha256"], salted["input_sha256"]);
    town.write("salt", "short");
    refused(town.draw(&["--seed", "00", "--salt", &salt]), "64 hexadecimal digits");
}

/// What `allocate verify` answers with more words: exit code, and what is said.
fn verified(town: &Town, words: &[&str]) -> (u8, String) {
    let (dir, allocation, certificate) = (town.path(""), town.path("allocation.csv"), town.path("certificate.json"));
    let all = ["allocate", "verify", &dir, "--allocation", &allocation, "--certificate", &certificate];
    let command = Command::try_parse_from(all.iter().chain(words)).unwrap();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = allocate::run(&command.allocate, &mut out, &mut err);
    (code, String::from_utf8([out, err].concat()).unwrap())
}

#[test]
fn a_committed_and_salted_draw_is_verified_back_to_its_promise() {
    let town = Town::new();
    town.write("salt", &"4b".repeat(32));
    let (salt, log, certificate) = (town.path("salt"), town.path("log"), town.path("certificate.json"));
    let promises = [sha256(&[b"fotfeste-nonce-1office", &[1; 32]]), sha256(&[b"fotfeste-nonce-1union", &[2; 32]])];
    let default = "05".repeat(32);
    let parties = ["--office-promise", &promises[0], "--union-promise", &promises[1], "--default-value", &default];
    town.commit("winter", &["--seed-promise", &"11".repeat(32)]).unwrap();
    let said = town.commit("spring", &[&parties[..], &["--salt", &salt]].concat()).unwrap();
    let head = format!("2:{}", said["entry_sha256"].as_str().unwrap());
    let (office, union) = ("01".repeat(32), "02".repeat(32));
    let nonces = ["--office-nonce", office.as_str(), "--union-nonce", &union];
    town.committed("spring", &[&nonces[..], &["--salt", &salt, "--certificate", &certificate]].concat()).unwrap();
    let given = ["--salt", salt.as_str(), "--log", &log, "--head", &head];
    let (code, told) = verified(&town, &[&given[..], &nonces].concat());
    assert_eq!((code, told.lines().last()), (0, Some("true")), "{told}");
    let line = format!("office {}, union {}, default value {default}", promises[0], promises[1]);
    assert!(told.contains(&format!("chance: the seed is the one of {line}\n")), "{told}");
    assert!(verified(&town, &["--salt", &salt]).1.contains("is said, not proven"));
    let (code, told) = verified(&town, &given);
    assert!(code == 1 && told.starts_with("refused: chance: line 2 of the log gives the seed "), "{code}: {told}");
    let (code, told) = verified(&town, &[&given[2..], &nonces].concat());
    assert!(code == 1 && told.starts_with("refused: input: the certificate is for "), "{code}: {told}");
    let wrong = format!("1:{}", said["entry_sha256"].as_str().unwrap());
    let (code, told) = verified(&town, &[&given[..4], &["--head", &wrong], &nonces].concat());
    assert!(code == 1 && told.starts_with("refused: log: line 1 is not the one that was published"), "{code}: {told}");
    town.write("log", "");
    let (code, told) = verified(&town, &[&given[..4], &nonces].concat());
    assert!(code == 1 && told.contains("no commitment for the \"round spring\""), "{code}: {told}");
}
