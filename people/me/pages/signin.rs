//! How one signs in: password, app, passkeys, recovery codes, outside accounts, sessions.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use base::{CredentialId, IdentityId, SessionId};
use chrono::TimeDelta;
use kit::actor::Actor;
use kit::chance;
use kit::db::Tx;
use kit::fault::{Denied, Fault, NotFound};
use kit::form::FormErrors;
use kit::format;
use kit::journal::{self, Event};
use kit::page::Page;
use kit::web::{Answer, App, Form, NoFields, Path, Query, Visit, see_other, show};
use serde::Deserialize;

use crate::Words;
use crate::credentials::{self, CredentialError, Hashing, Held, OwnPasskey, Passkeys, Password};
use crate::organisations;
use crate::persons::{self, Person};
use crate::providers::Providers;
use crate::signin::{self, Key, Session, Step, Told, Way, show_codes, show_confirm};

/// Whoever has just come by a link from a mail may set a new password without the one that was forgotten.
const RECOVERY_MAX: TimeDelta = TimeDelta::minutes(30);

#[derive(Template)]
#[template(path = "me/signin.html")]
struct SignInPage {
    page: Page,
    words: &'static Words,
    saved: bool,
    password: String,
    has_password: bool,
    app: String,
    has_app: bool,
    has_second: bool,
    may_remove: bool,
    passkeys: Vec<PasskeyRow>,
    passkeys_are_offered: bool,
    codes_left: usize,
    outside: Vec<(String, IdentityId)>,
    connectable: Vec<(String, String)>,
    sessions: Vec<SessionRow>,
    rules: Vec<(String, String)>,
}

struct PasskeyRow {
    id: CredentialId,
    name: String,
    since: String,
    may_remove: bool,
}

struct SessionRow {
    handle: SessionId,
    device: String,
    way: String,
    seen: String,
    mine: bool,
}

/// What the page is asked with.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct SavedQuery {
    saved: Option<String>,
}

/// What the page of the password sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PasswordForm {
    name: String,
    present: String,
    password: String,
    again: String,
}

/// What the page of the app sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CodeForm {
    code: String,
}

struct Own {
    person: Person,
    held: Held,
    passkeys: Vec<OwnPasskey>,
    sessions: Vec<Session>,
}

async fn own(tx: &Tx, visit: &Visit) -> Result<Own, Fault> {
    let id = tx.actor().person_id().ok_or(Denied { act: "open a sign-in as nobody" })?;
    let mine = visit.session().and_then(|value| Key::new(value).ok());
    Ok(Own {
        person: persons::find_oneself(tx).await?,
        held: credentials::held_by(tx, id).await?,
        passkeys: credentials::passkeys_of(tx, id).await?,
        sessions: signin::own_sessions(tx, mine.as_ref()).await?,
    })
}

/// `GET /me/sign-in`
pub async fn show_own(State(app): State<App>, visit: Visit, Query(query): Query<SavedQuery>) -> Answer {
    let (own, home, outside, places) = app
        .db()
        .read(visit.actor(), async |tx| {
            let own = own(&tx, &visit).await?;
            let home = organisations::find(&tx, own.person.home).await?;
            let outside = credentials::identities_of(&tx, own.person.id).await?;
            let places = organisations::find_many(&tx, &tx.actor().organisations()).await?;
            Ok((own, home, outside, places))
        })
        .await?;
    let asked = signin::is_asked_for(app.db(), own.person.id).await?;
    let connectable = app.part::<Providers>().ways();
    let (words, lang) = (crate::words(visit.lang()), visit.lang());
    let since = |at| format::moment_with_year(lang, home.zone, at);
    let row = |session: &Session| SessionRow {
        handle: session.handle,
        device: signin::device(words, &session.device),
        way: words.me_way(session.way.word()).to_string(),
        seen: words.signin_session_seen(since(session.seen_at)),
        mine: session.mine,
    };
    let spare = own.held.has_app() || own.passkeys.len() > 1;
    let passkey = |passkey: &OwnPasskey| PasskeyRow {
        id: passkey.id,
        name: passkey.name.clone(),
        since: match passkey.used_at {
            Some(at) => {
                format!("{} · {}", words.me_since(since(passkey.created_at)), words.signin_session_seen(since(at)))
            }
            None => words.me_since(since(passkey.created_at)),
        },
        may_remove: spare || !asked,
    };
    let administers = |place: &organisations::Organisation| {
        let whole = |held: &kit::actor::Held| held.role == kit::actor::Role::Administrator && held.units.is_none();
        visit.actor().held().iter().any(|held| held.organisation == place.id && whole(held))
    };
    let rules = places.iter().filter(|place| administers(place));
    show(&SignInPage {
        page: visit.page(&app),
        words,
        saved: query.saved.is_some(),
        password: own
            .held
            .password_since
            .map_or_else(|| words.signin_help_not_set().to_string(), |at| words.me_since(since(at))),
        has_password: own.held.password_since.is_some(),
        app: own.held.app_since.map_or_else(|| words.signin_help_not_set().to_string(), |at| words.me_since(since(at))),
        has_app: own.held.has_app(),
        has_second: own.held.has_second(),
        may_remove: own.held.has_app() && (!asked || own.held.has_passkey()),
        passkeys: own.passkeys.iter().map(passkey).collect(),
        passkeys_are_offered: app.part::<Passkeys>().are_offered(),
        codes_left: own.held.codes_left,
        connectable: connectable
            .into_iter()
            .map(|provider| (format!("/me/sign-in/connect/{}", provider.key), provider.name))
            .collect(),
        outside: outside.into_iter().map(|identity| (identity.issuer, identity.id)).collect(),
        sessions: own.sessions.iter().map(row).collect(),
        rules: rules.map(|place| (format!("/organisations/{}/sign-in", place.id), place.name.clone())).collect(),
    })
}

/// `GET /me/sign-in/password`
pub async fn password(State(app): State<App>, visit: Visit) -> Answer {
    password_page(&app, &visit, &PasswordForm::default(), FormErrors::none()).await
}

async fn password_page(app: &App, visit: &Visit, form: &PasswordForm, errors: FormErrors) -> Answer {
    let (own, recovers) = app
        .db()
        .read(visit.actor(), async |tx| {
            let own = own(&tx, visit).await?;
            let recovers = recovers(&tx, &own);
            Ok((own, recovers))
        })
        .await?;
    let words = crate::words(visit.lang());
    let typed = Some(form.name.as_str()).filter(|name| !name.is_empty()).or(own.held.name.as_deref());
    let email = own.person.email.as_ref().map(|email| email.as_str());
    let name = kit::fields::text("name", words.signin_name()).value(typed.or(email).unwrap_or_default()).required();
    let mut fields = vec![name.help(words.me_name_help()).error(errors.get("name"))];
    if own.held.password_since.is_some() && !recovers {
        let present = kit::fields::password("present", words.me_password_present(), true).required();
        fields.push(present.error(errors.get("present")));
    }
    let new = kit::fields::password("password", words.me_password_new(), false).required();
    fields.push(new.help(words.me_password_help(Password::CHARS_MIN)).error(errors.get("password")));
    let again = kit::fields::password("again", words.me_password_again(), false).required();
    fields.push(again.error(errors.get("again")));
    let step = Step {
        title: words.me_password_title().to_string(),
        lead: words.me_password_lead().to_string(),
        fields,
        action: "/me/sign-in/password".into(),
        button: words.me_password_save().to_string(),
        links: vec![("/me/sign-in".into(), words.me_back_sign_in().to_string())],
        errors,
        ..Step::default()
    };
    let status = if step.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    show_confirm(status, app, visit, step)
}

/// Whether this session was begun just now by a link from a mail: then the old password need not be known.
fn recovers(tx: &Tx, own: &Own) -> bool {
    let now = tx.now();
    let mine = own.sessions.iter().find(|session| session.mine);
    mine.is_some_and(|session| session.way == Way::Mail && now - session.created_at < RECOVERY_MAX)
}

/// `POST /me/sign-in/password`
pub async fn set_password(State(app): State<App>, visit: Visit, Form(form): Form<PasswordForm>) -> Answer {
    match change_password(&app, &visit, &form).await {
        Ok(()) => Ok(see_other("/me/sign-in?saved=yes")),
        Err(fault) => {
            let errors = FormErrors::from_fault(visit.lang(), fault)?;
            password_page(&app, &visit, &form, errors).await
        }
    }
}

async fn change_password(app: &App, visit: &Visit, form: &PasswordForm) -> Result<(), Fault> {
    let (own, recovers, home) = app
        .db()
        .read(visit.actor(), async |tx| {
            let own = own(&tx, visit).await?;
            let recovers = recovers(&tx, &own);
            let home = organisations::find(&tx, own.person.home).await?;
            Ok((own, recovers, home))
        })
        .await?;
    let hashing = app.part::<Hashing>();
    let name = credentials::check_name(&form.name)?;
    if let Some(before) = own.held.name.as_deref().filter(|_| own.held.password_since.is_some() && !recovers) {
        signin::count_code(app.db(), own.person.id).await?;
        let present = Password::typed(&form.present);
        if credentials::check_password(app.db(), hashing, before, &present).await? != Some(own.person.id) {
            return Err(CredentialError::PasswordWrong.into());
        }
    }
    let person = &own.person;
    let email = person.email.as_ref().map(|email| email.as_str()).unwrap_or_default();
    let known = [person.name.given_part(), person.name.family_part(), email, &name, &home.name, &home.short_name];
    let password = Password::new(&form.password, &known)?;
    if form.again != form.password {
        return Err(CredentialError::PasswordTwice.into());
    }
    let hash = hashing.hash(password.reveal()).await?;
    let mine = visit.session().and_then(|value| Key::new(value).ok());
    app.db()
        .write(&Actor::portal(person.home), async |tx| {
            credentials::set_password(&tx, person.id, &name, &hash).await?;
            signin::forget_codes(&tx, person.id).await?;
            journal::note(&tx, person.home, Event::of("password-set", "person", person.id)).await?;
            signin::tell(&tx, person, Told::Password).await
        })
        .await?;
    signin::end_others(app.db(), visit.actor(), mine.as_ref()).await?;
    Ok(())
}

/// `GET /me/sign-in/app`: the app that was offered, to be taken into use.
pub async fn app(State(app): State<App>, visit: Visit) -> Answer {
    app_page(&app, &visit, FormErrors::none()).await
}

async fn app_page(app: &App, visit: &Visit, errors: FormErrors) -> Answer {
    let (own, offered) = app
        .db()
        .read(visit.actor(), async |tx| {
            let own = own(&tx, visit).await?;
            let offered = credentials::offered_app(&tx, own.person.id).await?;
            Ok((own, offered))
        })
        .await?;
    let Some(offered) = offered else { return Ok(see_other("/me/sign-in")) };
    let words = crate::words(visit.lang());
    let code = kit::fields::code("code", words.signin_code()).required().help(words.signin_app_code_help());
    let step = Step {
        title: words.signin_app_title().to_string(),
        lead: words.me_app_lead().to_string(),
        square: offered.square(&own.person.name.to_string()).map(|square| (square, offered.key_in_groups())),
        fields: vec![code.error(errors.get("code"))],
        action: "/me/sign-in/app".into(),
        button: words.signin_app_take().to_string(),
        notes: vec![words.signin_app_which().to_string()],
        links: vec![("/me/sign-in".into(), words.me_back_sign_in().to_string())],
        errors,
        ..Step::default()
    };
    let status = if step.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    show_confirm(status, app, visit, step)
}

/// `POST /me/sign-in/app/new`: makes a key for an app.
pub async fn offer_app(State(app): State<App>, visit: Visit, Form(_): Form<NoFields>) -> Answer {
    let (person, portal) = oneself(&app, &visit).await?;
    let offered = credentials::App::fresh(chance::secret_bytes());
    let offer = async |tx: Tx| {
        credentials::offer_app(&tx, person.id, &offered).await?;
        Ok(journal::note(&tx, person.home, Event::of("app-offered", "person", person.id)).await?)
    };
    app.db().write(&portal, offer).await?;
    Ok(see_other("/me/sign-in/app"))
}

/// `POST /me/sign-in/app`: takes it into use and shows recovery codes, once.
pub async fn take_app(State(app): State<App>, visit: Visit, Form(form): Form<CodeForm>) -> Answer {
    let (person, portal) = oneself(&app, &visit).await?;
    signin::count_code(app.db(), person.id).await?;
    let take = async |tx: Tx| {
        credentials::confirm_app(&tx, person.id, &form.code).await?;
        signin::forget_codes(&tx, person.id).await?;
        journal::note(&tx, person.home, Event::of("app-set-up", "person", person.id)).await?;
        signin::tell(&tx, &person, Told::App).await?;
        credentials::new_recovery_codes(&tx, person.id).await
    };
    match app.db().write(&portal, take).await {
        Ok(codes) => {
            let mine = visit.session().and_then(|value| Key::new(value).ok());
            signin::end_others(app.db(), visit.actor(), mine.as_ref()).await?;
            show_codes(&app, &visit, &codes, "/me/sign-in")
        }
        Err(fault) => app_page(&app, &visit, FormErrors::from_fault(visit.lang(), fault)?).await,
    }
}

/// `POST /me/sign-in/app/removal`
pub async fn remove_app(State(app): State<App>, visit: Visit, Form(_): Form<NoFields>) -> Answer {
    let (person, portal) = oneself(&app, &visit).await?;
    let asked_for = signin::is_asked_for(app.db(), person.id).await?;
    let remove = async |tx: Tx| {
        credentials::remove_app(&tx, person.id).await?;
        if asked_for && !credentials::held_by(&tx, person.id).await?.has_second() {
            return Err(CredentialError::SecondFactorNeeded.into());
        }
        journal::note(&tx, person.home, Event::of("app-removed", "person", person.id)).await?;
        signin::tell(&tx, &person, Told::AppRemoved).await
    };
    app.db().write(&portal, remove).await?;
    Ok(see_other("/me/sign-in?saved=yes"))
}

/// `POST /me/sign-in/codes`: new recovery codes, shown once.
pub async fn new_codes(State(app): State<App>, visit: Visit, Form(_): Form<NoFields>) -> Answer {
    let (person, portal) = oneself(&app, &visit).await?;
    let make = async |tx: Tx| {
        if !credentials::held_by(&tx, person.id).await?.has_second() {
            return Err(NotFound::of("second factor of person", person.id).into());
        }
        journal::note(&tx, person.home, Event::of("recovery-codes-made", "person", person.id)).await?;
        signin::tell(&tx, &person, Told::Codes).await?;
        credentials::new_recovery_codes(&tx, person.id).await
    };
    let codes = app.db().write(&portal, make).await?;
    show_codes(&app, &visit, &codes, "/me/sign-in")
}

/// The one who changes their own sign-in, and the portal at work for their home, in whose journal it stands.
pub(super) async fn oneself(app: &App, visit: &Visit) -> Result<(Person, Actor), Fault> {
    let person = app.db().read(visit.actor(), async |tx| persons::find_oneself(&tx).await).await?;
    let portal = Actor::portal(person.home);
    Ok((person, portal))
}

/// `POST /me/sign-in/identities/{identity}/removal`
pub async fn disconnect(
    State(app): State<App>,
    visit: Visit,
    Path(identity): Path<IdentityId>,
    Form(_): Form<NoFields>,
) -> Answer {
    let (person, portal) = oneself(&app, &visit).await?;
    let disconnect = async |tx: Tx| {
        credentials::disconnect(&tx, person.id, identity).await?;
        Ok(journal::note(&tx, person.home, Event::of("identity-disconnected", "person", person.id)).await?)
    };
    app.db().write(&portal, disconnect).await?;
    Ok(see_other("/me/sign-in?saved=yes"))
}

/// `POST /me/sign-in/sessions/{session}/end`
pub async fn end_session(
    State(app): State<App>,
    visit: Visit,
    Path(session): Path<SessionId>,
    Form(_): Form<NoFields>,
) -> Answer {
    signin::end_own(app.db(), visit.actor(), session).await?;
    Ok(see_other("/me/sign-in?saved=yes"))
}

/// `POST /me/sign-in/sessions/end`: all but the one that asks.
pub async fn end_sessions(State(app): State<App>, visit: Visit, Form(_): Form<NoFields>) -> Answer {
    let mine = visit.session().and_then(|value| Key::new(value).ok());
    signin::end_others(app.db(), visit.actor(), mine.as_ref()).await?;
    Ok(see_other("/me/sign-in?saved=yes"))
}
