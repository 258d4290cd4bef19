//! Taking people in, putting right what is known of them, binding them, letting them go, and merging two entries.

use axum::extract::State;
use axum::http::Method;
use base::{AffiliationId, Id, MergerId, OrganisationId, PersonId};
use chrono::{DateTime, NaiveDate, Utc};
use kit::db::Tx;
use kit::fault::Fault;
use kit::scope::Scope;
use kit::web::api::{Asked, Operation, Sent, Unfit, done, made, shown};
use kit::web::{Answer, App, NoFields, Path, Routes, Visit};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::super::actions::{mergers, register};
use super::super::model::{
    Affiliation, AffiliationKind, Email, NewPerson, NewStudent, PersonError, PersonName, Phone, Span, Ties,
};
use super::{PersonView, seen, unit_of};

/// What is known of somebody.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PersonBody {
    /// Given name
    #[schema(max_length = 100)]
    given_name: String,
    /// Family name
    #[schema(max_length = 100)]
    family_name: String,
    /// Mail address: where links to sign in go
    #[serde(default)]
    email: Option<String>,
    /// Telephone
    #[serde(default)]
    phone: Option<String>,
}

/// Somebody who is new to the organisation, and what binds them.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewPersonBody {
    /// What is known
    person: PersonBody,
    /// What binds them
    affiliation: AffiliationBody,
}

/// What binds somebody to the organisation.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AffiliationBody {
    /// "student" or "staff"
    kind: String,
    /// Student number or employee number
    #[serde(default)]
    #[schema(max_length = 100)]
    outside_key: Option<String>,
    /// Where in the organisation; none: the whole of it
    #[serde(default)]
    unit: Option<Uuid>,
    /// First day; none: from now on
    #[serde(default)]
    from_on: Option<NaiveDate>,
    /// Last day; none: without an end
    #[serde(default)]
    until_on: Option<NaiveDate>,
}

/// Two entries that are one person.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MergerBody {
    /// The entry that goes; everything of it comes under the other
    with: Uuid,
}

/// A merging of two entries.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct MergerView {
    /// Which
    id: Uuid,
    /// The entry that went
    gone: Uuid,
    /// When
    at: DateTime<Utc>,
    /// Whether it was taken back
    undone: bool,
}

/// The operations by which people are kept.
pub fn routes() -> Routes {
    let keep = Scope::KeepPeople;
    Routes::new()
        .operation(
            Method::POST,
            "/api/v1/people",
            keep,
            take_in,
            Operation::makes::<PersonView>(|lang| crate::words(lang).persons_api_take_in().to_string())
                .takes::<NewPersonBody>(),
        )
        .operation(
            Method::PUT,
            "/api/v1/people/{person}",
            keep,
            correct,
            Operation::shows::<PersonView>(|lang| crate::words(lang).persons_api_correct().to_string())
                .takes::<PersonBody>()
                .edits(),
        )
        .noted()
        .operation(
            Method::POST,
            "/api/v1/people/{person}/affiliations",
            keep,
            bind,
            Operation::makes::<PersonView>(|lang| crate::words(lang).persons_api_bind().to_string())
                .takes::<AffiliationBody>(),
        )
        .operation(
            Method::POST,
            "/api/v1/people/{person}/affiliations/{affiliation}/closure",
            keep,
            unbind,
            Operation::does(|lang| crate::words(lang).persons_api_unbind().to_string()).takes_nothing(),
        )
        .operation(
            Method::POST,
            "/api/v1/people/{person}/departure",
            keep,
            let_go,
            Operation::does(|lang| crate::words(lang).persons_api_let_go().to_string()).takes_nothing(),
        )
        .merge(merger_routes())
}

fn merger_routes() -> Routes {
    let keep = Scope::KeepPeople;
    Routes::new()
        .operation(
            Method::GET,
            "/api/v1/people/{person}/mergers",
            Scope::SeePeople,
            mergers_of,
            Operation::lists::<MergerView>(|lang| crate::words(lang).persons_api_mergers().to_string()),
        )
        .noted()
        .operation(
            Method::POST,
            "/api/v1/people/{person}/mergers",
            keep,
            merge,
            Operation::makes::<PersonView>(|lang| crate::words(lang).persons_api_merge().to_string())
                .takes::<MergerBody>(),
        )
        .operation(
            Method::POST,
            "/api/v1/mergers/{merger}/undo",
            keep,
            undo,
            Operation::does(|lang| crate::words(lang).persons_api_undo_merger().to_string()).takes_nothing(),
        )
}

fn some(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

impl PersonBody {
    fn read(&self) -> Result<NewPerson, Fault> {
        Ok(NewPerson {
            name: PersonName::new(&self.given_name, &self.family_name)?,
            email: some(self.email.as_deref()).map(Email::new).transpose()?,
            phone: some(self.phone.as_deref()).map(Phone::new).transpose()?,
            lang: None,
        })
    }
}

impl AffiliationBody {
    async fn read(&self, tx: &Tx, organisation: OrganisationId, person: PersonId) -> Result<Affiliation, Fault> {
        let outside_key = some(self.outside_key.as_deref()).map(str::to_owned);
        let got = outside_key.as_ref().map_or(0, |key| key.chars().count());
        if got > NewStudent::KEY_CHARS_MAX {
            return Err(PersonError::TooLong { field: "outside_key", got, max: NewStudent::KEY_CHARS_MAX }.into());
        }
        let kind = AffiliationKind::from_word(&self.kind).ok_or_else(|| Unfit::value("kind", self.kind.clone()))?;
        let unit = unit_of(tx, organisation, self.unit).await?;
        Ok(Affiliation { person, kind, outside_key, unit, span: Span::new(self.from_on, self.until_on)? })
    }
}

async fn take_in(State(app): State<App>, visit: Visit, sent: Sent<NewPersonBody>) -> Answer {
    let id = visit.organisation()?;
    let take_in = async |tx: Tx| {
        let take_in = async || {
            let new = sent.body.person.read()?;
            // The id is the action's to make; the body is read before anything is written.
            let bond = sent.body.affiliation.read(&tx, id, PersonId(Uuid::nil())).await?;
            let person = register::take_in(&tx, id, &new, |person| Affiliation { person, ..bond }).await?;
            seen(&tx, id, person).await
        };
        sent.once(&tx, take_in).await
    };
    let person = app.db().write(visit.actor(), take_in).await?;
    made(&format!("/api/v1/people/{}", person.id), &person)
}

async fn correct(State(app): State<App>, visit: Visit, Path(person): Path<PersonId>, sent: Sent<PersonBody>) -> Answer {
    let id = visit.organisation()?;
    let correct = async |tx: Tx| {
        let before = seen(&tx, id, person).await?;
        sent.unchanged(&before)?;
        register::correct(&tx, id, person, &sent.body.read()?).await?;
        seen(&tx, id, person).await
    };
    shown(&app.db().write(visit.actor(), correct).await?)
}

async fn bind(
    State(app): State<App>,
    visit: Visit,
    Path(person): Path<PersonId>,
    sent: Sent<AffiliationBody>,
) -> Answer {
    let id = visit.organisation()?;
    let bind = async |tx: Tx| {
        let bind = async || {
            register::file(&tx, id, person).await?;
            register::bind(&tx, id, &sent.body.read(&tx, id, person).await?).await?;
            seen(&tx, id, person).await
        };
        sent.once(&tx, bind).await
    };
    let bound = app.db().write(visit.actor(), bind).await?;
    made(&format!("/api/v1/people/{person}"), &bound)
}

async fn unbind(
    State(app): State<App>,
    visit: Visit,
    Path((person, bond)): Path<(PersonId, AffiliationId)>,
    sent: Sent<NoFields>,
) -> Answer {
    let id = visit.organisation()?;
    let unbind = async |tx: Tx| sent.once(&tx, async || register::unbind(&tx, id, person, bond).await).await;
    app.db().write(visit.actor(), unbind).await?;
    done()
}

async fn let_go(State(app): State<App>, visit: Visit, Path(person): Path<PersonId>, sent: Sent<NoFields>) -> Answer {
    let id = visit.organisation()?;
    let let_go = async |tx: Tx| sent.once(&tx, async || register::let_go(&tx, id, person).await).await;
    app.db().write(visit.actor(), let_go).await?;
    done()
}

async fn mergers_of(State(app): State<App>, visit: Visit, Path(person): Path<PersonId>, asked: Asked) -> Answer {
    let (paging, id) = (asked.paging(&[])?, visit.organisation()?);
    let look = async |tx: Tx| {
        register::file(&tx, id, person).await?;
        mergers::of_person(&tx, id, person).await
    };
    let rows = paging.part(app.db().read(visit.actor(), look).await?, |row| row.0.uuid());
    let view = |(id, gone, at, undone): (MergerId, PersonId, base::Moment, bool)| MergerView {
        id: id.uuid(),
        gone: gone.uuid(),
        at,
        undone,
    };
    paging.answer(rows, |row| row.0.uuid(), |row| Some(row.1), view)
}

async fn merge(State(app): State<App>, visit: Visit, Path(person): Path<PersonId>, sent: Sent<MergerBody>) -> Answer {
    let (id, ties) = (visit.organisation()?, app.part::<Ties>());
    let merge = async |tx: Tx| {
        let merge = async || {
            register::file(&tx, id, person).await?;
            mergers::merge(&tx, id, (person, PersonId::from_uuid(sent.body.with)), ties).await?;
            seen(&tx, id, person).await
        };
        sent.once(&tx, merge).await
    };
    let kept = app.db().write(visit.actor(), merge).await?;
    made(&format!("/api/v1/people/{person}"), &kept)
}

async fn undo(State(app): State<App>, visit: Visit, Path(merger): Path<MergerId>, sent: Sent<NoFields>) -> Answer {
    let id = visit.organisation()?;
    let undo = async |tx: Tx| sent.once(&tx, async || mergers::undo(&tx, id, merger).await.map(drop)).await;
    app.db().write(visit.actor(), undo).await?;
    done()
}
