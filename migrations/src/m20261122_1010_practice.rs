//! Copies of organisations to practise in: whose copy an organisation is, how long it is there, and when it was thrown away.

use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager, async_trait};

use crate::schema::{Column, TableOf, day, id, moment};

pub(crate) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m20261122_1010_practice"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, schema: &SchemaManager) -> Result<(), DbErr> {
        for column in more() {
            column.add_to(schema, "organisations", "NULL").await?;
        }
        Ok(())
    }

    // SQLite would otherwise stay half migrated after a crash.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// What the tables are after this migration.
pub(crate) fn grow(tables: &mut [TableOf]) {
    for table in tables.iter_mut().filter(|table| table.name() == "organisations") {
        more().into_iter().for_each(|column| table.add_column(column));
    }
}

/// New columns of `organisations`; those that were there before are none's copy.
fn more() -> Vec<Column> {
    vec![
        id("practice_of_id").null(),          // whose copy it is; empty: it is real
        day("practice_until_on").null(),      // thrown away by itself after this day
        moment("practice_removed_at").null(), // thrown away
    ]
}
