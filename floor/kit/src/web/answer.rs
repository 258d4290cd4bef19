use std::sync::Arc;

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base::Lang;

use crate::fault::{Fault, Kind, Problem};

/// What a handler answers.
pub type Answer = Result<Response, Fault>;

/// Marks an answer that still has to be dressed as a page in the reader's language.
#[derive(Clone)]
pub struct Shown(pub Arc<Fault>);

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let status = match self.problem().map(Problem::kind) {
            Some(Kind::Invalid) => StatusCode::UNPROCESSABLE_ENTITY,
            Some(Kind::Missing) => StatusCode::NOT_FOUND,
            Some(Kind::Forbidden) => StatusCode::FORBIDDEN,
            Some(Kind::Conflict) => StatusCode::CONFLICT,
            Some(Kind::SignIn) => StatusCode::UNAUTHORIZED,
            Some(Kind::Outdated) => StatusCode::PRECONDITION_FAILED,
            Some(Kind::Unconditional) => StatusCode::PRECONDITION_REQUIRED,
            Some(Kind::Unsupported) => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Some(Kind::TooMany) => StatusCode::TOO_MANY_REQUESTS,
            None => StatusCode::INTERNAL_SERVER_ERROR,
        };
        let mut answer = status.into_response();
        answer.extensions_mut().insert(Shown(Arc::new(self)));
        answer
    }
}

/// A page.
/// # Errors
/// When the template cannot be written, which is a fault of ours.
pub fn show(page: &impl Template) -> Answer {
    show_with(StatusCode::OK, page)
}

/// The form again, with all that was typed and what has to be put right.
/// # Errors
/// When the template cannot be written.
pub fn show_again(page: &impl Template) -> Answer {
    show_with(StatusCode::UNPROCESSABLE_ENTITY, page)
}

/// A page with another status.
/// # Errors
/// When the template cannot be written.
pub fn show_with(status: StatusCode, page: &impl Template) -> Answer {
    let text =
        page.render().map_err(|error| sea_orm::DbErr::Custom(format!("a template could not be written: {error}")))?;
    Ok((status, [(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"))], text).into_response())
}

/// Goes on to another page of ours after something was done. `href` is made by us, never taken from a request unchecked.
pub fn see_other(href: impl AsRef<str>) -> Response {
    let href = href.as_ref();
    assert!(href.starts_with('/') && !href.starts_with("//"), "a redirect leads to a path of our own");
    match HeaderValue::from_str(href) {
        Ok(location) => (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}

/// What a refusal of this status is called and says to a reader, when nothing is known but the status.
pub(super) fn told(lang: Lang, status: StatusCode) -> (String, String) {
    let words = crate::words(lang);
    let (title, text) = match status {
        StatusCode::NOT_FOUND => (words.pages_missing_title(), words.pages_missing_text()),
        StatusCode::UNAUTHORIZED => (words.pages_sign_in_title(), words.pages_sign_in_text()),
        StatusCode::FORBIDDEN => (words.pages_forbidden_title(), words.pages_forbidden_text()),
        StatusCode::CONFLICT => (words.pages_conflict_title(), words.pages_conflict_text()),
        StatusCode::TOO_MANY_REQUESTS => (words.pages_too_many_title(), words.pages_too_many_text()),
        StatusCode::PAYLOAD_TOO_LARGE => (words.pages_invalid_title(), words.pages_too_large_text()),
        status if status.is_client_error() => (words.pages_invalid_title(), words.pages_invalid_text()),
        _ => (words.pages_failed_title(), words.pages_failed_text()),
    };
    (title.to_string(), text.to_string())
}

/// A file to keep. The name is cut to letters that are safe on every machine.
pub fn download(name: &str, content_type: &'static str, content: Vec<u8>) -> Response {
    let safe = |letter: char| if letter.is_ascii_alphanumeric() || "-_.".contains(letter) { letter } else { '-' };
    let name: String = name.chars().map(safe).take(120).collect();
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""))
        .unwrap_or_else(|_| HeaderValue::from_static("attachment"));
    (
        [(header::CONTENT_TYPE, HeaderValue::from_static(content_type)), (header::CONTENT_DISPOSITION, disposition)],
        content,
    )
        .into_response()
}

/// A form that could not be read at all.
#[derive(Debug, thiserror::Error)]
#[error("the form could not be read: {why}")]
pub struct Unreadable {
    /// For the log
    pub why: String,
}

impl Problem for Unreadable {
    fn kind(&self) -> Kind {
        Kind::Invalid
    }
    fn name(&self) -> &'static str {
        "unreadable-form"
    }
    fn tell(&self, lang: Lang) -> String {
        crate::words(lang).pages_invalid_text().to_string()
    }
}

/// The fault for a form that could not be read.
pub fn refused_form(why: impl std::fmt::Display) -> Fault {
    Unreadable { why: why.to_string() }.into()
}
