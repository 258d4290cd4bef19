//! Copies to fall back on: taken while people write, restored elsewhere, refused when anybody has touched them.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Instant;

use base::PersonId;
use kit::actor::Actor;
use kit::backup::{self, BackupError, Key, Made, Rows, Tools};
use kit::blobs::Blobs;
use kit::db::{Db, Place, Tx};
use macros::both_databases;
use sea_orm::{ConnectionTrait, Statement};
use tempfile::TempDir;

use crate::testkit::{OpenRound, TestDatabase, Town, command_on};

/// Archives taken one after the other while people write.
const COPIES: usize = 3;
/// People who write at the same time.
const WRITERS: usize = 4;

fn rows_of(place: Place, owner_url: Option<String>) -> Rows {
    Rows { place, owner_url, tools: Tools::default() }
}

/// A place for archives, their key and blobs.
pub struct Shelf {
    folder: TempDir,
    key: Key,
    blobs: Blobs,
}

impl Shelf {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let blobs = Blobs::in_folder(&folder.path().join("store")).unwrap();
        Self { folder, ..Self::with(blobs) }
    }

    /// With blobs that lie elsewhere.
    pub fn with(blobs: Blobs) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (key, is_new) = Key::load_or_make(&folder.path().join("key")).unwrap();
        assert!(is_new);
        Self { folder, key, blobs }
    }

    pub fn key(&self) -> &Key {
        &self.key
    }

    pub async fn copy(&self, town: &Town) -> Made {
        let tables: Vec<&str> = migrations::tables().iter().map(|table| table.name()).collect();
        let rows = rows_of(town.place(), town.owner_url());
        backup::make(&rows, &self.blobs, &tables, &self.key, &self.folder.path().join("archives"), "test")
            .await
            .unwrap()
    }

    /// Restores into an empty place elsewhere.
    pub async fn restore(&self, archive: &Path, like: &Place) -> Result<(TestDatabase, TempDir), BackupError> {
        let (database, data) = (TestDatabase::empty_like(like).await, tempfile::tempdir().unwrap());
        let blobs = Blobs::in_folder(data.path())?;
        let rows = rows_of(database.place(), database.owner_url());
        backup::restore(archive, &self.key, &rows, &blobs, data.path()).await?;
        Ok((database, data))
    }
}

async fn texts(db: &Db, actor: &Actor, sql: &str) -> Vec<String> {
    let ask = async |tx: Tx| {
        let rows = tx.query_all_raw(Statement::from_string(tx.backend(), sql)).await?;
        Ok(rows.iter().map(|row| row.try_get_by_index(0)).collect::<Result<Vec<String>, _>>()?)
    };
    db.read(actor, ask).await.unwrap()
}

/// Writes until told to stop, and answers each acknowledged request's key with when it was acknowledged.
async fn write(
    town: Town,
    round: Arc<OpenRound>,
    student: PersonId,
    stop: Arc<AtomicBool>,
    told: Arc<AtomicU64>,
) -> Vec<(String, Instant)> {
    let reader = town.sign_in(student).await;
    let (wishes, offer) = (format!("/my/rounds/{}/wishes", round.round), round.offers[0]);
    let mut ledger = vec![];
    while !stop.load(Ordering::SeqCst) {
        let key = format!("copy-{student}-{:06}", ledger.len());
        let act = if ledger.len() % 2 == 0 { "add" } else { "remove" };
        reader.post(&wishes, [("request_key", key.clone()), ("act", format!("{act}:{offer}"))]).await.done();
        ledger.push((key, Instant::now()));
        told.fetch_add(1, Ordering::SeqCst);
    }
    ledger
}

#[both_databases]
async fn a_copy_taken_while_people_write_holds_every_receipt(town: Town) {
    let round = Arc::new(town.open_round(3, WRITERS).await);
    let shelf = Shelf::new();
    let blob = shelf.blobs.put("the file of a row").await.unwrap();
    let (stop, told) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
    let begun = Instant::now();
    let writers: Vec<_> = round
        .students
        .iter()
        .map(|student| tokio::spawn(write(town.clone(), round.clone(), *student, stop.clone(), told.clone())))
        .collect();
    let (mut copies, mut during) = (vec![], 0);
    for _ in 0..COPIES {
        let (from, before) = (Instant::now(), told.load(Ordering::SeqCst));
        copies.push((from, shelf.copy(&town).await));
        during += told.load(Ordering::SeqCst) - before;
    }
    stop.store(true, Ordering::SeqCst);
    let seconds = begun.elapsed().as_secs_f64();
    let mut ledger = vec![];
    for writer in writers {
        ledger.extend(writer.await.unwrap());
    }
    assert!(during > 0, "people wrote while copies were taken");
    tracing::info!(writes = ledger.len(), seconds, during, "written while copies were taken");
    let portal = Actor::portal(round.institution);
    for (from, made) in copies {
        let (database, data) = shelf.restore(&made.path, &town.place()).await.unwrap();
        let restored = Db::open(&database.place()).await.unwrap();
        let kept = texts(&restored, &portal, "SELECT request_key FROM answers WHERE request_key LIKE 'copy-%'").await;
        let kept: std::collections::BTreeSet<_> = kept.into_iter().collect();
        let lost: Vec<_> = ledger.iter().filter(|(key, at)| *at < from && !kept.contains(key)).collect();
        assert!(lost.is_empty(), "{} of {} receipts are not in the copy", lost.len(), ledger.len());
        // Nothing is half there: each answer has its version of the list, and each version its answer.
        let versions = "SELECT CAST(count(*) AS text) FROM wish_lists WHERE source = 'self'";
        assert_eq!(texts(&restored, &portal, versions).await, [kept.len().to_string()]);
        let blobs = Blobs::in_folder(data.path()).unwrap();
        assert_eq!(blobs.get(blob).await.unwrap(), "the file of a row");
        drop(restored);
    }
    town.run_jobs().await;
}

#[both_databases]
async fn a_restored_portal_signs_people_in_and_goes_on(town: Town) {
    let round = town.open_round(3, 1).await;
    let reader = town.sign_in(round.students[0]).await;
    let shelf = Shelf::new();
    let made = shelf.copy(&town).await;
    let (database, _data) = shelf.restore(&made.path, &town.place()).await.unwrap();
    let elsewhere = Town::on(database).await;
    elsewhere.now_is("2027-02-03 12:00");
    let same = elsewhere.nobody().with_session(&reader.session().unwrap());
    let wishes = format!("/my/rounds/{}/wishes", round.round);
    same.get(&wishes).await.shown().says("Ranger ønskene dine");
    same.post(&wishes, [("request_key", "after-restoring"), ("act", &format!("add:{}", round.offers[0]))]).await.done();
    elsewhere.run_jobs().await;
}

fn mails(town: &Town) -> usize {
    fs::read_dir(town.app().settings().mail_folder()).map_or(0, |folder| folder.count())
}

#[both_databases]
async fn what_was_restored_sends_copies_and_removes_nothing_until_it_takes_over(town: Town) {
    let organisation = town.organisation("Mjøs høgskole").await;
    let operator = town.person_at(organisation, "oda@town.example").await;
    let appoint = async |tx: Tx| operating::duty::appoint(&tx, operator).await;
    town.db().write(&Actor::portal(organisation), appoint).await.unwrap();
    // Queued when the copy is made: the real one sends it.
    town.nobody().post("/login", [("email", "oda@town.example")]).await.done();
    let shelf = Shelf::new();
    let made = shelf.copy(&town).await;
    let (database, _data) = shelf.restore(&made.path, &town.place()).await.unwrap();
    let elsewhere = Town::on(database).await;
    let blobs = elsewhere.app().part::<Blobs>();
    blobs.put("what the real one stored since").await.unwrap();
    elsewhere.later(chrono::TimeDelta::days(3));
    let routine =
        || kit::routines::Routine::new("tested", chrono::TimeDelta::hours(1), |_| async { Ok(serde_json::json!({})) });
    let left = async || kit::jobs::due(elsewhere.db()).await.unwrap();
    elsewhere.run_jobs().await;
    assert_eq!(mails(&elsewhere), 0, "the real one has sent it");
    let held = left().await;
    assert_eq!(held, [kit::mail::KIND]);
    let all = portal::house::handlers();
    let outgoing: Vec<_> = all.iter().filter(|one| one.is_outgoing()).map(kit::jobs::Handler::kind).collect();
    assert_eq!(outgoing, [kit::mail::KIND, people::webhooks::actions::JOB], "what the house sends");
    assert_eq!(kit::routines::run_due(elsewhere.app(), &[routine()]).await.unwrap(), [] as [&str; 0]);
    let swept = operating::retention::sweep(elsewhere.db(), blobs, false).await.unwrap();
    assert_eq!((swept.files, swept.left_alone), (0, Some(operating::retention::LeftAlone::Restored)));
    assert_eq!(blobs.list().await.unwrap().len(), 1);
    let (found, _) = operating::duty::examine(elsewhere.db(), elsewhere.app().settings(), false).await;
    let told = |check| found.iter().find(|finding| finding.check == check).map(|finding| finding.state);
    use operating::duty::{Check, State};
    assert_eq!((told(Check::Restored), told(Check::Jobs)), (Some(State::Watch), Some(State::Watch)));
    let page = elsewhere.sign_in(operator).await.get("/ops?lang=nb").await.shown();
    assert!(page.seen().contains("har ikke overtatt") && page.seen().contains("fotfeste take-over"), "{}", page.seen());
    assert!(operating::duty::take_over(elsewhere.db()).await.unwrap());
    assert!(!operating::duty::take_over(elsewhere.db()).await.unwrap(), "it has taken over");
    assert_eq!(kit::routines::run_due(elsewhere.app(), &[routine()]).await.unwrap(), ["tested"]);
    assert_eq!(operating::retention::sweep(elsewhere.db(), blobs, false).await.unwrap().left_alone, None);
    elsewhere.run_jobs().await;
    assert!(mails(&elsewhere) > 0 && left().await.is_empty());
    // A copy of a portal that was restored and took over is one that has not, wherever it is restored.
    let again = shelf.copy(&elsewhere).await;
    let (database, _data) = shelf.restore(&again.path, &town.place()).await.unwrap();
    let third = Db::open(&database.place()).await.unwrap();
    let since = third.read(&Actor::nobody(), async |tx: Tx| Ok(kit::restored::since(&tx).await?)).await.unwrap();
    assert_eq!(since, Some(again.manifest.made_at));
    drop(third);
    town.run_jobs().await;
}

/// What a command of the portal says on the restored database: whether it did what was asked, and all it wrote.
fn said(database: &TestDatabase, data: &Path, words: &[&str]) -> (bool, String) {
    let mut command = command_on(&database.place(), data, words[0]);
    let done = command.args(&words[1..]).stdout(Stdio::piped()).stderr(Stdio::piped()).output().unwrap();
    (done.status.success(), String::from_utf8([done.stdout, done.stderr].concat()).unwrap())
}

#[both_databases]
async fn the_commands_hold_back_what_was_restored_until_it_takes_over(town: Town) {
    town.organisation("Mjøs høgskole").await;
    let shelf = Shelf::new();
    let made = shelf.copy(&town).await;
    let (database, data) = shelf.restore(&made.path, &town.place()).await.unwrap();
    let stray = Blobs::in_folder(data.path()).unwrap().put("no row names it").await.unwrap().to_string();
    let stray = fs::File::options().write(true).open(data.path().join("blobs").join(&stray[..2]).join(&stray)).unwrap();
    stray.set_modified(std::time::SystemTime::UNIX_EPOCH).unwrap(); // long ago
    let (is_done, told) = said(&database, data.path(), &["backup"]);
    assert!(!is_done && told.contains("has not taken over"), "{told}");
    assert!(!data.path().join("backup.key").exists() && !data.path().join("backups").exists(), "something was begun");
    let (is_done, told) = said(&database, data.path(), &["purge"]);
    assert!(is_done && told.contains("files are left alone: this was restored"), "{told}");
    let (is_done, told) = said(&database, data.path(), &["take-over"]);
    assert!(is_done && told.contains("this is the portal now"), "{told}");
    let (is_done, told) = said(&database, data.path(), &["take-over"]);
    assert!(is_done && told.contains("nothing was held back"), "{told}");
    let (is_done, told) = said(&database, data.path(), &["purge"]);
    assert!(is_done && told.contains("files that no row names: 1 files") && !told.contains("left alone"), "{told}");
    town.run_jobs().await;
}

/// The archive with this file changed, re-packed as anybody could who lacks the key.
fn changed(archive: &Path, what: &str, name: &str, change: impl Fn(Vec<u8>) -> Option<Vec<u8>>) -> PathBuf {
    let mut from = zip::ZipArchive::new(fs::File::open(archive).unwrap()).unwrap();
    let path = archive.with_extension(what);
    let mut to = zip::ZipWriter::new(fs::File::create(&path).unwrap());
    for at in 0..from.len() {
        let mut inside = from.by_index(at).unwrap();
        let this = inside.name().unwrap().to_string();
        let mut content = vec![];
        inside.read_to_end(&mut content).unwrap();
        let content = if this == name { change(content) } else { Some(content) };
        if let Some(content) = content {
            to.start_file(this, zip::write::SimpleFileOptions::default()).unwrap();
            to.write_all(&content).unwrap();
        }
    }
    to.finish().unwrap();
    path
}

#[both_databases]
async fn an_archive_that_was_touched_or_made_by_another_is_refused(town: Town) {
    town.organisation("Mjøs høgskole").await;
    let shelf = Shelf::new();
    let blob = shelf.blobs.put("the file of a row").await.unwrap();
    let made = shelf.copy(&town).await;
    assert_eq!(backup::check(&made.path, &shelf.key).await.unwrap(), made.manifest);
    let database = match town.place() {
        Place::Sqlite(_) => "database.sqlite",
        Place::Postgres { .. } => "database.dump",
    };
    let flipped = |mut content: Vec<u8>| {
        let middle = content.len() / 2;
        content[middle] ^= 1;
        Some(content)
    };
    let blob = format!("blobs/{blob}");
    for name in [database, "manifest.json", "manifest.mac", &blob] {
        for (what, path) in [
            ("changed", changed(&made.path, "changed", name, flipped)),
            ("gone", changed(&made.path, "gone", name, |_| None)),
        ] {
            let told = backup::check(&path, &shelf.key).await.unwrap_err();
            let expected = match (name, what) {
                ("manifest.json" | "manifest.mac", "changed") => matches!(told, BackupError::Foreign { .. }),
                _ => matches!(told, BackupError::Broken { .. }),
            };
            assert!(expected, "{name} {what}: {told}");
            let refused = shelf.restore(&path, &town.place()).await;
            assert!(refused.is_err(), "{name} {what} was restored");
        }
    }
    let (other, _) = Key::load_or_make(&shelf.folder.path().join("other")).unwrap();
    assert!(matches!(backup::check(&made.path, &other).await, Err(BackupError::Foreign { .. })));
    let cut = made.path.with_extension("cut");
    let whole = fs::read(&made.path).unwrap();
    fs::write(&cut, &whole[..whole.len() - 100]).unwrap();
    assert!(matches!(backup::check(&cut, &shelf.key).await, Err(BackupError::Broken { .. })));
}

#[both_databases]
async fn what_is_there_already_is_never_written_over(town: Town) {
    town.organisation("Mjøs høgskole").await;
    let shelf = Shelf::new();
    let made = shelf.copy(&town).await;
    let data = tempfile::tempdir().unwrap();
    let rows = rows_of(town.place(), town.owner_url());
    let refused = backup::restore(&made.path, &shelf.key, &rows, &shelf.blobs, data.path()).await;
    assert!(matches!(refused, Err(BackupError::NotEmpty { .. })), "{refused:?}");
    assert_eq!(fs::read_dir(data.path()).unwrap().count(), 0, "something was left behind");
}

#[both_databases]
async fn the_newest_archives_are_kept(town: Town) {
    let shelf = Shelf::new();
    let folder = shelf.folder.path().join("archives");
    let mut made = vec![];
    for _ in 0..3 {
        made.push(shelf.copy(&town).await.path);
    }
    assert_eq!(backup::prune(&folder, 2).unwrap(), [made[0].clone()]);
    assert_eq!(backup::archives(&folder).unwrap(), [made[2].clone(), made[1].clone()]);
    let mut left: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    left.sort();
    let mut kept = vec![made[1].clone(), made[2].clone(), folder.join("fotfeste.keys")];
    kept.sort();
    assert_eq!(left, kept, "something half-made was left behind");
}
