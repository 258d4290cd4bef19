//! Rooms: which files they hold, in which order these may import each other, and where their tests are listed.

use super::source::code_only;
use super::{Finding, SourceFile, Tree};

/// Wings whose folders are rooms.
const WINGS: &[&str] = &["people", "placing", "learning", "integrations", "operating"];
/// A room's Rust files in the order they are read: each imports only from those before it.
pub const ORDER: &[&str] =
    &["mod", "model", "access", "tables", "queries", "actions", "import", "pages", "api", "cli", "jobs"];
const TEXTS: &[&str] = &["text/en.ftl", "text/nb.ftl", "text/nn.ftl", "text/da.ftl"];

/// A file's place in a room.
pub struct Place<'a> {
    /// The wing's folder
    pub wing: &'a str,
    /// The room's folder
    pub room: &'a str,
    /// The path inside the room
    pub inside: &'a str,
}

impl<'a> Place<'a> {
    /// Where the file stands, if it stands in a room.
    pub fn of(file: &'a SourceFile) -> Option<Self> {
        let (wing, rest) = file.path.split_once('/')?;
        let (room, inside) = rest.split_once('/')?;
        (WINGS.contains(&wing) && room != "src").then_some(Self { wing, room, inside })
    }

    /// The furniture it belongs to: `pages` for `pages.rs` and for `pages/receipt.rs`.
    pub fn furniture(&self) -> &'a str {
        self.inside.split(['/', '.']).next().unwrap_or_default()
    }
}

/// Files that are no furniture, and imports from further down the list.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.files() {
        let Some(place) = Place::of(file) else { continue };
        if !is_furniture(&place, file.kind()) {
            let remedy = format!("a room holds {}.rs, tests.rs, *.html and text/", ORDER.join(".rs, "));
            findings.push(Finding::new(file, 1, format!("{} is no furniture of a room", place.inside), remedy));
        } else if file.kind() == "rs" {
            findings.extend(upward_imports(file, &place));
        }
    }
    findings
}

fn is_furniture(place: &Place<'_>, kind: &str) -> bool {
    match kind {
        "rs" => place.inside == "tests.rs" || ORDER.contains(&place.furniture()),
        "html" => true,
        "ftl" => TEXTS.contains(&place.inside),
        "snap" => place.inside.starts_with("snapshots/"),
        _ => false,
    }
}

/// The door names every file, the tests use everything; the others look only up the list.
fn upward_imports(file: &SourceFile, place: &Place<'_>) -> Vec<Finding> {
    let Some(own) = ORDER.iter().position(|name| *name == place.furniture()) else { return Vec::new() };
    if own == 0 {
        return Vec::new();
    }
    let later: Vec<&str> = ORDER.iter().skip(own + 1).copied().collect();
    let own_room = format!("crate::{}::", place.room);
    let mut findings = Vec::new();
    for (number, line) in code_only(&file.text).lines().enumerate() {
        for name in &later {
            let named = [format!("super::{name}::"), format!("{own_room}{name}::"), format!("super::{name};")];
            let in_a_list = line.contains("use super::{") && in_braces(line).any(|item| item == *name);
            if in_a_list || named.iter().any(|path| at_word(line, path)) {
                let what = format!("{} imports {name}, which stands below it", place.furniture());
                let remedy = format!("a room is read in the order {}", ORDER.join(", "));
                findings.push(Finding::new(file, number + 1, what, remedy));
            }
        }
    }
    findings
}

/// The first words of what stands between braces: `use super::{model::Wish, queries}`.
fn in_braces(line: &str) -> impl Iterator<Item = &str> {
    let inside = line.split_once('{').map_or("", |(_, inside)| inside);
    inside.split([',', '}']).filter_map(|item| item.trim().split("::").next())
}

/// `super::model::` also when it does not end a longer path such as `super::super::model::`.
fn at_word(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(at, _)| {
        let before = line.get(..at).unwrap_or_default();
        !before.ends_with("super::") && !before.ends_with("self::")
    })
}

/// Every room's tests have their line in the one test program.
pub fn check_tests(tree: &Tree) -> Vec<Finding> {
    let program = tree.file("portal/tests/it/main.rs").map_or("", |file| file.text.as_str());
    tree.files()
        .filter(|file| file.name() == "tests.rs" && Place::of(file).is_some_and(|place| place.inside == "tests.rs"))
        .filter(|file| !program.contains(&format!("../../../{}\"", file.path)))
        .map(|file| {
            let remedy = format!("add `#[path = \"../../../{}\"] mod …;` to portal/tests/it/main.rs", file.path);
            Finding::new(file, 1, "these tests never run", remedy)
        })
        .collect()
}

/// Migrations carry their date, and each is in the list.
pub fn check_migrations(tree: &Tree) -> Vec<Finding> {
    let list = tree.file("migrations/src/lib.rs").map_or("", |file| file.text.as_str());
    let mut findings = Vec::new();
    for file in tree.of_kind("rs").filter(|file| file.path.starts_with("migrations/src/")) {
        let stem = file.name().trim_end_matches(".rs");
        if ["lib", "schema", "tests"].contains(&stem) || file.path.starts_with("migrations/src/schema/") {
            continue;
        }
        if !is_dated(stem) {
            let remedy = "call it mYYYYMMDD_HHMM_what, so that two branches never clash";
            findings.push(Finding::new(file, 1, format!("{stem} carries no date"), remedy));
        } else if !list.contains(&format!("mod {stem};")) {
            findings.push(Finding::new(file, 1, format!("{stem} never runs"), "name it in migrations/src/lib.rs"));
        }
    }
    findings
}

/// `m20270301_1015_wishes`
fn is_dated(stem: &str) -> bool {
    let digits = |text: &str, length: usize| text.len() == length && text.chars().all(|c| c.is_ascii_digit());
    let mut parts = stem.splitn(3, '_');
    let day = parts.next().and_then(|part| part.strip_prefix('m')).is_some_and(|part| digits(part, 8));
    day && parts.next().is_some_and(|part| digits(part, 4)) && parts.next().is_some_and(|part| !part.is_empty())
}

#[cfg(test)]
mod tests {
    use crate::tidy::findings;

    #[test]
    fn a_foreign_file_in_a_room_is_found() {
        assert_eq!(
            findings(
                super::check,
                [
                    ("placing/wishes/helpers.rs", ""),
                    ("placing/wishes/text/sv.ftl", ""),
                    ("placing/wishes/pages/receipt.rs", ""),
                    ("placing/wishes/list.html", ""),
                    ("placing/lib.rs", ""),
                ]
            ),
            [
                "placing/wishes/helpers.rs:1: helpers.rs is no furniture of a room",
                "placing/wishes/text/sv.ftl:1: text/sv.ftl is no furniture of a room",
            ]
        );
    }

    #[test]
    fn a_file_imports_only_what_stands_above_it() {
        let queries = "use super::model::Wish;\nuse super::{actions, tables::wish};\nfn f() { super::pages::show() }\n";
        let actions = "use super::queries;\nuse crate::rounds::pages::x;\n// use super::pages::y;\n";
        let door = "mod pages;\npub fn routes() { self::pages::routes() }\n";
        assert_eq!(
            findings(
                super::check,
                [
                    ("placing/wishes/queries.rs", queries),
                    ("placing/wishes/actions.rs", actions),
                    ("placing/wishes/mod.rs", door),
                ]
            ),
            [
                "placing/wishes/queries.rs:2: queries imports actions, which stands below it",
                "placing/wishes/queries.rs:3: queries imports pages, which stands below it",
            ]
        );
    }

    #[test]
    fn tests_without_their_line_are_found() {
        let main = "#[path = \"../../../placing/wishes/tests.rs\"]\nmod wishes;\n";
        assert_eq!(
            findings(
                super::check_tests,
                [("portal/tests/it/main.rs", main), ("placing/wishes/tests.rs", ""), ("placing/rounds/tests.rs", ""),]
            ),
            ["placing/rounds/tests.rs:1: these tests never run"]
        );
    }

    #[test]
    fn an_undated_or_forgotten_migration_is_found() {
        assert_eq!(
            findings(
                super::check_migrations,
                [
                    ("migrations/src/lib.rs", "mod m20270301_1015_wishes;"),
                    ("migrations/src/m20270301_1015_wishes.rs", ""),
                    ("migrations/src/m20270302_1015_rounds.rs", ""),
                    ("migrations/src/wishes.rs", ""),
                    ("migrations/src/schema.rs", ""),
                ]
            ),
            [
                "migrations/src/m20270302_1015_rounds.rs:1: m20270302_1015_rounds never runs",
                "migrations/src/wishes.rs:1: wishes carries no date",
            ]
        );
    }
}
