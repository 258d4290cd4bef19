//! The checker against every allocation there is in many small towns, and against every change of a sound one.

#![expect(clippy::unwrap_used, reason = "the helpers of a test program may fail as tests do")]
#![expect(clippy::print_stdout, clippy::disallowed_macros, reason = "a test's seed and counts belong in its output")]

mod chance;
mod changes;
mod engine;
mod exact;
mod prices;
mod town;
