//! Ways in beside a mailed link: name and password, a slip's code, a number and a PIN.

use axum::extract::State;
use axum::http::StatusCode;
use axum_extra::extract::CookieJar;
use base::OrganisationId;
use kit::fault::{Fault, Kind, Problem};
use kit::form::FormErrors;
use kit::local::LocalPath;
use kit::web::{Answer, App, Form, Path, Query, Visit};
use serde::Deserialize;

use super::step::{Step, show_step_with};
use super::{cookie_key, let_in};
use crate::credentials::{Hashing, Pin};
use crate::signin::actions::{Arrival, slips};

/// What these pages are asked with.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct WayQuery {
    next: String,
}

/// What the password page sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PasswordForm {
    name: String,
    password: String,
    next: String,
}

/// What the page of a slip sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CodeForm {
    code: String,
    pin: String,
    next: String,
}

/// What the page of a PIN sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PinForm {
    number: String,
    pin: String,
    next: String,
}

/// `GET /login/password`
pub async fn password(State(app): State<App>, visit: Visit, Query(query): Query<WayQuery>) -> Answer {
    let form = PasswordForm { next: query.next, ..PasswordForm::default() };
    password_page(&app, &visit, &form, StatusCode::OK, FormErrors::none())
}

/// `POST /login/password`
pub async fn by_password(
    State(app): State<App>,
    visit: Visit,
    jar: CookieJar,
    Form(form): Form<PasswordForm>,
) -> Answer {
    let (before, device) = (cookie_key(&jar), visit.device());
    let arrival = Arrival { before: before.as_ref(), device: &device };
    let typed = (form.name.as_str(), form.password.as_str());
    let entered = async {
        slips::count_password(app.db(), visit.address(), &form.name).await?;
        slips::enter_by_password(app.db(), app.part::<Hashing>(), typed, LocalPath::new(&form.next), arrival).await
    };
    match entered.await {
        Ok(entered) => Ok(let_in(&entered)),
        Err(fault) => {
            let (status, errors) = put_right(&visit, fault, "name")?;
            password_page(&app, &visit, &form, status, errors)
        }
    }
}

fn password_page(app: &App, visit: &Visit, form: &PasswordForm, status: StatusCode, errors: FormErrors) -> Answer {
    let words = crate::words(visit.lang());
    let mut name = kit::fields::text("name", words.signin_name()).value(&form.name).required();
    name = name.error(errors.get("name").or(errors.get("email"))).help(words.signin_name_help());
    let secret = kit::fields::password("password", words.signin_password(), true).required();
    let step = Step {
        title: words.signin_password_title().to_string(),
        lead: words.signin_password_lead().to_string(),
        fields: vec![name, secret.error(errors.get("password"))],
        hidden: onwards(&form.next),
        action: "/login/password".into(),
        button: words.signin_link_button().to_string(),
        notes: vec![words.signin_password_forgotten().to_string()],
        links: links(visit),
        errors,
        ..Step::default()
    };
    show_step_with(status, app, visit, step)
}

/// `GET /login/code`
pub async fn code(State(app): State<App>, visit: Visit, Query(query): Query<WayQuery>) -> Answer {
    let form = CodeForm { next: query.next, ..CodeForm::default() };
    code_page(&app, &visit, &form, StatusCode::OK, FormErrors::none())
}

/// `POST /login/code`
pub async fn by_code(State(app): State<App>, visit: Visit, jar: CookieJar, Form(form): Form<CodeForm>) -> Answer {
    let (before, device) = (cookie_key(&jar), visit.device());
    let arrival = Arrival { before: before.as_ref(), device: &device };
    let entered = async {
        let pin = Pin::new(&form.pin)?;
        let next = LocalPath::new(&form.next);
        slips::enter_by_slip(app.db(), app.part::<Hashing>(), (&form.code, &pin), next, arrival).await
    };
    match entered.await {
        Ok(entered) => Ok(let_in(&entered)),
        Err(fault) => {
            let (status, errors) = put_right(&visit, fault, "code")?;
            code_page(&app, &visit, &form, status, errors)
        }
    }
}

fn code_page(app: &App, visit: &Visit, form: &CodeForm, status: StatusCode, errors: FormErrors) -> Answer {
    let words = crate::words(visit.lang());
    let code = kit::fields::code("code", words.signin_slip_code()).value(&form.code).required();
    let pin = kit::fields::password("pin", words.signin_slip_pin(), false).required();
    let step = Step {
        title: words.signin_slip_title().to_string(),
        lead: words.signin_slip_lead().to_string(),
        fields: vec![
            code.help(words.signin_slip_code_help()).error(errors.get("code").or(errors.get("email"))),
            pin.help(words.signin_slip_pin_help()).error(errors.get("pin")).middle(),
        ],
        hidden: onwards(&form.next),
        action: "/login/code".into(),
        button: words.signin_link_button().to_string(),
        notes: vec![words.signin_slip_lost().to_string()],
        links: links(visit),
        errors,
        ..Step::default()
    };
    show_step_with(status, app, visit, step)
}

/// `GET /login/pin/{organisation}`
pub async fn pin(
    State(app): State<App>,
    visit: Visit,
    Path(organisation): Path<OrganisationId>,
    Query(query): Query<WayQuery>,
) -> Answer {
    let form = PinForm { next: query.next, ..PinForm::default() };
    pin_page(&app, &visit, organisation, &form, StatusCode::OK, FormErrors::none())
}

/// `POST /login/pin/{organisation}`
pub async fn by_pin(
    State(app): State<App>,
    visit: Visit,
    jar: CookieJar,
    Path(organisation): Path<OrganisationId>,
    Form(form): Form<PinForm>,
) -> Answer {
    let (before, device) = (cookie_key(&jar), visit.device());
    let arrival = Arrival { before: before.as_ref(), device: &device };
    let typed = (form.number.as_str(), form.pin.as_str());
    let hashing = app.part::<Hashing>();
    match slips::enter_by_pin(app.db(), hashing, organisation, typed, LocalPath::new(&form.next), arrival).await {
        Ok(entered) => Ok(let_in(&entered)),
        Err(fault) => {
            let (status, errors) = put_right(&visit, fault, "number")?;
            pin_page(&app, &visit, organisation, &form, status, errors)
        }
    }
}

/// The same for every organisation, there or not: who takes part is nobody's business before signing in.
fn pin_page(
    app: &App,
    visit: &Visit,
    organisation: OrganisationId,
    form: &PinForm,
    status: StatusCode,
    errors: FormErrors,
) -> Answer {
    let words = crate::words(visit.lang());
    let number = kit::fields::text("number", words.signin_number()).value(&form.number).required().middle();
    let pin = kit::fields::password("pin", words.signin_pin(), true).required().middle();
    let step = Step {
        title: words.signin_pin_title().to_string(),
        lead: words.signin_pin_lead().to_string(),
        fields: vec![number.error(errors.get("number").or(errors.get("email"))), pin.error(errors.get("pin"))],
        hidden: onwards(&form.next),
        action: format!("/login/pin/{organisation}"),
        button: words.signin_link_button().to_string(),
        notes: vec![words.signin_slip_lost().to_string()],
        links: vec![("/login/code".to_owned(), words.signin_by_code().to_string())],
        errors,
        ..Step::default()
    };
    show_step_with(status, app, visit, step)
}

fn onwards(next: &str) -> Vec<(String, String)> {
    LocalPath::new(next).map(|next| ("next".to_owned(), next.as_str().to_owned())).into_iter().collect()
}

fn links(visit: &Visit) -> Vec<(String, String)> {
    let words = crate::words(visit.lang());
    vec![("/login?way=mail".to_owned(), words.signin_mail().to_string())]
}

/// What has to be put right, at the field it is about.
pub(super) fn put_right(visit: &Visit, fault: Fault, field: &'static str) -> Result<(StatusCode, FormErrors), Fault> {
    let Some(problem) = fault.problem() else { return Err(fault) };
    let status = match problem.kind() {
        Kind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        Kind::TooMany => StatusCode::TOO_MANY_REQUESTS,
        _ => return Err(fault),
    };
    let mut errors = FormErrors::none();
    let at = problem.field().filter(|at| *at != "email").unwrap_or(field);
    errors.add(at, Problem::tell(problem, visit.lang()));
    Ok((status, errors))
}
