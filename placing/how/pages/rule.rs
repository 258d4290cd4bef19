//! One rule, for everybody.

use askama::Template;
use axum::extract::State;
use kit::fault::NotFound;
use kit::page::Page;
use kit::parts::Tag;
use kit::web::{Answer, App, Path, Visit, show};

use super::said::{self, Said};
use super::told::{self, ExampleView};
use super::honest;
use crate::Words;
use crate::how::model::Rule;

#[derive(Template)]
#[template(path = "how/rule.html")]
struct ShowRule {
    page: Page,
    words: &'static Words,
    name: String,
    about: String,
    honest: Tag,
    sentence: String,
    why_honest: String,
    steps: Vec<Said>,
    example: Option<ExampleView>,
    trick: Vec<String>,
    questions: Vec<Said>,
    draw: Vec<String>,
    sees: Vec<String>,
    disagree: String,
    others: Vec<(String, String)>,
}

/// GET /how/{mechanism}
pub async fn show_rule(State(app): State<App>, visit: Visit, Path(name): Path<String>) -> Answer {
    let rule = Rule::named(&name).ok_or_else(|| NotFound::of("mechanism", &name))?;
    show(&view(visit.page(&app), rule))
}

fn view(page: Page, rule: Rule) -> ShowRule {
    let words = crate::words(page.language());
    let other = |other: Rule| (said::name(words, other), format!("/how/{}", other.name()));
    ShowRule {
        name: said::name(words, rule),
        about: said::about(words, rule),
        honest: honest::tag(words, rule.honesty()),
        sentence: honest::sentence(words, rule),
        why_honest: said::why_honest(words, rule),
        steps: said::steps(words, rule),
        example: match rule {
            Rule::Drawn(mechanism) => Some(ExampleView::new(words, mechanism)),
            Rule::ByHand => None,
        },
        trick: told::trick(words, rule),
        questions: said::questions(words, rule),
        draw: said::draw(words, rule),
        sees: said::sees(words, rule),
        disagree: words.how_disagree_text().to_string(),
        others: Rule::ALL.into_iter().filter(|one| *one != rule).map(other).collect(),
        page,
        words,
    }
}

