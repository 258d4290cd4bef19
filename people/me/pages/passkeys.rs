//! One's own passkeys: made on a device, named, taken away.

use askama::Template;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use base::CredentialId;
use kit::db::Tx;
use kit::fault::{Denied, Fault};
use kit::fields::Field;
use kit::form::FormErrors;
use kit::journal::{self, Event};
use kit::page::Page;
use kit::web::{Answer, App, Form, NoFields, Path, Visit, see_other, show_with};
use serde::Deserialize;

use super::signin::oneself;
use crate::Words;
use crate::credentials::{self, Asking, CredentialError, PasskeyName, Passkeys, RecoveryCode};
use crate::signin::{self, Key, Told, show_codes};

#[derive(Template)]
#[template(path = "me/passkey.html")]
struct NewPage {
    page: Page,
    words: &'static Words,
    errors: FormErrors,
    name: String,
}

impl NewPage {
    fn name_field(&self) -> Field {
        kit::fields::text("name", self.words.me_passkey_name())
            .value(&self.name)
            .help(self.words.me_passkey_name_help())
            .error(self.errors.get("name"))
            .required()
    }
}

/// What the page of a new passkey sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PasskeyForm {
    name: String,
    passkey: String,
}

/// `GET /me/sign-in/passkeys/new`
pub async fn new(State(app): State<App>, visit: Visit) -> Answer {
    new_page(&app, &visit, StatusCode::OK, String::new(), FormErrors::none())
}

fn new_page(app: &App, visit: &Visit, status: StatusCode, name: String, errors: FormErrors) -> Answer {
    show_with(status, &NewPage { page: visit.page(app), words: crate::words(visit.lang()), errors, name })
}

/// What is asked in a session is kept under its fingerprint.
fn bound(visit: &Visit) -> Result<String, Fault> {
    Ok(Key::new(visit.session().unwrap_or_default())?.fingerprint())
}

/// `POST /me/sign-in/passkeys/challenge`: what the device is asked.
pub async fn challenge(State(app): State<App>, visit: Visit, Form(_): Form<NoFields>) -> Answer {
    let (person, portal) = oneself(&app, &visit).await?;
    let (bound, passkeys) = (bound(&visit)?, app.part::<Passkeys>());
    let name = person.name.to_string();
    let invite = async |tx: Tx| credentials::invite(&tx, passkeys, &bound, person.id, &name).await;
    Ok(Json(app.db().write(&portal, invite).await?).into_response())
}

/// `POST /me/sign-in/passkeys`: keeps what the device has made. With the first second factor come recovery codes.
pub async fn add(State(app): State<App>, visit: Visit, Form(form): Form<PasskeyForm>) -> Answer {
    match added(&app, &visit, &form).await {
        Ok(codes) if codes.is_empty() => Ok(see_other("/me/sign-in?saved=yes")),
        Ok(codes) => show_codes(&app, &visit, &codes, "/me/sign-in"),
        Err(fault) => {
            if let Some(problem) = fault.problem() {
                tracing::warn!(target: "refused", id = visit.request_id(), %problem, "a new passkey");
            }
            let errors = FormErrors::from_fault(visit.lang(), fault)?;
            new_page(&app, &visit, StatusCode::UNPROCESSABLE_ENTITY, form.name, errors)
        }
    }
}

async fn added(app: &App, visit: &Visit, form: &PasskeyForm) -> Result<Vec<RecoveryCode>, Fault> {
    let name = PasskeyName::new(&form.name)?;
    let (person, portal) = oneself(app, visit).await?;
    let asked = credentials::take_asked(app.db(), &bound(visit)?, Asking::New, Some(person.id)).await?;
    let codes = app
        .db()
        .write(&portal, async |tx| {
            let first = !credentials::held_by(&tx, person.id).await?.has_second();
            credentials::add_passkey(&tx, app.part::<Passkeys>(), &asked, &name, &form.passkey).await?;
            journal::note(&tx, person.home, Event::of("passkey-added", "person", person.id)).await?;
            signin::tell(&tx, &person, Told::PasskeyAdded(name.as_str().to_owned())).await?;
            if first { credentials::new_recovery_codes(&tx, person.id).await } else { Ok(vec![]) }
        })
        .await?;
    let mine = visit.session().and_then(|value| Key::new(value).ok());
    signin::end_others(app.db(), visit.actor(), mine.as_ref()).await?;
    Ok(codes)
}

/// `POST /me/sign-in/passkeys/{passkey}/removal`
pub async fn remove(
    State(app): State<App>,
    visit: Visit,
    Path(passkey): Path<CredentialId>,
    Form(_): Form<NoFields>,
) -> Answer {
    let id = visit.actor().person_id().ok_or(Denied { act: "remove a passkey as nobody" })?;
    let asked_for = signin::is_asked_for(app.db(), id).await?;
    let (person, portal) = oneself(&app, &visit).await?;
    let remove = async |tx: Tx| {
        let name = credentials::remove_passkey(&tx, person.id, passkey).await?;
        if asked_for && !credentials::held_by(&tx, person.id).await?.has_second() {
            return Err(CredentialError::SecondFactorNeeded.into());
        }
        journal::note(&tx, person.home, Event::of("passkey-removed", "person", person.id)).await?;
        signin::tell(&tx, &person, Told::PasskeyRemoved(name)).await
    };
    app.db().write(&portal, remove).await?;
    let mine = visit.session().and_then(|value| Key::new(value).ok());
    signin::end_others(app.db(), visit.actor(), mine.as_ref()).await?;
    Ok(see_other("/me/sign-in?saved=yes"))
}
