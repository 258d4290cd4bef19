//! Where the database, the web and the proof of a right may be named.

use super::furniture::Place;
use super::source::code_only;
use super::{Finding, SourceFile, Tree};

/// Wings and floors where the rule asks which file it is.
const WINGS: &[&str] = &["people/", "placing/", "learning/", "integrations/", "operating/"];
/// Only `access` decides that a scope is proven.
const PROOFS: &[&str] = &["Owner::proven(", "Owner::at_work(", "Counterparty::proven(", "Oneself::proven("];

/// `sea_orm`, `axum` and proofs outside their places.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.of_kind("rs").filter(|file| !file.path.starts_with("xtask/") && file.name() != "tests.rs") {
        let code = code_only(&file.text);
        for (number, line) in code.lines().enumerate() {
            let number = number + 1;
            if names_crate(line, "sea_orm") && !may_name_database(file) {
                let remedy = "move it to the room's tables.rs or queries.rs";
                findings.push(Finding::new(file, number, "sea_orm does not belong here", remedy));
            }
            if names_crate(line, "axum") && !may_name_web(file) {
                let remedy = "move it to the room's mod.rs, pages.rs or api.rs";
                findings.push(Finding::new(file, number, "axum does not belong here", remedy));
            }
            if let Some(proof) = PROOFS.iter().find(|proof| line.contains(*proof)).filter(|_| !may_prove(file)) {
                let what = format!("{proof}…) is called outside access.rs");
                findings.push(Finding::new(file, number, what, "let the room's access.rs prove the right"));
            }
        }
    }
    findings
}

/// `use axum::…`, `axum::…`; not `axum_extra`.
fn names_crate(line: &str, name: &str) -> bool {
    line.match_indices(name).any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        let after = line.get(at + name.len()..).unwrap_or_default();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':')
            && (after.starts_with("::") || after.starts_with(';') || after.starts_with(" as "))
    })
}

fn in_a_wing(file: &SourceFile) -> bool {
    WINGS.iter().any(|wing| file.path.starts_with(wing))
}

fn furniture(file: &SourceFile) -> &str {
    Place::of(file).map_or("", |place| place.furniture())
}

fn may_name_database(file: &SourceFile) -> bool {
    let floors = ["floor/kit/", "floor/base/", "migrations/", "portal/testkit/", "portal/tests/", "portal/benches/"];
    floors.iter().any(|floor| file.path.starts_with(floor)) || ["tables", "queries"].contains(&furniture(file))
}

fn may_name_web(file: &SourceFile) -> bool {
    let floors = ["floor/kit/", "portal/"];
    floors.iter().any(|floor| file.path.starts_with(floor))
        || ["mod", "pages", "api"].contains(&furniture(file))
        || (in_a_wing(file) && file.name() == "lib.rs")
}

fn may_prove(file: &SourceFile) -> bool {
    file.path.starts_with("floor/kit/")
        || file.path.starts_with("portal/test")
        || file.name() == "access.rs"
        || furniture(file) == "access"
}

/// Rooms meet at their doors: another room's queries, tables or pages are its own affair.
pub fn check_queries(tree: &Tree) -> Vec<Finding> {
    let rooms: Vec<(&str, &str)> = tree
        .of_kind("rs")
        .filter_map(Place::of)
        .filter(|place| place.inside == "mod.rs")
        .map(|place| (place.wing, place.room))
        .collect();
    let mut findings = Vec::new();
    for file in tree.of_kind("rs").filter(|file| file.name() != "tests.rs" && !file.path.starts_with("portal/test")) {
        let own = Place::of(file).map(|place| (place.wing, place.room));
        for (number, line) in code_only(&file.text).lines().enumerate() {
            for (wing, room) in rooms.iter().filter(|room| own != Some(**room)) {
                if names_queries(line, own.map(|(wing, _)| wing), wing, room) {
                    let what = format!("names {room}::queries from outside the room");
                    let remedy = format!("let {wing}/{room}/mod.rs offer what is needed");
                    findings.push(Finding::new(file, number + 1, what, remedy));
                }
            }
        }
    }
    findings
}

fn names_queries(line: &str, own_wing: Option<&str>, wing: &str, room: &str) -> bool {
    let by_crate = if own_wing == Some(wing) { "crate" } else { wing };
    let mut paths = vec![format!("{by_crate}::{room}::queries")];
    if own_wing == Some(wing) {
        paths.push(format!("super::super::{room}::queries"));
    }
    paths.iter().any(|path| line.contains(path.as_str()))
}

#[cfg(test)]
mod tests {
    use crate::tidy::findings;

    #[test]
    fn the_database_stays_in_tables_and_queries() {
        let code = "use sea_orm::EntityTrait;\n// sea_orm::x\n";
        assert_eq!(
            findings(
                super::check,
                [
                    ("placing/wishes/queries.rs", code),
                    ("placing/wishes/actions.rs", code),
                    ("portal/src/web.rs", code),
                    ("floor/kit/src/db.rs", code),
                    ("placing/wishes/tests.rs", code),
                ]
            ),
            [
                "placing/wishes/actions.rs:1: sea_orm does not belong here",
                "portal/src/web.rs:1: sea_orm does not belong here"
            ]
        );
    }

    #[test]
    fn the_web_stays_at_doors_pages_and_api() {
        let code = "use axum::Router;\nuse axum_extra::x;\n";
        assert_eq!(
            findings(
                super::check,
                [
                    ("placing/wishes/mod.rs", code),
                    ("placing/wishes/model.rs", code),
                    ("engines/matching/src/lib.rs", code),
                    ("portal/src/web.rs", code),
                ]
            ),
            [
                "placing/wishes/model.rs:1: axum does not belong here",
                "engines/matching/src/lib.rs:1: axum does not belong here"
            ]
        );
    }

    #[test]
    fn only_access_proves_a_right() {
        let code = "let owner = Owner::proven(&actor, organisation);\n";
        assert_eq!(
            findings(super::check, [("placing/wishes/access.rs", code), ("placing/wishes/pages.rs", code)]),
            ["placing/wishes/pages.rs:1: Owner::proven(…) is called outside access.rs"]
        );
    }

    #[test]
    fn rooms_meet_at_their_doors() {
        assert_eq!(
            findings(
                super::check_queries,
                [
                    ("people/persons/mod.rs", ""),
                    ("placing/rounds/mod.rs", ""),
                    ("placing/rounds/actions.rs", "use super::queries;\nuse crate::rounds::queries::find;\n"),
                    ("placing/wishes/actions.rs", "use crate::rounds::queries;\nuse people::persons::queries::find;\n"),
                    ("portal/src/cli.rs", "use placing::rounds::queries;\nuse placing::rounds::find;\n"),
                ]
            ),
            [
                "placing/wishes/actions.rs:1: names rounds::queries from outside the room",
                "placing/wishes/actions.rs:2: names persons::queries from outside the room",
                "portal/src/cli.rs:1: names rounds::queries from outside the room",
            ]
        );
    }
}
