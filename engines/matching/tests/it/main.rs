//! The engine against plain second implementations, on many small random towns and on real data.

mod brute;
mod explain;
mod lottery;
mod town;
