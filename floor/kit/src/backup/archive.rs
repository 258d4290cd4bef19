//! The archive as a file: written once, front to back, and read back before anybody is told that it is there.

use std::collections::BTreeSet;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use tokio::runtime::Handle;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::manifest::{Engine, Entry, FORMAT, Manifest};
use super::{BackupError, Copied, Key};
use crate::blobs::{BlobError, BlobId, Blobs};

const MANIFEST: &str = "manifest.json";
const SIGNATURE: &str = "manifest.mac";
/// Blobs stand below this in the archive.
pub(super) const BLOBS: &str = "blobs/";
/// A manifest names every blob: this is room for half a million.
const MANIFEST_BYTES_MAX: u64 = 64 * 1024 * 1024;
/// Read and written at a time.
const CHUNK: usize = 256 * 1024;

fn database_name(engine: Engine) -> &'static str {
    match engine {
        Engine::Sqlite => "database.sqlite",
        Engine::Postgres => "database.dump",
    }
}

/// Packs what was copied and every blob into a file of the workshop.
pub(super) async fn write(
    engine: Engine,
    copied: Copied,
    blobs: &Blobs,
    key: &Key,
    workshop: &Path,
    program: &str,
) -> Result<PathBuf, BackupError> {
    // After the database was copied: a blob is stored before the row that names it, so none of them is missing.
    let listed = blobs.list().await?.into_iter().collect();
    pack(engine, copied, listed, blobs, key, workshop, program).await
}

async fn pack(
    engine: Engine,
    copied: Copied,
    listed: BTreeSet<BlobId>,
    blobs: &Blobs,
    key: &Key,
    workshop: &Path,
    program: &str,
) -> Result<PathBuf, BackupError> {
    let path = workshop.join("archive");
    let (blobs, key, at, program) = (blobs.clone(), key.clone(), path.clone(), program.to_owned());
    let run = Handle::current();
    blocking(move || {
        let mut file = Writing::begin(&at)?;
        // A dump of PostgreSQL is compressed already.
        let method = if engine == Engine::Sqlite { CompressionMethod::Deflated } else { CompressionMethod::Stored };
        let mut database = File::open(&copied.file).map_err(BackupError::file(&copied.file))?;
        file.add(database_name(engine), method, &mut database)?;
        // One that was swept away and given back while the list was made is named by its row.
        let ids: BTreeSet<BlobId> = listed.iter().chain(&copied.named).copied().collect();
        for id in ids {
            let bytes = match run.block_on(blobs.get(id)) {
                // It lay there a moment ago, no row names it, and it was swept away meanwhile. One that a row names is
                // no such file: without it this would be a copy that does not hold everything.
                Err(BlobError::Missing { .. }) if !copied.named.contains(&id) => continue,
                // The store lost it long ago. Everything else is copied all the same.
                Err(error @ BlobError::Missing { .. }) if !listed.contains(&id) => {
                    tracing::error!(%error, "a row names a file that is not there, and no copy holds it");
                    continue;
                }
                found => found?,
            };
            file.add(&format!("{BLOBS}{id}"), CompressionMethod::Deflated, &mut bytes.as_ref())?;
        }
        let Copied { made_at, schema, tables, .. } = copied;
        let files = std::mem::take(&mut file.entries);
        file.end(&Manifest { format: FORMAT, program, made_at, engine, schema, tables, files }, &key)
    })
    .await?;
    Ok(path)
}

/// An archive under construction.
struct Writing {
    path: PathBuf,
    zip: ZipWriter<File>,
    entries: Vec<Entry>,
}

impl Writing {
    fn begin(path: &Path) -> Result<Self, BackupError> {
        let made = OpenOptions::new().write(true).read(true).create_new(true).mode(0o600).open(path);
        let zip = ZipWriter::new(made.map_err(BackupError::file(path))?);
        Ok(Self { path: path.into(), zip, entries: vec![] })
    }

    fn start(&mut self, name: &str, method: CompressionMethod) -> Result<(), BackupError> {
        let options = SimpleFileOptions::default().compression_method(method).large_file(true).unix_permissions(0o600);
        let options = if method == CompressionMethod::Deflated { options.compression_level(Some(1)) } else { options };
        self.zip.start_file(name, options).map_err(|error| BackupError::file(&self.path)(error.into()))
    }

    fn add(&mut self, name: &str, method: CompressionMethod, from: &mut impl Read) -> Result<(), BackupError> {
        self.start(name, method)?;
        let (bytes, sha256) = pour(from, &mut self.zip, u64::MAX).map_err(BackupError::file(&self.path))?;
        self.entries.push(Entry { name: name.into(), bytes, sha256 });
        Ok(())
    }

    fn end(mut self, manifest: &Manifest, key: &Key) -> Result<(), BackupError> {
        let fail = || BackupError::file(&self.path);
        let text = serde_json::to_vec_pretty(manifest).map_err(|error| fail()(error.into()))?;
        for (name, content) in [(MANIFEST, text.as_slice()), (SIGNATURE, key.sign(&text).as_bytes())] {
            self.start(name, CompressionMethod::Stored)?;
            self.zip.write_all(content).map_err(BackupError::file(&self.path))?;
        }
        let path = self.path.clone();
        let file = self.zip.finish().map_err(|error| BackupError::file(&path)(error.into()))?;
        file.sync_all().map_err(BackupError::file(&path))
    }
}

/// Copies, counts and hashes. Stops with an error beyond `most` bytes.
fn pour(from: &mut impl Read, to: &mut impl Write, most: u64) -> io::Result<(u64, String)> {
    let (mut hash, mut length, mut chunk) = (Sha256::new(), 0_u64, vec![0; CHUNK]);
    loop {
        let got = from.read(&mut chunk)?;
        if got == 0 {
            return Ok((length, hex::encode(hash.finalize())));
        }
        length += got as u64;
        if length > most {
            return Err(io::Error::other(format!("longer than the {most} bytes that the manifest says")));
        }
        hash.update(&chunk[..got]);
        to.write_all(&chunk[..got])?;
    }
}

/// What the archive says about itself, when its holder's key says the same.
pub(super) async fn manifest(path: &Path, key: &Key) -> Result<Manifest, BackupError> {
    let (path, key) = (path.to_path_buf(), key.clone());
    blocking(move || {
        let mut zip = open(&path)?;
        let text = small(&mut zip, &path, MANIFEST)?;
        let signature = String::from_utf8_lossy(&small(&mut zip, &path, SIGNATURE)?).into_owned();
        if !key.signed(&text, &signature) {
            return Err(BackupError::Foreign { path });
        }
        let broken = |what: String| BackupError::Broken { path: path.clone(), what };
        let manifest: Manifest =
            serde_json::from_slice(&text).map_err(|error| broken(format!("the manifest cannot be read: {error}")))?;
        if manifest.format != FORMAT {
            return Err(broken(format!("it has layout {}, this portal reads {FORMAT}", manifest.format)));
        }
        let own = [MANIFEST, SIGNATURE].map(ToOwned::to_owned);
        let named: BTreeSet<String> = manifest.files.iter().map(|file| file.name.clone()).chain(own).collect();
        let held: BTreeSet<String> = zip
            .file_names()
            .map(|name| name.map(|name| name.into_owned()))
            .collect::<Result<_, _>>()
            .map_err(|error| broken(format!("a name in it cannot be read: {error}")))?;
        if let Some(name) = named.symmetric_difference(&held).next() {
            return Err(broken(format!("{name} is in the archive or in its manifest, not in both")));
        }
        Ok(manifest)
    })
    .await
}

/// The database of the archive, verified, in a file of the workshop.
pub(super) async fn extract_database(
    path: &Path,
    manifest: &Manifest,
    workshop: &Path,
) -> Result<PathBuf, BackupError> {
    let name = database_name(manifest.engine);
    let entry = manifest.files.iter().find(|file| file.name == name).cloned();
    let (path, to) = (path.to_path_buf(), workshop.join(name).with_extension("restored"));
    blocking(move || {
        let missing = || BackupError::Broken { path: path.clone(), what: format!("{name} is not in it") };
        let entry = entry.ok_or_else(missing)?;
        let made = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&to);
        let mut file = made.map_err(BackupError::file(&to))?;
        read_out(&mut open(&path)?, &path, &entry, &mut file)?;
        file.sync_all().map_err(BackupError::file(&to))?;
        Ok(to)
    })
    .await
}

/// Every blob has its hash, which is its name.
pub(super) async fn verify_blobs(path: &Path, manifest: &Manifest) -> Result<(), BackupError> {
    each_blob(path, manifest, |_, _| Ok(())).await
}

/// Stores every blob of the archive.
pub(super) async fn put_blobs(path: &Path, manifest: &Manifest, blobs: &Blobs) -> Result<(), BackupError> {
    let (run, blobs) = (Handle::current(), blobs.clone());
    each_blob(path, manifest, move |_, bytes| Ok(run.block_on(blobs.put(bytes)).map(drop)?)).await
}

async fn each_blob(
    path: &Path,
    manifest: &Manifest,
    mut work: impl FnMut(BlobId, Vec<u8>) -> Result<(), BackupError> + Send + 'static,
) -> Result<(), BackupError> {
    let entries: Vec<Entry> = manifest.files.iter().filter(|file| file.name.starts_with(BLOBS)).cloned().collect();
    let path = path.to_path_buf();
    blocking(move || {
        let mut zip = open(&path)?;
        for entry in entries {
            let id = BlobId::of_hex(entry.name.trim_start_matches(BLOBS)).filter(|id| id.to_string() == entry.sha256);
            let other = || BackupError::Broken { path: path.clone(), what: format!("{} is not its hash", entry.name) };
            let id = id.ok_or_else(other)?;
            let mut bytes = vec![];
            read_out(&mut zip, &path, &entry, &mut bytes)?;
            work(id, bytes)?;
        }
        Ok(())
    })
    .await
}

fn read_out(zip: &mut ZipArchive<File>, path: &Path, entry: &Entry, to: &mut impl Write) -> Result<(), BackupError> {
    let broken = |what: String| BackupError::Broken { path: path.into(), what };
    let mut inside = zip.by_name(&entry.name).map_err(|error| broken(format!("{}: {error}", entry.name)))?;
    let (bytes, sha256) =
        pour(&mut inside, to, entry.bytes).map_err(|error| broken(format!("{}: {error}", entry.name)))?;
    if (bytes, sha256.as_str()) != (entry.bytes, entry.sha256.as_str()) {
        return Err(broken(format!("{} is not what the manifest says", entry.name)));
    }
    Ok(())
}

fn open(path: &Path) -> Result<ZipArchive<File>, BackupError> {
    let file = File::open(path).map_err(BackupError::file(path))?;
    ZipArchive::new(file)
        .map_err(|error| BackupError::Broken { path: path.into(), what: format!("no archive: {error}") })
}

fn small(zip: &mut ZipArchive<File>, path: &Path, name: &str) -> Result<Vec<u8>, BackupError> {
    let broken = |what: String| BackupError::Broken { path: path.into(), what };
    let inside = zip.by_name(name).map_err(|error| broken(format!("{name}: {error}")))?;
    let mut content = vec![];
    let read = inside.take(MANIFEST_BYTES_MAX).read_to_end(&mut content);
    read.map_err(|error| broken(format!("{name}: {error}")))?;
    Ok(content)
}

/// A name in a folder lasts only once the folder itself is on the disk.
pub(super) fn flush_folder(folder: &Path) -> Result<(), BackupError> {
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(BackupError::file(folder))
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, BackupError> + Send + 'static,
) -> Result<T, BackupError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => done,
        Err(error) => std::panic::resume_unwind(error.into_panic()),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use base::Moment;

    use super::*;

    #[tokio::test(flavor = "multi_thread")]
    async fn a_file_that_goes_while_it_is_copied_is_left_out_only_when_no_row_names_it() {
        let folder = tempfile::tempdir().unwrap();
        let blobs = Blobs::in_folder(&folder.path().join("store")).unwrap();
        let (key, _) = Key::load_or_make(&folder.path().join("key")).unwrap();
        let (there, gone) = (blobs.put("there").await.unwrap(), BlobId::of(b"gone"));
        let packed = async |listed: &[BlobId], named: &[BlobId]| {
            let workshop = tempfile::tempdir_in(&folder).unwrap();
            let file = workshop.path().join("database");
            std::fs::write(&file, "rows").unwrap();
            let named: HashSet<BlobId> = named.iter().copied().collect();
            let copied = Copied { file, made_at: Moment::default(), schema: vec![], tables: vec![], named };
            let listed = listed.iter().copied().collect();
            let path = pack(Engine::Sqlite, copied, listed, &blobs, &key, workshop.path(), "test").await?;
            manifest(&path, &key).await.map(|manifest| manifest.blobs())
        };
        assert_eq!(packed(&[there, gone], &[there]).await.unwrap(), 1, "nobody names what was swept away");
        let refused = packed(&[there, gone], &[there, gone]).await;
        assert!(matches!(refused, Err(BackupError::Blob(BlobError::Missing { .. }))), "{refused:?}");
        assert_eq!(packed(&[], &[there]).await.unwrap(), 1, "given back after the list was made");
        assert_eq!(packed(&[there], &[there, gone]).await.unwrap(), 1, "lost long ago, and no reason to copy nothing");
    }
}
