//! A student leaves a round: asked for by the office, or by the student. The office may take them back in.

use askama::Template;
use axum::extract::State;
use base::{PersonId, RoundId};
use kit::page::Page;
use kit::parts::{Crumbs, crumbs};
use kit::web::{Answer, App, Form, Path, Visit, see_other, show};
use people::persons;
use serde::Deserialize;

use crate::participants::actions;
use crate::rounds;
use crate::rounds::{Phase, Round, State as RoundState};

#[derive(Template)]
#[template(path = "participants/out.html")]
struct OutPage {
    page: Page,
    /// Where the reader comes from: label and address
    way: Vec<(String, String)>,
    title: String,
    text: String,
    more: String,
    yes: String,
    no: (String, String),
}

/// A form without fields.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

impl OutPage {
    fn crumbs(&self) -> Crumbs {
        let way = self.way.iter().fold(crumbs(self.page.words), |way, (label, href)| way.to(label, href));
        way.here(&self.title)
    }
}

fn is_placed(round: &Round) -> bool {
    matches!(round.state(), RoundState::Published { .. })
}

/// What taking the student out will do.
pub async fn show_out(State(app): State<App>, visit: Visit, Path((id, person)): Path<(RoundId, PersonId)>) -> Answer {
    let words = crate::words(visit.lang());
    let (round, name, active) = app
        .db()
        .read(visit.actor(), async |tx| {
            let round = rounds::find(&tx, id).await?;
            let student = actions::find(&tx, &round, person).await?;
            let name = persons::find(&tx, person).await?.name.to_string();
            Ok((round, name, student.is_active()))
        })
        .await?;
    let back = format!("/rounds/{id}/students");
    if !active {
        return Ok(see_other(back));
    }
    show(&OutPage {
        page: visit.page(&app),
        way: vec![
            (words.rounds_title().to_string(), "/rounds".into()),
            (round.plan().name().into(), format!("/rounds/{id}")),
            (words.participants_title().to_string(), back.clone()),
        ],
        title: words.participants_out_title(name).to_string(),
        text: match is_placed(&round) {
            true => words.participants_out_after().to_string(),
            false => words.participants_out_before().to_string(),
        },
        more: match round.announced_at() {
            Some(_) => words.participants_out_mail().to_string(),
            None => String::new(),
        },
        yes: words.participants_out_do().to_string(),
        no: (words.participants_back().to_string(), back),
    })
}

/// Takes the student out.
pub async fn take_out(
    State(app): State<App>,
    visit: Visit,
    Path((id, person)): Path<(RoundId, PersonId)>,
    Form(Nothing {}): Form<Nothing>,
) -> Answer {
    app.db()
        .write(visit.actor(), async |tx| {
            let round = rounds::find(&tx, id).await?;
            actions::withdraw(&tx, &round, person).await
        })
        .await?;
    Ok(see_other(format!("/rounds/{id}/students")))
}

/// Takes the student back in.
pub async fn take_back_in(
    State(app): State<App>,
    visit: Visit,
    Path((id, person)): Path<(RoundId, PersonId)>,
    Form(Nothing {}): Form<Nothing>,
) -> Answer {
    app.db()
        .write(visit.actor(), async |tx| {
            let round = rounds::find(&tx, id).await?;
            actions::readmit(&tx, &round, person).await
        })
        .await?;
    Ok(see_other(format!("/rounds/{id}/students")))
}

/// What withdrawing will do.
pub async fn show_my_out(State(app): State<App>, visit: Visit, Path(id): Path<RoundId>) -> Answer {
    let words = crate::words(visit.lang());
    let (round, myself, phase) = app
        .db()
        .read(visit.actor(), async |tx| {
            let round = rounds::of_student(&tx, id).await?;
            let myself = actions::myself(&tx, &round).await?;
            let zone = rounds::zone_of(&tx, &round).await?;
            let phase = round.phase(tx.now(), zone);
            Ok((round, myself, phase))
        })
        .await?;
    let back = format!("/my/rounds/{id}");
    if !myself.is_active() || matches!(phase, Phase::Over | Phase::Cancelled) {
        return Ok(see_other(back));
    }
    let name = round.plan().name();
    show(&OutPage {
        page: visit.page(&app),
        way: vec![(words.rounds_my_title().to_string(), "/my/rounds".into()), (name.into(), back.clone())],
        title: words.participants_my_out_title(name).to_string(),
        text: match is_placed(&round) {
            true => words.participants_my_out_after().to_string(),
            false => words.participants_my_out_before().to_string(),
        },
        more: String::new(),
        yes: words.participants_my_out_do().to_string(),
        no: (words.participants_my_out_back().to_string(), back),
    })
}

/// The student withdraws.
pub async fn go_out(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<RoundId>,
    Form(Nothing {}): Form<Nothing>,
) -> Answer {
    app.db()
        .write(visit.actor(), async |tx| {
            let round = rounds::of_student(&tx, id).await?;
            let myself = actions::myself(&tx, &round).await?;
            actions::withdraw(&tx, &round, myself.person).await
        })
        .await?;
    Ok(see_other(format!("/my/rounds/{id}")))
}
