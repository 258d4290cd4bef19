//! What may be asked for besides the four files.

use matching::files::More;
use std::path::PathBuf;

/// Rules beyond lists and capacities.
#[derive(clap::Args, Clone, Debug)]
pub(crate) struct MoreRules {
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
    /// Students who draw after those of a lower turn; 0 for who is not named (CSV: student_id,turn)
    #[arg(long, value_name = "FILE")]
    turns: Option<PathBuf>,
}

/// The files named besides the four, none of which may be written over.
pub(crate) fn inputs(command: &MoreRules) -> impl Iterator<Item = PathBuf> {
    [&command.ban, &command.soft, &command.protect, &command.turns].into_iter().flatten().cloned()
}

/// Reads them; the error has a line for each that cannot be read.
pub(crate) fn fetch(command: &MoreRules) -> Result<More, String> {
    let mut missing = String::new();
    let mut fetch = |option: &str, path: &Option<PathBuf>| {
        let path = path.as_ref()?;
        let read = std::fs::read(path);
        read.map_err(|why| missing.push_str(&format!("{option}: {} cannot be read: {why}\n", path.display()))).ok()
    };
    let more = More {
        bans: fetch("--ban", &command.ban),
        travel_limit: command.travel_limit,
        complete_lists: command.complete_lists,
        soft: fetch("--soft", &command.soft),
        protect: fetch("--protect", &command.protect),
        turns: fetch("--turns", &command.turns),
    };
    if missing.is_empty() { Ok(more) } else { Err(missing) }
}
