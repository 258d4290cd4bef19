//! Putting a person's data away for a while: kept, and seen by nobody but administration.

use std::collections::{HashMap, HashSet};

use base::{Moment, OrganisationId, PersonId};
use kit::actor::Owner;
use kit::db::Tx;
use kit::fault::{Fault, NotFound};
use kit::format;
use kit::jobs::{self, Job, NewJob};
use kit::journal::{self, Event};
use kit::mail::{self, Mail};
use kit::sealed::{self, Spot};
use serde::{Deserialize, Serialize};

use super::super::access;
use super::super::model::{
    NewProtection, Person, PersonError, PersonName, PutAway, PutAwayProtection, Restriction, TOLD_BEFORE, reason_of,
};
use super::super::queries::restrictions as queries;
use super::super::queries::{self as people, protection as protections};
use super::{protection, register};
use crate::{notices, organisations};

/// The kind of job that brings back what was put away.
pub const LIFT: &str = "restriction-lifting";

fn spot(owner: Owner, restriction: &Restriction) -> Spot {
    let (person, organisation) = (restriction.person, Some(owner.id()));
    Spot { table: "restrictions", column: "sealed", row: sealed::row(restriction.id), person, organisation }
}

/// Puts name and addresses of a person away: from now on they stand in no list, search, file or answer of the API. What
/// is decided about them stays, under their number. The person is told.
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
    tell(tx, organisation, id, &Said::Begins, None).await?; // while the address is where mail looks for it
    let away = PutAway {
        given_name: file.person.name.given_part().to_owned(),
        family_name: file.person.name.family_part().to_owned(),
        email: file.person.email.as_ref().map(|email| email.as_str().to_owned()),
        phone: file.person.phone.as_ref().map(|phone| phone.as_str().to_owned()),
        reason: reason_of(reason)?,
        protection: take_protection(tx, owner, &file.person).await?,
    };
    let text = serde_json::to_string(&away).map_err(Fault::ours)?;
    let new =
        Restriction { id: tx.new_id(), person: id, sealed: String::new(), by: None, at: tx.now(), lifts_at: None };
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

/// The restriction of a person and what was put away, opened; none: nothing is. The second is none when the key is gone,
/// as it is in a copy restored from before an erasure. For administration alone; what was protected before, for trustees
/// among them.
/// # Errors
/// `NotFound` for everybody but those who administer the whole organisation.
pub async fn restriction_of(
    tx: &Tx,
    organisation: OrganisationId,
    id: PersonId,
) -> Result<Option<(Restriction, Option<PutAway>)>, Fault> {
    let owner = access::may_restrict(tx.actor(), organisation)?;
    let Some(found) = queries::find(tx, owner, id).await? else { return Ok(None) };
    let away = match open(tx, owner, &found).await? {
        Some(away) if away.protection.is_some() && !protection::sees_protected(tx, owner).await? => Some(away.veiled()),
        other => other,
    };
    Ok(Some((found, away)))
}

async fn opened(tx: &Tx, owner: Owner, id: PersonId) -> Result<Option<(Restriction, PutAway)>, Fault> {
    let Some(found) = queries::find(tx, owner, id).await? else { return Ok(None) };
    let away = open(tx, owner, &found).await?.ok_or(PersonError::KeyGone)?;
    Ok(Some((found, away)))
}

/// What was put away; none: its key is gone.
async fn open(tx: &Tx, owner: Owner, found: &Restriction) -> Result<Option<PutAway>, Fault> {
    let text = sealed::open(tx, &spot(owner, found), &found.sealed).await?;
    text.map(|text| serde_json::from_str(&text).map_err(Fault::ours)).transpose()
}

/// Whose data is put away at the organisation, and whether a protection lies with it, which stands again when the
/// restriction ends. They are few. What does not open any more may have held one.
pub(in crate::persons) async fn lasting(tx: &Tx, owner: Owner) -> Result<HashMap<PersonId, bool>, Fault> {
    let mut all = HashMap::new();
    for found in queries::all(tx, owner).await? {
        let is_protected = open(tx, owner, &found).await?.is_none_or(|away| away.protection.is_some());
        all.insert(found.person, is_protected);
    }
    Ok(all)
}

/// Whose data is put away at the organisation.
pub(in crate::persons) async fn restricted(tx: &Tx, owner: Owner) -> Result<HashSet<PersonId>, Fault> {
    Ok(queries::all(tx, owner).await?.into_iter().map(|found| found.person).collect())
}

/// The name of a person whose data is put away; none when it is not, or its key is gone.
/// # Errors
/// As [`restriction_of`].
pub async fn restricted_name(tx: &Tx, organisation: OrganisationId, id: PersonId) -> Result<Option<String>, Fault> {
    let found = restriction_of(tx, organisation, id).await?;
    Ok(found.and_then(|(_, away)| away).map(|away| away.name()))
}

/// Whether the data of whoever asks is put away anywhere. A person's own rows are seen in all organisations at once.
/// # Errors
/// [`kit::fault::Denied`] for nobody.
pub async fn is_put_away(tx: &Tx) -> Result<bool, Fault> {
    let oneself = access::may_choose_profile(tx.actor())?;
    Ok(queries::is_own(tx, oneself).await?)
}

/// Says that what was put away comes back a day from now, and tells the person: they are told before it ends. Said again,
/// nothing changes. Answers when it ends.
/// # Errors
/// [`PersonError::KeyGone`]; `NotFound` when nothing is put away, and for everybody but those who administer the whole
/// organisation.
pub async fn announce_lifting(tx: &Tx, organisation: OrganisationId, id: PersonId) -> Result<Moment, Fault> {
    let owner = access::may_restrict(tx.actor(), organisation)?;
    let found = opened(tx, owner, id).await?;
    let (restriction, away) = found.ok_or_else(|| NotFound::of("restriction of person", id))?;
    if let Some(at) = restriction.lifts_at {
        return Ok(at);
    }
    let at = tx.now() + TOLD_BEFORE;
    if !queries::announce(tx, owner, restriction.id, Some(at)).await? {
        return Err(NotFound::of("restriction of person", id).into());
    }
    tell(tx, organisation, id, &Said::Ends(at), Some(&away)).await?;
    let payload = serde_json::to_value(Due { person: id }).map_err(Fault::ours)?;
    let unique_key = Some(format!("restriction-ends:{}:{}", restriction.id, at.timestamp()));
    jobs::enqueue(tx, NewJob { run_at: Some(at), unique_key, ..NewJob::of(organisation, LIFT, payload) }).await?;
    journal::note(tx, organisation, Event::of("restriction-lifting-announced", "person", id)).await?;
    Ok(at)
}

/// Lets a restriction last whose end was announced, and tells the person. Done again, nothing changes.
/// # Errors
/// [`PersonError::KeyGone`]; `NotFound` when nothing is put away, and for everybody but those who administer the whole
/// organisation.
pub async fn keep(tx: &Tx, organisation: OrganisationId, id: PersonId) -> Result<(), Fault> {
    let owner = access::may_restrict(tx.actor(), organisation)?;
    let found = opened(tx, owner, id).await?;
    let (restriction, away) = found.ok_or_else(|| NotFound::of("restriction of person", id))?;
    if !queries::announce(tx, owner, restriction.id, None).await? {
        return Ok(());
    }
    tell(tx, organisation, id, &Said::Lasts, Some(&away)).await?;
    Ok(journal::note(tx, organisation, Event::of("restriction-kept", "person", id)).await?)
}

/// Whose restriction a job ends.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Due {
    person: PersonId,
}

/// Brings back what was put away, protected as it was before, once the announced moment has come. What was let last
/// meanwhile lasts.
/// # Errors
/// [`PersonError::KeyGone`]; [`jobs::LeaseLost`]; what the database answers.
pub async fn lift_due(tx: &Tx, job: &Job, due: Due) -> Result<(), Fault> {
    jobs::finish(tx, job).await?;
    let owner = access::works_for(tx.actor(), job.organisation)?;
    let Some((found, away)) = opened(tx, owner, due.person).await? else { return Ok(()) };
    if found.lifts_at.is_none_or(|at| at > tx.now()) {
        return Ok(());
    }
    let name = PersonName::new(&away.given_name, &away.family_name)?;
    if !queries::lift(tx, owner, &found, &name, &away).await? {
        return Ok(()); // somebody was first
    }
    if let Some(was) = &away.protection {
        let new = NewProtection::new(due.person, &was.working_name, &was.reason)?;
        protection::write(tx, owner, &people::find(tx, due.person).await?, &new).await?;
    }
    Ok(journal::note(tx, owner.id(), Event::of("restriction-lifted", "person", due.person)).await?)
}

/// What the person is told.
enum Said {
    /// The data is put away from now on
    Begins,
    /// It comes back then
    Ends(Moment),
    /// It does not come back after all
    Lasts,
}

/// Tells the person at once, in the portal and by mail. While the data is put away the register has no address, and the
/// mail goes to the one that was put away.
async fn tell(
    tx: &Tx,
    organisation: OrganisationId,
    id: PersonId,
    said: &Said,
    away: Option<&PutAway>,
) -> Result<(), Fault> {
    let home = organisations::find(tx, organisation).await?;
    let lang = people::find(tx, id).await?.lang.unwrap_or(home.lang);
    let words = crate::words(lang);
    let name = home.name.as_str();
    let (kind, subject, body) = match said {
        Said::Begins => {
            ("data-restricted", words.persons_mail_restricted_subject(name), words.persons_mail_restricted_body(name))
        }
        Said::Ends(at) => {
            let at = format::moment_with_year(lang, home.zone, *at);
            ("restriction-ends", words.persons_mail_lifting_subject(name), words.persons_mail_lifting_body(at, name))
        }
        Said::Lasts => {
            ("restriction-lasts", words.persons_mail_lasting_subject(name), words.persons_mail_lasting_body(name))
        }
    };
    let mail = Mail { owner: organisation, person: id, lang, kind, unique_key: None, subject, body, link: None };
    if let Some(address) = away.and_then(|away| away.email.as_deref()) {
        mail::send_at(tx, address, mail.clone()).await?;
    }
    notices::tell_now(tx, vec![mail]).await
}

/// Whose data is put away: one page, and how many there are.
/// # Errors
/// `NotFound` for everybody but those who administer the whole organisation.
pub async fn page(tx: &Tx, organisation: OrganisationId, rows: (u64, u64)) -> Result<(Vec<Restriction>, u64), Fault> {
    let owner = access::may_restrict(tx.actor(), organisation)?;
    Ok(queries::page(tx, owner, rows).await?)
}
