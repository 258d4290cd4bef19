//! The feed itself, for calendar programs.

use axum::extract::State;
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::IntoResponse;
use kit::fault::NotFound;
use kit::web::{Answer, App, Path, Visit};

use super::super::actions;
use super::super::model::{Sources, written};

/// `GET /calendar/{file}`. Never given out, stopped, renewed, left, erased: one answer for all. The address stands in no
/// fault, since faults stand in the log.
pub async fn read(State(app): State<App>, visit: Visit, Path(file): Path<String>) -> Answer {
    let Some(opened) = actions::open(app.db(), &file, &app.part::<Sources>().0).await? else {
        actions::count_wrong(app.db(), visit.address()).await?;
        return Err(NotFound::of("calendar", "at this address").into());
    };
    let text = written(opened.person, &opened.happenings, &app.settings().base_url, opened.at);
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8")),
        // Without a name of its own a file in somebody's folder of downloads would be called by the secret.
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("inline; filename=\"fotfeste.ics\"")),
        (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
        (HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex")),
    ];
    Ok((headers, text).into_response())
}
