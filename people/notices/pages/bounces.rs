//! Addresses of the organisation's own people that take no mail.

use askama::Template;
use axum::extract::State;
use base::{Lang, PersonId};
use kit::db::Tx;
use kit::fault::Fault;
use kit::format;
use kit::page::Page;
use kit::parts::{Empty, Icon, Tone};
use kit::table::{Action, Cell, Column, Pages, Row, Table};
use kit::web::{Answer, App, Form, NoFields, Path, Visit, see_other, show};

use super::super::actions;
use super::super::queries::Bounced;
use crate::Words;
use crate::overview::Task;

#[derive(Template)]
#[template(path = "notices/bounces.html")]
struct BouncesPage {
    page: Page,
    words: &'static Words,
    table: Table,
}

/// Addresses that take no mail, one's own and those of the people one keeps, for the overview.
/// # Errors
/// What the database answers.
pub async fn tasks(tx: &Tx, lang: Lang) -> Result<Vec<Task>, Fault> {
    let words = crate::words(lang);
    let task = |title: String, action: String, href: &str| Task {
        title,
        text: String::new(),
        due_at: None,
        due: String::new(),
        action,
        href: href.into(),
        icon: Icon::Mail,
        tone: Tone::Warning,
    };
    let mut tasks = vec![];
    if actions::own_choices(tx).await?.1.is_some() {
        tasks.push(task(words.notices_task_own(), words.notices_task_own_do(), "/notices/choices"));
    }
    let others = actions::bounced(tx).await?.len();
    if others > 0 {
        tasks.push(task(words.notices_task_bounces(others), words.notices_task_bounces_do(), "/bounces"));
    }
    Ok(tasks)
}

/// Whom mail does not reach.
pub async fn show_bounces(State(app): State<App>, visit: Visit) -> Answer {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let (bounced, zone) =
        app.db().read(visit.actor(), async |tx| Ok((actions::bounced(&tx).await?, super::zone(&tx).await?))).await?;
    let head = |label: String| Column { label, ..Column::default() };
    let row = |bounced: &Bounced| {
        let name = format!("{}, {}", bounced.family_name, bounced.given_name);
        let retry = Action {
            label: words.notices_retry(),
            href: format!("/bounces/{}", bounced.person_id),
            post: true,
            hidden_context: name.clone(),
        };
        Row {
            cells: vec![
                Cell::Strong { text: name, href: None, note: Some(bounced.email.clone()) },
                Cell::Text(format::day(lang, format::local_date(zone, bounced.at))),
                Cell::Text(bounced.reason.clone()),
                Cell::Actions(vec![retry]),
            ],
            selected: false,
        }
    };
    let table = Table {
        words: kit::words(lang),
        id: "bounces".into(),
        caption: words.notices_bounces(),
        count_text: words.notices_bounces_count(bounced.len()),
        columns: vec![
            Column { primary: true, ..head(words.notices_bounces_who()) },
            head(words.notices_bounces_since()),
            head(words.notices_bounces_reason()),
            head(String::new()),
        ],
        rows: bounced.iter().map(row).collect(),
        filters: vec![],
        search: None,
        kept: vec![],
        clear_href: None,
        pages: Pages::default(),
        workbook_href: None,
        export_href: None,
        form: None,
        empty: Empty::new(words.notices_bounces_none(), words.notices_bounces_none_text()),
    };
    show(&BouncesPage { page: visit.page(&app), words, table })
}

/// Tries an address again.
pub async fn retry(
    State(app): State<App>,
    visit: Visit,
    Path(person): Path<PersonId>,
    Form(NoFields {}): Form<NoFields>,
) -> Answer {
    app.db().write(visit.actor(), async |tx| actions::retry(&tx, person).await).await?;
    Ok(see_other("/bounces"))
}
