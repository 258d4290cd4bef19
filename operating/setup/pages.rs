//! The form behind a set-up link, and the check list.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use base::Lang;
use kit::db::Tx;
use kit::fault::{Fault, Kind as FaultKind, Problem};
use kit::fields::{self, Choice, Choices, Field};
use kit::form::FormErrors;
use kit::page::Page;
use kit::parts::{Icon, Tone};
use kit::web::{Answer, App, Form, Path, Visit, show, show_with};
use people::organisations::{self, Kind, Organisation, ZONES};
use people::overview::Task;

use super::actions;
use super::model::{SetupError, Token, Typed};
use crate::Words;
use crate::duty::{self, Check};

/// Of so many organisations a line of the check list has links; the others are found from their own pages.
const ABOUT_MAX: usize = 5;

#[derive(Template)]
#[template(path = "setup/setup.html")]
struct SetupPage {
    page: Page,
    words: &'static Words,
    token: String,
    errors: FormErrors,
    form: Typed,
}

impl SetupPage {
    fn kind_field(&self) -> Choices {
        let name = |kind| match kind {
            Kind::Institution => self.words.setup_institution(),
            Kind::Host => self.words.setup_host(),
            Kind::Both => self.words.setup_both(),
        };
        let choices = Kind::ALL.iter().map(|kind| Choice::new(kind.word(), name(*kind))).collect();
        fields::choices("kind", self.words.setup_kind(), choices).value(&self.form.kind).error(self.errors.get("kind"))
    }

    fn lang_field(&self) -> Field {
        let choices = Lang::ALL.iter().map(|lang| Choice::new(lang.tag(), lang.own_name())).collect();
        fields::select("lang", self.words.setup_lang(), choices)
            .value(&self.form.lang)
            .help(self.words.setup_lang_help())
            .error(self.errors.get("lang"))
    }

    fn zone_field(&self) -> Field {
        let choices = ZONES.iter().map(|zone| Choice::new(zone, *zone)).collect();
        fields::select("time_zone", self.words.setup_zone(), choices)
            .value(&self.form.time_zone)
            .help(self.words.setup_zone_help())
            .error(self.errors.get("time_zone"))
    }

    fn text(&self, name: &'static str, label: String, value: &str) -> Field {
        fields::text(name, label).value(value).error(self.errors.get(name)).length_max(200)
    }
}

#[derive(Template)]
#[template(path = "setup/spent.html")]
struct SpentPage {
    page: Page,
    words: &'static Words,
    text: String,
}

/// `GET /setup/{token}`
pub async fn begin(State(app): State<App>, visit: Visit, Path(token): Path<String>) -> Answer {
    match actions::look(app.db(), Token::new(&token).as_ref(), visit.address()).await {
        Ok(()) => {
            let form = Typed { lang: visit.lang().tag().into(), time_zone: ZONES[0].into(), ..Typed::default() };
            show(&form_page(&app, &visit, token, form, FormErrors::none()))
        }
        Err(fault) => spent(&app, &visit, fault),
    }
}

/// `POST /setup/{token}`
pub async fn settle(
    State(app): State<App>,
    visit: Visit,
    Path(token): Path<String>,
    Form(form): Form<Typed>,
) -> Answer {
    let Some(key) = Token::new(&token) else { return spent(&app, &visit, SetupError::LinkSpent.into()) };
    if let Err(fault) = actions::look(app.db(), Some(&key), visit.address()).await {
        return spent(&app, &visit, fault);
    }
    let settled = match form.read(visit.lang()) {
        Ok(told) => actions::settle(app.db(), &key, &told).await,
        Err(errors) => {
            return show_with(StatusCode::UNPROCESSABLE_ENTITY, &form_page(&app, &visit, token, form, errors));
        }
    };
    match settled {
        Ok(session) => people::signin::signed_in_at(&session, "/ops/setup"),
        Err(fault) if fault.problem().map(Problem::kind) == Some(FaultKind::Missing) => spent(&app, &visit, fault),
        Err(fault) => {
            let errors = FormErrors::from_fault(visit.lang(), fault)?;
            show_with(StatusCode::UNPROCESSABLE_ENTITY, &form_page(&app, &visit, token, form, errors))
        }
    }
}

fn form_page(app: &App, visit: &Visit, token: String, form: Typed, errors: FormErrors) -> SetupPage {
    SetupPage { page: visit.page(app), words: crate::words(visit.lang()), token, errors, form }
}

/// Used, expired and never given out look the same.
fn spent(app: &App, visit: &Visit, fault: Fault) -> Answer {
    let Some(problem) = fault.problem().filter(|problem| problem.kind() == FaultKind::Missing) else {
        return Err(fault);
    };
    let text = problem.tell(visit.lang());
    show_with(StatusCode::NOT_FOUND, &SpentPage { page: visit.page(app), words: crate::words(visit.lang()), text })
}

/// What of the check list an operator is reminded of: the points that the database knows about.
/// # Errors
/// What the database answers.
pub async fn tasks(tx: &Tx, lang: Lang) -> Result<Vec<Task>, Fault> {
    if !tx.actor().operates() {
        return Ok(vec![]);
    }
    let done = kit::routines::standings(tx).await?;
    let done = |id: &str| done.iter().any(|standing| standing.id == id && standing.done_at.is_some());
    let known = [done(duty::REHEARSAL), done(duty::COPIES), duty::operators(tx).await? > 1].map(Some);
    let facts = facts_of(&organisations::kept(tx).await?);
    let left = known.into_iter().chain(facts).filter(|is_done| *is_done == Some(false)).count();
    let words = crate::words(lang);
    let task = |left: usize| Task {
        title: words.setup_task(left),
        text: String::new(),
        due_at: None,
        due: String::new(),
        action: words.setup_task_go().to_string(),
        href: "/ops/setup".into(),
        icon: Icon::Info,
        tone: Tone::Info,
    };
    Ok((left > 0).then(|| task(left)).into_iter().collect())
}

#[derive(Template)]
#[template(path = "setup/list.html")]
struct ListPage {
    page: Page,
    words: &'static Words,
    points: Vec<Point>,
    left: usize,
}

/// One line of the list.
struct Point {
    /// Whether it is done; `None` where nobody can tell from here
    is_done: Option<bool>,
    title: String,
    text: String,
    links: Vec<Link>,
}

/// Where to, and what the link is called.
type Link = (String, String);

/// How far those who keep these organisations are with what everybody reads about them: whom to ask, and the rest read
/// through and saved. Of organisations that the reader does not keep nothing is told, so nothing is ticked.
fn facts_of(kept: &[Organisation]) -> [Option<bool>; 2] {
    let reached = |one: &Organisation| !one.contact.email.is_empty() || !one.contact.phone.is_empty();
    [kept.iter().all(reached), kept.iter().all(|one| one.edition > 0)].map(|done| (!kept.is_empty()).then_some(done))
}

/// `GET /ops/setup`
pub async fn list(State(app): State<App>, visit: Visit) -> Answer {
    let (findings, standings) = duty::examine(app.db(), app.settings(), false).await;
    let look = async |tx: Tx| Ok((organisations::kept(&tx).await?, duty::operators(&tx).await?));
    let (kept, operators) = app.db().read(visit.actor(), look).await?;
    let words = crate::words(visit.lang());
    let good = |check| findings.iter().any(|found| found.check == check && found.state == duty::State::Good);
    let done_before = |id: &str| {
        let standing = standings.as_ref().and_then(|standings| standings.routine(id));
        standing.is_some_and(|standing| standing.done_at.is_some())
    };
    let point = |name: &str, is_done: Option<bool>, links: Vec<Link>| Point {
        is_done,
        title: words.setup_point(name).to_string(),
        text: words.setup_point_text(name).to_string(),
        links,
    };
    let duty = || ("/ops".to_owned(), words.setup_to_duty().to_string());
    let about = |one: &Organisation| (organisations::about_href(one.id), words.setup_about(one.short_name.as_str()));
    let about = || kept.iter().take(ABOUT_MAX).map(about).collect::<Vec<Link>>();
    let [reached, read] = facts_of(&kept);
    let points = vec![
        point("organisation", reached, about()),
        point("languages", read, about()),
        point("address", Some(good(Check::Address)), vec![]),
        point(
            "mail",
            Some(done_before(duty::REHEARSAL)),
            vec![("/ops/mail".to_owned(), words.setup_mail_try().to_string())],
        ),
        point("copies", Some(good(Check::Copies)), vec![duty()]),
        point("key", Some(done_before(duty::COPIES)), vec![]),
        point(
            "retention",
            Some(good(Check::Retention)),
            vec![duty(), ("/privacy".to_owned(), words.setup_privacy().to_string())],
        ),
        point("contact", Some(!app.settings().security_contact.is_empty()), vec![]),
        point("operators", Some(operators > 1), vec![]),
    ];
    let left = points.iter().filter(|point| point.is_done == Some(false)).count();
    show(&ListPage { page: visit.page(&app), words, points, left })
}
