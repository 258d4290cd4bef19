//! The certificate: one JSON file that says how an allocation was made and holds the prices that prove it.
//!
//! Its last member is `fingerprint`, the SHA-256 of every byte of the file before the comma in front of it, so that
//! no byte can be changed unnoticed. Everything else in it is a claim that [`crate::check`] proves or refuses.

use crate::{Refusal, claim};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The only value of `format`.
pub const FORMAT: &str = "fotfeste-certificate-1";

/// What the file says. Unknown members are refused: a statement nobody checks has no place here.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    /// [`FORMAT`]
    pub format: String,
    /// The version of the engine that wrote it; said, not proven.
    pub engine_version: String,
    /// How students were placed.
    pub mechanism: Mechanism,
    /// What ranks 1, 2, 3, ... cost; goes on in its last step.
    pub cost_table: Vec<u32>,
    /// No wish with more minutes of travel is considered.
    pub travel_limit: Option<u16>,
    /// Lists with fewer considered wishes are completed by rule.
    pub complete_lists: Option<u16>,
    /// Goes into every drawn number.
    pub round_id: String,
    /// In hexadecimal, if lottery numbers were drawn; none if they came with the input.
    pub seed: Option<String>,
    /// Groups that share a site, and which; their seats are taken before the mechanism.
    pub groups: BTreeMap<String, String>,
    /// The root of the frozen input.
    pub input_sha256: String,
    /// SHA-256 of the bytes of `allocation.csv`.
    pub allocation_sha256: String,
    /// The mechanism's objectives in order, each with the prices that prove it.
    pub stages: Vec<Stage>,
    /// See above.
    pub fingerprint: String,
}

/// How students are placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the mechanisms are described in docs/allocation.md")]
pub enum Mechanism {
    Lottery,
    Priority,
    MinCost,
    RankMax,
    GreedyMax,
    Generous,
}

impl Mechanism {
    /// The name used in files.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Lottery => "lottery",
            Self::Priority => "priority",
            Self::MinCost => "mincost",
            Self::RankMax => "rankmax",
            Self::GreedyMax => "greedymax",
            Self::Generous => "generous",
        }
    }
}

/// One objective and its prices. Capacities that are not named have the price 0.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// `placed`, `rank_cost`, `up_to_rank_3`, `from_rank_7`, ...
    pub name: String,
    /// By `place_id`.
    pub places: BTreeMap<String, i64>,
    /// By `host_id`.
    pub hosts: BTreeMap<String, i64>,
}

impl Certificate {
    /// Reads the file and checks that it is whole.
    ///
    /// # Errors
    /// Unreadable when it is no certificate, broken when its fingerprint is not that of its bytes.
    pub fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        let unreadable = |why: String| Refusal::Unreadable(format!("certificate: {why}"));
        let text = std::str::from_utf8(bytes).map_err(|why| unreadable(why.to_string()))?;
        let says: Self = serde_json::from_str(text).map_err(|why| unreadable(why.to_string()))?;
        if says.format != FORMAT {
            return Err(unreadable(format!("its format is {:?}, this checker knows {FORMAT}", says.format)));
        }
        let ending = format!(",\n  \"fingerprint\": \"{}\"\n}}\n", says.fingerprint);
        let whole = text.strip_suffix(&ending).map(|body| hex::encode(Sha256::digest(body)));
        claim(whole.as_ref() == Some(&says.fingerprint), "certificate", || {
            format!("its fingerprint is {}, its bytes give {whole:?}", says.fingerprint)
        })?;
        Ok(says)
    }

    /// What one student at a rank costs.
    pub(crate) fn cost_of(&self, rank: u16) -> i128 {
        let entry = |at: usize| self.cost_table.get(at).map_or(0, |cost| i128::from(*cost));
        let (len, at) = (self.cost_table.len(), usize::from(rank) - 1);
        if at < len {
            return entry(at);
        }
        let before = if len > 1 { entry(len - 2) } else { 0 };
        let last = if len > 0 { entry(len - 1) } else { 0 };
        last + (last - before) * (at + 1 - len) as i128
    }
}
