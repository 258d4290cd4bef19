//! Four files in, four out. Nothing here touches a disk: bytes come and bytes go.
//!
//! In: `hosts.csv` (host_id,parent_id,level,cap), `places.csv` (place_id,host_id,subject,period,capacity),
//! `students.csv` (student_id,subject,period,lottery,group_id,fixed_place), `wishes.csv`
//! (student_id,rank,place_id,travel_min,prio). Out: `allocation.csv`, `report.json`,
//! `reasons.jsonl`, `certificate.json`.

mod block;
mod certificate;
mod compare;
mod cost;
mod digits;
mod errors;
mod lines;
mod more;
mod read;
mod rows;
mod table;
mod write;

pub use compare::{Comparison, compare_files, compare_streams};
pub use cost::{CostError, CostTable};
pub use errors::{File, InputError, InputErrors};
pub use more::More;
pub use read::{Bytes, Streams, read, read_streams};

use crate::draw::{Chance, Hash, RoundSalt, root_on};
use crate::{
    ENGINE_VERSION, Mechanism, Meter, Numbers, Options, Outcome, Problem, Seed, Threads, TieKey, solve_measured,
};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The four files in memory.
#[derive(Clone, Debug, Default)]
pub struct Input {
    /// `hosts.csv`
    pub hosts: Vec<u8>,
    /// `places.csv`
    pub places: Vec<u8>,
    /// `students.csv`
    pub students: Vec<u8>,
    /// `wishes.csv`
    pub wishes: Vec<u8>,
}

impl Input {
    /// The four files without copying.
    pub fn bytes(&self) -> Bytes<'_> {
        Bytes { hosts: &self.hosts, places: &self.places, students: &self.students, wishes: &self.wishes }
    }
}

/// What is left to choose for a run over files.
#[derive(Clone, Debug, Default)]
pub struct RunOptions {
    /// How students are placed.
    pub mechanism: Mechanism,
    /// With chance, lottery numbers are drawn from it and the frozen input; without, the lottery column counts.
    pub chance: Option<Chance>,
    /// Goes into every student's leaf of the frozen input; without, anybody can work out the root from the files.
    pub salt: Option<RoundSalt>,
    /// Goes into every drawn number, so that two rounds with one seed differ.
    pub round_id: String,
    /// What a rank costs in the summary.
    pub cost: CostTable,
    /// Bans, a travel limit, completed lists, soft terms and protected students.
    pub more: More,
    /// Whether `report.json` is wanted.
    pub report: bool,
    /// Whether `certificate.json` is wanted.
    pub certificate: bool,
    /// How many threads may work at once. What comes out is the same on any number.
    pub threads: Threads,
}

impl RunOptions {
    /// Drawn, if there is chance to draw from.
    pub fn numbers(&self) -> Numbers {
        if self.chance.is_some() { Numbers::Drawn } else { Numbers::Given }
    }
}

/// The files that come out.
#[derive(Clone, Debug)]
pub struct Output {
    /// `allocation.csv`
    pub allocation: Vec<u8>,
    /// `report.json`, if asked for.
    pub report: Option<Vec<u8>>,
    /// `certificate.json`, if asked for.
    pub certificate: Option<Vec<u8>>,
    /// What was not read and changes nothing, a line each.
    pub notices: Vec<String>,
    /// The one line for standard output; the caller adds what only it can know.
    pub summary: Summary,
    /// What was read.
    pub problem: Problem,
    /// What was decided.
    pub outcome: Outcome,
    threads: Threads,
}

impl Output {
    /// Writes `reasons.jsonl`: one [`crate::Explanation`] a line, one line a student, by student id. It is many times
    /// longer than the input, so it is never held as a whole.
    ///
    /// # Errors
    /// What the writer says.
    pub fn write_reasons(&self, out: &mut impl std::io::Write) -> std::io::Result<()> {
        write::reasons(&self.problem, &self.outcome, self.threads, out)
    }
}

/// The JSON line of a run. Times are CPU seconds of the process.
#[derive(Clone, Debug, Serialize)]
pub struct Summary {
    /// The mechanism's name.
    pub mechanism: &'static str,
    /// How many students there are.
    pub students: usize,
    /// How many have a place, those placed by hand included.
    pub placed: usize,
    /// How many got a wish of each rank.
    pub histogram: BTreeMap<u16, u32>,
    /// What those ranks cost together.
    pub cost: u64,
    /// Reading and checking. The caller adds what fetching the bytes took.
    pub read_s: f64,
    /// The root of the frozen input, and drawing from it.
    pub freeze_s: f64,
    /// From the problem to an optimum.
    pub solve_s: f64,
    /// From an optimum to the one answer.
    pub unique_s: f64,
    /// Finding the reasons.
    pub reasons_s: f64,
    /// Writing. The caller adds what storing the bytes took.
    pub write_s: f64,
    /// All of the process; the caller sets it last.
    pub total_s: f64,
    /// The most memory the process held, in units of 1,000,000 bytes; the caller sets it last.
    pub peak_mb: f64,
    /// The root of the frozen input, see [`crate::draw::frozen_root`].
    pub input_sha256: String,
    /// SHA-256 of the bytes of `allocation.csv`.
    pub output_sha256: String,
    /// The seed in hexadecimal, if numbers were drawn.
    pub seed: Option<String>,
    /// [`ENGINE_VERSION`]
    pub engine_version: &'static str,
}

/// Input that was read, and the root that stands for it. Nothing is drawn yet.
#[derive(Clone, Debug)]
pub struct Frozen {
    /// What was read.
    pub problem: Problem,
    /// What was not read and changes nothing, a line each.
    pub notices: Vec<String>,
    /// See [`crate::draw::frozen_root`].
    pub root: Hash,
    read_s: f64,
    freeze_s: f64,
}

/// Reads four files and works out their root. A draw may come later than this: `numbers` says whether one will.
///
/// # Errors
/// Everything that is wrong with the input.
pub fn freeze(
    input: Input,
    numbers: Numbers,
    options: &RunOptions,
    meter: &mut dyn Meter,
) -> Result<Frozen, InputErrors> {
    freeze_streams(input.bytes().streams(), numbers, options, meter)
}

/// [`freeze`] for files that are never held whole.
///
/// # Errors
/// As [`freeze`]; a stream that breaks off is one of them.
pub fn freeze_streams(
    streams: Streams<'_>,
    numbers: Numbers,
    options: &RunOptions,
    meter: &mut dyn Meter,
) -> Result<Frozen, InputErrors> {
    let begun = meter.cpu_seconds();
    let (mut problem, mut notices) = read_streams(streams, numbers)?;
    more::apply(&mut problem, &options.more, &mut notices)?;
    let been_read = meter.cpu_seconds();
    let root = root_on(&problem, numbers, options.salt.as_ref(), options.threads);
    Ok(Frozen { problem, notices, root, read_s: been_read - begun, freeze_s: meter.cpu_seconds() - been_read })
}

/// Reads four files, draws if there is chance to draw from, solves, and writes.
///
/// # Errors
/// Everything that is wrong with the input; then there is no output at all.
pub fn run_files(input: Input, options: &RunOptions, meter: &mut dyn Meter) -> Result<Output, InputErrors> {
    run_frozen(freeze(input, options.numbers(), options, meter)?, options, meter)
}

/// Draws if there is chance to draw from, solves, and writes. The options are those that [`freeze`] had.
///
/// # Errors
/// When completed lists would be longer than the engine takes.
pub fn run_frozen(frozen: Frozen, options: &RunOptions, meter: &mut dyn Meter) -> Result<Output, InputErrors> {
    let begun = meter.cpu_seconds();
    let Frozen { mut problem, notices, root, read_s, freeze_s } = frozen;
    let (ties, seed) = draw(&mut problem, &root, options)?;
    let (mechanism, threads) = (options.mechanism, options.threads);
    let how = Options { mechanism, cost: options.cost.clone(), ties, threads };
    let freeze_s = freeze_s + meter.cpu_seconds() - begun;
    let (outcome, spent) = solve_measured(&problem, &how, meter);
    let solved = meter.cpu_seconds();
    let sorted = problem.student_ids.sorted();
    let allocation = write::allocation(&problem, &outcome, &sorted);
    let mut summary = Summary {
        mechanism: options.mechanism.name(),
        students: problem.students(),
        placed: outcome.placed_count(),
        histogram: outcome.histogram().clone(),
        cost: cost(&outcome, &options.cost),
        read_s,
        freeze_s,
        solve_s: spent.solve_s,
        unique_s: spent.unique_s,
        reasons_s: spent.reasons_s,
        write_s: 0.0,
        total_s: 0.0,
        peak_mb: 0.0,
        input_sha256: hex::encode(root),
        output_sha256: hex::encode(Sha256::digest(&allocation)),
        seed: seed.as_ref().map(Seed::to_hex),
        engine_version: ENGINE_VERSION,
    };
    let report = options.report.then(|| write::report(&problem, &outcome, options, &summary, &notices));
    let certificate = options.certificate.then(|| certificate::certificate(&problem, &outcome, options, &summary));
    summary.write_s = meter.cpu_seconds() - solved;
    Ok(Output { allocation, report, certificate, notices, summary, problem, outcome, threads })
}

/// Gives everybody a number if there is chance to draw from, and completes the lists, which depends on the numbers.
fn draw(problem: &mut Problem, root: &Hash, options: &RunOptions) -> Result<(TieKey, Option<Seed>), InputErrors> {
    let seed = options.chance.as_ref().map(|chance| chance.seed(root));
    let key = seed.as_ref().map(|seed| seed.draw_key(root));
    if let Some(key) = &key {
        problem.draw(key, &options.round_id);
    }
    more::complete(problem, &options.more)?;
    Ok((key.map_or_else(TieKey::default, |key| key.tie_key()), seed))
}

/// `allocation.csv` for a problem that did not come from files.
pub fn allocation_csv(problem: &Problem, outcome: &Outcome) -> Vec<u8> {
    write::allocation(problem, outcome, &problem.student_ids.sorted())
}

fn cost(outcome: &Outcome, table: &CostTable) -> u64 {
    outcome.histogram().iter().map(|(rank, students)| table.of(*rank) * u64::from(*students)).sum()
}
