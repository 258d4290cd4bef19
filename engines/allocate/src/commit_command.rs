//! `fotfeste allocate commit`: binds a round to its input, its rules and its chance, in a log that only grows.

use crate::input::Opened;
use crate::{Rules, chance, mechanism};
use matching::draw::{BeaconRound, Chain, Commitment, Fallback, Hash, Head, Promises, Source};
use matching::files::freeze_streams;
use matching::{ENGINE_VERSION, Mechanism, NoMeter, Numbers};
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

/// Commit a round to its input, rules and source of chance, before the draw
///
/// Adds one line to the log, which is made if it is not there, and says what to publish: the last line on standard
/// output is one JSON object. A round that has a commitment gets no second one.
#[derive(clap::Args, Clone, Debug)]
pub(crate) struct Commit {
    #[command(flatten)]
    rules: Rules,
    /// How students will be placed
    #[arg(long, value_parser = mechanism)]
    mechanism: Mechanism,
    /// The log of commitments, which gets one more line
    #[arg(long, value_name = "FILE", requires = "round")]
    log: PathBuf,
    /// The number and the SHA-256 of an entry of the log that was published
    #[arg(long, value_name = "N:HEX", value_parser = chance::head)]
    head: Option<Head>,
    /// Chance comes from this chain of the public beacon drand: quicknet, default, or its hash
    #[arg(long, value_name = "NAME", value_parser = chance::chain, required_unless_present_any = ["seed_promise", "default_value"])]
    chain: Option<Chain>,
    /// The beacon's round; without, the first that is known late enough
    #[arg(long, value_name = "N", requires = "chain", value_parser = clap::value_parser!(u64).range(1..))]
    beacon_round: Option<u64>,
    /// The beacon's value must lie at least so far ahead
    #[arg(long, value_name = "HOURS", default_value = "24")]
    lead_hours: u16,
    /// Chance comes from an own seed, of which this is the promise: SHA-256 of fotfeste-promise-1 and the seed
    #[arg(long, value_name = "HEX", value_parser = chance::hash, conflicts_with_all = ["chain", "office_promise", "union_promise", "default_value"])]
    seed_promise: Option<Hash>,
    /// Chance comes from two parties: SHA-256 of fotfeste-nonce-1, office and the office's nonce
    #[arg(long, value_name = "HEX", value_parser = chance::hash, requires = "union_promise")]
    office_promise: Option<Hash>,
    /// Chance comes from two parties: SHA-256 of fotfeste-nonce-1, union and the student union's nonce
    #[arg(long, value_name = "HEX", value_parser = chance::hash, requires = "office_promise")]
    union_promise: Option<Hash>,
    /// With two parties: what stands in for a nonce that is not revealed; without, the beacon does
    #[arg(long, value_name = "HEX", value_parser = chance::hash, requires = "office_promise", conflicts_with = "chain")]
    default_value: Option<Hash>,
}

/// The line for standard output.
pub(crate) fn run(command: &Commit) -> Result<String, String> {
    #[expect(clippy::disallowed_methods, reason = "a command has no transaction to take the time from")]
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_err(|why| why.to_string())?.as_secs();
    let lead_s = u64::from(command.lead_hours) * 3_600;
    let rules = &command.rules;
    let options = rules.options(command.mechanism, None)?;
    let mut input = Opened::of(&rules.dir)?;
    let frozen =
        freeze_streams(input.streams(), Numbers::Drawn, &options, &mut NoMeter).map_err(|why| why.to_string())?;
    let commitment = Commitment {
        round_id: options.round_id,
        root: frozen.root,
        engine: ENGINE_VERSION.into(),
        program: program(),
        mechanism: options.mechanism,
        cost: options.cost,
        source: command.source(now + lead_s)?,
    };
    let told = |why: String| format!("{}: {why}", command.log.display());
    append(command, commitment, now, lead_s).map_err(told)
}

impl Commit {
    fn source(&self, earliest: u64) -> Result<Source, String> {
        let beacon = self.chain.map(|chain| match self.beacon_round {
            Some(round) => BeaconRound { chain, round },
            None => BeaconRound::from(chain, earliest),
        });
        let default = beacon.map(Fallback::Beacon).or(self.default_value.map(Fallback::Value));
        Ok(match (self.seed_promise, self.office_promise.zip(self.union_promise), default, beacon) {
            (Some(promise), ..) => Source::Seed(promise),
            (None, Some((office, union)), Some(default), _) => Source::Parties(Promises { office, union, default }),
            (None, None, _, Some(beacon)) => Source::Beacon(beacon),
            _ => return Err("say where chance comes from: --chain, --seed-promise, or two promises".into()),
        })
    }
}

/// Adds the line while nobody else can.
fn append(command: &Commit, commitment: Commitment, now: u64, lead_s: u64) -> Result<String, String> {
    let file = File::options().create(true).read(true).append(true).open(&command.log);
    let mut file = file.map_err(|why| format!("cannot be written: {why}"))?;
    file.lock().map_err(|why| format!("cannot be locked: {why}"))?;
    let mut text = String::new();
    file.read_to_string(&mut text).map_err(|why| format!("cannot be read: {why}"))?;
    let mut log = chance::log(&text, command.head).map_err(|why| why.to_string())?;
    let entry = log.commit(commitment, now, lead_s).map_err(|why| why.to_string())?;
    let line = entry.line();
    let commitment = entry.commitment.clone();
    file.write_all(line.as_bytes())
        .and_then(|()| file.sync_all())
        .map_err(|why| format!("cannot be written: {why}"))?;
    let (head, beacon) = (log.head(), commitment.source.waits_for());
    let line = serde_json::json!({
        "round_id": commitment.round_id,
        "input_sha256": hex::encode(commitment.root),
        "commitment_sha256": hex::encode(commitment.sha256()),
        "entry": head.entries,
        "entry_sha256": hex::encode(head.sha256),
        "committed_at": now,
        "chance": commitment.source.to_string(),
        "beacon_known_at": beacon.map(BeaconRound::known_at),
    });
    Ok(line.to_string())
}

/// SHA-256 of this program's own file, where the system lets it be read.
fn program() -> Option<Hash> {
    let bytes = fs::read(std::env::current_exe().ok()?).ok()?;
    Some(Sha256::digest(bytes).into())
}
