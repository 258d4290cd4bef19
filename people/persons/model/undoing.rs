//! Taking back what a file brought into the register, as far as nothing else has touched it since.

use std::collections::HashMap;
use std::pin::Pin;

use base::{Date, Lang, OrganisationId, PersonId, UnitId};
use kit::db::Tx;
use kit::fault::Fault;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{NewPerson, Person, PersonName, Span};

/// Why something that a file brought stays when its import is taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kept {
    /// Somebody has signed in, or can prove who they are
    SignedIn,
    /// Somebody has been invited
    Invited,
    /// Takes part in a round, or something is written or decided about them
    Matter,
    /// Has got mail or notices
    Written,
    /// Holds a role, or held one
    Role,
    /// Something else binds them to the organisation
    Bond,
    /// The data is put away
    PutAway,
    /// Two entries were found to be one person
    Merged,
    /// Another organisation knows them, too
    Elsewhere,
    /// Somebody has changed it since
    Changed,
    /// Somebody has changed some of it since; the rest goes back
    Partly,
    /// Somebody stands in for the holder
    Deputed,
    /// More than the actor could give
    Above,
    /// The actor's own role
    Own,
}

impl Kept {
    /// For the reader.
    pub fn tell(self, lang: Lang) -> String {
        let word = match self {
            Self::SignedIn => "signed_in",
            Self::Invited => "invited",
            Self::Matter => "matter",
            Self::Written => "written",
            Self::Role => "role",
            Self::Bond => "bond",
            Self::PutAway => "put_away",
            Self::Merged => "merged",
            Self::Elsewhere => "elsewhere",
            Self::Changed => "changed",
            Self::Partly => "partly",
            Self::Deputed => "deputed",
            Self::Above => "above",
            Self::Own => "own",
        };
        crate::words(lang).persons_kept(word).to_string()
    }
}

/// What is kept of whom, once it is looked up.
pub type Uses<'a> = Pin<Box<dyn Future<Output = Result<HashMap<PersonId, Kept>, Fault>> + Send + 'a>>;

/// Which of these people the rooms of the portal keep something of by now, and what. Given by whoever knows every table.
pub type UseSource = for<'a> fn(&'a Tx, OrganisationId, &'a [PersonId]) -> Uses<'a>;

/// Where and when a bond or a role holds: what a file can change of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// At which unit; none is the whole organisation
    pub unit: Option<UnitId>,
    /// First day
    pub from_on: Option<Date>,
    /// Last day
    pub until_on: Option<Date>,
}

impl Place {
    /// A unit and days.
    pub fn new(unit: Option<UnitId>, span: Span) -> Self {
        Self { unit, from_on: span.from_on(), until_on: span.until_on() }
    }

    /// The days; those that contradict each other were never written.
    pub fn span(self) -> Span {
        Span::new(self.from_on, self.until_on).unwrap_or(Span::ALWAYS)
    }

    /// What stands there after an import is taken back, and whether all of it is as before: a field that no longer holds
    /// what the import wrote stays as somebody has set it since. An import of an older portal did not note what it wrote.
    pub fn back(self, before: Self, wrote: Option<Self>) -> (Self, bool) {
        let Some(wrote) = wrote else { return (before, true) };
        let unit = if self.unit == wrote.unit { before.unit } else { self.unit };
        let from_on = if self.from_on == wrote.from_on { before.from_on } else { self.from_on };
        let until_on = if self.until_on == wrote.until_on { before.until_on } else { self.until_on };
        // A first day set back must not fall behind a last day that somebody has set since.
        let after = match Span::new(from_on, until_on) {
            Ok(_) => Self { unit, from_on, until_on },
            Err(_) => Self { unit, ..self },
        };
        let is_back = (before.unit == wrote.unit || after.unit == before.unit)
            && (before.from_on == wrote.from_on || after.from_on == before.from_on)
            && (before.until_on == wrote.until_on || after.until_on == before.until_on);
        (after, is_back)
    }
}

/// What a file said of name, address and telephone, so that it can be seen whether somebody has put it right since; the
/// import keeps no second copy of them.
pub fn print_of(id: PersonId, name: &PersonName, email: Option<&str>, phone: Option<&str>) -> String {
    let mut print = Sha256::new();
    print.update(id.0.as_bytes());
    for part in [name.given_part(), name.family_part(), email.unwrap_or_default(), phone.unwrap_or_default()] {
        print.update(part.as_bytes());
        print.update([0]);
    }
    hex::encode(print.finalize())
}

impl NewPerson {
    /// [`print_of`] somebody a file brings.
    pub fn print(&self, id: PersonId) -> String {
        let email = self.email.as_ref().map(super::Email::as_str);
        print_of(id, &self.name, email, self.phone.as_ref().map(super::Phone::as_str))
    }
}

impl Person {
    /// [`print_of`] somebody who is known.
    pub fn print(&self) -> String {
        let email = self.email.as_ref().map(super::Email::as_str);
        print_of(self.id, &self.name, email, self.phone.as_ref().map(super::Phone::as_str))
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn day(number: u32) -> Option<Date> {
        Date::from_ymd_opt(2027, 1, number)
    }

    #[test]
    fn a_field_goes_back_where_it_still_holds_what_the_import_wrote() {
        let unit = |number| Some(UnitId(Uuid::from_u128(number)));
        let before = Place { unit: unit(1), from_on: None, until_on: day(10) };
        let wrote = Place { unit: unit(2), from_on: None, until_on: day(20) };
        assert_eq!(wrote.back(before, Some(wrote)), (before, true), "untouched");
        let moved = Place { unit: unit(3), ..wrote };
        assert_eq!(moved.back(before, Some(wrote)), (Place { unit: unit(3), ..before }, false), "another unit since");
        let begun = Place { from_on: day(2), ..wrote };
        let kept = Place { from_on: day(2), ..before };
        assert_eq!(begun.back(before, Some(wrote)), (kept, true), "what the file left alone is nobody's to set back");
        let late = Place { from_on: day(15), ..wrote };
        let (after, is_back) = late.back(before, Some(wrote));
        assert_eq!((after, is_back), (Place { unit: unit(1), ..late }, false), "days stay in order");
        assert_eq!(moved.back(before, None), (before, true), "an older import");
    }
}
