//! What a webhook and a delivery are, and what a signature is made of.

use base::{DeliveryId, Lang, Moment, PersonId, WebhookId};
use base64::prelude::{BASE64_STANDARD, Engine};
use chrono::TimeDelta;
use hmac::{Hmac, KeyInit, Mac};
use kit::fault::{Kind, Problem};
use kit::outgoing::ADDRESS_CHARS_MAX;
use sha2::Sha256;

/// What may be told: kinds of lines in the journal.
pub const EVENTS: [&str; 16] = [
    "round-announced",
    "round-cancelled",
    "publication-asked",
    "publication-stopped",
    "round-published",
    "student-added",
    "student-withdrawn",
    "student-readmitted",
    "wishes-confirmed",
    "wishes-entered",
    "allocation-done",
    "allocation-failed",
    "placed-by-hand",
    "placement-changed",
    "unit-added",
    "unit-changed",
];

/// An organisation has at most this many webhooks.
pub const WEBHOOKS_MAX: u64 = 20;
/// After so many deliveries in a row that nobody took, a webhook is switched off.
pub const OFF_AFTER: i32 = 5;
/// The waits between the tries of one delivery, in minutes. After the last it has failed.
pub const WAITS_MINUTES: [i64; 7] = [1, 5, 30, 120, 360, 720, 1440];

/// A webhook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Webhook {
    /// Which
    pub id: WebhookId,
    /// Where it is told
    pub address: String,
    /// What is told
    pub events: Vec<&'static str>,
    /// Who made it
    pub by: PersonId,
    /// When it was made
    pub created_at: Moment,
    /// Since when it is off
    pub paused_at: Option<Moment>,
    /// Deliveries in a row that nobody took
    pub failures: i32,
}

/// How a delivery stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeliveryState {
    /// It waits to be sent, or to be sent again.
    Waiting,
    /// It was taken.
    Done,
    /// Nobody took it.
    Failed,
}

impl DeliveryState {
    /// The word in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Done => "done",
            Self::Failed => "failed",
        }
    }
    /// The state of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Waiting, Self::Done, Self::Failed].into_iter().find(|state| state.word() == word)
    }
}

/// One thing that is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// Which; the same at every try
    pub id: DeliveryId,
    /// To which webhook
    pub webhook: WebhookId,
    /// What happened
    pub event: String,
    /// What is sent
    pub body: String,
    /// How it stands
    pub state: DeliveryState,
    /// How often it was tried
    pub attempts: i32,
    /// What was answered last: a status, or a word for why nothing was
    pub answer: Option<String>,
    /// When it happened
    pub created_at: Moment,
    /// When it was tried last
    pub tried_at: Option<Moment>,
}

impl Delivery {
    /// How long to wait after this many tries; none: it has failed.
    pub fn wait_after(attempts: i32) -> Option<TimeDelta> {
        let index = usize::try_from(attempts - 1).ok()?;
        WAITS_MINUTES.get(index).map(|minutes| TimeDelta::minutes(*minutes))
    }
}

/// A webhook as somebody asked for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewWebhook {
    address: String,
    events: Vec<&'static str>,
}

impl NewWebhook {
    /// What was asked for; whether the address may be called is told by the client that would call it.
    /// # Errors
    /// [`WebhookError::NoEvent`]
    pub fn read(address: &str, events: &[String]) -> Result<Self, WebhookError> {
        let known: Vec<&'static str> =
            EVENTS.into_iter().filter(|event| events.iter().any(|word| word == event)).collect();
        if known.is_empty() || known.len() != events.len() {
            return Err(WebhookError::NoEvent);
        }
        Ok(Self { address: address.trim().chars().take(ADDRESS_CHARS_MAX + 1).collect(), events: known })
    }
    /// Where it is told.
    pub fn address(&self) -> &str {
        &self.address
    }
    /// What is told.
    pub fn events(&self) -> &[&'static str] {
        &self.events
    }
}

/// What a webhook's deliveries are signed with: made from the portal's own secret, so that none is stored.
#[derive(Clone, PartialEq, Eq)]
pub struct SigningKey([u8; 32]);

impl SigningKey {
    /// The key of a webhook.
    pub fn of(secret: &str, webhook: WebhookId) -> Self {
        Self(mac(secret.as_bytes(), webhook.to_string().as_bytes()))
    }
    /// As its receiver keeps it, in the form of the Standard Webhooks specification.
    pub fn reveal(&self) -> String {
        format!("whsec_{}", BASE64_STANDARD.encode(self.0))
    }
    /// The signature of a body that is sent at this moment, in seconds since 1970.
    pub fn sign(&self, delivery: DeliveryId, at: i64, body: &str) -> String {
        format!("v1,{}", BASE64_STANDARD.encode(mac(&self.0, format!("{delivery}.{at}.{body}").as_bytes())))
    }
}

fn mac(key: &[u8], text: &[u8]) -> [u8; 32] {
    let Ok(mut made) = Hmac::<Sha256>::new_from_slice(key) else { unreachable!("a key of any length will do") };
    made.update(text);
    made.finalize().into_bytes().into()
}

/// Why a webhook was not made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WebhookError {
    /// It would never be told anything, or something unknown
    #[error("no event, or one that is not known")]
    NoEvent,
    /// More than are kept apart
    #[error("the organisation has {WEBHOOKS_MAX} webhooks")]
    TooMany,
    /// Nothing leaves a copy to practise in
    #[error("the organisation is a copy to practise in")]
    Practice,
}

impl Problem for WebhookError {
    fn kind(&self) -> Kind {
        match self {
            Self::NoEvent => Kind::Invalid,
            Self::TooMany | Self::Practice => Kind::Conflict,
        }
    }
    fn name(&self) -> &'static str {
        match self {
            Self::NoEvent => "webhook-no-event",
            Self::TooMany => "webhook-too-many",
            Self::Practice => "webhook-practice",
        }
    }
    fn field(&self) -> Option<&'static str> {
        match self {
            Self::NoEvent => Some("events"),
            Self::TooMany | Self::Practice => None,
        }
    }
    fn tell(&self, lang: Lang) -> String {
        let words = crate::words(lang);
        match self {
            Self::NoEvent => words.webhooks_no_event().to_string(),
            Self::TooMany => words.webhooks_too_many(WEBHOOKS_MAX),
            Self::Practice => words.webhooks_practice().to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use base::Id;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_signature_is_the_one_of_the_specification() {
        let key = SigningKey([7; 32]);
        assert_eq!(key.reveal(), "whsec_BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=");
        let delivery = DeliveryId::from_uuid(Uuid::nil());
        let signed = key.sign(delivery, 1_800_000_000, "{}");
        assert!(signed.starts_with("v1,") && signed.len() == 47);
        assert_ne!(signed, key.sign(delivery, 1_800_000_001, "{}"));
        assert_ne!(signed, key.sign(delivery, 1_800_000_000, "{ }"));
        let one = SigningKey::of("secret", WebhookId::from_uuid(Uuid::nil()));
        assert!(one != SigningKey::of("secret", WebhookId::from_uuid(Uuid::max())));
    }

    #[test]
    fn a_delivery_is_tried_eight_times_in_two_days() {
        let waits: Vec<_> = (1..=8).map(Delivery::wait_after).collect();
        assert_eq!(waits.iter().flatten().count(), 7);
        assert_eq!((waits[0], waits[7]), (Some(TimeDelta::minutes(1)), None));
    }
}
