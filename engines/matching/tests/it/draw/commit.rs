//! A commitment binds to every part of it, and the log keeps every commitment.

use super::beacon::QUICKNET_123;
use super::hex32;
use matching::draw::{
    Beacon, BeaconRound, Chain, Chance, CommitLog, Commitment, Drawing, Fallback, Head, LogError, Nonce, Party,
    Promises, Source,
};
use matching::{CostTable, Mechanism, Seed};

const ROUND_123: BeaconRound = BeaconRound { chain: Chain::Quicknet, round: 123 };
const DAY_S: u64 = 24 * 3_600;

fn commitment(round_id: &str, source: Source) -> Commitment {
    Commitment {
        round_id: round_id.into(),
        root: [7; 32],
        engine: "0.1.0".into(),
        program: None,
        mechanism: Mechanism::MinCost,
        cost: CostTable::parse("1,2,4").unwrap(),
        source,
    }
}

fn sources() -> [Source; 4] {
    let promises = |default| {
        let (office, union) = (Nonce::new([1; 32]).promise(Party::Office), Nonce::new([2; 32]).promise(Party::Union));
        Source::Parties(Promises { office, union, default })
    };
    let seed = Source::Seed(Seed::from_hex("0123456789abcdef").unwrap().promise());
    [Source::Beacon(ROUND_123), seed, promises(Fallback::Value([5; 32])), promises(Fallback::Beacon(ROUND_123))]
}

/// Three commitments, the beacon's long before its value.
fn log() -> CommitLog {
    let mut log = CommitLog::default();
    for (at, source) in (0..).zip([sources()[0], sources()[1], sources()[2]]) {
        log.commit(commitment(&format!("round {at}"), source), 1_692_700_000 + at, DAY_S).unwrap();
    }
    log
}

#[test]
fn a_commitment_and_an_entry_have_the_known_hash() {
    let spring = commitment("spring 2027", Source::Beacon(ROUND_123));
    assert_eq!(
        spring.text(),
        format!(
            "fotfeste-commitment-1\tround spring 2027\troot {}\tengine 0.1.0\tmechanism mincost\tcost 1,2,4\t\
             beacon quicknet 123",
            "07".repeat(32)
        )
    );
    assert_eq!(spring.sha256(), hex32("2332e450a1b25e384ca35ac67e1aa0a97d30f4db6b7406077d8da97e5a87cce5"));
    let mut log = CommitLog::default();
    let entry = log.commit(spring, 1_692_803_000, 0).unwrap();
    assert_eq!(entry.sha256(), hex32("493d8d7e2612500e27a6a59f494ba0dd345ee3e6e3976236048292798ccc5949"));
}

#[test]
fn every_commitment_is_read_as_it_was_written_and_in_no_other_dress() {
    for source in sources() {
        for (round, program) in [("spring", None), ("a\tb\\c\n", Some([8; 32]))] {
            let written = Commitment { program, ..commitment(round, source) };
            let text = written.text();
            assert_eq!(Commitment::read(&text).as_ref(), Some(&written));
            for at in 0..text.len() {
                assert_ne!(Commitment::read(&text[..at]).as_ref(), Some(&written), "cut at {at}");
            }
            for other in [text.replace("mincost", "maxcost"), text.replace("1,2,4", "1, 2,4"), text.to_uppercase()] {
                assert_eq!(Commitment::read(&other), None);
            }
        }
    }
}

#[test]
fn a_draw_must_be_the_one_committed_to() {
    let committed = commitment("spring", Source::Beacon(ROUND_123));
    let beacon = Chance::Beacon(Beacon::read(QUICKNET_123.as_bytes(), Some(Chain::Quicknet)).unwrap());
    let own = Chance::Seed(Seed::from_hex("0123456789abcdef").unwrap());
    let other_cost = CostTable::parse("1,2,5").unwrap();
    let good = Drawing {
        round_id: "spring",
        root: &[7; 32],
        engine: "0.1.0",
        mechanism: Mechanism::MinCost,
        cost: &committed.cost,
        chance: &beacon,
    };
    assert_eq!(committed.check(&good), Ok(()));
    let wrong = [
        ("round", Drawing { round_id: "autumn", ..good }),
        ("root", Drawing { root: &[8; 32], ..good }),
        ("engine", Drawing { engine: "0.2.0", ..good }),
        ("mechanism", Drawing { mechanism: Mechanism::RankMax, ..good }),
        ("cost", Drawing { cost: &other_cost, ..good }),
        ("chance from", Drawing { chance: &own, ..good }),
    ];
    for (part, draw) in wrong {
        assert_eq!(committed.check(&draw).unwrap_err().part, part);
    }
    let promised = commitment("spring", sources()[1]);
    assert_eq!(promised.check(&Drawing { chance: &own, ..good }), Ok(()));
    let another = Chance::Seed(Seed::from_hex("00").unwrap());
    assert_eq!(promised.check(&Drawing { chance: &another, ..good }).unwrap_err().part, "chance from");
    let Source::Parties(promises) = sources()[2] else { panic!("two parties") };
    let revealed = Chance::Parties(promises.reveal(Some(Nonce::new([1; 32])), None, None).unwrap());
    assert_eq!(commitment("spring", sources()[2]).check(&Drawing { chance: &revealed, ..good }), Ok(()));
    assert!(commitment("spring", sources()[3]).check(&Drawing { chance: &revealed, ..good }).is_err());
}

#[test]
fn a_round_has_one_commitment() {
    let mut log = log();
    let before = log.clone();
    let again = commitment("round 1", sources()[1]);
    assert_eq!(log.commit(again, 1_692_800_000, 0), Err(LogError::Twice { round: "round 1".into(), first: 2 }));
    assert_eq!(log, before, "nothing was added");
    assert_eq!(log.find("round 1").unwrap().commitment.source, sources()[1]);
    assert_eq!(log.find("round 9"), None);
}

#[test]
fn a_value_of_the_beacon_must_lie_far_enough_ahead() {
    let known = ROUND_123.known_at();
    for source in [sources()[0], sources()[3]] {
        let commit = |at, lead| CommitLog::default().commit(commitment("r", source), at, lead).map(drop);
        assert_eq!(commit(known - DAY_S, DAY_S), Ok(()));
        let told = LogError::TooSoon { round: ROUND_123, known_at: known, earliest: known + 1 };
        assert_eq!(commit(known - DAY_S + 1, DAY_S), Err(told.clone()));
        assert_eq!(commit(known, 0), Err(told), "a value that is known is never taken");
        assert_eq!(commit(known - 1, 0), Ok(()));
    }
}

#[test]
fn a_log_is_read_back_and_goes_on() {
    let mut log = log();
    let text = log.text();
    assert_eq!(CommitLog::read(&text), Ok(log.clone()));
    assert_eq!(CommitLog::read(""), Ok(CommitLog::default()));
    let old = log.head();
    log.commit(commitment("later", sources()[1]), 1_692_790_000, 0).unwrap();
    assert!(log.text().starts_with(&text), "what was written stays as it was");
    assert_eq!(log.continues(&old), Ok(()));
    assert_eq!(log.continues(&Head { entries: 0, sha256: [0; 32] }), Ok(()));
    let back = commitment("back in time", sources()[1]);
    assert_eq!(log.commit(back, 1_692_700_000, 0), Err(LogError::Backwards { entry: 5 }));
}

#[test]
fn a_changed_or_removed_entry_is_named() {
    let log = log();
    let text = log.text();
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let read = |lines: &[&str]| CommitLog::read(&lines.concat());
    assert_eq!(read(&[lines[1], lines[2]]), Err(LogError::Broken { entry: 1 }));
    assert_eq!(read(&[lines[0], lines[2]]), Err(LogError::Broken { entry: 2 }));
    assert_eq!(read(&[lines[1], lines[0], lines[2]]), Err(LogError::Broken { entry: 1 }));
    assert_eq!(read(&[lines[0], lines[0]]), Err(LogError::Broken { entry: 2 }));
    let changed = lines[1].replace("root 0707", "root 0708");
    assert_eq!(read(&[lines[0], &changed, lines[2]]), Err(LogError::Broken { entry: 3 }));
    assert_eq!(read(&[lines[0], lines[1], "\n"]), Err(LogError::Unreadable { entry: 3 }));
    // At the end only what was published tells.
    let (head, cut) = (log.head(), CommitLog::read(&lines[..2].concat()).unwrap());
    assert_eq!(cut.continues(&head), Err(LogError::NotPublished { entry: 3 }));
    let last = lines[2].replace("round round 2", "round round 3");
    let other = read(&[lines[0], lines[1], &last]).unwrap();
    assert_eq!(other.continues(&head), Err(LogError::NotPublished { entry: 3 }));
    for at in 0..text.len() - lines[2].len() {
        let mut bytes = text.clone().into_bytes();
        bytes[at] ^= 1;
        let altered = String::from_utf8(bytes).unwrap();
        assert!(CommitLog::read(&altered).is_err(), "byte {at}");
    }
}
