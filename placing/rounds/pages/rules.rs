//! The rules of a round as everybody who takes part reads them.

use askama::Template;
use axum::extract::State;
use base::{Lang, RoundId, Zone};
use kit::format;
use kit::page::Page;
use kit::web::{Answer, App, Path, Visit, show};
use matching::Mechanism;

use crate::rounds::actions;
use crate::rounds::model::{Draw, NoWishes, Plan, Round, ShortLists, mechanism_name};
use crate::{Words, how};

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
        rules: rules(lang, round),
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

fn rules(lang: Lang, round: &Round) -> Vec<Rule> {
    let (words, plan) = (crate::words(lang), round.plan());
    let rule = |heading: String, paragraphs: Vec<String>| Rule { heading, paragraphs };
    let appeal = match plan.is_decision() {
        true => words.rounds_rules_decision().to_string(),
        false => words.rounds_rules_notice().to_string(),
    };
    let heading = match plan.mechanism() {
        Some(Mechanism::Lottery) => words.rounds_rules_draw().to_string(),
        _ => words.rounds_rules_allocation().to_string(),
    };
    let mut rules =
        vec![rule(words.rounds_rules_wishes().to_string(), wishes(words, plan)), rule(heading, decided(lang, plan))];
    if plan.mechanism().is_some() {
        if plan.terms().keeps_groups() {
            rules.push(rule(
                words.rounds_rules_groups().to_string(),
                vec![words.rounds_rules_groups_text().to_string()],
            ));
        }
        rules.push(rule(words.rounds_rules_hand().to_string(), vec![words.rounds_rules_hand_text().to_string()]));
    }
    rules.extend([
        rule(words.rounds_rules_none().to_string(), vec![without_wishes(words, plan)]),
        rule(words.rounds_rules_late().to_string(), vec![late(words, plan)]),
        rule(words.rounds_rules_behalf().to_string(), vec![words.rounds_rules_behalf_text().to_string()]),
        rule(words.rounds_rules_withdraw().to_string(), vec![words.rounds_rules_withdraw_text().to_string()]),
        rule(words.rounds_rules_cancel().to_string(), vec![words.rounds_rules_cancel_text().to_string()]),
        rule(words.rounds_rules_result().to_string(), vec![words.rounds_rules_result_text().to_string(), appeal]),
    ]);
    rules
}

/// What a list should look like, and what becomes of short ones and of ties.
fn wishes(words: &'static Words, plan: &Plan) -> Vec<String> {
    let mut told = vec![words.rounds_rules_wishes_text(plan.wishes_max()).to_string()];
    told.push(how::honest_sentence(words, how::Rule::of(plan)));
    told.extend(short_lists(words, plan));
    match plan.mechanism() {
        None => {}
        Some(Mechanism::Priority) => told.push(words.rounds_rules_ties_priority().to_string()),
        Some(_) => told.push(words.rounds_rules_ties().to_string()),
    }
    told
}

/// What becomes of short lists; nothing where a list may have any length.
fn short_lists(words: &'static Words, plan: &Plan) -> Option<String> {
    match (plan.wishes_min(), plan.terms().short_lists()) {
        (0, _) => None,
        (min, ShortLists::Complete) if plan.mechanism().is_some() => Some(words.rounds_rules_short_complete(min)),
        (min, ShortLists::Refuse) if plan.mechanism().is_some() => Some(words.rounds_rules_short_refuse(min)),
        (min, _) => Some(words.rounds_rules_wishes_min(min)),
    }
    .map(|told| told.to_string())
}

/// What a round has chosen with its mechanism: short lists, the meaning of classes, travel, numbers, and those who send
/// nothing or come late.
pub fn chosen(lang: Lang, plan: &Plan) -> Vec<String> {
    let (words, terms) = (crate::words(lang), plan.terms());
    let mut told: Vec<String> = short_lists(words, plan).into_iter().collect();
    if plan.mechanism() == Some(Mechanism::Priority) {
        told.push(words.rounds_rules_classes(terms.classes()).to_string());
    }
    if let (Some(_), Some(minutes)) = (plan.mechanism(), terms.travel_limit_minutes()) {
        told.push(words.rounds_rules_travel(minutes).to_string());
    }
    if plan.mechanism().is_some() && plan.draw() == Draw::File {
        told.push(words.rounds_rules_file().to_string());
    }
    told.push(format!("{}: {}", words.rounds_rules_none(), without_wishes(words, plan)));
    told.push(format!("{}: {}", words.rounds_rules_late(), late(words, plan)));
    told
}

/// The mechanism, and what was chosen with it.
fn decided(lang: Lang, plan: &Plan) -> Vec<String> {
    let (words, terms) = (crate::words(lang), plan.terms());
    let mut told = vec![words.rounds_rules_mechanism(mechanism_name(lang, plan.mechanism())).to_string()];
    let Some(mechanism) = plan.mechanism() else {
        told.push(words.rounds_rules_manual_text().to_string());
        return told;
    };
    told.push(match mechanism {
        Mechanism::Lottery => words.rounds_rules_draw_text().to_string(),
        Mechanism::Priority => words.rounds_rules_priority_text().to_string(),
        Mechanism::MinCost => words.rounds_rules_mincost_text(terms.cost_text()).to_string(),
        Mechanism::RankMax => words.rounds_rules_rankmax_text().to_string(),
        Mechanism::GreedyMax => words.rounds_rules_greedymax_text().to_string(),
        Mechanism::Generous => words.rounds_rules_generous_text().to_string(),
    });
    if mechanism == Mechanism::Priority {
        told.push(words.rounds_rules_classes(terms.classes()).to_string());
    }
    told.push(words.rounds_rules_caps().to_string());
    if let Some(minutes) = terms.travel_limit_minutes() {
        told.push(words.rounds_rules_travel(minutes).to_string());
    }
    told.push(words.rounds_rules_bans().to_string());
    told.push(match plan.draw() {
        Draw::Seed => words.rounds_rules_seed().to_string(),
        Draw::File => words.rounds_rules_file().to_string(),
    });
    told
}

fn without_wishes(words: &'static Words, plan: &Plan) -> String {
    match (plan.mechanism(), plan.no_wishes()) {
        (None, _) => words.rounds_rules_none_manual().to_string(),
        (_, NoWishes::ByHand) => words.rounds_rules_none_by_hand().to_string(),
        (Some(Mechanism::Lottery), NoWishes::Last) => words.rounds_rules_none_last().to_string(),
        (_, NoWishes::Last) => words.rounds_rules_none_counted_last().to_string(),
    }
}

fn late(words: &'static Words, plan: &Plan) -> String {
    match plan.mechanism() {
        None => words.rounds_rules_late_manual().to_string(),
        Some(Mechanism::Lottery) => words.rounds_rules_late_text().to_string(),
        Some(Mechanism::Priority) => words.rounds_rules_late_priority().to_string(),
        Some(_) => words.rounds_rules_late_together().to_string(),
    }
}
