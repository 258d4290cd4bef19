//! What organisations add to the guides of their own people.

use sea_orm_migration::prelude::{Expr, ExprTrait};

use crate::schema::{NewTables, TASK, TableOf, id, integer, moment, owned, text, word};

pub(crate) const MIGRATION: NewTables = NewTables { name: "m20261122_0430_guides", tables };

/// The table of this change.
pub(crate) fn tables() -> Vec<TableOf> {
    let reader = Expr::col("reader").is_in(["student", "coordinator", "administrator"]);
    vec![
        owned("guide_additions")
            .kept("what an organisation tells its own people", "as long as the organisation takes part", TASK)
            .col(word("reader").check(reader))
            .col(word("lang"))
            .col(text("title"))
            .col(text("body"))
            .col(integer("edition")) // counts changes; two editors at once are told
            .col(id("by_id").personal())
            .col(moment("at"))
            .primary_key(["owner_id", "reader"])
            .references("persons", ["by_id"]),
    ]
}
