//! The file itself.

use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use base::{Lang, Moment};
use chrono::TimeDelta;
use kit::actor::Actor;
use kit::fault::NotFound;
use kit::settings::Settings;
use kit::web::{Answer, App};

/// A reader trusts the file for so long, and then fetches it again.
const HOLDS: TimeDelta = TimeDelta::days(180);

/// `GET /.well-known/security.txt`: not there unless the operator has named a contact.
pub async fn security(State(app): State<App>) -> Answer {
    if app.settings().security_contact.is_empty() {
        return Err(NotFound::of("security contact", "of this portal").into());
    }
    let now = app.db().read(&Actor::nobody(), async |tx| Ok(tx.now())).await?;
    Ok(([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], file(app.settings(), now)).into_response())
}

fn file(settings: &Settings, now: Moment) -> String {
    let tags: Vec<&str> = Lang::ALL.iter().map(|lang| lang.tag()).collect();
    format!(
        "Contact: {}\nExpires: {}\nPreferred-Languages: {}\nCanonical: {}/.well-known/security.txt\n",
        settings.security_contact,
        (now + HOLDS).format("%Y-%m-%dT00:00:00Z"),
        tags.join(", "),
        settings.base_url
    )
}
