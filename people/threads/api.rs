//! Threads for programs: what an organisation's offices read and write. What is a person's own is no program's business:
//! a student's side is never met with a token.

use axum::extract::State;
use axum::http::Method;
use axum::response::Response;
use base::{Id, Lang, ThreadEntryId, ThreadFileId, ThreadId};
use chrono::{DateTime, Utc};
use kit::chance;
use kit::db::Tx;
use kit::fault::Fault;
use kit::scope::Scope;
use kit::web::api::{Asked, Operation, Parameter, Sent, SentFile, made, shown};
use kit::web::{Answer, App, Path, Routes, Visit};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::actions;
use super::model::{Entry, FILE_BYTES_MAX, FileLine, NewEntry, NewFile, Thread};
use super::pages::{Find, handed, noted, with_files};
use super::queries::Narrowing;

/// Bytes of chance in a request's own key.
const KEY_BYTES: usize = 16;

/// A thread.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct ThreadView {
    /// Which
    id: Uuid,
    /// What kind of matter: "round" or "placement"
    kind: String,
    /// Which matter
    subject: Uuid,
    /// What the matter is called
    about: String,
    /// The institution whose office takes part
    office: Uuid,
    /// The student who takes part
    student: Option<Uuid>,
    /// The host that takes part
    host: Option<Uuid>,
    /// The unit of the host
    host_unit: Option<Uuid>,
}

/// One thing written in a thread.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ThreadEntry)]
pub(crate) struct EntryView {
    /// Which
    id: Uuid,
    /// In which part it was written: "office", "host" or "student"
    side: String,
    /// Who wrote it; what a program wrote stands under whoever made its token
    author: Uuid,
    /// What
    body: String,
    /// When
    at: DateTime<Utc>,
    /// What came with it
    files: Vec<FileView>,
}

/// A file of an entry.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ThreadFile)]
pub(crate) struct FileView {
    /// Which
    id: Uuid,
    /// What it is called
    name: String,
    /// How large it is
    size_bytes: i32,
}

/// Where the thread of a matter stands.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct MatterView {
    /// What the matter is called
    about: String,
    /// Its thread; none: nobody has written yet
    thread: Option<Uuid>,
}

/// What is to be written.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewThreadEntry)]
pub(crate) struct EntryBody {
    /// The words
    #[schema(min_length = 1, max_length = 5000)]
    body: String,
}

/// The operations of this room.
pub fn routes() -> Routes {
    let (see, send) = (Scope::SeeMessages, Scope::SendMessages);
    Routes::new()
        .operation(
            Method::GET,
            "/api/v1/threads",
            see,
            list,
            Operation::lists::<ThreadView>(|lang| crate::words(lang).threads_api_list().to_string())
                .asks(Parameter::Id("subject"))
                .asks(Parameter::Text("q")),
        )
        .operation(
            Method::GET,
            "/api/v1/threads/{thread}",
            see,
            show,
            Operation::shows::<ThreadView>(|lang| crate::words(lang).threads_api_show().to_string()),
        )
        .noted()
        .operation(
            Method::GET,
            "/api/v1/threads/{thread}/entries",
            see,
            entries,
            Operation::lists::<EntryView>(|lang| crate::words(lang).threads_api_entries().to_string()),
        )
        .noted()
        .operation(
            Method::POST,
            "/api/v1/threads/{thread}/entries",
            send,
            write,
            Operation::makes::<ThreadView>(|lang| crate::words(lang).threads_api_write().to_string())
                .takes::<EntryBody>(),
        )
        .operation(
            Method::POST,
            "/api/v1/threads/{thread}/files",
            send,
            bring,
            Operation::makes::<ThreadView>(|lang| crate::words(lang).threads_api_bring().to_string())
                .takes_file()
                .asks(Parameter::Text("name"))
                .asks(Parameter::Text("body")),
        )
        .holding(FILE_BYTES_MAX)
        .operation(
            Method::GET,
            "/api/v1/threads/{thread}/files/{attachment}",
            see,
            file,
            Operation::hands(|lang| crate::words(lang).threads_api_file().to_string(), &FILE_KINDS),
        )
        .noted()
}

/// What files are handed out as.
const FILE_KINDS: [&str; 7] = [
    "application/pdf",
    "image/png",
    "image/jpeg",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.oasis.opendocument.text",
    "text/plain",
];

/// Where the thread of a matter begins, for programs: `path` holds the matter's id and then the other party's.
pub fn about(path: &'static str, find: Find, told: [fn(Lang) -> String; 2]) -> Routes {
    let show = move |State(app): State<App>, visit: Visit, Path(ids): Path<(Uuid, Uuid)>| async move {
        let look = async |tx: Tx| {
            let matter = find(&tx, ids.0, ids.1).await?;
            let thread = actions::of_matter(&tx, &matter).await?.map(Id::uuid);
            Ok(MatterView { about: matter.about, thread })
        };
        shown(&app.db().read(visit.actor(), look).await?)
    };
    let write = move |State(app): State<App>, visit: Visit, Path(ids): Path<(Uuid, Uuid)>, sent: Sent<EntryBody>| async move {
        let (new, key) = (NewEntry::new(&sent.body.body, vec![])?, chance::secret_hex(KEY_BYTES));
        let begin = async |tx: Tx| {
            let begin = async || {
                let matter = find(&tx, ids.0, ids.1).await?;
                let id = actions::write_about(&tx, &matter, &new, &key).await?;
                Ok(view(&actions::head(&tx, id).await?))
            };
            sent.once(&tx, begin).await
        };
        written(&app.db().write(visit.actor(), begin).await?)
    };
    let [told_show, told_write] = told;
    Routes::new()
        .operation(Method::GET, path, Scope::SeeMessages, show, Operation::shows::<MatterView>(told_show))
        .operation(
            Method::POST,
            path,
            Scope::SendMessages,
            write,
            Operation::makes::<ThreadView>(told_write).takes::<EntryBody>(),
        )
}

fn view(thread: &Thread) -> ThreadView {
    ThreadView {
        id: thread.id.uuid(),
        kind: thread.kind.clone(),
        subject: thread.subject,
        about: thread.about.clone(),
        office: thread.office.uuid(),
        student: thread.person.map(Id::uuid),
        host: thread.host.map(|(host, _)| host.uuid()),
        host_unit: thread.host.and_then(|(_, unit)| unit).map(Id::uuid),
    }
}

fn entry_view(entry: Entry, files: &[FileLine]) -> EntryView {
    let file = |file: &FileLine| FileView { id: file.id.uuid(), name: file.name.clone(), size_bytes: file.size_bytes };
    EntryView {
        id: entry.id.uuid(),
        side: entry.side.word().into(),
        author: entry.author.uuid(),
        at: entry.at,
        files: files.iter().filter(|file| file.entry == entry.id).map(file).collect(),
        body: entry.body,
    }
}

fn written(thread: &ThreadView) -> Answer {
    made(&format!("/api/v1/threads/{}/entries", thread.id), thread)
}

async fn list(State(app): State<App>, visit: Visit, asked: Asked) -> Answer {
    let paging = asked.paging(&["subject", "q"])?;
    let found = asked.text("q")?.unwrap_or_default().trim().to_owned();
    let narrowing = Narrowing { subject: asked.id("subject")?, unread: false, found };
    let after = paging.after().map(ThreadId::from_uuid);
    let rows =
        app.db().read(visit.actor(), async |tx| actions::part(&tx, &narrowing, after, paging.rows()).await).await?;
    paging.answer(rows, |thread| thread.id.uuid(), |thread| thread.person, |thread| view(&thread))
}

async fn show(State(app): State<App>, visit: Visit, Path(id): Path<ThreadId>) -> Answer {
    let thread = app.db().read(visit.actor(), async |tx| actions::head(&tx, id).await).await?;
    Ok(noted(shown(&view(&thread))?, &thread))
}

async fn entries(State(app): State<App>, visit: Visit, Path(id): Path<ThreadId>, asked: Asked) -> Answer {
    let paging = asked.paging(&[])?;
    let after = paging.after().map(ThreadEntryId::from_uuid);
    let (thread, entries, files) =
        app.db().read(visit.actor(), async |tx| actions::entries(&tx, id, after, paging.rows()).await).await?;
    let answer: Response = paging.answer(
        entries,
        |entry| entry.id.uuid(),
        |entry| Some(entry.author),
        |entry| entry_view(entry, &files),
    )?;
    Ok(noted(answer, &thread))
}

async fn add(tx: &Tx, id: ThreadId, new: &NewEntry, key: &str) -> Result<ThreadView, Fault> {
    actions::write(tx, id, new, key).await?;
    Ok(view(&actions::head(tx, id).await?))
}

async fn write(State(app): State<App>, visit: Visit, Path(id): Path<ThreadId>, sent: Sent<EntryBody>) -> Answer {
    let (new, key) = (NewEntry::new(&sent.body.body, vec![])?, chance::secret_hex(KEY_BYTES));
    let thread =
        app.db().write(visit.actor(), async |tx| sent.once(&tx, async || add(&tx, id, &new, &key).await).await).await?;
    written(&thread)
}

/// The file stands in the store before any row names it; whoever has no part in the thread stores nothing.
async fn bring(State(app): State<App>, visit: Visit, Path(id): Path<ThreadId>, asked: Asked, sent: SentFile) -> Answer {
    asked.only(&["name", "body"])?;
    app.db().read(visit.actor(), async |tx| actions::head(&tx, id).await).await?;
    let file = NewFile::new(asked.text("name")?.unwrap_or_default(), sent.bytes.clone())?;
    let new = NewEntry::new(asked.text("body")?.unwrap_or_default(), vec![file])?;
    let key = chance::secret_hex(KEY_BYTES);
    let write = async |tx: Tx| sent.once(&tx, async || add(&tx, id, &new, &key).await).await;
    let thread = with_files(&app, &new, async || app.db().write(visit.actor(), write).await).await?;
    written(&thread)
}

async fn file(State(app): State<App>, visit: Visit, Path((thread, id)): Path<(ThreadId, ThreadFileId)>) -> Answer {
    let (thread, file) = app.db().read(visit.actor(), async |tx| actions::file(&tx, thread, id).await).await?;
    Ok(noted(handed(&app, file).await?, &thread))
}
