//! The texts of one wing: reading them, and what must be the same in every language.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Write as _};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};

/// The languages every word is written in. The comments of the first give the arguments their types.
pub const LANGUAGES: [&str; 4] = ["en", "nb", "nn", "da"];

/// Something that keeps a wing's words from being made: where, what, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem(String);

impl Problem {
    /// A problem with a whole file.
    pub(crate) fn file(path: &Path, what: &str) -> Self {
        Self(format!("{}: {what}", path.display()))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One language of one room.
pub(crate) struct Text {
    pub(crate) room: String,
    pub(crate) language: &'static str,
    pub(crate) source: String,
    path: PathBuf,
}

/// What one key asks for and leans on.
#[derive(Debug, Default, PartialEq, Eq)]
struct Word {
    variables: BTreeSet<String>,
    references: BTreeSet<String>,
}

/// All texts of a wing, rooms in the order of the alphabet.
pub(crate) struct Texts(Vec<Text>);

impl Texts {
    /// Reads every room of the wing. A room either has a text in every language or none.
    pub(crate) fn read(wing: &Path) -> Result<Self, Vec<Problem>> {
        let mut texts = Vec::new();
        let mut problems = Vec::new();
        for room in folders(wing) {
            let folder = room.join("text");
            if !folder.is_dir() {
                continue;
            }
            let name = room.file_name().unwrap_or_default().to_string_lossy().into_owned();
            for language in LANGUAGES {
                let path = folder.join(format!("{language}.ftl"));
                match fs::read_to_string(&path) {
                    Ok(source) => texts.push(Text { room: name.clone(), language, source, path }),
                    Err(error) => problems.push(Problem::file(
                        &path,
                        &format!("cannot be read ({error}); the room {name} needs a text in {}", LANGUAGES.join(", ")),
                    )),
                }
            }
        }
        if problems.is_empty() { Ok(Self(texts)) } else { Err(problems) }
    }

    /// Every language of every room.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Text> {
        self.0.iter()
    }

    /// The same as long as no text and no room changed.
    pub(crate) fn fingerprint(&self) -> String {
        let mut fingerprint = String::new();
        for text in self.iter() {
            let mut hasher = DefaultHasher::new();
            text.source.hash(&mut hasher);
            let _infallible = writeln!(fingerprint, "{}/{} {:016x}", text.room, text.language, hasher.finish());
        }
        fingerprint
    }

    /// Everything that differs between the languages, sorted.
    pub(crate) fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let words: Vec<_> = self.iter().map(|text| (text, words_in(text, &mut problems))).collect();
        for (text, own) in &words {
            problems.extend(strangers_in(text, own));
            problems.extend(lost_references(text, own, &words));
        }
        for language_texts in words.chunks(LANGUAGES.len()) {
            let Some(((_, english), others)) = language_texts.split_first() else { continue };
            for (text, own) in others {
                problems.extend(differences(text, own, english));
            }
        }
        problems.sort();
        problems
    }
}

/// The folders directly under a wing, sorted by name.
pub(crate) fn folders(wing: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(wing).into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    folders
}

/// The keys of one text. What does not parse is reported with its line.
fn words_in(text: &Text, problems: &mut Vec<Problem>) -> BTreeMap<String, Word> {
    let resource = match fluent_syntax::parser::parse(text.source.as_str()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let line = text.source.get(..error.pos.start).map_or(1, |before| before.matches('\n').count() + 1);
                problems.push(Problem(format!("{}:{line}: cannot be understood: {error}", text.path.display())));
            }
            resource
        }
    };
    let mut words = BTreeMap::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                if let Some(value) = &message.value {
                    words.insert(message.id.name.to_owned(), Word::of(value));
                }
                for attribute in &message.attributes {
                    let key = format!("{}.{}", message.id.name, attribute.id.name);
                    words.insert(key, Word::of(&attribute.value));
                }
            }
            Entry::Term(term) => {
                words.insert(format!("-{}", term.id.name), Word::of(&term.value));
            }
            _ => {}
        }
    }
    words
}

impl Word {
    fn of(pattern: &Pattern<&str>) -> Self {
        let mut word = Self::default();
        word.read(pattern);
        word
    }

    fn read(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.read_expression(expression);
            }
        }
    }

    fn read_expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.read_inline(inline),
            Expression::Select { selector, variants } => {
                self.read_inline(selector);
                for variant in variants {
                    self.read(&variant.value);
                }
            }
        }
    }

    fn read_inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, attribute } => {
                let attribute = attribute.as_ref().map(|attribute| format!(".{}", attribute.name)).unwrap_or_default();
                self.references.insert(format!("{}{attribute}", id.name));
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                self.references.insert(format!("-{}", id.name));
                self.read_arguments(arguments.as_ref());
            }
            InlineExpression::FunctionReference { arguments, .. } => self.read_arguments(Some(arguments)),
            InlineExpression::Placeable { expression } => self.read_expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn read_arguments(&mut self, arguments: Option<&CallArguments<&str>>) {
        for argument in arguments.iter().flat_map(|arguments| &arguments.positional) {
            self.read_inline(argument);
        }
    }
}

/// Keys that do not begin with their room.
fn strangers_in(text: &Text, own: &BTreeMap<String, Word>) -> Vec<Problem> {
    let prefix = format!("{}-", text.room);
    own.keys()
        .filter(|key| !key.trim_start_matches('-').starts_with(&prefix))
        .map(|key| {
            let path = text.path.display();
            Problem(format!("{path}: the key {key} ({}) must begin with its room: {prefix}…", text.language))
        })
        .collect()
}

/// References to words that the language does not have in this wing: they would fail when the page is shown.
fn lost_references(text: &Text, own: &BTreeMap<String, Word>, all: &[(&Text, BTreeMap<String, Word>)]) -> Vec<Problem> {
    let known = |key: &str| all.iter().any(|(other, words)| other.language == text.language && words.contains_key(key));
    let mut problems = Vec::new();
    for (key, word) in own {
        for lost in word.references.iter().filter(|reference| !known(reference)) {
            let path = text.path.display();
            problems.push(Problem(format!("{path}: {key} ({}) leans on {lost}, which does not exist", text.language)));
        }
    }
    problems
}

/// What a language lacks, has too much, or asks for other than English does. Terms are each language's own affair.
fn differences(text: &Text, own: &BTreeMap<String, Word>, english: &BTreeMap<String, Word>) -> Vec<Problem> {
    let path = text.path.display();
    let language = text.language;
    let mut problems = Vec::new();
    for (key, word) in english.iter().filter(|(key, _)| !key.starts_with('-')) {
        let Some(own) = own.get(key) else {
            problems.push(Problem(format!("{path}: {language} lacks the key {key}; write it there")));
            continue;
        };
        for variable in word.variables.difference(&own.variables) {
            problems.push(Problem(format!("{path}: {key} in {language} leaves out ${variable}, which en.ftl has")));
        }
        for variable in own.variables.difference(&word.variables) {
            problems.push(Problem(format!("{path}: {key} in {language} uses ${variable}, which en.ftl does not have")));
        }
    }
    for key in own.keys().filter(|key| !key.starts_with('-') && !english.contains_key(*key)) {
        problems
            .push(Problem(format!("{path}: {language} has the key {key}, which en.ftl lacks; remove it or add it")));
    }
    problems
}
