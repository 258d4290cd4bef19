//! Writes the names of a register that a migration filled, and ends restrictions when their time has come.

use kit::fault::Fault;
use kit::jobs::{self, Handler, Job};
use kit::web::App;

use super::actions::{register, restrictions};

/// The kind of job that folds names.
const JOB: &str = "register";

/// The room's jobs.
pub fn jobs() -> Vec<Handler> {
    vec![Handler::new(JOB, fold_names), Handler::new(restrictions::LIFT, lift)]
}

async fn lift(app: App, job: Job) -> Result<(), Fault> {
    let due = job.payload()?;
    app.db().write(&job.actor(), async |tx| restrictions::lift_due(&tx, &job, due).await).await
}

async fn fold_names(app: App, job: Job) -> Result<(), Fault> {
    app.db()
        .write(&job.actor(), async |tx| {
            jobs::finish(&tx, &job).await?;
            register::fold_names(&tx, job.organisation).await
        })
        .await
}
