//! The job that turns notices into mails.

use kit::fault::Fault;
use kit::jobs::{Handler, Job};
use kit::web::App;

use super::actions::{self, SEND};

/// The room's jobs.
pub fn jobs() -> Vec<Handler> {
    vec![Handler::new(SEND, send)]
}

async fn send(app: App, job: Job) -> Result<(), Fault> {
    while app.db().write(&job.actor(), async |tx| actions::send_due(&tx, &job).await).await? {}
    Ok(())
}
