//! The portal in a process of its own, for what only a process has: limits, handles, a log, a death.

use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderName, HeaderValue, Request, Response, StatusCode, header};
use kit::db::Place;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::Mutex;
use tokio::time::sleep;

use super::Reader;

/// Whatever has not happened by then does not happen.
const PATIENCE: Duration = Duration::from_secs(120);
/// No request of these tests is larger, in bytes.
const REQUEST_MAX: usize = 16 * 1024 * 1024;

/// A command of the portal on this database, with a folder for everything else.
pub fn command_on(place: &Place, data: &Path, what: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fotfeste"));
    command.arg(what).stdout(Stdio::null()).stderr(Stdio::null()).env("FOTFESTE_DATA", data);
    match place {
        Place::Postgres { url, .. } => {
            command.env("FOTFESTE_DATABASE__URL", url);
        }
        Place::Sqlite(file) => {
            let link = data.join("fotfeste.db");
            if !link.exists() {
                std::os::unix::fs::symlink(file, &link).expect("the database can be linked");
            }
        }
    }
    command
}

/// A port that was free a moment ago.
pub fn free_address() -> SocketAddr {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.local_addr().expect("an address")
}

/// The portal at work. It never outlives the test.
pub struct Process {
    child: Child,
    at: SocketAddr,
}

impl Drop for Process {
    fn drop(&mut self) {
        let _gone = self.child.kill();
        let _waited = self.child.wait();
    }
}

impl Process {
    /// Starts `serve`, and waits until it is ready.
    pub async fn serving(command: &mut Command) -> Self {
        let at = free_address();
        command.env("FOTFESTE_LISTEN", at.to_string()).env("FOTFESTE_LIMITS__REQUESTS_PER_SECOND", "1000000");
        let mut process = Self { child: command.spawn().expect("the portal starts"), at };
        let begun = Instant::now();
        while process.ready().await != Some(StatusCode::OK) {
            assert!(process.child.try_wait().expect("the process is ours").is_none(), "the portal has ended");
            assert!(begun.elapsed() < PATIENCE, "the portal is not ready");
            sleep(Duration::from_millis(30)).await;
        }
        process
    }

    async fn ready(&self) -> Option<StatusCode> {
        let mut stream = TcpStream::connect(self.at).await.ok()?;
        let request = Request::get("/health/ready").body(Body::empty()).expect("a request");
        exchange(&mut stream, request).await.ok().map(|answer| answer.status())
    }

    /// Somebody who asks over one connection and keeps it open.
    pub async fn reader(&self, session: &str) -> Reader {
        let stream = TcpStream::connect(self.at).await.expect("the portal listens");
        let line = Arc::new(Mutex::new(stream));
        let router = Router::new().fallback(async move |request: Request<Body>| {
            exchange(&mut *line.lock().await, request).await.expect("the portal answers")
        });
        Reader::new(router).with_session(session)
    }

    /// Sets one of the process's limits, as `prlimit` names it; the hard limit stays, so that it can be lifted again.
    pub fn limit(&self, what: &str, most: &str) {
        let limit = format!("--{what}={most}:");
        let set = Command::new("prlimit").args(["--pid", &self.child.id().to_string(), &limit]).status();
        assert!(set.expect("prlimit is part of every system").success(), "{limit}");
    }

    /// The process has the machine's first processor for itself, and whoever asks the others: so what it does is not
    /// made less by what asking costs. `false` where there is one processor only.
    pub fn apart(&self) -> bool {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        let on = |process: u32, processors: &str| {
            let mut pin = Command::new("taskset");
            pin.args(["--all-tasks", "--cpu-list", "--pid", processors, &process.to_string()]).stdout(Stdio::null());
            pin.status().expect("taskset is part of every system").success()
        };
        processors > 1 && on(self.child.id(), "0") && on(std::process::id(), &format!("1-{}", processors - 1))
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.at
    }

    /// Memory it holds now, in kilobytes.
    pub fn memory_kb(&self) -> usize {
        self.status("VmRSS:")
    }

    /// The most it ever held.
    pub fn memory_peak_kb(&self) -> usize {
        self.status("VmHWM:")
    }

    /// Time of processors it has taken so far, all its threads together, in ticks: a hundredth of a second each.
    pub fn ticks(&self) -> usize {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id())).expect("it runs");
        let (_, after_name) = stat.rsplit_once(')').expect("the name stands in brackets");
        let fields: Vec<&str> = after_name.split_whitespace().collect();
        let own = [11, 12].map(|at| fields[at].parse::<usize>().expect("a count"));
        own.iter().sum()
    }

    /// Memory it could write to now, in kilobytes: what the limit `data` counts.
    pub fn data_kb(&self) -> usize {
        self.status("VmData:")
    }

    fn status(&self, line: &str) -> usize {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).expect("it runs");
        let found = status.lines().find_map(|found| found.strip_prefix(line)?.split_whitespace().next()?.parse().ok());
        found.expect("the system tells")
    }

    /// Whether it still runs.
    pub fn runs(&mut self) -> bool {
        self.child.try_wait().expect("the process is ours").is_none()
    }

    /// What it has written to standard error, when that is a pipe: nobody reads it from now on.
    pub fn close_log(&mut self) {
        drop(self.child.stderr.take());
    }
}

/// One request and its answer, over a connection that stays open.
pub async fn exchange(stream: &mut TcpStream, request: Request<Body>) -> std::io::Result<Response<Body>> {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, REQUEST_MAX).await.expect("a body of a test");
    let mut text = format!("{} {} HTTP/1.1\r\nhost: portal.example\r\n", parts.method, parts.uri);
    for (name, value) in &parts.headers {
        text.push_str(&format!("{name}: {}\r\n", value.to_str().expect("a header of a test")));
    }
    text.push_str(&format!("content-length: {}\r\n\r\n", body.len()));
    stream.write_all(text.as_bytes()).await?;
    stream.write_all(&body).await?;
    let mut come = vec![];
    let head = loop {
        if let Some(at) = come.windows(4).position(|four| four == b"\r\n\r\n") {
            break at + 4;
        }
        more(stream, &mut come).await?;
    };
    let mut answer = head_of(&String::from_utf8_lossy(&come[..head]));
    let length = answer.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    let whole = head + length.unwrap_or(0);
    while come.len() < whole {
        more(stream, &mut come).await?;
    }
    *answer.body_mut() = Body::from(come.split_off(head));
    Ok(answer)
}

async fn more(stream: &mut TcpStream, come: &mut Vec<u8>) -> std::io::Result<()> {
    match stream.read_buf(come).await? {
        0 => Err(std::io::Error::other("the connection was closed")),
        _ => Ok(()),
    }
}

fn head_of(text: &str) -> Response<Body> {
    let mut lines = text.split("\r\n");
    let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok()).expect("a status");
    let mut answer = Response::new(Body::empty());
    *answer.status_mut() = StatusCode::from_u16(status).expect("a status");
    for (name, value) in lines.filter_map(|line| line.split_once(": ")) {
        let name = HeaderName::try_from(name).expect("a header");
        answer.headers_mut().append(name, HeaderValue::from_str(value).expect("a value"));
    }
    answer
}
