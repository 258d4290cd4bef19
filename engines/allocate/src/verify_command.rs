//! `fotfeste allocate verify`: hands the files to the crate [`verify`] and says what it answers.

use crate::chance;
use matching::draw::{Hash, Head};
use matching::files::Input;
use std::io::Write;
use std::path::PathBuf;
use verify::Refusal;
use verify::chance::Evidence;
use verify::input::Files;

/// Check an allocation and its certificate against the four files
///
/// Says what was proven, a line each; or the first claim that is broken. Ends with 0 when all is true, 1 when
/// refused, 2 when a file cannot be read.
#[derive(clap::Args, Clone, Debug)]
pub(crate) struct Verify {
    /// The folder that holds the four files
    dir: PathBuf,
    /// The allocation (CSV)
    #[arg(long, value_name = "FILE")]
    allocation: PathBuf,
    /// The certificate (JSON)
    #[arg(long, value_name = "FILE")]
    certificate: PathBuf,
    /// The pairs that must not come about, if the run had any
    #[arg(long, value_name = "FILE")]
    ban: Option<PathBuf>,
    /// The soft terms, if the run had any
    #[arg(long, value_name = "FILE")]
    soft: Option<PathBuf>,
    /// The protected students, if the run had any
    #[arg(long, value_name = "FILE")]
    protect: Option<PathBuf>,
    /// The secret salt of the round, if its students got one (64 hexadecimal digits)
    #[arg(long, value_name = "FILE")]
    salt: Option<PathBuf>,
    /// The log of commitments: check as well that the draw is the one the round was bound to
    #[arg(long, value_name = "FILE")]
    log: Option<PathBuf>,
    /// The number and the SHA-256 of an entry of the log that was published
    #[arg(long, value_name = "N:HEX", value_parser = chance::head, requires = "log")]
    head: Option<Head>,
    /// The value of the beacon that the log names (JSON as its servers give it)
    #[arg(long, value_name = "FILE", requires = "log")]
    beacon: Option<PathBuf>,
    /// What the office revealed, if two parties made the seed
    #[arg(long, value_name = "HEX", value_parser = chance::hash, requires = "log")]
    office_nonce: Option<Hash>,
    /// What the student union revealed, if two parties made the seed
    #[arg(long, value_name = "HEX", value_parser = chance::hash, requires = "log")]
    union_nonce: Option<Hash>,
    /// The students who draw after others, if the run had any
    #[arg(long, value_name = "FILE")]
    turns: Option<PathBuf>,
}

const TRUE: u8 = 0;
const REFUSED: u8 = 1;
const UNREADABLE: u8 = 2;

/// The exit code: 0 true, 1 refused, 2 unreadable.
pub(crate) fn run(command: &Verify, out: &mut impl Write, err: &mut impl Write) -> u8 {
    let (told, code) = match check(command) {
        Ok(Ok(proven)) => return if told(out, &proven.join("\n")) { TRUE } else { UNREADABLE },
        Ok(Err(why @ Refusal::Broken { .. })) => (why.to_string(), REFUSED),
        Ok(Err(why @ Refusal::Unreadable(_))) => (why.to_string(), UNREADABLE),
        Err(why) => (why, UNREADABLE),
    };
    // If standard error is closed, the exit code still tells.
    drop(writeln!(err, "{}", told.trim_end()));
    code
}

fn told(out: &mut impl Write, lines: &str) -> bool {
    writeln!(out, "{lines}\ntrue").and_then(|()| out.flush()).is_ok()
}

/// What the checker answers, or which file cannot be fetched.
fn check(command: &Verify) -> Result<Result<Vec<String>, Refusal>, String> {
    let read = |path: &PathBuf| std::fs::read(path).map_err(|why| format!("{}: cannot be read: {why}", path.display()));
    let Input { hosts, places, students, wishes } = crate::input::Opened::of(&command.dir)?.read()?;
    let (allocation, certificate) = (read(&command.allocation)?, read(&command.certificate)?);
    let more = |path: &Option<PathBuf>| path.as_ref().map(read).transpose();
    let (ban, soft, protect) = (more(&command.ban)?, more(&command.soft)?, more(&command.protect)?);
    let (log, beacon) = (more(&command.log)?, more(&command.beacon)?);
    let turns = more(&command.turns)?;
    let files = Files {
        hosts: &hosts,
        places: &places,
        students: &students,
        wishes: &wishes,
        ban: ban.as_deref(),
        soft: soft.as_deref(),
        protect: protect.as_deref(),
        salt: command.salt.as_deref().map(chance::salt_bytes).transpose()?,
        turns: turns.as_deref(),
    };
    let evidence = log.as_deref().map(|log| Evidence {
        log,
        head: command.head.map(|head| (head.entries, head.sha256)),
        beacon: beacon.as_deref(),
        office_nonce: command.office_nonce,
        union_nonce: command.union_nonce,
    });
    Ok(verify::check(files, &allocation, &certificate, evidence.as_ref()))
}
