//! What is known to be wrong with crates of the lock file, and what the house has decided: docs/advisories.md, a snapshot
//! that people refresh. It is compared with the lock file without the network.

use std::path::Path;

use semver::{Version, VersionReq};

/// The snapshot.
const SNAPSHOT: &str = "docs/advisories.md";
/// What stands where there is nothing to say.
const NONE: &str = "-";

/// One line of the snapshot.
#[derive(Debug)]
struct Advisory {
    id: String,
    name: String,
    mended: Vec<VersionReq>,
    before: Vec<VersionReq>,
    decision: Option<String>,
}

impl Advisory {
    fn names(&self, name: &str, version: &Version) -> bool {
        self.name == name && !self.mended.iter().chain(&self.before).any(|safe| safe.matches(version))
    }
}

/// Compares the snapshot with the lock file.
/// # Errors
/// What is affected and not decided on, what is decided on and not there, and lines that cannot be read.
pub(super) fn check(root: &Path) -> Result<(), String> {
    let read = |path: &str| std::fs::read_to_string(root.join(path)).map_err(|error| format!("{path}: {error}"));
    let wrong = compare(&advisories(&read(SNAPSHOT)?)?, &packages(&read("Cargo.lock")?)?);
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

fn compare(advisories: &[Advisory], packages: &[(String, Version)]) -> Vec<String> {
    let mut wrong = vec![];
    for advisory in advisories {
        let mut affected = packages.iter().filter(|(name, version)| advisory.names(name, version)).peekable();
        if advisory.decision.is_some() {
            if affected.peek().is_none() {
                wrong.push(format!(
                    "{SNAPSHOT}: {} is decided on, and no version of {} is affected any more: put - there",
                    advisory.id, advisory.name
                ));
            }
            continue;
        }
        wrong.extend(affected.map(|(name, version)| {
            format!(
                "{name} {version} is named by {}: take a mended version, or decide in {SNAPSHOT} and say why",
                advisory.id
            )
        }));
    }
    wrong
}

/// The lines of the table; anything else in the file is for people.
fn advisories(text: &str) -> Result<Vec<Advisory>, String> {
    let rows = text.lines().enumerate().filter(|(_, line)| line.starts_with("| RUSTSEC-"));
    let found: Vec<Advisory> = rows
        .map(|(at, line)| row(line).map_err(|why| format!("{SNAPSHOT}:{}: {why}", at + 1)))
        .collect::<Result<_, _>>()?;
    if found.is_empty() { Err(format!("{SNAPSHOT}: no advisory stands there")) } else { Ok(found) }
}

fn row(line: &str) -> Result<Advisory, String> {
    let cells: Vec<&str> = line.trim().trim_matches('|').split('|').map(str::trim).collect();
    let [id, name, mended, before, decision] = cells.as_slice() else {
        return Err(format!("{} columns, there are five: id, crate, mended, before, decision", cells.len()));
    };
    let decision = (*decision != NONE).then(|| (*decision).to_owned());
    if decision.as_deref().is_some_and(|decision| !decision.contains(": ")) {
        return Err("a decision says what was decided and, after a colon, why".to_owned());
    }
    let (mended, before) = (ranges(mended)?, ranges(before)?);
    Ok(Advisory { id: (*id).to_owned(), name: (*name).to_owned(), mended, before, decision })
}

fn ranges(cell: &str) -> Result<Vec<VersionReq>, String> {
    let parts = cell.split(';').map(str::trim).filter(|part| *part != NONE);
    parts
        .map(|part| VersionReq::parse(part).map_err(|error| format!("{part:?} is no range of versions: {error}")))
        .collect()
}

/// Every package of the lock file with its version.
fn packages(lock: &str) -> Result<Vec<(String, Version)>, String> {
    let value = |block: &str, key: &str| {
        let line = block.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "));
        line.map(|line| line.trim_matches('"').to_owned())
    };
    let blocks = lock.split("[[package]]").skip(1);
    blocks
        .filter_map(|block| Some((value(block, "name")?, value(block, "version")?)))
        .map(|(name, version)| match Version::parse(&version) {
            Ok(parsed) => Ok((name, parsed)),
            Err(error) => Err(format!("Cargo.lock: {name} {version}: {error}")),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str =
        "[[package]]\nname = \"ring\"\nversion = \"0.17.5\"\n\n[[package]]\nname = \"rand\"\nversion = \"0.8.8\"\n";

    fn wrong(rows: &str) -> Vec<String> {
        compare(&advisories(rows).expect("rows"), &packages(LOCK).expect("packages"))
    }

    #[test]
    fn the_lock_file_of_the_house_holds_nothing_undecided() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the repository");
        assert_eq!(check(root), Ok(()));
    }

    #[test]
    fn an_affected_version_fails_until_it_is_mended_or_decided_on() {
        assert!(wrong("| RUSTSEC-1-1 | ring | >=0.17.12 | - | - |")[0].contains("ring 0.17.5 is named by RUSTSEC-1-1"));
        for fine in [
            "| RUSTSEC-1-1 | ring | >=0.17.12 | <0.17.6 | - |",
            "| RUSTSEC-1-1 | ring | >=0.17.12; ^0.17.5 | - | - |",
            "| RUSTSEC-1-1 | ring | >=0.17.12 | - | accepted: nobody calls it |",
            "| RUSTSEC-1-1 | rand | >=0.9.3, <0.10.0; >=0.8.6, <0.9.0 | - | - |",
            "| RUSTSEC-1-1 | not-there | - | - | - |",
        ] {
            assert_eq!(wrong(fine), [] as [String; 0], "{fine}");
        }
        assert!(wrong("| RUSTSEC-1-1 | rand | >=0.8.6 | - | accepted: old |")[0].contains("put - there"));
    }

    #[test]
    fn a_line_that_cannot_be_read_is_named() {
        for (line, why) in [
            ("| RUSTSEC-1-1 | ring | >=0.17.12 | - |", "4 columns"),
            ("| RUSTSEC-1-1 | ring | soon | - | - |", "no range of versions"),
            ("| RUSTSEC-1-1 | ring | - | - | accepted |", "why"),
            ("nothing", "no advisory"),
        ] {
            let error = advisories(line).expect_err("refused");
            assert!(error.contains(why), "{error}");
        }
    }
}
