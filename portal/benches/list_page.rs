//! What a page costs: the list of a round's 20,000 students, the register of 50,000 people, a search in it and the tree
//! of 5,000 units as a signed-in keeper gets them, each beside a bare axum and SeaORM page that asks the same and shows
//! the same rows with no session, no layout and no rights. Interleaved, on both databases; prints one JSON line for each
//! page and the ratio. CPU time is that of this process and, on PostgreSQL, of the server's processes that work for it.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a bench that cannot measure ends")]

#[path = "../testkit/mod.rs"]
#[expect(dead_code, unused_imports, reason = "the bench uses a part of what tests stand on")]
mod testkit;

use std::fmt::Write as _;
use std::fs;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Html;
use axum::routing::get;
use base::{Id, OrganisationId, PersonId, RoundId, UnitId};
use kit::actor::{Actor, Role};
use kit::db::Place;
use people::organisations::actions::units;
use people::organisations::model::Shape;
use people::organisations::tables::unit;
use people::persons::tables::{member, person};
use people::persons::{self, NewPerson, NewStudent, PersonName};
use placing::participants::tables::participant::{self, Column};
use sea_orm::{
    ColumnTrait, Condition, ConnectOptions, ConnectionTrait, Database, DatabaseConnection, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect,
};
use testkit::{Reader, TestDatabase, Town};
use uuid::Uuid;

const STUDENTS: usize = 20_000;
const PEOPLE: usize = 50_000;
const UNITS: usize = 5_000;
/// Units that the tree draws before it opens no further.
const DRAWN: usize = 300;
const BLOCKS: usize = 10;
/// The goal: CPU of the whole page against the bare one.
const RATIO_MAX: f64 = 2.5;
/// The same where a server holds the rows: each statement of the page is a round trip and is held to the actor's rows by
/// the server too, of which the bare page, that signs in as the owner of the tables, is spared the second.
const RATIO_MAX_SERVER: f64 = 3.5;

#[derive(Clone)]
struct Bare {
    pool: DatabaseConnection,
    owner: OrganisationId,
    round: RoundId,
}

/// A page and its goals.
struct Case {
    name: &'static str,
    rows: usize,
    path: String,
    bare: &'static str,
    requests: usize,
    queries_max: u64,
    /// None: told, and no goal. The bare page does not do what the page is for.
    ratio_max: Option<f64>,
}

fn failed(_: sea_orm::DbErr) -> StatusCode {
    StatusCode::INTERNAL_SERVER_ERROR
}

/// The students of a round in the simplest page that shows them.
async fn bare_students(State(bare): State<Bare>) -> Result<Html<String>, StatusCode> {
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

/// The register likewise, by name: who is there today.
async fn bare_people(State(bare): State<Bare>, Path(page): Path<u64>) -> Result<Html<String>, StatusCode> {
    people_page(&bare, "", page).await
}

/// People found by a part of a name.
async fn bare_search(State(bare): State<Bare>) -> Result<Html<String>, StatusCode> {
    people_page(&bare, "s4999", 1).await
}

async fn people_page(bare: &Bare, named: &str, page: u64) -> Result<Html<String>, StatusCode> {
    let today = base::Date::from_ymd_opt(2000, 1, 1); // nobody of the bench comes later or has left
    let lasts = Condition::any().add(member::Column::IsOpen.eq(true)).add(member::Column::UntilOn.gte(today));
    let begun = Condition::any().add(member::Column::FromOn.is_null()).add(member::Column::FromOn.lte(today));
    let here = Condition::all().add(lasts).add(begun);
    let select = || {
        let all = member::Entity::find().filter(member::Column::OwnerId.eq(bare.owner)).filter(here.clone());
        if named.is_empty() { all } else { all.filter(member::Column::SearchKey.contains(named)) }
    };
    let count = select().count(&bare.pool).await.map_err(failed)?;
    let some = select().order_by_asc(member::Column::SortKey).offset((page - 1) * 50).limit(50);
    let rows = some.all(&bare.pool).await.map_err(failed)?;
    let ids: Vec<_> = rows.iter().map(|row| row.person_id).collect();
    let persons = person::Entity::find().filter(person::Column::Id.is_in(ids)).all(&bare.pool).await.map_err(failed)?;
    let mut html = format!("<table><caption>{count}</caption>");
    for person in &persons {
        let _ = write!(html, "<tr><td>{}, {}</td></tr>", person.family_name, person.given_name);
    }
    Ok(Html(html + "</table>"))
}

/// The units at the top and as many more as the tree draws.
async fn bare_units(State(bare): State<Bare>) -> Result<Html<String>, StatusCode> {
    let select = unit::Entity::find().filter(unit::Column::OwnerId.eq(bare.owner));
    let rows = select.order_by_asc(unit::Column::Name).all(&bare.pool).await.map_err(failed)?;
    let mut html = format!("<h1>{}</h1><ul>", rows.len());
    for row in rows.iter().take(DRAWN) {
        let _ = write!(html, "<li>{}</li>", row.name);
    }
    Ok(Html(html + "</ul>"))
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

/// People and units of one organisation, through the actions that imports use.
async fn fill(town: &Town, school: OrganisationId) {
    let actor = Actor::portal(school);
    let number = |number: usize| NewStudent {
        outside_key: format!("s{number}"),
        person: NewPerson {
            name: PersonName::new(&format!("Ola {}", number % 97), &format!("S{number:05}")).expect("a name"),
            email: None,
            phone: None,
            lang: None,
        },
    };
    let students: Vec<NewStudent> = (0..PEOPLE).map(number).collect();
    town.db().write(&actor, async |tx| persons::enrol_students(&tx, school, &students).await).await.expect("people");
    let id = |number: usize| UnitId::from_uuid(Uuid::from_u128(number as u128 + 1));
    let shape = |number: usize| Shape {
        parent: (number > 0).then(|| id((number - 1) / 12)),
        name: format!("Unit {number}"),
        outside_key: Some(format!("u{number}")),
        ..Shape::default()
    };
    let all: Vec<(UnitId, Shape)> = (0..UNITS).map(|number| (id(number), shape(number))).collect();
    let by = PersonId::from_uuid(Uuid::nil());
    let add = async |tx| units::add_many(&tx, school, &all, by).await;
    town.db().write(&actor, add).await.expect("units");
}

fn cases(place: &Place, round: RoundId, school: OrganisationId) -> Vec<Case> {
    let ratio_max = Some(if matches!(place, Place::Postgres { .. }) { RATIO_MAX_SERVER } else { RATIO_MAX });
    let base = format!("/organisations/{school}");
    let case = |name, rows, path: String, bare, requests, queries_max| Case {
        name,
        rows,
        path,
        bare,
        requests,
        queries_max,
        ratio_max,
    };
    vec![
        case("students", STUDENTS, format!("/rounds/{round}/students"), "/students", 60, 12),
        case("people", PEOPLE, format!("{base}/people"), "/people/1", 30, 12),
        case("people, page 500", PEOPLE, format!("{base}/people?page=500"), "/people/500", 10, 12),
        case("people found", PEOPLE, format!("{base}/people?q=s4999"), "/search", 10, 12),
        Case { ratio_max: None, ..case("search", PEOPLE, "/search?q=s4999".into(), "/search", 10, 16) },
        Case { ratio_max: None, ..case("tree of units", UNITS, format!("{base}/units"), "/units", 10, 12) },
    ]
}

async fn measure(name: &str, database: TestDatabase) -> bool {
    let place = database.place();
    let town = Town::on(database).await;
    let (owner, round, administrator) = town.round_of_students(STUDENTS).await;
    let school = town.organisation("Storby").await;
    fill(&town, school).await;
    let keeper = town.holder(school, "Jonas", Role::Administrator).await;
    let pool = pool(&place).await;
    if matches!(place, Place::Postgres { .. }) {
        // The tests' server does not count its rows by itself, as any other would soon after an import.
        pool.execute_unprepared("VACUUM ANALYZE").await.expect("the server counts its rows");
    }
    let bare = |owner| {
        let router = Router::new()
            .route("/students", get(bare_students))
            .route("/people/{page}", get(bare_people))
            .route("/search", get(bare_search))
            .route("/units", get(bare_units));
        Reader::new(router.with_state(Bare { pool: pool.clone(), owner, round }))
    };
    let mut reached = true;
    for case in cases(&place, round, school) {
        let (owner, who) = if case.bare == "/students" { (owner, administrator) } else { (school, keeper) };
        reached &= one(name, &town, &bare(owner), who, &case).await;
    }
    pool.close().await.expect("the pool closes");
    reached
}

async fn one(name: &str, town: &Town, bare: &Reader, who: PersonId, case: &Case) -> bool {
    let real = town.sign_in(who).await;
    real.get(&case.path).await.shown();
    let before = town.db().queries();
    real.get(&case.path).await.shown();
    let queries = town.db().queries() - before;
    let mut cpu = [0.0; 2];
    for block in 0..=BLOCKS {
        let real = town.sign_in(who).await; // one session alone would come to its limit of requests
        for (which, reader, path) in [(0, bare, case.bare), (1, &real, case.path.as_str())] {
            let start = cpu_seconds();
            for _ in 0..case.requests {
                reader.get(path).await.shown();
            }
            if block > 0 {
                cpu[which] += cpu_seconds() - start; // the first block warms up
            }
        }
    }
    report(name, case, cpu, queries)
}

#[expect(clippy::disallowed_macros, clippy::print_stdout, reason = "a bench's answer is what it prints")]
fn report(database: &str, case: &Case, cpu: [f64; 2], queries: u64) -> bool {
    let [bare, real] = cpu.map(|seconds| seconds * 1000.0 / (BLOCKS * case.requests) as f64);
    let (page, rows, queries_max) = (case.name, case.rows, case.queries_max);
    let ratio = real / bare;
    let goal = case.ratio_max.map_or("null".to_owned(), |max| max.to_string());
    println!(
        "{{\"database\":\"{database}\",\"page\":\"{page}\",\"rows\":{rows},\"bare_cpu_ms\":{bare:.3},\
         \"page_cpu_ms\":{real:.3},\"ratio\":{ratio:.2},\"ratio_max\":{goal},\"queries\":{queries},\
         \"queries_max\":{queries_max}}}"
    );
    case.ratio_max.is_none_or(|max| ratio <= max) && queries <= queries_max
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
