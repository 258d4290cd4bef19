//! The sign-in pages. Everything works without script; a link from a mail shows a button first, and only the button acts.

pub mod confirm;
pub mod help;
pub mod passkey;
pub mod second;
pub mod step;
pub mod ways;

use std::time::Duration;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum_extra::extract::CookieJar;
use kit::actor::Actor;
use kit::fault::{Fault, Kind};
use kit::form::FormErrors;
use kit::local::LocalPath;
use kit::page::Page;
use kit::web::{Answer, App, COOKIE, Form, NoFields, Path, Query, Visit, see_other, show, show_with};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use tokio::time::{Instant, sleep_until};

use self::step::PasskeyButton;
use super::actions::{self, Arrival, Entered};
use super::model::{Key, Persona, Personas, SignInError, Way};
use super::queries;
use crate::Words;
use crate::credentials::Passkeys;
use crate::persons::{self, Email};
use crate::providers::{self, Providers};

/// Every answer to a mail address takes this long, so that its length does not tell whether anybody has the address.
const ANSWER_AFTER: Duration = Duration::from_millis(150);
/// The cookie outlives the session, so that the next sign-in offers the same way first. It opens nothing by then.
const COOKIE_SECONDS: u32 = 30 * 24 * 3_600;

#[derive(Template)]
#[template(path = "signin/login.html")]
struct LoginPage {
    page: Page,
    words: &'static Words,
    errors: FormErrors,
    email: String,
    next: String,
    personas: Vec<PersonaRow>,
    personas_first: bool,
    mail_was_last: bool,
    passkey_was_last: bool,
    others: Vec<Other>,
    passkey: Option<PasskeyButton>,
}

/// A way in that has a page of its own.
struct Other {
    href: String,
    icon: &'static str,
    name: String,
    who: String,
    was_last: bool,
}

struct PersonaRow {
    key: &'static str,
    name: String,
    initials: String,
    line: String,
}

#[derive(Template)]
#[template(path = "signin/sent.html")]
struct SentPage {
    page: Page,
    words: &'static Words,
}

#[derive(Template)]
#[template(path = "signin/link.html")]
struct LinkPage {
    page: Page,
    words: &'static Words,
    name: String,
    action: String,
}

#[derive(Template)]
#[template(path = "signin/spent.html")]
struct SpentPage {
    page: Page,
    words: &'static Words,
    text: String,
}

/// What the sign-in page is asked with.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct LoginQuery {
    next: String,
    way: String,
}

/// What the sign-in page sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LoginForm {
    email: String,
    persona: String,
    next: String,
}

/// The ways in, the last used one first.
pub async fn login(State(app): State<App>, visit: Visit, jar: CookieJar, Query(query): Query<LoginQuery>) -> Answer {
    let form = LoginForm { next: query.next, ..LoginForm::default() };
    let last = match Way::from_word(&query.way) {
        Some(way) => Some(way),
        None => match cookie_key(&jar) {
            Some(key) => app.db().read(&Actor::nobody(), async |tx| Ok(queries::way_of(&tx, &key).await?)).await?,
            None => None,
        },
    };
    show(&login_page(&app, &visit, form, FormErrors::none(), last).await?)
}

/// Asks for a link by mail or, in the demo, begins at once.
pub async fn enter(State(app): State<App>, visit: Visit, jar: CookieJar, Form(form): Form<LoginForm>) -> Answer {
    let answer = if form.persona.is_empty() {
        ask_by_mail(&app, &visit, &form).await
    } else {
        enter_as_persona(&app, &visit, &jar, &form).await
    };
    match answer {
        Err(fault) => refuse(&app, &visit, form, fault).await,
        answer => answer,
    }
}

async fn ask_by_mail(app: &App, visit: &Visit, form: &LoginForm) -> Answer {
    let answer_at = Instant::now() + ANSWER_AFTER;
    let email = Email::new(&form.email)?;
    actions::count_try(app.db(), visit.address(), Some(&email)).await?;
    let next = LocalPath::new(&form.next);
    actions::ask_for_links(app.db(), &email, next.as_ref(), visit.lang()).await?;
    sleep_until(answer_at).await;
    Ok(see_other("/login/sent"))
}

async fn enter_as_persona(app: &App, visit: &Visit, jar: &CookieJar, form: &LoginForm) -> Answer {
    actions::count_try(app.db(), visit.address(), None).await?;
    let chosen = personas(app).iter().find(|persona| persona.key == form.persona).ok_or(SignInError::NoPersona)?;
    let (before, device) = (cookie_key(jar), visit.device());
    let arrival = Arrival { before: before.as_ref(), device: &device };
    let key = actions::enter_as_persona(app.db(), chosen.email, arrival).await?;
    Ok(signed_in(&key, LocalPath::new(&form.next).as_ref()))
}

/// The page again, with what has to be put right.
async fn refuse(app: &App, visit: &Visit, form: LoginForm, fault: Fault) -> Answer {
    let status = match fault.problem().map(kit::fault::Problem::kind) {
        Some(Kind::TooMany) => StatusCode::TOO_MANY_REQUESTS,
        Some(Kind::Invalid) => StatusCode::UNPROCESSABLE_ENTITY,
        _ => return Err(fault),
    };
    let mut errors = FormErrors::none();
    if let Some(problem) = fault.problem() {
        errors.add(problem.field().unwrap_or("email"), problem.tell(visit.lang()));
    }
    let way = if form.persona.is_empty() { Way::Mail } else { Way::Persona };
    show_with(status, &login_page(app, visit, form, errors, Some(way)).await?)
}

async fn login_page(
    app: &App,
    visit: &Visit,
    form: LoginForm,
    errors: FormErrors,
    last: Option<Way>,
) -> Result<LoginPage, Fault> {
    let personas = rows(app, visit).await?;
    Ok(LoginPage {
        page: visit.page(app),
        words: crate::words(visit.lang()),
        errors,
        others: others(app, visit, &form.next, last),
        passkey: app
            .part::<Passkeys>()
            .are_offered()
            .then_some(PasskeyButton { challenge: "/login/passkey/challenge", field: "passkey" }),
        email: form.email,
        next: LocalPath::new(&form.next).map(|next| next.as_str().to_owned()).unwrap_or_default(),
        personas_first: !personas.is_empty() && last != Some(Way::Mail),
        personas,
        mail_was_last: last == Some(Way::Mail),
        passkey_was_last: last == Some(Way::Passkey),
    })
}

/// The ways beside a mailed link, the last used one first.
fn others(app: &App, visit: &Visit, next: &str, last: Option<Way>) -> Vec<Other> {
    let words = crate::words(visit.lang());
    let onwards = LocalPath::new(next)
        .map(|next| format!("?next={}", utf8_percent_encode(next.as_str(), NON_ALPHANUMERIC)))
        .unwrap_or_default();
    let way = |way, path: &str, icon, name: String, who: String| Other {
        href: format!("{path}{onwards}"),
        icon,
        name,
        who,
        was_last: last == Some(way),
    };
    let mut all = vec![
        way(Way::Password, "/login/password", "lock", words.signin_by_password(), words.signin_by_password_who()),
        way(Way::Code, "/login/code", "code", words.signin_by_code(), words.signin_by_code_who()),
    ];
    let providers = app.part::<Providers>().ways();
    let at = |provider: providers::Way| {
        way(Way::Provider, &format!("/login/with/{}", provider.key), "shield", provider.name, words.providers_who())
    };
    all.splice(0..0, providers.into_iter().map(at));
    all.sort_by_key(|other| !other.was_last);
    all
}

fn personas(app: &App) -> &[Persona] {
    if !app.settings().demo {
        return &[];
    }
    app.part::<Personas>().0.as_slice()
}

async fn rows(app: &App, visit: &Visit) -> Result<Vec<PersonaRow>, Fault> {
    let mut rows = vec![];
    for persona in personas(app) {
        let email = Email::new(persona.email)?;
        let found = app.db().read(&Actor::nobody(), async |tx| Ok(persons::of_email(&tx, &email).await?)).await?;
        rows.extend(found.first().map(|person| PersonaRow {
            key: persona.key,
            name: person.name.to_string(),
            initials: person.name.initials(),
            line: (persona.line)(visit.lang()),
        }));
    }
    Ok(rows)
}

/// What happens after asking for a link; the same for every address.
pub async fn sent(State(app): State<App>, visit: Visit) -> Answer {
    show(&SentPage { page: visit.page(&app), words: crate::words(visit.lang()) })
}

/// A link from a mail: a button, and nothing is changed.
pub async fn link(State(app): State<App>, visit: Visit, Path(token): Path<String>) -> Answer {
    let found = match Key::new(&token) {
        Ok(key) => app.db().read(&Actor::nobody(), async |tx| actions::look_at_link(&tx, &key).await).await,
        Err(error) => Err(error.into()),
    };
    match found {
        Ok((_, person)) => show(&LinkPage {
            page: visit.page(&app),
            words: crate::words(visit.lang()),
            name: person.name.to_string(),
            action: format!("/login/{token}"),
        }),
        Err(fault) => spent(&app, &visit, fault).await,
    }
}

/// The button of a link.
pub async fn use_link(
    State(app): State<App>,
    visit: Visit,
    jar: CookieJar,
    Path(token): Path<String>,
    Form(_): Form<NoFields>,
) -> Answer {
    let (before, device) = (cookie_key(&jar), visit.device());
    let arrival = Arrival { before: before.as_ref(), device: &device };
    let entered = match Key::new(&token) {
        Ok(key) => actions::enter_by_link(app.db(), &key, arrival).await,
        Err(error) => Err(error.into()),
    };
    match entered {
        Ok(entered) => Ok(let_in(&entered)),
        Err(fault) => spent(&app, &visit, fault).await,
    }
}

/// Used, expired and never given out look the same.
async fn spent(app: &App, visit: &Visit, fault: Fault) -> Answer {
    if fault.problem().map(kit::fault::Problem::name) != Some("sign-in-link-spent") {
        return Err(fault);
    }
    actions::count_wrong_link(app.db(), visit.address()).await?;
    let text = fault.problem().map(|problem| problem.tell(visit.lang())).unwrap_or_default();
    show_with(StatusCode::NOT_FOUND, &SpentPage { page: visit.page(app), words: crate::words(visit.lang()), text })
}

/// Ends the session and clears what the browser has kept of it.
pub async fn leave(State(app): State<App>, jar: CookieJar, Form(_): Form<NoFields>) -> Answer {
    let way = match cookie_key(&jar) {
        Some(key) => actions::leave(app.db(), &key).await?,
        None => None,
    };
    let to = way.map_or_else(|| "/login".to_owned(), |way| format!("/login?way={}", way.word()));
    let mut answer = see_other(to);
    set_cookie(answer.headers_mut(), "", 0);
    let clear = HeaderValue::from_static("\"cache\", \"cookies\", \"storage\"");
    answer.headers_mut().insert("clear-site-data", clear);
    Ok(answer)
}

/// The answer to somebody whom another room has signed in with [`super::begin_session`].
pub fn signed_in_at(session: &str, path: &str) -> Answer {
    Ok(signed_in(&Key::new(session)?, LocalPath::new(path).as_ref()))
}

/// The session's first page, or the second step.
pub fn let_in(entered: &Entered) -> Response {
    match entered {
        Entered::Begun(key, next) => signed_in(key, next.as_ref()),
        Entered::Half(key) => {
            let mut answer = see_other("/login/second");
            set_cookie(answer.headers_mut(), key.reveal(), COOKIE_SECONDS);
            answer
        }
    }
}

fn signed_in(key: &Key, next: Option<&LocalPath>) -> Response {
    let mut answer = see_other(next.map_or("/", LocalPath::as_str)).into_response();
    set_cookie(answer.headers_mut(), key.reveal(), COOKIE_SECONDS);
    answer
}

fn set_cookie(headers: &mut HeaderMap, value: &str, seconds: u32) {
    if let Some(cookie) = cookie(value, seconds) {
        headers.append(header::SET_COOKIE, cookie);
    }
}

/// `Lax`, because people arrive from links in mails; changes are guarded by where a request comes from.
fn cookie(value: &str, seconds: u32) -> Option<HeaderValue> {
    let cookie = format!("{COOKIE}={value}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={seconds}");
    HeaderValue::from_str(&cookie).ok()
}

/// The cookie of a session that got a new value.
pub fn session_cookie(key: &Key) -> Option<HeaderValue> {
    cookie(key.reveal(), COOKIE_SECONDS)
}

/// The key in the cookie that came along.
pub fn cookie_key(jar: &CookieJar) -> Option<Key> {
    Key::new(jar.get(COOKIE)?.value()).ok()
}
