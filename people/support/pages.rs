//! The pages of looking with another person's eyes.

use askama::Template;
use axum::extract::State;
use axum::http::{StatusCode, header};
use base::{PersonId, SupportId};
use kit::fault::{Fault, Kind, Problem};
use kit::fields::{Choice, Choices, Field};
use kit::form::FormErrors;
use kit::page::Page;
use kit::web::{Answer, App, Form, NoFields, Path, Visit, see_other, show_with};
use serde::Deserialize;

use super::actions;
use super::model::{Grounds, Support};
use crate::Words;
use crate::signin::{self, Key};

#[derive(Template)]
#[template(path = "support/support.html")]
struct SupportPage {
    page: Page,
    words: &'static Words,
    errors: FormErrors,
    person: PersonId,
    name: String,
    form: SupportForm,
}

impl SupportPage {
    fn reason_field(&self) -> Field {
        kit::fields::area("reason", self.words.support_reason())
            .value(&self.form.reason)
            .help(self.words.support_reason_help())
            .error(self.errors.get("reason"))
            .required()
    }

    fn minutes_field(&self) -> Choices {
        let choice = |minutes: i64| Choice::new(minutes.to_string(), self.words.support_minutes_count(minutes));
        kit::fields::choices("minutes", self.words.support_minutes(), Support::MINUTES.map(choice).into())
            .value(&self.form.minutes)
            .error(self.errors.get("minutes"))
    }
}

/// What the page sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SupportForm {
    reason: String,
    minutes: String,
}

/// `GET /people/{person}/support`
pub async fn ask(State(app): State<App>, visit: Visit, Path(person): Path<PersonId>) -> Answer {
    let form = SupportForm { minutes: Support::MINUTES[0].to_string(), ..SupportForm::default() };
    support_page(&app, &visit, person, StatusCode::OK, form, FormErrors::none()).await
}

async fn support_page(
    app: &App,
    visit: &Visit,
    id: PersonId,
    status: StatusCode,
    form: SupportForm,
    errors: FormErrors,
) -> Answer {
    let person = app.db().read(visit.actor(), async |tx| actions::look(&tx, id).await).await?;
    let words = crate::words(visit.lang());
    let name = person.name.to_string();
    show_with(status, &SupportPage { page: visit.page(app), words, errors, person: id, name, form })
}

/// `POST /people/{person}/support`
pub async fn begin(
    State(app): State<App>,
    visit: Visit,
    Path(person): Path<PersonId>,
    Form(form): Form<SupportForm>,
) -> Answer {
    // Not there and not yours come before what was typed.
    app.db().read(visit.actor(), async |tx| actions::look(&tx, person).await).await?;
    let mut errors = FormErrors::none();
    let reason = errors.take(visit.lang(), "reason", Grounds::reason(&form.reason));
    let length = errors.take(visit.lang(), "minutes", Grounds::length(&form.minutes));
    let (Some(reason), Some(length)) = (reason, length) else {
        return support_page(&app, &visit, person, StatusCode::UNPROCESSABLE_ENTITY, form, errors).await;
    };
    let session = Key::new(visit.session().unwrap_or_default())?;
    match actions::begin(app.db(), visit.actor(), &session, person, &Grounds { reason, length }).await {
        Ok(key) => with_session("/", &key),
        Err(fault) if fault.problem().map(Problem::kind) == Some(Kind::Conflict) => {
            let errors = FormErrors::from_fault(visit.lang(), fault)?;
            support_page(&app, &visit, person, StatusCode::CONFLICT, form, errors).await
        }
        Err(fault) => Err(fault),
    }
}

/// `POST /support/end`: back to one's own pages.
pub async fn end(State(app): State<App>, visit: Visit, Form(_): Form<NoFields>) -> Answer {
    let session = Key::new(visit.session().unwrap_or_default())?;
    match actions::end(app.db(), &session).await? {
        Some((key, person)) => with_session(&format!("/people/{person}/sign-in"), &key),
        None => Ok(see_other("/")),
    }
}

fn with_session(path: &str, key: &Key) -> Answer {
    let mut answer = see_other(path);
    let cookie = signin::session_cookie(key).ok_or_else(|| Fault::ours("a cookie of hex is a header"))?;
    answer.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(answer)
}

/// `POST /me/looks/{support}/end`
pub async fn end_own(
    State(app): State<App>,
    visit: Visit,
    Path(support): Path<SupportId>,
    Form(_): Form<NoFields>,
) -> Answer {
    actions::end_own(app.db(), visit.actor(), support).await?;
    Ok(see_other("/me/looks"))
}
