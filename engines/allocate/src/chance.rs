//! Where the seed of a draw comes from, and whether that is what the office committed to.

use crate::Rules;
use matching::draw::{Beacon, Chain, Chance, CommitLog, Commitment, Drawing, Hash, Head, Nonce, RoundSalt, Source};
use matching::files::{Frozen, RunOptions};
use matching::{ENGINE_VERSION, Seed};
use std::fs;
use std::path::{Path, PathBuf};

/// At most one of a seed, a beacon's value and two nonces; without any of them the lottery column counts.
#[derive(clap::Args, Clone, Debug)]
pub(crate) struct ChanceFrom {
    /// Draw lottery numbers from this seed and the input, instead of taking the lottery column
    #[arg(long, value_name = "HEX", value_parser = Seed::from_hex, conflicts_with_all = ["beacon", "office_nonce", "union_nonce"])]
    seed: Option<Seed>,
    /// Draw them from this value of the public beacon drand (JSON as its servers give it)
    #[arg(long, value_name = "FILE")]
    beacon: Option<PathBuf>,
    /// Which of drand's chains the value is of, if the file does not say: quicknet, default, or its hash
    #[arg(long, value_name = "NAME", value_parser = chain, requires = "beacon")]
    chain: Option<Chain>,
    /// Draw them from two parties' nonces: the office's
    #[arg(long, value_name = "HEX", value_parser = nonce, requires = "log")]
    office_nonce: Option<Nonce>,
    /// Draw them from two parties' nonces: the student union's
    #[arg(long, value_name = "HEX", value_parser = nonce, requires = "log")]
    union_nonce: Option<Nonce>,
    /// Refuse to draw anything but what this log says the round is committed to
    #[arg(long, value_name = "FILE", requires = "round")]
    log: Option<PathBuf>,
    /// The number and the SHA-256 of an entry of the log that was published
    #[arg(long, value_name = "N:HEX", value_parser = head, requires = "log")]
    head: Option<Head>,
}

impl ChanceFrom {
    /// What to draw from, and the commitment that it has to keep.
    pub(crate) fn of(&self, rules: &Rules) -> Result<(Option<Chance>, Option<Commitment>), String> {
        let committed = match (&self.log, &rules.round) {
            (Some(path), Some(round)) => Some(commitment(path, self.head, round)?),
            _ => None,
        };
        let beacon = self.beacon.as_deref().map(|path| beacon(path, self.chain)).transpose()?;
        let chance = match (&committed.as_ref().map(|commitment| commitment.source), &self.seed) {
            (Some(Source::Parties(promises)), None) => {
                let revealed = promises.reveal(self.office_nonce, self.union_nonce, beacon.as_ref());
                Some(Chance::Parties(revealed.map_err(|why| why.to_string())?))
            }
            (Some(_), _) if self.office_nonce.is_some() || self.union_nonce.is_some() => {
                return Err("the commitment of this round is not to two parties, so nonces decide nothing".into());
            }
            (_, Some(seed)) => Some(Chance::Seed(seed.clone())),
            (_, None) => beacon.map(Chance::Beacon),
        };
        match &chance {
            None if self.log.is_some() => {
                Err("--log needs what the commitment names: --seed, --beacon or nonces".into())
            }
            None if rules.round.is_some() => Err("--round counts where numbers are drawn: --seed or --beacon".into()),
            _ => Ok((chance, committed)),
        }
    }

    /// The files that are read.
    pub(crate) fn inputs(&self) -> impl Iterator<Item = PathBuf> {
        [&self.beacon, &self.log].into_iter().flatten().cloned()
    }
}

/// Whether a draw over this input is the one committed to.
pub(crate) fn check(commitment: &Commitment, options: &RunOptions, frozen: &Frozen) -> Result<(), String> {
    let Some(chance) = &options.chance else { return Err("nothing is drawn".into()) };
    let drawing = Drawing {
        round_id: &options.round_id,
        root: &frozen.root,
        engine: ENGINE_VERSION,
        mechanism: options.mechanism,
        cost: &options.cost,
        chance,
    };
    commitment.check(&drawing).map_err(|why| why.to_string())
}

fn commitment(path: &Path, head: Option<Head>, round: &str) -> Result<Commitment, String> {
    let text = fs::read_to_string(path).map_err(|why| format!("{}: cannot be read: {why}", path.display()))?;
    let log = log(&text, head).map_err(|why| format!("{}: {why}", path.display()))?;
    let entry = log.find(round).ok_or_else(|| format!("{}: the round {round:?} has no commitment", path.display()))?;
    Ok(entry.commitment.clone())
}

/// A log that is whole, up to what was published at least.
pub(crate) fn log(text: &str, head: Option<Head>) -> Result<CommitLog, matching::draw::LogError> {
    let log = CommitLog::read(text)?;
    head.map_or(Ok(()), |head| log.continues(&head))?;
    Ok(log)
}

fn beacon(path: &Path, chain: Option<Chain>) -> Result<Beacon, String> {
    let told = |why: String| format!("{}: {why}", path.display());
    let bytes = fs::read(path).map_err(|why| told(format!("cannot be read: {why}")))?;
    Beacon::read(&bytes, chain).map_err(|why| told(why.to_string()))
}

/// The salt of the round from its file.
pub(crate) fn salt(path: &Path) -> Result<RoundSalt, String> {
    salt_bytes(path).map(RoundSalt::new)
}

pub(crate) fn salt_bytes(path: &Path) -> Result<Hash, String> {
    let told = |why: String| format!("{}: {why}", path.display());
    let text = fs::read_to_string(path).map_err(|why| told(format!("cannot be read: {why}")))?;
    hash(text.trim()).map_err(told)
}

pub(crate) fn chain(name: &str) -> Result<Chain, String> {
    Chain::find(name).ok_or_else(|| "known are quicknet and default".into())
}

pub(crate) fn hash(digits: &str) -> Result<Hash, String> {
    let bytes = hex::decode(digits).ok().and_then(|bytes| bytes.try_into().ok());
    bytes.ok_or_else(|| "64 hexadecimal digits are needed".into())
}

pub(crate) fn head(text: &str) -> Result<Head, String> {
    let (entries, sha256) = text.split_once(':').ok_or("a number, a colon and 64 hexadecimal digits are needed")?;
    let entries = entries.parse().map_err(|_| "the number of an entry is needed before the colon")?;
    Ok(Head { entries, sha256: hash(sha256)? })
}

fn nonce(digits: &str) -> Result<Nonce, String> {
    hash(digits).map(Nonce::new)
}
