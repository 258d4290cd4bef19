//! The register of people, for programs.

mod keeping;
mod mailboxes;
mod roles;

use axum::extract::State;
use axum::http::Method;
use base::{Id, OrganisationId, PersonId, UnitId};
use chrono::NaiveDate;
use kit::db::Tx;
use kit::fault::Fault;
use kit::scope::Scope;
use kit::web::api::{Asked, Operation, Parameter, Unfit, shown};
use kit::web::{Answer, App, Path, Routes, Visit};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::actions::register::{self, Line};
use super::model::{Narrowing, RoleHeld, Span, Standing};
use crate::organisations;

/// Somebody of the organisation.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct PersonView {
    /// Who
    id: Uuid,
    /// Given name
    given_name: String,
    /// Family name
    family_name: String,
    /// Mail address
    email: Option<String>,
    /// Telephone
    phone: Option<String>,
    /// The language they chose
    lang: Option<String>,
    /// What binds them, the latest first
    affiliations: Vec<AffiliationView>,
    /// Their roles, the latest first
    roles: Vec<RoleView>,
}

/// What binds somebody to the organisation.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct AffiliationView {
    /// Which
    id: Uuid,
    /// "student" or "staff"
    kind: String,
    /// Student number or employee number
    outside_key: Option<String>,
    /// Where in the organisation
    unit: Option<Uuid>,
    /// First day
    from_on: Option<NaiveDate>,
    /// Last day
    until_on: Option<NaiveDate>,
}

/// A role that somebody holds, held, or will hold.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct RoleView {
    /// Which
    id: Uuid,
    /// Whose
    person: Uuid,
    /// "administrator" or "coordinator"
    role: String,
    /// The unit it is on; none: the whole organisation
    unit: Option<Uuid>,
    /// First day
    from_on: Option<NaiveDate>,
    /// Last day
    until_on: Option<NaiveDate>,
    /// Whom a deputy stands in for
    stands_for: Option<Uuid>,
    /// Who gave it; none: the portal
    given_by: Option<Uuid>,
}

/// The operations of this room.
pub fn routes() -> Routes {
    Routes::new()
        .merge(keeping::routes())
        .merge(roles::routes())
        .merge(mailboxes::routes())
        .operation(
            Method::GET,
            "/api/v1/people",
            Scope::SeePeople,
            list,
            Operation::lists::<PersonView>(|lang| crate::words(lang).persons_api_list().to_string())
                .asks(Parameter::Text("q")),
        )
        .operation(
            Method::GET,
            "/api/v1/people/{person}",
            Scope::SeePeople,
            show,
            Operation::shows::<PersonView>(|lang| crate::words(lang).persons_api_show().to_string()),
        )
        .noted()
}

fn view(line: Line) -> PersonView {
    let days = |span: Span| (span.from_on(), span.until_on());
    let affiliations = line.bonds.into_iter().map(|bond| {
        let (from_on, until_on) = days(bond.span);
        AffiliationView {
            id: bond.id.uuid(),
            kind: bond.kind.word().into(),
            outside_key: bond.outside_key,
            unit: bond.unit.map(Id::uuid),
            from_on,
            until_on,
        }
    });
    PersonView {
        id: line.person.id.uuid(),
        given_name: line.person.name.given_part().to_owned(),
        family_name: line.person.name.family_part().to_owned(),
        email: line.person.email.map(|email| email.as_str().to_owned()),
        phone: line.person.phone.map(|phone| phone.as_str().to_owned()),
        lang: line.person.lang.map(|lang| lang.tag().to_owned()),
        affiliations: affiliations.collect(),
        roles: line.roles.iter().map(role_view).collect(),
    }
}

fn role_view(held: &RoleHeld) -> RoleView {
    RoleView {
        id: held.id.uuid(),
        person: held.person.uuid(),
        role: held.role.word().into(),
        unit: held.unit.map(Id::uuid),
        from_on: held.span.from_on(),
        until_on: held.span.until_on(),
        stands_for: held.stands_for.map(Id::uuid),
        given_by: held.given_by.map(Id::uuid),
    }
}

/// Everybody whom a role names: its holder, the one a deputy stands in for, and who gave it.
fn named_by(held: &RoleHeld) -> impl Iterator<Item = PersonId> + use<> {
    [Some(held.person), held.stands_for, held.given_by].into_iter().flatten()
}

/// One person as the register shows them.
async fn seen(tx: &Tx, organisation: OrganisationId, person: PersonId) -> Result<PersonView, Fault> {
    let file = register::file(tx, organisation, person).await?;
    Ok(view(Line { person: file.person, bonds: file.bonds, roles: file.roles }))
}

/// The unit that was named, when it is one of the organisation's today.
async fn unit_of(tx: &Tx, organisation: OrganisationId, unit: Option<Uuid>) -> Result<Option<UnitId>, Fault> {
    let Some(unit) = unit else { return Ok(None) };
    let tree = organisations::tree(tx, organisation, None).await?;
    let found = tree.unit(UnitId::from_uuid(unit)).map(|unit| unit.id);
    Ok(Some(found.ok_or_else(|| Unfit::value("unit", unit.to_string()))?))
}

async fn list(State(app): State<App>, visit: Visit, asked: Asked) -> Answer {
    let paging = asked.paging(&["q"])?;
    let id = visit.organisation()?;
    let search = asked.text("q")?.unwrap_or_default().to_owned();
    let narrowing = Narrowing { search, standing: Standing::Everybody, ..Narrowing::default() };
    let after = paging.after().map(PersonId::from_uuid);
    let lines = app
        .db()
        .read(visit.actor(), async |tx| register::part(&tx, id, &narrowing, after, paging.rows()).await)
        .await?;
    let people = |line: &Line| line.roles.iter().flat_map(named_by).chain([line.person.id]).collect::<Vec<_>>();
    paging.answer(lines, |line| line.person.id.uuid(), people, view)
}

async fn show(State(app): State<App>, visit: Visit, Path(person): Path<PersonId>) -> Answer {
    let id = visit.organisation()?;
    shown(&app.db().read(visit.actor(), async |tx| seen(&tx, id, person).await).await?)
}
