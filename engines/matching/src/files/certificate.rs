//! `certificate.json`: how an allocation was made, and what proves it. The checker is another crate and shares no
//! code with this one; the format stands in docs/allocation.md.

use super::{RunOptions, Summary};
use crate::caps::Caps;
use crate::{GroupResult, Mechanism, Outcome, Problem};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

#[derive(Serialize)]
struct Certificate<'a> {
    format: &'static str,
    engine_version: &'static str,
    mechanism: Mechanism,
    cost_table: &'a [u32],
    travel_limit: Option<u16>,
    complete_lists: Option<u16>,
    round_id: &'a str,
    seed: Option<&'a str>,
    groups: BTreeMap<&'a str, &'a str>,
    input_sha256: &'a str,
    allocation_sha256: &'a str,
    stages: Vec<Stage<'a>>,
}

#[derive(Serialize)]
struct Stage<'a> {
    name: String,
    places: BTreeMap<&'a str, i64>,
    hosts: BTreeMap<&'a str, i64>,
}

pub(crate) fn certificate(problem: &Problem, outcome: &Outcome, options: &RunOptions, summary: &Summary) -> Vec<u8> {
    let certificate = Certificate {
        format: "fotfeste-certificate-1",
        engine_version: summary.engine_version,
        mechanism: options.mechanism,
        cost_table: options.cost.entries(),
        travel_limit: options.more.travel_limit,
        complete_lists: options.more.complete_lists,
        round_id: &options.round_id,
        seed: summary.seed.as_deref(),
        groups: groups(outcome),
        input_sha256: &summary.input_sha256,
        allocation_sha256: &summary.output_sha256,
        stages: stages(problem, outcome),
    };
    let mut out = Vec::new();
    super::write::pretty(&mut out, &certificate);
    sealed(out)
}

/// Groups that share a site.
fn groups(outcome: &Outcome) -> BTreeMap<&str, &str> {
    let seated = outcome.groups().iter().filter_map(|group| match &group.result {
        GroupResult::Seated { site_id } => Some((group.group_id.as_str(), site_id.as_str())),
        GroupResult::NoCommonSite | GroupResult::NoRoom => None,
    });
    seated.collect()
}

/// The last member is the SHA-256 of every byte before the comma in front of it.
fn sealed(mut json: Vec<u8>) -> Vec<u8> {
    while json.pop_if(|last| matches!(last, b'}' | b'\n')).is_some() {}
    let fingerprint = hex::encode(Sha256::digest(&json));
    json.extend_from_slice(format!(",\n  \"fingerprint\": \"{fingerprint}\"\n}}\n").as_bytes());
    json
}

fn stages<'a>(problem: &'a Problem, outcome: &Outcome) -> Vec<Stage<'a>> {
    let caps = Caps::new(problem);
    let stage = |proven: &crate::proof::Proven| {
        let mut stage = Stage { name: proven.objective().name(), places: BTreeMap::new(), hosts: BTreeMap::new() };
        for (slot, price) in &proven.prices {
            match caps.node(*slot) {
                Some(node) => stage.hosts.insert(problem.node_ids.get(node as usize), *price),
                None => stage.places.insert(problem.offer_ids.get(*slot as usize), *price),
            };
        }
        stage
    };
    outcome.proof().iter().map(stage).collect()
}
