//! All database access of the room.

use std::collections::HashMap;

use base::{Moment, OrganisationId, ThreadEntryId, ThreadFileId, ThreadId};
use kit::actor::{Oneself, Owner};
use kit::blobs::BlobId;
use kit::db::Tx;
use kit::own_data::{Section, section};
use sea_orm::sea_query::{Expr, ExprTrait, Func, OnConflict, Query, SelectStatement, SimpleExpr};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, Condition, DbErr, EntityTrait, Order, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use super::access::{Reader, Voice};
use super::model::{
    Content, ENTRIES_MAX, Entry, FILES_MAX, FileKind, FileLine, KeptFile, Matter, NewFile, Side, Thread,
};
use super::tables::{entry, file, matter, reading, thread};

/// How a list of threads is narrowed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Narrowing {
    /// Only about this matter
    pub subject: Option<Uuid>,
    /// Only those with something the reader has not seen
    pub unread: bool,
    /// Only those where this stands in the name of the matter or in an entry
    pub found: String,
}

/// The thread with this id, when the reader has a part in it; units are looked at by `access`.
pub async fn find(tx: &Tx, reader: &Reader, id: ThreadId) -> Result<Option<Thread>, DbErr> {
    let found = thread::Entity::find().filter(within(reader)).filter(thread::COLUMN.id.eq(id)).one(tx).await?;
    Ok(found.map(read_thread))
}

/// The thread of a matter, when it has begun.
pub async fn of_matter(tx: &Tx, reader: &Reader, matter: &Matter) -> Result<Option<Thread>, DbErr> {
    let found = thread::Entity::find()
        .filter(within(reader))
        .filter(thread::COLUMN.office_id.eq(matter.office))
        .filter(thread::COLUMN.matter.eq(matter.word()))
        .order_by_asc(thread::COLUMN.id)
        .one(tx)
        .await?;
    Ok(found.map(read_thread))
}

/// A thread in which an organisation takes part, for the job that tells its people.
pub async fn of_party(tx: &Tx, party: Owner, owner: OrganisationId, id: ThreadId) -> Result<Option<Thread>, DbErr> {
    let takes_part = thread::COLUMN.office_id.eq(party.id()).or(thread::COLUMN.host_id.eq(party.id()));
    let found = thread::Entity::find_by_id((owner, id)).filter(takes_part).one(tx).await?;
    Ok(found.map(read_thread))
}

/// Begins the thread of a matter; false when it has begun already.
pub async fn begin(tx: &Tx, voice: Voice, thread: &Thread, about: &Matter) -> Result<bool, DbErr> {
    // The key holds for both parties, which the key of their own rows does not.
    let claim = matter::ActiveModel {
        office_id: Set(about.office),
        matter: Set(about.word()),
        thread_owner_id: Set(voice.party.id()),
        thread_id: Set(thread.id),
    };
    let once = OnConflict::columns([matter::Column::OfficeId, matter::Column::Matter]).do_nothing().to_owned();
    if matter::Entity::insert(claim).on_conflict(once).exec_without_returning(tx).await? == 0 {
        return Ok(false);
    }
    let row = thread::ActiveModel {
        owner_id: Set(voice.party.id()),
        id: Set(thread.id),
        kind: Set(about.kind.into()),
        subject_id: Set(about.subject),
        matter: Set(about.word()),
        office_id: Set(about.office),
        person_id: Set(about.person),
        host_id: Set(about.host.map(|host| host.0)),
        host_unit_id: Set(about.host.and_then(|host| host.1)),
        other_id: Set(thread.other_of(voice.side)),
        about: Set(about.about.clone()),
        created_at: Set(tx.now()),
    };
    thread::Entity::insert(row).exec_without_returning(tx).await?;
    Ok(true)
}

/// Adds an entry with its files.
pub async fn add(
    tx: &Tx,
    voice: Voice,
    thread: &Thread,
    id: ThreadEntryId,
    body: &str,
    files: &[NewFile],
) -> Result<(), DbErr> {
    let row = entry::ActiveModel {
        owner_id: Set(voice.party.id()),
        id: Set(id),
        thread_owner_id: Set(thread.owner),
        thread_id: Set(thread.id),
        other_id: Set(thread.other_of(voice.side)),
        person_id: Set(thread.person),
        side: Set(voice.side.word().into()),
        author_id: Set(voice.author),
        body: Set(body.into()),
        at: Set(tx.now()),
    };
    entry::Entity::insert(row).exec_without_returning(tx).await?;
    let rows: Vec<_> = files.iter().map(|file| file_row(tx, voice, thread, id, file)).collect();
    if !rows.is_empty() {
        file::Entity::insert_many(rows).exec_without_returning(tx).await?;
    }
    Ok(())
}

fn file_row(tx: &Tx, voice: Voice, thread: &Thread, entry: ThreadEntryId, new: &NewFile) -> file::ActiveModel {
    file::ActiveModel {
        owner_id: Set(voice.party.id()),
        id: Set(tx.new_id()),
        entry_id: Set(entry),
        thread_owner_id: Set(thread.owner),
        thread_id: Set(thread.id),
        other_id: Set(thread.other_of(voice.side)),
        person_id: Set(thread.person),
        name: Set(new.name().into()),
        kind: Set(new.kind().ending().into()),
        size_bytes: Set(i32::try_from(new.content().len()).unwrap_or(i32::MAX)),
        content: Set(vec![]),
        blob: Set(Some(new.blob().to_string())),
    }
}

/// How many entries a thread holds. The caller has found the thread as one of its parties.
pub async fn count_entries(tx: &Tx, thread: &Thread) -> Result<u64, DbErr> {
    of_thread(thread).count(tx).await
}

/// What was written in a thread, the oldest first. The caller has found the thread as one of its parties.
pub async fn entries(tx: &Tx, thread: &Thread) -> Result<Vec<Entry>, DbErr> {
    let rows = of_thread(thread)
        .order_by_asc(entry::COLUMN.at)
        .order_by_asc(entry::COLUMN.id)
        .limit(ENTRIES_MAX)
        .all(tx)
        .await?;
    Ok(rows.into_iter().filter_map(read_entry).collect())
}

/// What was written in a thread in the order of the entries' ids, after the one given. The caller has found the thread as
/// one of its parties.
pub async fn entries_after(
    tx: &Tx,
    thread: &Thread,
    after: Option<ThreadEntryId>,
    limit: u64,
) -> Result<Vec<Entry>, DbErr> {
    let mut found = of_thread(thread);
    if let Some(after) = after {
        found = found.filter(entry::COLUMN.id.gt(after));
    }
    let rows = found.order_by_asc(entry::COLUMN.id).limit(limit).all(tx).await?;
    Ok(rows.into_iter().filter_map(read_entry).collect())
}

/// One entry of a thread. The caller has found the thread as one of its parties.
pub async fn entry(tx: &Tx, thread: &Thread, id: ThreadEntryId) -> Result<Option<Entry>, DbErr> {
    Ok(of_thread(thread).filter(entry::COLUMN.id.eq(id)).one(tx).await?.and_then(read_entry))
}

fn of_thread(thread: &Thread) -> sea_orm::Select<entry::Entity> {
    entry::Entity::find()
        .filter(entry::COLUMN.thread_owner_id.eq(thread.owner))
        .filter(entry::COLUMN.thread_id.eq(thread.id))
}

/// The files of a thread without their content, in the order in which they came.
pub async fn files(tx: &Tx, thread: &Thread) -> Result<Vec<FileLine>, DbErr> {
    lines(tx, of_files(thread)).await
}

/// The files that came with these entries of a thread, without their content.
pub async fn files_of(tx: &Tx, thread: &Thread, entries: &[ThreadEntryId]) -> Result<Vec<FileLine>, DbErr> {
    lines(tx, of_files(thread).filter(file::COLUMN.entry_id.is_in(entries.iter().copied()))).await
}

fn of_files(thread: &Thread) -> sea_orm::Select<file::Entity> {
    file::Entity::find()
        .filter(file::COLUMN.thread_owner_id.eq(thread.owner))
        .filter(file::COLUMN.thread_id.eq(thread.id))
}

async fn lines(tx: &Tx, files: sea_orm::Select<file::Entity>) -> Result<Vec<FileLine>, DbErr> {
    let rows: Vec<(ThreadFileId, ThreadEntryId, String, i32)> = files
        .select_only()
        .columns([file::Column::Id, file::Column::EntryId, file::Column::Name, file::Column::SizeBytes])
        .order_by_asc(file::COLUMN.id)
        .limit(ENTRIES_MAX * FILES_MAX as u64)
        .into_tuple()
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(|(id, entry, name, size_bytes)| FileLine { id, entry, name, size_bytes }).collect())
}

/// One file of a thread.
pub async fn file(tx: &Tx, thread: &Thread, id: ThreadFileId) -> Result<Option<KeptFile>, DbErr> {
    Ok(of_files(thread).filter(file::COLUMN.id.eq(id)).one(tx).await?.and_then(read_file))
}

fn read_file(row: file::Model) -> Option<KeptFile> {
    let content = row.blob.and_then(|name| BlobId::of_hex(&name)).map_or(Content::Row(row.content), Content::Blob);
    Some(KeptFile { name: row.name, kind: FileKind::from_ending(&row.kind)?, content })
}

/// Until when the reader has seen a thread.
pub async fn read_until(tx: &Tx, oneself: Oneself, thread: &Thread) -> Result<Option<Moment>, DbErr> {
    let found = reading::Entity::find()
        .filter(reading::COLUMN.person_id.eq(oneself.id()))
        .filter(reading::COLUMN.thread_owner_id.eq(thread.owner))
        .filter(reading::COLUMN.thread_id.eq(thread.id))
        .order_by_desc(reading::COLUMN.read_at)
        .one(tx)
        .await?;
    Ok(found.map(|row| row.read_at))
}

/// Notes that everything in a thread has been seen until now.
pub async fn note_reading(tx: &Tx, voice: Voice, thread: &Thread) -> Result<(), DbErr> {
    let Some(oneself) = voice.oneself else { return Ok(()) }; // a program reads for an office
    let row = reading::ActiveModel {
        owner_id: Set(voice.party.id()),
        person_id: Set(oneself.id()),
        thread_owner_id: Set(thread.owner),
        thread_id: Set(thread.id),
        read_at: Set(tx.now()),
    };
    use reading::Column as C;
    let again = OnConflict::columns([C::OwnerId, C::PersonId, C::ThreadOwnerId, C::ThreadId])
        .update_column(C::ReadAt)
        .to_owned();
    reading::Entity::insert(row).on_conflict(again).exec_without_returning(tx).await?;
    Ok(())
}

/// One page of the reader's threads, the latest entry first.
pub async fn page(
    tx: &Tx,
    reader: &Reader,
    narrowing: &Narrowing,
    offset: u64,
    limit: u64,
) -> Result<Vec<Thread>, DbErr> {
    let rows = narrowed(reader, narrowing)
        .order_by(SimpleExpr::from(last_at()), Order::Desc)
        .order_by_desc(thread::COLUMN.id)
        .offset(offset)
        .limit(limit)
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(read_thread).collect())
}

/// Threads of the reader in the order of their ids, after the one given.
pub async fn after(
    tx: &Tx,
    reader: &Reader,
    narrowing: &Narrowing,
    after: Option<ThreadId>,
    limit: u64,
) -> Result<Vec<Thread>, DbErr> {
    let mut threads = narrowed(reader, narrowing);
    if let Some(after) = after {
        threads = threads.filter(thread::COLUMN.id.gt(after));
    }
    let rows = threads.order_by_asc(thread::COLUMN.id).limit(limit).all(tx).await?;
    Ok(rows.into_iter().map(read_thread).collect())
}

/// How many threads the reader has.
pub async fn count(tx: &Tx, reader: &Reader, narrowing: &Narrowing) -> Result<u64, DbErr> {
    narrowed(reader, narrowing).count(tx).await
}

/// The latest entry of each of these threads; the caller has found them as one of their parties.
pub async fn latest(tx: &Tx, threads: &[Thread]) -> Result<HashMap<ThreadId, Entry>, DbErr> {
    let same = |column: entry::Column| Expr::col((entry_alias(), column)).equals((entry::Entity, column));
    let mut last = Query::select();
    last.expr(Func::max(Expr::col((entry_alias(), entry::Column::At))))
        .from_as(entry::Entity, entry_alias())
        .and_where(same(entry::Column::ThreadOwnerId))
        .and_where(same(entry::Column::ThreadId));
    let rows = entry::Entity::find()
        .filter(entry::COLUMN.thread_id.is_in(threads.iter().map(|thread| thread.id)))
        .filter(Expr::col((entry::Entity, entry::Column::At)).eq(SimpleExpr::from(last)))
        .order_by_asc(entry::COLUMN.id)
        .all(tx)
        .await?;
    Ok(rows.into_iter().filter_map(read_entry).map(|entry| (entry.thread, entry)).collect())
}

/// Which of these threads hold something the reader has not seen.
pub async fn unread(tx: &Tx, reader: &Reader, threads: &[Thread]) -> Result<Vec<ThreadId>, DbErr> {
    let Some(oneself) = reader.oneself else { return Ok(vec![]) };
    thread::Entity::find()
        .select_only()
        .column(thread::Column::Id)
        .filter(thread::COLUMN.id.is_in(threads.iter().map(|thread| thread.id)))
        .filter(has_unseen(oneself))
        .order_by_asc(thread::COLUMN.id)
        .into_tuple()
        .all(tx)
        .await
}

fn narrowed(reader: &Reader, narrowing: &Narrowing) -> sea_orm::Select<thread::Entity> {
    let mut threads = thread::Entity::find().filter(within(reader));
    if let Some(subject) = narrowing.subject {
        threads = threads.filter(thread::COLUMN.subject_id.eq(subject));
    }
    // Nobody notes what a program has read: to it everything is new.
    if let (true, Some(oneself)) = (narrowing.unread, reader.oneself) {
        threads = threads.filter(has_unseen(oneself));
    }
    if !narrowing.found.is_empty() {
        threads = threads.filter(holds(&narrowing.found));
    }
    threads
}

/// The reader's part in a thread, as far as columns tell it.
fn within(reader: &Reader) -> Condition {
    let offices = reader.offices.iter().map(|office| office.id());
    let mut any = Condition::any().add(thread::COLUMN.office_id.is_in(offices));
    for host in &reader.hosts {
        let mut covered = Condition::all().add(thread::COLUMN.host_id.eq(host.id()));
        if let Some(units) = host.units() {
            covered = covered.add(thread::COLUMN.host_unit_id.is_in(units.iter().copied()));
        }
        any = any.add(covered);
    }
    match reader.oneself {
        Some(oneself) => any.add(thread::COLUMN.person_id.eq(oneself.id())),
        None => any,
    }
}

/// The conditions by which entries belong to the thread of the outer query.
fn of_outer(entries: &mut SelectStatement) -> &mut SelectStatement {
    let same = |entry: entry::Column, thread: thread::Column| {
        Expr::col((entry_alias(), entry)).equals((thread::Entity, thread))
    };
    entries
        .from_as(entry::Entity, entry_alias())
        .and_where(same(entry::Column::ThreadOwnerId, thread::Column::OwnerId))
        .and_where(same(entry::Column::ThreadId, thread::Column::Id))
}

fn entry_alias() -> sea_orm::sea_query::DynIden {
    sea_orm::sea_query::IntoIden::into_iden("written")
}

/// When something was written last in the thread of the outer query.
fn last_at() -> SelectStatement {
    let mut last = Query::select();
    last.expr(Func::max(Expr::col((entry_alias(), entry::Column::At))));
    of_outer(&mut last).to_owned()
}

/// Whether somebody else has written since the reader looked at the thread of the outer query.
fn has_unseen(oneself: Oneself) -> SimpleExpr {
    let mut seen = Query::select();
    seen.expr(Func::max(Expr::col((reading::Entity, reading::Column::ReadAt))))
        .from(reading::Entity)
        .and_where(Expr::col((reading::Entity, reading::Column::PersonId)).eq(oneself.id()))
        .and_where(
            Expr::col((reading::Entity, reading::Column::ThreadOwnerId))
                .equals((thread::Entity, thread::Column::OwnerId)),
        )
        .and_where(
            Expr::col((reading::Entity, reading::Column::ThreadId)).equals((thread::Entity, thread::Column::Id)),
        );
    let written = Expr::col((entry_alias(), entry::Column::At));
    let since = Expr::expr(written).gt(Func::coalesce([SimpleExpr::from(seen), Expr::value(Moment::UNIX_EPOCH)]));
    let mut unseen = Query::select();
    unseen.expr(Expr::value(1));
    of_outer(&mut unseen)
        .and_where(Expr::col((entry_alias(), entry::Column::AuthorId)).ne(oneself.id()))
        .and_where(since);
    Expr::exists(unseen)
}

/// Whether the name of the matter or an entry holds the text.
fn holds(text: &str) -> Condition {
    let like = |column: SimpleExpr| {
        let pattern =
            format!("%{}%", text.to_lowercase().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"));
        Expr::expr(Func::lower(column)).like(sea_orm::sea_query::LikeExpr::new(pattern).escape('\\'))
    };
    let mut written = Query::select();
    written.expr(Expr::value(1));
    of_outer(&mut written).and_where(like(Expr::col((entry_alias(), entry::Column::Body))));
    Condition::any().add(like(Expr::col((thread::Entity, thread::Column::About)))).add(Expr::exists(written))
}

fn read_thread(row: thread::Model) -> Thread {
    Thread {
        id: row.id,
        owner: row.owner_id,
        office: row.office_id,
        kind: row.kind,
        subject: row.subject_id,
        person: row.person_id,
        host: row.host_id.map(|host| (host, row.host_unit_id)),
        about: row.about,
    }
}

fn read_entry(row: entry::Model) -> Option<Entry> {
    Some(Entry {
        id: row.id,
        thread: row.thread_id,
        side: Side::from_word(&row.side)?,
        author: row.author_id,
        body: row.body,
        at: row.at,
    })
}

/// What the room keeps about whoever asks, told by [`kit::own_data`]; the files themselves stay in their threads.
pub async fn own_data(tx: &Tx, oneself: Oneself) -> Result<Vec<Section>, DbErr> {
    Ok(vec![
        section::<thread::Entity>(tx, oneself, thread::Column::PersonId, &[]).await?,
        section::<entry::Entity>(tx, oneself, entry::Column::AuthorId, &[]).await?,
        section::<reading::Entity>(tx, oneself, reading::Column::PersonId, &[]).await?,
    ])
}
