//! What a report about an incident needs: which token looked at whom, and which lists a token read.

use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

use crate::schema::{Column, LOG, TableOf, id, integer, moment, owned, text};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261122_1310_incidents"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        token_readings().create(schema).await?;
        token_id().add_to(schema, "looks", "NULL").await
    }

    // SQLite would otherwise stay half migrated after a crash.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// What the tables are after this migration.
pub(crate) fn grow(tables: &mut Vec<TableOf>) {
    tables.iter_mut().filter(|table| table.name() == "looks").for_each(|table| table.add_column(token_id()));
    tables.push(token_readings());
}

/// New column of `looks`: the token by which a program looked for the person named; empty: the person did.
fn token_id() -> Column {
    id("token_id").null()
}

/// One row for each part of a list and hour, however often it was read.
fn token_readings() -> TableOf {
    owned("token_readings")
        .kept("telling whose data a token showed when it has leaked", "1 year", LOG)
        .col(id("token_id"))
        .col(moment("hour")) // its beginning
        .col(text("path")) // without what was searched for
        .col(id("first_id")) // the parts of a list come in the order of ids, and hold all between these two
        .col(id("last_id"))
        .col(integer("count"))
        .primary_key(["owner_id", "token_id", "hour", "path", "first_id", "last_id"])
}
