//! The deadlines of rounds, for the calendars of those whom they bind.

use base::{Lang, Moment};
use kit::db::Tx;
use kit::fault::Fault;
use people::calendar::{Asked, Happening, When};

use crate::participants;
use crate::rounds::actions;
use crate::rounds::model::{Round, State};

/// For whoever takes part: when wishes close and when the result comes; for the office, when they open, too. Rounds that
/// were called off have no deadlines. Three statements.
/// # Errors
/// What the database answers.
pub async fn happenings(tx: &Tx, asked: Asked) -> Result<Vec<Happening>, Fault> {
    let takes_part = participants::taking_part(tx).await?;
    let mine = actions::of_students(tx).await?.into_iter().filter(|round| takes_part.contains(&round.id()));
    let mut all: Vec<Happening> = mine.flat_map(|round| of_student(asked.lang, &round)).collect();
    all.extend(actions::of_actor(tx).await?.iter().flat_map(|round| of_office(asked.lang, round)));
    Ok(all)
}

fn is_off(round: &Round) -> bool {
    matches!(round.state(), State::Cancelled { .. })
}

/// When the result is out, or is to be.
fn told_at(round: &Round) -> Moment {
    match round.state() {
        State::Published { at, .. } => *at,
        _ => round.dates().publish_planned_at(),
    }
}

fn of_student(lang: Lang, round: &Round) -> Vec<Happening> {
    if is_off(round) {
        return vec![];
    }
    let (words, name, id) = (crate::words(lang), round.plan().name(), round.id());
    vec![
        of(
            round,
            "my-close",
            words.rounds_calendar_close(name),
            round.dates().wishes_close_at(),
            format!("/my/rounds/{id}/wishes"),
        ),
        of(round, "my-result", words.rounds_calendar_result(name), told_at(round), format!("/my/rounds/{id}")),
    ]
}

fn of_office(lang: Lang, round: &Round) -> Vec<Happening> {
    if is_off(round) {
        return vec![];
    }
    let (words, name, dates) = (crate::words(lang), round.plan().name(), round.dates());
    let page = || format!("/rounds/{}", round.id());
    vec![
        of(round, "open", words.rounds_calendar_open(name), dates.wishes_open_at(), page()),
        of(round, "close", words.rounds_calendar_close(name), dates.wishes_close_at(), page()),
        of(round, "publish", words.rounds_calendar_publish(name), told_at(round), page()),
    ]
}

fn of(round: &Round, what: &str, title: String, at: Moment, href: String) -> Happening {
    let plan = round.plan();
    Happening {
        key: format!("round {} {what}", round.id()),
        title,
        text: format!("{} {}", plan.course_code(), plan.course_name()),
        when: When::At(at),
        href,
    }
}
