//! What somebody tells, and why it may be refused.

use base::Lang;
use kit::fault::{Kind, Problem};
use kit::local::LocalPath;
use people::persons::{Email, PersonError};

/// The longest text, in characters.
pub const TEXT_CHARS_MAX: usize = 2_000;

/// What somebody tells.
#[derive(Debug, Clone, PartialEq)]
pub struct Feedback {
    /// In their own words
    pub text: String,
    /// On which page, if they say so
    pub page: Option<LocalPath>,
    /// Where an answer goes, if they want one
    pub answer_to: Option<Email>,
}

impl Feedback {
    /// What was typed, read.
    /// # Errors
    /// [`FeedbackError`]
    pub fn new(text: &str, page: &str, answer_to: &str) -> Result<Self, FeedbackError> {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let (text, page, answer_to) = (text.trim(), page.trim(), answer_to.trim());
        let got = text.chars().count();
        match got {
            0 => return Err(FeedbackError::Nothing),
            got if got > TEXT_CHARS_MAX => return Err(FeedbackError::TooLong { got }),
            _ => {}
        }
        let page = match page {
            "" => None,
            page => Some(LocalPath::new(page).ok_or(FeedbackError::NoPage)?),
        };
        let answer_to = match answer_to {
            "" => None,
            address => Some(Email::new(address).map_err(FeedbackError::NoAddress)?),
        };
        Ok(Self { text: text.into(), page, answer_to })
    }

    /// The text, marked line by line as somebody else's words: it may say anything.
    pub fn quoted(&self) -> String {
        let lines: Vec<String> = self.text.lines().map(|line| format!("> {}", line.trim_end())).collect();
        lines.join("\n")
    }
}

/// Why nothing was told.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FeedbackError {
    /// An empty text
    #[error("nothing is told")]
    Nothing,
    /// A text beyond the limit
    #[error("text has {got} characters, at most {TEXT_CHARS_MAX} allowed")]
    TooLong {
        /// Characters given
        got: usize,
    },
    /// Not an address of this portal
    #[error("page is no path of this portal")]
    NoPage,
    /// Not a mail address
    #[error("answer_to: {0}")]
    NoAddress(PersonError),
    /// Told too often from one place, or by all together
    #[error("told too often")]
    TooOften,
    /// Nobody looks after the portal
    #[error("nobody looks after the portal")]
    Nobody,
}

impl Problem for FeedbackError {
    fn kind(&self) -> Kind {
        match self {
            Self::TooOften => Kind::TooMany,
            Self::Nobody => Kind::Conflict,
            _ => Kind::Invalid,
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Nothing => "feedback-nothing",
            Self::TooLong { .. } => "feedback-too-long",
            Self::NoPage => "feedback-no-page",
            Self::NoAddress(_) => "feedback-no-address",
            Self::TooOften => "feedback-too-often",
            Self::Nobody => "feedback-nobody",
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Nothing | Self::TooLong { .. } => Some("text"),
            Self::NoPage => Some("page"),
            Self::NoAddress(_) => Some("answer_to"),
            Self::TooOften | Self::Nobody => None,
        }
    }

    fn tell(&self, lang: Lang) -> String {
        let words = crate::words(lang);
        match self {
            Self::Nothing => words.feedback_nothing().to_string(),
            Self::TooLong { got } => words.feedback_too_long(*got, TEXT_CHARS_MAX),
            Self::NoPage => words.feedback_no_page().to_string(),
            Self::NoAddress(error) => error.tell(lang),
            Self::TooOften => words.feedback_too_often().to_string(),
            Self::Nobody => words.feedback_nobody().to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_has_words_and_names_pages_of_this_portal_alone() {
        let new = Feedback::new;
        assert_eq!(new(" \n", "", ""), Err(FeedbackError::Nothing));
        let got = TEXT_CHARS_MAX + 1;
        assert_eq!(new(&"å".repeat(got), "", ""), Err(FeedbackError::TooLong { got }));
        for page in ["https://elsewhere.example/x", "//elsewhere.example", "rounds"] {
            assert_eq!(new("Hei", page, ""), Err(FeedbackError::NoPage), "{page}");
        }
        assert!(matches!(new("Hei", "", "mila"), Err(FeedbackError::NoAddress(_))));
        let told = new(" Knappen\r\nfinnes\rikke ", "/my/rounds", "Mila@Town.example").unwrap();
        assert_eq!(told.quoted(), "> Knappen\n> finnes\n> ikke", "no line stands unmarked");
        assert_eq!(told.page.unwrap().as_str(), "/my/rounds");
        assert_eq!(told.answer_to.unwrap().as_str(), "mila@town.example");
    }
}
