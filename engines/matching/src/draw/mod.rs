//! Lottery numbers that anyone can work out again, and the keyed hash that settles equal ranks.
//!
//! In this order: the input is frozen (`frozen`, `tree`; `proof` for one student), the office binds itself (`commit`,
//! `log`), chance comes from outside ([`Seed`], `beacon`, `parties`), and the numbers follow (here). Each file states
//! its formulas; these are the ones of the draw itself. All texts are UTF-8, all numbers big-endian, ‖ puts bytes side
//! by side, and `text` stands for its length in bytes as four bytes, then the bytes.
//!
//! - *Seed*: promised by the office, or SHA-256(label ‖ root ‖ value) of what a beacon or two parties gave.
//! - *Promise* of an own seed, published before the wishes close: SHA-256(`fotfeste-promise-1` ‖ seed), see
//!   [`Seed::promise`].
//! - *Draw key*: SHA-256(`fotfeste-draw-1` ‖ root ‖ seed). The root is in it, so that nobody can choose the input
//!   to suit a seed they know without changing all numbers.
//! - *Lottery number*: the first eight bytes of HMAC-SHA-256(draw key, text(round id) ‖ text(student id)).
//! - *Tie hash*: HMAC-SHA-256(tie key, lottery number as eight bytes ‖ offer id). The tie key is the draw key, or
//!   the text `fotfeste-ties-1` when lottery numbers are given with the input. Lower goes first, bytewise.
//! - *Salt* of a student: HMAC-SHA-256(salt of the round, `fotfeste-salt-1` ‖ student id), see [`RoundSalt`].

mod beacon;
mod commit;
mod frozen;
mod log;
mod parties;
mod proof;
mod text;
mod tree;

pub use beacon::{Beacon, BeaconError, BeaconRound, Chain};
pub use commit::{Commitment, Deviation, Drawing, Source};
pub(crate) use frozen::root_on;
pub use frozen::{Numbers, frozen_root, header, input_sha256};
pub use log::{CommitLog, Entry, Head, LogError};
pub use parties::{Fallback, Nonce, Party, Promises, RevealError, Revealed};
pub use proof::{ProofError, ProofTree, check_proof};

use crate::problem::Problem;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use thiserror::Error;

/// SHA-256 of something, or a key of that size.
pub type Hash = [u8; 32];

const PROMISE_LABEL: &[u8] = b"fotfeste-promise-1";
const DRAW_LABEL: &[u8] = b"fotfeste-draw-1";
const SALT_LABEL: &[u8] = b"fotfeste-salt-1";
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

    /// The seed that a hash is.
    fn of(hash: Sha256) -> Self {
        Self(hash.finalize().to_vec())
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

/// Where the seed of a draw comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chance {
    /// The office's own seed, promised beforehand.
    Seed(Seed),
    /// A value of a public beacon.
    Beacon(Beacon),
    /// Two parties.
    Parties(Revealed),
}

impl From<Seed> for Chance {
    fn from(seed: Seed) -> Self {
        Self::Seed(seed)
    }
}

impl Chance {
    /// The seed of a draw over this input.
    pub fn seed(&self, root: &Hash) -> Seed {
        match self {
            Self::Seed(seed) => seed.clone(),
            Self::Beacon(beacon) => beacon.seed(root),
            Self::Parties(revealed) => revealed.seed(root),
        }
    }

    /// What a commitment to it says.
    pub fn source(&self) -> Source {
        match self {
            Self::Seed(seed) => Source::Seed(seed.promise()),
            Self::Beacon(beacon) => Source::Beacon(beacon.at()),
            Self::Parties(revealed) => Source::Parties(revealed.promises()),
        }
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

/// The secret of a round from which every student's own salt comes. The office keeps it; a student gets one salt.
#[derive(Clone, PartialEq, Eq)]
pub struct RoundSalt(Hash);

impl RoundSalt {
    /// 32 bytes from the operating system.
    pub fn new(bytes: Hash) -> Self {
        Self(bytes)
    }

    /// The salt of one student: it opens no other student's leaf.
    pub fn of(&self, student_id: &str) -> Hash {
        keyed(&self.0).chain_update(SALT_LABEL).chain_update(student_id).finalize().into_bytes().into()
    }
}

impl std::fmt::Debug for RoundSalt {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("RoundSalt(kept back)")
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
