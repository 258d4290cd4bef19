//! A Merkle tree of plain text, so that `split` and `sha256sum` can climb it. The lowest level lists the SHA-256 of
//! every leaf, a line of 64 digits each; each further level lists the SHA-256 of every 16 lines of the one below,
//! until one line is left. A leaf begins with a word that no digits can spell, so none passes for a node.

use super::Hash;
use sha2::{Digest, Sha256};

/// So many lines make one line of the next level.
pub(super) const BRANCHES: usize = 16;

/// The lines of a node as they are hashed.
pub(super) fn node(below: &[Hash]) -> Vec<u8> {
    let mut text = vec![b'\n'; below.len() * LINE];
    for (line, hash) in text.chunks_exact_mut(LINE).zip(below) {
        let written = hex::encode_to_slice(hash, &mut line[..LINE - 1]);
        assert!(written.is_ok(), "64 digits have room in 64 bytes");
    }
    text
}

const LINE: usize = 65;

/// The next level.
pub(super) fn above(level: &[Hash]) -> Vec<Hash> {
    level.chunks(BRANCHES).map(|below| Sha256::digest(node(below)).into()).collect()
}

/// The line that is left in the end; SHA-256 of nothing for a tree without leaves.
pub(super) fn top(mut level: Vec<Hash>) -> Hash {
    while level.len() > 1 {
        level = above(&level);
    }
    level.first().copied().unwrap_or_else(|| Sha256::digest([]).into())
}
