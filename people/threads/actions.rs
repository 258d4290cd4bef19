//! What people do with threads: write, read, and be told.

use std::collections::HashMap;

use base::{Lang, Moment, OrganisationId, PersonId, ThreadEntryId, ThreadId, UnitId};
use kit::actor::{Owner, Role};
use kit::db::Tx;
use kit::fault::{Fault, NotFound};
use kit::jobs::{self, Job, NewJob};
use kit::journal::{self, Event};
use kit::mail::Link;
use kit::repeat;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::access::{self, Reader, Voice};
use super::model::{ENTRIES_MAX, Entry, FileLine, KeptFile, Matter, NewEntry, Side, Thread, ThreadError};
use super::queries::{self, Narrowing};
use crate::notices::{self, Notice, Weight};
use crate::organisations;
use crate::persons::{self, Mailbox};

/// The kind of job that tells a party that somebody has written.
pub const TELL: &str = "thread-told";

/// One thread as its reader sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The thread
    pub thread: Thread,
    /// The side on which the reader stands
    pub side: Side,
    /// Whether the reader writes in it
    pub writes: bool,
    /// What was written, the oldest first
    pub entries: Vec<Entry>,
    /// What came with it
    pub files: Vec<FileLine>,
    /// Whether something in it is new to the reader
    pub unread: bool,
}

/// One line of a reader's list of threads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The thread
    pub thread: Thread,
    /// The side on which the reader stands
    pub side: Side,
    /// What was written last
    pub last: Option<Entry>,
    /// Whether something in it is new to the reader
    pub unread: bool,
}

/// A thread without what was written in it, for whoever takes part.
/// # Errors
/// [`NotFound`] for everybody else.
pub async fn head(tx: &Tx, id: ThreadId) -> Result<Thread, Fault> {
    Ok(find(tx, id).await?.0)
}

/// Threads of the actor in the order of their ids, after the one given.
/// # Errors
/// [`kit::fault::Denied`] for nobody.
pub async fn part(tx: &Tx, narrowing: &Narrowing, after: Option<ThreadId>, rows: u64) -> Result<Vec<Thread>, Fault> {
    let reader = access::reader(tx.actor())?;
    Ok(queries::after(tx, &reader, narrowing, after, rows).await?)
}

/// What was written in a thread in the order of the entries' ids, after the one given, and the files that came with it.
/// # Errors
/// [`NotFound`] for those who take no part.
pub async fn entries(
    tx: &Tx,
    id: ThreadId,
    after: Option<ThreadEntryId>,
    rows: u64,
) -> Result<(Thread, Vec<Entry>, Vec<FileLine>), Fault> {
    let (thread, _) = find(tx, id).await?;
    let entries = queries::entries_after(tx, &thread, after, rows).await?;
    let ids: Vec<ThreadEntryId> = entries.iter().map(|entry| entry.id).collect();
    let files = queries::files_of(tx, &thread, &ids).await?;
    Ok((thread, entries, files))
}

/// One thread, for whoever takes part.
/// # Errors
/// [`NotFound`] for everybody else.
pub async fn see(tx: &Tx, id: ThreadId) -> Result<Seen, Fault> {
    let (thread, side) = find(tx, id).await?;
    let entries = queries::entries(tx, &thread).await?;
    let files = queries::files(tx, &thread).await?;
    let reader = access::reader(tx.actor())?;
    let unread = match reader.oneself {
        Some(oneself) => {
            let until = queries::read_until(tx, oneself, &thread).await?;
            let is_new = |entry: &Entry| entry.author != oneself.id() && until.is_none_or(|until| entry.at > until);
            entries.iter().any(is_new)
        }
        None => false, // nothing is new to a program: it knows what it has fetched
    };
    let writes = access::voice(tx.actor(), &thread, side).is_some();
    Ok(Seen { thread, side, writes, entries, files, unread })
}

/// The thread and the side on which the actor meets it.
async fn find(tx: &Tx, id: ThreadId) -> Result<(Thread, Side), Fault> {
    let missing = || NotFound::of("thread", id);
    let reader = access::reader(tx.actor())?;
    let thread = queries::find(tx, &reader, id).await?.ok_or_else(missing)?;
    let side = access::side_of(&reader, &thread).ok_or_else(missing)?;
    Ok((thread, side))
}

/// The thread of a matter, when it has begun.
/// # Errors
/// What the database answers.
pub async fn of_matter(tx: &Tx, matter: &Matter) -> Result<Option<ThreadId>, Fault> {
    let reader = access::reader(tx.actor())?;
    Ok(queries::of_matter(tx, &reader, matter).await?.map(|thread| thread.id))
}

/// Notes that the actor has seen everything in a thread until now.
/// # Errors
/// [`NotFound`] for those who take no part.
pub async fn note_reading(tx: &Tx, id: ThreadId) -> Result<(), Fault> {
    let (thread, side) = find(tx, id).await?;
    match access::voice(tx.actor(), &thread, side) {
        Some(voice) => Ok(queries::note_reading(tx, voice, &thread).await?),
        None => Ok(()), // whose part is over reads on; nobody counts what is new to them
    }
}

/// Writes in a thread.
/// # Errors
/// [`NotFound`] for those who take no part, [`ThreadError`] when their part is over or the thread is full.
pub async fn write(tx: &Tx, id: ThreadId, new: &NewEntry, request_key: &str) -> Result<ThreadId, Fault> {
    let (thread, side) = find(tx, id).await?;
    let voice = access::voice(tx.actor(), &thread, side).ok_or(ThreadError::ReadOnly)?;
    repeat::once(tx, voice.party.id(), "message", request_key, async || {
        add(tx, voice, &thread, new).await?;
        Ok(thread.id)
    })
    .await
}

/// Writes about a matter; the first to write begins its thread.
/// # Errors
/// [`NotFound`] for those who take no part, [`ThreadError`] when the thread is full.
pub async fn write_about(tx: &Tx, matter: &Matter, new: &NewEntry, request_key: &str) -> Result<ThreadId, Fault> {
    let reader = access::reader(tx.actor())?;
    if let Some(thread) = queries::of_matter(tx, &reader, matter).await? {
        return write(tx, thread.id, new, request_key).await;
    }
    let Seen { mut thread, side, .. } = unbegun(tx, matter)?;
    let missing = || NotFound::of(matter.kind, matter.subject);
    let voice = access::voice(tx.actor(), &thread, side).ok_or_else(missing)?;
    repeat::once(tx, voice.party.id(), "message", request_key, async || {
        thread.owner = voice.party.id();
        if !queries::begin(tx, voice, &thread, matter).await? {
            // Another party began it at the same moment: what is written goes there.
            thread = queries::of_matter(tx, &reader, matter).await?.ok_or_else(missing)?;
        }
        add(tx, voice, &thread, new).await?;
        Ok(thread.id)
    })
    .await
}

/// The thread of a matter before anybody has written.
/// # Errors
/// [`NotFound`] for those who take no part.
pub fn unbegun(tx: &Tx, matter: &Matter) -> Result<Seen, Fault> {
    let thread = Thread {
        id: tx.new_id(),
        owner: matter.office,
        office: matter.office,
        kind: matter.kind.into(),
        subject: matter.subject,
        person: matter.person,
        host: matter.host,
        about: matter.about.clone(),
    };
    let reader = access::reader(tx.actor())?;
    let side = access::side_of(&reader, &thread).ok_or_else(|| NotFound::of(matter.kind, matter.subject))?;
    let writes = access::voice(tx.actor(), &thread, side).is_some();
    Ok(Seen { thread, side, writes, entries: vec![], files: vec![], unread: false })
}

/// Until when the actor has seen a thread.
/// # Errors
/// What the database answers.
pub async fn read_until(tx: &Tx, thread: &Thread) -> Result<Option<Moment>, Fault> {
    match access::reader(tx.actor())?.oneself {
        Some(oneself) => Ok(queries::read_until(tx, oneself, thread).await?),
        None => Ok(None),
    }
}

async fn add(tx: &Tx, voice: Voice, thread: &Thread, new: &NewEntry) -> Result<(), Fault> {
    if queries::count_entries(tx, thread).await? >= ENTRIES_MAX {
        return Err(ThreadError::Full.into());
    }
    let id: ThreadEntryId = tx.new_id();
    queries::add(tx, voice, thread, id, new.body(), new.files()).await?;
    queries::note_reading(tx, voice, thread).await?;
    let facts = json!({ "side": voice.side.word(), "files": new.files().len() });
    journal::note(tx, voice.party.id(), Event::of("message-sent", "thread", thread.id).with(facts)).await?;
    // Each organisation tells its own people: nobody else may look up who they are.
    let mut parties = vec![thread.office];
    parties.extend(thread.host.map(|host| host.0).filter(|host| *host != thread.office));
    for party in parties {
        let order = Order { owner: thread.owner, thread: thread.id, entry: id };
        let payload = serde_json::to_value(order).map_err(Fault::ours)?;
        jobs::enqueue(tx, NewJob::of(party, TELL, payload)).await?;
    }
    Ok(())
}

/// A file and its thread, for whoever takes part in it.
/// # Errors
/// [`NotFound`] for everybody else.
pub async fn file(tx: &Tx, id: ThreadId, file: base::ThreadFileId) -> Result<(Thread, KeptFile), Fault> {
    let (thread, _) = find(tx, id).await?;
    let found = queries::file(tx, &thread, file).await?.ok_or_else(|| NotFound::of("file", file))?;
    Ok((thread, found))
}

/// One page of the actor's threads, and how many there are.
/// # Errors
/// [`kit::fault::Denied`] for nobody.
pub async fn list(tx: &Tx, narrowing: &Narrowing, first: usize, rows: usize) -> Result<(Vec<Line>, usize), Fault> {
    let reader = access::reader(tx.actor())?;
    let count = queries::count(tx, &reader, narrowing).await?;
    let (first, rows) = (u64::try_from(first).unwrap_or(u64::MAX), u64::try_from(rows).unwrap_or(u64::MAX));
    let threads = queries::page(tx, &reader, narrowing, first, rows).await?;
    Ok((lines(tx, &reader, threads).await?, usize::try_from(count).unwrap_or(usize::MAX)))
}

async fn lines(tx: &Tx, reader: &Reader, threads: Vec<Thread>) -> Result<Vec<Line>, Fault> {
    if threads.is_empty() {
        return Ok(vec![]);
    }
    let mut latest = queries::latest(tx, &threads).await?;
    let unread = queries::unread(tx, reader, &threads).await?;
    let line = |thread: Thread| {
        let side = access::side_of(reader, &thread)?;
        Some(Line { last: latest.remove(&thread.id), unread: unread.contains(&thread.id), thread, side })
    };
    Ok(threads.into_iter().filter_map(line).collect())
}

/// In how many threads something is new to the actor.
/// # Errors
/// [`kit::fault::Denied`] for nobody.
pub async fn count_unread(tx: &Tx) -> Result<u64, Fault> {
    let reader = access::reader(tx.actor())?;
    Ok(queries::count(tx, &reader, &Narrowing { unread: true, ..Narrowing::default() }).await?)
}

/// What the job that tells a party is given.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Order {
    /// Who began the thread
    owner: OrganisationId,
    /// Which thread
    thread: ThreadId,
    /// What was written
    entry: ThreadEntryId,
}

/// Tells the people of one party what was written: those who speak for it, and the student of an institution.
/// # Errors
/// [`jobs::LeaseLost`]; what the database answers.
pub async fn tell(tx: &Tx, job: &Job, order: Order) -> Result<(), Fault> {
    jobs::finish(tx, job).await?;
    let party = access::works_for(tx.actor(), job.organisation)?;
    let Some(thread) = queries::of_party(tx, party, order.owner, order.thread).await? else { return Ok(()) };
    let Some(entry) = queries::entry(tx, &thread, order.entry).await? else { return Ok(()) };
    let mut people = vec![];
    if thread.office == party.id() {
        people.extend(holders(tx, party, Role::Administrator, None).await?);
        people.extend(thread.person);
    }
    if let Some((_, unit)) = thread.host.filter(|(host, _)| *host == party.id()) {
        people.extend(holders(tx, party, Role::Coordinator, Some(unit)).await?);
    }
    people.sort();
    people.dedup();
    people.retain(|person| *person != entry.author);
    let known = persons::find_many(tx, &people).await?;
    let organisation = organisations::find(tx, party.id()).await?;
    let told = people.into_iter().map(|person| {
        let lang = known.get(&person).and_then(|person| person.lang).unwrap_or(organisation.lang);
        message(party, person, lang, None, &thread)
    });
    notices::tell(tx, told.collect()).await?;
    let boxes = mailboxes(tx, party, &thread, entry.side).await?;
    let told = boxes.into_iter().map(|mailbox| {
        let unique_key = Some(format!("message:{}:{}", entry.id, mailbox.id));
        message(party, mailbox.id, organisation.lang, unique_key, &thread)
    });
    notices::tell_boxes(tx, told.collect()).await
}

/// What was written, and by whom, stays in the portal: mail is no place for it, and a name may be protected later.
fn message<To>(party: Owner, to: To, lang: Lang, unique_key: Option<String>, thread: &Thread) -> Notice<To> {
    let words = crate::words(lang);
    Notice {
        owner: party.id(),
        to,
        lang,
        kind: "message",
        weight: Weight::Matter,
        unique_key,
        subject: words.threads_notice_subject(&thread.about),
        body: words.threads_notice_text(&thread.about),
        link: Some(Link::to(words.threads_notice_link(), format!("/threads/{}", thread.id))),
    }
}

/// Where the mail to those goes who speak for a party; what it wrote itself does not come back to it.
async fn mailboxes(tx: &Tx, party: Owner, thread: &Thread, written: Side) -> Result<Vec<Mailbox>, Fault> {
    let mut all = vec![];
    if thread.office == party.id() && written != Side::Office {
        all.extend(persons::mailboxes_of(tx, party, Role::Administrator).await?);
    }
    if let Some((_, unit)) = thread.host.filter(|(host, _)| *host == party.id() && written != Side::Host) {
        let mut of_role = persons::mailboxes_of(tx, party, Role::Coordinator).await?;
        let roots: Vec<_> = of_role.iter().map(|mailbox| mailbox.unit).collect();
        let covers = covering(tx, party, &roots, Some(unit)).await?;
        of_role.retain(|mailbox| covers(&mailbox.unit));
        all.extend(of_role);
    }
    Ok(all)
}

/// Who speaks for the organisation in this role today; for a unit, those whose subtree holds it.
async fn holders(tx: &Tx, party: Owner, role: Role, unit: Option<Option<UnitId>>) -> Result<Vec<PersonId>, Fault> {
    let zone = organisations::find(tx, party.id()).await?.zone;
    let today = tx.now().with_timezone(&zone).date_naive();
    let held = persons::holders(tx, party, role, today).await?;
    let roots: Vec<_> = held.iter().map(|(_, root)| *root).collect();
    let covers = covering(tx, party, &roots, unit).await?;
    Ok(held.into_iter().filter(|(_, root)| covers(root)).map(|(person, _)| person).collect())
}

/// Whether the subtree below a root holds the unit; without a unit every root does.
async fn covering(
    tx: &Tx,
    party: Owner,
    roots: &[Option<UnitId>],
    unit: Option<Option<UnitId>>,
) -> Result<impl Fn(&Option<UnitId>) -> bool, Fault> {
    let roots: Vec<UnitId> = roots.iter().flatten().copied().collect();
    let mut below: HashMap<UnitId, Vec<UnitId>> = HashMap::new();
    if unit.is_some() && !roots.is_empty() {
        for (root, unit) in organisations::units_below(tx, party, &roots).await? {
            below.entry(root).or_default().push(unit);
        }
    }
    Ok(move |root: &Option<UnitId>| match (root, unit) {
        (None, _) | (_, None) => true,
        (Some(root), Some(Some(unit))) => below.get(root).is_some_and(|units| units.contains(&unit)),
        (Some(_), Some(None)) => false,
    })
}
