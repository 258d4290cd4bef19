//! What every mechanism would have made of the latest run's input. For the office alone; it changes nothing.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use base::{Lang, RoundId};
use kit::fault::{Fault, NotFound};
use kit::format;
use kit::list::{List, ListQuery};
use kit::page::Page;
use kit::parts::Empty;
use kit::table::{Cell, Column, Row, Table};
use kit::web::{Answer, App, Form, NoFields, Path, Query, Visit, see_other, show};
use matching::Mechanism;

use crate::Words;
use crate::allocation::actions;
use crate::allocation::model::compare::{self, Compared, Moved};
use crate::rounds::mechanism_name;
use crate::sites;

#[derive(Template)]
#[template(path = "allocation/compare.html")]
struct ShowComparison {
    page: Page,
    words: &'static Words,
    round: RoundId,
    round_name: String,
    /// Whether there is a run to compare with
    has_run: bool,
    can_order: bool,
    /// The job that is at it
    waiting: Option<String>,
    chosen: String,
    rows: Vec<Line>,
    /// The list of those who differ from one other mechanism
    differ: Option<(String, Table)>,
}

/// One mechanism in the table.
struct Line {
    name: String,
    is_chosen: bool,
    cells: Vec<String>,
    differ: String,
    href: String,
}

/// GET /rounds/{round}/comparison
pub async fn show_comparison(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<RoundId>,
    Query(query): Query<ListQuery>,
) -> Answer {
    let (round, found, names, places) = app
        .db()
        .read(visit.actor(), async |tx| {
            let (round, owner) = actions::round_of(&tx, id).await?;
            let found = actions::comparison(&tx, owner, &round).await?;
            let names = actions::names_by_key(&tx, owner, id).await?;
            let forest = sites::forest(&tx, &round).await?;
            let offers = forest.offers().iter();
            let places: HashMap<String, String> =
                offers.map(|offer| (offer.outside_key.clone(), offer.shown_name().to_owned())).collect();
            Ok((round, found, names, places))
        })
        .await?;
    let page = visit.page(&app);
    let lang = page.language();
    let chosen = round.plan().mechanism().ok_or_else(|| NotFound::of("comparison", id))?;
    let other = Mechanism::NAMES.iter().find(|(name, _)| *name == query.filter("other")).map(|(_, other)| *other);
    let told = Telling { lang, id, chosen, names: &names, places: &places };
    let compared = found.compared.as_ref();
    show(&ShowComparison {
        words: crate::words(lang),
        round: id,
        round_name: round.plan().name().to_owned(),
        has_run: found.run.is_some(),
        can_order: found.run.is_some() && compared.is_none() && found.job.is_none(),
        waiting: found.job.map(|job| format!("/jobs/{job}")),
        chosen: mechanism_name(lang, Some(chosen)),
        rows: compared.map(|compared| told.rows(compared)).unwrap_or_default(),
        differ: compared
            .zip(other)
            .filter(|(_, other)| *other != chosen)
            .map(|(compared, other)| (mechanism_name(lang, Some(other)), told.table(&page, &query, compared, other))),
        page,
    })
}

/// POST /rounds/{round}/comparison
pub async fn order_comparison(
    State(app): State<App>,
    visit: Visit,
    Path(round): Path<RoundId>,
    Form(_): Form<NoFields>,
) -> Answer {
    let job = app.db().write(visit.actor(), async |tx| actions::order_comparison(&tx, round).await).await?;
    Ok::<_, Fault>(see_other(format!("/jobs/{job}")))
}

struct Telling<'a> {
    lang: Lang,
    id: RoundId,
    chosen: Mechanism,
    names: &'a HashMap<String, String>,
    places: &'a HashMap<String, String>,
}

impl Telling<'_> {
    fn rows(&self, compared: &Compared) -> Vec<Line> {
        let all = Mechanism::NAMES.iter().filter_map(|(name, mechanism)| {
            let row = compared.mechanisms.iter().find(|row| row.mechanism == *name)?;
            Some(self.line(compared, row, *mechanism))
        });
        all.collect()
    }

    fn line(&self, compared: &Compared, row: &compare::Row, mechanism: Mechanism) -> Line {
        let number = |count: u64| format::number(self.lang, i64::try_from(count).unwrap_or(i64::MAX));
        let dash = || String::from("–");
        let mut cells = vec![number(row.placed as u64), number(row.unplaced as u64)];
        cells.extend(row.profile().map(|count| number(count.into())));
        cells.push(number(row.cost));
        cells.push(row.worst_rank.map_or_else(dash, |rank| rank.to_string()));
        cells.push(row.travel_tenths().map_or_else(dash, |tenths| {
            let mark = if self.lang == Lang::En { '.' } else { ',' };
            format!("{}{mark}{}", tenths / 10, tenths % 10)
        }));
        Line {
            name: mechanism_name(self.lang, Some(mechanism)),
            is_chosen: mechanism == self.chosen,
            cells,
            differ: number(compared.between(self.chosen, mechanism).len() as u64),
            href: format!("/rounds/{}/comparison?other={}", self.id, mechanism.name()),
        }
    }

    fn table(&self, page: &Page, query: &ListQuery, compared: &Compared, other: Mechanism) -> Table {
        let words = crate::words(self.lang);
        let moved = compared.between(self.chosen, other);
        let list = List::new(format!("/rounds/{}/comparison", self.id), query);
        let columns = vec![
            Column { primary: true, ..list.plain(words.allocation_column_student()) },
            list.plain(mechanism_name(self.lang, Some(self.chosen))),
            list.plain(mechanism_name(self.lang, Some(other))),
        ];
        Table {
            words: page.words,
            id: "differ".into(),
            caption: words.allocation_compare_differ(mechanism_name(self.lang, Some(other))).to_string(),
            count_text: words.allocation_table_count(moved.len()).to_string(),
            columns,
            rows: moved.iter().skip(list.first()).take(List::ROWS).map(|one| self.row(one)).collect(),
            filters: vec![],
            search: None,
            kept: list.kept(),
            clear_href: None,
            pages: list.pages(moved.len(), |from, to, all| words.allocation_pages_of(from, to, all).to_string()),
            workbook_href: None,
            export_href: None,
            form: None,
            empty: Empty::new(words.allocation_compare_nobody(), ""),
        }
    }

    fn row(&self, moved: &Moved<'_>) -> Row {
        let key = &moved.student.student_id;
        let name = self.names.get(key).cloned().unwrap_or_else(|| key.clone());
        let note = Some(key.clone()).filter(|key| *key != name);
        Row {
            cells: vec![
                Cell::Strong { text: name, href: None, note },
                Cell::Text(self.got(&moved.one)),
                Cell::Text(self.got(&moved.other)),
            ],
            selected: false,
        }
    }

    fn got(&self, (place, rank): &(Option<String>, Option<u16>)) -> String {
        let words = crate::words(self.lang);
        let Some(key) = place else { return words.allocation_compare_no_place().to_string() };
        let name = self.places.get(key).unwrap_or(key);
        match rank {
            Some(rank) => words.allocation_compare_place(name, *rank).to_string(),
            None => name.clone(),
        }
    }
}
