//! The pages of those who look after the portal.

use askama::Template;
use axum::extract::State as FromApp;
use axum::http::StatusCode;
use base::{JobId, Lang, PersonId, Zone};
use kit::form::FormErrors;
use kit::format;
use kit::jobs;
use kit::mail::Rehearsal;
use kit::page::Page;
use kit::parts::{Figures, Tag};
use kit::settings::{Limits, Transport};
use kit::web::{Answer, App, Form, NoFields, Path, Query, Visit, see_other, show, show_with};
use people::persons::Email;
use serde::Deserialize;

use super::COPIES;
use super::actions::{self, Standings};
use super::model::{Check, Finding, Operator, State};
use crate::Words;

#[derive(Template)]
#[template(path = "duty/duty.html")]
struct DutyPage {
    page: Page,
    words: &'static Words,
    lead: String,
    figures: Figures,
    findings: Vec<FindingRow>,
    troubled: Vec<JobRow>,
    operators: Vec<OperatorRow>,
    copy: Vec<(String, String)>,
    limits: Vec<(String, String)>,
    said: String,
}

struct FindingRow {
    title: String,
    tag: Tag,
    fact: String,
    remedy: String,
    link: Option<(&'static str, String)>,
}

struct JobRow {
    id: JobId,
    what: String,
    tag: Tag,
    when: String,
    attempts: String,
    error: String,
    can_revive: bool,
}

struct OperatorRow {
    id: PersonId,
    name: String,
    note: String,
}

/// What the page was come to with.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct DutyQuery {
    done: String,
}

/// `GET /ops`
pub async fn duty(FromApp(app): FromApp<App>, visit: Visit, Query(query): Query<DutyQuery>) -> Answer {
    let (findings, standings) = actions::examine(app.db(), app.settings(), false).await;
    let operators = match &standings {
        Some(_) => app.db().read(visit.actor(), async |tx| actions::operators_of(&tx).await).await?,
        None => vec![], // the database does not answer, as the page says
    };
    let words = crate::words(visit.lang());
    let said = match query.done.as_str() {
        "copy" => words.duty_copy_asked().to_string(),
        "job" => words.duty_revived().to_string(),
        "operator" => words.duty_operator_ended().to_string(),
        _ => String::new(),
    };
    let trouble = findings.iter().filter(|finding| finding.state != State::Good).count();
    let view = View { words, lang: visit.lang() };
    show(&DutyPage {
        page: visit.page(&app),
        words,
        lead: words.duty_lead(trouble).to_string(),
        figures: standings.as_ref().map(|standings| view.figures(standings)).unwrap_or_default(),
        findings: findings.iter().map(|finding| view.finding(finding)).collect(),
        troubled: standings.iter().flat_map(|standings| &standings.troubled).map(|job| view.job(job)).collect(),
        operators: operators.iter().map(|one| view.operator(one)).collect(),
        copy: standings.as_ref().map(|standings| view.copy(standings)).unwrap_or_default(),
        limits: view.limits(&app.settings().limits),
        said,
    })
}

/// Shows in one language. Clocks are UTC: the portal belongs to no single place.
struct View {
    words: &'static Words,
    lang: Lang,
}

impl View {
    fn figures(&self, standings: &Standings) -> Figures {
        let count = |state| usize::try_from(standings.count(state)).unwrap_or_default();
        Figures::default()
            .with(self.words.duty_waiting(), count(jobs::State::Waiting), "")
            .with(self.words.duty_running(), count(jobs::State::Running), "")
            .with_worry(self.words.duty_dead(), count(jobs::State::Dead), self.words.duty_dead_note())
    }

    fn finding(&self, finding: &Finding) -> FindingRow {
        let check = finding.check.word();
        let link = match finding.check {
            Check::Mail => Some(("/ops/mail", self.words.duty_mail_try().to_string())),
            _ => None,
        };
        FindingRow {
            title: self.words.duty_check(check).to_string(),
            tag: self.tag(finding.state),
            fact: finding.fact.clone(),
            remedy: if finding.state == State::Good {
                String::new()
            } else {
                self.words.duty_remedy(check).to_string()
            },
            link,
        }
    }

    fn tag(&self, state: State) -> Tag {
        match state {
            State::Good => Tag::success(self.words.duty_good()),
            State::Watch => Tag::warning(self.words.duty_watch()),
            State::Broken => Tag::danger(self.words.duty_broken()),
        }
    }

    fn job(&self, job: &jobs::JobView) -> JobRow {
        let is_dead = job.state == jobs::State::Dead;
        JobRow {
            id: job.id,
            what: self.words.duty_kind(&job.kind).to_string(),
            tag: if is_dead { Tag::danger(self.words.duty_aside()) } else { Tag::warning(self.words.duty_again()) },
            when: self.moment(job.created_at),
            attempts: format::number(self.lang, job.attempts),
            error: job.error.clone().unwrap_or_default(),
            can_revive: is_dead,
        }
    }

    fn operator(&self, one: &Operator) -> OperatorRow {
        let since = self.words.duty_operator_since(self.moment(one.since)).to_string();
        OperatorRow { id: one.id, name: one.name.clone(), note: format!("{} · {since}", one.home) }
    }

    fn copy(&self, standings: &Standings) -> Vec<(String, String)> {
        let Some(copy) = standings.routine(COPIES) else { return vec![] };
        let mut rows = vec![];
        if let Some(at) = copy.done_at {
            rows.push((self.words.duty_copy_last().to_string(), self.moment(at)));
            let text = |key: &str| copy.outcome[key].as_str().map(ToOwned::to_owned);
            if let Some(archive) = text("archive") {
                rows.push((self.words.duty_copy_archive().to_string(), archive));
            }
            if let Some(rows_kept) = copy.outcome["rows"].as_i64() {
                rows.push((self.words.duty_copy_rows().to_string(), format::number(self.lang, rows_kept)));
            }
        }
        let next =
            if copy.is_running { self.words.duty_copy_now_running().to_string() } else { self.moment(copy.next_at) };
        rows.push((self.words.duty_copy_next().to_string(), next));
        if let Some(error) = &copy.error {
            rows.push((self.words.duty_copy_error().to_string(), error.clone()));
        }
        rows
    }

    /// How much is let through, and how large files may be.
    fn limits(&self, limits: &Limits) -> Vec<(String, String)> {
        let words = self.words;
        let number = |count: u32| format::number(self.lang, count);
        let megabytes = |bytes: usize| words.duty_megabytes(bytes / (1024 * 1024)).to_string();
        vec![
            (words.duty_limit_session().to_string(), number(limits.requests_per_second / kit::web::SESSION_SHARE)),
            (words.duty_limit_address().to_string(), number(limits.requests_per_second)),
            (words.duty_limit_at_once().to_string(), number(limits.at_once)),
            (words.duty_limit_waiting().to_string(), number(limits.waiting)),
            (words.duty_limit_import().to_string(), megabytes(kit::sheet::FILE_BYTES_MAX)),
            (words.duty_limit_message().to_string(), megabytes(people::threads::model::FILE_BYTES_MAX)),
        ]
    }

    fn moment(&self, at: base::Moment) -> String {
        format!("{} UTC", format::moment_with_year(self.lang, Zone::UTC, at))
    }
}

/// `POST /ops/copies`
pub async fn copy_now(FromApp(app): FromApp<App>, visit: Visit, Form(_): Form<NoFields>) -> Answer {
    actions::copy_now(app.db(), visit.actor()).await?;
    Ok(see_other("/ops?done=copy"))
}

/// `POST /ops/jobs/{id}/revival`
pub async fn revive(
    FromApp(app): FromApp<App>,
    visit: Visit,
    Path(id): Path<JobId>,
    Form(_): Form<NoFields>,
) -> Answer {
    actions::revive(app.db(), visit.actor(), id).await?;
    Ok(see_other("/ops?done=job"))
}

/// `POST /ops/operators/{operator}/closure`: ends somebody's task of looking after the portal. Whoever ends their own sees
/// nothing of it from the next page on.
pub async fn dismiss(
    FromApp(app): FromApp<App>,
    visit: Visit,
    Path(id): Path<PersonId>,
    Form(_): Form<NoFields>,
) -> Answer {
    actions::dismiss(app.db(), visit.actor(), id).await?;
    let is_own = visit.actor().person_id() == Some(id);
    Ok(see_other(if is_own { "/" } else { "/ops?done=operator" }))
}

#[derive(Template)]
#[template(path = "duty/mail.html")]
struct MailPage {
    page: Page,
    words: &'static Words,
    errors: FormErrors,
    form: MailForm,
    way: String,
    rehearsal: Option<Rehearsal>,
}

/// Whom a trial goes to.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MailForm {
    email: String,
}

/// `GET /ops/mail`
pub async fn mail(FromApp(app): FromApp<App>, visit: Visit) -> Answer {
    show(&mail_page(&app, &visit, MailForm::default(), FormErrors::none()))
}

fn mail_page(app: &App, visit: &Visit, form: MailForm, errors: FormErrors) -> MailPage {
    let settings = app.settings();
    let way = match settings.mail.transport {
        Transport::Folder => settings.mail_folder().display().to_string(),
        Transport::Smtp => format!("{}:{}", settings.mail.smtp_host, settings.mail.smtp_port),
    };
    MailPage { page: visit.page(app), words: crate::words(visit.lang()), errors, form, way, rehearsal: None }
}

/// `POST /ops/mail`: the answer is the conversation itself.
pub async fn rehearse(FromApp(app): FromApp<App>, visit: Visit, Form(form): Form<MailForm>) -> Answer {
    let words = crate::words(visit.lang());
    let mut errors = FormErrors::none();
    let Some(to) = errors.take(visit.lang(), "email", Email::new(&form.email)) else {
        return show_with(StatusCode::UNPROCESSABLE_ENTITY, &mail_page(&app, &visit, form, errors));
    };
    let (subject, body) = (words.duty_mail_subject().to_string(), words.duty_mail_body(&app.settings().base_url));
    let rehearsal = kit::mail::rehearse(app.settings(), to.as_str(), &subject, &body.to_string()).await;
    actions::note_rehearsal(app.db(), visit.actor(), &rehearsal).await?;
    let mut page = mail_page(&app, &visit, form, errors);
    page.rehearsal = Some(rehearsal);
    show(&page)
}
