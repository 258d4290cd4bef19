//! One step on the way in: a form with few fields, and what to do when it does not work.

use askama::Template;
use axum::http::{HeaderValue, StatusCode};
use kit::fields::Field;
use kit::form::FormErrors;
use kit::page::Page;
use kit::web::{Answer, App, Visit, show, show_with};

use crate::Words;
use crate::credentials::{Held, Passkeys, RecoveryCode, Square};

/// What a step shows.
#[derive(Debug, Default)]
pub struct Step {
    /// The heading
    pub title: String,
    /// What is asked, and why
    pub lead: String,
    /// What has to be put right
    pub errors: FormErrors,
    /// The fields
    pub fields: Vec<Field>,
    /// What is carried along
    pub hidden: Vec<(String, String)>,
    /// Where the form goes
    pub action: String,
    /// What the button says
    pub button: String,
    /// What the button sends
    pub pressed: Option<(&'static str, &'static str)>,
    /// An app's square and key
    pub square: Option<(Square, String)>,
    /// A passkey instead
    pub passkey: Option<PasskeyButton>,
    /// What to do when it does not work
    pub notes: Vec<String>,
    /// Other ways on
    pub links: Vec<(String, String)>,
}

/// A form that a device fills in; shown where a script can ask it.
#[derive(Debug)]
pub struct PasskeyButton {
    /// Where what the device is asked comes from
    pub challenge: &'static str,
    /// What the answer is called in the form
    pub field: &'static str,
}

impl PasskeyButton {
    /// The button, for somebody who has a passkey where there are any.
    pub fn for_one_who(app: &App, held: &Held, challenge: &'static str, field: &'static str) -> Option<Self> {
        let offered = held.has_passkey() && app.part::<Passkeys>().are_offered();
        offered.then_some(Self { challenge, field })
    }
}

#[derive(Template)]
#[template(path = "signin/step.html")]
struct StepPage {
    page: Page,
    words: &'static Words,
    step: Step,
}

#[derive(Template)]
#[template(path = "signin/confirm.html")]
struct ConfirmPage {
    page: Page,
    words: &'static Words,
    step: Step,
}

#[derive(Template)]
#[template(path = "signin/refused.html")]
struct RefusedPage {
    page: Page,
    words: &'static Words,
    step: Step,
}

#[derive(Template)]
#[template(path = "signin/codes.html")]
struct CodesPage {
    page: Page,
    words: &'static Words,
    codes: Vec<String>,
    next: String,
}

/// The step; with something to put right it says so in its status too.
pub fn show_step(app: &App, visit: &Visit, step: Step) -> Answer {
    let status = if step.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    show_step_with(status, app, visit, step)
}

/// The step with another status.
pub fn show_step_with(status: StatusCode, app: &App, visit: &Visit, step: Step) -> Answer {
    show_with(status, &StepPage { page: visit.page(app), words: crate::words(visit.lang()), step })
}

/// The question for a proof, in the frame of somebody who is signed in.
pub fn show_confirm(status: StatusCode, app: &App, visit: &Visit, step: Step) -> Answer {
    show_with(status, &ConfirmPage { page: visit.page(app), words: crate::words(visit.lang()), step })
}

/// Why nobody was signed in, and another way.
pub fn show_refused(app: &App, visit: &Visit, step: Step, name: &'static str) -> Answer {
    let page = RefusedPage { page: visit.page(app), words: crate::words(visit.lang()), step };
    let mut answer = show_with(StatusCode::UNPROCESSABLE_ENTITY, &page)?;
    answer.headers_mut().insert("x-problem", HeaderValue::from_static(name));
    Ok(answer)
}

/// Recovery codes, once.
pub fn show_codes(app: &App, visit: &Visit, codes: &[RecoveryCode], next: &str) -> Answer {
    let codes = codes.iter().map(RecoveryCode::shown).collect();
    show(&CodesPage { page: visit.page(app), words: crate::words(visit.lang()), codes, next: next.to_owned() })
}
