//! Wishes that the office enters for a student: after a telephone call, or from paper.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use base::{OfferId, PersonId, RoundId};
use kit::fault::{Fault, Kind, Problem};
use kit::form::FormErrors;
use kit::format;
use kit::page::Page;
use kit::web::{Answer, App, Form, Path, Query, Visit, see_other, show, show_with};
use people::persons;
use serde::Deserialize;

use super::request_key;
use crate::Words;
use crate::participants;
use crate::rounds;
use crate::sites;
use crate::wishes::actions;
use crate::wishes::model::{Wish, WishError, WishList};

/// Empty rows below those that are filled in; saving gives more.
const ROWS_MORE: usize = 3;
/// Rows at least.
const ROWS_MIN: usize = 5;

#[derive(Template)]
#[template(path = "wishes/behalf.html")]
struct BehalfPage {
    page: Page,
    words: &'static Words,
    round: RoundId,
    name: String,
    student: String,
    student_key: String,
    errors: FormErrors,
    choices: Vec<(String, String)>,
    chosen: Vec<Chosen>,
    row_count: usize,
    is_late: bool,
    last: String,
    saved: bool,
    request_key: String,
}

/// One row of the form.
struct Row {
    number: usize,
    chosen: Chosen,
}

/// What a row is filled with.
#[derive(Clone, Default)]
struct Chosen {
    offer: String,
    /// As dear as the wish above.
    same: bool,
}

impl BehalfPage {
    fn rows(&self) -> Vec<Row> {
        let chosen = |row: usize| self.chosen.get(row).cloned().unwrap_or_default();
        (0..self.row_count).map(|row| Row { number: row + 1, chosen: chosen(row) }).collect()
    }
}

/// What the page is asked with.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct BehalfQuery {
    saved: Option<String>,
}

/// What the page sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct BehalfForm {
    request_key: String,
    offer: Vec<String>,
    /// The numbers of rows that are as dear as the wish above.
    same: Vec<String>,
}

impl BehalfForm {
    /// The rows as they were filled in.
    fn rows(&self) -> Vec<Chosen> {
        let same = |number: usize| self.same.contains(&number.to_string());
        let rows = (1..).zip(&self.offer);
        rows.map(|(number, offer)| Chosen { offer: offer.clone(), same: same(number) }).collect()
    }

    /// The wishes in the order of the rows; empty rows are left out.
    fn wishes(&self) -> Result<Vec<Wish>, WishError> {
        let mut rank = 0;
        let filled = self.rows().into_iter().filter(|row| !row.offer.is_empty());
        let wish = |row: Chosen| {
            if rank == 0 || !row.same {
                rank += 1;
            }
            let offer: OfferId = row.offer.parse().map_err(|_| WishError::NoChange)?;
            Ok(Wish { offer, rank })
        };
        filled.map(wish).collect()
    }
}

impl Chosen {
    /// The rows of a list that counts.
    fn of(list: &WishList) -> Vec<Self> {
        let mut above = 0;
        let row = |wish: &Wish| {
            let same = std::mem::replace(&mut above, wish.rank) == wish.rank;
            Self { offer: wish.offer.to_string(), same }
        };
        list.wishes().iter().map(row).collect()
    }
}

/// The student's wishes as rows to choose in.
pub async fn form(
    State(app): State<App>,
    visit: Visit,
    Path((round, student)): Path<(RoundId, PersonId)>,
    Query(query): Query<BehalfQuery>,
) -> Answer {
    let mut page = page(&app, &visit, round, student, None, FormErrors::none()).await?;
    page.saved = query.saved.is_some();
    show(&page)
}

/// Saves the rows as a version of the student's list, and tells the student.
pub async fn save(
    State(app): State<App>,
    visit: Visit,
    Path((round, student)): Path<(RoundId, PersonId)>,
    Form(form): Form<BehalfForm>,
) -> Answer {
    let lang = visit.lang();
    let saved = match form.wishes() {
        Ok(wishes) => app
            .db()
            .write(visit.actor(), async |tx| {
                actions::submit_on_behalf(&tx, round, student, &wishes, &form.request_key, lang).await
            })
            .await
            .map(drop),
        Err(error) => Err(error.into()),
    };
    let Err(fault) = saved else {
        return Ok(see_other(format!("/rounds/{round}/students/{student}/wishes?saved=yes")));
    };
    let status = match fault.problem().map(Problem::kind) {
        Some(Kind::Invalid) => StatusCode::UNPROCESSABLE_ENTITY,
        Some(Kind::Conflict) => StatusCode::CONFLICT,
        _ => return Err(fault),
    };
    let errors = FormErrors::from_fault(lang, fault)?;
    show_with(status, &page(&app, &visit, round, student, Some(form.rows()), errors).await?)
}

async fn page(
    app: &App,
    visit: &Visit,
    round: RoundId,
    student: PersonId,
    typed: Option<Vec<Chosen>>,
    errors: FormErrors,
) -> Result<BehalfPage, Fault> {
    let read = app
        .db()
        .read(visit.actor(), async |tx| {
            let round = rounds::find(&tx, round).await?;
            let part = participants::find(&tx, &round, student).await?;
            let name = persons::find(&tx, student).await?.name.to_string();
            let zone = rounds::zone_of(&tx, &round).await?;
            let last = actions::of_student(&tx, &round, student).await?;
            let offers = sites::offers_for(&tx, &round, &part.part.subject, &part.part.period).await?;
            Ok((round, part, name, zone, last, offers, tx.now()))
        })
        .await?;
    let (round, part, name, zone, last, mut offers, now) = read;
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    offers.sort_by_cached_key(|offer| format::sort_key(lang, offer.shown_name()));
    let choices = offers.iter().map(|offer| (offer.id.to_string(), offer.shown_name().to_owned())).collect();
    let counts = || last.as_ref().map(|last| Chosen::of(&last.list));
    let chosen = typed.or_else(counts).unwrap_or_default();
    let max = usize::from(round.plan().wishes_max());
    Ok(BehalfPage {
        page: visit.page(app),
        words,
        round: round.id(),
        name: round.plan().name().into(),
        student: name,
        student_key: part.part.outside_key,
        errors,
        choices,
        row_count: (chosen.len() + ROWS_MORE).max(ROWS_MIN).min(max.max(chosen.len())),
        chosen,
        is_late: round.is_late(now),
        last: last.map(|last| words.wishes_behalf_last(format::moment(lang, zone, last.at))).unwrap_or_default(),
        saved: false,
        request_key: request_key(),
    })
}
