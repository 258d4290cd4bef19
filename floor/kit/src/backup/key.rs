//! The operator's key: whoever lacks it can neither make an archive that is taken nor change one unnoticed.

use std::fmt;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::BackupError;
use crate::chance;

/// What the key is used for, so that a signature of one thing is none of another.
const PURPOSE: &[u8] = b"fotfeste backup manifest 1\n";
/// Bytes of a key.
const BYTES: usize = 32;

/// A key of 256 bits, kept as hex in a file of its own.
#[derive(Clone)]
pub struct Key([u8; BYTES]);

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(hidden)")
    }
}

impl Key {
    /// The key in this file.
    /// # Errors
    /// When it cannot be read or is no key.
    pub fn load(path: &Path) -> Result<Self, BackupError> {
        let text = std::fs::read_to_string(path).map_err(|error| BackupError::Key {
            path: path.into(),
            what: format!("the key cannot be read: {error}; name the file that holds it by --key or backup.key_file"),
        })?;
        let mut bytes = [0; BYTES];
        hex::decode_to_slice(text.trim(), &mut bytes).map_err(|_| BackupError::Key {
            path: path.into(),
            what: format!("a key is {} hexadecimal digits; this file holds something else", BYTES * 2),
        })?;
        Ok(Self(bytes))
    }

    /// The key in this file, made when there is none. True: it was made, and a copy must be kept elsewhere.
    /// # Errors
    /// When it can be neither read nor made.
    pub fn load_or_make(path: &Path) -> Result<(Self, bool), BackupError> {
        if path.exists() {
            return Ok((Self::load(path)?, false));
        }
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            std::fs::create_dir_all(folder).map_err(BackupError::file(folder))?;
        }
        let made = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
        let mut file = match made {
            Ok(file) => file,
            // Another process of the portal was first.
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => return Ok((Self::load(path)?, false)),
            Err(error) => return Err(BackupError::file(path)(error)),
        };
        let key = Self(chance::secret_bytes());
        let written = writeln!(file, "{}", hex::encode(key.0)).and_then(|()| file.sync_all());
        written.map_err(BackupError::file(path))?;
        Ok((key, true))
    }

    /// What the holder of the key says about these bytes.
    pub(super) fn sign(&self, bytes: &[u8]) -> String {
        hex::encode(self.mac(bytes).finalize().into_bytes())
    }

    /// Whether the holder of the key said that about these bytes; takes as long for a near miss as for a far one.
    pub(super) fn signed(&self, bytes: &[u8], signature: &str) -> bool {
        let given = hex::decode(signature.trim()).unwrap_or_default();
        self.mac(bytes).verify_slice(&given).is_ok()
    }

    fn mac(&self, bytes: &[u8]) -> Hmac<Sha256> {
        #[expect(clippy::expect_used, reason = "HMAC takes keys of every length")]
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("a key of 32 bytes");
        mac.update(PURPOSE);
        mac.update(bytes);
        mac
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_holds_for_its_bytes_and_its_key_alone() {
        let (one, other) = (Key([1; BYTES]), Key([2; BYTES]));
        let signature = one.sign(b"rows");
        assert!(one.signed(b"rows", &signature));
        assert!(!one.signed(b"row", &signature) && !other.signed(b"rows", &signature) && !one.signed(b"rows", "00"));
    }
}
