//! The pages around a visit at a provider.

use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum_extra::extract::CookieJar;
use kit::chance;
use kit::fault::{Denied, Fault, Kind, Problem};
use kit::local::LocalPath;
use kit::web::{Answer as WebAnswer, App, COOKIE, Form, Path, Query, Visit, see_other};
use serde::Deserialize;

use super::actions::{Answer, Providers, Vouched};
use crate::signin::{self, Arrival, HalfSignedIn, Key, Step, Way};

/// What a visit is begun with.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct GoQuery {
    next: String,
}

/// What comes back with the browser.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ReturnQuery {
    code: String,
    state: String,
    iss: Option<String>,
    error: Option<String>,
}

/// What the question whether to connect sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ConnectForm {
    visit: String,
}

/// `GET /login/with/{provider}`: away to the provider, with a cookie that must come back.
pub async fn go(
    State(app): State<App>,
    visit: Visit,
    Path(provider): Path<String>,
    Query(query): Query<GoQuery>,
) -> WebAnswer {
    let browser = Key::new(&chance::secret_hex(Key::BYTES))?;
    let next = LocalPath::new(&query.next);
    signin::count_try(app.db(), visit.address(), None).await?;
    let begun = app.part::<Providers>().begin(app.db(), &provider, browser.clone(), None, next).await;
    match begun {
        Ok(address) => {
            let mut answer = away(&address);
            if let Some(cookie) = signin::session_cookie(&browser) {
                answer.headers_mut().append(header::SET_COOKIE, cookie);
            }
            Ok(answer)
        }
        Err(fault) => refused(&app, &visit, fault),
    }
}

/// `GET /me/sign-in/connect/{provider}`: the same, to connect an account.
pub async fn go_connecting(State(app): State<App>, visit: Visit, Path(provider): Path<String>) -> WebAnswer {
    let person = visit.actor().person_id().ok_or(Denied { act: "connect an account as nobody" })?;
    let browser = Key::new(visit.session().unwrap_or_default())?;
    match app.part::<Providers>().begin(app.db(), &provider, browser, Some(person), None).await {
        Ok(address) => Ok(away(&address)),
        Err(fault) => refused(&app, &visit, fault),
    }
}

/// Leaves the house: only for an address that a provider of the settings has told us itself.
fn away(address: &str) -> Response {
    match HeaderValue::from_str(address) {
        Ok(address) => (StatusCode::SEE_OTHER, [(header::LOCATION, address)]).into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

/// `GET /login/return`
pub async fn come_back(
    State(app): State<App>,
    visit: Visit,
    jar: CookieJar,
    Query(query): Query<ReturnQuery>,
) -> WebAnswer {
    let answer = Answer { code: query.code, state: query.state.clone(), iss: query.iss, error: query.error };
    let browser = jar.get(COOKIE).and_then(|cookie| Key::new(cookie.value()).ok());
    let providers = app.part::<Providers>();
    match providers.come_back(app.db(), &answer, browser.as_ref()).await {
        Ok(vouched) if vouched.person.is_some() => ask_to_connect(&app, &visit, &vouched, &query.state),
        Ok(vouched) => match let_in(&app, &visit, &vouched).await {
            Ok(answer) => Ok(answer),
            Err(fault) => refused(&app, &visit, fault),
        },
        Err(fault) => refused(&app, &visit, fault),
    }
}

async fn let_in(app: &App, visit: &Visit, vouched: &Vouched) -> WebAnswer {
    let person = app.part::<Providers>().person_of(app.db(), vouched).await?;
    let device = visit.device();
    let half = HalfSignedIn { person, way: Way::Provider, next: vouched.next.clone() };
    let factors = if vouched.strong { 2 } else { 1 };
    let entered = signin::enter(app.db(), &half, factors, Arrival { before: None, device: &device }).await?;
    Ok(signin::let_in(&entered))
}

fn ask_to_connect(app: &App, visit: &Visit, vouched: &Vouched, state: &str) -> WebAnswer {
    let words = crate::words(visit.lang());
    let name = app.part::<Providers>().name_of(&vouched.provider);
    let step = Step {
        title: words.providers_connect_title(name.as_str()),
        lead: words.providers_connect_lead(name.as_str(), vouched.subject.as_str()),
        hidden: vec![("visit".into(), state.to_owned())],
        action: "/me/sign-in/identities".into(),
        button: words.providers_connect().to_string(),
        links: vec![("/me/sign-in".into(), words.me_back_sign_in().to_string())],
        ..Step::default()
    };
    signin::show_confirm(StatusCode::OK, app, visit, step)
}

/// `POST /me/sign-in/identities`
pub async fn connect(State(app): State<App>, visit: Visit, Form(form): Form<ConnectForm>) -> WebAnswer {
    match app.part::<Providers>().connect(app.db(), visit.actor(), &form.visit).await {
        Ok(()) => Ok(see_other("/me/sign-in?saved=yes")),
        Err(fault) => refused(&app, &visit, fault),
    }
}

/// Says what happened and which other way is open. The log says what exactly was wrong.
fn refused(app: &App, visit: &Visit, fault: Fault) -> WebAnswer {
    let Some(problem) = fault.problem().filter(|problem| matches!(problem.kind(), Kind::Invalid | Kind::Conflict))
    else {
        return Err(fault);
    };
    tracing::warn!(target: "refused", id = visit.request_id(), name = problem.name(), %problem, "a provider's answer");
    let words = crate::words(visit.lang());
    let step = Step {
        title: words.providers_refused_title().to_string(),
        lead: Problem::tell(problem, visit.lang()),
        ..Step::default()
    };
    signin::show_refused(app, visit, step, problem.name())
}
