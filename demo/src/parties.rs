//! The parties of the town and those who work there: one university, one municipality, one hospital trust.

use base::{Id, Lang, OrganisationId, PersonId, UnitId};
use kit::actor::{Actor, Role};
use kit::db::Tx;
use kit::fault::Fault;
use people::organisations::{self, Contact, Kind, NewOrganisation, NewUnit};
use people::persons::{self, Affiliation, AffiliationKind, Email, NewPerson, NewRole, PersonName, Phone, Span};
use uuid::Uuid;

use crate::ZONE;
use crate::places::{HOSPITAL, MUNICIPALITY, UnitOf};

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
const COLLEAGUE: Staff = Staff {
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

/// The parties' ids and those who act for the university.
pub struct Parties {
    /// The university
    pub university: OrganisationId,
    /// Who runs its rounds
    pub administrator: PersonId,
    /// The municipality and its units
    pub municipality: Host,
    /// The hospital trust and its units
    pub hospital: Host,
}

/// A host and the ids of its units.
pub struct Host {
    /// The organisation
    pub id: OrganisationId,
    units: Vec<(&'static str, UnitId)>,
}

impl Host {
    /// The unit with this key, where there is one.
    pub fn unit(&self, key: &str) -> Option<UnitId> {
        self.units.iter().find(|(known, _)| *known == key).map(|(_, id)| *id)
    }
}

/// The university's name, by which a town that stands is known again.
pub const UNIVERSITY: &str = "Universitetet i Sølvmark";

/// Registers the parties, their units and their people.
pub async fn settle(app: &kit::web::App) -> Result<Parties, Fault> {
    let university = organisation(app, (UNIVERSITY, "UiSM", "900 100 118"), Kind::Institution, &ADMINISTRATOR).await?;
    let administrator = staff(app, university, &ADMINISTRATOR, &[]).await?;
    staff(app, university, &COLLEAGUE, &[]).await?;
    let operator = staff(app, university, &OPERATOR, &[]).await?;
    let appoint = async |tx| operating::duty::appoint(&tx, operator).await;
    app.db().write(&Actor::portal(university), appoint).await?;
    let municipality = host(
        app,
        ("Brattholt kommune", "Brattholt", "900 200 229"),
        &MUNICIPALITY,
        &[&MUNICIPALITY_COORDINATOR, &SCHOOL_COORDINATOR],
    )
    .await?;
    let hospital =
        host(app, ("Sølvmark sykehus HF", "Sølvmark sykehus", "900 300 331"), &HOSPITAL, &[&HOSPITAL_COORDINATOR])
            .await?;
    Ok(Parties { university, administrator, municipality, hospital })
}

async fn host(
    app: &kit::web::App,
    name: (&str, &str, &str),
    units: &'static [UnitOf],
    people: &[&Staff],
) -> Result<Host, Fault> {
    let id = organisation(app, name, Kind::Host, people[0]).await?;
    let units = app.db().write(&Actor::portal(id), async |tx| add_units(&tx, id, units).await).await?;
    for person in people {
        staff(app, id, person, &units).await?;
    }
    Ok(Host { id, units })
}

async fn organisation(
    app: &kit::web::App,
    (name, short_name, number): (&str, &str, &str),
    kind: Kind,
    contact: &Staff,
) -> Result<OrganisationId, Fault> {
    let id = OrganisationId::from_uuid(Uuid::now_v7());
    let register = async |tx: Tx| {
        let new = NewOrganisation {
            id,
            name: name.into(),
            short_name: short_name.into(),
            kind,
            number: Some(number.replace(' ', "")),
            lang: Lang::Nb,
            zone: ZONE,
            contact: Contact {
                name: format!("{} {}", contact.given, contact.family),
                email: contact.email.into(),
                phone: contact.phone.into(),
            },
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

async fn staff(
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
