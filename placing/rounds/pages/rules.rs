//! The rules of a round as everybody who takes part reads them.

use askama::Template;
use axum::extract::State;
use base::{Lang, RoundId, Zone};
use kit::format;
use kit::page::Page;
use kit::web::{Answer, App, Path, Visit, show};

use crate::Words;
use crate::rounds::actions;
use crate::rounds::model::{Draw, NoWishes, Round};

/// One rule: its heading and what it says.
pub struct Rule {
    heading: String,
    paragraphs: Vec<String>,
}

/// Dates and rules of a round, in the reader's words.
#[derive(Template)]
#[template(path = "rounds/rules_part.html")]
pub struct RulesView {
    words: &'static Words,
    round: RoundId,
    facts: Vec<(String, String)>,
    rules: Vec<Rule>,
    promise: Option<String>,
    revealed: Option<String>,
}

impl askama::filters::HtmlSafe for RulesView {}

#[derive(Template)]
#[template(path = "rounds/rules.html")]
struct RulesPage {
    page: Page,
    words: &'static Words,
    round: RoundId,
    name: String,
    is_draft: bool,
    rules: RulesView,
}

/// The rules page, for the office.
pub async fn show_rules(State(app): State<App>, visit: Visit, Path(id): Path<RoundId>) -> Answer {
    let (round, zone) = app
        .db()
        .read(visit.actor(), async |tx| {
            let round = actions::find(&tx, id).await?;
            let zone = actions::zone_of(&tx, &round).await?;
            Ok((round, zone))
        })
        .await?;
    show(&RulesPage {
        words: crate::words(visit.lang()),
        round: id,
        name: round.plan().name().into(),
        is_draft: round.announced_at().is_none(),
        rules: view(visit.lang(), &round, zone),
        page: visit.page(&app),
    })
}

/// The rules in the reader's words.
pub fn view(lang: Lang, round: &Round, zone: Zone) -> RulesView {
    let words = crate::words(lang);
    RulesView {
        words,
        round: round.id(),
        facts: facts(lang, round, zone),
        rules: rules(words, round),
        promise: round.promise().map(Into::into),
        revealed: round.revealed_seed().map(Into::into),
    }
}

fn facts(lang: Lang, round: &Round, zone: Zone) -> Vec<(String, String)> {
    let (words, plan, dates) = (crate::words(lang), round.plan(), round.dates());
    let contact = plan.contact();
    let reach = [contact.name.as_str(), contact.email.as_str(), contact.phone.as_str()];
    let reach: Vec<&str> = reach.into_iter().filter(|text| !text.is_empty()).collect();
    vec![
        (words.rounds_rules_course().to_string(), format!("{} {}", plan.course_code(), plan.course_name())),
        (words.rounds_rules_weeks().to_string(), format::weeks(lang, dates.weeks())),
        (words.rounds_rules_opens().to_string(), format::moment_with_year(lang, zone, dates.wishes_open_at())),
        (words.rounds_rules_closes().to_string(), format::moment_with_year(lang, zone, dates.wishes_close_at())),
        (words.rounds_rules_published().to_string(), format::moment_with_year(lang, zone, dates.publish_planned_at())),
        (words.rounds_rules_contact().to_string(), reach.join(", ")),
    ]
}

fn rules(words: &'static Words, round: &Round) -> Vec<Rule> {
    let plan = round.plan();
    let rule = |heading: String, paragraphs: Vec<String>| Rule { heading, paragraphs };
    let mut wishes = vec![words.rounds_rules_wishes_text(plan.wishes_max()).to_string()];
    if plan.wishes_min() > 0 {
        wishes.push(words.rounds_rules_wishes_min(plan.wishes_min()).to_string());
    }
    wishes.push(words.rounds_rules_ties().to_string());
    let numbers = match plan.draw() {
        Draw::Seed => words.rounds_rules_seed().to_string(),
        Draw::File => words.rounds_rules_file().to_string(),
    };
    let none = match plan.no_wishes() {
        NoWishes::ByHand => words.rounds_rules_none_by_hand().to_string(),
        NoWishes::Last => words.rounds_rules_none_last().to_string(),
    };
    let appeal = match plan.is_decision() {
        true => words.rounds_rules_decision().to_string(),
        false => words.rounds_rules_notice().to_string(),
    };
    vec![
        rule(words.rounds_rules_wishes().to_string(), wishes),
        rule(
            words.rounds_rules_draw().to_string(),
            vec![words.rounds_rules_draw_text().to_string(), words.rounds_rules_caps().to_string(), numbers],
        ),
        rule(words.rounds_rules_hand().to_string(), vec![words.rounds_rules_hand_text().to_string()]),
        rule(words.rounds_rules_none().to_string(), vec![none]),
        rule(words.rounds_rules_late().to_string(), vec![words.rounds_rules_late_text().to_string()]),
        rule(words.rounds_rules_behalf().to_string(), vec![words.rounds_rules_behalf_text().to_string()]),
        rule(words.rounds_rules_withdraw().to_string(), vec![words.rounds_rules_withdraw_text().to_string()]),
        rule(words.rounds_rules_cancel().to_string(), vec![words.rounds_rules_cancel_text().to_string()]),
        rule(words.rounds_rules_result().to_string(), vec![words.rounds_rules_result_text().to_string(), appeal]),
    ]
}
