use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::super::Answer;
use crate::edition;
use crate::fault::Fault;

/// One thing, with the fingerprint that a change of it names.
/// # Errors
/// When the thing cannot be written, which is a fault of ours.
pub fn shown<T: Serialize>(thing: &T) -> Answer {
    tagged(StatusCode::OK, thing)
}

/// A thing that was made, and where it is.
/// # Errors
/// When the thing cannot be written.
pub fn made<T: Serialize>(href: &str, thing: &T) -> Answer {
    located(tagged(StatusCode::CREATED, thing)?, href)
}

/// Work that has begun; `href` shows how it stands.
/// # Errors
/// When the thing cannot be written.
pub fn accepted<T: Serialize>(href: &str, thing: &T) -> Answer {
    located(tagged(StatusCode::ACCEPTED, thing)?, href)
}

/// It is done, and there is nothing to show.
/// # Errors
/// None; it answers as the others do.
pub fn done() -> Answer {
    Ok(StatusCode::NO_CONTENT.into_response())
}

fn located(mut answer: Response, href: &str) -> Answer {
    let href = HeaderValue::from_str(href).map_err(|_| Fault::ours("an address that cannot stand in a header"))?;
    answer.headers_mut().insert(header::LOCATION, href);
    Ok(answer)
}

fn tagged<T: Serialize>(status: StatusCode, thing: &T) -> Answer {
    let tag = HeaderValue::from_str(&tag_of(thing)?).map_err(Fault::ours)?;
    Ok((status, [(header::ETAG, tag)], Json(thing)).into_response())
}

/// The fingerprint of a thing as it is answered: another one when anything that is shown of it has changed.
pub(super) fn tag_of<T: Serialize>(thing: &T) -> Result<String, Fault> {
    Ok(format!("\"{}\"", edition::of(thing)?))
}
