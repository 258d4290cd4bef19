//! The fields of a form, as views that render themselves:
//! `{{ kit::fields::text("name", words.rounds_name()).value(form.name).error(errors.get("name")) }}`.
//! The label comes first, help under it, the message under the field, all tied together for screen readers.

use askama::Template;

use crate::form::FormErrors;
use crate::parts::parts;
use crate::words::Words;

parts!(Field, Choices, ErrorSummary<'_>);

/// The list over a form that was refused, with a link to each field. It takes the focus. Without errors it is nothing.
#[derive(Template)]
#[template(path = "parts/error_summary.html")]
pub struct ErrorSummary<'a> {
    words: &'static Words,
    errors: &'a FormErrors,
}

/// The list over a form that was refused: `{{ kit::fields::error_summary(page.words, errors) }}`.
#[must_use]
pub fn error_summary<'a>(words: &'static Words, errors: &'a FormErrors) -> ErrorSummary<'a> {
    ErrorSummary { words, errors }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Input(&'static str),
    Area,
    Select,
    Checkbox,
}

/// One value to choose: what is sent, what is read, and a line of explanation (which may be empty).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// What it means; shown on cards only.
    pub note: String,
}

impl Choice {
    /// A value without explanation.
    pub fn new(value: impl ToString, label: impl Into<String>) -> Self {
        Self { value: value.to_string(), label: label.into(), note: String::new() }
    }

    /// The same with an explanation.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }
}

/// One field with its label. Its id is `field-NAME`, so that the error summary finds it.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "parts/field.html")]
pub struct Field {
    kind: Kind,
    name: String,
    label: String,
    value: String,
    help: String,
    error: String,
    hint: String,
    width: &'static str,
    min: String,
    max: String,
    length_max: usize,
    accept: String,
    autocomplete: &'static str,
    inputmode: &'static str,
    lang: &'static str,
    required: bool,
    checked: bool,
    choices: Vec<Choice>,
}

fn field(kind: Kind, name: impl Into<String>, label: impl Into<String>) -> Field {
    Field {
        kind,
        name: name.into(),
        label: label.into(),
        value: String::new(),
        help: String::new(),
        error: String::new(),
        hint: String::new(),
        width: "",
        min: String::new(),
        max: String::new(),
        length_max: 0,
        accept: String::new(),
        autocomplete: "",
        inputmode: "",
        lang: "",
        required: false,
        checked: false,
        choices: Vec::new(),
    }
}

/// A line of text.
pub fn text(name: impl Into<String>, label: impl Into<String>) -> Field {
    field(Kind::Input("text"), name, label)
}

/// What is searched for.
pub fn search(name: impl Into<String>, label: impl Into<String>) -> Field {
    field(Kind::Input("search"), name, label)
}

/// A mail address.
pub fn email(name: impl Into<String>, label: impl Into<String>) -> Field {
    let mut email = field(Kind::Input("email"), name, label);
    email.autocomplete = "email";
    email
}

/// A password. What was typed is never sent back. `known` asks the browser for the stored one, else for a new one.
pub fn password(name: impl Into<String>, label: impl Into<String>, known: bool) -> Field {
    let mut password = field(Kind::Input("password"), name, label);
    password.autocomplete = if known { "current-password" } else { "new-password" };
    password
}

/// A code of figures, for once.
pub fn code(name: impl Into<String>, label: impl Into<String>) -> Field {
    let mut code = field(Kind::Input("text"), name, label).middle();
    code.autocomplete = "one-time-code";
    code
}

/// A whole number, typed: arrows in the field and scrolling would change it by accident.
pub fn number(name: impl Into<String>, label: impl Into<String>) -> Field {
    let mut number = field(Kind::Input("text"), name, label).short();
    number.inputmode = "numeric";
    number
}

/// A date, as the browser asks for it.
pub fn date(name: impl Into<String>, label: impl Into<String>) -> Field {
    field(Kind::Input("date"), name, label).middle()
}

/// A date with a time of day, as the browser asks for it.
pub fn moment(name: impl Into<String>, label: impl Into<String>) -> Field {
    field(Kind::Input("datetime-local"), name, label).middle()
}

/// Several lines of text.
pub fn area(name: impl Into<String>, label: impl Into<String>) -> Field {
    field(Kind::Area, name, label)
}

/// A file.
pub fn file(name: impl Into<String>, label: impl Into<String>) -> Field {
    field(Kind::Input("file"), name, label)
}

/// One of several values, as a list that opens. The one equal to [`Field::value`] is chosen.
pub fn select(name: impl Into<String>, label: impl Into<String>, choices: Vec<Choice>) -> Field {
    let mut select = field(Kind::Select, name, label);
    select.choices = choices;
    select
}

/// Yes or no. `yes` is sent when it is ticked.
pub fn checkbox(name: impl Into<String>, label: impl Into<String>, checked: bool) -> Field {
    let mut checkbox = field(Kind::Checkbox, name, label).value("yes");
    checkbox.checked = checked;
    checkbox
}

impl Field {
    /// What stands in it.
    #[must_use]
    pub fn value(mut self, value: impl ToString) -> Self {
        self.value = value.to_string();
        self
    }

    /// What helps to fill it in.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// What is wrong with it, if anything.
    #[must_use]
    pub fn error(mut self, error: Option<&str>) -> Self {
        self.error = error.unwrap_or_default().to_owned();
        self
    }

    /// A word after the label: "optional".
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// It must be filled in; the browser says so too.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// The least and the most that a date may be, as the browser compares them.
    #[must_use]
    pub fn between(mut self, min: impl ToString, max: impl ToString) -> Self {
        (self.min, self.max) = (min.to_string(), max.to_string());
        self
    }

    /// How many characters it takes.
    #[must_use]
    pub fn length_max(mut self, characters: usize) -> Self {
        self.length_max = characters;
        self
    }

    /// Which files are offered: ".csv,.xlsx".
    #[must_use]
    pub fn accept(mut self, endings: impl Into<String>) -> Self {
        self.accept = endings.into();
        self
    }

    /// The language of what stands in it, when it is not the page's.
    #[must_use]
    pub fn lang(mut self, lang: &'static str) -> Self {
        self.lang = lang;
        self
    }

    /// As wide as a few figures.
    #[must_use]
    pub fn short(mut self) -> Self {
        self.width = "short";
        self
    }

    /// As wide as a date.
    #[must_use]
    pub fn middle(mut self) -> Self {
        self.width = "middle";
        self
    }

    /// Its name, its label and what stands in it, to read.
    pub fn told(&self) -> [String; 3] {
        [self.name.clone(), self.label.clone(), told(&self.choices, &self.value)]
    }

    fn input(&self) -> &'static str {
        if let Kind::Input(kind) = self.kind { kind } else { "" }
    }

    fn is_area(&self) -> bool {
        self.kind == Kind::Area
    }

    fn is_select(&self) -> bool {
        self.kind == Kind::Select
    }

    fn is_checkbox(&self) -> bool {
        self.kind == Kind::Checkbox
    }

    fn described_by(&self) -> String {
        described_by(&self.name, &self.help, &self.error)
    }
}

/// What a value means to the reader, where it is one of several.
fn told(choices: &[Choice], value: &str) -> String {
    let chosen = choices.iter().find(|choice| choice.value == value);
    chosen.map_or_else(|| value.to_owned(), |choice| choice.label.clone())
}

/// The ids of the help and of the message that stand with a field, as far as there are any.
fn described_by(name: &str, help: &str, error: &str) -> String {
    let help = if help.is_empty() { String::new() } else { format!("help-{name}") };
    let error = if error.is_empty() { String::new() } else { format!("error-{name}") };
    [help, error].into_iter().filter(|id| !id.is_empty()).collect::<Vec<_>>().join(" ")
}

/// One of a few values, each on a card of its own.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "parts/choices.html")]
pub struct Choices {
    name: String,
    legend: String,
    value: String,
    help: String,
    error: String,
    choices: Vec<Choice>,
}

/// One of a few values, each on a card. The one equal to [`Choices::value`] is chosen.
pub fn choices(name: impl Into<String>, legend: impl Into<String>, choices: Vec<Choice>) -> Choices {
    Choices {
        name: name.into(),
        legend: legend.into(),
        value: String::new(),
        help: String::new(),
        error: String::new(),
        choices,
    }
}

impl Choices {
    /// The chosen value.
    #[must_use]
    pub fn value(mut self, value: impl ToString) -> Self {
        self.value = value.to_string();
        self
    }

    /// What helps to choose.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// What is wrong with the choice, if anything.
    #[must_use]
    pub fn error(mut self, error: Option<&str>) -> Self {
        self.error = error.unwrap_or_default().to_owned();
        self
    }

    /// Its name, its legend and the chosen value, to read.
    pub fn told(&self) -> [String; 3] {
        [self.name.clone(), self.legend.clone(), told(&self.choices, &self.value)]
    }

    fn described_by(&self) -> String {
        described_by(&self.name, &self.help, &self.error)
    }
}
