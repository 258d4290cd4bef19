//! Finds the matter that an address names, for whoever takes part in it.

use base::{Id, OrganisationId, PersonId, RoundId};
use kit::db::Tx;
use kit::fault::{Fault, NotFound};
use people::threads::Matter;
use uuid::Uuid;

use super::{PLACEMENT, ROUND, access};
use crate::placements::{Decision, Kind};
use crate::rounds::Round;
use crate::{participants, placements, rounds, sites};

/// A round between its office and one of its students.
/// # Errors
/// [`NotFound`] for everybody else.
pub async fn with_student(tx: &Tx, round: Uuid, person: Uuid) -> Result<Matter, Fault> {
    let (round, person) = (RoundId::from_uuid(round), PersonId::from_uuid(person));
    let round = match access::is_oneself(tx.actor(), person) {
        true => {
            let round = rounds::of_student(tx, round).await?;
            participants::myself(tx, &round).await?;
            round
        }
        false => {
            let round = rounds::find(tx, round).await?;
            participants::find(tx, &round, person).await?;
            round
        }
    };
    Ok(Matter { person: Some(person), ..about_round(&round) })
}

/// A round between its office and a host that takes students in it; begun by the office.
/// # Errors
/// [`NotFound`] for everybody else, and for a host that has no part in the round.
pub async fn with_host(tx: &Tx, round: Uuid, host: Uuid) -> Result<Matter, Fault> {
    let host = OrganisationId::from_uuid(host);
    let round = rounds::find(tx, RoundId::from_uuid(round)).await?;
    let owner = rounds::access::may_administer(tx.actor(), round.owner())?;
    let takes_part = sites::queries::hosts(tx, owner, round.id()).await?.contains(&host);
    let missing = || NotFound::of("host", host);
    takes_part
        .then(|| Matter { host: Some((host, None)), ..about_round(&round) })
        .ok_or_else(missing)
        .map_err(Into::into)
}

fn about_round(round: &Round) -> Matter {
    Matter {
        office: round.owner(),
        kind: ROUND,
        subject: round.id().uuid(),
        person: None,
        host: None,
        about: format!("{} · {}", round.plan().course_name(), round.plan().name()),
    }
}

/// A placement between the student, the host and the office.
/// # Errors
/// [`NotFound`] for everybody else, and while there is no placement.
pub async fn on_placement(tx: &Tx, round: Uuid, person: Uuid) -> Result<Matter, Fault> {
    let (round, person) = (RoundId::from_uuid(round), PersonId::from_uuid(person));
    let missing = || NotFound::of("placement", person);
    let decision = placement(tx, round, person).await?.filter(|decision| decision.kind == Kind::Placed);
    let decision = decision.ok_or_else(missing)?;
    Ok(Matter {
        office: decision.owner,
        kind: PLACEMENT,
        subject: round.uuid(),
        person: Some(person),
        host: decision.host,
        about: format!("{} · {}", decision.place_name, decision.course_name),
    })
}

/// What the student was told last, as far as the actor has to do with it.
async fn placement(tx: &Tx, round: RoundId, person: PersonId) -> Result<Option<Decision>, Fault> {
    if access::is_oneself(tx.actor(), person) {
        let own = placements::own_decisions(tx).await?;
        return Ok(own.into_iter().find(|decision| decision.round == round));
    }
    for host in access::receives(tx.actor()) {
        let told = placements::queries::of_host(tx, &host, round, person).await?;
        let here = |decision: &Decision| decision.host.is_some_and(|at| access::covers(&host, at));
        if let Some(decision) = told.filter(here) {
            return Ok(Some(decision));
        }
    }
    if !access::is_office(tx.actor()) {
        return Ok(None);
    }
    let round = rounds::find(tx, round).await?;
    let owner = rounds::access::may_administer(tx.actor(), round.owner())?;
    Ok(placements::queries::versions(tx, owner, round.id(), person).await?.into_iter().next())
}
