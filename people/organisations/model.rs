//! What an organisation and a unit are.

use base::{Lang, Moment, OrganisationId, UnitId, Zone};
use kit::fault::{Kind as FaultKind, Problem};

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
}

impl Organisation {
    /// The longest name, in characters.
    pub const NAME_CHARS_MAX: usize = 200;
    /// The longest text of a contact point, in characters.
    pub const CONTACT_CHARS_MAX: usize = 200;

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
            Some(number) => Some(required("number", number, 40)?),
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
}

impl Unit {
    /// An organisation has at most this many units.
    pub const UNITS_MAX: u64 = 20_000;

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
}

impl Problem for OrganisationError {
    fn kind(&self) -> FaultKind {
        match self {
            Self::NumberTaken { .. } | Self::KeyTaken { .. } => FaultKind::Conflict,
            _ => FaultKind::Invalid,
        }
    }
    fn name(&self) -> &'static str {
        match self {
            Self::Empty { .. } => "organisation-text-empty",
            Self::TooLong { .. } => "organisation-text-too-long",
            Self::NumberTaken { .. } => "organisation-number-taken",
            Self::KeyTaken { .. } => "unit-key-taken",
            Self::NoParent { .. } => "unit-no-parent",
            Self::TooManyUnits => "unit-too-many",
        }
    }
    fn field(&self) -> Option<&'static str> {
        match self {
            Self::Empty { field } | Self::TooLong { field, .. } => Some(field),
            Self::NumberTaken { .. } => Some("number"),
            Self::KeyTaken { .. } => Some("outside_key"),
            Self::NoParent { .. } => Some("parent"),
            Self::TooManyUnits => None,
        }
    }
    fn tell(&self, lang: Lang) -> String {
        let words = crate::words(lang);
        match self {
            Self::Empty { .. } => words.organisations_text_empty().to_string(),
            Self::TooLong { got, max, .. } => words.organisations_text_too_long(*got, *max),
            Self::NumberTaken { number } => words.organisations_number_taken(number),
            Self::KeyTaken { key } => words.organisations_key_taken(key),
            Self::NoParent { .. } => words.organisations_no_parent().to_string(),
            Self::TooManyUnits => words.organisations_units_full(Unit::UNITS_MAX),
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
