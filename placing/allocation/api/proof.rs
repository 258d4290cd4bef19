//! The proof of a draw, for programs of the office: no names, no wish lists beyond the files that the office may have.

use axum::extract::State;
use axum::http::Method;
use base::{Id, RoundId};
use chrono::{DateTime, Utc};
use kit::db::Tx;
use kit::fault::Fault;
use kit::scope::Scope;
use kit::web::api::{Operation, shown};
use kit::web::{Answer, App, Path, Routes, Visit, download};
use people::looks;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::allocation::model::frozen::{APPLICANTS_MIN, OfferCut, SEED_PLACE, Summary};
use crate::allocation::tables::run;
use crate::allocation::{actions, queries};
use crate::rounds::{Round, State as RoundState};

/// What proves a draw.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ProofView {
    /// The round
    round: Uuid,
    /// Fingerprint of the seed, as it was promised before wishing began
    promise: Option<String>,
    /// When the promise was made
    announced_at: Option<DateTime<Utc>>,
    /// What is known once the round is published
    published: Option<PublishedView>,
    /// Files of the run that can be fetched one by one
    files: Vec<String>,
}

/// What is known of a published draw.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct PublishedView {
    /// The run
    run: Uuid,
    /// How places were allocated
    mechanism: String,
    /// Version of the engine
    engine_version: String,
    /// The seed, now revealed
    seed: Option<String>,
    /// Students who took part
    students: Option<i32>,
    /// When the input was frozen
    frozen_at: DateTime<Utc>,
    /// When the result was told
    published_at: DateTime<Utc>,
    /// Fingerprint of the input
    input_sha256: Option<String>,
    /// Fingerprint of the result
    output_sha256: Option<String>,
    /// The command that repeats the run on the files
    command: String,
    /// The command that checks the certificate
    verify: String,
    /// What the checker has proven
    proven: Vec<String>,
    /// How full each place became
    cuts: Vec<CutView>,
}

/// How full one place became.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct CutView {
    /// Name of the place
    place: String,
    /// Seats
    seats: u32,
    /// Students who wished for it; none where so few did that it would tell of single students
    wished: Option<u32>,
    /// Whether every seat is taken; told where `wished` is
    full: Option<bool>,
    /// Number in the draw of the last one in, where there is an order; told where `wished` is
    last: Option<u32>,
}

/// The operations of the proof.
pub fn routes() -> Routes {
    Routes::new()
        .operation(
            Method::GET,
            "/api/v1/rounds/{round}/proof",
            Scope::SeeRounds,
            show,
            Operation::shows::<ProofView>(|lang| crate::words(lang).allocation_api_proof().to_string()),
        )
        .operation(
            Method::GET,
            "/api/v1/rounds/{round}/proof/{file}",
            Scope::SeeRounds,
            file,
            Operation::hands(
                |lang| crate::words(lang).allocation_api_proof_file().to_string(),
                &["text/csv", "application/json"],
            ),
        )
}

fn cut_view(cut: OfferCut) -> CutView {
    let told = cut.wished >= APPLICANTS_MIN;
    CutView {
        seats: cut.seats,
        wished: told.then_some(cut.wished),
        full: told.then_some(cut.full),
        last: cut.last.filter(|_| told),
        place: cut.place,
    }
}

fn published_view(round: &Round, run: run::Model, at: DateTime<Utc>) -> Result<PublishedView, Fault> {
    let summary: Summary = serde_json::from_value(run.summary).map_err(Fault::ours)?;
    let seed = round.revealed_seed();
    Ok(PublishedView {
        run: run.id.uuid(),
        mechanism: run.mechanism,
        engine_version: run.engine_version,
        seed: seed.map(ToOwned::to_owned),
        students: run.students,
        frozen_at: run.created_at,
        published_at: at,
        input_sha256: run.input_sha256,
        output_sha256: run.output_sha256,
        command: summary.command.replace(SEED_PLACE, seed.unwrap_or(SEED_PLACE)),
        verify: summary.verify,
        proven: summary.proven,
        cuts: summary.cuts.into_iter().map(cut_view).collect(),
    })
}

async fn proof(tx: &Tx, id: RoundId) -> Result<ProofView, Fault> {
    let (round, owner) = actions::round_of(tx, id).await?;
    let published = match round.state() {
        RoundState::Published { run, at } => {
            let found = queries::find_run(tx, owner, id, *run).await?.filter(|run| run.input_sha256.is_some());
            found.map(|run| published_view(&round, run, *at)).transpose()?
        }
        _ => None,
    };
    let files = match actions::latest_run(tx, owner, &round).await? {
        Some(run) => actions::files_of(tx, owner, &round, run).await?,
        None => vec![],
    };
    Ok(ProofView {
        round: id.uuid(),
        promise: round.promise().map(ToOwned::to_owned),
        announced_at: round.announced_at(),
        published,
        files,
    })
}

async fn show(State(app): State<App>, visit: Visit, Path(round): Path<RoundId>) -> Answer {
    shown(&app.db().read(visit.actor(), async |tx| proof(&tx, round).await).await?)
}

async fn file(State(app): State<App>, visit: Visit, Path((round, name)): Path<(RoundId, String)>) -> Answer {
    let found = app.db().read(visit.actor(), async |tx| actions::file_of(&tx, round, &name).await).await?;
    looks::note_file(&app, &visit, found.owner, found.students.iter().copied()).await?;
    Ok(download(&name, actions::file_kind(&name), found.bytes))
}
