//! What is done with proofs. Who may do it is decided by the room that asks: signing in comes before anybody is known.

pub mod hashing;
pub mod passkeys;

use base::{CredentialId, IdentityId, Moment, PersonId};
use chrono::TimeDelta;
use kit::actor::Actor;
use kit::chance;
use kit::db::{Db, Tx};
use kit::fault::{Fault, NotFound};
use kit::sealed::{self, Spot};

use self::hashing::Hashing;
use super::model::{App, CredentialError, Identity, LOCAL, MailedCode, Password, Pin, RecoveryCode};
use super::queries::{self, NewProof};
use super::tables::credential;

/// After so many wrong tries, with a right one never between, a PIN is dead and a new slip is needed.
const WRONG_PINS_MAX: i64 = 20;
/// Keys of apps sealed in one transaction at the upgrade.
const APPS_AT_ONCE: u64 = 200;
/// The longest name to sign in with, in characters.
const NAME_CHARS_MAX: usize = 254;

/// What a person can prove themselves with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Held {
    /// The name that goes with the password
    pub name: Option<String>,
    /// Since when the password holds
    pub password_since: Option<Moment>,
    /// Since when an app is set up
    pub app_since: Option<Moment>,
    /// Recovery codes not used yet
    pub codes_left: usize,
    /// Passkeys, by the names their holder gave them
    pub passkeys: Vec<String>,
    /// Whether a PIN is set
    pub pin: bool,
}

impl Held {
    /// Whether there is a second factor.
    pub fn has_second(&self) -> bool {
        self.has_app() || self.has_passkey()
    }

    /// Whether an app is set up.
    pub fn has_app(&self) -> bool {
        self.app_since.is_some()
    }

    /// Whether there is a passkey.
    pub fn has_passkey(&self) -> bool {
        !self.passkeys.is_empty()
    }
}

/// What a person can prove themselves with.
/// # Errors
/// What the database answers.
pub async fn held_by(tx: &Tx, person: PersonId) -> Result<Held, Fault> {
    let mut held = Held::default();
    for proof in queries::of_person(tx, person).await? {
        match proof.kind.as_str() {
            "password" => held.password_since = Some(proof.created_at),
            "totp" => held.app_since = proof.confirmed_at.or(held.app_since),
            "recovery" => held.codes_left += usize::from(proof.used_at.is_none()),
            "pin" => held.pin = true,
            "passkey" => held.passkeys.push(proof.label.unwrap_or_default()),
            _ => {}
        }
    }
    let local = queries::identities(tx, person).await?.into_iter().find(|identity| identity.issuer == LOCAL);
    held.name = local.map(|identity| identity.subject);
    Ok(held)
}

/// A name to sign in with, folded as it is compared.
/// # Errors
/// [`CredentialError::NameForm`].
pub fn check_name(typed: &str) -> Result<String, CredentialError> {
    let name = typed.trim().to_lowercase();
    let plain = |sign: char| !sign.is_whitespace() && !sign.is_control();
    let fits = (3..=NAME_CHARS_MAX).contains(&name.chars().count());
    if fits && name.chars().all(plain) { Ok(name) } else { Err(CredentialError::NameForm) }
}

/// Keeps a password, by what was hashed of it, and the name that goes with it.
/// # Errors
/// [`CredentialError::NameTaken`].
pub async fn set_password(tx: &Tx, person: PersonId, name: &str, hash: &str) -> Result<(), Fault> {
    match queries::find_identity(tx, LOCAL, name).await? {
        Some((_, holder)) if holder != person => return Err(CredentialError::NameTaken.into()),
        Some(_) => {}
        None => {
            queries::remove_identities(tx, person, LOCAL).await?;
            queries::add_identity(tx, person, LOCAL, name).await?;
        }
    }
    queries::remove(tx, person, &["password"]).await?;
    Ok(queries::add(tx, new(tx, person, "password", hash.to_owned())).await?)
}

fn new<'a>(tx: &Tx, person: PersonId, kind: &'a str, value: String) -> NewProof<'a> {
    NewProof { id: tx.new_id(), person, kind, value, label: None, counter: 0, confirmed_at: Some(tx.now()) }
}

/// Who signs in with this name and password. The answer takes as long when nobody has the name.
/// # Errors
/// [`CredentialError::Busy`], or what the database answers.
pub async fn check_password(
    db: &Db,
    hashing: &Hashing,
    name: &str,
    password: &Password,
) -> Result<Option<PersonId>, Fault> {
    let found = db
        .read(&Actor::nobody(), async |tx| {
            let Some((_, person)) = queries::find_identity(&tx, LOCAL, name).await? else { return Ok(None) };
            Ok(queries::one(&tx, person, "password").await?.map(|proof| (person, proof)))
        })
        .await?;
    holds(db, hashing, password.reveal(), found).await
}

/// Checks a slow proof and notes that it held.
async fn holds(
    db: &Db,
    hashing: &Hashing,
    secret: &str,
    found: Option<(PersonId, credential::Model)>,
) -> Result<Option<PersonId>, Fault> {
    let stored = found.as_ref().map(|(_, proof)| proof.value.as_str());
    if !hashing.holds(secret, stored).await? {
        return Ok(None);
    }
    let Some((person, proof)) = found else { return Ok(None) };
    db.write(&Actor::nobody(), async |tx| Ok(queries::note_used(&tx, proof.id).await?)).await?;
    Ok(Some(person))
}

/// Offers an app with a fresh key, which counts once a code of it was typed.
/// # Errors
/// What the database answers.
pub async fn offer_app(tx: &Tx, person: PersonId, app: &App) -> Result<(), Fault> {
    for proof in queries::of_person(tx, person).await? {
        if proof.kind == "totp" && proof.confirmed_at.is_none() {
            queries::remove_one(tx, proof.id).await?;
        }
    }
    let offered = NewProof { confirmed_at: None, ..new(tx, person, "totp", String::new()) };
    let value = sealed::seal(tx, &spot(person, offered.id), app.key()).await?;
    Ok(queries::add(tx, NewProof { value, ..offered }).await?)
}

/// Where the key of an app stands: it opens nowhere else.
fn spot(person: PersonId, id: CredentialId) -> Spot {
    Spot { table: "credentials", column: "value", row: sealed::row(id), person, organisation: None }
}

/// The app whose key was stored; none when the person's key was destroyed.
async fn app_of(tx: &Tx, proof: &credential::Model) -> Result<Option<App>, Fault> {
    if !sealed::is_sealed(&proof.value) {
        return Ok(App::stored(&proof.value)); // from before there were seals; the next start seals it
    }
    let key = sealed::open(tx, &spot(proof.person_id, proof.id), &proof.value).await?;
    Ok(key.and_then(|key| App::stored(&key)))
}

/// Seals the keys of apps that were stored before there were seals, and answers how many. Done at the start; safe to run
/// twice, and beside others.
/// # Errors
/// What the database answers.
pub async fn seal_apps(db: &Db) -> Result<u64, Fault> {
    let mut done = 0;
    loop {
        let some = async |tx: Tx| {
            let apps = queries::open_apps(&tx, APPS_AT_ONCE).await?;
            for app in &apps {
                let value = sealed::seal(&tx, &spot(app.person_id, app.id), &app.value).await?;
                queries::set_value(&tx, app.id, value).await?;
            }
            Ok(apps.len() as u64)
        };
        let some = db.write(&Actor::nobody(), some).await?;
        done += some;
        if some < APPS_AT_ONCE {
            return Ok(done);
        }
    }
}

/// The app that was offered and has not been tried.
/// # Errors
/// What the database answers.
pub async fn offered_app(tx: &Tx, person: PersonId) -> Result<Option<App>, Fault> {
    let offered = queries::of_person(tx, person).await?;
    let offered = offered.into_iter().rfind(|proof| proof.kind == "totp" && proof.confirmed_at.is_none());
    match offered {
        Some(proof) => app_of(tx, &proof).await,
        None => Ok(None),
    }
}

/// Takes the offered app into use by a code that it shows; the app from before is gone.
/// # Errors
/// [`CredentialError::CodeWrong`].
pub async fn confirm_app(tx: &Tx, person: PersonId, code: &str) -> Result<(), Fault> {
    let proofs: Vec<_> =
        queries::of_person(tx, person).await?.into_iter().filter(|proof| proof.kind == "totp").collect();
    let offered = proofs.iter().rfind(|proof| proof.confirmed_at.is_none()).ok_or(CredentialError::CodeWrong)?;
    let step = app_of(tx, offered).await?.and_then(|app| app.step_of(code, tx.now()));
    let step = step.ok_or(CredentialError::CodeWrong)?;
    for before in proofs.iter().filter(|proof| proof.id != offered.id) {
        queries::remove_one(tx, before.id).await?;
    }
    queries::confirm(tx, offered.id).await?;
    queries::use_counted(tx, offered.id, step).await?;
    Ok(())
}

/// Whether the person's app shows this code now. A code holds once.
/// # Errors
/// What the database answers.
pub async fn check_app(tx: &Tx, person: PersonId, code: &str) -> Result<bool, Fault> {
    for proof in queries::of_person(tx, person).await? {
        if proof.kind != "totp" || proof.confirmed_at.is_none() {
            continue;
        }
        let step = app_of(tx, &proof).await?.and_then(|app| app.step_of(code, tx.now()));
        if let Some(step) = step
            && queries::use_counted(tx, proof.id, step).await?
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether this is one of the person's recovery codes. A code holds once.
/// # Errors
/// What the database answers.
pub async fn check_recovery(tx: &Tx, person: PersonId, typed: &str) -> Result<bool, Fault> {
    match RecoveryCode::typed(typed) {
        Some(code) => Ok(queries::use_recovery(tx, person, &code.fingerprint()).await?),
        None => Ok(false),
    }
}

/// New recovery codes; those from before are gone.
/// # Errors
/// What the database answers.
pub async fn new_recovery_codes(tx: &Tx, person: PersonId) -> Result<Vec<RecoveryCode>, Fault> {
    queries::remove(tx, person, &["recovery"]).await?;
    let mut codes = vec![];
    for _ in 0..RecoveryCode::COUNT {
        let code = RecoveryCode::fresh(&chance::secret_bytes());
        queries::add(tx, new(tx, person, "recovery", code.fingerprint())).await?;
        codes.push(code);
    }
    Ok(codes)
}

/// Takes the app away, and the recovery codes when they stand in for nothing any more.
/// # Errors
/// What the database answers.
pub async fn remove_app(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    queries::remove(tx, person, &["totp"]).await?;
    forget_codes_without_second(tx, person).await
}

/// Takes every second factor away, recovery codes included; false when there was none.
/// # Errors
/// What the database answers.
pub async fn remove_seconds(tx: &Tx, person: PersonId) -> Result<bool, Fault> {
    let had = held_by(tx, person).await?.has_second();
    queries::remove(tx, person, &["totp", "passkey", "recovery"]).await?;
    Ok(had)
}

async fn forget_codes_without_second(tx: &Tx, person: PersonId) -> Result<(), Fault> {
    if !held_by(tx, person).await?.has_second() {
        queries::remove(tx, person, &["recovery"]).await?;
    }
    Ok(())
}

/// Keeps a PIN, by what was hashed of it.
/// # Errors
/// What the database answers.
pub async fn set_pin(tx: &Tx, person: PersonId, hash: &str) -> Result<(), Fault> {
    queries::remove(tx, person, &["pin"]).await?;
    Ok(queries::add(tx, new(tx, person, "pin", hash.to_owned())).await?)
}

/// Whether this is the person's PIN. After many wrong tries it is dead. Without a person the same work is done.
/// # Errors
/// [`CredentialError::Busy`], or what the database answers.
pub async fn check_pin(db: &Db, hashing: &Hashing, person: Option<PersonId>, typed: &str) -> Result<bool, Fault> {
    let found = match person {
        Some(person) => db.read(&Actor::nobody(), async |tx| Ok(queries::one(&tx, person, "pin").await?)).await?,
        None => None,
    };
    let alive = found.filter(|proof| proof.counter < WRONG_PINS_MAX);
    let typed = Pin::new(typed).map(|pin| pin.reveal().to_owned()).unwrap_or_default();
    let holds = hashing.holds(&typed, alive.as_ref().map(|proof| proof.value.as_str())).await?;
    let Some(proof) = alive else { return Ok(false) };
    let wrong = if holds { 0 } else { proof.counter + 1 };
    if wrong != proof.counter {
        db.write(&Actor::nobody(), async |tx| Ok(queries::set_counter(&tx, proof.id, wrong).await?)).await?;
    }
    Ok(holds)
}

/// Keeps the code of a mail, by what was hashed of it, for one session; the one from before is gone.
/// # Errors
/// What the database answers.
pub async fn set_mailed_code(tx: &Tx, person: PersonId, session: &str, hash: &str) -> Result<(), Fault> {
    queries::remove(tx, person, &["mail_code"]).await?;
    let code = NewProof { label: Some(session.to_owned()), ..new(tx, person, "mail_code", hash.to_owned()) };
    Ok(queries::add(tx, code).await?)
}

/// Whether this is the code that was mailed for this session, within its minutes. A code holds once.
/// # Errors
/// [`CredentialError::Busy`], or what the database answers.
pub async fn check_mailed_code(
    db: &Db,
    hashing: &Hashing,
    person: PersonId,
    session: &str,
    typed: &MailedCode,
) -> Result<bool, Fault> {
    let found = db
        .read(&Actor::nobody(), async |tx| {
            let found = queries::one(&tx, person, "mail_code").await?;
            let lasts = |proof: &credential::Model| {
                proof.label.as_deref() == Some(session)
                    && tx.now() - proof.created_at < TimeDelta::minutes(MailedCode::MINUTES)
            };
            Ok(found.filter(lasts))
        })
        .await?;
    let holds = hashing.holds(typed.reveal(), found.as_ref().map(|proof| proof.value.as_str())).await?;
    let Some(proof) = found.filter(|_| holds) else { return Ok(false) };
    db.write(&Actor::nobody(), async |tx| Ok(queries::remove_one(&tx, proof.id).await?)).await
}

/// Who somebody is that an issuer calls so; notes that they came.
/// # Errors
/// What the database answers.
pub async fn person_of(tx: &Tx, issuer: &str, subject: &str) -> Result<Option<PersonId>, Fault> {
    let Some((id, person)) = queries::find_identity(tx, issuer, subject).await? else { return Ok(None) };
    queries::note_identity(tx, id).await?;
    Ok(Some(person))
}

/// Binds an identity to a person who has proven both.
/// # Errors
/// [`CredentialError::IdentityTaken`].
pub async fn connect(tx: &Tx, person: PersonId, issuer: &str, subject: &str) -> Result<(), Fault> {
    match queries::find_identity(tx, issuer, subject).await? {
        Some((_, holder)) if holder == person => Ok(()),
        Some(_) => Err(CredentialError::IdentityTaken.into()),
        None => Ok(queries::add_identity(tx, person, issuer, subject).await?),
    }
}

/// Takes one of the person's identities away.
/// # Errors
/// When it is not there.
pub async fn disconnect(tx: &Tx, person: PersonId, id: IdentityId) -> Result<(), Fault> {
    if queries::remove_identity(tx, person, id).await? { Ok(()) } else { Err(NotFound::of("identity", id).into()) }
}

/// Who a person is at outside issuers.
/// # Errors
/// What the database answers.
pub async fn identities_of(tx: &Tx, person: PersonId) -> Result<Vec<Identity>, Fault> {
    let all = queries::identities(tx, person).await?;
    Ok(all.into_iter().filter(|identity| identity.issuer != LOCAL).collect())
}
