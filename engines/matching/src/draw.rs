//! Lottery numbers that anyone can work out again, and the keyed hash that settles equal ranks.
//!
//! All texts are UTF-8, all numbers big-endian. In the formulas `text` stands for its length in bytes as four bytes,
//! then the bytes, so that no two different inputs are ever the same bytes.
//!
//! - *Root* of the frozen input: see [`input_sha256`].
//! - *Promise* of a seed, published before the wishes close: SHA-256(`fotfeste-promise-1` ‖ seed), see
//!   [`Seed::promise`].
//! - *Draw key*: SHA-256(`fotfeste-draw-1` ‖ root ‖ seed). The root is in it, so that nobody can choose the input
//!   to suit a seed they know without changing all numbers.
//! - *Lottery number*: the first eight bytes of HMAC-SHA-256(draw key, text(round id) ‖ text(student id)).
//! - *Tie hash*: HMAC-SHA-256(tie key, lottery number as eight bytes ‖ offer id). The tie key is the draw key, or
//!   the text `fotfeste-ties-1` when lottery numbers are given with the input. Lower goes first, bytewise.

use crate::problem::{NONE, Problem};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use thiserror::Error;

/// SHA-256 of something, or a key of that size.
pub type Hash = [u8; 32];

const PROMISE_LABEL: &[u8] = b"fotfeste-promise-1";
const DRAW_LABEL: &[u8] = b"fotfeste-draw-1";
const INPUT_LABEL: &[u8] = b"fotfeste-input-1";
const TIES_LABEL: &[u8] = b"fotfeste-ties-1";

/// A seed: chance from outside, promised before and revealed after.
#[derive(Clone, PartialEq, Eq)]
pub struct Seed(Vec<u8>);

/// Why a text is no seed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("a seed is an even number of hexadecimal digits, from 2 to {}", Seed::BYTES_MAX * 2)]
pub struct SeedError;

impl Seed {
    /// No seed is longer.
    pub const BYTES_MAX: usize = 64;

    /// A seed of 1 to 64 bytes; 32 from the operating system are the usual.
    ///
    /// # Errors
    /// [`SeedError`] for none or too many bytes.
    pub fn new(bytes: &[u8]) -> Result<Self, SeedError> {
        if bytes.is_empty() || bytes.len() > Self::BYTES_MAX {
            return Err(SeedError);
        }
        Ok(Self(bytes.to_vec()))
    }

    /// Reads hexadecimal digits, upper or lower case.
    ///
    /// # Errors
    /// [`SeedError`] for anything else.
    pub fn from_hex(digits: &str) -> Result<Self, SeedError> {
        Self::new(&hex::decode(digits).map_err(|_| SeedError)?)
    }

    /// Lower-case hexadecimal digits.
    pub fn to_hex(&self) -> String {
        hex::encode(&self.0)
    }

    /// What is published before the seed: it binds to the seed and tells nothing about it.
    pub fn promise(&self) -> Hash {
        Sha256::new().chain_update(PROMISE_LABEL).chain_update(&self.0).finalize().into()
    }

    /// The key all lottery numbers of a draw over this input come from.
    pub fn draw_key(&self, root: &Hash) -> DrawKey {
        DrawKey(Sha256::new().chain_update(DRAW_LABEL).chain_update(root).chain_update(&self.0).finalize().into())
    }
}

impl std::fmt::Debug for Seed {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Seed(kept back)") // a seed in a log before the draw would let somebody foresee it
    }
}

/// The key of one draw: seed and frozen input together.
#[derive(Clone, PartialEq, Eq)]
pub struct DrawKey(Hash);

impl DrawKey {
    /// A student's lottery number in a round. The round id keeps two rounds with one seed apart.
    pub fn lottery_number(&self, round_id: &str, student_id: &str) -> u64 {
        first_eight(&numbered(keyed(&self.0), round_id, student_id))
    }

    /// Ties are settled with the same chance as the order.
    pub fn tie_key(&self) -> TieKey {
        TieKey(keyed(&self.0))
    }
}

impl Problem {
    /// Draws: every student's lottery number comes from the key.
    pub fn draw(&mut self, key: &DrawKey, round_id: &str) {
        let keyed = keyed(&key.0);
        self.set_lottery(|student| first_eight(&numbered(keyed.clone(), round_id, student)));
    }
}

/// The key that settles equal ranks.
#[derive(Clone)]
pub struct TieKey(Hmac<Sha256>);

impl Default for TieKey {
    /// The fixed key for lottery numbers that come with the input.
    fn default() -> Self {
        Self(keyed(TIES_LABEL))
    }
}

impl std::fmt::Debug for TieKey {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("TieKey")
    }
}

impl TieKey {
    /// Lower goes first.
    pub fn hash(&self, lottery: u64, offer_id: &str) -> Hash {
        self.0.clone().chain_update(lottery.to_be_bytes()).chain_update(offer_id).finalize().into_bytes().into()
    }

    /// Sorts offers one student ranks equal: lowest hash first.
    pub(crate) fn sort(&self, problem: &Problem, student: u32, offers: &mut [u32]) {
        let lottery = problem.lottery[student as usize];
        offers.sort_by_cached_key(|offer| {
            let id = problem.offer_ids.get(*offer as usize);
            (self.hash(lottery, id), id)
        });
    }
}

fn keyed(key: &[u8]) -> Hmac<Sha256> {
    match Hmac::new_from_slice(key) {
        Ok(mac) => mac,
        Err(_) => unreachable!("HMAC takes keys of any length"),
    }
}

fn numbered(mut mac: Hmac<Sha256>, round_id: &str, student_id: &str) -> Hash {
    for text in [round_id, student_id] {
        mac.update(&crate::ids::small(text.len()).to_be_bytes());
        mac.update(text.as_bytes());
    }
    mac.finalize().into_bytes().into()
}

fn first_eight(hash: &Hash) -> u64 {
    hash.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// Whether lottery numbers are part of the frozen input or drawn from it later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbers {
    /// They came with the input and count.
    Given,
    /// They will be drawn from this very hash and a seed, so they are left out.
    Drawn,
}

/// SHA-256 of everything that can change the result, independent of the order of rows and names of files.
///
/// Hashed are: the label `fotfeste-input-1`; the number of nodes, then for each node in bytewise order of ids
/// text(id), text(parent id or nothing), text(level), 0 or 1 and the cap; the number of offers, then for each in the
/// same order text(id), text(node id), seats; the number of students, then for each in the same order text(id),
/// turn (one byte), 1 and the lottery number or 0 for [`Numbers::Drawn`], 0 or 1 and text(offer id) if placed by
/// hand, the number of wishes and for each wish, by rank, then by offer id: rank (two bytes) and the offer's place in
/// the order of offers. Numbers are four bytes unless said otherwise, lottery numbers eight.
pub fn input_sha256(problem: &Problem, numbers: Numbers) -> Hash {
    let mut out = Out { hash: Sha256::new_with_prefix(INPUT_LABEL), waiting: Vec::with_capacity(BLOCK * 2) };
    nodes(problem, &mut out);
    let places = offers(problem, &mut out);
    let students = problem.student_ids.sorted();
    out.number(students.len());
    for student in students {
        one_student(problem, student, numbers, &places, &mut out);
    }
    out.flush();
    out.hash.finalize().into()
}

fn nodes(problem: &Problem, out: &mut Out) {
    let nodes = problem.node_ids.sorted();
    out.number(nodes.len());
    for node in nodes {
        let at = node as usize;
        out.text(problem.node_ids.get(at));
        out.text(match problem.node_up[at] {
            NONE => "",
            up => problem.node_ids.get(up as usize),
        });
        out.text(&problem.levels[usize::from(problem.node_level[at])]);
        out.optional(problem.node_cap[at]);
    }
}

/// Writes the offers and returns each one's place in the order of ids.
fn offers(problem: &Problem, out: &mut Out) -> Vec<u32> {
    let offers = problem.offer_ids.sorted();
    out.number(offers.len());
    let mut places = vec![0; offers.len()];
    for (place, offer) in offers.into_iter().enumerate() {
        let at = offer as usize;
        places[at] = crate::ids::small(place);
        out.text(problem.offer_ids.get(at));
        out.text(problem.node_ids.get(problem.offer_node[at] as usize));
        out.bytes(&problem.offer_seats[at].to_be_bytes());
    }
    places
}

fn one_student(problem: &Problem, student: u32, numbers: Numbers, places: &[u32], out: &mut Out) {
    let at = student as usize;
    out.text(problem.student_ids.get(at));
    out.bytes(&[problem.turn[at]]);
    match numbers {
        Numbers::Given => {
            out.bytes(&[1]);
            out.bytes(&problem.lottery[at].to_be_bytes());
        }
        Numbers::Drawn => out.bytes(&[0]),
    }
    match problem.fixed[at] {
        NONE => out.bytes(&[0]),
        offer => {
            out.bytes(&[1]);
            out.text(problem.offer_ids.get(offer as usize));
        }
    }
    let range = problem.wish_range(student);
    out.number(range.len());
    for wish in range {
        out.bytes(&problem.wish_rank[wish].to_be_bytes());
        out.bytes(&places[problem.wish_offer[wish] as usize].to_be_bytes());
    }
}

const BLOCK: usize = 16 * 1024;

/// Gathers small pieces so that the hash runs over long ones.
struct Out {
    hash: Sha256,
    waiting: Vec<u8>,
}

impl Out {
    fn bytes(&mut self, bytes: &[u8]) {
        self.waiting.extend_from_slice(bytes);
        if self.waiting.len() >= BLOCK {
            self.flush();
        }
    }

    fn number(&mut self, number: usize) {
        self.bytes(&crate::ids::small(number).to_be_bytes());
    }

    fn text(&mut self, text: &str) {
        self.number(text.len());
        self.bytes(text.as_bytes());
    }

    fn optional(&mut self, number: u32) {
        match number {
            NONE => self.bytes(&[0]),
            number => {
                self.bytes(&[1]);
                self.bytes(&number.to_be_bytes());
            }
        }
    }

    fn flush(&mut self) {
        self.hash.update(&self.waiting);
        self.waiting.clear();
    }
}
