//! The portal as a program that listens: slow readers, huge headers, a database that fails, what reaches the log.

use std::process::Stdio;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::http::StatusCode;
use kit::actor::{Actor, Role};
use macros::both_databases;
use portal::server::{Patience, serve};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tracing::instrument::WithSubscriber;
use tracing_subscriber::fmt::MakeWriter;

use crate::testkit::{Town, command_on};

async fn ask(address: &str, request: &str) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = vec![];
    // The server may close while we still write: what came before counts.
    let _closed = stream.read_to_end(&mut answer).await;
    String::from_utf8_lossy(&answer).into_owned()
}

const LIVE: &str = "GET /health/live HTTP/1.1\r\nhost: portal.example\r\nconnection: close\r\n\r\n";

#[both_databases]
async fn slow_and_greedy_readers_are_let_go_while_others_are_answered(town: Town) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let (stop, stopped) = oneshot::channel::<()>();
    let patience = Patience { headers: Duration::from_millis(300), connections: 200 };
    let serving = tokio::spawn(serve(listener, town.router(), patience, async {
        let _ended = stopped.await;
    }));
    let mut slow = vec![];
    for _ in 0..100 {
        let mut stream = TcpStream::connect(&address).await.unwrap();
        stream.write_all(b"GET /login HTTP/1.1\r\nhost: port").await.unwrap();
        slow.push(stream);
    }
    for _ in 0..20 {
        assert!(ask(&address, LIVE).await.starts_with("HTTP/1.1 200"));
    }
    let huge = format!("GET /login HTTP/1.1\r\nhost: portal.example\r\nx-long: {}\r\n\r\n", "x".repeat(200_000));
    assert!(!ask(&address, &huge).await.starts_with("HTTP/1.1 200"));
    for mut stream in slow {
        let mut rest = vec![];
        let _reset = stream.read_to_end(&mut rest).await; // ends: the server has closed it
        assert!(!String::from_utf8_lossy(&rest).starts_with("HTTP/1.1 200"));
    }
    stop.send(()).unwrap();
    serving.await.unwrap();
}

/// A log that a test can read.
#[derive(Clone, Default)]
pub struct Kept(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Kept {
    type Writer = Self;
    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

impl Kept {
    pub fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

#[both_databases]
async fn the_log_keeps_one_record_a_line_and_no_address_name_or_token(town: Town) {
    let log = Kept::default();
    let subscriber =
        tracing_subscriber::fmt().json().with_max_level(tracing::Level::DEBUG).with_writer(log.clone()).finish();
    let organisation = town.organisation("Østmarka").await;
    let administrator = town.holder(organisation, "Kanarifugl", Role::Administrator).await;
    let reader = town.sign_in(administrator).await;
    let session = reader.session().unwrap();
    let mut secrets = vec!["kanari".to_owned(), "town.example".to_owned(), session.clone()];
    async {
        reader.get("/rounds?q=kanari%0d%0afugl").await;
        reader.get("/nowhere/kanari%0afugl").await;
        reader.post("/login", [("email", "kanarifugl@town.example\r\n{\"level\":\"forged\"}")]).await;
        reader.get(format!("/login/{session}")).await;
        reader.get(format!("/calendar/{session}.ics")).await;
        let told = reader.press("/me/calendar").await.shown().text;
        let feed = told.split("/calendar/").nth(1).and_then(|rest| rest.get(..64)).unwrap();
        town.nobody().get(format!("/calendar/{feed}.ics")).await.shown();
        town.nobody().get(format!("/calendar/{}.ics", feed.to_uppercase())).await;
        secrets.push(feed.to_owned());
        town.nobody().press("/rounds/new").await;
        town.run_jobs().await;
    }
    .with_subscriber(subscriber)
    .await;
    let text = log.text();
    assert!(text.lines().count() > 3, "{text}");
    for line in text.lines() {
        let record: serde_json::Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        assert_ne!(record["level"], "forged");
    }
    let lower = text.to_lowercase();
    for secret in &secrets {
        assert!(!lower.contains(secret), "{secret} is in the log:\n{text}");
    }
}

#[both_databases]
async fn a_database_that_fails_lets_nobody_in_and_tells_nothing(town: Town) {
    let organisation = town.organisation("Østmarka").await;
    let administrator = town.holder(organisation, "Anna", Role::Administrator).await;
    let reader = town.sign_in(administrator).await;
    reader.get("/rounds").await.shown();
    for table in ["roles", "affiliations", "persons", "sessions"] {
        town.rename_table(table, "gone").await;
        let reply = reader.get("/rounds").await;
        assert_eq!(reply.status, StatusCode::INTERNAL_SERVER_ERROR, "without {table}");
        assert!(reply.seen().contains(reply.header("x-request-id")), "the reference is shown");
        for inside in ["gone", "sqlx", "SELECT", table] {
            assert!(!reply.seen().contains(inside), "{inside} is shown: {}", reply.seen());
        }
        town.rename_table("gone", table).await;
        reader.get("/rounds").await.shown();
    }
}

#[both_databases]
async fn a_fresh_install_knows_nobody_and_opens_no_demo_door(town: Town) {
    let nobody = town.nobody();
    for route in town.routes().into_iter().filter(|route| route.need == kit::web::Need::Demo) {
        assert_eq!(nobody.ask(&route.method, route.path).await.status, StatusCode::NOT_FOUND, "{}", route.path);
    }
    for guess in ["administrator", "admin", "00000000-0000-7000-8000-000000000000"] {
        let reply = nobody.post("/login", [("persona", guess)]).await;
        assert!(nobody.session().is_none() && reply.status != StatusCode::OK, "{guess}: {}", reply.status);
    }
    for path in ["/metrics", "/docs", "/openapi.json", "/debug", "/.git/config"] {
        assert_eq!(nobody.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[test]
fn a_process_that_is_told_to_stop_ends_before_the_unit_ends_it() {
    let unit = include_str!("../../../packaging/fotfeste.service");
    let seconds = unit.lines().find_map(|line| line.strip_prefix("TimeoutStopSec=")).unwrap().parse().unwrap();
    // Answers first, then jobs and work by the clock side by side, then threads.
    let longest = portal::server::GOODBYE_MAX + kit::routines::STOP_WITHIN + portal::server::THREADS_MAX;
    assert!(longest + Duration::from_secs(5) <= Duration::from_secs(seconds), "{longest:?} of {seconds}");
}

#[both_databases]
async fn the_command_names_who_looks_after_the_portal_and_ends_that_task_also_of_the_last(town: Town) {
    let home = town.organisation("Mjøs høgskole").await;
    let oda = town.person(home, "Oda").await;
    let find = async |tx| people::persons::find(&tx, oda).await;
    let address = town.db().read(&Actor::nobody(), find).await.unwrap().email.unwrap().as_str().to_owned();
    let data = tempfile::tempdir().unwrap();
    let said = |words: &[&str]| {
        let mut command = command_on(&town.place(), data.path(), "operator");
        let done = command.args(words).stdout(Stdio::piped()).stderr(Stdio::piped()).output().unwrap();
        (done.status.success(), String::from_utf8([done.stdout, done.stderr].concat()).unwrap())
    };
    let (is_done, told) = said(&["--end", &address]);
    assert!(!is_done && told.contains("Oda Nordmann does not look after the portal"), "{told}");
    let (is_done, told) = said(&[&address]);
    assert!(is_done && told.contains("Oda Nordmann looks after the portal from the next page on"), "{told}");
    let reader = town.sign_in(oda).await;
    reader.get("/ops").await.shown();
    let (is_done, told) = said(&["--end", &address]);
    assert!(is_done && told.contains("name somebody with fotfeste operator ADDRESS"), "{told}");
    assert_eq!(reader.get("/ops").await.status, StatusCode::FORBIDDEN);
    town.run_jobs().await; // she is told
}
