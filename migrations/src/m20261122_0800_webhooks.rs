//! Webhooks: where an organisation's other systems are told what happens, and what they were told.

use sea_orm_migration::prelude::{Expr, ExprTrait};

use crate::schema::{NewTables, TASK, TableOf, id, integer, moment, owned, text, word};

pub(crate) const MIGRATION: NewTables = NewTables { name: "m20261122_0800_webhooks", tables };

/// The tables of this change.
pub(crate) fn tables() -> Vec<TableOf> {
    let state = Expr::col("state").is_in(["waiting", "done", "failed"]);
    vec![
        owned("webhooks")
            .kept(
                "where the organisation's systems are told what happens",
                "as long as the organisation takes part",
                TASK,
            )
            .col(id("id"))
            .col(text("address"))
            .col(text("events")) // words with a space between
            .col(id("by_id").personal()) // who is told when it is switched off
            .col(moment("created_at"))
            .col(moment("paused_at").null())
            .col(moment("ended_at").null())
            .col(integer("failures")) // in a row
            .primary_key(["owner_id", "id"])
            .references("persons", ["by_id"]),
        owned("deliveries")
            .kept("what was told, and what came back", "as long as the organisation takes part", TASK)
            .col(id("id"))
            .col(id("webhook_id"))
            .col(word("event"))
            .col(text("body")) // ids alone, nothing about people
            .col(word("state").check(state))
            .col(integer("attempts"))
            .col(text("answer").null())
            .col(moment("created_at"))
            .col(moment("tried_at").null())
            .primary_key(["owner_id", "id"])
            .index(["owner_id", "webhook_id", "id"])
            .references("webhooks", ["owner_id", "webhook_id"]),
    ]
}
