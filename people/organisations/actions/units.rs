//! What people do with units: look at the tree of a day, see what a change would touch, change from a day on, plan, take
//! a plan back.

use std::collections::{HashMap, HashSet};

use base::{Date, Id, OrganisationId, PersonId, UnitChangeId, UnitId, Zone, moment_in};
use chrono::NaiveTime;
use kit::actor::{Actor, Owner, Role};
use kit::db::Tx;
use kit::fault::{Fault, NotFound};
use kit::format;
use kit::jobs::{self, Job, NewJob};
use kit::journal::{self, Event};
use serde_json::json;
use uuid::Uuid;

use super::super::model::{Act, After, ChangeState, NewUnit, OrganisationError, Shape, Tree, Unit, UnitChange, Wanted};
use super::super::queries::changes;
use super::super::{access, queries};
use crate::persons;

/// The kind of job that makes due changes hold.
pub const JOB: &str = "unit-changes";

/// The tree of an organisation on a day; none is today.
/// # Errors
/// `NotFound` for everybody who holds no role there.
pub async fn tree(tx: &Tx, organisation: OrganisationId, day: Option<Date>) -> Result<Tree, Fault> {
    let owner = access::may_see_units(tx.actor(), organisation)?;
    let today = today(tx, organisation).await?;
    tree_of(tx, owner, today, day.unwrap_or(today)).await
}

async fn tree_of(tx: &Tx, owner: Owner, today: Date, day: Date) -> Result<Tree, Fault> {
    let units = queries::units(tx, owner).await?;
    let between = match day < today {
        true => changes::done_after(tx, owner, day).await?,
        false => changes::planned(tx, owner).await?,
    };
    Ok(Tree::new(units, between, today, day))
}

/// The day it is where the organisation is.
/// # Errors
/// `NotFound` when there is no such organisation.
pub async fn today(tx: &Tx, organisation: OrganisationId) -> Result<Date, Fault> {
    Ok(format::local_date(queries::find(tx, organisation).await?.zone, tx.now()))
}

/// Which id the copy of each unit has in this organisation: the same however often it is asked for.
pub fn unit_copies(organisation: OrganisationId, units: &[Unit]) -> HashMap<UnitId, UnitId> {
    // The part of an id that is chance; what says when it was made stays, and with it the order.
    const CHANCE: u128 = (1 << 62) - 1;
    let mark = organisation.uuid().as_u128() & CHANCE;
    let copy = |unit: &Unit| UnitId::from_uuid(Uuid::from_u128(unit.id.uuid().as_u128() ^ mark));
    units.iter().map(|unit| (unit.id, copy(unit))).collect()
}

/// Puts copies of units into an organisation that has none yet, there from today on; their ids are those of
/// [`unit_copies`].
/// # Errors
/// When somebody else than the portal at work for it asks; what the database answers.
pub async fn copy_units(tx: &Tx, organisation: OrganisationId, units: &[Unit]) -> Result<(), Fault> {
    access::may_register(tx.actor(), organisation)?;
    let owner = access::may_keep_units(tx.actor(), organisation)?;
    let day = today(tx, organisation).await?;
    let copies = unit_copies(organisation, units);
    let copied = |id: Option<UnitId>| id.and_then(|id| copies.get(&id).copied());
    let shape = |unit: &Unit| Shape { parent: copied(unit.parent), merged_into: None, ..Shape::of(unit) };
    let mut left: Vec<(UnitId, Shape)> =
        units.iter().filter_map(|unit| Some((*copies.get(&unit.id)?, shape(unit)))).collect();
    // One level of the tree after the other: a unit needs the one it lies in.
    let mut there: HashSet<UnitId> = HashSet::new();
    while !left.is_empty() {
        let is_next = |(_, shape): &(UnitId, Shape)| shape.parent.is_none_or(|parent| there.contains(&parent));
        let (next, later): (Vec<_>, Vec<_>) = left.into_iter().partition(is_next);
        if next.is_empty() {
            return Err(Fault::ours("units that lie in one another"));
        }
        queries::add_units(tx, owner, &next, day).await?;
        there.extend(next.iter().map(|(id, _)| *id));
        left = later;
    }
    Ok(())
}

/// What a change would touch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The unit as it is on that day
    pub before: Unit,
    /// The unit as it would be
    pub after: Shape,
    /// Where it lies and where it would lie, in words
    pub paths: (String, String),
    /// The unit and all that lies below it
    pub units: Vec<UnitId>,
    /// People bound to these units on that day or later
    pub people: u64,
    /// Roles held on these units on that day or later
    pub roles: u64,
    /// People whose role would come to cover these units
    pub gaining: u64,
    /// The last change of the unit that the preview knows of
    pub seen: String,
}

/// What a change would touch on the day of the tree; nothing is written.
/// # Errors
/// [`OrganisationError`], or when the actor does not keep the units.
pub async fn preview(
    tx: &Tx,
    organisation: OrganisationId,
    tree: &Tree,
    id: UnitId,
    wanted: &Wanted,
) -> Result<Preview, Fault> {
    let owner = access::may_keep_units(tx.actor(), organisation)?;
    let from_on = tree.day();
    if let Wanted::Name { name, outside_key, address } = wanted {
        let (name, outside_key, address) = (name.clone(), outside_key.clone(), address.clone());
        Unit::new(id, &NewUnit { parent: None, name, outside_key, address })?;
    }
    tree.check(id, wanted)?;
    let before = tree.unit(id).cloned().ok_or_else(|| NotFound::of("unit", id))?;
    let units = tree.subtree(id);
    let bonds = persons::count_at(tx, owner, &units, from_on).await?;
    let gaining = refuse_widening(tx, owner, tree, id, wanted.target(), &whole_roles(tx.actor(), organisation)).await?;
    let after = wanted.shape(&before, from_on);
    let after_path = match after.parent {
        Some(parent) => format!("{} / {}", tree.path(parent), after.name),
        None => after.name.clone(),
    };
    Ok(Preview {
        paths: (tree.path(id), after_path),
        after,
        units,
        people: bonds.people,
        roles: bonds.roles,
        gaining,
        seen: last_change(tx, owner, id).await?,
        before,
    })
}

/// Nobody gives by moving units what they could not give by roles: a role that comes to cover more must be one that
/// whoever asks holds on the whole organisation. Answers how many people gain.
async fn refuse_widening(
    tx: &Tx,
    owner: Owner,
    tree: &Tree,
    id: UnitId,
    target: Option<Option<UnitId>>,
    whole: &[Role],
) -> Result<u64, Fault> {
    let Some(Some(target)) = target else { return Ok(0) };
    let above = tree.upwards(id);
    let new_above: Vec<UnitId> = tree.upwards(target).into_iter().filter(|unit| !above.contains(unit)).collect();
    let gaining = persons::holders_on(tx, owner, &new_above, tree.day()).await?;
    if gaining.iter().any(|(_, role)| !whole.contains(role)) {
        return Err(OrganisationError::Widens.into());
    }
    let mut people: Vec<_> = gaining.into_iter().map(|(person, _)| person).collect();
    people.sort();
    people.dedup();
    Ok(people.len() as u64)
}

fn whole_roles(actor: &Actor, organisation: OrganisationId) -> Vec<Role> {
    Role::ALL.into_iter().filter(|role| access::holds_whole(actor, *role, organisation)).collect()
}

async fn last_change(tx: &Tx, owner: Owner, id: UnitId) -> Result<String, Fault> {
    let all = changes::of_unit(tx, owner, id).await?;
    // A plan that came to hold or was taken back is news too.
    let latest = all.iter().map(|change| (change.id, change.state.word())).max_by_key(|(id, _)| *id);
    Ok(latest.map(|(id, state)| format!("{id}.{state}")).unwrap_or_else(|| "none".into()))
}

/// Changes a unit from a day on: at once when the day is today, otherwise as a plan.
/// `seen` is what the preview told; a unit that was changed since is refused.
/// # Errors
/// [`OrganisationError`], or when the actor does not keep the units.
pub async fn change_unit(
    tx: &Tx,
    organisation: OrganisationId,
    id: UnitId,
    wanted: &Wanted,
    (from_on, note, seen): (Date, &str, &str),
) -> Result<UnitChangeId, Fault> {
    let owner = access::may_keep_units(tx.actor(), organisation)?;
    let today = today(tx, organisation).await?;
    if from_on < today {
        return Err(OrganisationError::DayGone { from_on }.into());
    }
    let told = preview(tx, organisation, &tree_of(tx, owner, today, from_on).await?, id, wanted).await?;
    if told.seen != seen {
        return Err(OrganisationError::ChangedSince.into());
    }
    let is_now = from_on == today;
    let change = UnitChange {
        id: tx.new_id(),
        unit: id,
        act: wanted.act(),
        from_on,
        state: if is_now { ChangeState::Done } else { ChangeState::Planned },
        before: Shape::of(&told.before),
        after: After { shape: told.after, whole: words_of(&whole_roles(tx.actor(), organisation)) },
        note: note_of(note)?,
        by: tx.actor().person_id(),
        at: tx.now(),
        problem: None,
    };
    keep(tx, owner, &change, is_now).await?;
    let kind = if is_now { "unit-changed" } else { "unit-change-planned" };
    let facts = json!({ "act": change.act.word(), "from_on": from_on, "people": told.people, "roles": told.roles });
    journal::note(tx, organisation, Event::of(kind, "unit", id).with(facts)).await?;
    Ok(change.id)
}

fn words_of(roles: &[Role]) -> Vec<String> {
    roles.iter().map(|role| role.word().to_owned()).collect()
}

fn note_of(note: &str) -> Result<String, OrganisationError> {
    let (note, max) = (note.trim(), UnitChange::NOTE_CHARS_MAX);
    let got = note.chars().count();
    if got > max { Err(OrganisationError::TooLong { field: "note", got, max }) } else { Ok(note.to_owned()) }
}

async fn keep(tx: &Tx, owner: Owner, change: &UnitChange, is_now: bool) -> Result<(), Fault> {
    changes::add(tx, owner, change).await?;
    if is_now {
        return hold(tx, owner, change.unit, change.act, &change.after.shape, change.from_on).await;
    }
    if changes::count_planned(tx, owner).await? > UnitChange::PLANNED_MAX {
        return Err(OrganisationError::TooManyPlanned.into());
    }
    let zone = queries::find(tx, owner.id()).await?.zone;
    let unique_key = Some(format!("{JOB}:{}:{}", owner.id(), change.from_on));
    let run_at = Some(begin_of(zone, change.from_on));
    jobs::enqueue(tx, NewJob { run_at, unique_key, ..NewJob::of(owner.id(), JOB, json!({})) }).await?;
    Ok(())
}

/// The first moment of a day; a night of changing clocks may leave midnight out.
fn begin_of(zone: Zone, day: Date) -> base::Moment {
    let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).and_then(|time| moment_in(zone, day, time));
    at(0).or_else(|| at(1)).unwrap_or_else(|| day.and_time(NaiveTime::MIN).and_utc())
}

/// Makes the unit what the change says. People of a unit that ends belong to the one above it or to the one it became
/// part of; a role ends with its unit. After a merger a role covers what it covered, and nothing more.
async fn hold(tx: &Tx, owner: Owner, id: UnitId, act: Act, shape: &Shape, from_on: Date) -> Result<(), Fault> {
    let now = queries::find_unit(tx, owner, id).await?.ok_or_else(|| NotFound::of("unit", id))?;
    if let (Act::Named, Some(key)) = (act, &shape.outside_key)
        && now.outside_key.as_ref() != Some(key)
        && queries::key_taken(tx, owner, key).await?
    {
        return Err(OrganisationError::KeyTaken { key: key.clone() }.into());
    }
    let shape = Shape::of(&now).with(act, shape);
    changes::reshape(tx, owner, id, &shape).await?;
    match act {
        Act::Closed | Act::Merged => {
            persons::follow_unit(tx, owner, id, shape.parent).await?;
        }
        Act::Added | Act::Named | Act::Moved => {}
    }
    if act == Act::Closed {
        persons::end_roles_on(tx, owner, id, from_on.pred_opt().unwrap_or(from_on)).await?;
    }
    Ok(())
}

/// Adds a unit from a day on.
/// # Errors
/// [`OrganisationError`], or when the actor does not keep the units.
pub async fn found_unit(
    tx: &Tx,
    organisation: OrganisationId,
    new: &NewUnit,
    from_on: Date,
    note: &str,
) -> Result<UnitId, Fault> {
    let owner = access::may_keep_units(tx.actor(), organisation)?;
    let today = today(tx, organisation).await?;
    if from_on < today {
        return Err(OrganisationError::DayGone { from_on }.into());
    }
    let unit = Unit { from_on: Some(from_on), ..Unit::new(tx.new_id(), new)? };
    let tree = tree_of(tx, owner, today, from_on).await?;
    if let Some(parent) = unit.parent.filter(|parent| tree.unit(*parent).is_none()) {
        return Err(OrganisationError::NoParent { parent }.into());
    }
    super::add_checked(tx, owner, &unit).await?;
    let is_now = from_on == today;
    let change = UnitChange {
        id: tx.new_id(),
        unit: unit.id,
        act: Act::Added,
        from_on,
        state: if is_now { ChangeState::Done } else { ChangeState::Planned },
        before: Shape::default(),
        after: After { shape: Shape::of(&unit), whole: vec![] },
        note: note_of(note)?,
        by: tx.actor().person_id(),
        at: tx.now(),
        problem: None,
    };
    keep(tx, owner, &change, is_now).await?;
    let event = Event::of("unit-added", "unit", unit.id).with(json!({ "from_on": from_on }));
    journal::note(tx, organisation, event).await?;
    Ok(unit.id)
}

/// Takes a plan back. A unit that was to come never comes.
/// # Errors
/// [`OrganisationError::NotPlanned`], or when the actor does not keep the units.
pub async fn withdraw(tx: &Tx, organisation: OrganisationId, id: UnitChangeId) -> Result<UnitChange, Fault> {
    // Whose change it is is not told to anybody who does not keep the units.
    let owner = access::may_keep_units(tx.actor(), organisation).map_err(|_| NotFound::of("change", id))?;
    let change = changes::find(tx, owner, id).await?.ok_or_else(|| NotFound::of("change", id))?;
    if !changes::step(tx, owner, id, ChangeState::Withdrawn, None).await? {
        return Err(OrganisationError::NotPlanned.into());
    }
    if change.act == Act::Added {
        let never = Shape { until_on: change.from_on.pred_opt(), ..change.after.shape.clone() };
        changes::reshape(tx, owner, change.unit, &never).await?;
    }
    let event = Event::of("unit-change-withdrawn", "unit", change.unit).with(json!({ "act": change.act.word() }));
    journal::note(tx, organisation, event).await?;
    Ok(change)
}

/// Makes every change hold whose day has come. What cannot hold any more is noted with what stood in the way.
/// # Errors
/// [`jobs::LeaseLost`]; what the database answers.
pub async fn hold_due(tx: &Tx, job: &Job) -> Result<(), Fault> {
    jobs::finish(tx, job).await?;
    let owner = access::may_keep_units(tx.actor(), job.organisation)?;
    let today = today(tx, job.organisation).await?;
    let due = changes::planned(tx, owner).await?.into_iter().filter(|change| change.from_on <= today);
    for change in due.collect::<Vec<_>>() {
        hold_one(tx, owner, today, &change).await?;
    }
    Ok(())
}

async fn hold_one(tx: &Tx, owner: Owner, today: Date, change: &UnitChange) -> Result<(), Fault> {
    let held = match still_possible(tx, owner, today, change).await {
        Ok(()) => {
            if let Some(unit) = queries::find_unit(tx, owner, change.unit).await? {
                changes::keep_before(tx, owner, change.id, &Shape::of(&unit)).await?;
            }
            hold(tx, owner, change.unit, change.act, &change.after.shape, change.from_on).await
        }
        refused => refused,
    };
    if let Err(fault) = held {
        let problem = fault.problem().map(|problem| problem.name()).ok_or(fault)?;
        changes::step(tx, owner, change.id, ChangeState::Failed, Some(problem)).await?;
        let facts = json!({ "act": change.act.word(), "problem": problem });
        let event = Event::of("unit-change-failed", "unit", change.unit).with(facts);
        return Ok(journal::note(tx, owner.id(), event).await?);
    }
    changes::step(tx, owner, change.id, ChangeState::Done, None).await?;
    let facts = json!({ "act": change.act.word(), "for": change.by });
    Ok(journal::note(tx, owner.id(), Event::of("unit-changed", "unit", change.unit).with(facts)).await?)
}

/// What was possible when it was planned may not be so any more.
async fn still_possible(tx: &Tx, owner: Owner, today: Date, change: &UnitChange) -> Result<(), Fault> {
    let shape = &change.after.shape;
    let wanted = match change.act {
        Act::Added => return Ok(()),
        Act::Named => Wanted::Name {
            name: shape.name.clone(),
            outside_key: shape.outside_key.clone(),
            address: shape.address.clone(),
        },
        Act::Moved => Wanted::Move(shape.parent),
        Act::Closed => Wanted::Close,
        Act::Merged => Wanted::Merge(shape.merged_into.ok_or(OrganisationError::NothingChanged)?),
    };
    // The day before: plans of this day are made to hold one after the other, and each sees those before it.
    let tree = Tree::new(queries::units(tx, owner).await?, vec![], today, today);
    match tree.check(change.unit, &wanted) {
        Err(OrganisationError::NothingChanged) => {}
        checked => checked?,
    }
    let whole: Vec<Role> = Role::ALL.into_iter().filter(|role| change.after.held(*role)).collect();
    refuse_widening(tx, owner, &tree, change.unit, wanted.target(), &whole).await.map(drop)
}

/// What was and will be done to one unit, the latest first.
/// # Errors
/// `NotFound` for everybody who holds no role there.
pub async fn history(tx: &Tx, organisation: OrganisationId, id: UnitId) -> Result<Vec<UnitChange>, Fault> {
    let owner = access::may_see_units(tx.actor(), organisation)?;
    Ok(changes::of_unit(tx, owner, id).await?)
}

/// What was and will be done in the organisation, or to one unit, in the order of entry after the change given.
/// # Errors
/// [`NotFound`] for everybody who does not see the units.
pub async fn changes_part(
    tx: &Tx,
    organisation: OrganisationId,
    unit: Option<UnitId>,
    part: (Option<UnitChangeId>, u64),
) -> Result<Vec<UnitChange>, Fault> {
    let owner = access::may_see_units(tx.actor(), organisation)?;
    Ok(changes::after(tx, owner, unit, part).await?)
}

/// What was and will be done in the organisation: one page, and how many there are.
/// # Errors
/// `NotFound` for everybody who holds no role there.
pub async fn history_page(
    tx: &Tx,
    organisation: OrganisationId,
    first: u64,
    rows: u64,
) -> Result<(Vec<UnitChange>, u64), Fault> {
    let owner = access::may_see_units(tx.actor(), organisation)?;
    Ok(changes::page(tx, owner, first, rows).await?)
}

/// People bound to each unit today, for the tree.
/// # Errors
/// `NotFound` for everybody who holds no role there.
pub async fn people_by_unit(tx: &Tx, organisation: OrganisationId, day: Date) -> Result<HashMap<UnitId, u64>, Fault> {
    let owner = access::may_see_units(tx.actor(), organisation)?;
    Ok(persons::count_by_unit(tx, owner, day).await?)
}

/// Who would come to cover more when units of a file are moved, read once for the whole file.
#[derive(Debug, Clone, Default)]
pub struct Widening {
    /// Units on which a role is held that whoever asks does not hold on the whole organisation
    held: HashSet<UnitId>,
}

impl Widening {
    /// Roles held on these units or on those they lie in.
    /// # Errors
    /// When the actor does not keep the units.
    pub async fn towards(
        tx: &Tx,
        organisation: OrganisationId,
        tree: &Tree,
        targets: HashSet<UnitId>,
    ) -> Result<Self, Fault> {
        let owner = access::may_keep_units(tx.actor(), organisation)?;
        let whole = whole_roles(tx.actor(), organisation);
        let above: HashSet<UnitId> = targets.into_iter().flat_map(|unit| tree.upwards(unit)).collect();
        let above: Vec<UnitId> = above.into_iter().collect();
        let held = persons::roots_of_others(tx, owner, &above, &whole, tree.day()).await?;
        Ok(Self { held: held.into_iter().collect() })
    }

    /// Whether a unit may not be moved there.
    pub fn is_refused(&self, tree: &Tree, unit: UnitId, target: UnitId) -> bool {
        let above = tree.upwards(unit);
        tree.upwards(target).iter().any(|unit| !above.contains(unit) && self.held.contains(unit))
    }
}

/// Makes a known unit what a file or taking it back says, from today on.
/// # Errors
/// [`OrganisationError`], or when the actor does not keep the units.
pub async fn put(tx: &Tx, organisation: OrganisationId, unit: &Unit, shape: &Shape, by: PersonId) -> Result<(), Fault> {
    let owner = access::may_keep_units(tx.actor(), organisation)?;
    let before = Shape::of(unit);
    let today = today(tx, organisation).await?;
    let change = |act| from_file(tx, organisation, today, (unit.id, act), (before.clone(), shape.clone()), by);
    let all: Vec<UnitChange> = before.acts_towards(shape).into_iter().map(change).collect();
    changes::add_many(tx, owner, &all).await?;
    Ok(changes::reshape(tx, owner, unit.id, shape).await?)
}

/// Adds the units of a file, from today on, in few statements.
/// # Errors
/// [`OrganisationError::TooManyUnits`], or when the actor does not keep the units.
pub async fn add_many(
    tx: &Tx,
    organisation: OrganisationId,
    new: &[(UnitId, Shape)],
    by: PersonId,
) -> Result<(), Fault> {
    let owner = access::may_keep_units(tx.actor(), organisation)?;
    if queries::count_units(tx, owner).await? + new.len() as u64 > Unit::UNITS_MAX {
        return Err(OrganisationError::TooManyUnits.into());
    }
    let today = today(tx, organisation).await?;
    queries::add_units(tx, owner, new, today).await?;
    let added = |(id, shape): &(UnitId, Shape)| {
        from_file(tx, organisation, today, (*id, Act::Added), (Shape::default(), shape.clone()), by)
    };
    Ok(changes::add_many(tx, owner, &new.iter().map(added).collect::<Vec<_>>()).await?)
}

/// The entry in a unit's history of what a file did.
fn from_file(
    tx: &Tx,
    organisation: OrganisationId,
    today: Date,
    (unit, act): (UnitId, Act),
    (before, shape): (Shape, Shape),
    by: PersonId,
) -> UnitChange {
    UnitChange {
        id: tx.new_id(),
        unit,
        act,
        from_on: today,
        state: ChangeState::Done,
        before,
        after: After { shape, whole: words_of(&whole_roles(tx.actor(), organisation)) },
        note: String::new(),
        by: Some(by),
        at: tx.now(),
        problem: None,
    }
}
