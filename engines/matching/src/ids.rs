//! Outside ids, packed: one text and the ends of its pieces, so that 300,000 ids are two allocations.

use std::hash::{BuildHasher, RandomState};

/// Ids of one kind in the order they were given.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ids {
    text: String,
    ends: Vec<u32>,
}

impl Ids {
    pub(crate) fn push(&mut self, id: &str) {
        self.text.push_str(id);
        self.ends.push(small(self.text.len()));
    }

    pub(crate) fn get(&self, at: usize) -> &str {
        &self.text[self.range(at)]
    }

    #[inline]
    pub(crate) fn bytes(&self, at: usize) -> &[u8] {
        &self.text.as_bytes()[self.range(at)]
    }

    fn last(&self) -> Option<&str> {
        (self.len() > 0).then(|| self.get(self.len() - 1))
    }

    #[inline]
    fn range(&self, at: usize) -> std::ops::Range<usize> {
        let start = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        start..self.ends[at] as usize
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The numbers 0.. in bytewise order of their ids: the order of every output, whatever the order of the rows.
    pub(crate) fn sorted(&self) -> Vec<u32> {
        // Eight bytes decide nearly every comparison without a look at the text. The sort is one that profits from
        // runs already in order: counted ids come as a few of them (9, 10, ..., 99, 100, ...).
        let mut keyed: Vec<(u64, u32)> = (0..small(self.len()))
            .map(|at| (head(self.bytes(at as usize)).swap_bytes(), at)) // the first byte highest
            .collect();
        keyed.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| self.get(a.1 as usize).cmp(self.get(b.1 as usize))));
        keyed.into_iter().map(|(_, at)| at).collect()
    }
}

/// The first eight bytes as a number, the first byte lowest; where there are fewer, the rest is zero.
#[inline(always)]
pub(crate) fn head(bytes: &[u8]) -> u64 {
    if let Some(eight) = bytes.first_chunk() {
        return u64::from_le_bytes(*eight);
    }
    // Two pieces that may overlap hold all of it, whatever its length.
    let len = bytes.len();
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        return u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << (8 * (len - 4));
    }
    let byte = |at: usize| u64::from(bytes[at]) << (8 * at);
    if len == 0 { 0 } else { byte(0) | byte(len / 2) | byte(len - 1) }
}

/// Sizes fit 32 bits; [`crate::Problem`] refuses more before it gets here.
pub(crate) fn small(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}

/// Finds ids again. An open-addressing table over [`Ids`]; its hash is keyed by chance, so that no file can be
/// written to make it slow. The chance never touches a result.
///
/// Ids that come in order, shorter ones first, cannot repeat. The table is made once it is needed: when one comes out
/// of order or is looked for.
pub(crate) struct Index {
    /// Numbers of ids; a power of two of them, at most half in use.
    slots: Vec<u32>,
    /// By number: see [`Index::key`]. As many as stand in the table.
    keys: Vec<u64>,
    chance: u64,
}

const EMPTY: u32 = u32::MAX;
const LONG: u64 = 1 << 63;
const SLOTS_MIN: usize = 64;

impl Index {
    pub(crate) fn new() -> Self {
        Self { slots: Vec::new(), keys: Vec::new(), chance: RandomState::new().hash_one(0u8) }
    }

    #[inline(always)]
    pub(crate) fn find(&mut self, ids: &Ids, id: impl AsRef<[u8]>) -> Option<u32> {
        let id = id.as_ref();
        self.complete(ids);
        self.look(ids, id, self.key(id)).ok()
    }

    /// Adds an id to both; `Err` holds the number it already has.
    pub(crate) fn add(&mut self, ids: &mut Ids, id: &str) -> Result<u32, u32> {
        let at = small(ids.len());
        if self.slots.is_empty() && ids.last().is_none_or(|last| (last.len(), last) < (id.len(), id)) {
            ids.push(id);
            return Ok(at);
        }
        self.complete(ids);
        let key = self.key(id.as_bytes());
        match self.look(ids, id.as_bytes(), key) {
            Ok(at) => Err(at),
            Err(slot) => {
                self.slots[slot] = at;
                self.keys.push(key);
                ids.push(id);
                if self.keys.len() * 2 > self.slots.len() {
                    self.make_table();
                }
                Ok(at)
            }
        }
    }

    /// Puts all ids into the table.
    #[inline]
    fn complete(&mut self, ids: &Ids) {
        if self.slots.is_empty() {
            self.keys = (0..ids.len()).map(|at| self.key(ids.bytes(at))).collect();
            self.make_table();
        }
    }

    fn make_table(&mut self) {
        let mask = (self.keys.len() * 2 + 1).next_power_of_two().max(SLOTS_MIN) - 1;
        self.slots = vec![EMPTY; mask + 1];
        for (at, key) in (0..).zip(&self.keys) {
            let mut slot = self.spread(*key) & mask;
            while self.slots[slot] != EMPTY {
                slot = (slot + 1) & mask;
            }
            self.slots[slot] = at;
        }
    }

    /// The number of an id, or the slot it would have.
    #[inline(always)]
    fn look(&self, ids: &Ids, id: &[u8], key: u64) -> Result<u32, usize> {
        let mask = self.slots.len() - 1;
        let mut slot = self.spread(key) & mask;
        loop {
            let at = self.slots[slot];
            if at == EMPTY {
                return Err(slot);
            }
            if self.keys[at as usize] == key && (key & LONG == 0 || ids.bytes(at as usize) == id) {
                return Ok(at);
            }
            slot = (slot + 1) & mask;
        }
    }

    /// All of an id of up to seven bytes, with its length; else [`LONG`] and a hash.
    #[inline(always)]
    fn key(&self, id: &[u8]) -> u64 {
        if id.len() < 8 { head(id) | (id.len() as u64) << 56 } else { self.long_key(id) }
    }

    fn long_key(&self, id: &[u8]) -> u64 {
        let (eights, _) = id.as_chunks();
        let mut state = id.len() as u64;
        for eight in eights.iter().chain(id.last_chunk()) {
            state = fold(state ^ self.chance ^ u64::from_le_bytes(*eight), SPREAD);
        }
        state | LONG
    }

    #[inline]
    fn spread(&self, key: u64) -> usize {
        fold(key ^ self.chance, SPREAD) as usize
    }
}

const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

#[inline]
fn fold(a: u64, b: u64) -> u64 {
    let wide = u128::from(a) * u128::from(b);
    (wide as u64) ^ ((wide >> 64) as u64)
}
