//! Helping somebody who cannot get in, and the organisation's rule for how strongly people prove who they are.

use base::{OrganisationId, PersonId};
use kit::actor::Actor;
use kit::db::{Db, Tx};
use kit::fault::Fault;
use kit::journal::{self, Event};
use kit::mail::{self, Mail};
use serde_json::json;

use super::sessions::end_every;
use crate::credentials::{self, Held};
use crate::organisations;
use crate::persons::{self, Person};
use crate::signin::access;
use crate::signin::model::{Rule, Session, SignInError};
use crate::signin::queries;

/// The longest reason, in characters.
const REASON_CHARS_MAX: usize = 500;

/// What whoever helps sees: what there is, never what it holds.
#[derive(Debug)]
pub struct Helped {
    /// Who is helped
    pub person: Person,
    /// What they can prove themselves with
    pub held: Held,
    /// Their sessions
    pub sessions: Vec<Session>,
}

/// How somebody signs in, for whoever may help them.
/// # Errors
/// When there is no such person for the actor.
pub async fn look(tx: &Tx, id: PersonId) -> Result<Helped, Fault> {
    let person = persons::find_seen(tx, id).await?;
    access::may_help(tx.actor(), &person)?;
    let held = credentials::held_by(tx, id).await?;
    let sessions = queries::sessions_of(tx, id, None).await?;
    Ok(Helped { person, held, sessions })
}

/// Ends everything that lets a person in now.
/// # Errors
/// When there is no such person for the actor.
pub async fn end_sessions(tx: &Tx, id: PersonId) -> Result<(), Fault> {
    let person = persons::find_seen(tx, id).await?;
    let owner = access::may_help(tx.actor(), &person)?;
    let ended = end_every(tx, id).await?;
    let facts = json!({ "count": ended.count, "sessions": ended.sessions });
    let event = Event::of("sessions-ended", "person", id).with(facts);
    Ok(journal::note(tx, owner.id(), event).await?)
}

/// Ends every session of everybody in the organisation's register but one's own, and tells how many.
/// # Errors
/// `NotFound` for those who do not administer the whole organisation.
pub async fn end_everybody(tx: &Tx, organisation: OrganisationId) -> Result<u64, Fault> {
    let owner = access::may_rule(tx.actor(), organisation)?;
    let me = access::may_keep_own(tx.actor())?;
    let ended = queries::end_everybody(tx, owner, me).await?;
    let facts = json!({ "count": ended.count, "sessions": ended.sessions });
    let event = Event::of("sessions-ended", "organisation", organisation).with(facts);
    journal::note(tx, organisation, event).await?;
    Ok(ended.count)
}

/// Takes a lost second factor away, so that its owner can set up another one after the next first proof. The reason is
/// kept, the person is told, and every session ends.
/// # Errors
/// [`SignInError::NoReason`], or when there is no such person for the actor.
pub async fn release_second(tx: &Tx, id: PersonId, reason: &str) -> Result<(), Fault> {
    let person = persons::find_seen(tx, id).await?;
    let owner = access::may_help(tx.actor(), &person)?;
    let reason = reason.trim();
    if reason.is_empty() || reason.chars().count() > REASON_CHARS_MAX {
        return Err(SignInError::NoReason.into());
    }
    let had = credentials::remove_seconds(tx, id).await?;
    let ended = end_every(tx, id).await?;
    let facts = json!({ "reason": reason, "had": had, "sessions": ended.sessions });
    let event = Event::of("second-factor-released", "person", id).with(facts);
    journal::note(tx, owner.id(), event).await?;
    let helper = tx.actor().person_id();
    let helper = match helper {
        Some(helper) => persons::find(tx, helper).await?.name.to_string(),
        None => String::new(),
    };
    tell(tx, &person, Told::Released { helper, reason: reason.to_owned() }).await
}

/// What a person is told about their own sign-in, so that nobody changes it unseen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// The password was set or changed
    Password,
    /// An app was set up
    App,
    /// The second factor was removed by its owner
    AppRemoved,
    /// A passkey was added, by this name
    PasskeyAdded(String),
    /// A passkey was removed, by this name
    PasskeyRemoved(String),
    /// New recovery codes were made
    Codes,
    /// An outside account was connected
    Connected,
    /// Somebody looks with the person's eyes, to help
    Support {
        /// Who
        helper: String,
        /// Why
        reason: String,
        /// Until when, as a time of day
        until: String,
    },
    /// The second factor was taken away by somebody who helped
    Released {
        /// Who helped
        helper: String,
        /// Why
        reason: String,
    },
}

/// Mails the person what was changed.
/// # Errors
/// What the database answers.
pub async fn tell(tx: &Tx, person: &Person, told: Told) -> Result<(), Fault> {
    let home = organisations::find(tx, person.home).await?;
    let lang = person.lang.unwrap_or(home.lang);
    let words = crate::words(lang);
    let what = match &told {
        Told::Password => words.signin_told_password().to_string(),
        Told::App => words.signin_told_app().to_string(),
        Told::AppRemoved => words.signin_told_app_removed().to_string(),
        Told::PasskeyAdded(name) => words.signin_told_passkey_added(name),
        Told::PasskeyRemoved(name) => words.signin_told_passkey_removed(name),
        Told::Codes => words.signin_told_codes().to_string(),
        Told::Connected => words.signin_told_connected().to_string(),
        Told::Support { helper, reason, until } => words.signin_told_support(helper, reason, until),
        Told::Released { helper, reason } => words.signin_told_released(helper, reason),
    };
    let mail = Mail {
        owner: person.home,
        person: person.id,
        lang,
        kind: "sign-in-changed",
        unique_key: None,
        subject: words.signin_told_subject().to_string(),
        body: words.signin_told_body(person.name.given(), home.contact.email, what),
        link: Some(mail::Link::to(words.signin_told_link(), "/me/sign-in")),
    };
    mail::send(tx, mail).await?;
    Ok(())
}

/// The organisation's rule.
/// # Errors
/// When there is no such organisation for the actor.
pub async fn rule_of(tx: &Tx, organisation: OrganisationId) -> Result<Rule, Fault> {
    let owner = access::may_rule(tx.actor(), organisation)?;
    Ok(queries::rules(tx, &[owner]).await?.get(&organisation).copied().unwrap_or_default())
}

/// Sets the organisation's rule.
/// # Errors
/// When there is no such organisation for the actor.
pub async fn set_rule(tx: &Tx, organisation: OrganisationId, rule: Rule) -> Result<(), Fault> {
    let owner = access::may_rule(tx.actor(), organisation)?;
    queries::save_rule(tx, owner, rule).await?;
    let facts = json!({ "second_factor": rule.second_factor.word(), "fresh_minutes": rule.fresh_minutes });
    let event = Event::of("sign-in-rule-set", "organisation", organisation).with(facts);
    Ok(journal::note(tx, organisation, event).await?)
}

/// Sets the rule before anybody administers the organisation: the demo, and the set-up of a portal.
/// # Errors
/// What the database answers.
pub async fn begin_with_rule(db: &Db, organisation: OrganisationId, rule: Rule) -> Result<(), Fault> {
    db.write(&Actor::portal(organisation), async |tx| {
        let owner = access::portal_of(tx.actor(), organisation)?;
        queries::save_rule(&tx, owner, rule).await?;
        let facts = json!({ "second_factor": rule.second_factor.word(), "fresh_minutes": rule.fresh_minutes });
        let event = Event::of("sign-in-rule-set", "organisation", organisation).with(facts);
        Ok(journal::note(&tx, organisation, event).await?)
    })
    .await
}
