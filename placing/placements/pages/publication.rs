//! Publication: what is checked, what everybody will read, and ten minutes to stop.

use askama::Template;
use axum::extract::State;
use base::{Lang, OrganisationId, PersonId, RoundId};
use kit::db::Tx;
use kit::fault::Fault;
use kit::form::FormErrors;
use kit::format;
use kit::mail::Mail;
use kit::page::Page;
use kit::parts::{Alert, Icon, Tag, Tone};
use kit::web::{Answer, App, Form, NoFields, Path, Visit, see_other, show, show_again};
use people::organisations;

use crate::Words;
use crate::allocation::{How, Line};
use crate::placements::actions::{self, HostOrder, Ready};
use crate::placements::model::{Check, Decision, Kind, complain_until, outside_the_draw, told};
use crate::rounds::{Phase, State as RoundState};

#[derive(Template)]
#[template(path = "placements/publication.html")]
struct ShowPublication {
    page: Page,
    words: &'static Words,
    round: RoundId,
    round_name: String,
    round_href: String,
    allocation_href: String,
    alerts: Vec<Alert>,
    errors: FormErrors,
    checks: Vec<CheckLine>,
    previews: Vec<Preview>,
    facts: Vec<(String, String)>,
    button: String,
    can_publish: bool,
    can_stop: bool,
    is_published: bool,
}

struct CheckLine {
    tag: Tag,
    text: String,
}

/// A text as its reader will get it, in the reader's usual language.
struct Preview {
    title: String,
    subject: String,
    paragraphs: Vec<String>,
    link: String,
}

/// GET /rounds/{round}/publication
pub async fn show_publication(State(app): State<App>, visit: Visit, Path(round): Path<RoundId>) -> Answer {
    let page = visit.page(&app);
    show(&app.db().read(visit.actor(), async |tx| view(&tx, &page, round, FormErrors::none()).await).await?)
}

/// POST /rounds/{round}/publication
pub async fn ask(State(app): State<App>, visit: Visit, Path(round): Path<RoundId>, Form(_): Form<NoFields>) -> Answer {
    let asked = app.db().write(visit.actor(), async |tx| actions::ask_publication(&tx, round).await).await;
    after(&app, &visit, round, asked.map(drop)).await
}

/// POST /rounds/{round}/publication/stop
pub async fn stop(State(app): State<App>, visit: Visit, Path(round): Path<RoundId>, Form(_): Form<NoFields>) -> Answer {
    let stopped = app.db().write(visit.actor(), async |tx| actions::stop_publication(&tx, round).await).await;
    after(&app, &visit, round, stopped).await
}

async fn after(app: &App, visit: &Visit, round: RoundId, done: Result<(), Fault>) -> Answer {
    let Err(fault) = done else { return Ok(see_other(format!("/rounds/{round}/publication"))) };
    let errors = FormErrors::from_fault(visit.lang(), fault)?;
    let page = visit.page(app);
    show_again(&app.db().read(visit.actor(), async |tx| view(&tx, &page, round, errors.clone()).await).await?)
}

async fn view(tx: &Tx, page: &Page, id: RoundId, errors: FormErrors) -> Result<ShowPublication, Fault> {
    let (lang, words) = (page.language(), crate::words(page.language()));
    let ready = actions::ready(tx, id).await?;
    let phase = ready.round.phase(tx.now(), ready.zone);
    let institution = organisations::find(tx, ready.round.owner()).await?;
    let students = ready.draft.lines.iter().filter(|line| line.how != How::Withdrawn).count();
    let at = |moment| format::moment_near(lang, ready.zone, moment, tx.now());
    let alerts = match ready.round.state() {
        RoundState::Publishing { publish_at, .. } => {
            vec![Alert::new(Tone::Warning, words.placements_waiting_title(), words.placements_waiting(at(*publish_at)))]
        }
        RoundState::Published { at: published, .. } => {
            vec![Alert::new(Tone::Success, "", words.placements_published(at(*published)))]
        }
        RoundState::Cancelled { .. } => vec![Alert::new(Tone::Warning, "", words.allocation_cancelled())],
        _ if phase != Phase::Closed => vec![Alert::new(Tone::Info, "", words.placements_not_closed())],
        _ => vec![],
    };
    let is_published = matches!(phase, Phase::Published | Phase::Over);
    Ok(ShowPublication {
        page: page.clone(),
        words,
        round: id,
        round_name: ready.round.plan().name().to_owned(),
        round_href: format!("/rounds/{id}"),
        allocation_href: format!("/rounds/{id}/allocation"),
        alerts,
        errors,
        checks: if is_published { vec![] } else { ready.checks.iter().map(|check| check_line(lang, check)).collect() },
        previews: previews(tx, lang, &ready, &institution.name, institution.lang),
        facts: facts(lang, &ready, students),
        button: words.placements_publish(students, ready.places).to_string(),
        can_publish: phase == Phase::Closed && !ready.checks.iter().any(Check::must_wait),
        can_stop: phase == Phase::Publishing,
        is_published,
    })
}

fn check_line(lang: Lang, check: &Check) -> CheckLine {
    let words = crate::words(lang);
    let tag = match check {
        check if check.must_wait() => Tag::danger(words.placements_check_waits()),
        Check::Good => Tag::success(words.placements_check_ok()),
        _ => Tag::info(words.placements_check_know()),
    };
    CheckLine {
        tag: tag.icon(if check.must_wait() { Icon::Alert } else { Icon::Check }),
        text: told::check(lang, check),
    }
}

fn facts(lang: Lang, ready: &Ready, students: usize) -> Vec<(String, String)> {
    let words = crate::words(lang);
    let number = |count: usize| format::number(lang, i64::try_from(count).unwrap_or(i64::MAX));
    vec![
        (words.allocation_figure_students().to_string(), number(students)),
        (words.allocation_figure_placed().to_string(), number(ready.draft.placed())),
        (words.allocation_figure_lacking().to_string(), number(ready.draft.lacking())),
        (words.placements_fact_places().to_string(), number(ready.places)),
        (words.placements_fact_hosts().to_string(), number(ready.hosts.len())),
    ]
}

/// One text of each kind, with a real student's place and an invented name, in the institution's language.
fn previews(tx: &Tx, lang: Lang, ready: &Ready, institution: &str, usual: Lang) -> Vec<Preview> {
    let words = crate::words(lang);
    let name = "Ida";
    let first = |wanted: fn(How) -> bool| ready.draft.lines.iter().find(|line| wanted(line.how));
    let mut previews = vec![];
    if let Some(line) = first(How::is_placed) {
        let mail = actions::student_mail(usual, ready.zone, &ready.round, &preview_of(tx, ready, line), name);
        previews.push(preview(words.placements_preview_placed().to_string(), &mail));
    }
    if let Some(line) = first(How::lacks_place) {
        let mail = actions::student_mail(usual, ready.zone, &ready.round, &preview_of(tx, ready, line), name);
        previews.push(preview(words.placements_preview_unplaced().to_string(), &mail));
    }
    if let Some(host) = ready.hosts.first() {
        let coming =
            ready.draft.lines.iter().filter_map(|line| line.offer).filter_map(|offer| ready.forest.offer(offer));
        let coming = coming.filter_map(|offer| ready.forest.host_of(offer.node)).filter(|one| one.0 == *host);
        let weeks = ready.round.dates().weeks();
        let dates: Vec<_> = coming.map(|_| (weeks.from_on(), weeks.until_on())).collect();
        let order = HostOrder {
            institution: ready.round.owner(),
            round: ready.round.id(),
            course: ready.round.plan().course_name().to_owned(),
            cause: "published".into(),
        };
        let mail = actions::host_mail(usual, *host, nobody(*host), &order, institution, &dates);
        previews.push(preview(words.placements_preview_host().to_string(), &mail));
    }
    previews
}

/// The preview goes to nobody: any id does.
fn nobody(host: OrganisationId) -> PersonId {
    PersonId(host.0)
}

fn preview_of(tx: &Tx, ready: &Ready, line: &Line) -> Decision {
    let offer = line.offer.and_then(|offer| ready.forest.offer(offer));
    let (plan, weeks) = (ready.round.plan(), ready.round.dates().weeks());
    let told_at = tx.now() + crate::rounds::Round::STOP_WINDOW;
    Decision {
        round: ready.round.id(),
        owner: ready.round.owner(),
        person: line.person,
        version: 1,
        kind: if offer.is_some() { Kind::Placed } else { Kind::Unplaced },
        offer: line.offer,
        host: None,
        rank: line.rank,
        position: line.position,
        grounds: outside_the_draw(false),
        round_name: plan.name().to_owned(),
        course_name: plan.course_name().to_owned(),
        place_name: offer.map(|offer| offer.shown_name().to_owned()).unwrap_or_default(),
        subject: line.subject.clone(),
        from_on: weeks.from_on(),
        until_on: weeks.until_on(),
        run: None,
        by: None,
        at: told_at,
        complain_until_on: plan.is_decision().then(|| complain_until(told_at, ready.zone)),
    }
}

fn preview(title: String, mail: &Mail) -> Preview {
    Preview {
        title,
        subject: mail.subject.clone(),
        paragraphs: mail.body.split("\n\n").map(ToOwned::to_owned).collect(),
        link: mail.link.as_ref().map(|link| link.label().to_owned()).unwrap_or_default(),
    }
}
