//! Who acts, and the proofs of scope that queries ask for.

use base::{Lang, OrganisationId, PersonId, UnitId};

/// Who is behind a transaction. Made by sign-in, by the worker, or by nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    who: Who,
    held: Vec<Held>,
    studies_at: Vec<OrganisationId>,
    lang: Option<Lang>,
    operates: bool,
    chosen: Option<OrganisationId>,
    stands_for: Vec<(OrganisationId, PersonId)>,
    helper: Option<PersonId>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Nobody,
    Person(PersonId),
    Token(PersonId),
    Portal(OrganisationId),
}

/// What a role lets a person do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Runs placement rounds at an institution.
    Administrator,
    /// Receives students at a host.
    Coordinator,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 2] = [Self::Administrator, Self::Coordinator];

    /// The word in the database.
    pub fn word(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Coordinator => "coordinator",
        }
    }

    /// The role of a word in the database.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.word() == word)
    }
}

/// A role held today, with the units it covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Where
    pub organisation: OrganisationId,
    /// As what
    pub role: Role,
    /// The units of the subtree; `None` is the whole organisation.
    pub units: Option<Vec<UnitId>>,
}

impl Actor {
    /// Somebody who has not signed in: sees global tables only.
    pub fn nobody() -> Self {
        let (held, studies_at, stands_for) = (vec![], vec![], vec![]);
        Self { who: Who::Nobody, held, studies_at, lang: None, operates: false, chosen: None, stands_for, helper: None }
    }

    /// A person whom sign-in has proven, before the roles are read: sees own rows only.
    pub fn person(person: PersonId) -> Self {
        Self { who: Who::Person(person), ..Self::nobody() }
    }

    /// The same person with what is held today.
    pub fn with(mut self, held: Vec<Held>, studies_at: Vec<OrganisationId>, lang: Option<Lang>) -> Self {
        (self.held, self.studies_at, self.lang) = (held, studies_at, lang);
        self
    }

    /// The same person as one who looks after the whole portal, or not.
    pub fn operating(mut self, operates: bool) -> Self {
        self.operates = operates && self.is_signed_in();
        self
    }

    /// A program that works with a token this person made: what the person holds at this organisation, and nothing of
    /// what is the person's own.
    pub fn through_token(self, organisation: OrganisationId) -> Self {
        let Some(person) = self.person_id() else { return Self::nobody() };
        let held = self.held.into_iter().filter(|held| held.organisation == organisation).collect();
        Self { who: Who::Token(person), held, stands_for: self.stands_for, ..Self::nobody() }
    }

    /// Whether the person looks after the whole portal. It opens no organisation's rows.
    pub fn operates(&self) -> bool {
        self.operates
    }

    /// The same person, standing in an organisation's rooms, and as deputy where nothing is held in their own right.
    pub fn standing(mut self, at: Option<OrganisationId>, for_whom: Vec<(OrganisationId, PersonId)>) -> Self {
        (self.chosen, self.stands_for) = (at, for_whom);
        self
    }

    /// The organisation whose rooms the menu leads to: the one chosen last, or the first where a role is held.
    pub fn here(&self) -> Option<OrganisationId> {
        let holds = |organisation: &OrganisationId| self.held.iter().any(|held| held.organisation == *organisation);
        self.chosen.filter(holds).or_else(|| self.held.first().map(|held| held.organisation))
    }

    /// Whom the person stands in for at this organisation, when nothing is held there in their own right.
    pub fn stands_for(&self, organisation: OrganisationId) -> Option<PersonId> {
        self.stands_for.iter().find(|(at, _)| *at == organisation).map(|(_, person)| *person)
    }

    /// The same person, as somebody sees the portal who helps: nothing can be changed.
    pub fn seen_by(mut self, helper: PersonId) -> Self {
        self.helper = Some(helper);
        self
    }

    /// The same person with what is held at one organisation alone.
    pub fn only_at(mut self, organisation: OrganisationId) -> Self {
        self.held.retain(|held| held.organisation == organisation);
        self.studies_at.retain(|at| *at == organisation);
        self
    }

    /// Who looks with this person's eyes, to help.
    pub fn helper(&self) -> Option<PersonId> {
        self.helper
    }

    /// The portal itself at work for one organisation: jobs, and steps before anybody is signed in.
    pub fn portal(organisation: OrganisationId) -> Self {
        Self { who: Who::Portal(organisation), ..Self::nobody() }
    }

    /// The person, also one whose token is used, unless nobody or the portal acts.
    pub fn person_id(&self) -> Option<PersonId> {
        match self.who {
            Who::Person(person) | Who::Token(person) => Some(person),
            _ => None,
        }
    }

    /// Whether somebody has signed in.
    pub fn is_signed_in(&self) -> bool {
        self.person_id().is_some()
    }

    /// Whether the portal itself acts for this organisation.
    pub fn is_portal_of(&self, organisation: OrganisationId) -> bool {
        self.who == Who::Portal(organisation)
    }

    /// The language the person has chosen.
    pub fn lang(&self) -> Option<Lang> {
        self.lang
    }

    /// Roles held today.
    pub fn held(&self) -> &[Held] {
        &self.held
    }

    /// Where the person is a student today.
    pub fn studies_at(&self) -> &[OrganisationId] {
        &self.studies_at
    }

    /// Whether the role is held anywhere.
    pub fn has(&self, role: Role) -> bool {
        self.held.iter().any(|held| held.role == role)
    }

    /// Whether the role is held at this organisation, on any part of it. The portal at work for it holds every role.
    pub fn has_at(&self, role: Role, organisation: OrganisationId) -> bool {
        self.is_portal_of(organisation)
            || self.held.iter().any(|held| held.role == role && held.organisation == organisation)
    }

    /// Every organisation whose rows the actor may meet: the scope of the second net, not a right by itself.
    pub fn organisations(&self) -> Vec<OrganisationId> {
        let mut all: Vec<_> =
            self.held.iter().map(|held| held.organisation).chain(self.studies_at.iter().copied()).collect();
        if let Who::Portal(organisation) = self.who {
            all.push(organisation);
        }
        all.sort();
        all.dedup();
        all
    }
}

/// Proof that the actor may meet rows of this organisation. Asked for by queries, made by `access`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owner(OrganisationId);

impl Owner {
    /// The proof, when the organisation is in the actor's scope.
    pub fn proven(actor: &Actor, organisation: OrganisationId) -> Option<Self> {
        actor.organisations().contains(&organisation).then_some(Self(organisation))
    }
    /// The proof for the portal at work for the organisation, and for nobody who has signed in, whatever they hold.
    pub fn at_work(actor: &Actor, organisation: OrganisationId) -> Option<Self> {
        actor.is_portal_of(organisation).then_some(Self(organisation))
    }
    /// The organisation.
    pub fn id(self) -> OrganisationId {
        self.0
    }
}

/// Proof that the actor speaks for the organisation that a shared row names as the other party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counterparty {
    organisation: OrganisationId,
    units: Option<Vec<UnitId>>,
}

impl Counterparty {
    /// One proof for each organisation where the role is held, with the units it covers.
    pub fn proven(actor: &Actor, role: Role) -> Vec<Self> {
        let held = actor.held.iter().filter(|held| held.role == role);
        held.map(|held| Self { organisation: held.organisation, units: held.units.clone() }).collect()
    }
    /// The organisation.
    pub fn id(&self) -> OrganisationId {
        self.organisation
    }
    /// The units covered; `None` is all of them.
    pub fn units(&self) -> Option<&[UnitId]> {
        self.units.as_deref()
    }
}

/// Proof that a row is asked for by the person it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Oneself(PersonId);

impl Oneself {
    /// The proof, when somebody has signed in. A token is nobody's own hand.
    pub fn proven(actor: &Actor) -> Option<Self> {
        match actor.who {
            Who::Person(person) => Some(Self(person)),
            _ => None,
        }
    }
    /// The person.
    pub fn id(self) -> PersonId {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use base::Id;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn no_proof_is_given_outside_the_scope() {
        let (mine, other) =
            (OrganisationId::from_uuid(Uuid::from_u128(1)), OrganisationId::from_uuid(Uuid::from_u128(2)));
        let me = Actor::person(PersonId::from_uuid(Uuid::from_u128(3)));
        assert_eq!(Owner::proven(&me, mine), None);
        let held = Held { organisation: mine, role: Role::Administrator, units: None };
        let me = me.with(vec![held], vec![], None);
        assert_eq!(Owner::proven(&me, mine).map(Owner::id), Some(mine));
        assert_eq!(Owner::proven(&me, other), None);
        assert_eq!(Counterparty::proven(&me, Role::Coordinator), []);
        assert_eq!(Owner::proven(&Actor::portal(other), other).map(Owner::id), Some(other));
        let at_work = [me, Actor::portal(other), Actor::portal(mine)].map(|actor| Owner::at_work(&actor, mine));
        assert_eq!(at_work.map(|owner| owner.map(Owner::id)), [None, None, Some(mine)]);
        assert_eq!(Oneself::proven(&Actor::nobody()), None);
    }

    #[test]
    fn a_token_has_one_organisation_and_nothing_of_its_makers_own() {
        let id = |number| OrganisationId::from_uuid(Uuid::from_u128(number));
        let held = |number| Held { organisation: id(number), role: Role::Administrator, units: None };
        let maker = Actor::person(PersonId::from_uuid(Uuid::from_u128(3)));
        let maker = maker.with(vec![held(1), held(2)], vec![id(4)], Some(Lang::Da)).operating(true);
        let token = maker.clone().through_token(id(1));
        assert_eq!(token.person_id(), maker.person_id());
        assert_eq!((token.held(), token.studies_at(), token.operates()), ([held(1)].as_slice(), [].as_slice(), false));
        assert_eq!((token.organisations(), Oneself::proven(&token)), (vec![id(1)], None));
        assert_eq!(maker.through_token(id(9)).organisations(), []);
    }
}
