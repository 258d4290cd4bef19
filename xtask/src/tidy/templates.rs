//! Templates show and never speak for themselves: every word has a key, no style or script stands in the page.

use super::{Finding, SourceFile, Tree};

/// Names that are the same in every language.
const NAMES: &[&str] = &["Fotfeste"];
/// Attributes that a reader sees or hears.
const SPOKEN: &[&str] = &["aria-label", "title", "alt", "placeholder", "aria-description"];

/// What stands between these is no text of the page: comments, code, classes of the layout's parts.
const UNSPOKEN: &[(&str, &str)] = &[
    ("{#", "#}"),
    ("<!--", "-->"),
    ("{% block main_class %}", "{% endblock %}"),
    ("{% block body_class %}", "{% endblock %}"),
    ("{%", "%}"),
    ("{{", "}}"),
];

/// Words without a key, and what the content policy forbids.
pub fn check(tree: &Tree) -> Vec<Finding> {
    // A showcase shows the parts to tests, in sample words.
    let templates = tree.of_kind("html").filter(|file| !file.name().starts_with("showcase"));
    templates.flat_map(check_template).collect()
}

fn check_template(file: &SourceFile) -> Vec<Finding> {
    let mut text = file.text.clone();
    for (open, close) in UNSPOKEN {
        text = without(&text, open, close);
    }
    let mut findings = Vec::new();
    for (number, line) in markup_by_line(&text) {
        let Markup { tags, words } = line;
        if let Some(word) = first_word(&words) {
            let what = format!("the words \"{word}\" have no key");
            findings.push(Finding::new(file, number, what, "move them to the room's text/*.ftl"));
        }
        for spoken in SPOKEN {
            let value = tags.split_once(&format!(" {spoken}=\"")).and_then(|(_, rest)| rest.split('"').next());
            if let Some(word) = value.and_then(first_word) {
                let what = format!("the words \"{word}\" in {spoken} have no key");
                findings.push(Finding::new(file, number, what, "move them to the room's text/*.ftl"));
            }
        }
        for forbidden in [" style=", " onclick=", " onchange=", " onsubmit=", "<style", "<script>"] {
            if tags.contains(forbidden) {
                let what = format!("{} is stopped by the content policy", forbidden.trim());
                findings.push(Finding::new(file, number, what, "use a class, or a script in design/"));
            }
        }
    }
    findings
}

/// The text with everything between the marks turned to spaces; lines stay where they are.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once(open) {
        let (hidden, after) = inside.split_once(close).unwrap_or((inside, ""));
        out.push_str(before);
        out.extend(hidden.chars().filter(|c| *c == '\n'));
        out.push(' ');
        rest = after;
    }
    out + rest
}

#[derive(Default)]
struct Markup {
    tags: String,
    words: String,
}

/// Each line's tags and what stands between them; a tag may go over several lines.
fn markup_by_line(text: &str) -> Vec<(usize, Markup)> {
    let mut inside = false;
    let mut lines = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let mut markup = Markup::default();
        if inside {
            markup.tags.push(' ');
        }
        for c in line.chars() {
            match c {
                '<' => inside = true,
                '>' if inside => {
                    inside = false;
                    markup.tags.push(c);
                    markup.words.push(' ');
                    continue;
                }
                _ => {}
            }
            if inside { markup.tags.push(c) } else { markup.words.push(c) }
        }
        lines.push((index + 1, markup));
    }
    lines
}

/// The first two letters or more in a row, with their line; entities and names are no words.
fn first_word(text: &str) -> Option<String> {
    let shown: Vec<&str> = text
        .split_whitespace()
        .filter(|word| !(word.starts_with('&') && word.ends_with(';')))
        .filter(|word| !NAMES.contains(&word.trim_matches(|c: char| !c.is_alphanumeric())))
        .collect();
    let spoken = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() > 1;
    shown.iter().any(spoken).then(|| shown.join(" "))
}

#[cfg(test)]
mod tests {
    use crate::tidy::findings;

    #[test]
    fn words_without_a_key_are_found() {
        let page = "{# a comment #}{% block main_class %}narrow{% endblock %}<h1\n class=\"big\">{{ words.x() }}</h1>\n<p>Hello there</p>\n<a title=\"Go back\" href=\"/\">&larr; {{ y }}</a>\n<b>Fotfeste</b> 1. –";
        assert_eq!(
            findings(super::check, [("placing/wishes/list.html", page)]),
            [
                "placing/wishes/list.html:3: the words \"Hello there\" have no key",
                "placing/wishes/list.html:4: the words \"Go back\" in title have no key",
            ]
        );
    }

    #[test]
    fn inline_style_and_script_are_found() {
        let page = "<p style=\"color: red\"></p>\n<script>\n</script><script src=\"/a.js\"></script>\n";
        assert_eq!(
            findings(super::check, [("design/layout/page.html", page)]),
            [
                "design/layout/page.html:1: style= is stopped by the content policy",
                "design/layout/page.html:2: <script> is stopped by the content policy",
            ]
        );
    }
}
