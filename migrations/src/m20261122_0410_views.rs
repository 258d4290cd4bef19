//! How each person wants a list to look, and lists that somebody has narrowed, sorted and named.

use crate::schema::{NewTables, TASK, TableOf, flag, global, id, json, moment, owned, text, word};

pub(crate) const MIGRATION: NewTables = NewTables { name: "m20261122_0410_views", tables };

/// The tables of this change.
pub(crate) fn tables() -> Vec<TableOf> {
    vec![list_looks(), saved_views()]
}

fn list_looks() -> TableOf {
    global("list_looks", "a person's choice of columns holds wherever the list is opened")
        .kept("lists as each person wants them", "as long as the person is known", TASK)
        .col(id("person_id").personal())
        .col(word("list"))
        .col(json("columns")) // their names; empty: all
        .col(flag("dense").personal())
        .primary_key(["person_id", "list"])
        .references("persons", ["person_id"])
}

fn saved_views() -> TableOf {
    owned("saved_views")
        .kept("lists that people come back to", "until removed", TASK)
        .col(id("id"))
        .col(id("person_id").personal()) // who saved it
        .col(word("list"))
        .col(text("name").personal())
        .col(text("query").personal()) // search may name a person
        .col(json("columns"))
        .col(flag("shared"))
        .col(moment("created_at"))
        .primary_key(["owner_id", "id"])
        .index(["owner_id", "list"])
        .references("persons", ["person_id"])
        .seen_by_person("person_id")
}
