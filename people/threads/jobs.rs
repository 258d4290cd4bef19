//! The job that tells each party what was written.

use kit::fault::Fault;
use kit::jobs::{Handler, Job};
use kit::web::App;

use super::actions::{self, Order, TELL};

/// The room's jobs.
pub fn jobs() -> Vec<Handler> {
    vec![Handler::new(TELL, tell)]
}

async fn tell(app: App, job: Job) -> Result<(), Fault> {
    let order: Order = job.payload()?;
    app.db().write(&job.actor(), async |tx| actions::tell(&tx, &job, order).await).await
}
