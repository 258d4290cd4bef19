//! Who may do what with a round.

use base::OrganisationId;
use kit::actor::{Actor, Oneself, Owner, Role};
use kit::fault::{Denied, NotFound};

/// Where the actor runs rounds: one proof for each institution. Empty for everybody else.
pub fn administers(actor: &Actor) -> Vec<Owner> {
    let may = |organisation: &OrganisationId| actor.has_at(Role::Administrator, *organisation);
    actor
        .organisations()
        .into_iter()
        .filter(may)
        .filter_map(|organisation| Owner::proven(actor, organisation))
        .collect()
}

/// Where a new round of the actor belongs: the institution where the role is held.
/// # Errors
/// [`Denied`] for everybody else.
pub fn may_make(actor: &Actor) -> Result<Owner, Denied> {
    administers(actor).into_iter().next().ok_or(Denied { act: "make a round" })
}

/// Where somebody begins a round, and the proof of being oneself: what is begun is seen by nobody else.
/// # Errors
/// [`Denied`] for those who make no rounds.
pub fn may_begin(actor: &Actor) -> Result<(Owner, Oneself), Denied> {
    let owner = may_make(actor)?;
    Ok((owner, Oneself::proven(actor).ok_or(Denied { act: "begin a round as nobody" })?))
}

/// The round's owner, for its administrators and for the portal at work.
/// # Errors
/// [`NotFound`] for everybody else: a foreign round is not there.
pub fn may_administer(actor: &Actor, organisation: OrganisationId) -> Result<Owner, NotFound> {
    let may = actor.has_at(Role::Administrator, organisation);
    may.then(|| Owner::proven(actor, organisation)).flatten().ok_or_else(|| NotFound::of("round of", organisation))
}

/// The institutions where the actor studies, and the proof of being oneself: a student's way to a round.
pub fn studies(actor: &Actor) -> Option<(Vec<Owner>, Oneself)> {
    let owners = actor.studies_at().iter().filter_map(|organisation| Owner::proven(actor, *organisation)).collect();
    Oneself::proven(actor).map(|oneself| (owners, oneself))
}
