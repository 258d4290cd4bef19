//! Whoever's data is restricted is told before that ends.

use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

use crate::schema::{Column, TableOf, moment};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261122_1340_told_before_lifting"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        lifts_at().add_to(schema, "restrictions", "NULL").await
    }

    // SQLite would otherwise stay half migrated after a crash.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// What the tables are after this migration.
pub(crate) fn grow(tables: &mut [TableOf]) {
    for table in tables.iter_mut().filter(|table| table.name() == "restrictions") {
        table.add_column(lifts_at());
    }
}

/// When the restriction ends, as the person was told; empty: nothing is announced.
fn lifts_at() -> Column {
    moment("lifts_at").null().personal()
}
