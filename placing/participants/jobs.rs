//! The job that takes many students out of a round.

use kit::fault::Fault;
use kit::jobs::{self, Handler, Job};
use kit::web::App;

use super::actions::{self, OUT, OUT_AT_ONCE, OutOrder};
use crate::rounds;

/// The room's jobs.
pub fn jobs() -> Vec<Handler> {
    vec![Handler::new(OUT, withdraw)]
}

/// Takes students out, some in each transaction. Safe to run twice: who has left already stays out.
async fn withdraw(app: App, job: Job) -> Result<(), Fault> {
    let order: OutOrder = job.payload()?;
    for (number, some) in order.persons.chunks(OUT_AT_ONCE).enumerate() {
        app.db()
            .write(&job.actor(), async |tx| {
                jobs::hold(&tx, &job).await?;
                let round = rounds::find(&tx, order.round).await?;
                actions::withdraw_many(&tx, &round, some).await
            })
            .await?;
        jobs::progress(app.db(), &job, i32::try_from(number + 1).unwrap_or(i32::MAX)).await?;
    }
    app.db().write(&job.actor(), async |tx| jobs::finish(&tx, &job).await).await
}
