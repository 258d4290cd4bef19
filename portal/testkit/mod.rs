//! What tests stand on: a town of their own on a database of their own, people who use it, and a clock to move.

mod client;
mod databases;
mod process;
mod program;
mod round;
mod town;
mod village;

use std::future::Future;

pub use client::{Reader, Reply};
pub use databases::TestDatabase;
pub use process::{Process, command_on, exchange};
pub use program::Program;
pub use round::{TownRound, node_row, ordinary_round, student_row};
pub use town::Town;
pub use village::{OpenRound, Village};

/// Runs a promise on a SQLite file of its own. Two threads, so that futures which cannot travel between threads show.
pub fn on_sqlite<F: Future<Output = ()> + Send>(promise: fn(Town) -> F) {
    run(TestDatabase::sqlite, promise);
}

/// Runs a promise on a PostgreSQL database of its own, as the runtime role.
pub fn on_postgres<F: Future<Output = ()> + Send>(promise: fn(Town) -> F) {
    run(TestDatabase::postgres, promise);
}

fn run<D: Future<Output = TestDatabase>, F: Future<Output = ()> + Send>(database: fn() -> D, promise: fn(Town) -> F) {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let town = Town::on(database().await).await;
        promise(town.clone()).await;
        town.assert_no_job_left().await;
    });
}
