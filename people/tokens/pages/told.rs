//! What the API tells about itself: a document for programs, a page for people.

use askama::Template;
use axum::extract::State;
use axum::http::header;
use axum::response::IntoResponse;
use kit::page::Page;
use kit::scope::Scope;
use kit::web::api::{Described, Operations, ROOT};
use kit::web::{Answer, App, Visit};

use crate::Words;

#[derive(Template)]
#[template(path = "tokens/told.html")]
struct ToldPage {
    page: Page,
    words: &'static Words,
    address: String,
    header: &'static str,
    scopes: Vec<(&'static str, String)>,
    parts: Vec<(String, Vec<Described>)>,
    places: Vec<(String, String)>,
}

/// `GET /api`
pub async fn show(State(app): State<App>, visit: Visit) -> Answer {
    let words = crate::words(visit.lang());
    let described = app.part::<Operations>().describe(visit.lang());
    let mut parts: Vec<(String, Vec<Described>)> = vec![];
    for operation in described {
        let word = operation.path.trim_start_matches(ROOT).split('/').nth(1).unwrap_or_default().to_owned();
        match parts.iter_mut().find(|part| part.0 == word) {
            Some(part) => part.1.push(operation),
            None => parts.push((word, vec![operation])),
        }
    }
    let held = visit.actor().held().iter().filter(|held| held.units.is_none());
    let mut organisations: Vec<_> = held.map(|held| held.organisation).collect();
    organisations.sort();
    organisations.dedup();
    let places = app
        .db()
        .read(visit.actor(), async |tx| crate::organisations::find_many(&tx, &organisations).await)
        .await?
        .into_iter()
        .map(|place| (format!("/organisations/{}/tokens", place.id), place.name))
        .collect();
    kit::web::show(&ToldPage {
        page: visit.page(&app),
        words,
        address: format!("{}{ROOT}", app.settings().base_url.trim_end_matches('/')),
        header: "Authorization: Bearer …",
        scopes: Scope::ALL.into_iter().map(|scope| (scope.word(), words.tokens_scope(scope.word()))).collect(),
        parts,
        places,
    })
}

/// `GET /api/openapi.json`
pub async fn document(State(app): State<App>, visit: Visit) -> Answer {
    let document = app.part::<Operations>().document(visit.lang())?;
    Ok(([(header::CONTENT_TYPE, "application/json")], document).into_response())
}
