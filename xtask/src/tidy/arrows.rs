//! Which crate may lean on which: base ← engines, kit ← people ← placing, learning ← integrations ← portal.

use super::{Finding, SourceFile, Tree};

/// Crates in the order of the house: folder, what it may import. What is not listed here is no part of the house.
const ARROWS: &[(&str, &[&str])] = &[
    ("floor/base", &[]),
    ("floor/words", &[]),
    ("floor/macros", &[]),
    ("migrations", &["base"]),
    ("floor/kit", &["base", "words"]),
    ("people", &["base", "kit", "words"]),
    ("placing", &["base", "kit", "words", "people", "matching", "allocate"]),
    ("learning", &["base", "kit", "words", "people", "scorm", "xapi"]),
    ("integrations", &["base", "kit", "words", "people", "placing", "learning"]),
    ("operating", &["base", "kit", "words", "migrations", "people"]),
    ("demo", &["base", "kit", "words", "operating", "people", "placing", "learning", "integrations"]),
    ("xtask", &[]),
];
/// An engine may lean on base and on other engines.
const ENGINES: &[&str] = &["base", "matching", "allocate", "scorm", "xapi"];
/// Every crate of ours; the portal may import them all.
const HOUSE: &[&str] = &[
    "base",
    "words",
    "macros",
    "kit",
    "people",
    "placing",
    "learning",
    "integrations",
    "operating",
    "portal",
    "migrations",
    "demo",
    "matching",
    "allocate",
    "scorm",
    "xapi",
    "xtask",
];

/// Imports against the arrows, as the manifests state them.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let manifests = tree.files().filter(|file| file.name() == "Cargo.toml");
    manifests.flat_map(check_manifest).collect()
}

fn check_manifest(manifest: &SourceFile) -> Vec<Finding> {
    let folder = manifest.path.trim_end_matches("Cargo.toml").trim_end_matches('/');
    if folder.is_empty() || folder == "portal" {
        return Vec::new();
    }
    let allowed = match ARROWS.iter().find(|(name, _)| *name == folder) {
        Some((_, allowed)) => allowed,
        None if folder.starts_with("engines/") => ENGINES,
        None => {
            let remedy = "give it its place in xtask's list of arrows and in STYLE.md";
            return vec![Finding::new(manifest, 1, format!("{folder} is no part of the house"), remedy)];
        }
    };
    let mut section = "";
    let mut findings = Vec::new();
    for (number, line) in manifest.lines() {
        if line.starts_with('[') {
            section = line.trim_matches(['[', ']', ' ']);
        } else if section.ends_with("dependencies") {
            let name = line.split(['.', '=', ' ']).next().unwrap_or_default();
            let macros_in_tests = section == "dev-dependencies" && name == "macros";
            if HOUSE.contains(&name) && !allowed.contains(&name) && !macros_in_tests {
                let what = format!("{folder} may not import {name}");
                findings.push(Finding::new(manifest, number, what, "arrows point towards base: see STYLE.md, Imports"));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use crate::tidy::findings;

    #[test]
    fn an_import_against_the_arrows_is_found() {
        let kit =
            "[package]\nname = \"kit\"\n[dependencies]\nbase.workspace = true\npeople = { path = \"../people\" }\n";
        let learning = "[dependencies]\nplacing.workspace = true\n";
        let engine = "[dependencies]\nkit.workspace = true\nserde.workspace = true\n";
        assert_eq!(
            findings(
                super::check,
                [("floor/kit/Cargo.toml", kit), ("learning/Cargo.toml", learning), ("engines/x/Cargo.toml", engine)]
            ),
            [
                "floor/kit/Cargo.toml:5: floor/kit may not import people",
                "learning/Cargo.toml:2: learning may not import placing",
                "engines/x/Cargo.toml:2: engines/x may not import kit",
            ]
        );
    }

    #[test]
    fn an_unknown_crate_is_found_and_the_portal_may_all() {
        assert_eq!(
            findings(
                super::check,
                [("attic/Cargo.toml", ""), ("portal/Cargo.toml", "[dependencies]\ndemo.workspace = true\n")]
            ),
            ["attic/Cargo.toml:1: attic is no part of the house"]
        );
    }
}
