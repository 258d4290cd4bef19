//! What an organisation adds to the guides, for programs.

use axum::extract::State;
use axum::http::Method;
use base::{Id, Lang};
use chrono::{DateTime, Utc};
use kit::db::Tx;
use kit::fault::{Fault, NotFound};
use kit::scope::Scope;
use kit::web::api::{Operation, Sent, Unfit, shown};
use kit::web::{Answer, App, Path, Routes, Visit};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::actions;
use super::model::{NewAddition, Reader};

/// What the organisation adds to a guide. Without a text there is nothing.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct AdditionView {
    /// For whom: "student", "coordinator" or "administrator"
    reader: String,
    /// The language it is written in
    lang: String,
    /// Its heading
    title: String,
    /// Its text
    body: String,
    /// Counts changes; 0: there was never anything
    edition: i32,
    /// Who wrote it last
    by: Option<Uuid>,
    /// When
    at: Option<DateTime<Utc>>,
}

/// What the organisation adds from now on. Empty text takes it away.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AdditionBody {
    /// The language it is written in: "nb", "nn", "da" or "en"
    lang: String,
    /// Its heading
    #[schema(max_length = 100)]
    title: String,
    /// Its text
    #[schema(max_length = 5000)]
    body: String,
}

/// The operations of this room.
pub fn routes() -> Routes {
    Routes::new()
        .operation(
            Method::GET,
            "/api/v1/guides/{reader}",
            Scope::SeeUnits,
            show,
            Operation::shows::<AdditionView>(|lang| crate::words(lang).guides_api_show().to_string()),
        )
        .operation(
            Method::PUT,
            "/api/v1/guides/{reader}",
            Scope::KeepGuides,
            change,
            Operation::shows::<AdditionView>(|lang| crate::words(lang).guides_api_change().to_string())
                .takes::<AdditionBody>()
                .edits(),
        )
}

fn reader_of(word: &str) -> Result<Reader, NotFound> {
    Reader::from_word(word).ok_or_else(|| NotFound::of("guide", word))
}

async fn found(tx: &Tx, reader: Reader) -> Result<AdditionView, Fault> {
    let found = actions::addition(tx, reader).await?;
    Ok(AdditionView {
        reader: reader.word().into(),
        lang: found.as_ref().map_or(Lang::default(), |addition| addition.lang).tag().into(),
        edition: found.as_ref().map_or(0, |addition| addition.edition),
        by: found.as_ref().map(|addition| addition.by.uuid()),
        at: found.as_ref().map(|addition| addition.at),
        title: found.as_ref().map(|addition| addition.title.clone()).unwrap_or_default(),
        body: found.map(|addition| addition.body).unwrap_or_default(),
    })
}

async fn show(State(app): State<App>, visit: Visit, Path(word): Path<String>) -> Answer {
    let reader = reader_of(&word)?;
    shown(&app.db().read(visit.actor(), async |tx| found(&tx, reader).await).await?)
}

async fn change(State(app): State<App>, visit: Visit, Path(word): Path<String>, sent: Sent<AdditionBody>) -> Answer {
    let (reader, body) = (reader_of(&word)?, &sent.body);
    let change = async |tx: Tx| {
        let before = found(&tx, reader).await?;
        sent.unchanged(&before)?;
        let lang = Lang::from_tag(&body.lang).ok_or_else(|| Unfit::value("lang", body.lang.clone()))?;
        actions::save(&tx, &NewAddition::new(reader, lang, &body.title, &body.body, before.edition)?).await?;
        found(&tx, reader).await
    };
    shown(&app.db().write(visit.actor(), change).await?)
}
