//! Where the seed comes from: the log of commitments, and what fits the commitment of this round.
//!
//! The log has a line for each round: the SHA-256 of the line before, the moment in seconds since 1970, and the
//! commitment in named parts. Proven is that the log is whole up to what was published, that the round stands in it
//! once, that its line names this input, these rules and this engine, and that the seed is the one its source of
//! chance gives. docs/allocation.md, section "The draw", has the formulas.

use crate::certificate::Certificate;
use crate::draw::plain;
use crate::{Refusal, claim};
use drand_verify::{G1Pubkey, G2PubkeyRfc, Pubkey};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::collections::HashSet;

/// What shows where a seed comes from.
#[derive(Clone, Copy, Debug, Default)]
pub struct Evidence<'a> {
    /// The log of commitments.
    pub log: &'a [u8],
    /// The number of a line, from 1, and its SHA-256, as they were published.
    pub head: Option<(usize, [u8; 32])>,
    /// A value of the beacon: JSON as its servers give it.
    pub beacon: Option<&'a [u8]>,
    /// What the office revealed, where two parties made the seed.
    pub office_nonce: Option<[u8; 32]>,
    /// What the student union revealed.
    pub union_nonce: Option<[u8; 32]>,
}

/// A line of the log.
struct Line<'a> {
    number: usize,
    at: u64,
    /// From the round on: `round spring`, `root …`, …
    parts: Vec<&'a str>,
}

/// Proves that the seed of the certificate is the one that the log binds this round to.
pub(crate) fn check(evidence: &Evidence<'_>, says: &Certificate, proven: &mut Vec<String>) -> Result<(), Refusal> {
    let Some(seed) = &says.seed else {
        return claim(false, "chance", || {
            "the certificate says that nothing was drawn, so no seed was promised".into()
        });
    };
    let lines = lines(evidence)?;
    let round = format!("round {}", plain(&says.round_id));
    let Some(line) = lines.into_iter().find(|line| line.parts.first() == Some(&round.as_str())) else {
        return claim(false, "log", || format!("it has no commitment for the {round:?}"));
    };
    let source = bound(&line, says)?;
    let given = Given { evidence, root: &says.input_sha256, at: line.at };
    let due = given.seed(&source, seed)?;
    claim(due == *seed, "chance", || format!("line {} of the log gives the seed {due}", line.number))?;
    proven.push(format!("log: whole, one commitment for each round, line {} is the one of the {round}", line.number));
    proven.push("log: it binds the round to this input, engine, mechanism, cost table and source of chance".into());
    proven.push(format!("chance: the seed is the one of {}", source.join(", ")));
    Ok(())
}

/// The lines, each of which names the one before, and no round twice.
fn lines<'a>(evidence: &Evidence<'a>) -> Result<Vec<Line<'a>>, Refusal> {
    let text = std::str::from_utf8(evidence.log).map_err(|why| Refusal::Unreadable(format!("log: {why}")))?;
    let (mut lines, mut rounds): (Vec<Line<'_>>, _) = (Vec::new(), HashSet::new());
    let mut sums = vec!["0".repeat(64)];
    for (number, text) in (1..).zip(text.split_inclusive('\n')) {
        let holds = |holds, why: &str| claim(holds, "log", || format!("line {number} {why}"));
        let line = line(number, text);
        holds(line.is_some(), "is no commitment")?;
        let Some((before, line)) = line else { continue };
        holds(before == sums[number - 1], "does not follow the one before: one was changed or taken away")?;
        holds(lines.last().is_none_or(|last| last.at <= line.at), "was made before the one above it")?;
        holds(rounds.insert(line.parts[0]), "is a second commitment for its round")?;
        sums.push(hex::encode(Sha256::digest(text)));
        lines.push(line);
    }
    if let Some((number, published)) = evidence.head {
        claim(sums.get(number) == Some(&hex::encode(published)), "log", || {
            format!("line {number} is not the one that was published: it was changed or taken away")
        })?;
    }
    Ok(lines)
}

/// What a line says it follows, and what it commits to.
fn line(number: usize, text: &str) -> Option<(&str, Line<'_>)> {
    let mut parts = text.strip_suffix('\n')?.split('\t');
    let (before, at) = (parts.next()?, parts.next()?.parse().ok()?);
    parts.next().filter(|label| *label == "fotfeste-commitment-1")?;
    let parts: Vec<&str> = parts.collect();
    (!parts.is_empty()).then_some((before, Line { number, at, parts }))
}

/// Proves that a line binds the round to what the certificate says, and returns its source of chance.
fn bound<'a>(line: &Line<'a>, says: &Certificate) -> Result<Vec<&'a str>, Refusal> {
    let cost: Vec<String> = says.cost_table.iter().map(u32::to_string).collect();
    let mut parts = line.parts.iter().copied().skip(1).peekable();
    for (name, has) in [
        ("root", &says.input_sha256),
        ("engine", &says.engine_version),
        ("mechanism", &says.mechanism.name().to_owned()),
        ("cost", &cost.join(",")),
    ] {
        let part = parts.next().unwrap_or_default();
        claim(part == format!("{name} {has}"), "log", || {
            format!("line {} binds the round to {part:?}, the certificate has {name} {has}", line.number)
        })?;
        // The program's own file is for the record: another build of the same version draws the same.
        parts.next_if(|part| name == "engine" && part.starts_with("program "));
    }
    Ok(parts.collect())
}

/// What is at hand to work out the seed.
struct Given<'a> {
    evidence: &'a Evidence<'a>,
    /// Of the frozen input, in hexadecimal.
    root: &'a str,
    /// When the round was committed to.
    at: u64,
}

impl Given<'_> {
    /// The seed that follows from a source of chance. An own seed is the one said, if it is the promised one.
    fn seed(&self, source: &[&str], said: &str) -> Result<String, Refusal> {
        let words: Vec<Vec<&str>> = source.iter().map(|part| part.split(' ').collect()).collect();
        match &words.iter().map(|words| &words[..]).collect::<Vec<_>>()[..] {
            [["seed", promise]] => {
                let kept = sha256(&[b"fotfeste-promise-1", &bytes(said)?]);
                claim(hex::encode(kept) == *promise, "chance", || {
                    format!("the seed {said} is not the one whose promise is {promise}")
                })?;
                Ok(said.to_owned())
            }
            [["beacon", chain, round]] => {
                let value = self.value(chain, round)?;
                Ok(hex::encode(sha256(&[b"fotfeste-beacon-1", &bytes(self.root)?, &value])))
            }
            [["office", office], ["union", union], ["default", default @ ..]] => {
                let office = self.nonce("office", office, self.evidence.office_nonce, default)?;
                let union = self.nonce("union", union, self.evidence.union_nonce, default)?;
                let both: Vec<u8> = office.iter().zip(union).map(|(office, union)| office ^ union).collect();
                Ok(hex::encode(sha256(&[b"fotfeste-parties-1", &bytes(self.root)?, &both])))
            }
            _ => Err(Refusal::Unreadable(format!("log: {} is no source of chance", source.join(", ")))),
        }
    }

    /// What a party promised and revealed, or what counts instead.
    fn nonce(
        &self,
        party: &str,
        promise: &str,
        revealed: Option<[u8; 32]>,
        default: &[&str],
    ) -> Result<[u8; 32], Refusal> {
        if let Some(nonce) = revealed {
            let kept = hex::encode(sha256(&[b"fotfeste-nonce-1", party.as_bytes(), &nonce]));
            claim(kept == promise, "chance", || format!("the nonce of the {party} is not the one it promised"))?;
            return Ok(nonce);
        }
        let value = match default {
            ["value", value] => bytes(value)?,
            ["beacon", chain, round] => self.value(chain, round)?.to_vec(),
            _ => return Err(Refusal::Unreadable("log: the default is none".into())),
        };
        Ok(sha256(&[b"fotfeste-default-1", party.as_bytes(), &value]))
    }

    /// The value of the beacon that the log names, if its file is that value.
    fn value(&self, chain: &str, round: &str) -> Result<[u8; 32], Refusal> {
        let named = format!("{chain} {round}");
        let known = CHAINS.iter().find(|known| known.name == chain).zip(round.parse::<u64>().ok());
        let (chain, round) = known.ok_or_else(|| Refusal::Unreadable(format!("log: no beacon has {named}")))?;
        let after = chain.every.saturating_mul(round.saturating_sub(1)).saturating_add(chain.first_at);
        claim(after > self.at, "log", || format!("{named} was known before the round was committed to it"))?;
        let file = self.evidence.beacon;
        let file = file.ok_or_else(|| Refusal::Unreadable(format!("beacon: the value of {named} is needed")))?;
        let value: Value = serde_json::from_slice(file).map_err(|why| Refusal::Unreadable(format!("beacon: {why}")))?;
        claim(value.round == round && value.chain_hash.is_none_or(|hash| hash == chain.hash), "beacon", || {
            format!("the log names {named}, this is another value")
        })?;
        let (signature, before) = (bytes(&value.signature)?, bytes(&value.previous_signature.unwrap_or_default())?);
        claim(chain.signed(round, &before, &signature), "beacon", || {
            format!("the signature is not the network's for {named}")
        })?;
        let randomness = sha256(&[&signature]);
        claim(value.randomness == hex::encode(randomness), "beacon", || {
            "the randomness is not the SHA-256 of the signature".into()
        })?;
        Ok(randomness)
    }
}

/// A value of the beacon.
#[derive(Deserialize)]
struct Value {
    round: u64,
    randomness: String,
    signature: String,
    previous_signature: Option<String>,
    chain_hash: Option<String>,
}

/// A chain of the beacon drand, as the network publishes it.
pub struct Chain {
    /// The network's name for it.
    pub name: &'static str,
    /// By which servers know it.
    pub hash: &'static str,
    /// The network's public key.
    pub key: &'static str,
    /// The moment of value 1, in seconds since 1970.
    pub first_at: u64,
    /// Seconds from one value to the next.
    pub every: u64,
}

/// The chains a log may name.
pub const CHAINS: [Chain; 2] = [
    Chain {
        name: "quicknet",
        hash: "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971",
        key: concat!(
            "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451",
            "0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a"
        ),
        first_at: 1_692_803_367,
        every: 3,
    },
    Chain {
        name: "default",
        hash: "8990e7a9aaed2ffed73dbd7092123d6f289930540d7651336225dc172e51b2ce",
        key: "868f005eb8e6e4ca0a47c8a77ceaa5309a47978a7c71bc5cce96366b5d7a569937c529eeda66c7293784a9402801af31",
        first_at: 1_595_431_050,
        every: 30,
    },
];

impl Chain {
    /// Whether this is the network's signature: on quicknet of the number alone, else of the one before as well.
    fn signed(&self, round: u64, before: &[u8], signature: &[u8]) -> bool {
        let key = hex::decode(self.key).unwrap_or_default();
        let signed = match self.name {
            "quicknet" => G2PubkeyRfc::from_variable(&key).map(|key| key.verify(round, &[], signature)),
            _ => G1Pubkey::from_variable(&key).map(|key| key.verify(round, before, signature)),
        };
        matches!(signed, Ok(Ok(true)))
    }
}

fn bytes(digits: &str) -> Result<Vec<u8>, Refusal> {
    hex::decode(digits).map_err(|why| Refusal::Unreadable(format!("{digits:?} is not hexadecimal: {why}")))
}

fn sha256(parts: &[&[u8]]) -> [u8; 32] {
    parts.iter().fold(Sha256::new(), |sum, part| sum.chain_update(part)).finalize().into()
}
