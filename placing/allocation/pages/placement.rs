//! Placing one student by hand: the places in the student's own order, with free seats and what stands in the way.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use base::{Lang, OfferId, PersonId, RoundId, RunId};
use kit::db::Tx;
use kit::fault::{Fault, NotFound};
use kit::fields::Choice;
use kit::form::FormErrors;
use kit::format;
use kit::page::Page;
use kit::web::{Answer, App, Form, Path, Visit, see_other, show, show_again};
use people::persons;
use serde::Deserialize;

use crate::Words;
use crate::allocation::model::draft::{Draft, How, Line, Occupied, fits, room_for_one};
use crate::allocation::model::{AllocationError, ByHand, Ground};
use crate::allocation::{access, actions, queries};
use crate::placements::{self, WhyView};
use crate::rounds::{self, Round, State as RoundState};
use crate::seconds;
use crate::sites::{self, Forest, Offer};

/// What was sent: everything stays as typed until it is read.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceForm {
    #[serde(default)]
    offer: String,
    #[serde(default)]
    ground: String,
    #[serde(default)]
    reason: String,
}

/// What was sent to take a student out again.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReleaseForm {
    #[serde(default)]
    reason: String,
}

#[derive(Template)]
#[template(path = "allocation/placement.html")]
struct ShowPlacement {
    page: Page,
    words: &'static Words,
    round: RoundId,
    round_name: String,
    round_href: String,
    allocation_href: String,
    person: PersonId,
    name: String,
    facts: Vec<String>,
    is_published: bool,
    may_change: bool,
    may_release: bool,
    options: Vec<PlaceOption>,
    grounds: Vec<Choice>,
    form: PlaceForm,
    errors: FormErrors,
    why: Option<WhyView>,
    history: Vec<HistoryLine>,
    second_looks_href: Option<String>,
    wants_second: bool,
}

struct PlaceOption {
    offer: OfferId,
    rank: String,
    place: String,
    note: String,
    blocked: bool,
    chosen: bool,
}

struct HistoryLine {
    what: String,
    note: String,
}

/// GET /rounds/{round}/students/{person}/placement
pub async fn show_placement(
    State(app): State<App>,
    visit: Visit,
    Path((round, person)): Path<(RoundId, PersonId)>,
) -> Answer {
    let form = PlaceForm::default();
    let page = visit.page(&app);
    let read = async |tx| view(&tx, &page, round, person, &form, FormErrors::none()).await;
    show(&app.db().read(visit.actor(), read).await?)
}

/// POST /rounds/{round}/students/{person}/placement
pub async fn place(
    State(app): State<App>,
    visit: Visit,
    Path((round, person)): Path<(RoundId, PersonId)>,
    Form(form): Form<PlaceForm>,
) -> Answer {
    let done = app
        .db()
        .write(visit.actor(), async |tx| {
            let placing = form.read()?;
            let (found, _) = actions::round_of(&tx, round).await?;
            match found.state() {
                RoundState::Published { .. } => placements::place_after(&tx, round, person, &placing).await,
                _ => actions::place_by_hand(&tx, round, person, &placing).await,
            }
        })
        .await;
    match done {
        Ok(()) => Ok(see_other(format!("/rounds/{round}/allocation"))),
        Err(fault) => again(&app, &visit, (round, person), &form, fault).await,
    }
}

/// POST /rounds/{round}/students/{person}/release
pub async fn release(
    State(app): State<App>,
    visit: Visit,
    Path((round, person)): Path<(RoundId, PersonId)>,
    Form(form): Form<ReleaseForm>,
) -> Answer {
    let done = app.db().write(visit.actor(), async |tx| actions::release(&tx, round, person, &form.reason).await).await;
    match done {
        Ok(()) => Ok(see_other(format!("/rounds/{round}/allocation"))),
        Err(fault) => {
            let typed = PlaceForm { reason: form.reason, ..PlaceForm::default() };
            again(&app, &visit, (round, person), &typed, fault).await
        }
    }
}

async fn again(app: &App, visit: &Visit, at: (RoundId, PersonId), form: &PlaceForm, fault: Fault) -> Answer {
    let wrong = FormErrors::from_fault(visit.lang(), fault)?;
    let page = visit.page(app);
    let read = async |tx| view(&tx, &page, at.0, at.1, form, named(&wrong)).await;
    show_again(&app.db().read(visit.actor(), read).await?)
}

/// Problems of no field in particular stand by the list of places.
fn named(wrong: &FormErrors) -> FormErrors {
    let mut errors = FormErrors::none();
    for (field, text) in wrong.all() {
        errors.add(if field.is_empty() { "offer" } else { field }, text.as_str());
    }
    errors
}

impl PlaceForm {
    fn read(&self) -> Result<ByHand, AllocationError> {
        let offer = self.offer.parse().map_err(|_| AllocationError::NoOffer)?;
        let ground = Ground::from_word(&self.ground).filter(|ground| Ground::CHOICES.contains(ground));
        ByHand::new(offer, ground.ok_or(AllocationError::NoGround)?, &self.reason)
    }
}

async fn view(
    tx: &Tx,
    page: &Page,
    round: RoundId,
    person: PersonId,
    form: &PlaceForm,
    errors: FormErrors,
) -> Result<ShowPlacement, Fault> {
    let (lang, words) = (page.language(), crate::words(page.language()));
    let (round, owner) = actions::round_of(tx, round).await?;
    let forest = sites::forest(tx, &round).await?;
    let run = actions::latest_run(tx, owner, &round).await?;
    let draft = actions::draft(tx, owner, round.id(), run).await?;
    let line = draft.of(person).ok_or_else(|| NotFound::of("student", person))?.clone();
    let wishes = queries::wishes_of(tx, owner, round.id(), person).await?;
    let ranks: HashMap<OfferId, i32> = wishes.iter().filter_map(|wish| Some((wish.offer_id?, wish.rank?))).collect();
    let is_published = matches!(round.state(), RoundState::Published { .. });
    let grounds = Ground::CHOICES.map(|ground| Choice::new(ground.word(), ground.tell(lang)));
    let none = Choice::new("", words.allocation_placement_ground_choose().to_string());
    Ok(ShowPlacement {
        page: page.clone(),
        words,
        round: round.id(),
        round_name: round.plan().name().to_owned(),
        round_href: format!("/rounds/{}", round.id()),
        allocation_href: format!("/rounds/{}/allocation", round.id()),
        person,
        name: line.name(),
        facts: facts(lang, &line, &forest),
        is_published,
        may_change: line.how != How::Withdrawn && (is_published || round.open_to_changes().is_ok()),
        may_release: matches!(line.how, How::ByHand(_)) && round.open_to_changes().is_ok(),
        options: options(lang, &forest, &draft, &line, &ranks, &form.offer),
        grounds: std::iter::once(none).chain(grounds).collect(),
        form: form.clone(),
        errors,
        why: why(tx, lang, &round, run, &forest, &line).await?,
        history: history(tx, lang, &round, &forest, person).await?,
        second_looks_href: (seconds::asker_of(tx, owner, round.id(), person).await?)
            .map(|_| format!("/organisations/{}/second-looks", round.owner())),
        wants_second: seconds::is_wanted(tx, owner).await?,
    })
}

/// What the student is told about the place, or would be told if the round were published as it stands.
async fn why(
    tx: &Tx,
    lang: Lang,
    round: &Round,
    run: Option<RunId>,
    forest: &Forest,
    line: &Line,
) -> Result<Option<WhyView>, Fault> {
    let words = crate::words(lang);
    let Some(run) = run else { return Ok(None) };
    let heading = match round.state() {
        RoundState::Published { .. } => words.allocation_placement_told(),
        _ => words.allocation_placement_would_tell(),
    };
    Ok(told(tx, lang, round, run, forest, line).await?.map(|why| why.read_along(heading)))
}

/// Why the student gets the place, or none, as the latest run would have it told.
pub async fn told(
    tx: &Tx,
    lang: Lang,
    round: &Round,
    run: RunId,
    forest: &Forest,
    line: &Line,
) -> Result<Option<WhyView>, Fault> {
    if line.how == How::Withdrawn {
        return Ok(None);
    }
    let owner = access::may_allocate(tx.actor(), round)?;
    let zone = rounds::zone_of(tx, round).await?;
    let decisions = placements::decisions_of(tx, owner, round, run, forest, &[line], zone).await?;
    Ok(decisions.first().and_then(|decision| WhyView::of(lang, decision)))
}

fn facts(lang: Lang, line: &Line, forest: &Forest) -> Vec<String> {
    let words = crate::words(lang);
    let number = line.position.map(|position| words.allocation_placement_number(position.to_string()).to_string());
    let subject = Some(line.subject.clone()).filter(|subject| !subject.is_empty());
    let now = match line.offer.and_then(|offer| forest.offer(offer)) {
        Some(offer) => words.allocation_placement_now(offer.shown_name()).to_string(),
        None => words.allocation_placement_nowhere().to_string(),
    };
    [number, subject, Some(now)].into_iter().flatten().collect()
}

fn options(
    lang: Lang,
    forest: &Forest,
    draft: &Draft,
    line: &Line,
    ranks: &HashMap<OfferId, i32>,
    chosen: &str,
) -> Vec<PlaceOption> {
    let mut offers: Vec<&Offer> = forest
        .offers()
        .iter()
        .filter(|offer| ranks.contains_key(&offer.id) || fits(offer, &line.subject, &line.period))
        .collect();
    offers.sort_by_cached_key(|offer| {
        let rank = ranks.get(&offer.id).copied();
        (rank.is_none(), rank, format::sort_key(lang, offer.shown_name()))
    });
    let occupied = draft.occupied(forest, Some(line.person));
    let mut last: HashMap<OfferId, u32> = HashMap::new();
    for other in draft.lines.iter().filter(|other| other.person != line.person) {
        if let (Some(offer), Some(position)) = (other.offer, other.position) {
            let latest = last.entry(offer).or_default();
            *latest = position.max(*latest);
        }
    }
    let option = |offer: &Offer| {
        let rank = ranks.get(&offer.id);
        let (blocked, note) = note(lang, forest, &occupied, offer, line, last.get(&offer.id).copied());
        PlaceOption {
            offer: offer.id,
            rank: rank.map_or_else(|| String::from("–"), ToString::to_string),
            place: offer.shown_name().to_owned(),
            note: match rank {
                Some(_) => note,
                None => format!("{note} · {}", crate::words(lang).allocation_placement_not_wished()),
            },
            blocked,
            chosen: offer.id.to_string() == chosen,
        }
    };
    offers.into_iter().map(option).collect()
}

/// Whether the student cannot go there, and why, or how many seats are free.
fn note(
    lang: Lang,
    forest: &Forest,
    occupied: &Occupied,
    offer: &Offer,
    line: &Line,
    last: Option<u32>,
) -> (bool, String) {
    let words = crate::words(lang);
    let free = u32::try_from(offer.seats_max).unwrap_or(0).saturating_sub(occupied.at(offer.id));
    match room_for_one(forest, occupied, offer) {
        Ok(()) if line.offer == Some(offer.id) => (false, words.allocation_placement_here().to_string()),
        Ok(()) => (false, words.allocation_free(free).to_string()),
        Err(AllocationError::Full { taken, seats, .. }) if free == 0 => {
            let full = words.allocation_placement_full(taken, seats).to_string();
            let at = last.map(|last| words.allocation_placement_full_at(last.to_string()).to_string());
            (true, [Some(full), at].into_iter().flatten().collect::<Vec<_>>().join(", "))
        }
        Err(AllocationError::Full { place, .. }) => (true, words.allocation_placement_full_above(place).to_string()),
        Err(other) => (true, kit::fault::Problem::tell(&other, lang)),
    }
}

async fn history(
    tx: &Tx,
    lang: Lang,
    round: &Round,
    forest: &Forest,
    person: PersonId,
) -> Result<Vec<HistoryLine>, Fault> {
    let words = crate::words(lang);
    let owner = access::may_allocate(tx.actor(), round)?;
    let zone = rounds::zone_of(tx, round).await?;
    let rows = queries::hand_history(tx, owner, round.id(), person).await?;
    let by: Vec<PersonId> = rows.iter().filter_map(|row| row.by_id).collect();
    let names = persons::names(tx, &by).await?;
    let line = |row: crate::allocation::tables::hand_placement::Model| {
        let ground = Ground::from_word(&row.ground).map(|ground| ground.tell(lang));
        let by = row
            .by_id
            .and_then(|by| names.get(&by))
            .map(|name| words.allocation_history_by(name.to_string()).to_string());
        let at = Some(format::moment_near(lang, zone, row.at, tx.now()));
        HistoryLine {
            what: match row.offer_id {
                Some(offer) => {
                    let place = forest.offer(offer).map_or("–", |offer| offer.shown_name());
                    words.allocation_history_placed(place).to_string()
                }
                None => words.allocation_history_released().to_string(),
            },
            note: [at, by, ground.filter(|_| row.offer_id.is_some())]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" · "),
        }
    };
    Ok(rows.into_iter().map(line).collect())
}
