//! Reading Rust without a parser: code without comments and strings, and where functions begin and end.

/// The same text with the insides of comments, strings and characters turned to spaces. Lines stay where they are.
pub fn code_only(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = hidden_length(rest).unwrap_or(0);
        if length > 0 {
            let (hidden, after) = rest.split_at(length);
            out.extend(hidden.chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
            rest = after;
        } else {
            // A word is taken whole, so that the r of `for` does not begin a raw string.
            let word = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
            let (kept, after) = rest.split_at(word.max(first.len_utf8()));
            out.push_str(kept);
            rest = after;
        }
    }
    out
}

/// How many bytes of comment, string or character begin here.
fn hidden_length(rest: &str) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    if rest.starts_with("/*") {
        return Some(block_comment(rest));
    }
    let raw = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'));
    if let Some(raw) = raw.filter(|raw| raw.starts_with(['"', '#'])) {
        let hashes = raw.chars().take_while(|c| *c == '#').count();
        if raw.get(hashes..)?.starts_with('"') {
            let end = format!("\"{}", "#".repeat(hashes));
            let from = rest.len() - raw.len() + hashes + 1;
            return Some(rest.get(from..)?.find(&end).map_or(rest.len(), |at| from + at + end.len()));
        }
    }
    if rest.starts_with('"') || rest.starts_with("b\"") {
        return Some(quoted(rest, '"'));
    }
    // A character, not a lifetime.
    let character = rest.strip_prefix('\'')?;
    let second = character.chars().nth(1)?;
    (second == '\'' || character.starts_with('\\')).then(|| quoted(rest, '\''))
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0_usize;
    let bytes = rest.as_bytes();
    let mut at = 0;
    while at + 1 < bytes.len() {
        match bytes.get(at..at + 2) {
            Some(b"/*") => (depth, at) = (depth + 1, at + 2),
            Some(b"*/") => (depth, at) = (depth.saturating_sub(1), at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
    rest.len()
}

fn quoted(rest: &str, quote: char) -> usize {
    let mut open = false;
    let mut escaped = false;
    for (at, c) in rest.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote && open => return at + c.len_utf8(),
            _ if c == quote => open = true,
            _ => {}
        }
    }
    rest.len()
}

/// A function and the lines it stands on.
#[derive(Debug, PartialEq, Eq)]
pub struct Function {
    /// Its name
    pub name: String,
    /// The line of its `fn`, from 1
    pub line: usize,
    /// Lines from there to its closing brace
    pub lines: usize,
}

/// Every function with a body.
pub fn functions(text: &str) -> Vec<Function> {
    let code = code_only(text);
    let mut found = Vec::new();
    for (at, _) in code.match_indices("fn ") {
        let before = code.get(..at).and_then(|before| before.chars().next_back());
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let after = code.get(at + 3..).unwrap_or_default();
        let name: String = after.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        if name.is_empty() {
            continue; // a type: fn(Town)
        }
        if let Some(length) = body_end(after) {
            let line = count_lines(code.get(..at).unwrap_or_default());
            let lines = count_lines(after.get(..length).unwrap_or_default());
            found.push(Function { name, line, lines });
        }
    }
    found
}

fn count_lines(text: &str) -> usize {
    text.matches('\n').count() + 1
}

/// The byte behind the closing brace; nothing for a function that ends in a semicolon.
fn body_end(after: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut brackets = 0_usize;
    for (at, c) in after.char_indices() {
        match c {
            '(' | '[' => brackets += 1,
            ')' | ']' => brackets = brackets.saturating_sub(1),
            ';' if depth == 0 && brackets == 0 => return None,
            '{' => depth += 1,
            '}' if depth <= 1 => return Some(at),
            '}' => depth -= 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_strings_and_characters_are_blanked() {
        let text = "a // b\n\"c\\\"d\" r#\"e\"f\"# 'g' /* h /* i */ j */ k<'l> for";
        let code = code_only(text);
        assert_eq!(code.split_whitespace().collect::<Vec<_>>(), ["a", "k<'l>", "for"]);
        assert_eq!(code.matches('\n').count(), 1);
    }

    #[test]
    fn a_functions_lines_go_to_its_brace() {
        let text = "/// fn not_this() {}\npub async fn first(a: [u8; 2]) -> String\nwhere A: B {\n    if x { \"}\" }\n}\nfn two();\nfn three() {}\n";
        assert_eq!(
            functions(text),
            [
                Function { name: "first".into(), line: 2, lines: 4 },
                Function { name: "three".into(), line: 7, lines: 1 }
            ]
        );
    }
}
