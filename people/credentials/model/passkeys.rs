//! Passkeys: keys that a device keeps to itself. What a device is asked, and whether its answer holds (Web Authentication,
//! level 3). A passkey of ours always asks its holder for a PIN, a finger or a face, so it counts as two factors.

use std::fmt;

use base::{CredentialId, Moment, PersonId};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use url::Url;
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential,
    Webauthn, WebauthnBuilder,
};

use super::CredentialError;

/// What a device calls the portal.
const PORTAL: &str = "Fotfeste";

/// Passkeys of this portal: they hold at its own address alone.
pub struct Passkeys(Option<Webauthn>);

/// What a device is asked, and what is kept until it answers.
#[derive(Debug)]
pub struct Challenge {
    /// For the device, as the browser takes it
    pub options: Value,
    /// For ourselves
    pub state: String,
}

impl Passkeys {
    /// The passkeys of a portal at this address. One that is reached by number has none: browsers bind them to names.
    pub fn of(base_url: &str) -> Self {
        let origin = Url::parse(base_url).ok();
        Self(origin.and_then(|origin| {
            let name = origin.domain()?.to_owned();
            WebauthnBuilder::new(&name, &origin).ok()?.rp_name(PORTAL).build().ok()
        }))
    }

    /// Whether there are any.
    pub fn are_offered(&self) -> bool {
        self.0.is_some()
    }

    fn rules(&self) -> Result<&Webauthn, CredentialError> {
        self.0.as_ref().ok_or(CredentialError::PasskeysNotHere)
    }

    /// Asks a device for a new key; one that it has made for the person already is not made twice.
    /// # Errors
    /// [`CredentialError::PasskeysNotHere`].
    pub fn invite(&self, person: PersonId, name: &str, present: &[OwnPasskey]) -> Result<Challenge, CredentialError> {
        let present = present.iter().map(|own| own.key.cred_id().clone()).collect();
        let begun = self.rules()?.start_passkey_registration(person.0, name, name, Some(present));
        let (options, state) = begun.map_err(wrong)?;
        let mut options = written(&options)?;
        // A device that can find the key by itself spares its holder the name at the next sign-in.
        options["publicKey"]["authenticatorSelection"]["residentKey"] = json!("preferred");
        Ok(Challenge { options, state: written(&state)?.to_string() })
    }

    /// The key that a device has made.
    /// # Errors
    /// [`CredentialError::PasskeyWrong`].
    pub fn made(&self, state: &str, answer: &str) -> Result<PublicHalf, CredentialError> {
        let state: PasskeyRegistration = read(state)?;
        let answer: RegisterPublicKeyCredential = read(answer)?;
        Ok(PublicHalf(self.rules()?.finish_passkey_registration(&answer, &state).map_err(wrong)?))
    }

    /// Asks for a key: for one of these, or for whichever the device knows.
    /// # Errors
    /// [`CredentialError::PasskeysNotHere`].
    pub fn ask(&self, known: &[OwnPasskey]) -> Result<Challenge, CredentialError> {
        let (options, state) = self.rules()?.start_discoverable_authentication().map_err(wrong)?;
        let mut options = written(&options)?;
        if let Some(options) = options.as_object_mut() {
            options.remove("mediation"); // a button asks, not a list under a field
        }
        let allowed = known.iter().map(|own| json!({ "type": "public-key", "id": own.device_s_name() }));
        options["publicKey"]["allowCredentials"] = Value::Array(allowed.collect());
        Ok(Challenge { options, state: written(&state)?.to_string() })
    }

    /// The same key after it has answered: what is asked was asked by us, of this key, and a key that counts has counted
    /// on.
    /// # Errors
    /// [`CredentialError::PasskeyWrong`].
    pub fn used(&self, state: &str, answer: &Answered, own: &OwnPasskey) -> Result<PublicHalf, CredentialError> {
        let state: DiscoverableAuthentication = read(state)?;
        let shown = self.rules()?.finish_discoverable_authentication_v2(&answer.0, state, &own.key).map_err(wrong)?;
        let mut key = own.key.clone();
        key.update_credential(&shown);
        Ok(PublicHalf(key))
    }
}

/// What a device answered, before anything of it is believed.
#[derive(Debug)]
pub struct Answered(PublicKeyCredential);

impl Answered {
    /// The answer, when it has the form of one.
    /// # Errors
    /// [`CredentialError::PasskeyWrong`].
    pub fn read(text: &str) -> Result<Self, CredentialError> {
        let answer: PublicKeyCredential = read(text)?;
        if answer.type_ == "public-key" { Ok(Self(answer)) } else { Err(wrong("another kind of answer")) }
    }

    /// Whose the key is, as the device says.
    pub fn claimed(&self) -> Option<PersonId> {
        uuid::Uuid::from_slice(self.0.get_user_unique_id()?).ok().map(PersonId)
    }

    /// Whether the device says that it is this person's key, or does not say.
    pub fn may_be_of(&self, person: PersonId) -> bool {
        self.0.get_user_unique_id().is_none() || self.claimed() == Some(person)
    }

    /// Whether it comes from this key.
    pub fn is_by(&self, own: &OwnPasskey) -> bool {
        self.0.get_credential_id() == own.key.cred_id().as_slice()
    }
}

/// The half of a key that everybody may know.
pub struct PublicHalf(Passkey);

impl PublicHalf {
    /// As it is stored.
    /// # Errors
    /// When it cannot be written, which is a fault of ours.
    pub fn stored(&self) -> Result<String, CredentialError> {
        Ok(written(&self.0)?.to_string())
    }

    /// Whether it is one of these.
    pub fn is_among(&self, own: &[OwnPasskey]) -> bool {
        own.iter().any(|own| own.key.cred_id() == self.0.cred_id())
    }
}

impl fmt::Debug for PublicHalf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PublicHalf(…)")
    }
}

/// One of a person's passkeys.
#[derive(Debug, Clone)]
pub struct OwnPasskey {
    /// Which
    pub id: CredentialId,
    /// What its holder calls it
    pub name: String,
    /// Since when
    pub created_at: Moment,
    /// When it was last used
    pub used_at: Option<Moment>,
    key: Passkey,
}

impl OwnPasskey {
    /// A person has at most this many.
    pub const COUNT_MAX: usize = 20;

    /// The passkey that was stored so; none when the form is not ours.
    pub fn stored(
        id: CredentialId,
        name: String,
        created_at: Moment,
        used_at: Option<Moment>,
        text: &str,
    ) -> Option<Self> {
        Some(Self { id, name, created_at, used_at, key: read(text).ok()? })
    }

    fn device_s_name(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.key.cred_id())
    }
}

/// What a person calls a passkey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasskeyName(String);

impl PasskeyName {
    /// The longest name, in characters.
    pub const CHARS_MAX: usize = 60;

    /// The name that was typed.
    /// # Errors
    /// [`CredentialError::PasskeyName`] when there is none or too much of it.
    pub fn new(text: &str) -> Result<Self, CredentialError> {
        let text = text.trim();
        let got = text.chars().count();
        let fits = (1..=Self::CHARS_MAX).contains(&got) && !text.chars().any(char::is_control);
        if fits { Ok(Self(text.to_owned())) } else { Err(CredentialError::PasskeyName { got, max: Self::CHARS_MAX }) }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn wrong(what: impl fmt::Display) -> CredentialError {
    CredentialError::PasskeyWrong { what: what.to_string() }
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, CredentialError> {
    serde_json::from_str(text).map_err(wrong)
}

fn written(value: &impl Serialize) -> Result<Value, CredentialError> {
    serde_json::to_value(value).map_err(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passkeys_are_bound_to_a_name_and_never_to_a_number() {
        for (address, offered) in [
            ("https://portal.example", true),
            ("http://localhost:8080", true),
            ("http://127.0.0.1:8080", false),
            ("https://[::1]", false),
            ("no address", false),
        ] {
            assert_eq!(Passkeys::of(address).are_offered(), offered, "{address}");
        }
    }

    #[test]
    fn a_device_is_always_asked_to_make_sure_who_holds_it() {
        let passkeys = Passkeys::of("https://portal.example");
        let asked = passkeys.ask(&[]).unwrap().options;
        assert_eq!(asked["publicKey"]["userVerification"], "required");
        assert_eq!(asked["publicKey"]["rpId"], "portal.example");
        assert!(asked.get("mediation").is_none());
        let invited = passkeys.invite(PersonId(uuid::Uuid::from_u128(7)), "Mila", &[]).unwrap().options;
        assert_eq!(invited["publicKey"]["authenticatorSelection"]["userVerification"], "required");
        assert_eq!(invited["publicKey"]["attestation"], "none");
    }

    #[test]
    fn a_name_is_a_short_line() {
        assert_eq!(PasskeyName::new("  Telefon ").unwrap().as_str(), "Telefon");
        for (bad, got) in [("", 0), (" \t", 0), ("a\nb", 3)] {
            assert_eq!(PasskeyName::new(bad), Err(CredentialError::PasskeyName { got, max: 60 }), "{bad:?}");
        }
        assert!(PasskeyName::new(&"æ".repeat(61)).is_err());
    }
}
