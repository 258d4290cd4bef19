//! The page of a job: a stream where there is script, a page that refreshes itself where there is none.

use std::convert::Infallible;
use std::time::Duration;

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use base::{JobId, Lang};
use futures_util::stream::{Stream, unfold};
use kit::actor::Actor;
use kit::fault::Fault;
use kit::jobs::{self, JobView};
use kit::page::Page;
use kit::parts::{Progress, Tag};
use kit::web::{Answer, App, Path, Visit, show as show_page};
use tokio::time::sleep;

use super::access;
use crate::Words;

/// How often a stream looks.
const LOOK_EVERY: Duration = Duration::from_millis(500);
/// A stream is this many looks long; the browser then opens the next one.
const LOOKS_MAX: u32 = 240;
/// Seconds until a page without script asks again.
const REFRESH_SECONDS: &str = "10";

#[derive(Template)]
#[template(path = "work/show.html")]
struct ShowPage {
    page: Page,
    words: &'static Words,
    id: JobId,
    what: String,
    progress: Progress,
    over: bool,
    href: Option<String>,
}

/// `GET /jobs/{id}`
pub async fn show(State(app): State<App>, visit: Visit, Path(id): Path<JobId>) -> Answer {
    let job = watched(&app, visit.actor(), id).await?;
    let words = crate::words(visit.lang());
    let over = job.state.is_over();
    let mut answer = show_page(&ShowPage {
        page: visit.page(&app),
        words,
        id,
        what: words.work_what(&job.kind).to_string(),
        progress: progress(visit.lang(), &job),
        over,
        href: job.href.filter(|_| job.state == jobs::State::Done),
    })?;
    if !over {
        answer.headers_mut().insert(header::REFRESH, HeaderValue::from_static(REFRESH_SECONDS));
    }
    Ok(answer)
}

/// `GET /jobs/{id}/events`
pub async fn events(State(app): State<App>, visit: Visit, Path(id): Path<JobId>) -> Answer {
    let job = watched(&app, visit.actor(), id).await?;
    let watch = Watch { app, actor: visit.actor().clone(), lang: visit.lang(), next: Some(job), shown: None, looks: 0 };
    Ok(Sse::new(watch.stream()).keep_alive(KeepAlive::default()).into_response())
}

async fn watched(app: &App, actor: &Actor, id: JobId) -> Result<JobView, Fault> {
    app.db()
        .read(actor, async |tx| {
            let job = jobs::find(&tx, id).await?;
            access::may_watch(tx.actor(), &job)?;
            Ok(job)
        })
        .await
}

/// One stream: what is to be told next, and what was told last.
struct Watch {
    app: App,
    actor: Actor,
    lang: Lang,
    next: Option<JobView>,
    shown: Option<JobView>,
    looks: u32,
}

impl Watch {
    fn stream(self) -> impl Stream<Item = Result<Event, Infallible>> {
        unfold(self, |mut watch| async {
            let event = watch.tell().await?;
            Some((Ok(event), watch))
        })
    }

    /// The next thing worth telling; `None` ends the stream.
    async fn tell(&mut self) -> Option<Event> {
        loop {
            let job = self.next.take()?;
            if job.state.is_over() {
                return Some(Event::default().event("end").data("over")); // and nothing is next
            }
            let is_news = self.shown.as_ref() != Some(&job);
            self.look_again(job.id, !is_news).await;
            if is_news {
                let part = progress(self.lang, &job).render().ok()?;
                self.shown = Some(job);
                return Some(Event::default().data(part));
            }
        }
    }

    async fn look_again(&mut self, id: JobId, wait: bool) {
        if wait {
            sleep(LOOK_EVERY).await;
        }
        self.looks += 1;
        if self.looks <= LOOKS_MAX {
            self.next = watched(&self.app, &self.actor, id).await.ok();
        }
    }
}

fn progress(lang: Lang, job: &JobView) -> Progress {
    let words = crate::words(lang);
    let (tag, note) = match job.state {
        jobs::State::Waiting if job.attempts == 0 => (Tag::neutral(words.work_waiting()), words.work_waiting_note()),
        jobs::State::Waiting => (Tag::warning(words.work_again()), words.work_again_note()),
        jobs::State::Running => (Tag::info(words.work_running()), words.work_running_note()),
        jobs::State::Done => (Tag::success(words.work_done()), words.work_done_note()),
        jobs::State::Dead => (Tag::danger(words.work_dead()), words.work_dead_note()),
        jobs::State::Stopped => (Tag::neutral(words.work_stopped()), words.work_stopped_note()),
    };
    let count = |steps: i32| u64::try_from(steps).unwrap_or_default();
    Progress {
        tag,
        step: words.work_what(&job.kind).to_string(),
        done: count(job.step),
        total: count(job.steps),
        note: note.to_string(),
    }
}
