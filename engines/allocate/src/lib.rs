//! The command `fotfeste allocate`: four files of a folder in, an allocation out. A thin layer over
//! [`matching::files`]: it reads, writes and measures, and decides nothing.

mod chance;
mod commit_command;
mod explain_command;
mod input;
mod meter;
mod more;
mod output;
mod verify_command;

use input::Opened;
use matching::draw::{Chance, Commitment};
use matching::files::{
    CostTable, File, InputErrors, Output, RunOptions, Streams, compare_streams, freeze_streams, run_frozen,
};
use matching::{Mechanism, Meter as _, Threads};
use meter::ProcessMeter;
use output::Pending;
use std::io::Write;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

/// Allocate students to places from hosts.csv, places.csv, students.csv and wishes.csv
#[derive(clap::Args, Clone, Debug)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Allocate {
    #[command(subcommand)]
    verb: Option<Verb>,
    #[command(flatten)]
    run: Option<Run>,
}

/// What else can be done with an allocation.
#[derive(clap::Subcommand, Clone, Debug)]
enum Verb {
    Commit(Box<commit_command::Commit>),
    Explain(Box<explain_command::Explain>),
    Verify(Box<verify_command::Verify>),
}

/// What is drawn and how: the same words when it is committed to and when it is done.
#[derive(clap::Args, Clone, Debug)]
struct Rules {
    /// The folder that holds the four files
    dir: PathBuf,
    /// Where numbers are drawn: the name of the round, which goes into every number
    #[arg(long, value_name = "ID")]
    round: Option<String>,
    /// What each rank costs; goes on in its last step
    #[arg(long, value_name = "1,2,3", value_parser = CostTable::parse, default_value = "1,2,3")]
    cost: CostTable,
    /// The secret salt of the round, of which every student got an own one (64 hexadecimal digits)
    #[arg(long, value_name = "FILE")]
    salt: Option<PathBuf>,
    #[command(flatten)]
    more: more::MoreRules,
}

/// One run over the four files.
#[derive(clap::Args, Clone, Debug)]
#[group(args = ["out", "compare"])] // tells a run from a verb: of arguments that are gathered elsewhere, clap keeps no account
struct Run {
    #[command(flatten)]
    rules: Rules,
    /// How students are placed
    #[arg(long, value_parser = mechanism, required_unless_present = "compare")]
    mechanism: Option<Mechanism>,
    /// Solve by every mechanism and say what differs; --report has all of it
    #[arg(long, conflicts_with_all = ["mechanism", "out", "reasons", "certificate", "log"])]
    compare: bool,
    #[command(flatten)]
    chance: chance::ChanceFrom,
    /// Use at most so many threads; what is written is the same on any number
    #[arg(long, value_name = "N", default_value = "1", value_parser = threads)]
    threads: Threads,
    /// Where the allocation goes (CSV)
    #[arg(long, value_name = "FILE", required_unless_present = "compare")]
    out: Option<PathBuf>,
    /// Where a report for the office goes (JSON)
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Where every student's reasons go (JSON, a line each)
    #[arg(long, value_name = "FILE")]
    reasons: Option<PathBuf>,
    /// Where the certificate goes, which `allocate verify` checks (JSON)
    #[arg(long, value_name = "FILE")]
    certificate: Option<PathBuf>,
}

fn mechanism(name: &str) -> Result<Mechanism, String> {
    let known = Mechanism::NAMES.iter().find(|(known, _)| *known == name);
    known.map(|(_, mechanism)| *mechanism).ok_or_else(|| {
        let names: Vec<&str> = Mechanism::NAMES.iter().map(|(name, _)| *name).collect();
        format!("this version knows {}", names.join(", "))
    })
}

/// More threads than this are a mistyped number.
const THREADS_MAX: usize = 256;

fn threads(text: &str) -> Result<Threads, String> {
    let number = text.parse().ok().filter(|number: &NonZeroUsize| number.get() <= THREADS_MAX);
    number.map(Threads::new).ok_or_else(|| format!("a whole number from 1 to {THREADS_MAX} is needed"))
}

/// The exit code for input or output that cannot be used.
const REFUSED: u8 = 2;

/// Runs the command and returns the exit code: 0 done, 2 refused. Refused means that `err` says why, a line each,
/// and no file was written. The last line on `out` is one JSON object.
pub fn run(command: &Allocate, out: &mut impl Write, err: &mut impl Write) -> u8 {
    let answer = match (&command.verb, &command.run) {
        (Some(Verb::Verify(command)), _) => return verify_command::run(command, out, err),
        (Some(Verb::Commit(command)), _) => commit_command::run(command),
        (Some(Verb::Explain(command)), _) => explain_command::run(command, err),
        (None, Some(run)) => allocate(run, err),
        (None, None) => Err("the folder that holds the four files is needed".into()),
    };
    match answer {
        Ok(line) if writeln!(out, "{line}").and_then(|()| out.flush()).is_ok() => 0,
        Ok(_) => 1, // the files are written, but nobody listens any more
        Err(refusal) => {
            // If standard error is closed, the exit code still tells.
            drop(writeln!(err, "{}", refusal.trim_end()));
            REFUSED
        }
    }
}

fn allocate(command: &Run, err: &mut impl Write) -> Result<String, String> {
    let mut meter = ProcessMeter;
    let begun = meter.cpu_seconds();
    let rules = &command.rules;
    let (chance, committed) = command.chance.of(rules)?;
    let (mut input, options) = (Opened::of(&rules.dir)?, command.options(chance)?);
    let mut pending = Pending::default();
    let mut inputs = rules.inputs();
    inputs.extend(command.chance.inputs());
    for path in command.outputs() {
        pending.reserve(path, &inputs)?;
    }
    if command.compare {
        return compare(command, input, &options, pending, err);
    }
    let fetched = meter.cpu_seconds();
    let output = solved(input.streams(), &options, committed.as_ref(), &mut meter)?;
    for notice in &output.notices {
        drop(writeln!(err, "{notice}"));
    }
    let run = meter.cpu_seconds();
    command.store(&output, pending)?;
    let mut summary = output.summary;
    summary.read_s += fetched - begun;
    summary.write_s += meter.cpu_seconds() - run;
    summary.total_s = meter.cpu_seconds();
    summary.peak_mb = meter::peak_mb();
    serde_json::to_string(&summary).map_err(|why| why.to_string())
}

/// Reads, draws what the round is committed to, and solves.
fn solved(
    input: Streams<'_>,
    options: &RunOptions,
    committed: Option<&Commitment>,
    meter: &mut ProcessMeter,
) -> Result<Output, String> {
    let told = |errors: InputErrors| errors.to_string();
    let frozen = freeze_streams(input, options.numbers(), options, meter).map_err(told)?;
    if let Some(commitment) = committed {
        chance::check(commitment, options, &frozen)?;
    }
    run_frozen(frozen, options, meter).map_err(told)
}

/// The table, and as its last line one JSON object.
fn compare(
    command: &Run,
    mut input: Opened,
    options: &RunOptions,
    pending: Pending,
    err: &mut impl Write,
) -> Result<String, String> {
    let compared = compare_streams(input.streams(), options, &mut ProcessMeter).map_err(|errors| errors.to_string())?;
    for notice in &compared.notices {
        drop(writeln!(err, "{notice}"));
    }
    if let Some(path) = &command.report {
        pending.fill(path, |file| file.write_all(&compared.report()))?;
    }
    pending.publish()?;
    Ok(format!("{}\n{}", compared.table(), compared.summary()))
}

impl Rules {
    /// The files that are read, none of which may be written over.
    fn inputs(&self) -> Vec<PathBuf> {
        let four = File::ALL.map(|file| self.dir.join(file.name()));
        four.into_iter().chain(more::inputs(&self.more)).chain(self.salt.clone()).collect()
    }

    fn options(&self, mechanism: Mechanism, chance: Option<Chance>) -> Result<RunOptions, String> {
        Ok(RunOptions {
            mechanism,
            chance,
            salt: self.salt.as_deref().map(chance::salt).transpose()?,
            round_id: self.round.clone().unwrap_or_default(),
            cost: self.cost.clone(),
            more: more::fetch(&self.more)?,
            ..RunOptions::default()
        })
    }
}

impl Run {
    fn outputs(&self) -> impl Iterator<Item = &Path> {
        let all = [&self.out, &self.report, &self.reasons, &self.certificate];
        all.into_iter().flatten().map(PathBuf::as_path)
    }

    fn options(&self, chance: Option<Chance>) -> Result<RunOptions, String> {
        let (report, certificate) = (self.report.is_some(), self.certificate.is_some());
        let rules = self.rules.options(self.mechanism.unwrap_or_default(), chance)?;
        Ok(RunOptions { report, certificate, threads: self.threads, ..rules })
    }

    fn store(&self, output: &Output, pending: Pending) -> Result<(), String> {
        if let Some(path) = &self.out {
            pending.fill(path, |file| file.write_all(&output.allocation))?;
        }
        if let (Some(path), Some(report)) = (&self.report, &output.report) {
            pending.fill(path, |file| file.write_all(report))?;
        }
        if let (Some(path), Some(certificate)) = (&self.certificate, &output.certificate) {
            pending.fill(path, |file| file.write_all(certificate))?;
        }
        if let Some(path) = &self.reasons {
            pending.fill(path, |file| output.write_reasons(file))?;
        }
        pending.publish()
    }
}
