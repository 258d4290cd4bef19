//! Somebody whose name and address are protected: what everybody else sees, and who may see more.

use base::{Id, Moment, OrganisationId, PersonId};

use super::{Email, PersonError, PersonName, Phone};

/// What is protected of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Protection {
    /// Whose
    pub person: PersonId,
    /// Who they are
    pub name: PersonName,
    /// Where mail reaches them
    pub email: Option<Email>,
    /// Where calls reach them
    pub phone: Option<Phone>,
    /// Why, told to the person and to trustees alone
    pub reason: String,
    /// Since when
    pub set_at: Moment,
}

/// Somebody who may see people whose name and address are protected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trustee {
    /// Where
    pub organisation: OrganisationId,
    /// Who
    pub person: PersonId,
    /// Who named them; none for the portal
    pub given_by: Option<PersonId>,
}

/// What is typed when somebody's name and address are protected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewProtection {
    /// What everybody else calls the person
    pub working_name: PersonName,
    /// Why
    pub reason: String,
}

impl NewProtection {
    /// The longest reason, in characters.
    pub const REASON_CHARS_MAX: usize = 500;
    /// Why somebody is protected whom a file names so; what the register of persons knows is not told to us.
    const BY_FILE: &str = "–";

    /// What a file protects.
    /// # Errors
    /// As [`NewProtection::new`]; in truth none.
    pub fn by_file(person: PersonId) -> Result<Self, PersonError> {
        Self::new(person, "", Self::BY_FILE)
    }

    /// Whether a protection that stands is this one, untouched since.
    pub fn leaves(&self, stands: &Protection, working_name: &PersonName) -> bool {
        self.reason == stands.reason && self.working_name == *working_name
    }

    /// A protection with a reason. A working name that was not agreed on is made of the person's id.
    /// # Errors
    /// [`PersonError::Reasonless`], [`PersonError::TooLong`].
    pub fn new(person: PersonId, working_name: &str, reason: &str) -> Result<Self, PersonError> {
        let (working_name, reason) = (working_name.trim(), reason.trim());
        let too_long = |field, text: &str, max| {
            let got = text.chars().count();
            if got > max { Err(PersonError::TooLong { field, got, max }) } else { Ok(()) }
        };
        too_long("working_name", working_name, PersonName::PART_CHARS_MAX)?;
        too_long("reason", reason, Self::REASON_CHARS_MAX)?;
        if reason.is_empty() {
            return Err(PersonError::Reasonless);
        }
        let working_name = match working_name {
            "" => nameless(person),
            typed => typed.to_owned(),
        };
        Ok(Self { working_name: PersonName::new(&working_name, "")?, reason: reason.into() })
    }
}

/// A name for somebody who has none to show, the same in every language, and told apart by the end of the id.
fn nameless(person: PersonId) -> String {
    let id = person.uuid().simple().to_string().to_uppercase();
    format!("N. N. {}", id.chars().skip(28).collect::<String>())
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn whoever_agreed_on_no_name_gets_one_that_says_nothing() {
        let person = PersonId(Uuid::from_u128(0xab12));
        let told = NewProtection::new(person, " ", " Trusler ").unwrap();
        assert_eq!((told.working_name.to_string().as_str(), told.reason.as_str()), ("N. N. AB12", "Trusler"));
        let told = NewProtection::new(person, "Kari N.", "Trusler").unwrap();
        assert_eq!(told.working_name.to_string(), "Kari N.");
        assert_eq!(NewProtection::new(person, "", " "), Err(PersonError::Reasonless));
        let long = "x".repeat(501);
        let too_long = PersonError::TooLong { field: "reason", got: 501, max: 500 };
        assert_eq!(NewProtection::new(person, "", &long), Err(too_long));
    }
}
