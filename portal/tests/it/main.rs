//! Every promise of the house, in one program: a further one would link the whole tree again.

#[path = "../../testkit/mod.rs"]
mod testkit;

mod front;
mod jobs;
mod schema;
mod server;
mod strangers;
mod transactions;
