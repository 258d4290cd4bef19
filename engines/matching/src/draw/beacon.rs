//! Chance from a public beacon: what nobody knows before a moment everybody knows.
//!
//! drand is a network of organisations that together sign a running number every few seconds. The signature is one
//! that only all of them can make, and there is only one for each number; its SHA-256 is the randomness. So anyone
//! can check a value without the network, with the public key alone. A [`Beacon`] that exists was checked.

use super::{Hash, Seed};
use drand_verify::{G1Pubkey, G2PubkeyRfc, Pubkey};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::fmt;
use thiserror::Error;

const BEACON_LABEL: &[u8] = b"fotfeste-beacon-1";

/// A chain of the network, with the public key its values are checked with.
///
/// Keys, first moments and intervals are those the network publishes at `https://api.drand.sh/<hash>/info`. They
/// need not be believed: the hash, which is the chain's name, is SHA-256 over them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chain {
    /// A value every 3 seconds since 23 August 2023, each signed by itself.
    Quicknet,
    /// A value every 30 seconds since 22 July 2020, each signed together with the one before it.
    Default,
}

impl Chain {
    /// Every chain, by the name the network gives it.
    pub const NAMES: &[(&str, Self)] = &[("quicknet", Self::Quicknet), ("default", Self::Default)];

    /// The chain of a name or a hash.
    pub fn find(name: &str) -> Option<Self> {
        Self::NAMES.iter().map(|(_, chain)| *chain).find(|chain| chain.name() == name || chain.hash() == name)
    }

    /// The name the network gives it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Quicknet => "quicknet",
            Self::Default => "default",
        }
    }

    /// Its hash, by which the network's servers know it.
    pub fn hash(self) -> &'static str {
        match self {
            Self::Quicknet => "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971",
            Self::Default => "8990e7a9aaed2ffed73dbd7092123d6f289930540d7651336225dc172e51b2ce",
        }
    }

    /// The public key, compressed, in hexadecimal.
    pub fn public_key(self) -> &'static str {
        match self {
            Self::Quicknet => concat!(
                "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451",
                "0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a"
            ),
            Self::Default => {
                "868f005eb8e6e4ca0a47c8a77ceaa5309a47978a7c71bc5cce96366b5d7a569937c529eeda66c7293784a9402801af31"
            }
        }
    }

    /// The moment of round 1, in seconds since 1970.
    pub fn first_at(self) -> u64 {
        match self {
            Self::Quicknet => 1_692_803_367,
            Self::Default => 1_595_431_050,
        }
    }

    /// Seconds from one round to the next.
    pub fn every(self) -> u64 {
        match self {
            Self::Quicknet => 3,
            Self::Default => 30,
        }
    }

    fn signed(self, round: u64, previous: &[u8], signature: &[u8]) -> bool {
        let key = hex::decode(self.public_key()).unwrap_or_default();
        let good = match self {
            Self::Quicknet => G2PubkeyRfc::from_variable(&key).map(|key| key.verify(round, previous, signature)),
            Self::Default => G1Pubkey::from_variable(&key).map(|key| key.verify(round, previous, signature)),
        };
        matches!(good, Ok(Ok(true)))
    }
}

/// One value that is or will be: what a commitment names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BeaconRound {
    /// The chain.
    pub chain: Chain,
    /// Counted from 1.
    pub round: u64,
}

impl BeaconRound {
    /// When the value becomes known, in seconds since 1970.
    pub fn known_at(self) -> u64 {
        let Self { chain, round } = self;
        chain.first_at().saturating_add(chain.every().saturating_mul(round.saturating_sub(1)))
    }

    /// The first value of a chain that becomes known at a moment or later.
    pub fn from(chain: Chain, moment: u64) -> Self {
        Self { chain, round: moment.saturating_sub(chain.first_at()).div_ceil(chain.every()) + 1 }
    }
}

impl fmt::Display for BeaconRound {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}", self.chain.name(), self.round)
    }
}

/// A value of the beacon whose signature is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beacon {
    at: BeaconRound,
    value: Hash,
}

/// Why a file is no value of the beacon.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum BeaconError {
    /// It is no JSON object with the parts of a value.
    #[error("this is no value of the beacon: {0}")]
    Unreadable(String),
    /// Neither the file nor the caller says which chain it is of.
    #[error("the file does not say which chain it is of: name it (quicknet or default), or add its chain_hash")]
    NoChain,
    /// The chain is none that this version knows.
    #[error("the chain {0} is not known; known are quicknet and default")]
    UnknownChain(String),
    /// The file is of another chain than the caller says.
    #[error("the file is of the chain {file}, not of {asked}")]
    OtherChain {
        /// What the file says.
        file: &'static str,
        /// What the caller says.
        asked: &'static str,
    },
    /// A part is not the hexadecimal digits it should be.
    #[error("{part} must be {bytes} bytes in hexadecimal digits")]
    Part {
        /// The part.
        part: &'static str,
        /// How long it should be.
        bytes: usize,
    },
    /// The signature is not the network's for this round.
    #[error("the signature is not the one of round {round} of the chain {chain}")]
    Signature {
        /// The round.
        round: u64,
        /// The chain.
        chain: &'static str,
    },
    /// The randomness does not follow from the signature.
    #[error("the randomness is not the SHA-256 of the signature")]
    Randomness,
}

/// A value as the network's servers give it; some add more, which is not needed.
#[derive(Deserialize)]
struct Published {
    round: u64,
    signature: String,
    randomness: String,
    previous_signature: Option<String>,
    chain_hash: Option<String>,
}

impl Beacon {
    /// Reads and checks a value: JSON as `https://api.drand.sh/<hash>/public/<round>` gives it. The chain is the one
    /// in `chain_hash`, if the file has it, or the one given here.
    ///
    /// # Errors
    /// [`BeaconError`], when anything does not fit.
    pub fn read(json: &[u8], chain: Option<Chain>) -> Result<Self, BeaconError> {
        let published: Published =
            serde_json::from_slice(json).map_err(|why| BeaconError::Unreadable(why.to_string()))?;
        let named = |name: String| Chain::find(&name).ok_or(BeaconError::UnknownChain(name));
        let chain = match (published.chain_hash.map(named).transpose()?, chain) {
            (Some(file), Some(asked)) if file != asked => {
                return Err(BeaconError::OtherChain { file: file.name(), asked: asked.name() });
            }
            (file, asked) => file.or(asked).ok_or(BeaconError::NoChain)?,
        };
        let (signed, previous) = match chain {
            Chain::Quicknet => (48, Vec::new()),
            Chain::Default if published.round == 1 => {
                (96, bytes("previous_signature", 32, published.previous_signature)?)
            }
            Chain::Default => (96, bytes("previous_signature", 96, published.previous_signature)?),
        };
        let signature = bytes("signature", signed, Some(published.signature))?;
        let randomness = bytes("randomness", 32, Some(published.randomness))?;
        if !chain.signed(published.round, &previous, &signature) {
            return Err(BeaconError::Signature { round: published.round, chain: chain.name() });
        }
        let value: Hash = Sha256::digest(&signature).into();
        if randomness != value {
            return Err(BeaconError::Randomness);
        }
        Ok(Self { at: BeaconRound { chain, round: published.round }, value })
    }

    /// Which value it is.
    pub fn at(&self) -> BeaconRound {
        self.at
    }

    /// The randomness.
    pub fn value(&self) -> &Hash {
        &self.value
    }

    /// SHA-256(`fotfeste-beacon-1` ‖ root ‖ randomness).
    pub fn seed(&self, root: &Hash) -> Seed {
        Seed::of(Sha256::new().chain_update(BEACON_LABEL).chain_update(root).chain_update(self.value))
    }
}

fn bytes(part: &'static str, bytes: usize, digits: Option<String>) -> Result<Vec<u8>, BeaconError> {
    let read = digits.and_then(|digits| hex::decode(digits).ok()).filter(|read| read.len() == bytes);
    read.ok_or(BeaconError::Part { part, bytes })
}
