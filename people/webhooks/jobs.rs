//! The job that sends deliveries.

use kit::fault::Fault;
use kit::jobs::{Handler, Job};
use kit::outgoing::Outgoing;
use kit::web::App;

use super::actions::{self, JOB};

/// The room's jobs.
pub fn jobs() -> Vec<Handler> {
    vec![Handler::new(JOB, send)]
}

async fn send(app: App, job: Job) -> Result<(), Fault> {
    actions::send(app.db(), &job, &Outgoing::of(app.settings())).await
}
