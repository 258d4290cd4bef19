//! Asking for a second look, and giving or refusing it.

use base::{HandPlacementId, Id, OfferId, OrganisationId, PersonId, RoundId, SecondLookId};
use kit::actor::{Owner, Role};
use kit::db::Tx;
use kit::fault::{Fault, NotFound};
use kit::journal::{self, Event};
use people::{organisations, persons};
use serde_json::json;

use super::model::{Asked, Kind, Placing, Refused, SecondError, State, Waiting, note_of};
use super::{access, queries};
use crate::allocation::{self, Ground};
use crate::confidences::{self, Told};
use crate::rounds::{self, Round};
use crate::{pairs, placements};

/// Whether the organisation wants a second pair of eyes.
/// # Errors
/// What the database answers.
pub async fn is_wanted(tx: &Tx, owner: Owner) -> Result<bool, Fault> {
    Ok(queries::is_wanted(tx, owner).await?)
}

/// How many questions about a round wait.
/// # Errors
/// What the database answers.
pub async fn waiting_in(tx: &Tx, owner: Owner, round: RoundId) -> Result<usize, Fault> {
    Ok(usize::try_from(queries::count_in(tx, owner, round).await?).unwrap_or(usize::MAX))
}

/// Who has asked something about a student in a round that still waits.
/// # Errors
/// What the database answers.
pub async fn asker_of(tx: &Tx, owner: Owner, round: RoundId, person: PersonId) -> Result<Option<PersonId>, Fault> {
    Ok(queries::about(tx, owner, round, person).await?.map(|asked| asked.by))
}

/// Asks that a student be placed. `by` is whoever asks where a job does it for them.
/// # Errors
/// [`SecondError::Waits`] while something about the student waits already; [`SecondError::Nobody`].
pub async fn ask_placement(
    tx: &Tx,
    owner: Owner,
    (round, person): (RoundId, PersonId),
    offer: OfferId,
    told: &Told,
    by: Option<PersonId>,
) -> Result<(), Fault> {
    let ground = Ground::from_word(&told.ground).unwrap_or(Ground::Other).told();
    let asked = Asked { kind: Kind::Placement, offer: Some(offer), ground: Some(ground), ..new(tx, by)? };
    ask_about(tx, owner, (round, person), asked, told).await
}

/// Asks that a student placed by hand be taken out again.
/// # Errors
/// As [`ask_placement`].
pub async fn ask_release(
    tx: &Tx,
    owner: Owner,
    (round, person): (RoundId, PersonId),
    reason: &str,
) -> Result<(), Fault> {
    let asked = Asked { kind: Kind::Release, ..new(tx, None)? };
    ask_about(tx, owner, (round, person), asked, &Told::new(Ground::Other, reason)).await
}

async fn ask_about(
    tx: &Tx,
    owner: Owner,
    (round, person): (RoundId, PersonId),
    asked: Asked,
    told: &Told,
) -> Result<(), Fault> {
    if queries::about(tx, owner, round, person).await?.is_some() {
        return Err(SecondError::Waits.into());
    }
    let asked = Asked { round: Some(round), person: Some(person), ..asked };
    confidences::keep(tx, owner, (round, person), asked.id.uuid(), told, Some(asked.by)).await?;
    add(tx, owner, &asked).await
}

/// Asks that these priority classes hold.
/// # Errors
/// [`SecondError::Nobody`]; what the database answers.
pub async fn ask_classes(
    tx: &Tx,
    owner: Owner,
    round: RoundId,
    classes: &[(PersonId, OfferId, Option<u16>)],
    by: Option<PersonId>,
) -> Result<(), Fault> {
    let asked = Asked { round: Some(round), kind: Kind::Classes, count: classes.len(), ..new(tx, by)? };
    add(tx, owner, &asked).await?;
    Ok(queries::add_classes(tx, owner, asked.id, classes).await?)
}

fn new(tx: &Tx, by: Option<PersonId>) -> Result<Asked, SecondError> {
    Ok(Asked {
        id: tx.new_id(),
        round: None,
        kind: Kind::Rule,
        person: None,
        offer: None,
        ground: None,
        count: 0,
        by: tx.actor().person_id().or(by).ok_or(SecondError::Nobody)?,
    })
}

async fn add(tx: &Tx, owner: Owner, asked: &Asked) -> Result<(), Fault> {
    queries::add(tx, owner, asked).await?;
    note(tx, owner, "second-look-asked", asked).await
}

/// The journal names both: who acts is its own, who asked stands in the facts. Never the reason.
async fn note(tx: &Tx, owner: Owner, kind: &'static str, asked: &Asked) -> Result<(), Fault> {
    let facts = json!({ "look": asked.id, "kind": asked.kind.word(), "asked_by": asked.by, "person": asked.person, "count": asked.count });
    let event = match asked.round {
        Some(round) => Event::of(kind, "round", round),
        None => Event::of(kind, "organisation", owner.id()),
    };
    Ok(journal::note(tx, owner.id(), event.with(facts)).await?)
}

/// What waits at an organisation: one page, the oldest first, and how many there are.
/// # Errors
/// [`NotFound`] for everybody but its administrators.
pub async fn waiting(tx: &Tx, organisation: OrganisationId, rows: (u64, u64)) -> Result<(Vec<Waiting>, u64), Fault> {
    let owner = access::may_see(tx.actor(), organisation)?;
    Ok(queries::page(tx, owner, rows).await?)
}

/// What the actor has asked for and others have turned down in the last weeks.
/// # Errors
/// [`NotFound`] for everybody but the organisation's administrators.
pub async fn refused(tx: &Tx, organisation: OrganisationId) -> Result<Vec<Refused>, Fault> {
    let owner = access::may_see(tx.actor(), organisation)?;
    let Some(by) = tx.actor().person_id() else { return Ok(vec![]) };
    Ok(queries::refused(tx, owner, by, tx.now() - Refused::SHOWN).await?)
}

/// Something that waits, and the proof that the actor may decide about it.
async fn to_decide(tx: &Tx, organisation: OrganisationId, id: SecondLookId) -> Result<(Owner, Asked), Fault> {
    let asked = of_actor(tx, organisation, id).await?;
    let owner = access::may_decide(tx.actor(), organisation, id, asked.by)?;
    Ok((owner, asked))
}

async fn of_actor(tx: &Tx, organisation: OrganisationId, id: SecondLookId) -> Result<Asked, Fault> {
    let seen = access::may_see(tx.actor(), organisation)?;
    let found = queries::find(tx, seen, id).await?;
    let (asked, state) = found.ok_or_else(|| NotFound::of("second look", id))?;
    if state != State::Waiting.word() {
        return Err(SecondError::Decided { look: id }.into());
    }
    Ok(asked)
}

/// Confirms what another of the office asked for, and carries it out: all rules are looked at as they are now.
/// # Errors
/// [`SecondError::Alone`] for whoever asked; [`SecondError::Decided`]; whatever stands against the act by now.
pub async fn confirm(tx: &Tx, organisation: OrganisationId, id: SecondLookId) -> Result<(), Fault> {
    let (owner, asked) = to_decide(tx, organisation, id).await?;
    if !queries::decide(tx, owner, id, State::Confirmed, None).await? {
        return Err(SecondError::Decided { look: id }.into());
    }
    note(tx, owner, "second-look-given", &asked).await?;
    match asked.kind {
        Kind::Rule => Ok(queries::set_rule(tx, owner, false).await?),
        Kind::Classes => {
            let round = round_of(tx, &asked).await?;
            pairs::set_classes(tx, &round, &queries::classes(tx, owner, id).await?).await
        }
        Kind::Placement | Kind::Release => place(tx, owner, &asked).await,
    }
}

async fn round_of(tx: &Tx, asked: &Asked) -> Result<Round, Fault> {
    let round = asked.round.ok_or_else(|| NotFound::of("round of second look", asked.id))?;
    rounds::find(tx, round).await
}

async fn place(tx: &Tx, owner: Owner, asked: &Asked) -> Result<(), Fault> {
    let round = round_of(tx, asked).await?;
    let placing = Placing {
        id: HandPlacementId(asked.id.uuid()),
        person: asked.person.ok_or_else(|| NotFound::of("student of second look", asked.id))?,
        offer: asked.offer,
        ground: asked.ground.unwrap_or(Ground::Other),
        by: Some(asked.by),
    };
    match round.state() {
        rounds::State::Published { .. } => placements::carry_out(tx, owner, &round, &placing).await,
        _ => allocation::carry_out(tx, owner, &round, &placing).await,
    }
}

/// Turns down what another of the office asked for, with a reason that is sealed where it is about a person.
/// # Errors
/// [`SecondError`]
pub async fn refuse(tx: &Tx, organisation: OrganisationId, id: SecondLookId, typed: &str) -> Result<(), Fault> {
    let (owner, asked) = to_decide(tx, organisation, id).await?;
    let note_text = note_of(typed)?;
    let open = match (asked.round, asked.person) {
        (Some(round), Some(person)) => {
            let (row, by) = (tx.new_id::<HandPlacementId>().uuid(), tx.actor().person_id());
            confidences::keep(tx, owner, (round, person), row, &Told::refused(&note_text), by).await?;
            None
        }
        _ => Some(note_text),
    };
    if !queries::decide(tx, owner, id, State::Refused, open).await? {
        return Err(SecondError::Decided { look: id }.into());
    }
    note(tx, owner, "second-look-refused", &asked).await
}

/// Takes back what one has asked for oneself.
/// # Errors
/// [`SecondError::Decided`]; [`NotFound`] when another has asked for it.
pub async fn withdraw(tx: &Tx, organisation: OrganisationId, id: SecondLookId) -> Result<(), Fault> {
    let owner = access::may_see(tx.actor(), organisation)?;
    let asked = of_actor(tx, organisation, id).await?;
    if tx.actor().person_id() != Some(asked.by) {
        return Err(NotFound::of("own second look", id).into());
    }
    if !queries::decide(tx, owner, id, State::Withdrawn, None).await? {
        return Err(SecondError::Decided { look: id }.into());
    }
    note(tx, owner, "second-look-withdrawn", &asked).await
}

/// The rule of an organisation, and whether it is asked that it end.
/// # Errors
/// [`NotFound`] for everybody but its administrators.
pub async fn rule_of(tx: &Tx, organisation: OrganisationId) -> Result<(bool, bool), Fault> {
    let owner = access::may_see(tx.actor(), organisation)?;
    Ok((queries::is_wanted(tx, owner).await?, queries::rule_waits(tx, owner).await?))
}

/// Says whether the organisation wants a second pair of eyes. To begin is one person's act, when there is another who
/// could confirm; to end is another's, or the rule would hold nobody.
/// # Errors
/// [`SecondError::NobodyElse`]; [`SecondError::Nobody`].
pub async fn set_rule(tx: &Tx, organisation: OrganisationId, wanted: bool) -> Result<(), Fault> {
    let owner = access::may_see(tx.actor(), organisation)?;
    match (queries::is_wanted(tx, owner).await?, wanted) {
        (false, true) => {
            let today = organisations::today(tx, organisation).await?;
            let mut office = persons::holders(tx, owner, Role::Administrator, today).await?;
            office.dedup_by_key(|(person, _)| *person);
            if office.len() < 2 {
                return Err(SecondError::NobodyElse.into());
            }
            queries::set_rule(tx, owner, true).await?;
            let event = Event::of("second-pair-wanted", "organisation", organisation);
            Ok(journal::note(tx, organisation, event).await?)
        }
        (true, false) if !queries::rule_waits(tx, owner).await? => add(tx, owner, &new(tx, None)?).await,
        _ => Ok(()),
    }
}
