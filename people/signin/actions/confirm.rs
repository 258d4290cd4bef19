//! Asking again who somebody is, before a decision: by what they have at hand.

use base::{Lang, PersonId};
use chrono::TimeDelta;
use kit::actor::Actor;
use kit::chance;
use kit::db::Db;
use kit::fault::Fault;
use kit::journal::{self, Event};
use kit::mail::{self, Mail};
use kit::throttle::{self, Limit};
use kit::web::Proof;
use serde_json::json;

use super::second;
use super::sessions::renew_with;
use crate::credentials::{self, Asking, CredentialError, Hashing, Held, MailedCode, Passkeys, Password};
use crate::persons::{self, Person};
use crate::signin::model::{Key, Rule, SignInError};

/// Codes mailed to one person.
const MAILED: Limit = Limit { name: "mailed-codes", at_most: 5, window_minutes: 15 };

/// Whether a proof is new enough for every organisation that the actor acts at.
/// # Errors
/// What the database answers.
pub async fn is_fresh(db: &Db, actor: &Actor, proof: Option<Proof>) -> Result<bool, Fault> {
    let Some(proof) = proof else { return Ok(false) };
    if proof.stands {
        return Ok(true);
    }
    db.read(actor, async |tx| {
        let rules = second::rules_over(&tx).await?;
        let minutes = rules.iter().map(|(_, rule)| rule.fresh_minutes).min();
        let minutes = minutes.unwrap_or(Rule::default().fresh_minutes);
        Ok(tx.now() - proof.at < TimeDelta::minutes(minutes.into()))
    })
    .await
}

/// By what somebody is asked: the strongest they have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// A code of the app, or a recovery code
    App,
    /// The password
    Password,
    /// The PIN
    Pin,
    /// A code that is mailed
    Mail,
}

/// By what this person is asked.
pub fn question(person: &Person, held: &Held) -> Question {
    if held.has_second() {
        Question::App
    } else if held.password_since.is_some() {
        Question::Password
    } else if held.pin && person.email.is_none() {
        Question::Pin
    } else {
        Question::Mail
    }
}

/// Who is asked, and by what.
/// # Errors
/// When nobody is signed in.
pub async fn asked(db: &Db, actor: &Actor) -> Result<(Person, Held, Question), Fault> {
    db.read(actor, async |tx| {
        let id = crate::signin::access::may_keep_own(tx.actor())?.id();
        let person = persons::find(&tx, id).await?;
        let held = credentials::held_by(&tx, id).await?;
        let question = question(&person, &held);
        Ok((person, held, question))
    })
    .await
}

/// Mails a code that answers the question, in this session alone.
/// # Errors
/// [`SignInError::TooOften`].
pub async fn mail_code(db: &Db, hashing: &Hashing, person: &Person, session: &Key, lang: Lang) -> Result<(), Fault> {
    let admit = async |tx| Ok(throttle::admit(&tx, MAILED, &person.id.to_string()).await?);
    if !db.write(&Actor::nobody(), admit).await? {
        return Err(SignInError::TooOften.into());
    }
    let code = MailedCode::fresh(&chance::secret_bytes());
    let hash = hashing.hash(code.reveal()).await?;
    let bound = session.fingerprint();
    let words = crate::words(person.lang.unwrap_or(lang));
    db.write(&Actor::portal(person.home), async |tx| {
        credentials::set_mailed_code(&tx, person.id, &bound, &hash).await?;
        let mail = Mail {
            owner: person.home,
            person: person.id,
            lang: person.lang.unwrap_or(lang),
            kind: "confirm-code",
            unique_key: None,
            subject: words.signin_code_mail_subject(code.shown()),
            body: words.signin_code_mail_body(person.name.given(), code.shown(), MailedCode::MINUTES),
            link: None,
        };
        mail::send(&tx, mail).await?;
        Ok(journal::note(&tx, person.home, Event::of("confirm-code-sent", "person", person.id)).await?)
    })
    .await
}

/// What answers the question.
#[derive(Debug, Clone, Copy)]
pub enum Shown<'a> {
    /// What was typed
    Typed(&'a str),
    /// What a device answered
    Passkey(&'a str),
}

/// Checks the answer. Then the session counts as proven from now on, under a new value.
/// # Errors
/// [`CredentialError::CodeWrong`] or [`CredentialError::PasswordWrong`], and [`SignInError::TooOften`].
pub async fn confirm(
    db: &Db,
    (hashing, passkeys): (&Hashing, &Passkeys),
    who: (&Person, &Held, Question),
    session: &Key,
    shown: Shown<'_>,
) -> Result<Key, Fault> {
    let (person, _, question) = who;
    second::count_code(db, person.id).await?;
    let by = match shown {
        Shown::Typed(answer) => {
            check_typed(db, hashing, who, session, answer).await?;
            format!("{question:?}").to_lowercase()
        }
        Shown::Passkey(answer) => {
            let asked = credentials::take_asked(db, &session.fingerprint(), Asking::Again, Some(person.id)).await?;
            let check = async |tx| credentials::check_passkey(&tx, passkeys, &asked, answer).await;
            db.write(&Actor::nobody(), check).await?;
            "passkey".to_owned()
        }
    };
    let key = renew_with(db, session, true).await?;
    db.write(&Actor::portal(person.home), async |tx| {
        second::forget_codes(&tx, person.id).await?;
        let facts = json!({ "by": by });
        Ok(journal::note(&tx, person.home, Event::of("sign-in-confirmed", "person", person.id).with(facts)).await?)
    })
    .await?;
    Ok(key)
}

async fn check_typed(
    db: &Db,
    hashing: &Hashing,
    (person, held, question): (&Person, &Held, Question),
    session: &Key,
    answer: &str,
) -> Result<(), Fault> {
    let holds = match question {
        Question::App => app_or_recovery(db, person.id, answer).await?,
        Question::Password => {
            let name = held.name.as_deref().unwrap_or_default();
            let found = credentials::check_password(db, hashing, name, &Password::typed(answer)).await?;
            found == Some(person.id)
        }
        Question::Pin => credentials::check_pin(db, hashing, Some(person.id), answer).await?,
        Question::Mail => {
            let bound = session.fingerprint();
            credentials::check_mailed_code(db, hashing, person.id, &bound, &MailedCode::typed(answer)).await?
        }
    };
    let wrong =
        if question == Question::Password { CredentialError::PasswordWrong } else { CredentialError::CodeWrong };
    if holds { Ok(()) } else { Err(wrong.into()) }
}

async fn app_or_recovery(db: &Db, person: PersonId, answer: &str) -> Result<bool, Fault> {
    db.write(&Actor::nobody(), async |tx| {
        Ok(credentials::check_recovery(&tx, person, answer).await?
            || credentials::check_app(&tx, person, answer).await?)
    })
    .await
}
