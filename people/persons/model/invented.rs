//! People who do not exist, for copies to practise in.

use base::{Lang, OrganisationId};

use super::{Email, NewPerson, PersonError, PersonName};

const GIVEN: [&str; 32] = [
    "Alma", "Anders", "Astrid", "Bjarne", "Birte", "Einar", "Elise", "Frida", "Gaute", "Grete", "Halvard", "Hedda",
    "Ivar", "Inga", "Jonas", "Karen", "Kristian", "Lena", "Magnus", "Maren", "Nils", "Oline", "Peder", "Ragna",
    "Rasmus", "Signe", "Sindre", "Solveig", "Torstein", "Trine", "Vegard", "Yngvild",
];
/// Family names are made of two parts, so that there are many of them and all sound invented.
const FIRST: [&str; 25] = [
    "Bjørke", "Blå", "Dugg", "Fiske", "Grå", "Hassel", "Hegge", "Hvit", "Is", "Kløver", "Kongle", "Lyng", "Måke",
    "Myr", "Nype", "Orre", "Regn", "Ripse", "Rogne", "Sand", "Selje", "Sol", "Stein", "Tåke", "Tyri",
];
const SECOND: [&str; 16] = [
    "bakke", "berg", "bråten", "dalen", "eng", "fjell", "gard", "haug", "hylle", "lia", "løkke", "nes", "stad", "vang",
    "vatn", "vik",
];
/// How many different names there are before they come again.
const NAMES: usize = GIVEN.len() * FIRST.len() * SECOND.len();

/// The invented person of this number in this organisation. The address leads nowhere: names that end so are never given
/// to anybody (RFC 2606).
/// # Errors
/// None that happens: every name and address made here is one.
pub fn invented(organisation: OrganisationId, number: usize, lang: Lang) -> Result<NewPerson, PersonError> {
    // A step that shares no factor with the number of names visits all of them before one comes again.
    let place = (number * 7_919) % NAMES;
    let (given, rest) = (GIVEN[place % GIVEN.len()], place / GIVEN.len());
    let family = format!("{}{}", FIRST[rest % FIRST.len()], SECOND[rest / FIRST.len()]);
    let email = format!("person{number}@{}.invalid", base::Id::uuid(organisation).simple());
    Ok(NewPerson {
        name: PersonName::new(given, &family)?,
        email: Some(Email::new(&email)?),
        phone: None,
        lang: Some(lang),
    })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use base::Id;

    use super::*;

    #[test]
    fn invented_people_have_names_of_their_own_and_addresses_that_lead_nowhere() {
        let organisation = OrganisationId::from_uuid(uuid::Uuid::from_u128(7));
        let people: Vec<_> =
            (0..NAMES).map(|number| invented(organisation, number, Lang::Nn).expect("a person")).collect();
        let names: HashSet<_> = people.iter().map(|person| person.name.to_string()).collect();
        assert_eq!(names.len(), NAMES);
        assert!(
            people.iter().all(|person| person.email.as_ref().is_some_and(|email| email.as_str().ends_with(".invalid")))
        );
        assert!(people.iter().all(|person| person.phone.is_none()));
    }
}
