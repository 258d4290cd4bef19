//! The seats of many places at once: typed into cells or pasted from a spreadsheet, shown as what would change, and
//! written when that is confirmed. Nothing is written over what somebody else has changed in between.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use base::{Lang, OfferId, RoundId};
use kit::fault::{Fault, Kind, Problem};
use kit::fields::{self, Field};
use kit::form::FormErrors;
use kit::list::{List, ListQuery};
use kit::page::Page;
use kit::table::Pages;
use kit::web::{Answer, App, Form, Path, Query, Visit, see_other, show, show_with};
use serde::Deserialize;

use super::super::actions::{self, SeatChange};
use super::super::model::{Forest, Offer, SEATS_MAX, SiteError};
use crate::{Words, rounds};

/// So much may be pasted at once, in characters.
const PASTED_CHARS_MAX: usize = 100_000;

/// What the form sends: the cells of a page of the list, and what was pasted.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CellsForm {
    offer: Vec<OfferId>,
    seats: Vec<String>,
    before: Vec<i32>,
    pasted: String,
}

/// One row to type into.
struct Cell {
    offer: OfferId,
    key: String,
    name: String,
    typed: String,
    taken: i32,
    error: Option<String>,
}

#[derive(Template)]
#[template(path = "sites/cells.html")]
struct CellsPage {
    page: Page,
    words: &'static Words,
    round: RoundId,
    name: String,
    cells: Vec<Cell>,
    pasted: String,
    errors: FormErrors,
    pages: Pages,
}

impl CellsPage {
    fn pasted_field(&self) -> Field {
        fields::area("pasted", self.words.sites_cells_pasted())
            .value(&self.pasted)
            .help(self.words.sites_cells_pasted_help())
            .length_max(PASTED_CHARS_MAX)
            .error(self.errors.get("pasted"))
    }
}

#[derive(Template)]
#[template(path = "sites/cells_preview.html")]
struct PreviewPage {
    page: Page,
    words: &'static Words,
    round: RoundId,
    name: String,
    errors: FormErrors,
    changes: Vec<Shown>,
}

/// A change as the preview shows it.
struct Shown {
    offer: OfferId,
    name: String,
    before: i32,
    after: i32,
}

/// The cells of one page of the places.
pub async fn show_cells(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<RoundId>,
    Query(query): Query<ListQuery>,
) -> Answer {
    let words = crate::words(visit.lang());
    let (round, forest) = places(&app, &visit, id).await?;
    round.open_to_changes()?;
    let list = List::new(format!("/rounds/{id}/places/cells"), &query);
    let all = forest.offers().len();
    let cells = forest.offers().iter().skip(list.first()).take(List::ROWS);
    let cells = cells.map(|offer| cell(offer, offer.seats_max.to_string(), None)).collect();
    show(&CellsPage {
        page: visit.page(&app),
        words,
        round: id,
        name: round.plan().name().into(),
        cells,
        pasted: String::new(),
        errors: FormErrors::none(),
        pages: list.pages(all, |from, to, all| words.allocation_pages_of(from, to, all)),
    })
}

async fn places(app: &App, visit: &Visit, id: RoundId) -> Result<(rounds::Round, Forest), Fault> {
    app.db()
        .read(visit.actor(), async |tx| {
            let round = rounds::find(&tx, id).await?;
            let forest = actions::forest(&tx, &round).await?;
            Ok((round, forest))
        })
        .await
}

fn cell(offer: &Offer, typed: String, error: Option<String>) -> Cell {
    Cell {
        offer: offer.id,
        key: offer.outside_key.clone(),
        name: offer.shown_name().to_owned(),
        typed,
        taken: offer.taken,
        error,
    }
}

/// A whole number of seats.
fn number(typed: &str) -> Result<i32, SiteError> {
    let wrong = || SiteError::NoNumber { field: "seats", typed: typed.trim().into(), min: 0, max: SEATS_MAX };
    typed.trim().parse().ok().filter(|seats| (0..=SEATS_MAX).contains(seats)).ok_or_else(wrong)
}

/// What was typed and pasted, read: what would change, and what cannot be read.
struct Read {
    changes: Vec<SeatChange>,
    cells: Vec<Cell>,
    errors: FormErrors,
}

fn read(lang: Lang, words: &Words, forest: &Forest, form: &CellsForm) -> Read {
    let known: HashMap<OfferId, &Offer> = forest.offers().iter().map(|offer| (offer.id, offer)).collect();
    let (mut changes, mut cells, mut errors) = (vec![], vec![], FormErrors::none());
    for (id, typed) in form.offer.iter().zip(&form.seats) {
        let Some(offer) = known.get(id) else { continue };
        let read = number(typed);
        let error = read.as_ref().err().map(|problem| problem.tell(lang));
        if let Some(text) = &error {
            errors.add("", format!("{}: {text}", offer.shown_name()));
        }
        if let Some(after) = read.ok().filter(|after| *after != offer.seats_max) {
            changes.push(SeatChange { offer: *id, before: offer.seats_max, after });
        }
        cells.push(cell(offer, typed.clone(), error));
    }
    for (number, line) in (1..).zip(form.pasted.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        match pasted_line(lang, forest, line) {
            Ok(change) => {
                changes.retain(|known| known.offer != change.offer);
                changes.extend(Some(change).filter(|change| change.before != change.after));
            }
            Err(Some(text)) => errors.add("pasted", words.sites_cells_line(number, text)),
            Err(None) => errors.add("pasted", words.sites_cells_unknown(number, line.trim())),
        }
    }
    Read { changes, cells, errors }
}

/// A pasted line: the key or the name of a place first, its seats last. `Err(None)`: no such place.
fn pasted_line(lang: Lang, forest: &Forest, line: &str) -> Result<SeatChange, Option<String>> {
    let cells: Vec<&str> = line.split(['\t', ';']).map(str::trim).filter(|cell| !cell.is_empty()).collect();
    let (Some(place), Some(seats)) = (cells.first(), cells.last().filter(|_| cells.len() > 1)) else {
        return Err(None);
    };
    let mut named = forest.offers().iter().filter(|offer| offer.outside_key == *place);
    let mut called = forest.offers().iter().filter(|offer| offer.shown_name() == *place);
    let offer = named.next().or_else(|| called.next()).ok_or(None)?;
    let after = number(seats).map_err(|problem| Some(problem.tell(lang)))?;
    Ok(SeatChange { offer: offer.id, before: offer.seats_max, after })
}

/// Shows what would change. Nothing is written.
pub async fn preview(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<RoundId>,
    Form(form): Form<CellsForm>,
) -> Answer {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let (round, forest) = places(&app, &visit, id).await?;
    round.open_to_changes()?;
    let Read { changes, cells, mut errors } = read(lang, words, &forest, &form);
    if form.pasted.chars().count() > PASTED_CHARS_MAX {
        errors.add("pasted", words.sites_cells_too_long(PASTED_CHARS_MAX));
    }
    if errors.is_empty() && changes.is_empty() {
        errors.add("", words.sites_cells_none());
    }
    let name = round.plan().name().to_owned();
    if errors.is_empty() {
        return show(&preview_page(&app, &visit, id, name, &forest, &changes, FormErrors::none()));
    }
    let again = CellsPage {
        page: visit.page(&app),
        words,
        round: id,
        name,
        cells,
        pasted: form.pasted,
        errors,
        pages: Pages::default(),
    };
    show_with(StatusCode::UNPROCESSABLE_ENTITY, &again)
}

fn preview_page(
    app: &App,
    visit: &Visit,
    round: RoundId,
    name: String,
    forest: &Forest,
    changes: &[SeatChange],
    errors: FormErrors,
) -> PreviewPage {
    let shown = |change: &SeatChange| {
        let offer = forest.offer(change.offer)?;
        Some(Shown {
            offer: change.offer,
            name: offer.shown_name().to_owned(),
            before: offer.seats_max,
            after: change.after,
        })
    };
    let words = crate::words(visit.lang());
    PreviewPage {
        page: visit.page(app),
        words,
        round,
        name,
        errors,
        changes: changes.iter().filter_map(shown).collect(),
    }
}

/// Writes what was shown: all of it, or nothing.
pub async fn save(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<RoundId>,
    Form(form): Form<CellsForm>,
) -> Answer {
    let seats = form.seats.iter().map(|typed| number(typed)).collect::<Result<Vec<_>, _>>()?;
    let whole = form.offer.iter().zip(&form.before).zip(seats);
    let changes: Vec<SeatChange> =
        whole.map(|((offer, before), after)| SeatChange { offer: *offer, before: *before, after }).collect();
    let asked = &changes;
    let saved = app
        .db()
        .write(visit.actor(), async |tx| {
            let round = rounds::find(&tx, id).await?;
            actions::set_seats(&tx, &round, asked).await
        })
        .await;
    let Err(fault) = saved else { return Ok(see_other(format!("/rounds/{id}/changes"))) };
    let status = match fault.problem().map(Problem::kind) {
        Some(Kind::Conflict) => StatusCode::CONFLICT,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let errors = FormErrors::from_fault(visit.lang(), fault)?;
    let errors = errors.all().iter().fold(FormErrors::none(), |mut all, (_, text)| {
        all.add("", text.clone());
        all
    });
    let (round, forest) = places(&app, &visit, id).await?;
    let name = round.plan().name().to_owned();
    show_with(status, &preview_page(&app, &visit, id, name, &forest, &changes, errors))
}
