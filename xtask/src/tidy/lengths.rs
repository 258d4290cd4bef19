//! Functions of at most 70 lines, files of at most 800.

use super::source::functions;
use super::{Finding, SourceFile, Tree};

const FUNCTION_LINES_MAX: usize = 70;
const FILE_LINES_MAX: usize = 800;

/// Too long to be read in one go.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in tree.files().filter(|file| ["rs", "html", "mjs", "js", "css", "sh", "ftl"].contains(&file.kind())) {
        let lines = file.text.lines().count();
        if lines > FILE_LINES_MAX {
            let what = format!("{lines} lines, at most {FILE_LINES_MAX}");
            findings.push(Finding::new(file, 1, what, "split the file by meaning"));
        }
        if file.kind() == "rs" {
            findings.extend(long_functions(file));
        }
    }
    findings
}

fn long_functions(file: &SourceFile) -> Vec<Finding> {
    functions(&file.text)
        .into_iter()
        .filter(|function| function.lines > FUNCTION_LINES_MAX)
        .map(|function| {
            let what = format!("fn {} has {} lines, at most {FUNCTION_LINES_MAX}", function.name, function.lines);
            Finding::new(file, function.line, what, "give its parts names of their own")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::tidy::findings;

    #[test]
    fn a_long_function_and_a_long_file_are_found() {
        let function = format!("fn long() {{\n{}}}\n", "    x();\n".repeat(70));
        let file = "// line\n".repeat(801);
        assert_eq!(
            findings(super::check, [("a.rs", &function), ("b.rs", &file), ("c.txt", &file)]),
            ["a.rs:1: fn long has 72 lines, at most 70", "b.rs:1: 801 lines, at most 800"]
        );
    }

    #[test]
    fn the_longest_function_allowed_passes() {
        let function = format!("fn long() {{\n{}}}\n", "    x();\n".repeat(68));
        assert_eq!(findings(super::check, [("a.rs", &function)]), Vec::<String>::new());
    }
}
