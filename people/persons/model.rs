//! What a person, an affiliation and a role are.

mod file;
mod invented;
mod protection;
mod restriction;
mod undoing;

use std::fmt;

use base::{Date, Lang, OrganisationId, PersonId, UnitId};
use kit::actor::Role;
use kit::fault::{Kind, Problem};

pub use file::{AT_ONCE_MAX, Bond, File, Mailbox, Narrowing, RoleHeld, Standing, TieSource, Ties};
pub use invented::invented;
pub use protection::{NewProtection, Protection, Trustee};
pub use restriction::{PutAway, PutAwayProtection, REASON_CHARS_MAX, Restriction, TOLD_BEFORE, reason_of};
pub use undoing::{Kept, Place, UseSource, Uses};

/// A name as the person writes it. One of the parts may be empty, never both.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PersonName {
    given: String,
    family: String,
}

impl PersonName {
    /// The longest part, in characters.
    pub const PART_CHARS_MAX: usize = 100;

    /// What stands in the place of a name that is put away.
    pub fn hidden() -> Self {
        Self { given: String::new(), family: "–".into() }
    }

    /// The name, cleaned of space around it.
    /// # Errors
    /// When both parts are empty or one is too long.
    pub fn new(given: &str, family: &str) -> Result<Self, PersonError> {
        let (given, family) = (given.trim(), family.trim());
        for (field, part) in [("given_name", given), ("family_name", family)] {
            let got = part.chars().count();
            if got > Self::PART_CHARS_MAX {
                return Err(PersonError::TooLong { field, got, max: Self::PART_CHARS_MAX });
            }
        }
        if given.is_empty() && family.is_empty() {
            return Err(PersonError::Nameless);
        }
        Ok(Self { given: given.into(), family: family.into() })
    }

    /// The given name; the whole name when there is none.
    pub fn given(&self) -> &str {
        if self.given.is_empty() { &self.family } else { &self.given }
    }
    /// The given name as stored, perhaps empty.
    pub fn given_part(&self) -> &str {
        &self.given
    }
    /// The family name as stored, perhaps empty.
    pub fn family_part(&self) -> &str {
        &self.family
    }
    /// The first letters of both parts, for the round picture beside a name.
    pub fn initials(&self) -> String {
        [&self.given, &self.family].iter().filter_map(|part| part.chars().next()).flat_map(char::to_uppercase).collect()
    }
    /// "Solbakken, Ida": how lists are sorted and shown.
    pub fn family_first(&self) -> String {
        match (self.given.is_empty(), self.family.is_empty()) {
            (false, false) => format!("{}, {}", self.family, self.given),
            _ => self.to_string(),
        }
    }
}

impl fmt::Display for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let space = if self.given.is_empty() || self.family.is_empty() { "" } else { " " };
        write!(f, "{}{space}{}", self.given, self.family)
    }
}

/// A mail address, in lower case: what is written before the sign is the receiver's affair, but nobody tells two people
/// apart by capitals.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Email(String);

impl Email {
    /// The longest address (RFC 5321, section 4.5.3.1).
    pub const CHARS_MAX: usize = 254;

    /// The address, when it has the form of one.
    /// # Errors
    /// When mail could not be sent there.
    pub fn new(text: &str) -> Result<Self, PersonError> {
        let text = text.trim().to_lowercase();
        let wrong = || PersonError::NoEmail { got: text.chars().take(Self::CHARS_MAX).collect() };
        if text.len() > Self::CHARS_MAX || text.contains(|sign: char| sign.is_whitespace() || sign.is_control()) {
            return Err(wrong());
        }
        let (local, domain) = text.rsplit_once('@').ok_or_else(wrong)?;
        let labels_hold = domain.split('.').all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|sign| sign.is_alphanumeric() || sign == '-')
        });
        let local_holds =
            !local.is_empty() && local.len() <= 64 && !local.contains(['@', '<', '>', ',', ';', '"', '\\', '(', ')']);
        if !local_holds || !labels_hold || !domain.contains('.') {
            return Err(wrong());
        }
        Ok(Self(text))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A telephone number as people write it: digits, spaces, a plus in front.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone(String);

impl Phone {
    /// The number, when it has the form of one.
    /// # Errors
    /// When it could not be called.
    pub fn new(text: &str) -> Result<Self, PersonError> {
        let text = text.trim();
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let allowed = text.chars().enumerate().all(|(place, sign)| match sign {
            '0'..='9' | ' ' | '-' | '(' | ')' => true,
            '+' => place == 0,
            _ => false,
        });
        if !allowed || !(3..=15).contains(&digits) || text.len() > 30 {
            return Err(PersonError::NoPhone { got: text.chars().take(40).collect() });
        }
        Ok(Self(text.into()))
    }

    /// The number.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Light or dark pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scheme {
    /// Always light
    Light,
    /// Always dark
    Dark,
    /// As the device is set
    #[default]
    Auto,
}

impl Scheme {
    /// Every scheme, in the order of the choice.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The word in the database and in `data-color-scheme`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Auto => "auto",
        }
    }

    /// The scheme of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scheme| scheme.word() == word)
    }
}

/// What is told about a person who is new here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPerson {
    /// Name
    pub name: PersonName,
    /// Where mail reaches them
    pub email: Option<Email>,
    /// Where calls reach them
    pub phone: Option<Phone>,
    /// Their language, when known
    pub lang: Option<Lang>,
}

/// A human being.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Id
    pub id: PersonId,
    /// The organisation that registered them
    pub home: OrganisationId,
    /// Name
    pub name: PersonName,
    /// Where mail reaches them
    pub email: Option<Email>,
    /// Where calls reach them
    pub phone: Option<Phone>,
    /// The language they chose
    pub lang: Option<Lang>,
    /// The scheme they chose
    pub scheme: Scheme,
    /// Whether a single key opens the search
    pub search_key: bool,
    /// Whether another organisation than the home knows them too
    pub is_elsewhere: bool,
    /// The entry that this human being is kept under now
    pub merged_into: Option<PersonId>,
    /// Whether name and address are protected: unless the reader may see them, the name is a working name, and there is no
    /// address
    pub is_protected: bool,
}

/// What binds a person to an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AffiliationKind {
    /// Studies there
    Student,
    /// Works there
    Staff,
}

impl AffiliationKind {
    /// The word in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::Student => "student",
            Self::Staff => "staff",
        }
    }

    /// Both kinds.
    pub const ALL: [Self; 2] = [Self::Staff, Self::Student];

    /// The kind of a word in the database.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// The first and the last day on which something holds. An open end is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Span {
    from_on: Option<Date>,
    until_on: Option<Date>,
}

impl Span {
    /// From now on, without an end.
    pub const ALWAYS: Self = Self { from_on: None, until_on: None };

    /// From the first day to the last, both counted.
    /// # Errors
    /// When it would end before it begins.
    pub fn new(from_on: Option<Date>, until_on: Option<Date>) -> Result<Self, PersonError> {
        match (from_on, until_on) {
            (Some(from_on), Some(until_on)) if until_on < from_on => Err(PersonError::EndsFirst { from_on, until_on }),
            _ => Ok(Self { from_on, until_on }),
        }
    }

    /// Whether it holds on this day.
    pub fn holds_on(self, day: Date) -> bool {
        self.from_on.is_none_or(|from_on| from_on <= day) && self.until_on.is_none_or(|until_on| day <= until_on)
    }
    /// The first day.
    pub fn from_on(self) -> Option<Date> {
        self.from_on
    }
    /// The last day.
    pub fn until_on(self) -> Option<Date> {
        self.until_on
    }
}

/// What is told about somebody's bond to an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Affiliation {
    /// Who
    pub person: PersonId,
    /// As what
    pub kind: AffiliationKind,
    /// Student number or employee number
    pub outside_key: Option<String>,
    /// Where in the organisation
    pub unit: Option<UnitId>,
    /// When
    pub span: Span,
}

/// A student as a file tells about them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewStudent {
    /// Student number or pseudonym: the same key is the same student
    pub outside_key: String,
    /// Name, address, telephone, language
    pub person: NewPerson,
}

impl NewStudent {
    /// The longest key, in characters.
    pub const KEY_CHARS_MAX: usize = 100;
}

/// What is told about a role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRole {
    /// Who gets it
    pub person: PersonId,
    /// As what
    pub role: Role,
    /// The subtree; `None` is the whole organisation
    pub unit: Option<UnitId>,
    /// When
    pub span: Span,
}

/// How somebody is bound to organisations, all of them taken together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// A bond or a role lasts, or is planned
    Lasts,
    /// The last one ended on this day
    Ended(Date),
    /// There is none that is remembered
    Never,
}

/// The last days of what binds somebody to one organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ends {
    /// The last of them
    pub until_on: Option<Date>,
    /// No end is planned of one of them
    pub is_open: bool,
    /// The day it is there
    pub today: Date,
}

impl Bound {
    /// By what binds somebody to each organisation.
    pub fn of(everywhere: &[Ends]) -> Self {
        let lasts = |ends: &Ends| ends.is_open || ends.until_on.is_some_and(|last| last >= ends.today);
        if everywhere.iter().any(lasts) {
            return Self::Lasts;
        }
        everywhere.iter().filter_map(|ends| ends.until_on).max().map_or(Self::Never, Self::Ended)
    }
}

/// Why something about a person was not taken in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PersonError {
    /// Neither given nor family name
    #[error("the person has no name")]
    Nameless,
    /// A text beyond its limit
    #[error("{field} has {got} characters, at most {max} allowed")]
    TooLong {
        /// Which
        field: &'static str,
        /// Characters given
        got: usize,
        /// Characters allowed
        max: usize,
    },
    /// Not a mail address
    #[error("what was given as email is not an address")]
    NoEmail {
        /// What was given
        got: String,
    },
    /// Not a telephone number
    #[error("what was given as phone is not a number")]
    NoPhone {
        /// What was given
        got: String,
    },
    /// The last day lies before the first
    #[error("until_on {until_on} lies before from_on {from_on}")]
    EndsFirst {
        /// First day
        from_on: Date,
        /// Last day
        until_on: Date,
    },
    /// Two people of one kind cannot have one outside key
    #[error("outside key {key} belongs to another person")]
    KeyTaken {
        /// The key
        key: String,
    },
    /// No outside key
    #[error("the student has no key")]
    Keyless,
    /// A role or a bond would hold longer, wider or as something else than what the giver holds
    #[error("the actor holds no such role on that part for all of that time")]
    AboveOwn,
    /// The person holds more than the actor could give
    #[error("the person holds a role that the actor could not give")]
    AboveActor,
    /// Another organisation knows the person too
    #[error("another organisation knows the person too")]
    NotOurs,
    /// Nobody is merged with themselves or with a stranger
    #[error("the two cannot be one person: {why}")]
    NoMerger {
        /// Why not, for the log
        why: &'static str,
    },
    /// Both have taken part in rounds, and what each was told stays
    #[error("the entry that would go has {count} records of its own")]
    Tied {
        /// How many
        count: u64,
    },
    /// Nobody stands in for themselves, nor a deputy for a deputy
    #[error("this person cannot stand in for the other")]
    NoDeputy,
    /// A deputy stands in for a time that has an end
    #[error("a deputy needs a last day")]
    EndlessDeputy,
    /// A role on one part has one mailbox
    #[error("the role has a mailbox on that part")]
    MailboxTaken,
    /// The organisation has as many as it may
    #[error("the organisation has as many mailboxes as it may")]
    ManyMailboxes,
    /// The person's data is put away
    #[error("the person's data is restricted")]
    Restricted,
    /// What was put away of the person opens no more
    #[error("the key of the restriction is gone")]
    KeyGone,
    /// No reason was given
    #[error("no reason was given")]
    NoReason,
    /// Nobody could see the person any more
    #[error("the organisation has no trustee")]
    Trustless,
    /// Nobody could see people who are protected
    #[error("people are protected, and this is the last trustee")]
    LastTrustee,
    /// Trustees hold a role, and are named once
    #[error("nobody who could be named a trustee has this address")]
    NoTrustee,
    /// Trust is given by somebody else
    #[error("nobody names themselves while somebody is trusted")]
    OwnTrust,
    /// A cell that says yes or nothing
    #[error("protected is neither yes nor empty")]
    NoYes,
    /// A protection has a reason
    #[error("the protection has no reason")]
    Reasonless,
    /// Nobody is chosen, or more than are looked through in one go
    #[error("not between 1 and {AT_ONCE_MAX} people are chosen")]
    NoneChosen,
    /// The chosen are not as they were shown
    #[error("the chosen have changed since they were shown")]
    ChosenChanged,
    /// A choice that is not offered
    #[error("{field} is not one of the choices")]
    NoChoice {
        /// Which field
        field: &'static str,
    },
}

impl Problem for PersonError {
    fn kind(&self) -> Kind {
        match self {
            Self::KeyTaken { .. }
            | Self::Tied { .. }
            | Self::MailboxTaken
            | Self::Restricted
            | Self::KeyGone
            | Self::Trustless
            | Self::LastTrustee
            | Self::ChosenChanged
            | Self::ManyMailboxes => Kind::Conflict,
            Self::AboveOwn | Self::AboveActor => Kind::Forbidden,
            _ => Kind::Invalid,
        }
    }
    fn name(&self) -> &'static str {
        match self {
            Self::Nameless => "person-nameless",
            Self::TooLong { .. } => "person-text-too-long",
            Self::NoEmail { .. } => "person-no-email",
            Self::NoPhone { .. } => "person-no-phone",
            Self::EndsFirst { .. } => "person-ends-first",
            Self::KeyTaken { .. } => "person-key-taken",
            Self::Keyless => "person-keyless",
            Self::NoChoice { .. } => "person-no-choice",
            Self::AboveOwn => "role-above-own",
            Self::AboveActor => "person-above-actor",
            Self::NotOurs => "person-not-ours",
            Self::NoMerger { .. } => "person-no-merger",
            Self::Tied { .. } => "person-tied",
            Self::NoDeputy => "role-no-deputy",
            Self::EndlessDeputy => "role-endless-deputy",
            Self::MailboxTaken => "mailbox-taken",
            Self::ManyMailboxes => "mailboxes-many",
            Self::Restricted => "person-restricted",
            Self::KeyGone => "restriction-key-gone",
            Self::NoReason => "person-no-reason",
            Self::Trustless => "protection-trustless",
            Self::LastTrustee => "trustee-last",
            Self::NoTrustee => "trustee-none",
            Self::OwnTrust => "trustee-own",
            Self::Reasonless => "protection-reasonless",
            Self::NoYes => "protection-no-yes",
            Self::NoneChosen => "people-none-chosen",
            Self::ChosenChanged => "people-chosen-changed",
        }
    }
    fn field(&self) -> Option<&'static str> {
        Some(match self {
            Self::Nameless => "family_name",
            Self::TooLong { field, .. } | Self::NoChoice { field } => field,
            Self::NoEmail { .. } => "email",
            Self::NoPhone { .. } => "phone",
            Self::EndsFirst { .. } => "until_on",
            Self::KeyTaken { .. } | Self::Keyless => "outside_key",
            Self::NotOurs | Self::MailboxTaken | Self::ManyMailboxes => "email",
            Self::NoMerger { .. } | Self::Tied { .. } => "with",
            Self::NoTrustee | Self::OwnTrust => "email",
            Self::Reasonless => "reason",
            Self::NoYes => "protected",
            Self::NoDeputy => "deputy",
            Self::EndlessDeputy => "until_on",
            Self::NoReason => "reason",
            Self::AboveOwn
            | Self::AboveActor
            | Self::Restricted
            | Self::KeyGone
            | Self::Trustless
            | Self::NoneChosen
            | Self::ChosenChanged
            | Self::LastTrustee => return None,
        })
    }
    fn tell(&self, lang: Lang) -> String {
        let words = crate::words(lang);
        match self {
            Self::Nameless => words.persons_nameless().to_string(),
            Self::TooLong { got, max, .. } => words.persons_too_long(*got, *max),
            Self::NoEmail { got } => words.persons_no_email(got),
            Self::NoPhone { got } => words.persons_no_phone(got),
            Self::EndsFirst { .. } => words.persons_ends_first().to_string(),
            Self::KeyTaken { key } => words.persons_key_taken(key),
            Self::Keyless => words.persons_keyless().to_string(),
            Self::NoChoice { .. } => words.persons_no_choice().to_string(),
            Self::Restricted => words.persons_error_restricted().to_string(),
            Self::KeyGone => words.persons_restrict_key_gone().to_string(),
            Self::NoReason => words.persons_error_no_reason().to_string(),
            Self::AboveOwn => words.persons_above_own().to_string(),
            Self::AboveActor => words.persons_above_actor().to_string(),
            Self::NotOurs => words.persons_not_ours().to_string(),
            Self::NoMerger { .. } => words.persons_no_merger().to_string(),
            Self::Tied { .. } => words.persons_tied().to_string(),
            Self::NoDeputy => words.persons_no_deputy().to_string(),
            Self::EndlessDeputy => words.persons_endless_deputy().to_string(),
            Self::MailboxTaken => words.persons_mailbox_taken().to_string(),
            Self::ManyMailboxes => words.persons_mailboxes_many().to_string(),
            Self::Trustless => words.persons_protection_trustless().to_string(),
            Self::LastTrustee => words.persons_trustee_last().to_string(),
            Self::NoTrustee => words.persons_trustee_none().to_string(),
            Self::OwnTrust => words.persons_trustee_own().to_string(),
            Self::Reasonless => words.persons_protection_reasonless().to_string(),
            Self::NoYes => words.persons_column_protected_wrong().to_string(),
            Self::NoneChosen => words.persons_many_none(AT_ONCE_MAX),
            Self::ChosenChanged => words.persons_many_changed().to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_may_lack_one_part_but_not_both() {
        let ida = PersonName::new(" Ida ", "Solbakken").unwrap();
        assert_eq!((ida.to_string().as_str(), ida.initials().as_str()), ("Ida Solbakken", "IS"));
        assert_eq!(ida.family_first(), "Solbakken, Ida");
        let key = PersonName::new("", "s0042").unwrap();
        assert_eq!((key.to_string().as_str(), key.given(), key.family_first().as_str()), ("s0042", "s0042", "s0042"));
        assert_eq!(PersonName::new(" ", ""), Err(PersonError::Nameless));
    }

    #[test]
    fn an_address_that_mail_cannot_reach_is_refused() {
        for good in ["Ida@Mjos.example", "a.b+c@x-y.no", "kåre@blåbær.example"] {
            assert_eq!(Email::new(good).unwrap().as_str(), good.to_lowercase());
        }
        for bad in [
            "",
            "ida",
            "ida@",
            "@mjos.example",
            "ida@mjos",
            "a b@c.no",
            "a@b@c.no,",
            "ida@-x.no",
            "a@b..no",
            "a@b.no\r\nBcc: x@y.no",
        ] {
            assert!(Email::new(bad).is_err(), "{bad:?} was taken");
        }
    }

    #[test]
    fn a_number_that_cannot_be_called_is_refused() {
        for good in ["62 00 00 40", "+47 62000040", "112"] {
            assert_eq!(Phone::new(good).unwrap().as_str(), good);
        }
        for bad in ["", "12", "ring me", "62+00", "1234567890123456"] {
            assert!(Phone::new(bad).is_err(), "{bad:?} was taken");
        }
    }

    #[test]
    fn a_span_counts_its_first_and_its_last_day() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let span = Span::new(Some(day("2027-03-01")), Some(day("2027-03-31"))).unwrap();
        let held: Vec<bool> =
            ["2027-02-28", "2027-03-01", "2027-03-31", "2027-04-01"].iter().map(|on| span.holds_on(day(on))).collect();
        assert_eq!(held, [false, true, true, false]);
        assert!(Span::ALWAYS.holds_on(day("1999-01-01")));
        assert!(Span::new(Some(day("2027-03-02")), Some(day("2027-03-01"))).is_err());
    }
}
