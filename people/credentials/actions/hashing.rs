//! Passwords are hashed slowly on purpose, a few at a time, beside the threads that answer pages.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use kit::chance;
use kit::fault::Fault;
use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::credentials::model::CredentialError;

/// So many are hashed side by side.
const AT_ONCE: usize = 2;
/// So many more wait; who comes later is told to come back.
const WAITING_MAX: usize = 128;
/// Nobody waits longer.
const WAIT_MAX: Duration = Duration::from_secs(10);
/// 19 MiB, two passes, one lane: what OWASP's cheat sheet asks of argon2id (ASVS 11.4.2).
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;

/// The queue of everything that is hashed slowly. Cheap to clone.
#[derive(Clone)]
pub struct Hashing(Arc<Inner>);

struct Inner {
    permits: Arc<Semaphore>,
    waiting: AtomicUsize,
    busiest: AtomicUsize,
    running: AtomicUsize,
}

impl Default for Hashing {
    fn default() -> Self {
        Self(Arc::new(Inner {
            permits: Arc::new(Semaphore::new(AT_ONCE)),
            waiting: AtomicUsize::new(0),
            busiest: AtomicUsize::new(0),
            running: AtomicUsize::new(0),
        }))
    }
}

impl Hashing {
    /// What to store of a secret.
    /// # Errors
    /// [`CredentialError::Busy`].
    pub async fn hash(&self, secret: &str) -> Result<String, Fault> {
        let secret = secret.to_owned();
        self.run(move || {
            let salt = chance::secret_bytes::<16>();
            let hash: PasswordHash =
                hasher()?.hash_password_with_salt(secret.as_bytes(), &salt).map_err(Fault::ours)?;
            Ok(hash.to_string())
        })
        .await
    }

    /// Whether the secret is the one of which this was stored. Without anything stored the same work is done, so that
    /// the time does not tell whether there was something.
    /// # Errors
    /// [`CredentialError::Busy`].
    pub async fn holds(&self, secret: &str, stored: Option<&str>) -> Result<bool, Fault> {
        let (secret, stored) = (secret.to_owned(), stored.map(ToOwned::to_owned));
        self.run(move || {
            let Some(stored) = stored else {
                let hash: PasswordHash =
                    hasher()?.hash_password_with_salt(secret.as_bytes(), &[7; 16]).map_err(Fault::ours)?;
                std::hint::black_box(hash);
                return Ok(false);
            };
            let stored = PasswordHash::new(&stored).map_err(Fault::ours)?;
            Ok(Argon2::default().verify_password(secret.as_bytes(), &stored).is_ok())
        })
        .await
    }

    /// The most that were hashed side by side so far. For tests.
    pub fn busiest(&self) -> usize {
        self.0.busiest.load(Ordering::SeqCst)
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        let _place = Waiting::of(&self.0)?;
        let permit =
            timeout(WAIT_MAX, self.0.permits.clone().acquire_owned()).await.map_err(|_| CredentialError::Busy)?;
        let permit = permit.map_err(Fault::ours)?;
        let inner = self.0.clone();
        let counted = move || {
            let running = inner.running.fetch_add(1, Ordering::SeqCst) + 1;
            inner.busiest.fetch_max(running, Ordering::SeqCst);
            let done = work();
            inner.running.fetch_sub(1, Ordering::SeqCst);
            drop(permit); // given back by the work itself: a reader who goes away does not let another one in beside it
            done
        };
        tokio::task::spawn_blocking(counted).await.map_err(Fault::ours)?
    }
}

/// A place in the queue, given back when its holder goes away.
struct Waiting<'a>(&'a Inner);

impl<'a> Waiting<'a> {
    fn of(inner: &'a Inner) -> Result<Self, CredentialError> {
        if inner.waiting.fetch_add(1, Ordering::SeqCst) >= WAITING_MAX + AT_ONCE {
            inner.waiting.fetch_sub(1, Ordering::SeqCst);
            return Err(CredentialError::Busy);
        }
        Ok(Self(inner))
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.waiting.fetch_sub(1, Ordering::SeqCst);
    }
}

fn hasher() -> Result<Argon2<'static>, Fault> {
    let params = Params::new(MEMORY_KIB, PASSES, 1, None).map_err(Fault::ours)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}
