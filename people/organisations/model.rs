//! What an organisation and a unit are.

mod change;
mod facts;
mod practice;
mod tree;

use base::{Date, Lang, Moment, OrganisationId, UnitId, Zone};
use kit::fault::{Kind as FaultKind, Problem};

pub use change::{Act, After, ChangeState, Shape, TouchSource, Touches, UnitChange, Wanted};
pub use facts::{Facts, TypedFacts, ZONES};
pub use practice::{PracticeSource, PracticeSources, Practising};
pub use tree::{Line, Tree};

/// What an organisation does with placements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Sends students: a university, a university college.
    Institution,
    /// Receives students: a municipality, a hospital trust.
    Host,
    /// Does both: a university hospital.
    Both,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Institution, Self::Host, Self::Both];

    /// The word in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::Institution => "institution",
            Self::Host => "host",
            Self::Both => "both",
        }
    }

    /// The kind of a word in the database.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// Whom people write to and call.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contact {
    /// A person or an office
    pub name: String,
    /// Where mail reaches them
    pub email: String,
    /// Where calls reach them
    pub phone: String,
}

/// What is told about an organisation when it joins. The caller makes the id: the portal acts for it from then on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOrganisation {
    /// The id it will have
    pub id: OrganisationId,
    /// Full name
    pub name: String,
    /// The name in narrow places
    pub short_name: String,
    /// What it does
    pub kind: Kind,
    /// Number in the national register
    pub number: Option<String>,
    /// Language of those who have not chosen one
    pub lang: Lang,
    /// Where its deadlines are stated
    pub zone: Zone,
    /// Whom to ask
    pub contact: Contact,
}

/// What makes an organisation a copy to practise in. Nobody in it is real, and nothing leaves it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Practice {
    /// Whose copy it is
    pub of: OrganisationId,
    /// The last day; afterwards it is thrown away by itself
    pub until_on: Date,
    /// When it was thrown away
    pub removed_at: Option<Moment>,
}

/// A party: institution, host, or both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organisation {
    /// Id
    pub id: OrganisationId,
    /// Full name
    pub name: String,
    /// The name in narrow places
    pub short_name: String,
    /// What it does
    pub kind: Kind,
    /// Number in the national register
    pub number: Option<String>,
    /// Language of those who have not chosen one
    pub lang: Lang,
    /// Where its deadlines are stated
    pub zone: Zone,
    /// Whom to ask
    pub contact: Contact,
    /// When it joined
    pub created_at: Moment,
    /// Set when it is a copy to practise in
    pub practice: Option<Practice>,
    /// Counts how often its facts were saved; 0: never since it was taken in
    pub edition: i32,
}

impl Organisation {
    /// The longest name, in characters.
    pub const NAME_CHARS_MAX: usize = 200;
    /// The longest text of a contact point, in characters.
    pub const CONTACT_CHARS_MAX: usize = 200;
    /// The longest number of a register, in characters.
    pub const NUMBER_CHARS_MAX: usize = 40;

    /// The organisation that is told about, cleaned of space around its texts.
    /// # Errors
    /// When a name is missing or a text is too long.
    pub fn new(new: NewOrganisation, created_at: Moment) -> Result<Self, OrganisationError> {
        let max = Self::CONTACT_CHARS_MAX;
        let contact = Contact {
            name: optional("contact_name", &new.contact.name, max)?,
            email: optional("contact_email", &new.contact.email, max)?,
            phone: optional("contact_phone", &new.contact.phone, max)?,
        };
        let number = match &new.number {
            Some(number) => Some(required("number", number, Self::NUMBER_CHARS_MAX)?),
            None => None,
        };
        Ok(Self {
            id: new.id,
            name: required("name", &new.name, Self::NAME_CHARS_MAX)?,
            short_name: required("short_name", &new.short_name, Self::NAME_CHARS_MAX)?,
            kind: new.kind,
            number,
            lang: new.lang,
            zone: new.zone,
            contact,
            created_at,
            practice: None,
            edition: 0,
        })
    }
}

/// What is told about a unit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewUnit {
    /// The unit it lies in; `None` is directly below the organisation
    pub parent: Option<UnitId>,
    /// Name
    pub name: String,
    /// What other systems call it
    pub outside_key: Option<String>,
    /// Where it is
    pub address: Option<String>,
}

/// A part of an organisation: a department, a ward, a school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Id
    pub id: UnitId,
    /// The unit it lies in; `None` is directly below the organisation
    pub parent: Option<UnitId>,
    /// Name
    pub name: String,
    /// What other systems call it
    pub outside_key: Option<String>,
    /// Where it is
    pub address: Option<String>,
    /// Its first day; `None` is always
    pub from_on: Option<Date>,
    /// Its last day; `None` while no end is decided
    pub until_on: Option<Date>,
    /// The unit it became part of; it lies below that one since, so that who looks after that one sees what was here
    pub merged_into: Option<UnitId>,
}

impl Unit {
    /// An organisation has at most this many units.
    pub const UNITS_MAX: u64 = 20_000;

    /// Whether it exists on this day.
    pub fn is_there_on(&self, day: Date) -> bool {
        self.from_on.is_none_or(|from_on| from_on <= day) && self.until_on.is_none_or(|until_on| day <= until_on)
    }

    /// The unit that is told about.
    /// # Errors
    /// When the name is missing or a text is too long.
    pub fn new(id: UnitId, new: &NewUnit) -> Result<Self, OrganisationError> {
        let text = |field, text: &Option<String>| text.as_deref().map(|text| required(field, text, 200)).transpose();
        Ok(Self {
            id,
            parent: new.parent,
            name: required("name", &new.name, Organisation::NAME_CHARS_MAX)?,
            outside_key: text("outside_key", &new.outside_key)?,
            address: text("address", &new.address)?,
            from_on: None,
            until_on: None,
            merged_into: None,
        })
    }
}

fn required(field: &'static str, text: &str, chars_max: usize) -> Result<String, OrganisationError> {
    let text = optional(field, text, chars_max)?;
    if text.is_empty() { Err(OrganisationError::Empty { field }) } else { Ok(text) }
}

fn optional(field: &'static str, text: &str, chars_max: usize) -> Result<String, OrganisationError> {
    let text = text.trim();
    let got = text.chars().count();
    if got > chars_max {
        return Err(OrganisationError::TooLong { field, got, max: chars_max });
    }
    Ok(text.to_owned())
}

/// Why an organisation or a unit was not taken in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OrganisationError {
    /// A text that must be there
    #[error("{field} is empty")]
    Empty {
        /// Which
        field: &'static str,
    },
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
    #[error("what was given as {field} is not an address")]
    NoEmail {
        /// Which
        field: &'static str,
        /// What was typed
        typed: String,
    },
    /// None of those to choose among
    #[error("what was given as {field} is none of the choices")]
    NoChoice {
        /// Which
        field: &'static str,
        /// What was typed
        typed: String,
    },
    /// Somebody else has saved the facts in the meantime
    #[error("the facts of the organisation were changed since edition {edition}")]
    FactsChanged {
        /// The edition that was read
        edition: i32,
    },
    /// Two organisations cannot have one number
    #[error("organisation number {number} is taken")]
    NumberTaken {
        /// The number
        number: String,
    },
    /// Two units cannot have one outside key
    #[error("outside key {key} is taken by another unit")]
    KeyTaken {
        /// The key
        key: String,
    },
    /// The unit to lie in is not there
    #[error("there is no unit {parent} to lie in")]
    NoParent {
        /// The id given
        parent: UnitId,
    },
    /// More units than an organisation may have
    #[error("the organisation has {} units already", Unit::UNITS_MAX)]
    TooManyUnits,
    /// The unit is not there on the day the change begins
    #[error("unit {unit} is not there on that day")]
    UnitGone {
        /// Which
        unit: UnitId,
    },
    /// Nothing would be different
    #[error("the unit is so already")]
    NothingChanged,
    /// Something still lies in the unit that would end
    #[error("{units} units lie in the unit that would end")]
    OpenBelow {
        /// How many
        units: usize,
    },
    /// A unit cannot lie in itself
    #[error("the unit would lie in itself")]
    InItself,
    /// No unit is called so
    #[error("no unit is called what was typed")]
    NoTarget {
        /// What was typed
        typed: String,
    },
    /// Several units are called so
    #[error("{units} units are called what was typed")]
    ManyTargets {
        /// What was typed
        typed: String,
        /// How many
        units: usize,
        /// One of them with those it lies in
        path: String,
    },
    /// Somebody would be given more than whoever asks could give
    #[error("the change would widen roles that the actor does not hold on the whole organisation")]
    Widens,
    /// A change begins today or later
    #[error("the change would begin on {from_on}, which has gone by")]
    DayGone {
        /// The day asked for
        from_on: Date,
    },
    /// Not a day
    #[error("what was given as {field} is not a day")]
    NoDay {
        /// Which field
        field: &'static str,
        /// What was typed
        typed: String,
    },
    /// Somebody else changed the unit after the preview was made
    #[error("the unit was changed after the preview was made")]
    ChangedSince,
    /// More changes than may be planned at a time
    #[error("{} changes are planned already", UnitChange::PLANNED_MAX)]
    TooManyPlanned,
    /// People or units depend on units that a file added
    #[error("people or units depend on units that the file added")]
    InUse,
    /// The change is not a plan any more
    #[error("the change is not planned any more")]
    NotPlanned,
}

impl Problem for OrganisationError {
    fn kind(&self) -> FaultKind {
        match self {
            Self::NumberTaken { .. }
            | Self::KeyTaken { .. }
            | Self::FactsChanged { .. }
            | Self::ChangedSince
            | Self::InUse
            | Self::NotPlanned => FaultKind::Conflict,
            _ => FaultKind::Invalid,
        }
    }
    fn name(&self) -> &'static str {
        match self {
            Self::Empty { .. } => "organisation-text-empty",
            Self::TooLong { .. } => "organisation-text-too-long",
            Self::NoEmail { .. } => "organisation-no-email",
            Self::NoChoice { .. } => "organisation-no-choice",
            Self::FactsChanged { .. } => "organisation-facts-changed",
            Self::NumberTaken { .. } => "organisation-number-taken",
            Self::KeyTaken { .. } => "unit-key-taken",
            Self::NoParent { .. } => "unit-no-parent",
            Self::TooManyUnits => "unit-too-many",
            Self::UnitGone { .. } => "unit-gone",
            Self::NothingChanged => "unit-nothing-changed",
            Self::OpenBelow { .. } => "unit-open-below",
            Self::InItself => "unit-in-itself",
            Self::NoTarget { .. } => "unit-no-target",
            Self::ManyTargets { .. } => "unit-many-targets",
            Self::Widens => "unit-widens",
            Self::DayGone { .. } => "unit-day-gone",
            Self::NoDay { .. } => "unit-no-day",
            Self::ChangedSince => "unit-changed-since",
            Self::TooManyPlanned => "unit-too-many-planned",
            Self::NotPlanned => "unit-not-planned",
            Self::InUse => "unit-in-use",
        }
    }
    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Empty { field }
            | Self::TooLong { field, .. }
            | Self::NoEmail { field, .. }
            | Self::NoChoice { field, .. } => Some(field),
            Self::NumberTaken { .. } => Some("number"),
            Self::KeyTaken { .. } => Some("outside_key"),
            Self::NoParent { .. } | Self::NoTarget { .. } | Self::ManyTargets { .. } | Self::InItself => Some("to"),
            Self::DayGone { .. } => Some("from_on"),
            Self::NoDay { field, .. } => Some(field),
            _ => None,
        }
    }
    fn tell(&self, lang: Lang) -> String {
        let words = crate::words(lang);
        match self {
            Self::Empty { .. } => words.organisations_text_empty().to_string(),
            Self::TooLong { got, max, .. } => words.organisations_text_too_long(*got, *max),
            Self::NoEmail { typed, .. } => words.persons_no_email(typed),
            Self::NoChoice { typed, .. } => words.organisations_no_choice(typed),
            Self::FactsChanged { .. } => words.organisations_facts_changed().to_string(),
            Self::NumberTaken { number } => words.organisations_number_taken(number),
            Self::KeyTaken { key } => words.organisations_key_taken(key),
            Self::NoParent { .. } => words.organisations_no_parent().to_string(),
            Self::TooManyUnits => words.organisations_units_full(Unit::UNITS_MAX),
            Self::UnitGone { .. } => words.organisations_unit_gone().to_string(),
            Self::NothingChanged => words.organisations_nothing_changed().to_string(),
            Self::OpenBelow { units } => words.organisations_open_below(*units),
            Self::InItself => words.organisations_in_itself().to_string(),
            Self::NoTarget { typed } => words.organisations_no_target(typed),
            Self::ManyTargets { typed, units, path } => words.organisations_many_targets(*units, typed, path),
            Self::Widens => words.organisations_widens().to_string(),
            Self::DayGone { .. } => words.organisations_day_gone().to_string(),
            Self::NoDay { typed, .. } => words.organisations_no_day(typed),
            Self::ChangedSince => words.organisations_changed_since().to_string(),
            Self::TooManyPlanned => words.organisations_too_many_planned(UnitChange::PLANNED_MAX),
            Self::NotPlanned => words.organisations_not_planned().to_string(),
            Self::InUse => words.organisations_in_use().to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_has_a_name_within_its_limit() {
        let id = UnitId(uuid::Uuid::from_u128(1));
        let named = |name: &str| NewUnit { name: name.into(), ..NewUnit::default() };
        assert_eq!(Unit::new(id, &named(" Ward 3 ")).map(|unit| unit.name), Ok("Ward 3".into()));
        assert_eq!(Unit::new(id, &named(" ")), Err(OrganisationError::Empty { field: "name" }));
        let long = Unit::new(id, &named(&"å".repeat(201)));
        assert_eq!(long, Err(OrganisationError::TooLong { field: "name", got: 201, max: 200 }));
    }
}
