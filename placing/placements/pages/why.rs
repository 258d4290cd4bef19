//! Why a student got this place, or none: the same on the student's own page and on the office's page of the student.

use askama::Template;
use askama::filters::HtmlSafe;
use base::Lang;
use kit::format;

use crate::Words;
use crate::placements::model::told::{self, WishTold};
use crate::placements::model::{Decision, Kind};

/// The part of a page that tells why.
#[derive(Template)]
#[template(path = "placements/why_part.html")]
pub struct WhyView {
    words: &'static Words,
    heading: String,
    opening: String,
    blocked: String,
    wishes: Vec<WishTold>,
    own: String,
    left_out: Vec<String>,
    links: Vec<(String, String)>,
}

impl HtmlSafe for WhyView {}

impl WhyView {
    /// The part for one decision; none where there is nothing to tell.
    pub fn of(lang: Lang, decision: &Decision) -> Option<Self> {
        let words = crate::words(lang);
        let opening = told::opening(lang, decision);
        if decision.kind == Kind::Withdrawn || opening.is_empty() {
            return None;
        }
        Some(Self {
            words,
            heading: match decision.kind {
                Kind::Placed => words.placements_why_heading().to_string(),
                _ => words.placements_why_not_heading().to_string(),
            },
            opening,
            blocked: decision.grounds.blocked.as_ref().map(|blocked| told::blocked(lang, blocked)).unwrap_or_default(),
            wishes: told::wishes(lang, decision),
            own: decision.position.map(|own| format::number(lang, i64::from(own))).unwrap_or_default(),
            left_out: told::left_out(lang, &decision.grounds),
            links: vec![
                (words.how_heading().to_string(), format!("/rounds/{}/how", decision.round)),
                (words.placements_to_proof().to_string(), format!("/rounds/{}/proof", decision.round)),
            ],
        })
    }

    /// The same in sentences, for programs.
    pub fn sentences(self) -> Vec<String> {
        let wishes = self.wishes.into_iter().map(|wish| format!("{}, {}: {}", wish.label, wish.place, wish.text));
        let all = [self.opening, self.blocked].into_iter().chain(wishes).chain(self.left_out);
        all.filter(|sentence| !sentence.is_empty()).collect()
    }

    /// The same for somebody who reads along, under another heading and without the student's ways on.
    #[must_use]
    pub fn read_along(self, heading: impl Into<String>) -> Self {
        Self { heading: heading.into(), links: vec![], ..self }
    }
}
