//! Documents: links that lead somewhere, and phrases that do not belong in the repository.

use super::{Finding, SourceFile, Tree};

/// Links of Markdown files that lead to no file.
pub fn check_links(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.of_kind("md") {
        for (number, line) in file.lines() {
            for target in links(line) {
                let path = resolve(file, target);
                let prefix = format!("{path}/");
                let known = path.is_empty()
                    || tree.files().any(|other| other.path == path || other.path.starts_with(&prefix))
                    || is_picture(&path);
                if !known {
                    let what = format!("the link {target} leads nowhere");
                    findings.push(Finding::new(file, number, what, "mend it or remove it"));
                }
            }
        }
    }
    findings
}

/// What stands in `](…)`, less addresses on the web and places on the same page.
fn links(line: &str) -> impl Iterator<Item = &str> {
    line.split("](")
        .skip(1)
        .filter_map(|rest| rest.split([')', ' ', '#']).next())
        .filter(|target| !target.is_empty() && !target.contains("://") && !target.starts_with("mailto:"))
}

/// The target from the repository's root.
fn resolve(file: &SourceFile, target: &str) -> String {
    let mut parts: Vec<&str> = file.path.split('/').collect();
    parts.pop();
    for part in target.trim_end_matches('/').split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    parts.join("/")
}

/// Pictures are not text, so the tree does not hold them; git's own list does.
fn is_picture(path: &str) -> bool {
    let kind = path.rsplit('.').next().unwrap_or_default();
    ["png", "svg", "webp"].contains(&kind)
        && std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path).exists()
}

/// Each is put together here, so that this list does not find itself.
const PHRASES: &[(&str, &str)] = &[
    (concat!("/wo", "rk/"), "a path of one machine"),
    (concat!("/ro", "ot/"), "a path of one machine"),
    (concat!("/ho", "me/"), "a path of one machine"),
    (concat!("TO", "DO"), "a promise to do it later"),
    (concat!("FIX", "ME"), "a promise to do it later"),
    (concat!("lorem ", "ipsum"), "text that says nothing"),
    (concat!("unimple", "mented!"), "a stub"),
    (concat!("not impl", "emented"), "a stub"),
];

/// Phrases of unfinished work or of one machine.
pub fn check_phrases(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.files().filter(|file| !file.name().ends_with(".lock") && file.name() != "package-lock.json") {
        for (number, line) in file.lines() {
            for (phrase, why) in PHRASES.iter().filter(|(phrase, _)| line.contains(phrase)) {
                let what = format!("\"{phrase}\" is {why}");
                findings.push(Finding::new(file, number, what, "finish it, or say it without"));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use crate::tidy::findings;

    #[test]
    fn a_dead_link_is_found() {
        let guide = "[a](../README.md) [b](gone.md#part) [c](https://example.org/x) [d](#here) [e](decisions/)\n";
        assert_eq!(
            findings(super::check_links, [("docs/guide.md", guide), ("README.md", ""), ("docs/decisions/one.md", "")]),
            ["docs/guide.md:1: the link gone.md leads nowhere"]
        );
    }

    #[test]
    fn an_unfinished_phrase_is_found() {
        let code = concat!("fn f() {}\n// TO", "DO: more\n");
        assert_eq!(
            findings(super::check_phrases, [("a.rs", code)]),
            [concat!("a.rs:2: \"TO", "DO\" is a promise to do it later")]
        );
    }
}
