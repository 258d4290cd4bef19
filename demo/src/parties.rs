//! The parties of the town and those who work there: two universities, a municipality and a hospital trust in Norway, and
//! a municipality in Denmark.

use base::{Id, Lang, OrganisationId, PersonId, UnitId, Zone};
use kit::actor::{Actor, Role};
use kit::db::Tx;
use kit::fault::Fault;
use people::organisations::{self, Contact, Kind, NewOrganisation, NewUnit};
use people::persons::{self, Affiliation, AffiliationKind, Email, NewPerson, NewRole, PersonName, Phone, Span};
use uuid::Uuid;

use crate::places::{self, DENMARK, HOSPITAL, MUNICIPALITY, UnitOf};
use crate::staff::{self, Crew};

/// Somebody who works in the town.
pub struct Staff {
    given: &'static str,
    family: &'static str,
    /// Where mail reaches them
    pub email: &'static str,
    phone: &'static str,
    role: Role,
    /// Key of the unit the role covers; empty: all of it
    unit: &'static str,
}

/// Runs the rounds.
pub const ADMINISTRATOR: Staff = Staff {
    given: "Jorunn",
    family: "Bergheim",
    email: "jorunn.bergheim@solvmark.example",
    phone: "78 90 11 20",
    role: Role::Administrator,
    unit: "",
};
/// Shares the work.
pub const COLLEAGUE: Staff = Staff {
    given: "Per-Ánte",
    family: "Skum",
    email: "per-ante.skum@solvmark.example",
    phone: "78 90 11 21",
    role: Role::Administrator,
    unit: "",
};
/// Looks after the portal itself.
pub const OPERATOR: Staff = Staff {
    given: "Oda",
    family: "Prestmo",
    email: "oda.prestmo@solvmark.example",
    phone: "78 90 11 99",
    role: Role::Administrator,
    unit: "",
};
/// Receives students all over the municipality.
pub const MUNICIPALITY_COORDINATOR: Staff = Staff {
    given: "Bjørg",
    family: "Langmo",
    email: "bjorg.langmo@brattholt.example",
    phone: "77 41 30 08",
    role: Role::Coordinator,
    unit: "",
};
/// Receives students at one school.
pub const SCHOOL_COORDINATOR: Staff = Staff {
    given: "Kamil",
    family: "Ostrowski",
    email: "kamil.ostrowski@brattholt.example",
    phone: "77 41 36 51",
    role: Role::Coordinator,
    unit: "MULT",
};
/// Receives students at the hospital.
pub const HOSPITAL_COORDINATOR: Staff = Staff {
    given: "Anne Kristin",
    family: "Tangvold",
    email: "anne.kristin.tangvold@solvmarksykehus.example",
    phone: "77 62 04 19",
    role: Role::Coordinator,
    unit: "",
};

/// Runs the rounds of the second university.
pub const WEST_ADMINISTRATOR: Staff = Staff {
    given: "Torbjørg",
    family: "Vangsnes",
    email: "torbjorg.vangsnes@vestfjorda.example",
    phone: "57 80 14 02",
    role: Role::Administrator,
    unit: "",
};
/// Receives students in the Danish municipality.
pub const DANISH_COORDINATOR: Staff = Staff {
    given: "Lisbeth",
    family: "Nørregaard",
    email: "lisbeth.norregaard@vesterlund.example",
    phone: "98 90 12 34",
    role: Role::Coordinator,
    unit: "",
};
/// Works at the surgical clinic, and one day a week at the second university: a role in each.
pub const TWO_ROLES: Staff = Staff {
    given: "Eivind",
    family: "Raknes",
    email: "eivind.raknes@solvmarksykehus.example",
    phone: "77 62 05 77",
    role: Role::Coordinator,
    unit: "KIR",
};

/// Who sends students: the organisation and who acts for it.
#[derive(Clone, Copy)]
pub struct Office {
    /// The university
    pub id: OrganisationId,
    /// Who runs its rounds
    pub administrator: PersonId,
    /// The same, as people reach them
    pub contact: &'static Staff,
}

/// The parties' ids and those who act for the universities.
pub struct Parties {
    /// The first university
    pub solvmark: Office,
    /// The second
    pub west: Office,
    /// The municipality and its units
    pub municipality: Host,
    /// The hospital trust and its units
    pub hospital: Host,
    /// The Danish municipality and its units
    pub denmark: Host,
}

/// A host and the ids of its units.
pub struct Host {
    /// The organisation
    pub id: OrganisationId,
    /// Its name
    pub name: &'static str,
    units: Vec<(&'static str, UnitId)>,
}

impl Staff {
    /// Their name.
    pub fn name(&self) -> String {
        format!("{} {}", self.given, self.family)
    }

    /// Where calls reach them.
    pub fn phone(&self) -> &'static str {
        self.phone
    }
}

impl Host {
    /// The unit with this key, where there is one.
    pub fn unit(&self, key: &str) -> Option<UnitId> {
        self.units.iter().find(|(known, _)| *known == key).map(|(_, id)| *id)
    }
}

/// The university's name, by which a town that stands is known again.
pub const UNIVERSITY: &str = "Universitetet i Sølvmark";

/// How an organisation is called, in which language it reads and where its days begin.
struct Named {
    name: &'static str,
    short_name: &'static str,
    number: &'static str,
    lang: Lang,
    zone: Zone,
}

const fn norwegian(name: &'static str, short_name: &'static str, number: &'static str, lang: Lang) -> Named {
    Named { name, short_name, number, lang, zone: chrono_tz::Europe::Oslo }
}

/// The invented workforces: with the people of the story they are six hundred.
const CREWS: [Crew; 5] = [
    Crew { count: 61, domain: "solvmark.example", is_danish: false, coordinators: 0, seed: 11 },
    Crew { count: 47, domain: "vestfjorda.example", is_danish: false, coordinators: 0, seed: 12 },
    Crew { count: 190, domain: "brattholt.example", is_danish: false, coordinators: 12, seed: 13 },
    Crew { count: 208, domain: "solvmarksykehus.example", is_danish: false, coordinators: 9, seed: 14 },
    Crew { count: 84, domain: "vesterlund.example", is_danish: true, coordinators: 10, seed: 15 },
];
/// So many of the hospital also teach at each university.
const LENT: usize = 9;

/// Registers the parties, their units and their people.
pub async fn settle(app: &kit::web::App) -> Result<Parties, Fault> {
    let named = norwegian(UNIVERSITY, "UiSM", "900 100 118", Lang::Nb);
    let (university, faculties) =
        party(app, &named, Kind::Institution, &places::UNIVERSITY, &[&ADMINISTRATOR, &COLLEAGUE, &OPERATOR]).await?;
    let operator = university.people[2];
    let appoint = async |tx| operating::duty::appoint(&tx, operator).await;
    app.db().write(&Actor::portal(university.id), appoint).await?;
    let named = norwegian("Høgskulen i Vestfjorda", "HiVF", "900 100 207", Lang::Nn);
    let (west, sections) = party(app, &named, Kind::Institution, &places::WEST, &[&WEST_ADMINISTRATOR]).await?;
    let named = norwegian("Brattholt kommune", "Brattholt", "900 200 229", Lang::Nb);
    let (municipality, schools) =
        party(app, &named, Kind::Host, &MUNICIPALITY, &[&MUNICIPALITY_COORDINATOR, &SCHOOL_COORDINATOR]).await?;
    let named = norwegian("Sølvmark sykehus HF", "Sølvmark sykehus", "900 300 331", Lang::Nb);
    let (hospital, wards) = party(app, &named, Kind::Host, &HOSPITAL, &[&HOSPITAL_COORDINATOR, &TWO_ROLES]).await?;
    let named = Named {
        name: "Vesterlund Kommune",
        short_name: "Vesterlund",
        number: "29 90 01 44",
        lang: Lang::Da,
        zone: chrono_tz::Europe::Copenhagen,
    };
    let (denmark, homes) = party(app, &named, Kind::Host, &DENMARK, &[&DANISH_COORDINATOR]).await?;
    let crews = [
        (university.id, &faculties),
        (west.id, &sections),
        (municipality.id, &schools),
        (hospital.id, &wards),
        (denmark.id, &homes),
    ];
    let mut hired = vec![];
    for ((organisation, units), crew) in crews.into_iter().zip(&CREWS) {
        hired.push(staff::hire(app, organisation, units, crew).await?);
    }
    staff::lend(app, &hired[3][20..20 + LENT], university.id, &faculties).await?;
    staff::lend(app, &hired[3][40..40 + LENT], west.id, &sections).await?;
    second_roles(app, &west, &municipality, hospital.people[1], &schools).await?;
    let office = |party: &Party, contact| Office { id: party.id, administrator: party.people[0], contact };
    let host = |party: Party, units| Host { id: party.id, name: party.name, units };
    Ok(Parties {
        solvmark: office(&university, &ADMINISTRATOR),
        west: office(&west, &WEST_ADMINISTRATOR),
        municipality: host(municipality, schools),
        hospital: host(hospital, wards),
        denmark: host(denmark, homes),
    })
}

/// A surgeon's colleague who also runs rounds, and a school's coordinator who also has the school next to it.
async fn second_roles(
    app: &kit::web::App,
    west: &Party,
    municipality: &Party,
    both: PersonId,
    schools: &[(&'static str, UnitId)],
) -> Result<(), Fault> {
    staff::lend(app, &[both], west.id, &[]).await?;
    let give = async |tx: Tx| {
        let role = NewRole { person: both, role: Role::Administrator, unit: None, span: Span::ALWAYS };
        persons::give_role(&tx, west.id, &role).await.map(drop)
    };
    app.db().write(&Actor::portal(west.id), give).await?;
    let unit = schools.iter().find(|(key, _)| *key == "TIUR").map(|(_, id)| *id);
    let give = async |tx: Tx| {
        let role = NewRole { person: municipality.people[1], role: Role::Coordinator, unit, span: Span::ALWAYS };
        persons::give_role(&tx, municipality.id, &role).await.map(drop)
    };
    app.db().write(&Actor::portal(municipality.id), give).await
}

/// An organisation that stands, and its people of the story in the order they were given.
struct Party {
    id: OrganisationId,
    name: &'static str,
    people: Vec<PersonId>,
}

async fn party(
    app: &kit::web::App,
    named: &Named,
    kind: Kind,
    units: &'static [UnitOf],
    people: &[&Staff],
) -> Result<(Party, Vec<(&'static str, UnitId)>), Fault> {
    let id = organisation(app, named, kind, people[0]).await?;
    let units = app.db().write(&Actor::portal(id), async |tx| add_units(&tx, id, units).await).await?;
    let mut known = vec![];
    for person in people {
        known.push(take_in(app, id, person, &units).await?);
    }
    Ok((Party { id, name: named.name, people: known }, units))
}

async fn organisation(
    app: &kit::web::App,
    named: &Named,
    kind: Kind,
    contact: &Staff,
) -> Result<OrganisationId, Fault> {
    let id = OrganisationId::from_uuid(Uuid::now_v7());
    let register = async |tx: Tx| {
        let new = NewOrganisation {
            id,
            name: named.name.into(),
            short_name: named.short_name.into(),
            kind,
            number: Some(named.number.replace(' ', "")),
            lang: named.lang,
            zone: named.zone,
            contact: Contact { name: contact.name(), email: contact.email.into(), phone: contact.phone.into() },
        };
        organisations::register_organisation(&tx, new).await
    };
    app.db().write(&Actor::portal(id), register).await
}

async fn add_units(
    tx: &Tx,
    host: OrganisationId,
    all: &'static [UnitOf],
) -> Result<Vec<(&'static str, UnitId)>, Fault> {
    let mut made: Vec<(&str, UnitId)> = vec![];
    for unit in all {
        let parent = made.iter().find(|(key, _)| *key == unit.parent).map(|(_, id)| *id);
        let address = (!unit.address.is_empty()).then(|| unit.address.into());
        let new = NewUnit { parent, name: unit.name.into(), outside_key: Some(unit.key.into()), address };
        made.push((unit.key, organisations::add_unit(tx, host, &new).await?));
    }
    Ok(made)
}

async fn take_in(
    app: &kit::web::App,
    organisation: OrganisationId,
    staff: &Staff,
    units: &[(&str, UnitId)],
) -> Result<PersonId, Fault> {
    let unit = units.iter().find(|(key, _)| *key == staff.unit).map(|(_, id)| *id);
    let person = NewPerson {
        name: PersonName::new(staff.given, staff.family)?,
        email: Some(Email::new(staff.email)?),
        phone: Some(Phone::new(staff.phone)?),
        lang: None,
    };
    let hire = async |tx: Tx| {
        let id = persons::register_person(&tx, organisation, &person).await?;
        let bond =
            Affiliation { person: id, kind: AffiliationKind::Staff, outside_key: None, unit, span: Span::ALWAYS };
        persons::affiliate(&tx, organisation, &bond).await?;
        let role = NewRole { person: id, role: staff.role, unit, span: Span::ALWAYS };
        persons::give_role(&tx, organisation, &role).await?;
        Ok(id)
    };
    app.db().write(&Actor::portal(organisation), hire).await
}
