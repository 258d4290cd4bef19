//! The one way to the database: [`Db::read`] and [`Db::write`], each bound to a proven actor.

use std::future::Future;
use std::path::Path;
use std::pin::Pin;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use base::{Id, Moment, OrganisationId};
use chrono::{SubsecRound, TimeDelta};
use sea_orm::sqlx::Connection;
use sea_orm::sqlx::postgres::PgConnectOptions;
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    AccessMode, ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr,
    ExecResult, IsolationLevel, QueryResult, SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
};
use tokio::sync::Mutex;
use tokio::time::{sleep, timeout};
use uuid::{ContextV7, Timestamp, Uuid};

use crate::actor::{Actor, Oneself};
use crate::fault::{Denied, Fault, Lack};
use crate::journal::Event;
use crate::sealed::Sealer;

/// A whole transaction is run at most this often before the reader is told to try again.
/// Twelve were not enough for sixty-four who race for the seats of one host.
pub const ATTEMPTS_MAX: u32 = 40;
/// The longest wait between two runs, in milliseconds.
const WAIT_MAX_MS: u64 = 200;
/// A writer on SQLite waits at most this long for its turn.
const TURN_MAX: Duration = Duration::from_secs(20);

/// Where the rows live.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A file beside the portal.
    Sqlite(std::path::PathBuf),
    /// A server; `url` signs in as the runtime role.
    Postgres {
        /// Address with the runtime role's name and password
        url: String,
        /// Connections at most
        connections: u32,
    },
}

/// Hears every line of the journal, in the transaction that writes it.
pub type Listener = for<'a> fn(&'a Tx, OrganisationId, &'a Event) -> Heard<'a>;
/// What becomes of a line that was heard.
pub type Heard<'a> = Pin<Box<dyn Future<Output = Result<(), DbErr>> + Send + 'a>>;

/// The database. Cheap to clone; hands out transactions and nothing else.
///
/// There is no way to rows but through a closure that an actor is bound to:
/// ```compile_fail
/// # async fn no(db: kit::db::Db) {
/// let tx = db.begin(&kit::actor::Actor::nobody(), true).await; // private
/// # }
/// ```
/// ```compile_fail
/// # fn no(db: kit::db::Db) {
/// let pool = &db.0.writers; // private
/// # }
/// ```
/// ```compile_fail
/// # fn no(tx: &kit::db::Tx) {
/// let kept = tx.clone(); // a transaction ends with its closure
/// # }
/// ```
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    backend: DbBackend,
    readers: DatabaseConnection,
    writers: DatabaseConnection,
    queue: Mutex<()>,
    shift_us: AtomicI64,
    queries: AtomicU64,
    reruns: AtomicU64,
    ids: std::sync::Mutex<ContextV7>,
    listener: OnceLock<Listener>,
    sealer: OnceLock<Sealer>,
}

/// One open transaction, made by [`Db::read`] and [`Db::write`] alone. It cannot be made, cloned or kept outside `kit`.
pub struct Tx(Arc<Open>);

struct Open {
    inner: DatabaseTransaction,
    actor: Actor,
    now: Moment,
    db: Arc<Inner>,
}

impl Db {
    /// Opens the database. The schema must be there already; see the crate `migrations`.
    /// # Errors
    /// When it cannot be reached, or the runtime role could pass the row level security.
    pub async fn open(place: &Place) -> Result<Self, DbErr> {
        let (backend, readers, writers) = match place {
            Place::Sqlite(file) => {
                // The writer comes first: it turns the file to write-ahead logging, which readers need.
                let writers = open_sqlite(file, false).await?;
                (DbBackend::Sqlite, open_sqlite(file, true).await?, writers)
            }
            Place::Postgres { url, connections } => {
                let pool = open_postgres(url, *connections).await?;
                refuse_strong_role(&pool).await?;
                (DbBackend::Postgres, pool.clone(), pool)
            }
        };
        Ok(Self(Arc::new(Inner {
            backend,
            readers,
            writers,
            queue: Mutex::new(()),
            shift_us: AtomicI64::new(0),
            queries: AtomicU64::new(0),
            reruns: AtomicU64::new(0),
            ids: std::sync::Mutex::new(ContextV7::new()),
            listener: OnceLock::new(),
            sealer: OnceLock::new(),
        })))
    }

    /// Says who hears the journal; the first to say so stays.
    pub fn listen(&self, listener: Listener) {
        let _ = self.0.listener.set(listener);
    }

    /// Gives the keys that what is told in confidence is sealed with; the first to do so stays.
    pub fn seal_with(&self, sealer: Sealer) {
        let _ = self.0.sealer.set(sealer);
    }

    /// Which database it is.
    pub fn backend(&self) -> DbBackend {
        self.0.backend
    }

    /// Moves the clock that transactions see. For tests and the demo; the portal itself never does.
    pub fn shift_clock(&self, by: TimeDelta) {
        self.0.shift_us.store(by.num_microseconds().unwrap_or(0), Ordering::SeqCst);
    }

    /// How far the clock is moved.
    pub fn clock_shift(&self) -> TimeDelta {
        TimeDelta::microseconds(self.0.shift_us.load(Ordering::SeqCst))
    }

    /// Statements sent so far, those that open transactions left out. For tests of bounded pages.
    pub fn queries(&self) -> u64 {
        self.0.queries.load(Ordering::SeqCst)
    }

    /// Transactions run again so far.
    pub fn reruns(&self) -> u64 {
        self.0.reruns.load(Ordering::SeqCst)
    }

    /// Shows: one snapshot, nothing can be changed.
    /// # Errors
    /// What `work` answers, or what the database does.
    pub async fn read<T, W, F>(&self, actor: &Actor, work: W) -> Result<T, Fault>
    where
        W: Fn(Tx) -> F + Send + Sync,
        F: Future<Output = Result<T, Fault>> + Send,
        T: Send,
    {
        let open = Arc::new(self.begin(actor, true).await?);
        let answer = work(Tx(open.clone())).await;
        let ended = closed(open).rollback().await;
        let answer = answer?; // why the work failed counts, not that the transaction was gone by then
        ended?;
        Ok(answer)
    }

    /// Decides and changes: the whole closure runs again when the database asks for it.
    /// # Errors
    /// What `work` answers, or what the database does after every rerun.
    pub async fn write<T, W, F>(&self, actor: &Actor, work: W) -> Result<T, Fault>
    where
        W: Fn(Tx) -> F + Send + Sync,
        F: Future<Output = Result<T, Fault>> + Send,
        T: Send,
    {
        if actor.helper().is_some() {
            return Err(Denied { act: "change anything while looking with another person's eyes" }.into());
        }
        let mut attempt = 0;
        loop {
            let fault = {
                let _turn = match self.0.backend {
                    DbBackend::Sqlite => Some(timeout(TURN_MAX, self.0.queue.lock()).await.map_err(|_| {
                        let why = "waited too long for the turn to write; is a write inside a write?";
                        Fault::Lacking(Lack::Database, why.into())
                    })?),
                    _ => None,
                };
                match self.try_write(actor, &work).await {
                    Ok(value) => return Ok(value),
                    Err(fault) => fault,
                }
            }; // the turn is given away before the wait
            attempt += 1;
            if attempt >= ATTEMPTS_MAX || !fault.passes() {
                return Err(fault);
            }
            self.0.reruns.fetch_add(1, Ordering::Relaxed);
            #[expect(clippy::disallowed_methods, reason = "jitter decides nothing")]
            let wait = fastrand::u64(0..=WAIT_MAX_MS.min(4 << attempt));
            sleep(Duration::from_millis(wait)).await;
        }
    }

    async fn try_write<T, W, F>(&self, actor: &Actor, work: &W) -> Result<T, Fault>
    where
        W: Fn(Tx) -> F + Send + Sync,
        F: Future<Output = Result<T, Fault>> + Send,
        T: Send,
    {
        let open = Arc::new(self.begin(actor, false).await?);
        match work(Tx(open.clone())).await {
            Ok(value) => {
                closed(open).commit().await?;
                Ok(value)
            }
            Err(fault) => {
                if let Err(error) = closed(open).rollback().await {
                    tracing::debug!(%error, "the database had rolled back by itself");
                }
                Err(fault)
            }
        }
    }

    async fn begin(&self, actor: &Actor, read: bool) -> Result<Open, DbErr> {
        let pool = if read { &self.0.readers } else { &self.0.writers };
        let options = match (self.0.backend, read) {
            (DbBackend::Postgres, true) => TransactionOptions {
                isolation_level: Some(IsolationLevel::RepeatableRead),
                access_mode: Some(AccessMode::ReadOnly),
                ..Default::default()
            },
            (DbBackend::Postgres, false) => {
                TransactionOptions { isolation_level: Some(IsolationLevel::Serializable), ..Default::default() }
            }
            (_, true) => TransactionOptions {
                sqlite_transaction_mode: Some(SqliteTransactionMode::Deferred),
                ..Default::default()
            },
            (_, false) => TransactionOptions {
                sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
                ..Default::default()
            },
        };
        let inner = pool.begin_with_options(options).await?;
        let now = match self.0.backend {
            DbBackend::Postgres => set_scope(&inner, actor).await?,
            // The database runs in this process and its own clock knows milliseconds only.
            #[expect(clippy::disallowed_methods, reason = "the one place where SQLite's clock is read")]
            _ => chrono::Utc::now(),
        };
        Ok(Open { inner, actor: actor.clone(), now: (now + self.clock_shift()).trunc_subsecs(6), db: self.0.clone() })
    }
}

fn closed(open: Arc<Open>) -> DatabaseTransaction {
    match Arc::into_inner(open) {
        Some(open) => open.inner,
        None => panic!("a transaction outlived its closure"),
    }
}

/// One statement tells the second net who acts and asks the database's clock.
async fn set_scope(inner: &DatabaseTransaction, actor: &Actor) -> Result<Moment, DbErr> {
    let organisations = actor.organisations().iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
    let person = Oneself::proven(actor).map(|oneself| oneself.id().to_string()).unwrap_or_default();
    let statement = Statement::from_sql_and_values(
        DbBackend::Postgres,
        "SELECT set_config('portal.organisations', $1, true), set_config('portal.person', $2, true), now() AS now",
        [format!("{{{organisations}}}").into(), person.into()],
    );
    let row = inner.query_one_raw(statement).await?;
    row.ok_or_else(|| DbErr::Custom("the database did not tell the time".into()))?.try_get("", "now")
}

async fn open_sqlite(file: &Path, read_only: bool) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(format!("sqlite://{}?mode=rwc", file.display()));
    options.max_connections(if read_only { 8 } else { 1 }).min_connections(1).sqlx_logging(false);
    options.map_sqlx_sqlite_opts(move |sqlite: SqliteConnectOptions| {
        let sqlite = sqlite
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(5));
        // What is removed is overwritten where that costs no further page: a removed key must not lie in the file.
        let sqlite = sqlite.pragma("secure_delete", "FAST");
        if read_only { sqlite.pragma("query_only", "ON") } else { sqlite }
    });
    // SQLite rolls back by itself when a disk is full or fails; the driver then takes the connection for one that is still
    // in its transaction, for ever. Such a one is closed, and another opened.
    options.map_sqlx_sqlite_before_acquire(|sqlite, _| Box::pin(async move { Ok(!sqlite.is_in_transaction()) }));
    let pool = Database::connect(options).await?;
    let row = pool.query_one_raw(Statement::from_string(DbBackend::Sqlite, "PRAGMA foreign_keys")).await?;
    let enforced: i32 = row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or(0);
    assert!(enforced == 1, "foreign keys must be enforced on every connection");
    Ok(pool)
}

async fn open_postgres(url: &str, connections: u32) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(1)
        .sqlx_logging(false)
        .acquire_timeout(Duration::from_secs(10));
    options.map_sqlx_postgres_opts(|postgres: PgConnectOptions| postgres.application_name("fotfeste"));
    Database::connect(options).await
}

/// The second net is only a net for a role that cannot step over it.
async fn refuse_strong_role(pool: &DatabaseConnection) -> Result<(), DbErr> {
    let sql = "SELECT (rolsuper OR rolbypassrls OR EXISTS (SELECT 1 FROM pg_class c WHERE c.relowner = r.oid AND c.relname = 'organisations')) \
               AS strong FROM pg_roles r WHERE rolname = current_user";
    let row = pool.query_one_raw(Statement::from_string(DbBackend::Postgres, sql)).await?;
    let strong: bool = row.map(|row| row.try_get("", "strong")).transpose()?.unwrap_or(true);
    if strong {
        return Err(DbErr::Custom(
            "the database role is superuser, may bypass row security, or owns the tables: sign in as portal_runtime"
                .into(),
        ));
    }
    Ok(())
}

impl Tx {
    /// Who acts.
    pub fn actor(&self) -> &Actor {
        &self.0.actor
    }

    /// The database's clock at the beginning of the transaction, to the microsecond.
    pub fn now(&self) -> Moment {
        self.0.now
    }

    /// A new id that sorts by age: later ids of one process are larger, also within a millisecond. Not a secret.
    pub fn new_id<T: Id>(&self) -> T {
        let now = self.now();
        let stamp = Timestamp::from_unix(&self.0.db.ids, now.timestamp().unsigned_abs(), now.timestamp_subsec_nanos());
        T::from_uuid(Uuid::new_v7(stamp))
    }

    /// Which database it is, for the few queries that differ.
    pub fn backend(&self) -> DbBackend {
        self.0.db.backend
    }

    pub(crate) fn listener(&self) -> Option<Listener> {
        self.0.db.listener.get().copied()
    }

    pub(crate) fn sealer(&self) -> Option<&Sealer> {
        self.0.db.sealer.get()
    }

    fn counted(&self) -> &DatabaseTransaction {
        self.0.db.queries.fetch_add(1, Ordering::Relaxed);
        &self.0.inner
    }
}

#[async_trait::async_trait]
impl ConnectionTrait for Tx {
    fn get_database_backend(&self) -> DbBackend {
        self.backend()
    }
    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.counted().execute_raw(statement).await
    }
    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.counted().execute_unprepared(sql).await
    }
    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.counted().query_one_raw(statement).await
    }
    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.counted().query_all_raw(statement).await
    }
}
