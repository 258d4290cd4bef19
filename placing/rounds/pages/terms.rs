//! How places are allocated, in the set-up form.

use kit::fields::{self, Choice};
use matching::Mechanism;

use super::setup::{Maker, Shown};
use crate::rounds::model::{ShortLists, Terms, TypedTerms, mechanism_name, mechanism_note};

/// The form's lines: the mechanism first, then what may be chosen with it.
pub(super) fn lines(maker: &Maker<'_>, typed: &TypedTerms) -> Vec<Vec<Shown>> {
    vec![
        vec![mechanism(maker, typed)],
        vec![short_lists(maker, typed)],
        vec![cost(maker, typed)],
        vec![travel_limit(maker, typed)],
        vec![groups(maker, typed)],
        vec![classes(maker, typed)],
    ]
}

fn mechanism(maker: &Maker<'_>, typed: &TypedTerms) -> Shown {
    let choice = |mechanism: Option<Mechanism>| {
        Choice::new(mechanism.map_or(Terms::MANUAL, Mechanism::name), mechanism_name(maker.lang, mechanism))
            .note(mechanism_note(maker.lang, mechanism))
    };
    let all = Mechanism::NAMES.iter().map(|(_, mechanism)| Some(*mechanism)).chain([None]).map(choice);
    maker.helped_choices(
        fields::choices("mechanism", maker.words.rounds_field_mechanism(), all.collect()),
        "mechanism",
        &typed.mechanism,
        maker.words.rounds_field_mechanism_help().to_string(),
        |theirs| &theirs.terms.mechanism,
    )
}

fn short_lists(maker: &Maker<'_>, typed: &TypedTerms) -> Shown {
    let words = maker.words;
    let all = vec![
        Choice::new(ShortLists::Count.word(), words.rounds_short_lists_count())
            .note(words.rounds_short_lists_count_note()),
        Choice::new(ShortLists::Complete.word(), words.rounds_short_lists_complete())
            .note(words.rounds_short_lists_complete_note()),
        Choice::new(ShortLists::Refuse.word(), words.rounds_short_lists_refuse())
            .note(words.rounds_short_lists_refuse_note()),
    ];
    maker.helped_choices(
        fields::choices("short_lists", words.rounds_field_short_lists(), all),
        "short_lists",
        &typed.short_lists,
        words.rounds_field_short_lists_help().to_string(),
        |theirs| &theirs.terms.short_lists,
    )
}

fn cost(maker: &Maker<'_>, typed: &TypedTerms) -> Shown {
    maker.field(
        fields::text("cost", maker.words.rounds_field_cost()).length_max(Terms::COST_CHARS_MAX).middle().required(),
        "cost",
        &typed.cost,
        maker.words.rounds_field_cost_help().to_string(),
        |theirs| &theirs.terms.cost,
    )
}

fn travel_limit(maker: &Maker<'_>, typed: &TypedTerms) -> Shown {
    maker.field(
        fields::number("travel_limit", maker.words.rounds_field_travel_limit()).short(),
        "travel_limit",
        &typed.travel_limit,
        maker.words.rounds_field_travel_limit_help().to_string(),
        |theirs| &theirs.terms.travel_limit,
    )
}

fn groups(maker: &Maker<'_>, typed: &TypedTerms) -> Shown {
    let words = maker.words;
    let all = vec![
        Choice::new("yes", words.rounds_groups_yes()).note(words.rounds_groups_yes_note()),
        Choice::new("no", words.rounds_groups_no()).note(words.rounds_groups_no_note()),
    ];
    maker.choices(fields::choices("groups", words.rounds_field_groups(), all), "groups", &typed.groups, |theirs| {
        &theirs.terms.groups
    })
}

fn classes(maker: &Maker<'_>, typed: &TypedTerms) -> Shown {
    maker.field(
        fields::area("classes", maker.words.rounds_field_classes()).length_max(Terms::CLASSES_CHARS_MAX),
        "classes",
        &typed.classes,
        maker.words.rounds_field_classes_help().to_string(),
        |theirs| &theirs.terms.classes,
    )
}
