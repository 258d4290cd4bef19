//! Who comes to the host: by week, on screen, on paper and as a file.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use askama::Template;
use axum::extract::State;
use base::{Date, Lang, OrganisationId, Weeks};
use chrono::Days;
use kit::db::Tx;
use kit::fault::Fault;
use kit::format;
use kit::list::{List, ListQuery};
use kit::page::Page;
use kit::parts::Empty;
use kit::table::{Action, Cell, Column, Filter, FilterOption, Row, Search, Table};
use kit::table_out::{Format, TableOut};
use kit::web::{Answer, App, Query, Visit, show};
use people::looks;
use people::organisations;
use people::views::{self, Dressed};

use crate::Words;
use crate::placements::model::SeenByHost;
use crate::placements::{access, queries};

/// Students are listed until so long after their last day.
const SHOWN_AFTER: Days = Days::new(30);

#[derive(Template)]
#[template(path = "placements/host.html")]
struct ShowStudents {
    page: Page,
    words: &'static Words,
    printed: String,
    weeks: Vec<(String, String)>,
    table: Dressed,
}

struct Coming {
    today: Date,
    students: Vec<SeenByHost>,
    institutions: HashMap<OrganisationId, String>,
}

async fn coming(tx: &Tx) -> Result<Coming, Fault> {
    let mut students = vec![];
    let mut today = tx.now().date_naive();
    for host in access::receives(tx.actor()) {
        let zone = organisations::find(tx, host.id()).await?.zone;
        today = format::local_date(zone, tx.now());
        students.extend(queries::seen_by_host(tx, &host, today - SHOWN_AFTER).await?);
    }
    students.dedup();
    let mut ids: Vec<OrganisationId> = students.iter().map(|student| student.institution).collect();
    ids.sort();
    ids.dedup();
    let found = organisations::find_many(tx, &ids).await?;
    let institutions = found.into_iter().map(|one| (one.id, one.name)).collect();
    Ok(Coming { today, students, institutions })
}

/// GET /host/students
pub async fn show_students(State(app): State<App>, visit: Visit, Query(query): Query<ListQuery>) -> Answer {
    let page = visit.page(&app);
    let asked = &query;
    let look = async |tx: Tx| Ok((coming(&tx).await?, views::looks(&tx, "host-students", asked).await?));
    let (coming, looks) = app.db().read(visit.actor(), look).await?;
    let words = crate::words(page.language());
    let xlsx =
        (!coming.students.is_empty()).then(|| List::new("/host/students", &query).href_of("/host/students.xlsx"));
    let printed = format::day_with_year(page.language(), coming.today);
    let shown = ShowStudents {
        printed: words.placements_host_printed(printed).to_string(),
        weeks: by_weeks(page.language(), &coming),
        table: looks.dress(page.language(), "/host/students", &query, table(&page, words, &coming, &query), xlsx),
        words,
        page,
    };
    show(&shown)
}

/// How many come in which weeks, at a glance.
fn by_weeks(lang: Lang, coming: &Coming) -> Vec<(String, String)> {
    let mut counts: BTreeMap<(Date, Date), usize> = BTreeMap::new();
    for student in &coming.students {
        *counts.entry((student.from_on, student.until_on)).or_default() += 1;
    }
    let words = crate::words(lang);
    let line = |((from_on, until_on), count): ((Date, Date), usize)| {
        (weeks_of(lang, from_on, until_on), words.allocation_table_count(count).to_string())
    };
    counts.into_iter().map(line).collect()
}

fn weeks_of(lang: Lang, from_on: Date, until_on: Date) -> String {
    format::weeks(lang, Weeks::around(from_on, until_on))
}

/// The students that the query asks for, in its order.
fn asked<'a>(lang: Lang, coming: &'a Coming, query: &ListQuery) -> Vec<&'a SeenByHost> {
    let sought = format::folded(query.search());
    let place = query.filter("place");
    let mut students: Vec<&SeenByHost> = coming
        .students
        .iter()
        .filter(|student| place.is_empty() || student.place == place)
        .filter(|student| {
            let text = format!("{} {} {} {}", student.name(), student.place, student.subject, student.email);
            sought.is_empty() || format::folded(&text).contains(&sought)
        })
        .collect();
    let key = |text: &str| format::sort_key(lang, text);
    match query.sort() {
        "student" => students.sort_by_cached_key(|student| key(&student.name())),
        "place" => students.sort_by_cached_key(|student| (key(&student.place), student.from_on, key(&student.name()))),
        "subject" => students.sort_by_cached_key(|student| (key(&student.subject), key(&student.name()))),
        _ => students.sort_by_cached_key(|student| (student.from_on, key(&student.place), key(&student.name()))),
    }
    if query.descending() {
        students.reverse();
    }
    students
}

fn table(page: &Page, words: &'static Words, coming: &Coming, query: &ListQuery) -> Table {
    let lang = page.language();
    let list = List::new("/host/students", query);
    let students = asked(lang, coming, query);
    let columns = vec![
        Column { primary: true, ..list.column("student", words.allocation_column_student()) },
        list.column("weeks", words.placements_host_weeks()),
        list.column("place", words.allocation_column_place()),
        list.column("subject", words.allocation_column_subject()),
        list.named("from", words.placements_host_from()),
        list.named("contact", words.placements_host_contact()),
        list.plain(""),
    ];
    let row = |student: &&SeenByHost| Row {
        cells: vec![
            Cell::Strong { text: student.name(), href: None, note: None },
            Cell::Text(weeks_of(lang, student.from_on, student.until_on)),
            Cell::Text(student.place.clone()),
            Cell::Text(student.subject.clone()),
            Cell::Strong {
                text: coming.institutions.get(&student.institution).cloned().unwrap_or_default(),
                href: None,
                note: Some(student.course.clone()).filter(|course| !course.is_empty()),
            },
            Cell::Strong {
                text: student.email.clone(),
                href: Some(format!("mailto:{}", student.email)).filter(|_| !student.email.is_empty()),
                note: Some(student.phone.clone()).filter(|phone| !phone.is_empty()),
            },
            Cell::Actions(vec![Action {
                label: words.matters_write_student(),
                href: format!("/rounds/{}/placements/{}/thread", student.round, student.person),
                post: false,
                hidden_context: student.name(),
            }]),
        ],
        selected: false,
    };
    Table {
        words: page.words,
        id: "students".into(),
        caption: words.placements_host_heading().to_string(),
        count_text: words.allocation_table_count(students.len()).to_string(),
        rows: students.iter().skip(list.first()).take(List::ROWS).map(row).collect(),
        columns,
        filters: vec![place_filter(words, coming, query)],
        search: Some(Search {
            name: "q".into(),
            label: words.placements_host_search().to_string(),
            value: query.search().into(),
        }),
        kept: list.kept(),
        clear_href: list.clear_href(),
        pages: list.pages(students.len(), |from, to, all| words.allocation_pages_of(from, to, all).to_string()),
        workbook_href: None,
        export_href: Some(list.href_of("/host/students.csv")),
        form: None,
        empty: if coming.students.is_empty() {
            Empty::new(words.placements_host_none(), words.placements_host_none_text())
        } else {
            Empty::new(words.allocation_table_empty(), "")
        },
    }
}

fn place_filter(words: &'static Words, coming: &Coming, query: &ListQuery) -> Filter {
    let chosen = query.filter("place");
    let mut places: Vec<&str> = coming.students.iter().map(|student| student.place.as_str()).collect();
    places.sort_unstable();
    places.dedup();
    let all = FilterOption {
        value: String::new(),
        label: words.allocation_filter_all().to_string(),
        selected: chosen.is_empty(),
    };
    let option = |place: &str| FilterOption { value: place.into(), label: place.into(), selected: place == chosen };
    Filter {
        name: "place".into(),
        label: words.allocation_column_place().to_string(),
        options: std::iter::once(all).chain(places.into_iter().map(option)).collect(),
    }
}

/// GET /host/students.csv: exactly the students that the page shows, on all its pages.
pub async fn students_file(State(app): State<App>, visit: Visit, Query(query): Query<ListQuery>) -> Answer {
    let lang = visit.lang();
    let coming = app.db().read(visit.actor(), async |tx| coming(&tx).await).await?;
    let words = crate::words(lang);
    let mut file = TableOut::new([
        words.allocation_column_student(),
        words.placements_fact_first_day(),
        words.placements_fact_last_day(),
        words.allocation_column_place(),
        words.allocation_column_subject(),
        words.placements_host_from(),
        words.placements_host_course(),
        words.placements_host_email(),
        words.placements_host_phone(),
    ]);
    for student in asked(lang, &coming, &query) {
        file.row([
            student.name(),
            student.from_on.to_string(),
            student.until_on.to_string(),
            student.place.clone(),
            student.subject.clone(),
            coming.institutions.get(&student.institution).cloned().unwrap_or_default(),
            student.course.clone(),
            student.email.clone(),
            student.phone.clone(),
        ]);
    }
    // Whoever receives students at several hosts takes those of each along, and each host's journal names its own.
    let taken = asked(lang, &coming, &query);
    let hosts: BTreeSet<OrganisationId> = taken.iter().map(|student| student.host).collect();
    for host in hosts {
        let people = taken.iter().filter(|student| student.host == host).map(|student| student.person);
        looks::note_file(&app, &visit, host, people).await?;
    }
    file.answer(&words.placements_host_heading(), Format::of(&visit))
}
