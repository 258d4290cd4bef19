//! Asking devices for passkeys, and what becomes of their answers. What was asked is kept with whoever was asked (a
//! session, or a sign-in under way) and is gone with the first answer, right or wrong.

use base::{CredentialId, PersonId};
use kit::actor::Actor;
use kit::db::{Db, Tx};
use kit::fault::{Fault, NotFound};
use serde_json::Value;

use crate::credentials::model::CredentialError;
use crate::credentials::model::passkeys::{Answered, Challenge, OwnPasskey, PasskeyName, Passkeys};
use crate::credentials::queries::{self, NewProof};

/// Why a device is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asking {
    /// To make a key
    New,
    /// As the second step of a sign-in
    Second,
    /// Again, before a decision
    Again,
    /// To sign in, before anybody is known
    Enter,
}

impl Asking {
    /// The word in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Second => "second",
            Self::Again => "again",
            Self::Enter => "enter",
        }
    }
}

/// A person's passkeys, the oldest first.
/// # Errors
/// What the database answers.
pub async fn passkeys_of(tx: &Tx, person: PersonId) -> Result<Vec<OwnPasskey>, Fault> {
    let read = |proof: super::credential::Model| {
        let name = proof.label.unwrap_or_default();
        OwnPasskey::stored(proof.id, name, proof.created_at, proof.used_at, &proof.value)
    };
    let proofs = queries::of_person(tx, person).await?;
    Ok(proofs.into_iter().filter(|proof| proof.kind == "passkey").filter_map(read).collect())
}

/// Invites a device to make a key; answers what the browser hands to it. `bound` is the fingerprint of the session.
/// # Errors
/// [`CredentialError::PasskeysNotHere`], or [`CredentialError::PasskeysMany`].
pub async fn invite(tx: &Tx, passkeys: &Passkeys, bound: &str, person: PersonId, name: &str) -> Result<Value, Fault> {
    let present = passkeys_of(tx, person).await?;
    if present.len() >= OwnPasskey::COUNT_MAX {
        return Err(CredentialError::PasskeysMany { max: OwnPasskey::COUNT_MAX }.into());
    }
    let Challenge { options, state } = passkeys.invite(person, name, &present)?;
    queries::keep_challenge(tx, bound, Asking::New.word(), Some(person), &state).await?;
    Ok(options)
}

/// Asks for one of the person's keys or, when nobody is known yet, for whichever the device knows.
/// # Errors
/// [`CredentialError::PasskeysNotHere`], or when the person has none.
pub async fn ask(
    tx: &Tx,
    passkeys: &Passkeys,
    bound: &str,
    asking: Asking,
    person: Option<PersonId>,
) -> Result<Value, Fault> {
    let known = match person {
        Some(person) => passkeys_of(tx, person).await?,
        None => vec![],
    };
    if known.is_empty() && person.is_some() {
        return Err(CredentialError::PasskeyWrong { what: "the person has no passkey".into() }.into());
    }
    let Challenge { options, state } = passkeys.ask(&known)?;
    queries::keep_challenge(tx, bound, asking.word(), person, &state).await?;
    Ok(options)
}

/// What was asked in this place, to be answered once: it is gone afterwards, whatever the answer is worth.
#[derive(Debug)]
pub struct AskedFor {
    person: Option<PersonId>,
    state: String,
}

/// Takes out what was asked.
/// # Errors
/// [`CredentialError::PasskeyWrong`] when nothing was, too long ago, or for somebody else.
pub async fn take_asked(db: &Db, bound: &str, asking: Asking, person: Option<PersonId>) -> Result<AskedFor, Fault> {
    let take = async |tx| Ok(queries::take_challenge(&tx, bound, asking.word()).await?);
    let found = db.write(&Actor::nobody(), take).await?;
    match found {
        Some(row) if row.person_id == person => Ok(AskedFor { person, state: row.state }),
        _ => Err(CredentialError::PasskeyWrong { what: "nothing was asked here, or too long ago".into() }.into()),
    }
}

/// Keeps the key that a device has made.
/// # Errors
/// [`CredentialError::PasskeyWrong`] or [`CredentialError::PasskeyTwice`].
pub async fn add_passkey(
    tx: &Tx,
    passkeys: &Passkeys,
    asked: &AskedFor,
    name: &PasskeyName,
    answer: &str,
) -> Result<(), Fault> {
    let person = asked.person.ok_or_else(|| Fault::ours("a passkey is made for somebody"))?;
    let made = passkeys.made(&asked.state, answer)?;
    let present = passkeys_of(tx, person).await?;
    if made.is_among(&present) {
        return Err(CredentialError::PasskeyTwice.into());
    }
    let proof = NewProof {
        id: tx.new_id(),
        person,
        kind: "passkey",
        value: made.stored()?,
        label: Some(name.as_str().to_owned()),
        counter: 0,
        confirmed_at: Some(tx.now()),
    };
    Ok(queries::add(tx, proof).await?)
}

/// Whose key answered: of the person who was asked or, when nobody was known, of the one whom the device names.
/// # Errors
/// [`CredentialError::PasskeyWrong`], whatever does not hold.
pub async fn check_passkey(tx: &Tx, passkeys: &Passkeys, asked: &AskedFor, answer: &str) -> Result<PersonId, Fault> {
    let wrong = |what: &str| CredentialError::PasskeyWrong { what: what.to_owned() };
    let answer = Answered::read(answer)?;
    let person = asked.person.or(answer.claimed()).ok_or_else(|| wrong("nobody is named"))?;
    if !answer.may_be_of(person) {
        return Err(wrong("the key is somebody else's").into());
    }
    let present = passkeys_of(tx, person).await?;
    let own = present.iter().find(|own| answer.is_by(own)).ok_or_else(|| wrong("the key is not known"))?;
    let key = passkeys.used(&asked.state, &answer, own)?;
    queries::use_passkey(tx, own.id, &key.stored()?).await?;
    Ok(person)
}

/// Takes one of the person's passkeys away; answers what it was called.
/// # Errors
/// When it is not there.
pub async fn remove_passkey(tx: &Tx, person: PersonId, id: CredentialId) -> Result<String, Fault> {
    let own = passkeys_of(tx, person).await?.into_iter().find(|own| own.id == id);
    let own = own.ok_or_else(|| NotFound::of("passkey", id))?;
    queries::remove_one(tx, id).await?;
    super::forget_codes_without_second(tx, person).await?;
    Ok(own.name)
}
