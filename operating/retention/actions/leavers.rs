//! What people who have left leave behind that is no organisation's row: what they signed in with, and in the end their name.

use std::collections::HashSet;

use base::{Id, OrganisationId, PersonId};
use chrono::TimeDelta;
use kit::actor::Actor;
use kit::db::{Db, Tx};
use kit::fault::Fault;
use kit::journal::{self, Event};
use people::organisations;
use people::persons::{self, Bound};
use serde_json::json;
use uuid::Uuid;

use super::super::model::{Means, Removed, SIGN_IN_DAYS};
use super::super::queries::{self, Leaver};
use crate::erasure;

/// Removes what people sign in with who are bound to no organisation since three months: password, app, recovery codes,
/// passkeys, PIN and accounts elsewhere; and the address of their calendar. Whoever has a bond, a role or a matter anywhere, now or planned, looks after the
/// portal, or is just being let in, keeps it. Dry: counts alone. Broken off and begun anew it goes on where it was.
/// # Errors
/// What the database answers.
pub async fn sign_in(db: &Db, dry: bool) -> Result<Vec<Removed>, Fault> {
    let all = db.read(&Actor::nobody(), async |tx| Ok(organisations::every_id(&tx).await?)).await?;
    let (mut seen, mut gone) = (HashSet::new(), Means::default());
    for organisation in &all {
        let found = of_organisation(db, &all, *organisation, &mut seen, dry).await?;
        if !dry && found != Means::default() {
            let event = || Event::of("rows-removed", "organisation", *organisation).with(json!(found));
            let note = async |tx: Tx| Ok(journal::note(&tx, *organisation, event()).await?);
            db.write(&Actor::portal(*organisation), note).await?;
        }
        gone.add(found);
    }
    let told = |table, rows| Removed { table, days: SIGN_IN_DAYS, rows, is_gone: !dry };
    Ok(vec![
        told("credentials", gone.credentials),
        told("identities", gone.identities),
        told("calendar_feeds", gone.calendar_feeds),
    ])
}

async fn of_organisation(
    db: &Db,
    all: &[OrganisationId],
    organisation: OrganisationId,
    seen: &mut HashSet<PersonId>,
    dry: bool,
) -> Result<Means, Fault> {
    let (mut after, mut gone) = (PersonId::from_uuid(Uuid::nil()), Means::default());
    loop {
        let look = async |tx: Tx| {
            let before = (tx.now() - TimeDelta::days(SIGN_IN_DAYS)).date_naive();
            Ok(queries::leavers(&tx, organisation, before, after).await?)
        };
        let some = db.read(&Actor::portal(organisation), look).await?;
        let Some(last) = some.last() else { return Ok(gone) };
        after = last.person_id;
        for leaver in some {
            // Who left two organisations is counted once.
            if seen.insert(leaver.person_id) && !is_in_a_matter(db, all, organisation, &leaver).await? {
                gone.add(of_person(db, leaver.person_id, dry).await?);
            }
        }
    }
}

/// Asked of every organisation that may know the person, since each sees its own rows alone.
async fn is_in_a_matter(
    db: &Db,
    all: &[OrganisationId],
    organisation: OrganisationId,
    leaver: &Leaver,
) -> Result<bool, Fault> {
    let is_only_here = leaver.home_id == organisation && leaver.elsewhere != Some(true);
    for at in all.iter().filter(|at| !is_only_here || **at == organisation) {
        let ask = async |tx: Tx| erasure::is_in_a_matter(&tx, *at, leaver.person_id).await;
        if db.read(&Actor::portal(*at), ask).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// As the person, who alone sees what binds them everywhere: a role that is given meanwhile is seen, or comes after.
async fn of_person(db: &Db, person: PersonId, dry: bool) -> Result<Means, Fault> {
    let actor = Actor::person(person);
    match dry {
        true => db.read(&actor, async |tx| found(&tx, person).await).await,
        false => {
            let remove = async |tx: Tx| {
                let found = found(&tx, person).await?;
                if found != Means::default() {
                    queries::remove_means(&tx, person).await?;
                }
                Ok(found)
            };
            db.write(&actor, remove).await
        }
    }
}

/// What there is of a person that is to go.
async fn found(tx: &Tx, person: PersonId) -> Result<Means, Fault> {
    let before = (tx.now() - TimeDelta::days(SIGN_IN_DAYS)).date_naive();
    match persons::bound(tx, person).await? {
        Bound::Ended(last) if last < before && !queries::is_awaited(tx, person).await? => {
            Ok(queries::means(tx, person).await?)
        }
        _ => Ok(Means::default()),
    }
}

/// Erases whoever left their organisation long ago, organisation by organisation.
/// # Errors
/// What the database answers.
pub async fn erase(db: &Db, dry: bool) -> Result<Removed, Fault> {
    let all = db.read(&Actor::nobody(), async |tx| Ok(organisations::every_id(&tx).await?)).await?;
    let mut rows = 0;
    for organisation in all {
        rows += erasure::erase_leavers(db, organisation, dry).await?;
    }
    Ok(Removed { table: "persons", days: erasure::LEFT_DAYS, rows, is_gone: !dry })
}
