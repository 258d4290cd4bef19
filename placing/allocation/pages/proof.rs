//! The proof of a draw, for those who took part and for the office: no names, no wish lists.

use askama::Template;
use axum::extract::State;
use base::{Lang, RoundId};
use kit::actor::{Actor, Role};
use kit::db::Tx;
use kit::fault::Fault;
use kit::format;
use kit::page::Page;
use kit::web::{Answer, App, Path, Visit, show};

use crate::Words;
use crate::allocation::model::frozen::{INPUT_FILES, Summary};
use crate::allocation::tables::run;
use crate::allocation::{access, queries};
use crate::rounds::{self, Round, State as RoundState};

/// Cut-offs of places that fewer than so many wished for are not told: they would tell of single students.
const APPLICANTS_MIN: u32 = 5;

#[derive(Template)]
#[template(path = "allocation/proof.html")]
struct ShowProof {
    page: Page,
    words: &'static Words,
    round_name: String,
    promise: Option<String>,
    announced: String,
    proof: Option<Proof>,
    may_download: bool,
    round: RoundId,
    files: Vec<&'static str>,
    command: String,
}

/// What is known once the round is published.
struct Proof {
    seed: Option<String>,
    students: i32,
    frozen_at: String,
    published_at: String,
    input: String,
    output: String,
    mechanism: String,
    version: String,
    cuts: Vec<CutLine>,
}

struct CutLine {
    place: String,
    seats: String,
    wished: String,
    last: String,
}

/// GET /rounds/{round}/proof
pub async fn show_proof(State(app): State<App>, visit: Visit, Path(round): Path<RoundId>) -> Answer {
    let page = visit.page(&app);
    show(&app.db().read(visit.actor(), async |tx| view(&tx, &page, round).await).await?)
}

/// Administrators see their own rounds, students those they take part in.
async fn round_for(tx: &Tx, id: RoundId) -> Result<Round, Fault> {
    match tx.actor().has(Role::Administrator) {
        true => match rounds::find(tx, id).await {
            Ok(round) => Ok(round),
            Err(_) => rounds::of_student(tx, id).await,
        },
        false => rounds::of_student(tx, id).await,
    }
}

fn administers(actor: &Actor, round: &Round) -> bool {
    access::may_allocate(actor, round).is_ok()
}

async fn view(tx: &Tx, page: &Page, id: RoundId) -> Result<ShowProof, Fault> {
    let (lang, words) = (page.language(), crate::words(page.language()));
    let round = round_for(tx, id).await?;
    let zone = rounds::zone_of(tx, &round).await?;
    let at = |moment| format::moment_near(lang, zone, moment, tx.now());
    let published = match round.state() {
        RoundState::Published { run, at } => Some((*run, *at)),
        _ => None,
    };
    let mut proof = None;
    if let Some((run, published_at)) = published {
        let owner = access::may_see_proof(tx.actor(), &round)?;
        let found = queries::find_run(tx, owner, round.id(), run).await?;
        proof = found.map(|run| proof_of(lang, &round, &run, at(run.created_at), at(published_at)));
    }
    let seed = round.revealed_seed().map(|seed| format!(" --seed {seed} --round {id}")).unwrap_or_default();
    Ok(ShowProof {
        page: page.clone(),
        words,
        round_name: round.plan().name().to_owned(),
        promise: round.promise().map(ToOwned::to_owned),
        announced: round.announced_at().map(at).unwrap_or_default(),
        may_download: proof.is_some() && administers(tx.actor(), &round),
        proof,
        round: id,
        files: INPUT_FILES.to_vec(),
        command: format!("fotfeste allocate DIR --mechanism lottery{seed} --out allocation.csv"),
    })
}

fn proof_of(lang: Lang, round: &Round, run: &run::Model, frozen_at: String, published_at: String) -> Proof {
    let summary: Summary = serde_json::from_value(run.summary.clone()).unwrap_or_default();
    let words = crate::words(lang);
    let mut cuts = summary.cuts;
    cuts.sort_by_cached_key(|cut| format::sort_key(lang, &cut.place));
    let line = |cut: crate::allocation::model::frozen::OfferCut| {
        let few = cut.wished < APPLICANTS_MIN;
        CutLine {
            seats: cut.seats.to_string(),
            wished: if few { words.allocation_proof_cut_few().to_string() } else { cut.wished.to_string() },
            last: match cut.last {
                _ if few => String::from("–"),
                Some(last) => last.to_string(),
                None if cut.full => words.allocation_proof_cut_by_hand().to_string(),
                None => words.allocation_proof_cut_free().to_string(),
            },
            place: cut.place,
        }
    };
    Proof {
        seed: round.revealed_seed().map(ToOwned::to_owned),
        students: run.students.unwrap_or(0),
        frozen_at,
        published_at,
        input: run.input_sha256.clone().unwrap_or_default(),
        output: run.output_sha256.clone().unwrap_or_default(),
        mechanism: run.mechanism.clone(),
        version: run.engine_version.clone(),
        cuts: cuts.into_iter().map(line).collect(),
    }
}
