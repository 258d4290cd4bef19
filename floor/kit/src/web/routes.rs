use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::handler::Handler;
use axum::http::{Method, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, MethodRouter, on};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use sea_orm::DbErr;
use tokio::time::{Instant, timeout_at};

use super::api::{Operation, People, ROOT};
use super::{App, Lane, Visit, guard, see_other};
use crate::actor::Role;
use crate::fault::{Denied, Fault, Kind, NotFound, Problem};
use crate::scope::Scope;

/// No answer takes longer, a large upload over a slow line included. What streams does so after the answer has begun.
const HANDLER_MAX: Duration = Duration::from_secs(300);

/// Who a route is for. Rights to a thing are decided below, by the room's `access`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Everybody, also without signing in
    Anyone,
    /// Everybody who has signed in
    SignedIn,
    /// Students of some institution
    Student,
    /// Holders of a role somewhere
    Role(Role),
    /// Those who look after the whole portal
    Operator,
    /// Everybody, in the demo alone
    Demo,
    /// Programs with a token for this
    Token(Scope),
}

impl Need {
    /// The word in lists of routes.
    pub fn word(self) -> &'static str {
        match self {
            Self::Anyone => "anyone",
            Self::SignedIn => "signed-in",
            Self::Student => "student",
            Self::Role(role) => role.word(),
            Self::Operator => "operator",
            Self::Demo => "demo",
            Self::Token(scope) => scope.word(),
        }
    }
}

/// A declared route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// GET or POST, and PUT in the API
    pub method: Method,
    /// As axum writes it
    pub path: &'static str,
    /// Who it is for
    pub need: Need,
    /// Whether it asks for a proof of who one is that is not old
    pub fresh: bool,
    /// Whether it shows another person's file: each opening is noted and shown to that person
    pub noted: bool,
    /// Whether it is for oneself alone: nobody who helps sees it
    pub private: bool,
    /// Whether it changes something for whoever helps, so that it is open while they look with another person's eyes
    pub helping: bool,
    /// Among which places its requests take one
    pub lane: Lane,
}

impl Route {
    fn declared(method: Method, path: &'static str, need: Need) -> Self {
        let lane = Lane::Usual;
        Self { method, path, need, fresh: false, noted: false, private: false, helping: false, lane }
    }
}

/// Routes with their declared needs. There is no way to add one without.
#[derive(Default)]
pub struct Routes {
    list: Vec<Route>,
    /// Put behind their gates when the routes are built.
    gated: Vec<(Route, MethodRouter<App>)>,
    operations: Vec<(Route, Operation)>,
}

impl Routes {
    /// No routes yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A page that shows.
    pub fn get<H: Handler<T, App>, T: 'static>(self, path: &'static str, need: Need, handler: H) -> Self {
        self.on(Method::GET, MethodFilter::GET, path, need, handler)
    }

    /// An act.
    pub fn post<H: Handler<T, App>, T: 'static>(self, path: &'static str, need: Need, handler: H) -> Self {
        self.on(Method::POST, MethodFilter::POST, path, need, handler)
    }

    /// An operation of the API, below its root, for tokens with this scope.
    /// # Panics
    /// When the path does not lie below the API's root: tokens open nothing elsewhere.
    pub fn operation<H: Handler<T, App>, T: 'static>(
        mut self,
        method: Method,
        path: &'static str,
        scope: Scope,
        handler: H,
        operation: Operation,
    ) -> Self {
        assert!(path.starts_with(ROOT), "{path} does not begin with {ROOT}");
        let Ok(filter) = MethodFilter::try_from(method.clone()) else { panic!("{path}: {method} is not routed") };
        self = self.on(method, filter, path, Need::Token(scope), handler);
        let route = self.list.last().cloned();
        self.operations.extend(route.map(|route| (route, operation)));
        self
    }

    /// Every operation of the API, in the order of declaration.
    pub fn operations(&self) -> &[(Route, Operation)] {
        &self.operations
    }

    fn on<H: Handler<T, App>, T: 'static>(
        mut self,
        method: Method,
        filter: MethodFilter,
        path: &'static str,
        need: Need,
        handler: H,
    ) -> Self {
        let route = Route::declared(method, path, need);
        self.list.push(route.clone());
        self.gated.push((route, on(filter, handler)));
        self
    }

    /// The operation declared last takes a body of so many bytes: a file, where other bodies are short.
    /// # Panics
    /// When no route was declared yet.
    pub fn holding(mut self, bytes: usize) -> Self {
        let Some((route, handler)) = self.gated.pop() else { panic!("declare the route before what it takes") };
        self.gated.push((route, handler.layer(DefaultBodyLimit::max(bytes))));
        self.lane(Lane::Bringing)
    }

    /// The route declared last is a decision, a mass export, or changes roles or sign-in: whoever proved long ago who
    /// they are is asked again. What was typed is carried through the question.
    /// # Panics
    /// When no route was declared yet.
    pub fn fresh(self) -> Self {
        self.marked(|route| route.fresh = true)
    }

    /// The route declared last shows the file of the person in its `{person}`: each opening is noted, and that person
    /// sees who looked.
    /// # Panics
    /// When no route was declared yet.
    pub fn noted(self) -> Self {
        self.marked(|route| route.noted = true)
    }

    /// The route declared last shows what is for oneself alone, such as messages: whoever helps by looking with one's eyes
    /// does not see it.
    /// # Panics
    /// When no route was declared yet.
    pub fn private(self) -> Self {
        self.marked(|route| route.private = true)
    }

    /// The route declared last is for whoever looks with another person's eyes: it ends that.
    /// # Panics
    /// When no route was declared yet.
    pub fn helping(self) -> Self {
        self.marked(|route| route.helping = true)
    }

    /// The route declared last takes its places in this lane: a crowd elsewhere keeps nobody from it.
    /// # Panics
    /// When no route was declared yet.
    pub fn lane(self, lane: Lane) -> Self {
        self.marked(|route| route.lane = lane)
    }

    fn marked(mut self, mark: impl Fn(&mut Route)) -> Self {
        let (Some(listed), Some((gated, _))) = (self.list.last_mut(), self.gated.last_mut()) else {
            panic!("declare the route before what it asks for");
        };
        mark(listed);
        mark(gated);
        self
    }

    /// An act that brings a file: the handler counts the bytes itself, against a limit of its own.
    pub fn upload<H: Handler<T, App>, T: 'static>(mut self, path: &'static str, need: Need, handler: H) -> Self {
        let route = Route { lane: Lane::Bringing, ..Route::declared(Method::POST, path, need) };
        self.list.push(route.clone());
        self.gated.push((route, on(MethodFilter::POST, handler).layer(DefaultBodyLimit::disable())));
        self
    }

    /// Adds another room's routes.
    pub fn merge(mut self, other: Self) -> Self {
        self.list.extend(other.list);
        self.gated.extend(other.gated);
        self.operations.extend(other.operations);
        self
    }

    /// Every route, in the order of declaration.
    pub fn list(&self) -> &[Route] {
        &self.list
    }

    /// The router, each route behind its gate.
    pub fn build(self, app: &App) -> Router<App> {
        self.gated.into_iter().fold(Router::new(), |router, (route, handler)| {
            let path = route.path;
            let gate = Gate { app: app.clone(), route };
            router.route(path, handler.route_layer(from_fn_with_state(gate, pass)))
        })
    }
}

#[derive(Clone)]
struct Gate {
    app: App,
    route: Route,
}

impl Gate {
    fn has_parameter(&self) -> bool {
        self.route.path.contains('{')
    }

    fn lets(&self, visit: &Visit) -> bool {
        let actor = visit.actor();
        match self.route.need {
            Need::Anyone => true,
            Need::Demo => self.app.settings().demo,
            Need::SignedIn => actor.is_signed_in(),
            Need::Student => !actor.studies_at().is_empty(),
            Need::Role(role) => actor.has(role),
            Need::Operator => actor.operates(),
            Need::Token(scope) => visit.token().is_some_and(|token| token.scopes.contains(&scope)),
        }
    }

    /// Somebody who helps sees what the person sees, less what is for the person alone, and changes nothing.
    fn holds_back(&self, visit: &Visit) -> bool {
        let route = &self.route;
        visit.support().is_some() && !route.helping && (route.method != Method::GET || route.private || route.fresh)
    }
}

/// Nobody is asked to sign in; the wrong role is told so, unless that would tell that a thing exists.
async fn pass(State(gate): State<Gate>, visit: Visit, request: Request, next: Next) -> Response {
    if !gate.lets(&visit) {
        return turn_away(&gate, &visit, &request);
    }
    if gate.holds_back(&visit) {
        tracing::info!(target: "refused", id = visit.request_id, route = visit.route, "held back from whoever helps");
        return Fault::from(NotForHelpers).into_response();
    }
    // Asking for a proof reads the form, too: over a slow line that takes as long as the handler would.
    let until = Instant::now() + HANDLER_MAX;
    let proven = timeout_at(until, guard::proven(&gate.app, gate.route.fresh, &visit, request)).await;
    let (request, cookie) = match proven {
        Ok(Ok(proven)) => proven,
        Ok(Err(answer)) => return answer,
        Err(_) => return took_too_long(),
    };
    let (request, whose) = guard::subject(gate.route.noted, request).await;
    let path = request.uri().path().to_owned();
    let mut answer = timeout_at(until, next.run(request)).await.unwrap_or_else(|_| took_too_long());
    let whose = if gate.route.noted { guard::shown(whose, &answer) } else { None };
    // Whatever somebody sees who helps is noted, page by page.
    let helped = visit.support().filter(|_| answer.status().is_success());
    let whose = whose.or_else(|| helped.map(|support| support.person.to_string()));
    if let Some(fault) = guard::note_look(&gate.app, &visit, whose).await {
        answer = fault.into_response(); // what cannot be noted is not shown
    }
    let people = answer.extensions_mut().remove::<People>();
    if let Some(fault) = guard::note_list(&gate.app, &visit, path, people).await {
        answer = fault.into_response();
    }
    if let Some(cookie) = cookie {
        answer.headers_mut().append(header::SET_COOKIE, cookie);
    }
    answer
}

fn took_too_long() -> Response {
    Fault::from(DbErr::Custom("the handler took too long".into())).into_response()
}

fn turn_away(gate: &Gate, visit: &Visit, request: &Request) -> Response {
    let need = gate.route.need;
    if let Need::Token(scope) = need {
        return match visit.token() {
            Some(_) => Fault::from(ScopeMissing { scope }).into_response(),
            None => Fault::from(TokenFirst).into_response(),
        };
    }
    if need != Need::Demo && !visit.actor().is_signed_in() {
        if request.method() == Method::GET {
            let to = request.uri().path_and_query().map_or("/", |to| to.as_str());
            return see_other(format!("/login?next={}", utf8_percent_encode(to, NON_ALPHANUMERIC)));
        }
        return Fault::from(SignInFirst).into_response();
    }
    tracing::info!(target: "refused", id = visit.request_id, route = visit.route, need = need.word(), "wrong role");
    if gate.has_parameter() || need == Need::Demo {
        return Fault::from(NotFound::of("page", request.uri().path())).into_response();
    }
    Fault::from(Denied { act: "open this page" }).into_response()
}

#[derive(Debug, thiserror::Error)]
#[error("whoever looks with another person's eyes changes nothing and sees nothing private")]
struct NotForHelpers;

impl Problem for NotForHelpers {
    fn kind(&self) -> Kind {
        Kind::Forbidden
    }
    fn name(&self) -> &'static str {
        "support-only-looks"
    }
    fn tell(&self, lang: base::Lang) -> String {
        crate::words(lang).pages_support_only_looks().to_string()
    }
}

#[derive(Debug, thiserror::Error)]
#[error("nobody is signed in")]
struct SignInFirst;

impl Problem for SignInFirst {
    fn kind(&self) -> Kind {
        Kind::SignIn
    }
    fn name(&self) -> &'static str {
        "sign-in-first"
    }
    fn tell(&self, lang: base::Lang) -> String {
        crate::words(lang).pages_sign_in_text().to_string()
    }
}

#[derive(Debug, thiserror::Error)]
#[error("no token that holds")]
struct TokenFirst;

impl Problem for TokenFirst {
    fn kind(&self) -> Kind {
        Kind::SignIn
    }
    fn name(&self) -> &'static str {
        "token-needed"
    }
    fn tell(&self, lang: base::Lang) -> String {
        crate::words(lang).api_token().to_string()
    }
}

/// It tells of the route alone, not of anything that may stand at its address.
impl Visit {
    /// Refuses a program whose token is not for this, where the thing it asks for needs more than its route.
    /// # Errors
    /// Names the scope.
    pub fn needs(&self, scope: Scope) -> Result<(), Fault> {
        match self.token().is_some_and(|token| token.scopes.contains(&scope)) {
            true => Ok(()),
            false => Err(ScopeMissing { scope }.into()),
        }
    }
}

#[derive(Debug, thiserror::Error)]
#[error("the token has no scope {}", .scope.word())]
struct ScopeMissing {
    scope: Scope,
}

impl Problem for ScopeMissing {
    fn kind(&self) -> Kind {
        Kind::Forbidden
    }
    fn name(&self) -> &'static str {
        "scope-missing"
    }
    fn tell(&self, lang: base::Lang) -> String {
        crate::words(lang).api_scope_missing(self.scope.word())
    }
}
