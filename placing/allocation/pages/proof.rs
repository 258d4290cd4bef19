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
use matching::Mechanism;

use crate::Words;
use crate::allocation::model::frozen::{APPLICANTS_MIN, OfferCut, SEED_PLACE, Summary, is_optimiser};
use crate::allocation::tables::run;
use crate::allocation::{access, actions, queries};
use crate::rounds::{self, Round, State as RoundState, mechanism_name};

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
    files: Vec<String>,
    manual: bool,
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
    proven: String,
    checked: Vec<String>,
    command: String,
    verify: String,
    cuts: Vec<CutLine>,
    last_heading: String,
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
    let (mut proof, mut files) = (None, vec![]);
    if let Some((run, published_at)) = published {
        let owner = access::may_see_proof(tx.actor(), &round)?;
        let found = queries::find_run(tx, owner, round.id(), run).await?.filter(|run| run.input_sha256.is_some());
        if found.is_some() && administers(tx.actor(), &round) {
            files = actions::files_of(tx, owner, &round, run).await?;
        }
        proof = found.map(|run| proof_of(lang, &round, &run, at(run.created_at), at(published_at)));
    }
    Ok(ShowProof {
        page: page.clone(),
        words,
        round_name: round.plan().name().to_owned(),
        promise: round.promise().map(ToOwned::to_owned),
        announced: round.announced_at().map(at).unwrap_or_default(),
        may_download: !files.is_empty(),
        proof,
        round: id,
        files,
        manual: round.plan().mechanism().is_none(),
    })
}

fn proof_of(lang: Lang, round: &Round, run: &run::Model, frozen_at: String, published_at: String) -> Proof {
    let summary: Summary = serde_json::from_value(run.summary.clone()).unwrap_or_default();
    let words = crate::words(lang);
    let mechanism = Mechanism::NAMES.iter().find(|(name, _)| *name == run.mechanism).map(|(_, mechanism)| *mechanism);
    let mechanism = mechanism.unwrap_or_default();
    let seed = round.revealed_seed().unwrap_or(SEED_PLACE);
    let mut cuts = summary.cuts;
    cuts.sort_by_cached_key(|cut| format::sort_key(lang, &cut.place));
    Proof {
        seed: round.revealed_seed().map(ToOwned::to_owned),
        students: run.students.unwrap_or(0),
        frozen_at,
        published_at,
        input: run.input_sha256.clone().unwrap_or_default(),
        output: run.output_sha256.clone().unwrap_or_default(),
        mechanism: mechanism_name(lang, Some(mechanism)),
        version: run.engine_version.clone(),
        proven: match mechanism {
            Mechanism::Lottery => words.allocation_proof_proven_lottery().to_string(),
            Mechanism::Priority => words.allocation_proof_proven_priority().to_string(),
            _ => words.allocation_proof_proven_together().to_string(),
        },
        checked: summary.proven,
        command: summary.command.replace(SEED_PLACE, seed),
        verify: summary.verify,
        cuts: cuts.into_iter().map(|cut| cut_line(words, mechanism, cut)).collect(),
        last_heading: match mechanism {
            Mechanism::Lottery => words.allocation_proof_cut_last().to_string(),
            Mechanism::Priority => words.allocation_proof_cut_last_class().to_string(),
            _ => words.allocation_proof_cut_state().to_string(),
        },
    }
}

/// How full one place became. Where all lists are looked at together, no number is the last one in.
fn cut_line(words: &'static Words, mechanism: Mechanism, cut: OfferCut) -> CutLine {
    let few = cut.wished < APPLICANTS_MIN;
    let last = match (cut.last, cut.last_class) {
        _ if few => String::from("–"),
        _ if !cut.full => words.allocation_proof_cut_free().to_string(),
        _ if is_optimiser(mechanism) => words.allocation_proof_cut_full().to_string(),
        (Some(last), Some(class)) => format!("{class} / {last}"),
        (Some(last), None) => last.to_string(),
        (None, _) => words.allocation_proof_cut_by_hand().to_string(),
    };
    CutLine {
        seats: cut.seats.to_string(),
        wished: if few { words.allocation_proof_cut_few().to_string() } else { cut.wished.to_string() },
        last,
        place: cut.place,
    }
}
