//! The facts of an organisation can be changed: how often they were, so that two who change them at once are told.

use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

use crate::schema::{Column, TableOf, integer};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261123_0310_facts"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        edition().add_to(schema, "organisations", "0").await
    }

    // SQLite would otherwise stay half migrated after a crash.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// What the tables are after this migration.
pub(crate) fn grow(tables: &mut [TableOf]) {
    for table in tables.iter_mut().filter(|table| table.name() == "organisations") {
        table.add_column(edition());
    }
}

/// Counts how often somebody saved the facts; 0: they are as they were when the organisation was taken in.
fn edition() -> Column {
    integer("edition")
}
