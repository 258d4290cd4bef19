//! Merging two entries that are one person: what would move, the act, and taking it back.

use base::{AffiliationId, MergerId, OrganisationId, PersonId, RoleId};
use kit::db::Tx;
use kit::fault::{Fault, NotFound};
use kit::journal::{self, Event};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::super::access;
use super::super::model::{File, PersonError, Ties};
use super::super::queries::{mergers, register};
use super::register::file;
use crate::{organisations, signin};

/// What was under the entry that went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Moved {
    bonds: Vec<AffiliationId>,
    roles: Vec<RoleId>,
}

/// The two entries, and how many records of other rooms stand under the one that would go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// Who stays
    pub kept: File,
    /// Who goes
    pub gone: File,
    /// Records that stay with the one who goes
    pub ties: u64,
}

/// What a merging would do; nothing is written.
/// # Errors
/// [`PersonError::NoMerger`], [`PersonError::AboveActor`], [`PersonError::NotOurs`]; `NotFound` outside the register.
pub async fn preview(
    tx: &Tx,
    organisation: OrganisationId,
    (kept, gone): (PersonId, PersonId),
    ties: &Ties,
) -> Result<Preview, Fault> {
    if kept == gone {
        return Err(PersonError::NoMerger { why: "the same entry" }.into());
    }
    let (kept, gone) = (file(tx, organisation, kept).await?, file(tx, organisation, gone).await?);
    if tx.actor().person_id().is_some_and(|me| me == kept.person.id || me == gone.person.id) {
        return Err(PersonError::NoMerger { why: "nobody merges themselves" }.into());
    }
    if !kept.may_change || !gone.may_change {
        return Err(PersonError::AboveActor.into());
    }
    if kept.person.is_protected || gone.person.is_protected {
        return Err(PersonError::NoMerger { why: "one of them is protected" }.into());
    }
    if !kept.is_ours || !gone.is_ours {
        return Err(PersonError::NotOurs.into());
    }
    let mut count = 0;
    for source in &ties.0 {
        count += source(tx, organisation, vec![gone.person.id]).await?;
    }
    Ok(Preview { kept, gone, ties: count })
}

/// Puts everything of one entry under the other. The entry that goes signs nobody in any more.
/// # Errors
/// As [`preview`]; [`PersonError::Tied`] when other rooms keep records under the one that would go.
pub async fn merge(
    tx: &Tx,
    organisation: OrganisationId,
    ids: (PersonId, PersonId),
    ties: &Ties,
) -> Result<MergerId, Fault> {
    let told = preview(tx, organisation, ids, ties).await?;
    if told.ties > 0 {
        return Err(PersonError::Tied { count: told.ties }.into());
    }
    let owner = access::may_see_people(tx.actor(), organisation)?.owner;
    let moved = Moved {
        bonds: told.gone.bonds.iter().map(|bond| bond.id).collect(),
        roles: told.gone.roles.iter().map(|held| held.id).collect(),
    };
    let (kept, gone) = ids;
    mergers::hand_over(tx, owner, (&moved.bonds, &moved.roles), kept).await?;
    mergers::point(tx, owner, gone, Some(kept)).await?;
    register::recount(tx, owner, &[kept, gone]).await?;
    let ended = signin::end_every(tx, gone).await?;
    let id = tx.new_id();
    mergers::add(tx, owner, (id, kept, gone), serde_json::to_value(moved).map_err(Fault::ours)?).await?;
    let facts = json!({ "gone": gone, "merger": id, "sessions": ended.sessions });
    journal::note(tx, organisation, Event::of("persons-merged", "person", kept).with(facts)).await?;
    Ok(id)
}

/// Takes a merging back: what was moved stands under its own entry again.
/// # Errors
/// `NotFound` when there is no such merging to take back; [`PersonError::AboveActor`].
pub async fn undo(tx: &Tx, organisation: OrganisationId, id: MergerId) -> Result<PersonId, Fault> {
    let owner = access::may_see_people(tx.actor(), organisation).map_err(|_| NotFound::of("merger", id))?.owner;
    let missing = || NotFound::of("merger", id);
    let found = mergers::find(tx, owner, id).await?.ok_or_else(missing)?;
    let kept = file(tx, organisation, found.kept_id).await.map_err(|_| missing())?;
    if !kept.may_change {
        return Err(PersonError::AboveActor.into());
    }
    if !mergers::undo(tx, owner, id).await? {
        return Err(missing().into());
    }
    let moved: Moved = serde_json::from_value(found.moved).map_err(Fault::ours)?;
    mergers::hand_over(tx, owner, (&moved.bonds, &moved.roles), found.gone_id).await?;
    mergers::point(tx, owner, found.gone_id, None).await?;
    let today = organisations::today(tx, organisation).await?;
    let back = register::bonds_of(tx, owner, &[found.gone_id]).await?;
    let mut spans: Vec<_> = back.iter().map(|bond| (found.gone_id, bond.span)).collect();
    spans.extend(register::roles_of(tx, owner, &[found.gone_id]).await?.iter().map(|held| (found.gone_id, held.span)));
    register::enter(tx, owner, &spans).await?;
    register::recount(tx, owner, &[found.kept_id, found.gone_id]).await?;
    let facts = json!({ "back": found.gone_id, "on": today });
    journal::note(tx, organisation, Event::of("merger-undone", "person", found.kept_id).with(facts)).await?;
    Ok(found.kept_id)
}

/// Mergers into a person: which, who went, and whether it was taken back.
/// # Errors
/// `NotFound` outside the register.
pub async fn of_person(
    tx: &Tx,
    organisation: OrganisationId,
    kept: PersonId,
) -> Result<Vec<(MergerId, PersonId, base::Moment, bool)>, Fault> {
    let owner = access::may_see_people(tx.actor(), organisation)?.owner;
    let rows = mergers::of_kept(tx, owner, kept).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.gone_id, row.at, row.undone_at.is_some())).collect())
}
