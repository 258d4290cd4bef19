//! A fresh, migrated database for each test, thrown away after it: a SQLite file, or one in a private PostgreSQL server.
//!
//! Migrating takes longer than most tests, so each schema is migrated once and copied. Every test may be a process of
//! its own, so the copies are found by name: the fingerprint of the migrations.

use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use kit::db::Place;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement};

/// Connections of one test to its PostgreSQL database; the server takes 200 for all tests that run beside each other.
const CONNECTIONS: u32 = 12;
/// Only one test process makes a missing template; the others wait for this advisory lock.
const TEMPLATE_LOCK: i64 = 0x000F_07FE_57E0;

/// A database of one test. Dropping it removes it.
pub struct TestDatabase {
    kept: Kept,
}

enum Kept {
    Sqlite(PathBuf),
    Postgres(String),
}

impl TestDatabase {
    /// A migrated SQLite file of its own.
    pub async fn sqlite() -> Self {
        let template = sqlite_template().await;
        let file = workshop().folder.join("sqlite").join(format!("{}.sqlite", fresh_name()));
        fs::copy(&template, &file).expect("the SQLite template can be copied");
        Self { kept: Kept::Sqlite(file) }
    }

    /// A migrated PostgreSQL database of its own.
    pub async fn postgres() -> Self {
        let template = postgres_template().await;
        let name = fresh_name();
        let server = connect_as("portal_owner", "postgres").await;
        // An aborted process may have left one under the same number.
        run(&server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
        run(&server, &format!("CREATE DATABASE {name} TEMPLATE {template} STRATEGY WAL_LOG")).await;
        server.close().await.expect("the connection closes");
        Self { kept: Kept::Postgres(name) }
    }

    /// An empty place of the same kind, for restoring into.
    pub async fn empty_like(other: &Place) -> Self {
        let name = fresh_name();
        if let Place::Sqlite(_) = other {
            return Self { kept: Kept::Sqlite(workshop().folder.join("sqlite").join(format!("{name}.sqlite"))) };
        }
        let server = connect_as("portal_owner", "postgres").await;
        run(&server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
        run(&server, &format!("CREATE DATABASE {name}")).await;
        server.close().await.expect("the connection closes");
        Self { kept: Kept::Postgres(name) }
    }

    /// Where the portal under test finds it; on PostgreSQL as the runtime role.
    pub fn place(&self) -> Place {
        match &self.kept {
            Kept::Sqlite(file) => Place::Sqlite(file.clone()),
            Kept::Postgres(name) => Place::Postgres { url: url("portal_runtime", name), connections: CONNECTIONS },
        }
    }

    /// On PostgreSQL, the address of the role that owns the tables.
    pub fn owner_url(&self) -> Option<String> {
        match &self.kept {
            Kept::Sqlite(_) => None,
            Kept::Postgres(name) => Some(url("portal_owner", name)),
        }
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        match &self.kept {
            Kept::Sqlite(file) => {
                for end in ["", "-wal", "-shm"] {
                    let _absent = fs::remove_file(format!("{}{end}", file.display()));
                }
            }
            Kept::Postgres(name) => remove(name.clone()),
        }
    }
}

/// Removes a PostgreSQL database, also while a panic unwinds inside a runtime: on a thread with a runtime of its own.
fn remove(name: String) {
    let remover = thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a small runtime");
        runtime.block_on(async {
            let server = connect_as("portal_owner", "postgres").await;
            // The portal's own connections may still be open: they are ended.
            run(&server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
        });
    });
    let _panicked = remover.join();
}

/// The folder of everything, and this process's share of the lock that keeps the server running.
struct Workshop {
    folder: PathBuf,
    _in_use: File,
}

fn workshop() -> &'static Workshop {
    static WORKSHOP: OnceLock<Workshop> = OnceLock::new();
    WORKSHOP.get_or_init(|| {
        let folder = PathBuf::from(cluster("folder"));
        let in_use = File::open(folder.join("use.lock")).expect("the script made the lock");
        in_use.lock_shared().expect("a lock can be shared");
        fs::create_dir_all(folder.join("sqlite")).expect("a folder for SQLite files");
        Workshop { folder, _in_use: in_use }
    })
}

/// The folder of the server's socket; the first test that asks starts the server.
fn socket() -> &'static Path {
    static SOCKET: OnceLock<PathBuf> = OnceLock::new();
    SOCKET.get_or_init(|| {
        workshop(); // first the share of the lock, so that the server cannot stop in between
        PathBuf::from(cluster("start"))
    })
}

fn cluster(verb: &str) -> String {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("testkit/cluster.sh");
    let answer = Command::new("sh").arg(script).arg(verb).output().expect("sh runs");
    assert!(answer.status.success(), "cluster.sh {verb}: {}", String::from_utf8_lossy(&answer.stderr));
    String::from_utf8_lossy(&answer.stdout).trim().to_owned()
}

fn url(role: &str, database: &str) -> String {
    format!("postgres://{role}@localhost/{database}?host={}", socket().display())
}

async fn connect_as(role: &str, database: &str) -> DatabaseConnection {
    let mut options = ConnectOptions::new(url(role, database));
    options.max_connections(1).sqlx_logging(false);
    Database::connect(options).await.expect("the tests' PostgreSQL server answers")
}

async fn run(server: &DatabaseConnection, sql: &str) {
    server.execute_unprepared(sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
}

/// The migrated database that tests copy; made by whichever test comes first.
async fn postgres_template() -> &'static str {
    static TEMPLATE: tokio::sync::OnceCell<String> = tokio::sync::OnceCell::const_new();
    TEMPLATE.get_or_init(make_postgres_template).await
}

async fn make_postgres_template() -> String {
    let template = format!("template_{}", fingerprint());
    let building = format!("building_{}", fingerprint());
    let server = connect_as("portal_owner", "postgres").await;
    run(&server, &format!("SELECT pg_advisory_lock({TEMPLATE_LOCK})")).await;
    let look = format!("SELECT 1 FROM pg_database WHERE datname = '{template}'");
    let found = server.query_one_raw(Statement::from_string(DbBackend::Postgres, look)).await;
    if found.expect("the catalogue can be read").is_none() {
        run(&server, &format!("DROP DATABASE IF EXISTS {building}")).await;
        run(&server, &format!("CREATE DATABASE {building}")).await;
        migrations::up_at(&url("portal_owner", &building)).await.expect("the migrations run on PostgreSQL");
        run(&server, &format!("ALTER DATABASE {building} IS_TEMPLATE true")).await;
        run(&server, &format!("ALTER DATABASE {building} RENAME TO {template}")).await;
    }
    server.close().await.expect("the connection closes"); // gives the lock back
    template
}

/// The migrated file that tests copy. Two processes may make it at once: each under its own name, the last one stays.
async fn sqlite_template() -> PathBuf {
    let template = workshop().folder.join("sqlite").join(format!("template-{}.sqlite", fingerprint()));
    if !template.exists() {
        let building = template.with_extension(format!("{}.building", fresh_name()));
        let url = format!("sqlite://{}?mode=rwc", building.display());
        migrations::up_at(&url).await.expect("the migrations run on SQLite");
        fs::rename(&building, &template).expect("the template gets its name");
    }
    template
}

/// Changes with any migration and with the helpers that write the tables.
fn fingerprint() -> &'static str {
    static FINGERPRINT: OnceLock<String> = OnceLock::new();
    FINGERPRINT.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../migrations/src");
        let entries = fs::read_dir(&folder).expect("the migrations stand beside the portal").flatten();
        let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
        files.sort();
        let mut hasher = DefaultHasher::new();
        // What this program would make, too: one that was built before the files changed makes something else.
        (migrations::names(), format!("{:?}", migrations::tables())).hash(&mut hasher);
        for file in files {
            fs::read(&file).expect("a migration can be read").hash(&mut hasher);
        }
        format!("{:016x}", hasher.finish())
    })
}

/// No other test of this run has it: process, then a number within it.
fn fresh_name() -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    format!("t_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed))
}
