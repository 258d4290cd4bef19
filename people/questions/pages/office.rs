//! What the administrators look into.

use askama::Template;
use axum::extract::State;
use base::{Lang, LookId, OrganisationId};
use kit::db::Tx;
use kit::fault::Fault;
use kit::fields::{self, Choice, Choices, Field};
use kit::form::FormErrors;
use kit::page::Page;
use kit::web::{Answer, App, Form, Path, Visit, see_other, show, show_again};
use serde::Deserialize;

use super::super::actions;
use super::super::model::{Answered, Outcome, Question, QuestionError};
use super::{Named, outcome_of, outcome_word};
use crate::Words;
use crate::looks::model::page_of;

#[derive(Template)]
#[template(path = "questions/office.html")]
struct OfficePage {
    page: Page,
    words: &'static Words,
    organisation: OrganisationId,
    open: Vec<(String, LookId)>,
    past: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "questions/settle.html")]
struct SettlePage {
    page: Page,
    words: &'static Words,
    organisation: OrganisationId,
    errors: FormErrors,
    told: String,
    said: String,
    found: String,
    /// None for what is settled
    form: Option<(Choices, Field)>,
}

/// What is typed as an outcome.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OutcomeForm {
    outcome: String,
    reason: String,
}

fn told(words: &Words, lang: Lang, named: &Named, question: &Question) -> String {
    let what = words.questions_what(page_of(&question.look.what)).to_string();
    let (by, whose) = (named.name(question.look.by), named.name(question.look.person));
    words.questions_told_office(by, what, whose, named.at(lang, question))
}

/// `GET /organisations/{organisation}/questions`
pub async fn list(State(app): State<App>, visit: Visit, Path(id): Path<OrganisationId>) -> Answer {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let look = async |tx: Tx| {
        let questions = actions::of_office(&tx, id).await?;
        let named = Named::of(&tx, &questions).await?;
        Ok((questions, named))
    };
    let (questions, named) = app.db().read(visit.actor(), look).await?;
    let (past, open): (Vec<_>, Vec<_>) = questions.iter().partition(|question| question.outcome.is_some());
    show(&OfficePage {
        page: visit.page(&app),
        words,
        organisation: id,
        open: open.into_iter().map(|one| (told(words, lang, &named, one), one.look.id)).collect(),
        past: past.into_iter().map(|one| (told(words, lang, &named, one), outcome_of(words, one))).collect(),
    })
}

/// `GET /organisations/{organisation}/questions/{question}`
pub async fn ask(State(app): State<App>, visit: Visit, Path((id, question)): Path<(OrganisationId, LookId)>) -> Answer {
    show(&page(&app, &visit, (id, question), &OutcomeForm::default(), FormErrors::none()).await?)
}

/// `POST /organisations/{organisation}/questions/{question}`
pub async fn settle(
    State(app): State<App>,
    visit: Visit,
    Path((id, question)): Path<(OrganisationId, LookId)>,
    Form(form): Form<OutcomeForm>,
) -> Answer {
    let settle = async |tx: Tx| {
        actions::find(&tx, id, question).await?;
        let outcome = Outcome::from_word(&form.outcome).ok_or(QuestionError::NoChoice { field: "outcome" })?;
        actions::settle(&tx, id, question, (outcome, &form.reason)).await
    };
    match app.db().write(visit.actor(), settle).await {
        Ok(()) => Ok(see_other(format!("/organisations/{id}/questions"))),
        Err(fault) => {
            let errors = FormErrors::from_fault(visit.lang(), fault)?;
            show_again(&page(&app, &visit, (id, question), &form, errors).await?)
        }
    }
}

async fn page(
    app: &App,
    visit: &Visit,
    (id, question): (OrganisationId, LookId),
    form: &OutcomeForm,
    errors: FormErrors,
) -> Result<SettlePage, Fault> {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let look = async |tx: Tx| {
        let question = actions::find(&tx, id, question).await?;
        let named = Named::of(&tx, std::slice::from_ref(&question)).await?;
        Ok((question, named))
    };
    let (question, named) = app.db().read(visit.actor(), look).await?;
    let said = match (question.answer, question.words.as_str()) {
        (Some(Answered::Queried), "") => words.questions_said_queried().to_string(),
        (Some(Answered::Queried), text) => words.questions_said(text),
        _ => words.questions_said_nothing().to_string(),
    };
    let open = question.outcome.is_none();
    Ok(SettlePage {
        page: visit.page(app),
        words,
        organisation: id,
        told: told(words, lang, &named, &question),
        said,
        found: outcome_of(words, &question),
        form: open.then(|| fields_of(words, form, &errors)),
        errors,
    })
}

fn fields_of(words: &Words, form: &OutcomeForm, errors: &FormErrors) -> (Choices, Field) {
    let choices = Outcome::ALL.map(|outcome| Choice::new(outcome.word(), outcome_word(words, outcome)));
    let outcome = fields::choices("outcome", words.questions_outcome(), choices.to_vec())
        .value(&form.outcome)
        .error(errors.get("outcome"));
    let reason = fields::area("reason", words.questions_reason())
        .value(&form.reason)
        .help(words.questions_reason_help())
        .length_max(Question::CHARS_MAX)
        .error(errors.get("reason"));
    (outcome, reason)
}
