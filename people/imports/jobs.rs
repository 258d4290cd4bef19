//! Writes large imports outside a request.

use base::ImportId;
use kit::fault::Fault;
use kit::jobs::{self, Handler, Job};
use kit::web::App;
use serde::Deserialize;

use super::actions;
use super::model::State;
use super::pages::{fetch, importer_of};

#[derive(Deserialize)]
struct Payload {
    import: ImportId,
}

/// The room's jobs.
pub fn jobs() -> Vec<Handler> {
    vec![Handler::new(actions::JOB, write_rows)]
}

async fn write_rows(app: App, job: Job) -> Result<(), Fault> {
    let Payload { import: id } = job.payload()?;
    let actor = job.actor();
    let (owner, import) = app.db().read(&actor, async |tx| actions::find(&tx, id).await).await?;
    if import.state != State::Running {
        return Ok(()); // an earlier attempt has written it
    }
    let importer = importer_of(&app, &import.kind)?;
    let sheet = fetch(&app, &actor, id, import.sheet).await?;
    let written = app
        .db()
        .write(&actor, async |tx| {
            jobs::finish(&tx, &job).await?;
            actions::write(&tx, importer, owner, &import, &sheet, State::Running).await
        })
        .await;
    match written {
        Ok(_) => Ok(()),
        // The round has moved on since somebody confirmed: the preview will say what stands in the way.
        Err(fault) if fault.problem().is_some_and(|problem| problem.name() != "lease-lost") => {
            app.db()
                .write(&actor, async |tx| {
                    jobs::finish(&tx, &job).await?;
                    actions::hand_back(&tx, id).await
                })
                .await
        }
        Err(fault) => Err(fault),
    }
}
