//! Looking at what an erasure would do, and doing it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use base::{Id, OrganisationId, PersonId};
use kit::actor::{Actor, Owner};
use kit::db::{Db, Tx};
use kit::fault::Fault;
use kit::journal::{self, Event};
use people::persons::Kept;
use people::{organisations, persons};
use serde_json::json;
use uuid::Uuid;

use super::model::{Act, ErasureError, Group, Obstacle, Plan, RULES};
use super::{access, queries};

/// People looked for with one statement.
const LEAVERS_AT_ONCE: u64 = 500;

/// What erasing this person would do, and what stands against it.
/// # Errors
/// `NotFound` for everybody but those who administer the whole organisation, and outside its register.
pub async fn plan(tx: &Tx, organisation: OrganisationId, person: PersonId) -> Result<Plan, Fault> {
    let owner = access::may_erase(tx.actor(), organisation)?;
    let found = persons::changeable(tx, organisation, person).await?;
    let mut obstacles = obstacles(tx, owner, person).await?;
    if found.home != organisation || found.is_elsewhere {
        obstacles.push(Obstacle::Elsewhere);
    }
    let name = persons::restricted_name(tx, organisation, person).await?.unwrap_or_else(|| found.name.to_string());
    let (mut goes, mut stays) = (BTreeMap::new(), BTreeMap::new());
    let owned = owned_tables();
    for rule in RULES {
        let rows = queries::count(tx, owner, rule, owned.contains(rule.table), person).await?;
        // A bond stays without its number: the reason says so.
        let is_kept = rule.act == Act::Keep || rule.group == Group::Bonds;
        let counted = if is_kept { &mut stays } else { &mut goes };
        if rows > 0 {
            *counted.entry(rule.group).or_insert(0) += rows;
        }
    }
    Ok(Plan { name, obstacles, goes: ordered(goes), stays: ordered(stays) })
}

fn ordered(counts: BTreeMap<Group, u64>) -> Vec<(Group, u64)> {
    counts.into_iter().collect()
}

fn owned_tables() -> BTreeSet<&'static str> {
    migrations::tables().iter().filter(|table| table.global_because().is_none()).map(|table| table.name()).collect()
}

async fn obstacles(tx: &Tx, owner: Owner, person: PersonId) -> Result<Vec<Obstacle>, Fault> {
    let today = organisations::today(tx, owner.id()).await?;
    let found = [
        (queries::lasting(tx, owner, person, today).await? > 0, Obstacle::Bound),
        (queries::rounds_under_way(tx, owner, person).await? > 0, Obstacle::InRound),
        (queries::open_decisions(tx, owner, person, today).await? > 0, Obstacle::Complaint),
        (queries::operates(tx, person).await?, Obstacle::Operator),
    ];
    Ok(found.into_iter().filter(|(stands, _)| *stands).map(|(_, obstacle)| obstacle).collect())
}

/// Erases a person: what the archive duty does not hold goes, the key of what was told in confidence is destroyed. The
/// journal keeps its lines and seals; they name the id alone.
/// # Errors
/// [`ErasureError`] with the first thing that stands against it; as [`plan`].
pub async fn erase(tx: &Tx, organisation: OrganisationId, person: PersonId) -> Result<(), Fault> {
    let owner = access::may_erase(tx.actor(), organisation)?;
    if let Some(first) = plan(tx, organisation, person).await?.obstacles.first() {
        return Err(ErasureError(*first).into());
    }
    erase_rows(tx, owner, person).await
}

/// The caller has looked that nothing stands against it.
async fn erase_rows(tx: &Tx, owner: Owner, person: PersonId) -> Result<(), Fault> {
    let owned = owned_tables();
    let (mut gone, mut kept) = (0, 0);
    for rule in RULES {
        let rows = queries::apply(tx, owner, rule, owned.contains(rule.table), person).await?;
        *(if rule.act == Act::Keep { &mut kept } else { &mut gone }) += rows;
    }
    let event = Event::of("person-erased", "person", person).with(json!({ "gone": gone, "kept": kept }));
    Ok(journal::note(tx, owner.id(), event).await?)
}

/// Erases whoever left an organisation ten years ago and against whose erasure nothing stands, one transaction each, as an
/// administrator would. Dry: changes nothing. Answers how many. Broken off and begun anew it goes on where it was.
/// # Errors
/// What the database answers.
pub async fn erase_leavers(db: &Db, organisation: OrganisationId, dry: bool) -> Result<u64, Fault> {
    let actor = Actor::portal(organisation);
    let (mut after, mut erased) = (PersonId::from_uuid(Uuid::nil()), 0);
    loop {
        let look = async |tx: Tx| {
            let owner = access::works_for(tx.actor(), organisation)?;
            Ok(queries::leavers(&tx, owner, after, LEAVERS_AT_ONCE).await?)
        };
        let some = db.read(&actor, look).await?;
        let Some(last) = some.last() else { return Ok(erased) };
        after = *last;
        for person in some {
            let is_erased = match dry {
                true => db.read(&actor, async |tx| is_to_go(&tx, organisation, person).await).await?,
                false => db.write(&actor, async |tx| erase_leaver(&tx, organisation, person).await).await?,
            };
            erased += u64::from(is_erased);
        }
    }
}

/// Looked at again in the transaction that erases: somebody may have taken the person in meanwhile.
async fn is_to_go(tx: &Tx, organisation: OrganisationId, person: PersonId) -> Result<bool, Fault> {
    let owner = access::works_for(tx.actor(), organisation)?;
    Ok(queries::is_leaver(tx, owner, person).await? && obstacles(tx, owner, person).await?.is_empty())
}

async fn erase_leaver(tx: &Tx, organisation: OrganisationId, person: PersonId) -> Result<bool, Fault> {
    if !is_to_go(tx, organisation, person).await? {
        return Ok(false);
    }
    erase_rows(tx, access::works_for(tx.actor(), organisation)?, person).await?;
    Ok(true)
}

/// Whether anything at the organisation is still open about this person: a round under way, or a decision that can be
/// complained about or whose weeks are not over.
/// # Errors
/// `NotFound` for everybody but the portal at work.
pub async fn is_in_a_matter(tx: &Tx, organisation: OrganisationId, person: PersonId) -> Result<bool, Fault> {
    let owner = access::works_for(tx.actor(), organisation)?;
    let found = obstacles(tx, owner, person).await?;
    Ok(found.iter().any(|one| matches!(one, Obstacle::InRound | Obstacle::Complaint)))
}

/// Which of these people any table names by now, and why that keeps them: what an erasure has a rule for is what somebody
/// has done or what was done about them. Bounded statements for any number.
/// # Errors
/// `NotFound` for everybody who does not see the whole register.
pub async fn uses(
    tx: &Tx,
    organisation: OrganisationId,
    people: &[PersonId],
) -> Result<HashMap<PersonId, Kept>, Fault> {
    let owner = access::may_ask_for_uses(tx.actor(), organisation)?;
    let (owned, mut found) = (owned_tables(), HashMap::new());
    for rule in RULES {
        let Some(kept) = rule.keeps() else { continue };
        for person in queries::named(tx, owner, rule, owned.contains(rule.table), people).await? {
            found.entry(person).and_modify(|known: &mut Kept| *known = kept.min(*known)).or_insert(kept);
        }
    }
    Ok(found)
}
