//! What people do with an allocation: place by hand, take out again, run the draw. And what the worker does for them.

use std::collections::{HashMap, HashSet};

use base::{HandPlacementId, Id, JobId, OfferId, OrganisationId, PersonId, RoundId, RunId};
use kit::actor::Owner;
use kit::db::Tx;
use kit::fault::{Fault, NotFound};
use kit::jobs::{self, Job, NewJob, failpoint};
use kit::journal::{self, Event};
use kit::mail::{Link, Mail};
use matching::Seed;
use matching::files::{Input, RunOptions};
use people::{notices, organisations, persons};
use serde_json::json;

use super::model::compare::Compared;
use super::model::draft::{Draft, How, Line, fits, room_for_one};
use super::model::explain::Grounds;
use super::model::frozen::{
    Answered, BANS_FILE, CERTIFICATE_FILE, COMPARISON_FILE, DrawFrom, Frozen, FrozenNode, FrozenOffer, FrozenStudent,
    FrozenWish, INPUT_FILES, NoWishes, RunRules, TURNS_FILE,
};
use super::model::{ALLOCATE, AllocationError, ByHand, COMPARE, Ground, RunState, reason_of};
use super::queries::StudentRow;
use super::{access, queries};
use crate::confidences::{self, Told};
use crate::pairs;
use crate::rounds::{self, Round};
use crate::seconds::{self, Placing};
use crate::sites::{self, Forest};

/// The round, for those who may allocate it.
/// # Errors
/// [`NotFound`] for everybody else.
pub async fn round_of(tx: &Tx, id: RoundId) -> Result<(Round, Owner), Fault> {
    let round = rounds::find(tx, id).await?;
    let owner = access::may_allocate(tx.actor(), &round)?;
    Ok((round, owner))
}

/// Whom somebody placed by hand and nobody has released.
/// # Errors
/// What the database answers.
pub async fn placed_by_hand(tx: &Tx, owner: Owner, round: &Round) -> Result<Vec<PersonId>, Fault> {
    Ok(queries::by_hand(tx, owner, round.id()).await?.into_keys().collect())
}

/// Places a student by hand and locks the place: runs leave it alone. Takes the seat at once.
/// # Errors
/// [`AllocationError`]; a full place, also when only the draft fills it.
pub async fn place_by_hand(tx: &Tx, round: RoundId, person: PersonId, placing: &ByHand) -> Result<(), Fault> {
    let (round, owner) = round_of(tx, round).await?;
    round.open_to_changes()?;
    let told = Told::new(placing.ground(), placing.reason());
    if seconds::is_wanted(tx, owner).await? {
        let forest = sites::forest(tx, &round).await?;
        line_to_place(tx, owner, &round, &forest, person, placing.offer()).await?;
        return seconds::ask_placement(tx, owner, (round.id(), person), placing.offer(), &told, None).await;
    }
    let placing = confided(tx, owner, (round.id(), person), Some(placing.offer()), &told).await?;
    carry_out(tx, owner, &round, &placing).await
}

/// A placement by hand whose reason is kept in confidence now.
/// # Errors
/// When the reason cannot be sealed.
pub async fn confided(
    tx: &Tx,
    owner: Owner,
    about: (RoundId, PersonId),
    offer: Option<OfferId>,
    told: &Told,
) -> Result<Placing, Fault> {
    let (id, by): (HandPlacementId, _) = (tx.new_id(), tx.actor().person_id());
    confidences::keep(tx, owner, about, id.uuid(), told, by).await?;
    let ground = Ground::from_word(&told.ground).unwrap_or(Ground::Other).told();
    Ok(Placing { id, person: about.1, offer, ground, by })
}

/// Places a student by hand, or takes one out again, whose reason is kept already: at once, or after a second look.
/// # Errors
/// [`AllocationError`]; a full place, also when only the draft fills it.
pub async fn carry_out(tx: &Tx, owner: Owner, round: &Round, placing: &Placing) -> Result<(), Fault> {
    round.open_to_changes()?;
    let person = placing.person;
    let Some(offer) = placing.offer else { return carry_out_release(tx, owner, round, placing).await };
    let forest = sites::forest(tx, round).await?;
    let line = line_to_place(tx, owner, round, &forest, person, offer).await?;
    if matches!(line.how, How::ByHand(_)) {
        sites::release(tx, owner, round, person).await?;
    }
    sites::take(tx, owner, round, offer, person).await?;
    note_by_hand(tx, owner, round.id(), placing).await?;
    let facts = json!({ "person": person, "offer": offer, "ground": placing.ground.word() });
    Ok(journal::note(tx, owner.id(), Event::of("placed-by-hand", "round", round.id()).with(facts)).await?)
}

async fn carry_out_release(tx: &Tx, owner: Owner, round: &Round, placing: &Placing) -> Result<(), Fault> {
    if !queries::by_hand(tx, owner, round.id()).await?.contains_key(&placing.person) {
        return Err(AllocationError::NotByHand { round: round.id() }.into());
    }
    sites::release(tx, owner, round, placing.person).await?;
    note_by_hand(tx, owner, round.id(), placing).await?;
    let facts = json!({ "person": placing.person });
    Ok(journal::note(tx, owner.id(), Event::of("released-by-hand", "round", round.id()).with(facts)).await?)
}

/// The student's line, when the place is for the student and there is room, the draft counted in.
/// # Errors
/// [`AllocationError`]
pub async fn line_to_place(
    tx: &Tx,
    owner: Owner,
    round: &Round,
    forest: &Forest,
    person: PersonId,
    offer: OfferId,
) -> Result<Line, Fault> {
    let draft = draft(tx, owner, round.id(), latest_run(tx, owner, round).await?).await?;
    let line = draft.of(person).ok_or_else(|| NotFound::of("student", person))?;
    if line.how == How::Withdrawn {
        return Err(AllocationError::Withdrawn { round: round.id() }.into());
    }
    let offer = forest.offer(offer).ok_or(AllocationError::NoOffer)?;
    if !fits(offer, &line.subject, &line.period) {
        return Err(
            AllocationError::OtherSubject { offer: offer.subject.clone(), student: line.subject.clone() }.into()
        );
    }
    room_for_one(forest, &draft.occupied(forest, Some(person)), offer)?;
    Ok(line.clone())
}

/// Notes a placement by hand; the seat has been taken by the caller.
/// # Errors
/// What the database answers.
pub async fn note_by_hand(tx: &Tx, owner: Owner, round: RoundId, placing: &Placing) -> Result<(), Fault> {
    Ok(queries::add_by_hand(tx, owner, round, placing).await?)
}

/// Whether a run is under way.
/// # Errors
/// What the database answers.
pub async fn is_running(tx: &Tx, owner: Owner, round: RoundId) -> Result<bool, Fault> {
    let runs = queries::runs(tx, owner, round).await?;
    Ok(runs.iter().any(|run| run.state == RunState::Waiting.word()))
}

/// Why each of these students got what the run proposes.
/// # Errors
/// What the database answers.
pub async fn grounds(
    tx: &Tx,
    owner: Owner,
    round: RoundId,
    run: RunId,
    persons: &[PersonId],
) -> Result<HashMap<PersonId, Grounds>, Fault> {
    let rows = queries::grounds_of(tx, owner, round, run, persons).await?;
    let read = |row: super::tables::proposal::Model| {
        let grounds = serde_json::from_value(row.reasons).map_err(Fault::ours)?;
        Ok((row.person_id, grounds))
    };
    rows.into_iter().map(read).collect()
}

/// Places students where the student file says, which `by` has brought. The file is the reason.
/// # Errors
/// As for [`place_by_hand`]; then none of them is placed.
pub async fn place_from_file(
    tx: &Tx,
    round: RoundId,
    fixed: &[(PersonId, OfferId)],
    by: PersonId,
) -> Result<(), Fault> {
    let (round, owner) = round_of(tx, round).await?;
    round.open_to_changes()?;
    let (waits, ground) = (seconds::is_wanted(tx, owner).await?, Ground::File);
    for (person, offer) in fixed {
        if waits {
            let about = (round.id(), *person);
            seconds::ask_placement(tx, owner, about, *offer, &Told::new(ground, ""), Some(by)).await?;
            continue;
        }
        sites::take(tx, owner, &round, *offer, *person).await?;
        let placing = Placing { id: tx.new_id(), person: *person, offer: Some(*offer), ground, by: Some(by) };
        note_by_hand(tx, owner, round.id(), &placing).await?;
    }
    Ok(())
}

/// Takes a student placed by hand out again; the seat is free at once.
/// # Errors
/// [`AllocationError::NotByHand`] for those whom nobody placed.
pub async fn release(tx: &Tx, round: RoundId, person: PersonId, reason: &str) -> Result<(), Fault> {
    let (round, owner) = round_of(tx, round).await?;
    round.open_to_changes()?;
    let reason = reason_of(reason)?;
    if !queries::by_hand(tx, owner, round.id()).await?.contains_key(&person) {
        return Err(AllocationError::NotByHand { round: round.id() }.into());
    }
    if seconds::is_wanted(tx, owner).await? {
        return seconds::ask_release(tx, owner, (round.id(), person), &reason).await;
    }
    let told = Told::new(Ground::Other, &reason);
    let placing = confided(tx, owner, (round.id(), person), None, &told).await?;
    carry_out(tx, owner, &round, &placing).await
}

/// Orders a run of the draw. Every run of a round uses the same seed, so that nobody can try until the result pleases.
/// # Errors
/// [`AllocationError`] before the window closes, after publication was asked for, or while a run is under way.
pub async fn order_run(tx: &Tx, round: RoundId) -> Result<(RunId, JobId), Fault> {
    let (round, owner) = round_of(tx, round).await?;
    if !round.is_late(tx.now()) {
        return Err(
            AllocationError::WindowOpen { round: round.id(), closes_at: round.dates().wishes_close_at() }.into()
        );
    }
    if round.state() != &rounds::State::Announced {
        return Err(AllocationError::NotNow { round: round.id(), state: round.state().word() }.into());
    }
    let mechanism = round.plan().mechanism().ok_or(AllocationError::ByHandOnly { round: round.id() })?;
    let runs = queries::runs(tx, owner, round.id()).await?;
    if let Some(waiting) = runs.iter().find(|run| run.state == RunState::Waiting.word()) {
        return Err(AllocationError::UnderWay { round: round.id(), run: waiting.id }.into());
    }
    let number = runs.first().map_or(1, |run| run.number + 1);
    let run: RunId = tx.new_id();
    let job = jobs::enqueue(
        tx,
        NewJob {
            unique_key: Some(format!("allocate:{}", round.id())),
            steps: 3,
            href: Some(format!("/rounds/{}/allocation", round.id())),
            ..NewJob::of(owner.id(), ALLOCATE, json!({ "round": round.id(), "run": run }))
        },
    )
    .await?;
    queries::add_run(tx, owner, round.id(), run, mechanism, number, job).await?;
    let facts = json!({ "run": run, "number": number });
    journal::note(tx, owner.id(), Event::of("allocation-ordered", "round", round.id()).with(facts)).await?;
    Ok((run, job))
}

/// Writes down that a round is placed by hand alone, so that there is something to publish. Answers the run that was
/// written before, if there is one.
/// # Errors
/// What the database answers.
pub async fn run_by_hand(tx: &Tx, owner: Owner, round: &Round, draft: &Draft) -> Result<RunId, Fault> {
    if let Some(run) = latest_run(tx, owner, round).await? {
        return Ok(run);
    }
    let run: RunId = tx.new_id();
    let count = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
    let students = draft.lines.iter().filter(|line| line.how != How::Withdrawn).count();
    let number = queries::runs(tx, owner, round.id()).await?.first().map_or(1, |run| run.number + 1);
    queries::add_run_by_hand(tx, owner, round.id(), run, number, (count(students), count(draft.placed()))).await?;
    Ok(run)
}

/// What stands in the way of a comparison, or is there of it.
#[derive(Debug, Default)]
pub struct Comparison {
    /// The finished run that it is about
    pub run: Option<RunId>,
    /// The job that is at it
    pub job: Option<JobId>,
    /// What came out
    pub compared: Option<Compared>,
}

/// What every mechanism would have made of the latest run's input, as far as somebody has asked.
/// # Errors
/// What the database answers.
pub async fn comparison(tx: &Tx, owner: Owner, round: &Round) -> Result<Comparison, Fault> {
    let Some(run) = latest_run(tx, owner, round).await? else { return Ok(Comparison::default()) };
    let kept = queries::input_file(tx, owner, round.id(), run, COMPARISON_FILE).await?;
    Ok(Comparison {
        run: Some(run),
        job: jobs::under_way(tx, owner.id(), &compare_key(run)).await?,
        compared: kept.as_deref().and_then(Compared::read),
    })
}

fn compare_key(run: RunId) -> String {
    format!("compare:{run}")
}

/// Students of a round by outside key, for lists that know nothing else of them.
/// # Errors
/// What the database answers.
pub async fn names_by_key(tx: &Tx, owner: Owner, round: RoundId) -> Result<HashMap<String, String>, Fault> {
    let students = queries::students(tx, owner, round).await?;
    let name = |student: StudentRow| {
        let name = [student.given_name.as_str(), student.family_name.as_str()].join(" ").trim().to_owned();
        (student.outside_key, name)
    };
    Ok(students.into_iter().map(name).filter(|(_, name)| !name.is_empty()).collect())
}

/// Orders the comparison of all mechanisms on the latest run's input. It changes nothing but what the office can read.
/// # Errors
/// [`AllocationError::NoRun`] before the first run; [`AllocationError::Compared`] when it is there, or on its way.
pub async fn order_comparison(tx: &Tx, round: RoundId) -> Result<JobId, Fault> {
    let (round, owner) = round_of(tx, round).await?;
    run_rules(&round)?;
    let found = comparison(tx, owner, &round).await?;
    let run = found.run.ok_or(AllocationError::NoRun { round: round.id() })?;
    if found.compared.is_some() || found.job.is_some() {
        return Err(AllocationError::Compared { run }.into());
    }
    let payload = json!({ "round": round.id(), "run": run });
    let job = NewJob {
        unique_key: Some(compare_key(run)),
        steps: 2,
        href: Some(format!("/rounds/{}/comparison", round.id())),
        ..NewJob::of(owner.id(), COMPARE, payload)
    };
    Ok(jobs::enqueue(tx, job).await?)
}

/// The files a run was given, and what the engine was told besides them.
/// # Errors
/// [`NotFound`] when the run kept no input; what the database answers.
pub async fn kept_input(tx: &Tx, round: RoundId, run: RunId) -> Result<(Input, RunOptions), Fault> {
    let (round, owner) = round_of(tx, round).await?;
    let file = async |name: &'static str| queries::input_file(tx, owner, round.id(), run, name).await;
    let missing = || NotFound::of("input of run", run);
    let [hosts, places, students, wishes] = INPUT_FILES;
    let input = Input {
        hosts: file(hosts).await?.ok_or_else(missing)?,
        places: file(places).await?.ok_or_else(missing)?,
        students: file(students).await?.ok_or_else(missing)?,
        wishes: file(wishes).await?.ok_or_else(missing)?,
    };
    let bare = Frozen {
        round: round.id().to_string(),
        draw: draw_from(&round)?,
        rules: run_rules(&round)?,
        nodes: vec![],
        offers: vec![],
        students: vec![],
    };
    let mut options = bare.options();
    options.certificate = false;
    options.more.bans = file(BANS_FILE).await?;
    options.more.turns = file(TURNS_FILE).await?;
    Ok((input, options))
}

/// Keeps a comparison beside the run it is about.
/// # Errors
/// [`jobs::LeaseLost`]; what the database answers.
pub async fn save_comparison(tx: &Tx, job: &Job, round: RoundId, run: RunId, report: &[u8]) -> Result<(), Fault> {
    jobs::finish(tx, job).await?;
    let (round, owner) = round_of(tx, round).await?;
    if queries::input_file(tx, owner, round.id(), run, COMPARISON_FILE).await?.is_some() {
        return Ok(()); // an earlier attempt has saved it
    }
    queries::add_file(tx, owner, round.id(), run, COMPARISON_FILE, report.to_vec()).await?;
    Ok(())
}

/// The allocation as it stands after this run, or before any.
/// # Errors
/// What the database answers.
pub async fn draft(tx: &Tx, owner: Owner, round: RoundId, run: Option<RunId>) -> Result<Draft, Fault> {
    let students = queries::students(tx, owner, round).await?;
    let by_hand = queries::by_hand(tx, owner, round).await?;
    let proposals = match run {
        Some(run) => queries::proposals(tx, owner, round, run).await?,
        None => vec![],
    };
    let proposals: HashMap<PersonId, queries::ProposalRow> =
        proposals.into_iter().map(|proposal| (proposal.person_id, proposal)).collect();
    let wished = queries::who_wished(tx, owner, round).await?;
    let line = |student: StudentRow| {
        let placed = by_hand.get(&student.person_id);
        let ground = placed.and_then(|row| Ground::from_word(&row.ground)).unwrap_or(Ground::Other);
        let mut line = Line {
            person: student.person_id,
            key: student.outside_key,
            given_name: student.given_name,
            family_name: student.family_name,
            subject: student.subject,
            period: student.period,
            position: None,
            offer: placed.and_then(|row| row.offer_id),
            rank: None,
            how: How::ByHand(ground),
        };
        if student.state == "withdrawn" {
            (line.offer, line.how) = (None, How::Withdrawn);
        } else if placed.is_none() {
            drawn(&mut line, proposals.get(&student.person_id), wished.contains(&student.person_id));
        }
        line
    };
    Ok(Draft { lines: students.into_iter().map(line).collect() })
}

fn drawn(line: &mut Line, proposal: Option<&queries::ProposalRow>, wished: bool) {
    let in_run = proposal.is_some();
    // Placed by hand when the run was made and taken out since: the run knows nothing about this student. Members of
    // a group that was seated first have a rank and no number.
    let proposal = proposal.filter(|proposal| proposal.position.is_some() || proposal.rank.is_some());
    line.position = proposal.and_then(|proposal| proposal.position).and_then(|position| u32::try_from(position).ok());
    line.rank = proposal.and_then(|proposal| proposal.rank).and_then(|rank| u16::try_from(rank).ok());
    line.offer = proposal.and_then(|proposal| proposal.offer_id);
    line.how = match (proposal, line.offer, line.rank) {
        (None, ..) if in_run && !wished => How::NoWishes,
        (None, ..) => How::Waiting,
        (_, Some(_), Some(_)) => How::Draw,
        (_, Some(_), None) => How::Last,
        (_, None, _) if !wished => How::NoWishes,
        (_, None, _) => How::Unplaced,
    };
}

/// The files of a run that the office may have: what holds the seed only once the seed is revealed.
/// # Errors
/// What the database answers.
pub async fn files_of(tx: &Tx, owner: Owner, round: &Round, run: RunId) -> Result<Vec<String>, Fault> {
    let mut files = queries::input_files(tx, owner, round.id(), run).await?;
    if round.seed().is_some() && round.revealed_seed().is_none() {
        files.retain(|file| file != CERTIFICATE_FILE && file != COMPARISON_FILE);
    }
    Ok(files)
}

/// A file of a run, and who stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunFile {
    /// Whose file it is
    pub owner: OrganisationId,
    /// What it holds
    pub bytes: Vec<u8>,
    /// The students whose keys stand in it
    pub students: Vec<PersonId>,
}

/// One file of the run that counts, when the office may have it.
/// # Errors
/// [`NotFound`] when it may not, or there is none.
pub async fn file_of(tx: &Tx, round: RoundId, name: &str) -> Result<RunFile, Fault> {
    let missing = || NotFound::of("file", name);
    let (round, owner) = round_of(tx, round).await?;
    let run = latest_run(tx, owner, &round).await?.ok_or_else(missing)?;
    if !files_of(tx, owner, &round, run).await?.iter().any(|file| file == name) {
        return Err(missing().into());
    }
    let bytes = queries::input_file(tx, owner, round.id(), run, name).await?.ok_or_else(missing)?;
    let students = queries::students(tx, owner, round.id()).await?;
    let keys: HashMap<&str, PersonId> = students.iter().map(|one| (one.outside_key.as_str(), one.person_id)).collect();
    let students = students_in(name, &String::from_utf8_lossy(&bytes), &keys);
    Ok(RunFile { owner: round.owner(), bytes, students })
}

/// The students who stand in a file of a run: a table of students has them in its first column, a document by their keys
/// among its texts.
fn students_in(name: &str, text: &str, keys: &HashMap<&str, PersonId>) -> Vec<PersonId> {
    let is_table = !name.ends_with(".json");
    if is_table && !text.starts_with("student_id") {
        return vec![];
    }
    let stands: HashSet<&str> = match is_table {
        true => text.lines().skip(1).filter_map(|line| line.split(',').next()).collect(),
        false => text.split('"').collect(),
    };
    // A key with a sign of the format in it is written in other words: rather told of too many than of too few.
    let is_odd = |key: &str| key.contains([',', '"', '\\', '\n', '\r']);
    keys.iter().filter(|(key, _)| stands.contains(**key) || is_odd(key)).map(|(_, person)| *person).collect()
}

/// The media type of a run's file.
pub fn file_kind(name: &str) -> &'static str {
    if name.ends_with(".json") { "application/json" } else { "text/csv; charset=utf-8" }
}

/// The run that counts: the one to be published, else the latest that is done.
/// # Errors
/// What the database answers.
pub async fn latest_run(tx: &Tx, owner: Owner, round: &Round) -> Result<Option<RunId>, Fault> {
    match round.state() {
        rounds::State::Publishing { run, .. } | rounds::State::Published { run, .. } => Ok(Some(*run)),
        _ => Ok(queries::latest_done(tx, owner, round.id()).await?.map(|run| run.id)),
    }
}

/// Everything a run is given, as it stands at this moment.
/// # Errors
/// What the database answers; a round that should draw from a seed and has none.
pub async fn freeze(tx: &Tx, owner: Owner, round: &Round) -> Result<Frozen, Fault> {
    let forest = sites::forest(tx, round).await?;
    let by_hand = queries::by_hand(tx, owner, round.id()).await?;
    let wishes = queries::wishes(tx, owner, round.id()).await?;
    let students = queries::students(tx, owner, round.id()).await?;
    let rules = run_rules(round)?;
    let pairs = pairs::of_round(tx, owner, round).await?;
    let draw = draw_from(round)?;
    let place: HashMap<OfferId, usize> = forest.offers().iter().enumerate().map(|(at, offer)| (offer.id, at)).collect();
    let mut frozen: Vec<FrozenStudent> = students
        .into_iter()
        .filter(|student| student.state == "active")
        .map(|student| frozen_student(student, &by_hand, &place))
        .collect();
    let at: HashMap<PersonId, usize> = frozen.iter().enumerate().map(|(at, student)| (student.person, at)).collect();
    let offers = frozen_offers(&forest);
    for wish in wishes {
        let Some(student) = at.get(&wish.person_id).and_then(|at| frozen.get_mut(*at)) else { continue };
        let offer = wish.offer_id.and_then(|offer| place.get(&offer).copied());
        let rank = wish.rank.and_then(|rank| u16::try_from(rank).ok());
        if let (Some(offer), Some(rank), Some(id)) = (offer, rank, wish.offer_id) {
            let pair = pairs.get(&(student.person, id)).copied().unwrap_or_default();
            add_wish(
                student,
                &offers[offer],
                FrozenWish { offer, rank, class: pair.class.unwrap_or(0), travel_minutes: pair.travel_minutes },
            );
            student.late |= wish.late;
        }
    }
    for ((person, offer), pair) in &pairs {
        let banned = pair.ban.zip(place.get(offer).copied());
        if let (Some((reason, offer)), Some(at)) = (banned, at.get(person)) {
            frozen[*at].bans.push((offer, reason));
        }
    }
    frozen.iter_mut().for_each(|student| student.bans.sort_unstable());
    Ok(Frozen { round: round.id().to_string(), draw, rules, nodes: frozen_nodes(&forest), offers, students: frozen })
}

/// A wish whose subject or period is no longer the student's is told, and does not count.
fn add_wish(student: &mut FrozenStudent, offer: &FrozenOffer, wish: FrozenWish) {
    if offer.subject == student.subject && offer.period == student.period {
        student.wishes.push(wish);
    } else {
        student.misfits.push((wish.offer, wish.rank));
    }
}

/// What was announced, as the engine reads it.
fn run_rules(round: &Round) -> Result<RunRules, Fault> {
    let (plan, terms) = (round.plan(), round.plan().terms());
    Ok(RunRules {
        mechanism: plan.mechanism().ok_or(AllocationError::ByHandOnly { round: round.id() })?,
        cost: terms.cost().clone(),
        complete_below: match terms.short_lists() {
            rounds::ShortLists::Count => None,
            rounds::ShortLists::Complete | rounds::ShortLists::Refuse => {
                Some(plan.wishes_min()).filter(|below| *below > 0)
            }
        },
        travel_limit: terms.travel_limit_minutes(),
        keeps_groups: terms.keeps_groups(),
        no_wishes: match plan.no_wishes() {
            rounds::NoWishes::ByHand => NoWishes::ByHand,
            rounds::NoWishes::Last => NoWishes::Last,
        },
    })
}

fn draw_from(round: &Round) -> Result<DrawFrom, Fault> {
    Ok(match round.plan().draw() {
        rounds::Draw::File => DrawFrom::File,
        rounds::Draw::Seed => DrawFrom::Seed(seed_of(round)?),
    })
}

fn seed_of(round: &Round) -> Result<Seed, Fault> {
    let seed = round.seed().and_then(|seed| Seed::from_hex(seed).ok());
    seed.ok_or_else(|| Fault::ours(format!("round {} draws from a seed and has none", round.id())))
}

fn frozen_student(
    student: StudentRow,
    by_hand: &HashMap<PersonId, super::tables::hand_placement::Model>,
    place: &HashMap<OfferId, usize>,
) -> FrozenStudent {
    let placed = by_hand.get(&student.person_id).and_then(|row| row.offer_id);
    FrozenStudent {
        person: student.person_id,
        key: student.outside_key,
        subject: student.subject,
        period: student.period,
        lottery: student.lottery.and_then(|number| u64::try_from(number).ok()),
        group: student.group_key,
        late: student.late,
        fixed: placed.and_then(|offer| place.get(&offer).copied()),
        wishes: vec![],
        misfits: vec![],
        bans: vec![],
    }
}

fn frozen_nodes(forest: &Forest) -> Vec<FrozenNode> {
    let node = |node: &sites::Node| FrozenNode {
        key: node.outside_key.clone(),
        parent: node.parent.and_then(|parent| forest.node(parent)).map(|parent| parent.outside_key.clone()),
        level: node.level.clone(),
        cap: node.seats_max.and_then(|cap| u32::try_from(cap).ok()),
        name: node.shown_name().to_owned(),
    };
    forest.nodes().iter().map(node).collect()
}

fn frozen_offers(forest: &Forest) -> Vec<FrozenOffer> {
    let offer = |offer: &sites::Offer| FrozenOffer {
        id: offer.id,
        key: offer.outside_key.clone(),
        node: forest.node(offer.node).map(|node| node.outside_key.clone()).unwrap_or_default(),
        subject: offer.subject.clone(),
        period: offer.period.clone(),
        seats: u32::try_from(offer.seats_max).unwrap_or(0),
        name: offer.shown_name().to_owned(),
    };
    forest.offers().iter().map(offer).collect()
}

/// Saves what a run answered, finishes its job and tells whoever ordered it, all or nothing. The lease is checked
/// first: a worker that lost it undoes everything here.
/// # Errors
/// [`jobs::LeaseLost`]; what the database answers.
pub async fn save_answer(tx: &Tx, job: &Job, round: &Round, run: RunId, answered: &Answered) -> Result<(), Fault> {
    jobs::finish(tx, job).await?;
    let owner = access::may_allocate(tx.actor(), round)?;
    if !queries::finish_run(tx, owner, round.id(), run, answered).await? {
        return Ok(()); // an earlier attempt has saved it
    }
    let (first, second) = answered.proposals.split_at(answered.proposals.len() / 2);
    queries::add_proposals(tx, owner, round.id(), run, first).await?;
    failpoint("allocate:half-saved");
    queries::add_proposals(tx, owner, round.id(), run, second).await?;
    failpoint("allocate:saved");
    tell_starter(tx, owner, job, round, run, Ok((answered.placed, answered.proposals.len()))).await?;
    failpoint("allocate:mail-enqueued");
    let facts = json!({ "run": run, "input": answered.input_sha256, "output": answered.output_sha256 });
    journal::note(tx, owner.id(), Event::of("allocation-done", "round", round.id()).with(facts)).await?;
    Ok(())
}

/// Notes that the input could not be used, and tells whoever ordered the run.
/// # Errors
/// [`jobs::LeaseLost`]; what the database answers.
pub async fn save_failure(tx: &Tx, job: &Job, round: &Round, run: RunId, first: &str) -> Result<(), Fault> {
    jobs::finish(tx, job).await?;
    let owner = access::may_allocate(tx.actor(), round)?;
    if queries::fail_run(tx, owner, round.id(), run, first).await? {
        tell_starter(tx, owner, job, round, run, Err(first)).await?;
        let facts = json!({ "run": run, "error": first });
        journal::note(tx, owner.id(), Event::of("allocation-failed", "round", round.id()).with(facts)).await?;
    }
    Ok(())
}

async fn tell_starter(
    tx: &Tx,
    owner: Owner,
    job: &Job,
    round: &Round,
    run: RunId,
    told: Result<(u32, usize), &str>,
) -> Result<(), Fault> {
    let Some(starter) = job.started_by else { return Ok(()) };
    let person = persons::find(tx, starter).await?;
    let lang = match person.lang {
        Some(lang) => lang,
        None => organisations::find(tx, owner.id()).await?.lang,
    };
    let (words, name) = (crate::words(lang), round.plan().name());
    let (kind, subject, body) = match told {
        Ok((placed, students)) => (
            "allocation-done",
            words.allocation_mail_done_subject(name).to_string(),
            words.allocation_mail_done_body(name, placed, students).to_string(),
        ),
        Err(error) => (
            "allocation-failed",
            words.allocation_mail_failed_subject(name).to_string(),
            words.allocation_mail_failed_body(name, error).to_string(),
        ),
    };
    let link = Link::to(words.allocation_mail_link().to_string(), format!("/rounds/{}/allocation", round.id()));
    let unique_key = Some(format!("{kind}:{run}"));
    let mail = Mail { owner: owner.id(), person: starter, lang, kind, unique_key, subject, body, link: Some(link) };
    notices::tell_now(tx, vec![mail]).await
}
