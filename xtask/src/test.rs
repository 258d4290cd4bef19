//! `cargo xtask test`: starts the tests' PostgreSQL, runs every test, then the browser, and says what really ran.

mod tally;

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::say;
use tally::Tally;

/// How much to run.
#[derive(Debug, PartialEq, Eq)]
pub enum Wish {
    /// Every test and the browser's covering set.
    Ordinary,
    /// Also ignored tests and every combination of the browser walk.
    Long,
    /// Tests whose name contains the filter; no browser.
    Only(String),
}

/// Runs the tests. Its last lines count what ran, on which database, and what did not run.
/// # Errors
/// When anything failed, or could not run at all.
pub fn run(root: &Path, wish: &Wish) -> Result<(), String> {
    cluster(root, "start")?;
    let outcome = run_with_server(root, wish);
    let stopped = cluster(root, "stop");
    outcome.and(stopped)
}

fn run_with_server(root: &Path, wish: &Wish) -> Result<(), String> {
    let (tally, passed) = run_rust(root, wish)?;
    let browser = match wish {
        Wish::Only(_) => Browser::LeftOut,
        _ => run_browser(root, wish)?,
    };
    say("");
    say(&format!("Rust tests: {tally}"));
    say(match browser {
        Browser::Passed => "Browser tests: passed (figures above)",
        Browser::Failed => "Browser tests: FAILED (see above)",
        Browser::LeftOut => "Browser tests: not run, because only some tests were asked for",
    });
    match (passed, browser) {
        (true, Browser::Passed | Browser::LeftOut) => Ok(()),
        _ => Err("Tests failed.".to_owned()),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Browser {
    Passed,
    Failed,
    LeftOut,
}

/// The tests' server, by the same script that the tests use themselves.
fn cluster(root: &Path, verb: &str) -> Result<(), String> {
    let done = Command::new("sh")
        .arg(root.join("portal/testkit/cluster.sh"))
        .arg(verb)
        .stdout(Stdio::null())
        .status()
        .map_err(|error| format!("cluster.sh {verb}: {error}"))?;
    if done.success() { Ok(()) } else { Err(format!("the tests' PostgreSQL server: cluster.sh {verb} failed")) }
}

/// Runs the Rust tests with nextest when it is there, else with cargo's own runner; both report to the tally. The long
/// forms run in a build of their own, as releases are built: whole cohorts take hours without.
fn run_rust(root: &Path, wish: &Wish) -> Result<(Tally, bool), String> {
    let nextest = Command::new("cargo").args(["nextest", "--version"]).output().is_ok_and(|done| done.status.success());
    let mut tally = Tally::default();
    if !nextest {
        say("cargo-nextest is not installed; cargo's own test runner takes its place");
        let passed = follow(by_cargo(root, wish), tally::Runner::Cargo, wish, &mut tally)?;
        return Ok((tally, passed));
    }
    let mut passed = follow(by_nextest(root, wish, &[]), tally::Runner::Nextest, wish, &mut tally)?;
    if *wish == Wish::Long {
        let long = by_nextest(root, wish, &["--release", "--run-ignored", "only"]);
        passed &= follow(long, tally::Runner::Nextest, wish, &mut tally)?;
    }
    Ok((tally, passed))
}

fn by_nextest(root: &Path, wish: &Wish, more: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(root).args(["nextest", "run", "--workspace", "--color", "never", "--no-tests", "pass"]);
    // What one part of the long forms skips, the other runs.
    command.args(["--status-level", if *wish == Wish::Long { "pass" } else { "all" }]);
    command.args(["--final-status-level", "fail"]).args(more);
    command.args(if let Wish::Only(filter) = wish { Some(filter) } else { None });
    command
}

fn by_cargo(root: &Path, wish: &Wish) -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(root).args(["test", "--workspace", "--no-fail-fast", "--lib", "--bins", "--tests"]);
    command.args(if let Wish::Only(filter) = wish { Some(filter) } else { None });
    command.args(if *wish == Wish::Long { &["--release", "--", "--include-ignored"][..] } else { &[] });
    command
}

/// Shows the runner's lines as they come and counts them; what was not asked for is kept back. nextest writes to
/// standard error, cargo to standard output.
fn follow(mut command: Command, runner: tally::Runner, wish: &Wish, tally: &mut Tally) -> Result<bool, String> {
    let quiet = matches!(wish, Wish::Only(_));
    match runner {
        tally::Runner::Nextest => command.stderr(Stdio::piped()),
        tally::Runner::Cargo => command.stdout(Stdio::piped()),
    };
    let mut child = command.spawn().map_err(|error| format!("cargo did not start: {error}"))?;
    let lines: Box<dyn BufRead> = match (child.stderr.take(), child.stdout.take()) {
        (Some(stderr), _) => Box::new(BufReader::new(stderr)),
        (None, Some(stdout)) => Box::new(BufReader::new(stdout)),
        (None, None) => return Err("cargo's output cannot be read".to_owned()),
    };
    for line in lines.lines() {
        let line = line.map_err(|error| format!("cargo's output cannot be read: {error}"))?;
        tally.read(runner, &line);
        if !(quiet && line.trim_start().starts_with("SKIP ")) {
            say(&line);
        }
    }
    let status = child.wait().map_err(|error| format!("cargo did not end: {error}"))?;
    Ok(status.success())
}

/// The browser tests against the binary that was just built.
fn run_browser(root: &Path, wish: &Wish) -> Result<Browser, String> {
    let folder = root.join("portal/tests/browser");
    if !folder.join("node_modules").is_dir() {
        return Err("portal/tests/browser/node_modules is missing: run `make test`, or scripts/setup.sh".to_owned());
    }
    // Built with the tests, or else cargo would build half of the crates again with fewer features.
    let built = Command::new("cargo").current_dir(root).args(["test", "--workspace", "--no-run", "--quiet"]).status();
    if !built.is_ok_and(|status| status.success()) {
        return Err("the portal does not build".to_owned());
    }
    let mut node = Command::new("npm");
    node.current_dir(folder).args(["test", "--silent"]);
    if *wish == Wish::Long {
        node.env("FULL", "1");
    }
    let status = node.status().map_err(|error| format!("npm did not start: {error}"))?;
    Ok(if status.success() { Browser::Passed } else { Browser::Failed })
}
