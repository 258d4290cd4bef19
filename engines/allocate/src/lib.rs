//! The command `fotfeste allocate`: four files of a folder in, an allocation out. A thin layer over
//! [`matching::files`]: it reads, writes and measures, and decides nothing.

mod meter;
mod more;
mod output;
mod verify_command;

use matching::files::{CostTable, File, Input, More, Output, RunOptions, compare_files, run_files};
use matching::{Mechanism, Meter as _, Seed};
use meter::ProcessMeter;
use output::Pending;
use std::io::Write;
use std::num::NonZeroU16;
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
    Verify(verify_command::Verify),
}

/// One run over the four files.
#[derive(clap::Args, Clone, Debug)]
struct Run {
    /// The folder that holds the four files
    dir: PathBuf,
    /// How students are placed
    #[arg(long, value_parser = mechanism, required_unless_present = "compare")]
    mechanism: Option<Mechanism>,
    /// Solve by every mechanism and say what differs; --report has all of it
    #[arg(long, conflicts_with_all = ["mechanism", "out", "reasons", "certificate"])]
    compare: bool,
    /// Draw lottery numbers from this seed and the input, instead of taking the lottery column
    #[arg(long, value_name = "HEX", value_parser = Seed::from_hex)]
    seed: Option<Seed>,
    /// With --seed: the name of the round, which goes into every number
    #[arg(long, value_name = "ID", default_value = "", requires = "seed", hide_default_value = true)]
    round: String,
    /// What each rank costs; goes on in its last step
    #[arg(long, value_name = "1,2,3", value_parser = CostTable::parse, default_value = "1,2,3")]
    cost: CostTable,
    /// Use at most so many threads; the answer is the same on any number
    #[arg(long, value_name = "N", default_value = "1")]
    threads: NonZeroU16,
    /// Pairs that must not come about (CSV: student_id,place_id,reason; own_workplace, relative or other)
    #[arg(long, value_name = "FILE")]
    ban: Option<PathBuf>,
    /// Consider no wish with a longer travel; unknown travel is near enough
    #[arg(long, value_name = "MINUTES")]
    travel_limit: Option<u16>,
    /// Complete every list with fewer than N considered wishes with all other eligible places, as one last rank
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    complete_lists: Option<u16>,
    /// Soft terms in whole rank steps, fewer are better (CSV: student_id,place_id,steps)
    #[arg(long, value_name = "FILE")]
    soft: Option<PathBuf>,
    /// Students whose placing counts before everybody else's (CSV: student_id)
    #[arg(long, value_name = "FILE")]
    protect: Option<PathBuf>,
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

/// The exit code for input or output that cannot be used.
const REFUSED: u8 = 2;

/// Runs the command and returns the exit code: 0 done, 2 refused. Refused means that `err` says why, a line each,
/// and no file was written. The last line on `out` is one JSON object.
pub fn run(command: &Allocate, out: &mut impl Write, err: &mut impl Write) -> u8 {
    let answer = match (&command.verb, &command.run) {
        (Some(Verb::Verify(command)), _) => return verify_command::run(command, out, err),
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
    let input = fetch(&command.dir)?;
    let more = more::fetch(command)?;
    let mut pending = Pending::default();
    let mut inputs = File::ALL.map(|file| command.dir.join(file.name())).to_vec();
    inputs.extend(more::inputs(command));
    for path in command.outputs() {
        pending.reserve(path, &inputs)?;
    }
    if command.compare {
        return compare(command, input, more, pending, err);
    }
    let fetched = meter.cpu_seconds();
    let output = run_files(input, &command.options(more), &mut meter).map_err(|errors| errors.to_string())?;
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

/// The table, and as its last line one JSON object.
fn compare(command: &Run, input: Input, more: More, pending: Pending, err: &mut impl Write) -> Result<String, String> {
    let compared =
        compare_files(input, &command.options(more), &mut ProcessMeter).map_err(|errors| errors.to_string())?;
    for notice in &compared.notices {
        drop(writeln!(err, "{notice}"));
    }
    if let Some(path) = &command.report {
        pending.fill(path, |file| file.write_all(&compared.report()))?;
    }
    pending.publish()?;
    Ok(format!("{}\n{}", compared.table(), compared.summary()))
}

fn fetch(dir: &Path) -> Result<Input, String> {
    let mut missing = String::new();
    let mut fetch = |file: File| {
        std::fs::read(dir.join(file.name())).unwrap_or_else(|why| {
            missing.push_str(&format!("{file}: cannot be read in {}: {why}\n", dir.display()));
            Vec::new()
        })
    };
    let [hosts, places, students, wishes] = File::ALL.map(&mut fetch);
    if missing.is_empty() { Ok(Input { hosts, places, students, wishes }) } else { Err(missing) }
}

impl Run {
    fn outputs(&self) -> impl Iterator<Item = &Path> {
        let all = [&self.out, &self.report, &self.reasons, &self.certificate];
        all.into_iter().flatten().map(PathBuf::as_path)
    }

    fn options(&self, more: More) -> RunOptions {
        RunOptions {
            mechanism: self.mechanism.unwrap_or_default(),
            seed: self.seed.clone(),
            round_id: self.round.clone(),
            cost: self.cost.clone(),
            more,
            report: self.report.is_some(),
            certificate: self.certificate.is_some(),
        }
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
