//! Words that readers see, as typed functions: one for each key of a wing's texts.
//!
//! A wing's `build.rs` is `fn main() { words::gather(".") }`. It reads `ROOM/text/{en,nb,nn,da}.ftl` of every room,
//! refuses what differs between the languages, and writes `OUT_DIR/words.rs`, which the wing takes in as
//!
//! ```ignore
//! /// The words of this wing.
//! pub mod words {
//!     include!(concat!(env!("OUT_DIR"), "/words.rs"));
//! }
//! ```
//!
//! That module holds `Words` (`words.wishes_left(3)`), `words_of(lang) -> &'static Words`, `words.lang()`, and in every
//! wing but the kit `words.shared()`: the words of the layout, in the same language. The wing needs `base`, `kit` and
//! `fluent-typed` among its dependencies.

mod generated;
#[cfg(test)]
mod tests;
mod texts;

use std::path::{Path, PathBuf};
use std::process;

use texts::Texts;
pub use texts::{LANGUAGES, Problem};

/// For a wing's `build.rs`: makes its words, or ends the build with every problem found.
pub fn gather(wing: &str) {
    let wing = Path::new(wing);
    let owned = |name: &str| std::env::var(name).unwrap_or_default();
    let beside = if owned("CARGO_PKG_NAME") == "kit" { Beside::Nothing } else { Beside::Kit };
    for watched in watched(wing) {
        tell_cargo("rerun-if-changed", &watched.display().to_string());
    }
    if let Err(problems) = gather_into(wing, &PathBuf::from(owned("OUT_DIR")), beside) {
        for problem in &problems {
            tell_cargo("error", &problem.to_string());
        }
        process::exit(1);
    }
}

/// Whose words the wing's words lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// The kit itself: its words are the ones that the others share.
    Nothing,
    /// Every other wing: `words.shared()` gives the kit's.
    Kit,
}

/// What [`gather_into`] did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The texts differ from the last build, or there was none.
    Written,
    /// No text changed; nothing was touched.
    Unchanged,
}

/// Compares the languages of a wing and writes `words.rs` into `out`.
/// # Errors
/// Every difference between the languages, every key outside its room and everything that cannot be read, at once.
pub fn gather_into(wing: &Path, out: &Path, beside: Beside) -> Result<Outcome, Vec<Problem>> {
    let texts = Texts::read(wing)?;
    let stamp = format!("{beside:?} {}\n{}", generated::fingerprint(), texts.fingerprint());
    let stamp_file = out.join("words.stamp");
    if std::fs::read_to_string(&stamp_file).is_ok_and(|before| before == stamp) && out.join("words.rs").exists() {
        return Ok(Outcome::Unchanged);
    }
    let problems = texts.problems();
    if !problems.is_empty() {
        return Err(problems);
    }
    generated::write(&texts, out, beside).map_err(|problem| vec![problem])?;
    std::fs::write(&stamp_file, stamp).map_err(|error| vec![Problem::file(&stamp_file, &error.to_string())])?;
    Ok(Outcome::Written)
}

/// What a change of words can touch: the texts; for rooms without any, the room; and the list of rooms.
/// A watched folder is watched to its depths, so a room with texts is not: its tests may change without a rebuild.
fn watched(wing: &Path) -> Vec<PathBuf> {
    let mut watched: Vec<PathBuf> =
        ["lib.rs", "src/lib.rs"].iter().map(|list| wing.join(list)).filter(|list| list.exists()).collect();
    for room in texts::folders(wing) {
        let text = room.join("text");
        watched.push(if text.is_dir() { text } else { room });
    }
    watched
}

#[expect(clippy::disallowed_macros, clippy::print_stdout, reason = "cargo reads a build script's standard output")]
fn tell_cargo(instruction: &str, value: &str) {
    println!("cargo::{instruction}={value}");
}
