//! A word that no page uses is removed: the typed functions are public, so the compiler does not say.

use std::collections::HashSet;

use super::{Finding, Tree};

/// Keys of English texts whose function is called nowhere.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let used: HashSet<&str> = tree
        .files()
        .filter(|file| ["rs", "html"].contains(&file.kind()))
        .flat_map(|file| file.text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-')))
        .collect();
    let mut findings = Vec::new();
    for file in tree.of_kind("ftl").filter(|file| file.path.ends_with("/text/en.ftl")) {
        for (number, line) in file.lines() {
            let Some((key, _)) = line.split_once(" =") else { continue };
            if !key.starts_with(|c: char| c.is_ascii_lowercase()) || key.contains(' ') {
                continue;
            }
            if !used.contains(key.replace('-', "_").as_str()) && !used.contains(key) {
                let remedy = "remove it from the four languages, or use it";
                findings.push(Finding::new(file, number, format!("nothing uses {key}"), remedy));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use crate::tidy::findings;

    #[test]
    fn an_unused_word_is_found() {
        let text = "wishes-heading = Wishes\nwishes-closed = Closed\n# $a (String)\nwishes-left = { $a ->\n    [one] x = y\n}\n";
        assert_eq!(
            findings(
                super::check,
                [
                    ("placing/wishes/text/en.ftl", text),
                    ("placing/wishes/list.html", "{{ words.wishes_heading() }}"),
                    ("placing/wishes/model.rs", "\"wishes-closed\""),
                ]
            ),
            ["placing/wishes/text/en.ftl:4: nothing uses wishes-left"]
        );
    }
}
