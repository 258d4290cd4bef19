//! The loop that leases jobs and runs their handlers. Any number of tasks and processes may run it side by side.

use std::collections::HashMap;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::{sleep, timeout};

use crate::actor::Actor;
use crate::db::Tx;
use crate::fault::Fault;
use crate::jobs::{self, ATTEMPTS_MAX, Job, State};
use crate::routines::STOP_WITHIN;
use crate::web::App;
use crate::{failpoint, journal, restored};

/// How long an idle worker waits before it looks again.
const LOOK_EVERY: Duration = Duration::from_millis(200);
/// How long it waits when the database does not answer.
const LOOK_AFTER_FAULT: Duration = Duration::from_secs(2);

type Running = Pin<Box<dyn Future<Output = Result<(), Fault>> + Send>>;

/// Does one kind of job.
#[derive(Clone)]
pub struct Handler {
    kind: &'static str,
    attempts_max: i32,
    goes_out: bool,
    run: Arc<dyn Fn(App, Job) -> Running + Send + Sync>,
}

impl Handler {
    /// Jobs of this kind are done by `work`.
    pub fn new<W, F>(kind: &'static str, work: W) -> Self
    where
        W: Fn(App, Job) -> F + Send + Sync + 'static,
        F: Future<Output = Result<(), Fault>> + Send + 'static,
    {
        Self {
            kind,
            attempts_max: ATTEMPTS_MAX,
            goes_out: false,
            run: Arc::new(move |app, job| Box::pin(work(app, job))),
        }
    }

    /// Laid aside after this many attempts; [`ATTEMPTS_MAX`] unless said.
    pub fn attempts_max(mut self, attempts: i32) -> Self {
        self.attempts_max = attempts;
        self
    }

    /// It sends something out of the house: a restored portal that has not taken over leaves it alone.
    pub fn goes_out(mut self) -> Self {
        self.goes_out = true;
        self
    }

    /// Whether it sends something out of the house.
    pub fn is_outgoing(&self) -> bool {
        self.goes_out
    }

    /// The kind of job it does.
    pub fn kind(&self) -> &'static str {
        self.kind
    }
}

struct Worker {
    app: App,
    handlers: HashMap<&'static str, Handler>,
    kinds: Vec<&'static str>,
    /// Those that send nothing out of the house
    inside: Vec<&'static str>,
    lease: TimeDelta,
}

/// Works until `stop` turns true: as many jobs side by side as the setting `jobs.tasks` says. A job that still runs
/// then is given ten seconds and goes back to be begun by another worker.
/// # Panics
/// When two handlers are for the same kind.
pub async fn run_worker(app: App, handlers: Vec<Handler>, stop: watch::Receiver<bool>) {
    let worker = Arc::new(Worker::new(app, handlers));
    let mut tasks = JoinSet::new();
    for _ in 0..worker.app.settings().jobs.tasks {
        let (worker, stop) = (worker.clone(), stop.clone());
        tasks.spawn(async move { worker.work(stop).await });
    }
    while tasks.join_next().await.is_some() {}
}

/// Runs every job that is due now, one after the other, and tells how many. For tests and the demo.
/// # Errors
/// What the database answers to a lease; a handler's fault is kept in its job, as ever.
pub async fn run_due(app: &App, handlers: &[Handler]) -> Result<usize, Fault> {
    let worker = Worker::new(app.clone(), handlers.to_vec());
    let (_keep, stop) = watch::channel(false);
    let mut done = 0;
    while let Some(job) = worker.lease().await? {
        worker.begin(job, stop.clone()).await;
        done += 1;
    }
    Ok(done)
}

impl Worker {
    fn new(app: App, handlers: Vec<Handler>) -> Self {
        let kinds: Vec<_> = handlers.iter().map(Handler::kind).collect();
        let inside = handlers.iter().filter(|handler| !handler.goes_out).map(Handler::kind).collect();
        let handlers: HashMap<_, _> = handlers.into_iter().map(|handler| (handler.kind, handler)).collect();
        assert!(kinds.len() == handlers.len(), "two handlers for one kind of job: {kinds:?}");
        let lease = TimeDelta::seconds(i64::from(app.settings().jobs.lease_seconds));
        Self { app, handlers, kinds, inside, lease }
    }

    async fn work(&self, mut stop: watch::Receiver<bool>) {
        while !*stop.borrow() {
            let pause = match self.lease().await {
                Ok(Some(job)) => {
                    self.begin(job, stop.clone()).await;
                    continue;
                }
                Ok(None) => LOOK_EVERY,
                Err(fault) => {
                    tracing::error!(?fault, "no job could be leased");
                    LOOK_AFTER_FAULT
                }
            };
            tokio::select! {
                () = sleep(pause) => {}
                changed = stop.changed() => if changed.is_err() { return },
            }
        }
    }

    async fn lease(&self) -> Result<Option<Job>, Fault> {
        let nobody = Actor::nobody();
        // A look costs no turn to write; most looks find nothing.
        let look = async |tx: Tx| {
            let kinds = if restored::since(&tx).await?.is_some() { &self.inside } else { &self.kinds };
            Ok(jobs::next_due(&tx, kinds).await?.is_some_and(|at| at <= tx.now()).then_some(kinds))
        };
        let Some(kinds) = self.app.db().read(&nobody, look).await? else { return Ok(None) };
        self.app.db().write(&nobody, async |tx| Ok(jobs::lease(&tx, kinds, self.lease).await?)).await
    }

    async fn begin(&self, job: Job, stop: watch::Receiver<bool>) {
        failpoint::failpoint(&format!("{}:claimed", job.kind));
        let Some(handler) = self.handlers.get(job.kind.as_str()) else { return };
        if job.attempts > handler.attempts_max {
            return self.settle_failure(&job, "the worker ended in the middle of every attempt", handler).await;
        }
        let work = journal::in_request(job.id.to_string(), (handler.run)(self.app.clone(), job.clone()));
        let ended = self.watch(&job, tokio::spawn(work), stop).await;
        let outcome = match &ended {
            Ended::Done => "done",
            Ended::Failed(_) => "failed",
            Ended::Lost => "lost",
            Ended::GivenBack => "given-back",
        };
        metrics::counter!("jobs_total", "kind" => job.kind.clone(), "outcome" => outcome).increment(1);
        match ended {
            Ended::Done => self.settle_success(&job).await,
            Ended::Failed(error) => self.settle_failure(&job, &error, handler).await,
            Ended::Lost => tracing::warn!(job = %job.id, kind = job.kind, attempt = job.attempts, "lease lost"),
            Ended::GivenBack => {
                let given =
                    self.app.db().write(&Actor::nobody(), async |tx| Ok(jobs::give_back(&tx, &job).await?)).await;
                told(given, &job);
            }
        }
    }

    /// Waits for the handler, holding the lease for it.
    async fn watch(
        &self,
        job: &Job,
        mut running: JoinHandle<Result<(), Fault>>,
        mut stop: watch::Receiver<bool>,
    ) -> Ended {
        let third = (self.lease / 3).to_std().unwrap_or(LOOK_EVERY).max(LOOK_EVERY);
        loop {
            tokio::select! {
                ended = &mut running => return Ended::of(ended),
                () = sleep(third) => {
                    let held = self.app.db().write(&Actor::nobody(), async |tx| {
                        Ok(jobs::extend(&tx, job, self.lease).await?)
                    }).await;
                    match held {
                        Ok(true) => {}
                        Ok(false) => {
                            running.abort();
                            return Ended::Lost;
                        }
                        // The fence, not the heartbeat, keeps the work single.
                        Err(fault) => tracing::warn!(?fault, job = %job.id, "the lease could not be held"),
                    }
                }
                () = told_to(&mut stop) => {
                    if let Ok(ended) = timeout(STOP_WITHIN, &mut running).await {
                        return Ended::of(ended);
                    }
                    running.abort();
                    return Ended::GivenBack;
                }
            }
        }
    }

    /// For handlers that have nothing to write at the end.
    async fn settle_success(&self, job: &Job) {
        let finished = self
            .app
            .db()
            .write(&Actor::nobody(), async |tx| match jobs::finish(&tx, job).await {
                Err(Fault::Problem(_)) => Ok(()), // the handler did, or the lease was lost
                other => other,
            })
            .await;
        told(finished, job);
    }

    async fn settle_failure(&self, job: &Job, error: &str, handler: &Handler) {
        let failed = self
            .app
            .db()
            .write(&Actor::nobody(), async |tx| Ok(jobs::fail(&tx, job, error, handler.attempts_max).await?))
            .await;
        match failed {
            Ok(State::Dead) => tracing::error!(job = %job.id, kind = job.kind, error, "job laid aside"),
            Ok(_) => tracing::warn!(job = %job.id, kind = job.kind, attempt = job.attempts, error, "job failed"),
            Err(fault) => tracing::error!(?fault, job = %job.id, "a failure could not be noted"),
        }
    }
}

/// Also when whoever could tell is gone.
pub(crate) async fn told_to(stop: &mut watch::Receiver<bool>) {
    let _ = stop.wait_for(|stop| *stop).await;
}

enum Ended {
    Done,
    Failed(String),
    Lost,
    GivenBack,
}

impl Ended {
    fn of(ended: Result<Result<(), Fault>, tokio::task::JoinError>) -> Self {
        match ended {
            Ok(Ok(())) => Self::Done,
            Ok(Err(fault)) if fault.problem().is_some_and(|problem| problem.name() == "lease-lost") => Self::Lost,
            Ok(Err(fault)) => Self::Failed(format!("{fault:?}")),
            Err(error) => Self::Failed(format!("the handler broke off: {error}")),
        }
    }
}

fn told(result: Result<(), Fault>, job: &Job) {
    if let Err(fault) = result {
        tracing::error!(?fault, job = %job.id, kind = job.kind, "the end of a job could not be noted");
    }
}
