//! The register of people, for programs.

use axum::extract::State;
use axum::http::Method;
use base::{Id, OrganisationId, PersonId};
use chrono::NaiveDate;
use kit::fault::NotFound;
use kit::scope::Scope;
use kit::web::api::{Asked, Operation, Parameter, shown};
use kit::web::{Answer, App, Path, Routes, Visit};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::actions::register::{self, Line};
use super::model::{Narrowing, Span, Standing};

/// Somebody of the organisation.
#[derive(Debug, Clone, Serialize, ToSchema)]
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
#[derive(Debug, Clone, Serialize, ToSchema)]
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
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct RoleView {
    /// Which
    id: Uuid,
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
}

/// The operations of this room.
pub fn routes() -> Routes {
    Routes::new()
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

fn organisation_of(visit: &Visit) -> Result<OrganisationId, NotFound> {
    let token = visit.token().map(|token| token.organisation);
    token.ok_or_else(|| NotFound::of("organisation", "of the token"))
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
    let roles = line.roles.into_iter().map(|held| {
        let (from_on, until_on) = days(held.span);
        RoleView {
            id: held.id.uuid(),
            role: held.role.word().into(),
            unit: held.unit.map(Id::uuid),
            from_on,
            until_on,
            stands_for: held.stands_for.map(Id::uuid),
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
        roles: roles.collect(),
    }
}

async fn list(State(app): State<App>, visit: Visit, asked: Asked) -> Answer {
    let paging = asked.paging(&["q"])?;
    let id = organisation_of(&visit)?;
    let search = asked.text("q")?.unwrap_or_default().to_owned();
    let narrowing = Narrowing { search, standing: Standing::Everybody, ..Narrowing::default() };
    let after = paging.after().map(PersonId::from_uuid);
    let lines = app
        .db()
        .read(visit.actor(), async |tx| register::part(&tx, id, &narrowing, after, paging.rows()).await)
        .await?;
    paging.answer(lines, |line| line.person.id.uuid(), view)
}

async fn show(State(app): State<App>, visit: Visit, Path(person): Path<PersonId>) -> Answer {
    let id = organisation_of(&visit)?;
    let file = app.db().read(visit.actor(), async |tx| register::file(&tx, id, person).await).await?;
    shown(&view(Line { person: file.person, bonds: file.bonds, roles: file.roles }))
}
