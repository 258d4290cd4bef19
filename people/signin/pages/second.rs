//! The second step of a sign-in.

use axum::extract::State;
use axum::http::StatusCode;
use axum_extra::extract::CookieJar;
use kit::fault::{Fault, Kind, Problem};
use kit::form::FormErrors;
use kit::local::LocalPath;
use kit::web::{Answer, App, Form, Visit, see_other};
use serde::Deserialize;

use super::step::{PasskeyButton, Step, show_codes, show_step_with};
use super::{COOKIE_SECONDS, cookie_key, set_cookie, signed_in};
use crate::credentials::Passkeys;
use crate::signin::actions::Arrival;
use crate::signin::actions::second::{self, SecondStep, Shown};
use crate::signin::model::Key;

/// What the second step sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SecondForm {
    code: String,
    passkey: Option<String>,
}

/// `GET /login/second`
pub async fn ask(State(app): State<App>, visit: Visit, jar: CookieJar) -> Answer {
    match cookie_key(&jar) {
        Some(key) => page(&app, &visit, &key, StatusCode::OK, FormErrors::none()).await,
        None => Ok(see_other("/login")),
    }
}

/// `POST /login/second`
pub async fn answer(State(app): State<App>, visit: Visit, jar: CookieJar, Form(form): Form<SecondForm>) -> Answer {
    let Some(key) = cookie_key(&jar) else { return Ok(see_other("/login")) };
    let device = visit.device();
    let arrival = Arrival { before: None, device: &device };
    let shown = match &form.passkey {
        Some(answer) => Shown::Passkey(answer),
        None => Shown::Code(&form.code),
    };
    match second::finish(app.db(), app.part::<Passkeys>(), &key, shown, arrival).await {
        Ok(done) if done.codes.is_empty() => Ok(signed_in(&done.key, done.next.as_ref())),
        Ok(done) => {
            let next = done.next.as_ref().map_or("/", LocalPath::as_str);
            let mut shown = show_codes(&app, &visit, &done.codes, next)?;
            set_cookie(shown.headers_mut(), done.key.reveal(), COOKIE_SECONDS);
            Ok(shown)
        }
        Err(fault) => refuse(&app, &visit, &key, fault).await,
    }
}

async fn refuse(app: &App, visit: &Visit, key: &Key, fault: Fault) -> Answer {
    let status = match fault.problem().map(Problem::kind) {
        Some(Kind::Invalid) => StatusCode::UNPROCESSABLE_ENTITY,
        Some(Kind::TooMany) => StatusCode::TOO_MANY_REQUESTS,
        Some(Kind::Missing) => return Ok(see_other("/login")),
        _ => return Err(fault),
    };
    let mut errors = FormErrors::none();
    errors.add("code", fault.problem().map(|problem| problem.tell(visit.lang())).unwrap_or_default());
    page(app, visit, key, status, errors).await
}

async fn page(app: &App, visit: &Visit, key: &Key, status: StatusCode, errors: FormErrors) -> Answer {
    let found = match second::look(app.db(), key).await {
        Ok(found) => found,
        Err(fault) if fault.problem().map(Problem::kind) == Some(Kind::Missing) => return Ok(see_other("/login")),
        Err(fault) => return Err(fault),
    };
    let words = crate::words(visit.lang());
    let field = kit::fields::code("code", words.signin_code()).required().error(errors.get("code"));
    let SecondStep { person, offered, held } = found;
    let step = match offered {
        Some(app) => Step {
            title: words.signin_app_title().to_string(),
            lead: words.signin_app_needed().to_string(),
            square: app.square(&person.name.to_string()).map(|square| (square, app.key_in_groups())),
            fields: vec![field.help(words.signin_app_code_help())],
            button: words.signin_app_take().to_string(),
            notes: vec![words.signin_app_which().to_string()],
            ..Step::default()
        },
        None => Step {
            passkey: PasskeyButton::for_one_who(app, &held, "/login/second/challenge", "passkey"),
            title: words.signin_second_title(person.name.given()),
            lead: words.signin_second_lead().to_string(),
            fields: vec![field.help(if held.has_app() {
                words.signin_second_help()
            } else {
                words.signin_recovery_help()
            })],
            button: words.signin_link_button().to_string(),
            notes: vec![words.signin_second_lost().to_string(), words.signin_second_office().to_string()],
            ..Step::default()
        },
    };
    let action = "/login/second".to_owned();
    let links = vec![("/login".to_owned(), words.signin_start_again().to_string())];
    show_step_with(status, app, visit, Step { action, errors, links, ..step })
}
