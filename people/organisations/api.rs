//! The organisation and its units, for programs.

mod changes;

use axum::extract::State;
use axum::http::Method;
use base::{Id, OrganisationId, UnitId};
use chrono::NaiveDate;
use kit::db::Tx;
use kit::fault::{Fault, NotFound};
use kit::scope::Scope;
use kit::web::api::{Asked, Operation, Parameter, Sent, Unfit, made, nobody, shown};
use kit::web::{Answer, App, Path, Routes, Visit};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::actions::{facts, units};
use super::model::{NewUnit, Organisation, TypedFacts, Unit, Wanted};
use super::{access, queries};

/// An organisation as everybody sees it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct OrganisationView {
    /// Which
    id: Uuid,
    /// Full name
    name: String,
    /// The name in narrow places
    short_name: String,
    /// "institution", "host" or "both"
    kind: String,
    /// Number in the national register
    number: Option<String>,
    /// Language of those who have not chosen one
    lang: String,
    /// Where its deadlines are stated
    time_zone: String,
    /// Whom to ask
    contact_name: String,
    /// Where mail reaches them
    contact_email: String,
    /// Where calls reach them
    contact_phone: String,
}

/// What everybody reads about the organisation from now on. Its number and what it does are not a program's to change.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OrganisationBody {
    /// Full name
    #[schema(min_length = 1, max_length = 200)]
    name: String,
    /// The name in narrow places
    #[schema(min_length = 1, max_length = 200)]
    short_name: String,
    /// Language of those who have not chosen one: "nb", "nn", "da" or "en"
    lang: String,
    /// Where its deadlines are stated: one of those that the page offers, such as "Europe/Oslo". Deadlines stay the same
    /// moments
    time_zone: String,
    /// Whom to ask
    #[schema(max_length = 200)]
    contact_name: String,
    /// Where mail reaches them
    #[schema(max_length = 200)]
    contact_email: String,
    /// Where calls reach them
    #[schema(max_length = 200)]
    contact_phone: String,
}

/// A unit as it is on a day.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct UnitView {
    /// Which
    id: Uuid,
    /// The unit it lies in
    parent: Option<Uuid>,
    /// What it is called
    name: String,
    /// Its key in other systems
    outside_key: Option<String>,
    /// Where it is
    address: Option<String>,
    /// First day
    from_on: Option<NaiveDate>,
    /// Last day
    until_on: Option<NaiveDate>,
    /// The unit it has become part of
    merged_into: Option<Uuid>,
}

/// A unit that is new.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct UnitBody {
    /// The unit it lies in; none: directly below the organisation
    #[serde(default)]
    parent: Option<Uuid>,
    /// What it is called
    #[schema(min_length = 1, max_length = 200)]
    name: String,
    /// Its key in other systems
    #[serde(default)]
    outside_key: Option<String>,
    /// Where it is
    #[serde(default)]
    address: Option<String>,
    /// From which day on; none: today
    #[serde(default)]
    from_on: Option<NaiveDate>,
    /// Why
    #[serde(default)]
    note: String,
}

/// A change of a unit from a day on.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChangeBody {
    /// What is done: "named", "moved", "closed" or "merged"
    act: String,
    /// The new name, for "named"
    #[serde(default)]
    name: Option<String>,
    /// The new key, for "named"
    #[serde(default)]
    outside_key: Option<String>,
    /// The new address, for "named"
    #[serde(default)]
    address: Option<String>,
    /// The unit it moves to or becomes part of; none: directly below the organisation
    #[serde(default)]
    to: Option<Uuid>,
    /// From which day on; none: today
    #[serde(default)]
    from_on: Option<NaiveDate>,
    /// Why
    #[serde(default)]
    note: String,
}

/// The operations of this room.
pub fn routes() -> Routes {
    let (see, keep) = (Scope::SeeUnits, Scope::KeepUnits);
    Routes::new()
        .merge(changes::routes())
        .operation(
            Method::GET,
            "/api/v1/organisation",
            see,
            own,
            Operation::shows::<OrganisationView>(|lang| crate::words(lang).organisations_api_own().to_string()),
        )
        .operation(
            Method::PUT,
            "/api/v1/organisation",
            Scope::KeepOrganisation,
            put,
            Operation::shows::<OrganisationView>(|lang| crate::words(lang).organisations_api_put().to_string())
                .takes::<OrganisationBody>()
                .edits(),
        )
        .operation(
            Method::GET,
            "/api/v1/organisations",
            see,
            all,
            Operation::lists::<OrganisationView>(|lang| crate::words(lang).organisations_api_all().to_string()),
        )
        .operation(
            Method::GET,
            "/api/v1/units",
            see,
            list,
            Operation::lists::<UnitView>(|lang| crate::words(lang).organisations_api_units().to_string())
                .asks(Parameter::Day("on")),
        )
        .operation(
            Method::POST,
            "/api/v1/units",
            keep,
            found,
            Operation::makes::<UnitView>(|lang| crate::words(lang).organisations_api_found().to_string())
                .takes::<UnitBody>(),
        )
        .operation(
            Method::GET,
            "/api/v1/units/{unit}",
            see,
            show,
            Operation::shows::<UnitView>(|lang| crate::words(lang).organisations_api_unit().to_string())
                .asks(Parameter::Day("on")),
        )
        .operation(
            Method::PUT,
            "/api/v1/units/{unit}",
            keep,
            change,
            Operation::shows::<UnitView>(|lang| crate::words(lang).organisations_api_change().to_string())
                .takes::<ChangeBody>()
                .edits(),
        )
}

fn organisation_view(organisation: Organisation) -> OrganisationView {
    OrganisationView {
        id: organisation.id.uuid(),
        name: organisation.name,
        short_name: organisation.short_name,
        kind: organisation.kind.word().into(),
        number: organisation.number,
        lang: organisation.lang.tag().into(),
        time_zone: organisation.zone.name().into(),
        contact_name: organisation.contact.name,
        contact_email: organisation.contact.email,
        contact_phone: organisation.contact.phone,
    }
}

fn unit_view(unit: &Unit) -> UnitView {
    UnitView {
        id: unit.id.uuid(),
        parent: unit.parent.map(Id::uuid),
        name: unit.name.clone(),
        outside_key: unit.outside_key.clone(),
        address: unit.address.clone(),
        from_on: unit.from_on,
        until_on: unit.until_on,
        merged_into: unit.merged_into.map(Id::uuid),
    }
}

async fn unit_on(
    tx: &Tx,
    organisation: OrganisationId,
    unit: UnitId,
    on: Option<NaiveDate>,
) -> Result<UnitView, Fault> {
    let tree = units::tree(tx, organisation, on).await?;
    Ok(unit_view(tree.unit(unit).ok_or_else(|| NotFound::of("unit", unit))?))
}

async fn own(State(app): State<App>, visit: Visit, asked: Asked) -> Answer {
    asked.only(&[])?;
    let id = visit.organisation()?;
    let found = app.db().read(visit.actor(), async |tx| queries::find(&tx, id).await).await?;
    shown(&organisation_view(found))
}

async fn put(State(app): State<App>, visit: Visit, sent: Sent<OrganisationBody>) -> Answer {
    let id = visit.organisation()?;
    let changed = app
        .db()
        .write(visit.actor(), async |tx| {
            let before = facts::facts_of(&tx, id).await?;
            let edition = before.edition;
            let typed = sent.body.typed().read(Some(before.zone));
            sent.unchanged(&organisation_view(before))?;
            // One refusal names one field; the next request meets the next.
            let typed = typed
                .map_err(|wrong| wrong.into_iter().next().map_or_else(|| Fault::ours("no refusal"), Fault::from))?;
            facts::save_facts(&tx, id, &typed, edition).await?;
            Ok(organisation_view(facts::facts_of(&tx, id).await?))
        })
        .await?;
    shown(&changed)
}

async fn all(State(app): State<App>, visit: Visit, asked: Asked) -> Answer {
    let paging = asked.paging(&[])?;
    let all = app.db().read(visit.actor(), async |tx| queries::all(&tx).await).await?;
    let part = paging.part(all, |organisation| organisation.id.uuid());
    paging.answer(part, |organisation| organisation.id.uuid(), nobody, organisation_view)
}

async fn list(State(app): State<App>, visit: Visit, asked: Asked) -> Answer {
    let (paging, on) = (asked.paging(&["on"])?, asked.day("on")?);
    let id = visit.organisation()?;
    let tree = app.db().read(visit.actor(), async |tx| units::tree(&tx, id, on).await).await?;
    let part = paging.part(tree.units().to_vec(), |unit| unit.id.uuid());
    paging.answer(part, |unit| unit.id.uuid(), nobody, |unit| unit_view(&unit))
}

async fn show(State(app): State<App>, visit: Visit, Path(unit): Path<UnitId>, asked: Asked) -> Answer {
    asked.only(&["on"])?;
    let (id, on) = (visit.organisation()?, asked.day("on")?);
    shown(&app.db().read(visit.actor(), async |tx| unit_on(&tx, id, unit, on).await).await?)
}

async fn found(State(app): State<App>, visit: Visit, sent: Sent<UnitBody>) -> Answer {
    let id = visit.organisation()?;
    let body = &sent.body;
    let new = NewUnit {
        parent: body.parent.map(UnitId::from_uuid),
        name: body.name.clone(),
        outside_key: some(body.outside_key.as_deref()),
        address: some(body.address.as_deref()),
    };
    let unit = app
        .db()
        .write(visit.actor(), async |tx| {
            let from_on = body.from_on.unwrap_or(units::today(&tx, id).await?);
            let found = async || {
                let unit = units::found_unit(&tx, id, &new, from_on, &body.note).await?;
                unit_on(&tx, id, unit, Some(from_on)).await
            };
            sent.once(&tx, found).await
        })
        .await?;
    made(&format!("/api/v1/units/{}", unit.id), &unit)
}

fn some(text: Option<&str>) -> Option<String> {
    text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

impl OrganisationBody {
    fn typed(&self) -> TypedFacts {
        TypedFacts {
            name: self.name.clone(),
            short_name: self.short_name.clone(),
            number: None,
            lang: self.lang.clone(),
            time_zone: self.time_zone.clone(),
            contact_name: self.contact_name.clone(),
            contact_email: self.contact_email.clone(),
            contact_phone: self.contact_phone.clone(),
        }
    }
}

impl ChangeBody {
    fn wanted(&self, unit: &Unit) -> Result<Wanted, Fault> {
        let to = self.to.map(UnitId::from_uuid);
        Ok(match self.act.as_str() {
            "named" => Wanted::Name {
                name: self.name.clone().unwrap_or_else(|| unit.name.clone()),
                outside_key: some(self.outside_key.as_deref()).or_else(|| unit.outside_key.clone()),
                address: some(self.address.as_deref()).or_else(|| unit.address.clone()),
            },
            "moved" => Wanted::Move(to),
            "closed" => Wanted::Close,
            "merged" => Wanted::Merge(to.ok_or_else(|| Unfit::value("to", String::new()))?),
            other => return Err(Unfit::value("act", other.to_owned()).into()),
        })
    }
}

/// The preview knows the last change of the unit, so that of two who change at once the second is refused.
async fn change(State(app): State<App>, visit: Visit, Path(unit): Path<UnitId>, sent: Sent<ChangeBody>) -> Answer {
    let id = visit.organisation()?;
    let changed = app
        .db()
        .write(visit.actor(), async |tx| {
            access::may_keep_units(tx.actor(), id)?;
            let (body, today) = (&sent.body, units::today(&tx, id).await?);
            sent.unchanged(&unit_on(&tx, id, unit, None).await?)?;
            let from_on = body.from_on.unwrap_or(today);
            let tree = units::tree(&tx, id, Some(from_on.max(today))).await?;
            let wanted = body.wanted(tree.unit(unit).ok_or_else(|| NotFound::of("unit", unit))?)?;
            let seen = units::preview(&tx, id, &tree, unit, &wanted).await?.seen;
            units::change_unit(&tx, id, unit, &wanted, (from_on, &body.note, &seen)).await?;
            // From a closing or merging today on the unit is not in the tree any more: its row tells what became of it.
            let owner = access::may_keep_units(tx.actor(), id)?;
            let after = queries::find_unit(&tx, owner, unit).await?.ok_or_else(|| NotFound::of("unit", unit))?;
            Ok(unit_view(&after))
        })
        .await?;
    shown(&changed)
}
