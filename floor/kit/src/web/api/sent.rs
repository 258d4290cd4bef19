use std::collections::BTreeMap;

use axum::Json;
use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::response::IntoResponse;
use base::{Date, Id, Lang, PersonId};
use percent_encoding::percent_decode_str;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::super::{Answer, Visit};
use super::answer::tag_of;
use crate::db::Tx;
use crate::fault::{Denied, Fault, Kind, Problem};
use crate::repeat;

/// The header that tells a repeat from a new request.
pub(super) const KEY_HEADER: &str = "idempotency-key";
/// The longest key of a request, in characters.
pub(super) const KEY_CHARS_MAX: usize = 255;

/// The longest text of a parameter, in characters.
pub(super) const TEXT_CHARS_MAX: usize = 200;

/// What a program sent to be done: its body, and what it said about it.
#[derive(Debug, Clone)]
pub struct Sent<T> {
    /// The body
    pub body: T,
    key: Option<String>,
    print: String,
    seen: Option<String>,
}

impl<T> Sent<T> {
    /// Runs `work` the first time this request comes with its key, and keeps the answer for the next times. Without a
    /// key it runs each time.
    /// # Errors
    /// [`KeyReused`] when another request had the key; what `work` answers.
    pub async fn once<R, W, F>(&self, tx: &Tx, work: W) -> Result<R, Fault>
    where
        R: Serialize + DeserializeOwned,
        W: FnOnce() -> F,
        F: Future<Output = Result<R, Fault>>,
    {
        let Some(key) = &self.key else { return work().await };
        let owner = tx.actor().organisations().first().copied().ok_or(Denied { act: "act without an organisation" })?;
        let keep = async || Ok(Kept { print: self.print.clone(), answer: work().await? });
        let kept = repeat::once(tx, owner, "api", key, keep).await?;
        if kept.print == self.print { Ok(kept.answer) } else { Err(KeyReused.into()) }
    }

    /// Refuses a change of a thing that is no longer as the program had read it.
    /// # Errors
    /// [`NotNamed`] when it did not say what it had read, [`Changed`] when the thing is another by now.
    pub fn unchanged<S: Serialize>(&self, current: &S) -> Result<(), Fault> {
        let seen = self.seen.as_deref().ok_or(NotNamed)?;
        let tag = tag_of(current)?;
        let same = seen.split(',').map(str::trim).any(|seen| seen == "*" || seen.trim_start_matches("W/") == tag);
        if same { Ok(()) } else { Err(Changed.into()) }
    }
}

/// An answer that is kept for repeats, and the print of the request it belongs to.
#[derive(Serialize, Deserialize)]
struct Kept<R> {
    print: String,
    answer: R,
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Sent<T> {
    type Rejection = axum::response::Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Self::Rejection> {
        let headers = request.headers().clone();
        let place = format!("{} {}", request.method(), request.uri().path());
        let visit = request.extensions().get::<Visit>().cloned();
        let bytes = Bytes::from_request(request, state).await.map_err(IntoResponse::into_response)?;
        let read = || -> Result<Self, Fault> {
            let visit = visit.as_ref().ok_or_else(|| Fault::ours("a route outside the layer that knows who asks"))?;
            Ok(Self {
                key: key_of(&headers, visit, &place)?,
                print: hex::encode(Sha256::digest(&bytes)),
                seen: text_of(&headers, header::IF_MATCH.as_str()).map(str::to_owned),
                body: body_of(&headers, visit, &bytes)?,
            })
        };
        read().map_err(IntoResponse::into_response)
    }
}

/// A file that a program sent: the whole body of its request.
#[derive(Debug, Clone)]
pub struct SentFile {
    /// What it holds
    pub bytes: Bytes,
    sent: Sent<()>,
}

impl SentFile {
    /// The media type that a file is sent with, whatever it holds.
    pub const KIND: &str = "application/octet-stream";

    /// As [`Sent::once`].
    /// # Errors
    /// As [`Sent::once`].
    pub async fn once<R, W, F>(&self, tx: &Tx, work: W) -> Result<R, Fault>
    where
        R: Serialize + DeserializeOwned,
        W: FnOnce() -> F,
        F: Future<Output = Result<R, Fault>>,
    {
        self.sent.once(tx, work).await
    }
}

impl<S: Send + Sync> FromRequest<S> for SentFile {
    type Rejection = axum::response::Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Self::Rejection> {
        let headers = request.headers().clone();
        let place = format!("{} {}", request.method(), request.uri());
        let visit = request.extensions().get::<Visit>().cloned();
        // Refused before it is read: a file under another name would be taken for what it is not.
        if !is_kind(&headers, Self::KIND) {
            return Err(Fault::from(NotFile).into_response());
        }
        let bytes = Bytes::from_request(request, state).await.map_err(IntoResponse::into_response)?;
        let read = || -> Result<Self, Fault> {
            let visit = visit.as_ref().ok_or_else(|| Fault::ours("a route outside the layer that knows who asks"))?;
            let key = key_of(&headers, visit, &place)?;
            let sent = Sent { body: (), key, print: hex::encode(Sha256::digest(&bytes)), seen: None };
            Ok(Self { bytes, sent })
        };
        read().map_err(IntoResponse::into_response)
    }
}

fn is_kind(headers: &HeaderMap, wanted: &str) -> bool {
    let kind = text_of(headers, header::CONTENT_TYPE.as_str()).unwrap_or_default();
    kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case(wanted)
}

fn text_of<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}

/// The key of the request, bound to the token and to the address: it means nothing elsewhere.
fn key_of(headers: &HeaderMap, visit: &Visit, place: &str) -> Result<Option<String>, Fault> {
    let Some(sent) = headers.get(KEY_HEADER) else { return Ok(None) };
    let good = |key: &&str| (1..=KEY_CHARS_MAX).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic());
    let key = sent.to_str().ok().filter(good);
    let key = key.ok_or_else(|| Unfit::value("Idempotency-Key", String::from_utf8_lossy(sent.as_bytes()).into()))?;
    let token = visit.token().map(|token| token.id.to_string()).unwrap_or_default();
    Ok(Some(hex::encode(Sha256::digest(format!("{token}\n{place}\n{key}")))))
}

/// The body, read into its type. An empty body is an object without fields.
fn body_of<T: DeserializeOwned>(headers: &HeaderMap, visit: &Visit, bytes: &Bytes) -> Result<T, Fault> {
    let nothing_sent =
        bytes.is_empty() && text_of(headers, header::CONTENT_TYPE.as_str()).unwrap_or_default().is_empty();
    if !is_kind(headers, "application/json") && !nothing_sent {
        return Err(NotJson.into());
    }
    let value: Value = match bytes.is_empty() {
        true => json!({}),
        false => serde_json::from_slice(bytes).map_err(|_| Unfit::body())?,
    };
    visit.remember(&value);
    // The database of texts holds no NUL; no field of ours means one.
    if holds_nul(&value) {
        return Err(Unfit::body().into());
    }
    serde_path_to_error::deserialize(value).map_err(|error| Unfit::of(&error).into())
}

fn holds_nul(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains('\0'),
        Value::Array(values) => values.iter().any(holds_nul),
        Value::Object(fields) => fields.iter().any(|(name, value)| name.contains('\0') || holds_nul(value)),
        _ => false,
    }
}

/// The query of the address, read strictly: what is not asked for by name is refused, not ignored.
#[derive(Debug, Clone, Default)]
pub struct Asked(BTreeMap<String, String>);

impl<S: Send + Sync> FromRequestParts<S> for Asked {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Fault> {
        let mut asked = BTreeMap::new();
        for pair in parts.uri.query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let plain = |text: &str| {
                percent_decode_str(&text.replace('+', " ")).decode_utf8().map(std::borrow::Cow::into_owned)
            };
            let (name, value) = match (plain(name), plain(value)) {
                (Ok(name), Ok(value)) if !name.contains('\0') && !value.contains('\0') => (name, value),
                _ => return Err(Unfit::value("query", pair.into()).into()),
            };
            if asked.contains_key(&name) {
                return Err(Unfit::value(name, value).into());
            }
            asked.insert(name, value);
        }
        Ok(Self(asked))
    }
}

impl Asked {
    /// Which part of a list is asked for, where the list knows these other parameters.
    /// # Errors
    /// [`Unfit`] names a parameter that is unknown or cannot be read.
    pub fn paging(&self, others: &[&str]) -> Result<Paging, Fault> {
        self.only(&[&["after", "limit"], others].concat())?;
        let read = |name: &'static str| self.0.get(name).map(|text| (name, text.as_str()));
        let after = match read("after") {
            None => None,
            Some((name, text)) => Some(Uuid::parse_str(text).map_err(|_| Unfit::value(name, text.into()))?),
        };
        let limit = match read("limit") {
            None => Paging::LIMIT,
            Some((name, text)) => {
                let limit = text.parse().ok().filter(|limit| (1..=Paging::LIMIT_MAX).contains(limit));
                limit.ok_or_else(|| Unfit::value(name, text.into()))?
            }
        };
        Ok(Paging { after, limit })
    }

    /// Refuses every parameter but these.
    /// # Errors
    /// [`Unfit`] names the parameter.
    pub fn only(&self, known: &[&str]) -> Result<(), Fault> {
        match self.0.keys().find(|name| !known.contains(&name.as_str())) {
            Some(unknown) => Err(Unfit::unknown(unknown.clone()).into()),
            None => Ok(()),
        }
    }

    /// A parameter's text; none when it is not there.
    /// # Errors
    /// [`Unfit`] when it is longer than any text that is asked with.
    pub fn text(&self, name: &'static str) -> Result<Option<&str>, Fault> {
        match self.0.get(name) {
            Some(text) if text.chars().count() > TEXT_CHARS_MAX => Err(Unfit::value(name, text.clone()).into()),
            found => Ok(found.map(String::as_str)),
        }
    }

    /// A parameter that is a day.
    /// # Errors
    /// [`Unfit`] when it is none.
    pub fn day(&self, name: &'static str) -> Result<Option<Date>, Fault> {
        let Some(text) = self.0.get(name) else { return Ok(None) };
        Ok(Some(text.parse().map_err(|_| Unfit::value(name, text.clone()))?))
    }

    /// A parameter that is an id.
    /// # Errors
    /// [`Unfit`] when it is none.
    pub fn id(&self, name: &'static str) -> Result<Option<Uuid>, Fault> {
        let Some(text) = self.0.get(name) else { return Ok(None) };
        Ok(Some(Uuid::parse_str(text).map_err(|_| Unfit::value(name, text.clone()))?))
    }
}

/// Which part of a list is asked for: `limit` things after the one with the id `after`, in the order of ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paging {
    after: Option<Uuid>,
    limit: usize,
}

impl Paging {
    /// Things in an answer that names no number.
    pub const LIMIT: usize = 50;
    /// Things in an answer at most.
    pub const LIMIT_MAX: usize = 200;

    /// The last thing of the part before.
    pub fn after(&self) -> Option<Uuid> {
        self.after
    }

    /// How many rows to read: one more than are shown, so that the end is known.
    pub fn rows(&self) -> u64 {
        self.limit as u64 + 1
    }

    /// The part of a list that was read whole, in the order of ids.
    pub fn part<R>(&self, mut all: Vec<R>, id: impl Fn(&R) -> Uuid) -> Vec<R> {
        all.sort_by_key(&id);
        let beyond = |row: &R| self.after.is_none_or(|after| id(row) > after);
        all.into_iter().filter(beyond).take(self.limit + 1).collect()
    }

    /// The answer, and whether there is more. `people` tells who stands in a row, by id or by name: it is noted of whom a
    /// token was told, so that it can be said when the token has leaked. A list of things says [`nobody`].
    /// # Errors
    /// When a thing cannot be written.
    pub fn answer<R, T: Serialize, P: IntoIterator<Item = PersonId>>(
        &self,
        rows: Vec<R>,
        id: impl Fn(&R) -> Uuid,
        people: impl Fn(&R) -> P,
        show: impl Fn(R) -> T,
    ) -> Answer {
        let more = rows.len() > self.limit;
        let rows: Vec<R> = rows.into_iter().take(self.limit).collect();
        let next = rows.last().filter(|_| more).map(&id);
        let people = People::of(rows.iter().flat_map(people));
        let items: Vec<T> = rows.into_iter().map(show).collect();
        let mut answer = Json(Listed { items, next }).into_response();
        if let Some(people) = people {
            answer.extensions_mut().insert(people);
        }
        Ok(answer)
    }
}

/// Who stands in a row where nobody does.
pub fn nobody<R>(_: &R) -> Option<PersonId> {
    None
}

/// Who stands in a part of a list, each once and in the order of ids; never empty. A part has so many rows at most, and a
/// row names a handful.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct People(Vec<PersonId>);

impl People {
    fn of(people: impl Iterator<Item = PersonId>) -> Option<Self> {
        let mut people: Vec<PersonId> = people.collect();
        people.sort();
        people.dedup();
        (!people.is_empty()).then_some(Self(people))
    }

    /// Their ids.
    pub fn ids(&self) -> &[PersonId] {
        &self.0
    }

    /// SHA-256 of their ids, in hex: the same people are the same print.
    pub fn print(&self) -> String {
        let mut digest = Sha256::new();
        self.0.iter().for_each(|id| digest.update(id.uuid().as_bytes()));
        hex::encode(digest.finalize())
    }
}

#[derive(Serialize)]
struct Listed<T> {
    items: Vec<T>,
    next: Option<Uuid>,
}

/// What was sent does not fit what the operation reads.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{place} {why}")]
pub struct Unfit {
    place: String,
    why: Why,
    value: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Why {
    Missing,
    Unknown,
    Wrong,
    Body,
}

impl std::fmt::Display for Why {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Missing => "is missing",
            Self::Unknown => "is not known",
            Self::Wrong => "cannot be read",
            Self::Body => "is no JSON that can be read",
        })
    }
}

impl Unfit {
    /// A value that the field or parameter does not take.
    pub fn value(place: impl Into<String>, value: String) -> Self {
        Self { place: place.into(), why: Why::Wrong, value: Some(value) }
    }

    fn unknown(place: String) -> Self {
        Self { place, why: Why::Unknown, value: None }
    }

    fn body() -> Self {
        Self { place: "body".into(), why: Why::Body, value: None }
    }

    /// Where a body could not be read. The reader's own words name a field that is missing or not known.
    fn of(error: &serde_path_to_error::Error<serde_json::Error>) -> Self {
        let (path, text) = (error.path().to_string(), error.inner().to_string());
        let quoted = |lead: &str| text.strip_prefix(lead)?.split('`').next().map(str::to_owned);
        let below = |name: String| if path == "." { name } else { format!("{path}.{name}") };
        if let Some(name) = quoted("missing field `") {
            return Self { place: below(name), why: Why::Missing, value: None };
        }
        if let Some(name) = quoted("unknown field `") {
            let place = if path.rsplit('.').next() == Some(&name) { path } else { below(name) };
            return Self::unknown(place);
        }
        Self { place: if path == "." { "body".into() } else { path }, why: Why::Wrong, value: None }
    }
}

impl Problem for Unfit {
    fn kind(&self) -> Kind {
        Kind::Invalid
    }
    fn name(&self) -> &'static str {
        match self.why {
            Why::Missing => "field-missing",
            Why::Unknown => "field-unknown",
            Why::Wrong => "value-unfit",
            Why::Body => "body-unreadable",
        }
    }
    fn tell(&self, lang: Lang) -> String {
        let (words, place) = (crate::words(lang), self.place.as_str());
        match self.why {
            Why::Missing => words.api_missing(place),
            Why::Unknown => words.api_unknown(place),
            Why::Wrong => words.api_unfit(place),
            Why::Body => words.api_body().to_string(),
        }
    }
    fn place(&self) -> Option<String> {
        Some(self.place.clone())
    }
    fn value(&self) -> Option<&str> {
        self.value.as_deref()
    }
}

macro_rules! refusals {
    ($($(#[$meta:meta])* $name:ident $kind:ident $word:literal $text:literal $tell:ident;)*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
        #[error($text)]
        pub struct $name;

        impl Problem for $name {
            fn kind(&self) -> Kind {
                Kind::$kind
            }
            fn name(&self) -> &'static str {
                $word
            }
            fn tell(&self, lang: Lang) -> String {
                crate::words(lang).$tell().to_string()
            }
        }
    )*};
}

refusals! {
    /// Another request had this key.
    KeyReused Conflict "key-reused" "the key of another request" api_key_reused;
    /// A change that does not say what was read.
    NotNamed Unconditional "if-match-missing" "a change without If-Match" api_if_match;
    /// The thing has changed since it was read.
    Changed Outdated "changed-meanwhile" "the thing is no longer what was read" api_changed;
    /// A body that is not JSON.
    NotJson Unsupported "not-json" "a body that is not JSON" api_not_json;
    /// A body that is not sent as a file.
    NotFile Unsupported "not-a-file" "a body that is not sent as a file" api_not_a_file;
}
