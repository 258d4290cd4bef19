//! `cargo xtask deps`: what the program is made of. Refuses licences that the house has not agreed to and
//! versions that an advisory names, and writes the list for people (docs/dependencies.md) and for machines (a CycloneDX file).

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use crate::say;

mod advisories;

/// Licences that go with EUPL-1.2 and ask no more than to be named.
const AGREED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-0-Clause", // as htmx calls 0BSD
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "OFL-1.1", // fonts
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
    "bzip2-1.0.6",
];
const LIST: &str = "docs/dependencies.md";
const SBOM: &str = "target/fotfeste.cdx.json";

/// Where a part comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    /// Compiled in
    Crate,
    /// In the bundle of styles, scripts and fonts
    Package,
}

/// One thing from outside that the program carries inside.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Part {
    source: Source,
    name: String,
    version: String,
    licence: String,
    /// As the registry has it: the SHA-256 of a crate in hexadecimal, the SHA-512 of a package in base64
    sum: String,
}

/// Writes both lists, or with `check` says whether the one for people is current.
/// # Errors
/// A licence that is not agreed to, or a list that is out of date.
pub fn run(root: &Path, check: bool) -> Result<(), String> {
    advisories::check(root)?;
    unexplained(&std::fs::read_to_string(root.join("Cargo.toml")).map_err(|error| format!("Cargo.toml: {error}"))?)?;
    let mut parts = parts(root)?;
    parts.extend(bundled(root)?);
    let refused: Vec<String> = parts
        .iter()
        .filter(|part| !is_agreed(&part.licence))
        .map(|part| format!("{} {}: {}", part.name, part.version, part.licence))
        .collect();
    if !refused.is_empty() {
        return Err(format!("licences the house has not agreed to (xtask/src/deps.rs):\n{}", refused.join("\n")));
    }
    let list = markdown(&parts);
    if check {
        let kept = std::fs::read_to_string(root.join(LIST)).unwrap_or_default();
        return if kept == list { Ok(()) } else { Err(format!("{LIST} is out of date: run cargo xtask deps")) };
    }
    write(root, LIST, &list)?;
    let sbom = serde_json::to_string_pretty(&cyclonedx(&parts)).map_err(|error| error.to_string())?;
    write(root, SBOM, &sbom)?;
    say(&format!("{} parts: {LIST}, {SBOM}", parts.len()));
    Ok(())
}

/// Every crate from outside that the house asks for says in its line what it is for.
fn unexplained(manifest: &str) -> Result<(), String> {
    let section = manifest.split("[workspace.dependencies]").nth(1).unwrap_or_default();
    let lines = section.lines().take_while(|line| !line.starts_with('['));
    let silent: Vec<&str> = lines
        .filter(|line| line.contains(" = ") && !line.contains("path = ") && !line.contains("# "))
        .map(|line| line.split(' ').next().unwrap_or_default())
        .collect();
    if silent.is_empty() { Ok(()) } else { Err(format!("Cargo.toml: say what they are for: {}", silent.join(", "))) }
}

fn write(root: &Path, path: &str, text: &str) -> Result<(), String> {
    std::fs::write(root.join(path), text).map_err(|error| format!("{path}: {error}"))
}

/// The crates of the program as it is shipped: what `portal` needs, without what only tests and builds need.
fn parts(root: &Path) -> Result<BTreeSet<Part>, String> {
    let answer = Command::new("cargo")
        .current_dir(root)
        .args(["metadata", "--format-version", "1", "--locked", "--filter-platform", "x86_64-unknown-linux-gnu"])
        .output()
        .map_err(|error| format!("cargo metadata: {error}"))?;
    if !answer.status.success() {
        return Err(format!("cargo metadata: {}", String::from_utf8_lossy(&answer.stderr)));
    }
    let told: Value = serde_json::from_slice(&answer.stdout).map_err(|error| format!("cargo metadata: {error}"))?;
    let lock = std::fs::read_to_string(root.join("Cargo.lock")).map_err(|error| format!("Cargo.lock: {error}"))?;
    Ok(shipped(&told, &checksums(&lock)))
}

/// What goes into the bundle: what `design/package.json` asks for, without the tools that make it.
fn bundled(root: &Path) -> Result<BTreeSet<Part>, String> {
    let read = |path: &str| -> Result<Value, String> {
        let text = std::fs::read_to_string(root.join(path)).map_err(|error| format!("{path}: {error}"))?;
        serde_json::from_str(&text).map_err(|error| format!("{path}: {error}"))
    };
    let (asked, lock) = (read("design/package.json")?, read("design/package-lock.json")?);
    let names = asked["dependencies"].as_object().into_iter().flatten().map(|(name, _)| name);
    let part = |name: &String| {
        let kept = &lock["packages"][format!("node_modules/{name}")];
        let sum = text(&kept["integrity"]).trim_start_matches("sha512-").to_owned();
        let (version, licence) = (text(&kept["version"]), text(&kept["license"]));
        Part { source: Source::Package, name: name.clone(), version, licence, sum }
    };
    Ok(names.map(part).collect())
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn shipped(told: &Value, sums: &BTreeMap<(String, String), String>) -> BTreeSet<Part> {
    let nodes: BTreeMap<String, &Value> =
        list(&told["resolve"]["nodes"]).map(|node| (text(&node["id"]), node)).collect();
    let is_normal = |dependency: &&Value| list(&dependency["dep_kinds"]).any(|kind| kind["kind"].is_null());
    let first =
        list(&told["packages"]).filter(|package| package["name"] == "portal").map(|package| text(&package["id"]));
    let mut open: Vec<String> = first.collect();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    while let Some(id) = open.pop() {
        if seen.insert(id.clone())
            && let Some(node) = nodes.get(&id)
        {
            open.extend(list(&node["deps"]).filter(is_normal).map(|dependency| text(&dependency["pkg"])));
        }
    }
    let foreign = |package: &&Value| seen.contains(&text(&package["id"])) && !package["source"].is_null();
    let part = |package: &Value| {
        let (name, version) = (text(&package["name"]), text(&package["version"]));
        let sum = sums.get(&(name.clone(), version.clone())).cloned().unwrap_or_default();
        Part { source: Source::Crate, name, version, licence: text(&package["license"]), sum }
    };
    list(&told["packages"]).filter(foreign).map(part).collect()
}

/// The registry's own checksums, as the lock file keeps them.
fn checksums(lock: &str) -> BTreeMap<(String, String), String> {
    let value = |block: &str, key: &str| {
        let line = block.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "));
        line.map(|line| line.trim_matches('"').to_owned())
    };
    let blocks = lock.split("[[package]]").skip(1);
    blocks
        .filter_map(|block| Some(((value(block, "name")?, value(block, "version")?), value(block, "checksum")?)))
        .collect()
}

/// Whether an SPDX expression can be met with agreed licences: every part of an AND, one part of an OR.
fn is_agreed(expression: &str) -> bool {
    let expression = expression.replace('/', " OR ");
    let spaced = expression.replace('(', " ( ").replace(')', " ) ");
    let mut words = spaced.split_whitespace().peekable();
    let met = any(&mut words);
    met && words.next().is_none()
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

fn any(words: &mut Words<'_>) -> bool {
    let mut met = all(words);
    while words.next_if_eq(&"OR").is_some() {
        met |= all(words);
    }
    met
}

fn all(words: &mut Words<'_>) -> bool {
    let mut met = one(words);
    while words.next_if_eq(&"AND").is_some() {
        met &= one(words);
    }
    met
}

fn one(words: &mut Words<'_>) -> bool {
    match words.next() {
        Some("(") => {
            let met = any(words);
            words.next() == Some(")") && met
        }
        Some(name) => {
            let exception = words.next_if_eq(&"WITH").and_then(|_| words.next());
            let whole = exception.map_or(name.to_owned(), |exception| format!("{name} WITH {exception}"));
            AGREED.contains(&whole.as_str())
        }
        None => false,
    }
}

fn markdown(parts: &BTreeSet<Part>) -> String {
    let mut text = String::from(
        "# What the program carries inside\n\nMade by `cargo xtask deps` from the lock files; the same in the form of CycloneDX \
         lies in the package, as `/usr/share/doc/fotfeste/fotfeste.cdx.json`.\n",
    );
    for (source, title, word) in
        [(Source::Crate, "Compiled in", "crate"), (Source::Package, "Styles, scripts and fonts", "package")]
    {
        let _written = write!(text, "\n## {title}\n\n| {word} | version | licence |\n|---|---|---|\n");
        for part in parts.iter().filter(|part| part.source == source) {
            let _written = writeln!(text, "| {} | {} | {} |", part.name, part.version, part.licence);
        }
    }
    text
}

fn hexadecimal(sum: &str) -> String {
    BASE64_STANDARD.decode(sum).map(hex::encode).unwrap_or_default()
}

fn cyclonedx(parts: &BTreeSet<Part>) -> Value {
    let component = |part: &Part| {
        let (registry, name, hash) = match part.source {
            Source::Crate => ("cargo", part.name.clone(), json!({ "alg": "SHA-256", "content": part.sum })),
            Source::Package => {
                ("npm", part.name.replace('@', "%40"), json!({ "alg": "SHA-512", "content": hexadecimal(&part.sum) }))
            }
        };
        json!({
            "type": "library",
            "name": part.name,
            "version": part.version,
            "purl": format!("pkg:{registry}/{name}@{}", part.version),
            "licenses": [{ "expression": part.licence.replace('/', " OR ").replace("BSD-0-Clause", "0BSD") }],
            "hashes": [hash],
        })
    };
    json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": { "component": { "type": "application", "name": "fotfeste", "version": env!("CARGO_PKG_VERSION") } },
        "components": parts.iter().map(component).collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expression_is_met_by_agreed_licences_alone() {
        for met in [
            "MIT",
            "MIT/Apache-2.0",
            "GPL-3.0-only OR MIT",
            "(MIT OR GPL-3.0-only) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception",
        ] {
            assert!(is_agreed(met), "{met}");
        }
        for refused in [
            "",
            "GPL-3.0-only",
            "MIT AND GPL-3.0-only",
            "(MIT",
            "MIT)",
            "Apache-2.0 WITH Other-exception",
            "AGPL-3.0 OR SSPL-1.0",
        ] {
            assert!(!is_agreed(refused), "{refused}");
        }
    }

    #[test]
    fn what_the_program_carries_is_agreed_to_and_listed() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the repository");
        assert_eq!(run(root, true), Ok(()));
        let names: Vec<String> = bundled(root).unwrap().into_iter().map(|part| part.name).collect();
        assert_eq!(names, ["@digdir/designsystemet-css", "@fontsource-variable/inter", "htmx.org", "sortablejs"]);
    }

    #[test]
    fn every_part_is_told_with_where_it_comes_from_and_its_sum() {
        let part = |source, name: &str, sum: &str| Part {
            source,
            name: name.into(),
            version: "1.0.0".into(),
            licence: "MIT/Apache-2.0".into(),
            sum: sum.into(),
        };
        let told = cyclonedx(&[part(Source::Crate, "axum", "ab"), part(Source::Package, "@x/y", "qw==")].into());
        let of = |number: usize| {
            let component = &told["components"][number];
            (text(&component["purl"]), text(&component["hashes"][0]["content"]))
        };
        assert_eq!(
            [of(0), of(1)],
            [("pkg:cargo/axum@1.0.0".into(), "ab".into()), ("pkg:npm/%40x/y@1.0.0".into(), "ab".into())]
        );
        assert_eq!(told["components"][0]["licenses"][0]["expression"], "MIT OR Apache-2.0");
    }

    #[test]
    fn a_crate_without_a_sentence_is_named() {
        let manifest = "[workspace.dependencies]\nkit = { path = \"floor/kit\" }\nhex = \"1\" # digests\nurl = \"2\"\n\n[profile.dev]\nx = 1\n";
        assert_eq!(unexplained(manifest), Err("Cargo.toml: say what they are for: url".to_owned()));
    }

    #[test]
    fn only_what_is_shipped_is_listed() {
        let package = |name: &str, source: Value| json!({ "id": name, "name": name, "version": "1.0.0", "license": "MIT", "source": source });
        let needs = |name: &str, kind: Value| json!({ "pkg": name, "dep_kinds": [{ "kind": kind }] });
        let told = json!({
            "packages": [package("portal", Value::Null), package("kit", Value::Null), package("axum", json!("r")),
                package("proptest", json!("r")), package("cc", json!("r"))],
            "resolve": { "nodes": [
                { "id": "portal", "deps": [needs("kit", Value::Null), needs("proptest", json!("dev"))] },
                { "id": "kit", "deps": [needs("axum", Value::Null), needs("cc", json!("build"))] },
            ] },
        });
        let sums = checksums("[[package]]\nname = \"axum\"\nversion = \"1.0.0\"\nchecksum = \"ab\"\n");
        let names: Vec<_> = shipped(&told, &sums).into_iter().map(|part| (part.name, part.sum)).collect();
        assert_eq!(names, [("axum".to_owned(), "ab".to_owned())]);
    }
}
