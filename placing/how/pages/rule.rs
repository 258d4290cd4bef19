//! One rule, for everybody, and the rule of a round for those who take part.

use askama::Template;
use axum::extract::State;
use base::RoundId;
use kit::actor::{Actor, Role};
use kit::db::Tx;
use kit::fault::{Fault, NotFound};
use kit::page::Page;
use kit::parts::Tag;
use kit::web::{Answer, App, Path, Visit, show};
use matching::Mechanism;

use super::honest;
use super::said::{self, Said};
use super::told::{self, ExampleView};
use crate::Words;
use crate::how::model::Rule;
use crate::rounds::{self, Plan, Round};

#[derive(Template)]
#[template(path = "how/rule.html")]
struct ShowRule {
    page: Page,
    words: &'static Words,
    name: String,
    about: String,
    round: Option<RoundShown>,
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

struct RoundShown {
    id: RoundId,
    name: String,
    rules: String,
    chosen: Vec<String>,
}

/// GET /how/{mechanism}
pub async fn show_rule(State(app): State<App>, visit: Visit, Path(name): Path<String>) -> Answer {
    let rule = Rule::named(&name).ok_or_else(|| NotFound::of("mechanism", &name))?;
    show(&view(visit.page(&app), rule, None))
}

/// GET /rounds/{round}/how
pub async fn show_rule_of_round(State(app): State<App>, visit: Visit, Path(id): Path<RoundId>) -> Answer {
    let round = app.db().read(visit.actor(), async |tx| round_for(&tx, id).await).await?;
    let rule = Rule::of(round.plan());
    show(&view(visit.page(&app), rule, Some((&round, visit.actor()))))
}

/// Administrators read about their own rounds, students about those they take part in.
async fn round_for(tx: &Tx, id: RoundId) -> Result<Round, Fault> {
    if tx.actor().has(Role::Administrator)
        && let Ok(round) = rounds::find(tx, id).await
    {
        return Ok(round);
    }
    rounds::of_student(tx, id).await
}

fn view(page: Page, rule: Rule, round: Option<(&Round, &Actor)>) -> ShowRule {
    let words = crate::words(page.language());
    let other = |other: Rule| (said::name(words, other), format!("/how/{}", other.name()));
    ShowRule {
        name: said::name(words, rule),
        about: said::about(words, rule),
        round: round.map(|(round, actor)| RoundShown::new(words, round, actor)),
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
        disagree: said::disagree(words, round.map(|(round, _)| round.plan().is_decision())),
        others: Rule::ALL.into_iter().filter(|one| *one != rule).map(other).collect(),
        page,
        words,
    }
}

impl RoundShown {
    fn new(words: &'static Words, round: &Round, actor: &Actor) -> Self {
        let id = round.id();
        let rules = match actor.has_at(Role::Administrator, round.owner()) {
            true => format!("/rounds/{id}/rules"),
            false => format!("/my/rounds/{id}"),
        };
        Self { id, name: round.plan().name().to_owned(), rules, chosen: chosen(words, round.plan()) }
    }
}

/// What the round has chosen with its rule, as its rules tell it.
fn chosen(words: &'static Words, plan: &Plan) -> Vec<String> {
    let mut said = rounds::chosen(words.lang(), plan);
    if plan.mechanism() == Some(Mechanism::MinCost) {
        said.push(words.how_chosen_cost(plan.terms().cost_text()).to_string());
    }
    if plan.mechanism().is_some() && plan.terms().keeps_groups() {
        said.push(words.how_chosen_groups().to_string());
    }
    said
}
