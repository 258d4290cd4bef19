//! What placements ask of people, for the overview.

use base::{Lang, OrganisationId, UnitId};
use kit::db::Tx;
use kit::fault::Fault;
use kit::format;
use kit::parts::{Icon, Tone};
use people::organisations;
use people::overview::Task;

use crate::participants;
use crate::placements::model::{Decision, Kind};
use crate::placements::{access, actions, queries};
use crate::rounds::{self, Phase, Round};

/// The newest result I have not confirmed or where it leads me, the rounds I have to prepare, follow and allocate, and the students who come to my units.
pub async fn tasks(tx: &Tx, lang: Lang) -> Result<Vec<Task>, Fault> {
    let mut tasks = unread(tx, lang).await?;
    tasks.extend(of_office(tx, lang).await?);
    tasks.extend(coming(tx, lang).await?);
    Ok(tasks)
}

async fn unread(tx: &Tx, lang: Lang) -> Result<Vec<Task>, Fault> {
    if tx.actor().studies_at().is_empty() {
        return Ok(vec![]);
    }
    let oneself = access::may_see_own(tx.actor())?;
    let words = crate::words(lang);
    let newest = actions::own_decisions(tx).await?.into_iter().find(|decision| decision.kind != Kind::Withdrawn);
    let Some(decision) = newest else { return Ok(vec![]) };
    if queries::read_at(tx, oneself, decision.round, decision.version).await?.is_some() {
        let today = format::local_date(organisations::find(tx, decision.owner).await?.zone, tx.now());
        return Ok(mine(lang, &decision, today).into_iter().collect());
    }
    let Decision { round, course_name, place_name, kind, .. } = &decision;
    let placed = *kind == Kind::Placed;
    Ok(vec![Task {
        title: words.placements_task_read(course_name),
        text: if placed {
            words.placements_task_placed(place_name)
        } else {
            words.placements_without_heading().to_string()
        },
        due_at: None,
        due: String::new(),
        action: words.placements_task_see().to_string(),
        href: format!("/my/rounds/{round}/result"),
        icon: if placed { Icon::Place } else { Icon::Info },
        tone: Tone::Primary,
    }])
}

/// Once the result is read, where to be and from when, until the placement is over.
fn mine(lang: Lang, decision: &Decision, today: base::Date) -> Option<Task> {
    let words = crate::words(lang);
    (decision.kind == Kind::Placed && today <= decision.until_on).then(|| Task {
        title: words.placements_task_mine(&decision.place_name),
        text: decision.course_name.clone(),
        due_at: None,
        due: words.placements_task_from(format::day(lang, decision.from_on)),
        action: words.placements_task_mine_go().to_string(),
        href: "/my/placement".to_owned(),
        icon: Icon::Place,
        tone: Tone::Info,
    })
}

async fn of_office(tx: &Tx, lang: Lang) -> Result<Vec<Task>, Fault> {
    if rounds::access::administers(tx.actor()).is_empty() {
        return Ok(vec![]);
    }
    let mut tasks = vec![];
    for round in rounds::of_actor(tx).await? {
        let zone = rounds::zone_of(tx, &round).await?;
        let now = tx.now();
        match round.phase(now, zone) {
            Phase::Setup => tasks.push(announce(lang, zone, &round, now)),
            Phase::Open => tasks.extend(follow(lang, &round, participants::counts(tx, &round).await?.unsent())),
            Phase::Closed => tasks.push(allocate(lang, zone, &round, now)),
            _ => {}
        }
    }
    Ok(tasks)
}

fn announce(lang: Lang, zone: base::Zone, round: &Round, now: base::Moment) -> Task {
    let words = crate::words(lang);
    let opens = round.dates().wishes_open_at();
    Task {
        title: words.placements_task_announce(round.plan().name()),
        text: round.plan().course_name().to_owned(),
        due_at: Some(opens),
        due: words.placements_task_opens(format::moment_near(lang, zone, opens, now)),
        action: words.placements_task_round_go().to_string(),
        href: format!("/rounds/{}", round.id()),
        icon: Icon::Calendar,
        tone: if opens < now { Tone::Danger } else { Tone::Info },
    }
}

/// The portal reminds them by itself: somebody may still want to call.
fn follow(lang: Lang, round: &Round, unsent: i64) -> Option<Task> {
    let words = crate::words(lang);
    (unsent > 0).then(|| Task {
        title: words.placements_task_unsent(unsent),
        text: round.plan().name().to_owned(),
        due_at: None,
        due: String::new(),
        action: words.placements_task_students_go().to_string(),
        href: format!("/rounds/{}/students?standing=unsent", round.id()),
        icon: Icon::People,
        tone: Tone::Info,
    })
}

fn allocate(lang: Lang, zone: base::Zone, round: &Round, now: base::Moment) -> Task {
    let words = crate::words(lang);
    let planned = round.dates().publish_planned_at();
    Task {
        title: words.placements_task_allocate(round.plan().name()),
        text: round.plan().course_name().to_owned(),
        due_at: Some(planned),
        due: words.placements_task_planned(format::moment_near(lang, zone, planned, now)),
        action: words.placements_task_allocate_go().to_string(),
        href: format!("/rounds/{}/allocation", round.id()),
        icon: Icon::Dice,
        tone: if planned < now { Tone::Danger } else { Tone::Warning },
    }
}

async fn coming(tx: &Tx, lang: Lang) -> Result<Vec<Task>, Fault> {
    let words = crate::words(lang);
    let mut tasks = vec![];
    for host in access::receives(tx.actor()) {
        let organisation = organisations::find(tx, host.id()).await?;
        let today = format::local_date(organisation.zone, tx.now());
        let students = queries::seen_by_host(tx, &host, today).await?;
        let Some(first) = students.first() else { continue };
        tasks.push(Task {
            title: words.placements_task_students(students.len()),
            text: organisation.name,
            due_at: None,
            due: words.placements_task_from(format::day(lang, first.from_on)),
            action: words.placements_task_students_go().to_string(),
            href: "/host/students".to_owned(),
            icon: Icon::People,
            tone: Tone::Info,
        });
    }
    Ok(tasks)
}

/// What of placements stands at some units of a host, for whoever is about to change the units.
pub async fn touched(
    tx: &Tx,
    organisation: OrganisationId,
    units: &[UnitId],
    lang: Lang,
) -> Result<Vec<(String, u64)>, Fault> {
    let host = access::works_for(tx.actor(), organisation)?;
    let today = format::local_date(organisations::find(tx, organisation).await?.zone, tx.now());
    let words = crate::words(lang);
    let labels =
        [words.placements_touched_students(), words.placements_touched_places(), words.placements_touched_rounds()];
    let counts = queries::standing_at(tx, host, units, today).await?;
    let count = |count: i64| u64::try_from(count).unwrap_or_default();
    Ok(labels.into_iter().zip(counts).map(|(label, found)| (label.to_string(), count(found))).collect())
}
