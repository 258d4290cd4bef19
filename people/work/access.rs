//! Who may watch a job.

use kit::actor::{Actor, Role};
use kit::fault::NotFound;
use kit::jobs::JobView;

/// Whoever set it going, and administrators of the organisation it is done for.
/// # Errors
/// [`NotFound`] for everybody else.
pub fn may_watch(actor: &Actor, job: &JobView) -> Result<(), NotFound> {
    let mine = actor.is_signed_in() && actor.person_id() == job.started_by;
    if mine || actor.has_at(Role::Administrator, job.organisation) {
        return Ok(());
    }
    Err(NotFound::of("job", job.id))
}
