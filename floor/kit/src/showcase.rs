//! Every part on one page, in every language and colour scheme: to look at, and to see that each renders.

use std::path::Path;

use askama::Template;
use base::Lang;

use crate::fields::Choice;
use crate::figures::{Bar, BarKind, BarsView, QueueView};
use crate::form::FormErrors;
use crate::page::{Me, NavItem, Page};
use crate::parts::{Alert, Empty, Figures, Icon, Progress, Reached, Receipt, Step, Steps, Tag, Timeline, Tone};
use crate::table::{Action, Cell, Column, Filter, FilterOption, PageLink, Pages, Row, Search, Sorted, Table};
use crate::words::Words;

#[derive(Template)]
#[template(path = "pages/showcase.html")]
struct Showcase {
    page: Page,
    errors: FormErrors,
    steps: Steps,
    timeline: Timeline,
    figures: Figures,
    table: Table,
    nobody: Table,
    queue: crate::figures::Queue,
    long_queue: crate::figures::Queue,
    bars: crate::figures::Bars,
    receipt: Receipt,
    progress: Progress,
}

fn page(lang: Lang, scheme: &'static str) -> Page {
    let mut page = Page {
        words: crate::words(lang),
        tenant: "Høgskolen Mjøs".to_owned(),
        nav: ["Oversikt", "Runder", "Steder"].map(|label| NavItem::new(format!("/{label}"), label)).into(),
        footer: vec![NavItem::new("/was", "WAS")],
        me: Some(Me::new("Jonas", "Berg", "Høgskolen Mjøs")),
        can_search: true,
        can_choose: true,
        practice: None,
        demo: true,
        support_until: None,
        scheme,
        search_key: true,
        path: "/Runder".to_owned(),
        query: String::new(),
        lang,
    };
    page.mark_current();
    page
}

fn stair() -> Steps {
    let step = |title: &str, note: &str, reached| Step::new(title, note, reached);
    Steps {
        label: "Faser i runden".to_owned(),
        steps: vec![
            step("Oppsett", "ferdig 9. mars", Reached::Done).to("/x"),
            step("Studenter", "ferdig 28. august", Reached::Done),
            step("Ønsker", "frist onsdag 23. september kl. 15.00", Reached::Now),
            step("Fordeling", "24.–26. september", Reached::Later),
            step("Publisering", "mandag 28. september", Reached::Later),
        ],
    }
}

fn students(words: &'static Words, rows: Vec<Row>) -> Table {
    let column = |key: &str, label: &str, numeric: bool, primary: bool, sorted: Option<Sorted>| Column {
        key: key.to_owned(),
        label: label.to_owned(),
        sort_href: Some(format!("?sort={key}")),
        sorted,
        numeric,
        primary,
    };
    Table {
        words,
        id: format!("students-{}", rows.len()),
        caption: if rows.is_empty() { "Ingen" } else { "Studenter" }.to_owned(),
        count_text: "412 studenter, etter navn".to_owned(),
        columns: vec![
            Column { label: String::new(), ..Column::default() },
            column("name", "Navn", false, true, Some(Sorted::Ascending)),
            column("number", "Nr.", true, false, None),
            column("place", "Sted", false, false, None),
            Column { label: "Status".to_owned(), ..Column::default() },
            Column::default(),
        ],
        rows,
        filters: vec![Filter {
            name: "state".to_owned(),
            label: "Status".to_owned(),
            options: vec![FilterOption { value: String::new(), label: words.table_all(), selected: true }],
        }],
        search: Some(Search { name: "q".to_owned(), label: "Finn student".to_owned(), value: "<b>".to_owned() }),
        kept: vec![("sort".to_owned(), "name".to_owned())],
        clear_href: Some("/Runder".to_owned()),
        pages: Pages {
            text: "1–50 av 412".to_owned(),
            previous: None,
            next: Some("?page=2".to_owned()),
            links: vec![PageLink::Current(1), PageLink::Other(2, "?page=2".to_owned()), PageLink::Gap],
        },
        workbook_href: Some("?export=xlsx".to_owned()),
        export_href: Some("?export=csv".to_owned()),
        form: Some("bulk".to_owned()),
        empty: Empty::new("Ingen studenter ennå", "De står her når de er importert.").action("Importer", "/import"),
    }
}

fn row(name: &str, tag: Tag, selected: bool) -> Row {
    let check =
        Cell::Check { name: "student".to_owned(), value: "1".to_owned(), label: name.to_owned(), checked: selected };
    let action = |label: &str, post| Action {
        label: label.to_owned(),
        href: "/x".to_owned(),
        post,
        hidden_context: name.to_owned(),
    };
    Row {
        cells: vec![
            check,
            Cell::Strong { text: name.to_owned(), href: Some("/x".to_owned()), note: Some("GLU 5–10".to_owned()) },
            Cell::Number("61".to_owned()),
            Cell::Text("Hamar katedralskole <script>".to_owned()),
            Cell::Tag(tag),
            Cell::Actions(vec![action("Flytt", false), action("Lås", true)]),
        ],
        selected,
    }
}

fn queue(seated: u32, waiting: u32, own: u32) -> crate::figures::Queue {
    let numbers = |range: std::ops::Range<u32>| range.map(|number| (number * 7).to_string()).collect::<Vec<_>>();
    QueueView {
        seated: numbers(1..seated + 1),
        turned_away: numbers(seated + 1..seated + waiting + 1),
        own: Some((own * 7).to_string()),
        label: "Ni studenter ønsket Lillehammer ungdomsskole.".to_owned(),
        above: "9 ønsket den, etter nummer i trekningen".to_owned(),
        seats: format!("{seated} plasser"),
        full: "Fullt etter nummer 28".to_owned(),
        you: "Du".to_owned(),
    }
    .draw()
}

fn bars(words: &'static Words) -> crate::figures::Bars {
    let bar = |label: &str, count: u64, kind| Bar { label: label.to_owned(), count, text: count.to_string(), kind };
    BarsView {
        label: "71 av 100 fikk første ønske".to_owned(),
        caption: "Stiplet er uten plass.".to_owned(),
        headings: ("Ønske".to_owned(), "Studenter".to_owned()),
        bars: vec![
            bar("1. ønske", 71, BarKind::Full),
            bar("2. ønske", 20, BarKind::Full),
            bar("3. ønske", 5, BarKind::Full),
            bar("Uten plass", 4, BarKind::Missing),
        ],
    }
    .draw(words)
}

fn showcase(lang: Lang, scheme: &'static str) -> Showcase {
    let words = crate::words(lang);
    let mut errors = FormErrors::none();
    errors.add("name", words.form_required());
    errors.add("", "Runden er stengt");
    let rows = vec![
        row("Berge, Nora", Tag::success("Plassert"), false),
        row("Holm, Filip", Tag::new(Tone::Primary, "Låst").icon(Icon::Lock), true),
        row("Vik, Tuva", Tag::danger("Uten plass"), false),
    ];
    let timeline = Timeline(stair().steps);
    Showcase {
        page: page(lang, scheme),
        errors,
        steps: stair(),
        timeline: timeline.clone(),
        figures: Figures::default()
            .with("Studenter", 100, "2 nye siden fredag")
            .with("Avtalte plasser", 104, "24 steder")
            .with_worry("Uten ønsker", 14, "9 har åpnet siden"),
        table: students(words, rows),
        nobody: students(words, Vec::new()),
        queue: queue(4, 5, 6),
        long_queue: queue(30, 31, 45),
        bars: bars(words),
        receipt: Receipt {
            heading: "Takk. Ønskene dine er sendt.".to_owned(),
            lead: "Du kan endre dem til onsdag 23. september kl. 15.00.".to_owned(),
            facts: vec![
                ("Sendt".to_owned(), "i dag kl. 10.42".to_owned()),
                ("Referanse".to_owned(), "ab-12".to_owned()),
            ],
            next_heading: "Hva skjer nå?".to_owned(),
            next: timeline,
        },
        progress: Progress {
            tag: Tag::info(words.jobs_running()),
            step: "Fordeler 928 studenter".to_owned(),
            done: 464,
            total: 928,
            note: words.jobs_of(464, 928),
        },
    }
}

/// Written to the build folder too, so that a designer can open it beside the bundle.
#[test]
fn every_part_renders_in_every_language_and_escapes_what_it_shows() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/showcase");
    std::fs::create_dir_all(&folder).expect("a folder for the pages");
    for lang in Lang::ALL {
        for scheme in ["light", "dark"] {
            let html = showcase(lang, scheme).render().expect("a page");
            assert!(html.contains("Hamar katedralskole &#60;script&#62;"), "cells are escaped");
            assert!(!html.contains(" style="), "the content policy refuses inline styles");
            assert!(!html.contains("&lt;svg"), "a part was escaped twice");
            std::fs::write(folder.join(format!("{}-{scheme}.html", lang.tag())), html).expect("a page on disk");
        }
    }
}
