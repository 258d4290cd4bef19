//! Makes planned changes of units hold when their day has come.

use kit::fault::Fault;
use kit::jobs::{Handler, Job};
use kit::web::App;

use super::actions::units;

/// The room's jobs.
pub fn jobs() -> Vec<Handler> {
    vec![Handler::new(units::JOB, hold_due)]
}

async fn hold_due(app: App, job: Job) -> Result<(), Fault> {
    app.db().write(&job.actor(), async |tx| units::hold_due(&tx, &job).await).await
}
