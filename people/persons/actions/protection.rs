//! Protecting somebody's name and address, ending it, and naming those who may see them.

use base::{OrganisationId, PersonId};
use kit::actor::{Actor, Owner};
use kit::db::{Db, Tx};
use kit::fault::{Fault, NotFound};
use kit::journal::{self, Event};

use super::super::access;
use super::super::model::{
    Email, Narrowing, NewProtection, Person, PersonError, PersonName, Protection, Standing, Trustee,
};
use super::super::queries::{self, protection, register};
use super::{register as rows, restrictions};
use crate::organisations;

/// People looked at for one with a given address.
const SHARING_MAX: u64 = 20;

/// Whether the actor may see at this organisation who is protected. A token never does, nor somebody who helps.
/// # Errors
/// What the database answers.
pub async fn sees_protected(tx: &Tx, owner: Owner) -> Result<bool, Fault> {
    match access::in_own_right(tx.actor()) {
        Some(me) => Ok(protection::is_trustee(tx, owner, me.id()).await?),
        None => Ok(false),
    }
}

/// Somebody whom the actor may help: whose name is protected, by trustees of their home alone.
/// # Errors
/// `NotFound` for everybody else.
pub async fn find_seen(tx: &Tx, id: PersonId) -> Result<Person, Fault> {
    if access::is_oneself(tx.actor(), id).is_some() {
        return queries::find_oneself(tx).await;
    }
    let mut person = queries::find(tx, id).await?;
    if !person.is_protected {
        return Ok(person);
    }
    let missing = || NotFound::of("person", id);
    let owner = access::own_scope(tx.actor(), person.home).ok_or_else(missing)?;
    if !sees_protected(tx, owner).await? {
        return Err(missing().into());
    }
    protection::unveil(tx, std::iter::once(&mut person)).await?;
    Ok(person)
}

/// What is protected of a person, for trustees.
/// # Errors
/// `NotFound` for everybody else.
pub async fn of_person(tx: &Tx, organisation: OrganisationId, id: PersonId) -> Result<Option<Protection>, Fault> {
    rows::file(tx, organisation, id).await?;
    Ok(protection::find(tx, id).await?)
}

/// What is protected of oneself, and who may see it at the organisations where one is bound.
/// # Errors
/// What the database answers.
pub async fn of_oneself(tx: &Tx) -> Result<Option<(PersonName, Vec<Trustee>)>, Fault> {
    let oneself = access::may_choose_profile(tx.actor())?;
    let Some(working) = queries::names(tx, &[oneself.id()]).await?.remove(&oneself.id()) else { return Ok(None) };
    if protection::find(tx, oneself.id()).await?.is_none() {
        return Ok(None);
    }
    let at: Vec<Owner> =
        tx.actor().organisations().into_iter().filter_map(|at| access::own_scope(tx.actor(), at)).collect();
    Ok(Some((working, protection::trustees(tx, &at).await?)))
}

/// Protects somebody's name and address, or changes how everybody else calls them. Those protect who may change what binds
/// the person; afterwards trustees alone see them.
/// # Errors
/// [`PersonError::Trustless`] while the organisation has no trustee; [`PersonError::AboveActor`]; [`PersonError::Restricted`]; `NotFound` outside
/// the register.
pub async fn protect(tx: &Tx, organisation: OrganisationId, id: PersonId, new: &NewProtection) -> Result<(), Fault> {
    let (seeing, file) = rows::changeable(tx, organisation, id).await?;
    let (owner, person) = (seeing.owner, file.person);
    if !has_trustee(tx, owner).await? {
        return Err(PersonError::Trustless.into());
    }
    let kind = if person.is_protected { "protection-changed" } else { "person-protected" };
    write(tx, owner, &person, new).await?;
    // Why is nobody else's business, and that it happened is told without the working name.
    Ok(journal::note(tx, organisation, Event::of(kind, "person", id)).await?)
}

/// The same for people of a file, which the importer has checked. Entries that were found to be the person stand in what
/// was written before, and are protected with it.
pub(in crate::persons) async fn write(
    tx: &Tx,
    owner: Owner,
    person: &Person,
    new: &NewProtection,
) -> Result<(), Fault> {
    let merged = protection::merged_into(tx, person.id).await?;
    for entry in std::iter::once(person).chain(&merged) {
        match entry.is_protected {
            true => protection::call(tx, owner, entry.id, &new.working_name).await?,
            false => protection::protect(tx, owner, entry, &new.working_name, &new.reason).await?,
        }
    }
    Ok(())
}

/// Puts name and address back, those of entries that were found to be the person too.
pub(in crate::persons) async fn end(tx: &Tx, owner: Owner, id: PersonId) -> Result<bool, Fault> {
    let merged = protection::merged_into(tx, id).await?;
    let ids: Vec<PersonId> = std::iter::once(id).chain(merged.iter().map(|entry| entry.id)).collect();
    let found = protection::find_many(tx, &ids).await?;
    for was in found.values() {
        protection::lift(tx, owner, was).await?;
    }
    Ok(found.contains_key(&id))
}

/// Whether somebody who is trusted looks after the whole organisation today: such a one sees everybody of it.
pub(in crate::persons) async fn has_trustee(tx: &Tx, owner: Owner) -> Result<bool, Fault> {
    Ok(!acting(tx, owner).await?.is_empty())
}

/// Those who are trusted and look after the whole organisation today.
pub(in crate::persons) async fn acting(tx: &Tx, owner: Owner) -> Result<Vec<PersonId>, Fault> {
    let in_charge = queries::in_charge(tx, owner, organisations::today(tx, owner.id()).await?).await?;
    let all = protection::trustees(tx, &[owner]).await?.into_iter().map(|trustee| trustee.person);
    Ok(all.filter(|person| in_charge.contains(person)).collect())
}

/// Whether the organisation knows people who are protected, or would be if their data were not put away.
async fn knows_protected(tx: &Tx, owner: Owner) -> Result<bool, Fault> {
    let put_away = restrictions::lasting(tx, owner).await?.into_values().any(|is_protected| is_protected);
    Ok(put_away || register::count_protected(tx, owner).await? > 0)
}

/// Ends the trust in those of these people who hold no role today: whoever comes back to one is trusted anew or not at
/// all. Answers how many.
pub(in crate::persons) async fn begin_anew(tx: &Tx, owner: Owner, people: &[PersonId]) -> Result<u64, Fault> {
    let all = protection::trustees(tx, &[owner]).await?.into_iter().map(|trustee| trustee.person);
    let trusted: Vec<PersonId> = all.filter(|person| people.contains(person)).collect();
    let today = organisations::today(tx, owner.id()).await?;
    let held = register::roles_of(tx, owner, &trusted).await?;
    let holds = |person: &PersonId| {
        held.iter().any(|held| held.person == *person && held.stands_for.is_none() && held.span.holds_on(today))
    };
    let mut ended = 0;
    for person in trusted.into_iter().filter(|person| !holds(person)) {
        protection::distrust(tx, owner, person).await?;
        journal::note(tx, owner.id(), Event::of("trustee-removed", "person", person)).await?;
        ended += 1;
    }
    Ok(ended)
}

/// Every day, at each organisation: trust ends with the last role. Answers how often.
/// # Errors
/// What the database answers.
pub async fn end_idle_trust(db: &Db) -> Result<u64, Fault> {
    let all = db.read(&Actor::nobody(), async |tx| organisations::all(&tx).await).await?;
    let (mut ended, mut failed) = (0, None);
    for organisation in all {
        let end = async |tx: Tx| {
            let owner = access::works_for(tx.actor(), organisation.id)?;
            let all = protection::trustees(&tx, &[owner]).await?.into_iter().map(|trustee| trustee.person);
            begin_anew(&tx, owner, &all.collect::<Vec<_>>()).await
        };
        match db.write(&Actor::portal(organisation.id), end).await {
            Ok(count) => ended += count,
            // What fails at one organisation keeps the others from nothing.
            Err(fault) => failed = failed.or(Some(fault)),
        }
    }
    failed.map_or(Ok(ended), Err)
}

/// Ends a protection: whoever sees the person sees name and address again.
/// # Errors
/// `NotFound` for those who are no trustees, and when nothing is protected; [`PersonError::AboveActor`].
pub async fn lift(tx: &Tx, organisation: OrganisationId, id: PersonId) -> Result<(), Fault> {
    rows::changeable_person(tx, organisation, id).await?;
    let owner = access::may_see_people(tx.actor(), organisation)?.owner;
    if !end(tx, owner, id).await? {
        return Err(NotFound::of("protection", id).into());
    }
    Ok(journal::note(tx, organisation, Event::of("protection-lifted", "person", id)).await?)
}

/// The organisation's trustees, for everybody who holds a role there: they know whom to ask.
/// # Errors
/// `NotFound` for everybody else.
pub async fn trustees(tx: &Tx, organisation: OrganisationId) -> Result<Vec<Trustee>, Fault> {
    let owner = access::may_see_people(tx.actor(), organisation)?.owner;
    Ok(protection::trustees(tx, &[owner]).await?)
}

/// Names somebody by their address who holds a role there: somebody else, unless nobody is trusted and nobody protected.
/// # Errors
/// [`PersonError::OwnTrust`]; [`PersonError::NoTrustee`] for others; `NotFound`, `Denied` for those who do not look after all of the organisation.
pub async fn trust(tx: &Tx, organisation: OrganisationId, email: &Email) -> Result<(), Fault> {
    let owner = access::may_name_trustees(tx.actor(), organisation)?;
    let all = protection::trustees(tx, &[owner]).await?;
    if all.len() as u64 >= protection::TRUSTEES_MAX {
        return Err(PersonError::NoTrustee.into());
    }
    let id = holder_at(tx, owner, email).await?.ok_or(PersonError::NoTrustee)?;
    if all.iter().any(|trustee| trustee.person == id) {
        return Err(PersonError::NoTrustee.into());
    }
    let is_own = tx.actor().person_id() == Some(id);
    if is_own && (has_trustee(tx, owner).await? || knows_protected(tx, owner).await?) {
        return Err(PersonError::OwnTrust.into());
    }
    protection::trust(tx, owner, id).await?;
    Ok(journal::note(tx, organisation, Event::of("trustee-named", "person", id)).await?)
}

/// Who has this address and holds a role at the organisation today.
async fn holder_at(tx: &Tx, owner: Owner, email: &Email) -> Result<Option<PersonId>, Fault> {
    let narrowing = Narrowing { search: email.as_str().into(), standing: Standing::Here, ..Narrowing::default() };
    let (found, _) = rows::page(tx, owner.id(), &narrowing, (0, SHARING_MAX)).await?;
    let today = organisations::today(tx, owner.id()).await?;
    let holds = |line: &rows::Line| line.roles.iter().any(|held| held.span.holds_on(today));
    Ok(found.iter().find(|line| line.person.email.as_ref() == Some(email) && holds(line)).map(|line| line.person.id))
}

/// Trusts somebody no longer. The last one stays while the organisation knows people who are protected.
/// # Errors
/// [`PersonError::Trustless`] for the last one; `NotFound` for somebody who is none.
pub async fn distrust(tx: &Tx, organisation: OrganisationId, id: PersonId) -> Result<(), Fault> {
    let missing = || NotFound::of("trustee", id);
    access::may_see_people(tx.actor(), organisation).map_err(|_| missing())?;
    let owner = access::may_name_trustees(tx.actor(), organisation)?;
    let all = protection::trustees(tx, &[owner]).await?;
    if !all.iter().any(|trustee| trustee.person == id) {
        return Err(missing().into());
    }
    let others = acting(tx, owner).await?.into_iter().any(|person| person != id);
    if !others && knows_protected(tx, owner).await? {
        return Err(PersonError::LastTrustee.into());
    }
    protection::distrust(tx, owner, id).await?;
    Ok(journal::note(tx, organisation, Event::of("trustee-removed", "person", id)).await?)
}
