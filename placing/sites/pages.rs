//! A round's places: the tree as a table, and the forms to add and change.

pub mod cells;
pub mod forms;

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use base::{Lang, OrganisationId, RoundId};
use kit::format;
use kit::list::{List, ListQuery};
use kit::page::Page;
use kit::parts::{Alert, Empty, Tone};
use kit::table::{Action, Cell, Column, Filter, FilterOption, Row, Search, Table};
use kit::web::{Answer, App, Path, Query, Visit, show};
use people::organisations;
use people::views::{self, Dressed};

use super::actions;
use super::model::{Forest, Line, Node};
use crate::{Words, rounds};

#[derive(Template)]
#[template(path = "sites/places.html")]
struct PlacesPage {
    page: Page,
    words: &'static Words,
    round: RoundId,
    name: String,
    lead: String,
    settled: Option<Alert>,
    table: Dressed,
}

/// Everything the table needs.
struct Seen<'a> {
    round: RoundId,
    forest: &'a Forest,
    hosts: &'a HashMap<OrganisationId, String>,
    open: bool,
}

/// The tree of a round with capacities, places and who is bound to them.
pub async fn show_places(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<RoundId>,
    Query(query): Query<ListQuery>,
) -> Answer {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let asked = &query;
    let (round, forest, hosts, looks) = app
        .db()
        .read(visit.actor(), async |tx| {
            let round = rounds::find(&tx, id).await?;
            let forest = actions::forest(&tx, &round).await?;
            let mut hosts: Vec<_> = forest.nodes().iter().filter_map(|node| node.host).collect();
            hosts.sort();
            hosts.dedup();
            let hosts = organisations::find_many(&tx, &hosts).await?;
            let hosts = hosts.into_iter().map(|host| (host.id, host.name)).collect::<HashMap<_, _>>();
            Ok((round, forest, hosts, views::looks(&tx, "places", asked).await?))
        })
        .await?;
    let open = round.open_to_changes().is_ok();
    let taken: i64 = forest.offers().iter().map(|offer| i64::from(offer.taken)).sum();
    let settled = || Alert::new(Tone::Info, words.sites_settled(), words.sites_settled_text());
    show(&PlacesPage {
        page: visit.page(&app),
        words,
        round: id,
        name: round.plan().name().into(),
        lead: words
            .sites_lead(format::number(lang, forest.seats()), forest.offers().len(), format::number(lang, taken))
            .to_string(),
        settled: (!open).then(settled),
        table: {
            let table = table(lang, words, &Seen { round: id, forest: &forest, hosts: &hosts, open }, &query);
            looks.dress(lang, &format!("/rounds/{id}/places"), &query, table, None)
        },
    })
}

fn table(lang: Lang, words: &'static Words, seen: &Seen<'_>, query: &ListQuery) -> Table {
    let path = format!("/rounds/{}/places", seen.round);
    let list = List::new(path.as_str(), query);
    let lines = seen.forest.lines();
    let any = !lines.is_empty();
    let searched = format::folded(query.search());
    let wanted: Vec<&Line<'_>> = lines
        .iter()
        .filter(|line| shows(seen, line, query.filter("show")))
        .filter(|line| searched.is_empty() || format::folded(&searchable(line)).contains(&searched))
        .collect();
    let all = wanted.len();
    let shown = |number: usize| format::number(lang, i64::try_from(number).unwrap_or(i64::MAX));
    let numeric = |key: &str, label: String| Column { numeric: true, ..list.named(key, label) };
    let mut columns = vec![
        Column { primary: true, ..list.plain(words.sites_list_place()) },
        list.named("kind", words.sites_list_kind()),
        numeric("seats", words.sites_list_seats().to_string()),
        numeric("taken", words.sites_list_taken().to_string()),
        list.named("host", words.sites_list_host()),
    ];
    if seen.open {
        columns.push(list.plain(""));
    }
    Table {
        words: words.shared(),
        id: "places".into(),
        caption: words.sites_caption().to_string(),
        count_text: words.sites_count(all).to_string(),
        columns,
        rows: wanted.iter().skip(list.first()).take(List::ROWS).map(|line| row(lang, words, seen, line)).collect(),
        filters: vec![filter(words, query)],
        search: any.then(|| Search {
            name: "q".into(),
            label: words.sites_search().to_string(),
            value: query.search().into(),
        }),
        kept: list.kept(),
        clear_href: list.clear_href(),
        pages: list.pages(all, |from, to, all| words.sites_pages(shown(from), shown(to), shown(all)).to_string()),
        workbook_href: None,
        export_href: None,
        form: None,
        empty: match any {
            true => Empty::new(words.sites_none_title(), words.sites_none_text()),
            false => Empty::new(words.sites_empty_title(), words.sites_empty_text()),
        },
    }
}

fn shows(seen: &Seen<'_>, line: &Line<'_>, filter: &str) -> bool {
    match (filter, line) {
        ("nodes", Line::Node(..)) | ("offers", Line::Offer(..)) => true,
        ("hostless", Line::Offer(offer, _)) => seen.forest.host_of(offer.node).is_none(),
        ("full", Line::Node(node, _)) => node.seats_max.is_some_and(|max| node.taken >= max),
        ("full", Line::Offer(offer, _)) => offer.taken >= offer.seats_max,
        ("nodes" | "offers" | "hostless", _) => false,
        _ => true,
    }
}

fn searchable(line: &Line<'_>) -> String {
    match line {
        Line::Node(node, _) => format!("{} {}", node.name, node.outside_key),
        Line::Offer(offer, _) => {
            format!("{} {} {} {}", offer.name, offer.outside_key, offer.subject, offer.municipality)
        }
    }
}

fn row(lang: Lang, words: &'static Words, seen: &Seen<'_>, line: &Line<'_>) -> Row {
    let number = |value: i32| Cell::Number(format::number(lang, value));
    let host = |node| match seen.forest.host_of(node) {
        Some((host, _)) => seen.hosts.get(&host).cloned().unwrap_or_default(),
        None => words.sites_no_host().to_string(),
    };
    let (name, href, note, mut cells) = match line {
        Line::Node(node, _) => {
            let above = node.parent.map(|parent| way_to(seen.forest, parent));
            let most = match node.seats_max {
                Some(max) => number(max),
                None => Cell::Number(words.sites_no_limit().to_string()),
            };
            let cells = vec![Cell::Text(level(words, node)), most, number(node.taken), Cell::Text(host(node.id))];
            (node.shown_name(), format!("nodes/{}", node.id), above, cells)
        }
        Line::Offer(offer, _) => {
            let kind = words.sites_kind_offer(offer.subject.as_str()).to_string();
            let cells =
                vec![Cell::Text(kind), number(offer.seats_max), number(offer.taken), Cell::Text(host(offer.node))];
            (offer.shown_name(), format!("offers/{}", offer.id), Some(way_to(seen.forest, offer.node)), cells)
        }
    };
    let href = format!("/rounds/{}/places/{href}", seen.round);
    cells.insert(0, Cell::Strong { text: name.into(), href: None, note });
    if seen.open {
        let change = Action { label: words.sites_change().to_string(), href, post: false, hidden_context: name.into() };
        cells.push(Cell::Actions(vec![change]));
    }
    Row { cells, selected: false }
}

/// The names above, from the root down.
fn way_to(forest: &Forest, node: base::NodeId) -> String {
    let mut way: Vec<&str> = forest.upwards(node).map(Node::shown_name).collect();
    way.reverse();
    way.join(" › ")
}

/// A level in the reader's words; other words of the file stand as they are.
fn level(words: &'static Words, node: &Node) -> String {
    match node.level.as_str() {
        "region" => words.sites_level_region().to_string(),
        "host" => words.sites_level_host().to_string(),
        "site" => words.sites_level_site().to_string(),
        "ward" => words.sites_level_ward().to_string(),
        other => other.into(),
    }
}

fn filter(words: &'static Words, query: &ListQuery) -> Filter {
    let option = |value: &str, label: String| FilterOption {
        value: value.into(),
        label,
        selected: query.filter("show") == value,
    };
    Filter {
        name: "show".into(),
        label: words.sites_filter_show().to_string(),
        options: vec![
            option("", words.sites_filter_all().to_string()),
            option("nodes", words.sites_filter_nodes().to_string()),
            option("offers", words.sites_filter_offers().to_string()),
            option("hostless", words.sites_filter_hostless().to_string()),
            option("full", words.sites_filter_full().to_string()),
        ],
    }
}
