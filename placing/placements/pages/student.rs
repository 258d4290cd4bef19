//! The student's own placement, and why this one.

use askama::Template;
use axum::extract::State;
use base::{Date, Lang, RoundId, Weeks};
use kit::db::Tx;
use kit::fault::Fault;
use kit::format;
use kit::page::Page;
use kit::parts::{Alert, Empty, Reached, Step, Timeline, Tone};
use kit::web::{Answer, App, Form, NoFields, Path, Visit, see_other, show};

use crate::Words;
use crate::participants;
use crate::placements::model::{Decision, Kind, told};
use crate::placements::pages::why::WhyView;
use crate::placements::{access, actions, queries};
use crate::rounds::{self, Round, State as RoundState};
use crate::sites;

#[derive(Template)]
#[template(path = "placements/result.html")]
struct ShowResult {
    page: Page,
    words: &'static Words,
    round: RoundId,
    crumb: String,
    heading: String,
    lead: String,
    alerts: Vec<Alert>,
    facts: Vec<(String, Vec<String>)>,
    is_placed: bool,
    is_withdrawn: bool,
    may_confirm: bool,
    read: String,
    next: String,
    why: Option<WhyView>,
    contacts: Vec<Reach>,
    contact_email: String,
    complain: Option<String>,
    timeline: Timeline,
    earlier: Vec<String>,
    others: Vec<(String, String)>,
    thread: String,
}

/// Somebody to ask, and how to reach them.
struct Reach {
    whose: String,
    name: String,
    email: String,
    phone: String,
}

#[derive(Template)]
#[template(path = "placements/nothing.html")]
struct ShowNothing {
    page: Page,
    words: &'static Words,
    empty: Empty,
}

/// GET /my/placement: the latest round that has told something.
pub async fn show_placement(State(app): State<App>, visit: Visit) -> Answer {
    let page = visit.page(&app);
    let found = app
        .db()
        .read(visit.actor(), async |tx| {
            let all = actions::own_decisions(&tx).await?;
            let Some(latest) = latest(&all) else { return Ok(None) };
            let round = rounds::of_student(&tx, latest.round).await?;
            Ok(Some(view(&tx, &page, &round, latest, &all).await?))
        })
        .await?;
    match found {
        Some(result) => show(&result),
        None => {
            let words = crate::words(page.language());
            let empty = Empty::new(words.placements_none(), words.placements_none_text());
            show(&ShowNothing { words, empty, page })
        }
    }
}

/// Somebody with a place and somebody who waits for one are both answered by the latest weeks.
fn latest(all: &[Decision]) -> Option<&Decision> {
    all.iter().find(|decision| decision.kind != Kind::Withdrawn).or(all.first())
}

/// GET /my/rounds/{round}/result
pub async fn show_result(State(app): State<App>, visit: Visit, Path(round): Path<RoundId>) -> Answer {
    let page = visit.page(&app);
    let found = app
        .db()
        .read(visit.actor(), async |tx| {
            let round = rounds::of_student(&tx, round).await?;
            let all = actions::own_decisions(&tx).await?;
            match actions::own_decision(&tx, &round).await? {
                Some(decision) => Ok(Ok(view(&tx, &page, &round, &decision, &all).await?)),
                None => Ok(Err(nothing_yet(&tx, &page, &round).await?)),
            }
        })
        .await?;
    match found {
        Ok(result) => show(&result),
        Err(nothing) => show(&nothing),
    }
}

/// Before publication every student reads the same, whatever the draft says.
async fn nothing_yet(tx: &Tx, page: &Page, round: &Round) -> Result<ShowNothing, Fault> {
    let (lang, words) = (page.language(), crate::words(page.language()));
    let zone = rounds::zone_of(tx, round).await?;
    let planned = format::moment_near(lang, zone, round.dates().publish_planned_at(), tx.now());
    let empty = match round.state() {
        RoundState::Cancelled { reason, .. } => Empty::new(words.placements_cancelled(), reason.as_str()),
        _ if !participants::myself(tx, round).await?.is_active() => {
            Empty::new(words.placements_withdrawn(), words.placements_withdrawn_text())
        }
        RoundState::Published { .. } => Empty::new(words.placements_none(), words.placements_none_text()),
        _ => Empty::new(words.placements_not_yet(), words.placements_not_yet_text(planned)),
    };
    let empty = empty.action(words.placements_to_round(), format!("/my/rounds/{}", round.id()));
    Ok(ShowNothing { page: page.clone(), words, empty })
}

/// POST /my/rounds/{round}/result/reading
pub async fn confirm(
    State(app): State<App>,
    visit: Visit,
    Path(round): Path<RoundId>,
    Form(_): Form<NoFields>,
) -> Answer {
    app.db().write(visit.actor(), async |tx| actions::confirm_reading(&tx, round).await).await?;
    Ok(see_other(format!("/my/rounds/{round}/result")))
}

async fn view(tx: &Tx, page: &Page, round: &Round, decision: &Decision, all: &[Decision]) -> Result<ShowResult, Fault> {
    let (lang, words) = (page.language(), crate::words(page.language()));
    let zone = rounds::zone_of(tx, round).await?;
    let owner = access::within(tx.actor(), round)?;
    let oneself = access::may_see_own(tx.actor())?;
    let read = queries::read_at(tx, oneself, round.id(), decision.version).await?;
    let versions = queries::versions(tx, owner, round.id(), oneself.id()).await?;
    let at = |moment| format::moment_near(lang, zone, moment, tx.now());
    let (is_placed, is_withdrawn) = (decision.kind == Kind::Placed, decision.kind == Kind::Withdrawn);
    let contact = round.plan().contact();
    let complain = decision.complain_until_on.filter(|_| !is_withdrawn).map(|until| {
        let day = format::day(lang, until);
        if tx.now().with_timezone(&zone).date_naive() <= until {
            words.placements_complain(day).to_string()
        } else {
            words.placements_complain_over(day).to_string()
        }
    });
    Ok(ShowResult {
        round: round.id(),
        crumb: format!("{} · {}", decision.round_name, decision.course_name),
        heading: match decision.kind {
            Kind::Placed => decision.place_name.clone(),
            Kind::Unplaced => words.placements_without_heading().to_string(),
            Kind::Withdrawn => words.placements_withdrawn().to_string(),
        },
        lead: lead(lang, decision),
        alerts: if decision.version > 1 && is_placed {
            vec![Alert::new(Tone::Info, words.placements_changed_title(), words.placements_changed(at(decision.at)))]
        } else {
            vec![]
        },
        facts: facts(tx, lang, round, decision).await?,
        is_placed,
        is_withdrawn,
        may_confirm: read.is_none() && !is_withdrawn,
        read: read.map(|read| words.placements_read(at(read)).to_string()).unwrap_or_default(),
        next: words.placements_next(contact.name.as_str()).to_string(),
        why: WhyView::of(lang, decision),
        thread: match decision.host.filter(|_| is_placed) {
            Some(_) => format!("/rounds/{}/placements/{}/thread", round.id(), oneself.id()),
            None => format!("/rounds/{}/students/{}/thread", round.id(), oneself.id()),
        },
        contacts: contacts(tx, lang, round, decision).await?,
        contact_email: contact.email.clone(),
        complain,
        timeline: timeline(lang, decision, tx.now().with_timezone(&zone).date_naive(), at(decision.at)),
        earlier: versions
            .iter()
            .skip(1)
            .filter(|old| old.kind != Kind::Withdrawn)
            .map(|old| earlier(lang, old, &at))
            .collect(),
        others: all
            .iter()
            .filter(|other| other.round != round.id())
            .map(|other| {
                (format!("{} · {}", other.round_name, other.course_name), format!("/my/rounds/{}/result", other.round))
            })
            .collect(),
        words,
        page: page.clone(),
    })
}

fn earlier(lang: Lang, old: &Decision, at: &impl Fn(base::Moment) -> String) -> String {
    let words = crate::words(lang);
    match old.kind {
        Kind::Placed => words.placements_earlier_placed(at(old.at), old.place_name.as_str()).to_string(),
        _ => words.placements_earlier_unplaced(at(old.at)).to_string(),
    }
}

fn lead(lang: Lang, decision: &Decision) -> String {
    let words = crate::words(lang);
    let weeks = format::weeks(lang, Weeks::around(decision.from_on, decision.until_on));
    let weeks = upper_first(&weeks);
    match (decision.kind, decision.rank) {
        (Kind::Placed, Some(rank)) => {
            words.placements_lead_wish(weeks, format::ordinal(lang, u32::from(rank))).to_string()
        }
        (Kind::Placed, None) if decision.grounds.added.is_some_and(|added| added.got) => {
            words.placements_lead_added(weeks).to_string()
        }
        (Kind::Placed, None) => format!("{weeks}."),
        (Kind::Unplaced, _) => told::without(lang, &decision.grounds),
        (Kind::Withdrawn, _) => words.placements_withdrawn_text().to_string(),
    }
}

fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Whom to ask: at the place, and at the institution.
async fn contacts(tx: &Tx, lang: Lang, round: &Round, decision: &Decision) -> Result<Vec<Reach>, Fault> {
    let words = crate::words(lang);
    let office = round.plan().contact();
    let mut contacts = vec![Reach {
        whose: words.placements_contact_office().to_string(),
        name: office.name.clone(),
        email: office.email.clone(),
        phone: office.phone.clone(),
    }];
    if let Some((host, _)) = decision.host.filter(|_| decision.kind == Kind::Placed) {
        let host = people::organisations::find(tx, host).await?;
        let (name, email, phone) = (host.contact.name, host.contact.email, host.contact.phone);
        contacts.insert(0, Reach { whose: host.name, name, email, phone });
    }
    Ok(contacts)
}

/// Where and when; each fact may have a second line.
async fn facts(tx: &Tx, lang: Lang, round: &Round, decision: &Decision) -> Result<Vec<(String, Vec<String>)>, Fault> {
    let words = crate::words(lang);
    let Some(offer) = decision.offer.filter(|_| decision.kind == Kind::Placed) else { return Ok(vec![]) };
    let offer = sites::offer(tx, round, offer).await?;
    let days =
        [(words.placements_fact_first_day(), decision.from_on), (words.placements_fact_last_day(), decision.until_on)];
    let mut facts: Vec<_> = days.map(|(label, day)| (label.to_string(), vec![format::day(lang, day)])).into();
    let address: Vec<String> =
        [offer.address, offer.municipality].into_iter().filter(|line| !line.is_empty()).collect();
    if !address.is_empty() {
        facts.push((words.placements_fact_address().to_string(), address));
    }
    if !decision.subject.is_empty() {
        facts.push((words.placements_fact_subject().to_string(), vec![decision.subject.clone()]));
    }
    Ok(facts)
}

fn timeline(lang: Lang, decision: &Decision, today: Date, told_at: String) -> Timeline {
    let words = crate::words(lang);
    let mut steps = vec![Step::new(words.placements_step_told(), told_at, Reached::Done)];
    if decision.kind == Kind::Placed {
        let reached = |day: Date| if today >= day { Reached::Done } else { Reached::Later };
        let (first, last) = (decision.from_on, decision.until_on);
        steps.push(Step::new(words.placements_step_first(), format::day(lang, first), reached(first)));
        steps.push(Step::new(words.placements_step_last(), format::day(lang, last), reached(last)));
    } else if decision.kind == Kind::Unplaced {
        steps.push(Step::new(words.placements_step_search(), words.placements_step_search_note(), Reached::Later));
    }
    if let Some(at) = steps.iter().rposition(|step| step.reached == Reached::Done) {
        steps[at].reached = Reached::Now;
    }
    Timeline(steps)
}
