//! Refusals as programs read them: problem documents of RFC 9457, in the language the program asked for.

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base::Lang;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::super::{Shown, Visit, answer};
use crate::fault::{Fault, Problem};
use crate::words;

/// So much of a value is sent back, in characters.
const VALUE_CHARS_MAX: usize = 200;
/// A program that was too fast waits this long, in seconds.
const WAIT_SECONDS: &str = "1";

/// Why a request was refused.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub(super) struct ProblemDocument {
    /// What kind of problem it is: `/api#problems` explains
    r#type: String,
    /// The kind in words
    title: String,
    /// The status of the answer
    #[schema(minimum = 400, maximum = 599)]
    status: u16,
    /// What is wrong, and what to do about it
    detail: String,
    /// A stable name of the problem: texts may change, names do not
    name: String,
    /// The request, as the log names it
    instance: String,
    /// What is wrong with single fields or parameters
    errors: Vec<FieldProblem>,
}

/// What is wrong with one field or parameter.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FieldProblem {
    /// The field in the body, or the parameter
    field: String,
    /// What was sent there; long values are cut
    value: Option<String>,
    /// What is wrong with it, and what to do about it
    detail: String,
    /// A stable name of the problem
    name: String,
}

/// Turns a bare refusal into a problem document. Internals go to the log, never into the answer.
pub(in crate::web) fn dress(visit: &Visit, answer: &Response) -> Response {
    let status = answer.status();
    let shown = answer.extensions().get::<Shown>().cloned().map(|shown| shown.0);
    let problem = shown.as_deref().and_then(Fault::problem);
    let (title, text) = told(visit.lang, status, shown.as_deref());
    let name = problem.map_or_else(|| plain_name(status), Problem::name);
    let document = ProblemDocument {
        r#type: "/api#problems".into(),
        title,
        status: status.as_u16(),
        detail: problem.map_or(text, |problem| problem.tell(visit.lang)),
        name: name.into(),
        instance: format!("urn:request:{}", visit.request_id),
        errors: problem.map(|problem| errors(visit, problem)).unwrap_or_default(),
    };
    let Ok(body) = serde_json::to_vec(&document) else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let kind = [(header::CONTENT_TYPE, "application/problem+json"), (header::CONTENT_LANGUAGE, visit.lang.tag())];
    let mut dressed = (status, kind, body).into_response();
    let headers = dressed.headers_mut();
    headers.insert(HeaderName::from_static("x-problem"), HeaderValue::from_static(name));
    match status {
        StatusCode::UNAUTHORIZED => {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"api\""));
        }
        StatusCode::TOO_MANY_REQUESTS => {
            headers.insert(header::RETRY_AFTER, HeaderValue::from_static(WAIT_SECONDS));
        }
        _ => {}
    }
    answer::keep_header(answer, &mut dressed, header::ALLOW);
    answer::keep_header(answer, &mut dressed, header::RETRY_AFTER);
    dressed
}

fn errors(visit: &Visit, problem: &dyn Problem) -> Vec<FieldProblem> {
    let parts = problem.parts();
    let single = |problem: &dyn Problem| {
        let field = problem.place()?;
        let value = problem.value().map(str::to_owned).or_else(|| value_at(visit, &field));
        let value = value.map(|value| value.chars().take(VALUE_CHARS_MAX).collect());
        Some(FieldProblem { field, value, detail: problem.tell(visit.lang), name: problem.name().into() })
    };
    match parts.is_empty() {
        true => single(problem).into_iter().collect(),
        false => parts.into_iter().filter_map(single).collect(),
    }
}

/// What stands at this place of the body that was sent: "wishes[2].rank".
fn value_at(visit: &Visit, place: &str) -> Option<String> {
    let pointer = place.replace('[', ".").replace(']', "").replace('.', "/");
    match visit.sent.get()?.pointer(&format!("/{pointer}"))? {
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    }
}

fn plain_name(status: StatusCode) -> &'static str {
    match status {
        StatusCode::NOT_FOUND => "not-found",
        StatusCode::METHOD_NOT_ALLOWED => "method-not-allowed",
        StatusCode::PAYLOAD_TOO_LARGE => "too-large",
        StatusCode::SERVICE_UNAVAILABLE => "unavailable",
        StatusCode::INSUFFICIENT_STORAGE => "no-room",
        status if status.is_client_error() => "request-unreadable",
        _ => "failed",
    }
}

/// As pages say it, but for what a program does otherwise than a reader: it shows a token, and has chosen the method.
fn told(lang: Lang, status: StatusCode, fault: Option<&Fault>) -> (String, String) {
    let words = words(lang);
    match status {
        StatusCode::METHOD_NOT_ALLOWED => (words.api_method_title().to_string(), words.api_method().to_string()),
        StatusCode::UNAUTHORIZED => (words.api_token_title().to_string(), words.api_token().to_string()),
        _ => answer::told(lang, status, fault),
    }
}
