//! True values of the network are taken, everything beside them is refused. The signatures are those in the tests of
//! the crate `drand-verify`; the randomness follows from them.

use super::hex32;
use matching::draw::{Beacon, BeaconError, BeaconRound, Chain, Chance};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

pub(super) const QUICKNET_123: &str = r#"{"round": 123,
    "randomness": "fb8f7bc29bf24db51871ec8c79f3a1e4bd0557bc0dfcee9ed1d924e69d1c60dc",
    "signature": "b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92"}"#;
const FIRST: &str = "8d61d9100567de44682506aea1a7a6fa6e5491cd27a0a0ed349ef6910ac5ac20ff7bc3e09d7c046566c9f7f3c6f3b101\
                     04990e7cb424998203d8f7de586fb7fa5f60045417a432684f85093b06ca91c769f0e7ca19268375e659c2a2352b4655";

fn quicknet() -> Value {
    serde_json::from_str(QUICKNET_123).unwrap()
}

fn of_default(round: u64, previous: &str, signature: &str) -> Value {
    let randomness = hex::encode(Sha256::digest(hex::decode(signature).unwrap()));
    json!({"round": round, "randomness": randomness, "signature": signature, "previous_signature": previous})
}

fn round_72785() -> Value {
    of_default(
        72_785,
        "a609e19a03c2fcc559e8dae14900aaefe517cb55c840f6e69bc8e4f66c8d18e8a609685d9917efbfb0c37f058c2de88f\
         13d297c7e19e0ab24813079efe57a182554ff054c7638153f9b26a60e7111f71a0ff63d9571704905d3ca6df0b031747",
        "82f5d3d2de4db19d40a6980e8aa37842a0e55d1df06bd68bddc8d60002e8e959eb9cfa368b3c1b77d18f02a54fe047b8\
         0f0989315f83b12a74fd8679c4f12aae86eaf6ab5690b34f1fddd50ee3cc6f6cdf59e95526d5a5d82aaa84fa6f181e42",
    )
}

fn read(value: &Value, chain: Option<Chain>) -> Result<Beacon, BeaconError> {
    Beacon::read(value.to_string().as_bytes(), chain)
}

#[test]
fn true_values_are_taken_and_give_the_known_seed() {
    let beacon = read(&quicknet(), Some(Chain::Quicknet)).unwrap();
    assert_eq!(beacon.at(), BeaconRound { chain: Chain::Quicknet, round: 123 });
    let seed = "99c48396111e84a82a0899b80dea7e40c705bd096d1020a979932ebcffd8b5a0";
    assert_eq!(beacon.seed(&[7; 32]).to_hex(), seed);
    assert_eq!(Chance::Beacon(beacon).seed(&[7; 32]).to_hex(), seed);
    let later = read(&round_72785(), Some(Chain::Default)).unwrap();
    assert_eq!(*later.value(), hex32("8b676484b5fb1f37f9ec5c413d7d29883504e5b669f604a1ce68b3388e9ae3d9"));
    let group = "176f93498eac9ca337150b46d21dd58673ea4e3581185f869672e59fa4cb390a";
    let first = read(&of_default(1, group, FIRST), Some(Chain::Default)).unwrap();
    assert_eq!(*first.value(), hex32("101297f1ca7dc44ef6088d94ad5fb7ba03455dc33d53ddb412bbc4564ed986ec"));
}

#[test]
fn the_chain_stands_in_the_file_or_is_named() {
    assert_eq!(read(&quicknet(), None), Err(BeaconError::NoChain));
    let mut named = quicknet();
    named["chain_hash"] = Chain::Quicknet.hash().into();
    named["more"] = "is not read".into();
    assert!(read(&named, None).is_ok() && read(&named, Some(Chain::Quicknet)).is_ok());
    assert_eq!(read(&named, Some(Chain::Default)), Err(BeaconError::OtherChain { file: "quicknet", asked: "default" }));
    named["chain_hash"] = "fastnet".into();
    assert_eq!(read(&named, None), Err(BeaconError::UnknownChain("fastnet".into())));
    assert_eq!(Chain::find("default"), Some(Chain::Default));
}

#[test]
fn wrong_rounds_signatures_and_values_are_refused() {
    let refused = |change: &dyn Fn(&mut Value), value: Value, chain| {
        let mut value = value;
        change(&mut value);
        read(&value, Some(chain)).unwrap_err()
    };
    let signature = |round, chain: Chain| BeaconError::Signature { round, chain: chain.name() };
    let quick = |change: &dyn Fn(&mut Value)| refused(change, quicknet(), Chain::Quicknet);
    assert_eq!(quick(&|value| value["round"] = 124.into()), signature(124, Chain::Quicknet));
    assert_eq!(quick(&|value| value["round"] = 0.into()), signature(0, Chain::Quicknet));
    assert_eq!(quick(&|value| value["randomness"] = "00".repeat(32).into()), BeaconError::Randomness);
    let part = |part, bytes| BeaconError::Part { part, bytes };
    assert_eq!(quick(&|value| value["randomness"] = "00".repeat(31).into()), part("randomness", 32));
    assert_eq!(quick(&|value| value["signature"] = "zz".into()), part("signature", 48));
    assert!(matches!(quick(&|value| drop(value["signature"].take())), BeaconError::Unreadable(_)));
    assert!(matches!(quick(&|value| value["round"] = "123".into()), BeaconError::Unreadable(_)));
    let old = |change: &dyn Fn(&mut Value)| refused(change, round_72785(), Chain::Default);
    assert_eq!(old(&|value| value["round"] = 321.into()), signature(321, Chain::Default));
    assert_eq!(old(&|value| value["signature"] = FIRST.into()), signature(72_785, Chain::Default));
    assert_eq!(old(&|value| value["previous_signature"] = FIRST.into()), signature(72_785, Chain::Default));
    assert_eq!(old(&|value| drop(value["previous_signature"].take())), part("previous_signature", 96));
    assert_eq!(refused(&|_| (), quicknet(), Chain::Default), part("previous_signature", 96));
    assert_eq!(refused(&|_| (), round_72785(), Chain::Quicknet), part("signature", 48));
}

#[test]
fn a_file_that_is_cut_or_altered_is_refused() {
    let text = quicknet().to_string();
    for cut in 0..text.len() {
        assert!(Beacon::read(&text.as_bytes()[..cut], Some(Chain::Quicknet)).is_err(), "cut at {cut}");
    }
    let digits = quicknet()["signature"].as_str().unwrap().to_owned();
    for at in (0..digits.len()).step_by(7) {
        let mut altered = digits.clone();
        altered.replace_range(at..=at, if &digits[at..=at] == "0" { "1" } else { "0" });
        let mut value = quicknet();
        value["signature"] = altered.into();
        assert!(read(&value, Some(Chain::Quicknet)).is_err(), "digit {at}");
    }
}

/// SHA-256 over interval, first moment, key, the hash of the founding group and the chain's name.
#[test]
fn the_constants_of_a_chain_are_those_its_hash_is_over() {
    let groups = [
        (Chain::Quicknet, "f477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e", "quicknet"),
        (Chain::Default, "176f93498eac9ca337150b46d21dd58673ea4e3581185f869672e59fa4cb390a", ""),
    ];
    for (chain, group, name) in groups {
        let hash = Sha256::new()
            .chain_update(u32::try_from(chain.every()).unwrap().to_be_bytes())
            .chain_update(chain.first_at().to_be_bytes())
            .chain_update(hex::decode(chain.public_key()).unwrap())
            .chain_update(hex::decode(group).unwrap())
            .chain_update(name)
            .finalize();
        assert_eq!(hex::encode(hash), chain.hash());
    }
}

#[test]
fn a_round_has_its_moment() {
    let at = |chain, round| BeaconRound { chain, round }.known_at();
    assert_eq!(at(Chain::Quicknet, 1), 1_692_803_367);
    assert_eq!(at(Chain::Default, 100_000), 1_598_431_020);
    for moment in 1_700_000_000..1_700_000_040 {
        let first = BeaconRound::from(Chain::Quicknet, moment);
        assert!(first.known_at() >= moment && at(first.chain, first.round - 1) < moment);
    }
    assert_eq!(BeaconRound::from(Chain::Quicknet, 0).round, 1);
}
