//! The page of whoever finds no place, written once for each language and look: when ten times too many come, nine of ten
//! are shown it, and what it costs is taken from those who are served.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use base::Lang;
use bytes::Bytes;

use super::Visit;

/// No page of ours is larger, in bytes.
const PAGE_BYTES_MAX: usize = 256 * 1024;

/// Language and look.
type Kind = (Lang, &'static str);

/// Pages by what tells them apart, with their headers.
#[derive(Default)]
pub(super) struct TurnedAway(Mutex<HashMap<Kind, (HeaderMap, Bytes)>>);

impl TurnedAway {
    /// The page for this visit of nobody who is known. `write` makes it for a visit without an address; links in it lead
    /// from wherever it is shown. What was asked for behind a question mark goes along with the links, and is written for
    /// that visit alone.
    pub async fn page(&self, visit: &Visit, write: impl FnOnce(&Visit) -> Response) -> Response {
        if !visit.query.is_empty() {
            return write(visit);
        }
        let key = (visit.lang, visit.scheme);
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        let (headers, page) = match kept {
            Some(kept) => kept,
            None => {
                let nowhere = Visit { path: String::new(), ..visit.clone() };
                let (parts, body) = write(&nowhere).into_parts();
                let Ok(page) = to_bytes(body, PAGE_BYTES_MAX).await else {
                    return StatusCode::SERVICE_UNAVAILABLE.into_response();
                };
                let mut pages = self.0.lock().unwrap_or_else(PoisonError::into_inner);
                pages.entry(key).or_insert((parts.headers, page)).clone()
            }
        };
        let mut answer = Response::new(Body::from(page));
        *answer.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
        *answer.headers_mut() = headers;
        answer
    }
}
