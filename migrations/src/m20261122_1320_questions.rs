//! Each week some of the looks into people's files, put before those whose files they are.

use sea_orm_migration::prelude::{Expr, ExprTrait};

use crate::schema::{LOG, NewTables, TableOf, big, day, id, moment, owned, text, word};

pub(crate) const MIGRATION: NewTables = NewTables { name: "m20261122_1320_questions", tables };

/// What this migration brings.
pub(crate) fn tables() -> Vec<TableOf> {
    vec![look_samples(), look_questions()]
}

fn look_samples() -> TableOf {
    owned("look_samples")
        .kept("showing that the looks of a week were drawn by chance, and from how many", "2 years", LOG)
        .col(day("week_on")) // its Monday
        .col(word("seed")) // hex; the same seed draws the same looks
        .col(big("looks")) // those it was drawn from
        .col(big("drawn"))
        .col(moment("drawn_at"))
        .primary_key(["owner_id", "week_on"])
}

fn look_questions() -> TableOf {
    let one_of = |column: &'static str, words: &[&'static str]| Expr::col(column).is_in(words.iter().copied());
    owned("look_questions")
        .kept("whether a look was expected by the one whose file it was, and what came of it", "2 years", LOG)
        .col(id("id")) // of the look
        .col(id("person_id").personal()) // whose file
        .col(id("by_id").personal()) // who looked
        .col(text("what"))
        .col(moment("looked_at"))
        .col(moment("asked_at"))
        .col(word("answer").null().personal().check(one_of("answer", &["expected", "queried"])))
        .col(text("words").personal()) // what the person wrote, perhaps nothing
        .col(moment("answered_at").null())
        .col(moment("escalated_at").null()) // nobody answered in time
        .col(word("outcome").null().personal().check(one_of("outcome", &["entitled", "not_entitled"])))
        .col(text("reason").personal()) // what the organisation found
        .col(id("settled_by_id").null().personal())
        .col(moment("settled_at").null())
        .primary_key(["owner_id", "id"])
        .index(["person_id", "asked_at"])
        .seen_by_person("person_id")
}
