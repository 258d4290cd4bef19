//! `cargo xtask mutate`: takes guards out one at a time and tells which removal no test noticed.
//!
//! A copy of the repository is made in `target/mutants` in which every guard can be switched off by its number, so that it
//! is built once and not once for each guard. Then the tests of the guard's room and those of strangers run with the
//! number in the environment, and every other test when those notice nothing. A guard whose removal none of them notices
//! is either not needed or not tested.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::say;

/// Where the copy stands, below the repository.
const PLACE: &str = "target/mutants";
/// Names the guard that is off.
const SWITCH: &str = "FOTFESTE_MUTANT";
/// Written into the copy, at the foot of each crate that has guards.
const OFF: &str = "\n#[doc(hidden)]\npub fn mutant(number: u32) -> bool {\n    std::env::var(\"FOTFESTE_MUTANT\").is_ok_and(|off| off.parse() == Ok(number))\n}\n";

/// A file of the copy with what stands in it.
type Changed = (PathBuf, String);

/// What is run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wish {
    /// Every guard is listed, nothing is built
    List,
    /// Every so many-th guard whose file's path holds the word
    Some {
        /// A word of the path; empty is every file
        word: String,
        /// 1 is every guard
        step: usize,
    },
}

/// A guard that can be switched off.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Guard {
    file: String,
    line: usize,
    what: String,
}

impl Guard {
    /// The room whose tests stand for it.
    fn room(&self) -> &str {
        let mut parts = self.file.split('/');
        let (wing, room) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        match wing {
            "migrations" => "schema",
            "demo" => wing,
            _ => room,
        }
    }
}

/// Takes guards out.
/// # Errors
/// What cannot be copied or built, a test that fails with every guard in place, and every removal that nobody noticed.
pub fn run(root: &Path, wish: &Wish) -> Result<(), String> {
    let (guards, changed) = guarded(root)?;
    let Wish::Some { word, step } = wish else {
        for (number, guard) in guards.iter().enumerate() {
            say(&format!("{number:>4} {}:{} {}", guard.file, guard.line, guard.what));
        }
        return Ok(());
    };
    let tree = copy(root, &changed)?;
    say("building the copy, once for all guards");
    test(root, &tree, None, "none()")?;
    let chosen: Vec<_> = guards
        .iter()
        .enumerate()
        .filter(|(_, guard)| guard.file.contains(word.as_str()))
        .step_by((*step).max(1))
        .collect();
    let mut sound: BTreeMap<String, bool> = BTreeMap::new();
    let mut unnoticed = vec![];
    for (number, guard) in &chosen {
        let filter = filter(guard.room());
        if !*sound.entry(filter.clone()).or_insert_with(|| test(root, &tree, None, &filter).is_ok()) {
            return Err(format!("{filter} fails with every guard in place"));
        }
        let noticed = [filter.as_str(), EVERY].iter().any(|filter| test(root, &tree, Some(*number), filter).is_err());
        let line = format!("{:>4} {}:{} {}", number, guard.file, guard.line, guard.what);
        say(&format!("{} {line}", if noticed { "noticed  " } else { "UNNOTICED" }));
        if !noticed {
            unnoticed.push(line);
        }
    }
    say(&format!("{} guards of {}, {} removals unnoticed", chosen.len(), guards.len(), unnoticed.len()));
    if unnoticed.is_empty() { Ok(()) } else { Err(format!("no test noticed:\n{}", unnoticed.join("\n"))) }
}

/// What is asked when the room's own tests notice nothing: another room's may.
const EVERY: &str = "test(/::sqlite$/)";

/// The tests of a room on the database that needs no server, and those of strangers.
fn filter(room: &str) -> String {
    format!("(test(/^{room}::/) | test(/^strangers::/) | test(/^schema::/)) & test(/::sqlite$/)")
}

/// Every guard of the house, and its files with a switch at each.
fn guarded(root: &Path) -> Result<(Vec<Guard>, Vec<Changed>), String> {
    let (mut guards, mut changed) = (vec![], vec![]);
    for file in files(root)? {
        let kind = match Path::new(&file).file_name().and_then(|name| name.to_str()) {
            Some("access.rs") => Kind::Rule,
            Some(_) if file.contains("/queries") && file.ends_with(".rs") => Kind::Scope,
            Some(name) if name.starts_with("m2") && file.starts_with("migrations/") => Kind::Unique,
            _ => continue,
        };
        let path = root.join(&file);
        let text = std::fs::read_to_string(&path).map_err(|error| format!("{file}: {error}"))?;
        let before = guards.len();
        let mut lines = vec![];
        for (at, line) in text.lines().enumerate() {
            match switched(kind, line, guards.len()) {
                Some(switched) => {
                    guards.push(Guard { file: file.clone(), line: at + 1, what: line.trim().to_owned() });
                    lines.push(switched);
                }
                None => lines.push(line.to_owned()),
            }
        }
        if guards.len() > before {
            changed.push((PathBuf::from(&file), lines.join("\n") + "\n"));
        }
    }
    Ok((guards, changed))
}

fn files(root: &Path) -> Result<Vec<String>, String> {
    let answer = Command::new("git").current_dir(root).args(["ls-files"]).output();
    let answer = answer.map_err(|error| format!("git ls-files: {error}"))?;
    Ok(String::from_utf8_lossy(&answer.stdout).lines().map(ToOwned::to_owned).collect())
}

/// Where guards of a file are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Who may do what
    Rule,
    /// Whose rows are met
    Scope,
    /// What stands only once
    Unique,
}

/// The line with a switch at its guard; `None` when it has none.
fn switched(kind: Kind, line: &str, number: usize) -> Option<String> {
    let off = format!("crate::mutant({number})");
    if line.trim_start().starts_with("//") {
        return None;
    }
    match kind {
        Kind::Rule => rule(line, &off),
        Kind::Scope => {
            let at = line.find(".filter(")? + ".filter(".len();
            let end = closing(line, at)?;
            let inside = &line[at..end];
            let is_scope = ["owner_id.eq(", "OwnerId.eq(", "person_id.eq(", "PersonId.eq("];
            is_scope.iter().any(|word| inside.contains(word)).then(|| {
                let open = format!("sea_orm::Condition::all().add_option((!{off}).then(|| {inside}))");
                format!("{}{open}{}", &line[..at], &line[end..])
            })
        }
        Kind::Unique => {
            let at = line.find(".unique([")?;
            let end = closing(line, at + ".unique(".len())?;
            // A unique key that is a plain index guards nothing and breaks nothing else.
            let columns = &line[at + ".unique(".len()..end];
            let call = format!(".unique_unless(crate::schema::{}, {columns})", off.trim_start_matches("crate::"));
            Some(format!("{}{call}{}", &line[..at], &line[end + 1..]))
        }
    }
}

fn rule(line: &str, off: &str) -> Option<String> {
    if let Some(at) = line.find("Owner::at_work(actor, ") {
        let end = closing(line, at + "Owner::at_work(".len())?;
        let whose = &line[at + "Owner::at_work".len()..=end];
        let open = format!("(if {off} {{ Owner::proven{whose} }} else {{ Owner::at_work{whose} }})");
        return Some(format!("{}{open}{}", &line[..at], &line[end + 1..]));
    }
    if let Some(at) = line.find(".filter(|_| ") {
        let at = at + ".filter(|_| ".len();
        let end = closing(line, at)?;
        return Some(format!("{}{off} || ({}){}", &line[..at], &line[at..end], &line[end..]));
    }
    if let Some(at) = line.find("if ").filter(|_| !line.contains("if let ")) {
        let (at, end) = (at + 3, line.rfind(" {").filter(|end| *end > at).or_else(|| line.find(" { "))?);
        let end = line[at..].find(" { ").map_or(end, |found| at + found);
        let condition = &line[at..end];
        return match (line[end..].contains("Ok("), line[end..].contains("Err(")) {
            (true, _) => Some(format!("{}{off} || ({condition}){}", &line[..at], &line[end..])),
            (false, true) => Some(format!("{}!{off} && ({condition}){}", &line[..at], &line[end..])),
            (false, false) => None,
        };
    }
    let at = line.find("may.then(")?;
    Some(format!("{}({off} || may).then({}", &line[..at], &line[at + "may.then(".len()..]))
}

/// Where the bracket that is open before `from` closes, on the same line.
fn closing(line: &str, from: usize) -> Option<usize> {
    let mut depth = 1_i32;
    for (at, sign) in line.char_indices().filter(|(at, _)| *at >= from) {
        depth += match sign {
            '(' | '[' | '{' => 1,
            ')' | ']' | '}' => -1,
            _ => 0,
        };
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// The copy, with every switch. Files that are as they were are left alone, so that a second run builds little.
fn copy(root: &Path, changed: &[Changed]) -> Result<PathBuf, String> {
    let tree = root.join(PLACE).join("tree");
    for file in files(root)?.into_iter().chain(extra(root)) {
        let from = root.join(&file);
        if from.is_file() {
            put(&tree.join(&file), &std::fs::read(&from).map_err(|error| format!("{file}: {error}"))?)?;
        }
    }
    for (file, text) in changed {
        put(&tree.join(file), text.as_bytes())?;
    }
    for foot in ["people/lib.rs", "placing/lib.rs", "operating/lib.rs", "demo/src/lib.rs", "migrations/src/schema.rs"] {
        let path = tree.join(foot);
        let text = std::fs::read_to_string(&path).map_err(|error| format!("{foot}: {error}"))?;
        let more = if foot.contains("schema") { UNLESS } else { "" };
        put(&path, format!("{}{OFF}{more}", text.split(OFF).next().unwrap_or_default()).as_bytes())?;
    }
    Ok(tree)
}

/// Written into the copy of the schema.
const UNLESS: &str = "\nimpl TableOf {\n    #[doc(hidden)]\n    pub fn unique_unless<const N: usize>(self, off: bool, columns: [&'static str; N]) -> Self {\n        if off { self.index(columns) } else { self.unique(columns) }\n    }\n}\n";

/// What is built and not kept in the repository: the assets that the program carries.
fn extra(root: &Path) -> Vec<String> {
    let mut found = vec![];
    let mut open = vec![root.join("design/dist")];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => open.push(entry.path()),
                Ok(_) => found.extend(entry.path().strip_prefix(root).ok().map(|path| path.display().to_string())),
                Err(_) => {}
            }
        }
    }
    found
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), String> {
    if std::fs::read(path).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    let told = |error: std::io::Error| format!("{}: {error}", path.display());
    path.parent().map_or(Ok(()), std::fs::create_dir_all).map_err(told)?;
    std::fs::write(path, bytes).map_err(told)
}

fn test(root: &Path, tree: &Path, off: Option<usize>, filter: &str) -> Result<(), String> {
    let mut command = Command::new("cargo");
    command
        .current_dir(tree)
        .env("CARGO_TARGET_DIR", root.join(PLACE).join("build"))
        .env("TMPDIR", temporary(root, off)?)
        .args(["nextest", "run", "-p", "portal", "--test", "it", "--fail-fast", "--no-tests", "pass"])
        .args(["--status-level", "none", "--final-status-level", "none", "-E", filter]);
    match off {
        Some(number) => command.env(SWITCH, number.to_string()),
        None => command.env_remove(SWITCH),
    };
    let answer = command.output().map_err(|error| format!("cargo nextest: {error}"))?;
    if answer.status.success() {
        return Ok(());
    }
    let told = String::from_utf8_lossy(&answer.stderr);
    Err(told.lines().rev().take(40).collect::<Vec<_>>().into_iter().rev().collect::<Vec<_>>().join("\n"))
}

/// A guard of the schema makes another schema: its template must not be found by other runs.
fn temporary(root: &Path, off: Option<usize>) -> Result<PathBuf, String> {
    let folder = root.join(PLACE).join("tmp").join(off.map_or("none".to_owned(), |number| number.to_string()));
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guard_gets_a_switch_that_opens_it() {
        let cases = [
            (
                Kind::Rule,
                "    let owner = Owner::proven(actor, id).filter(|_| may(actor));",
                "    let owner = Owner::proven(actor, id).filter(|_| crate::mutant(7) || (may(actor)));",
            ),
            (
                Kind::Rule,
                "    if holds(actor) { Ok(()) } else { Err(Denied) }",
                "    if crate::mutant(7) || (holds(actor)) { Ok(()) } else { Err(Denied) }",
            ),
            (
                Kind::Rule,
                "    if !holds(actor) { return Err(Denied); }",
                "    if !crate::mutant(7) && (!holds(actor)) { return Err(Denied); }",
            ),
            (Kind::Rule, "    may.then(|| proof)", "    (crate::mutant(7) || may).then(|| proof)"),
            (
                Kind::Rule,
                "    Owner::at_work(actor, id).ok_or(Denied)",
                "    (if crate::mutant(7) { Owner::proven(actor, id) } else { Owner::at_work(actor, id) }).ok_or(Denied)",
            ),
            (
                Kind::Scope,
                "        .filter(unit::COLUMN.owner_id.eq(owner.id()))",
                "        .filter(sea_orm::Condition::all().add_option((!crate::mutant(7)).then(|| unit::COLUMN.owner_id.eq(owner.id()))))",
            ),
            (
                Kind::Unique,
                "        .unique([\"owner_id\", \"name\"])",
                "        .unique_unless(crate::schema::mutant(7), [\"owner_id\", \"name\"])",
            ),
        ];
        for (kind, line, wanted) in cases {
            assert_eq!(switched(kind, line, 7).as_deref(), Some(wanted));
        }
        for (kind, line) in [
            (Kind::Rule, "    /// if you may { Ok(()) }"),
            (Kind::Rule, "    let held = actor.held();"),
            (Kind::Scope, "        .filter(unit::COLUMN.id.is_in(ids))"),
            (Kind::Unique, "        .index([\"owner_id\"])"),
        ] {
            assert_eq!(switched(kind, line, 7), None, "{line}");
        }
    }
}
