//! Two parties that do not trust each other: every way it can go.

use super::beacon::QUICKNET_123;
use super::hex32;
use matching::draw::{Beacon, BeaconRound, Chain, Fallback, Nonce, Party, Promises, RevealError};

const ROOT: [u8; 32] = [7; 32];

fn nonces() -> (Nonce, Nonce) {
    (Nonce::new([1; 32]), Nonce::new([2; 32]))
}

fn promises(default: Fallback) -> Promises {
    let (office, union) = nonces();
    Promises { office: office.promise(Party::Office), union: union.promise(Party::Union), default }
}

fn seed(office: Option<Nonce>, union: Option<Nonce>) -> String {
    promises(Fallback::Value([5; 32])).reveal(office, union, None).unwrap().seed(&ROOT).to_hex()
}

#[test]
fn promises_and_seeds_have_the_known_values() {
    let (office, union) = nonces();
    let promised = promises(Fallback::Value([5; 32]));
    assert_eq!(promised.office, hex32("41afa3d854ac1b285f1d805f77c1b2bcfb552b43c91c73fae89662efac9df3ef"));
    assert_eq!(promised.union, hex32("273054be933ab9dffffa065f7ef111cc578f8d95cb17cfc83dfcee132040cba2"));
    let both = seed(Some(office), Some(union));
    assert_eq!(both, "17e8c01f10b9bd326bb29e3197f6111def2e176840496e70a3a988ea2988b27e");
    assert_eq!(seed(Some(office), None), "54b018d1f954a48549e6a8d93ff899d1a9bc1c76843e249b4f7e7074a1d9cc9d");
    assert_eq!(seed(None, Some(union)), "2ede27f838881598c643c756261f971d6955fd7a4a1a13673b23d5be00ec0410");
    assert_eq!(seed(None, None), "760639157c12e2838ee78e05d589a3443ab754eae80ba667b609e29f4950a33b");
}

#[test]
fn nobody_reveals_another_nonce_than_the_promised_one() {
    let (office, union) = nonces();
    let promised = promises(Fallback::Value([5; 32]));
    let told = |office, union| promised.reveal(office, union, None).unwrap_err();
    assert_eq!(told(Some(union), Some(union)), RevealError::NotPromised(Party::Office));
    assert_eq!(told(Some(office), Some(office)), RevealError::NotPromised(Party::Union));
    assert_eq!(told(Some(Nonce::new([3; 32])), None), RevealError::NotPromised(Party::Office));
    // Who copies the other's promise cannot reveal anything that fits it.
    let copied = Promises { union: promised.office, ..promised };
    assert_eq!(copied.reveal(Some(office), Some(office), None), Err(RevealError::NotPromised(Party::Union)));
    assert!(!format!("{office:?}").contains('1'));
}

#[test]
fn a_default_from_the_beacon_needs_the_value_that_was_named() {
    let (office, union) = nonces();
    let round = BeaconRound { chain: Chain::Quicknet, round: 123 };
    let promised = promises(Fallback::Beacon(round));
    let value = Beacon::read(QUICKNET_123.as_bytes(), Some(Chain::Quicknet)).unwrap();
    let with_default = promised.reveal(Some(office), None, Some(&value)).unwrap().seed(&ROOT).to_hex();
    assert_eq!(with_default, "882391fa7185e6d9172770ed20f226958e764715c96b1b2c819d8ae338f2998d");
    // Nobody lost a turn: the value does not matter.
    let both = promised.reveal(Some(office), Some(union), None).unwrap();
    assert_eq!(both, promised.reveal(Some(office), Some(union), Some(&value)).unwrap());
    assert_eq!(promised.reveal(None, Some(union), None), Err(RevealError::NeedsBeacon { party: Party::Office, round }));
    let other = BeaconRound { round: 124, ..round };
    assert_eq!(
        promises(Fallback::Beacon(other)).reveal(Some(office), None, Some(&value)),
        Err(RevealError::OtherRound { committed: other, given: round })
    );
}
