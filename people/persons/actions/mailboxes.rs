//! The mailbox of a role: where mail to everybody in it goes too, so that it is read when one of them is away.

use base::{MailboxId, OrganisationId, UnitId};
use kit::actor::{Owner, Role};
use kit::db::Tx;
use kit::fault::{Fault, NotFound};
use kit::journal::{self, Event};
use serde_json::json;

use super::super::access::{self, Seeing};
use super::super::model::{Email, Mailbox, PersonError};
use super::super::queries::mailboxes;
use super::register::refuse_of_deputy;

/// Mailboxes as far as the actor sees the organisation.
/// # Errors
/// `NotFound` for everybody who holds no role there.
pub async fn list(tx: &Tx, organisation: OrganisationId) -> Result<Vec<Mailbox>, Fault> {
    let seeing = access::may_see_people(tx.actor(), organisation)?;
    let mut all = mailboxes::all(tx, seeing.owner).await?;
    all.retain(|mailbox| is_seen(&seeing, mailbox));
    Ok(all)
}

fn is_seen(seeing: &Seeing, mailbox: &Mailbox) -> bool {
    access::may_bind(seeing, mailbox.unit).is_ok()
}

/// Adds the mailbox of a role on the whole or a part. Those keep it who could give the role.
/// # Errors
/// [`PersonError::MailboxTaken`]; `Denied` for those who could not give the role.
pub async fn add(
    tx: &Tx,
    organisation: OrganisationId,
    (role, unit): (Role, Option<UnitId>),
    email: &Email,
) -> Result<MailboxId, Fault> {
    let owner = access::may_give(tx.actor(), organisation, role, unit)?;
    refuse_of_deputy(tx, owner).await?;
    let all = mailboxes::all(tx, owner).await?;
    if all.iter().any(|mailbox| mailbox.role == role && mailbox.unit == unit) {
        return Err(PersonError::MailboxTaken.into());
    }
    if all.len() as u64 >= mailboxes::MAILBOXES_MAX {
        return Err(PersonError::ManyMailboxes.into());
    }
    let id = mailboxes::add(tx, owner, (role, unit), email).await?;
    let facts = json!({ "role": role.word(), "unit": unit });
    journal::note(tx, organisation, Event::of("mailbox-added", "mailbox", id).with(facts)).await?;
    Ok(id)
}

/// Removes the mailbox of a role.
/// # Errors
/// `NotFound` outside what the actor sees; `Denied` for those who could not give the role.
pub async fn remove(tx: &Tx, organisation: OrganisationId, id: MailboxId) -> Result<(), Fault> {
    let missing = || NotFound::of("mailbox", id);
    let all = list(tx, organisation).await.map_err(|_| missing())?;
    let found = all.into_iter().find(|mailbox| mailbox.id == id).ok_or_else(missing)?;
    let owner = access::may_give(tx.actor(), organisation, found.role, found.unit)?;
    refuse_of_deputy(tx, owner).await?;
    mailboxes::remove(tx, owner, id).await?;
    let facts = json!({ "role": found.role.word(), "unit": found.unit });
    Ok(journal::note(tx, organisation, Event::of("mailbox-removed", "mailbox", id).with(facts)).await?)
}

/// Every mailbox of an organisation, for the jobs that write to them.
/// # Errors
/// What the database answers.
pub async fn of_owner(tx: &Tx, owner: Owner) -> Result<Vec<Mailbox>, Fault> {
    Ok(mailboxes::all(tx, owner).await?)
}

/// The mailboxes of a role at an organisation, for the jobs that write to its holders.
/// # Errors
/// What the database answers.
pub async fn of_role(tx: &Tx, owner: Owner, role: Role) -> Result<Vec<Mailbox>, Fault> {
    let mut all = mailboxes::all(tx, owner).await?;
    all.retain(|mailbox| mailbox.role == role);
    Ok(all)
}
