use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::{Beside, LANGUAGES, Outcome, gather_into};

const HEADING: &str = "# $round (String) - the round's name\nwishes-heading = Wishes for { $round }\n";

/// A wing with one room, `wishes`, whose text is the same in every language.
fn wing(text: &str) -> TempDir {
    let wing = TempDir::new().expect("a temporary folder");
    for language in LANGUAGES {
        write(wing.path(), language, &text.replace("# $", "# about $"));
    }
    write(wing.path(), "en", text);
    wing
}

fn write(wing: &Path, language: &str, text: &str) {
    let folder = wing.join("wishes/text");
    fs::create_dir_all(&folder).expect("a folder for texts");
    fs::write(folder.join(format!("{language}.ftl")), text).expect("a text");
}

/// The problems found in a wing, each without the folder it stands in.
fn problems(wing: &TempDir) -> Vec<String> {
    let out = TempDir::new().expect("a temporary folder");
    let folder = format!("{}/", wing.path().display());
    let problems = gather_into(wing.path(), out.path(), Beside::Kit).expect_err("a problem");
    problems.iter().map(|problem| problem.to_string().replace(&folder, "")).collect()
}

#[test]
fn equal_languages_become_typed_functions() {
    let wing = wing(HEADING);
    let out = TempDir::new().expect("a temporary folder");
    assert_eq!(gather_into(wing.path(), out.path(), Beside::Kit), Ok(Outcome::Written));
    let words = fs::read_to_string(out.path().join("words.rs")).expect("the module");
    // The argument stands in the signature, so a call without it does not compile.
    assert!(words.contains("pub fn wishes_heading<F0: AsRef<str>>(&self, round: F0) -> String"), "{words}");
    assert!(words.contains("pub fn words_of(lang: ::base::Lang) -> &'static Words"), "{words}");
    assert!(words.contains("pub fn shared(&self)"), "{words}");
}

#[test]
fn the_kit_shares_its_words_and_leads_to_no_others() {
    let wing = wing(HEADING);
    let out = TempDir::new().expect("a temporary folder");
    assert_eq!(gather_into(wing.path(), out.path(), Beside::Nothing), Ok(Outcome::Written));
    assert!(!fs::read_to_string(out.path().join("words.rs")).expect("the module").contains("shared"));
}

#[test]
fn a_wing_without_words_is_in_order() {
    let wing = TempDir::new().expect("a temporary folder");
    let out = TempDir::new().expect("a temporary folder");
    assert_eq!(gather_into(wing.path(), out.path(), Beside::Kit), Ok(Outcome::Written));
}

#[test]
fn unchanged_texts_are_not_made_again() {
    let wing = wing(HEADING);
    let out = TempDir::new().expect("a temporary folder");
    assert_eq!(gather_into(wing.path(), out.path(), Beside::Kit), Ok(Outcome::Written));
    assert_eq!(gather_into(wing.path(), out.path(), Beside::Kit), Ok(Outcome::Unchanged));
    write(wing.path(), "nn", "wishes-heading = Ønske for { $round }\n");
    assert_eq!(gather_into(wing.path(), out.path(), Beside::Kit), Ok(Outcome::Written));
}

#[test]
fn a_missing_key_is_named_with_language_and_file() {
    let wing = wing(HEADING);
    write(wing.path(), "nn", "");
    assert_eq!(problems(&wing), ["wishes/text/nn.ftl: nn lacks the key wishes-heading; write it there"]);
}

#[test]
fn a_key_that_english_lacks_is_refused() {
    let wing = wing(HEADING);
    write(wing.path(), "da", "wishes-heading = Ønsker til { $round }\nwishes-none = Ingen\n");
    assert_eq!(
        problems(&wing),
        ["wishes/text/da.ftl: da has the key wishes-none, which en.ftl lacks; remove it or add it"]
    );
}

#[test]
fn a_foreign_variable_is_refused() {
    let wing = wing(HEADING);
    write(wing.path(), "nb", "wishes-heading = Ønsker for { $round } i { $town }\n");
    assert_eq!(problems(&wing), ["wishes/text/nb.ftl: wishes-heading in nb uses $town, which en.ftl does not have"]);
}

#[test]
fn a_missing_argument_is_refused_also_inside_a_plural() {
    let english = "# $count (Number) - wishes left\n\
                   wishes-left = { $count ->\n    [one] One wish left\n   *[other] { $count } wishes left\n}\n";
    let wing = wing(english);
    write(wing.path(), "da", "wishes-left = Nogle ønsker tilbage\n");
    assert_eq!(problems(&wing), ["wishes/text/da.ftl: wishes-left in da leaves out $count, which en.ftl has"]);
}

#[test]
fn a_key_outside_its_room_is_refused() {
    let wing = wing("rounds-heading = Rounds\n");
    let found = problems(&wing);
    assert_eq!(found.len(), LANGUAGES.len(), "{found:?}");
    assert_eq!(
        found.first().map(String::as_str),
        Some("wishes/text/da.ftl: the key rounds-heading (da) must begin with its room: wishes-…")
    );
}

#[test]
fn a_variable_without_a_type_is_refused() {
    let wing = wing("wishes-heading = Wishes for { $round }\n");
    let found = problems(&wing);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found.iter().all(|problem| problem.contains("variable $round") && problem.contains("no type")),
        "{found:?}"
    );
}

#[test]
fn a_reference_to_nothing_is_refused() {
    let wing = wing("wishes-heading = Wishes\n");
    write(wing.path(), "nn", "wishes-heading = { -wishes-name }\n");
    assert_eq!(
        problems(&wing),
        ["wishes/text/nn.ftl: wishes-heading (nn) leans on -wishes-name, which does not exist"]
    );
}

#[test]
fn a_language_without_its_file_is_named() {
    let wing = wing(HEADING);
    fs::remove_file(wing.path().join("wishes/text/nb.ftl")).expect("the text is there");
    let found = problems(&wing);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found.iter().all(|problem| problem.starts_with("wishes/text/nb.ftl: cannot be read")), "{found:?}");
}

#[test]
fn a_text_that_does_not_parse_is_named_with_its_line() {
    let wing = wing(HEADING);
    write(wing.path(), "nb", "wishes-heading = Ønsker for { $round }\nwishes-none = { $\n");
    let found = problems(&wing);
    assert!(found.iter().any(|problem| problem.starts_with("wishes/text/nb.ftl:2: cannot be understood")), "{found:?}");
}
