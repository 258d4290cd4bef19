//! The macro, on a town that is only a name.

/// What the test program gives a promise.
struct Town(&'static str);

mod testkit {
    use super::Town;

    pub fn on_sqlite<F: Future<Output = ()>>(promise: fn(Town) -> F) {
        finish(promise(Town("SQLite")));
    }

    pub fn on_postgres<F: Future<Output = ()>>(promise: fn(Town) -> F) {
        finish(promise(Town("PostgreSQL")));
    }

    fn finish(promise: impl Future<Output = ()>) {
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        assert!(std::pin::pin!(promise).poll(&mut context).is_ready(), "these promises never wait");
    }
}

/// Named so that the count of tests by database leaves these out: no database is behind them.
mod of_the_macro {
    use macros::both_databases;

    use super::Town;

    #[both_databases]
    async fn a_promise_gets_a_town_on_each_database(town: Town) {
        assert!(["SQLite", "PostgreSQL"].contains(&town.0), "{}", town.0);
    }

    /// A comment stays on the promise, what the runner must know goes to the tests.
    #[both_databases]
    #[ignore = "shows that an ignored promise runs only when asked"]
    async fn an_ignored_promise_runs_only_when_asked(town: Town) {
        assert!(std::env::args().any(|argument| argument.ends_with("ignored")), "ran on {} unasked", town.0);
    }

    #[both_databases]
    #[should_panic(expected = "broken on")]
    async fn a_broken_promise_fails_on_both(town: Town) {
        panic!("broken on {}", town.0);
    }
}
