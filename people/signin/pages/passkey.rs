//! Passkeys on the way in and before a decision: what a device is asked, and signing in by its answer alone.

use axum::Json;
use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use axum_extra::extract::CookieJar;
use kit::actor::Actor;
use kit::chance;
use kit::fault::{Fault, Kind, Problem};
use kit::local::LocalPath;
use kit::web::{Answer, App, Form, NoFields, Visit};
use serde::Deserialize;

use super::step::{Step, show_refused};
use super::{cookie_key, let_in, session_cookie};
use crate::credentials::{self, Asking, Passkeys};
use crate::signin::access;
use crate::signin::actions::{self, Arrival, second};
use crate::signin::model::{HalfSignedIn, Key, SignInError, Way};

/// What the browser sends when a device has answered.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PasskeyForm {
    passkey: String,
    next: String,
}

/// `POST /login/passkey/challenge`: asks whichever key the device knows. A fresh cookie must come back with the answer.
pub async fn ask_to_enter(State(app): State<App>, visit: Visit, Form(_): Form<NoFields>) -> Answer {
    actions::count_try(app.db(), visit.address(), None).await?;
    let key = Key::new(&chance::secret_hex(Key::BYTES))?;
    let bound = key.fingerprint();
    let ask = async |tx| credentials::ask(&tx, app.part::<Passkeys>(), &bound, Asking::Enter, None).await;
    let options = app.db().write(&Actor::nobody(), ask).await?;
    let mut answer = Json(options).into_response();
    if let Some(cookie) = session_cookie(&key) {
        answer.headers_mut().append(header::SET_COOKIE, cookie);
    }
    Ok(answer)
}

/// `POST /login/passkey`
pub async fn enter(State(app): State<App>, visit: Visit, jar: CookieJar, Form(form): Form<PasskeyForm>) -> Answer {
    match entered(&app, &visit, &jar, &form).await {
        Ok(entered) => Ok(let_in(&entered)),
        Err(fault) => refused(&app, &visit, fault),
    }
}

async fn entered(app: &App, visit: &Visit, jar: &CookieJar, form: &PasskeyForm) -> Result<actions::Entered, Fault> {
    actions::count_try(app.db(), visit.address(), None).await?;
    let bound = cookie_key(jar).ok_or(SignInError::HalfGone)?.fingerprint();
    let asked = credentials::take_asked(app.db(), &bound, Asking::Enter, None).await?;
    let check = async |tx| credentials::check_passkey(&tx, app.part::<Passkeys>(), &asked, &form.passkey).await;
    let person = app.db().write(&Actor::nobody(), check).await?;
    let half = HalfSignedIn { person, way: Way::Passkey, next: LocalPath::new(&form.next) };
    let device = visit.device();
    // What the device holds, and the finger, the face or the PIN that it asks for: two factors.
    actions::enter(app.db(), &half, 2, Arrival { before: None, device: &device }).await
}

fn refused(app: &App, visit: &Visit, fault: Fault) -> Answer {
    let Some(problem) = fault.problem().filter(|problem| matches!(problem.kind(), Kind::Invalid | Kind::Missing))
    else {
        return Err(fault);
    };
    tracing::warn!(target: "refused", id = visit.request_id(), name = problem.name(), %problem, "a passkey");
    let step = Step {
        title: crate::words(visit.lang()).providers_refused_title().to_string(),
        lead: Problem::tell(problem, visit.lang()),
        ..Step::default()
    };
    show_refused(app, visit, step, problem.name())
}

/// `POST /login/second/challenge`
pub async fn ask_second(State(app): State<App>, jar: CookieJar, Form(_): Form<NoFields>) -> Answer {
    let key = cookie_key(&jar).ok_or(SignInError::HalfGone)?;
    let options = second::ask_passkey(app.db(), app.part::<Passkeys>(), &key).await?;
    Ok(Json(options).into_response())
}

/// `POST /confirm/challenge`
pub async fn ask_again(State(app): State<App>, visit: Visit, Form(_): Form<NoFields>) -> Answer {
    let session = Key::new(visit.session().unwrap_or_default())?;
    let person = access::may_keep_own(visit.actor())?.id();
    let bound = session.fingerprint();
    let ask = async |tx| credentials::ask(&tx, app.part::<Passkeys>(), &bound, Asking::Again, Some(person)).await;
    Ok(Json(app.db().write(&Actor::nobody(), ask).await?).into_response())
}
