//! Counting what a test runner reports, by database.

use std::fmt;

/// Whose lines are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Runner {
    /// cargo-nextest
    Nextest,
    /// cargo test
    Cargo,
}

/// Tests of the macro itself, which only have the names of databases.
const WITHOUT: &str = "of_the_macro::";

/// How many tests ran where. A test on a database ends in `::sqlite` or `::postgres`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tally {
    sqlite: usize,
    postgres: usize,
    other: usize,
    failed: usize,
    skipped: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Passed,
    Failed,
    Skipped,
}

impl Tally {
    /// Counts one line, if it reports a test's end.
    pub fn read(&mut self, runner: Runner, line: &str) {
        let report = match runner {
            Runner::Nextest => nextest_report(line),
            Runner::Cargo => cargo_report(line),
        };
        let Some((fate, name)) = report else { return };
        if fate == Fate::Skipped {
            self.skipped += 1;
            return;
        }
        if fate == Fate::Failed {
            self.failed += 1;
        }
        match name.rsplit("::").next() {
            _ if name.contains(WITHOUT) => self.other += 1,
            Some("sqlite") => self.sqlite += 1,
            Some("postgres") => self.postgres += 1,
            _ => self.other += 1,
        }
    }
}

/// `        PASS [   0.009s] ( 1/13) words tests::a_key`
fn nextest_report(line: &str) -> Option<(Fate, &str)> {
    let line = line.trim();
    let (status, rest) = line.split_once(" [")?;
    let fate = match status.trim() {
        "PASS" | "LEAK" | "FLAKY" => Fate::Passed,
        "SKIP" => Fate::Skipped,
        "FAIL" | "ABORT" | "TIMEOUT" | "LEAK-FAIL" | "XFAIL" => Fate::Failed,
        signal if signal.starts_with("SIG") => Fate::Failed,
        _ => return None,
    };
    // The failures are listed again at the end, without a place in the run.
    let (_, rest) = rest.split_once("] ")?;
    let rest = if fate == Fate::Skipped { rest } else { rest.trim_start().strip_prefix('(')? };
    rest.split_whitespace().last().map(|name| (fate, name))
}

/// `test tests::a_key ... ok`
fn cargo_report(line: &str) -> Option<(Fate, &str)> {
    let (name, end) = line.strip_prefix("test ")?.split_once(" ... ")?;
    let fate = match end.split([' ', ',']).next()? {
        "ok" => Fate::Passed,
        "FAILED" => Fate::Failed,
        "ignored" => Fate::Skipped,
        _ => return None,
    };
    Some((fate, name.trim_end_matches(" - should panic")))
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { sqlite, postgres, other, failed, skipped } = self;
        write!(f, "{sqlite} ran on SQLite, {postgres} on PostgreSQL, {other} without a database; ")?;
        write!(f, "{failed} failed, {skipped} were left out")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nextest_lines_are_counted_once_each() {
        let mut tally = Tally::default();
        let lines = [
            "    Starting 6 tests across 2 binaries (1 test skipped)",
            "        PASS [   0.096s] (1/6) portal::it wishes::closed::sqlite",
            "        FAIL [   0.096s] (2/6) portal::it wishes::closed::postgres",
            "        SLOW [> 60.000s] (─────) portal::it rounds::long::postgres",
            "        PASS [  61.005s] (3/6) portal::it rounds::long::postgres",
            "        LEAK [   0.007s] (4/6) macros::both_databases of_the_macro::a_key::sqlite",
            "     TIMEOUT [ 600.005s] (5/6) words tests::slow",
            "     SIGKILL [   1.005s] (6/6) words tests::killed",
            "        SKIP [         ] (─────) words tests::ignored",
            "     Summary [   0.105s] 6 tests run: 3 passed, 3 failed, 1 skipped",
            "        FAIL [   0.096s] portal::it wishes::closed::postgres",
        ];
        for line in lines {
            tally.read(Runner::Nextest, line);
        }
        assert_eq!(tally, Tally { sqlite: 1, postgres: 2, other: 3, failed: 3, skipped: 1 });
    }

    #[test]
    fn cargos_lines_are_counted_once_each() {
        let mut tally = Tally::default();
        let lines = [
            "running 4 tests",
            "test wishes::closed::sqlite ... ok",
            "test wishes::closed::postgres ... FAILED",
            "test wishes::panics::sqlite - should panic ... ok",
            "test long ... ignored, takes an hour",
            "test result: FAILED. 2 passed; 1 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s",
        ];
        for line in lines {
            tally.read(Runner::Cargo, line);
        }
        assert_eq!(tally, Tally { sqlite: 2, postgres: 1, other: 0, failed: 1, skipped: 1 });
    }

    #[test]
    fn the_closing_line_says_everything() {
        let tally = Tally { sqlite: 4, postgres: 3, other: 2, failed: 1, skipped: 0 };
        assert_eq!(
            tally.to_string(),
            "4 ran on SQLite, 3 on PostgreSQL, 2 without a database; 1 failed, 0 were left out"
        );
    }
}
