//! Work outside a request. A job is enqueued in the transaction that causes it, leased by the database's clock, and
//! fenced by its number of attempts: who has lost the lease cannot finish. Every job is safe to run twice.

use std::sync::{Arc, LazyLock};

use base::{JobId, Moment, OrganisationId, PersonId};
use chrono::TimeDelta;
use sea_orm::sea_query::{Expr, ExprTrait, LockBehavior, LockType, OnConflict, Query};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter,
    QueryOrder, QuerySelect,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tokio::sync::Semaphore;

use crate::actor::Actor;
use crate::db::{Db, Tx};
use crate::fault::{Fault, Kind, NotFound, Problem};
use crate::tables::job;

pub use crate::failpoint::failpoint;
pub use crate::worker::{Handler, run_due, run_worker};

/// A job is begun at most this often before it is laid aside for a human.
pub const ATTEMPTS_MAX: i32 = 25;
/// The wait after the first failure, in seconds; it doubles with each.
const WAIT_SECONDS: i64 = 2;
/// The longest wait, in seconds.
const WAIT_SECONDS_MAX: i64 = 3600;
/// No list of jobs is longer.
const JOBS_MAX: u64 = 200;
/// Only so much of an error is kept, in bytes.
const ERROR_LENGTH_MAX: usize = 500;

/// Work to be enqueued. Made by [`NewJob::of`]; the other fields are optional.
#[derive(Debug, Clone, PartialEq)]
pub struct NewJob {
    /// For whom: the worker acts as this organisation
    pub organisation: OrganisationId,
    /// Which handler does it
    pub kind: &'static str,
    /// What the handler needs to know; ids, never secrets
    pub payload: Value,
    /// Not before this moment; `None` is at once
    pub run_at: Option<Moment>,
    /// No two unfinished jobs share one
    pub unique_key: Option<String>,
    /// Who set it going; may look at its progress
    pub started_by: Option<PersonId>,
    /// How many steps it takes, for the progress shown
    pub steps: i32,
    /// Where the result is shown
    pub href: Option<String>,
}

impl NewJob {
    /// A job of this kind, at once, in one step, in the name of whoever acts.
    pub fn of(organisation: OrganisationId, kind: &'static str, payload: Value) -> Self {
        Self { organisation, kind, payload, run_at: None, unique_key: None, started_by: None, steps: 1, href: None }
    }
}

/// How a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It has not begun, or waits to be tried again.
    Waiting,
    /// A worker holds it, or held it when it ended.
    Running,
    /// It is finished.
    Done,
    /// It failed too often and waits for a human.
    Dead,
    /// It was taken back before it began.
    Stopped,
}

impl State {
    const ALL: [Self; 5] = [Self::Waiting, Self::Running, Self::Done, Self::Dead, Self::Stopped];

    /// The word in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Running => "running",
            Self::Done => "done",
            Self::Dead => "dead",
            Self::Stopped => "stopped",
        }
    }

    /// Whether nothing more will happen by itself.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Done | Self::Dead | Self::Stopped)
    }

    fn from_word(word: &str) -> Result<Self, DbErr> {
        let found = Self::ALL.into_iter().find(|state| state.word() == word);
        found.ok_or_else(|| DbErr::Type(format!("a job cannot be {word:?}")))
    }
}

/// A job in the hands of a worker.
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    /// Which
    pub id: JobId,
    /// For whom
    pub organisation: OrganisationId,
    /// Which handler does it
    pub kind: String,
    /// Who set it going
    pub started_by: Option<PersonId>,
    /// Steps it takes
    pub steps: i32,
    /// How often it was begun: the fence. Who holds a lower number has lost the lease.
    pub attempts: i32,
    payload: Value,
}

impl Job {
    /// The portal at work for the job's organisation.
    pub fn actor(&self) -> Actor {
        Actor::portal(self.organisation)
    }

    /// What the job was given.
    /// # Errors
    /// When it is of another shape: the portal's version has changed in between.
    pub fn payload<T: DeserializeOwned>(&self) -> Result<T, Fault> {
        serde_json::from_value(self.payload.clone())
            .map_err(|error| DbErr::Json(format!("payload of {} {}: {error}", self.kind, self.id)).into())
    }
}

impl From<job::Model> for Job {
    fn from(row: job::Model) -> Self {
        let job::Model { id, organisation_id, kind, started_by, steps, attempts, payload, .. } = row;
        Self { id, organisation: organisation_id, kind, started_by, steps, attempts, payload }
    }
}

/// Another worker took the job over: whatever this one was writing is undone.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("the lease of job {job} was lost after attempt {attempt}")]
pub struct LeaseLost {
    /// Which job
    pub job: JobId,
    /// The fence of the worker that was too late
    pub attempt: i32,
}

impl Problem for LeaseLost {
    fn kind(&self) -> Kind {
        Kind::Conflict
    }
    fn name(&self) -> &'static str {
        "lease-lost"
    }
    fn tell(&self, lang: base::Lang) -> String {
        crate::words(lang).pages_failed_text().to_string()
    }
}

/// Adds the job to the caller's transaction. With a `unique_key` that an unfinished job has already, that one is meant.
/// # Errors
/// What the database answers.
pub async fn enqueue(tx: &Tx, new: NewJob) -> Result<JobId, DbErr> {
    let id: JobId = tx.new_id();
    let key = new.unique_key.clone();
    let row = job::ActiveModel {
        id: Set(id),
        organisation_id: Set(new.organisation),
        kind: Set(new.kind.into()),
        payload: Set(new.payload),
        state: Set(State::Waiting.word().into()),
        run_at: Set(new.run_at.unwrap_or(tx.now())),
        lease_until: Set(None),
        attempts: Set(0),
        unique_key: Set(new.unique_key),
        step: Set(0),
        steps: Set(new.steps),
        href: Set(new.href),
        error: Set(None),
        started_by: Set(new.started_by.or(tx.actor().person_id())),
        created_at: Set(tx.now()),
        finished_at: Set(None),
    };
    let nothing = OnConflict::column(job::Column::UniqueKey).do_nothing().to_owned();
    if job::Entity::insert(row).on_conflict(nothing).exec_without_returning(tx).await? == 1 {
        return Ok(id);
    }
    let live = job::Entity::find().filter(job::Column::UniqueKey.eq(key)).one(tx).await?;
    live.map(|row| row.id).ok_or_else(|| DbErr::RecordNotFound("the job that holds the key".into()))
}

/// The job that holds this key: it is not over.
/// # Errors
/// What the database answers.
pub async fn under_way(tx: &Tx, organisation: OrganisationId, unique_key: &str) -> Result<Option<JobId>, DbErr> {
    let found = job::Entity::find()
        .filter(job::Column::OrganisationId.eq(organisation))
        .filter(job::Column::UniqueKey.eq(unique_key))
        .one(tx)
        .await?;
    Ok(found.map(|job| job.id))
}

/// Takes back a job that has not begun. False: it has, or there is none.
/// # Errors
/// What the database answers.
pub async fn stop(tx: &Tx, organisation: OrganisationId, unique_key: &str) -> Result<bool, DbErr> {
    let stopped = job::Entity::update_many()
        .col_expr(job::Column::State, Expr::value(State::Stopped.word()))
        .col_expr(job::Column::UniqueKey, Expr::value(None::<String>))
        .col_expr(job::Column::FinishedAt, Expr::value(tx.now()))
        .filter(job::COLUMN.organisation_id.eq(organisation))
        .filter(job::Column::UniqueKey.eq(unique_key))
        .filter(job::Column::State.eq(State::Waiting.word()))
        .exec(tx)
        .await?;
    Ok(stopped.rows_affected == 1)
}

/// Gives a job that was laid aside to the workers again.
/// # Errors
/// [`NotFound`] when the organisation has no such dead job.
pub async fn revive(tx: &Tx, organisation: OrganisationId, id: JobId) -> Result<(), Fault> {
    let revived = job::Entity::update_many()
        .col_expr(job::Column::State, Expr::value(State::Waiting.word()))
        .col_expr(job::Column::RunAt, Expr::value(tx.now()))
        .col_expr(job::Column::Attempts, Expr::value(0))
        .col_expr(job::Column::FinishedAt, Expr::value(None::<Moment>))
        .filter(job::COLUMN.organisation_id.eq(organisation))
        .filter(job::COLUMN.id.eq(id))
        .filter(job::Column::State.eq(State::Dead.word()))
        .exec(tx)
        .await?;
    if revived.rows_affected == 1 { Ok(()) } else { Err(NotFound::of("dead job", id).into()) }
}

/// Finishes the job in the handler's last transaction: if the lease was lost, all of it is undone.
/// Call it **first** in that transaction: the row is then held to the end, however long the rest takes.
/// # Errors
/// [`LeaseLost`]; what the database answers.
pub async fn finish(tx: &Tx, job: &Job) -> Result<(), Fault> {
    let done = held(job)
        .col_expr(job::Column::State, Expr::value(State::Done.word()))
        .col_expr(job::Column::Step, Expr::col(job::Column::Steps))
        .col_expr(job::Column::UniqueKey, Expr::value(None::<String>))
        .col_expr(job::Column::LeaseUntil, Expr::value(None::<Moment>))
        .col_expr(job::Column::Error, Expr::value(None::<String>))
        .col_expr(job::Column::FinishedAt, Expr::value(tx.now()))
        .exec(tx)
        .await?;
    if done.rows_affected == 1 { Ok(()) } else { Err(LeaseLost { job: job.id, attempt: job.attempts }.into()) }
}

/// Checks the lease in a transaction that writes part of the work, and holds the row to its end.
/// # Errors
/// [`LeaseLost`]; what the database answers.
pub async fn hold(tx: &Tx, job: &Job) -> Result<(), Fault> {
    let kept = held(job).col_expr(job::Column::LeaseUntil, Expr::col(job::Column::LeaseUntil)).exec(tx).await?;
    if kept.rows_affected == 1 { Ok(()) } else { Err(LeaseLost { job: job.id, attempt: job.attempts }.into()) }
}

/// Tells how many steps are done, in a transaction of its own, so that whoever watches sees it at once.
/// # Errors
/// [`LeaseLost`]: stop working; what the database answers.
pub async fn progress(db: &Db, job: &Job, step: i32) -> Result<(), Fault> {
    db.write(&Actor::nobody(), async |tx| {
        let told = held(job).col_expr(job::Column::Step, Expr::value(step)).exec(&tx).await?;
        if told.rows_affected == 1 { Ok(()) } else { Err(LeaseLost { job: job.id, attempt: job.attempts }.into()) }
    })
    .await
}

static HEAVY: LazyLock<Arc<Semaphore>> = LazyLock::new(|| Arc::new(Semaphore::new(1)));

/// Runs work for the processor on a thread of its own, one such work at a time in a process, so that pages stay quick.
/// # Panics
/// When `work` does.
pub async fn heavy<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    #[expect(clippy::expect_used, reason = "nobody closes it")]
    let turn = HEAVY.clone().acquire_owned().await.expect("the turn is never closed");
    let running = tokio::task::spawn_blocking(move || {
        let _turn = turn; // held until the work ends, also when nobody waits for it any more
        work()
    });
    match running.await {
        Ok(value) => value,
        Err(error) => std::panic::resume_unwind(error.into_panic()),
    }
}

/// What the page about a job shows.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct JobView {
    /// Which
    pub id: JobId,
    /// What kind of work
    pub kind: String,
    /// How it stands
    #[serde(serialize_with = "as_word")]
    pub state: State,
    /// Steps done
    pub step: i32,
    /// Steps in all
    pub steps: i32,
    /// How often it was begun
    pub attempts: i32,
    /// Where the result is shown
    pub href: Option<String>,
    /// What the last try failed of, for whoever looks after the portal
    pub error: Option<String>,
    /// When it was enqueued
    pub created_at: Moment,
    /// Not before this moment
    pub run_at: Moment,
    /// When it ended
    pub finished_at: Option<Moment>,
    /// Who set it going
    #[serde(skip)]
    pub started_by: Option<PersonId>,
    /// For whom
    #[serde(skip)]
    pub organisation: OrganisationId,
}

fn as_word<S: serde::Serializer>(state: &State, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(state.word())
}

impl TryFrom<job::Model> for JobView {
    type Error = DbErr;
    fn try_from(row: job::Model) -> Result<Self, DbErr> {
        Ok(Self {
            id: row.id,
            state: State::from_word(&row.state)?,
            kind: row.kind,
            step: row.step,
            steps: row.steps,
            attempts: row.attempts,
            href: row.href,
            error: row.error,
            created_at: row.created_at,
            run_at: row.run_at,
            finished_at: row.finished_at,
            started_by: row.started_by,
            organisation: row.organisation_id,
        })
    }
}

/// One job of the actor's organisations.
/// # Errors
/// [`NotFound`] also for another organisation's.
pub async fn find(tx: &Tx, id: JobId) -> Result<JobView, Fault> {
    let row = job::Entity::find_by_id(id)
        .filter(job::COLUMN.organisation_id.is_in(tx.actor().organisations()))
        .one(tx)
        .await?;
    Ok(row.ok_or_else(|| NotFound::of("job", id))?.try_into()?)
}

/// The latest jobs of these kinds in the actor's organisations, newest first; at most 200. No kinds: all.
/// # Errors
/// What the database answers.
pub async fn list(tx: &Tx, kinds: &[&str]) -> Result<Vec<JobView>, DbErr> {
    let mut found = job::Entity::find().filter(job::COLUMN.organisation_id.is_in(tx.actor().organisations()));
    if !kinds.is_empty() {
        found = found.filter(job::Column::Kind.is_in(kinds.iter().copied()));
    }
    let rows =
        found.order_by_desc(job::Column::CreatedAt).order_by_desc(job::Column::Id).limit(JOBS_MAX).all(tx).await?;
    rows.into_iter().map(JobView::try_from).collect()
}

/// How many jobs wait, run, and were laid aside, over all organisations: for metrics and the health page.
/// # Errors
/// What the database answers.
pub async fn counts(tx: &Tx) -> Result<Vec<(State, i64)>, DbErr> {
    let rows: Vec<(String, i64)> = job::Entity::find()
        .select_only()
        .column(job::Column::State)
        .column_as(job::Column::Id.count(), "jobs")
        .group_by(job::Column::State)
        .order_by_asc(job::Column::State)
        .into_tuple()
        .all(tx)
        .await?;
    rows.into_iter().map(|(word, count)| Ok((State::from_word(&word)?, count))).collect()
}

/// The latest jobs that were laid aside or failed and wait to be tried again, over all organisations, those laid aside
/// first: for whoever looks after the portal.
/// # Errors
/// What the database answers.
pub async fn troubled(tx: &Tx, limit: u64) -> Result<Vec<JobView>, DbErr> {
    let again = Condition::all()
        .add(job::Column::State.is_in([State::Waiting.word(), State::Running.word()]))
        .add(job::Column::Error.is_not_null());
    let rows = job::Entity::find()
        .filter(Condition::any().add(job::Column::State.eq(State::Dead.word())).add(again))
        .order_by_asc(job::Column::State)
        .order_by_desc(job::Column::CreatedAt)
        .order_by_desc(job::Column::Id)
        .limit(if limit < JOBS_MAX { limit } else { JOBS_MAX })
        .all(tx)
        .await?;
    rows.into_iter().map(JobView::try_from).collect()
}

/// Since when the job waits that has been due longest, over all organisations. `None`: none is due.
/// # Errors
/// What the database answers.
pub async fn waits_since(tx: &Tx) -> Result<Option<Moment>, DbErr> {
    job::Entity::find()
        .select_only()
        .column_as(job::Column::RunAt.min(), "at")
        .filter(job::Column::State.eq(State::Waiting.word()))
        .filter(job::Column::RunAt.lte(tx.now()))
        .into_tuple::<Option<Moment>>()
        .one(tx)
        .await
        .map(Option::flatten)
}

/// The kinds of the jobs that are due now, over all organisations, those first that have waited longest.
/// # Errors
/// What the database answers.
pub async fn due(db: &Db) -> Result<Vec<String>, Fault> {
    db.read(&Actor::nobody(), async |tx| {
        let waiting = job::Entity::find()
            .select_only()
            .column(job::Column::Kind)
            .filter(job::Column::State.eq(State::Waiting.word()))
            .filter(job::Column::RunAt.lte(tx.now()));
        Ok(waiting.order_by_asc(job::Column::RunAt).limit(JOBS_MAX).into_tuple().all(&tx).await?)
    })
    .await
}

/// The next moment at which a job of these kinds can be begun: earlier than now when one is due. `None`: none waits.
pub(crate) async fn next_due(tx: &Tx, kinds: &[&str]) -> Result<Option<Moment>, DbErr> {
    let at: Expr = Expr::case(Expr::col(job::Column::State).eq(State::Waiting.word()), Expr::col(job::Column::RunAt))
        .finally(Expr::col(job::Column::LeaseUntil))
        .into();
    job::Entity::find()
        .select_only()
        .column_as(at.min(), "at")
        .filter(job::Column::State.is_in([State::Waiting.word(), State::Running.word()]))
        .filter(job::Column::Kind.is_in(kinds.iter().copied()))
        .into_tuple::<Option<Moment>>()
        .one(tx)
        .await
        .map(Option::flatten)
}

/// Leases the job that has been due longest, also one whose worker let its lease run out.
pub(crate) async fn lease(tx: &Tx, kinds: &[&str], length: TimeDelta) -> Result<Option<Job>, DbErr> {
    let due = Query::select()
        .column(job::Column::Id)
        .from(job::Entity)
        .cond_where(
            Condition::any()
                .add(job::Column::State.eq(State::Waiting.word()).and(job::Column::RunAt.lte(tx.now())))
                .add(job::Column::State.eq(State::Running.word()).and(job::Column::LeaseUntil.lte(tx.now()))),
        )
        .and_where(job::Column::Kind.is_in(kinds.iter().copied()))
        .order_by(job::Column::RunAt, sea_orm::Order::Asc)
        .order_by(job::Column::Id, sea_orm::Order::Asc)
        .limit(1)
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .to_owned();
    let take = Query::update()
        .table(job::Entity)
        .value(job::Column::State, State::Running.word())
        .value(job::Column::Attempts, Expr::col(job::Column::Attempts).add(1))
        .value(job::Column::LeaseUntil, tx.now() + length)
        .and_where(Expr::col(job::Column::Id).eq(due))
        .returning_all()
        .to_owned();
    let row = tx.query_one(&take).await?;
    row.map(|row| job::Model::from_query_result(&row, "").map(Job::from)).transpose()
}

/// Holds the lease for another while. False: it was lost.
pub(crate) async fn extend(tx: &Tx, job: &Job, length: TimeDelta) -> Result<bool, DbErr> {
    let longer = held(job).col_expr(job::Column::LeaseUntil, Expr::value(tx.now() + length)).exec(tx).await?;
    if longer.rows_affected == 1 {
        return Ok(true);
    }
    // The handler may have finished it a moment ago.
    let row = job::Entity::find_by_id(job.id).one(tx).await?;
    Ok(row.is_some_and(|row| row.attempts == job.attempts))
}

/// Gives the job back untried, so that another worker can begin it at once.
pub(crate) async fn give_back(tx: &Tx, job: &Job) -> Result<(), DbErr> {
    held(job)
        .col_expr(job::Column::State, Expr::value(State::Waiting.word()))
        .col_expr(job::Column::RunAt, Expr::value(tx.now()))
        .col_expr(job::Column::LeaseUntil, Expr::value(None::<Moment>))
        .exec(tx)
        .await?;
    Ok(())
}

/// Notes a failure: the job waits, longer each time, or is laid aside after `attempts_max`.
pub(crate) async fn fail(tx: &Tx, job: &Job, error: &str, attempts_max: i32) -> Result<State, DbErr> {
    let state = if job.attempts >= attempts_max { State::Dead } else { State::Waiting };
    let over = state.is_over();
    let mut failed = held(job)
        .col_expr(job::Column::State, Expr::value(state.word()))
        .col_expr(job::Column::RunAt, Expr::value(tx.now() + wait_after(job.attempts)))
        .col_expr(job::Column::LeaseUntil, Expr::value(None::<Moment>))
        .col_expr(job::Column::Error, Expr::value(shortened(error)))
        .col_expr(job::Column::FinishedAt, Expr::value(over.then(|| tx.now())));
    if over {
        failed = failed.col_expr(job::Column::UniqueKey, Expr::value(None::<String>));
    }
    failed.exec(tx).await?;
    Ok(state)
}

/// The row, while this worker's lease is the latest.
fn held(job: &Job) -> sea_orm::UpdateMany<job::Entity> {
    job::Entity::update_many()
        .filter(job::COLUMN.id.eq(job.id))
        .filter(job::Column::Attempts.eq(job.attempts))
        .filter(job::Column::State.eq(State::Running.word()))
}

fn wait_after(attempts: i32) -> TimeDelta {
    let doublings = attempts.clamp(1, 16) - 1;
    TimeDelta::seconds(std::cmp::min(WAIT_SECONDS << doublings, WAIT_SECONDS_MAX))
}

fn shortened(error: &str) -> String {
    error[..error.floor_char_boundary(ERROR_LENGTH_MAX)].to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_up_to_an_hour() {
        let seconds = [1, 2, 3, 11, 12, 25].map(|attempts| wait_after(attempts).num_seconds());
        assert_eq!(seconds, [2, 4, 8, 2048, 3600, 3600]);
    }

    #[test]
    fn an_error_is_cut_between_letters() {
        assert_eq!(shortened(&"å".repeat(300)).len(), 500);
        assert_eq!(shortened("short"), "short");
    }
}
