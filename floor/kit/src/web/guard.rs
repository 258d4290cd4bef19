//! What stands around routes that ask for more than a session: a proof that is not old, and a note of whose file was
//! opened. Who proves what, and where notes are kept, is sign-in's affair: the app brings it along as [`Guards`].

use std::future::Future;
use std::pin::Pin;

use axum::RequestExt;
use axum::body::{Body, to_bytes};
use axum::extract::{RawPathParams, Request};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base::PersonId;
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::answer::refused_form;
use super::api::People;
use super::layers::FORM_BYTES_MAX;
use super::{App, Visit};
use crate::fault::Fault;

/// What comes later, of one request.
pub type Promise<'a, T> = Pin<Box<dyn Future<Output = Result<T, Fault>> + Send + 'a>>;

/// Provided by sign-in.
#[derive(Clone, Copy)]
pub struct Guards {
    /// Whether the session was proven lately enough for the organisations the actor acts at
    pub is_fresh: for<'a> fn(&'a App, &'a Visit) -> Promise<'a, bool>,
    /// Checks the proof that came with the request, or asks for one
    pub confirm: for<'a> fn(&'a App, &'a Visit, Asked) -> Promise<'a, Confirmed>,
    /// Notes that the actor opened the file of the person with this id
    pub looked: for<'a> fn(&'a App, &'a Visit, String) -> Promise<'a, ()>,
    /// Notes who stood in a part of a list that a token was given, and at which address
    pub listed: for<'a> fn(&'a App, &'a Visit, String, People) -> Promise<'a, ()>,
}

/// A request that waits for a proof.
#[derive(Debug, Clone)]
pub struct Asked {
    /// GET or POST
    pub method: Method,
    /// Its address with the query
    pub path: String,
    /// What was typed, the proof included
    pub fields: Vec<(String, String)>,
}

/// What came of asking.
pub enum Confirmed {
    /// Proven: the request goes on with these fields, and the session has a new value
    Proven {
        /// What was typed, without the proof
        fields: Vec<(String, String)>,
        /// The session's new value
        session: String,
        /// The cookie that carries it
        cookie: HeaderValue,
    },
    /// The page that asks
    Ask(Response),
}

/// The request, once the one who asks has proven who they are; otherwise the page that asks for a proof.
pub(super) async fn proven(
    app: &App,
    needed: bool,
    visit: &Visit,
    request: Request,
) -> Result<(Request, Option<HeaderValue>), Response> {
    if !needed || (app.guards().is_fresh)(app, visit).await.map_err(IntoResponse::into_response)? {
        return Ok((request, None));
    }
    let (mut parts, body) = request.into_parts();
    let method = parts.method.clone();
    let fields = if method == Method::POST {
        read(&parts.headers, body).await.map_err(IntoResponse::into_response)?
    } else {
        vec![]
    };
    let path = parts.uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
    let asked = Asked { method: method.clone(), path, fields };
    match (app.guards().confirm)(app, visit, asked).await.map_err(IntoResponse::into_response)? {
        Confirmed::Ask(page) => Err(page),
        Confirmed::Proven { fields, session, cookie } => {
            let body = written(&fields);
            parts.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
            let mut visit = visit.clone();
            visit.session = Some(session);
            parts.extensions.insert(visit);
            Ok((Request::from_parts(parts, Body::from(body)), Some(cookie)))
        }
    }
}

async fn read(headers: &HeaderMap, body: Body) -> Result<Vec<(String, String)>, Fault> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    fields_of(kind, &to_bytes(body, FORM_BYTES_MAX).await.map_err(refused_form)?)
}

/// The fields of a form, in their order.
pub(super) fn fields_of(kind: &str, bytes: &[u8]) -> Result<Vec<(String, String)>, Fault> {
    if !kind.starts_with("application/x-www-form-urlencoded") {
        return Err(refused_form("only the fields of a form can be kept"));
    }
    let text = std::str::from_utf8(bytes).map_err(refused_form)?;
    let plain = |text: &str| percent_decode_str(&text.replace('+', " ")).decode_utf8().map(|text| text.into_owned());
    text.split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            Ok((plain(name).map_err(refused_form)?, plain(value).map_err(refused_form)?))
        })
        .collect()
}

fn written(fields: &[(String, String)]) -> String {
    let plain = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    fields.iter().map(|(name, value)| format!("{}={}", plain(name), plain(value))).collect::<Vec<_>>().join("&")
}

/// Whose file an answer shows, where the address does not name the person: a page that is noted adds it to its answer.
#[derive(Debug, Clone)]
pub struct Whose(pub PersonId);

/// Whose file the address names.
pub(super) async fn subject(noted: bool, mut request: Request) -> (Request, Option<String>) {
    if !noted {
        return (request, None);
    }
    let whose = match request.extract_parts::<RawPathParams>().await {
        Ok(words) => words.iter().find(|(name, _)| *name == "person").map(|(_, id)| id.to_owned()),
        Err(_) => None,
    };
    (request, whose)
}

/// Whose file an answer shows, when it shows one.
pub(super) fn shown(whose: Option<String>, answer: &Response) -> Option<String> {
    let told = || answer.extensions().get::<Whose>().map(|whose| whose.0.to_string());
    whose.or_else(told).filter(|_| answer.status() == StatusCode::OK)
}

/// Notes who stood in a part of a list that the answer gives to a token; what could not be noted is a fault.
pub(super) async fn note_list(app: &App, visit: &Visit, path: String, people: Option<People>) -> Option<Fault> {
    visit.token()?;
    (app.guards().listed)(app, visit, path, people?).await.err()
}

/// Notes that the file was shown; what could not be noted is a fault.
pub(super) async fn note_look(app: &App, visit: &Visit, whose: Option<String>) -> Option<Fault> {
    (app.guards().looked)(app, visit, whose?).await.err()
}
