//! The overview.

use askama::Template;
use axum::extract::State;
use kit::format;
use kit::page::Page;
use kit::parts::Empty;
use kit::web::{Answer, App, Visit, show};

use super::model::{Task, Tasks, sorted};
use crate::Words;
use crate::organisations::{self, Contact};
use crate::persons;

#[derive(Template)]
#[template(path = "overview/overview.html")]
struct OverviewPage {
    page: Page,
    words: &'static Words,
    given_name: String,
    today: String,
    first: Option<Task>,
    others: Vec<Task>,
    organisation: String,
    contact: Contact,
}

impl OverviewPage {
    fn empty(&self) -> Empty {
        Empty::new(self.words.overview_nothing(), self.words.overview_nothing_text())
    }
}

/// What needs me now.
pub async fn overview(State(app): State<App>, visit: Visit) -> Answer {
    let lang = visit.lang();
    let sources = &app.part::<Tasks>().0;
    let (person, home, now, tasks) = app
        .db()
        .read(visit.actor(), async |tx| {
            let person = persons::find_oneself(&tx).await?;
            let home = organisations::find(&tx, person.home).await?;
            let mut tasks = vec![];
            for source in sources {
                tasks.extend(source(&tx, lang).await?);
            }
            Ok((person, home, tx.now(), tasks))
        })
        .await?;
    let mut tasks = sorted(tasks).into_iter();
    show(&OverviewPage {
        page: visit.page(&app),
        words: crate::words(lang),
        given_name: person.name.given().to_owned(),
        today: format::day(lang, format::local_date(home.zone, now)),
        first: tasks.next(),
        others: tasks.collect(),
        organisation: home.name,
        // Nobody is sent to themselves for help.
        contact: match person.email.as_ref().is_some_and(|own| own.as_str() == home.contact.email) {
            true => Contact::default(),
            false => home.contact,
        },
    })
}
