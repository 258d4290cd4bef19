//! A key that opens the search can be turned off: whoever speaks to their device, or presses keys by accident, is taken
//! nowhere by it.

use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

use crate::schema::{Column, TableOf, flag};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261123_0300_search_key"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        search_key().add_to(schema, "persons", "NULL").await
    }

    // SQLite would otherwise stay half migrated after a crash.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// What the table is after this migration.
pub(crate) fn grow(tables: &mut [TableOf]) {
    tables.iter_mut().filter(|table| table.name() == "persons").for_each(|table| table.add_column(search_key()));
}

/// New column of `persons`: whether a single key opens the search; empty: it does.
fn search_key() -> Column {
    flag("search_key").null().personal()
}
