//! Mails that go out when a round is announced, when it opens, shortly before it closes, and when it is called off.

use kit::fault::Fault;
use kit::jobs::{self, Handler, Job};
use kit::web::App;

use super::actions::{self, ANNOUNCED, About, CANCELLED, OPENED, REMIND};

/// Mails written in one transaction.
const MAILS_AT_ONCE: usize = 500;

/// The room's jobs.
pub fn jobs() -> Vec<Handler> {
    [ANNOUNCED, OPENED, REMIND, CANCELLED].map(|kind| Handler::new(kind, move |app, job| tell(app, job, kind))).to_vec()
}

async fn tell(app: App, job: Job, kind: &'static str) -> Result<(), Fault> {
    let (about, actor): (About, _) = (job.payload()?, job.actor());
    let (db, job) = (app.db(), &job);
    let students = db.read(&actor, async |tx| actions::addressees(&tx, kind, about).await).await?;
    for some in students.chunks(MAILS_AT_ONCE) {
        db.write(&actor, async |tx| {
            jobs::hold(&tx, job).await?;
            actions::tell(&tx, kind, about, some).await
        })
        .await?;
    }
    db.write(&actor, async |tx| jobs::finish(&tx, job).await).await
}
