//! The commands that keep running: pages, the worker, the demo.

use std::future::Future;
use std::io::Read;
use std::net::SocketAddr;
use std::path::PathBuf;

use kit::actor::Actor;
use kit::bounce::Returned;
use kit::db::{Db, Place};
use kit::fault::Fault;
use kit::mail::{self, Mailer};
use kit::settings::Settings;
use kit::web::App;
use metrics_exporter_prometheus::PrometheusBuilder;
use people::organisations;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tracing_subscriber::EnvFilter;

use super::out;
use crate::server::{self, Patience};
use crate::{gauges, house};

/// No report is longer; it holds the beginning of our mail at most.
const RETURNED_BYTES_MAX: u64 = 1024 * 1024;

pub(super) type Done = Result<(), Box<dyn std::error::Error>>;

/// Pages and work in one process.
pub fn serve(settings: Settings) -> Done {
    block_on(async {
        begin_logs();
        migrate(&settings).await?;
        serve_until(app(settings).await?, stop_signal()?).await
    })
}

/// Work alone.
pub fn worker(settings: Settings) -> Done {
    block_on(async {
        begin_logs();
        let app = app(settings).await?;
        let (tell, stop) = watch::channel(false);
        metrics(&app)?;
        let beside = beside(&app, &stop);
        let told = stop_signal()?;
        tokio::spawn(async move {
            told.await;
            let _gone = tell.send(true);
        });
        kit::jobs::run_worker(app, house::handlers(), stop).await;
        beside.await?;
        Ok(())
    })
}

/// The schema alone.
pub fn migrate_only(settings: Settings) -> Done {
    block_on(async {
        migrate(&settings).await?;
        out("the database is up to date");
        Ok(())
    })
}

/// A mail that came back, from standard input. What is no report about one of our mails is left alone and is no error:
/// the mail server that hands it over would only send it back once more.
pub fn bounce(settings: Settings) -> Done {
    let mut message = Vec::new();
    std::io::stdin().take(RETURNED_BYTES_MAX).read_to_end(&mut message)?;
    let Some(returned) = kit::bounce::returned(&String::from_utf8_lossy(&message)) else {
        out("this is no report of a mail that could not be delivered");
        return Ok(());
    };
    block_on(async {
        let app = app(settings).await?;
        let noted = note_returned(&app, &returned).await.map_err(|fault| format!("{fault:?}"))?;
        out(if noted {
            "the address takes no mail; noted"
        } else {
            "no mail of ours went to this address under this id"
        });
        Ok(())
    })
}

async fn note_returned(app: &App, returned: &Returned) -> Result<bool, Fault> {
    let all = app.db().read(&Actor::nobody(), async |tx| organisations::all(&tx).await).await?;
    for organisation in all {
        if mail::note_returned(app, organisation.id, returned).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The demo town.
pub fn demo(data: PathBuf, listen: SocketAddr, reset: bool) -> Done {
    block_on(async {
        begin_logs();
        std::fs::create_dir_all(&data)
            .map_err(|error| format!("the folder {} cannot be made: {error}", data.display()))?;
        let given = Settings::load(None)?;
        let is_told = given.base_url != format!("http://{}", given.listen);
        let base_url = if is_told { given.base_url.clone() } else { String::new() };
        let settings = Settings { data, listen, demo: true, base_url, ..given }.checked()?;
        if reset {
            throw_away(&settings).await?;
        }
        migrate(&settings).await?;
        let (db, mailer) = begin(&settings).await?;
        let builder = house::app(db.clone(), settings.clone(), mailer.clone())?;
        let personas = demo::build(&builder, &house::handlers())
            .await
            .map_err(|fault| format!("the demo town could not be built: {fault:?}"))?;
        out(format_args!("The demo town is open: {}", settings.base_url));
        serve_until(house::app_of(db, settings, mailer, personas)?, stop_signal()?).await
    })
}

/// Removes a demo town's database, mails and files. Whatever else stands in the folder is left alone.
async fn throw_away(settings: &Settings) -> Done {
    let Place::Sqlite(file) = settings.place() else {
        return Err("--reset is for a town in a folder; empty the PostgreSQL database yourself".into());
    };
    if !file.exists() {
        return Ok(());
    }
    migrate(settings).await?;
    let db = Db::open(&settings.place()).await?;
    if !demo::is_town(&db).await.map_err(|fault| format!("{}: {fault:?}", file.display()))? {
        return Err(format!("{} holds no demo town; nothing was removed", settings.data.display()).into());
    }
    drop(db);
    for ending in ["", "-wal", "-shm"] {
        let path = PathBuf::from(format!("{}{ending}", file.display()));
        if path.exists() {
            std::fs::remove_file(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        }
    }
    for folder in [settings.mail_folder(), settings.blob_folder().join("blobs")] {
        if folder.starts_with(&settings.data) && folder.exists() {
            std::fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        }
    }
    out("The town that stood here is gone.");
    Ok(())
}

async fn serve_until(app: App, stop: impl Future<Output = ()>) -> Done {
    let settings = app.settings();
    if !kit::assets::present() {
        tracing::warn!("styles and scripts are missing from this build: run `make assets` and build again");
    }
    metrics(&app)?;
    let listener = TcpListener::bind(settings.listen)
        .await
        .map_err(|error| format!("listening on {}: {error}", settings.listen))?;
    let (tell, told) = watch::channel(false);
    let beside = beside(&app, &told);
    let worker = tokio::spawn(kit::jobs::run_worker(app.clone(), house::handlers(), told));
    tracing::info!(address = %settings.listen, "listening");
    server::serve(listener, house::router(&app), Patience::default(), stop).await;
    let _gone = tell.send(true);
    worker.await?;
    beside.await?;
    Ok(())
}

/// Work by the clock, and the gauges where somebody reads them. The demo does none: its clock and its files are a play.
fn beside(app: &App, stop: &watch::Receiver<bool>) -> JoinHandle<()> {
    let (app, stop) = (app.clone(), stop.clone());
    tokio::spawn(async move {
        let routines = if app.settings().demo { vec![] } else { house::routines(app.settings()) };
        let by_clock = kit::routines::run(app.clone(), routines, stop.clone(), kit::routines::STOP_WITHIN);
        if app.settings().metrics_listen.is_some() {
            tokio::join!(by_clock, gauges::keep(app, stop));
        } else {
            by_clock.await;
        }
    })
}

fn metrics(app: &App) -> Done {
    let Some(listen) = app.settings().metrics_listen else { return Ok(()) };
    let install = PrometheusBuilder::new().with_http_listener(listen).install();
    Ok(install.map_err(|error| format!("metrics on {listen}: {error}"))?)
}

async fn app(settings: Settings) -> Result<App, Box<dyn std::error::Error>> {
    let (db, mailer) = begin(&settings).await?;
    let restored = db.read(&Actor::nobody(), async |tx| Ok(kit::restored::since(&tx).await?)).await;
    if let Some(as_of) = restored.map_err(|fault| format!("{fault:?}"))? {
        tracing::warn!(%as_of, "this was restored and has not taken over: mails, webhooks, copies and removals are held back until `fotfeste take-over`");
    }
    Ok(house::app(db, settings, mailer)?)
}

/// Takes the key of what is told in confidence into use, and seals what was stored before there was one.
async fn seal(db: &Db, settings: &Settings) -> Done {
    let path = settings.sealing_key_file();
    if kit::sealed::begin(db, &path).await? {
        tracing::warn!(path = %path.display(), "a key for what is told in confidence was made: keep a copy elsewhere, nothing sealed opens without it");
    }
    let sealed = house::seal_from_before(db).await.map_err(|fault| format!("{fault:?}"))?;
    if sealed > 0 {
        tracing::info!(sealed, "values from before there were seals are sealed now");
    }
    Ok(())
}

pub(super) async fn begin(settings: &Settings) -> Result<(Db, Mailer), Box<dyn std::error::Error>> {
    kit::failpoint::arm(settings);
    let db = Db::open(&settings.place()).await?;
    seal(&db, settings).await?;
    Ok((db, Mailer::open(settings)?))
}

/// Migrates over a connection of its own, which is closed before the portal opens its pools.
pub(super) async fn migrate(settings: &Settings) -> Done {
    let url = match settings.place() {
        Place::Sqlite(file) => format!("sqlite://{}?mode=rwc", file.display()),
        Place::Postgres { .. } => match &settings.database.owner_url {
            Some(url) => url.reveal().to_string(),
            None => return Ok(()), // somebody else migrates; a schema that is not ours fails at the first query
        },
    };
    Ok(migrations::up_at(&url).await?)
}

pub(super) fn block_on(work: impl Future<Output = Done>) -> Done {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let done = runtime.block_on(work);
    // Dropping it would wait for threads as long as they work: what was broken off is not waited for.
    runtime.shutdown_timeout(server::THREADS_MAX);
    done
}

pub(super) fn begin_logs() {
    let filter = EnvFilter::try_from_env("RUST_LOG").unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn"));
    // One record a line, control characters escaped: what people type cannot forge a record.
    let log = tracing_subscriber::fmt().json().with_env_filter(filter).with_writer(std::io::stderr);
    // A log that cannot be written is told nobody: telling standard error so would end the request instead.
    let _already = log.log_internal_errors(false).try_init();
}

fn stop_signal() -> Result<impl Future<Output = ()>, std::io::Error> {
    let mut terminated = signal(SignalKind::terminate())?;
    let mut interrupted = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminated.recv() => {}
            _ = interrupted.recv() => {}
        }
    })
}
