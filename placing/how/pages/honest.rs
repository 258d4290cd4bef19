//! What an honest list means, as one sentence: the same on the rule's page, before wishing and in the announcement.

use askama::Template;
use kit::parts::{Icon, Tag};

use crate::Words;
use crate::how::model::{Honesty, Rule};

/// The sentence with its mark and the way to the whole page.
#[derive(Template)]
#[template(path = "how/honest_part.html")]
pub struct HonestView {
    words: &'static Words,
    tag: Tag,
    sentence: String,
    links: Vec<(String, String)>,
}

impl askama::filters::HtmlSafe for HonestView {}

impl HonestView {
    /// For a rule; `href` leads to the page that says more.
    pub fn new(words: &'static Words, rule: Rule, href: impl Into<String>) -> Self {
        let links = vec![(words.how_heading().to_string(), href.into())];
        Self { words, tag: tag(words, rule.honesty()), sentence: sentence(words, rule), links }
    }

    /// The same with one more link.
    #[must_use]
    pub fn and(mut self, label: impl Into<String>, href: impl Into<String>) -> Self {
        self.links.push((label.into(), href.into()));
        self
    }
}

/// Whether the true list is safe, as a mark.
pub(super) fn tag(words: &'static Words, honesty: Honesty) -> Tag {
    match honesty {
        Honesty::Safe => Tag::success(words.how_honest_safe()),
        Honesty::NotAlwaysBest => Tag::warning(words.how_honest_open()).icon(Icon::Alert),
        Honesty::Weighed => Tag::info(words.how_honest_weighed()).icon(Icon::Person),
    }
}

/// What to do with the own list, and what can be promised.
pub fn sentence(words: &'static Words, rule: Rule) -> String {
    use matching::Mechanism::{Generous, GreedyMax, Lottery, MinCost, Priority, RankMax};
    match rule {
        Rule::Drawn(Lottery) => words.how_honest_lottery(),
        Rule::Drawn(Priority) => words.how_honest_priority(),
        Rule::Drawn(MinCost) => words.how_honest_mincost(),
        Rule::Drawn(RankMax) => words.how_honest_rankmax(),
        Rule::Drawn(GreedyMax) => words.how_honest_greedymax(),
        Rule::Drawn(Generous) => words.how_honest_generous(),
        Rule::ByHand => words.how_honest_manual(),
    }
    .to_string()
}
