//! A student's proof that the own wishes are in the root, as a text that `sha256sum` can check.
//!
//! The text has parts with an empty line between them: the student's leaf; for each level of the tree from below the
//! sixteen lines (fewer at the end of a level) one of which is the SHA-256 of the part before; and the three lines
//! of the root, one of which is the SHA-256 of the last part before it. The root is the SHA-256 of the last part.

use super::frozen::{Leaves, root_text};
use super::text::Text;
use super::tree::{self, BRANCHES};
use super::{Hash, Numbers, RoundSalt};
use crate::problem::{Problem, Student};
use sha2::{Digest, Sha256};
use thiserror::Error;

/// The whole tree over one frozen input: proofs for everybody.
pub struct ProofTree<'a> {
    leaves: Leaves<'a>,
    /// By student, the place of the leaf in the lowest level.
    place: Vec<u32>,
    /// From the leaves upwards; the last has one line.
    levels: Vec<Vec<Hash>>,
    root: String,
}

impl<'a> ProofTree<'a> {
    /// The tree whose root is [`super::frozen_root`] of the same.
    pub fn new(problem: &'a Problem, numbers: Numbers, salt: Option<&'a RoundSalt>) -> Self {
        let leaves = Leaves::new(problem, numbers, salt);
        let mut place = vec![0; problem.students()];
        for (at, student) in (0..).zip(problem.student_ids.sorted()) {
            place[student as usize] = at;
        }
        let mut levels = vec![leaves.hashes(crate::Threads::default())];
        while let Some(level) = levels.last().filter(|level| level.len() > 1) {
            levels.push(tree::above(level));
        }
        let top = tree::top(levels.last().cloned().unwrap_or_default());
        let root = root_text(&super::frozen::header_sha256(problem, numbers), problem.students(), &top);
        Self { leaves, place, levels, root }
    }

    /// The root.
    pub fn root(&self) -> Hash {
        Sha256::digest(&self.root).into()
    }

    /// The proof for one student. It holds the student's own salt and nobody else's.
    pub fn proof(&self, student: Student) -> String {
        let mut leaf = Text::default();
        self.leaves.write(student, &mut leaf);
        let mut parts = vec![String::from_utf8_lossy(leaf.bytes()).into_owned()];
        let mut at = self.place[student.index()] as usize;
        for level in self.levels.iter().take(self.levels.len() - 1) {
            let start = at / BRANCHES * BRANCHES;
            let node = tree::node(&level[start..level.len().min(start + BRANCHES)]);
            parts.push(String::from_utf8_lossy(&node).into_owned());
            at /= BRANCHES;
        }
        parts.push(self.root.clone());
        parts.join("\n")
    }
}

/// Why a text proves nothing.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ProofError {
    /// It has not the parts of a proof.
    #[error("part {part} is not what a proof has there: {why}")]
    Shape {
        /// Which part, from 1.
        part: usize,
        /// What is wrong.
        why: &'static str,
    },
    /// A part is not in the one after it.
    #[error("the SHA-256 of part {part} is not in part {}", part + 1)]
    Broken {
        /// Which part, from 1.
        part: usize,
    },
    /// The proof is for another root.
    #[error("the proof leads to another root: {0}")]
    OtherRoot(String),
}

/// Checks a proof and returns the student's leaf, every line of which is then known to be in the frozen input.
///
/// # Errors
/// [`ProofError`]; a changed byte anywhere in the text is one.
pub fn check_proof<'a>(proof: &'a str, root: &Hash) -> Result<&'a str, ProofError> {
    let shape = |part, why| ProofError::Shape { part, why };
    let parts = parts(proof);
    let [leaf, nodes @ .., last] = &parts[..] else { return Err(shape(1, "it is the only one")) };
    if !leaf.starts_with("student\t") {
        return Err(shape(1, "a leaf begins with the student"));
    }
    let Some((students, top)) = read_root(last) else {
        return Err(shape(parts.len(), "it holds header, students and top"));
    };
    if nodes.len() != depth(students) {
        return Err(shape(2, "there are not as many levels as so many students have"));
    }
    let mut below = sha256(leaf);
    for (part, node) in (1..).zip(nodes) {
        if node.lines().count() > BRANCHES {
            return Err(shape(part + 1, "it has more than sixteen lines"));
        }
        if !node.lines().any(|line| line == below) {
            return Err(ProofError::Broken { part });
        }
        below = sha256(node);
    }
    if below != top {
        return Err(ProofError::Broken { part: parts.len() - 1 });
    }
    match sha256(last) {
        found if found == hex::encode(root) => Ok(leaf),
        found => Err(ProofError::OtherRoot(found)),
    }
}

/// Each part with the line feed at its end.
fn parts(proof: &str) -> Vec<&str> {
    let (mut parts, mut rest) = (Vec::new(), proof);
    while let Some(end) = rest.find("\n\n") {
        parts.push(&rest[..=end]);
        rest = &rest[end + 2..];
    }
    parts.push(rest);
    parts
}

/// The number of students and the top, if the text is exactly that of a root.
fn read_root(text: &str) -> Option<(usize, String)> {
    let mut lines = text.lines().skip(1);
    let header = lines.next()?.strip_prefix("header\t")?;
    let students = lines.next()?.strip_prefix("students\t")?.parse().ok()?;
    let top = lines.next()?.strip_prefix("top\t")?;
    let hash = |digits| hex::decode(digits).ok()?.try_into().ok();
    (root_text(&hash(header)?, students, &hash(top)?) == text).then(|| (students, top.to_owned()))
}

/// How many levels of nodes stand over so many leaves.
fn depth(leaves: usize) -> usize {
    std::iter::successors(Some(leaves), |level| Some(level.div_ceil(BRANCHES))).take_while(|level| *level > 1).count()
}

fn sha256(part: &str) -> String {
    hex::encode(Sha256::digest(part))
}
