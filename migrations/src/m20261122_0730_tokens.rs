//! Tokens: what an organisation's own programs sign in with.

use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

use crate::schema::{TableOf, id, moment, owned, text};

const TASK: &str = "public task: carrying out placements";

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261122_0730_tokens"
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

/// The table of this change.
pub(crate) fn tables() -> Vec<TableOf> {
    vec![
        owned("api_tokens")
            .kept(
                "which programs act for the organisation, and since when",
                "as long as the organisation takes part",
                TASK,
            )
            .col(id("id"))
            .col(text("name"))
            .col(text("fingerprint").secret())
            .col(text("scopes")) // words with a space between
            .col(id("by_id").personal()) // whose rights it has
            .col(moment("created_at"))
            .col(moment("expires_at"))
            .col(moment("ended_at").null())
            .col(id("ended_by_id").null().personal())
            .col(moment("used_at").null())
            .col(text("used_from").null()) // a network address of a machine
            .primary_key(["owner_id", "id"])
            .unique(["owner_id", "fingerprint"])
            .references("persons", ["by_id"])
            .references("persons", ["ended_by_id"]),
    ]
}
