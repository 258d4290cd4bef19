//! One unit: where it lies, what lies in it, what was and will be done to it, and what can be done.

use askama::Template;
use axum::extract::State;
use base::{OrganisationId, UnitId};
use kit::fault::NotFound;
use kit::format;
use kit::page::Page;
use kit::parts::{Alert, Crumbs, Reached, Step, Timeline, Tone, crumbs};
use kit::web::{Answer, App, Path, Visit, show};

use super::super::access;
use super::super::actions::units;
use super::super::model::{ChangeState, Organisation, Tree, Unit, UnitChange};
use super::super::queries;
use super::tree::{Drawn, drawn};
use super::{told, unit_href, word_of};
use crate::persons::HeldHere;
use crate::{Words, persons};

/// Roles told of on the page; the list of roles has all of them.
const ROLES_SHOWN: u64 = 20;
/// Units drawn below one unit.
const LINES_MAX: usize = 150;

#[derive(Template)]
#[template(path = "organisations/unit.html")]
struct UnitPage {
    page: Page,
    words: &'static Words,
    organisation: Organisation,
    crumbs: Crumbs,
    unit: Unit,
    over: Option<Alert>,
    facts: Vec<(String, String)>,
    keeps: bool,
    gives: bool,
    held: Vec<HeldHere>,
    held_more: usize,
    lines: Vec<Drawn>,
    plans: Vec<(String, String, Option<String>)>,
    history: Timeline,
}

/// One unit.
pub async fn show_unit(
    State(app): State<App>,
    visit: Visit,
    Path((id, unit_id)): Path<(OrganisationId, UnitId)>,
) -> Answer {
    let (lang, words) = (visit.lang(), crate::words(visit.lang()));
    let look = async |tx: kit::db::Tx| {
        let tree = units::tree(&tx, id, None).await?;
        let owner = access::may_see_units(tx.actor(), id)?;
        // A unit that is over or to come stands in no tree of today, and has its page.
        let unit = queries::find_unit(&tx, owner, unit_id).await?.ok_or_else(|| NotFound::of("unit", unit_id))?;
        let history = units::history(&tx, id, unit_id).await?;
        let people = units::people_by_unit(&tx, id, tree.day()).await?;
        let bonds = persons::count_at(&tx, owner, &[unit_id], tree.day()).await?;
        let held = persons::held_at(&tx, lang, id, unit_id, ROLES_SHOWN).await?;
        let keeps = access::may_keep_units(tx.actor(), id).is_ok();
        let names: Vec<_> = history.iter().filter_map(|change| change.by).collect();
        let names = persons::names(&tx, &names).await?;
        Ok((queries::find(&tx, id).await?, tree, unit, history, people, (bonds, held, keeps, names)))
    };
    let found = app.db().read(visit.actor(), look).await?;
    let (organisation, tree, unit, changes, people, (bonds, (held, all_held), keeps, names)) = found;
    let lines = tree.lines(Some(unit_id), LINES_MAX);
    let by = |change: &UnitChange| change.by.and_then(|by| names.get(&by)).map(ToString::to_string).unwrap_or_default();
    let is_there = unit.is_there_on(tree.day());
    let plan = |change: &UnitChange| {
        let withdrawal = keeps.then(|| format!("/organisations/{id}/plans/{}/withdrawal", change.id));
        (told(words, &tree, change), word_of(lang, change.from_on), withdrawal)
    };
    show(&UnitPage {
        page: visit.page(&app),
        words,
        crumbs: way(visit.page(&app).words, words, &organisation, &tree, &unit),
        over: (!is_there).then(|| Alert::new(Tone::Warning, "", over(words, lang, &tree, &unit))),
        facts: facts(words, lang, &unit, bonds),
        keeps: keeps && is_there,
        gives: is_there && persons::gives_at(visit.actor(), id, unit_id),
        held_more: all_held.saturating_sub(held.len()),
        held,
        lines: lines.iter().filter_map(|line| drawn(words, lang, &tree, id, line, &people, &[])).collect(),
        plans: changes.iter().rev().filter(|change| change.state == ChangeState::Planned).map(plan).collect(),
        history: Timeline(changes.iter().filter_map(|change| step(words, lang, &tree, change, &by(change))).collect()),
        organisation,
        unit,
    })
}

/// The way from the organisation down to the unit.
pub fn way(
    layout: &'static kit::words::Words,
    words: &Words,
    organisation: &Organisation,
    tree: &Tree,
    unit: &Unit,
) -> Crumbs {
    let start = crumbs(layout).to(words.organisations_title(), format!("/organisations/{}/units", organisation.id));
    let above = unit.parent.map(|parent| tree.upwards(parent)).unwrap_or_default();
    let above = above.iter().rev().filter_map(|id| tree.unit(*id));
    above.fold(start, |way, unit| way.to(unit.name.as_str(), unit_href(organisation.id, unit.id)))
}

fn over(words: &Words, lang: base::Lang, tree: &Tree, unit: &Unit) -> String {
    if let Some(into) = unit.merged_into.and_then(|into| tree.unit(into)) {
        return words.organisations_is_part_of(into.name.as_str());
    }
    match (unit.until_on, unit.from_on) {
        (Some(until_on), _) if until_on < tree.day() => words.organisations_ended(word_of(lang, until_on)),
        (_, Some(from_on)) => words.organisations_begins(word_of(lang, from_on)),
        _ => String::new(),
    }
}

fn facts(words: &Words, lang: base::Lang, unit: &Unit, bonds: persons::Bonds) -> Vec<(String, String)> {
    let count = |count: u64| format::number(lang, i64::try_from(count).unwrap_or(i64::MAX));
    let mut facts = vec![
        (words.organisations_fact_people().to_string(), count(bonds.people)),
        (words.organisations_fact_roles().to_string(), count(bonds.roles)),
    ];
    let known = [
        (words.organisations_field_key(), unit.outside_key.clone()),
        (words.organisations_field_address(), unit.address.clone()),
        (words.organisations_fact_from(), unit.from_on.map(|day| word_of(lang, day))),
        (words.organisations_fact_until(), unit.until_on.map(|day| word_of(lang, day))),
    ];
    facts.extend(known.into_iter().filter_map(|(label, value)| Some((label.to_string(), value?))));
    facts
}

fn step(words: &Words, lang: base::Lang, tree: &Tree, change: &UnitChange, by: &str) -> Option<Step> {
    let state = match change.state {
        ChangeState::Planned => return None,
        ChangeState::Done => String::new(),
        ChangeState::Withdrawn => words.organisations_withdrawn().to_string(),
        ChangeState::Failed => words.organisations_failed().to_string(),
    };
    let notes = [word_of(lang, change.from_on), by.to_owned(), state, change.note.clone()];
    let note = notes.into_iter().filter(|note| !note.is_empty()).collect::<Vec<_>>().join(" · ");
    Some(Step::new(told(words, tree, change), note, Reached::Done))
}
