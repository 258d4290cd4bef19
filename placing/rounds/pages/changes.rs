//! Recent changes of a round: what was done, by whom, and how to take it back.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use base::{Lang, Moment, PersonId, RoundId, Zone};
use kit::format;
use kit::journal::Entry;
use kit::list::{List, ListQuery};
use kit::page::Page;
use kit::parts::Empty;
use kit::table::{Action, Cell, Column, Row, Table};
use kit::web::{Answer, App, Path, Query, Visit, show};
use people::imports::{self, Home, Import};
use people::persons::{self, PersonName};

use super::overview::told;
use crate::participants::{self, Participant};
use crate::rounds::{Round, access, actions};
use crate::{Words, allocation};

#[derive(Template)]
#[template(path = "rounds/changes.html")]
struct ChangesPage {
    page: Page,
    words: &'static Words,
    round: RoundId,
    name: String,
    table: Table,
}

/// What the page needs.
struct Seen {
    round: Round,
    zone: Zone,
    now: Moment,
    entries: Vec<Entry>,
    names: HashMap<PersonId, PersonName>,
    /// Those whom an entry names, as they stand now
    parts: HashMap<PersonId, Participant>,
    by_hand: Vec<PersonId>,
    /// Imports that can be taken back, as far as the round takes changes
    imports: Vec<Import>,
}

/// What was changed in a round, the latest first.
pub async fn show_changes(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<RoundId>,
    Query(query): Query<ListQuery>,
) -> Answer {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let path = format!("/rounds/{id}/changes");
    let list = List::new(path, &query);
    let first = list.first();
    let (seen, count) = app
        .db()
        .read(visit.actor(), async |tx| {
            let round = actions::find(&tx, id).await?;
            let owner = access::may_administer(tx.actor(), round.owner())?;
            let all = actions::changes(&tx, &round).await?;
            let count = all.len();
            let entries: Vec<Entry> = all.into_iter().skip(first).take(List::ROWS).collect();
            let about: Vec<PersonId> = entries.iter().filter_map(person_of).collect();
            let people: Vec<PersonId> =
                entries.iter().filter_map(|entry| entry.person).chain(about.iter().copied()).collect();
            let parts = participants::find_many(&tx, &round, &about).await?;
            let seen = Seen {
                zone: actions::zone_of(&tx, &round).await?,
                now: tx.now(),
                names: persons::names(&tx, &people).await?,
                parts: parts.into_iter().map(|part| (part.person, part)).collect(),
                by_hand: allocation::placed_by_hand(&tx, owner, &round).await?,
                imports: imports::standing(&tx, round.owner(), Home::Round, id.0).await?,
                entries,
                round,
            };
            Ok((seen, count))
        })
        .await?;
    let table = table(lang, words, &list, &seen, count);
    show(&ChangesPage { page: visit.page(&app), words, round: id, name: seen.round.plan().name().into(), table })
}

/// The person whom an entry is about.
fn person_of(entry: &Entry) -> Option<PersonId> {
    entry.facts.get("person")?.as_str()?.parse().ok()
}

fn table(lang: Lang, words: &'static Words, list: &List<'_>, seen: &Seen, count: usize) -> Table {
    Table {
        words: words.shared(),
        id: "changes".into(),
        caption: words.rounds_changes(),
        count_text: words.rounds_changes_count(count),
        columns: vec![
            Column { primary: true, ..list.plain(words.rounds_changes_what()) },
            list.plain(words.rounds_changes_when()),
            list.plain(words.rounds_changes_who()),
            list.plain(""),
        ],
        rows: seen.entries.iter().filter_map(|entry| row(lang, words, seen, entry)).collect(),
        filters: vec![],
        search: None,
        kept: vec![],
        clear_href: None,
        pages: list.pages(count, |from, to, all| words.allocation_pages_of(from, to, all)),
        workbook_href: None,
        export_href: None,
        form: None,
        empty: Empty::new(words.rounds_changes_none(), words.rounds_changes_none_text()),
    }
}

fn row(lang: Lang, words: &'static Words, seen: &Seen, entry: &Entry) -> Option<Row> {
    let about = person_of(entry).and_then(|person| seen.names.get(&person)).map(ToString::to_string);
    let what = match entry.kind.as_str() {
        "placed-by-hand" => words.rounds_did_placed_by_hand(),
        "released-by-hand" => words.rounds_did_released_by_hand(),
        "second-look-asked" => words.rounds_did_second_look_asked(),
        "second-look-given" => words.rounds_did_second_look_given(),
        "second-look-refused" => words.rounds_did_second_look_refused(),
        "second-look-withdrawn" => words.rounds_did_second_look_withdrawn(),
        _ => told(words, entry)?,
    };
    let who = entry.person.and_then(|person| seen.names.get(&person)).map(ToString::to_string);
    let context = about.clone().unwrap_or_else(|| what.clone());
    Some(Row {
        cells: vec![
            Cell::Strong { text: what, href: None, note: about },
            Cell::Text(format::moment_near(lang, seen.zone, entry.at, seen.now)),
            Cell::Text(who.unwrap_or_else(|| words.rounds_changes_portal())),
            Cell::Actions(undo(words, seen, entry, context).into_iter().collect()),
        ],
        selected: false,
    })
}

/// The way to take a change back, while it still holds and the round takes changes.
fn undo(words: &'static Words, seen: &Seen, entry: &Entry, hidden_context: String) -> Option<Action> {
    seen.round.open_to_changes().ok()?;
    let round = seen.round.id();
    let to = |label: String, href: String, post: bool| Some(Action { label, href, post, hidden_context });
    let person = person_of(entry);
    match entry.kind.as_str() {
        "student-withdrawn" => {
            let person = person.filter(|person| seen.parts.get(person).is_some_and(|part| !part.is_active()))?;
            to(words.rounds_changes_undo(), format!("/rounds/{round}/students/{person}/readmission"), true)
        }
        "placed-by-hand" => {
            let person = person.filter(|person| seen.by_hand.contains(person))?;
            to(words.rounds_changes_undo(), format!("/rounds/{round}/students/{person}/placement"), false)
        }
        "nodes-imported" | "offers-imported" | "students-imported" => {
            let import = import_of(seen, entry)?;
            to(words.rounds_changes_undo(), format!("/imports/{}/undo", import.id), false)
        }
        _ => None,
    }
}

/// The import that an entry tells of, while it can be taken back: both were written in one go, so their moments are one.
fn import_of<'a>(seen: &'a Seen, entry: &Entry) -> Option<&'a Import> {
    seen.round.open_to_planning().ok()?;
    let kind = match entry.kind.as_str() {
        "nodes-imported" => "tree",
        "offers-imported" => "offers",
        _ => "students",
    };
    seen.imports.iter().find(|import| import.kind == kind && import.done_at == Some(entry.at))
}
