//! Forms that somebody fills in over several pages: each page is kept as it is left.

use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

use crate::schema::{TableOf, id, json, moment, owned, word};

const TASK: &str = "public task: carrying out placements";

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261122_0755_drafts"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        drafts().create(schema).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// The table of this change.
pub(crate) fn drafts() -> TableOf {
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
