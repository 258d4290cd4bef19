//! A student's rounds.

use askama::Template;
use axum::extract::State;
use base::{RoundId, Zone};
use kit::format;
use kit::page::Page;
use kit::parts::{Alert, Empty, Tag, Tone};
use kit::web::{Answer, App, Path, Visit, show};

use super::rules::{self, RulesView};
use crate::participants::{Participant, Sent};
use crate::rounds::actions;
use crate::rounds::model::{Phase, Round, State as RoundState};
use crate::{Words, participants};

#[derive(Template)]
#[template(path = "rounds/mine.html")]
struct MinePage {
    page: Page,
    words: &'static Words,
    rounds: Vec<Mine>,
}

struct Mine {
    href: String,
    name: String,
    course: String,
    weeks: String,
    tag: Tag,
}

impl MinePage {
    fn empty(&self) -> Empty {
        Empty::new(self.words.rounds_my_empty_title(), self.words.rounds_my_empty_text())
    }
}

/// Every round the student takes part in.
pub async fn list_mine(State(app): State<App>, visit: Visit) -> Answer {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let rounds = app
        .db()
        .read(visit.actor(), async |tx| {
            let mut found = vec![];
            for round in actions::of_students(&tx).await? {
                // A student takes part in few rounds, and nearly always at one institution.
                let zone = actions::zone_of(&tx, &round).await?;
                found.push((round.phase(tx.now(), zone), round));
            }
            Ok(found)
        })
        .await?;
    let mine = |(phase, round): (Phase, Round)| Mine {
        href: format!("/my/rounds/{}", round.id()),
        name: round.plan().name().into(),
        course: format!("{} {}", round.plan().course_code(), round.plan().course_name()),
        weeks: format::weeks(lang, round.dates().weeks()),
        tag: super::phase_tag(words, phase),
    };
    show(&MinePage { page: visit.page(&app), words, rounds: rounds.into_iter().map(mine).collect() })
}

#[derive(Template)]
#[template(path = "rounds/my_round.html")]
struct MyRoundPage {
    page: Page,
    words: &'static Words,
    round: RoundId,
    name: String,
    course: String,
    weeks: String,
    alert: Option<Alert>,
    intro: Vec<String>,
    now_text: String,
    button: Option<(String, String)>,
    places: bool,
    can_withdraw: bool,
    thread: String,
    rules: RulesView,
}

/// One round for a student who takes part: what to do now, the dates and the rules.
pub async fn show_mine(State(app): State<App>, visit: Visit, Path(id): Path<RoundId>) -> Answer {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let (round, myself, sent, zone, now) = app
        .db()
        .read(visit.actor(), async |tx| {
            let round = actions::of_student(&tx, id).await?;
            let myself = participants::myself(&tx, &round).await?;
            let sent = participants::sent_by_myself(&tx, &round).await?;
            let zone: Zone = actions::zone_of(&tx, &round).await?;
            Ok((round, myself, sent, zone, tx.now()))
        })
        .await?;
    let phase = round.phase(now, zone);
    let at = |moment| format::moment_near(lang, zone, moment, now);
    let (now_text, button) = to_do(words, &round, phase, &myself, sent, at);
    let alert = match round.state() {
        RoundState::Cancelled { reason, at: when } => {
            let text = format!("{} {} {reason}", words.rounds_cancelled_since(at(*when)), words.rounds_my_reason());
            Some(Alert::new(Tone::Warning, words.rounds_cancelled_title(), text))
        }
        _ => None,
    };
    let plan = round.plan();
    show(&MyRoundPage {
        page: visit.page(&app),
        words,
        round: id,
        name: plan.name().into(),
        course: format!("{} {}", plan.course_code(), plan.course_name()),
        weeks: format::weeks(lang, plan.dates().weeks()),
        alert,
        intro: plan.intro().lines().filter(|line| !line.trim().is_empty()).map(Into::into).collect(),
        now_text,
        button,
        places: phase == Phase::Waiting && myself.is_active(),
        can_withdraw: myself.is_active() && !matches!(phase, Phase::Over | Phase::Cancelled),
        thread: format!("/rounds/{id}/students/{}/thread", myself.person),
        rules: rules::view(lang, &round, zone),
    })
}

/// What the student does now, and the one button to it.
fn to_do(
    words: &'static Words,
    round: &Round,
    phase: Phase,
    myself: &Participant,
    sent: Option<Sent>,
    at: impl Fn(base::Moment) -> String,
) -> (String, Option<(String, String)>) {
    let (id, dates) = (round.id(), round.dates());
    let wishes = |label: String| Some((label, format!("/my/rounds/{id}/wishes")));
    if !myself.is_active() {
        return (words.rounds_my_do_withdrawn().to_string(), None);
    }
    match phase {
        Phase::Setup | Phase::Waiting => (words.rounds_my_do_waiting(at(dates.wishes_open_at())).to_string(), None),
        Phase::Open if sent.is_some() => (
            words.rounds_my_do_open_sent(at(dates.wishes_close_at())).to_string(),
            wishes(words.rounds_my_see_wishes().to_string()),
        ),
        Phase::Open => (
            words.rounds_my_do_open(at(dates.wishes_close_at())).to_string(),
            wishes(words.rounds_my_rank().to_string()),
        ),
        Phase::Closed | Phase::Publishing => (
            words.rounds_my_do_closed(at(dates.publish_planned_at())).to_string(),
            wishes(words.rounds_my_see_wishes().to_string()),
        ),
        Phase::Published | Phase::Over => (
            words.rounds_my_do_published().to_string(),
            Some((words.rounds_my_see_result().to_string(), "/my/placement".into())),
        ),
        Phase::Cancelled => (words.rounds_my_do_cancelled().to_string(), None),
    }
}
