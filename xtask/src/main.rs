//! Checks and runs that belong to the repository: `cargo xtask tidy`, `cargo xtask test`, `cargo xtask deps`,
//! `cargo xtask mutate`.

mod deps;
mod mutate;
mod test;
mod tidy;

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

const USE: &str = "use: cargo xtask tidy          checks the rules of the house (see STYLE.md)
     cargo xtask test [FILTER]  runs every test, or those whose name contains FILTER (then no browser)
     cargo xtask test --long    the long forms too: ignored tests, every combination of the walk
     cargo xtask deps [--check] licences and advisories of what the program carries: writes docs/dependencies.md and a CycloneDX file
     cargo xtask mutate [WORD [STEP]] takes guards out one at a time, those in files whose path holds WORD, each STEP-th
     cargo xtask mutate --list  every guard with its number";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["tidy"] => tidy::run(&root()),
        ["deps"] => deps::run(&root(), false),
        ["deps", "--check"] => deps::run(&root(), true),
        ["mutate", "--list"] => mutate::run(&root(), &mutate::Wish::List),
        ["mutate", rest @ ..] => wish(rest).and_then(|wish| mutate::run(&root(), &wish)),
        ["test"] => test::run(&root(), &test::Wish::Ordinary),
        ["test", "--long"] => test::run(&root(), &test::Wish::Long),
        ["test", filter] if !filter.starts_with('-') => test::run(&root(), &test::Wish::Only((*filter).to_owned())),
        _ => Err(USE.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            say(&why);
            ExitCode::FAILURE
        }
    }
}

fn wish(words: &[&str]) -> Result<mutate::Wish, String> {
    let (word, step) = match words {
        [] => ("", Ok(1)),
        [word] => (*word, Ok(1)),
        [word, step] => (*word, step.parse()),
        _ => return Err(USE.to_owned()),
    };
    Ok(mutate::Wish::Some { word: word.to_owned(), step: step.map_err(|_| USE.to_owned())? })
}

/// The repository, wherever the command is given.
fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.parent().map(PathBuf::from).unwrap_or(here)
}

/// One line for the reader; a closed pipe is no error.
fn say(line: &str) {
    let _closed = writeln!(io::stdout(), "{line}");
}
