//! Chance without a beacon: two parties that do not trust each other, such as the office and the student union.
//!
//! 1. Each takes 32 bytes from its operating system, its *nonce*, and gives away
//!    SHA-256(`fotfeste-nonce-1` ‖ party ‖ nonce), its promise. Both promises stand in the commitment, together with
//!    a default. The party's name is in it, so that nobody can pass off the other's promise as an own one.
//! 2. When both promises are published, both nonces are. One honest party is enough: whatever the other chose, it
//!    chose it without knowing this one.
//! 3. Who does not reveal loses its turn: its nonce becomes
//!    SHA-256(`fotfeste-default-1` ‖ party ‖ default value).
//! 4. The seed is SHA-256(`fotfeste-parties-1` ‖ root ‖ nonce of the office XOR nonce of the union).
//!
//! Who reveals last sees both results that it can still choose from, its own nonce or the default. No such protocol
//! can do without that; a round of a public beacon as the default, known only after the last day for revealing,
//! takes it away, because then the second of the two results is not known yet.

use super::beacon::{Beacon, BeaconRound};
use super::{Hash, Seed};
use sha2::{Digest, Sha256};
use std::fmt;
use thiserror::Error;

const NONCE_LABEL: &[u8] = b"fotfeste-nonce-1";
const DEFAULT_LABEL: &[u8] = b"fotfeste-default-1";
const PARTIES_LABEL: &[u8] = b"fotfeste-parties-1";

/// One of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Party {
    /// Who runs the draw.
    Office,
    /// Who speaks for those that are drawn.
    Union,
}

impl Party {
    /// As it stands in promises and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Union => "union",
        }
    }
}

impl fmt::Display for Party {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}

/// What a party keeps to itself until both have promised.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Nonce(Hash);

impl Nonce {
    /// 32 bytes from the operating system.
    pub fn new(bytes: Hash) -> Self {
        Self(bytes)
    }

    /// What the party gives away first.
    pub fn promise(&self, party: Party) -> Hash {
        labelled(NONCE_LABEL, party, &self.0)
    }
}

impl fmt::Debug for Nonce {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Nonce(kept back)")
    }
}

/// What stands in for a nonce that is not revealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fallback {
    /// A value that was named beforehand.
    Value(Hash),
    /// The randomness of a beacon's round after the last day for revealing.
    Beacon(BeaconRound),
}

/// What both parties promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Promises {
    /// [`Nonce::promise`] of the office.
    pub office: Hash,
    /// [`Nonce::promise`] of the union.
    pub union: Hash,
    /// For who loses its turn.
    pub default: Fallback,
}

/// Why nonces are not what was promised.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RevealError {
    /// A nonce is not the promised one.
    #[error("the nonce of the {0} is not the one it promised")]
    NotPromised(Party),
    /// Somebody lost its turn, and the round of the beacon that is the default is missing.
    #[error("the {party} revealed nothing, so the value of the beacon's round {round} is needed")]
    NeedsBeacon {
        /// Who lost its turn.
        party: Party,
        /// The round the commitment names.
        round: BeaconRound,
    },
    /// The value is of another round than the commitment names.
    #[error("the commitment names the beacon's round {committed}; the value is of round {given}")]
    OtherRound {
        /// What the commitment names.
        committed: BeaconRound,
        /// What was given.
        given: BeaconRound,
    },
}

/// Both nonces, each revealed as promised or replaced by the default.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revealed {
    promises: Promises,
    both: Hash,
}

impl Promises {
    /// What follows from the nonces that were revealed. `beacon` is needed only where somebody lost its turn and a
    /// round of the beacon is the default.
    ///
    /// # Errors
    /// [`RevealError`], when a nonce or a value is not the one the commitment names.
    pub fn reveal(
        &self,
        office: Option<Nonce>,
        union: Option<Nonce>,
        beacon: Option<&Beacon>,
    ) -> Result<Revealed, RevealError> {
        let turn = |party, promise: &Hash, nonce: Option<Nonce>| match nonce {
            Some(nonce) if nonce.promise(party) == *promise => Ok(nonce.0),
            Some(_) => Err(RevealError::NotPromised(party)),
            None => Ok(labelled(DEFAULT_LABEL, party, self.instead(party, beacon)?)),
        };
        let mut both = turn(Party::Office, &self.office, office)?;
        let other = turn(Party::Union, &self.union, union)?;
        both.iter_mut().zip(other).for_each(|(byte, other)| *byte ^= other);
        Ok(Revealed { promises: *self, both })
    }

    fn instead<'a>(&'a self, party: Party, beacon: Option<&'a Beacon>) -> Result<&'a Hash, RevealError> {
        match (&self.default, beacon) {
            (Fallback::Value(value), _) => Ok(value),
            (Fallback::Beacon(round), Some(beacon)) if beacon.at() == *round => Ok(beacon.value()),
            (Fallback::Beacon(round), Some(beacon)) => {
                Err(RevealError::OtherRound { committed: *round, given: beacon.at() })
            }
            (Fallback::Beacon(round), None) => Err(RevealError::NeedsBeacon { party, round: *round }),
        }
    }
}

impl Revealed {
    /// What was promised.
    pub fn promises(&self) -> Promises {
        self.promises
    }

    /// SHA-256(`fotfeste-parties-1` ‖ root ‖ both nonces by XOR).
    pub fn seed(&self, root: &Hash) -> Seed {
        Seed::of(Sha256::new().chain_update(PARTIES_LABEL).chain_update(root).chain_update(self.both))
    }
}

fn labelled(label: &[u8], party: Party, value: &Hash) -> Hash {
    Sha256::new().chain_update(label).chain_update(party.name()).chain_update(value).finalize().into()
}
