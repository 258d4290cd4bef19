//! The pages of practising: whether there is a copy, whom one can be in it, and what would have been sent.

use askama::Template;
use axum::extract::State;
use axum::http::header;
use base::{Lang, OrganisationId, PersonId, Zone};
use kit::actor::Role;
use kit::fault::Fault;
use kit::format;
use kit::mail::Sent;
use kit::page::Page;
use kit::parts::Empty;
use kit::web::{Answer, App, Form, NoFields, Path, Visit, see_other, show};
use people::persons::Line;
use people::signin::{self, Key};

use super::actions;
use super::model::{DAYS, MAILS_SHOWN};
use crate::Words;

#[derive(Template)]
#[template(path = "practice/practice.html")]
struct PracticePage {
    page: Page,
    words: &'static Words,
    organisation: OrganisationId,
    name: String,
    /// The last day of the copy, when there is one
    until: Option<String>,
    people: Vec<PersonRow>,
    /// The work under way
    job: Option<String>,
    days: i64,
}

/// Somebody invented.
struct PersonRow {
    id: PersonId,
    name: String,
    part: String,
}

/// `GET /organisations/{organisation}/practice`
pub async fn show_practice(State(app): State<App>, visit: Visit, Path(organisation): Path<OrganisationId>) -> Answer {
    let standing = app.db().read(visit.actor(), async |tx| actions::standing(&tx, organisation).await).await?;
    let words = crate::words(visit.lang());
    let people = match (&standing.copy, standing.job) {
        (Some(copy), None) => actions::people(app.db(), copy.id).await?,
        _ => vec![],
    };
    let last_day = standing.copy.as_ref().and_then(|copy| copy.practice).map(|practice| practice.until_on);
    show(&PracticePage {
        page: visit.page(&app),
        words,
        organisation,
        name: standing.organisation.name,
        until: last_day.map(|day| format::day_with_year(visit.lang(), day)),
        people: people.iter().map(|line| row(words, line)).collect(),
        job: standing.job.map(|job| format!("/jobs/{job}")),
        days: DAYS,
    })
}

fn row(words: &Words, line: &Line) -> PersonRow {
    let holds = |role| line.roles.iter().any(|held| held.role == role);
    let part = match (holds(Role::Administrator), holds(Role::Coordinator)) {
        (true, _) => words.practice_administrator(),
        (false, true) => words.practice_coordinator(),
        (false, false) => words.practice_student(),
    };
    PersonRow { id: line.person.id, name: line.person.name.to_string(), part: part.to_string() }
}

/// `POST /organisations/{organisation}/practice`
pub async fn make(
    State(app): State<App>,
    visit: Visit,
    Path(organisation): Path<OrganisationId>,
    Form(_): Form<NoFields>,
) -> Answer {
    let job = app.db().write(visit.actor(), async |tx| actions::order(&tx, organisation).await).await?;
    Ok(see_other(format!("/jobs/{job}")))
}

/// `POST /organisations/{organisation}/practice/removal`
pub async fn throw_away(
    State(app): State<App>,
    visit: Visit,
    Path(organisation): Path<OrganisationId>,
    Form(_): Form<NoFields>,
) -> Answer {
    let job = app.db().write(visit.actor(), async |tx| actions::order_removal(&tx, organisation).await).await?;
    Ok(see_other(format!("/jobs/{job}")))
}

/// `POST /organisations/{organisation}/practice/people/{person}`
pub async fn enter(
    State(app): State<App>,
    visit: Visit,
    Path((organisation, person)): Path<(OrganisationId, PersonId)>,
    Form(_): Form<NoFields>,
) -> Answer {
    app.db().read(visit.actor(), async |tx| actions::standing(&tx, organisation).await).await?;
    let session = Key::new(visit.session().unwrap_or_default())?;
    let key = actions::enter(app.db(), visit.actor(), &session, organisation, person).await?;
    with_session("/", &key)
}

/// `POST /practice/end`: back to one's own pages.
pub async fn step_out(State(app): State<App>, visit: Visit, Form(_): Form<NoFields>) -> Answer {
    let session = Key::new(visit.session().unwrap_or_default())?;
    match actions::step_out(app.db(), &session).await? {
        Some((key, of)) => with_session(&format!("/organisations/{of}/practice"), &key),
        None => Ok(see_other("/")),
    }
}

fn with_session(path: &str, key: &Key) -> Answer {
    let mut answer = see_other(path);
    let cookie = signin::session_cookie(key).ok_or_else(|| Fault::ours("a cookie of hex is a header"))?;
    answer.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(answer)
}

#[derive(Template)]
#[template(path = "practice/mails.html")]
struct MailsPage {
    page: Page,
    words: &'static Words,
    organisation: OrganisationId,
    mails: Vec<MailRow>,
}

impl MailsPage {
    fn empty(&self) -> Empty {
        Empty::new(self.words.practice_mails_none(), self.words.practice_mails_none_text())
    }
}

struct MailRow {
    to: String,
    lang: &'static str,
    subject: String,
    at: String,
    paragraphs: Vec<String>,
}

impl MailRow {
    fn new(sent: Sent, lang: Lang, zone: Zone) -> Self {
        Self {
            to: sent.to_address,
            lang: sent.lang.unwrap_or(lang).tag(),
            subject: sent.subject,
            at: format::moment(lang, zone, sent.created_at),
            paragraphs: sent.body.trim().split("\n\n").map(str::to_owned).collect(),
        }
    }
}

/// `GET /organisations/{organisation}/practice/mails`
pub async fn mails(State(app): State<App>, visit: Visit, Path(organisation): Path<OrganisationId>) -> Answer {
    let standing = app.db().read(visit.actor(), async |tx| actions::standing(&tx, organisation).await).await?;
    let (lang, zone) = (visit.lang(), standing.organisation.zone);
    let sent = match standing.copy {
        Some(copy) => actions::mails(app.db(), copy.id).await?,
        None => vec![],
    };
    let mails = sent.into_iter().take(MAILS_SHOWN).map(|sent| MailRow::new(sent, lang, zone)).collect();
    show(&MailsPage { page: visit.page(&app), words: crate::words(lang), organisation, mails })
}
