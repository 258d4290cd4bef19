//! What organisations add to the guides of their own people.

use sea_orm::DbErr;
use sea_orm_migration::prelude::{Expr, ExprTrait};
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

use crate::schema::{TableOf, id, integer, moment, owned, text, word};

const TASK: &str = "public task: carrying out placements";

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261122_0430_guides"
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
