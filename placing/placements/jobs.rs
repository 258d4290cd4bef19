//! The jobs that publish a round and tell the hosts.

use kit::fault::Fault;
use kit::jobs::{Handler, Job};
use kit::web::App;

use super::actions::{self, HostOrder, PublishOrder};
use super::model::{PUBLISH, TELL_HOST};

/// The room's jobs.
pub fn jobs() -> Vec<Handler> {
    vec![Handler::new(PUBLISH, publish), Handler::new(TELL_HOST, tell_host)]
}

async fn publish(app: App, job: Job) -> Result<(), Fault> {
    let order: PublishOrder = job.payload()?;
    app.db().write(&job.actor(), async |tx| actions::publish(&tx, &job, order).await).await
}

async fn tell_host(app: App, job: Job) -> Result<(), Fault> {
    let order: HostOrder = job.payload()?;
    app.db().write(&job.actor(), async |tx| actions::tell_host(&tx, &job, &order).await).await
}
