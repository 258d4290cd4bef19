//! The form, for everybody.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use kit::fault::{Fault, Kind};
use kit::fields::{self, Field};
use kit::form::FormErrors;
use kit::page::Page;
use kit::web::{Answer, App, Form, Query, Visit, see_other, show, show_with};
use people::persons::{self, Email};
use serde::Deserialize;

use super::actions;
use super::model::{Feedback, TEXT_CHARS_MAX};
use crate::Words;

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FeedbackForm {
    text: String,
    page: String,
    answer_to: String,
}

/// Where the form is come to from.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct FeedbackQuery {
    page: String,
    done: String,
}

#[derive(Template)]
#[template(path = "feedback/form.html")]
struct FeedbackPage {
    page: Page,
    words: &'static Words,
    errors: FormErrors,
    fields: Vec<Field>,
    done: bool,
}

/// The empty form; the address of whoever is signed in stands in it, and can be taken out.
pub async fn ask(State(app): State<App>, visit: Visit, Query(query): Query<FeedbackQuery>) -> Answer {
    let answer_to = match visit.actor().person_id() {
        Some(id) => app.db().read(visit.actor(), async |tx| persons::find(&tx, id).await).await?.email,
        None => None,
    };
    let answer_to = answer_to.as_ref().map(Email::as_str).unwrap_or_default().to_owned();
    let form = FeedbackForm { page: query.page, answer_to, ..FeedbackForm::default() };
    show(&page(&app, &visit, &form, FormErrors::none(), query.done == "yes"))
}

/// Tells it.
pub async fn tell(State(app): State<App>, visit: Visit, Form(form): Form<FeedbackForm>) -> Answer {
    let told: Result<(), Fault> = async {
        let feedback = Feedback::new(&form.text, &form.page, &form.answer_to)?;
        actions::tell(app.db(), visit.address(), &feedback).await
    }
    .await;
    let Err(fault) = told else { return Ok(see_other("/feedback?done=yes")) };
    let Some(problem) = fault.problem() else { return Err(fault) };
    let status = match problem.kind() {
        Kind::TooMany => StatusCode::TOO_MANY_REQUESTS,
        Kind::Conflict => StatusCode::CONFLICT,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let mut errors = FormErrors::none();
    errors.add(problem.field().unwrap_or_default(), problem.tell(visit.lang()));
    show_with(status, &page(&app, &visit, &form, errors, false))
}

fn page(app: &App, visit: &Visit, form: &FeedbackForm, errors: FormErrors, done: bool) -> FeedbackPage {
    let words = crate::words(visit.lang());
    let fields = vec![
        fields::area("text", words.feedback_text())
            .value(&form.text)
            .help(words.feedback_text_help())
            .length_max(TEXT_CHARS_MAX)
            .error(errors.get("text")),
        fields::text("page", words.feedback_page())
            .value(&form.page)
            .help(words.feedback_page_help())
            .error(errors.get("page")),
        fields::email("answer_to", words.feedback_answer_to())
            .value(&form.answer_to)
            .help(words.feedback_answer_to_help())
            .error(errors.get("answer_to")),
    ];
    FeedbackPage { page: visit.page(app), words, errors, fields, done }
}
