//! The engine against plain second implementations, on many small random towns and on real data.

#![expect(clippy::unwrap_used, reason = "the helpers of a test program may fail as tests do")]
#![expect(clippy::print_stdout, clippy::disallowed_macros, reason = "a test's seed and counts belong in its output")]

mod brute;
mod consider;
mod draw;
mod exact;
mod explain;
mod files;
mod fuzz;
mod groups;
mod lottery;
mod lp;
mod optimum;
mod plain;
mod prices;
mod priority;
mod problem;
mod properties;
mod real;
mod same;
mod town;
