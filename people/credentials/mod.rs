//! What proves who somebody is: passwords, authenticator apps with recovery codes, passkeys, PINs and mailed codes; and who somebody
//! is at an issuer of identities. Other rooms ask whether a proof holds; they never see what is stored.
//!
//! Owns `credentials`, `identities` and `passkey_challenges` (global: used before anybody is known).

pub mod actions;
pub mod model;
pub mod queries;
pub mod tables;

pub use actions::hashing::Hashing;
pub use actions::passkeys::{
    AskedFor, Asking, add_passkey, ask, check_passkey, invite, passkeys_of, remove_passkey, take_asked,
};
pub use actions::{
    Held, check_app, check_mailed_code, check_name, check_password, check_pin, check_recovery, confirm_app, connect,
    disconnect, held_by, identities_of, new_recovery_codes, offer_app, offered_app, person_of, remove_app,
    remove_seconds, seal_apps, set_mailed_code, set_password, set_pin,
};
pub use model::passkeys::{OwnPasskey, PasskeyName, Passkeys};
pub use model::{
    App, CredentialError, Identity, LOCAL, MailedCode, Password, Pin, RecoveryCode, Square, grouped, letters,
    typed_letters,
};
pub use queries::own_data;
