//! What may be asked for besides the four files.

use crate::Run;
use matching::files::More;
use std::path::PathBuf;

/// The files named besides the four, none of which may be written over.
pub(crate) fn inputs(command: &Run) -> impl Iterator<Item = PathBuf> {
    [&command.ban, &command.soft, &command.protect].into_iter().flatten().cloned()
}

/// Reads them; the error has a line for each that cannot be read.
pub(crate) fn fetch(command: &Run) -> Result<More, String> {
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
    };
    if missing.is_empty() { Ok(more) } else { Err(missing) }
}
