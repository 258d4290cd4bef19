//! The pages of an organisation and its units.

pub mod about;
pub mod change;
pub mod founding;
pub mod history;
pub mod tree;
pub mod unit;

use base::{Date, Lang, OrganisationId, UnitId};
use kit::parts::Tag;

use super::model::{Act, ChangeState, OrganisationError, Tree, UnitChange};
use crate::Words;

/// A choice among at most this many units is a list that opens; among more it is typed.
const CHOICE_MAX: usize = 200;

/// The address of one unit.
pub fn unit_href(organisation: OrganisationId, unit: UnitId) -> String {
    format!("/organisations/{organisation}/units/{unit}")
}

/// The day that was typed; nothing is none.
/// # Errors
/// [`OrganisationError::NoDay`]
pub fn day_of(field: &'static str, typed: &str) -> Result<Option<Date>, OrganisationError> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    typed.parse().map(Some).map_err(|_| OrganisationError::NoDay { field, typed: typed.into() })
}

/// The unit that somebody means by what they chose or typed.
/// # Errors
/// [`OrganisationError::NoTarget`], [`OrganisationError::ManyTargets`].
pub fn target_of(tree: &Tree, typed: &str) -> Result<UnitId, OrganisationError> {
    if let Some(unit) = typed.parse().ok().and_then(|id| tree.unit(id)) {
        return Ok(unit.id);
    }
    let found = tree.called(typed);
    match found.as_slice() {
        [] => Err(OrganisationError::NoTarget { typed: typed.trim().chars().take(200).collect() }),
        [one] => Ok(one.id),
        [first, ..] => Err(OrganisationError::ManyTargets {
            typed: typed.trim().chars().take(200).collect(),
            units: found.len(),
            path: tree.path(first.id),
        }),
    }
}

/// What was or will be done, in a few words.
fn told(words: &Words, tree: &Tree, change: &UnitChange) -> String {
    let (before, after) = (&change.before, &change.after.shape);
    let name = |unit: Option<UnitId>| unit.and_then(|id| tree.unit(id)).map(|unit| unit.name.clone());
    let top = || words.organisations_top().to_string();
    match change.act {
        Act::Added => words.organisations_did_add(after.name.as_str()),
        Act::Named if before.name == after.name => words.organisations_did_describe(after.name.as_str()),
        Act::Named => words.organisations_did_name(before.name.as_str(), after.name.as_str()),
        Act::Moved => words.organisations_did_move(before.name.as_str(), name(after.parent).unwrap_or_else(top)),
        Act::Closed => words.organisations_did_close(before.name.as_str()),
        Act::Merged => words.organisations_did_merge(before.name.as_str(), name(after.merged_into).unwrap_or_else(top)),
    }
}

fn tag_of(words: &Words, state: ChangeState) -> Tag {
    match state {
        ChangeState::Planned => Tag::info(words.organisations_planned()),
        ChangeState::Done => Tag::success(words.organisations_done()),
        ChangeState::Withdrawn => Tag::neutral(words.organisations_withdrawn()),
        ChangeState::Failed => Tag::danger(words.organisations_failed()),
    }
}

fn word_of(lang: Lang, day: Date) -> String {
    kit::format::day_with_year(lang, day)
}

fn act_word(words: &Words, act: Act) -> String {
    match act {
        Act::Added => words.organisations_act_added(),
        Act::Named => words.organisations_act_named(),
        Act::Moved => words.organisations_act_moved(),
        Act::Closed => words.organisations_act_closed(),
        Act::Merged => words.organisations_act_merged(),
    }
    .to_string()
}

/// The unit to choose: a list that opens, or a line to type in where there are many.
pub fn choice_of(words: &Words, tree: &Tree, but: Option<UnitId>, top: bool, typed: &str) -> kit::fields::Field {
    let (first, help) = match top {
        true => (words.organisations_top(), words.organisations_to_help_top()),
        false => (words.organisations_choose(), words.organisations_to_help()),
    };
    choice_from(words, tree, but, (first.to_string(), help.to_string()), typed)
}

/// What a bond or a role is on: the whole organisation, or a unit.
pub fn part_of(words: &Words, tree: &Tree, typed: &str) -> kit::fields::Field {
    let told = (words.persons_whole().to_string(), words.persons_part_help().to_string());
    choice_from(words, tree, None, told, typed)
}

fn choice_from(
    words: &Words,
    tree: &Tree,
    but: Option<UnitId>,
    (first, help): (String, String),
    typed: &str,
) -> kit::fields::Field {
    if tree.units().len() > CHOICE_MAX {
        return kit::fields::text("to", words.organisations_to()).value(typed).length_max(600).help(help);
    }
    let gone: Vec<UnitId> = but.map(|unit| tree.subtree(unit)).unwrap_or_default();
    let mut units: Vec<(String, UnitId)> =
        tree.units().iter().filter(|unit| !gone.contains(&unit.id)).map(|unit| (tree.path(unit.id), unit.id)).collect();
    units.sort();
    let first = kit::fields::Choice::new("", first);
    let choices = units.into_iter().map(|(path, id)| kit::fields::Choice::new(id, path));
    let chosen = target_of(tree, typed).map(|id| id.to_string()).unwrap_or_default();
    kit::fields::select("to", words.organisations_to(), std::iter::once(first).chain(choices).collect()).value(chosen)
}
