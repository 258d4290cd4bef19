//! What people do with webhooks, what becomes of what happens, and what a delivery does.

use base::{DeliveryId, Id, OrganisationId, WebhookId};
use chrono::SecondsFormat;
use kit::chance;
use kit::db::{Db, Heard, Tx};
use kit::fault::{Denied, Fault, NotFound};
use kit::jobs::{self, Job, NewJob};
use kit::journal::{self, Event};
use kit::mail::Link;
use kit::outgoing::{Outgoing, OutgoingError};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::model::{
    Delivery, DeliveryState, EVENTS, NewWebhook, OFF_AFTER, SigningKey, WEBHOOKS_MAX, Webhook, WebhookError,
};
use super::{access, queries};
use crate::notices::{self, Notice, Weight};
use crate::{organisations, persons};

/// The kind of job that sends one delivery.
pub const JOB: &str = "webhook-delivery";
/// The name under which the portal keeps the secret that signing keys are made from.
const SECRET: &str = "webhooks";

/// What the job that sends a delivery is given.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Order {
    /// Which delivery
    pub delivery: DeliveryId,
}

/// The organisation's webhooks, the latest first.
/// # Errors
/// [`NotFound`] for those who do not keep them.
pub async fn all(tx: &Tx, organisation: OrganisationId) -> Result<Vec<Webhook>, Fault> {
    let owner = access::may_keep(tx.actor(), organisation)?;
    Ok(queries::all(tx, owner).await?)
}

/// One webhook.
/// # Errors
/// [`NotFound`] also for those who do not keep them.
pub async fn find(tx: &Tx, organisation: OrganisationId, id: WebhookId) -> Result<Webhook, Fault> {
    let owner = access::may_keep(tx.actor(), organisation)?;
    Ok(queries::find(tx, owner, id).await?.ok_or_else(|| NotFound::of("webhook", id))?)
}

/// Deliveries of a webhook before the one given, the latest first.
/// # Errors
/// [`NotFound`] also for those who do not keep them.
pub async fn deliveries(
    tx: &Tx,
    organisation: OrganisationId,
    id: WebhookId,
    before: Option<DeliveryId>,
    limit: u64,
) -> Result<Vec<Delivery>, Fault> {
    let owner = access::may_keep(tx.actor(), organisation)?;
    let found = find(tx, organisation, id).await?;
    Ok(queries::deliveries(tx, owner, found.id, before, limit).await?)
}

/// Deliveries of a webhook in the order of their ids, after the one given.
/// # Errors
/// [`NotFound`] also for those who do not keep them.
pub async fn deliveries_part(
    tx: &Tx,
    organisation: OrganisationId,
    id: WebhookId,
    part: (Option<DeliveryId>, u64),
) -> Result<Vec<Delivery>, Fault> {
    let owner = access::may_keep(tx.actor(), organisation)?;
    let found = find(tx, organisation, id).await?;
    Ok(queries::deliveries_after(tx, owner, found.id, part).await?)
}

/// Makes a webhook.
/// # Errors
/// [`OutgoingError`] for an address that is not called; [`WebhookError`]; [`NotFound`] for those who do not keep them.
pub async fn make(
    tx: &Tx,
    organisation: OrganisationId,
    new: &NewWebhook,
    outgoing: &Outgoing,
) -> Result<WebhookId, Fault> {
    let owner = access::may_keep(tx.actor(), organisation)?;
    let by = tx.actor().person_id().ok_or(Denied { act: "make a webhook as nobody" })?;
    if organisations::find(tx, organisation).await?.practice.is_some() {
        return Err(WebhookError::Practice.into());
    }
    outgoing.check(new.address())?;
    if queries::count(tx, owner).await? >= WEBHOOKS_MAX {
        return Err(WebhookError::TooMany.into());
    }
    let id = queries::add(tx, owner, by, new).await?;
    let facts = json!({ "events": new.events() });
    journal::note(tx, organisation, Event::of("webhook-made", "webhook", id).with(facts)).await?;
    Ok(id)
}

/// The key that the deliveries of a webhook are signed with.
/// # Errors
/// [`NotFound`] also for those who do not keep them.
pub async fn key(tx: &Tx, organisation: OrganisationId, id: WebhookId) -> Result<SigningKey, Fault> {
    key_of(tx, find(tx, organisation, id).await?.id).await
}

async fn key_of(tx: &Tx, webhook: WebhookId) -> Result<SigningKey, Fault> {
    let secret = chance::kept_secret(tx, SECRET, &chance::secret_hex(32)).await?;
    Ok(SigningKey::of(&secret, webhook))
}

/// Ends a webhook: nothing more is told there.
/// # Errors
/// [`NotFound`] when there is none, or for those who do not keep them.
pub async fn end(tx: &Tx, organisation: OrganisationId, id: WebhookId) -> Result<(), Fault> {
    let owner = access::may_keep(tx.actor(), organisation)?;
    if !queries::end(tx, owner, id).await? {
        return Err(NotFound::of("webhook", id).into());
    }
    Ok(journal::note(tx, organisation, Event::of("webhook-ended", "webhook", id)).await?)
}

/// Switches a webhook on again.
/// # Errors
/// [`NotFound`] when there is none that is off, or for those who do not keep them.
pub async fn resume(tx: &Tx, organisation: OrganisationId, id: WebhookId) -> Result<(), Fault> {
    let owner = access::may_keep(tx.actor(), organisation)?;
    if find(tx, organisation, id).await?.paused_at.is_none() {
        return Err(NotFound::of("webhook that is off", id).into());
    }
    queries::switch(tx, owner, id, None).await?;
    Ok(journal::note(tx, organisation, Event::of("webhook-resumed", "webhook", id)).await?)
}

/// Sends a delivery once more that was sent, or given up, before.
/// # Errors
/// [`NotFound`] when it waits still, or for those who do not keep them.
pub async fn repeat(tx: &Tx, organisation: OrganisationId, webhook: WebhookId, id: DeliveryId) -> Result<(), Fault> {
    let owner = access::may_keep(tx.actor(), organisation)?;
    let webhook = find(tx, organisation, webhook).await?;
    let over = |found: &Delivery| found.webhook == webhook.id && found.state != DeliveryState::Waiting;
    let found = queries::delivery(tx, owner, id).await?.filter(over).ok_or_else(|| NotFound::of("delivery", id))?;
    queries::wait_again(tx, owner, found.id).await?;
    send_later(tx, organisation, found.id, None).await?;
    Ok(journal::note(tx, organisation, Event::of("delivery-repeated", "webhook", webhook.id)).await?)
}

async fn send_later(
    tx: &Tx,
    organisation: OrganisationId,
    delivery: DeliveryId,
    wait: Option<chrono::TimeDelta>,
) -> Result<(), Fault> {
    let job = NewJob { run_at: wait.map(|wait| tx.now() + wait), ..order(organisation, delivery) };
    jobs::enqueue(tx, job).await?;
    Ok(())
}

fn order(organisation: OrganisationId, delivery: DeliveryId) -> NewJob {
    NewJob::of(organisation, JOB, json!(Order { delivery }))
}

/// Hears a line of the journal in the transaction that writes it. Who wants to be told gets a delivery and a job.
pub fn heard<'a>(tx: &'a Tx, organisation: OrganisationId, event: &'a Event) -> Heard<'a> {
    Box::pin(async move {
        if !EVENTS.contains(&event.kind) {
            return Ok(());
        }
        let Some(owner) = access::scope(tx.actor(), organisation) else { return Ok(()) };
        let all = queries::all(tx, owner).await?;
        for webhook in all.iter().filter(|webhook| webhook.paused_at.is_none() && webhook.events.contains(&event.kind))
        {
            let id: DeliveryId = tx.new_id();
            let body = json!({
                "id": id,
                "event": event.kind,
                "at": tx.now().to_rfc3339_opts(SecondsFormat::Micros, true),
                "organisation": organisation,
                "subject": { "kind": event.subject_kind, "id": event.subject_id },
            });
            queries::add_delivery(tx, owner, id, webhook.id, (event.kind, &body.to_string())).await?;
            jobs::enqueue(tx, order(organisation, id)).await?;
        }
        Ok(())
    })
}

/// Sends what a job was given: between two transactions, so that nobody waits for another's machine.
/// # Errors
/// [`jobs::LeaseLost`]; what the database answers.
pub async fn send(db: &Db, job: &Job, outgoing: &Outgoing) -> Result<(), Fault> {
    let order: Order = job.payload()?;
    let begin = async |tx: Tx| {
        let owner = access::scope(tx.actor(), job.organisation).ok_or(Denied { act: "send a delivery" })?;
        let delivery = queries::delivery(&tx, owner, order.delivery).await?;
        let Some(delivery) = delivery.filter(|found| found.state == DeliveryState::Waiting) else { return Ok(None) };
        let Some(webhook) = queries::find(&tx, owner, delivery.webhook).await? else { return Ok(None) };
        let key = key_of(&tx, webhook.id).await?;
        Ok(Some((webhook, key, delivery, tx.now().timestamp())))
    };
    let Some((webhook, key, delivery, now)) = db.write(&job.actor(), begin).await? else {
        return db.write(&job.actor(), async |tx| jobs::finish(&tx, job).await).await;
    };
    let headers = [
        ("content-type", "application/json".to_owned()),
        ("user-agent", "Fotfeste".to_owned()),
        ("webhook-id", delivery.id.to_string()),
        ("webhook-timestamp", now.to_string()),
        ("webhook-signature", key.sign(delivery.id, now, &delivery.body)),
    ];
    let answer = outgoing.post(&webhook.address, &headers, delivery.body.clone()).await;
    db.write(&job.actor(), async |tx| {
        jobs::finish(&tx, job).await?;
        note(&tx, &webhook, &delivery, &answer).await
    })
    .await
}

/// Notes how a try went, and what comes next.
async fn note(
    tx: &Tx,
    webhook: &Webhook,
    delivery: &Delivery,
    answer: &Result<u16, OutgoingError>,
) -> Result<(), Fault> {
    let actor = tx.actor();
    let organisation = actor.organisations().first().copied().ok_or(Denied { act: "note a delivery" })?;
    let owner = access::scope(actor, organisation).ok_or(Denied { act: "note a delivery" })?;
    let (taken, told) = match answer {
        Ok(status) => ((200..300).contains(status), status.to_string()),
        Err(error) => (false, error.word().to_owned()),
    };
    let attempts = delivery.attempts + 1;
    if taken {
        queries::note_try(tx, owner, delivery.id, (DeliveryState::Done, attempts, &told)).await?;
        if webhook.failures > 0 && webhook.paused_at.is_none() {
            queries::switch(tx, owner, webhook.id, None).await?;
        }
        return Ok(());
    }
    if let Some(wait) = Delivery::wait_after(attempts) {
        queries::note_try(tx, owner, delivery.id, (DeliveryState::Waiting, attempts, &told)).await?;
        return send_later(tx, organisation, delivery.id, Some(wait)).await;
    }
    queries::note_try(tx, owner, delivery.id, (DeliveryState::Failed, attempts, &told)).await?;
    if queries::count_failure(tx, owner, webhook).await? >= OFF_AFTER && webhook.paused_at.is_none() {
        switch_off(tx, organisation, webhook).await?;
    }
    Ok(())
}

/// Switches a webhook off that nobody answers at, and tells the one who made it.
async fn switch_off(tx: &Tx, organisation: OrganisationId, webhook: &Webhook) -> Result<(), Fault> {
    let owner = access::scope(tx.actor(), organisation).ok_or(Denied { act: "switch a webhook off" })?;
    queries::switch(tx, owner, webhook.id, Some(tx.now())).await?;
    journal::note(tx, organisation, Event::of("webhook-paused", "webhook", webhook.id)).await?;
    let person = persons::find(tx, webhook.by).await?;
    let lang = person.lang.unwrap_or(organisations::find(tx, organisation).await?.lang);
    let words = crate::words(lang);
    let notice = Notice {
        owner: organisation,
        to: person.id,
        lang,
        kind: "webhook-paused",
        weight: Weight::Now,
        unique_key: Some(format!("webhook-paused:{}:{}", webhook.id.uuid(), tx.now().timestamp())),
        subject: words.webhooks_off_subject().to_string(),
        body: words.webhooks_off_body(OFF_AFTER, webhook.address.as_str()),
        link: Some(Link::to(
            words.webhooks_off_link(),
            format!("/organisations/{organisation}/webhooks/{}", webhook.id),
        )),
    };
    notices::tell(tx, vec![notice]).await
}
