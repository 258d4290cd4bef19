use std::sync::Arc;

use askama::Template;
use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base::Lang;

use crate::fault::{Fault, Kind, Lack, Problem};

/// Whoever finds no place is told to come again after so many seconds: those who wait now have been answered by then.
const CROWDED_SECONDS: u64 = 5;
/// When something is lacking, it is worth trying again after so many.
const LACKING_SECONDS: u64 = 30;

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
            Some(Kind::Crowded) => StatusCode::SERVICE_UNAVAILABLE,
            None => match self.lack() {
                Some(Lack::Space) => StatusCode::INSUFFICIENT_STORAGE,
                Some(Lack::Database | Lack::Files) => StatusCode::SERVICE_UNAVAILABLE,
                None => StatusCode::INTERNAL_SERVER_ERROR,
            },
        };
        let mut answer = status.into_response();
        if matches!(status, StatusCode::SERVICE_UNAVAILABLE | StatusCode::INSUFFICIENT_STORAGE) {
            let wait = if self.problem().is_some() { CROWDED_SECONDS } else { LACKING_SECONDS };
            answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait));
        }
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

/// What a refusal of this status is called and says to a reader, when the problem itself says nothing.
pub(super) fn told(lang: Lang, status: StatusCode, fault: Option<&Fault>) -> (String, String) {
    let words = crate::words(lang);
    let (title, text) = match status {
        StatusCode::NOT_FOUND => (words.pages_missing_title(), words.pages_missing_text()),
        StatusCode::UNAUTHORIZED => (words.pages_sign_in_title(), words.pages_sign_in_text()),
        StatusCode::FORBIDDEN => (words.pages_forbidden_title(), words.pages_forbidden_text()),
        StatusCode::CONFLICT => (words.pages_conflict_title(), words.pages_conflict_text()),
        StatusCode::TOO_MANY_REQUESTS => (words.pages_too_many_title(), words.pages_too_many_text()),
        StatusCode::REQUEST_TIMEOUT => (words.pages_invalid_title(), words.pages_too_slow_text()),
        StatusCode::PAYLOAD_TOO_LARGE => (words.pages_invalid_title(), words.pages_too_large_text()),
        StatusCode::INSUFFICIENT_STORAGE => (words.pages_full_title(), words.pages_full_text()),
        StatusCode::SERVICE_UNAVAILABLE => match fault.map(|fault| (fault.problem().is_some(), fault.lack())) {
            Some((true, _)) => (words.pages_crowded_title(), words.pages_crowded_text()),
            Some((_, Some(Lack::Files))) => (words.pages_files_title(), words.pages_files_text()),
            _ => (words.pages_resting_title(), words.pages_resting_text()),
        },
        status if status.is_client_error() => (words.pages_invalid_title(), words.pages_invalid_text()),
        _ => (words.pages_failed_title(), words.pages_failed_text()),
    };
    (title.to_string(), text.to_string())
}

/// Takes a header over into the answer that is shown instead.
pub(super) fn keep_header(from: &Response, to: &mut Response, name: HeaderName) {
    if let Some(value) = from.headers().get(&name) {
        to.headers_mut().insert(name, value.clone());
    }
}

/// A file to keep. The name is cut to letters that are safe on every machine.
pub fn download(name: &str, content_type: &'static str, content: impl Into<Body>) -> Response {
    let safe = |letter: char| if letter.is_ascii_alphanumeric() || "-_.".contains(letter) { letter } else { '-' };
    let name: String = name.chars().map(safe).take(120).collect();
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""))
        .unwrap_or_else(|_| HeaderValue::from_static("attachment"));
    (
        [(header::CONTENT_TYPE, HeaderValue::from_static(content_type)), (header::CONTENT_DISPOSITION, disposition)],
        content.into(),
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

/// Too many are here at once.
#[derive(Debug, thiserror::Error)]
#[error("no place was found in time")]
pub(super) struct Crowded {
    /// Whether something was to be changed, which has not happened
    pub changing: bool,
}

impl Problem for Crowded {
    fn kind(&self) -> Kind {
        Kind::Crowded
    }
    fn name(&self) -> &'static str {
        "crowded"
    }
    fn tell(&self, lang: Lang) -> String {
        let words = crate::words(lang);
        let text = if self.changing { words.pages_crowded_unsaved() } else { words.pages_crowded_text() };
        text.to_string()
    }
}
