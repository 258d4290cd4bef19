//! What a scraper reads besides the counters: how old the last copy is, how much work waits.

use std::time::Duration;

use kit::jobs::State;
use kit::web::App;
use metrics::gauge;
use operating::duty;
use tokio::sync::watch;
use tokio::time::sleep;

/// How often the gauges are set.
const SET_EVERY: Duration = Duration::from_secs(15);

/// Sets the gauges until `stop` turns true.
pub async fn keep(app: App, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        set(&app).await;
        tokio::select! {
            () = sleep(SET_EVERY) => {}
            changed = stop.changed() => if changed.is_err() { return },
        }
    }
}

async fn set(app: &App) {
    let (findings, standings) = duty::examine(app.db(), app.settings(), false).await;
    for finding in findings {
        let level = match finding.state {
            duty::State::Good => 0.0,
            duty::State::Watch => 1.0,
            duty::State::Broken => 2.0,
        };
        gauge!("fotfeste_check", "check" => finding.check.word()).set(level);
    }
    let Some(standings) = standings else { return };
    for state in [State::Waiting, State::Running, State::Dead] {
        gauge!("fotfeste_jobs", "state" => state.word()).set(standings.count(state) as f64);
    }
    let waits = standings.waits_since.map_or(0, |since| (standings.now - since).num_seconds());
    gauge!("fotfeste_jobs_oldest_due_seconds").set(waits as f64);
    for standing in &standings.routines {
        let age = standing.done_at.map_or(-1, |at| (standings.now - at).num_seconds());
        gauge!("fotfeste_routine_age_seconds", "routine" => standing.id.clone()).set(age as f64);
        gauge!("fotfeste_routine_failures", "routine" => standing.id.clone()).set(f64::from(standing.failures));
    }
    gauge!("fotfeste_transactions_rerun").set(app.db().reruns() as f64);
}
