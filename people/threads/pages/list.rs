//! All of one's threads.

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use base::{Lang, Moment, OrganisationId, PersonId, Zone};
use kit::db::Tx;
use kit::fault::Fault;
use kit::format;
use kit::list::{List, ListQuery};
use kit::page::Page;
use kit::parts::{Empty, Icon, Tag, Tone};
use kit::table::{Cell, Column, Filter, FilterOption, Row, Search, Table};
use kit::web::{Answer, App, Query, Visit, show};

use super::super::actions::{self, Line};
use super::super::model::{Side, Thread};
use super::super::queries::Narrowing;
use crate::overview::Task;
use crate::{Words, organisations, persons};

#[derive(Template)]
#[template(path = "threads/list.html")]
struct ThreadsPage {
    page: Page,
    words: &'static Words,
    table: Table,
}

/// What is new to the actor, for the overview.
/// # Errors
/// What the database answers.
pub async fn tasks(tx: &Tx, lang: Lang) -> Result<Vec<Task>, Fault> {
    let words = crate::words(lang);
    let count = actions::count_unread(tx).await?;
    let task = |count: u64| Task {
        title: words.threads_task(count),
        text: String::new(),
        due_at: None,
        due: String::new(),
        action: words.threads_task_do(),
        href: "/messages?state=unread".into(),
        icon: Icon::Mail,
        tone: Tone::Info,
    };
    Ok((count > 0).then(|| task(count)).into_iter().collect())
}

/// What the list needs besides its lines.
struct Named {
    persons: HashMap<PersonId, String>,
    organisations: HashMap<OrganisationId, (String, Zone)>,
    now: Moment,
}

/// Every thread in which one has a part, the latest entry first.
pub async fn show_threads(State(app): State<App>, visit: Visit, Query(query): Query<ListQuery>) -> Answer {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let list = List::new("/messages", &query);
    let narrowing = Narrowing {
        subject: query.filter("about").parse().ok(),
        unread: query.filter("state") == "unread",
        found: query.search().to_owned(),
    };
    let (first, narrowing) = (list.first(), &narrowing);
    let (lines, count, named) = app
        .db()
        .read(visit.actor(), async |tx| {
            let (lines, count) = actions::list(&tx, narrowing, first, List::ROWS).await?;
            let named = named(&tx, &lines).await?;
            Ok((lines, count, named))
        })
        .await?;
    let table = table(lang, words, &list, &query, (&lines, count), &named);
    show(&ThreadsPage { page: visit.page(&app), words, table })
}

async fn named(tx: &Tx, lines: &[Line]) -> Result<Named, Fault> {
    let mut parties: Vec<OrganisationId> = lines
        .iter()
        .flat_map(|line| [Some(line.thread.office), line.thread.host.map(|host| host.0)])
        .flatten()
        .collect();
    parties.sort();
    parties.dedup();
    let mut people: Vec<PersonId> = lines.iter().filter_map(|line| line.thread.person).collect();
    people.sort();
    people.dedup();
    let organisations = organisations::find_many(tx, &parties).await?;
    let names = persons::names(tx, &people).await?;
    Ok(Named {
        persons: names.into_iter().map(|(id, name)| (id, name.to_string())).collect(),
        organisations: organisations.into_iter().map(|one| (one.id, (one.name, one.zone))).collect(),
        now: tx.now(),
    })
}

/// Everybody on the other sides.
fn others(named: &Named, thread: &Thread, side: Side) -> String {
    let organisation = |id| named.organisations.get(&id).map(|(name, _)| name.clone());
    let office = (side != Side::Office).then(|| organisation(thread.office)).flatten();
    let host = thread.host.filter(|_| side != Side::Host).and_then(|(host, _)| organisation(host));
    let student =
        thread.person.filter(|_| side != Side::Student).and_then(|person| named.persons.get(&person).cloned());
    [student, host, office].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn table(
    lang: Lang,
    words: &'static Words,
    list: &List<'_>,
    query: &ListQuery,
    (lines, count): (&[Line], usize),
    named: &Named,
) -> Table {
    let head = |label: String| list.plain(label);
    Table {
        words: kit::words(lang),
        id: "threads".into(),
        caption: words.threads_title(),
        count_text: words.threads_count(count),
        columns: vec![
            Column { primary: true, ..head(words.threads_about()) },
            head(words.threads_with()),
            head(words.threads_last()),
            head(words.threads_state()),
        ],
        rows: lines.iter().map(|line| row(lang, words, named, line)).collect(),
        filters: vec![state_filter(words, query)],
        search: Some(Search { name: "q".into(), label: words.threads_find(), value: query.search().into() }),
        kept: [("about", query.filter("about"))]
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect(),
        clear_href: list.clear_href(),
        pages: list.pages(count, |from, to, all| words.notices_pages(from, to, all)),
        workbook_href: None,
        export_href: None,
        form: None,
        empty: match list.clear_href() {
            Some(href) => Empty::new(words.threads_none_found(), words.threads_none_found_text())
                .action(words.threads_show_all(), href),
            None => Empty::new(words.threads_none(), words.threads_none_text()),
        },
    }
}

fn row(lang: Lang, words: &'static Words, named: &Named, line: &Line) -> Row {
    let zone = named.organisations.get(&line.thread.office).map_or(chrono_tz::UTC, |(_, zone)| *zone);
    let last = line.last.as_ref();
    let state = match last {
        _ if line.unread => Tag::info(words.threads_new()),
        Some(last) if last.side != line.side => Tag::warning(words.threads_awaits_you()),
        _ => Tag::neutral(words.threads_awaits_others()),
    };
    Row {
        cells: vec![
            Cell::Strong {
                text: line.thread.about.clone(),
                href: Some(format!("/threads/{}", line.thread.id)),
                note: last.map(|last| last.excerpt()).filter(|text| !text.is_empty()),
            },
            Cell::Text(others(named, &line.thread, line.side)),
            Cell::Text(last.map(|last| format::moment_near(lang, zone, last.at, named.now)).unwrap_or_default()),
            Cell::Tag(state),
        ],
        selected: line.unread,
    }
}

fn state_filter(words: &'static Words, query: &ListQuery) -> Filter {
    let chosen = query.filter("state");
    let option = |value: &str, label: String| FilterOption { value: value.into(), label, selected: chosen == value };
    Filter {
        name: "state".into(),
        label: words.threads_state(),
        options: vec![option("", words.threads_state_all()), option("unread", words.threads_state_unread())],
    }
}
