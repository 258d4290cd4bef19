//! Files too large for a row: stored under the hash of what they hold, in a folder or in a bucket that speaks S3.
//!
//! A blob never changes and is stored before the row that names it, so a row never names one that is not there. Reading
//! hashes again: what a store has damaged is an error, not a file.

use std::fmt;
use std::path::Path as FilePath;
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use base::Moment;
use bytes::Bytes;
use futures_util::future::ready;
use futures_util::stream::{self, BoxStream};
use futures_util::{StreamExt, TryStreamExt};
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{BackoffConfig, ClientOptions, ObjectMeta, ObjectStore, ObjectStoreExt, PutPayload, RetryConfig};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::fault::{Fault, Lack};
use crate::settings::{BlobStore, Settings};

/// A store that is silent for this long is not there.
const STORE_SILENT: Duration = Duration::from_secs(30);
/// Tries at one request, the first included.
const RETRIES: usize = 3;
/// What is no larger is looked through before any of it is handed on.
const WHOLE_BYTES_MAX: u64 = 1024 * 1024;
/// Everything stands below this in the store, so that a bucket can hold other things too.
const BELOW: &str = "blobs";

/// The name of a blob: SHA-256 of what it holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BlobId([u8; 32]);

impl BlobId {
    /// The name of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The name written as 64 hexadecimal digits.
    pub fn of_hex(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        hex::decode_to_slice(text, &mut bytes).ok().map(|()| Self(bytes))
    }
}

impl fmt::Display for BlobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for BlobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BlobId({self})")
    }
}

impl FromStr for BlobId {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        Self::of_hex(text).ok_or_else(|| format!("{text:?} is no name of a blob"))
    }
}

impl TryFrom<String> for BlobId {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<BlobId> for String {
    fn from(id: BlobId) -> Self {
        id.to_string()
    }
}

/// Why a blob could not be stored or read.
#[derive(Debug, thiserror::Error)]
pub enum BlobError {
    /// The store itself
    #[error("the blob store {store}: {error}")]
    Store {
        /// Which
        store: String,
        /// What it says
        error: String,
    },
    /// No room is left in it
    #[error("the blob store {store} is full: {error}")]
    Full {
        /// Which
        store: String,
        /// What it says
        error: String,
    },
    /// It holds something else than its name says
    #[error("the blob {id} is damaged in {store}: take it from a copy")]
    Damaged {
        /// Which blob
        id: BlobId,
        /// Where
        store: String,
    },
    /// It is not there
    #[error("the blob {id} is not in {store}: take it from a copy")]
    Missing {
        /// Which blob
        id: BlobId,
        /// Where
        store: String,
    },
}

/// A blob as it lies in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lying {
    /// Which
    pub id: BlobId,
    /// How large it is
    pub bytes: u64,
}

/// The blob store. Cheap to clone.
#[derive(Clone)]
pub struct Blobs(Arc<Inner>);

struct Inner {
    store: Box<dyn ObjectStore>,
    name: String,
}

impl Blobs {
    /// The store that the settings name. A bucket is not asked before the first blob.
    /// # Errors
    /// When the folder cannot be made or the address cannot be used.
    pub fn open(settings: &Settings) -> Result<Self, BlobError> {
        match settings.blobs.store {
            BlobStore::Folder => Self::in_folder(&settings.blob_folder()),
            BlobStore::S3 => Self::in_bucket(settings),
        }
    }

    /// A folder of blobs, made when it is missing.
    /// # Errors
    /// When it cannot be made.
    pub fn in_folder(folder: &FilePath) -> Result<Self, BlobError> {
        let name = format!("the folder {}", folder.display());
        let fail = |error: String| BlobError::Store { store: name.clone(), error };
        std::fs::create_dir_all(folder).map_err(|error| fail(error.to_string()))?;
        let store = LocalFileSystem::new_with_prefix(folder).map_err(|error| fail(error.to_string()))?;
        // What was acknowledged survives a power cut.
        Ok(Self(Arc::new(Inner { store: Box::new(store.with_fsync(true)), name })))
    }

    fn in_bucket(settings: &Settings) -> Result<Self, BlobError> {
        let set = &settings.blobs;
        let name = format!("the bucket {}", set.s3_bucket);
        let client = ClientOptions::new().with_timeout(STORE_SILENT).with_allow_http(settings.blobs_unencrypted());
        let retries = RetryConfig {
            backoff: BackoffConfig::default(),
            max_retries: RETRIES,
            retry_timeout: STORE_SILENT.saturating_mul(2),
        };
        let mut builder = AmazonS3Builder::new()
            .with_endpoint(&set.s3_endpoint)
            .with_bucket_name(&set.s3_bucket)
            .with_region(&set.s3_region)
            .with_client_options(client)
            .with_retry(retries);
        if let (Some(user), Some(secret)) = (&set.s3_access_key, &set.s3_secret_key) {
            builder = builder.with_access_key_id(user).with_secret_access_key(secret.reveal());
        }
        let store =
            builder.build().map_err(|error| BlobError::Store { store: name.clone(), error: error.to_string() })?;
        Ok(Self(Arc::new(Inner { store: Box::new(store), name })))
    }

    /// Stores these bytes, once however often they come.
    /// # Errors
    /// [`BlobError::Store`]
    pub async fn put(&self, bytes: impl Into<Bytes>) -> Result<BlobId, BlobError> {
        let bytes = bytes.into();
        let id = BlobId::of(&bytes);
        self.0.store.put(&place(id), PutPayload::from_bytes(bytes)).await.map_err(|error| self.failed(&error))?;
        Ok(id)
    }

    /// What was stored under this name.
    /// # Errors
    /// [`BlobError`], also when the store gives back something else.
    pub async fn get(&self, id: BlobId) -> Result<Bytes, BlobError> {
        let found = match self.0.store.get(&place(id)).await {
            Err(object_store::Error::NotFound { .. }) => {
                return Err(BlobError::Missing { id, store: self.0.name.clone() });
            }
            found => found.map_err(|error| self.failed(&error))?,
        };
        let bytes = found.bytes().await.map_err(|error| self.failed(&error))?;
        if BlobId::of(&bytes) == id { Ok(bytes) } else { Err(BlobError::Damaged { id, store: self.0.name.clone() }) }
    }

    /// Every blob, by name.
    /// # Errors
    /// [`BlobError::Store`]
    pub async fn list(&self) -> Result<Vec<BlobId>, BlobError> {
        let all: Vec<_> =
            self.0.store.list(Some(&Path::from(BELOW))).try_collect().await.map_err(|error| self.failed(&error))?;
        let mut ids: Vec<BlobId> =
            all.iter().filter_map(|meta| BlobId::of_hex(meta.location.filename().unwrap_or_default())).collect();
        ids.sort();
        Ok(ids)
    }

    /// Every blob that was last written before this moment, by name.
    /// # Errors
    /// [`BlobError::Store`]
    pub async fn written_before(&self, moment: Moment) -> Result<Vec<Lying>, BlobError> {
        let read = |meta: &ObjectMeta| {
            let id = BlobId::of_hex(meta.location.filename().unwrap_or_default())?;
            (meta.last_modified < moment).then_some(Lying { id, bytes: meta.size })
        };
        let all: Vec<_> =
            self.0.store.list(Some(&Path::from(BELOW))).try_collect().await.map_err(|error| self.failed(&error))?;
        let mut lying: Vec<Lying> = all.iter().filter_map(read).collect();
        lying.sort_by_key(|one| one.id);
        Ok(lying)
    }

    /// When a blob was last written; none when it is not there. Storing it once more counts.
    /// # Errors
    /// [`BlobError::Store`]
    pub async fn written_at(&self, id: BlobId) -> Result<Option<Moment>, BlobError> {
        match self.0.store.head(&place(id)).await {
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            found => Ok(Some(found.map_err(|error| self.failed(&error))?.last_modified)),
        }
    }

    /// Removes a blob that no row names any more. One that is not there is no fault.
    /// # Errors
    /// [`BlobError::Store`]
    pub async fn remove(&self, id: BlobId) -> Result<(), BlobError> {
        match self.0.store.delete(&place(id)).await {
            Err(object_store::Error::NotFound { .. }) => Ok(()),
            done => done.map_err(|error| self.failed(&error)),
        }
    }

    /// Stores a blob, reads it back and removes it: whether the store can be used.
    /// # Errors
    /// [`BlobError`]
    pub async fn probe(&self) -> Result<(), BlobError> {
        let id = self.put(format!("probe {}", crate::chance::secret_hex(16))).await?;
        self.get(id).await?;
        self.remove(id).await
    }

    /// What was stored under this name, to hand on, and how many bytes it is. What is small is looked through before; the
    /// rest comes piece by piece, so that a slow reader holds little of it, and its last piece only once all of it is
    /// what its name says: a damaged one breaks off.
    /// # Errors
    /// As [`Blobs::get`].
    pub async fn hand_on(&self, id: BlobId) -> Result<(u64, BoxStream<'static, Result<Bytes, BlobError>>), BlobError> {
        let bytes = self.lying(id).await?;
        if bytes <= WHOLE_BYTES_MAX {
            let whole = self.get(id).await?;
            return Ok((whole.len() as u64, stream::once(ready(Ok(whole))).boxed()));
        }
        let found = self.0.store.get(&place(id)).await.map_err(|error| self.failed(&error))?;
        let blobs = self.clone();
        let pieces = found.into_stream().map_err(move |error| blobs.failed(&error));
        let last = Handing { pieces: pieces.boxed(), hash: Sha256::new(), held: None, id, store: self.0.name.clone() };
        Ok((bytes, stream::try_unfold(last, Handing::next).boxed()))
    }

    async fn lying(&self, id: BlobId) -> Result<u64, BlobError> {
        match self.0.store.head(&place(id)).await {
            Ok(meta) => Ok(meta.size),
            Err(object_store::Error::NotFound { .. }) => Err(BlobError::Missing { id, store: self.0.name.clone() }),
            Err(error) => Err(self.failed(&error)),
        }
    }

    /// What it is called in reports.
    pub fn name(&self) -> &str {
        &self.0.name
    }

    fn failed(&self, error: &object_store::Error) -> BlobError {
        let (store, text) = (self.0.name.clone(), error.to_string());
        match is_full(error) {
            true => BlobError::Full { store, error: text },
            false => BlobError::Store { store, error: text },
        }
    }
}

/// Whether a disk, a quota or a limit on files is behind it.
fn is_full(error: &(dyn std::error::Error + 'static)) -> bool {
    use std::io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull};
    let here = error.downcast_ref::<std::io::Error>();
    // An error of the system may stand within one, and says its kind itself.
    let full = here.is_some_and(|error| matches!(error.kind(), StorageFull | QuotaExceeded | FileTooLarge));
    full || error.source().is_some_and(is_full)
}

impl From<BlobError> for Fault {
    fn from(error: BlobError) -> Self {
        match &error {
            BlobError::Full { .. } => Self::Lacking(Lack::Space, error.to_string()),
            BlobError::Store { .. } => Self::Lacking(Lack::Files, error.to_string()),
            BlobError::Damaged { .. } | BlobError::Missing { .. } => Self::ours(error),
        }
    }
}

/// Two digits more make folders that stay small.
fn place(id: BlobId) -> Path {
    let name = id.to_string();
    Path::from_iter([BELOW, &name[..2], &name])
}

/// A blob on its way out.
struct Handing {
    pieces: BoxStream<'static, Result<Bytes, BlobError>>,
    hash: Sha256,
    /// Not handed on yet
    held: Option<Bytes>,
    id: BlobId,
    store: String,
}

impl Handing {
    async fn next(mut self) -> Result<Option<(Bytes, Self)>, BlobError> {
        while let Some(piece) = self.pieces.try_next().await? {
            self.hash.update(&piece);
            if let Some(before) = self.held.replace(piece) {
                return Ok(Some((before, self)));
            }
        }
        if BlobId(self.hash.clone().finalize().into()) != self.id {
            tracing::error!(target: "fault", blob = %self.id, store = self.store, "a blob is damaged: take it from a copy");
            return Err(BlobError::Damaged { id: self.id, store: self.store });
        }
        Ok(self.held.take().map(|last| (last, self)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> (std::path::PathBuf, Blobs) {
        let folder = std::env::temp_dir().join(format!("fotfeste-blobs-{}", crate::chance::secret_hex(8)));
        let blobs = Blobs::in_folder(&folder).unwrap();
        (folder, blobs)
    }

    #[tokio::test]
    async fn a_blob_is_found_by_its_hash_and_stored_once() {
        let (folder, blobs) = folder();
        let id = blobs.put("Ærlig").await.unwrap();
        assert_eq!((blobs.put("Ærlig").await.unwrap(), blobs.list().await.unwrap()), (id, vec![id]));
        assert_eq!(blobs.get(id).await.unwrap(), "Ærlig".as_bytes());
        blobs.remove(id).await.unwrap();
        blobs.remove(id).await.unwrap();
        assert!(matches!(blobs.get(id).await, Err(BlobError::Missing { .. })));
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[tokio::test]
    async fn a_store_that_cannot_write_is_a_lack_and_works_again_when_it_can() {
        let (folder, blobs) = folder();
        std::fs::remove_dir_all(&folder).unwrap();
        std::fs::write(&folder, "in the way").unwrap();
        let refused = Fault::from(blobs.put("Ærlig").await.unwrap_err());
        assert_eq!(refused.lack(), Some(Lack::Files), "{refused:?}");
        std::fs::remove_file(&folder).unwrap();
        std::fs::create_dir(&folder).unwrap();
        let id = blobs.put("Ærlig").await.unwrap();
        assert_eq!(blobs.get(id).await.unwrap(), "Ærlig".as_bytes());
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[tokio::test]
    async fn what_is_large_is_handed_on_in_pieces_and_breaks_off_when_it_is_damaged() {
        let (folder, blobs) = folder();
        let large: Vec<u8> = (0..3_000_000_u32).map(|number| (number % 251) as u8).collect();
        let id = blobs.put(large.clone()).await.unwrap();
        let (bytes, pieces) = blobs.hand_on(id).await.unwrap();
        let pieces: Vec<Bytes> = pieces.try_collect().await.unwrap();
        assert_eq!((bytes, pieces.concat() == large), (3_000_000, true));
        assert!(pieces.len() > 1, "all of it came as one piece");
        let mut damaged = large.clone();
        damaged[1] ^= 1;
        std::fs::write(folder.join(place(id).to_string()), &damaged).unwrap();
        let (_, pieces) = blobs.hand_on(id).await.unwrap();
        let handed: Vec<_> = pieces.collect().await;
        assert!(matches!(handed.last(), Some(Err(BlobError::Damaged { .. }))));
        let whole: usize = handed.iter().flatten().map(Bytes::len).sum();
        assert!(whole < large.len(), "all of a damaged blob was handed on");
        let small = blobs.put("small").await.unwrap();
        std::fs::write(folder.join(place(small).to_string()), "smull").unwrap();
        assert!(matches!(blobs.hand_on(small).await.err(), Some(BlobError::Damaged { .. })));
        let gone = BlobId::of(b"never stored");
        assert!(matches!(blobs.hand_on(gone).await.err(), Some(BlobError::Missing { .. })));
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_full_disk_is_found_however_deep_it_is_told() {
        #[derive(Debug, thiserror::Error)]
        #[error("outside")]
        struct Outside(#[source] std::io::Error);
        let at = |kind| Outside(std::io::Error::from(kind));
        for kind in [std::io::ErrorKind::StorageFull, std::io::ErrorKind::QuotaExceeded] {
            assert!(is_full(&at(kind)), "{kind}");
        }
        assert!(is_full(&at(std::io::Error::from_raw_os_error(27).kind())), "a limit on the size of files");
        assert!(!is_full(&at(std::io::ErrorKind::PermissionDenied)));
    }

    #[tokio::test]
    async fn a_damaged_blob_is_not_given_out() {
        let (folder, blobs) = folder();
        let id = blobs.put("whole").await.unwrap();
        std::fs::write(folder.join(place(id).to_string()), "half").unwrap();
        assert!(matches!(blobs.get(id).await, Err(BlobError::Damaged { .. })));
        std::fs::remove_dir_all(folder).unwrap();
    }
}
