//! The engine against plain second implementations, on many small random towns and on real data.

mod brute;
mod draw;
mod explain;
mod files;
mod lottery;
mod real;
mod town;
