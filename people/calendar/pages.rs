//! One's own calendar: its address, told once, and its end.

pub mod feed;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use base::Zone;
use kit::format;
use kit::page::Page;
use kit::web::{Answer, App, Form, NoFields, Query, Visit, see_other};
use serde::Deserialize;

use super::actions;
use super::model::path_of;
use crate::{Words, organisations, persons, signin};

#[derive(Template)]
#[template(path = "calendar/calendar.html")]
struct CalendarPage {
    page: Page,
    words: &'static Words,
    feed: Option<Kept>,
    has_stopped: bool,
}

/// A feed that there is, in words.
struct Kept {
    made: String,
    read: String,
}

#[derive(Template)]
#[template(path = "calendar/told.html")]
struct ToldPage {
    page: Page,
    words: &'static Words,
    address: String,
    /// The same for programs that a browser can open by it
    opening: String,
}

/// What the page is asked with.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct CalendarQuery {
    stopped: Option<String>,
}

/// `GET /me/calendar`
pub async fn show(State(app): State<App>, visit: Visit, Query(query): Query<CalendarQuery>) -> Answer {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let (feed, zone, now) = app
        .db()
        .read(visit.actor(), async |tx| {
            let feed = actions::own(&tx).await?;
            let zone: Zone = organisations::find(&tx, persons::find_oneself(&tx).await?.home).await?.zone;
            Ok((feed, zone, tx.now()))
        })
        .await?;
    let feed = feed.map(|feed| Kept {
        made: format::moment_near(lang, zone, feed.made_at, now),
        read: match feed.read_at {
            Some(at) => format::moment_near(lang, zone, at, now),
            None => words.calendar_read_never().to_string(),
        },
    });
    kit::web::show(&CalendarPage { page: visit.page(&app), words, has_stopped: query.stopped.is_some(), feed })
}

/// `POST /me/calendar`: an address, on the only page that ever shows it.
pub async fn make(State(app): State<App>, visit: Visit, Form(_): Form<NoFields>) -> Answer {
    let key = signin::fresh_key()?;
    actions::make(app.db(), visit.actor(), &key).await?;
    let address = format!("{}{}", app.settings().base_url.trim_end_matches('/'), path_of(&key));
    let opening = address.split_once("://").map(|(_, rest)| format!("webcal://{rest}")).unwrap_or_default();
    let page = ToldPage { page: visit.page(&app), words: crate::words(visit.lang()), address, opening };
    let mut answer = kit::web::show(&page)?;
    answer.headers_mut().insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    Ok(answer)
}

/// `POST /me/calendar/removal`
pub async fn stop(State(app): State<App>, visit: Visit, Form(_): Form<NoFields>) -> Answer {
    actions::stop(app.db(), visit.actor()).await?;
    Ok(see_other("/me/calendar?stopped=yes"))
}
