//! The job that runs the engine.

use base::{RoundId, RunId};
use kit::fault::Fault;
use kit::jobs::{self, Handler, Job};
use kit::web::App;
use matching::NoMeter;
use matching::files::compare_files;
use serde::Deserialize;

use super::actions;
use super::model::frozen::RunFault;
use super::model::{ALLOCATE, COMPARE};

/// The room's jobs.
pub fn jobs() -> Vec<Handler> {
    vec![Handler::new(ALLOCATE, allocate), Handler::new(COMPARE, compare)]
}

#[derive(Deserialize)]
struct Order {
    round: RoundId,
    run: RunId,
}

/// Freezes the input, runs the engine and the checker on the thread for heavy work, saves the answer. Safe to run twice: nothing is
/// written before the last transaction, and that one writes all or nothing.
async fn allocate(app: App, job: Job) -> Result<(), Fault> {
    let order: Order = job.payload()?;
    let actor = job.actor();
    let (round, frozen) = app
        .db()
        .read(&actor, async |tx| {
            let (round, owner) = actions::round_of(&tx, order.round).await?;
            let frozen = actions::freeze(&tx, owner, &round).await?;
            Ok((round, frozen))
        })
        .await?;
    jobs::progress(app.db(), &job, 1).await?;
    let answered = jobs::heavy(move || frozen.answer()).await;
    jobs::failpoint("allocate:computed");
    jobs::progress(app.db(), &job, 2).await?;
    match answered {
        Ok(answered) => {
            app.db().write(&actor, async |tx| actions::save_answer(&tx, &job, &round, order.run, &answered).await).await
        }
        Err(fault) => {
            if matches!(fault, RunFault::Unproven(_)) {
                tracing::error!(run = %order.run, %fault, "a result that does not verify is not kept");
            }
            let first = fault.to_string();
            app.db().write(&actor, async |tx| actions::save_failure(&tx, &job, &round, order.run, &first).await).await
        }
    }
}

/// Solves the input of a run by every mechanism. Safe to run twice, like a run itself.
async fn compare(app: App, job: Job) -> Result<(), Fault> {
    let order: Order = job.payload()?;
    let actor = job.actor();
    let (input, options) =
        app.db().read(&actor, async |tx| actions::kept_input(&tx, order.round, order.run).await).await?;
    jobs::progress(app.db(), &job, 1).await?;
    let report = jobs::heavy(move || compare_files(input, &options, &mut NoMeter).map(|compared| compared.report()));
    // The run has read these very files, so nothing can be wrong with them.
    let report = report.await.map_err(|errors| Fault::ours(format!("a run's own input is refused: {errors}")))?;
    let save = async |tx| actions::save_comparison(&tx, &job, order.round, order.run, &report).await;
    app.db().write(&actor, save).await
}
