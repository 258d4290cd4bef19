//! What people do with the register: find somebody, take somebody in, put right what is known, bind, end, let go, stand in.

use std::collections::HashMap;

use base::{AffiliationId, Date, OrganisationId, PersonId, RoleId, UnitId};
use chrono::Days;
use kit::actor::Owner;
use kit::db::Tx;
use kit::fault::{Denied, Fault, NotFound};
use kit::journal::{self, Event};
use kit::mail::{self, Mail};
use serde_json::json;

use super::super::access::{self, Seeing};
use super::super::model::{
    Affiliation, Bond, File, Narrowing, NewPerson, NewRole, Person, PersonError, RoleHeld, Span,
};
use super::super::queries::{self, protection, register};
use super::protection::sees_protected;
use crate::{organisations, signin};

/// A giver holds what is given: in their own right, on a subtree that holds the unit, and for all of the time.
pub(super) async fn refuse_beyond_own(tx: &Tx, owner: Owner, new: &NewRole) -> Result<(), Fault> {
    let Some(me) = tx.actor().person_id() else { return Ok(()) };
    let mine = register::roles_of(tx, owner, &[me]).await?;
    let mut reaching = mine.iter().filter(|held| held.role == new.role && held.stands_for.is_none());
    let above = match new.unit {
        Some(unit) => above_of(tx, owner.id(), unit).await?,
        None => vec![],
    };
    let reaches = |held: &RoleHeld| {
        // A role that began before today gives from today on; nobody gives for days gone by.
        held.unit.is_none_or(|root| above.contains(&root)) && Span::since(held.span).covers(Span::since(new.span))
    };
    if reaching.any(reaches) { Ok(()) } else { Err(PersonError::AboveOwn.into()) }
}

/// The unit and those it lies in.
async fn above_of(tx: &Tx, organisation: OrganisationId, unit: UnitId) -> Result<Vec<UnitId>, Fault> {
    Ok(organisations::tree(tx, organisation, None).await?.upwards(unit))
}

/// A deputy does the work and gives nothing away.
pub(super) async fn refuse_of_deputy(tx: &Tx, owner: Owner) -> Result<(), Fault> {
    match tx.actor().stands_for(owner.id()) {
        Some(_) => Err(PersonError::AboveOwn.into()),
        None => Ok(()),
    }
}

/// One page of the register, and how many there are.
/// # Errors
/// `NotFound` for everybody who holds no role there.
pub async fn page(
    tx: &Tx,
    organisation: OrganisationId,
    narrowing: &Narrowing,
    rows: (u64, u64),
) -> Result<(Vec<Line>, u64), Fault> {
    let today = organisations::today(tx, organisation).await?;
    page_on(tx, organisation, narrowing, rows, today).await
}

/// The same for whoever knows already which day it is there.
/// # Errors
/// As [`page`].
pub async fn page_on(
    tx: &Tx,
    organisation: OrganisationId,
    narrowing: &Narrowing,
    rows: (u64, u64),
    today: Date,
) -> Result<(Vec<Line>, u64), Fault> {
    let Seeing { owner, within } = access::may_see_people(tx.actor(), organisation)?;
    let public = narrowing.public || !sees_protected(tx, owner).await?;
    let narrowing = Narrowing { within, public, ..narrowing.clone() };
    let (ids, all) = register::page(tx, owner, &narrowing, rows, today).await?;
    Ok((lines_of(tx, owner, &ids, public).await?, all))
}

/// People of the register in the order of their ids, after the one given; none whose name is protected.
/// # Errors
/// `NotFound` for everybody who holds no role there.
pub async fn part(
    tx: &Tx,
    organisation: OrganisationId,
    narrowing: &Narrowing,
    after: Option<PersonId>,
    rows: u64,
) -> Result<Vec<Line>, Fault> {
    let Seeing { owner, within } = access::may_see_people(tx.actor(), organisation)?;
    let narrowing = Narrowing { within, public: true, ..narrowing.clone() };
    let today = organisations::today(tx, organisation).await?;
    let ids = register::after(tx, owner, &narrowing, (after, rows), today).await?;
    lines_of(tx, owner, &ids, true).await
}

async fn lines_of(tx: &Tx, owner: Owner, ids: &[PersonId], public: bool) -> Result<Vec<Line>, Fault> {
    let mut people = queries::find_many(tx, ids).await?;
    if !public {
        protection::unveil(tx, people.values_mut()).await?;
    }
    let mut bonds: HashMap<PersonId, Vec<Bond>> = HashMap::new();
    for bond in register::bonds_of(tx, owner, ids).await? {
        bonds.entry(bond.person).or_default().push(bond);
    }
    let mut roles: HashMap<PersonId, Vec<RoleHeld>> = HashMap::new();
    for held in register::roles_of(tx, owner, ids).await? {
        roles.entry(held.person).or_default().push(held);
    }
    let lines = ids.iter().filter_map(|id| {
        Some(Line {
            person: people.remove(id)?,
            bonds: bonds.remove(id).unwrap_or_default(),
            roles: roles.remove(id).unwrap_or_default(),
        })
    });
    Ok(lines.collect())
}

/// One person in the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Who
    pub person: Person,
    /// What binds them, the latest first
    pub bonds: Vec<Bond>,
    /// Their roles, the latest first
    pub roles: Vec<RoleHeld>,
}

/// What the organisation knows of one person.
/// # Errors
/// `NotFound` when the person is not in the part of the register that the actor sees.
pub async fn file(tx: &Tx, organisation: OrganisationId, id: PersonId) -> Result<File, Fault> {
    let seeing = access::may_see_people(tx.actor(), organisation)?;
    let missing = || NotFound::of("person", id);
    if !register::is_member(tx, seeing.owner, id).await? {
        return Err(missing().into());
    }
    let bonds = register::bonds_of(tx, seeing.owner, &[id]).await?;
    let roles = register::roles_of(tx, seeing.owner, &[id]).await?;
    let units = || bonds.iter().map(|bond| bond.unit).chain(roles.iter().map(|held| held.unit));
    if !units().any(|unit| access::may_bind(&seeing, unit).is_ok()) {
        return Err(missing().into());
    }
    let is_restricted = queries::restrictions::find(tx, seeing.owner, id).await?.is_some();
    if is_restricted && access::may_restrict(tx.actor(), organisation).is_err() {
        return Err(missing().into());
    }
    let mut person = match access::is_oneself(tx.actor(), id) {
        Some(_) => queries::find_oneself(tx).await?,
        None => queries::find(tx, id).await?,
    };
    if person.is_protected && access::is_oneself(tx.actor(), id).is_none() {
        // To everybody but trustees the person is not in the register.
        if !sees_protected(tx, seeing.owner).await? {
            return Err(missing().into());
        }
        protection::unveil(tx, std::iter::once(&mut person)).await?;
    }
    let today = organisations::today(tx, organisation).await?;
    let may_change = may_change(tx, &seeing, &bonds, &roles, today);
    let is_ours = person.home == organisation && !person.is_elsewhere;
    Ok(File { person, bonds, roles, may_change, is_ours, is_restricted })
}

/// Everything that binds the person today or later lies within what the actor looks after, and holds no more than the
/// actor could give. Oneself and deputies change nobody this way.
pub(super) fn may_change(tx: &Tx, seeing: &Seeing, bonds: &[Bond], roles: &[RoleHeld], today: Date) -> bool {
    let lasting: Vec<RoleHeld> = roles.iter().filter(|held| held.span.lasts_on(today)).cloned().collect();
    let within =
        bonds.iter().filter(|bond| bond.span.lasts_on(today)).all(|bond| access::may_bind(seeing, bond.unit).is_ok());
    within
        && bonds
            .iter()
            .map(|bond| bond.person)
            .chain(roles.iter().map(|held| held.person))
            .all(|id| tx.actor().person_id() != Some(id))
        && tx.actor().stands_for(seeing.owner.id()).is_none()
        && access::may_act_on(tx.actor(), seeing.owner.id(), &lasting).is_ok()
}

pub(super) async fn changeable(tx: &Tx, organisation: OrganisationId, id: PersonId) -> Result<(Seeing, File), Fault> {
    let file = file(tx, organisation, id).await?;
    if !file.may_change {
        return Err(PersonError::AboveActor.into());
    }
    if file.is_restricted {
        return Err(PersonError::Restricted.into());
    }
    Ok((access::may_see_people(tx.actor(), organisation)?, file))
}

/// Somebody of the register whom the actor may change what binds; also when the data is put away.
/// # Errors
/// [`PersonError::AboveActor`]; `NotFound` outside the register.
pub async fn changeable_person(tx: &Tx, organisation: OrganisationId, id: PersonId) -> Result<Person, Fault> {
    let file = file(tx, organisation, id).await?;
    if file.may_change { Ok(file.person) } else { Err(PersonError::AboveActor.into()) }
}

/// Takes in a person who is new to the portal, bound to the organisation from the beginning.
/// # Errors
/// [`PersonError`], or when the actor looks after another part.
pub async fn take_in(
    tx: &Tx,
    organisation: OrganisationId,
    new: &NewPerson,
    bond: impl FnOnce(PersonId) -> Affiliation,
) -> Result<PersonId, Fault> {
    let seeing = access::may_see_people(tx.actor(), organisation)?;
    refuse_of_deputy(tx, seeing.owner).await?;
    let id = tx.new_id();
    let bond = bond(id);
    access::may_bind(&seeing, bond.unit)?;
    refuse_taken(tx, seeing.owner, &bond).await?;
    queries::add_persons(tx, seeing.owner, &[(id, new)]).await?;
    queries::add_affiliations(tx, seeing.owner, std::slice::from_ref(&bond)).await?;
    let event = Event::of("person-registered", "person", id).with(json!({ "kind": bond.kind.word() }));
    journal::note(tx, organisation, event).await?;
    Ok(id)
}

async fn refuse_taken(tx: &Tx, owner: Owner, bond: &Affiliation) -> Result<(), Fault> {
    match &bond.outside_key {
        Some(key) if queries::key_taken(tx, owner, bond.kind, key).await? => {
            Err(PersonError::KeyTaken { key: key.clone() }.into())
        }
        _ => Ok(()),
    }
}

/// Puts right what is known of a person. The address is where sign-in links go, so it is changed by those alone who could
/// give all that the person holds; the old address is told.
/// # Errors
/// [`PersonError::NotOurs`] when another organisation keeps the person; [`PersonError::AboveActor`].
pub async fn correct(tx: &Tx, organisation: OrganisationId, id: PersonId, new: &NewPerson) -> Result<(), Fault> {
    let (seeing, file) = changeable(tx, organisation, id).await?;
    if !file.is_ours {
        return Err(PersonError::NotOurs.into());
    }
    let moved = file.person.email != new.email;
    let mut ended = signin::Ended::default();
    if moved {
        tell_old_address(tx, organisation, &file.person).await?; // before the new one is written
        ended = signin::end_every(tx, id).await?;
    }
    if file.person.is_protected {
        protection::correct(tx, seeing.owner, id, new).await?;
    } else if !register::correct(tx, seeing.owner, id, new).await? {
        return Err(PersonError::NotOurs.into());
    }
    let email = new.email.as_ref().map(|email| email.as_str());
    register::rename(tx, seeing.owner, id, &new.name, email.unwrap_or_default()).await?;
    let event =
        Event::of("person-corrected", "person", id).with(json!({ "address": moved, "sessions": ended.sessions }));
    Ok(journal::note(tx, organisation, event).await?)
}

async fn tell_old_address(tx: &Tx, organisation: OrganisationId, person: &Person) -> Result<(), Fault> {
    let home = organisations::find(tx, organisation).await?;
    let lang = person.lang.unwrap_or(home.lang);
    let words = crate::words(lang);
    let by = match tx.actor().person_id() {
        Some(id) => queries::find(tx, id).await?.name.to_string(),
        None => home.name,
    };
    let mail = Mail {
        owner: organisation,
        person: person.id,
        lang,
        kind: "address-changed",
        unique_key: None,
        subject: words.persons_mail_moved_subject().to_string(),
        body: words.persons_mail_moved_body(person.name.given(), by),
        link: None,
    };
    mail::send(tx, mail).await?;
    Ok(())
}

/// Binds somebody of the register once more: to another unit, or as something else.
/// # Errors
/// [`PersonError`]; `NotFound` outside the register.
pub async fn bind(tx: &Tx, organisation: OrganisationId, new: &Affiliation) -> Result<(), Fault> {
    let (seeing, _) = changeable(tx, organisation, new.person).await?;
    access::may_bind(&seeing, new.unit)?;
    refuse_taken(tx, seeing.owner, new).await?;
    queries::add_affiliations(tx, seeing.owner, std::slice::from_ref(new)).await?;
    let event = Event::of("person-affiliated", "person", new.person).with(json!({ "kind": new.kind.word() }));
    Ok(journal::note(tx, organisation, event).await?)
}

/// Ends one bond: what it opened is closed from the next request on.
/// # Errors
/// `NotFound` when it is not the actor's to end.
pub async fn unbind(tx: &Tx, organisation: OrganisationId, person: PersonId, bond: AffiliationId) -> Result<(), Fault> {
    let (seeing, _) = changeable(tx, organisation, person).await?;
    let found = register::find_bond(tx, seeing.owner, bond).await?.filter(|found| found.person == person);
    let found = found.ok_or_else(|| NotFound::of("affiliation", bond))?;
    access::may_bind(&seeing, found.unit)?;
    register::end_bond(tx, seeing.owner, bond, yesterday(tx, organisation).await?).await?;
    register::recount(tx, seeing.owner, &[person]).await?;
    let event = Event::of("affiliation-ended", "person", person).with(json!({ "kind": found.kind.word() }));
    Ok(journal::note(tx, organisation, event).await?)
}

async fn yesterday(tx: &Tx, organisation: OrganisationId) -> Result<Date, Fault> {
    let today = organisations::today(tx, organisation).await?;
    Ok(today.checked_sub_days(Days::new(1)).unwrap_or(today))
}

/// Lets somebody go at once: every bond and role here ends, deputies stand in no more, sessions and links are dead.
/// # Errors
/// [`PersonError::AboveActor`]; `NotFound` outside the register.
pub async fn let_go(tx: &Tx, organisation: OrganisationId, id: PersonId) -> Result<(), Fault> {
    let (seeing, file) = changeable(tx, organisation, id).await?;
    register::end_all(tx, seeing.owner, id, yesterday(tx, organisation).await?).await?;
    register::recount(tx, seeing.owner, &[id]).await?;
    let ended = signin::end_every(tx, id).await?;
    let facts = json!({ "bonds": file.bonds.len(), "roles": file.roles.len(), "sessions": ended.sessions });
    Ok(journal::note(tx, organisation, Event::of("person-left", "person", id).with(facts)).await?)
}

/// Roles of the organisation as far as the actor sees it: one page, and how many there are.
/// # Errors
/// `NotFound` for everybody who holds no role there.
pub async fn roles_page(
    tx: &Tx,
    organisation: OrganisationId,
    (units, everything): (Option<Vec<UnitId>>, bool),
    rows: (u64, u64),
) -> Result<(Vec<RoleHeld>, u64), Fault> {
    let Seeing { owner, within } = access::may_see_people(tx.actor(), organisation)?;
    let units = match (units, within) {
        (Some(units), Some(within)) => Some(units.into_iter().filter(|unit| within.contains(unit)).collect()),
        (units, within) => units.or(within),
    };
    let day = if everything { None } else { Some(organisations::today(tx, organisation).await?) };
    Ok(register::roles_page(tx, owner, (units.as_deref(), day), rows).await?)
}

/// Roles of the organisation as far as the actor sees it, past ones too, in the order of their ids after the one given.
/// # Errors
/// `NotFound` for everybody who holds no role there.
pub async fn roles_part(
    tx: &Tx,
    organisation: OrganisationId,
    after: Option<RoleId>,
    rows: u64,
) -> Result<Vec<RoleHeld>, Fault> {
    let Seeing { owner, within } = access::may_see_people(tx.actor(), organisation)?;
    Ok(register::roles_after(tx, owner, within.as_deref(), after, rows).await?)
}

/// One role.
/// # Errors
/// `NotFound` outside what the actor sees.
pub async fn role(tx: &Tx, organisation: OrganisationId, id: RoleId) -> Result<RoleHeld, Fault> {
    let seeing = access::may_see_people(tx.actor(), organisation)?;
    let missing = || NotFound::of("role", id);
    let row = queries::find_role(tx, &[seeing.owner.id()], id).await?.ok_or_else(missing)?;
    let held = register::read_role(row).ok_or_else(missing)?;
    access::may_bind(&seeing, held.unit).map_err(|_| missing())?;
    Ok(held)
}

/// Ends somebody's role at once. A colleague does it, so that nobody locks everybody out.
/// # Errors
/// [`PersonError::AboveActor`] for one's own; what [`super::end_role`] answers; `NotFound` outside what the actor sees.
pub async fn close_role(tx: &Tx, organisation: OrganisationId, id: RoleId) -> Result<(), Fault> {
    let held = role(tx, organisation, id).await?;
    if tx.actor().person_id() == Some(held.person) {
        return Err(PersonError::AboveActor.into());
    }
    super::end_role(tx, id).await
}

/// Lets somebody of the register stand in for the holder of a role, from a day to a day. Holders do it themselves, and
/// those who could give the role do it for them.
/// # Errors
/// [`PersonError::NoDeputy`], [`PersonError::EndlessDeputy`], [`PersonError::AboveOwn`].
pub async fn depute(
    tx: &Tx,
    organisation: OrganisationId,
    id: RoleId,
    deputy: PersonId,
    span: Span,
) -> Result<RoleId, Fault> {
    let held = role(tx, organisation, id).await?;
    let seeing = access::may_see_people(tx.actor(), organisation)?;
    refuse_of_deputy(tx, seeing.owner).await?;
    if tx.actor().person_id() != Some(held.person) {
        access::may_give(tx.actor(), organisation, held.role, held.unit)?;
        let new = NewRole { person: deputy, role: held.role, unit: held.unit, span };
        refuse_beyond_own(tx, seeing.owner, &new).await?;
    }
    if held.person == deputy || held.stands_for.is_some() || !register::is_member(tx, seeing.owner, deputy).await? {
        return Err(PersonError::NoDeputy.into());
    }
    super::refuse_across_practice(tx, organisation, deputy).await?;
    if span.until_on().is_none() {
        return Err(PersonError::EndlessDeputy.into());
    }
    if !Span::since(held.span).covers(Span::since(span)) {
        return Err(PersonError::AboveOwn.into());
    }
    let new = RoleHeld {
        id: tx.new_id(),
        person: deputy,
        span,
        stands_for: Some(held.person),
        given_by: tx.actor().person_id(),
        ..held
    };
    register::add_deputy(tx, seeing.owner, &new).await?;
    let facts = json!({ "role": new.role.word(), "unit": new.unit, "stands_for": new.stands_for });
    journal::note(tx, organisation, Event::of("deputy-named", "person", deputy).with(facts)).await?;
    Ok(new.id)
}

/// Keeps which organisation's rooms the actor wants to be in.
/// # Errors
/// `NotFound` when no role is held there.
pub async fn choose(tx: &Tx, organisation: OrganisationId) -> Result<(), Fault> {
    access::may_see_people(tx.actor(), organisation)?;
    let oneself = access::may_choose_profile(tx.actor()).map_err(|_| Denied { act: "choose as nobody" })?;
    register::choose(tx, oneself, organisation).await?;
    Ok(journal::note(tx, organisation, Event::of("organisation-chosen", "person", oneself.id())).await?)
}

/// Writes the names of a register that a migration filled.
/// # Errors
/// What the database answers.
pub async fn fold_names(tx: &Tx, organisation: OrganisationId) -> Result<(), Fault> {
    let seeing = access::may_see_people(tx.actor(), organisation)?;
    Ok(register::fold_names(tx, seeing.owner).await?)
}
