//! The portal is killed in the middle of its work, again and again, and what it has promised still holds.
//!
//! The real binary runs on the test's database; the test's own process looks at what is left.

use std::fs;
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};

use base::{OrganisationId, PersonId, RoundId};
use chrono::TimeDelta;
use kit::actor::{Actor, Role};
use kit::db::{Place, Tx};
use macros::both_databases;
use people::persons::{self, NewPerson, NewStudent, PersonName};
use placing::participants::{self, StudentRow};
use placing::rounds::{self, Plan, Typed};
use placing::sites::{self, NodeRow, OfferRow};
use sea_orm::{ConnectionTrait, Statement};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinHandle;
use tokio::time::{sleep, timeout};

use crate::testkit::{Town, command_on};

/// A worker that is gone keeps others from its job for so long, in seconds.
const LEASE_SECONDS: u32 = 1;
/// Whatever has not happened by then does not happen.
const PATIENCE: Duration = Duration::from_secs(120);
/// The allocation job's failpoints, in its order.
const FAILPOINTS: [&str; 5] = ["claimed", "computed", "half-saved", "saved", "mail-enqueued"];
/// Wishes of each student.
const WISHES: usize = 5;

/// A round whose window has closed, with a folder for the portal's mail.
pub(super) struct Scene {
    pub(super) town: Town,
    pub(super) institution: OrganisationId,
    pub(super) administrator: PersonId,
    pub(super) round: RoundId,
    pub(super) data: TempDir,
}

/// The portal at work in a process of its own. It never outlives the test.
struct Portal(Child);

impl Drop for Portal {
    fn drop(&mut self) {
        let _gone = self.0.kill();
        let _waited = self.0.wait();
    }
}

impl Portal {
    /// As `kill -9` does: it is told nothing and finishes nothing.
    fn kill(mut self) {
        self.0.kill().expect("the process is ours");
        self.0.wait().expect("the process is ours");
    }

    /// Waits for the process to end by itself.
    async fn end(mut self) {
        let begun = Instant::now();
        while self.0.try_wait().expect("the process is ours").is_none() {
            assert!(begun.elapsed() < PATIENCE, "the failpoint was not reached");
            sleep(Duration::from_millis(20)).await;
        }
    }
}

impl Scene {
    /// `closes`: in so many days from now the window closes.
    pub(super) async fn new(town: &Town, students: usize, closes: i64) -> Self {
        let institution = town.organisation("Høgskolen").await;
        let administrator = town.holder(institution, "Jorunn", Role::Administrator).await;
        let ago = |days: i64| town.db().shift_clock(TimeDelta::days(-days));
        let data = tempfile::tempdir().expect("a folder");
        ago(10);
        let mut scene =
            Self { town: town.clone(), institution, administrator, round: RoundId(uuid::Uuid::nil()), data };
        scene.round = scene.made(closes).await;
        scene.filled(students).await;
        let announce = async |tx| rounds::announce(&tx, scene.round, &"5a".repeat(32)).await;
        scene.town.db().write(&scene.office().await, announce).await.unwrap();
        ago(5);
        town.run_jobs().await; // the window opens
        ago(0);
        town.run_jobs().await;
        scene
    }

    async fn office(&self) -> Actor {
        persons::actor_of(self.town.db(), self.administrator, None).await.unwrap()
    }

    async fn made(&self, closes: i64) -> RoundId {
        let day = |days: i64| (chrono_now() + TimeDelta::days(days)).format("%Y-%m-%d").to_string();
        let begins = chrono_now() + TimeDelta::days(60);
        let typed = Typed {
            name: "Runde".into(),
            course_code: "PRA1".into(),
            course_name: "Praksis".into(),
            year: begins.format("%G").to_string(),
            weeks: begins.format("%V").to_string(),
            open_on: day(-8),
            open_at: "08:00".into(),
            close_on: day(closes),
            close_at: "00:00".into(),
            publish_on: day(20),
            publish_at: "12:00".into(),
            wishes_min: "1".into(),
            wishes_max: WISHES.to_string(),
            draw: "seed".into(),
            no_wishes: "by_hand".into(),
            terms: rounds::TypedTerms::default(),
            is_decision: "yes".into(),
            intro: String::new(),
            contact_name: "Jorunn".into(),
            contact_email: "jorunn@town.example".into(),
            contact_phone: String::new(),
        };
        let plan = Plan::read(&typed, chrono_tz::Europe::Oslo).unwrap();
        let make = async |tx| rounds::make_round(&tx, &plan).await;
        self.town.db().write(&self.office().await, make).await.unwrap()
    }

    /// Places for nine of ten, below hosts that take nine of ten of those.
    async fn filled(&self, students: usize) {
        let offers = (students / 90).max(11);
        let seats = students * 9 / 10 / offers + 1;
        let host = |number: usize| format!("h{}", number % (offers / 10 + 1));
        let hosts = (0..offers / 10 + 1).map(|number| NodeRow {
            outside_key: host(number),
            parent_key: None,
            name: String::new(),
            level: "host".into(),
            seats_max: Some((seats * 9) as i32),
            host: None,
            host_unit: None,
        });
        let (nodes, offers): (Vec<_>, Vec<_>) =
            (hosts.collect(), (0..offers).map(|n| offer(n, host(n), seats)).collect());
        let rows: Vec<_> = (0..students).map(student).collect();
        let fill = async |tx: Tx| {
            let round = rounds::find(&tx, self.round).await?;
            sites::upsert_nodes(&tx, &round, &nodes).await?;
            sites::upsert_offers(&tx, &round, &offers).await?;
            participants::register(&tx, &round, &rows).await
        };
        self.town.db().write(&self.office().await, fill).await.unwrap();
    }

    /// Everybody's wishes at once: for a whole cohort the actions would take longer than all the rest.
    async fn wished(&self) {
        let lists = "INSERT INTO wish_lists (owner_id, round_id, person_id, version, at, by_id, source, confirmed, late) \
                     SELECT owner_id, round_id, person_id, 1, added_at, person_id, 'import', true, false FROM participants";
        let wishes = |rank: usize| {
            format!(
                "INSERT INTO wishes (owner_id, round_id, person_id, version, offer_id, rank) \
                 SELECT p.owner_id, p.round_id, p.person_id, 1, o.id, {rank} \
                 FROM (SELECT *, row_number() OVER (ORDER BY outside_key) AS n FROM participants) p \
                 JOIN (SELECT id, row_number() OVER (ORDER BY outside_key) - 1 AS n, count(*) OVER () AS all_of \
                       FROM offers) o ON o.n = (p.n * 7 + {rank}) % o.all_of"
            )
        };
        let write = async |tx: Tx| {
            tx.execute_unprepared(lists).await?;
            for rank in 1..=WISHES {
                tx.execute_unprepared(&wishes(rank)).await?;
            }
            Ok(())
        };
        self.town.db().write(&Actor::portal(self.institution), write).await.unwrap();
    }

    async fn order_run(&self) {
        let order = async |tx| placing::allocation::order_run(&tx, self.round).await;
        self.town.db().write(&self.office().await, order).await.unwrap();
    }

    fn start(&self, failpoint: Option<&str>) -> Portal {
        let mut command = self.command("worker");
        if let Some(name) = failpoint {
            command.env("FOTFESTE_FAILPOINTS", "true").env("FOTFESTE_FAILPOINT", format!("allocate:{name}"));
        }
        Portal(command.spawn().expect("the portal starts"))
    }

    /// Pages, too, at this address.
    fn serve(&self, listen: SocketAddr) -> Portal {
        let mut command = self.command("serve");
        command.env("FOTFESTE_LISTEN", listen.to_string()).env("FOTFESTE_LIMITS__REQUESTS_PER_SECOND", "1000000");
        Portal(command.spawn().expect("the portal starts"))
    }

    pub(super) fn command(&self, what: &str) -> Command {
        let mut command = command_on(&self.town.place(), self.data.path(), what);
        command.env("FOTFESTE_JOBS__LEASE_SECONDS", LEASE_SECONDS.to_string());
        command
    }

    pub(super) async fn count(&self, sql: &str) -> i64 {
        let count = async |tx: Tx| {
            let row = tx.query_one_raw(Statement::from_string(tx.backend(), sql)).await?;
            Ok(row.expect("a count is one row").try_get_by_index(0)?)
        };
        self.town.db().read(&Actor::portal(self.institution), count).await.unwrap()
    }

    /// Waits until nothing is left to do, then counts what has come of `runs` runs.
    async fn assert_each_once(&self, runs: i64, students: usize, what: &str) {
        let begun = Instant::now();
        while self
            .count("SELECT count(*) FROM jobs WHERE state IN ('waiting', 'running') AND kind IN ('allocate', 'mail')")
            .await
            > 0
        {
            assert!(begun.elapsed() < PATIENCE, "{what}: the work does not end");
            sleep(Duration::from_millis(30)).await;
        }
        assert_eq!(
            self.count("SELECT count(*) FROM jobs WHERE state = 'dead'").await,
            0,
            "{what}: a job was laid aside"
        );
        assert_eq!(self.count("SELECT count(*) FROM runs WHERE state = 'done'").await, runs, "{what}: results");
        let proposals = self.count("SELECT count(*) FROM proposals").await;
        assert_eq!(proposals, runs * students as i64, "{what}: proposals");
        let noted = self.count("SELECT count(*) FROM journal WHERE kind = 'allocation-done'").await;
        assert_eq!(noted, runs, "{what}: journal entries");
        let mails =
            self.count("SELECT count(*) FROM mails WHERE kind = 'allocation-done' AND sent_at IS NOT NULL").await;
        assert_eq!(mails, runs, "{what}: mails");
        assert_eq!(letters(&self.data.path().join("mail")), runs as usize, "{what}: mails that left the house");
    }

    /// At most one result, whole or not at all.
    async fn assert_legal(&self, runs: i64, students: usize, what: &str) {
        let done = self.count("SELECT count(*) FROM runs WHERE state = 'done'").await;
        assert!(done <= runs, "{what}: {done} results");
        let proposals = self.count("SELECT count(*) FROM proposals").await;
        assert_eq!(proposals, done * students as i64, "{what}: half a result");
    }
}

#[expect(clippy::disallowed_methods, reason = "the real portal goes by the real clock")]
fn chrono_now() -> chrono::DateTime<chrono_tz::Tz> {
    chrono::Utc::now().with_timezone(&chrono_tz::Europe::Oslo)
}

fn offer(number: usize, node_key: String, seats: usize) -> OfferRow {
    OfferRow {
        outside_key: format!("o{number:05}"),
        node_key,
        name: String::new(),
        subject: "A".into(),
        period: "1".into(),
        seats_max: seats as i32,
        municipality: String::new(),
        address: String::new(),
        about: String::new(),
        wished_last_year: None,
    }
}

fn student(number: usize) -> StudentRow {
    let person = NewPerson {
        name: PersonName::new("Student", &number.to_string()).unwrap(),
        email: None,
        phone: None,
        lang: None,
    };
    StudentRow {
        student: NewStudent { outside_key: format!("s{number:06}"), person },
        subject: "A".into(),
        period: "1".into(),
        lottery: None,
        group_key: None,
    }
}

fn letters(folder: &Path) -> usize {
    let files = fs::read_dir(folder).map(|files| files.flatten().collect::<Vec<_>>()).unwrap_or_default();
    files.iter().filter(|file| file.file_name().to_string_lossy().ends_with(".eml")).count()
}

#[both_databases]
async fn a_portal_killed_at_a_failpoint_leaves_one_result_and_one_mail(town: Town) {
    let students = 120;
    let scene = Scene::new(&town, students, -1).await;
    scene.wished().await;
    for (number, failpoint) in FAILPOINTS.into_iter().enumerate() {
        scene.order_run().await;
        let before = number as i64;
        scene.start(Some(failpoint)).end().await;
        scene.assert_legal(before, students, failpoint).await; // nothing of the new run is there yet
        let portal = scene.start(None);
        scene.assert_each_once(before + 1, students, failpoint).await;
        portal.kill();
    }
}

/// Kills the portal `kills` times at moments spread over a whole run, each time another.
async fn kill_at_any_moment(town: Town, students: usize, kills: u32) {
    let scene = Scene::new(&town, students, -1).await;
    scene.wished().await;
    scene.order_run().await;
    let begun = Instant::now();
    let portal = scene.start(None);
    scene.assert_each_once(1, students, "undisturbed").await;
    let whole = begun.elapsed();
    portal.kill();
    for number in 1..=kills {
        scene.order_run().await;
        let portal = scene.start(None);
        // Golden steps: however many kills there are, they lie evenly and never in one rhythm with the work.
        let part = (f64::from(number) * 0.618_033_988_75).fract();
        sleep(whole.mul_f64(part)).await;
        portal.kill();
        let what = format!("kill {number} after {:.0} % of {whole:?}", part * 100.0);
        scene.assert_legal(i64::from(number) + 1, students, &what).await;
        let portal = scene.start(None);
        scene.assert_each_once(i64::from(number) + 1, students, &what).await;
        portal.kill();
    }
}

#[both_databases]
async fn a_portal_killed_at_any_moment_leaves_one_result_and_one_mail(town: Town) {
    kill_at_any_moment(town, 400, 6).await;
}

#[both_databases]
#[ignore = "long: `make release-check` runs it"]
async fn a_portal_killed_at_any_moment_of_a_whole_cohort_leaves_one_result_and_one_mail(town: Town) {
    kill_at_any_moment(town, 70_000, 20).await;
}

/// Kills while writes are acknowledged.
const LEDGER_KILLS: u32 = 40;
/// In each life of the portal at least so many writes are acknowledged.
const WRITES_PER_LIFE: u32 = 5;
/// Students who write at the same time.
const WRITERS: usize = 4;

/// Somebody who ranks, and writes down what was acknowledged.
struct Writer {
    /// Processes that serve; who does not answer is left for the next
    at: Vec<SocketAddr>,
    session: String,
    round: RoundId,
    offer: String,
    number: usize,
    /// Over all writers
    acknowledged: Arc<AtomicU32>,
}

impl Writer {
    /// Adds an offer and takes it out again until it is told to stop; what is not acknowledged is sent again.
    async fn write(self, stop: Arc<AtomicBool>) -> Vec<String> {
        let mut ledger = vec![];
        while !stop.load(Ordering::SeqCst) {
            let key = format!("writer-{}-{:06}", self.number, ledger.len());
            let act = if ledger.len() % 2 == 0 { "add" } else { "remove" };
            let begun = Instant::now();
            let mut tries = ledger.len();
            loop {
                tries += 1;
                let at = self.at[tries % self.at.len()];
                match timeout(Duration::from_secs(10), self.send(at, act, &key)).await {
                    Ok(Ok(303)) => break,
                    Ok(Ok(status)) => panic!("{act} {key}: {status}"),
                    _ => assert!(begun.elapsed() < PATIENCE, "the portal does not come back"),
                }
                sleep(Duration::from_millis(20)).await;
            }
            ledger.push(key);
            self.acknowledged.fetch_add(1, Ordering::SeqCst);
        }
        ledger
    }

    async fn send(&self, at: SocketAddr, act: &str, key: &str) -> std::io::Result<u16> {
        let body = format!("act={act}%3A{}&request_key={key}", self.offer);
        let request = format!(
            "POST /my/rounds/{}/wishes HTTP/1.1\r\nhost: {}\r\nconnection: close\r\nsec-fetch-site: same-origin\r\n\
             cookie: {}={}\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
            self.round,
            at,
            kit::web::COOKIE,
            self.session,
            body.len()
        );
        let mut stream = TcpStream::connect(at).await?;
        stream.write_all(request.as_bytes()).await?;
        let mut answer = vec![];
        stream.read_to_end(&mut answer).await?;
        let text = String::from_utf8_lossy(&answer);
        let status = text.split(' ').nth(1).and_then(|status| status.parse().ok());
        // Cut off before the whole head was there: nothing was acknowledged.
        status.filter(|_| text.contains("\r\n\r\n")).ok_or_else(|| std::io::Error::other("no whole answer"))
    }
}

pub(super) async fn texts(scene: &Scene, sql: &str) -> Vec<String> {
    let ask = async |tx: Tx| {
        let rows = tx.query_all_raw(Statement::from_string(tx.backend(), sql)).await?;
        Ok(rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<Vec<uuid::Uuid>, _>>()?)
    };
    let found = scene.town.db().read(&Actor::portal(scene.institution), ask).await.unwrap();
    found.iter().map(ToString::to_string).collect()
}

#[both_databases]
async fn no_acknowledged_write_is_lost_in_forty_kills(town: Town) {
    let scene = Scene::new(&town, WRITERS, 5).await;
    let at = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let (stop, acknowledged) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU32::new(0)));
    let mut portal = scene.serve(at);
    let writers = writers_of(&scene, &[at], &stop, &acknowledged).await;
    for number in 1..=LEDGER_KILLS {
        let (before, begun) = (acknowledged.load(Ordering::SeqCst), Instant::now());
        while acknowledged.load(Ordering::SeqCst) < before + WRITES_PER_LIFE {
            assert!(begun.elapsed() < PATIENCE, "life {number}: nothing is acknowledged");
            sleep(Duration::from_millis(5)).await;
        }
        sleep(Duration::from_millis(u64::from(number * 37 % 60))).await;
        portal.kill();
        portal = scene.serve(at);
    }
    assert_none_lost(&scene, writers, &stop).await;
    portal.kill();
    town.run_jobs().await; // mails the portal had not sent
}

/// Everybody writes, each with a session of their own.
async fn writers_of(
    scene: &Scene,
    at: &[SocketAddr],
    stop: &Arc<AtomicBool>,
    acknowledged: &Arc<AtomicU32>,
) -> Vec<JoinHandle<Vec<String>>> {
    let offer = texts(scene, "SELECT id FROM offers ORDER BY outside_key LIMIT 1").await.remove(0);
    let students = texts(scene, "SELECT person_id FROM participants ORDER BY outside_key").await;
    let mut writers = vec![];
    for (number, student) in students.into_iter().enumerate() {
        let session = scene.town.sign_in(student.parse().unwrap()).await.session().unwrap();
        let writer = Writer {
            at: at.to_vec(),
            session,
            round: scene.round,
            offer: offer.clone(),
            number,
            acknowledged: acknowledged.clone(),
        };
        writers.push(tokio::spawn(writer.write(stop.clone())));
    }
    writers
}

/// Ends the writing and holds what was acknowledged against what is there.
async fn assert_none_lost(scene: &Scene, writers: Vec<JoinHandle<Vec<String>>>, stop: &AtomicBool) {
    stop.store(true, Ordering::SeqCst);
    let mut told = 0;
    for (number, writer) in writers.into_iter().enumerate() {
        let ledger = writer.await.unwrap();
        let kept =
            scene.count(&format!("SELECT count(*) FROM answers WHERE request_key LIKE 'writer-{number}-%'")).await;
        assert_eq!(kept, ledger.len() as i64, "writer {number}: answers kept");
        told += ledger.len() as i64;
    }
    let versions = scene.count("SELECT count(*) FROM wish_lists").await;
    assert_eq!(versions, told, "each acknowledged request is one version, and no other is there");
}

/// Kills of one of two processes that serve together.
const PAIR_KILLS: u32 = 8;

#[both_databases]
async fn two_processes_serve_together_and_one_may_die(town: Town) {
    if matches!(town.place(), Place::Sqlite(_)) {
        return; // an SQLite file belongs to one process
    }
    let scene = Scene::new(&town, WRITERS, 5).await;
    let free = || std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let at = [free(), free()].map(|listener| listener.local_addr().unwrap());
    let mut portals = at.map(|at| Some(scene.serve(at)));
    let (stop, acknowledged) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU32::new(0)));
    // A writer panics on any answer but the right one: what is left after trying the other process is none.
    let writers = writers_of(&scene, &at, &stop, &acknowledged).await;
    for number in 0..PAIR_KILLS as usize {
        let (before, begun) = (acknowledged.load(Ordering::SeqCst), Instant::now());
        while acknowledged.load(Ordering::SeqCst) < before + WRITES_PER_LIFE {
            assert!(begun.elapsed() < PATIENCE, "kill {number}: nothing is acknowledged");
            sleep(Duration::from_millis(5)).await;
        }
        let one = number % 2;
        portals[one].take().expect("both serve").kill();
        portals[one] = Some(scene.serve(at[one]));
    }
    assert_none_lost(&scene, writers, &stop).await;
    for portal in portals.into_iter().flatten() {
        portal.kill();
    }
    town.run_jobs().await;
}
