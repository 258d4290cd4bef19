//! The job that runs the engine.

use base::{RoundId, RunId};
use kit::fault::Fault;
use kit::jobs::{self, Handler, Job};
use kit::web::App;
use serde::Deserialize;

use super::actions;
use super::model::ALLOCATE;

/// The room's jobs.
pub fn jobs() -> Vec<Handler> {
    vec![Handler::new(ALLOCATE, allocate)]
}

#[derive(Deserialize)]
struct Order {
    round: RoundId,
    run: RunId,
}

/// Freezes the input, runs the engine on the thread for heavy work, saves the answer. Safe to run twice: nothing is
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
        Err(faults) => {
            let first = faults.first().map(ToString::to_string).unwrap_or_default();
            app.db().write(&actor, async |tx| actions::save_failure(&tx, &job, &round, order.run, &first).await).await
        }
    }
}
