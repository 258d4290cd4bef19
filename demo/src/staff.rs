//! Everybody who works in the town without having a part of their own in its story: six hundred people with those who have.

use base::{OrganisationId, PersonId, UnitId};
use kit::actor::{Actor, Role};
use kit::db::Tx;
use kit::fault::Fault;
use kit::web::App;
use people::persons::{self, Affiliation, AffiliationKind, Email, NewPerson, NewRole, PersonName, Span};

use crate::chance::Chance;
use crate::roster;

/// The workforce of one organisation.
pub struct Crew {
    /// How many
    pub count: usize,
    /// Where their mail goes
    pub domain: &'static str,
    /// Whether most names are Danish
    pub is_danish: bool,
    /// So many of them, one in each of the first units, receive students there
    pub coordinators: usize,
    /// Chance of its own, so that one organisation can grow without the others becoming other people
    pub seed: u64,
}

/// Takes in an organisation's workforce, spread over its units.
pub async fn hire(
    app: &App,
    organisation: OrganisationId,
    units: &[(&'static str, UnitId)],
    crew: &Crew,
) -> Result<Vec<PersonId>, Fault> {
    let names = roster::names(&mut Chance::of(crew.seed), crew.count, crew.is_danish);
    let people = names.into_iter().map(|name| somebody(name, crew.domain)).collect::<Result<Vec<_>, _>>()?;
    let hire = async |tx: Tx| {
        let mut hired = Vec::with_capacity(people.len());
        for (place, person) in people.iter().enumerate() {
            let unit = units.get(place % units.len().max(1)).map(|(_, unit)| *unit);
            let id = persons::register_person(&tx, organisation, person).await?;
            work_at(&tx, organisation, id, unit).await?;
            if place < crew.coordinators {
                let role = NewRole { person: id, role: Role::Coordinator, unit, span: Span::ALWAYS };
                persons::give_role(&tx, organisation, &role).await?;
            }
            hired.push(id);
        }
        Ok(hired)
    };
    app.db().write(&Actor::portal(organisation), hire).await
}

/// Some work at a second organisation, too.
pub async fn lend(
    app: &App,
    people: &[PersonId],
    to: OrganisationId,
    units: &[(&'static str, UnitId)],
) -> Result<(), Fault> {
    let lend = async |tx: Tx| {
        for (place, person) in people.iter().enumerate() {
            let unit = units.get(place % units.len().max(1)).map(|(_, unit)| *unit);
            work_at(&tx, to, *person, unit).await?;
        }
        Ok(())
    };
    app.db().write(&Actor::portal(to), lend).await
}

async fn work_at(tx: &Tx, organisation: OrganisationId, person: PersonId, unit: Option<UnitId>) -> Result<(), Fault> {
    let bond = Affiliation { person, kind: AffiliationKind::Staff, outside_key: None, unit, span: Span::ALWAYS };
    persons::affiliate(tx, organisation, &bond).await
}

fn somebody((given, family): (&'static str, &'static str), domain: &str) -> Result<NewPerson, Fault> {
    Ok(NewPerson {
        name: PersonName::new(given, family)?,
        email: Some(Email::new(&format!("{}.{}@{domain}", roster::plain(given), roster::plain(family)))?),
        phone: None,
        lang: None,
    })
}
