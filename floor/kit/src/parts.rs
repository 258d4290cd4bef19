//! What pages are put together from. Each part is a view that renders itself, so a template writes `{{ steps }}`.
//! Parts show; they never decide and never fetch. Their words come from the page, in the reader's language.

use std::fmt;

use askama::Template;

use crate::words::Words;

/// Marks views as HTML: askama has already escaped what they show.
macro_rules! parts {
    ($($part:ty),+ $(,)?) => { $(impl ::askama::filters::HtmlSafe for $part {})+ };
}
pub(crate) use parts;

parts!(Finder, Icon, Tag, Alert, Figures, Steps, Timeline, Empty, Crumbs, Receipt, Progress, Wizard);

/// The search above a list that is no table.
#[derive(Clone, Template)]
#[template(path = "parts/finder.html")]
pub struct Finder {
    /// The words of its tools, in the reader's language.
    pub words: &'static Words,
    /// What it finds: "Find a notice".
    pub label: String,
    /// What is searched for now.
    pub value: String,
    /// Where the list starts over, when something is searched for.
    pub clear_href: Option<String>,
}

/// A picture beside a word; it never stands alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    /// Something that needs care.
    Alert,
    /// Forward.
    Arrow,
    /// A day.
    Calendar,
    /// Done, well.
    Check,
    /// A deadline, waiting.
    Clock,
    /// Not possible, taken away.
    Cross,
    /// Chance.
    Dice,
    /// Something to read.
    Document,
    /// A building.
    Home,
    /// For your information.
    Info,
    /// Fixed by hand.
    Lock,
    /// A message.
    Mail,
    /// More than one person.
    People,
    /// One person.
    Person,
    /// Somewhere to be.
    Place,
    /// New.
    Plus,
    /// Watched over.
    Shield,
    /// Changed back, or changed.
    Undo,
    /// A file coming in.
    Upload,
}

impl Icon {
    fn svg(self) -> &'static str {
        macro_rules! drawing {
            ($name:literal) => {
                include_str!(concat!("../../../design/icons/", $name, ".svg"))
            };
        }
        match self {
            Self::Alert => drawing!("alert"),
            Self::Arrow => drawing!("arrow"),
            Self::Calendar => drawing!("calendar"),
            Self::Check => drawing!("check"),
            Self::Clock => drawing!("clock"),
            Self::Cross => drawing!("cross"),
            Self::Dice => drawing!("dice"),
            Self::Document => drawing!("document"),
            Self::Home => drawing!("home"),
            Self::Info => drawing!("info"),
            Self::Lock => drawing!("lock"),
            Self::Mail => drawing!("mail"),
            Self::People => drawing!("people"),
            Self::Person => drawing!("person"),
            Self::Place => drawing!("place"),
            Self::Plus => drawing!("plus"),
            Self::Shield => drawing!("shield"),
            Self::Undo => drawing!("undo"),
            Self::Upload => drawing!("upload"),
        }
    }
}

impl fmt::Display for Icon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.svg())
    }
}

/// How good or urgent something is. Colour only helps: an icon and a word always stand beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Neither good nor bad.
    Neutral,
    /// The house's own: something done by hand, something yours.
    Primary,
    /// Good to know.
    Info,
    /// As it should be.
    Success,
    /// Should be looked at.
    Warning,
    /// Must be solved.
    Danger,
}

impl Tone {
    /// The colour's name in the theme.
    #[must_use]
    pub fn color(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Primary => "primary",
            Self::Info => "info",
            Self::Success => "success",
            Self::Warning => "warning",
            Self::Danger => "danger",
        }
    }

    fn icon(self) -> Icon {
        match self {
            Self::Neutral | Self::Info => Icon::Info,
            Self::Primary | Self::Success => Icon::Check,
            Self::Warning => Icon::Clock,
            Self::Danger => Icon::Alert,
        }
    }
}

/// A status: icon, word and tint.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "parts/tag.html")]
pub struct Tag {
    /// How good or urgent.
    pub tone: Tone,
    /// The picture beside the word.
    pub icon: Icon,
    /// The word.
    pub text: String,
}

impl Tag {
    /// A status with the usual icon of its tone.
    pub fn new(tone: Tone, text: impl Into<String>) -> Self {
        Self { tone, icon: tone.icon(), text: text.into() }
    }

    /// Neither good nor bad.
    pub fn neutral(text: impl Into<String>) -> Self {
        Self::new(Tone::Neutral, text)
    }

    /// Good to know.
    pub fn info(text: impl Into<String>) -> Self {
        Self::new(Tone::Info, text)
    }

    /// As it should be.
    pub fn success(text: impl Into<String>) -> Self {
        Self::new(Tone::Success, text)
    }

    /// Should be looked at.
    pub fn warning(text: impl Into<String>) -> Self {
        Self::new(Tone::Warning, text)
    }

    /// Must be solved.
    pub fn danger(text: impl Into<String>) -> Self {
        Self::new(Tone::Danger, text)
    }

    /// The same with another picture.
    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = icon;
        self
    }
}

/// A sentence or two in a frame: what happened, what to know.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "parts/alert.html")]
pub struct Alert {
    /// How good or urgent.
    pub tone: Tone,
    /// The heading; may be empty.
    pub title: String,
    /// The sentences.
    pub text: String,
}

impl Alert {
    /// A framed sentence with a heading (which may be empty).
    pub fn new(tone: Tone, title: impl Into<String>, text: impl Into<String>) -> Self {
        Self { tone, title: title.into(), text: text.into() }
    }
}

/// One key figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What is counted.
    pub label: String,
    /// The number, written for the reader.
    pub value: String,
    /// What stands small below; may be empty.
    pub note: String,
    /// Whether the number is one to worry about. Say why in `note`.
    pub bad: bool,
}

/// A row of key figures.
#[derive(Debug, Clone, Default, PartialEq, Eq, Template)]
#[template(path = "parts/figures.html")]
pub struct Figures(pub Vec<Figure>);

impl Figures {
    /// Adds a figure.
    #[must_use]
    pub fn with(mut self, label: impl Into<String>, value: impl ToString, note: impl Into<String>) -> Self {
        self.0.push(Figure { label: label.into(), value: value.to_string(), note: note.into(), bad: false });
        self
    }

    /// Adds a figure that is one to worry about when it is not nought.
    #[must_use]
    pub fn with_worry(mut self, label: impl Into<String>, count: usize, note: impl Into<String>) -> Self {
        self.0.push(Figure { label: label.into(), value: count.to_string(), note: note.into(), bad: count > 0 });
        self
    }
}

/// Where on the way a step or an entry stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reached {
    /// Behind us.
    Done,
    /// Where we are: the gold dot stands here.
    Now,
    /// Ahead.
    Later,
}

impl Reached {
    fn class(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Now => "now",
            Self::Later => "later",
        }
    }
}

/// One step of a stair, or one entry of a timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What happens.
    pub title: String,
    /// When, or what is left; may be empty.
    pub note: String,
    /// Where it stands.
    pub reached: Reached,
    /// Where it leads, if anywhere.
    pub href: Option<String>,
}

impl Step {
    /// A step that leads nowhere.
    pub fn new(title: impl Into<String>, note: impl Into<String>, reached: Reached) -> Self {
        Self { title: title.into(), note: note.into(), reached, href: None }
    }

    /// The same step as a link.
    #[must_use]
    pub fn to(mut self, href: impl Into<String>) -> Self {
        self.href = Some(href.into());
        self
    }

    fn class(&self) -> &'static str {
        self.reached.class()
    }

    fn is_now(&self) -> bool {
        self.reached == Reached::Now
    }
}

/// The phase stair: at most eight steps that climb to the right, a list on phones.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "parts/steps.html")]
pub struct Steps {
    /// What the stair is, for those who do not see it: "Phases of the round".
    pub label: String,
    /// From the first to the last.
    pub steps: Vec<Step>,
}

/// A wall with ledges: what has happened and what comes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Template)]
#[template(path = "parts/timeline.html")]
pub struct Timeline(pub Vec<Step>);

/// The foot of one page of a form over several: on, back, and away without losing anything.
#[derive(Clone, Template)]
#[template(path = "parts/wizard.html")]
pub struct Wizard {
    /// Its words, in the reader's language.
    pub words: &'static Words,
    /// What the button forward says: "Save and go on".
    pub next: String,
    /// The page before.
    pub back: Option<String>,
    /// Whether the page has fields, so that one can leave and keep what was typed.
    pub keeps: bool,
}

/// What stands where a list would be: what will appear here, when, and the first step.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "parts/empty.html")]
pub struct Empty {
    /// "No orders now"
    pub title: String,
    /// "We will e-mail you when someone asks"
    pub text: String,
    /// The first step: its words and where it leads.
    pub action: Option<(String, String)>,
}

impl Empty {
    /// An empty state without a first step.
    pub fn new(title: impl Into<String>, text: impl Into<String>) -> Self {
        Self { title: title.into(), text: text.into(), action: None }
    }

    /// The same with a first step.
    #[must_use]
    pub fn action(mut self, label: impl Into<String>, href: impl Into<String>) -> Self {
        self.action = Some((label.into(), href.into()));
        self
    }
}

/// The way here from the top. The last one is the page itself.
#[derive(Clone, Template)]
#[template(path = "parts/crumbs.html")]
pub struct Crumbs {
    words: &'static Words,
    crumbs: Vec<(String, Option<String>)>,
}

/// Starts a way: `kit::parts::crumbs(page.words).to("Rounds", "/rounds").here("Autumn")`.
#[must_use]
pub fn crumbs(words: &'static Words) -> Crumbs {
    Crumbs { words, crumbs: Vec::new() }
}

impl Crumbs {
    /// Adds a page above this one.
    #[must_use]
    pub fn to(mut self, label: impl Into<String>, href: impl Into<String>) -> Self {
        self.crumbs.push((label.into(), Some(href.into())));
        self
    }

    /// Ends with this page.
    #[must_use]
    pub fn here(mut self, label: impl Into<String>) -> Self {
        self.crumbs.push((label.into(), None));
        self
    }
}

/// What every sending ends on: that it came through, when, the reference, and what happens now.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "parts/receipt.html")]
pub struct Receipt {
    /// "Thank you. The college has been told: 4 places."
    pub heading: String,
    /// "You can change this until …"
    pub lead: String,
    /// Date, reference, who: term and value.
    pub facts: Vec<(String, String)>,
    /// The heading over what comes; not shown without entries.
    pub next_heading: String,
    /// What happens now, and who acts.
    pub next: Timeline,
}

/// How far long work has come. The same part is on the page and in every message of the stream.
#[derive(Debug, Clone, PartialEq, Eq, Template)]
#[template(path = "parts/progress.html")]
pub struct Progress {
    /// "Working" as a status.
    pub tag: Tag,
    /// What is being done: "Allocating 928 students".
    pub step: String,
    /// Steps done.
    pub done: u64,
    /// Steps in all; nought while nobody knows.
    pub total: u64,
    /// The count in words, the time left; may be empty.
    pub note: String,
}

impl Progress {
    /// How much is done, in hundredths.
    #[must_use]
    pub fn percent(&self) -> u64 {
        (self.done.min(self.total) * 100).checked_div(self.total).unwrap_or(0)
    }
}
