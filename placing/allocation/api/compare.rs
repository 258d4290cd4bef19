//! What every mechanism would have made of the latest run's input, for programs of the office.

use std::collections::HashMap;

use axum::extract::State;
use axum::http::Method;
use base::{Id, OfferId, PersonId, RoundId};
use kit::db::Tx;
use kit::fault::{Fault, NotFound};
use kit::scope::Scope;
use kit::web::api::{Asked, Operation, Sent, accepted, shown};
use kit::web::{Answer, App, NoFields, Path, Routes, Visit};
use matching::Mechanism;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::allocation::model::compare::{Compared, Row};
use crate::allocation::{actions, queries};
use crate::sites;

/// The comparison of all mechanisms on one input.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct ComparisonView {
    /// The run whose input is compared; none before the first run
    run: Option<Uuid>,
    /// "none" when nobody has asked for it, "waiting" or "done"
    state: String,
    /// The mechanism of the round
    chosen: String,
    /// Students in the input
    students: Option<usize>,
    /// What each mechanism would do
    mechanisms: Vec<MechanismView>,
}

/// What one mechanism would do.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct MechanismView {
    /// Which
    mechanism: String,
    /// Students with a place
    placed: usize,
    /// Students without one
    unplaced: usize,
    /// How many get their wish 1, 2, 3, and a later one
    #[schema(min_items = 4, max_items = 4)]
    profile: Vec<u32>,
    /// What the ranks cost together
    cost: u64,
    /// The worst rank that anybody gets
    worst_rank: Option<u16>,
    /// Of how many students the travel is known
    travel_known: u64,
    /// Their minutes of travel together
    travel_minutes: u64,
    /// How many students get another place than under the mechanism of the round
    differ: usize,
}

/// A student whom another mechanism gives another place.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct DifferView {
    /// Who
    student: Uuid,
    /// What the mechanism of the round gives
    chosen: GivenView,
    /// What the other mechanism gives
    other: GivenView,
}

/// What a mechanism gives a student.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct GivenView {
    /// The place; none: no place
    offer: Option<Uuid>,
    /// The rank of the wish
    rank: Option<u16>,
}

/// The operations of the comparison.
pub fn routes() -> Routes {
    Routes::new()
        .operation(
            Method::GET,
            "/api/v1/rounds/{round}/comparison",
            Scope::SeeRounds,
            show,
            Operation::shows::<ComparisonView>(|lang| crate::words(lang).allocation_api_comparison().to_string()),
        )
        .operation(
            Method::POST,
            "/api/v1/rounds/{round}/comparison",
            Scope::Allocate,
            order,
            Operation::begins::<ComparisonView>(|lang| crate::words(lang).allocation_api_compare().to_string())
                .takes_nothing(),
        )
        .operation(
            Method::GET,
            "/api/v1/rounds/{round}/comparison/{mechanism}",
            Scope::SeeRounds,
            differ,
            Operation::lists::<DifferView>(|lang| crate::words(lang).allocation_api_differ().to_string()),
        )
}

fn row_view(compared: &Compared, chosen: Mechanism, row: &Row) -> MechanismView {
    let mechanism = mechanism_of(&row.mechanism);
    MechanismView {
        mechanism: row.mechanism.clone(),
        placed: row.placed,
        unplaced: row.unplaced,
        profile: row.profile().to_vec(),
        cost: row.cost,
        worst_rank: row.worst_rank,
        travel_known: row.travel_known,
        travel_minutes: row.travel_min,
        differ: mechanism.map_or(0, |other| compared.between(chosen, other).len()),
    }
}

fn mechanism_of(name: &str) -> Option<Mechanism> {
    Mechanism::NAMES.iter().find(|(known, _)| *known == name).map(|(_, mechanism)| *mechanism)
}

async fn found(tx: &Tx, id: RoundId) -> Result<ComparisonView, Fault> {
    let (round, owner) = actions::round_of(tx, id).await?;
    let chosen = round.plan().mechanism().ok_or_else(|| NotFound::of("comparison", id))?;
    let found = actions::comparison(tx, owner, &round).await?;
    let state = match (&found.compared, found.job) {
        (Some(_), _) => "done",
        (None, Some(_)) => "waiting",
        (None, None) => "none",
    };
    let row = |compared: &Compared| compared.mechanisms.iter().map(|row| row_view(compared, chosen, row)).collect();
    Ok(ComparisonView {
        run: found.run.map(Id::uuid),
        state: state.into(),
        chosen: chosen.name().into(),
        students: found.compared.as_ref().map(|compared| compared.students),
        mechanisms: found.compared.as_ref().map(row).unwrap_or_default(),
    })
}

async fn show(State(app): State<App>, visit: Visit, Path(round): Path<RoundId>) -> Answer {
    shown(&app.db().read(visit.actor(), async |tx| found(&tx, round).await).await?)
}

async fn order(State(app): State<App>, visit: Visit, Path(id): Path<RoundId>, sent: Sent<NoFields>) -> Answer {
    let order = async |tx: Tx| {
        let order = async || {
            actions::order_comparison(&tx, id).await?;
            found(&tx, id).await
        };
        sent.once(&tx, order).await
    };
    let ordered = app.db().write(visit.actor(), order).await?;
    accepted(&format!("/api/v1/rounds/{id}/comparison"), &ordered)
}

/// Who they are, by the keys in the engine's files.
#[derive(Default)]
struct Keys {
    students: HashMap<String, PersonId>,
    offers: HashMap<String, OfferId>,
}

impl Keys {
    async fn of(tx: &Tx, id: RoundId) -> Result<Self, Fault> {
        let (round, owner) = actions::round_of(tx, id).await?;
        let students = queries::students(tx, owner, id).await?;
        let forest = sites::forest(tx, &round).await?;
        Ok(Self {
            students: students.into_iter().map(|student| (student.outside_key, student.person_id)).collect(),
            offers: forest.offers().iter().map(|offer| (offer.outside_key.clone(), offer.id)).collect(),
        })
    }

    fn given(&self, (place, rank): (Option<String>, Option<u16>)) -> GivenView {
        GivenView { offer: place.and_then(|key| self.offers.get(&key)).map(|offer| offer.uuid()), rank }
    }
}

async fn differ(
    State(app): State<App>,
    visit: Visit,
    Path((id, mechanism)): Path<(RoundId, String)>,
    asked: Asked,
) -> Answer {
    let paging = asked.paging(&[])?;
    let other = mechanism_of(&mechanism).ok_or_else(|| NotFound::of("mechanism", &mechanism))?;
    let rows = app
        .db()
        .read(visit.actor(), async |tx| {
            let (round, owner) = actions::round_of(&tx, id).await?;
            let chosen = round.plan().mechanism().ok_or_else(|| NotFound::of("comparison", id))?;
            let compared = actions::comparison(&tx, owner, &round).await?.compared;
            let Some(compared) = compared else { return Ok(vec![]) };
            let keys = Keys::of(&tx, id).await?;
            let row = |moved: crate::allocation::model::compare::Moved<'_>| {
                let student = keys.students.get(&moved.student.student_id)?;
                let (chosen, other) = (keys.given(moved.one), keys.given(moved.other));
                Some(DifferView { student: student.uuid(), chosen, other })
            };
            Ok(compared.between(chosen, other).into_iter().filter_map(row).collect())
        })
        .await?;
    let rows: Vec<DifferView> = paging.part(rows, |row| row.student);
    paging.answer(rows, |row| row.student, |row| Some(PersonId::from_uuid(row.student)), |row| row)
}
