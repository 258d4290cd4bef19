//! What one has been told.

pub mod bounces;
pub mod choices;

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use base::{OrganisationId, Zone};
use kit::db::Tx;
use kit::fault::Fault;
use kit::format;
use kit::list::{List, ListQuery};
use kit::page::Page;
use kit::parts::{Empty, Finder, Tag};
use kit::table::Pages;
use kit::web::{Answer, App, Form, NoFields, Query, Visit, see_other, show};

use super::access;
use super::actions;
use super::model::Told;
use crate::Words;
use crate::organisations;
use crate::persons;

#[derive(Template)]
#[template(path = "notices/notices.html")]
struct NoticesPage {
    page: Page,
    words: &'static Words,
    notices: Vec<Line>,
    unread: usize,
    finder: Finder,
    pages: Pages,
}

struct Line {
    told: Told,
    sender: String,
    at: String,
}

impl NoticesPage {
    fn empty(&self) -> Empty {
        match self.finder.value.is_empty() {
            true => Empty::new(self.words.notices_none(), self.words.notices_none_text()),
            false => Empty::new(self.words.notices_none_found(), self.words.notices_none_found_text()),
        }
    }

    fn new_tag(&self) -> Tag {
        Tag::info(self.words.notices_new())
    }
}

/// Everything one has been told, the latest first.
pub async fn show_notices(State(app): State<App>, visit: Visit, Query(query): Query<ListQuery>) -> Answer {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let list = List::new("/notices", &query);
    let first = list.first();
    let (told, all, unread, senders, zone, now) = app
        .db()
        .read(visit.actor(), async |tx| {
            let (told, all, unread) = actions::own(&tx, query.search(), first, List::ROWS).await?;
            let senders = senders(&tx, &told).await?;
            Ok((told, all, unread, senders, zone(&tx).await?, tx.now()))
        })
        .await?;
    let line = |told: Told| Line {
        sender: senders.get(&told.owner).cloned().unwrap_or_default(),
        at: format::moment_near(lang, zone, told.created_at, now),
        told,
    };
    show(&NoticesPage {
        page: visit.page(&app),
        words,
        notices: told.into_iter().map(line).collect(),
        unread,
        finder: Finder {
            words: kit::words(lang),
            label: words.notices_search().to_string(),
            value: query.search().into(),
            clear_href: list.clear_href(),
        },
        pages: list.pages(all, |from, to, all| words.notices_pages(from, to, all)),
    })
}

async fn senders(tx: &Tx, told: &[Told]) -> Result<HashMap<OrganisationId, String>, Fault> {
    let mut ids: Vec<OrganisationId> = told.iter().map(|told| told.owner).collect();
    ids.sort();
    ids.dedup();
    let found = organisations::find_many(tx, &ids).await?;
    Ok(found.into_iter().map(|organisation| (organisation.id, organisation.name)).collect())
}

/// The zone in which one reads the clock: that of the organisation one belongs to.
async fn zone(tx: &Tx) -> Result<Zone, Fault> {
    let home = persons::find(tx, access::own(tx.actor())?.id()).await?.home;
    Ok(organisations::find(tx, home).await?.zone)
}

/// Notes that one has read everything.
pub async fn read_all(State(app): State<App>, visit: Visit, Form(NoFields {}): Form<NoFields>) -> Answer {
    app.db().write(visit.actor(), async |tx| actions::read_all(&tx).await).await?;
    Ok(see_other("/notices"))
}
