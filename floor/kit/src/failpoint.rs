//! Places where a test ends the process on purpose, as a power cut would.
//!
//! The environment variable `FOTFESTE_FAILPOINT` names one, such as `allocate:computed`: the kind of job, then how far
//! it has come (`claimed`, `computed`, `half-saved`, `saved`, `mail-enqueued`). It counts only where the setting
//! `failpoints` is on, which it never is by itself.

use std::sync::OnceLock;

use crate::settings::Settings;

/// The environment variable that names the failpoint.
pub const VARIABLE: &str = "FOTFESTE_FAILPOINT";

static ARMED: OnceLock<Option<String>> = OnceLock::new();

/// Reads, once in a process, which failpoint ends it. Before this none does.
pub fn arm(settings: &Settings) {
    let named = std::env::var(VARIABLE).ok().filter(|name| !name.is_empty());
    if named.is_some() && !settings.failpoints {
        tracing::warn!("{VARIABLE} is set but the setting `failpoints` is off: it is ignored");
    }
    let _ = ARMED.set(named.filter(|_| settings.failpoints));
}

/// Ends the process at once when this failpoint is armed: nothing is flushed, closed or said to anybody.
pub fn failpoint(name: &str) {
    if ARMED.get().is_some_and(|armed| armed.as_deref() == Some(name)) {
        std::process::abort();
    }
}
