//! What happens around every request: who asks, may this request change anything, how much and how long, and how the
//! answer leaves the house.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use askama::Template;
use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, DefaultBodyLimit, MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum_extra::extract::CookieJar;
use base::Lang;
use futures_util::{FutureExt, StreamExt};
use governor::{DefaultKeyedRateLimiter, Quota};
use tokio::time::timeout;
use tower_http::timeout::TimeoutBody;
use uuid::Uuid;

use super::answer::{Crowded, Shown, keep_header, see_other, told};
use super::api;
use super::choices::{self, Choices};
use super::kept::{self, Again, Sent};
use super::proxies::Proxies;
use super::room::{Full, Guest, Held, Lane, Regular};
use super::routes::Routes;
use super::turned_away::TurnedAway;
use super::{App, Known, Visit};
use crate::actor::Actor;
use crate::assets;
use crate::fault::{Denied, Fault, Kind, Problem};
use crate::journal;
use crate::local::LocalPath;
use crate::page::{Me, Page};
use crate::words;

/// The session cookie. Its name makes browsers insist on `Secure`, on this host and on the whole of it.
pub const COOKIE: &str = "__Host-fotfeste";
/// A form is at most this large, in bytes. Uploads have a limit of their own.
pub const FORM_BYTES_MAX: usize = 512 * 1024;
/// An address may stand for a whole campus: it gets as much as so many sessions.
pub const SESSION_SHARE: u32 = 100;
/// The longest pause within a request's body.
const BODY_PAUSE_MAX: Duration = Duration::from_secs(15);
/// The beginning of a body, which is all of most, comes within this time: it fits through a very slow line.
const BEGINNING_MAX: Duration = Duration::from_secs(60);
/// So much of a body that nobody takes is let go, for so long, so that its sender reads why.
const LET_GO_BYTES_MAX: usize = 64 * 1024 * 1024;
const LET_GO_MAX: Duration = Duration::from_secs(30);

const POLICY: &str = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; \
                      frame-ancestors 'none'";

struct Front {
    app: App,
    limiter: DefaultKeyedRateLimiter<String>,
    proxies: Proxies,
    lanes: HashMap<(Method, &'static str), Lane>,
    turned_away: TurnedAway,
    beginning_max: Duration,
}

/// Puts everything around the routes that every request needs.
pub fn dressed(routes: Routes, app: App) -> Router {
    dressed_within(routes, app, BEGINNING_MAX)
}

/// The same with another time for the beginning of a body: for tests.
pub fn dressed_within(routes: Routes, app: App, beginning_max: Duration) -> Router {
    let per_second = NonZeroU32::new(app.settings().limits.requests_per_second).unwrap_or(NonZeroU32::MIN);
    let quota = Quota::per_second(per_second).allow_burst(per_second.saturating_mul(NonZeroU32::MIN.saturating_add(4)));
    let front = Arc::new(Front {
        app: app.clone(),
        limiter: DefaultKeyedRateLimiter::keyed(quota),
        proxies: app.settings().proxies(),
        turned_away: TurnedAway::default(),
        beginning_max,
        lanes: routes.list().iter().map(|route| ((route.method.clone(), route.path), route.lane)).collect(),
    });
    routes
        .build(&app)
        .layer(DefaultBodyLimit::max(FORM_BYTES_MAX))
        .layer(from_fn_with_state(front, around))
        .route(assets::ROUTE, axum::routing::get(assets::serve).layer(from_fn_with_state((), plain)))
        .with_state(app)
}

/// Assets need no more than the headers.
async fn plain(State(()): State<()>, request: Request, next: Next) -> Response {
    let mut answer = next.run(request).await;
    add_headers(answer.headers_mut(), None);
    answer
}

async fn around(State(front): State<Arc<Front>>, request: Request, next: Next) -> Response {
    let method = request.method().clone();
    // Logs name the route, never the address: addresses may open something.
    let route = request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str).to_string();
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip());
    let peer = peer.map(|peer| front.proxies.reader(peer, request.headers()).to_string());
    let request = request.map(|body| Body::new(TimeoutBody::new(BODY_PAUSE_MAX, body)));
    let (request, sent) = kept::take_in(request, front.beginning_max).await;
    let path = request.uri().path_and_query().and_then(|path| LocalPath::new(path.as_str()));
    let lane = lane_of(&front, &method, &route, &sent);
    let headers = request.headers().clone();
    let (visit, answer) = match refused_unread(lane, &sent) {
        Some(status) => {
            let guest = front.app.room().greet(shown_by(&request).as_deref());
            (stranger(&guest, &request, route, peer), status.into_response())
        }
        None => answered(&front, lane, request, next, route, peer).await,
    };
    let kept = answer.status().is_server_error() && keeps(&front.app, &method, lane, &visit, &headers);
    let again = match path.as_ref().filter(|_| kept) {
        Some(path) => sent.again(path.as_str().to_owned()).await,
        None => None,
    };
    let reload = path.filter(|_| method == Method::GET).map(|path| path.as_str().to_owned());
    let mut answer = dress(&front.app, &visit, answer, Offer { again, reload });
    add_headers(answer.headers_mut(), Some(&visit.request_id));
    if sent.is_late() {
        answer.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    metrics::counter!("http_requests_total", "status" => answer.status().as_str().to_string()).increment(1);
    tracing::debug!(target: "request", id = visit.request_id, %method, route = visit.route, status = answer.status().as_u16());
    answer
}

/// The answer of whoever finds a place, worked out while they have it. What streams does so afterwards, without one.
async fn answered(
    front: &Front,
    lane: Lane,
    request: Request,
    next: Next,
    route: String,
    peer: Option<String>,
) -> (Visit, Response) {
    let (app, method) = (&front.app, request.method().clone());
    let full = |_: Full| {
        metrics::counter!("http_crowded_total").increment(1);
        Fault::from(Crowded { changing: !is_safe(&method) }).into_response()
    };
    let guest = app.room().greet(shown_by(&request).as_deref());
    if lane == Lane::Free {
        let visit = stranger(&guest, &request, route, peer);
        let answer = match admit(front, &visit, &request) {
            Ok(()) => run(next, visit.clone(), request).await,
            Err(fault) => fault.into_response(),
        };
        return (visit, answer);
    }
    let place = match app.room().enter(lane, &guest).await {
        Ok(place) => place,
        // The database is not asked who it is: that would be work, too.
        Err(crowd) => {
            let visit = stranger(&guest, &request, route, peer);
            let answer = full(crowd);
            let_go(lane, request).await;
            if !is_safe(&method) || is_api(&visit.path) {
                return (visit, answer);
            }
            let here = Offer { again: None, reload: Some(String::new()) };
            let answer = front.turned_away.page(&visit, |nowhere| dress(app, nowhere, answer, here)).await;
            return (visit, answer);
        }
    };
    let (visit, known) = visit_of(app, request.headers().clone(), request.uri().clone(), route, peer).await;
    let organisation = visit.actor.here().or_else(|| visit.actor.studies_at().first().copied());
    let place = match visit.actor.is_signed_in() {
        true => {
            let lang = visit.actor.lang().unwrap_or(visit.lang);
            app.room().know(place, lane, &guest, Regular { lang, organisation }).await
        }
        false => Ok(place),
    };
    let length = length_of(request.headers());
    let entered = async { Ok((place?, memory_for(app, lane, &visit, length).await?)) };
    let _held = match entered.await {
        Ok(held) => held,
        Err(crowd) => {
            let_go(lane, request).await;
            return (visit, full(crowd));
        }
    };
    let before = unless_their_own(&visit.actor, Choices::before(request.headers()));
    let onward = choices::onward(&method, request.uri(), request.headers(), before);
    let answer = match (known.and_then(|()| admit(front, &visit, &request)), onward) {
        (Ok(()), Some(path)) if !is_api(&visit.path) => see_other(path.as_str()),
        (Ok(()), _) => run(next, visit.clone(), request).await,
        (Err(fault), _) => fault.into_response(),
    };
    (visit, answer)
}

/// How long the body says it is.
fn length_of(headers: &HeaderMap) -> Option<u64> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// Memory for what is brought, by those who may bring something: nobody else is let in with what is large, nor keeps others
/// from bringing it.
async fn memory_for(app: &App, lane: Lane, visit: &Visit, length: Option<u64>) -> Result<Option<Held>, Full> {
    if !visit.actor.is_signed_in() && visit.token.is_none() {
        return Ok(None);
    }
    app.room().hold(lane, length).await
}

/// Takes in what is still to come of a body, and keeps none of it: whoever is sending reads no answer before they are done,
/// and would find the line cut instead. Who sends more, or for longer, does.
async fn let_go(lane: Lane, request: Request) {
    if lane != Lane::Bringing {
        return;
    }
    let mut left = LET_GO_BYTES_MAX;
    let mut pieces = request.into_body().into_data_stream();
    let all = async {
        while let Some(Ok(piece)) = pieces.next().await {
            left = left.saturating_sub(piece.len());
            if left == 0 {
                return;
            }
        }
    };
    let _in_time = timeout(LET_GO_MAX, all).await;
}

/// Among which places a request takes one. What comes over a slow line takes none from those who are quick.
fn lane_of(front: &Front, method: &Method, route: &str, sent: &Sent) -> Lane {
    let method = if *method == Method::HEAD { &Method::GET } else { method };
    match front.lanes.get(&(method.clone(), route)) {
        Some(Lane::Usual) if sent.goes_on() => Lane::Bringing,
        Some(lane) => *lane,
        None => Lane::Usual,
    }
}

/// What is refused before anybody is asked who it is. Forms of these lanes are short: one that goes on after its
/// beginning would hold one of their few places for as long as its line is slow.
fn refused_unread(lane: Lane, sent: &Sent) -> Option<StatusCode> {
    let is_short = matches!(lane, Lane::Handing | Lane::Entering | Lane::Leaving | Lane::Free);
    if sent.is_late() {
        return Some(StatusCode::REQUEST_TIMEOUT);
    }
    (is_short && sent.goes_on()).then_some(StatusCode::PAYLOAD_TOO_LARGE)
}

/// The session or the token that comes with a request, unchecked.
fn shown_by(request: &Request) -> Option<String> {
    match is_api(request.uri().path()) {
        true => token_in(request.headers()).map(str::to_owned),
        false => session_in(request.headers()),
    }
}

/// Nobody who is known, in the language they had when they were here before.
fn stranger(guest: &Guest, request: &Request, route: String, peer: Option<String>) -> Visit {
    let (headers, uri) = (request.headers(), request.uri());
    let visit = visit_with(None, None, headers, uri, route, peer);
    let known = guest.regular.filter(|_| Choices::of(uri).lang.is_none()).map(|regular| regular.lang);
    let lang = if is_api(uri.path()) { language_of_program(headers) } else { known.unwrap_or(visit.lang) };
    Visit { lang, ..visit }
}

/// Whether what was typed is given back when it could not be taken in: a form from a page of ours that holds no secret.
fn keeps(app: &App, method: &Method, lane: Lane, visit: &Visit, headers: &HeaderMap) -> bool {
    *method == Method::POST && lane != Lane::Entering && !is_api(&visit.path) && from_ourselves(headers, app)
}

async fn run(next: Next, visit: Visit, mut request: Request) -> Response {
    let (id, token) = (visit.request_id.clone(), visit.token.as_ref().map(|token| token.id));
    request.extensions_mut().insert(visit);
    let answer = async {
        match token {
            Some(token) => journal::with_token(token, next.run(request)).await,
            None => next.run(request).await,
        }
    };
    match AssertUnwindSafe(journal::in_request(id.clone(), answer)).catch_unwind().await {
        Ok(answer) => answer,
        Err(_) => {
            tracing::error!(target: "fault", id, "a handler panicked");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// Who asks, and in which language; a database that cannot tell lets nobody in.
async fn visit_of(
    app: &App,
    headers: HeaderMap,
    uri: Uri,
    route: String,
    peer: Option<String>,
) -> (Visit, Result<(), Fault>) {
    if is_api(uri.path()) {
        return program_of(app, &headers, &uri, route, peer).await;
    }
    let session = session_in(&headers);
    let (known, result) = match &session {
        Some(value) => match app.identify()(app.db(), value).await {
            Ok(known) => (known, Ok(())),
            Err(fault) => (None, Err(fault)),
        },
        None => (None, Ok(())),
    };
    (visit_with(known, session, &headers, &uri, route, peer), result)
}

fn session_in(headers: &HeaderMap) -> Option<String> {
    CookieJar::from_headers(headers).get(COOKIE).map(|cookie| cookie.value().to_string())
}

/// The visit of somebody who is known, or of nobody.
fn visit_with(
    known: Option<Known>,
    session: Option<String>,
    headers: &HeaderMap,
    uri: &Uri,
    route: String,
    peer: Option<String>,
) -> Visit {
    let session = known.is_some().then_some(session).flatten();
    let search_key = known.as_ref().is_none_or(|known| known.search_key);
    let (actor, me, scheme, proof, support, practice) = match known {
        Some(Known { actor, me, scheme, proof, support, practice, .. }) => {
            (actor, me, scheme, Some(proof), support, practice)
        }
        None => (Actor::nobody(), Me::default(), "auto", None, None, None),
    };
    let chosen = Choices::of(uri).or(unless_their_own(&actor, Choices::before(headers)));
    Visit {
        me: actor.is_signed_in().then_some(me),
        lang: chosen.lang.or(actor.lang()).or_else(|| accepted(headers)).unwrap_or_default(),
        scheme: chosen.scheme.unwrap_or(scheme),
        search_key,
        actor,
        route,
        path: uri.path().to_string(),
        query: choices::rest(uri),
        fragment: headers.contains_key("hx-request"),
        request_id: Uuid::now_v7().simple().to_string(),
        address: peer.unwrap_or_default(),
        session,
        proof,
        support,
        practice,
        device: one_of(headers, &BROWSERS),
        system: one_of(headers, &SYSTEMS),
        token: None,
        sent: Arc::default(),
    }
}

/// What was chosen on the page before counts as long as the reader has no choice of their own; who is signed in has a look.
fn unless_their_own(actor: &Actor, before: Choices) -> Choices {
    Choices {
        lang: before.lang.filter(|_| actor.lang().is_none()),
        scheme: before.scheme.filter(|_| !actor.is_signed_in()),
    }
}

fn is_api(path: &str) -> bool {
    path.strip_prefix(api::ROOT).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn accepted(headers: &HeaderMap) -> Option<Lang> {
    Lang::accepted(headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?)
}

/// The one it asks for, or that of those who write programs.
fn language_of_program(headers: &HeaderMap) -> Lang {
    accepted(headers).unwrap_or(Lang::En)
}

/// Which program asks. A cookie means nothing here.
async fn program_of(
    app: &App,
    headers: &HeaderMap,
    uri: &Uri,
    route: String,
    peer: Option<String>,
) -> (Visit, Result<(), Fault>) {
    let address = peer.unwrap_or_default();
    let (known, result) = match (token_in(headers), app.tokens()) {
        (Some(token), Some(identify)) => match identify(app.db(), token, &address).await {
            Ok(known) => (known, Ok(())),
            Err(fault) => (None, Err(fault)),
        },
        _ => (None, Ok(())),
    };
    let (actor, token) = match known {
        Some(known) => (known.actor, Some(known.token)),
        None => (Actor::nobody(), None),
    };
    let visit = Visit {
        me: None,
        actor,
        lang: language_of_program(headers),
        scheme: "auto",
        search_key: true,
        route,
        path: uri.path().to_string(),
        query: uri.query().unwrap_or_default().to_string(),
        fragment: false,
        request_id: Uuid::now_v7().simple().to_string(),
        address,
        session: None,
        proof: None,
        support: None,
        practice: None,
        device: "",
        system: "",
        token,
        sent: Arc::default(),
    };
    (visit, result)
}

/// What stands after "Bearer" in the header that signs a program in.
fn token_in(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token.trim())
}

/// What a browser calls itself, and what people call it. Those that claim to be others come first.
const BROWSERS: [(&str, &str); 7] = [
    ("edg", "Edge"),
    ("opr/", "Opera"),
    ("samsungbrowser", "Samsung Internet"),
    ("firefox", "Firefox"),
    ("fxios", "Firefox"),
    ("chrom", "Chrome"),
    ("safari", "Safari"),
];
/// The same for the system under it.
const SYSTEMS: [(&str, &str); 7] = [
    ("iphone", "iPhone"),
    ("ipad", "iPad"),
    ("android", "Android"),
    ("cros", "ChromeOS"),
    ("windows", "Windows"),
    ("macintosh", "Mac"),
    ("linux", "Linux"),
];

fn one_of(headers: &HeaderMap, words: &[(&str, &'static str)]) -> &'static str {
    let agent = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
    let agent = agent.to_ascii_lowercase();
    words.iter().find(|(mark, _)| agent.contains(mark)).map_or("", |(_, word)| word)
}

fn admit(front: &Front, visit: &Visit, request: &Request) -> Result<(), Fault> {
    let (who, known) = match (&visit.token, &visit.session) {
        (Some(token), _) => (format!("token {}", token.id), true),
        (None, Some(session)) => (format!("session {session}"), true),
        (None, None) => (format!("address {}", visit.address), false),
    };
    let cost = if known { SESSION_SHARE } else { 1 };
    let cost = NonZeroU32::new(cost).unwrap_or(NonZeroU32::MIN);
    if !matches!(front.limiter.check_key_n(&who, cost), Ok(Ok(()))) {
        tracing::warn!(target: "refused", id = visit.request_id, "too many requests");
        return Err(Hurry.into());
    }
    // No browser adds a token by itself, so no other site can have one used.
    if is_safe(request.method()) || is_api(&visit.path) || from_ourselves(request.headers(), &front.app) {
        return Ok(());
    }
    tracing::warn!(target: "refused", id = visit.request_id, route = visit.route, "a change asked for from elsewhere");
    Err(Denied { act: "change anything from another site" }.into())
}

fn is_safe(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

/// Changes are taken only from our own pages. Browsers say where a request comes from; older ones name the origin.
fn from_ourselves(headers: &HeaderMap, app: &App) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    let Some(origin) = text("origin") else { return false };
    let host = text("host").unwrap_or_default();
    origin == app.settings().base_url.trim_end_matches('/')
        || origin.strip_prefix("http://").or(origin.strip_prefix("https://")) == Some(host)
}

#[derive(Debug, thiserror::Error)]
#[error("too many requests")]
struct Hurry;

impl Problem for Hurry {
    fn kind(&self) -> Kind {
        Kind::TooMany
    }
    fn name(&self) -> &'static str {
        "too-many-requests"
    }
    fn tell(&self, lang: Lang) -> String {
        words(lang).pages_too_many_text().to_string()
    }
}

fn add_headers(headers: &mut HeaderMap, request_id: Option<&str>) {
    let mut set = |name: HeaderName, value: &'static str| {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::X_FRAME_OPTIONS, "DENY");
    set(header::STRICT_TRANSPORT_SECURITY, "max-age=63072000; includeSubDomains");
    set(header::REFERRER_POLICY, "same-origin");
    set(header::CACHE_CONTROL, "no-store");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    set(HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()");
    if let Some(id) = request_id.and_then(|id| HeaderValue::from_str(id).ok()) {
        headers.insert(HeaderName::from_static("x-request-id"), id);
    }
}

#[derive(Template)]
#[template(path = "pages/error.html")]
struct ErrorPage {
    page: Page,
    title: String,
    text: String,
    /// To find the error in the log; shown when it is ours.
    reference: Option<String>,
    sign_in: bool,
    offer: Offer,
}

/// What a reader can do about a refusal of ours without losing anything.
#[derive(Default)]
struct Offer {
    /// To send what was typed again
    again: Option<Again>,
    /// To open the page again
    reload: Option<String>,
}

/// Turns a bare refusal into a page in the reader's language. Internals go to the log, never into the page.
fn dress(app: &App, visit: &Visit, answer: Response, offer: Offer) -> Response {
    let status = answer.status();
    let shown = answer.extensions().get::<Shown>().cloned();
    let bare = !answer.headers().contains_key(header::CONTENT_TYPE) || is_text(&answer);
    if !(status.is_client_error() || status.is_server_error()) || (shown.is_none() && !bare) {
        return answer;
    }
    let fault = shown.map(|shown| shown.0);
    let problem = fault.as_deref().and_then(Fault::problem);
    match (&fault, problem) {
        (Some(fault), None) => tracing::error!(target: "fault", id = visit.request_id, route = visit.route, ?fault),
        (_, Some(problem)) => {
            tracing::info!(target: "problem", id = visit.request_id, route = visit.route, name = problem.name(), %problem);
        }
        (None, None) => {}
    }
    if is_api(&visit.path) {
        return api::dress(visit, &answer);
    }
    let (title, text) = told(visit.lang, status, fault.as_deref());
    let page = ErrorPage {
        page: visit.page(app),
        title,
        text: problem.map_or(text, |problem| problem.tell(visit.lang)),
        // Whoever comes too early needs no reference: nothing is wrong.
        reference: (status.is_server_error() && problem.is_none()).then(|| visit.request_id.clone()),
        sign_in: status == StatusCode::UNAUTHORIZED,
        offer: if status.is_server_error() { offer } else { Offer::default() },
    };
    let Ok(html) = page.render() else { return status.into_response() };
    let mut dressed = (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response();
    if let Some(problem) = problem {
        // For machines and tests: the texts may change, the names do not.
        dressed.headers_mut().insert(HeaderName::from_static("x-problem"), HeaderValue::from_static(problem.name()));
    }
    keep_header(&answer, &mut dressed, header::ALLOW);
    keep_header(&answer, &mut dressed, header::RETRY_AFTER);
    dressed
}

fn is_text(answer: &Response) -> bool {
    let kind = answer.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("text/plain"))
}
