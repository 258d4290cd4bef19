//! `cargo xtask tidy`: the rules of the house that the compiler does not check.

mod arrows;
mod documents;
mod furniture;
mod lengths;
mod places;
mod source;
mod templates;
mod words;

use std::fmt;
use std::path::Path;
use std::process::Command;

use crate::say;

/// Every rule, in the order of its report.
const RULES: &[fn(&Tree) -> Vec<Finding>] = &[
    arrows::check,
    furniture::check,
    furniture::check_tests,
    furniture::check_migrations,
    places::check,
    places::check_queries,
    lengths::check,
    templates::check,
    words::check,
    documents::check_links,
    documents::check_phrases,
];

/// The text files of the repository.
pub struct Tree(Vec<SourceFile>);

/// One text file; its path begins at the repository's root.
pub struct SourceFile {
    path: String,
    text: String,
}

impl SourceFile {
    /// The file's last name.
    fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// What follows the last dot.
    fn kind(&self) -> &str {
        self.name().rsplit_once('.').map_or("", |(_, kind)| kind)
    }

    /// Lines with their numbers, from 1.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line))
    }
}

impl Tree {
    /// What git keeps or would keep, less what is not text.
    fn read(root: &Path) -> Result<Self, String> {
        let listed = Command::new("git")
            .current_dir(root)
            .args(["ls-files", "--cached", "--others", "--exclude-standard"])
            .output()
            .map_err(|error| format!("git ls-files: {error}"))?;
        let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
        let texts = listed.lines().filter_map(|path| {
            let text = std::fs::read_to_string(root.join(path)).ok()?;
            Some(SourceFile { path: path.to_owned(), text })
        });
        Ok(Self(texts.collect()))
    }

    fn files(&self) -> impl Iterator<Item = &SourceFile> {
        self.0.iter()
    }

    fn of_kind(&self, kind: &'static str) -> impl Iterator<Item = &SourceFile> {
        self.files().filter(move |file| file.kind() == kind)
    }

    fn file(&self, path: &str) -> Option<&SourceFile> {
        self.files().find(|file| file.path == path)
    }

    #[cfg(test)]
    fn of<const N: usize>(files: [(&str, &str); N]) -> Self {
        Self(files.map(|(path, text)| SourceFile { path: path.to_owned(), text: text.to_owned() }).into())
    }
}

/// One broken rule: where, what, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    path: String,
    line: usize,
    what: String,
    remedy: String,
}

impl Finding {
    fn new(file: &SourceFile, line: usize, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { path: file.path.clone(), line, what: what.into(), remedy: remedy.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}; {}", self.path, self.line, self.what, self.remedy)
    }
}

/// Checks everything and reports every finding.
/// # Errors
/// The number of findings, when there are any.
pub fn run(root: &Path) -> Result<(), String> {
    let tree = Tree::read(root)?;
    let findings: Vec<Finding> = RULES.iter().flat_map(|rule| rule(&tree)).collect();
    for finding in &findings {
        say(&finding.to_string());
    }
    match findings.len() {
        0 => {
            say(&format!("tidy: {} files, nothing to mend", tree.0.len()));
            Ok(())
        }
        count => Err(format!("tidy: {count} to mend")),
    }
}

/// What the rules say about these files, without the remedies.
#[cfg(test)]
fn findings<const N: usize>(rule: fn(&Tree) -> Vec<Finding>, files: [(&str, &str); N]) -> Vec<String> {
    let found = rule(&Tree::of(files));
    found.iter().map(|finding| format!("{}:{}: {}", finding.path, finding.line, finding.what)).collect()
}
