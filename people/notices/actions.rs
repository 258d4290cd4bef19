//! What is done with notices: told, bundled into mails, read, and how people choose to be told.

use std::collections::{BTreeSet, HashMap};

use base::{Id, MailboxId, Moment, OrganisationId, PersonId};
use kit::actor::Owner;
use kit::bounce::{self, Bounce};
use kit::db::Tx;
use kit::fault::{Fault, NotFound};
use kit::format;
use kit::jobs::{self, Job, NewJob};
use kit::journal::{self, Event};
use kit::mail::{self, Mail};
use serde_json::json;

use super::access;
use super::model::{Choices, Notice, Told, Weight, bundle, bundle_for_box};
use super::queries::{self, Bounced};
use crate::{organisations, persons};

/// The kind of job that sends the mails that are due.
pub const SEND: &str = "notices";
/// So many of one's latest notices are searched: far more than come in the two years for which they are kept.
const SEARCHED_MAX: u64 = 5_000;
/// Notices turned into mails in one transaction.
const AT_ONCE: u64 = 500;

/// Tells people something. It stands in the portal at once; mail follows as each has chosen: at once, with what else
/// comes within minutes, once a day, or not at all.
/// # Errors
/// [`kit::fault::Denied`] outside the organisation in whose name they are told.
pub async fn tell(tx: &Tx, notices: Vec<Notice>) -> Result<(), Fault> {
    let mut notices = notices;
    notices.sort_by_key(|notice| notice.owner);
    for of_owner in notices.chunk_by(|one, next| one.owner == next.owner) {
        tell_for(tx, of_owner[0].owner, of_owner).await?;
    }
    Ok(())
}

/// Tells people something whose mail goes out at once: receipts, results, what changes tomorrow.
/// # Errors
/// [`kit::fault::Denied`] outside the organisation in whose name they are told.
pub async fn tell_now(tx: &Tx, mails: Vec<Mail>) -> Result<(), Fault> {
    tell(tx, mails.into_iter().map(|mail| Notice::of(mail, Weight::Now)).collect()).await
}

async fn tell_for(tx: &Tx, organisation: OrganisationId, notices: &[Notice]) -> Result<(), Fault> {
    let owner = access::may_tell(tx.actor(), organisation)?;
    let zone = organisations::find(tx, organisation).await?.zone;
    let later = |notice: &&Notice| notice.weight != Weight::Now;
    let persons: Vec<PersonId> = notices.iter().filter(later).map(|notice| notice.to).collect();
    let choices = queries::choices(tx, &persons).await?;
    let waiting = queries::waiting(tx, owner, &persons).await?;
    let due_at = |notice: &Notice| {
        let chosen = choices.get(&notice.to).copied().unwrap_or_default();
        let own = chosen.due_at(notice.weight, zone, tx.now())?;
        // Whatever waits for the same person goes out together with it.
        let sooner = waiting.get(&notice.to).copied().filter(|at| *at < own && notice.weight != Weight::Now);
        Some(sooner.unwrap_or(own))
    };
    let due: Vec<(Notice, Option<Moment>)> = notices.iter().map(|notice| (notice.clone(), due_at(notice))).collect();
    queries::add(tx, owner, &due).await?;
    let at_once = due.iter().filter(|(notice, _)| notice.weight == Weight::Now);
    let mails: Vec<Mail> = at_once.map(|(notice, _)| notice.clone().into_mail()).collect();
    if !mails.is_empty() {
        mail::send_many(tx, mails).await?;
    }
    let moments = due.iter().filter(|(notice, _)| notice.weight != Weight::Now).filter_map(|(_, at)| *at);
    send_at(tx, organisation, moments.collect()).await
}

/// Sends what is due at each of these moments.
async fn send_at(tx: &Tx, organisation: OrganisationId, moments: BTreeSet<Moment>) -> Result<(), Fault> {
    for at in moments {
        let unique_key = Some(format!("notices:{organisation}:{}", at.timestamp()));
        jobs::enqueue(tx, NewJob { run_at: Some(at), unique_key, ..NewJob::of(organisation, SEND, json!({})) }).await?;
    }
    Ok(())
}

/// Tells the mailboxes of roles something. Nobody chooses for a mailbox: its mail comes as it comes to people who have
/// chosen nothing, with what else comes within minutes, and not at night.
/// # Errors
/// [`kit::fault::Denied`] outside the organisation whose mailboxes they are.
pub async fn tell_boxes(tx: &Tx, notices: Vec<Notice<MailboxId>>) -> Result<(), Fault> {
    let mut notices = notices;
    notices.sort_by_key(|notice| notice.owner);
    for of_owner in notices.chunk_by(|one, next| one.owner == next.owner) {
        tell_boxes_for(tx, of_owner[0].owner, of_owner).await?;
    }
    Ok(())
}

async fn tell_boxes_for(tx: &Tx, organisation: OrganisationId, notices: &[Notice<MailboxId>]) -> Result<(), Fault> {
    let owner = access::may_tell(tx.actor(), organisation)?;
    let zone = organisations::find(tx, organisation).await?.zone;
    let addresses = box_addresses(tx, owner).await?;
    let waiting = queries::boxes::waiting(tx, owner).await?;
    let (mut at_once, mut later) = (vec![], vec![]);
    for notice in notices.iter().cloned() {
        match Choices::default().due_at(notice.weight, zone, tx.now()) {
            Some(at) if notice.weight != Weight::Now => {
                // Whatever waits for the same mailbox goes out together with it.
                let sooner = waiting.get(&notice.to).copied().filter(|sooner| *sooner < at);
                later.push((notice, sooner.unwrap_or(at)));
            }
            _ => at_once.extend(addresses.get(&notice.to).map(|address| notice.into_box_mail(address))),
        }
    }
    let moments = later.iter().map(|(_, at)| *at).collect();
    queries::boxes::add(tx, owner, later).await?;
    mail::send_to_boxes(tx, at_once).await?;
    send_at(tx, organisation, moments).await
}

/// Where the organisation's mailboxes are; one that was removed is written to no more.
async fn box_addresses(tx: &Tx, owner: Owner) -> Result<HashMap<MailboxId, String>, Fault> {
    let all = persons::mailboxes(tx, owner).await?;
    Ok(all.into_iter().map(|mailbox| (mailbox.id, mailbox.email.as_str().to_owned())).collect())
}

/// Sends the mails that are due, one for each person and each mailbox, so many notices at a time. True: there may be more.
/// # Errors
/// [`jobs::LeaseLost`]; what the database answers.
pub async fn send_due(tx: &Tx, job: &Job) -> Result<bool, Fault> {
    let owner = access::works_for(tx.actor(), job.organisation)?;
    let due = queries::due(tx, owner, AT_ONCE).await?;
    if due.is_empty() {
        return send_due_to_boxes(tx, job, owner).await;
    }
    jobs::hold(tx, job).await?;
    let sender = organisations::find(tx, owner.id()).await?.name;
    let mails = due.chunk_by(|one, next| one.person == next.person).filter_map(|told| bundle(told, &sender));
    mail::send_many(tx, mails.collect()).await?;
    let ids: Vec<_> = due.iter().map(|told| told.id).collect();
    queries::note_mailed(tx, owner, &ids).await?;
    Ok(true)
}

async fn send_due_to_boxes(tx: &Tx, job: &Job, owner: Owner) -> Result<bool, Fault> {
    let due = queries::boxes::due(tx, owner, AT_ONCE).await?;
    if due.is_empty() {
        jobs::finish(tx, job).await?;
        return Ok(false);
    }
    jobs::hold(tx, job).await?;
    let sender = organisations::find(tx, owner.id()).await?.name;
    let addresses = box_addresses(tx, owner).await?;
    let of_box = due.chunk_by(|one, next| one.mailbox == next.mailbox);
    let mails = of_box.filter_map(|told| {
        let address = addresses.get(&told.first()?.mailbox)?;
        bundle_for_box(told, (owner.id(), address), &sender)
    });
    mail::send_to_boxes(tx, mails.collect()).await?;
    queries::boxes::note_mailed(tx, owner, &due.iter().map(|told| told.id).collect::<Vec<_>>()).await?;
    Ok(true)
}

/// One page of one's own notices, how many there are, and how many are new.
/// # Errors
/// [`kit::fault::Denied`] for nobody.
pub async fn own(tx: &Tx, search: &str, first: usize, rows: usize) -> Result<(Vec<Told>, usize, usize), Fault> {
    let oneself = access::own(tx.actor())?;
    let (all, unread) = queries::count_own(tx, oneself).await?;
    let wide = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
    let narrow = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    if search.is_empty() {
        let told = queries::own(tx, oneself, wide(first), wide(rows)).await?;
        return Ok((told, narrow(all), narrow(unread)));
    }
    let mut found = queries::own(tx, oneself, 0, SEARCHED_MAX).await?;
    found.retain(|told| format::holds_words(search, &[&told.subject, &told.body]));
    let all = found.len();
    Ok((found.into_iter().skip(first).take(rows).collect(), all, narrow(unread)))
}

/// Notes that one has read all notices.
/// # Errors
/// [`kit::fault::Denied`] for nobody.
pub async fn read_all(tx: &Tx) -> Result<(), Fault> {
    let oneself = access::own(tx.actor())?;
    queries::note_read(tx, oneself, &tx.actor().organisations()).await?;
    Ok(())
}

/// How one wants to be told, and what is known of one's own address.
/// # Errors
/// [`kit::fault::Denied`] for nobody.
pub async fn own_choices(tx: &Tx) -> Result<(Choices, Option<Bounce>), Fault> {
    let oneself = access::own(tx.actor())?;
    let chosen = queries::choices(tx, &[oneself.id()]).await?;
    Ok((chosen.get(&oneself.id()).copied().unwrap_or_default(), own_bounce(tx).await?))
}

async fn own_bounce(tx: &Tx) -> Result<Option<Bounce>, Fault> {
    let Some(email) = persons::find_oneself(tx).await?.email else { return Ok(None) };
    Ok(bounce::of_address(tx, email.as_str()).await?)
}

/// Keeps how one wants to be told.
/// # Errors
/// [`kit::fault::Denied`] for nobody.
pub async fn choose(tx: &Tx, choices: Choices) -> Result<(), Fault> {
    let oneself = access::own(tx.actor())?;
    queries::choose(tx, oneself, choices).await?;
    note(tx, oneself.id(), "notices-chosen").await
}

/// Tries one's own address again from the next mail on.
/// # Errors
/// [`NotFound`] when mail arrives there, as far as is known.
pub async fn retry_own(tx: &Tx) -> Result<(), Fault> {
    let oneself = access::own(tx.actor())?;
    let bounce = own_bounce(tx).await?.ok_or_else(|| NotFound::of("bounce", oneself.id()))?;
    bounce::clear(tx, &bounce.address).await?;
    note(tx, oneself.id(), "address-retried").await
}

/// Own people whose address takes no mail, organisation by organisation.
/// # Errors
/// What the database answers.
pub async fn bounced(tx: &Tx) -> Result<Vec<Bounced>, Fault> {
    let mut all = vec![];
    for owner in access::keeps_addresses(tx.actor()) {
        let sees_protected = persons::sees_protected(tx, owner).await?;
        all.extend(queries::bounced(tx, owner, sees_protected).await?);
    }
    Ok(all)
}

/// Tries the address of one of the organisation's people again.
/// # Errors
/// [`NotFound`] for everybody else, and when mail arrives there.
pub async fn retry(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    let found = bounced(tx).await?.into_iter().find(|bounced| bounced.person_id == person);
    let found = found.ok_or_else(|| NotFound::of("bounce", person))?;
    bounce::clear(tx, &found.email).await?;
    note(tx, person, "address-retried").await
}

/// The journal is an organisation's: of somebody who belongs to none there is no entry.
async fn note(tx: &Tx, person: impl Id, kind: &'static str) -> Result<(), Fault> {
    match tx.actor().organisations().first() {
        Some(owner) => Ok(journal::note(tx, *owner, Event::of(kind, "person", person)).await?),
        None => Ok(()),
    }
}
