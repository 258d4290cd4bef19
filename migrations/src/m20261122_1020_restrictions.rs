//! People whose data is kept and seen by nobody but administration for a while.

use crate::schema::{NewTables, TableOf, id, moment, owned, text};

const RIGHT: &str = "legal duty: restriction of processing";

pub(crate) const MIGRATION: NewTables = NewTables { name: "m20261122_1020_restrictions", tables };

/// The table of this migration.
pub(crate) fn tables() -> Vec<TableOf> {
    vec![restrictions()]
}

fn restrictions() -> TableOf {
    owned("restrictions")
        .kept(
            "that a person's data is seen by nobody but administration, and the data itself",
            "until the person is erased",
            RIGHT,
        )
        .col(id("id"))
        .col(id("person_id").personal())
        .col(text("sealed").secret()) // name, address, telephone, and why
        .col(id("by_id").null().personal())
        .col(moment("at").personal())
        .col(id("lifted_by_id").null().personal())
        .col(moment("lifted_at").null().personal())
        .primary_key(["owner_id", "id"])
        .index(["owner_id", "person_id"])
        .references("persons", ["person_id"])
        .seen_by_person("person_id")
}
