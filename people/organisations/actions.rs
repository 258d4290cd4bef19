//! What people do with organisations.

pub mod facts;
pub mod units;

use base::{OrganisationId, UnitId};
use kit::actor::Owner;
use kit::db::Tx;
use kit::fault::{Fault, NotFound};
use kit::journal::{self, Event};

use super::model::{NewOrganisation, NewUnit, Organisation, OrganisationError, Practice, Unit};
use super::{access, queries};

/// Takes in a new organisation.
/// # Errors
/// [`OrganisationError`], or when somebody else than the portal at work for it asks.
pub async fn register_organisation(tx: &Tx, new: NewOrganisation) -> Result<OrganisationId, Fault> {
    access::may_register(tx.actor(), new.id)?;
    let organisation = Organisation::new(new, tx.now())?;
    if let Some(number) = &organisation.number
        && queries::number_taken(tx, number).await?
    {
        return Err(OrganisationError::NumberTaken { number: number.clone() }.into());
    }
    queries::add(tx, &organisation).await?;
    let event = Event::of("organisation-registered", "organisation", organisation.id);
    journal::note(tx, organisation.id, event).await?;
    Ok(organisation.id)
}

/// Takes in a copy to practise in; it has no number in any register.
/// # Errors
/// [`OrganisationError`], or when somebody else than the portal at work for it asks.
pub async fn register_practice(tx: &Tx, new: NewOrganisation, practice: Practice) -> Result<OrganisationId, Fault> {
    access::may_register(tx.actor(), new.id)?;
    let organisation = Organisation { practice: Some(practice), number: None, ..Organisation::new(new, tx.now())? };
    queries::add(tx, &organisation).await?;
    let event = Event::of("practice-made", "organisation", practice.of);
    journal::note(tx, organisation.id, event).await?;
    Ok(organisation.id)
}

/// Keeps that a copy was thrown away.
/// # Errors
/// When somebody else than the portal at work for it asks.
pub async fn close_practice(tx: &Tx, organisation: OrganisationId) -> Result<(), Fault> {
    access::may_register(tx.actor(), organisation)?;
    let owner = access::scope(tx.actor(), organisation).ok_or_else(|| NotFound::of("organisation", organisation))?;
    Ok(queries::close_practice(tx, owner).await?)
}

/// Adds a unit to the organisation's tree.
/// # Errors
/// [`OrganisationError`], or when the actor does not administer the whole organisation.
pub async fn add_unit(tx: &Tx, organisation: OrganisationId, new: &NewUnit) -> Result<UnitId, Fault> {
    let owner = access::may_keep_units(tx.actor(), organisation)?;
    let unit = Unit::new(tx.new_id(), new)?;
    if let Some(parent) = unit.parent
        && queries::find_unit(tx, owner, parent).await?.is_none()
    {
        return Err(OrganisationError::NoParent { parent }.into());
    }
    add_checked(tx, owner, &unit).await?;
    journal::note(tx, organisation, Event::of("unit-added", "unit", unit.id)).await?;
    Ok(unit.id)
}

/// Adds a unit whose parent is known, when its key is free and there is room for it.
async fn add_checked(tx: &Tx, owner: Owner, unit: &Unit) -> Result<(), Fault> {
    if let Some(key) = &unit.outside_key
        && queries::key_taken(tx, owner, key).await?
    {
        return Err(OrganisationError::KeyTaken { key: key.clone() }.into());
    }
    if queries::count_units(tx, owner).await? >= Unit::UNITS_MAX {
        return Err(OrganisationError::TooManyUnits.into());
    }
    Ok(queries::add_unit(tx, owner, unit).await?)
}
