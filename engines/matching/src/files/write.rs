//! The result as files. Rows go by student id, bytewise, so the bytes depend on the result alone.

use super::{RunOptions, Summary};
use crate::explain::CapOf;
use crate::problem::NONE;
use crate::{Offer, Outcome, Problem, Student, Threads};
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};
use std::io::Write;

/// `allocation.csv`: student_id,place_id,rank; both empty when unplaced, rank empty when placed by hand.
pub(crate) fn allocation(problem: &Problem, outcome: &Outcome, sorted: &[u32]) -> Vec<u8> {
    let mut out = Vec::with_capacity(32 + sorted.len() * 24);
    out.extend_from_slice(b"student_id,place_id,rank\n");
    for student in sorted.iter().copied().map(Student) {
        field(&mut out, problem.student_id(student));
        out.push(b',');
        if let Some(offer) = outcome.placed(student) {
            field(&mut out, problem.offer_id(offer));
        }
        out.push(b',');
        if let Some(rank) = outcome.rank(student) {
            out.extend_from_slice(rank.to_string().as_bytes());
        }
        out.push(b'\n');
    }
    out
}

/// Ids hold no control characters, so a comma or a quote is all that needs quoting.
fn field(out: &mut Vec<u8>, text: &str) {
    if text.contains([',', '"']) {
        out.push(b'"');
        out.extend_from_slice(text.replace('"', "\"\"").as_bytes());
        out.push(b'"');
    } else {
        out.extend_from_slice(text.as_bytes());
    }
}

/// `reasons.jsonl`
pub(crate) fn reasons(
    problem: &Problem,
    outcome: &Outcome,
    threads: Threads,
    out: &mut impl Write,
) -> std::io::Result<()> {
    for turn in threads.turns(&problem.student_ids.sorted(), STUDENTS_AT_ONCE) {
        for lines in threads.each(turn, |students| lines(problem, outcome, students)) {
            out.write_all(&lines?)?;
        }
    }
    out.flush()
}

/// So many lines are held before they are written.
const STUDENTS_AT_ONCE: usize = 1_000;

fn lines(problem: &Problem, outcome: &Outcome, students: &[u32]) -> std::io::Result<Vec<u8>> {
    let mut lines = Vec::new();
    for student in students.iter().copied().map(Student) {
        serde_json::to_writer(&mut lines, &outcome.explanation(problem, student))?;
        lines.push(b'\n');
    }
    Ok(lines)
}

/// What `report.json` holds. For the office: cut-offs of offers that fewer than five wished for would tell about
/// persons, so they are left out here too.
#[derive(Serialize)]
struct Report<'a> {
    format: &'static str,
    #[serde(flatten)]
    counts: Counts<'a>,
    notices: &'a [String],
    /// How it went with each group, in the order they were tried.
    groups: &'a [crate::Grouped],
    /// Where somebody was refused: offers and nodes that were full, in the order they were first met.
    cutoffs: Vec<Cutoff<'a>>,
    /// Caps that stand between unplaced students and a seat, those that block most first.
    blocking: Vec<Blocking<'a>>,
}

#[derive(Serialize)]
struct Counts<'a> {
    mechanism: &'static str,
    engine_version: &'static str,
    students: usize,
    drawn: u32,
    fixed: usize,
    placed: usize,
    unplaced: usize,
    histogram: &'a BTreeMap<u16, u32>,
    cost: u64,
    cost_table: &'a [u32],
    round_id: &'a str,
    seed: Option<&'a str>,
    /// Where the seed came from, as a commitment says it.
    chance: Option<String>,
    input_sha256: &'a str,
    output_sha256: &'a str,
}

#[derive(Serialize)]
struct Cutoff<'a> {
    #[serde(flatten)]
    at: &'a CapOf,
    cap: u32,
    taken: u32,
    fixed: u32,
    /// None when nobody drew a seat, or when fewer than five wished for it.
    last_position: Option<u32>,
}

#[derive(Serialize)]
struct Blocking<'a> {
    #[serde(flatten)]
    at: &'a CapOf,
    cap: u32,
    /// Unplaced students with this cap among those that block them.
    students: u32,
    /// Whether one more here, all else as it is, would place one of them.
    one_more_helps: bool,
}

const APPLICANTS_MIN: u32 = 5;

pub(crate) fn report(
    problem: &Problem,
    outcome: &Outcome,
    options: &RunOptions,
    summary: &Summary,
    notices: &[String],
) -> Vec<u8> {
    let report = Report {
        format: "fotfeste-report-1",
        counts: Counts {
            mechanism: summary.mechanism,
            engine_version: summary.engine_version,
            students: summary.students,
            drawn: outcome.drawn(),
            fixed: problem.each_student().filter(|student| problem.fixed(*student).is_some()).count(),
            placed: summary.placed,
            unplaced: summary.students - summary.placed,
            histogram: outcome.histogram(),
            cost: summary.cost,
            cost_table: options.cost.entries(),
            round_id: &options.round_id,
            seed: summary.seed.as_deref(),
            chance: options.chance.as_ref().map(|chance| chance.source().to_string()),
            input_sha256: &summary.input_sha256,
            output_sha256: &summary.output_sha256,
        },
        groups: outcome.groups(),
        notices,
        cutoffs: cutoffs(problem, outcome),
        blocking: blocking(problem, outcome),
    };
    let mut out = Vec::new();
    pretty(&mut out, &report);
    out.push(b'\n');
    out
}

fn cutoffs<'a>(problem: &Problem, outcome: &'a Outcome) -> Vec<Cutoff<'a>> {
    let applicants = Applicants::count(problem);
    let mut cutoffs: Vec<Cutoff<'a>> = outcome
        .cuts()
        .iter()
        .filter_map(|cut| match &cut.caps[..] {
            [only] => Some(Cutoff {
                at: &only.at,
                cap: only.cap,
                taken: cut.seats,
                fixed: cut.fixed,
                last_position: cut.last_position.filter(|_| applicants.below(&only.at) >= APPLICANTS_MIN),
            }),
            _ => None,
        })
        .collect();
    cutoffs.sort_by(|a, b| a.at.cmp(b.at));
    cutoffs
}

/// How many of those who drew wished for a seat below each cap.
struct Applicants<'a> {
    offers: HashMap<&'a str, u32>,
    nodes: HashMap<&'a str, u32>,
}

impl<'a> Applicants<'a> {
    fn count(problem: &'a Problem) -> Self {
        let (mut at_offer, mut below) = (vec![0u32; problem.offers()], vec![0u32; problem.nodes()]);
        let mut counted = vec![NONE; problem.nodes()];
        for student in problem.each_student().filter(|student| problem.fixed(*student).is_none()) {
            // Offers that a rule added are nobody's wishes.
            for offer in problem.wish_offer[problem.own_wishes(student.0)].iter().copied().map(Offer) {
                at_offer[offer.index()] += 1;
                let mut node = Some(problem.node_of(offer));
                while let Some(at) = node.filter(|at| counted[at.index()] != student.0) {
                    counted[at.index()] = student.0;
                    below[at.index()] += 1;
                    node = problem.parent(at);
                }
            }
        }
        Self {
            offers: at_offer.into_iter().enumerate().map(|(at, count)| (problem.offer_ids.get(at), count)).collect(),
            nodes: below.into_iter().enumerate().map(|(at, count)| (problem.node_ids.get(at), count)).collect(),
        }
    }

    fn below(&self, at: &CapOf) -> u32 {
        let count = match at {
            CapOf::Offer { place_id } => self.offers.get(place_id.as_str()),
            CapOf::Node { host_id, .. } => self.nodes.get(host_id.as_str()),
        };
        count.copied().unwrap_or(0)
    }
}

fn blocking<'a>(problem: &Problem, outcome: &'a Outcome) -> Vec<Blocking<'a>> {
    let mut blocking: BTreeMap<&CapOf, Blocking<'a>> = BTreeMap::new();
    for cut in problem.each_student().filter_map(|student| outcome.blocked_by(student)) {
        for full in &cut.caps {
            let at = &full.at;
            let entry =
                blocking.entry(at).or_insert(Blocking { at, cap: full.cap, students: 0, one_more_helps: false });
            entry.students += 1;
            entry.one_more_helps |= full.one_more_helps;
        }
    }
    let mut list: Vec<Blocking<'a>> = blocking.into_values().collect();
    list.sort_by(|a, b| b.students.cmp(&a.students).then_with(|| a.at.cmp(b.at)));
    list
}

pub(super) fn pretty(out: &mut Vec<u8>, value: &impl Serialize) {
    let written = serde_json::to_writer_pretty(&mut *out, value);
    assert!(written.is_ok(), "texts and numbers always fit JSON, and memory takes every byte");
}
