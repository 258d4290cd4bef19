//! What people do with several of the register at once: see who is meant, and let them go, all or none.

use std::collections::HashSet;

use base::{OrganisationId, PersonId};
use kit::db::Tx;
use kit::fault::Fault;

use super::super::access;
use super::super::model::{AT_ONCE_MAX, Narrowing, PersonError, Standing};
use super::register::{self, Line};
use crate::{organisations, signin};

/// One of those who are meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// Who, and what binds them
    pub line: Line,
    /// Whether the actor may change what binds them
    pub may_change: bool,
    /// Whether anything binds them today or later
    pub lasts: bool,
    /// Whether they look after the portal: such a task is taken from somebody one by one
    pub operates: bool,
}

impl Chosen {
    /// Whether they leave when the chosen are let go.
    pub fn leaves(&self) -> bool {
        self.may_change && self.lasts && !self.operates
    }
}

/// Those who are meant, as far as the actor sees them, family names first.
/// # Errors
/// [`PersonError::NoneChosen`]; `NotFound` for everybody who holds no role there.
pub async fn chosen(tx: &Tx, organisation: OrganisationId, ids: &[PersonId]) -> Result<Vec<Chosen>, Fault> {
    let seeing = access::may_see_people(tx.actor(), organisation)?;
    if ids.is_empty() || ids.len() > AT_ONCE_MAX {
        return Err(PersonError::NoneChosen.into());
    }
    let today = organisations::today(tx, organisation).await?;
    let narrowing = Narrowing { among: Some(ids.to_vec()), standing: Standing::Everybody, ..Narrowing::default() };
    let (lines, _) = register::page_on(tx, organisation, &narrowing, (0, AT_ONCE_MAX as u64), today).await?;
    let operating = signin::operators_among(tx, ids).await?;
    let one = |line: Line| Chosen {
        may_change: register::may_change(tx, &seeing, &line.bonds, &line.roles, today),
        lasts: line.bonds.iter().any(|bond| bond.span.lasts_on(today))
            || line.roles.iter().any(|held| held.span.lasts_on(today)),
        operates: operating.contains(&line.person.id),
        line,
    };
    Ok(lines.into_iter().map(one).collect())
}

/// The same for those whom the actor was shown before: each must be there still.
/// # Errors
/// As [`chosen`]; [`PersonError::ChosenChanged`] when somebody is missing.
pub async fn confirmed(tx: &Tx, organisation: OrganisationId, ids: &[PersonId]) -> Result<Vec<Chosen>, Fault> {
    let found = chosen(tx, organisation, ids).await?;
    let distinct: HashSet<&PersonId> = ids.iter().collect();
    if found.len() == distinct.len() { Ok(found) } else { Err(PersonError::ChosenChanged.into()) }
}

/// Lets these people go at once, all or none.
/// # Errors
/// [`PersonError::NoneChosen`]; [`PersonError::ChosenChanged`] when one of them would not leave, or is not there.
pub async fn let_go(tx: &Tx, organisation: OrganisationId, ids: &[PersonId]) -> Result<(), Fault> {
    let leaving = confirmed(tx, organisation, ids).await?;
    if !leaving.iter().all(Chosen::leaves) {
        return Err(PersonError::ChosenChanged.into());
    }
    for one in &leaving {
        register::let_go(tx, organisation, one.line.person.id).await?;
    }
    Ok(())
}
