//! What people type about an organisation, read in one place: by the first set-up, by the page and for programs.

use base::{Lang, Zone};

use super::{Contact, Organisation, OrganisationError, optional, required};
use crate::persons::Email;

/// Where deadlines can be stated; the first is offered.
pub const ZONES: [&str; 11] = [
    "Europe/Oslo",
    "Europe/Copenhagen",
    "Europe/Stockholm",
    "Europe/Helsinki",
    "Atlantic/Reykjavik",
    "Atlantic/Faroe",
    "America/Nuuk",
    "Arctic/Longyearbyen",
    "Europe/London",
    "Europe/Berlin",
    "UTC",
];

/// What somebody typed about an organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedFacts {
    /// Full name
    pub name: String,
    /// The name in narrow places
    pub short_name: String,
    /// Number in the national register, empty for none; `None` leaves the one that stands
    pub number: Option<String>,
    /// Language of those who have not chosen one
    pub lang: String,
    /// Where its deadlines are stated
    pub time_zone: String,
    /// Whom to ask: a person or an office
    pub contact_name: String,
    /// Where mail reaches them
    pub contact_email: String,
    /// Where calls reach them
    pub contact_phone: String,
}

/// What was typed, in types that hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Full name
    pub name: String,
    /// The name in narrow places
    pub short_name: String,
    /// Number in the national register, empty for none; `None` leaves the one that stands
    pub number: Option<String>,
    /// Language of those who have not chosen one
    pub lang: Lang,
    /// Where its deadlines are stated
    pub zone: Zone,
    /// Whom to ask
    pub contact: Contact,
}

/// One fact that was changed: its field, and what it was and is.
pub type FactChange = (&'static str, String, String);

impl TypedFacts {
    /// What was typed. The time zone is one of those offered, or the one that stands already.
    /// # Errors
    /// Everything that has to be put right, in the order of the form.
    pub fn read(&self, stands: Option<Zone>) -> Result<Facts, Vec<OrganisationError>> {
        let mut wrong = vec![];
        let max = Organisation::CONTACT_CHARS_MAX;
        let name = kept(&mut wrong, required("name", &self.name, Organisation::NAME_CHARS_MAX));
        let short_name = kept(&mut wrong, required("short_name", &self.short_name, Organisation::NAME_CHARS_MAX));
        let number = self.number.as_deref().map(|number| optional("number", number, Organisation::NUMBER_CHARS_MAX));
        let number = kept(&mut wrong, number.transpose());
        let lang = kept(&mut wrong, Lang::from_tag(&self.lang).ok_or_else(|| no_choice("lang", &self.lang)));
        let zone = kept(&mut wrong, self.zone(stands));
        let contact_name = kept(&mut wrong, optional("contact_name", &self.contact_name, max));
        let email = kept(&mut wrong, read_email(&self.contact_email));
        let phone = kept(&mut wrong, optional("contact_phone", &self.contact_phone, max));
        match (name, short_name, number, lang, zone, contact_name, email, phone) {
            (
                Some(name),
                Some(short_name),
                Some(number),
                Some(lang),
                Some(zone),
                Some(contact_name),
                Some(email),
                Some(phone),
            ) => {
                let contact = Contact { name: contact_name, email, phone };
                Ok(Facts { name, short_name, number, lang, zone, contact })
            }
            _ => Err(wrong),
        }
    }

    fn zone(&self, stands: Option<Zone>) -> Result<Zone, OrganisationError> {
        let typed = self.time_zone.trim();
        let known = ZONES.contains(&typed) || stands.is_some_and(|zone| zone.name() == typed);
        typed.parse().ok().filter(|_| known).ok_or_else(|| no_choice("time_zone", typed))
    }
}

impl Facts {
    /// The organisation as it is with these facts.
    pub fn of(&self, before: &Organisation) -> Organisation {
        let number = match &self.number {
            None => before.number.clone(),
            Some(number) => Some(number.clone()).filter(|number| !number.is_empty()),
        };
        Organisation {
            name: self.name.clone(),
            short_name: self.short_name.clone(),
            number,
            lang: self.lang,
            zone: self.zone,
            contact: self.contact.clone(),
            ..before.clone()
        }
    }
}

impl Organisation {
    /// What of its facts is different now, field by field in the order of the form.
    pub fn changed_to(&self, after: &Self) -> Vec<FactChange> {
        self.facts()
            .into_iter()
            .zip(after.facts())
            .filter(|(before, after)| before.1 != after.1)
            .map(|((field, before), (_, after))| (field, before, after))
            .collect()
    }

    /// Its facts as they are written, field by field in the order of the form.
    pub fn facts(&self) -> [(&'static str, String); 8] {
        [
            ("name", self.name.clone()),
            ("short_name", self.short_name.clone()),
            ("number", self.number.clone().unwrap_or_default()),
            ("lang", self.lang.tag().to_owned()),
            ("time_zone", self.zone.name().to_owned()),
            ("contact_name", self.contact.name.clone()),
            ("contact_email", self.contact.email.clone()),
            ("contact_phone", self.contact.phone.clone()),
        ]
    }
}

fn kept<T>(wrong: &mut Vec<OrganisationError>, value: Result<T, OrganisationError>) -> Option<T> {
    value.map_err(|problem| wrong.push(problem)).ok()
}

fn no_choice(field: &'static str, typed: &str) -> OrganisationError {
    OrganisationError::NoChoice { field, typed: typed.trim().chars().take(Organisation::NAME_CHARS_MAX).collect() }
}

/// An office may have no address; one that stands takes mail.
fn read_email(typed: &str) -> Result<String, OrganisationError> {
    let field = "contact_email";
    let typed = optional(field, typed, Organisation::CONTACT_CHARS_MAX)?;
    match typed.is_empty() || Email::new(&typed).is_ok() {
        true => Ok(typed),
        false => Err(OrganisationError::NoEmail { field, typed }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> TypedFacts {
        TypedFacts {
            name: " Mjøs høgskole ".into(),
            short_name: "Mjøs".into(),
            number: None,
            lang: "nn".into(),
            time_zone: "Europe/Oslo".into(),
            contact_name: String::new(),
            contact_email: " praksis@mjos.example ".into(),
            contact_phone: "61 00 00 00".into(),
        }
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once_in_the_order_of_the_form() {
        let long = "å".repeat(201);
        let wrong = TypedFacts {
            number: Some("1".repeat(41)),
            contact_name: long.clone(),
            contact_email: "praksis".into(),
            contact_phone: long,
            ..TypedFacts::default()
        };
        let told: Vec<(&str, Option<&str>)> = {
            use kit::fault::Problem;
            wrong.read(None).unwrap_err().iter().map(|problem| (problem.name(), problem.field())).collect()
        };
        assert_eq!(
            told,
            [
                ("organisation-text-empty", Some("name")),
                ("organisation-text-empty", Some("short_name")),
                ("organisation-text-too-long", Some("number")),
                ("organisation-no-choice", Some("lang")),
                ("organisation-no-choice", Some("time_zone")),
                ("organisation-text-too-long", Some("contact_name")),
                ("organisation-no-email", Some("contact_email")),
                ("organisation-text-too-long", Some("contact_phone")),
            ]
        );
        let read = typed().read(None).unwrap();
        assert_eq!((read.name.as_str(), read.contact.email.as_str()), ("Mjøs høgskole", "praksis@mjos.example"));
        assert_eq!(TypedFacts { contact_email: " ".into(), ..typed() }.read(None).unwrap().contact.email, "");
    }

    #[test]
    fn a_zone_that_is_not_offered_may_stay_and_is_not_chosen() {
        let far = TypedFacts { time_zone: "Asia/Tokyo".into(), ..typed() };
        let tokyo: Zone = "Asia/Tokyo".parse().unwrap();
        assert_eq!(far.read(Some(tokyo)).unwrap().zone, tokyo);
        let refused = OrganisationError::NoChoice { field: "time_zone", typed: "Asia/Tokyo".into() };
        assert_eq!(far.read(Some("Europe/Oslo".parse().unwrap())), Err(vec![refused.clone()]));
        assert_eq!(far.read(None), Err(vec![refused]));
        assert!(ZONES.iter().all(|zone| zone.parse::<Zone>().is_ok()));
    }
}
