//! The pages of people and roles.

pub mod choice;
pub mod file;
pub mod forms;
pub mod mailboxes;
pub mod many;
pub mod mergers;
pub mod protection;
pub mod register;
pub mod restrictions;
pub mod roles;

use std::collections::HashMap;

use base::{Date, Lang, OrganisationId, PersonId, UnitId};
use kit::actor::Role;
use kit::format;
use kit::parts::Tag;

use super::model::{AffiliationKind, Span};
use crate::Words;

/// The address of one person in an organisation's register.
pub fn person_href(organisation: OrganisationId, person: PersonId) -> String {
    format!("/organisations/{organisation}/people/{person}")
}

fn kind_word(words: &Words, kind: AffiliationKind) -> String {
    match kind {
        AffiliationKind::Student => words.persons_student(),
        AffiliationKind::Staff => words.persons_staff(),
    }
    .to_string()
}

fn role_word(words: &Words, role: Role) -> String {
    match role {
        Role::Administrator => words.persons_administrator(),
        Role::Coordinator => words.persons_coordinator(),
    }
    .to_string()
}

/// From when until when, in words; nothing when it has no ends.
fn span_words(words: &Words, lang: Lang, span: Span) -> String {
    let day = |day: Date| format::short_day_with_year(lang, day);
    match (span.from_on(), span.until_on()) {
        (None, None) => String::new(),
        (Some(from), None) => words.persons_from(day(from)),
        (None, Some(until)) => words.persons_until(day(until)),
        (Some(from), Some(until)) => words.persons_from_until(day(from), day(until)),
    }
}

/// Whether it holds, is to come or is over.
fn span_tag(words: &Words, span: Span, today: Date) -> Tag {
    match (span.holds_on(today), span.lasts_on(today)) {
        (true, _) => Tag::success(words.persons_holds()),
        (false, true) => Tag::info(words.persons_comes()),
        (false, false) => Tag::neutral(words.persons_over()),
    }
}

fn unit_word(words: &Words, names: &HashMap<UnitId, String>, unit: Option<UnitId>) -> String {
    let whole = || words.persons_whole().to_string();
    unit.map_or_else(whole, |unit| names.get(&unit).cloned().unwrap_or_else(whole))
}
