//! The frozen input and the lottery numbers that follow from it, worked out from the published formulas.
//!
//! `text` stands for its length in bytes as four bytes, then the bytes; numbers are big-endian.

use crate::certificate::Certificate;
use crate::input::{Slot, Town};
use crate::{Refusal, claim};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// The key of the hash that settles equal ranks.
pub(crate) struct TieKey(Vec<u8>);

impl TieKey {
    /// HMAC-SHA-256(key, lottery number as eight bytes ‖ place id); lower goes first.
    pub(crate) fn hash(&self, lottery: u64, place: &str) -> [u8; 32] {
        hmac(&self.0, &[&lottery.to_be_bytes(), place.as_bytes()])
    }
}

/// Proves that this is the frozen input, and gives every student the lottery number that was drawn, if any was.
pub(crate) fn check(town: &mut Town, says: &Certificate, proven: &mut Vec<String>) -> Result<TieKey, Refusal> {
    let root = root(town, says.seed.is_some());
    claim(hex::encode(root) == says.input_sha256, "input", || {
        format!("the certificate is for {}, the four files give {}", says.input_sha256, hex::encode(root))
    })?;
    proven.push(format!("input: the four files are the frozen ones, {}", says.input_sha256));
    let Some(seed) = &says.seed else {
        proven.push("numbers: the lottery column of the frozen input".into());
        return Ok(TieKey(b"fotfeste-ties-1".to_vec()));
    };
    let seed_bytes = hex::decode(seed).map_err(|why| Refusal::Unreadable(format!("certificate: seed: {why}")))?;
    let key = Sha256::digest([b"fotfeste-draw-1".as_slice(), &root, &seed_bytes].concat()).to_vec();
    for student in &mut town.students {
        let drawn = hmac(&key, &[&text(&says.round_id), &text(&student.id)]);
        student.lottery = drawn.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte));
    }
    proven.push(format!("numbers: drawn for round {:?} from the frozen input and the seed {seed}", says.round_id));
    Ok(TieKey(key))
}

/// SHA-256 of everything that can change the result. Numbers that are drawn from it are left out.
fn root(town: &Town, drawn: bool) -> [u8; 32] {
    let mut out = b"fotfeste-input-1".to_vec();
    let (places, hosts) = town.slots.split_at(town.places);
    let under = |slot: &Slot| text(slot.up.map_or("", |up| &town.slots[up].id));
    out.extend(count(hosts.len()));
    for host in hosts {
        out.extend([text(&host.id), under(host), text(&host.level)].concat());
        match host.cap {
            None => out.push(0),
            Some(cap) => out.extend([&[1], &cap.to_be_bytes()[..]].concat()),
        }
    }
    out.extend(count(places.len()));
    for place in places {
        out.extend([text(&place.id), under(place), place.cap.unwrap_or(0).to_be_bytes().to_vec()].concat());
    }
    out.extend(count(town.students.len()));
    for student in &town.students {
        out.extend(text(&student.id));
        out.push(0); // the turn, of which files know only the first
        match drawn {
            true => out.push(0),
            false => out.extend([&[1], &student.lottery.to_be_bytes()[..]].concat()),
        }
        match student.fixed {
            None => out.push(0),
            Some(place) => out.extend([vec![1], text(&town.slots[place].id)].concat()),
        }
        out.extend(count(student.wishes.len()));
        for wish in &student.wishes {
            out.extend(wish.rank.to_be_bytes());
            out.extend(count(wish.place));
        }
    }
    Sha256::digest(&out).into()
}

fn count(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes()
}

fn text(text: &str) -> Vec<u8> {
    [&count(text.len()), text.as_bytes()].concat()
}

fn hmac(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    match Hmac::<Sha256>::new_from_slice(key) {
        Ok(mac) => parts.iter().fold(mac, |mac, part| mac.chain_update(part)).finalize().into_bytes().into(),
        Err(_) => unreachable!("HMAC takes keys of any length"),
    }
}
