//! The rule of `lottery`, tried on every allocation there is: among all that keep the caps, the one whose ranks are
//! best for number 1, then for number 2, and so on; among those, whose tie hashes are lowest in the same order.

use super::town::Town;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

type Key = (Vec<u16>, Vec<[u8; 32]>);

/// The offer of each student, placed by hand or by the rule.
pub fn lottery(town: &Town) -> Vec<Option<usize>> {
    let order = town.order();
    let mut got: Vec<Option<usize>> = town.students.iter().map(|student| student.fixed).collect();
    let mut best: Option<(Key, Vec<Option<usize>>)> = None;
    try_all(town, &order, &mut got, (Vec::new(), Vec::new()), &mut best);
    best.unwrap().1
}

fn try_all(
    town: &Town,
    order: &[usize],
    got: &mut Vec<Option<usize>>,
    key: Key,
    best: &mut Option<(Key, Vec<Option<usize>>)>,
) {
    let seats: Vec<usize> = got.iter().flatten().copied().collect();
    if !town.keeps_caps(&seats) || best.as_ref().is_some_and(|(known, _)| key.0[..] > known.0[..key.0.len()]) {
        return;
    }
    let Some((&student, rest)) = order.split_first() else {
        if best.as_ref().is_none_or(|(known, _)| key < *known) {
            *best = Some((key, got.clone()));
        }
        return;
    };
    let who = &town.students[student];
    for &(offer, rank) in &who.wishes {
        let mut key = key.clone();
        key.0.push(rank);
        key.1.push(hash(who.lottery, &town.offers[offer].0));
        got[student] = Some(offer);
        try_all(town, rest, got, key, best);
    }
    got[student] = None;
    let mut key = key;
    key.0.push(u16::MAX);
    key.1.push([0; 32]);
    try_all(town, rest, got, key, best);
}

pub fn hash(lottery: u64, offer: &str) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(b"fotfeste-ties-1").unwrap();
    mac.update(&lottery.to_be_bytes());
    mac.update(offer.as_bytes());
    mac.finalize().into_bytes().into()
}
