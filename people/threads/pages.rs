//! One thread: what was written, and the form to answer.

pub mod list;

use std::collections::HashMap;
use std::pin::Pin;

use askama::Template;
use axum::body::Body;
use axum::extract::multipart::Multipart;
use axum::extract::{FromRequest, Request, State};
use axum::http::{HeaderValue, header};
use axum::response::Response;
use base::{Lang, Moment, OrganisationId, PersonId, ThreadFileId, ThreadId, Zone};
use bytes::Bytes;
use kit::blobs::Blobs;
use kit::chance;
use kit::db::Tx;
use kit::fault::Fault;
use kit::fields::{self, Field};
use kit::form::FormErrors;
use kit::format;
use kit::page::Page;
use kit::parts::Tag;
use kit::web::{Answer, App, Path, Visit, Whose, download, piece_by_piece, refused_form, see_other, show, show_again};
use uuid::Uuid;

use super::actions::{self, Seen};
use super::model::{
    self, Content, Entry, FILE_BYTES_MAX, FILES_MAX, FileLine, KeptFile, Matter, NewEntry, NewFile, Side,
    TEXT_CHARS_MAX, Thread, ThreadError,
};
use crate::Words;
use crate::organisations::{self, Organisation};
use crate::persons::{self, Person};

/// Bytes of a form that are read at most: every file, the words, and room for what stands between.
const FORM_BYTES_MAX: usize = (FILES_MAX + 1) * FILE_BYTES_MAX;

/// Finds the matter that an address names, by its id and the other party's, and proves that the actor has a part in it.
pub type Find = for<'a> fn(&'a Tx, Uuid, Uuid) -> Pin<Box<dyn Future<Output = Result<Matter, Fault>> + Send + 'a>>;

/// Where a thread's matter stands, for one side of it: a label and an address.
pub type Link = fn(Lang, &Thread, Side) -> Option<(String, String)>;

/// The links of all kinds of matters. Contributed by the wings.
pub struct Links(pub Vec<Link>);

#[derive(Template)]
#[template(path = "threads/thread.html")]
struct ThreadPage {
    page: Page,
    words: &'static Words,
    about: String,
    matter: Option<(String, String)>,
    parties: Vec<Party>,
    entries: Vec<EntryView>,
    writes: bool,
    errors: FormErrors,
    body: String,
    request_key: String,
    action: String,
}

/// A party as the page names it.
struct Party {
    name: String,
    part: String,
}

/// An entry as the page shows it.
struct EntryView {
    author: String,
    part: String,
    at: String,
    body: String,
    own: bool,
    is_new: bool,
    files: Vec<(String, String, String)>,
}

impl ThreadPage {
    fn new_tag(&self) -> Tag {
        Tag::info(self.words.threads_new())
    }

    fn body_field(&self) -> Field {
        fields::area("body", self.words.threads_body())
            .value(&self.body)
            .help(self.words.threads_body_help())
            .length_max(TEXT_CHARS_MAX)
            .error(self.errors.get("body"))
    }

    fn files_help(&self) -> String {
        self.words.threads_files_help(FILES_MAX, FILE_BYTES_MAX / (1024 * 1024))
    }

    fn endings(&self) -> String {
        model::endings()
    }
}

/// One thread. What is new in it counts as seen from now on.
pub async fn show_thread(State(app): State<App>, visit: Visit, Path(id): Path<ThreadId>) -> Answer {
    let (page, seen) = thread_page(&app, &visit, id, String::new(), FormErrors::none()).await?;
    if seen.unread {
        app.db().write(visit.actor(), async |tx| actions::note_reading(&tx, id).await).await?;
    }
    Ok(noted(show(&page)?, &seen.thread))
}

/// What is written about a student's matter is part of the student's file.
pub fn noted(mut answer: Response, thread: &Thread) -> Response {
    if let Some(person) = thread.person {
        answer.extensions_mut().insert(Whose(person));
    }
    answer
}

/// What was read, for what is noted of it.
struct Read {
    thread: Thread,
    unread: bool,
}

async fn thread_page(
    app: &App,
    visit: &Visit,
    id: ThreadId,
    body: String,
    errors: FormErrors,
) -> Result<(ThreadPage, Read), Fault> {
    let (seen, known) = app
        .db()
        .read(visit.actor(), async |tx| {
            let seen = actions::see(&tx, id).await?;
            let known = known(&tx, &seen.thread, &seen.entries).await?;
            Ok((seen, known))
        })
        .await?;
    let read = Read { thread: seen.thread.clone(), unread: seen.unread };
    Ok((page_of(app, visit, seen, &known, body, errors), read))
}

/// Answers in a thread.
pub async fn write(State(app): State<App>, visit: Visit, Path(id): Path<ThreadId>, request: Request) -> Answer {
    let brought = receive(request).await?;
    // Whoever has no part here stores nothing.
    app.db().read(visit.actor(), async |tx| actions::see(&tx, id).await).await?;
    let written = match brought.entry() {
        Ok(new) => {
            let write = async |tx: Tx| actions::write(&tx, id, &new, &brought.request_key).await;
            with_files(&app, &new, async || app.db().write(visit.actor(), write).await).await
        }
        Err(fault) => Err(fault.into()),
    };
    match written {
        Ok(thread) => Ok(see_other(format!("/threads/{thread}#latest"))),
        Err(fault) => {
            let errors = FormErrors::from_fault(visit.lang(), fault)?;
            show_again(&thread_page(&app, &visit, id, brought.body, errors).await?.0)
        }
    }
}

/// A file of a thread, to keep: never shown within our own pages.
pub async fn show_file(
    State(app): State<App>,
    visit: Visit,
    Path((thread, file)): Path<(ThreadId, ThreadFileId)>,
) -> Answer {
    let (thread, file) = app.db().read(visit.actor(), async |tx| actions::file(&tx, thread, file).await).await?;
    Ok(noted(handed(&app, file).await?, &thread))
}

/// A file as it is handed out: to keep, under its own name.
/// # Errors
/// When the blob store cannot be used.
pub async fn handed(app: &App, file: KeptFile) -> Result<Response, Fault> {
    let name = kit::csv_out::file_name(stem(&file.name), file.kind.ending());
    let kind = file.kind.media_type();
    let (bytes, content) = match file.content {
        Content::Blob(id) => app.part::<Blobs>().hand_on(id).await?,
        Content::Row(bytes) => return Ok(download(&name, kind, bytes)),
    };
    let mut answer = download(&name, kind, Body::from_stream(content));
    answer.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(bytes));
    Ok(answer)
}

/// Writes an entry by `write`, its files stored before any row names them. A blob that no row comes to name holds nothing
/// that anybody can ask for, and is swept away a day later. The same bytes may have lain there unnamed before, and have
/// been swept away between storing and naming them: so the store is asked again once the rows are written.
/// # Errors
/// When the blob store cannot be used, or what `write` answers.
pub async fn with_files<T>(
    app: &App,
    new: &NewEntry,
    write: impl AsyncFnOnce() -> Result<T, Fault>,
) -> Result<T, Fault> {
    let blobs = app.part::<Blobs>();
    for file in new.files() {
        blobs.put(file.content().clone()).await?;
    }
    let written = write().await?;
    for file in new.files() {
        if blobs.written_at(file.blob()).await?.is_none() {
            blobs.put(file.content().clone()).await?;
        }
    }
    Ok(written)
}

fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Where the thread of a matter begins; once it has, it stands at its own address.
pub async fn show_about(app: &App, visit: &Visit, ids: (Uuid, Uuid), find: Find) -> Answer {
    let found = app
        .db()
        .read(visit.actor(), async |tx| {
            let matter = find(&tx, ids.0, ids.1).await?;
            actions::of_matter(&tx, &matter).await
        })
        .await?;
    match found {
        Some(thread) => Ok(see_other(format!("/threads/{thread}"))),
        None => show(&new_page(app, visit, ids, find, String::new(), FormErrors::none()).await?),
    }
}

/// Writes the first entry about a matter.
pub async fn write_about(app: &App, visit: &Visit, ids: (Uuid, Uuid), find: Find, request: Request) -> Answer {
    let brought = receive(request).await?;
    app.db().read(visit.actor(), async |tx| find(&tx, ids.0, ids.1).await).await?;
    let written = match brought.entry() {
        Ok(new) => {
            let begin = async |tx: Tx| {
                let matter = find(&tx, ids.0, ids.1).await?;
                actions::write_about(&tx, &matter, &new, &brought.request_key).await
            };
            with_files(app, &new, async || app.db().write(visit.actor(), begin).await).await
        }
        Err(fault) => Err(fault.into()),
    };
    match written {
        Ok(thread) => Ok(see_other(format!("/threads/{thread}#latest"))),
        Err(fault) => {
            let errors = FormErrors::from_fault(visit.lang(), fault)?;
            show_again(&new_page(app, visit, ids, find, brought.body, errors).await?)
        }
    }
}

async fn new_page(
    app: &App,
    visit: &Visit,
    ids: (Uuid, Uuid),
    find: Find,
    body: String,
    errors: FormErrors,
) -> Result<ThreadPage, Fault> {
    let (seen, known) = app
        .db()
        .read(visit.actor(), async |tx| {
            let matter = find(&tx, ids.0, ids.1).await?;
            let seen = actions::unbegun(&tx, &matter)?;
            let known = known(&tx, &seen.thread, &[]).await?;
            Ok((seen, known))
        })
        .await?;
    let mut page = page_of(app, visit, seen, &known, body, errors);
    page.action = visit.page(app).path;
    Ok(page)
}

/// Everybody and everything that a thread names.
struct Known {
    persons: HashMap<PersonId, Person>,
    organisations: HashMap<OrganisationId, Organisation>,
    me: Option<PersonId>,
    zone: Zone,
    now: Moment,
    read_until: Option<Moment>,
}

async fn known(tx: &Tx, thread: &Thread, entries: &[Entry]) -> Result<Known, Fault> {
    let mut ids: Vec<PersonId> = entries.iter().map(|entry| entry.author).chain(thread.person).collect();
    ids.sort();
    ids.dedup();
    let mut parties = vec![thread.office];
    parties.extend(thread.host.map(|host| host.0));
    let found = organisations::find_many(tx, &parties).await?;
    let organisations: HashMap<_, _> = found.into_iter().map(|one| (one.id, one)).collect();
    let zone = organisations.get(&thread.office).map_or(chrono_tz::UTC, |office| office.zone);
    Ok(Known {
        persons: persons::find_many(tx, &ids).await?,
        organisations,
        me: tx.actor().person_id(),
        zone,
        now: tx.now(),
        read_until: actions::read_until(tx, thread).await?,
    })
}

fn page_of(app: &App, visit: &Visit, seen: Seen, known: &Known, body: String, errors: FormErrors) -> ThreadPage {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let links = &app.part::<Links>().0;
    let thread = &seen.thread;
    ThreadPage {
        page: visit.page(app),
        words,
        matter: links.iter().find_map(|link| link(lang, thread, seen.side)),
        parties: parties(words, thread, known),
        entries: seen.entries.iter().map(|entry| entry_view(lang, &seen, known, entry)).collect(),
        writes: seen.writes,
        errors,
        body,
        request_key: chance::secret_hex(16),
        action: format!("/threads/{}", thread.id),
        about: thread.about.clone(),
    }
}

fn name_of(known: &Known, organisation: OrganisationId) -> String {
    known.organisations.get(&organisation).map(|one| one.name.clone()).unwrap_or_default()
}

/// What a side is called: the office, the host or the student.
fn part_of(words: &Words, side: Side) -> String {
    match side {
        Side::Office => words.threads_part_office(),
        Side::Host => words.threads_part_host(),
        Side::Student => words.threads_part_student(),
    }
}

fn parties(words: &'static Words, thread: &Thread, known: &Known) -> Vec<Party> {
    let mut parties = vec![Party { name: name_of(known, thread.office), part: part_of(words, Side::Office) }];
    if let Some((host, _)) = thread.host {
        parties.push(Party { name: name_of(known, host), part: part_of(words, Side::Host) });
    }
    if let Some(person) = thread.person.and_then(|person| known.persons.get(&person)) {
        parties.push(Party { name: person.name.to_string(), part: part_of(words, Side::Student) });
    }
    parties
}

fn entry_view(lang: Lang, seen: &Seen, known: &Known, entry: &Entry) -> EntryView {
    let words = crate::words(lang);
    let own = known.me == Some(entry.author);
    let part = match entry.side {
        Side::Student => part_of(words, Side::Student),
        side => format!("{}, {}", part_of(words, side), name_of(known, seen.thread.party_of(side))),
    };
    EntryView {
        author: known.persons.get(&entry.author).map(|person| person.name.to_string()).unwrap_or_default(),
        part,
        at: format::moment_near(lang, known.zone, entry.at, known.now),
        body: entry.body.clone(),
        own,
        is_new: !own && known.read_until.is_none_or(|until| entry.at > until),
        files: seen
            .files
            .iter()
            .filter(|file| file.entry == entry.id)
            .map(|file| file_view(lang, seen, file))
            .collect(),
    }
}

fn file_view(lang: Lang, seen: &Seen, file: &FileLine) -> (String, String, String) {
    let words = crate::words(lang);
    let kilobytes = format::number(lang, i64::from(file.size_bytes).div_euclid(1024).max(1));
    (file.name.clone(), words.threads_kilobytes(kilobytes), format!("/threads/{}/files/{}", seen.thread.id, file.id))
}

/// What the form brought.
#[derive(Default)]
struct Brought {
    body: String,
    request_key: String,
    files: Vec<(String, Bytes)>,
    too_large: Option<String>,
}

impl Brought {
    fn entry(&self) -> Result<NewEntry, ThreadError> {
        if let Some(name) = &self.too_large {
            return Err(ThreadError::FileTooLarge { name: name.clone() });
        }
        if self.files.len() > FILES_MAX {
            return Err(ThreadError::TooManyFiles { got: self.files.len() });
        }
        let files = self.files.iter().map(|(name, content)| NewFile::new(name, content.clone()));
        NewEntry::new(&self.body, files.collect::<Result<_, _>>()?)
    }
}

/// Reads the fields as they come and keeps no more than the limits.
async fn receive(request: Request) -> Result<Brought, Fault> {
    let mut form = Multipart::from_request(piece_by_piece(request), &()).await.map_err(refused_form)?;
    let (mut seen, mut brought) = (0_usize, Brought::default());
    while let Some(mut field) = form.next_field().await.map_err(refused_form)? {
        let name = field.name().unwrap_or_default().to_owned();
        let file_name = field.file_name().unwrap_or_default().to_owned();
        let limit = match name.as_str() {
            "files" => FILE_BYTES_MAX,
            "body" => 8 * TEXT_CHARS_MAX,
            "request_key" => 100,
            other => return Err(refused_form(format!("the form has no field {other:?}"))),
        };
        let (mut bytes, mut large) = (Vec::new(), false);
        while let Some(chunk) = field.chunk().await.map_err(refused_form)? {
            seen += chunk.len();
            if seen > FORM_BYTES_MAX {
                return Err(refused_form("more came than any form of ours holds"));
            }
            large = large || bytes.len() + chunk.len() > limit;
            if !large {
                bytes.extend_from_slice(&chunk);
            }
        }
        match name.as_str() {
            // An empty file field still comes, without a name.
            "files" if file_name.is_empty() && bytes.is_empty() => {}
            "files" if large => brought.too_large = Some(file_name),
            "files" => brought.files.push((file_name, bytes.into())),
            _ if large => return Err(refused_form(format!("{name} is too long"))),
            "body" => brought.body = String::from_utf8(bytes).map_err(refused_form)?,
            _ => brought.request_key = String::from_utf8(bytes).map_err(refused_form)?,
        }
    }
    Ok(brought)
}
