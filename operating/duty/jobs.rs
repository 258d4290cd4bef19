//! The job that looks whether somebody has left for good.

use kit::fault::Fault;
use kit::jobs::{Handler, Job};
use kit::web::App;

use super::actions::{self, LEFT};

/// The room's jobs.
pub fn jobs() -> Vec<Handler> {
    vec![Handler::new(LEFT, look)]
}

/// Safe to run twice: a task that has ended is ended.
async fn look(app: App, job: Job) -> Result<(), Fault> {
    actions::look_after_leaver(app.db(), &job).await
}
