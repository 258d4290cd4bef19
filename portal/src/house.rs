//! The whole house put together: which rooms there are, and what each brings along.

use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use base::{Lang, OrganisationId};
use chrono::TimeDelta;
use kit::actor::Actor;
use kit::backup::{BackupError, Key, Made, Rows};
use kit::blobs::{BlobError, Blobs};
use kit::db::{Db, Heard, Tx};
use kit::fault::Fault;
use kit::jobs::Handler;
use kit::journal::Event;
use kit::mail::Mailer;
use kit::own_data::OwnData;
use kit::page::NavItem;
use kit::routines::Routine;
use kit::settings::Settings;
use kit::web::api::Operations;
use kit::web::{App, Lane, Need, Route, Routes};
use people::calendar;
use people::organisations::{self, PracticeSources, Touches};
use people::overview::Tasks;
use people::persons::Ties;
use people::providers::{Outside, OverTheNet, Providers};
use people::search::Finders;
use people::signin::Personas;
use serde_json::{Value, json};

/// Every route of the house.
pub fn routes() -> Routes {
    Routes::new().merge(health()).merge(people::routes()).merge(placing::routes()).merge(operating::routes())
}

/// Seals what was stored before there were seals, and answers how many values. Safe to run twice.
/// # Errors
/// What the database answers.
pub async fn seal_from_before(db: &Db) -> Result<u64, Fault> {
    Ok(people::credentials::seal_apps(db).await? + placing::confidences::seal_from_before(db).await?)
}

/// Every declared route, for tests and for `fotfeste routes`.
pub fn route_list() -> Vec<Route> {
    routes().list().to_vec()
}

/// The app with everything the rooms bring along.
/// # Errors
/// When the blob store cannot be opened.
pub fn app(db: Db, settings: Settings, mailer: Mailer) -> Result<App, BlobError> {
    app_of(db, settings, mailer, Personas::default())
}

/// The app with another way out to identity providers: for tests.
/// # Errors
/// When the blob store cannot be opened.
pub fn app_outside(db: Db, settings: Settings, mailer: Mailer, outside: Arc<dyn Outside>) -> Result<App, BlobError> {
    built(db, settings, mailer, Personas::default(), outside)
}

/// The same with a sign-in page of people whom visitors may be: for the demo alone.
/// # Errors
/// When the blob store cannot be opened.
pub fn app_of(db: Db, settings: Settings, mailer: Mailer, personas: Personas) -> Result<App, BlobError> {
    let outside = Arc::new(OverTheNet::of(&settings));
    built(db, settings, mailer, personas, outside)
}

fn built(
    db: Db,
    settings: Settings,
    mailer: Mailer,
    personas: Personas,
    outside: Arc<dyn Outside>,
) -> Result<App, BlobError> {
    let blobs = Blobs::open(&settings)?;
    let providers = Providers::of(&settings, outside);
    let passkeys = people::credentials::Passkeys::of(&settings.base_url);
    let app = App::of(db, settings, people::signin::identify)
        .nav(nav)
        .footer(people::footer)
        .with(mailer)
        .with(blobs)
        .with(people::importers(vec![operating::uses]).and(placing::importers()))
        .with(Tasks(vec![placing::tasks, people::tasks, operating::tasks]))
        .with(calendar::Sources(vec![placing::calendar]))
        .with(Finders(vec![placing::found]))
        .with(Touches(vec![placing::touched]))
        .with(PracticeSources(vec![placing::practice::practise]))
        .with(people::threads::Links(vec![placing::matters::link]))
        .with(Ties(vec![placing::ties]))
        .with(personas)
        .with(providers)
        .with(OwnData(vec![people::own_data, placing::own_data]))
        .with(passkeys)
        .with(people::credentials::Hashing::default())
        .with(Operations::of(&routes(), env!("CARGO_PKG_VERSION")))
        .guards(people::signin::guards())
        .tokens(people::tokens::identify)
        .build();
    app.db().listen(heard);
    Ok(app)
}

/// Every line of the journal is heard by webhooks, and by whoever keeps the list of those who look after the portal.
fn heard<'a>(tx: &'a Tx, organisation: OrganisationId, event: &'a Event) -> Heard<'a> {
    Box::pin(async move {
        people::webhooks::heard(tx, organisation, event).await?;
        operating::duty::heard(tx, organisation, event).await
    })
}

/// The router, dressed and ready to listen.
pub fn router(app: &App) -> Router {
    kit::web::dressed(routes(), app.clone())
}

/// The handlers of every kind of job.
pub fn handlers() -> Vec<Handler> {
    let all = kit::mail::handlers().into_iter().chain(people::jobs()).chain(placing::jobs()).chain(operating::jobs());
    let marked = |handler: Handler| match handler.kind() {
        people::webhooks::actions::JOB => handler.goes_out(),
        _ => handler,
    };
    all.map(marked).collect()
}

fn nav(actor: &Actor, lang: Lang) -> Vec<NavItem> {
    people::nav(actor, lang)
        .into_iter()
        .chain(placing::nav(actor, lang))
        .chain(operating::nav(actor, lang))
        .chain(people::threads::nav(actor, lang))
        .collect()
}

fn health() -> Routes {
    // Whoever watches over the portal is answered also in a crowd, and whether the process lives hangs on no place at all:
    // it would be ended and begun anew for being busy.
    Routes::new()
        .get("/health/live", Need::Anyone, live)
        .lane(Lane::Free)
        .get("/health/ready", Need::Anyone, ready)
        .lane(Lane::Leaving)
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

/// Copies everything into an archive in `folder`, while the portal works.
/// # Errors
/// [`BackupError`]
pub async fn back_up(settings: &Settings, key: &Key, folder: &Path) -> Result<Made, BackupError> {
    let tables: Vec<&str> = migrations::tables().iter().map(migrations::schema::TableOf::name).collect();
    let blobs = Blobs::open(settings)?;
    kit::backup::make(&Rows::of(settings), &blobs, &tables, key, folder, env!("CARGO_PKG_VERSION")).await
}

/// Work by the clock: copies, unless the settings want none, and what the wings bring along.
pub fn routines(settings: &Settings) -> Vec<Routine> {
    let every = TimeDelta::hours(i64::from(settings.backup.every_hours));
    let copies = Routine::new(operating::duty::COPIES, every, |app| async move { copy(app.settings()).await });
    let copies = (settings.backup.every_hours > 0).then_some(copies);
    copies.into_iter().chain(people::routines()).chain(operating::routines()).collect()
}

/// One copy into the folder of the settings, the oldest beyond those that are kept removed.
async fn copy(settings: &Settings) -> Result<Value, String> {
    let folder = settings.backup_folder();
    let (key, is_new) = Key::load_or_make(&settings.backup_key_file()).map_err(|error| error.to_string())?;
    if is_new {
        let path = settings.backup_key_file();
        tracing::warn!(path = %path.display(), "a key for copies was made: keep one elsewhere, no archive opens without it");
    }
    let made = back_up(settings, &key, &folder).await.map_err(|error| error.to_string())?;
    let keep = usize::try_from(settings.backup.keep).unwrap_or(usize::MAX);
    let removed = kit::backup::prune(&folder, keep).map_err(|error| error.to_string())?;
    Ok(outcome(&made, removed.len()))
}

/// What is worth showing of a copy.
pub fn outcome(made: &Made, removed: usize) -> Value {
    json!({ "archive": made.path.display().to_string(), "bytes": made.bytes, "rows": made.manifest.rows(), "removed": removed })
}
