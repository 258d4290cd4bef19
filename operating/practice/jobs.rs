//! The jobs that make a copy and throw it away.

use kit::fault::Fault;
use kit::jobs::{self, Handler, Job};
use kit::web::App;

use super::actions::{self, MAKE, REMOVE};
use super::model::Order;

/// The room's jobs.
pub fn jobs() -> Vec<Handler> {
    vec![Handler::new(MAKE, make), Handler::new(REMOVE, remove)]
}

async fn make(app: App, job: Job) -> Result<(), Fault> {
    let Order { copy } = job.payload()?;
    actions::fill(&app, &job, copy).await
}

/// Safe to run twice: what has gone is not there any more.
async fn remove(app: App, job: Job) -> Result<(), Fault> {
    let Order { copy } = job.payload()?;
    actions::remove(app.db(), copy).await?;
    app.db().write(&job.actor(), async |tx| jobs::finish(&tx, &job).await).await
}
