//! The second step of a sign-in: a code from an app, a passkey, or a recovery code; and setting an app up where a second
//! factor is asked for.

use base::PersonId;
use kit::actor::Actor;
use kit::db::{Db, Tx};
use kit::fault::Fault;
use kit::journal::{self, Event};
use kit::local::LocalPath;
use kit::throttle::{self, Limit};
use serde_json::{Value, json};

use super::{Arrival, begin, fresh_key};
use crate::credentials::{self, App, AskedFor, Asking, CredentialError, Held, Passkeys, RecoveryCode};
use crate::persons::{self, Person};
use crate::signin::access;
use crate::signin::model::{HalfSignedIn, Key, Rule, SignInError};
use crate::signin::queries::{self, NewSession};

/// Codes tried for one person: a million codes and eight tries leave a guesser nothing.
pub const CODES: Limit = Limit { name: "second-factor", at_most: 8, window_minutes: 15 };

/// What is still owed after a first proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Nothing
    Nothing,
    /// A code of the second factor that is set up
    Second,
    /// A second factor has to be set up first
    NewSecond,
}

/// What somebody owes after a first proof: who has a second factor is always asked for it.
/// # Errors
/// What the database answers.
pub async fn needs(db: &Db, person: PersonId) -> Result<Needs, Fault> {
    let held = db.read(&Actor::nobody(), async |tx| credentials::held_by(&tx, person).await).await?;
    if held.has_second() {
        return Ok(Needs::Second);
    }
    Ok(if is_asked_for(db, person).await? { Needs::NewSecond } else { Needs::Nothing })
}

/// Whether an organisation asks this person for a second factor, by the roles held today. Whoever looks after the portal
/// is always asked.
/// # Errors
/// What the database answers.
pub async fn is_asked_for(db: &Db, person: PersonId) -> Result<bool, Fault> {
    let actor = persons::actor_of(db, person, None).await?;
    db.read(&actor, async |tx| {
        if queries::operates(&tx, person).await? {
            return Ok(true);
        }
        let rules = rules_over(&tx).await?;
        Ok(rules.iter().any(|(at, rule)| {
            let holds = tx.actor().held().iter().any(|held| held.organisation == *at);
            rule.second_factor.asks(holds)
        }))
    })
    .await
}

/// The rules that the actor is under.
/// # Errors
/// What the database answers.
pub async fn rules_over(tx: &Tx) -> Result<Vec<(base::OrganisationId, Rule)>, Fault> {
    let owners = access::under_rules_of(tx.actor());
    let made = queries::rules(tx, &owners).await?;
    Ok(owners.iter().map(|owner| (owner.id(), made.get(&owner.id()).copied().unwrap_or_default())).collect())
}

/// What the page of the second step shows.
#[derive(Debug)]
pub struct SecondStep {
    /// Who is on the way in
    pub person: Person,
    /// The app to set up; none when there is a second factor
    pub offered: Option<App>,
    /// What there is
    pub held: Held,
}

/// The second step that this key waits for.
/// # Errors
/// [`SignInError::HalfGone`].
pub async fn look(db: &Db, key: &Key) -> Result<SecondStep, Fault> {
    db.read(&Actor::nobody(), async |tx| {
        let half = queries::find_half(&tx, key).await?.ok_or(SignInError::HalfGone)?;
        let person = persons::find(&tx, half.person).await?;
        let held = credentials::held_by(&tx, half.person).await?;
        let offered = if held.has_second() { None } else { credentials::offered_app(&tx, half.person).await? };
        Ok(SecondStep { person, offered, held })
    })
    .await
}

/// A sign-in that is finished.
#[derive(Debug)]
pub struct Finished {
    /// For the cookie
    pub key: Key,
    /// Where to go
    pub next: Option<LocalPath>,
    /// To be shown once, when an app was set up on the way in
    pub codes: Vec<RecoveryCode>,
}

/// What is shown as the second proof.
#[derive(Debug, Clone, Copy)]
pub enum Shown<'a> {
    /// A code of the app, or a recovery code
    Code(&'a str),
    /// What a device answered
    Passkey(&'a str),
}

/// Asks for a passkey of the one who is half signed in.
/// # Errors
/// [`SignInError::HalfGone`], or [`CredentialError::PasskeyWrong`] when there is none.
pub async fn ask_passkey(db: &Db, passkeys: &Passkeys, half_key: &Key) -> Result<Value, Fault> {
    let bound = half_key.fingerprint();
    db.write(&Actor::nobody(), async |tx| {
        let half = queries::find_half(&tx, half_key).await?.ok_or(SignInError::HalfGone)?;
        credentials::ask(&tx, passkeys, &bound, Asking::Second, Some(half.person)).await
    })
    .await
}

/// The same, with what the device was asked.
enum Checked<'a> {
    Code(&'a str),
    Passkey(AskedFor, &'a str),
}

/// Finishes a sign-in by a code of the app, a passkey or a recovery code.
/// # Errors
/// [`SignInError::HalfGone`], [`SignInError::TooOften`], [`CredentialError::CodeWrong`] or
/// [`CredentialError::PasskeyWrong`].
pub async fn finish(
    db: &Db,
    passkeys: &Passkeys,
    half_key: &Key,
    shown: Shown<'_>,
    arrival: Arrival<'_>,
) -> Result<Finished, Fault> {
    let half = db.read(&Actor::nobody(), async |tx| Ok(queries::find_half(&tx, half_key).await?)).await?;
    let half = half.ok_or(SignInError::HalfGone)?;
    count_code(db, half.person).await?;
    let shown = match shown {
        Shown::Code(code) => Checked::Code(code),
        Shown::Passkey(answer) => {
            let bound = half_key.fingerprint();
            Checked::Passkey(credentials::take_asked(db, &bound, Asking::Second, Some(half.person)).await?, answer)
        }
    };
    let person = db.read(&Actor::nobody(), async |tx| persons::find(&tx, half.person).await).await?;
    let key = fresh_key()?;
    let on_the_way = Passing { person: &person, half: &half, half_key, key: &key };
    db.write(&Actor::portal(person.home), async |tx| pass(&tx, passkeys, on_the_way, &shown, arrival).await).await
}

/// Who is on the way in, and by which keys.
#[derive(Clone, Copy)]
struct Passing<'a> {
    person: &'a Person,
    half: &'a HalfSignedIn,
    half_key: &'a Key,
    key: &'a Key,
}

async fn pass(
    tx: &Tx,
    passkeys: &Passkeys,
    Passing { person, half, half_key, key }: Passing<'_>,
    shown: &Checked<'_>,
    arrival: Arrival<'_>,
) -> Result<Finished, Fault> {
    let mut codes = vec![];
    let has_second = credentials::held_by(tx, person.id).await?.has_second();
    match shown {
        Checked::Passkey(asked, answer) => drop(credentials::check_passkey(tx, passkeys, asked, answer).await?),
        Checked::Code(code) if has_second => check_code(tx, person, code).await?,
        Checked::Code(code) => {
            credentials::confirm_app(tx, person.id, code).await?;
            codes = credentials::new_recovery_codes(tx, person.id).await?;
            let facts = json!({ "during": "sign-in" });
            journal::note(tx, person.home, Event::of("app-set-up", "person", person.id).with(facts)).await?;
        }
    }
    if !queries::end_half(tx, half_key).await? {
        return Err(SignInError::HalfGone.into());
    }
    forget_codes(tx, person.id).await?;
    let new = NewSession { person: person.id, way: half.way, factors: 2, device: arrival.device };
    begin(tx, person, key, new, None).await?;
    Ok(Finished { key: key.clone(), next: half.next.clone(), codes })
}

async fn check_code(tx: &Tx, person: &Person, code: &str) -> Result<(), Fault> {
    if credentials::check_recovery(tx, person.id, code).await? {
        return Ok(journal::note(tx, person.home, Event::of("recovery-code-used", "person", person.id)).await?);
    }
    if credentials::check_app(tx, person.id, code).await? { Ok(()) } else { Err(CredentialError::CodeWrong.into()) }
}

/// Counts a code tried for this person, right or wrong.
/// # Errors
/// [`SignInError::TooOften`].
pub async fn count_code(db: &Db, person: PersonId) -> Result<(), Fault> {
    let admit = async |tx| Ok(throttle::admit(&tx, CODES, &person.to_string()).await?);
    if db.write(&Actor::nobody(), admit).await? { Ok(()) } else { Err(SignInError::TooOften.into()) }
}

/// Forgets the codes tried for this person, who has proven to be the one.
/// # Errors
/// What the database answers.
pub async fn forget_codes(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    Ok(throttle::forget(tx, CODES, &person.to_string()).await?)
}
