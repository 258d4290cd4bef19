//! What waits for a second look, and the rule about it.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use base::{Lang, OrganisationId, PersonId, SecondLookId};
use kit::db::Tx;
use kit::fault::Fault;
use kit::form::FormErrors;
use kit::format;
use kit::page::Page;
use kit::parts::{Icon, Tone};
use kit::web::{Answer, App, Form, NoFields, Path, Query, Visit, see_other, show, show_with};
use people::overview::Task;
use people::{organisations, persons};
use serde::Deserialize;

use super::model::{Asked, Kind, Refused, Waiting};
use super::{access, actions, queries};
use crate::{Words, confidences, rounds};

/// Questions on one page.
const PAGE: u64 = 20;

#[derive(Template)]
#[template(path = "seconds/waiting.html")]
struct WaitingPage {
    page: Page,
    words: &'static Words,
    organisation: OrganisationId,
    name: String,
    lines: Vec<WaitingLine>,
    refused: Vec<RefusedLine>,
    newer: Option<u64>,
    older: Option<u64>,
    errors: FormErrors,
}

struct WaitingLine {
    id: SecondLookId,
    what: String,
    note: String,
    href: Option<String>,
    is_mine: bool,
    typed: String,
}

struct RefusedLine {
    what: String,
    note: String,
    why: String,
    href: Option<String>,
}

/// Which page of the list.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct WaitingQuery {
    page: u64,
}

/// Why something is turned down.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RefuseForm {
    note: String,
}

/// GET /organisations/{organisation}/second-looks
pub async fn show_waiting(
    State(app): State<App>,
    visit: Visit,
    Path(organisation): Path<OrganisationId>,
    Query(query): Query<WaitingQuery>,
) -> Answer {
    show(&page_of(&app, &visit, organisation, query.page, None, FormErrors::none()).await?)
}

async fn page_of(
    app: &App,
    visit: &Visit,
    organisation: OrganisationId,
    page: u64,
    typed: Option<(SecondLookId, &str)>,
    errors: FormErrors,
) -> Result<WaitingPage, Fault> {
    let (lang, number) = (visit.lang(), page.clamp(1, 10_000));
    let read = async |tx: Tx| {
        let (waiting, count) = actions::waiting(&tx, organisation, ((number - 1) * PAGE, PAGE)).await?;
        let refused = actions::refused(&tx, organisation).await?;
        Ok((waiting, count, refused, organisations::find(&tx, organisation).await?, tx.now()))
    };
    let (waiting, count, refused, home, now) = app.db().read(visit.actor(), read).await?;
    let reader = visit.actor().person_id();
    let words = crate::words(lang);
    let line = |one: &Waiting| WaitingLine {
        id: one.asked.id,
        what: what(lang, one),
        note: note(lang, one, format::moment_near(lang, home.zone, one.at, now)),
        href: reason_href(&one.asked),
        is_mine: reader == Some(one.asked.by),
        typed: typed.filter(|(id, _)| *id == one.asked.id).map(|(_, text)| text.to_owned()).unwrap_or_default(),
    };
    let turned_down = |one: &Refused| RefusedLine {
        what: what(lang, &one.what),
        note: words.seconds_refused_by(&one.decided_by).to_string(),
        why: one.note.clone(),
        href: reason_href(&one.what.asked),
    };
    Ok(WaitingPage {
        page: visit.page(app),
        words,
        organisation,
        name: home.name,
        lines: waiting.iter().map(line).collect(),
        refused: refused.iter().map(turned_down).collect(),
        newer: (number > 1).then(|| number - 1),
        older: (number * PAGE < count).then_some(number + 1),
        errors,
    })
}

fn what(lang: Lang, one: &Waiting) -> String {
    let words = crate::words(lang);
    match one.asked.kind {
        Kind::Placement => words.seconds_what_placement(&one.person_name, &one.place).to_string(),
        Kind::Release => words.seconds_what_release(&one.person_name).to_string(),
        Kind::Classes => words.seconds_what_classes(one.asked.count).to_string(),
        Kind::Rule => words.seconds_what_rule().to_string(),
    }
}

fn note(lang: Lang, one: &Waiting, at: String) -> String {
    let words = crate::words(lang);
    let by = words.seconds_asked_by(&one.by_name).to_string();
    [one.round_name.clone(), by, at].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn reason_href(asked: &Asked) -> Option<String> {
    let (round, person) = (asked.round?, asked.person?);
    Some(format!("/rounds/{round}/students/{person}/confidence"))
}

fn list_href(organisation: OrganisationId) -> String {
    format!("/organisations/{organisation}/second-looks")
}

/// POST /organisations/{organisation}/second-looks/{look}/confirmation
pub async fn confirm(
    State(app): State<App>,
    visit: Visit,
    Path((organisation, look)): Path<(OrganisationId, SecondLookId)>,
    Form(NoFields {}): Form<NoFields>,
) -> Answer {
    let confirm = async |tx| actions::confirm(&tx, organisation, look).await;
    let done = app.db().write(visit.actor(), confirm).await;
    answered(&app, &visit, organisation, (look, ""), done).await
}

/// POST /organisations/{organisation}/second-looks/{look}/refusal
pub async fn refuse(
    State(app): State<App>,
    visit: Visit,
    Path((organisation, look)): Path<(OrganisationId, SecondLookId)>,
    Form(form): Form<RefuseForm>,
) -> Answer {
    let refuse = async |tx| actions::refuse(&tx, organisation, look, &form.note).await;
    let done = app.db().write(visit.actor(), refuse).await;
    answered(&app, &visit, organisation, (look, &form.note), done).await
}

/// POST /organisations/{organisation}/second-looks/{look}/withdrawal
pub async fn withdraw(
    State(app): State<App>,
    visit: Visit,
    Path((organisation, look)): Path<(OrganisationId, SecondLookId)>,
    Form(NoFields {}): Form<NoFields>,
) -> Answer {
    let withdraw = async |tx| actions::withdraw(&tx, organisation, look).await;
    let done = app.db().write(visit.actor(), withdraw).await;
    answered(&app, &visit, organisation, (look, ""), done).await
}

/// Back to the list: with what stands in the way, and what was typed.
async fn answered(
    app: &App,
    visit: &Visit,
    organisation: OrganisationId,
    typed: (SecondLookId, &str),
    done: Result<(), Fault>,
) -> Answer {
    let Err(fault) = done else { return Ok(see_other(list_href(organisation))) };
    let status = match fault.problem().map(kit::fault::Problem::kind) {
        Some(kit::fault::Kind::Forbidden) => StatusCode::FORBIDDEN,
        Some(kit::fault::Kind::Conflict) => StatusCode::CONFLICT,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let errors = FormErrors::from_fault(visit.lang(), fault)?;
    show_with(status, &page_of(app, visit, organisation, 1, Some(typed), errors).await?)
}

#[derive(Template)]
#[template(path = "seconds/rules.html")]
struct RulesPage {
    page: Page,
    words: &'static Words,
    organisation: OrganisationId,
    name: String,
    second_pair: bool,
    ends: bool,
    readers: Vec<Reader>,
    errors: FormErrors,
}

/// One of the office, and whether they read what is told in confidence.
struct Reader {
    id: PersonId,
    name: String,
    reads: bool,
}

/// What is sent: the rule, and those who read.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RulesForm {
    second_pair: String,
    reader: Vec<PersonId>,
}

/// GET /organisations/{organisation}/placing-rules
pub async fn show_rules(State(app): State<App>, visit: Visit, Path(organisation): Path<OrganisationId>) -> Answer {
    show(&rules_page(&app, &visit, organisation, None, FormErrors::none()).await?)
}

/// POST /organisations/{organisation}/placing-rules
pub async fn set_rules(
    State(app): State<App>,
    visit: Visit,
    Path(organisation): Path<OrganisationId>,
    Form(form): Form<RulesForm>,
) -> Answer {
    let set = async |tx: Tx| {
        actions::set_rule(&tx, organisation, form.second_pair == "yes").await?;
        confidences::name_confidants(&tx, organisation, &form.reader).await
    };
    match app.db().write(visit.actor(), set).await {
        Ok(()) => Ok(see_other(format!("/organisations/{organisation}/placing-rules"))),
        Err(fault) => {
            let errors = FormErrors::from_fault(visit.lang(), fault)?;
            let page = rules_page(&app, &visit, organisation, Some(&form), errors).await?;
            show_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
        }
    }
}

async fn rules_page(
    app: &App,
    visit: &Visit,
    organisation: OrganisationId,
    typed: Option<&RulesForm>,
    errors: FormErrors,
) -> Result<RulesPage, Fault> {
    let read = async |tx: Tx| {
        let (second_pair, ends) = actions::rule_of(&tx, organisation).await?;
        let readers = confidences::confidants(&tx, organisation).await?;
        let ids: Vec<PersonId> = readers.iter().map(|(person, _)| *person).collect();
        let names = persons::names(&tx, &ids).await?;
        Ok((second_pair, ends, readers, names, organisations::find(&tx, organisation).await?))
    };
    let (second_pair, ends, readers, names, home) = app.db().read(visit.actor(), read).await?;
    let reader = |(id, reads): (PersonId, bool)| Reader {
        id,
        name: names.get(&id).map(ToString::to_string).unwrap_or_default(),
        reads: typed.map_or(reads, |form| form.reader.contains(&id)),
    };
    Ok(RulesPage {
        page: visit.page(app),
        words: crate::words(visit.lang()),
        organisation,
        name: home.name,
        second_pair: typed.map_or(second_pair, |form| form.second_pair == "yes"),
        ends,
        readers: readers.into_iter().map(reader).collect(),
        errors,
    })
}

/// What waits for the actor's second look, for the overview: one line for each organisation.
/// # Errors
/// What the database answers.
pub async fn tasks(tx: &Tx, lang: Lang) -> Result<Vec<Task>, Fault> {
    let Some(reader) = tx.actor().person_id() else { return Ok(vec![]) };
    let words = crate::words(lang);
    let mut tasks = vec![];
    for office in rounds::access::administers(tx.actor()) {
        let owner = access::may_see(tx.actor(), office.id())?;
        let count = queries::count_for(tx, owner, reader).await?;
        if count > 0 {
            tasks.push(Task {
                title: words.seconds_task(usize::try_from(count).unwrap_or(usize::MAX)).to_string(),
                text: words.seconds_task_text().to_string(),
                due_at: None,
                due: String::new(),
                action: words.seconds_task_go().to_string(),
                href: list_href(owner.id()),
                icon: Icon::Shield,
                tone: Tone::Warning,
            });
        }
    }
    Ok(tasks)
}
