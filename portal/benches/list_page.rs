//! What a page costs: the list of a round's 20,000 students as a signed-in administrator gets it, beside a bare axum and
//! SeaORM page that asks the same and shows the same rows with no session, no layout and no rights. Interleaved, on both
//! databases; prints one JSON line for each page and the ratio. CPU time is that of this process and, on PostgreSQL, of
//! the server's processes that work for it.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a bench that cannot measure ends")]

#[path = "../testkit/mod.rs"]
#[expect(dead_code, unused_imports, reason = "the bench uses a part of what tests stand on")]
mod testkit;

use std::fmt::Write as _;
use std::fs;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Html;
use axum::routing::get;
use base::{OrganisationId, RoundId};
use kit::db::Place;
use people::persons::tables::person;
use placing::participants::tables::participant::{self, Column};
use sea_orm::{
    ColumnTrait, ConnectOptions, ConnectionTrait, Database, DatabaseConnection, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
};
use testkit::{Reader, TestDatabase, Town};

const STUDENTS: usize = 20_000;
const BLOCKS: usize = 10;
const REQUESTS: usize = 60;
/// The goals: CPU of the whole page against the bare one, and statements for one page.
const RATIO_MAX: f64 = 2.5;
const QUERIES_MAX: u64 = 12;

#[derive(Clone)]
struct Bare {
    pool: DatabaseConnection,
    owner: OrganisationId,
    round: RoundId,
}

/// The same rows in the simplest page that shows them.
async fn bare_page(State(bare): State<Bare>) -> Result<Html<String>, StatusCode> {
    let failed = |_| StatusCode::INTERNAL_SERVER_ERROR;
    let select =
        || participant::Entity::find().filter(Column::OwnerId.eq(bare.owner)).filter(Column::RoundId.eq(bare.round));
    let count = select().count(&bare.pool).await.map_err(failed)?;
    let rows = select().order_by_asc(Column::OutsideKey).limit(50).all(&bare.pool).await.map_err(failed)?;
    let ids: Vec<_> = rows.iter().map(|row| row.person_id).collect();
    let persons = person::Entity::find().filter(person::Column::Id.is_in(ids)).all(&bare.pool).await.map_err(failed)?;
    let mut html = format!("<table><caption>{count}</caption>");
    for row in &rows {
        let name = persons.iter().find(|person| person.id == row.person_id).map_or("", |person| &person.family_name);
        let _ = write!(html, "<tr><td>{}</td><td>{name}</td><td>{}</td></tr>", row.outside_key, row.subject);
    }
    Ok(Html(html + "</table>"))
}

fn main() {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    let mut reached = true;
    runtime.block_on(async {
        reached &= measure("sqlite", TestDatabase::sqlite().await).await;
        reached &= measure("postgres", TestDatabase::postgres().await).await;
    });
    assert!(reached, "a goal was not reached: see the lines above");
}

async fn measure(name: &str, database: TestDatabase) -> bool {
    let place = database.place();
    let town = Town::on(database).await;
    let (owner, round, administrator) = town.round_of_students(STUDENTS).await;
    let pool = pool(&place).await;
    if matches!(place, Place::Postgres { .. }) {
        // The tests' server does not count its rows by itself, as any other would soon after an import.
        pool.execute_unprepared("VACUUM ANALYZE").await.expect("the server counts its rows");
    }
    let bare =
        Reader::new(Router::new().route("/", get(bare_page)).with_state(Bare { pool: pool.clone(), owner, round }));
    let real = town.sign_in(administrator).await;
    let path = format!("/rounds/{round}/students");
    let before = town.db().queries();
    real.get(&path).await.shown();
    let queries = town.db().queries() - before;
    let mut cpu = [0.0; 2];
    for block in 0..=BLOCKS {
        let real = town.sign_in(administrator).await; // one session alone would come to its limit of requests
        for (which, reader, path) in [(0, &bare, "/"), (1, &real, path.as_str())] {
            let start = cpu_seconds();
            for _ in 0..REQUESTS {
                reader.get(path).await.shown();
            }
            if block > 0 {
                cpu[which] += cpu_seconds() - start; // the first block warms up
            }
        }
    }
    pool.close().await.expect("the pool closes");
    report(name, cpu, queries)
}

#[expect(clippy::disallowed_macros, clippy::print_stdout, reason = "a bench's answer is what it prints")]
fn report(name: &str, cpu: [f64; 2], queries: u64) -> bool {
    let [bare, real] = cpu.map(|seconds| seconds * 1000.0 / (BLOCKS * REQUESTS) as f64);
    let ratio = real / bare;
    println!(
        "{{\"database\":\"{name}\",\"students\":{STUDENTS},\"bare_cpu_ms\":{bare:.3},\"page_cpu_ms\":{real:.3},\
         \"ratio\":{ratio:.2},\"ratio_max\":{RATIO_MAX},\"queries\":{queries},\"queries_max\":{QUERIES_MAX}}}"
    );
    ratio <= RATIO_MAX && queries <= QUERIES_MAX
}

async fn pool(place: &Place) -> DatabaseConnection {
    let url = match place {
        Place::Sqlite(file) => format!("sqlite://{}", file.display()),
        // As the owner, so that the bare page is spared the row level security too.
        Place::Postgres { url, .. } => url.replace("portal_runtime", "portal_owner"),
    };
    let mut options = ConnectOptions::new(url);
    options.max_connections(8).sqlx_logging(false);
    Database::connect(options).await.expect("the database can be reached")
}

/// User and system time so far, of this process and of the database server's processes that serve its databases.
fn cpu_seconds() -> f64 {
    let own = ticks("/proc/self/stat");
    let mine = format!("t_{}_", std::process::id());
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    let served: u64 = processes
        .filter_map(|process| {
            let folder = process.path();
            let line = fs::read(folder.join("cmdline")).ok()?;
            let line = String::from_utf8_lossy(&line).into_owned();
            (line.starts_with("postgres:") && line.contains(&mine))
                .then(|| ticks(&folder.join("stat").display().to_string()))
        })
        .sum();
    (own + served) as f64 / 100.0 // Linux counts hundredths of a second
}

/// Fields 14 and 15 of a process's line, after the name, which may hold spaces.
fn ticks(stat: &str) -> u64 {
    let line = fs::read_to_string(stat).unwrap_or_default();
    let rest = line.rsplit_once(')').map_or("", |parts| parts.1);
    rest.split_whitespace().skip(11).take(2).filter_map(|field| field.parse::<u64>().ok()).sum()
}
