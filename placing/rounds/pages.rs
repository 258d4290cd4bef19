//! Rounds on the screen: the list, and what its pages share.

pub mod acts;
pub mod calendar;
pub mod changes;
pub mod charts;
pub mod mine;
pub mod overview;
pub mod rules;
pub mod setup;
mod terms;
pub mod wizard;

use askama::Template;
use axum::extract::State;
use base::{Lang, Moment, Zone};
use kit::format;
use kit::list::{List, ListQuery};
use kit::page::Page;
use kit::parts::{Empty, Tag};
use kit::table::{Action, Cell, Column, Filter, FilterOption, Row, Search, Table};
use kit::web::{Answer, App, Query, Visit, show};
use people::organisations;

use super::model::{Phase, Round};
use super::{access, actions};
use crate::participants::Counts;
use crate::{Words, participants, sites};

#[derive(Template)]
#[template(path = "rounds/list.html")]
struct ListPage {
    page: Page,
    words: &'static Words,
    /// Rounds that somebody has begun to set up: name, since when, address
    drafts: Vec<(String, String, String)>,
    table: Table,
}

/// One round of the list with what stands beside it.
struct Line {
    round: Round,
    phase: Phase,
    zone: Zone,
    counts: Counts,
    seats: i64,
}

/// Every round of the office, with phase, numbers and what comes next.
pub async fn list(State(app): State<App>, visit: Visit, Query(query): Query<ListQuery>) -> Answer {
    let (lines, now, begun) = app
        .db()
        .read(visit.actor(), async |tx| {
            let owners = access::administers(tx.actor());
            let rounds = actions::of_actor(&tx).await?;
            let counts = participants::queries::counts(&tx, &owners, None).await?;
            let seats = sites::queries::seats_by_round(&tx, &owners).await?;
            let ids: Vec<_> = owners.iter().map(|owner| owner.id()).collect();
            let places = organisations::find_many(&tx, &ids).await?;
            let zone = |round: &Round| {
                places.iter().find(|place| place.id == round.owner()).map_or(chrono_tz::UTC, |place| place.zone)
            };
            let line = |round: Round| Line {
                phase: round.phase(tx.now(), zone(&round)),
                zone: zone(&round),
                counts: counts.get(&round.id()).copied().unwrap_or_default(),
                seats: seats.get(&round.id()).copied().unwrap_or_default(),
                round,
            };
            let begun = wizard::own_drafts(&tx).await?;
            Ok((rounds.into_iter().map(line).collect::<Vec<_>>(), tx.now(), begun))
        })
        .await?;
    let words = crate::words(visit.lang());
    let table = table(visit.lang(), words, lines, &query, now);
    let drafts = begun.iter().map(|draft| wizard::draft_line(visit.lang(), draft, now)).collect();
    show(&ListPage { page: visit.page(&app), words, drafts, table })
}

fn table(lang: Lang, words: &'static Words, mut lines: Vec<Line>, query: &ListQuery, now: Moment) -> Table {
    let any = !lines.is_empty();
    let list = List::new("/rounds", query);
    let searched = format::folded(query.search());
    lines.retain(|line| {
        let plan = line.round.plan();
        let text = format::folded(&format!("{} {} {}", plan.name(), plan.course_code(), plan.course_name()));
        text.contains(&searched) && [line.phase.word(), ""].contains(&query.filter("phase"))
    });
    match query.sort() {
        "round" => lines.sort_by_cached_key(|line| format::sort_key(lang, line.round.plan().name())),
        "weeks" => lines.sort_by_key(|line| line.round.dates().weeks().from_on()),
        "students" => lines.sort_by_key(|line| line.counts.active),
        "phase" => lines.sort_by_key(|line| line.phase),
        _ => {}
    }
    if query.descending() {
        lines.reverse();
    }
    let all = lines.len();
    let shown = |number: usize| format::number(lang, i64::try_from(number).unwrap_or(i64::MAX));
    let numeric = |column: Column| Column { numeric: true, ..column };
    Table {
        words: words.shared(),
        id: "rounds".into(),
        caption: words.rounds_caption().to_string(),
        count_text: words.rounds_count(all).to_string(),
        columns: vec![
            Column { primary: true, ..list.column("round", words.rounds_column_round()) },
            list.column("phase", words.rounds_column_phase()),
            list.column("weeks", words.rounds_column_weeks()),
            numeric(list.column("students", words.rounds_column_students())),
            numeric(list.plain(words.rounds_column_places())),
            numeric(list.plain(words.rounds_column_sent())),
            list.plain(words.rounds_column_next()),
            list.plain(""),
        ],
        rows: lines.iter().skip(list.first()).take(List::ROWS).map(|line| row(lang, words, line, now)).collect(),
        filters: vec![phase_filter(words, query)],
        search: Some(Search {
            name: "q".into(),
            label: words.rounds_search().to_string(),
            value: query.search().into(),
        }),
        kept: list.kept(),
        clear_href: list.clear_href(),
        pages: list.pages(all, |from, to, all| words.rounds_pages(shown(from), shown(to), shown(all)).to_string()),
        workbook_href: None,
        export_href: None,
        form: None,
        empty: if any {
            Empty::new(words.rounds_none_found_title(), words.rounds_none_found_text())
        } else {
            Empty::new(words.rounds_empty_title(), words.rounds_empty_text()).action(words.rounds_new(), "/rounds/new")
        },
    }
}

fn row(lang: Lang, words: &'static Words, line: &Line, now: Moment) -> Row {
    let (round, plan) = (&line.round, line.round.plan());
    let number = |value: i64| Cell::Number(format::number(lang, value));
    let copy = Action {
        label: words.rounds_action_copy().to_string(),
        href: format!("/rounds/new?from={}", round.id()),
        post: false,
        hidden_context: plan.name().into(),
    };
    let cells = vec![
        Cell::Strong {
            text: plan.name().into(),
            href: Some(format!("/rounds/{}", round.id())),
            note: Some(format!("{} {}", plan.course_code(), plan.course_name())),
        },
        Cell::Tag(phase_tag(words, line.phase)),
        Cell::Text(format::weeks(lang, plan.dates().weeks())),
        number(line.counts.active),
        number(line.seats),
        number(line.counts.sent),
        Cell::Text(next(lang, words, line, now)),
        Cell::Actions(vec![copy]),
    ];
    Row { cells, selected: false }
}

/// What comes next and when, in few words.
fn next(lang: Lang, words: &'static Words, line: &Line, now: Moment) -> String {
    let dates = line.round.dates();
    let at = |moment: Moment| format::moment_near(lang, line.zone, moment, now);
    match (line.phase, line.round.state()) {
        (Phase::Setup, _) => words.rounds_next_setup(at(dates.wishes_open_at())).to_string(),
        (Phase::Waiting, _) => words.rounds_next_waiting(at(dates.wishes_open_at())).to_string(),
        (Phase::Open, _) => words.rounds_next_open(at(dates.wishes_close_at())).to_string(),
        (Phase::Closed, _) => words.rounds_next_closed(at(dates.publish_planned_at())).to_string(),
        (_, super::model::State::Publishing { publish_at, .. }) => {
            words.rounds_next_publishing(at(*publish_at)).to_string()
        }
        _ => String::new(),
    }
}

fn phase_filter(words: &'static Words, query: &ListQuery) -> Filter {
    let option = |value: &str, label: String| FilterOption {
        value: value.into(),
        label,
        selected: query.filter("phase") == value,
    };
    let phases = Phase::ALL.into_iter().map(|phase| option(phase.word(), phase_name(words, phase)));
    let options = std::iter::once(option("", words.rounds_filter_all().to_string())).chain(phases).collect();
    Filter { name: "phase".into(), label: words.rounds_filter_phase().to_string(), options }
}

/// A phase in a word or two.
pub fn phase_name(words: &'static Words, phase: Phase) -> String {
    match phase {
        Phase::Setup => words.rounds_phase_setup().to_string(),
        Phase::Waiting => words.rounds_phase_waiting().to_string(),
        Phase::Open => words.rounds_phase_open().to_string(),
        Phase::Closed => words.rounds_phase_closed().to_string(),
        Phase::Publishing => words.rounds_phase_publishing().to_string(),
        Phase::Published => words.rounds_phase_published().to_string(),
        Phase::Over => words.rounds_phase_over().to_string(),
        Phase::Cancelled => words.rounds_phase_cancelled().to_string(),
    }
}

/// A phase as a status.
pub fn phase_tag(words: &'static Words, phase: Phase) -> Tag {
    let name = phase_name(words, phase);
    match phase {
        Phase::Setup | Phase::Over => Tag::neutral(name),
        Phase::Waiting | Phase::Open => Tag::info(name),
        Phase::Closed | Phase::Publishing => Tag::warning(name),
        Phase::Published => Tag::success(name),
        Phase::Cancelled => Tag::danger(name),
    }
}
