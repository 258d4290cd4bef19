//! Checks an allocation against its input and its certificate. It shares no code with the engine that made them, and
//! is meant to be read by somebody who does not trust it: this page says what is claimed, and each file proves a part.
//!
//! 1. [`certificate`]: the file is whole (its fingerprint), and which statement it makes.
//! 2. [`input`]: the four files as plain lists. `rules`: which wishes count. `draw`: all this is what was frozen, and
//!    the lottery numbers follow from it. [`chance`]: the seed is the one the office was bound to.
//! 3. `seats`: the allocation gives each student at most one place, from the own list, and keeps every capacity.
//! 4. What the mechanism promises:
//!    - `prices`: the optimisers' objectives, from the certificate's prices;
//!    - `order`: among all that are as good, the draw decides; this alone is the whole of `lottery`;
//!    - `priority`: nobody is passed over, and nobody can do better than that allows.
//!
//! [`check`] stops at the first claim that is broken.

pub mod certificate;
pub mod chance;
mod draw;
pub mod input;
mod order;
mod prices;
mod priority;
mod rules;
mod seats;

use certificate::{Certificate, Mechanism};
use chance::Evidence;
use input::{Files, Town};
use seats::Seats;

/// Why the answer is not "true".
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A file is not what its format says, so nothing could be checked.
    #[error("unreadable: {0}")]
    Unreadable(String),
    /// A claim does not hold.
    #[error("refused: {claim}: {because}")]
    Broken {
        /// The claim, in the words of [`check`]'s answer.
        claim: &'static str,
        /// Where it breaks.
        because: String,
    },
}

/// The first broken claim, or all that was proven, a line each. Where the seed comes from is proven with evidence,
/// else only said.
///
/// # Errors
/// [`Refusal::Unreadable`] or [`Refusal::Broken`].
pub fn check(
    files: Files<'_>,
    allocation: &[u8],
    certificate: &[u8],
    evidence: Option<&Evidence<'_>>,
) -> Result<Vec<String>, Refusal> {
    let says = Certificate::read(certificate)?;
    let mut town = Town::read(files, says.seed.is_some())?;
    let mut proven = vec![format!("certificate: whole, fingerprint {}", says.fingerprint)];
    rules::apply(&mut town, files, &says)?;
    let ties = draw::check(&mut town, &says, &mut proven)?;
    match evidence {
        Some(evidence) => chance::check(evidence, &says, &mut proven)?,
        None if says.seed.is_some() => {
            proven.push("chance: no log was given, so where the seed comes from is said, not proven".into());
        }
        None => {}
    }
    rules::complete(&mut town, &says, &mut proven)?;
    rules::groups(&mut town, &says, &mut proven)?;
    let seats = Seats::check(&town, allocation, &says, &mut proven)?;
    match says.mechanism {
        Mechanism::Priority => priority::check(&town, &seats, &ties, &mut proven)?,
        Mechanism::Lottery | Mechanism::MinCost | Mechanism::RankMax | Mechanism::GreedyMax | Mechanism::Generous => {
            let best = prices::check(&town, &seats, &says, &mut proven)?;
            order::check(&town, &seats, &best, &ties, &mut proven)?;
        }
    }
    Ok(proven)
}

/// Breaks a claim unless it holds.
fn claim(holds: bool, claim: &'static str, because: impl FnOnce() -> String) -> Result<(), Refusal> {
    if holds { Ok(()) } else { Err(Refusal::Broken { claim, because: because() }) }
}
