//! Who stood in a list that a token read. The rows of `token_readings` named the first and the last thing of a part, which tells
//! of persons only where a list goes by them.

use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

use crate::schema::{LOG, TableOf, id, json, moment, owned, text, word};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261122_1750_token_lists"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        token_lists().create(schema).await?;
        token_list_people().create(schema).await
    }

    // SQLite would otherwise stay half migrated after a crash.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// The tables of this migration. `token_readings` stays: an earlier release that works beside this one writes to it.
pub(crate) fn tables() -> Vec<TableOf> {
    vec![token_lists(), token_list_people()]
}

/// One row for each part of a list and hour, however often it was read.
fn token_lists() -> TableOf {
    owned("token_lists")
        .kept("telling whose data a token showed when it has leaked", "1 year", LOG)
        .col(id("token_id"))
        .col(moment("hour")) // its beginning
        .col(text("path")) // without what was searched for
        .col(word("print")) // SHA-256 of the ids, hex: the same people are noted once an hour
        .primary_key(["owner_id", "token_id", "hour", "path", "print"])
}

/// Who that was, once however often: systems fetch the same long lists every hour of the year.
fn token_list_people() -> TableOf {
    owned("token_list_people")
        .kept("telling whose data a token showed when it has leaked", "1 year after the last time", LOG)
        .col(word("print"))
        .col(moment("hour")) // the last in which they were read
        .col(json("people").personal()) // their ids, in order; a part of a list has 200 rows at most
        .primary_key(["owner_id", "print"])
}
