//! Webhooks: where an organisation's other systems are told what happens, and what they were told.

use sea_orm::DbErr;
use sea_orm_migration::prelude::{Expr, ExprTrait};
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

use crate::schema::{TableOf, id, integer, moment, owned, text, word};

const TASK: &str = "public task: carrying out placements";

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261122_0800_webhooks"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for table in tables() {
            table.create(schema).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

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
