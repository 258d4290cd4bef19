//! What the portal does when it lacks something: room, handles, files, a log, its database. It refuses what it cannot do,
//! says so without telling internals, goes on reading, and works again by itself.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::{Arc, Mutex};

use axum::http::StatusCode;
use chrono::TimeDelta;
use futures_util::future::join_all;
use kit::actor::Actor;
use kit::db::{Db, Place, Tx};
use macros::both_databases;
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpStream, UnixListener, UnixStream};
use tokio::task::{AbortHandle, JoinHandle};

use crate::kills::{Scene, texts};
use crate::testkit::{Process, Reader, Reply, Town};

/// Asserts a clean refusal: what is lacking, when to come again, a reference for the log, and nothing from inside.
#[track_caller]
fn refused(reply: &Reply, status: StatusCode, title: &str) {
    assert_eq!(reply.status, status, "{}", reply.text);
    assert_eq!(reply.header("retry-after"), "30");
    let seen = reply.seen();
    assert!(seen.contains(title) && seen.contains(reply.header("x-request-id")), "{seen}");
    for inside in ["sqlite", "sqlx", "postgres", "os error", "(code", "/blobs", "Database(", "Lacking"] {
        assert!(!reply.text.contains(inside), "{inside} is shown: {}", reply.text);
    }
}

const FULL: &str = "Det er ikke mer lagringsplass";
const RESTING: &str = "Portalen er ikke tilgjengelig akkurat nå";
const FILES: &str = "Filer er ikke tilgjengelige akkurat nå";

async fn pragma(town: &Town, pragma: &str) {
    let set = async |tx: Tx| {
        tx.query_one_raw(Statement::from_string(tx.backend(), format!("PRAGMA {pragma}"))).await?;
        Ok(())
    };
    town.db().write(&Actor::nobody(), set).await.unwrap();
}

/// Makes a unit; what was typed is long enough to fill a disk soon.
async fn make_unit(office: &Reader, town: &Town, at: impl std::fmt::Display) -> Reply {
    let name = format!("Enhet {} {}", town.db().queries(), "x".repeat(120));
    office.post(format!("/organisations/{at}/units/new?lang=nb"), [("name", name.as_str()), ("from_on", "")]).await
}

#[both_databases]
async fn a_full_database_refuses_what_writes_shows_what_is_there_and_passes(town: Town) {
    if town.db().backend() != DbBackend::Sqlite {
        return; // the server's disk is the server's: its codes stand in the tests of kit::fault
    }
    let organisation = town.organisation("Østmarka").await;
    let office = town.sign_in(town.holder(organisation, "Anna", kit::actor::Role::Administrator).await).await;
    make_unit(&office, &town, organisation).await.done();
    pragma(&town, "max_page_count = 1").await; // the pages that are there are the least: none is added
    let mut last = None;
    for _ in 0..2_000 {
        let reply = make_unit(&office, &town, organisation).await;
        if reply.status.is_server_error() {
            last = Some(reply);
            break;
        }
    }
    let last = last.expect("a file that is full");
    refused(&last, StatusCode::INSUFFICIENT_STORAGE, FULL);
    assert!(last.text.contains("name=\"name\"") && last.seen().contains("Send på nytt"), "what was typed is kept");
    // Reading goes on, also when it would be noted that the session is in use.
    town.later(TimeDelta::minutes(10));
    office.get("/rounds").await.shown();
    assert_eq!(town.nobody().get("/health/ready").await.status, StatusCode::OK);
    pragma(&town, "max_page_count = 1073741823").await;
    make_unit(&office, &town, organisation).await.done();
}

#[both_databases]
async fn a_database_that_only_reads_refuses_what_writes_and_shows_what_is_there(town: Town) {
    if town.db().backend() != DbBackend::Sqlite {
        return; // PostgreSQL says so with 25006, in the tests of kit::fault
    }
    let organisation = town.organisation("Østmarka").await;
    let office = town.sign_in(town.holder(organisation, "Anna", kit::actor::Role::Administrator).await).await;
    let still = town.over(Db::open(&town.place()).await.unwrap());
    pragma(&still, "query_only = ON").await;
    let reader = still.nobody().with_session(&office.session().unwrap());
    still.later(TimeDelta::minutes(10));
    refused(&make_unit(&reader, &still, organisation).await, StatusCode::SERVICE_UNAVAILABLE, RESTING);
    reader.get("/rounds").await.shown();
    make_unit(&office, &town, organisation).await.done();
}

async fn write_with_file(reader: &Reader, path: &str, key: &str, file: &[u8]) -> Reply {
    let fields = [("body", "Hei, se vedlegget"), ("request_key", key)];
    reader.upload_as(format!("{path}?lang=nb"), &fields, "files", "Brev.txt", file).await
}

#[both_databases]
async fn files_that_cannot_be_kept_refuse_what_brings_them_and_nothing_else(town: Town) {
    let open = town.open_round(1, 1).await;
    let student = town.sign_in(open.students[0]).await;
    let beginning = format!("/rounds/{}/students/{}/thread", open.round, open.students[0]);
    let thread = write_with_file(&student, &beginning, "before-the-fault", b"Hei").await.done();
    let thread = thread.split('#').next().unwrap();
    let page = student.get(thread).await.shown();
    let kept = page.text.split("href=\"").find(|rest| rest.contains("/files/")).unwrap().split('"').next().unwrap();
    let (folder, aside) = (town.app().settings().blob_folder().join("blobs"), town.app().settings().data.join("aside"));
    fs::rename(&folder, &aside).unwrap();
    fs::write(&folder, "in the way").unwrap();
    let reply = write_with_file(&student, thread, "in-the-fault", b"Hei igjen").await;
    refused(&reply, StatusCode::SERVICE_UNAVAILABLE, FILES);
    assert!(reply.text.contains("value=\"Hei, se vedlegget\"") && reply.seen().contains("velg den på nytt"));
    let lost = student.get(format!("{kept}?lang=nb")).await;
    refused(&lost, StatusCode::SERVICE_UNAVAILABLE, FILES);
    student.get(thread).await.shown().says("Hei, se vedlegget");
    let fields = [("body", "Uten fil"), ("request_key", "without-a-file")];
    student.upload_as(thread, &fields, "files", "", b"").await.done();
    fs::remove_file(&folder).unwrap();
    fs::rename(&aside, &folder).unwrap();
    write_with_file(&student, thread, "in-the-fault", b"Hei igjen").await.done();
    student.get(kept).await.shown();
    town.run_jobs().await;
}

/// A round with a student who asks a portal in a process of its own.
struct Outside {
    scene: Scene,
    process: Process,
    reader: Reader,
    thread: String,
    offer: String,
}

impl Outside {
    async fn of(town: &Town, log: Stdio) -> Self {
        let scene = Scene::new(town, 1, 5).await;
        let inside = scene.command("serve");
        // A file that grows beyond its limit is an error to be answered, not the end of the process.
        let mut command = std::process::Command::new("sh");
        command.args(["-c", "trap '' XFSZ; exec \"$0\" \"$@\""]).arg(inside.get_program()).args(inside.get_args());
        for (name, value) in inside.get_envs() {
            if let Some(value) = value {
                command.env(name, value);
            }
        }
        command.stdout(Stdio::null()).stderr(log).env("RUST_LOG", "debug,sqlx=warn");
        command.env("FOTFESTE_DATABASE__CONNECTIONS", "2"); // so that all can be open before a fault
        command.env("FOTFESTE_LIMITS__AT_ONCE", "256"); // so that it is not places that bound what is held
        let process = Process::serving(&mut command).await;
        let student = texts(&scene, "SELECT person_id FROM participants").await.remove(0);
        let offer = texts(&scene, "SELECT id FROM offers ORDER BY outside_key LIMIT 1").await.remove(0);
        let session = town.sign_in(student.parse().unwrap()).await.session().unwrap();
        let reader = process.reader(&session).await;
        let thread = format!("/rounds/{}/students/{student}/thread", scene.round);
        Self { scene, process, reader, thread, offer }
    }

    /// A crowd comes and goes: whatever work beside it opens is open from now on.
    async fn warm_up(&self) {
        let session = self.reader.session().unwrap();
        for _ in 0..4 {
            let come = async || self.process.reader(&session).await.get(self.wishes()).await.shown();
            join_all((0..8).map(|_| come())).await;
        }
    }

    fn wishes(&self) -> String {
        format!("/my/rounds/{}/wishes?lang=nb", self.scene.round)
    }

    /// Adds the place or takes it out again.
    async fn wish(&self, act: &str, key: &str) -> Reply {
        let act = format!("{act}:{}", self.offer);
        self.reader.post(self.wishes(), [("request_key", key), ("act", act.as_str())]).await
    }

    async fn versions(&self) -> i64 {
        self.scene.count("SELECT count(*) FROM wish_lists").await
    }
}

#[both_databases]
async fn a_disk_that_takes_no_more_refuses_what_writes_and_passes_without_a_restart(town: Town) {
    let mut outside = Outside::of(&town, Stdio::null()).await;
    outside.wish("add", "before-the-fault").await.done();
    outside.process.limit("fsize", "1");
    let reply = write_with_file(&outside.reader, &outside.thread, "a-file-in-the-fault", &[b'x'; 4096]).await;
    refused(&reply, StatusCode::INSUFFICIENT_STORAGE, FULL);
    if town.db().backend() == DbBackend::Sqlite {
        let reply = outside.wish("remove", "in-the-fault").await;
        refused(&reply, StatusCode::SERVICE_UNAVAILABLE, RESTING); // to SQLite it is an I/O error
        assert!(reply.seen().contains("Send på nytt"), "{}", reply.seen());
        assert_eq!(outside.versions().await, 1, "nothing of it is there");
    }
    outside.reader.get(outside.wishes()).await.shown();
    assert_eq!(outside.reader.get("/health/ready").await.status, StatusCode::OK);
    outside.process.limit("fsize", "unlimited");
    outside.wish("remove", "in-the-fault").await.done();
    assert_eq!(outside.versions().await, 2, "sent again, it is there once");
    let path = outside.thread.clone();
    write_with_file(&outside.reader, &path, "a-file-in-the-fault", &[b'x'; 4096]).await.done();
    assert!(outside.process.runs());
    town.run_jobs().await;
}

#[both_databases]
async fn a_process_without_handles_answers_those_who_are_there_and_passes_without_a_restart(town: Town) {
    let mut outside = Outside::of(&town, Stdio::null()).await;
    outside.wish("add", "before-the-fault").await.done();
    outside.warm_up().await;
    outside.process.limit("nofile", "3"); // what is open stays open, and nothing more can be opened
    outside.reader.get(outside.wishes()).await.shown();
    let reply = write_with_file(&outside.reader, &outside.thread, "a-file-in-the-fault", b"Hei").await;
    refused(&reply, StatusCode::SERVICE_UNAVAILABLE, FILES);
    outside.wish("remove", "in-the-fault").await.done();
    // Whoever comes now waits outside until there are handles again.
    let late = outside.process.reader(&outside.reader.session().unwrap()).await;
    let page = outside.wishes();
    let late = tokio::spawn(async move { late.get(page).await });
    outside.reader.get(outside.wishes()).await.shown();
    outside.process.limit("nofile", "1024");
    late.await.unwrap().shown();
    let path = outside.thread.clone();
    write_with_file(&outside.reader, &path, "a-file-in-the-fault", b"Hei").await.done();
    assert!(outside.process.runs());
    town.run_jobs().await;
}

/// So many bring a file of this size at once: 432 MiB.
const BRINGING: usize = 48;
const FILE_BYTES: usize = 9 * 1024 * 1024;
/// What the process may take for them, in bytes.
const MORE_BYTES: usize = 320 * 1024 * 1024;

#[both_databases]
async fn a_process_that_may_hold_little_more_stays_within_it_whatever_is_brought(town: Town) {
    let mut outside = Outside::of(&town, Stdio::null()).await;
    outside.wish("add", "before-the-fault").await.done();
    outside.warm_up().await;
    let session = outside.reader.session().unwrap();
    outside.process.limit("data", &(outside.process.data_kb() * 1024 + MORE_BYTES).to_string());
    let file = vec![b'x'; FILE_BYTES];
    let bring = async |number: usize| {
        let reader = outside.process.reader(&session).await;
        write_with_file(&reader, &outside.thread, &format!("a-file-among-many-{number}"), &file).await
    };
    let all = join_all((0..BRINGING).map(bring));
    let (brought, page) = tokio::join!(all, outside.reader.get(outside.wishes()));
    page.shown(); // readers are not kept waiting by those who bring
    let kept = brought.iter().filter(|reply| reply.status == StatusCode::SEE_OTHER).count();
    let sent_back = brought.iter().filter(|reply| reply.status == StatusCode::SERVICE_UNAVAILABLE).count();
    assert_eq!(kept + sent_back, BRINGING, "{:?}", brought.iter().map(|reply| reply.status).collect::<Vec<_>>());
    assert!(kept > 0 && outside.process.runs());
    assert_eq!(outside.scene.count("SELECT count(*) FROM thread_entries").await, i64::try_from(kept).unwrap());
    // What is handed out comes in pieces, and is what was brought.
    let thread = outside.reader.get(&outside.thread).await.done();
    let thread = outside.reader.get(thread).await.shown().text;
    let href = thread.split('"').find(|part| part.contains("/files/")).unwrap();
    assert!(outside.reader.get(href).await.shown().text.as_bytes() == file);
    town.run_jobs().await;
}

/// Somebody has sent the beginning of a body of 60 MiB, and sends no more for now.
async fn slow(outside: &Outside, path: &str, session: Option<&str>) -> TcpStream {
    let mut line = TcpStream::connect(outside.process.address()).await.unwrap();
    let cookie = session.map(|session| format!("cookie: {}={session}\r\n", kit::web::COOKIE)).unwrap_or_default();
    let (kind, beginning) = match session {
        Some(_) => (
            "multipart/form-data; boundary=edge",
            "--edge\r\ncontent-disposition: form-data; name=\"files\"; filename=\"a.txt\"\r\n\r\n",
        ),
        None => ("application/x-www-form-urlencoded", "text="),
    };
    let head = format!(
        "POST {path} HTTP/1.1\r\nhost: portal.example\r\nsec-fetch-site: same-origin\r\n{cookie}content-type: {kind}\r\n\
         content-length: {}\r\n\r\n{beginning}",
        60 * 1024 * 1024
    );
    line.write_all(head.as_bytes()).await.unwrap();
    line.write_all(&vec![b'x'; 100 * 1024]).await.unwrap();
    line
}

#[both_databases]
async fn who_is_turned_away_while_sending_a_file_reads_why_and_strangers_keep_nobodys_files_waiting(town: Town) {
    let mut outside = Outside::of(&town, Stdio::null()).await;
    let session = outside.reader.session().unwrap();
    let file = vec![b'x'; FILE_BYTES];
    let bring = async |key: String| {
        let reader = outside.process.reader(&session).await;
        write_with_file(&reader, &outside.thread, &key, &file).await
    };
    let strangers = [slow(&outside, "/feedback", None).await, slow(&outside, "/feedback", None).await];
    for number in 0..3 {
        bring(format!("beside-strangers-{number}")).await.done();
    }
    drop(strangers);
    // Two of those who may bring files take nearly all the memory for them; how soon is theirs.
    let path = outside.thread.clone();
    let slow = [slow(&outside, &path, Some(&session)).await, slow(&outside, &path, Some(&session)).await];
    let mut away = None;
    for number in 0..50 {
        let reply = bring(format!("beside-the-slow-{number}")).await;
        if reply.status != StatusCode::SEE_OTHER {
            away = Some(reply);
            break;
        }
    }
    let away = away.expect("somebody is turned away");
    assert_eq!(away.status, StatusCode::SERVICE_UNAVAILABLE, "{}", away.text);
    assert!(!away.header("retry-after").is_empty() && away.text.contains("Hei, se vedlegget"), "{}", away.text);
    drop(slow);
    let mut again = StatusCode::SERVICE_UNAVAILABLE;
    for number in 0..50 {
        again = bring(format!("once-they-have-gone-{number}")).await.status;
        if again == StatusCode::SEE_OTHER {
            break;
        }
    }
    assert_eq!(again, StatusCode::SEE_OTHER, "the memory of those who have gone is not given back");
    assert!(outside.process.runs());
    town.run_jobs().await;
}

async fn works_without_a_log(town: Town, log: Stdio) {
    let mut outside = Outside::of(&town, log).await;
    outside.process.close_log();
    outside.wish("add", "without-a-log").await.done();
    outside.reader.get(outside.wishes()).await.shown();
    assert_eq!(outside.reader.get("/nowhere").await.status, StatusCode::NOT_FOUND);
    assert_eq!(outside.reader.get("/health/ready").await.status, StatusCode::OK);
    assert_eq!(outside.versions().await, 1);
    assert!(outside.process.runs());
}

#[both_databases]
async fn a_log_on_a_full_disk_stops_nobody(town: Town) {
    let full = File::options().write(true).open("/dev/full").unwrap();
    works_without_a_log(town, Stdio::from(full)).await;
}

#[both_databases]
async fn a_log_that_nobody_takes_any_more_stops_nobody(town: Town) {
    works_without_a_log(town, Stdio::piped()).await;
}

/// The way to a PostgreSQL server, which can be cut and mended.
struct Cable {
    folder: tempfile::TempDir,
    server: PathBuf,
    links: Arc<Mutex<Vec<AbortHandle>>>,
    listening: Option<JoinHandle<()>>,
}

impl Cable {
    /// Leads to the server whose socket lies in this folder.
    fn to(server: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut cable =
            Self { folder, server: Path::new(server).join(".s.PGSQL.5432"), links: Arc::default(), listening: None };
        cable.mend();
        cable
    }

    fn end(&self) -> PathBuf {
        self.folder.path().join(".s.PGSQL.5432")
    }

    fn mend(&mut self) {
        let listener = UnixListener::bind(self.end()).unwrap();
        let (server, links) = (self.server.clone(), self.links.clone());
        self.listening = Some(tokio::spawn(async move {
            while let Ok((mut near, _)) = listener.accept().await {
                let server = server.clone();
                let link = tokio::spawn(async move {
                    let mut far = UnixStream::connect(server).await.unwrap();
                    let _cut = tokio::io::copy_bidirectional(&mut near, &mut far).await;
                });
                links.lock().unwrap().push(link.abort_handle());
            }
        }));
    }

    /// Whoever talks is cut off, and nobody gets through.
    fn cut(&mut self) {
        fs::remove_file(self.end()).unwrap();
        if let Some(listening) = self.listening.take() {
            listening.abort();
        }
        self.links.lock().unwrap().drain(..).for_each(|link| link.abort());
    }
}

#[both_databases]
async fn a_database_that_goes_away_and_comes_back_is_used_again_without_a_restart(town: Town) {
    let Place::Postgres { url, connections } = town.place() else { return }; // SQLite is part of the process
    let (front, socket) = url.split_once("host=").unwrap();
    let mut cable = Cable::to(socket);
    let url = format!("{front}host={}", cable.folder.path().display());
    let organisation = town.organisation("Østmarka").await;
    let anna = town.holder(organisation, "Anna", kit::actor::Role::Administrator).await;
    let far = town.over(Db::open(&Place::Postgres { url, connections }).await.unwrap());
    let office = far.sign_in(anna).await;
    make_unit(&office, &far, organisation).await.done();
    for _ in 0..3 {
        cable.cut();
        let reply = make_unit(&office, &far, organisation).await;
        // The first connection that was cut may break a transaction off: nothing of it is there.
        refused(&reply, StatusCode::SERVICE_UNAVAILABLE, RESTING);
        refused(&office.get("/rounds?lang=nb").await, StatusCode::SERVICE_UNAVAILABLE, RESTING);
        assert_eq!(far.nobody().get("/health/ready").await.status, StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(far.nobody().get("/health/live").await.status, StatusCode::OK);
        cable.mend();
        office.get("/rounds").await.shown();
        assert_eq!(far.nobody().get("/health/ready").await.status, StatusCode::OK);
        make_unit(&office, &far, organisation).await.done();
    }
}
