//! Listening: bounded connections, no patience for slow headers, an end in good order.

use std::convert::Infallible;
use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{sleep, timeout};
use tower::ServiceExt;

/// How much is given to each reader.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// Who has not said what is wanted by then is let go.
    pub headers: Duration,
    /// Open connections at most; further ones wait.
    pub connections: usize,
}

impl Default for Patience {
    fn default() -> Self {
        Self { headers: Duration::from_secs(10), connections: 4096 }
    }
}

/// Room for a request's line and headers, in bytes.
const HEADER_BYTES_MAX: usize = 32 * 1024;
/// Answers under way may take this long to end when the portal stops.
pub const GOODBYE_MAX: Duration = Duration::from_secs(10);
/// Threads that nobody waits for any more may go on so long when the process ends.
pub const THREADS_MAX: Duration = Duration::from_secs(2);

/// Answers requests until `stop`, then lets those under way end.
pub async fn serve(listener: TcpListener, router: Router, patience: Patience, stop: impl Future<Output = ()>) {
    let seats = Arc::new(Semaphore::new(patience.connections));
    let under_way = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let seat = tokio::select! {
            () = &mut stop => break,
            Ok(seat) = seats.clone().acquire_owned() => seat,
        };
        tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => answer(stream, peer, router.clone(), patience, seat, &under_way),
                // Out of handles: others will be closed soon.
                Err(error) => {
                    tracing::warn!(%error, "a connection could not be taken");
                    sleep(Duration::from_millis(50)).await;
                }
            },
        }
    }
    if timeout(GOODBYE_MAX, under_way.shutdown()).await.is_err() {
        tracing::warn!("some answers were still under way and have been cut off");
    }
}

fn answer(
    stream: TcpStream,
    peer: SocketAddr,
    router: Router,
    patience: Patience,
    seat: OwnedSemaphorePermit,
    under_way: &GracefulShutdown,
) {
    let service = hyper::service::service_fn(move |request: Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        let router = router.clone();
        async move { Ok::<_, Infallible>(router.oneshot(request).await.unwrap_or_else(|never| match never {})) }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(patience.headers)
        .max_buf_size(HEADER_BYTES_MAX)
        .serve_connection(TokioIo::new(stream), service);
    let connection = under_way.watch(connection);
    tokio::spawn(async move {
        let _seat = seat;
        if let Err(error) = connection.await {
            tracing::debug!(%error, "a connection ended early");
        }
    });
}
