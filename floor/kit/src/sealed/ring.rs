//! The installation's keys in a file of their own, and the cipher: AES-256-GCM with a fresh nonce for each value.

use std::fmt;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::{PoisonError, RwLock};

use aes_gcm::aead::{Aead, Payload};
use aes_gcm::{Aes256Gcm, Key, KeyInit, Nonce};
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use sha2::{Digest, Sha256};

use super::SealError;
use crate::chance;

/// Bytes of a key.
pub(super) const KEY_BYTES: usize = 32;
/// Bytes of a nonce.
const NONCE_BYTES: usize = 12;
/// What a key's name is made with, so that the name is a fingerprint for nothing else.
const NAMING: &[u8] = b"fotfeste sealing key 1\n";
/// No file holds more keys: two are there during a change.
pub(super) const KEYS_MAX: usize = 8;

/// Seals bytes under a key, bound to what stands beside them.
pub(super) fn encrypt(key: &[u8; KEY_BYTES], beside: &[u8], plain: &[u8]) -> Result<String, SealError> {
    let nonce: [u8; NONCE_BYTES] = chance::secret_bytes();
    let cipher = Aes256Gcm::new(&Key::<Aes256Gcm>::from(*key));
    let sealed = cipher.encrypt(&Nonce::from(nonce), Payload { msg: plain, aad: beside });
    let mut bytes = nonce.to_vec();
    bytes.extend(sealed.map_err(|_| SealError::Broken)?);
    Ok(STANDARD_NO_PAD.encode(bytes))
}

/// Opens what [`encrypt`] made, under the same key and beside the same things alone.
pub(super) fn decrypt(key: &[u8; KEY_BYTES], beside: &[u8], sealed: &str) -> Result<Vec<u8>, SealError> {
    let bytes = STANDARD_NO_PAD.decode(sealed).map_err(|_| SealError::Broken)?;
    let (nonce, sealed) = bytes.split_first_chunk::<NONCE_BYTES>().ok_or(SealError::Broken)?;
    let cipher = Aes256Gcm::new(&Key::<Aes256Gcm>::from(*key));
    cipher.decrypt(&Nonce::from(*nonce), Payload { msg: sealed, aad: beside }).map_err(|_| SealError::Broken)
}

/// One key of the installation.
#[derive(Clone)]
struct Named {
    name: String,
    key: [u8; KEY_BYTES],
}

impl Named {
    fn of(key: [u8; KEY_BYTES]) -> Self {
        let digest = Sha256::new().chain_update(NAMING).chain_update(key).finalize();
        Self { name: hex::encode(&digest[..8]), key }
    }
}

/// The installation's keys: the first seals, every one opens.
#[derive(Clone)]
pub struct Ring(Vec<Named>);

impl fmt::Debug for Ring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Ring({})", self.names().collect::<Vec<_>>().join(", "))
    }
}

impl Ring {
    /// A ring with one fresh key.
    pub fn fresh() -> Self {
        Self(vec![Named::of(chance::secret_bytes())])
    }

    /// The keys in this file, one a line, the newest first.
    /// # Errors
    /// When it cannot be read or holds something else.
    pub fn load(path: &Path) -> Result<Self, SealError> {
        let fail = |what: String| SealError::File { path: path.into(), what };
        let text = std::fs::read_to_string(path).map_err(|error| fail(format!("the key cannot be read: {error}")))?;
        let mut keys = vec![];
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let mut key = [0; KEY_BYTES];
            let read = hex::decode_to_slice(line, &mut key);
            read.map_err(|_| fail(format!("a line is {} hexadecimal digits; this one is not", KEY_BYTES * 2)))?;
            keys.push(Named::of(key));
        }
        match keys.len() {
            0 => Err(fail("there is no key in it".into())),
            1..=KEYS_MAX => Ok(Self(keys)),
            many => Err(fail(format!("there are {many} keys in it, and at most {KEYS_MAX} are read"))),
        }
    }

    /// Writes the keys into a file that is not there yet, for its owner alone. False: another process was first.
    /// # Errors
    /// When it cannot be written.
    pub fn write_new(&self, path: &Path) -> Result<bool, SealError> {
        let fail = |error: std::io::Error| SealError::File { path: path.into(), what: error.to_string() };
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder).map_err(fail)?;
        }
        let mut file = match std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => return Ok(false),
            Err(error) => return Err(fail(error)),
        };
        file.write_all(self.text().as_bytes()).and_then(|()| file.sync_all()).map_err(fail)?;
        Ok(true)
    }

    /// Writes the keys in the place of those that are there, all or nothing.
    /// # Errors
    /// When it cannot be written; the file from before is there then.
    pub fn replace(&self, path: &Path) -> Result<(), SealError> {
        let beside = path.with_extension(format!("new-{}", chance::secret_hex(4)));
        self.write_new(&beside)?;
        std::fs::rename(&beside, path).map_err(|error| SealError::File { path: path.into(), what: error.to_string() })
    }

    fn text(&self) -> String {
        self.0.iter().map(|named| hex::encode(named.key) + "\n").collect()
    }

    /// The same with a fresh key that seals from now on. None: it holds as many as it may, and drops none of them.
    pub fn with_fresh(mut self) -> Option<Self> {
        if self.0.len() >= KEYS_MAX {
            return None;
        }
        self.0.insert(0, Named::of(chance::secret_bytes()));
        Some(self)
    }

    /// The newest key alone.
    pub fn newest_alone(mut self) -> Self {
        self.0.truncate(1);
        self
    }

    /// The names of the keys, the newest first; a name opens nothing.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|named| named.name.as_str())
    }

    /// The name of the key that seals.
    pub fn newest(&self) -> &str {
        self.0.first().map_or("", |named| &named.name)
    }

    /// Wraps a person's key: the name of ours, a dot, what is sealed.
    pub(super) fn wrap(&self, beside: &[u8], key: &[u8; KEY_BYTES]) -> Result<String, SealError> {
        let named = self.0.first().ok_or(SealError::NoKey)?;
        Ok(format!("{}.{}", named.name, encrypt(&named.key, beside, key)?))
    }

    /// Unwraps a person's key.
    pub(super) fn unwrap(&self, beside: &[u8], wrapped: &str) -> Result<[u8; KEY_BYTES], SealError> {
        let (name, sealed) = wrapped.split_once('.').ok_or(SealError::Broken)?;
        let named = self.0.iter().find(|named| named.name == name);
        let named = named.ok_or_else(|| SealError::Unknown { name: name.into() })?;
        decrypt(&named.key, beside, sealed)?.try_into().map_err(|_| SealError::Broken)
    }
}

/// The ring in use. A change of the file is noticed by the first value that needs it.
pub struct Sealer {
    file: Option<PathBuf>,
    ring: RwLock<Ring>,
}

impl fmt::Debug for Sealer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sealer({:?})", self.ring())
    }
}

impl Sealer {
    /// With the keys of a file.
    /// # Errors
    /// When it cannot be read.
    pub fn of_file(path: &Path) -> Result<Self, SealError> {
        Ok(Self { file: Some(path.into()), ring: RwLock::new(Ring::load(path)?) })
    }

    /// With a ring that stands in no file: for tests, and towns that are thrown away.
    pub fn of_ring(ring: Ring) -> Self {
        Self { file: None, ring: RwLock::new(ring) }
    }

    /// The keys as they were read last.
    pub fn ring(&self) -> Ring {
        self.ring.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn read_again(&self) -> Result<Ring, SealError> {
        if let Some(path) = &self.file {
            *self.ring.write().unwrap_or_else(PoisonError::into_inner) = Ring::load(path)?;
        }
        Ok(self.ring())
    }

    /// A person's first sealed value is rare: the file is read anew, so that no key is used that was put away.
    pub(super) fn wrap(&self, beside: &[u8], key: &[u8; KEY_BYTES]) -> Result<String, SealError> {
        self.read_again()?.wrap(beside, key)
    }

    pub(super) fn unwrap(&self, beside: &[u8], wrapped: &str) -> Result<[u8; KEY_BYTES], SealError> {
        match self.ring().unwrap(beside, wrapped) {
            Err(SealError::Unknown { .. }) => self.read_again()?.unwrap(beside, wrapped),
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_under_its_key_and_beside_the_same_things_alone() {
        let (key, other) = ([1; KEY_BYTES], [2; KEY_BYTES]);
        let sealed = encrypt(&key, b"row 1", "Dialyse tre dager i uka".as_bytes()).unwrap();
        assert_eq!(decrypt(&key, b"row 1", &sealed).unwrap(), "Dialyse tre dager i uka".as_bytes());
        assert!(decrypt(&key, b"row 2", &sealed).is_err(), "another row");
        assert!(decrypt(&other, b"row 1", &sealed).is_err(), "another key");
        assert_ne!(encrypt(&key, b"row 1", b"same").unwrap(), encrypt(&key, b"row 1", b"same").unwrap());
        let mut bytes = STANDARD_NO_PAD.decode(&sealed).unwrap();
        for at in 0..bytes.len() {
            bytes[at] ^= 1;
            assert!(decrypt(&key, b"row 1", &STANDARD_NO_PAD.encode(&bytes)).is_err(), "byte {at}");
            bytes[at] ^= 1;
        }
        for odd in ["", "AAAA", "?"] {
            assert!(decrypt(&key, b"row 1", odd).is_err(), "{odd:?}");
        }
    }

    #[test]
    fn an_old_key_opens_until_it_is_put_away() {
        let old = Ring::fresh();
        let wrapped = old.wrap(b"a person", &[7; KEY_BYTES]).unwrap();
        let both = old.clone().with_fresh().unwrap();
        assert_eq!(both.unwrap(b"a person", &wrapped).unwrap(), [7; KEY_BYTES]);
        assert_ne!(both.newest(), old.newest());
        let renewed = both.wrap(b"a person", &[7; KEY_BYTES]).unwrap();
        let alone = both.newest_alone();
        assert_eq!(alone.unwrap(b"a person", &renewed).unwrap(), [7; KEY_BYTES]);
        assert!(matches!(alone.unwrap(b"a person", &wrapped), Err(SealError::Unknown { .. })));
        assert!(!format!("{alone:?}").contains(&hex::encode(alone.0[0].key)));
    }

    #[test]
    fn a_file_of_keys_is_its_owners_alone_and_is_noticed_when_it_changes() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keys").join("sealing.key");
        assert!(Ring::fresh().write_new(&path).unwrap());
        assert!(!Ring::fresh().write_new(&path).unwrap(), "a second one was written over the first");
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        let sealer = Sealer::of_file(&path).unwrap();
        sealer.ring().with_fresh().unwrap().replace(&path).unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        let wrapped = Sealer::of_file(&path).unwrap().wrap(b"", &[1; KEY_BYTES]).unwrap();
        assert_eq!(sealer.unwrap(b"", &wrapped).unwrap(), [1; KEY_BYTES], "the new key was not noticed");
        for odd in ["", "abc\n", "zz"] {
            std::fs::write(&path, odd).unwrap();
            assert!(matches!(Ring::load(&path), Err(SealError::File { .. })), "{odd:?}");
        }
    }
}
