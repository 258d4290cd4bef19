use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::handler::Handler;
use axum::http::Method;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, MethodRouter, on};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use sea_orm::DbErr;
use tokio::time::timeout;

use super::{App, Visit, see_other};
use crate::actor::Role;
use crate::fault::{Denied, Fault, Kind, NotFound, Problem};

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
        }
    }
}

/// A declared route.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// GET or POST
    pub method: Method,
    /// As axum writes it
    pub path: &'static str,
    /// Who it is for
    pub need: Need,
}

/// Routes with their declared needs. There is no way to add one without.
#[derive(Default)]
pub struct Routes {
    list: Vec<Route>,
    /// Put behind their gates when the routes are built.
    gated: Vec<(Route, MethodRouter<App>)>,
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

    fn on<H: Handler<T, App>, T: 'static>(
        mut self,
        method: Method,
        filter: MethodFilter,
        path: &'static str,
        need: Need,
        handler: H,
    ) -> Self {
        let route = Route { method, path, need };
        self.list.push(route.clone());
        self.gated.push((route, on(filter, handler)));
        self
    }

    /// An act that brings a file: the handler counts the bytes itself, against a limit of its own.
    pub fn upload<H: Handler<T, App>, T: 'static>(mut self, path: &'static str, need: Need, handler: H) -> Self {
        let route = Route { method: Method::POST, path, need };
        self.list.push(route.clone());
        self.gated.push((route, on(MethodFilter::POST, handler).layer(DefaultBodyLimit::disable())));
        self
    }

    /// Adds another room's routes.
    pub fn merge(mut self, other: Self) -> Self {
        self.list.extend(other.list);
        self.gated.extend(other.gated);
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
            let gate = Gate { need: route.need, has_parameter: path.contains('{'), demo: app.settings().demo };
            router.route(path, handler.route_layer(from_fn_with_state(gate, pass)))
        })
    }
}

#[derive(Clone, Copy)]
struct Gate {
    need: Need,
    has_parameter: bool,
    demo: bool,
}

/// Nobody is asked to sign in; the wrong role is told so, unless that would tell that a thing exists.
async fn pass(State(gate): State<Gate>, visit: Visit, request: Request, next: Next) -> Response {
    let actor = visit.actor();
    let enough = match gate.need {
        Need::Anyone => true,
        Need::Demo => gate.demo,
        Need::SignedIn => actor.is_signed_in(),
        Need::Student => !actor.studies_at().is_empty(),
        Need::Role(role) => actor.has(role),
        Need::Operator => actor.operates(),
    };
    if enough {
        return match timeout(HANDLER_MAX, next.run(request)).await {
            Ok(answer) => answer,
            Err(_) => Fault::from(DbErr::Custom("the handler took too long".into())).into_response(),
        };
    }
    if gate.need != Need::Demo && !actor.is_signed_in() {
        if request.method() == Method::GET {
            let to = request.uri().path_and_query().map_or("/", |to| to.as_str());
            return see_other(format!("/login?next={}", utf8_percent_encode(to, NON_ALPHANUMERIC)));
        }
        return Fault::from(SignInFirst).into_response();
    }
    tracing::info!(target: "refused", id = visit.request_id, route = visit.route, need = gate.need.word(), "wrong role");
    if gate.has_parameter || gate.need == Need::Demo {
        return Fault::from(NotFound::of("page", request.uri().path())).into_response();
    }
    Fault::from(Denied { act: "open this page" }).into_response()
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
