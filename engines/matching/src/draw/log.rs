//! The log of commitments: one for each round, and none of them can be changed or taken away unseen.
//!
//! It is a text with a line for each commitment: the SHA-256 of the line before (of its bytes with the line feed; 64
//! zeros in the first line), a tab, the moment in seconds since 1970, a tab, and the commitment. So whoever knows the
//! SHA-256 of a line knows all lines up to it. That of the last one, the *head*, is published after each commitment:
//! no chain of hashes shows by itself that its end was cut off.

use super::Hash;
use super::beacon::BeaconRound;
use super::commit::Commitment;
use sha2::{Digest, Sha256};
use thiserror::Error;

/// The commitments made so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommitLog {
    entries: Vec<Entry>,
}

/// A commitment and when it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    after: Hash,
    /// Seconds since 1970.
    pub at: u64,
    /// What was committed to.
    pub commitment: Commitment,
}

/// What is published about a log: so many entries, and the SHA-256 of the last of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// How many entries there are.
    pub entries: usize,
    /// SHA-256 of the last one's line; zeros if there is none.
    pub sha256: Hash,
}

/// Why a log is refused, or a commitment by a log. Entries count from 1.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LogError {
    /// A line is none that a log has.
    #[error("entry {entry} of the log is no commitment as it is written here, so it was changed")]
    Unreadable {
        /// Which one.
        entry: usize,
    },
    /// A line does not name the one before it.
    #[error("entry {entry} of the log does not follow the one before: {} was changed, or an entry between them was removed", before(*entry))]
    Broken {
        /// The later one of the two.
        entry: usize,
    },
    /// A round has two commitments.
    #[error(
        "the round {round:?} is committed to in entry {first} already; a round has one commitment, so that nobody can draw again until the result pleases"
    )]
    Twice {
        /// The round.
        round: String,
        /// Where its first commitment stands.
        first: usize,
    },
    /// A moment is before the one of the entry before.
    #[error("entry {entry} of the log was made before the one above it")]
    Backwards {
        /// Which one.
        entry: usize,
    },
    /// The beacon's value is known already, or too soon.
    #[error(
        "the value {round} of the beacon is known at {known_at} (seconds since 1970), which must be {earliest} or later"
    )]
    TooSoon {
        /// The round the commitment names.
        round: BeaconRound,
        /// When its value becomes known.
        known_at: u64,
        /// The first moment that is allowed.
        earliest: u64,
    },
    /// An entry that was published is not there as it was.
    #[error("entry {entry} of the log is not the one whose SHA-256 was published: it was changed or removed")]
    NotPublished {
        /// Which one.
        entry: usize,
    },
}

fn before(entry: usize) -> String {
    if entry > 1 { format!("entry {}", entry - 1) } else { "it".into() }
}

impl Entry {
    /// The line with its line feed.
    pub fn line(&self) -> String {
        format!("{}\t{}\t{}\n", hex::encode(self.after), self.at, self.commitment.text())
    }

    /// SHA-256 of the line.
    pub fn sha256(&self) -> Hash {
        Sha256::digest(self.line()).into()
    }

    fn read(line: &str) -> Option<Self> {
        let (after, rest) = line.split_once('\t')?;
        let (at, commitment) = rest.split_once('\t')?;
        let after = hex::decode(after).ok()?.try_into().ok()?;
        Some(Self { after, at: at.parse().ok()?, commitment: Commitment::read(commitment)? })
    }
}

impl CommitLog {
    /// Reads a log and checks all of it.
    ///
    /// # Errors
    /// [`LogError`] for the first entry that is not as it was written.
    pub fn read(text: &str) -> Result<Self, LogError> {
        let mut log = Self::default();
        for (entry, line) in (1..).zip(text.split_inclusive('\n')) {
            let read = line.strip_suffix('\n').and_then(Entry::read).filter(|read| read.line() == line);
            log.take(read.ok_or(LogError::Unreadable { entry })?, 0)?;
        }
        Ok(log)
    }

    /// All entries, oldest first.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The whole text.
    pub fn text(&self) -> String {
        self.entries.iter().map(Entry::line).collect()
    }

    /// What is published about the log as it stands.
    pub fn head(&self) -> Head {
        Head { entries: self.entries.len(), sha256: self.entries.last().map_or([0; 32], Entry::sha256) }
    }

    /// The commitment of a round.
    pub fn find(&self, round_id: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.commitment.round_id == round_id)
    }

    /// Whether everything up to a published head is still there as it was.
    ///
    /// # Errors
    /// [`LogError::NotPublished`], when it is not.
    pub fn continues(&self, head: &Head) -> Result<(), LogError> {
        let found = match head.entries.checked_sub(1) {
            None => Some([0; 32]),
            Some(last) => self.entries.get(last).map(Entry::sha256),
        };
        if found == Some(head.sha256) { Ok(()) } else { Err(LogError::NotPublished { entry: head.entries }) }
    }

    /// Adds a commitment made at a moment (seconds since 1970). A value of the beacon that it waits for must become
    /// known `lead_s` seconds later or still later, and never at once.
    ///
    /// # Errors
    /// [`LogError`] for a round that has a commitment, a value that is known too soon, and a moment before the last.
    pub fn commit(&mut self, commitment: Commitment, at: u64, lead_s: u64) -> Result<&Entry, LogError> {
        self.take(Entry { after: self.head().sha256, at, commitment }, lead_s)
    }

    fn take(&mut self, new: Entry, lead_s: u64) -> Result<&Entry, LogError> {
        let entry = self.entries.len() + 1;
        if new.after != self.head().sha256 {
            return Err(LogError::Broken { entry });
        }
        let round = &new.commitment.round_id;
        if let Some(first) = self.entries.iter().position(|known| known.commitment.round_id == *round) {
            return Err(LogError::Twice { round: round.clone(), first: first + 1 });
        }
        if self.entries.last().is_some_and(|last| last.at > new.at) {
            return Err(LogError::Backwards { entry });
        }
        if let Some(round) = new.commitment.source.waits_for() {
            let (known_at, earliest) = (round.known_at(), new.at.saturating_add(lead_s.max(1)));
            if known_at < earliest {
                return Err(LogError::TooSoon { round, known_at, earliest });
            }
        }
        self.entries.push(new);
        Ok(&self.entries[entry - 1])
    }
}
