//! Keys for what is told in confidence: one of each person for each organisation, and one for what is the person's own.

use crate::schema::{LOG, NewTables, TableOf, global, id, moment, text};

pub(crate) const MIGRATION: NewTables = NewTables { name: "m20261122_0950_sealed", tables };

/// The table of this migration. Copies leave its rows out.
pub(crate) fn tables() -> Vec<TableOf> {
    vec![person_keys()]
}

fn person_keys() -> TableOf {
    global("person_keys", "what is the person's own belongs to no organisation, and is used before anybody is known")
        .kept("sealing what is told in confidence", "until the person is erased or the organisation leaves", LOG)
        .col(id("id"))
        .col(id("person_id").personal())
        .col(id("organisation_id").null()) // to whom it was told; empty: the person's own
        .col(text("value").secret()) // wrapped by the installation's key
        .col(moment("made_at"))
        .primary_key(["id"])
        .index(["person_id"])
        .references("persons", ["person_id"])
        .references("organisations", ["organisation_id"])
}
