//! How places are allocated, for everybody: the rules side by side.

use askama::Template;
use axum::extract::State;
use base::Lang;
use kit::format;
use kit::page::Page;
use kit::parts::Tag;
use kit::web::{Answer, App, Visit, show};

use super::model::Rule;
use super::model::town::{STUDENTS, Shared, Town};
use crate::Words;

pub mod honest;
mod picture;
pub mod rule;
pub mod said;
mod told;

#[derive(Template)]
#[template(path = "how/how.html")]
struct ShowHow {
    page: Page,
    words: &'static Words,
    rules: Vec<RuleLine>,
}

/// One rule in the comparison, with what the example comes to under it; empty where no program decides.
struct RuleLine {
    name: String,
    href: String,
    about: String,
    good: String,
    honest: Tag,
    placed: String,
    first: String,
    worst: String,
}

/// GET /how
pub async fn show_how(State(app): State<App>, visit: Visit) -> Answer {
    let page = visit.page(&app);
    let (lang, words) = (page.language(), crate::words(page.language()));
    show(&ShowHow { rules: Rule::ALL.map(|rule| line(lang, words, rule)).into(), words, page })
}

fn line(lang: Lang, words: &'static Words, rule: Rule) -> RuleLine {
    let shared = match rule {
        Rule::ByHand => None,
        Rule::Drawn(mechanism) => Some(Town::default().share_out(mechanism)),
    };
    let figure = |told: &dyn Fn(&Shared) -> String| shared.as_ref().map(told).unwrap_or_default();
    RuleLine {
        name: said::name(words, rule),
        href: format!("/how/{}", rule.name()),
        about: said::about(words, rule),
        good: said::good_for(words, rule),
        honest: honest::tag(words, rule.honesty()),
        placed: figure(&|shared| words.how_of(shared.placed(), STUDENTS.len()).to_string()),
        first: figure(&|shared| words.how_of(shared.with_rank(1), STUDENTS.len()).to_string()),
        worst: figure(&|shared| format::ordinal(lang, u32::from(shared.worst()))),
    }
}
