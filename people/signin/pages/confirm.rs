//! Asking again who somebody is. What was typed travels through the question and is done after it, in one sending.

use axum::extract::State;
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, header};
use kit::fault::{Fault, Kind, Problem};
use kit::form::FormErrors;
use kit::local::LocalPath;
use kit::web::{Answer, App, Asked, Confirmed, Form, Promise, Query, Visit, see_other};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;

use super::session_cookie;
use super::step::{PasskeyButton, Step, show_confirm};
use crate::credentials::{Hashing, Held, Passkeys};
use crate::persons::Person;
use crate::signin::actions::confirm::{self, Question, Shown};
use crate::signin::model::{Key, SignInError};

/// Carries the answer; no form of a room has such a field.
const ANSWER: &str = "proof_answer";
/// Carries what a device answered.
const PASSKEY: &str = "proof_passkey";
/// Pressed to get a code by mail.
const SEND: &str = "proof_send";

/// Whether the session was proven lately enough.
pub fn is_fresh<'a>(app: &'a App, visit: &'a Visit) -> Promise<'a, bool> {
    Box::pin(confirm::is_fresh(app.db(), visit.actor(), visit.proof()))
}

/// Checks the answer that came with the request, or asks.
pub fn confirm<'a>(app: &'a App, visit: &'a Visit, asked: Asked) -> Promise<'a, Confirmed> {
    Box::pin(async move {
        if asked.method != Method::POST {
            let next = utf8_percent_encode(&asked.path, NON_ALPHANUMERIC);
            return Ok(Confirmed::Ask(see_other(format!("/confirm?next={next}"))));
        }
        let mut typed = Typed { action: asked.path, ..Typed::default() };
        for (name, value) in asked.fields {
            match name.as_str() {
                ANSWER => typed.answer = Some(value),
                PASSKEY => typed.passkey = Some(value),
                SEND => typed.send = true,
                _ => typed.carried.push((name, value)),
            }
        }
        match decide(app, visit, &typed).await? {
            Decided::Ask(page) => Ok(Confirmed::Ask(page)),
            Decided::Proven(key) => {
                let cookie = session_cookie(&key).ok_or_else(|| Fault::ours("a cookie of hex is a header"))?;
                Ok(Confirmed::Proven { fields: typed.carried, session: key.reveal().to_owned(), cookie })
            }
        }
    })
}

#[derive(Default)]
struct Typed {
    action: String,
    carried: Vec<(String, String)>,
    answer: Option<String>,
    passkey: Option<String>,
    send: bool,
}

enum Decided {
    Ask(axum::response::Response),
    Proven(Key),
}

async fn decide(app: &App, visit: &Visit, typed: &Typed) -> Result<Decided, Fault> {
    let session = Key::new(visit.session().unwrap_or_default())?;
    let (person, held, question) = confirm::asked(app.db(), visit.actor()).await?;
    let who = (&person, &held, question);
    if typed.send && question == Question::Mail {
        let sent = confirm::mail_code(app.db(), app.part::<Hashing>(), &person, &session, visit.lang()).await;
        let page = match sent {
            Ok(()) => ask(app, visit, who, typed, StatusCode::UNAUTHORIZED, FormErrors::none(), true),
            Err(fault) => refuse(app, visit, who, typed, fault),
        };
        return Ok(Decided::Ask(page?));
    }
    let shown = match (&typed.passkey, &typed.answer) {
        (Some(answer), _) => Some(Shown::Passkey(answer)),
        (None, Some(answer)) => Some(Shown::Typed(answer)),
        (None, None) => None,
    };
    let Some(shown) = shown else {
        let page = ask(app, visit, who, typed, StatusCode::UNAUTHORIZED, FormErrors::none(), false);
        return Ok(Decided::Ask(page?));
    };
    match confirm::confirm(app.db(), (app.part::<Hashing>(), app.part::<Passkeys>()), who, &session, shown).await {
        Ok(key) => Ok(Decided::Proven(key)),
        Err(fault) => Ok(Decided::Ask(refuse(app, visit, who, typed, fault)?)),
    }
}

fn refuse(app: &App, visit: &Visit, who: (&Person, &Held, Question), typed: &Typed, fault: Fault) -> Answer {
    let status = match fault.problem().map(Problem::kind) {
        Some(Kind::Invalid) => StatusCode::UNPROCESSABLE_ENTITY,
        Some(Kind::TooMany) => StatusCode::TOO_MANY_REQUESTS,
        _ => return Err(fault),
    };
    let mut errors = FormErrors::none();
    errors.add(ANSWER, fault.problem().map(|problem| problem.tell(visit.lang())).unwrap_or_default());
    ask(app, visit, who, typed, status, errors, true)
}

/// The page that asks. Before a code was mailed its button sends one; afterwards there is a field for it.
fn ask(
    app: &App,
    visit: &Visit,
    (person, held, question): (&Person, &Held, Question),
    typed: &Typed,
    status: StatusCode,
    errors: FormErrors,
    sent: bool,
) -> Answer {
    let words = crate::words(visit.lang());
    let code = || kit::fields::code(ANSWER, words.signin_code()).required().error(errors.get(ANSWER));
    let secret = |label| kit::fields::password(ANSWER, label, true).required().error(errors.get(ANSWER));
    let send_first = question == Question::Mail && !sent;
    let fields = match question {
        Question::App if held.has_app() => vec![code().help(words.signin_second_help())],
        Question::App => vec![code().help(words.signin_recovery_help())],
        Question::Password => vec![secret(words.signin_password())],
        Question::Pin => vec![secret(words.signin_pin()).middle()],
        Question::Mail if sent => vec![code().help(words.signin_confirm_mailed())],
        Question::Mail => vec![],
    };
    let address = person.email.as_ref().map(|email| email.as_str()).unwrap_or_default();
    let step = Step {
        title: words.signin_confirm_title().to_string(),
        lead: if send_first {
            words.signin_confirm_send_lead(address)
        } else {
            words.signin_confirm_lead().to_string()
        },
        errors,
        fields,
        passkey: PasskeyButton::for_one_who(app, held, "/confirm/challenge", PASSKEY),
        hidden: typed.carried.clone(),
        action: typed.action.clone(),
        button: if send_first { words.signin_confirm_send() } else { words.signin_confirm_button() }.to_string(),
        pressed: send_first.then_some((SEND, "yes")),
        ..Step::default()
    };
    let mut page = show_confirm(status, app, visit, step)?;
    page.headers_mut().insert(HeaderName::from_static("x-problem"), HeaderValue::from_static("confirm-first"));
    Ok(page)
}

/// Where to go after confirming.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ConfirmQuery {
    next: String,
}

/// What the page of its own sends, on the way to something that is only shown.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ConfirmForm {
    next: String,
    proof_answer: Option<String>,
    proof_passkey: Option<String>,
    proof_send: Option<String>,
}

/// `GET /confirm`
pub async fn show(State(app): State<App>, visit: Visit, Query(query): Query<ConfirmQuery>) -> Answer {
    let typed = Typed { action: "/confirm".into(), carried: vec![next(&query.next)], ..Typed::default() };
    let (person, held, question) = confirm::asked(app.db(), visit.actor()).await?;
    ask(&app, &visit, (&person, &held, question), &typed, StatusCode::OK, FormErrors::none(), false)
}

/// `POST /confirm`
pub async fn answer(State(app): State<App>, visit: Visit, Form(form): Form<ConfirmForm>) -> Answer {
    let typed = Typed {
        action: "/confirm".into(),
        carried: vec![next(&form.next)],
        answer: form.proof_answer,
        passkey: form.proof_passkey,
        send: form.proof_send.is_some(),
    };
    match decide(&app, &visit, &typed).await? {
        Decided::Ask(page) => Ok(page),
        Decided::Proven(key) => {
            let mut answer = see_other(LocalPath::new(&form.next).as_ref().map_or("/", LocalPath::as_str));
            let cookie = session_cookie(&key).ok_or(SignInError::HalfGone)?;
            answer.headers_mut().append(header::SET_COOKIE, cookie);
            Ok(answer)
        }
    }
}

fn next(path: &str) -> (String, String) {
    ("next".into(), LocalPath::new(path).map(|path| path.as_str().to_owned()).unwrap_or_default())
}
