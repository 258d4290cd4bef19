//! Where a seed comes from: the checker takes what the engine's own log says, and refuses every other log, value,
//! nonce and salt.

use super::town::{Dice, Town};
use matching::draw::{
    Beacon, BeaconRound, Chain, Chance, CommitLog, Commitment, Fallback, Nonce, Party, Promises, RoundSalt, Source,
};
use matching::files::{Input, RunOptions, run_files};
use matching::{CostTable, ENGINE_VERSION, Mechanism, NoMeter, Seed};
use verify::chance::{CHAINS, Evidence};
use verify::input::Files;
use verify::{Refusal, check};

/// A value from the tests of the crate `drand-verify`.
const BEACON: &str = r#"{"round": 123,
    "randomness": "fb8f7bc29bf24db51871ec8c79f3a1e4bd0557bc0dfcee9ed1d924e69d1c60dc",
    "signature": "b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92"}"#;
const ROUND_123: BeaconRound = BeaconRound { chain: Chain::Quicknet, round: 123 };
const ROUND_ID: &str = "spring \\ 2027";
const SALT: [u8; 32] = [75; 32];

/// One draw, with its files and the log that binds it.
struct Drawn {
    input: Input,
    allocation: Vec<u8>,
    certificate: Vec<u8>,
    commitment: Commitment,
}

impl Drawn {
    fn new(chance: Chance) -> Self {
        let input = Town::random(&mut Dice(5), 4).input();
        let options = RunOptions {
            mechanism: Mechanism::MinCost,
            cost: CostTable::parse("1,2,4").unwrap(),
            round_id: ROUND_ID.into(),
            salt: Some(RoundSalt::new(SALT)),
            certificate: true,
            chance: Some(chance.clone()),
            ..RunOptions::default()
        };
        let output = run_files(input.clone(), &options, &mut NoMeter).unwrap();
        let commitment = Commitment {
            round_id: ROUND_ID.into(),
            root: hex::decode(&output.summary.input_sha256).unwrap().try_into().unwrap(),
            engine: ENGINE_VERSION.into(),
            program: Some([9; 32]),
            mechanism: options.mechanism,
            cost: options.cost,
            source: chance.source(),
        };
        Self { input, allocation: output.allocation, certificate: output.certificate.unwrap(), commitment }
    }

    /// The commitment between those of two other rounds.
    fn log(&self) -> CommitLog {
        self.log_with(|_| {})
    }

    fn log_with(&self, change: impl FnOnce(&mut Commitment)) -> CommitLog {
        let mut log = CommitLog::default();
        let mut this = self.commitment.clone();
        change(&mut this);
        let other = |name: &str| {
            let source = Source::Seed(Seed::new(&[4]).unwrap().promise());
            Commitment { round_id: name.into(), program: None, source, ..self.commitment.clone() }
        };
        for (at, commitment) in [(10, other("autumn")), (20, this), (20, other("winter"))] {
            log.commit(commitment, at, 0).unwrap();
        }
        log
    }

    fn checked(&self, salt: Option<[u8; 32]>, evidence: Option<Evidence<'_>>) -> Result<Vec<String>, Refusal> {
        let Input { hosts, places, students, wishes } = &self.input;
        let files = Files { hosts, places, students, wishes, salt, ..Files::default() };
        check(files, &self.allocation, &self.certificate, evidence.as_ref())
    }

    fn with(&self, evidence: Evidence<'_>) -> Result<Vec<String>, Refusal> {
        self.checked(Some(SALT), Some(evidence))
    }

    /// The claim that is broken and why, or `unreadable` and why.
    fn refused(&self, evidence: Evidence<'_>, why: &str) {
        let told = self.with(evidence).unwrap_err().to_string();
        assert!(told.contains(why), "{told} is not for {why}");
    }
}

fn seed() -> Seed {
    Seed::from_hex("c0ffee").unwrap()
}

fn nonces() -> [[u8; 32]; 2] {
    [[1; 32], [2; 32]]
}

fn promises(default: Fallback) -> Promises {
    let [office, union] = nonces().map(Nonce::new);
    Promises { office: office.promise(Party::Office), union: union.promise(Party::Union), default }
}

#[test]
fn a_promised_seed_is_proven_and_any_other_refused() {
    let drawn = Drawn::new(Chance::Seed(seed()));
    let text = drawn.log().text();
    let log = text.as_bytes();
    let proven = drawn.with(Evidence { log, ..Evidence::default() }).unwrap();
    let promise = hex::encode(seed().promise());
    for line in [
        "log: whole, one commitment for each round, line 2 is the one of the round spring \\5c 2027",
        "log: it binds the round to this input, engine, mechanism, cost table and source of chance",
        &format!("chance: the seed is the one of seed {promise}"),
    ] {
        assert!(proven.iter().any(|proven| proven == line), "{line} is not among {proven:#?}");
    }
    let without = drawn.checked(Some(SALT), None).unwrap();
    let said = "chance: no log was given, so where the seed comes from is said, not proven";
    assert!(without.iter().any(|line| line == said), "{without:#?}");
    let other = drawn.log_with(|commitment| commitment.source = Source::Seed([3; 32])).text();
    drawn.refused(Evidence { log: other.as_bytes(), ..Evidence::default() }, "is not the one whose promise is 0303");
}

#[test]
fn a_salt_that_is_missing_or_another_is_refused() {
    let drawn = Drawn::new(Chance::Seed(seed()));
    for salt in [None, Some([76; 32])] {
        let told = drawn.checked(salt, None).unwrap_err().to_string();
        assert!(told.starts_with("refused: input: the certificate is for "), "{told}");
    }
}

#[test]
fn the_log_binds_round_input_engine_mechanism_cost_and_chance() {
    let drawn = Drawn::new(Chance::Seed(seed()));
    let refused = |change: fn(&mut Commitment), why: &str| {
        let text = drawn.log_with(change).text();
        drawn.refused(Evidence { log: text.as_bytes(), ..Evidence::default() }, why);
    };
    refused(|other| other.round_id = "summer".into(), "no commitment for the \"round spring");
    refused(|other| other.root = [7; 32], "binds the round to \"root 0707");
    refused(|other| other.engine = "9.9".into(), "binds the round to \"engine 9.9\"");
    refused(|other| other.mechanism = Mechanism::Lottery, "the certificate has mechanism mincost");
    refused(|other| other.cost = CostTable::parse("1,2").unwrap(), "the certificate has cost 1,2,4");
    refused(|other| other.source = Source::Beacon(ROUND_123), "the value of quicknet 123 is needed");
}

#[test]
fn no_byte_of_the_log_can_be_changed_and_no_line_taken_away() {
    let drawn = Drawn::new(Chance::Seed(seed()));
    let log = drawn.log();
    let (text, head) = (log.text(), log.head());
    let head = Some((head.entries, head.sha256));
    drawn.with(Evidence { log: text.as_bytes(), head, ..Evidence::default() }).unwrap();
    for at in 0..text.len() {
        let mut changed = text.clone().into_bytes();
        changed[at] ^= 1;
        assert!(drawn.with(Evidence { log: &changed, head, ..Evidence::default() }).is_err(), "byte {at}");
    }
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    for gone in 0..lines.len() {
        let kept: Vec<&str> = lines.iter().enumerate().filter(|(at, _)| *at != gone).map(|(_, line)| *line).collect();
        assert!(drawn.with(Evidence { log: kept.concat().as_bytes(), head, ..Evidence::default() }).is_err());
    }
    // Without a published head the end can be cut off, but nothing before it.
    let cut = lines[..2].concat();
    drawn.with(Evidence { log: cut.as_bytes(), ..Evidence::default() }).unwrap();
    drawn.refused(Evidence { log: cut.as_bytes(), head, ..Evidence::default() }, "line 3 is not the one that was pub");
    drawn.refused(Evidence { log: lines[1..].concat().as_bytes(), ..Evidence::default() }, "line 1 does not follow");
    let unfinished = text.trim_end();
    drawn.refused(Evidence { log: unfinished.as_bytes(), ..Evidence::default() }, "line 3 is no commitment");
}

/// A line as the log would have it, after these.
fn follows(log: &str, at: u64, commitment: &Commitment) -> String {
    use sha2::{Digest, Sha256};
    let last = log.split_inclusive('\n').next_back().unwrap();
    format!("{log}{}\t{at}\t{}\n", hex::encode(Sha256::digest(last)), commitment.text())
}

#[test]
fn a_second_commitment_and_one_out_of_time_are_refused() {
    let drawn = Drawn::new(Chance::Seed(seed()));
    let text = drawn.log().text();
    let twice = follows(&text, 30, &drawn.commitment);
    drawn.refused(Evidence { log: twice.as_bytes(), ..Evidence::default() }, "line 4 is a second commitment");
    let other = Commitment { round_id: "later".into(), ..drawn.commitment.clone() };
    let early = follows(&text, 19, &other);
    drawn.refused(Evidence { log: early.as_bytes(), ..Evidence::default() }, "line 4 was made before the one above");
    drawn.with(Evidence { log: follows(&text, 20, &other).as_bytes(), ..Evidence::default() }).unwrap();
}

#[test]
fn a_value_of_the_beacon_is_the_one_the_log_names_and_signed() {
    let drawn = Drawn::new(Chance::Beacon(Beacon::read(BEACON.as_bytes(), Some(Chain::Quicknet)).unwrap()));
    let text = drawn.log().text();
    let evidence = |beacon: Option<&'static str>| Evidence {
        log: Box::leak(text.clone().into_boxed_str()).as_bytes(),
        beacon: beacon.map(str::as_bytes),
        ..Evidence::default()
    };
    let proven = drawn.with(evidence(Some(BEACON))).unwrap();
    assert!(proven.contains(&"chance: the seed is the one of beacon quicknet 123".into()), "{proven:#?}");
    let leak = |text: String| -> Option<&'static str> { Some(Box::leak(text.into_boxed_str())) };
    drawn.refused(evidence(None), "unreadable: beacon: the value of quicknet 123 is needed");
    drawn.refused(evidence(Some("{")), "unreadable: beacon: ");
    drawn
        .refused(evidence(leak(BEACON.replace("123,", "124,"))), "beacon: the log names quicknet 123, this is another");
    let of_other = BEACON.replace("\"round\"", "\"chain_hash\": \"8990\", \"round\"");
    drawn.refused(evidence(leak(of_other)), "beacon: the log names quicknet 123, this is another");
    drawn.refused(evidence(leak(BEACON.replace("b75c", "b75d"))), "beacon: the signature is not the network's");
    drawn.refused(evidence(leak(BEACON.replace("fb8f", "fb80"))), "the randomness is not the SHA-256");
    // Another value of the log gives another seed than the certificate's; here the log was made too late.
    let mut late = drawn.commitment.clone();
    late.round_id = ROUND_ID.into();
    let line = format!("{}\t{}\t{}\n", "0".repeat(64), ROUND_123.known_at(), late.text());
    let evidence = Evidence { log: line.as_bytes(), beacon: Some(BEACON.as_bytes()), ..Evidence::default() };
    drawn.refused(evidence, "quicknet 123 was known before the round was committed to it");
}

#[test]
fn a_seed_that_does_not_follow_from_the_value_is_refused() {
    let mut drawn = Drawn::new(Chance::Seed(seed()));
    drawn.commitment.source = Source::Beacon(ROUND_123);
    let text = drawn.log().text();
    let evidence = Evidence { log: text.as_bytes(), beacon: Some(BEACON.as_bytes()), ..Evidence::default() };
    drawn.refused(evidence, "refused: chance: line 2 of the log gives the seed ");
}

#[test]
fn two_nonces_are_the_promised_ones_and_the_default_stands_in() {
    let [office, union] = nonces();
    let value = promises(Fallback::Value([5; 32]));
    let by_beacon = promises(Fallback::Beacon(ROUND_123));
    let beacon = Beacon::read(BEACON.as_bytes(), Some(Chain::Quicknet)).unwrap();
    let try_all = |promised: Promises, revealed: [Option<[u8; 32]>; 2], value: Option<&Beacon>| {
        let [office, union] = revealed;
        let chance = promised.reveal(office.map(Nonce::new), union.map(Nonce::new), value).unwrap();
        let drawn = Drawn::new(Chance::Parties(chance));
        let text = drawn.log().text();
        let evidence = |office_nonce, union_nonce, beacon| {
            drawn.with(Evidence { log: text.as_bytes(), head: None, beacon, office_nonce, union_nonce })
        };
        let beacon = value.map(|_| BEACON.as_bytes());
        evidence(office, union, beacon).unwrap();
        for [other_office, other_union] in [[Some([3; 32]), union], [office, Some([3; 32])]] {
            let told = evidence(other_office, other_union, beacon).unwrap_err().to_string();
            assert!(told.contains("is not the one it promised"), "{told}");
        }
        if value.is_some() {
            let told = evidence(office, union, None).unwrap_err().to_string();
            assert_eq!(told, "unreadable: beacon: the value of quicknet 123 is needed");
        }
        // Whoever revealed cannot be left out afterwards, and whoever did not cannot come back.
        let turned = [office.xor(Some(nonces()[0])), union.xor(Some(nonces()[1]))];
        let told = evidence(turned[0], turned[1], Some(BEACON.as_bytes())).unwrap_err().to_string();
        assert!(told.starts_with("refused: chance: line 2 of the log gives the seed "), "{told}");
    };
    for revealed in [[Some(office), Some(union)], [Some(office), None], [None, Some(union)]] {
        try_all(value, revealed, None);
    }
    try_all(by_beacon, [Some(office), Some(union)], None);
    try_all(by_beacon, [None, Some(union)], Some(&beacon));
}

#[test]
fn numbers_that_came_with_the_input_were_never_committed_to() {
    let mut drawn = Drawn::new(Chance::Seed(seed()));
    let options = RunOptions { mechanism: Mechanism::MinCost, certificate: true, ..RunOptions::default() };
    let output = run_files(drawn.input.clone(), &options, &mut NoMeter).unwrap();
    let text = drawn.log().text();
    (drawn.allocation, drawn.certificate) = (output.allocation, output.certificate.unwrap());
    drawn.checked(None, None).unwrap();
    let told = drawn.checked(None, Some(Evidence { log: text.as_bytes(), ..Evidence::default() })).unwrap_err();
    assert!(told.to_string().contains("nothing was drawn"), "{told}");
}

/// The checker has the network's figures by itself.
#[test]
fn the_checker_knows_the_same_chains() {
    let engine = Chain::NAMES.iter().map(|(_, chain)| *chain);
    let theirs: Vec<_> = engine.map(|at| (at.name(), at.hash(), at.public_key(), at.first_at(), at.every())).collect();
    let ours: Vec<_> = CHAINS.iter().map(|at| (at.name, at.hash, at.key, at.first_at, at.every)).collect();
    assert_eq!(ours, theirs);
}
