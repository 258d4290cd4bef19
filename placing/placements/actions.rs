//! What people do with placements: publish, stop, change after publication, confirm that they have read. And what the
//! worker does for them.

use std::collections::{BTreeSet, HashMap, HashSet};

use base::{Lang, Moment, OrganisationId, PersonId, RoundId, RunId, UnitId, Weeks, Zone};
use kit::actor::{Owner, Role};
use kit::db::Tx;
use kit::fault::Fault;
use kit::format;
use kit::jobs::{self, Job, NewJob};
use kit::journal::{self, Event};
use kit::mail::{Link, Mail};
use people::notices::{Notice, Weight};
use people::{notices, organisations, persons};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::model::{Check, Decision, Kind, PUBLISH, PlacementError, TELL_HOST, complain_until, outside_the_draw};
use super::{access, queries};
use crate::allocation::{self, ByHand, Draft, Grounds, How, Line};
use crate::confidences::Told;
use crate::rounds::{self, Round, State};
use crate::seconds::{self, Placing};
use crate::sites::{self, Forest};

/// Students written about in one step: their grounds are read together.
const AT_ONCE: usize = 500;

/// Everything the publication page shows and the publication uses.
pub struct Ready {
    /// The round
    pub round: Round,
    /// Its zone
    pub zone: Zone,
    /// The allocation as it stands
    pub draft: Draft,
    /// The places
    pub forest: Forest,
    /// What stands against it, and what is good to know
    pub checks: Vec<Check>,
    /// How many places will be told
    pub places: usize,
    /// Host organisations that will be told
    pub hosts: BTreeSet<OrganisationId>,
}

/// Looks at the allocation as it would be published now.
/// # Errors
/// [`NotFound`] for everybody but the round's administrators.
pub async fn ready(tx: &Tx, round: RoundId) -> Result<Ready, Fault> {
    let (round, owner) = allocation::round_of(tx, round).await?;
    let run = allocation::latest_run(tx, owner, &round).await?;
    let draft = allocation::draft(tx, owner, round.id(), run).await?;
    let forest = sites::forest(tx, &round).await?;
    let mut checks = vec![];
    let by_hand = round.plan().mechanism().is_none();
    if run.is_none() && !by_hand {
        checks.push(Check::NoRun);
    } else {
        if allocation::is_running(tx, owner, round.id()).await? {
            checks.push(Check::UnderWay);
        }
        checks.extend(checks_of(&draft, &forest, by_hand));
    }
    if checks.is_empty() {
        checks.push(Check::Good);
    }
    let placed: HashSet<_> = draft.lines.iter().filter_map(|line| line.offer).collect();
    let waiting = seconds::waiting_in(tx, owner, round.id()).await?;
    if waiting > 0 {
        checks.retain(|check| *check != Check::Good);
        checks.push(Check::SecondLooks(waiting));
    }
    let hosts = placed.iter().filter_map(|offer| host_of(&forest, *offer)).map(|host| host.0).collect();
    let zone = rounds::zone_of(tx, &round).await?;
    Ok(Ready { zone, places: placed.len(), hosts, checks, draft, forest, round })
}

/// Where everybody is placed by hand, there is no run that somebody could be missing from.
fn checks_of(draft: &Draft, forest: &Forest, by_hand: bool) -> Vec<Check> {
    let count = |how: How| draft.lines.iter().filter(|line| line.how == how).count();
    let mut checks = vec![];
    let new = count(How::Waiting);
    if new > 0 && !by_hand {
        checks.push(Check::NotInRun(new));
    }
    if let Some(place) = overfull(draft, forest) {
        checks.push(Check::Overfull(place));
    }
    let lacking = count(How::Unplaced) + count(How::NoWishes) + if by_hand { new } else { 0 };
    if lacking > 0 {
        checks.push(Check::Lacking(lacking));
    }
    let used: HashSet<_> = draft.lines.iter().filter_map(|line| line.offer).collect();
    let unseen = used.iter().filter(|offer| host_of(forest, **offer).is_none()).count();
    if unseen > 0 {
        checks.push(Check::NoHost(unseen));
    }
    checks
}

fn overfull(draft: &Draft, forest: &Forest) -> Option<String> {
    let occupied = draft.occupied(forest, None);
    let over = |taken: u32, seats: i32| i64::from(taken) > i64::from(seats);
    let offer = forest.offers().iter().find(|offer| over(occupied.at(offer.id), offer.seats_max));
    let node = || {
        let full = |node: &&sites::Node| node.seats_max.is_some_and(|cap| over(occupied.below(node.id), cap));
        forest.nodes().iter().find(full)
    };
    offer.map(|offer| offer.shown_name().to_owned()).or_else(|| node().map(|node| node.shown_name().to_owned()))
}

fn host_of(forest: &Forest, offer: base::OfferId) -> Option<(OrganisationId, Option<UnitId>)> {
    forest.offer(offer).and_then(|offer| forest.host_of(offer.node))
}

fn publish_key(round: RoundId) -> String {
    format!("publish:{round}")
}

/// Asks for publication: nothing is told for ten minutes, and until then it can be stopped.
/// # Errors
/// [`PlacementError::NotReady`] with the first thing that stands against it.
pub async fn ask_publication(tx: &Tx, round: RoundId) -> Result<Moment, Fault> {
    let ready = ready(tx, round).await?;
    let owner = access::may_publish(tx.actor(), &ready.round)?;
    if let Some(first) = ready.checks.iter().find(|check| check.must_wait()) {
        return Err(PlacementError::NotReady { round, first: first.clone() }.into());
    }
    let run = match ready.round.plan().mechanism() {
        Some(_) => allocation::latest_run(tx, owner, &ready.round).await?,
        None => Some(allocation::run_by_hand(tx, owner, &ready.round, &ready.draft).await?),
    };
    let run = run.ok_or(PlacementError::NotReady { round, first: Check::NoRun })?;
    let publish_at = tx.now() + Round::STOP_WINDOW;
    rounds::begin_publishing(tx, &ready.round, run, publish_at).await?;
    jobs::enqueue(
        tx,
        NewJob {
            run_at: Some(publish_at),
            unique_key: Some(publish_key(round)),
            href: Some(format!("/rounds/{round}/publication")),
            ..NewJob::of(owner.id(), PUBLISH, json!({ "round": round }))
        },
    )
    .await?;
    Ok(publish_at)
}

/// Stops a publication that has been asked for.
/// # Errors
/// [`PlacementError::NothingToStop`] when nothing waits, or it was published a moment ago.
pub async fn stop_publication(tx: &Tx, round: RoundId) -> Result<(), Fault> {
    let (round, owner) = allocation::round_of(tx, round).await?;
    if !matches!(round.state(), State::Publishing { .. }) {
        return Err(PlacementError::NothingToStop { round: round.id() }.into());
    }
    jobs::stop(tx, owner.id(), &publish_key(round.id())).await?;
    rounds::stop_publishing(tx, &round).await
}

/// What the job that publishes is given.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct PublishOrder {
    /// Which round
    pub round: RoundId,
}

/// Publishes: takes the seats, writes the decisions, reveals the seed, tells students and hosts. All or nothing.
/// Stopped in the meantime, nothing happens.
/// # Errors
/// [`jobs::LeaseLost`]; a place without room, which undoes everything.
pub async fn publish(tx: &Tx, job: &Job, order: PublishOrder) -> Result<(), Fault> {
    jobs::finish(tx, job).await?;
    let (round, owner) = allocation::round_of(tx, order.round).await?;
    let State::Publishing { run, publish_at } = *round.state() else { return Ok(()) };
    if tx.now() < publish_at {
        return Ok(()); // stopped, and asked for anew: that request has its own job
    }
    let forest = sites::forest(tx, &round).await?;
    let draft = allocation::draft(tx, owner, round.id(), Some(run)).await?;
    let drawn = |line: &&Line| matches!(line.how, How::Draw | How::Last);
    let seats: Vec<_> =
        draft.lines.iter().filter(drawn).filter_map(|line| line.offer.map(|offer| (offer, line.person))).collect();
    sites::take_many(tx, owner, &round, &seats).await?;
    jobs::failpoint("publish:seats-taken");
    let zone = rounds::zone_of(tx, &round).await?;
    let lines: Vec<&Line> = draft.lines.iter().filter(|line| line.how != How::Withdrawn).collect();
    let mut hosts = BTreeSet::new();
    for some in lines.chunks(AT_ONCE) {
        let decisions = decisions_of(tx, owner, &round, run, &forest, some, zone).await?;
        queries::add(tx, owner, &decisions).await?;
        hosts.extend(decisions.iter().filter_map(|decision| decision.host).map(|host| host.0));
        tell_students(tx, &round, zone, &decisions).await?;
    }
    jobs::failpoint("publish:half-saved");
    for host in hosts {
        tell_host_later(tx, owner, &round, host, "published").await?;
    }
    rounds::mark_published(tx, &round).await
}

/// What these students are told of this run: before publication, what they would be told.
/// # Errors
/// What the database answers.
pub async fn decisions_of(
    tx: &Tx,
    owner: Owner,
    round: &Round,
    run: RunId,
    forest: &Forest,
    lines: &[&Line],
    zone: Zone,
) -> Result<Vec<Decision>, Fault> {
    let mut grounds = HashMap::new();
    for some in lines.chunks(AT_ONCE) {
        let persons: Vec<PersonId> = some.iter().map(|line| line.person).collect();
        grounds.extend(allocation::grounds(tx, owner, round.id(), run, &persons).await?);
    }
    let decision = |line: &&Line| {
        let found = grounds.remove(&line.person).filter(|_| !matches!(line.how, How::ByHand(_)));
        let grounds = found.unwrap_or_else(|| outside_the_draw(matches!(line.how, How::ByHand(_))));
        Decision {
            rank: line.rank,
            position: line.position,
            run: Some(run),
            by: None,
            ..decided(tx, round, forest, zone, line, grounds)
        }
    };
    Ok(lines.iter().map(decision).collect())
}

/// A first version of a decision, with the names as they are now.
fn decided(tx: &Tx, round: &Round, forest: &Forest, zone: Zone, line: &Line, grounds: Grounds) -> Decision {
    let offer = line.offer.and_then(|offer| forest.offer(offer));
    let (plan, weeks) = (round.plan(), round.dates().weeks());
    Decision {
        round: round.id(),
        owner: round.owner(),
        person: line.person,
        version: 1,
        kind: if offer.is_some() { Kind::Placed } else { Kind::Unplaced },
        offer: offer.map(|offer| offer.id),
        host: offer.and_then(|offer| forest.host_of(offer.node)),
        rank: None,
        position: None,
        grounds,
        round_name: plan.name().to_owned(),
        course_name: plan.course_name().to_owned(),
        place_name: offer.map(|offer| offer.shown_name().to_owned()).unwrap_or_default(),
        subject: line.subject.clone(),
        from_on: weeks.from_on(),
        until_on: weeks.until_on(),
        run: None,
        by: tx.actor().person_id(),
        at: tx.now(),
        complain_until_on: plan.is_decision().then(|| complain_until(tx.now(), zone)),
    }
}

/// Gives a student another place, or a first one, after publication. Nobody else moves. The student and the hosts are
/// told; the new decision has its own time to complain.
/// # Errors
/// [`PlacementError`]; a place that is full or for another subject.
pub async fn place_after(tx: &Tx, round: RoundId, person: PersonId, placing: &ByHand) -> Result<(), Fault> {
    let (round, owner) = allocation::round_of(tx, round).await?;
    if !matches!(round.state(), State::Published { .. }) {
        return Err(PlacementError::NotPublished { round: round.id() }.into());
    }
    let told = Told::new(placing.ground(), placing.reason());
    if seconds::is_wanted(tx, owner).await? {
        let forest = sites::forest(tx, &round).await?;
        allocation::line_to_place(tx, owner, &round, &forest, person, placing.offer()).await?;
        return seconds::ask_placement(tx, owner, (round.id(), person), placing.offer(), &told, None).await;
    }
    let placing = allocation::confided(tx, owner, (round.id(), person), Some(placing.offer()), &told).await?;
    carry_out(tx, owner, &round, &placing).await
}

/// Carries out a change after publication whose reason is kept already: at once, or after a second look.
/// # Errors
/// [`PlacementError`]; a place that is full or for another subject.
pub async fn carry_out(tx: &Tx, owner: Owner, round: &Round, placing: &Placing) -> Result<(), Fault> {
    let (person, forest) = (placing.person, sites::forest(tx, round).await?);
    let Some(offer) = placing.offer else { return Err(PlacementError::NotPublished { round: round.id() }.into()) };
    let mut line = allocation::line_to_place(tx, owner, round, &forest, person, offer).await?;
    let before = queries::versions(tx, owner, round.id(), person).await?;
    if before.first().is_some_and(|last| last.kind == Kind::Placed && last.offer == Some(offer)) {
        return Err(PlacementError::SamePlace { round: round.id() }.into());
    }
    if sites::seat_of(tx, owner, round, person).await?.is_some() {
        sites::release(tx, owner, round, person).await?;
    }
    sites::take(tx, owner, round, offer, person).await?;
    allocation::note_by_hand(tx, owner, round.id(), placing).await?;
    let zone = rounds::zone_of(tx, round).await?;
    line.offer = Some(offer);
    let mut version = before.first().map_or(0, |last| last.version);
    let mut added = vec![];
    if let Some(last) = before.first().filter(|last| last.kind == Kind::Placed) {
        // The host that loses the student reads this version; the next one belongs to another host.
        version += 1;
        added.push(Decision {
            version,
            kind: Kind::Withdrawn,
            by: tx.actor().person_id(),
            at: tx.now(),
            ..last.clone()
        });
    }
    version += 1;
    added.push(Decision { version, ..decided(tx, round, &forest, zone, &line, outside_the_draw(true)) });
    queries::add(tx, owner, &added).await?;
    tell_students(tx, round, zone, &added[added.len() - 1..]).await?;
    for host in added.iter().filter_map(|decision| decision.host).map(|host| host.0).collect::<BTreeSet<_>>() {
        tell_host_later(tx, owner, round, host, &format!("{person}:{version}")).await?;
    }
    let facts = json!({ "person": person, "offer": offer, "version": version });
    journal::note(tx, owner.id(), Event::of("placement-changed", "round", round.id()).with(facts)).await?;
    Ok(())
}

/// A student has left a published round: the decision says so from now on, and the host is told. The seat has been
/// freed, and the act noted, by the caller.
/// # Errors
/// What the database answers.
pub async fn note_withdrawal(tx: &Tx, round: &Round, person: PersonId) -> Result<(), Fault> {
    if !matches!(round.state(), State::Published { .. }) {
        return Ok(());
    }
    let owner = access::within(tx.actor(), round)?;
    let before = queries::versions(tx, owner, round.id(), person).await?;
    let Some(last) = before.first().filter(|last| last.kind != Kind::Withdrawn) else { return Ok(()) };
    let version = last.version + 1;
    let by = tx.actor().person_id();
    let left = Decision { version, kind: Kind::Withdrawn, by, at: tx.now(), complain_until_on: None, ..last.clone() };
    queries::add(tx, owner, &[left]).await?;
    if let Some((host, _)) = last.host {
        tell_host_later(tx, owner, round, host, &format!("{person}:{version}")).await?;
    }
    Ok(())
}

/// The student confirms having read what counts now.
/// # Errors
/// [`PlacementError::NothingTold`] when there is nothing to read.
pub async fn confirm_reading(tx: &Tx, id: RoundId) -> Result<(), Fault> {
    let oneself = access::may_see_own(tx.actor())?;
    let round = rounds::of_student(tx, id).await?;
    let owner = access::within(tx.actor(), &round)?;
    let decision = own_decision(tx, &round).await?.ok_or(PlacementError::NothingTold { round: id })?;
    if queries::note_reading(tx, owner, oneself, id, decision.version).await? {
        let facts = json!({ "version": decision.version });
        journal::note(tx, owner.id(), Event::of("placement-read", "round", id).with(facts)).await?;
    }
    Ok(())
}

/// What the student was told last in a round; nothing before publication.
/// # Errors
/// What the database answers.
pub async fn own_decision(tx: &Tx, round: &Round) -> Result<Option<Decision>, Fault> {
    let oneself = access::may_see_own(tx.actor())?;
    if !matches!(round.state(), State::Published { .. }) {
        return Ok(None);
    }
    let found = queries::own(tx, oneself).await?;
    Ok(found.into_iter().find(|decision| decision.round == round.id()))
}

/// What the student was told, one decision a round, the latest weeks first.
/// # Errors
/// What the database answers.
pub async fn own_decisions(tx: &Tx) -> Result<Vec<Decision>, Fault> {
    let oneself = access::may_see_own(tx.actor())?;
    let mut seen = HashSet::new();
    let found = queries::own(tx, oneself).await?;
    Ok(found.into_iter().filter(|decision| seen.insert(decision.round)).collect())
}

async fn tell_students(tx: &Tx, round: &Round, zone: Zone, decisions: &[Decision]) -> Result<(), Fault> {
    let persons: Vec<PersonId> = decisions.iter().map(|decision| decision.person).collect();
    let found = persons::find_many(tx, &persons).await?;
    let usual = organisations::find(tx, round.owner()).await?.lang;
    let mails = decisions.iter().filter_map(|decision| {
        let person = found.get(&decision.person)?;
        let lang = person.lang.unwrap_or(usual);
        Some(student_mail(lang, zone, round, decision, person.name.given()))
    });
    notices::tell_now(tx, mails.collect()).await
}

/// The mail a student gets; the publication page shows it beforehand.
pub fn student_mail(lang: Lang, _zone: Zone, round: &Round, decision: &Decision, given_name: &str) -> Mail {
    let words = crate::words(lang);
    let weeks = format::weeks(lang, Weeks::around(decision.from_on, decision.until_on));
    let contact = round.plan().contact();
    let asked = if contact.phone.is_empty() {
        words.placements_mail_contact(contact.name.as_str(), contact.email.as_str())
    } else {
        words.placements_mail_contact(contact.name.as_str(), format!("{}, {}", contact.email, contact.phone))
    };
    let told = match decision.kind {
        Kind::Placed => words.placements_mail_placed(decision.place_name.as_str(), weeks.as_str()),
        _ => words.placements_mail_unplaced(decision.course_name.as_str()),
    };
    let complain =
        decision.complain_until_on.map(|until| words.placements_mail_complain(format::day(lang, until)).to_string());
    let body = [
        Some(words.placements_mail_greeting(given_name).to_string()),
        Some(told.to_string()),
        Some(words.placements_mail_why().to_string()),
        complain,
        Some(asked.to_string()),
    ];
    let subject = match (decision.version, decision.kind) {
        (1, Kind::Placed) => words.placements_mail_subject_placed(decision.course_name.as_str()),
        (1, _) => words.placements_mail_subject_unplaced(decision.course_name.as_str()),
        _ => words.placements_mail_subject_changed(decision.course_name.as_str()),
    };
    Mail {
        owner: decision.owner,
        person: decision.person,
        lang,
        kind: "placement",
        unique_key: Some(format!("placement:{}:{}:{}", decision.round, decision.person, decision.version)),
        subject: subject.to_string(),
        body: body.into_iter().flatten().collect::<Vec<_>>().join("\n\n"),
        link: Some(Link::to(words.placements_mail_link().to_string(), format!("/my/rounds/{}/result", decision.round))),
    }
}

/// What the job that tells a host is given.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct HostOrder {
    /// The institution
    pub institution: OrganisationId,
    /// Which round
    pub round: RoundId,
    /// Its name
    pub course: String,
    /// What happened, so that each is told once
    pub cause: String,
}

/// The host's own people are the host's affair: its mail is written by a job that acts as the host.
async fn tell_host_later(tx: &Tx, owner: Owner, round: &Round, host: OrganisationId, cause: &str) -> Result<(), Fault> {
    let order = HostOrder {
        institution: owner.id(),
        round: round.id(),
        course: round.plan().course_name().to_owned(),
        cause: cause.to_owned(),
    };
    let payload = serde_json::to_value(order).map_err(Fault::ours)?;
    let unique_key = Some(format!("tell-host:{host}:{}:{cause}", round.id()));
    jobs::enqueue(tx, NewJob { unique_key, ..NewJob::of(host, TELL_HOST, payload) }).await?;
    Ok(())
}

/// Tells the coordinators of a host how many students come to their units and when: numbers and weeks, no names.
/// # Errors
/// [`jobs::LeaseLost`]; what the database answers.
pub async fn tell_host(tx: &Tx, job: &Job, order: &HostOrder) -> Result<(), Fault> {
    jobs::finish(tx, job).await?;
    let host = access::works_for(tx.actor(), job.organisation)?;
    let coming = queries::host_counts(tx, host, order.institution, order.round).await?;
    let organisation = organisations::find(tx, host.id()).await?;
    let sender = organisations::find(tx, order.institution).await?;
    let today = tx.now().with_timezone(&organisation.zone).date_naive();
    let mut mails = vec![];
    let mut own: HashMap<PersonId, Vec<Option<UnitId>>> = HashMap::new();
    for (person, unit) in persons::coordinators(tx, host, today).await? {
        own.entry(person).or_default().push(unit);
    }
    let found = persons::find_many(tx, &own.keys().copied().collect::<Vec<_>>()).await?;
    for (person, units) in own {
        let weeks = weeks_at(tx, host, &coming, &units).await?;
        if weeks.is_empty() && order.cause == "published" {
            continue;
        }
        let lang = found.get(&person).and_then(|person| person.lang).unwrap_or(organisation.lang);
        mails.push(host_mail(lang, host.id(), person, order, &sender.name, &weeks));
    }
    mails.sort_by_key(|mail| mail.person);
    notices::tell_now(tx, mails).await?;
    let mut boxes = vec![];
    for mailbox in persons::mailboxes_of(tx, host, Role::Coordinator).await? {
        let weeks = weeks_at(tx, host, &coming, &[mailbox.unit]).await?;
        if weeks.is_empty() && order.cause == "published" {
            continue;
        }
        let told = host_told(organisation.lang, order, &sender.name, &weeks);
        boxes.push(Notice {
            owner: host.id(),
            to: mailbox.id,
            lang: organisation.lang,
            kind: "students-known",
            weight: Weight::Now,
            unique_key: Some(format!("students-known:{}:{}:{}", order.round, mailbox.id, order.cause)),
            subject: told.subject,
            body: told.body,
            link: Some(told.link),
        });
    }
    notices::tell_boxes(tx, boxes).await
}

/// First and last day of each student who comes to these units or below.
async fn weeks_at(
    tx: &Tx,
    host: Owner,
    coming: &[(Option<UnitId>, base::Date, base::Date)],
    units: &[Option<UnitId>],
) -> Result<Vec<(base::Date, base::Date)>, Fault> {
    let covered = covered_by(tx, host, units).await?;
    let mine = |unit: &Option<UnitId>| covered.as_ref().is_none_or(|all| unit.is_some_and(|unit| all.contains(&unit)));
    Ok(coming.iter().filter(|one| mine(&one.0)).map(|one| (one.1, one.2)).collect())
}

/// The units below these; none: the whole organisation.
async fn covered_by(tx: &Tx, host: Owner, units: &[Option<UnitId>]) -> Result<Option<HashSet<UnitId>>, Fault> {
    let roots: Option<Vec<UnitId>> = units.iter().copied().collect();
    let Some(roots) = roots else { return Ok(None) };
    let below = organisations::units_below(tx, host, &roots).await?;
    Ok(Some(below.into_iter().map(|(_, unit)| unit).collect()))
}

/// The mail a host's coordinator gets; the publication page shows it beforehand.
pub fn host_mail(
    lang: Lang,
    host: OrganisationId,
    person: PersonId,
    order: &HostOrder,
    sender: &str,
    coming: &[(base::Date, base::Date)],
) -> Mail {
    let told = host_told(lang, order, sender, coming);
    Mail {
        owner: host,
        person,
        lang,
        kind: "students-known",
        unique_key: Some(format!("students-known:{}:{person}:{}", order.round, order.cause)),
        subject: told.subject,
        body: told.body,
        link: Some(told.link),
    }
}

/// What a host is told, whoever reads it.
struct HostTold {
    subject: String,
    body: String,
    link: Link,
}

fn host_told(lang: Lang, order: &HostOrder, sender: &str, coming: &[(base::Date, base::Date)]) -> HostTold {
    let words = crate::words(lang);
    let weeks: BTreeSet<_> = coming.iter().copied().collect();
    let weeks: Vec<String> =
        weeks.into_iter().map(|(from_on, until_on)| format::weeks(lang, Weeks::around(from_on, until_on))).collect();
    let weeks = allocation::all_of(lang, &weeks);
    let (subject, told) = match (order.cause.as_str(), coming.len()) {
        ("published", students) => (
            words.placements_host_mail_subject(students, weeks.as_str()).to_string(),
            words.placements_host_mail_told(students, sender, weeks.as_str()).to_string(),
        ),
        (_, students) => (
            words.placements_host_mail_subject_changed(order.course.as_str()).to_string(),
            words.placements_host_mail_changed(students, sender).to_string(),
        ),
    };
    let body =
        [words.placements_host_mail_greeting().to_string(), told, words.placements_host_mail_names().to_string()];
    HostTold {
        subject,
        body: body.join("\n\n"),
        link: Link::to(words.placements_host_mail_link().to_string(), "/host/students"),
    }
}
