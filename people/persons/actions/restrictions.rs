//! Putting a person's data away for a while: kept, and seen by nobody but administration.

use base::{OrganisationId, PersonId};
use kit::actor::Owner;
use kit::db::Tx;
use kit::fault::{Fault, NotFound};
use kit::journal::{self, Event};
use kit::sealed::{self, Spot};

use super::super::access;
use super::super::model::{
    NewProtection, Person, PersonError, PersonName, PutAway, PutAwayProtection, Restriction, reason_of,
};
use super::super::queries::restrictions as queries;
use super::super::queries::{self as people, protection as protections};
use super::{protection, register};

fn spot(owner: Owner, restriction: &Restriction) -> Spot {
    let (person, organisation) = (restriction.person, Some(owner.id()));
    Spot { table: "restrictions", column: "sealed", row: sealed::row(restriction.id), person, organisation }
}

/// Puts name and addresses of a person away: from now on they stand in no list, search, file or answer of the API. What
/// is decided about them stays, under their number.
/// # Errors
/// [`PersonError::NotOurs`] when another organisation knows the person, too; [`PersonError::Restricted`];
/// [`PersonError::NoReason`]; `NotFound` for everybody but those who administer the whole organisation.
pub async fn restrict(tx: &Tx, organisation: OrganisationId, id: PersonId, reason: &str) -> Result<(), Fault> {
    let owner = access::may_restrict(tx.actor(), organisation)?;
    let file = register::file(tx, organisation, id).await?;
    if !file.may_change {
        return Err(PersonError::AboveActor.into());
    }
    if file.is_restricted {
        return Err(PersonError::Restricted.into());
    }
    if !file.is_ours {
        return Err(PersonError::NotOurs.into());
    }
    let away = PutAway {
        given_name: file.person.name.given_part().to_owned(),
        family_name: file.person.name.family_part().to_owned(),
        email: file.person.email.as_ref().map(|email| email.as_str().to_owned()),
        phone: file.person.phone.as_ref().map(|phone| phone.as_str().to_owned()),
        reason: reason_of(reason)?,
        protection: take_protection(tx, owner, &file.person).await?,
    };
    let text = serde_json::to_string(&away).map_err(Fault::ours)?;
    let new = Restriction { id: tx.new_id(), person: id, sealed: String::new(), by: None, at: tx.now() };
    let sealed = sealed::seal(tx, &spot(owner, &new), &text).await?;
    queries::add(tx, owner, new.id, id, sealed, &PersonName::hidden()).await?;
    Ok(journal::note(tx, organisation, Event::of("person-restricted", "person", id)).await?)
}

/// The protection of a person's name and address is put away with them: mail would otherwise still find its way.
async fn take_protection(tx: &Tx, owner: Owner, whose: &Person) -> Result<Option<PutAwayProtection>, Fault> {
    let Some(kept) = protections::find(tx, whose.id).await? else { return Ok(None) };
    let names = people::names(tx, &[whose.id]).await?;
    let working_name = names.get(&whose.id).map(ToString::to_string).unwrap_or_default();
    protections::forget(tx, owner, &[whose.id]).await?;
    Ok(Some(PutAwayProtection { working_name, reason: kept.reason }))
}

/// The restriction of a person and what was put away, opened; none: nothing is. For administration alone; what was
/// protected before, for trustees among them.
/// # Errors
/// `NotFound` for everybody but those who administer the whole organisation.
pub async fn restriction_of(
    tx: &Tx,
    organisation: OrganisationId,
    id: PersonId,
) -> Result<Option<(Restriction, PutAway)>, Fault> {
    let owner = access::may_restrict(tx.actor(), organisation)?;
    let Some((found, away)) = opened(tx, owner, id).await? else { return Ok(None) };
    let sees_all = away.protection.is_none() || protection::sees_protected(tx, owner).await?;
    Ok(Some((found, if sees_all { away } else { away.veiled() })))
}

async fn opened(tx: &Tx, owner: Owner, id: PersonId) -> Result<Option<(Restriction, PutAway)>, Fault> {
    let Some(found) = queries::find(tx, owner, id).await? else { return Ok(None) };
    let text = sealed::open(tx, &spot(owner, &found), &found.sealed).await?;
    let text = text.ok_or_else(|| Fault::ours(format!("the key of restriction {} is gone", found.id)))?;
    let away = serde_json::from_str(&text).map_err(Fault::ours)?;
    Ok(Some((found, away)))
}

/// The name of a person whose data is put away; none when it is not.
/// # Errors
/// As [`restriction_of`].
pub async fn restricted_name(tx: &Tx, organisation: OrganisationId, id: PersonId) -> Result<Option<String>, Fault> {
    Ok(restriction_of(tx, organisation, id).await?.map(|(_, away)| away.name()))
}

/// Brings back what was put away, protected as it was before.
/// # Errors
/// `NotFound` when nothing is, and for everybody but those who administer the whole organisation.
pub async fn lift(tx: &Tx, organisation: OrganisationId, id: PersonId) -> Result<(), Fault> {
    let owner = access::may_restrict(tx.actor(), organisation)?;
    let found = opened(tx, owner, id).await?;
    let (restriction, away) = found.ok_or_else(|| NotFound::of("restriction of person", id))?;
    let name = PersonName::new(&away.given_name, &away.family_name)?;
    if !queries::lift(tx, owner, &restriction, &name, &away).await? {
        return Err(NotFound::of("restriction of person", id).into());
    }
    if let Some(was) = &away.protection {
        let new = NewProtection::new(id, &was.working_name, &was.reason)?;
        protection::write(tx, owner, &people::find(tx, id).await?, &new).await?;
    }
    Ok(journal::note(tx, organisation, Event::of("restriction-lifted", "person", id)).await?)
}

/// Whose data is put away: one page, and how many there are.
/// # Errors
/// `NotFound` for everybody but those who administer the whole organisation.
pub async fn page(tx: &Tx, organisation: OrganisationId, rows: (u64, u64)) -> Result<(Vec<Restriction>, u64), Fault> {
    let owner = access::may_restrict(tx.actor(), organisation)?;
    Ok(queries::page(tx, owner, rows).await?)
}
