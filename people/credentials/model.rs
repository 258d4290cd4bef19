//! What passwords, apps, PINs and codes are, before anything is stored of them.

pub mod passkeys;

use std::fmt;

use base::{IdentityId, Lang, Moment};
use kit::fault::{Kind, Problem};
use qrcodegen::{QrCode, QrCodeEcc};
use sha2::{Digest, Sha256};
use totp_rs::{Builder, Secret, Totp};

/// The issuer of names that belong to a password of the portal's own.
pub const LOCAL: &str = "local";

/// A password as it was typed: nothing is cut, folded or forbidden in it.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

impl Password {
    /// The shortest password, in characters. Fifteen and more are advised.
    pub const CHARS_MIN: usize = 12;
    /// The longest; longer ones cost time and prove nothing more.
    pub const CHARS_MAX: usize = 200;
    /// How many guesses it must withstand, as a power of ten (zxcvbn counts leaked passwords, names, words, dates and
    /// rows of keys). Guesses over the web are slowed to a few in a quarter of an hour.
    pub const GUESSES_POWER_MIN: f64 = 10.0;

    /// A password to set. `known` are words that stand for the person and the portal: name, address, organisation.
    /// # Errors
    /// When it is too short, too long or too easily guessed.
    pub fn new(text: &str, known: &[&str]) -> Result<Self, CredentialError> {
        let got = text.chars().count();
        if got < Self::CHARS_MIN {
            return Err(CredentialError::PasswordShort { got, min: Self::CHARS_MIN });
        }
        if got > Self::CHARS_MAX {
            return Err(CredentialError::PasswordLong { got, max: Self::CHARS_MAX });
        }
        let words: Vec<&str> = known.iter().copied().chain(["fotfeste", "praksis"]).collect();
        if zxcvbn::zxcvbn(text, &words).guesses_log10() < Self::GUESSES_POWER_MIN {
            return Err(CredentialError::PasswordGuessable);
        }
        Ok(Self(text.to_owned()))
    }

    /// What was typed to be compared: any text, cut at the length that could have been stored.
    pub fn typed(text: &str) -> Self {
        Self(text.chars().take(Self::CHARS_MAX + 1).collect())
    }

    /// The text, to hash.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

/// A number that its holder remembers, for a shared machine.
#[derive(Clone, PartialEq, Eq)]
pub struct Pin(String);

impl Pin {
    /// Fewest figures.
    pub const FIGURES_MIN: usize = 6;
    /// Most figures.
    pub const FIGURES_MAX: usize = 12;

    /// A PIN to set.
    /// # Errors
    /// When it is no number of the right length, or one that everybody tries first.
    pub fn new(text: &str) -> Result<Self, CredentialError> {
        let text = text.trim();
        let figures: Vec<i32> =
            text.chars().filter_map(|sign| sign.to_digit(10)).filter_map(|n| i32::try_from(n).ok()).collect();
        let all = figures.len() == text.chars().count();
        if !all || !(Self::FIGURES_MIN..=Self::FIGURES_MAX).contains(&figures.len()) {
            return Err(CredentialError::PinForm { min: Self::FIGURES_MIN, max: Self::FIGURES_MAX });
        }
        let steps: Vec<i32> = figures.windows(2).map(|pair| (pair[1] - pair[0]).rem_euclid(10)).collect();
        let one_step = steps.iter().all(|step| *step == steps[0]); // 000000, 123456, 987654, 246802
        let repeats =
            |length: usize| figures.len() > length && figures.iter().zip(&figures[length..]).all(|(a, b)| a == b);
        if one_step || repeats(2) || repeats(3) {
            return Err(CredentialError::PinGuessable);
        }
        Ok(Self(text.to_owned()))
    }

    /// The number, to hash.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pin(…)")
    }
}

/// An authenticator app's shared key: six figures every thirty seconds (RFC 6238).
#[derive(Clone)]
pub struct App {
    key: String,
    totp: Totp,
}

impl App {
    /// Bytes of chance in a key.
    pub const BYTES: usize = 20;

    /// An app with a fresh key.
    pub fn fresh(chance: [u8; Self::BYTES]) -> Self {
        Self::of(Secret::from(chance))
    }

    /// The app whose key was stored.
    pub fn stored(key: &str) -> Option<Self> {
        Secret::try_from_base32(key).ok().map(Self::of)
    }

    fn of(secret: Secret) -> Self {
        // Apps that people have know SHA-1, six figures and thirty seconds; a step before and after is for slow clocks.
        Self { key: secret.to_base32(), totp: Builder::new().with_secret(secret).with_skew(1).build_noncompliant() }
    }

    /// The key, to store and to type where a camera is missing.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The key in groups of four, to read aloud.
    pub fn key_in_groups(&self) -> String {
        grouped(&self.key)
    }

    /// The step in which this code was shown, when it is right about now.
    pub fn step_of(&self, code: &str, now: Moment) -> Option<i64> {
        let code: String = code.chars().filter(|sign| !sign.is_whitespace()).collect();
        if code.len() != 6 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let seconds = u64::try_from(now.timestamp()).ok()?;
        i64::try_from(self.totp.check(&code, seconds)?).ok()
    }

    /// What the app shows at a moment; for tests and nobody else's screen.
    pub fn code_at(&self, now: Moment) -> String {
        self.totp.generate(now.timestamp().unsigned_abs()).to_string()
    }

    /// The square that the app's camera reads.
    pub fn square(&self, account: &str) -> Option<Square> {
        let plain =
            |text: &str| url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20");
        Square::of(&format!(
            "otpauth://totp/Fotfeste:{}?secret={}&issuer=Fotfeste",
            plain(account),
            self.key.trim_end_matches('=')
        ))
    }
}

impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("App(…)")
    }
}

/// A square that a camera reads, as one path of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Square {
    /// How many fields wide and high, edge included
    pub size: i32,
    /// The dark fields, as an SVG path
    pub path: String,
}

impl Square {
    /// Light fields around the square, as cameras need them.
    const EDGE: i32 = 4;

    /// The square that says this; none for a text that is too long.
    pub fn of(text: &str) -> Option<Self> {
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
        let fields = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        let dark = fields.filter(|(x, y)| code.get_module(*x, *y));
        let path = dark.map(|(x, y)| format!("M{} {}h1v1h-1z", x + Self::EDGE, y + Self::EDGE)).collect();
        Some(Self { size: code.size() + 2 * Self::EDGE, path })
    }
}

/// Letters of codes that people type: none that is taken for another (Crockford's base 32).
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Letters from chance, five bits each.
pub fn letters(chance: &[u8], count: usize) -> String {
    chance.iter().take(count).map(|byte| char::from(LETTERS[usize::from(byte & 31)])).collect()
}

/// What was typed, as it was given out: capitals, no spaces and dashes, and letters for those they are taken for.
pub fn typed_letters(text: &str) -> String {
    let clean = text.chars().filter(|sign| !sign.is_whitespace() && *sign != '-').flat_map(char::to_uppercase);
    clean
        .map(|sign| match sign {
            'O' => '0',
            'I' | 'L' => '1',
            sign => sign,
        })
        .take(64)
        .collect()
}

/// In groups of four, with dashes.
pub fn grouped(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    letters.chunks(4).map(|some| some.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// A code for the day the phone is lost: 120 bits, for one use.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode(String);

impl RecoveryCode {
    /// Letters in a code.
    pub const LETTERS: usize = 24;
    /// Codes given out at once.
    pub const COUNT: usize = 8;

    /// A fresh code.
    pub fn fresh(chance: &[u8; Self::LETTERS]) -> Self {
        Self(letters(chance, Self::LETTERS))
    }

    /// The code that was typed, when it has the form of one.
    pub fn typed(text: &str) -> Option<Self> {
        let text = typed_letters(text);
        (text.len() == Self::LETTERS && text.bytes().all(|byte| LETTERS.contains(&byte))).then_some(Self(text))
    }

    /// What is stored of it: with so much chance in it, a plain fingerprint tells nothing.
    pub fn fingerprint(&self) -> String {
        hex::encode(Sha256::digest(self.0.as_bytes()))
    }

    /// As it is shown, once.
    pub fn shown(&self) -> String {
        grouped(&self.0)
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(…)")
    }
}

/// A code from a mail, for one question in one session.
#[derive(Clone, PartialEq, Eq)]
pub struct MailedCode(String);

impl MailedCode {
    /// Letters in a code: 40 bits, for ten minutes and a few tries.
    pub const LETTERS: usize = 8;
    /// How long it holds, in minutes.
    pub const MINUTES: i64 = 10;

    /// A fresh code.
    pub fn fresh(chance: &[u8; Self::LETTERS]) -> Self {
        Self(letters(chance, Self::LETTERS))
    }

    /// What was typed, as it was given out.
    pub fn typed(text: &str) -> Self {
        Self(typed_letters(text))
    }

    /// The letters, to hash.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// As the mail says it.
    pub fn shown(&self) -> String {
        grouped(&self.0)
    }
}

impl fmt::Debug for MailedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("MailedCode(…)")
    }
}

/// Who somebody is at an issuer: the pair is the person, never an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// Which
    pub id: IdentityId,
    /// The issuer's address, or [`LOCAL`]
    pub issuer: String,
    /// What the issuer calls the person
    pub subject: String,
    /// Since when
    pub created_at: Moment,
    /// When it was last used
    pub used_at: Option<Moment>,
}

/// Why something was not taken as a proof, now or for later.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CredentialError {
    /// Too few characters
    #[error("the password has {got} characters, at least {min} needed")]
    PasswordShort {
        /// Characters given
        got: usize,
        /// Characters needed
        min: usize,
    },
    /// Too many characters
    #[error("the password has {got} characters, at most {max} allowed")]
    PasswordLong {
        /// Characters given
        got: usize,
        /// Characters allowed
        max: usize,
    },
    /// Common, leaked, or made of what everybody knows
    #[error("the password is too easily guessed")]
    PasswordGuessable,
    /// The two typings differ
    #[error("the password was typed differently the second time")]
    PasswordTwice,
    /// The password that holds now was typed wrong
    #[error("the present password is wrong")]
    PasswordWrong,
    /// No name to sign in with
    #[error("the sign-in name is not one")]
    NameForm,
    /// Somebody else signs in with it
    #[error("the sign-in name is taken")]
    NameTaken,
    /// Not a number of the right length
    #[error("the PIN has not {min} to {max} figures")]
    PinForm {
        /// Fewest
        min: usize,
        /// Most
        max: usize,
    },
    /// One that everybody tries
    #[error("the PIN is too easily guessed")]
    PinGuessable,
    /// Wrong, old, or used before
    #[error("the code does not hold")]
    CodeWrong,
    /// The organisation asks for one
    #[error("a second factor is required and was not removed")]
    SecondFactorNeeded,
    /// The identity belongs to another person
    #[error("the identity belongs to another person")]
    IdentityTaken,
    /// Something in a device's answer does not hold
    #[error("the passkey does not hold: {what}")]
    PasskeyWrong {
        /// What, for the log
        what: String,
    },
    /// The portal is reached by a number, and browsers bind passkeys to names
    #[error("a portal that is reached by number has no passkeys")]
    PasskeysNotHere,
    /// The device has made this one before
    #[error("the passkey is there already")]
    PasskeyTwice,
    /// More than anybody needs
    #[error("a person has at most {max} passkeys")]
    PasskeysMany {
        /// Most
        max: usize,
    },
    /// No name, or a long one
    #[error("the passkey's name has {got} characters, 1 to {max} allowed")]
    PasskeyName {
        /// Characters given
        got: usize,
        /// Most
        max: usize,
    },
    /// Too many people sign in at this moment
    #[error("too many passwords are being checked")]
    Busy,
}

impl Problem for CredentialError {
    fn kind(&self) -> Kind {
        match self {
            Self::NameTaken
            | Self::IdentityTaken
            | Self::SecondFactorNeeded
            | Self::PasskeysNotHere
            | Self::PasskeyTwice
            | Self::PasskeysMany { .. } => Kind::Conflict,
            Self::Busy => Kind::TooMany,
            _ => Kind::Invalid,
        }
    }
    fn name(&self) -> &'static str {
        match self {
            Self::PasswordShort { .. } => "password-short",
            Self::PasswordLong { .. } => "password-long",
            Self::PasswordGuessable => "password-guessable",
            Self::PasswordTwice => "password-twice",
            Self::PasswordWrong => "password-wrong",
            Self::NameForm => "sign-in-name-form",
            Self::NameTaken => "sign-in-name-taken",
            Self::PinForm { .. } => "pin-form",
            Self::PinGuessable => "pin-guessable",
            Self::CodeWrong => "code-wrong",
            Self::SecondFactorNeeded => "second-factor-needed",
            Self::IdentityTaken => "identity-taken",
            Self::PasskeyWrong { .. } => "passkey-wrong",
            Self::PasskeysNotHere => "passkeys-not-here",
            Self::PasskeyTwice => "passkey-twice",
            Self::PasskeysMany { .. } => "passkeys-many",
            Self::PasskeyName { .. } => "passkey-name",
            Self::Busy => "sign-in-busy",
        }
    }
    fn field(&self) -> Option<&'static str> {
        Some(match self {
            Self::PasswordShort { .. } | Self::PasswordLong { .. } | Self::PasswordGuessable | Self::Busy => "password",
            Self::PasswordTwice => "again",
            Self::PasswordWrong => "present",
            Self::NameForm | Self::NameTaken => "name",
            Self::PinForm { .. } | Self::PinGuessable => "pin",
            Self::CodeWrong => "code",
            Self::PasskeyWrong { .. } | Self::PasskeyTwice => "passkey",
            Self::PasskeyName { .. } => "name",
            Self::SecondFactorNeeded | Self::IdentityTaken | Self::PasskeysNotHere | Self::PasskeysMany { .. } => {
                return None;
            }
        })
    }
    fn tell(&self, lang: Lang) -> String {
        let words = crate::words(lang);
        match self {
            Self::PasswordShort { got, min } => words.credentials_password_short(*got, *min),
            Self::PasswordLong { got, max } => words.credentials_password_long(*got, *max),
            Self::PasswordGuessable => words.credentials_password_guessable().to_string(),
            Self::PasswordTwice => words.credentials_password_twice().to_string(),
            Self::PasswordWrong => words.credentials_password_wrong().to_string(),
            Self::NameForm => words.credentials_name_form().to_string(),
            Self::NameTaken => words.credentials_name_taken().to_string(),
            Self::PinForm { min, max } => words.credentials_pin_form(*min, *max),
            Self::PinGuessable => words.credentials_pin_guessable().to_string(),
            Self::CodeWrong => words.credentials_code_wrong().to_string(),
            Self::SecondFactorNeeded => words.credentials_second_needed().to_string(),
            Self::IdentityTaken => words.credentials_identity_taken().to_string(),
            Self::PasskeyWrong { .. } => words.credentials_passkey_wrong().to_string(),
            Self::PasskeysNotHere => words.credentials_passkeys_not_here().to_string(),
            Self::PasskeyTwice => words.credentials_passkey_twice().to_string(),
            Self::PasskeysMany { max } => words.credentials_passkeys_many(*max),
            Self::PasskeyName { got, max } => words.credentials_passkey_name(*got, *max),
            Self::Busy => words.credentials_busy().to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta};

    use super::*;

    #[test]
    fn common_leaked_and_personal_passwords_are_refused_and_long_sentences_taken() {
        let refused = |text: &str| Password::new(text, &["Ida", "Solbakken", "ida@mjos.example"]).unwrap_err();
        assert_eq!(refused("kort"), CredentialError::PasswordShort { got: 4, min: 12 });
        assert_eq!(refused(&"æ".repeat(201)), CredentialError::PasswordLong { got: 201, max: 200 });
        for common in [
            "passwordpassword",
            "123456789012",
            "qwertyuiop123",
            "idasolbakken1",
            "fotfestefotfeste",
            "aaaaaaaaaaaaaaaaaa",
            "iloveyouiloveyou",
        ] {
            assert_eq!(refused(common), CredentialError::PasswordGuessable, "{common}");
        }
        for good in ["tre lyngplanter på en hylle", "korrekt hest batteri stift", "        uten regler for tegn"] {
            assert_eq!(Password::new(good, &[]).unwrap().reveal(), good);
        }
    }

    #[test]
    fn a_pin_that_everybody_tries_is_refused() {
        for bad in ["12345", "1234567890123", "12a456", "１２３４５６"] {
            assert_eq!(Pin::new(bad), Err(CredentialError::PinForm { min: 6, max: 12 }), "{bad}");
        }
        for bad in ["000000", "123456", "987654", "121212", "123123", "246802"] {
            assert_eq!(Pin::new(bad), Err(CredentialError::PinGuessable), "{bad}");
        }
        assert_eq!(Pin::new(" 830174 ").unwrap().reveal(), "830174");
    }

    /// The codes of RFC 6238, appendix B, by their last six figures.
    #[test]
    fn the_apps_codes_are_those_of_the_standard() {
        let app = App::fresh(*b"12345678901234567890");
        assert_eq!(app.key(), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        for (seconds, code) in
            [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (20_000_000_000, "353130")]
        {
            let at = DateTime::from_timestamp(seconds, 0).unwrap();
            assert_eq!(app.code_at(at), code);
            assert_eq!(app.step_of(code, at), Some(seconds / 30));
            assert_eq!(app.step_of(code, at + TimeDelta::seconds(30)), Some(seconds / 30), "a slow clock");
            assert_eq!(app.step_of(code, at + TimeDelta::seconds(90)), None);
            assert_eq!(app.step_of(&format!("+{}", &code[1..]), at), None);
        }
        assert_eq!(App::stored(app.key()).unwrap().key(), app.key());
    }

    #[test]
    fn codes_are_read_as_people_type_them() {
        let code = RecoveryCode::fresh(&[
            0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 255,
        ]);
        assert_eq!(code.shown(), "0123-4567-89AB-CDEF-GHJK-MNPZ");
        assert_eq!(RecoveryCode::typed(" o123 4567 89ab-cdef ghjk-mnpz "), Some(code));
        assert_eq!(RecoveryCode::typed("0123-4567"), None);
        assert_eq!(MailedCode::typed("abcd-l234").reveal(), "ABCD1234");
    }

    #[test]
    fn nothing_secret_is_written_to_a_log() {
        let shown = format!(
            "{:?} {:?} {:?} {:?} {:?}",
            Password::typed("hemmelig"),
            Pin::new("830174").unwrap(),
            App::fresh([7; 20]),
            RecoveryCode::fresh(&[9; 24]),
            MailedCode::typed("ABCD1234")
        );
        assert_eq!(shown, "Password(…) Pin(…) App(…) RecoveryCode(…) MailedCode(…)");
    }
}
