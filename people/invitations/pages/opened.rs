//! What the invited sees: to what, by whom, until when, and a button. Nothing is done before it is pressed.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum_extra::extract::CookieJar;
use kit::actor::Actor;
use kit::db::Tx;
use kit::fault::{Fault, Problem};
use kit::format;
use kit::page::Page;
use kit::web::{Answer, App, Form, NoFields, Path, Visit, show, show_with};

use super::super::actions::{self, Told};
use super::super::model::InvitationError;
use crate::Words;
use crate::signin::{self, Arrival, Key};

#[derive(Template)]
#[template(path = "invitations/opened.html")]
struct OpenedPage {
    page: Page,
    words: &'static Words,
    title: String,
    about: String,
    facts: Vec<(String, String)>,
    action: String,
}

#[derive(Template)]
#[template(path = "invitations/spent.html")]
struct SpentPage {
    page: Page,
    words: &'static Words,
    text: String,
}

/// The invitation behind a link.
pub async fn show_invitation(State(app): State<App>, visit: Visit, Path(token): Path<String>) -> Answer {
    let found = match key_of(&token) {
        Ok(key) => app.db().read(&Actor::nobody(), async |tx: Tx| actions::look(&tx, &key).await).await,
        Err(fault) => Err(fault),
    };
    match found {
        Ok(told) => show(&page(&app, &visit, &token, &told)),
        Err(fault) => spent(&app, &visit, fault).await,
    }
}

/// The button: the invited comes in.
pub async fn accept(
    State(app): State<App>,
    visit: Visit,
    jar: CookieJar,
    Path(token): Path<String>,
    Form(NoFields {}): Form<NoFields>,
) -> Answer {
    let (before, device) = (signin::cookie_key(&jar), visit.device());
    let arrival = Arrival { before: before.as_ref(), device: &device };
    let entered = match key_of(&token) {
        Ok(key) => actions::accept(app.db(), &key, arrival).await,
        Err(fault) => Err(fault),
    };
    match entered {
        Ok(entered) => Ok(signin::let_in(&entered)),
        Err(fault) => spent(&app, &visit, fault).await,
    }
}

fn key_of(token: &str) -> Result<Key, Fault> {
    Key::new(token).map_err(|_| InvitationError::Spent.into())
}

fn page(app: &App, visit: &Visit, token: &str, told: &Told) -> OpenedPage {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let mut facts = vec![
        (words.invitations_from().to_string(), told.organisation.clone()),
        (words.invitations_until().to_string(), format::day_with_year(lang, told.last_on)),
    ];
    if let Some(by) = &told.by {
        facts.insert(1, (words.invitations_by().to_string(), by.to_string()));
    }
    OpenedPage {
        page: visit.page(app),
        words,
        title: words.invitations_opened_title(told.name.given(), told.organisation.as_str()).to_string(),
        about: told.about.clone(),
        facts,
        action: format!("/invitations/{token}"),
    }
}

/// Used, withdrawn, over and never given out look the same.
async fn spent(app: &App, visit: &Visit, fault: Fault) -> Answer {
    if fault.problem().map(Problem::name) != Some("invitation-spent") {
        return Err(fault);
    }
    signin::count_wrong_link(app.db(), visit.address()).await?;
    let words = crate::words(visit.lang());
    let text = words.invitations_spent_text().to_string();
    show_with(StatusCode::NOT_FOUND, &SpentPage { page: visit.page(app), words, text })
}
