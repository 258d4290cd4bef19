//! The frozen input and the lottery numbers that follow from it, worked out from the published formulas.

use crate::certificate::Certificate;
use crate::input::{Slot, Student, Town};
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
    let root = root(town, says);
    claim(hex::encode(root) == says.input_sha256, "input", || {
        format!("the certificate is for {}, the four files give {}", says.input_sha256, hex::encode(root))
    })?;
    let salted = if town.salt.is_some() { "with the salt of the round, " } else { "" };
    proven.push(format!("input: the four files are the frozen ones, {salted}{}", says.input_sha256));
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

/// The root of the frozen input: a text for the header and one for each student, a tree of their hashes, and a text
/// over all. Numbers that are drawn from it are left out.
fn root(town: &Town, says: &Certificate) -> [u8; 32] {
    let mut level: Vec<String> = town.students.iter().map(|student| sha256(&leaf(town, student, says))).collect();
    while level.len() > 1 {
        level = level.chunks(16).map(|lines| sha256(&(lines.join("\n") + "\n"))).collect();
    }
    let top = level.pop().unwrap_or_else(|| sha256(""));
    let (header, students) = (sha256(&header(town, says)), town.students.len());
    Sha256::digest(format!("fotfeste-root-2\nheader\t{header}\nstudents\t{students}\ntop\t{top}\n")).into()
}

fn header(town: &Town, says: &Certificate) -> String {
    let numbers = if says.seed.is_some() { "drawn" } else { "given" };
    let mut out = format!("fotfeste-input-2\nnumbers\t{numbers}\nstudents\t{}\n", town.students.len());
    if let Some(minutes) = says.travel_limit {
        out += &format!("travel limit\t{minutes}\n");
    }
    if let Some(wishes) = says.complete_lists {
        out += &format!("complete\t{wishes}\n");
    }
    let (places, hosts) = town.slots.split_at(town.places);
    let under = |slot: &Slot| slot.up.map_or(String::new(), |up| plain(&town.slots[up].id));
    let cap = |slot: &Slot| slot.cap.map_or(String::new(), |cap| cap.to_string());
    for host in hosts {
        out += &format!("node\t{}\t{}\t{}\t{}\n", plain(&host.id), under(host), plain(&host.level), cap(host));
    }
    for place in places {
        // Subject and period are frozen where they decide more than who may list what.
        let kind = says.complete_lists.map_or(String::new(), |_| format!("\t{}", place.kind));
        out += &format!("offer\t{}\t{}\t{}{kind}\n", plain(&place.id), under(place), cap(place));
    }
    out
}

fn leaf(town: &Town, student: &Student, says: &Certificate) -> String {
    let place = |place: usize| plain(&town.slots[place].id);
    let mut out = format!("student\t{}\n", plain(&student.id));
    if let Some(salt) = town.salt {
        let own = hmac(&salt, &[b"fotfeste-salt-1", student.id.as_bytes()]);
        out += &format!("salt\t{}\n", hex::encode(own));
    }
    if student.turn != 0 {
        out += &format!("turn\t{}\n", student.turn);
    }
    if says.seed.is_none() {
        out += &format!("lottery\t{}\n", student.lottery);
    }
    if !student.group.is_empty() {
        out += &format!("group\t{}\n", plain(&student.group));
    }
    if let Some(fixed) = student.fixed {
        out += &format!("fixed\t{}\n", place(fixed));
    }
    if student.protected {
        out += "protected\n";
    }
    if says.complete_lists.is_some() {
        out += &format!("kind\t{}\n", student.kind);
    }
    for (banned, reason) in &student.bans {
        out += &format!("ban\t{}\t{reason}\n", place(*banned));
    }
    for (for_place, steps) in student.soft.iter().filter(|(_, steps)| **steps != 0) {
        out += &format!("soft\t{}\t{steps}\n", place(*for_place));
    }
    for wish in &student.wishes {
        let travel = wish.travel_min.map_or(String::new(), |minutes| minutes.to_string());
        out += &format!("{}\t{}\t{}\t{travel}\n", wish.rank, place(wish.place), wish.prio);
    }
    if !student.left_out.is_empty() {
        out += "left out\n";
    }
    for wish in &student.left_out {
        out += &format!("{}\t{}\n", wish.rank, place(wish.place));
    }
    out
}

/// Control characters and the backslash as a backslash and two hexadecimal digits.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::new();
    for sign in text.chars() {
        match sign {
            '\\' | '\0'..=' ' | '\x7f' if sign != ' ' => out += &format!("\\{:02x}", sign as u32),
            _ => out.push(sign),
        }
    }
    out
}

fn sha256(text: &str) -> String {
    hex::encode(Sha256::digest(text))
}

/// Its length as four bytes, then the bytes.
fn text(text: &str) -> Vec<u8> {
    [&u32::try_from(text.len()).unwrap_or(u32::MAX).to_be_bytes(), text.as_bytes()].concat()
}

fn hmac(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    match Hmac::<Sha256>::new_from_slice(key) {
        Ok(mac) => parts.iter().fold(mac, |mac, part| mac.chain_update(part)).finalize().into_bytes().into(),
        Err(_) => unreachable!("HMAC takes keys of any length"),
    }
}
