//! Forms that somebody fills in over several pages: each page is kept as it is left.

use crate::schema::{NewTables, TASK, TableOf, id, json, moment, owned, word};

pub(crate) const MIGRATION: NewTables = NewTables { name: "m20261122_0755_drafts", tables };

/// The table of this change.
pub(crate) fn tables() -> Vec<TableOf> {
    vec![drafts()]
}

fn drafts() -> TableOf {
    owned("drafts")
        .kept("a form over several pages, as far as it is filled in", "until it is sent, or 90 days unchanged", TASK)
        .col(id("id"))
        .col(id("person_id").personal()) // whose it is; nobody else sees it
        .col(word("kind")) // what comes of it, such as "round"
        .col(word("step")) // where its holder left it
        .col(json("fields").personal()) // what was typed, by name
        .col(moment("created_at"))
        .col(moment("changed_at"))
        .primary_key(["owner_id", "id"])
        .index(["owner_id", "person_id", "kind"])
        .references("persons", ["person_id"])
        .seen_by_person("person_id")
}
