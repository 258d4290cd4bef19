//! Ten times more than the portal can do, and five hundred who sign in at once, on the real binary: what it still does,
//! what it takes, and how it comes back.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::body::{Body, Bytes};
use axum::http::{Request, StatusCode, header};
use macros::both_databases;
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use tokio::time::{MissedTickBehavior, interval, sleep};

use crate::kills::{Scene, texts};
use crate::testkit::{Process, Town, exchange};

/// Students of the round; each has a session.
const STUDENTS: usize = 40;
/// Of these, so many hand wishes in all the while.
const WRITERS: usize = 8;
/// Readers who each wait for their answer before they ask again: as many as keep the machine busy.
const BUSY: usize = 16;
/// For so long the capacity is measured, and for so long the spike lasts.
const PHASE: Duration = Duration::from_secs(10);
/// How many times the capacity comes.
const TIMES: usize = 10;
/// Memory of the process at most, in kilobytes.
const MEMORY_MAX_KB: usize = 1024 * 1024;
/// After so long it answers as it did before.
const NORMAL_WITHIN: Duration = Duration::from_secs(10);

/// Those who come, and the connections they have come by.
struct Crowd {
    at: SocketAddr,
    idle: Mutex<VecDeque<TcpStream>>,
    pages: Vec<(String, String)>,
    number: AtomicUsize,
    shown: AtomicUsize,
    turned: AtomicUsize,
    failed: AtomicUsize,
}

impl Crowd {
    /// Somebody opens a page; answers how long it took when it was shown.
    async fn ask(&self) -> Option<Duration> {
        let number = self.number.fetch_add(1, Ordering::Relaxed);
        let (path, session) = &self.pages[number % self.pages.len()];
        let request = Request::get(path).header(header::COOKIE, format!("{}={session}", kit::web::COOKIE));
        let begun = Instant::now();
        let status = self.send(request.body(Bytes::new()).unwrap()).await;
        match status {
            Some(StatusCode::OK) => {
                self.shown.fetch_add(1, Ordering::Relaxed);
                return Some(begun.elapsed());
            }
            Some(StatusCode::SERVICE_UNAVAILABLE) => self.turned.fetch_add(1, Ordering::Relaxed),
            _ => self.failed.fetch_add(1, Ordering::Relaxed),
        };
        None
    }

    /// Asks by a connection that is there, or by a new one. One that the portal let go in the very moment is no failure: as
    /// any browser would, this asks once more.
    async fn send(&self, request: Request<Bytes>) -> Option<StatusCode> {
        let idle = self.idle.lock().unwrap().pop_back();
        if let Some(stream) = idle
            && let Some(status) = self.send_by(stream, request.clone()).await
        {
            return Some(status);
        }
        match TcpStream::connect(self.at).await {
            Ok(stream) => self.send_by(stream, request).await,
            Err(error) => self.failed_by(&error),
        }
    }

    async fn send_by(&self, mut stream: TcpStream, request: Request<Bytes>) -> Option<StatusCode> {
        match exchange(&mut stream, request.map(Body::from)).await {
            Ok(answer) => {
                self.idle.lock().unwrap().push_back(stream);
                Some(answer.status())
            }
            Err(error) => self.failed_by(&error),
        }
    }

    fn failed_by(&self, error: &std::io::Error) -> Option<StatusCode> {
        portal::cli::err(format_args!("no answer: {error}"));
        None
    }

    /// Hands wishes in until it is told to stop, and each again until it is acknowledged; answers how many, and how
    /// often it was told to come again.
    async fn hand_in(&self, writer: usize, path: &str, offer: &str, stop: &AtomicBool) -> (usize, usize) {
        let (mut acknowledged, mut turned) = (0, 0);
        while !stop.load(Ordering::SeqCst) {
            let act = ["add", "remove"][acknowledged % 2];
            let body = format!("act={act}%3A{offer}&request_key=writer-{writer}-{acknowledged:06}");
            let request = Request::post(path)
                .header(header::COOKIE, format!("{}={}", kit::web::COOKIE, self.pages[writer].1))
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .header("sec-fetch-site", "same-origin");
            match self.send(request.body(Bytes::from(body)).unwrap()).await {
                Some(StatusCode::SEE_OTHER) => acknowledged += 1,
                Some(StatusCode::SERVICE_UNAVAILABLE) => turned += 1,
                other => panic!("a wish was answered with {other:?}"),
            }
            sleep(Duration::from_millis(100)).await;
        }
        (acknowledged, turned)
    }

    /// Shown, turned away, failed since the last time.
    fn counted(&self) -> [usize; 3] {
        [&self.shown, &self.turned, &self.failed].map(|count| count.swap(0, Ordering::Relaxed))
    }
}

/// As many pages as tell what the slowest of a hundred takes.
const PAGES: usize = 300;
/// So many sign in at once, as a class does that is told to.
const SIGN_INS: usize = 500;

impl Crowd {
    /// Everybody of the round, each with a page of their own to open.
    async fn of(town: &Town, scene: &Scene, process: &Process) -> Arc<Self> {
        let wishes = format!("/my/rounds/{}/wishes", scene.round);
        let students = texts(scene, "SELECT person_id FROM participants ORDER BY outside_key").await;
        let mut pages = vec![];
        for (number, student) in students.iter().enumerate() {
            let session = town.sign_in(student.parse().unwrap()).await.session().unwrap();
            let path = [wishes.clone(), "/".into(), format!("/my/rounds/{}/places", scene.round)][number % 3].clone();
            pages.push((path, session));
        }
        Arc::new(Self {
            at: process.address(),
            idle: Mutex::default(),
            pages,
            number: AtomicUsize::default(),
            shown: AtomicUsize::default(),
            turned: AtomicUsize::default(),
            failed: AtomicUsize::default(),
        })
    }

    /// Somebody tries a password.
    async fn sign_in(&self, number: usize) -> Option<StatusCode> {
        let request = Request::post("/login/password")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        let body = format!("name=student-{number}&password=et+langt+passord+til+{number}&next=");
        self.send(request.body(Bytes::from(body)).unwrap()).await
    }
}

/// Pages shown in a phase.
struct Shown {
    a_second: usize,
    /// For a second of the process's own processor: what else the machine does takes nothing of it
    a_processor_second: usize,
}

impl Shown {
    fn of(pages: usize, took: Duration, ticks: usize) -> Self {
        let a_second = pages * 1000 / took.as_millis().max(1) as usize;
        Self { a_second, a_processor_second: pages * 100 / ticks.max(1) }
    }
}

/// As many readers as keep the machine busy, each asking again once answered; answers the pages shown.
async fn capacity(crowd: &Arc<Crowd>, process: &Process) -> Shown {
    let (begun, ticks, mut readers) = (Instant::now(), process.ticks(), JoinSet::new());
    for _ in 0..BUSY {
        let crowd = crowd.clone();
        readers.spawn(async move {
            while begun.elapsed() < PHASE {
                crowd.ask().await;
            }
        });
    }
    readers.join_all().await;
    let [shown, turned, failed] = crowd.counted();
    assert_eq!((turned, failed), (0, 0), "nobody is turned away from what the portal can do");
    Shown::of(shown, begun.elapsed(), process.ticks() - ticks)
}

/// So many come each second, whether those before them were answered or not; answers the pages shown.
async fn spike(crowd: &Arc<Crowd>, process: &Process, a_second: usize) -> Shown {
    let (begun, ticks, mut came) = (Instant::now(), process.ticks(), JoinSet::new());
    let mut beat = interval(Duration::from_millis(10));
    beat.set_missed_tick_behavior(MissedTickBehavior::Burst);
    let mut sent = 0;
    while begun.elapsed() < PHASE {
        beat.tick().await;
        let due = begun.elapsed().as_millis() as usize * a_second / 1000;
        while sent < due {
            let crowd = crowd.clone();
            came.spawn(async move { crowd.ask().await });
            sent += 1;
        }
        while came.try_join_next().is_some() {}
    }
    let shown = Shown::of(crowd.shown.load(Ordering::Relaxed), begun.elapsed(), process.ticks() - ticks);
    came.join_all().await;
    shown
}

/// The median of some, one after another.
async fn median(crowd: &Crowd) -> Option<Duration> {
    let mut took = vec![];
    for _ in 0..21 {
        took.push(crowd.ask().await?);
    }
    took.sort();
    took.get(took.len() / 2).copied()
}

#[both_databases]
#[ignore = "long: `make release-check` runs it"]
async fn alone_ten_times_the_capacity_loses_nothing_and_passes(town: Town) {
    let scene = Scene::new(&town, STUDENTS, 5).await;
    let process = Process::serving(scene.command("serve").env("RUST_LOG", "warn")).await;
    let is_apart = process.apart();
    let wishes = format!("/my/rounds/{}/wishes", scene.round);
    let offer = texts(&scene, "SELECT id FROM offers ORDER BY outside_key LIMIT 1").await.remove(0);
    let crowd = Crowd::of(&town, &scene, &process).await;
    median(&crowd).await; // everybody has been here once
    let usual = median(&crowd).await.expect("pages are shown");
    crowd.counted();
    // Wishes are handed in before as during: what the portal does besides stays the same.
    let stop = Arc::new(AtomicBool::new(false));
    let mut writers = JoinSet::new();
    for writer in 0..WRITERS {
        let (crowd, wishes, offer, stop) = (crowd.clone(), wishes.clone(), offer.clone(), stop.clone());
        writers.spawn(async move { crowd.hand_in(writer, &wishes, &offer, &stop).await });
    }
    let able = capacity(&crowd, &process).await;
    let before = process.memory_kb();
    let still = spike(&crowd, &process, able.a_second * TIMES).await;
    let over = Instant::now();
    let [shown, turned, failed] = crowd.counted();
    while median(&crowd).await.is_none_or(|took| took > usual * 3) {
        assert!(over.elapsed() < NORMAL_WITHIN * 6, "the portal does not come back");
    }
    let normal = over.elapsed();
    stop.store(true, Ordering::SeqCst);
    let (acknowledged, again) =
        writers.join_all().await.into_iter().fold((0, 0), |(all, more), (one, two)| (all + one, more + two));
    let kept = scene.count("SELECT count(*) FROM wish_lists").await;
    let most = process.memory_peak_kb();
    let of_clock = still.a_second * 100 / able.a_second.max(1);
    let of_processor = still.a_processor_second * 100 / able.a_processor_second.max(1);
    portal::cli::out(format_args!(
        "{:?}: alone {} pages/s, {} a processor's second, a page {usual:?}; {TIMES} times as many for {PHASE:?}: {} pages/s \
         ({of_clock} %), {} a processor's second ({of_processor} %), {shown} shown, {turned} told to come again, {failed} failed; {acknowledged} wishes acknowledged, {kept} kept, \
         {again} sent again; as before after {normal:?}; memory {before} kB before, {most} kB at most; processors of \
         its own: {is_apart}",
        town.db().backend(),
        able.a_second,
        able.a_processor_second,
        still.a_second,
        still.a_processor_second,
    ));
    assert_eq!(
        (kept, failed),
        (acknowledged as i64, 0),
        "nothing handed in is lost, and nobody is left without an answer"
    );
    // How much of its work the portal still does is told and not asserted: whoever sends the crowd takes the same
    // processors, and turning somebody away costs some of them.
    assert!(most <= MEMORY_MAX_KB && normal <= NORMAL_WITHIN, "{most} kB, {normal:?}");
    town.run_jobs().await;
}

/// What the slowest of a hundred pages takes, of as many as are shown until `enough`.
async fn slowest(crowd: &Crowd, enough: impl Fn(usize) -> bool) -> Duration {
    let mut took = vec![];
    while !enough(took.len()) {
        took.push(crowd.ask().await.expect("pages are shown all the while"));
    }
    took.sort();
    took[took.len() * 99 / 100]
}

#[both_databases]
#[ignore = "long: `make release-check` runs it"]
async fn alone_five_hundred_who_sign_in_at_once_are_answered_while_pages_are_shown(town: Town) {
    let scene = Scene::new(&town, STUDENTS, 5).await;
    let process = Process::serving(scene.command("serve").env("RUST_LOG", "warn")).await;
    let is_apart = process.apart();
    let crowd = Crowd::of(&town, &scene, &process).await;
    slowest(&crowd, |shown| shown >= PAGES).await; // everybody has been here once
    let usual = slowest(&crowd, |shown| shown >= PAGES).await;
    let (begun, mut came) = (Instant::now(), JoinSet::new());
    for number in 0..SIGN_INS {
        let crowd = crowd.clone();
        came.spawn(async move { crowd.sign_in(number).await });
    }
    let answered = Arc::new(AtomicBool::new(false));
    let all = tokio::spawn({
        let answered = answered.clone();
        async move {
            let answers = came.join_all().await;
            answered.store(true, Ordering::SeqCst);
            (answers, begun.elapsed())
        }
    });
    let during = slowest(&crowd, |shown| shown >= PAGES && answered.load(Ordering::SeqCst)).await;
    let (answers, took) = all.await.unwrap();
    let of = |status| answers.iter().filter(|answer| **answer == Some(status)).count();
    let [wrong, busy, full] =
        [StatusCode::UNPROCESSABLE_ENTITY, StatusCode::TOO_MANY_REQUESTS, StatusCode::SERVICE_UNAVAILABLE].map(of);
    portal::cli::out(format_args!(
        "{:?}: {SIGN_INS} sign in at once: {wrong} told that it is wrong, {} to come again, all after {took:?}; 99 of 100 \
         pages within {usual:?} before, {during:?} meanwhile; processors of its own: {is_apart}",
        town.db().backend(),
        busy + full,
    ));
    assert_eq!(wrong + busy + full, SIGN_INS, "each is answered: {answers:?}");
    town.run_jobs().await;
}
