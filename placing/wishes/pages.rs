//! The pages where students rank.

pub mod behalf;
pub mod places;

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use base::{Lang, Moment, OfferId, RoundId, Zone};
use kit::chance;
use kit::db::Tx;
use kit::fault::{Fault, Kind, Problem};
use kit::form::FormErrors;
use kit::format;
use kit::local::LocalPath;
use kit::page::Page;
use kit::parts::{Alert, Icon, Reached, Receipt as ReceiptPart, Step, Tag, Timeline, Tone};
use kit::web::{Answer, App, Form, Path, Query, Visit, see_other, show, show_with};
use people::overview::Task;
use serde::Deserialize;

use super::actions;
use super::model::{Change, Source, Version, WishError, exact};
use crate::Words;
use crate::how::{HonestView, Rule};
use crate::participants;
use crate::rounds::{self, Phase, Round};
use crate::sites::{self, Offer};

/// Bytes of chance in the key that makes a repeated request harmless.
const REQUEST_KEY_BYTES: usize = 16;

fn request_key() -> String {
    chance::secret_hex(REQUEST_KEY_BYTES)
}

#[derive(Template)]
#[template(path = "wishes/rank.html")]
struct RankPage {
    page: Page,
    words: &'static Words,
    round: RoundId,
    name: String,
    weeks: String,
    tag: Tag,
    honest: HonestView,
    left: String,
    alert: Option<Alert>,
    errors: FormErrors,
    can_edit: bool,
    is_full: bool,
    items: Vec<Item>,
    min: u16,
    max: u16,
    told: String,
    saved: String,
    confirmed: bool,
    receipt: Option<i32>,
    on_behalf: bool,
    request_key: String,
    confirm_key: String,
}

/// One wish as it stands in the list.
struct Item {
    offer: OfferId,
    rank: u16,
    name: String,
    municipality: String,
    seats: i32,
    wished_last_year: Option<i32>,
    moved: bool,
    /// Which button takes the focus: "up", "down" or none
    focus: &'static str,
}

/// What was just done, to tell it and to put the focus back.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    moved: String,
    by: String,
}

/// What the ranking page and the lists of places send.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RankForm {
    request_key: String,
    act: String,
    moved: String,
    offer: Vec<String>,
    back: String,
}

impl RankForm {
    /// The button that was pressed, or the order that dragging left.
    fn change(&self) -> Result<Change, WishError> {
        if !self.act.is_empty() {
            return Change::read(&self.act).ok_or(WishError::NoChange);
        }
        let offers: Result<Vec<OfferId>, _> = self.offer.iter().map(|offer| offer.parse()).collect();
        Ok(Change::Order(offers.map_err(|_| WishError::NoChange)?))
    }
}

/// The list with its arrows.
pub async fn rank(
    State(app): State<App>,
    visit: Visit,
    Path(round): Path<RoundId>,
    Query(done): Query<Done>,
) -> Answer {
    show(&rank_page(&app, &visit, round, &done, FormErrors::none()).await?)
}

/// One press of a button: saved at once.
pub async fn change(
    State(app): State<App>,
    visit: Visit,
    Path(round): Path<RoundId>,
    Form(form): Form<RankForm>,
) -> Answer {
    let saved = match form.change() {
        Ok(change) => app
            .db()
            .write(visit.actor(), async |tx| actions::change(&tx, round, &change, &form.request_key).await)
            .await
            .map(|_| change),
        Err(error) => Err(error.into()),
    };
    match saved {
        Ok(change) => Ok(see_other(next_page(round, &change, &form))),
        Err(fault) => rank_again(&app, &visit, round, fault).await,
    }
}

fn next_page(round: RoundId, change: &Change, form: &RankForm) -> String {
    let (offer, by) = match change {
        Change::Add(offer) => (offer.to_string(), "add"),
        Change::Remove(offer) => (offer.to_string(), "remove"),
        Change::Up(offer) => (offer.to_string(), "up"),
        Change::Down(offer) => (offer.to_string(), "down"),
        Change::Order(_) => (form.moved.parse::<OfferId>().map(|id| id.to_string()).unwrap_or_default(), "order"),
    };
    let places = format!("/my/rounds/{round}/places");
    match LocalPath::new(&form.back).filter(|back| back.as_str().starts_with(&places)) {
        Some(back) => {
            let mark = if back.as_str().contains('?') { '&' } else { '?' };
            format!("{}{mark}moved={offer}&by={by}", back.as_str())
        }
        None => format!("/my/rounds/{round}/wishes?moved={offer}&by={by}"),
    }
}

/// The list as it is saved, with why the last press was refused.
async fn rank_again(app: &App, visit: &Visit, round: RoundId, fault: Fault) -> Answer {
    let status = match fault.problem().map(Problem::kind) {
        Some(Kind::Invalid) => StatusCode::UNPROCESSABLE_ENTITY,
        Some(Kind::Conflict) => StatusCode::CONFLICT,
        _ => return Err(fault),
    };
    let errors = FormErrors::from_fault(visit.lang(), fault)?;
    show_with(status, &rank_page(app, visit, round, &Done::default(), errors).await?)
}

/// Confirming: a receipt by mail, and a page that shows it.
pub async fn confirm(
    State(app): State<App>,
    visit: Visit,
    Path(round): Path<RoundId>,
    Form(form): Form<ConfirmForm>,
) -> Answer {
    let lang = visit.lang();
    let confirm = async |tx: Tx| actions::confirm(&tx, round, &form.request_key, lang).await;
    match app.db().write(visit.actor(), confirm).await {
        Ok(receipt) => Ok(see_other(format!("/my/rounds/{round}/wishes/receipts/{}", receipt.version))),
        Err(fault) => rank_again(&app, &visit, round, fault).await,
    }
}

/// What the button under the list sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ConfirmForm {
    request_key: String,
}

async fn rank_page(
    app: &App,
    visit: &Visit,
    round: RoundId,
    done: &Done,
    errors: FormErrors,
) -> Result<RankPage, Fault> {
    let moved: Option<OfferId> = done.moved.parse().ok();
    let read = app
        .db()
        .read(visit.actor(), async |tx| {
            let round = rounds::of_student(&tx, round).await?;
            let me = participants::myself(&tx, &round).await?;
            let zone = rounds::zone_of(&tx, &round).await?;
            let mine = actions::mine(&tx, &round).await?;
            let mut named = mine.as_ref().map(|mine| mine.list.offers()).unwrap_or_default();
            named.extend(moved);
            let offers = sites::offers_by_id(&tx, &round, &named).await?;
            let min = actions::asked_for(&tx, &round, &me).await?;
            Ok((round, me.is_active(), min, zone, mine, offers, tx.now()))
        })
        .await?;
    let (round, active, min, zone, mine, offers, now) = read;
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let phase = round.phase(now, zone);
    let can_edit = active && round.takes_wishes(now);
    let items = items(mine.as_ref(), &offers, moved, &done.by);
    let max = round.plan().wishes_max();
    Ok(RankPage {
        page: visit.page(app),
        words,
        round: round.id(),
        name: round.plan().name().into(),
        weeks: format::weeks(lang, round.dates().weeks()),
        tag: tag(words, lang, &round, phase, zone, active),
        honest: HonestView::new(words, Rule::of(round.plan()), format!("/rounds/{}/how", round.id()))
            .and(words.wishes_how_link(), format!("/my/rounds/{}", round.id())),
        left: if can_edit { time_left(words, round.dates().wishes_close_at(), now) } else { String::new() },
        alert: alert(words, lang, &round, phase, zone, active),
        errors,
        can_edit,
        is_full: items.len() >= usize::from(max),
        told: told(words, moved, &done.by, &offers, &items),
        saved: mine.as_ref().map(|mine| words.wishes_saved(format::clock(lang, zone, mine.at))).unwrap_or_default(),
        items,
        min,
        max,
        confirmed: mine.as_ref().is_some_and(|mine| mine.confirmed),
        on_behalf: mine.as_ref().is_some_and(|mine| mine.source == Source::Behalf),
        receipt: mine.map(|mine| mine.number),
        request_key: request_key(),
        confirm_key: request_key(),
    })
}

fn items(mine: Option<&Version>, offers: &HashMap<OfferId, Offer>, moved: Option<OfferId>, by: &str) -> Vec<Item> {
    let Some(mine) = mine else { return vec![] };
    let focus = match by {
        "up" => "up",
        "down" => "down",
        _ => "",
    };
    let wishes = mine.list.wishes().iter().filter_map(|wish| Some((wish, offers.get(&wish.offer)?)));
    wishes
        .map(|(wish, offer)| Item {
            offer: offer.id,
            rank: wish.rank,
            name: offer.shown_name().into(),
            municipality: offer.municipality.clone(),
            seats: offer.seats_max,
            wished_last_year: offer.wished_last_year,
            moved: moved == Some(offer.id),
            focus: if moved == Some(offer.id) { focus } else { "" },
        })
        .collect()
}

/// What a screen reader hears after a change: "Granvang skole: now 3 of 5."
fn told(words: &Words, moved: Option<OfferId>, by: &str, offers: &HashMap<OfferId, Offer>, items: &[Item]) -> String {
    let Some(offer) = moved.and_then(|moved| offers.get(&moved)) else { return String::new() };
    match items.iter().find(|item| item.offer == offer.id) {
        Some(item) => words.wishes_now_at(offer.shown_name(), item.rank, items.len()),
        None if by == "remove" => words.wishes_removed(offer.shown_name()),
        None => String::new(),
    }
}

fn tag(words: &Words, lang: Lang, round: &Round, phase: Phase, zone: Zone, active: bool) -> Tag {
    let when = |at| format::moment(lang, zone, at);
    let dates = round.dates();
    match phase {
        _ if !active => Tag::neutral(words.wishes_tag_withdrawn()),
        Phase::Cancelled => Tag::danger(words.wishes_tag_cancelled()),
        Phase::Setup | Phase::Waiting => {
            Tag::info(words.wishes_tag_opens(when(dates.wishes_open_at()))).icon(Icon::Calendar)
        }
        Phase::Open => Tag::warning(words.wishes_tag_deadline(when(dates.wishes_close_at()))),
        _ => Tag::neutral(words.wishes_tag_closed(when(dates.wishes_close_at()))).icon(Icon::Lock),
    }
}

fn alert(words: &Words, lang: Lang, round: &Round, phase: Phase, zone: Zone, active: bool) -> Option<Alert> {
    let when = |at| format::moment(lang, zone, at);
    let dates = round.dates();
    match phase {
        _ if !active => Some(Alert::new(Tone::Info, "", words.wishes_alert_withdrawn())),
        Phase::Cancelled => Some(Alert::new(Tone::Warning, "", words.wishes_alert_cancelled())),
        Phase::Setup | Phase::Waiting => {
            Some(Alert::new(Tone::Info, "", words.wishes_alert_opens(when(dates.wishes_open_at()))))
        }
        Phase::Open => None,
        Phase::Closed | Phase::Publishing => {
            Some(Alert::new(Tone::Info, "", words.wishes_alert_closed(when(dates.publish_planned_at()))))
        }
        Phase::Published | Phase::Over => Some(Alert::new(Tone::Info, "", words.wishes_alert_published())),
    }
}

fn time_left(words: &Words, until: Moment, now: Moment) -> String {
    let left = until - now;
    match (left.num_days(), left.num_hours()) {
        (days, _) if days >= 2 => words.wishes_left_days(days),
        (_, hours) if hours >= 1 => words.wishes_left_hours(hours),
        _ => words.wishes_left_minutes(left.num_minutes().max(1)),
    }
}

#[derive(Template)]
#[template(path = "wishes/receipt.html")]
struct ReceiptPage {
    page: Page,
    words: &'static Words,
    round: RoundId,
    receipt: ReceiptPart,
    items: Vec<Item>,
    can_edit: bool,
    is_last: bool,
    confirmed: bool,
}

/// One saved version: when, what, and what happens next.
pub async fn receipt(State(app): State<App>, visit: Visit, Path((round, number)): Path<(RoundId, i32)>) -> Answer {
    let read = app
        .db()
        .read(visit.actor(), async |tx| {
            let round = rounds::of_student(&tx, round).await?;
            let zone = rounds::zone_of(&tx, &round).await?;
            let version = actions::receipt(&tx, &round, number).await?;
            let last = actions::mine(&tx, &round).await?.map(|last| last.number);
            let offers = sites::offers_by_id(&tx, &round, &version.list.offers()).await?;
            Ok((round, zone, version, last, offers, tx.now()))
        })
        .await?;
    let (round, zone, version, last, offers, now) = read;
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let is_last = last == Some(version.number);
    let items = items(Some(&version), &offers, None, "");
    show(&ReceiptPage {
        page: visit.page(&app),
        words,
        round: round.id(),
        receipt: receipt_part(words, lang, &round, zone, &version, is_last, now),
        items,
        can_edit: round.takes_wishes(now),
        is_last,
        confirmed: version.confirmed,
    })
}

fn receipt_part(
    words: &Words,
    lang: Lang,
    round: &Round,
    zone: Zone,
    version: &Version,
    is_last: bool,
    now: Moment,
) -> ReceiptPart {
    let when = |at| format::moment(lang, zone, at);
    let dates = round.dates();
    let heading = if version.confirmed { words.wishes_receipt_confirmed() } else { words.wishes_receipt_saved() };
    let lead = match (is_last, round.takes_wishes(now)) {
        (false, _) => words.wishes_receipt_older().to_string(),
        (true, true) => words.wishes_receipt_open(when(dates.wishes_close_at())),
        (true, false) => words.wishes_receipt_counts().to_string(),
    };
    let by = match version.source {
        Source::Oneself => words.wishes_receipt_by_you(),
        Source::Behalf => words.wishes_receipt_by_office(),
        Source::Import => words.wishes_receipt_by_file(),
    };
    let mut facts = vec![
        (words.wishes_receipt_round().to_string(), round.plan().name().to_string()),
        (words.wishes_receipt_at().to_string(), exact(lang, zone, version.at)),
        (words.wishes_receipt_reference().to_string(), words.wishes_receipt_version(version.number)),
        (words.wishes_receipt_by().to_string(), by.to_string()),
    ];
    if version.late {
        facts.push((words.wishes_receipt_late().to_string(), words.wishes_receipt_late_text().to_string()));
    }
    let reached = |at: Moment| if now >= at { Reached::Done } else { Reached::Later };
    let (closes, publishes) = (dates.wishes_close_at(), dates.publish_planned_at());
    let next = vec![
        Step::new(words.wishes_next_close(), when(closes), reached(closes)),
        Step::new(words.wishes_next_draw(), words.wishes_next_draw_text(), reached(publishes)),
        Step::new(words.wishes_next_publish(), when(publishes), reached(publishes)),
    ];
    ReceiptPart { heading, lead, facts, next_heading: words.wishes_next(), next: Timeline(next) }
}

/// Rounds where I have not confirmed my wishes yet.
pub async fn tasks(tx: &Tx, lang: Lang) -> Result<Vec<Task>, Fault> {
    let words = crate::words(lang);
    let mut tasks = vec![];
    for round in rounds::of_students(tx).await? {
        if !round.takes_wishes(tx.now()) || !participants::myself(tx, &round).await?.is_active() {
            continue;
        }
        let mine = actions::mine(tx, &round).await?;
        if mine.as_ref().is_some_and(|mine| mine.confirmed) {
            continue;
        }
        let zone = rounds::zone_of(tx, &round).await?;
        let (closes, now) = (round.dates().wishes_close_at(), tx.now());
        let started = mine.is_some_and(|mine| !mine.list.wishes().is_empty());
        tasks.push(Task {
            title: words.wishes_task(round.plan().name()),
            text: (if started { words.wishes_task_confirm() } else { words.wishes_task_rank() }).to_string(),
            due_at: Some(closes),
            due: words.wishes_task_due(format::moment(lang, zone, closes), time_left(words, closes, now)),
            action: (if started { words.wishes_task_go_on() } else { words.wishes_task_start() }).to_string(),
            href: format!("/my/rounds/{}/wishes", round.id()),
            icon: Icon::Clock,
            tone: Tone::Warning,
        });
    }
    Ok(tasks)
}
