//! What an organisation knows of a person: what binds them, which roles they hold, and how lists are narrowed.

use std::future::Future;
use std::pin::Pin;

use base::{AffiliationId, Date, MailboxId, OrganisationId, PersonId, RoleId, UnitId};
use kit::actor::Role;
use kit::db::Tx;
use kit::fault::Fault;

use super::{AffiliationKind, Email, Person, Span};

/// One bond to an organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bond {
    /// Which
    pub id: AffiliationId,
    /// Whose
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

/// A role that somebody holds, held, or will hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleHeld {
    /// Which
    pub id: RoleId,
    /// Who
    pub person: PersonId,
    /// As what
    pub role: Role,
    /// The subtree; `None` is the whole organisation
    pub unit: Option<UnitId>,
    /// When
    pub span: Span,
    /// Whom a deputy stands in for
    pub stands_for: Option<PersonId>,
    /// Who gave it; none for the portal
    pub given_by: Option<PersonId>,
}

/// Where mail to everybody in a role goes, beside the mail to each of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailbox {
    /// Which
    pub id: MailboxId,
    /// The role
    pub role: Role,
    /// The subtree; `None` is the whole organisation
    pub unit: Option<UnitId>,
    /// The address
    pub email: Email,
}

/// What an organisation knows of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// The person
    pub person: Person,
    /// Bonds to this organisation, the latest first
    pub bonds: Vec<Bond>,
    /// Roles here, the latest first
    pub roles: Vec<RoleHeld>,
    /// Whether the actor may change what is known and end what binds
    pub may_change: bool,
    /// Whether this organisation registered the person and no other one knows them: then it keeps name and address
    pub is_ours: bool,
    /// Whether name and address are put away, and seen by administration alone
    pub is_restricted: bool,
}

/// Counts the records that a wing keeps of these people and that stay under their entries whatever happens.
pub type TieSource =
    for<'a> fn(&'a Tx, OrganisationId, Vec<PersonId>) -> Pin<Box<dyn Future<Output = Result<u64, Fault>> + Send + 'a>>;

/// Every wing's source of such records.
pub struct Ties(pub Vec<TieSource>);

/// Where somebody stands towards an organisation today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Standing {
    /// Bound today
    #[default]
    Here,
    /// Bound from a day to come
    Coming,
    /// Bound no more
    Left,
    /// All of them
    Everybody,
}

impl Standing {
    /// Every standing, in the order of the choice.
    pub const ALL: [Self; 4] = [Self::Here, Self::Coming, Self::Left, Self::Everybody];

    /// The word in addresses; the usual one is empty.
    pub fn word(self) -> &'static str {
        match self {
            Self::Here => "",
            Self::Coming => "coming",
            Self::Left => "left",
            Self::Everybody => "all",
        }
    }

    /// The standing of a word; what cannot be read is the usual one.
    pub fn from_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|standing| standing.word() == word).unwrap_or_default()
    }
}

/// So many people of the register are looked through in one go: those of one page.
pub const AT_ONCE_MAX: usize = 50;

/// How the register is narrowed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Narrowing {
    /// Words of names and addresses, or a whole number
    pub search: String,
    /// Where they stand
    pub standing: Standing,
    /// As what
    pub kind: Option<AffiliationKind>,
    /// Bound to one of these units
    pub units: Option<Vec<UnitId>>,
    /// None but these
    pub among: Option<Vec<PersonId>>,
    /// The units that the actor looks after; set by the action, whatever was asked for
    pub within: Option<Vec<UnitId>>,
    /// Names from the end of the alphabet
    pub descending: bool,
    /// Without those whose name is protected: always for a file that leaves the portal, and set by the action for all but
    /// trustees
    pub public: bool,
}

impl Span {
    /// The days from the first of both to the last of both.
    pub fn with(self, other: Self) -> Self {
        Self {
            from_on: self.from_on.zip(other.from_on).map(|(one, two)| one.min(two)),
            until_on: self.until_on.zip(other.until_on).map(|(one, two)| one.max(two)),
        }
    }

    /// Whether every day of `other` is a day of this one.
    pub fn covers(self, other: Self) -> bool {
        let from = self.from_on.is_none_or(|from| other.from_on.is_some_and(|its| from <= its));
        let until = self.until_on.is_none_or(|until| other.until_on.is_some_and(|its| its <= until));
        from && until
    }

    /// The same span with its beginning left out of account: what is compared when something is given on.
    pub fn since(span: Self) -> Self {
        Self { from_on: None, ..span }
    }

    /// Whether it holds on this day or later.
    pub fn lasts_on(self, day: Date) -> bool {
        self.until_on.is_none_or(|until_on| day <= until_on)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_covers_what_lies_within_it_and_nothing_open_beyond_it() {
        let day = |text: &str| Some(text.parse::<Date>().unwrap());
        let spring = Span::new(day("2027-01-01"), day("2027-06-30")).unwrap();
        let march = Span::new(day("2027-03-01"), day("2027-03-31")).unwrap();
        assert!(spring.covers(march) && !march.covers(spring));
        assert!(spring.covers(spring) && Span::ALWAYS.covers(spring) && !spring.covers(Span::ALWAYS));
        assert!(!spring.covers(Span::new(day("2027-03-01"), None).unwrap()));
        assert_eq!(march.with(spring), spring);
        assert_eq!(march.with(Span::ALWAYS), Span::ALWAYS);
    }
}
