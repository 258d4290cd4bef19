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
        let start = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        &self.text[start..self.ends[at] as usize]
    }

    fn bytes(&self, at: usize) -> &[u8] {
        let start = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        &self.text.as_bytes()[start..self.ends[at] as usize]
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The numbers 0.. in bytewise order of their ids: the order of every output, whatever the order of the rows.
    pub(crate) fn sorted(&self) -> Vec<u32> {
        // Eight bytes decide nearly every comparison without a look at the text.
        let mut keyed: Vec<(u64, u32)> = (0..small(self.len())).map(|at| (head(self.get(at as usize)), at)).collect();
        keyed.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| self.get(a.1 as usize).cmp(self.get(b.1 as usize))));
        keyed.into_iter().map(|(_, at)| at).collect()
    }
}

/// The first eight bytes as a number that orders like the text; shorter ids are filled with zeros.
fn head(id: &str) -> u64 {
    let mut first = [0u8; 8];
    for (to, from) in first.iter_mut().zip(id.as_bytes()) {
        *to = *from;
    }
    u64::from_be_bytes(first)
}

/// Sizes fit 32 bits; [`crate::Problem`] refuses more before it gets here.
pub(crate) fn small(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}

/// Finds ids again. An open-addressing table over [`Ids`]; its hash is keyed by chance, so that no file can be
/// written to make it slow. The key never touches a result.
pub(crate) struct Index {
    /// The upper half of an entry is from the id's hash, so that most others are passed without a look at their text.
    table: Vec<u64>,
    key: u64,
    held: usize,
}

const EMPTY: u64 = u64::MAX;

impl Index {
    pub(crate) fn new() -> Self {
        Self { table: vec![EMPTY; 64], key: RandomState::new().hash_one(0u8) | 1, held: 0 }
    }

    pub(crate) fn find(&self, ids: &Ids, id: &str) -> Option<u32> {
        let mask = self.table.len() - 1;
        let hash = hash(self.key, id.as_bytes());
        let mut slot = hash as usize & mask;
        loop {
            match self.table[slot] {
                EMPTY => return None,
                entry if entry >> 32 == hash >> 32 && ids.bytes(number(entry)) == id.as_bytes() => {
                    return Some(entry as u32);
                }
                _ => slot = (slot + 1) & mask,
            }
        }
    }

    /// Adds an id to both; `Err` holds the number it already has.
    pub(crate) fn add(&mut self, ids: &mut Ids, id: &str) -> Result<u32, u32> {
        if let Some(at) = self.find(ids, id) {
            return Err(at);
        }
        if (self.held + 1) * 2 > self.table.len() {
            self.grow(ids);
        }
        let at = small(ids.len());
        ids.push(id);
        self.put(id, at);
        self.held += 1;
        Ok(at)
    }

    fn grow(&mut self, ids: &Ids) {
        let old = std::mem::take(&mut self.table);
        self.table = vec![EMPTY; old.len() * 4];
        for entry in old.into_iter().filter(|entry| *entry != EMPTY) {
            self.put(ids.get(number(entry)), entry as u32);
        }
    }

    fn put(&mut self, id: &str, at: u32) {
        let mask = self.table.len() - 1;
        let hash = hash(self.key, id.as_bytes());
        let mut slot = hash as usize & mask;
        while self.table[slot] != EMPTY {
            slot = (slot + 1) & mask;
        }
        self.table[slot] = hash >> 32 << 32 | u64::from(at);
    }
}

/// The lower half of an entry.
fn number(entry: u64) -> usize {
    entry as u32 as usize
}

/// Folded 64 by 64 bit products, eight bytes at a time; the last piece may overlap the one before.
fn hash(key: u64, bytes: &[u8]) -> u64 {
    const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut state = key ^ bytes.len() as u64;
    let mut rest = bytes;
    while let Some((eight, more)) = rest.split_first_chunk::<8>() {
        state = fold(state ^ u64::from_le_bytes(*eight), key ^ SPREAD);
        rest = more;
    }
    let last = match (rest.first_chunk::<4>(), rest.last_chunk::<4>(), rest) {
        (Some(first), Some(last), _) => {
            u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last))
        }
        (_, _, [first, .., last]) => u64::from(*first) << 16 | u64::from(rest[1]) << 8 | u64::from(*last),
        (_, _, [only]) => u64::from(*only),
        (_, _, []) => return fold(state, SPREAD),
    };
    fold(fold(state ^ last, key ^ SPREAD), SPREAD)
}

fn fold(a: u64, b: u64) -> u64 {
    let wide = u128::from(a) * u128::from(b);
    (wide as u64) ^ ((wide >> 64) as u64)
}
