//! Runs, what they propose, and placements by hand, for programs.

mod compare;
mod proof;

use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use base::{Id, OfferId, PersonId, RoundId, RunId};
use chrono::{DateTime, Utc};
use kit::actor::Owner;
use kit::db::Tx;
use kit::fault::{Fault, NotFound};
use kit::scope::Scope;
use kit::web::api::{Asked, Operation, Sent, accepted, nobody, shown};
use kit::web::{Answer, App, NoFields, Path, Routes, Visit};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::model::draft::{Draft, Line};
use super::model::{AllocationError, ByHand, Ground};
use super::queries::ProposalRow;
use super::{actions, queries, tables};
use crate::rounds::{Round, State as RoundState};
use crate::sites;

/// A run of the engine over a round.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct RunView {
    /// Which
    id: Uuid,
    /// Counts from 1
    number: i32,
    /// How places were allocated
    mechanism: String,
    /// Version of the engine
    engine_version: String,
    /// "waiting", "done" or "failed"
    state: String,
    /// Students who took part
    students: Option<i32>,
    /// Students who got a place
    placed: Option<i32>,
    /// Fingerprint of what it was given
    input_sha256: Option<String>,
    /// Fingerprint of what came out
    output_sha256: Option<String>,
    /// When it was ordered
    created_at: DateTime<Utc>,
    /// When it ended
    done_at: Option<DateTime<Utc>>,
}

/// What a run proposes for one student.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct ProposalView {
    /// Who
    student: Uuid,
    /// The place; none: no place
    offer: Option<Uuid>,
    /// The rank of the wish that would come true
    rank: Option<i32>,
    /// Place in the order of the draw
    position: Option<i32>,
}

/// How one student stands in the allocation: the latest run, what was done by hand since, and who has left.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct StandingView {
    /// Who
    student: Uuid,
    /// "draw", "last", "by_hand", "unplaced", "no_wishes", "waiting" or "withdrawn"
    how: String,
    /// The place; none: no place
    offer: Option<Uuid>,
    /// The rank of the wish that comes true
    rank: Option<u16>,
    /// Place in the order of the draw
    position: Option<u32>,
}

/// One student's place, and what was done by hand.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct PlacementView {
    /// How the student stands
    standing: StandingView,
    /// Why, in sentences, as the student is or would be told
    why: Vec<String>,
    /// What was done by hand, the latest first
    by_hand: Vec<HandView>,
}

/// Something done by hand.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct HandView {
    /// The place; none: taken back
    offer: Option<Uuid>,
    /// Why
    ground: String,
    /// Who did it
    by: Option<Uuid>,
    /// When
    at: DateTime<Utc>,
}

/// A placement by hand.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlacingBody {
    /// The place
    offer: Uuid,
    /// Why: "considerations", "no_wishes", "unplaced", "agreed", "correction" or "other"
    ground: String,
    /// The reason in words
    #[schema(min_length = 1, max_length = 1000)]
    reason: String,
}

/// Why a placement by hand is taken back.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReleaseBody {
    /// The reason in words
    #[schema(min_length = 1, max_length = 1000)]
    reason: String,
}

/// The operations of this room.
pub fn routes() -> Routes {
    run_routes().merge(hand_routes()).merge(compare::routes()).merge(proof::routes())
}

fn run_routes() -> Routes {
    let (see, allocate) = (Scope::SeeRounds, Scope::Allocate);
    Routes::new()
        .operation(
            Method::GET,
            "/api/v1/rounds/{round}/runs",
            see,
            list,
            Operation::lists::<RunView>(|lang| crate::words(lang).allocation_api_list().to_string()),
        )
        .operation(
            Method::POST,
            "/api/v1/rounds/{round}/runs",
            allocate,
            order,
            Operation::begins::<RunView>(|lang| crate::words(lang).allocation_api_order().to_string()).takes_nothing(),
        )
        .operation(
            Method::GET,
            "/api/v1/rounds/{round}/runs/{run}",
            see,
            show,
            Operation::shows::<RunView>(|lang| crate::words(lang).allocation_api_show().to_string()),
        )
        .operation(
            Method::GET,
            "/api/v1/rounds/{round}/runs/{run}/proposals",
            see,
            proposals,
            Operation::lists::<ProposalView>(|lang| crate::words(lang).allocation_api_proposals().to_string()),
        )
}

fn hand_routes() -> Routes {
    let (see, allocate) = (Scope::SeeRounds, Scope::Allocate);
    Routes::new()
        .operation(
            Method::GET,
            "/api/v1/rounds/{round}/allocation",
            see,
            standing,
            Operation::lists::<StandingView>(|lang| crate::words(lang).allocation_api_standing().to_string()),
        )
        .operation(
            Method::GET,
            "/api/v1/rounds/{round}/students/{person}/placement",
            see,
            placement,
            Operation::shows::<PlacementView>(|lang| crate::words(lang).allocation_api_placement().to_string()),
        )
        .noted()
        .operation(
            Method::POST,
            "/api/v1/rounds/{round}/students/{person}/placement",
            allocate,
            place,
            Operation::does(|lang| crate::words(lang).allocation_api_place().to_string()).takes::<PlacingBody>(),
        )
        .operation(
            Method::POST,
            "/api/v1/rounds/{round}/students/{person}/release",
            allocate,
            release,
            Operation::does(|lang| crate::words(lang).allocation_api_release().to_string()).takes::<ReleaseBody>(),
        )
}

fn view(run: tables::run::Model) -> RunView {
    RunView {
        id: run.id.uuid(),
        number: run.number,
        mechanism: run.mechanism,
        engine_version: run.engine_version,
        state: run.state,
        students: run.students,
        placed: run.placed,
        input_sha256: run.input_sha256,
        output_sha256: run.output_sha256,
        created_at: run.created_at,
        done_at: run.done_at,
    }
}

async fn found(tx: &Tx, round: RoundId, run: RunId) -> Result<RunView, Fault> {
    let (round, owner) = actions::round_of(tx, round).await?;
    let found = queries::find_run(tx, owner, round.id(), run).await?;
    Ok(view(found.ok_or_else(|| NotFound::of("run", run))?))
}

async fn list(State(app): State<App>, visit: Visit, Path(round): Path<RoundId>, asked: Asked) -> Answer {
    let paging = asked.paging(&[])?;
    let runs = app
        .db()
        .read(visit.actor(), async |tx| {
            let (round, owner) = actions::round_of(&tx, round).await?;
            Ok(queries::runs(&tx, owner, round.id()).await?)
        })
        .await?;
    let runs = paging.part(runs, |run| run.id.uuid());
    paging.answer(runs, |run| run.id.uuid(), nobody, view)
}

async fn show(State(app): State<App>, visit: Visit, Path((round, run)): Path<(RoundId, RunId)>) -> Answer {
    shown(&app.db().read(visit.actor(), async |tx| found(&tx, round, run).await).await?)
}

async fn order(State(app): State<App>, visit: Visit, Path(id): Path<RoundId>, sent: Sent<NoFields>) -> Answer {
    let order = async |tx: Tx| {
        let order = async || {
            let (run, _) = actions::order_run(&tx, id).await?;
            found(&tx, id, run).await
        };
        sent.once(&tx, order).await
    };
    let run = app.db().write(visit.actor(), order).await?;
    accepted(&format!("/api/v1/rounds/{id}/runs/{}", run.id), &run)
}

async fn proposals(
    State(app): State<App>,
    visit: Visit,
    Path((round, run)): Path<(RoundId, RunId)>,
    asked: Asked,
) -> Answer {
    let paging = asked.paging(&[])?;
    let rows: Vec<ProposalRow> = app
        .db()
        .read(visit.actor(), async |tx| {
            let (round, owner) = actions::round_of(&tx, round).await?;
            queries::find_run(&tx, owner, round.id(), run).await?.ok_or_else(|| NotFound::of("run", run))?;
            let after = paging.after().map(PersonId::from_uuid);
            Ok(queries::proposals_after(&tx, owner, round.id(), run, after, paging.rows()).await?)
        })
        .await?;
    let view = |row: ProposalRow| ProposalView {
        student: row.person_id.uuid(),
        offer: row.offer_id.map(Id::uuid),
        rank: row.rank,
        position: row.position,
    };
    paging.answer(rows, |row| row.person_id.uuid(), |row| Some(row.person_id), view)
}

fn standing_view(line: &Line) -> StandingView {
    StandingView {
        student: line.person.uuid(),
        how: line.how.word().into(),
        offer: line.offer.map(Id::uuid),
        rank: line.rank,
        position: line.position,
    }
}

fn hand_view(row: tables::hand_placement::Model) -> HandView {
    HandView { offer: row.offer_id.map(Id::uuid), ground: row.ground, by: row.by_id.map(Id::uuid), at: row.at }
}

async fn draft_of(tx: &Tx, owner: Owner, round: &Round) -> Result<(Option<RunId>, Draft), Fault> {
    let run = actions::latest_run(tx, owner, round).await?;
    Ok((run, actions::draft(tx, owner, round.id(), run).await?))
}

async fn standing(State(app): State<App>, visit: Visit, Path(id): Path<RoundId>, asked: Asked) -> Answer {
    let paging = asked.paging(&[])?;
    let draft = app.db().read(visit.actor(), async |tx| {
        let (round, owner) = actions::round_of(&tx, id).await?;
        Ok(draft_of(&tx, owner, &round).await?.1)
    });
    let lines = paging.part(draft.await?.lines, |line| line.person.uuid());
    paging.answer(lines, |line| line.person.uuid(), |line| Some(line.person), |line| standing_view(&line))
}

async fn placement(State(app): State<App>, visit: Visit, Path((id, person)): Path<(RoundId, PersonId)>) -> Answer {
    let found = app
        .db()
        .read(visit.actor(), async |tx| {
            let (round, owner) = actions::round_of(&tx, id).await?;
            let (run, draft) = draft_of(&tx, owner, &round).await?;
            let line = draft.of(person).ok_or_else(|| NotFound::of("student", person))?;
            let why = match run {
                Some(run) => {
                    let forest = sites::forest(&tx, &round).await?;
                    super::pages::placement::told(&tx, visit.lang(), &round, run, &forest, line).await?
                }
                None => None,
            };
            let by_hand = queries::hand_history(&tx, owner, id, person).await?.into_iter().map(hand_view).collect();
            let why = why.map(|why| why.sentences()).unwrap_or_default();
            Ok(PlacementView { standing: standing_view(line), why, by_hand })
        })
        .await?;
    shown(&found)
}

async fn place(
    State(app): State<App>,
    visit: Visit,
    Path((id, person)): Path<(RoundId, PersonId)>,
    sent: Sent<PlacingBody>,
) -> Answer {
    let place = async |tx: Tx| {
        let body = &sent.body;
        let (round, _) = actions::round_of(&tx, id).await?;
        let ground = Ground::from_word(&body.ground).filter(|ground| Ground::CHOICES.contains(ground));
        let ground = ground.ok_or(AllocationError::NoGround)?;
        let placing = ByHand::new(OfferId::from_uuid(body.offer), ground, &body.reason)?;
        let place = async || match round.state() {
            RoundState::Published { .. } => crate::placements::place_after(&tx, id, person, &placing).await,
            _ => actions::place_by_hand(&tx, id, person, &placing).await,
        };
        sent.once(&tx, place).await
    };
    app.db().write(visit.actor(), place).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn release(
    State(app): State<App>,
    visit: Visit,
    Path((id, person)): Path<(RoundId, PersonId)>,
    sent: Sent<ReleaseBody>,
) -> Answer {
    let release = async |tx: Tx| {
        let release = async || actions::release(&tx, id, person, &sent.body.reason).await;
        sent.once(&tx, release).await
    };
    app.db().write(visit.actor(), release).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
