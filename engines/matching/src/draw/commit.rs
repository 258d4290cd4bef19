//! What the office binds itself to before the draw: which input, which rules, and where chance will come from.
//!
//! A commitment is one line of text, its parts separated by tabs, each a word, a space and a value:
//!
//! ```text
//! fotfeste-commitment-1  round spring  root 64 digits  engine 0.1.0  mechanism mincost  cost 1,2,3  beacon quicknet 12345
//! ```
//!
//! After `engine` may stand `program` and the SHA-256 of the program itself. The last parts say where chance comes
//! from: `beacon`, a chain and a round; or `seed` and its promise; or `office` and `union` with their promises and
//! `default value` with 64 digits or `default beacon` with a chain and a round. The SHA-256 of a commitment is over
//! this line with a line feed at its end.

use super::beacon::{BeaconRound, Chain};
use super::parties::{Fallback, Promises};
use super::text::{self, Text};
use super::{Chance, Hash};
use crate::{CostTable, Mechanism};
use sha2::{Digest, Sha256};
use std::fmt;
use thiserror::Error;

const LABEL: &str = "fotfeste-commitment-1";

/// What one round is bound to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// The round's name, which goes into every lottery number.
    pub round_id: String,
    /// See [`super::frozen_root`].
    pub root: Hash,
    /// [`crate::ENGINE_VERSION`] of the program that will draw.
    pub engine: String,
    /// SHA-256 of that program's file, for those who want the very same. A rebuilt one gives the same result.
    pub program: Option<Hash>,
    /// How students will be placed.
    pub mechanism: Mechanism,
    /// What each rank costs.
    pub cost: CostTable,
    /// Where chance will come from.
    pub source: Source,
}

/// Where chance will come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A value of a public beacon that is not known yet.
    Beacon(BeaconRound),
    /// The office's own seed, of which this is the promise.
    Seed(Hash),
    /// Two parties, each with a nonce.
    Parties(Promises),
}

impl fmt::Display for Source {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Beacon(round) => write!(out, "beacon {round}"),
            Self::Seed(promise) => write!(out, "seed {}", hex::encode(promise)),
            Self::Parties(Promises { office, union, default }) => {
                write!(out, "office {}\tunion {}\tdefault ", hex::encode(office), hex::encode(union))?;
                match default {
                    Fallback::Value(value) => write!(out, "value {}", hex::encode(value)),
                    Fallback::Beacon(round) => write!(out, "beacon {round}"),
                }
            }
        }
    }
}

impl Source {
    /// The beacon's round it waits for, if any.
    pub fn waits_for(&self) -> Option<BeaconRound> {
        match self {
            Self::Beacon(round) | Self::Parties(Promises { default: Fallback::Beacon(round), .. }) => Some(*round),
            Self::Seed(_) | Self::Parties(_) => None,
        }
    }

    fn read(parts: &[&str]) -> Option<Self> {
        match parts {
            [one] => match one.split_once(' ')? {
                ("beacon", round) => Some(Self::Beacon(beacon_round(round)?)),
                ("seed", promise) => Some(Self::Seed(hash(promise)?)),
                _ => None,
            },
            [office, union, default] => {
                let office = hash(office.strip_prefix("office ")?)?;
                let union = hash(union.strip_prefix("union ")?)?;
                let default = match default.strip_prefix("default ")?.split_once(' ')? {
                    ("value", value) => Fallback::Value(hash(value)?),
                    ("beacon", round) => Fallback::Beacon(beacon_round(round)?),
                    _ => return None,
                };
                Some(Self::Parties(Promises { office, union, default }))
            }
            _ => None,
        }
    }
}

/// A draw that is not the one committed to.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("the commitment of this round says {part} {committed}, the draw has {found}")]
pub struct Deviation {
    /// The part of the commitment.
    pub part: &'static str,
    /// What it says.
    pub committed: String,
    /// What the draw has.
    pub found: String,
}

/// A draw, as far as a commitment speaks of it.
#[derive(Clone, Copy, Debug)]
pub struct Drawing<'a> {
    /// The round's name.
    pub round_id: &'a str,
    /// Of the input.
    pub root: &'a Hash,
    /// Of the program that draws.
    pub engine: &'a str,
    /// How students are placed.
    pub mechanism: Mechanism,
    /// What each rank costs.
    pub cost: &'a CostTable,
    /// Where the seed comes from.
    pub chance: &'a Chance,
}

impl Commitment {
    /// The line, without the line feed.
    pub fn text(&self) -> String {
        let mut round = Text::default();
        round.text(&self.round_id);
        let program = self.program.map_or(String::new(), |program| format!("\tprogram {}", hex::encode(program)));
        format!(
            "{LABEL}\tround {}\troot {}\tengine {}{program}\tmechanism {}\tcost {}\t{}",
            String::from_utf8_lossy(round.bytes()),
            hex::encode(self.root),
            self.engine,
            self.mechanism.name(),
            cost_text(&self.cost),
            self.source
        )
    }

    /// SHA-256 of the line with its line feed.
    pub fn sha256(&self) -> Hash {
        Sha256::digest(self.text() + "\n").into()
    }

    /// Reads a line. Only the very bytes that [`Commitment::text`] writes are read.
    pub fn read(line: &str) -> Option<Self> {
        let parts: Vec<&str> = line.split('\t').collect();
        let [LABEL, round, root, engine, rest @ ..] = &parts[..] else { return None };
        let (program, rest) = match rest {
            [program, rest @ ..] if program.starts_with("program ") => (Some(hash(&program[8..])?), rest),
            rest => (None, rest),
        };
        let [mechanism, cost, source @ ..] = rest else { return None };
        let named = mechanism.strip_prefix("mechanism ")?;
        let commitment = Self {
            round_id: text::read(round.strip_prefix("round ")?)?,
            root: hash(root.strip_prefix("root ")?)?,
            engine: engine.strip_prefix("engine ")?.into(),
            program,
            mechanism: Mechanism::NAMES.iter().find(|(name, _)| *name == named)?.1,
            cost: CostTable::parse(cost.strip_prefix("cost ")?).ok()?,
            source: Source::read(source)?,
        };
        (commitment.text() == line).then_some(commitment)
    }

    /// Whether a draw is the one committed to.
    ///
    /// # Errors
    /// [`Deviation`], the first part that is not.
    pub fn check(&self, draw: &Drawing<'_>) -> Result<(), Deviation> {
        let same = |part, committed: String, found: String| match committed == found {
            true => Ok(()),
            false => Err(Deviation { part, committed, found }),
        };
        same("round", self.round_id.clone(), draw.round_id.into())?;
        same("root", hex::encode(self.root), hex::encode(draw.root))?;
        same("engine", self.engine.clone(), draw.engine.into())?;
        same("mechanism", self.mechanism.name().into(), draw.mechanism.name().into())?;
        same("cost", cost_text(&self.cost), cost_text(draw.cost))?;
        same("chance from", self.source.to_string(), draw.chance.source().to_string())
    }
}

fn cost_text(cost: &CostTable) -> String {
    let entries: Vec<String> = cost.entries().iter().map(u32::to_string).collect();
    entries.join(",")
}

/// A chain and a round as [`BeaconRound`] writes them.
fn beacon_round(text: &str) -> Option<BeaconRound> {
    let (chain, round) = text.split_once(' ')?;
    Some(BeaconRound { chain: Chain::find(chain)?, round: round.parse().ok()? })
}

fn hash(digits: &str) -> Option<Hash> {
    hex::decode(digits).ok()?.try_into().ok()
}
