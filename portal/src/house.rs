//! The whole house put together: which rooms there are, and what each brings along.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use base::Lang;
use kit::actor::Actor;
use kit::db::Db;
use kit::mail::Mailer;
use kit::page::NavItem;
use kit::settings::Settings;
use kit::web::{App, Need, Route, Routes};
use people::organisations::{self, Touches};
use people::overview::Tasks;
use people::signin::Personas;

/// Every route of the house.
pub fn routes() -> Routes {
    Routes::new().merge(health()).merge(people::routes()).merge(placing::routes())
}

/// Every declared route, for tests and for `fotfeste routes`.
pub fn route_list() -> Vec<Route> {
    routes().list().to_vec()
}

/// The app with everything the rooms bring along.
pub fn app(db: Db, settings: Settings, mailer: Mailer) -> App {
    app_of(db, settings, mailer, Personas::default())
}

/// The same with a sign-in page of people whom visitors may be: for the demo alone.
pub fn app_of(db: Db, settings: Settings, mailer: Mailer, personas: Personas) -> App {
    App::of(db, settings, people::signin::identify)
        .nav(nav)
        .footer(people::footer)
        .with(mailer)
        .with(placing::importers())
        .with(Tasks(vec![placing::tasks]))
        .with(Touches(vec![placing::touched]))
        .with(personas)
        .build()
}

/// The router, dressed and ready to listen.
pub fn router(app: &App) -> Router {
    kit::web::dressed(routes().build(app), app.clone())
}

/// The handlers of every kind of job.
pub fn handlers() -> Vec<kit::jobs::Handler> {
    kit::mail::handlers().into_iter().chain(people::jobs()).chain(placing::jobs()).collect()
}

fn nav(actor: &Actor, lang: Lang) -> Vec<NavItem> {
    people::nav(actor, lang).into_iter().chain(placing::nav(actor, lang)).collect()
}

fn health() -> Routes {
    Routes::new().get("/health/live", Need::Anyone, live).get("/health/ready", Need::Anyone, ready)
}

async fn live() -> &'static str {
    "live\n"
}

/// Ready means: the database answers and its schema is ours.
async fn ready(State(app): State<App>) -> (StatusCode, &'static str) {
    match app.db().read(&Actor::nobody(), async |tx| organisations::count(&tx).await).await {
        Ok(_) => (StatusCode::OK, "ready\n"),
        Err(fault) => {
            tracing::error!(target: "fault", ?fault, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "") // the front says it in the reader's language
        }
    }
}
